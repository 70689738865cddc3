"""Recognises what is only told of rows, and asks which way it is meant: “samples below 6.5 are faults”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.context import Call
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.condition import OPPOSITE
from assistant.router.entities.described import sorts_rows
from assistant.router.parts.segment import opens_with_verb

_ONLY_TOLD = re.compile(
    r"^there (?:is|are|was|were|isnt|arent) |^(?:(?:but|so|and|well|the|my|our|column) )*@ (?:has|have|contains?|holds?|lists|"
    r"knows) (?:(?:the|both|values?) )*[ND#](?: ?(?:,|and|or|, and) (?:also )?[ND#])+$|"
    r"^(?!only|just|all i|what i)[^ND#]*(?:[ND#@] )+(?:are|is|were|was|must be|cannot be|cant be|seems?|"
    r"looks?)(?: (?:probably|all|just|only|surely|likely|clearly|obviously|certainly))* (?!(?:enough|needed|wanted|what|of interest|interesting|relevant|"
    r"to)\b)[a-z][^@#ND]*$",
)
"""What is only said of rows, or of the values of a column: “the trips with a fare over 200 are errors”, “soil has Loam and loam”."""
_THERE_ARE = re.compile(
    r"^(?:(?:but|so|and|well|oh) )*(?:(?:far |way |much )?too (?:few|many|little)|hardly any|barely any|scarcely any|not enough|so few|very few|almost no|"
    r"next to no) [^?]*$|^(?:(?:but|so|and|well|we have|there are|i have) )*(?:(?:far|many|much|way|a lot) )?(?:fewer|more|"
    r"less) (?!than\b)[^?ND]{1,40} than [^?ND]*$|^(?:(?:because|since|as|so|but|and|well) )*(?:theres|(?:there )?(?:is|are|was|were)|"
    r"(?:we|i|you) (?:only |really |just )?(?:have|had|"
    r"got))(?: (?:(?:only|just|hardly|barely|scarcely|very|too|so|far|quite|rather|almost|nearly|really|clearly) )*(?:any|few|little|no|none|many|some|several|"
    r"lots of|plenty of|enough|not enough|more|fewer|\d+|N))\b[^?]*$",
)
"""What is only told of how many rows there are: “there are hardly any severe ones”."""
_SAYS_WHICH = re.compile(r"^(?:no|not|without)\b|\b(?:only|alone)$|\b(?:missing|empty|blank|nulls?|nan|known|unknown)\b")
"""What tells which rows are to stay, however it is told: “rows where age is missing only”."""


def only_tells(clause: Clause) -> bool:
    """Says whether words tell of rows, and not which of them are to stay: “samples below 6.5 are faults”."""
    return not opens_with_verb(clause.text) and ((_ONLY_TOLD.search(clause.shape.text) is not None and not sorts_rows(clause)) or _THERE_ARE.match(clause.shape.text) is not None)


def says_which(clause: Clause) -> bool:
    """Says whether the words tell by a gap, or by what alone stays, which rows are meant."""
    return _SAYS_WHICH.search(clause.norm) is not None


_FAULTY = re.compile(
    r"(?:(?:and|but|so|well|also|the|any|all|a|an|values? of|values?|rows with|readings?|anything|everything|whatever) )*(?:@ (?:[a-z]+ )?)?(?:(?:of|is|that is|"
    r"thats|with|at) )*(?:above|below|over|under|beyond|more than|less than|greater than|higher than|lower than|>|<|> =|< =|at (?:least|most)) (?:N|"
    r"D)(?: [a-z%]{1,8})? (?:is|are|must be|was|were|looks like|seems)(?: (?:just|all|clearly|surely|probably|obviously|plain|simply|an?|some|the))* (?:errors?|"
    r"mistakes?|typos?|nonsense|wrong|faults?|faulty|impossible|rubbish|garbage|bogus|invalid|junk|artefacts?|artifacts?|glitch(?:es)?|unreal(?:istic)?|"
    r"absurd)(?: (?:of course|surely|i think|here|in there|in the data|really))*",
)


def is_faulty(clause: Clause) -> bool:
    """Says whether words only call rows wrong, beyond some number: “wet weight over 300 kg is a mistake”."""
    return _FAULTY.fullmatch(clause.shape.text) is not None


def ask_which_way(calls: list[Call]) -> None:
    """Asks whether rows that were only spoken of are to go or to stay, where their contrary can be said."""
    args = calls[0]["args"]
    if len(calls) == 1 and args.get("op") in OPPOSITE:
        unclear = Unclear("Shall these rows go, or stay?", [option("filter_rows", {**args, "op": OPPOSITE[args["op"]]}, "They go"), option("filter_rows", args, "Only they stay"), option("preview", {}, "Look at the data")])
        unclear.vague = True
        raise unclear


_HELD_AGAINST = re.compile(r"# (?:vs|versus|against|compared (?:to|with)) (?!#)[a-z]|[a-z] (?:vs|versus|against|compared (?:to|with)) #")
"""A value beside a word that is none: “lions vs unicorns” compares them and keeps no rows."""
_TO_DO_SO = re.compile(r"(?:i|we|people|they)(?: (?:really|just|only|all|so|all want to|would))* (?:want|need|wish|hope|plan|try|like|love|have|am trying|got) to #(?: .*)?")
"""What somebody wants to do, which a value only sounds like: “I want to lose weight”."""


_ORDERS_ONE = re.compile(r"(?:i|we) (?:would like|want|need|will have|will take|d like|ll have|ll take|fancy|could use) (?:an?|one|two|three|four|some|another|N) (?:more )?#(?: please)?")
"""What somebody orders for himself: “I'd like two rolls”."""
_ASKS_FOR_ONESELF = re.compile(
    r"(?:(?:can|may|should|could|must|shall|will|would) (?:i|we|you|he|she|one|my [a-z]+) (?!see|have|get|keep|look|only|just|filter|drop|remove|exclude|view|use|"
    r"restrict|limit|show|give|take (?:out|away|only|just)|leave|throw|focus|work|predict|guess|skip|pick|select)|"
    r"(?:do|does|did|am|are|is) (?:i|you|he|she|my [a-z]+) )(?:[a-z]+ ){1,20}#(?: [a-z]+){0,4}",
)
"""What somebody asks for himself: “can I take this with Lipitor”."""


def tells_of_oneself(clause: Clause) -> bool:
    """Says whether somebody only tells what he wants to do himself, in words that are a value of the table."""
    return bool(clause.values) and not clause.columns and not clause.context.runs and (_TO_DO_SO.fullmatch(clause.shape.text) or _ORDERS_ONE.fullmatch(clause.shape.text) or _ASKS_FOR_ONESELF.fullmatch(clause.shape.text)) is not None


_OR_NOT = re.compile(r"(?:(?:is|are|was|were|who|whos|it|they|he|she) )*# or (?:not|no|un[a-z]+)(?: ?\?)?")


def refuse_or_not(clause: Clause) -> None:
    """Asks what is wanted where a value is only held against its contrary: “treated or not?”."""
    if not clause.values or clause.columns or clause.context.last or not _OR_NOT.fullmatch(clause.shape.text) or len(clause.values[0].columns) != 1:
        return
    value = clause.values[0]
    column = value.columns[0]
    foretold = [] if clause.context.target else [option("set_target", {"column": column}, f"Learn to tell {column}")]
    raise Unclear(f"What shall be done with “{clause.written(value)}”?", [*foretold, option("filter_rows", {"column": column, "op": "eq", "value": value.value}, "Keep only these rows"), option("aggregate", {"by": [column], "statistic": "count"}, "Count them")])


_UNIT_RANGE = re.compile(r"(?:the )?@ (?:from|between|in|to) N (?:to|and|-) N")


def refuse_unit_range(clause: Clause) -> None:
    """Asks whether numbers are to be brought between 0 and 1, or only rows between these to stay: “pain from 0 to 1”."""
    if clause.context.last or len(clause.columns) != 1 or not clause.columns[0].clear or not _UNIT_RANGE.fullmatch(clause.shape.text) or [token.number for _, token in clause.numbers] != [0.0, 1.0]:
        return
    name = clause.columns[0].name
    if clause.context.kind(name) == "numeric":
        raise Unclear(f"Shall {name} be brought between 0 and 1, or only rows stay where it is?", [option("scale", {"columns": [name], "method": "minmax"}, f"Bring {name} between 0 and 1"), option("filter_rows", {"column": name, "op": "between", "value": [0, 1]}, "Keep only these rows")])


def holds_against(clause: Clause) -> bool:
    """Says whether a value is held against a word that is none, which keeps no rows."""
    return _HELD_AGAINST.search(clause.shape.text) is not None
