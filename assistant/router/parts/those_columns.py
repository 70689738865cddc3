"""Understands which column a request means that points back at a statement: “los is a silly name, call it stay”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.hints import told_by_words
from assistant.router.parts.of_the_call_before import asks_already
from assistant.router.parts.pointing import LATER, MANY, ONE, SO
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggers.wordlists import DROP, ODD
from assistant.router.tool.wanted import wanted

_DROPPED = re.compile(rf"{SO}(?:{DROP}) (?:(?P<one>{ONE})|(?P<many>{MANY})){LATER}", re.I)
_EITHER = re.compile(rf"{SO}(?:{DROP}|(?:keep|leave) (?:only |just )?) ?(?:one|1|either)(?: of (?:them|those|these|the two|both)(?: two)?)?{LATER}", re.I)
_KEPT = re.compile(rf"{SO}keep (?:only |just )?(?P<name>.{{1,60}}?) of (?:the two|them|those(?: two)?|these(?: two)?|both)", re.I)
_SUBJECTS = re.compile(r"^(?:the |both |column |columns )*@(?: (?:,|and|&|plus|, and) (?:the )?@)*(?= [a-z])")
_ONE_SUBJECT = re.compile(r"(?:the |my |our |this |column )*@(?: column)? (?:is|was|has|had|gives|tells|only|just|always|simply|never|basically|really|looks|seems|leaks|means|contains|holds|comes|depends|says|cannot|cant|doesnt|does|isnt|wont|will|would|can)\b")
"""A statement about one column, which “it” then means whatever else is named: “total is fare plus tip, drop it”."""
_OF_ROWS = re.compile(r"@ (?:with|without|that (?:has|have|are|is|were|was)|who|whose|where)\b")
"""Rows that are told of by what they have: “the songs with bad words”."""
_UNWANTED = re.compile(
    r"^(?:(?:i|we|you|the model|nobody)\b[^@]{0,40}|(?:(?:the|our|my) )?[a-z]+ (?:says? no to|said no to|objects? to|objected to|forbids?|forbade|bans?|banned|"
    r"vetoe[sd]|(?:does not|doesnt|wont|will not) (?:allow|want|like|let us use)|is against) (?:the )?)@(?: (?:,|and|&|plus|, and|or|nor) (?:the )?@)*(?! (?:with|"
    r"without|that|which|where|who|whose|from|in|of|for)\b)(?: [a-z]+){0,3}$",
)
"""A statement of the person about columns: “we never look at the notes or the date”."""


def makes_column(text: str, context: RouterContext) -> bool:
    """Says whether a part asks for a new column, which “predict it” then means rather than what it is made of."""
    ranked = candidates(Clause(text, context))
    return bool(ranked) and ranked[0][1] in ("add_feature", "rename_column")


_ITS_COLUMN = re.compile(r"(?:that|this|it|which) ?(?:s|is|would be|will be|means)? (?:called |named |in |under |just )*(?:the |our |my )?(?:column |field )?@(?: column| field| one)?")


def target_named(statement: str, text: str, context: RouterContext) -> str | None:
    """The column that is said to be what somebody wants to know: “I am after who leaves us, that's the Quit column”."""
    clause = Clause(text, context)
    if len(clause.columns) != 1 or not clause.columns[0].clear or not _ITS_COLUMN.fullmatch(clause.masked):
        return None
    asked = wanted(Clause(statement, context))
    return clause.columns[0].name if asked and asked[0][1] == "set_target" and not Clause(statement, context).columns else None


def target_told(statement: str, context: RouterContext) -> str | None:
    """The column that a statement or question tells of, which “that's what I want to predict” points at."""
    clause = Clause(statement, context)
    names = [mention.name for mention in clause.columns if mention.clear]
    return names[-1] if names else told_by_words(clause)


_OUTLYING = re.compile(rf"\b(?:outliers?|outlying|extremes|{ODD}|isolation forest|z-?scores?)\b", re.I)
"""Values far from the others, which “kick them out” then means, and not their column."""


def columns_meant(statement: str, text: str, context: RouterContext) -> list[str]:
    """The columns of a statement that the part after it wants dropped: those that it is about, not all that it names."""
    dropped, kept, either = _DROPPED.fullmatch(text), _KEPT.fullmatch(text), _EITHER.fullmatch(text)
    if not (dropped or kept or either) or opens_with_verb(statement) or _OUTLYING.search(statement):
        return []
    clause = Clause(statement, context)
    if asks_already(clause):
        return []
    subjects = _SUBJECTS.match(clause.masked)
    mentions = clause.columns[: subjects[0].count("@")] if subjects else []
    if not mentions and dropped and not _OF_ROWS.search(clause.masked) and (len(clause.columns) == 1 or _UNWANTED.match(clause.masked)):
        mentions = clause.columns  # “I thought about using the notes, but nah, drop them”
    names = [mention.name for mention in mentions]
    if dropped and dropped["one"] and len(names) == 1 and mentions[0].clear and of_one_column(statement, text, context):
        return names
    if either and len(names) == 1 and len(clause.columns) == 2:
        names = [mention.name for mention in clause.columns]
    if not names or clause.numbers or clause.values or not all(mention.clear for mention in mentions):
        return []
    if dropped:
        several = len(names) > 1 or (not dropped["one"] and clause.word(mentions[-1].end - 1).endswith("s"))
        return names if several != bool(dropped["one"]) else []
    if kept:
        stays = [mention.name for mention in Clause(kept["name"], context).columns]
        return [name for name in names if name not in stays] if set(stays) < set(names) else []
    if len(names) > 1:
        raise Unclear(f"Which one shall go: {' or '.join(f'“{name}”' for name in names)}?", [option("drop_columns", {"columns": [name]}, f"Drop {name}") for name in names])
    return []


_BELIEVED = re.compile(r"^(?:(?:so|and|but|well|ok) )*(?:i|we) (?:(?:really|just) )?(?:think|believe|guess|suppose|know|suspect|see|noticed|am told|are told|fear)(?: that)? ", re.I)
_NAMED_BETTER = re.compile(r"(?P<said>.{3,120}?)(?:[,:] | (?=so ))(?:so |please |lets |then |just |better |rather )*(?:call|name|rename|relabel) (?:it|that|this|that one|this one|the column|that column)(?: to| as| into)? (?P<name>.{1,80})", re.I)
_SAID_A_COLUMN = re.compile(r"\b(?:column|field|heading|header) @|@ (?:column|field|heading|header)\b")
_FORMULA = re.compile(r"[/*+=]|\b(?:divided|times|plus|minus|per|over|ratio|sum|difference|product)\b", re.I)


def renaming(text: str, context: RouterContext) -> str | None:
    """The order to rename the one column that a statement finds badly named: “los is a silly name, call it stay”."""
    match = _NAMED_BETTER.fullmatch(text)
    if match is None or opens_with_verb(text) or _FORMULA.search(match["said"]):
        return None
    clause = Clause(_BELIEVED.sub("", match["said"]), context)
    said = _SAID_A_COLUMN.search(clause.masked)
    if said and (meant := clause.columns[clause.masked[: said.end()].count("@") - 1]).clear:
        return f'rename "{meant.name}" to {match["name"]}'
    alone = len(clause.columns) == 1 and clause.columns[0].clear and (_ONE_SUBJECT.match(clause.masked) or re.fullmatch(r"(?:the )?(?:column )?@(?: column)?", clause.masked))
    return f'rename "{clause.columns[0].name}" to {match["name"]}' if alone else None


_ITS_ROWS = re.compile(r"\b(?:rows?|records?|entries|entry|lines|ones|cases|where|when|some|sometimes|of them|values?)\b", re.I)


def of_one_column(statement: str, text: str, context: RouterContext) -> bool:
    """Says whether “it” is the column that a statement opens with: “the deposit is always three rents, kick it out”."""
    dropped = _DROPPED.fullmatch(text)
    clause = Clause(statement, context)
    return dropped is not None and dropped["one"] is not None and _ONE_SUBJECT.match(clause.masked) is not None and not _ITS_ROWS.search(statement)
