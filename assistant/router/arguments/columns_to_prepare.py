"""Which columns a step of the preparation is for, as they were said."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.method_words import names_way
from assistant.router.arguments.slots import (
    KINDS_OF,
    column_list,
    option,
    refuse_shared_part,
    stranger,
    unknown_column,
)
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import parts

Args = dict[str, Any]
_STRANGE = {
    "impute": "fill|impute|fill in|replace", "scale": "scale|standardi[sz]e|normali[sz]e|rescale", "encode": "encode|hot", "transform": "transform|log of|sqrt of",
    "handle_outliers": "clip|cap|outliers in|outliers of|outliers from", "bin": "bin|bucket", "extract_dates": "from|out of",
}
_KNOWN = r"scale|scaled|scaling|encode|encoded|encoding|impute|imputation|imputer|minmax|zscore|ohe|tf|idf|johnson|yeo|cox|log1p|ln|transform|cyclical|skewness|skewed|skew|imputed"
_POINTS = re.compile(r"(?:please )?(?:\w+ ){1,2}?(?:it|them|those|these|that|this)(?: (?:columns?|one|ones|please|now|too|with|by|to|into|as|using)\b.*)?$")
"""A verb whose object only points at something."""


def with_columns(clause: Clause, tool: str, args: Args) -> Args:
    """Adds the columns to the arguments where they were said; asks about a name that is no column."""
    if not clause.columns:
        unknown = stranger(clause, _STRANGE.get(tool, tool), _KNOWN)
        if unknown and not names_way(unknown, tool):
            raise unknown_column(unknown, clause, tool, "columns")
    refuse_shared_part(clause, tool, args)
    columns = column_list(clause, tool, args) or _called_by_everyday_word(clause, tool, args)
    target = clause.context.target
    if not columns and _POINTS.match(clause.masked):
        raise Unclear("Which columns do you mean?", [option(tool, {"columns": [name], **args}, name) for name in clause.context.features(KINDS_OF.get(tool, ()))[:3]] + [option(tool, args, "all that it applies to")])
    if not columns and target and tool in ("transform", "handle_outliers") and clause.has("(?:the|my|our) (?:target|label|outcome)"):
        columns = [target]
    return ({"columns": columns} if columns else {}) | args


_WORD_AND_WAY = re.compile(
    r"(?:please )?(?:the |my |our )?(?P<word>[a-z]{3,}) (?:one ?hot|ordinal|label|target|frequenc(?:y|ies)|hash\w*|log(?:ged|1p)?|sqrt|squared|scaled?|"
    r"standard\w*|normali[sz]ed?|min ?max\w*|robust|clip(?:ped)?|binned|encoded?)(?: (?:encoded?|encoding|scaled?|scaling|please|them))*",
)
_ALL_OF_IT = frozenset(["all", "everything", "them", "these", "those", "both", "columns", "features", "data", "rest", "others", "only", "simply", "first", "next", "again", "finally", "lets", "numbers", "numerics", "numeric", "categoricals", "categories", "categorical", "cats", "nums", "strings", "please", "just", "use", "apply", "skewed", "values", "table", "variables", "fields", "inputs", "predictors", "then", "and", "also", "now", "with", "one", "log", "scale", "encode", "text", "dates", "booleans", "missing", "try", "take", "want", "need", "make", "put", "set", "get"])
"""Words before a way that name no single column."""


def _called_by_everyday_word(clause: Clause, tool: str, args: Args) -> list[str] | None:
    """The one column that an everyday word before a way has in its name: “models one hot” of BikeModel; asks where there is none."""
    said = _WORD_AND_WAY.fullmatch(clause.masked)
    if said is None or said["word"] in _ALL_OF_IT or vocabulary.first(said["word"], vocabulary.COLUMN_WORDS) or any(pattern.fullmatch(said["word"]) for table in (vocabulary.SCALE, vocabulary.ENCODE, vocabulary.TRANSFORM, vocabulary.OUTLIERS) for _, pattern in table):
        return None
    kinds = KINDS_OF.get(tool, ())
    names = [name for name in clause.context.features(kinds) if said["word"].removesuffix("s") in parts(name)]
    if len(names) != 1:
        raise unknown_column(said["word"], clause, tool, "columns", args)
    return names
