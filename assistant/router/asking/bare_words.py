"""Asks about, or passes over, a message of a few bare words that could as well be about another world: “without siblings”, “guess my age”, “rank and file”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option, unknown_column
from assistant.router.asking.foreign import strange_words
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import no_of, yes_of
from assistant.router.entities.days import of_days
from assistant.router.entities.having import NONE, says_none
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggered import KNOWN

_HAVING = re.compile(r"(?:please |and |only |just )*(?P<how>with|without|with no|no|never) (?:any |an? |the )*@(?: please)?")
_LACKING = re.compile(r"(?:please |and |only |just )*(?:with|without|with no|no) (?:any |an? |the )*(?P<said>[a-z]{3,})(?: please)?")
_OF_SOMEBODY = re.compile(r"(?:(?:please|now|can you|could you|try to|and|then) )*(?:guess|predict|estimate|foretell|forecast|tell)(?: me)? (?P<whose>my|your|his|her|their) @(?: please| now| for me)*")
_OF_A_PERSON = frozenset(["age", "weight", "height", "income", "salary", "wage", "name", "gender", "sex", "fate", "survival", "job", "mood", "grade", "score"])
"""What a person asks about themselves: “guess my age” means one person, “guess my sales” the table."""
_PAIR = re.compile(r"(?P<first>[a-z]+) (?P<joint>and|or|&|by|for) (?P<second>[a-z]+)")


_WITHOUT_WHAT = re.compile(r"(?:(?:and|but|or|now|what about|how about) )*without(?: it| one| that| them| any)?")


def refuse_bare(clause: Clause) -> None:
    """Asks about a few bare words that leave open what is meant by them."""
    if _WITHOUT_WHAT.fullmatch(clause.norm.strip(" ?.!")):
        raise Unclear("Without what?", [option("show_pipeline", {}, "Show the steps"), option("drop_missing", {}, "Drop the rows with missing values")])
    _refuse_having(clause)
    _refuse_wanted(clause)
    _refuse_somebody(clause)
    _refuse_all_but(clause)


def _refuse_having(clause: Clause) -> None:
    """Asks whether rows are meant or the column where nothing but “with” or “without” and a name is said, or a name that the table does not know."""
    if clause.context.last or clause.inherited:
        return
    said = _HAVING.fullmatch(clause.masked)
    if said and clause.columns[0].clear and (not _means_column(clause) or (said["how"] != "with" and clause.context.column(clause.columns[0].name).get("missing"))) and (said["how"] not in ("no", "never") or (clause.context.kind(clause.columns[0].name) != "boolean" and not says_none(clause.context.column(clause.columns[0].name)))):
        raise _rows_or_column(clause.columns[0].name, said["how"] == "with", clause)
    strange = _LACKING.fullmatch(clause.masked)
    if strange and strange["said"] in strange_words(clause) and not clause.values and of_days(clause) is None:
        raise unknown_column(strange["said"], clause, "describe_column", "column")


SPOKEN = 60
"""From which weight on a pattern says what is to be done."""
_WANTED = re.compile(
    r"(?:(?:please|now|just|ok|so|and|i|we|you|can|could|should|want|would|like|to|do|also) )*(?:use|need|include|add|want|take|consider|keep|leave|get|bring|"
    r"move|pull|push|let|make|mark|score|grade|hold|respect|mind|note|watch|merge|copy|clone|touch|double|halve|measure|weigh|give|put|turn|set|handle|cut|join|"
    r"share|value) (?:(?:the|my|our|also|just|column) )*@(?: (?:column|field|feature|variable))?(?: (?:too|as well|please|now|for this|here))*",
)


def _refuse_wanted(clause: Clause) -> None:
    """Asks what is to be done with a column where the verb says nothing of that: “use the fare column”, “move fare”."""
    if clause.context.last or clause.inherited or not _WANTED.fullmatch(clause.masked) or not clause.columns[0].clear or any(weight >= SPOKEN for weight, _ in candidates(clause)):
        return
    name = clause.columns[0].name
    target = [] if clause.context.target else [option("set_target", {"column": name}, f"Predict {name}")]
    raise Unclear(f"What shall be done with “{name}”?", [option("choose_features", {"columns": [name]}, f"Learn from {name}, and nothing else"), *target, option("describe_column", {"column": name}, f"Look at {name}"), option("list_options", {}, "Show what can be done")])


def _means_column(clause: Clause) -> bool:
    """Says whether a name is written as only a column is: quoted, or just like it where that is no plain word: “without PassengerId”."""
    written = clause.written(clause.columns[0])
    return clause.columns[0].quoted or (written == clause.columns[0].name and not re.fullmatch(r"[A-Z]?[a-z]+", written))


def _rows_or_column(name: str, wanted: bool, clause: Clause) -> Unclear:
    rows = _rows(name, wanted, clause)
    other = option("choose_features", {"columns": [name]}, f"Learn from {name}") if wanted else option("drop_columns", {"columns": [name]}, f"Drop {name}")
    third = option("filter_rows", {"column": name, "op": "not_missing"}, f"Keep the rows where {name} is known") if rows["call"]["args"]["op"] == "is_missing" else option("describe_column", {"column": name}, f"Look at {name} first")
    return Unclear(f"Shall only the rows stay {rows['label'].removeprefix('Keep the rows ')}, or is the column meant?", [rows, other, third])


def _rows(name: str, wanted: bool, clause: Clause) -> dict[str, Any]:
    entry = clause.context.column(name)
    answer = (yes_of if wanted else no_of)(clause.context, name)
    if entry.get("kind") == "boolean" and answer is not None:
        return option("filter_rows", {"column": name, "op": "eq", "value": answer}, f"Keep the rows where {name} is {answer}")
    none = next((value for value in entry.get("values") or () if str(value).lower() in NONE), None)
    if none is not None and not wanted:
        return option("filter_rows", {"column": name, "op": "eq", "value": none}, f"Keep the rows where {name} is {none}")
    if entry.get("kind") == "numeric" and not entry.get("missing"):
        return option("filter_rows", {"column": name, "op": "gt" if wanted else "eq", "value": 0}, f"Keep the rows where {name} is {'above ' if wanted else ''}0")
    return option("filter_rows", {"column": name, "op": "not_missing" if wanted else "is_missing"}, f"Keep the rows where {name} is {'known' if wanted else 'missing'}")


def _refuse_somebody(clause: Clause) -> None:
    """Asks whether the column is to be learned where somebody wants to know something of one person: “guess my age”."""
    said = _OF_SOMEBODY.fullmatch(clause.masked)
    if said is None or clause.context.runs or len(clause.columns) != 1:
        return
    mention = clause.columns[0]
    if said["whose"] != "my" or mention.score < 0.9 or clause.word(mention.end - 1) in _OF_A_PERSON:
        raise Unclear(f"I can learn to predict “{mention.name}” from the table, and then for one record that is described. Shall it be the target?", [option("set_target", {"column": mention.name}, f"Yes: predict {mention.name}"), option("describe_column", {"column": mention.name}, f"Look at {mention.name} first")])


_ALL_BUT = re.compile(r"(?:(?:just|only|and|so|please) )*(?:all|everything|every column|all(?: the| of the| my)? (?:columns|others)|anything) (?:but|except(?: for)?|besides|apart from|other than|without|bar) (?:the |my )?@(?:(?: ?,| and|, and| or) (?:the )?@)*(?: please)?")


def _refuse_all_but(clause: Clause) -> None:
    """Asks what shall be done with all columns but those named, where nothing says it: “everything but the notes”."""
    if clause.context.last or clause.inherited or not _ALL_BUT.fullmatch(clause.masked) or not all(mention.clear for mention in clause.columns):
        return
    names = [mention.name for mention in clause.columns]
    others = [name for name in clause.context.features(("numeric", "categorical", "boolean", "datetime", "text")) if name not in names]
    said = " and ".join(names)
    raise Unclear(f"What shall be done with all but {' and '.join(f'“{name}”' for name in names)}?", [option("drop_columns", {"columns": names}, f"Drop {said}, keep the rest"), option("choose_features", {"columns": others}, f"Learn from the rest, {said} may stay in the table")])


def is_saying(clause: Clause) -> bool:
    """Says whether two bare words that are held together are no request: one said twice, or one that asks for nothing: “rank and file”."""
    said = _PAIR.fullmatch(clause.norm)
    return said is not None and not (clause.columns or clause.values or clause.numbers) and (said["first"] == said["second"] or (said["joint"] not in ("by", "for") and not all(word in KNOWN or candidates(Clause(word, clause.context)) for word in (said["first"], said["second"])) and not candidates(clause)))
