"""Tells a column called `count`, `day` or `color` from the everyday word."""

from __future__ import annotations

import re

from assistant.router.entities.numbers import ordinal
from assistant.router.entities.words import RESERVED, STATISTICS, TRADE_NOUNS
from assistant.router.wording.normalize import Token

_MADE_INTO = ("set", "make", "treat", "turn", "mark", "read", "convert", "change", "cast", "declare")
_A_KIND = re.compile(r"(?:to|as|into|be|an?) (?:be |an? |the )*(?:categor|numeric|number|date|text|bool|string|id\b|nominal|target|label)")
"""What a column is made into: “set rows to categorical”."""
_TAKERS = ("drop", "remove", "delete", "scale", "encode", "fill", "plot", "predict", "describe", "rename")
_PLACES = frozenset(
    ["drop", "remove", "delete", "exclude", "by", "per", "of", "for", "with", "without", "vs", "versus", "against", "on", "in", "fill", "impute", "scale", "encode", "predict", "plot", "rename", "call", "column", "keep", "use", "only", "treat", "is", "forecast", "learn", "guess", "estimate", "foresee", "foretell", "bin", "transform", "log", "describe", "about", "from", "between", "to", ",", "group", "histogram", "replace", "inspect", "where", "whose", "log", "sqrt", "estimate", "clip", "cap", "hot", "vectorize", "vectorise", "standardize", "normalize", "multiply", "divide", "subtract", "box", "get", "rid", "make", "convert", "turn", "minus", "plus", "times", "/", "*", "+", "over", "multiplied", "divided", "does"]
)
_COMPARED = re.compile(
    r"^(?:has (?:an?|some|many|lots|too|got|gaps?|holes|blanks?|outliers|missing|no|nulls|very|really|wild|silly|crazy|weird|odd|strange|extreme)\b|needs?\b|"
    r"looks?\b|seems?\b|>|<|=|>=|<=|==|!=|<>|is|are|was|above|below|over|under|between|greater|less|more|at (?:least|most)|equals?|after|before|higher|lower|"
    r"contains?|minus|plus|times|divided|/|\*|\+|vs|against|should|must|gives|tells|already|leaks|includes|column|columns|feature|field|variable)\b|^[><=!/*+-]",
)
_USED_OTHERWISE: dict[str, tuple[str, str]] = {
    # word: (what stands before, what stands after) where it is no column
    "color": (r"", r"(?:it |that |this |those |these |them |the \w+ |points )?by\b|the\b|it\b"),
    "colour": (r"", r"(?:it |that |this |those |these |them |the \w+ |points )?by\b|the\b|it\b"),
    "name": (r"(?:called|new) (?:the )?$", r"(?:it|this|the|my)\b|of\b"),
    "text": (r"\b(?:as|to|into|be|is|free|really|actually|just) (?:a )?$", r"(?:columns?|features?|data|into)\b"),
    "label": (r"\b(?:as|is|be|=) (?:the |our |my )?$", r"encod\w*"),
    "category": (r"\b(?:as|to|into|be|is|are|an?|really|actually|just) $", r""),
    "columns": (r"\b(?:numeric|numerical|categorical|text|date|boolean|all|which|what|list|show|these|those|other|many|between|useless|empty|best) (?:the )?$", r"(?:are|do|have|that|which|with|there|named|called|of|and rows)\b"),
    "numeric": (r"", r"(?:columns|features|variables|ones|data|values)\b"),
    "missing": (r"\b(?:with|is|are|has|have|the most|much) $", r"(?:values?|data|cells?|entries|rows|ones|from|in)\b"),
    "all": (r"", r"(?:the |of |my |other )*(?:columns?|features?|rows?|numeric\w*|categor\w+|numbers|data|models?|options?|runs?|missing|duplicates?|outliers?|steps?|experiments?|of|but|except)\b"),
    "new": (r"\b(?:a|the|any|with) $", r"(?:columns?|features?|files?|data|table|model|copy|branch|experiment)\b"),
    "date": (r"\b(?:as|to|into|be|is|really|actually|just) (?:a )?$", r"(?:columns?|features?|parts?|range)\b"),
    "time": (r"\b(?:over|by|in|first|this|every|the same|a|of) $", r"(?:columns?|features?|series|budget|based|split|order)\b"),
    "day": (r"\b(?:(?<!out )of the|(?:hours?|time|minutes?) of|a|(?<!in )(?<!for )(?<!of )(?<!per )(?<!and )(?<!on )(?<!at )(?<!with )(?:each|every)|one) $", r"of\b"),
    "year": (r"\b(?:a|(?<!in )(?<!for )(?<!of )(?<!per )(?<!and )(?<!on )(?<!at )(?<!with )(?:each|every)|one) $", r"(?:old|from|of|out (?:of|from)|and \w+ (?:of|from)|part|, (?:and )?(?:the )?(?:years?|months?|days?|weekdays?|hours?|minutes?|quarters?|weeks?)\b)"),
    "month": (r"\b(?:a|(?<!in )(?<!for )(?<!of )(?<!per )(?<!and )(?<!on )(?<!at )(?<!with )(?:each|every)|one) $", r"(?:from|of|out (?:of|from)|and \w+ (?:of|from)|part|, (?:and )?(?:the )?(?:years?|months?|days?|weekdays?|hours?|minutes?|quarters?|weeks?)\b)"),
    "hour": (r"\b(?:a|(?<!in )(?<!for )(?<!of )(?<!per )(?<!and )(?<!on )(?<!at )(?<!with )(?:each|every)|one|an) $", r"(?:from|out (?:of|from)|of (?:pickup|dropoff)|and \w+ (?:of|from)|part|, (?:and )?(?:the )?(?:years?|months?|days?|weekdays?|hours?|minutes?|quarters?|weeks?)\b)"),
    "class": (r"\b(?:rare|majority|minority|the|one|a|(?<!in )(?<!for )(?<!of )(?<!and )each|positive|negative|first|second|third) $", r"(?:weights?|balance|imbalance|confusion|report|predictions|probabilit\w+)\b"),
    "type": (r"\b(?:the|of|data) $", r"of\b"),
    "rate": (r"(?:@|learning) $", r""),
    "status": (r"\b(?:job|training) $", r""),
    "size": (r"\b(?:test|the|sample|same|batch) $", r"of\b"),
    "score": (r"\b(?:the|its|my|best|f1|test|what|a|z) $", r"(?:the|it|this|a|on|of|for)\b"),
    "distance": (r"", r"weight\w*"),
    "table": (r"\b(?:this|my|whole|data|(?:look|peek|glance) at the|(?:see|view|open) the|show me the) $", r"(?:as|look\w*)\b"),
    "id": (r"\b(?:an|as|to|be|is|into) (?:an )?$", r""),
    "state": (r"\brandom $", r""),
    "plot": (r"\b(?:box|violin|scatter|line|bar|pair|pairs|count|density|hist|histogram|residuals?|roc|pr|lift|silhouette|elbow|importance|distribution|dependence|curve|matrix|recall|threshold|calibration|history|actual|an?) $", r"of\b"),
    "chart": (r"\b(?:box|violin|scatter|line|bar|pie|lift|gains?|an?) $", r"of\b"),
    "line": (r"", r"(?:plots?|charts?|graphs?|diagrams?)\b|of best fit\b"),
    "box": (r"", r"(?:plots?|charts?|graphs?|and whiskers?)\b"),
    "bar": (r"", r"(?:plots?|charts?|graphs?|diagrams?)\b"),
    "log": (r"\b(?:take|taking|apply|applying|use|using|via|natural|a|to|on) (?:the |an? )?$", r"(?:of|it|them|that|those|these|this|transform\w*|scale|scaled|1p|the|all|every\w*|both|@)\b"),
    "lot": (r"\b(?:a|do|fix|run|handle|prepare|clean|whole|sort|sort out|export|download|entire|compare|try|train) (?:the |whole )*$", r"(?:of|more|less|better|worse)\b"),
    "depth": (r"\b(?:max|maximum|tree) $", r"\d{1,2}(?:$| (?:and|with|,))"),
}


HEADS = STATISTICS | {"date", "class", "type", "rate", "notes"}
"""Words of the trade that a column's name often begins or ends with."""
HEAD_PLACE = re.compile(r"\b(?:of|from|of the|from the|plot|hist|histogram|drop|remove|describe|draw|both)$|\b(?!with|by|to|using|as|use|take|is|impute|fill|and|or|want|not)[a-z]+ the$")
ORDERED_PLACE = re.compile(r"(?:^| )(?:predict|forecast|estimate|guess|learn|foresee|foretell|rename|relabel|average|mean|median|scale|bin|encode|clip)(?: the| of| of the)?$|about the$")
"""What stands before the name of what is foretold, renamed, averaged or prepared."""
DRAWN_PLACE = re.compile(r"\b(?:distributions?|histogram|hist|box ?plot|violin|chart|plot|graph|spread) of(?: the)?$")
"""What stands before the name of what is drawn."""
TARGET_WORDS = ("target", "label", "outcome", "y", "response")
"""Words for what is predicted, which may be names of columns as well: “set the target to cost”."""


def stands_for_column(tokens: list[Token], start: int, followed_by_column: bool, certain: bool) -> bool:
    """Says whether a reserved word at this place names a column; `certain` where it is written as the column is, with a capital."""
    token = tokens[start]
    before = tokens[start - 1].norm if start else ""
    earlier = " ".join(entry.norm for entry in tokens[max(0, start - 3) : start]) + " " if start else ""
    after = " ".join(entry.norm for entry in tokens[start + 1 : start + 4])
    if before in ("called", "named") and "column" in earlier:
        return True
    if not start and (HAS_GAPS.match(after) or (token.norm not in _OF_ALL and _DONE_TO_IT.match(after))):
        return True
    if _RID_OF.search(earlier) and _LIST_GOES_ON.match(after) and token.norm not in ("row", "rows", "missing"):
        return True
    if certain or (after.startswith(("column", "feature", "field", "variable")) and token.norm not in TRADE_NOUNS | {"text", "date", "time", "numeric", "all", "missing", "new"}):
        return True
    if token.norm in ("column", "columns") and (followed_by_column or after.startswith(("called ", "named "))):
        return False
    if re.search(r"\b(?:everything|all|anything|columns?) (?:but|except|besides|except for|other than) (?:the )?$", earlier) and (token.norm not in STATISTICS or _LIST_GOES_ON.match(after)):
        return True
    if before in ("and", "&", ",", "or", "the") and _LIST_GOES_ON.match(after) and LEFT_OUT.search(" ".join(entry.norm for entry in tokens[:start]) + " ") and token.norm not in STATISTICS:
        return True
    if before in _MADE_INTO and _A_KIND.match(after):
        return True
    if before in ("the", "my", "our", *_TAKERS) and re.match(r"(?:column|feature|field|variable)(?!s)\b", after) and token.norm not in ("text", "date", "time", "index"):
        return True
    if not after and re.search(r"\b(?:meant?|not the|rather the) $", earlier):
        return True
    if ordinal(before) is not None or before in ("column", "feature", "variable", "field", "columns", "features", "variables", "fields"):
        return True
    if token.norm in STATISTICS:
        return _statistic(before, earlier, after, tokens) and not followed_by_column
    if token.norm == "split" and before in ("group", "grouped", "random", "time", "stratified", "chronological", "test", "train"):
        return False
    if token.norm in TRADE_NOUNS:
        if re.search(r"\b(?:which|best|what|how many|whole) $", earlier) or (token.norm == "model" and earlier.endswith("for the ") and not after):
            return False
        if before in STATISTICS and token.norm not in ("row", "rows", "data", "model", "models", "group") and after.startswith(("by", "per", "for each")):
            return True
        if followed_by_column or after.split(" ")[0] in ("of", "rows", "matrix", "type", "set", "point", "model", "models", "number", "data", "steps"):
            return False
        return before in _PLACES or (start >= 2 and before in ("the", "and", "&", ",", "or")) or _COMPARED.match(after) is not None
    if before == "the" and start > 1 and tokens[start - 2].norm in (*_TAKERS, "hot", "log", "impute", "standardise", "standardize", "normalise", "normalize", "clip", "bin", "square") and re.match(r"$|(?:,|and|then|with|by|please|out|away|now|too|instead)\b", after):
        return True
    unlike = _USED_OTHERWISE.get(token.norm)
    if unlike is None:
        return True
    return not (unlike[0] and re.search(unlike[0], earlier)) and not (unlike[1] and re.match(unlike[1], after))


HAS_GAPS = re.compile(r"(?:is |are )?(?:missing|empty|blanks?|unknown|nulls?|nans?|gaps?)(?: (?:values?|cells))? ?(?:to\b|-|=|:|,|gets?\b|with\b|by\b|becomes?\b|put\b|use\b)")
"""What is said of the gaps of a column whose name opens the message: “count missing -> mode”."""
LEFT_OUT = re.compile(r"\b(?:everything|all|anything|columns?) (?:but|except|besides|except for|other than) (?:the )?(?:[\w-]+ (?:, and|,|and|or) (?:the )?){1,6}$")
"""A list of what is left out of all: “use everything but heat and split”."""
_DONE_TO_IT = re.compile(r"(?:scaled|encoded|logged|binned|clipped|filled|dropped|removed|standardi[sz]ed|normali[sz]ed|onehot|one hot|ordinal|out|gone|away|to (?:log|text|number|numeric|a log)|on (?:a )?log)(?: |$)(?!of\b|from\b|in\b)")
"""What is done to a column that opens a part: “count scaled”, “std to log scale”."""
_OF_ALL = frozenset(["all", "missing", "columns", "numeric", "rows", "row", "data", "text", "category", "new", "label", "target"])
_LIST_GOES_ON = re.compile(r"$|(?:,|and|or|as|for|from|please)(?:$| )")
_RID_OF = re.compile(r"\brid of (?:the )?$")
_TAKEN_OUT = ("take out ", "take away ", "leave out ", "kick out ", "throw out ", "filter out ")


_ALL_BUT_IT = re.compile(r"\b(?:everything|all|anything) (?:but|except|besides)(?: the)? $")
_UTMOST = ("highest", "lowest", "largest", "smallest", "biggest", "greatest", "avg")


def _statistic(before: str, earlier: str, after: str, tokens: list[Token]) -> bool:
    if not before and re.match(r"(?:as|is) (?:the |my |our )?(?:target|label|y|outcome)\b", after):
        return True
    if _ALL_BUT_IT.search(earlier):
        return True
    if (before in (*STATISTICS, *_UTMOST) and not after.startswith("of")) or (before == "(" and after.startswith(")")):
        return True
    if earlier.endswith((*_TAKEN_OUT, "add up ", "sum up ", "adding up ", "add up the ", "sum up the ", "total up ", "total up the ")):
        return True
    filling = any(token.norm in ("fill", "impute", "replace", "imputation", "missing") for token in tokens)
    if re.search(r"\b(?:with|use|using|by|take|to|as|a|its) (?:the )?$", earlier) and (filling or before == "the"):
        return False
    if before in ("should", "must", "shall", "can", "could", "may") and len(earlier.split()) == 1 and after.startswith("be "):
        return True
    if before in ("multiply", "divide", "subtract") and after.startswith(("by ", "from ", "and ", "with ")):
        return True
    if after.startswith(("of", "by", "per", "for", "each", "rows", "number")):
        return before in ("of", "drop", "describe", "plot", "between", "against", "vs")
    if before in ("set", "mark", "choose", "pick", "make") and after.startswith(("as ", "to be ")):
        return True
    return before in _PLACES or (before in ("the", "and", "&", ",", "or") and len(earlier.split()) >= 2) or _COMPARED.match(after) is not None


def stands_as_subject(after: str) -> bool:
    """Says whether the word after a name makes it the subject of a statement: “select is an id”."""
    return after in ("is", "has", "are", "was", "column", "should", "must", "=", ">", "<", "above", "below", "over", "under", "against", "vs", "by", "as", "contains", "holds", ",", "and", "scaled", "encoded", "logged", "clipped", "binned", "filled", "standardised", "standardized", "normalised", "normalized", "onehot", "ordinal")


COMMANDS = frozenset(["undo", "redo", "help", "cancel", "stop", "start", "tour", "suggest", "autopilot", "profile", "recap", "evaluate", "tune", "train", "split", "balance", "export", "compare", "explain"])
"""Words that are a request by themselves."""
LINKS = frozenset(["and", "or", "not", "no", "the", "a", "an", "of", "to", "in", "on", "by", "for", "with", "is", "are", "it", "that", "this", "as", "at", "from", "but", "if"])
"""Words that join others, whatever a column is called."""


def joins(tokens: list[Token], start: int, after_column: bool) -> bool:
    """Says whether a word such as “and” only joins the words around it, although a column is called so."""
    token = tokens[start]
    if token.quoted or token.norm not in LINKS:
        return False
    after = " ".join(entry.norm for entry in tokens[start + 1 : start + 4])
    stands_alone = start > 0 and start == len(tokens) - 1 and not after_column and tokens[start - 1].norm not in LINKS - {"the"}
    return not stands_alone and not (start > 0 and not after_column and _COMPARED.match(after))


def is_reserved(token: Token) -> bool:
    """Says whether the word is more often a word of the trade than a column's name."""
    return not token.quoted and token.norm in RESERVED
