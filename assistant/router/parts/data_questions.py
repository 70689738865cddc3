"""Answers a question about the table by groups, a count or two columns held side by side: “are vans dearer than minis”, “who wins more, ann or bob”, “how many stand near a road”."""

from __future__ import annotations

import re

from assistant.router.arguments.record import record
from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.asking.refuse import is_elsewhere
from assistant.router.context import Call
from assistant.router.entities.adjectives import DEGREES, PLAIN, SUPERLATIVES
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import age_column
from assistant.router.entities.condition import OPPOSITE
from assistant.router.entities.hints import by_unit
from assistant.router.entities.loosely_asked import is_part, loosely_asked, measures_spoken_of
from assistant.router.entities.words import ROW_NOUNS
from assistant.router.parts.asked_of_data import (
    LEAD,
    OF_DATES,
    SUBJECT,
    Asked,
    asked_of,
    asks_of_table,
    names_a_stranger,
    narrowed,
)
from assistant.router.parts.groups_compared import (
    OF_ROWS,
    WHERE,
    by_place,
    by_time,
    compared,
    counted,
    described,
    held_together,
    utmost_of,
)
from assistant.router.parts.yes_no import is_look, looked_at
from tools.catalog import find_tool

_COUNTED = re.compile(r"\b(?:how many|how much of|how often|how frequent\w*|how common|number of|(?:what|which|whats the|the) (?:share|percentage|percent|fraction|proportion|part|portion|ratio|rate)\b|what % )")
_IN_ALL = re.compile(rf"\b(?:how much|total|altogether|in total|in all|all together|overall|on average|average|typical(?:ly)?|usual(?:ly)?|normal(?:ly)?|(?:what|where) (?:do|does|did)|(?:how|so) (?:big|high|happy|satisfied|{PLAIN}))\b")
_COMPARED = re.compile(
    rf"\b(?:more|most|less|least|fewer|fewest|higher|highest|lower|lowest|better|best|worse|worst|bigger|biggest|larger|largest|smaller|smallest|greater|greatest|"
    rf"longer|longest|often|likelier|likely|same|different\w*|differ|alike|{DEGREES}|latest|newest|earliest|newer|happier|happiest|favou?rite|top|record|quietest|"
    rf"busiest|busier|quieter)\b",
)
_RELATED = re.compile(
    r"\b(?:help|helps|hurts?|leads?|leading|drives?|affects?|influences?|matters?|important|importance|depends?|relat\w+|link\w*|connect\w*|correlat\w*|goes|go|"
    r"going|move|moves|cause|causes|impacts?|follows?|predictive|because|with|when|same|different|differs?|var(?:y|ies)|better|worse|more|less|effect|role|"
    r"difference|changes?|rise|rises|fall|falls|grow|grows|close to|always|ever|below|above|mean|make|prevents?|reduces?|lowers?|raises?|increases?|improves?|"
    r"protects?|saves?|brings?|attracts?|results? in|matters? for|good for|bad for|worth)\b",
)
_OVER_TIME = re.compile(r"\b(?:over (?:the )?(?:time|years|months|weeks|days)|through the years|going (?:up|down)|(?:go|went|gone|goes) (?:up|down)|rising|falling|growing|shrinking|trend\w*|increas\w+|decreas\w+|getting (?:better|worse|higher|lower|longer|shorter|slower|faster|cheaper|dearer))\b")
UTMOST = re.compile(rf"\b(?:{SUPERLATIVES}|biggest|largest|smallest|highest|lowest|best|worst|most|least|top|record|latest|newest|earliest|maximum|minimum|max|min|longest|shortest)\b")
_DRIVEN = re.compile(
    rf"{LEAD}(?:(?:which|what)(?: (?:columns?|factors?|things?|variables?|inputs?|else|really|actually|fields?))* (?:drives?|predicts?|influences?|affects?|"
    rf"determines?|decides?|causes?|shapes?|pushe?s?|lifts?|raises?|lowers?|boosts?|pulls?|drags?|matters?(?: (?:the )?most)? (?:for|to)|"
    rf"(?:has|have) (?:the |an? )?(?:\w+ )?(?:effect|influence|impact|bearing) on|is behind|lies behind|leads? to)\b.*|"
    rf"(?:why (?:do|does|did|is|are)|what makes)\b.*)",
)
"""A question of what is behind a column: “what drives churn”, “why do people leave”."""
_ODD = re.compile(rf"{LEAD}(?:(?:is|are|was) )?(?:there )?any(?:thing|one)? ?(?:odd|off|wrong|strange|weird|unusual|suspicious|fishy|amiss|missing|special|interesting) (?:with|about|in|on|of|at)\b")
_SOUGHT = re.compile(r"(?:(?:which|what) (?P<what>[a-z]+)|who(?:s| is| are| was) the (?P<best>best|worst))\b")
_NO_SUBJECT = frozenset(["is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "can", "would", "will", "one", "ones", "row", "rows", "record", "records", "of", "the", "people", "person", "cases"])
"""What is asked for by its own name: “which singer has the most plays”."""
_NONE_OF = re.compile(r"(?:is|are|was|were) there\b.*\b(?:with|no|without|missing|any)\b")
_ARE_THERE = re.compile(rf"{LEAD}(?:is|are|was|were|do|does|did|has|have|any)\b")
_LOOKS = frozenset(["aggregate", "describe_column", "plot", "correlate"])
_HOW_TO = re.compile(r"how (?:do|does|can|could|should|would|to|did) (?:i|we|you|one|they|people|[a-z]+ing)\b(?!.*\b(?:predict\w*|forecast|score|classify|use|new|model)\b)")
_WHO_MOST = re.compile(rf"(?:who|whose|which|what)\b.*\b(?:most|least|highest|lowest|best|worst|more|less|{SUPERLATIVES})\b(?! likely)")
_HOW_DONE = re.compile(r"(?:(?:and|so|but) )*(?:how|why|when|where|what|which(?: [a-z]+)?) (?:did|had|have) (?:you|we|i|it) (?!not\b|better\b)")
"""A question of how something was done, which orders nothing: “how did you handle the missing ages”."""
_HOW_WE = re.compile(r"how (?:far|long|fast) (?:do|did|can) (?:i|we|they|people) ")
_HOLDS = re.compile(r"\b(?:affects?|influences?|depends?|drives?|relat\w+|link\w*|correlat\w*|matters? (?:for|to|in)|goes with|go with|changes? with)\b")
_WHETHER = re.compile(r"\b(?:needs?|must|worth|have to|has to|makes? sense|mean|use|matters?|important|useful|useless|helps?)\b")
_UPWARDS, _DOWNWARDS = re.compile(r"\b(?:over|above|more than|at least|longer|older|higher|beyond)\b"), re.compile(r"\b(?:under|below|less than|fewer|at most|shorter|younger|lower)\b")


def changes_table(calls: list[Call]) -> bool:
    """Says whether one of the calls would change the data, or start a long search."""
    return any((entry.records or entry.expands) and (entry.stage in ("data", "prepare", "features", "split") or call["tool"] == "autopilot") and call["tool"] not in ("set_target", "set_task", "load_data", "acknowledge") for call in calls for entry in [find_tool(call["tool"])])


def is_open(unclear: Unclear) -> bool:
    """Says whether it was not understood what is asked, so that the question may be read in another way; which of two columns is meant stays open."""
    if unclear.final:
        return False
    return unclear.vague or not {entry["call"]["tool"] for entry in unclear.options} <= _LOOKS or unclear.question.startswith(("Of which column?", "By which column shall I group?", "By what?"))


def misses_the_point(clause: Clause, calls: list[Call]) -> bool:
    """Says whether a question of a measure is answered by what only numbers the rows: the id of “the longest trip”."""
    if len(calls) != 1 or not asks_of_table(clause):
        return False
    tool, args = calls[0]["tool"], calls[0]["args"]
    if tool == "set_target":
        return _WHO_MOST.match(clause.norm) is not None
    if tool == "correlate":
        pair = [*(args.get("columns") or []), *([args["with_column"]] if args.get("with_column") else [])]
        return len(pair) == 2 and sum(clause.context.kind(name) == "categorical" for name in pair) == 1 and not any(isinstance(value, int | float) for name in pair for value in clause.context.column(name).get("values") or ())
    if tool == "predict":
        return not (clause.context.target or clause.context.runs) and bool(clause.values) and re.match(r"how (?:[a-z]+ (?:do|did)|much of|many)\b", clause.norm) is not None
    if tool == "job_status":
        return _HOW_WE.match(clause.norm) is not None  # “how far do I run”
    if tool == "describe_column" and _HOLDS.search(clause.norm) and clause.columns and loosely_asked(clause):
        return True  # “does the temp affect count”
    named = clause.context.kind(args["column"]) if tool == "describe_column" else ""
    return (named in ("id", "text") and (bool(clause.numbers) or bool(measures_spoken_of(clause)))) or (named == "categorical" and UTMOST.search(clause.norm) is not None and bool(measures_spoken_of(clause)))


def asks_how(clause: Clause, calls: list[Call]) -> bool:
    """Says whether somebody asks how a thing of the world is done, and not what will come of it: “how do I plant an oak”."""
    return calls[:1] != [] and calls[0]["tool"] == "predict" and _HOW_TO.match(clause.norm) is not None


def answered(clause: Clause, calls: list[Call] | None) -> list[Call] | None:
    """Gives the look that answers a question in place of the calls that it was read as, where these would change the table or miss what is asked; asks where neither is known."""
    if calls is None and is_elsewhere(clause.shape.text):
        return None
    changing = calls is None or changes_table(calls)
    if calls and changing and _HOW_DONE.match(clause.norm):
        return [{"tool": "show_pipeline", "args": {}}]
    look = (answered_by_groups(clause) if changing or misses_the_point(clause, calls or []) else None) or looked_at(clause, calls)
    if look is None and calls and calls[0]["tool"] == "explain" and not clause.context.runs:
        look = what_drives(clause)
    if look is None and calls and changing and (clause.numbers or (look := of_one_column(clause)) is None):
        refuse_change(clause, calls)
    return look


def answered_otherwise(clause: Clause, unclear: Unclear) -> list[Call] | None:
    """Gives the look that answers a question of which it was unclear what it asks for; raises Unclear, with the better of two questions, where it stays so."""
    if not is_open(unclear):
        return is_look(clause, unclear)
    try:
        return answered_by_groups(clause) or is_look(clause, unclear) or of_one_column(clause)
    except Unclear as other:
        raise (unclear if other.question == unclear.question and len(other.options) >= len(unclear.options) else other) from None


def answered_by_groups(clause: Clause) -> list[Call] | None:
    """Gives the call that answers a question about groups, counts or two columns; None where the words name too little for one. Asks where several numbers may be meant."""
    if not clause.names or not asks_of_table(clause) or names_a_stranger(clause):
        return None
    words, asked = clause.norm, asked_of(clause)
    if _DRIVEN.fullmatch(words) and not clause.values:
        return what_drives(clause)
    if _ODD.match(words) and len(clause.columns) > 1:
        return [{"tool": "profile", "args": {}}]
    if _COUNTED.search(words):
        return _of_one(asked, asked.numbers) if clause.numbers and not asked.groups else counted(asked.groups) if asked.groups and not clause.numbers and not any(clause.context.kind(mention.name) == "numeric" for mention in clause.columns) else None
    if not asked.groups and len(asked.numbers) == 1 and len(asked.numbers[0]) == 1:
        name = asked.numbers[0][0]
        if _OVER_TIME.search(words):
            dates = asked.dates or clause.context.features(("datetime",))
            return [{"tool": "plot", "args": {"kind": "line", "x": dates[0], "y": name}}] if len(dates) == 1 else described(name)
        if OF_ROWS.search(words) and not asked.measured:
            return counted([name])  # “which hour is the quietest”
    compares, relates = _COMPARED.search(words) is not None, _RELATED.search(words) is not None
    both = [*asked.numbers, *(names for names in asked.measured if not any(set(names) & set(other) for other in asked.numbers))]
    if len(asked.measured) > 1 and re.match(r"(?:do|does|did|are|is)\b", words) and not clause.values:
        return held_together([narrowed(names, asked.numbers) for names in asked.measured], [])  # “do heavier horses run slower”, whatever a horse is
    numbers = asked.numbers if asked.groups and asked.numbers else both
    if clause.numbers and asked.groups:
        return None  # a number that no group can hold would be lost: “how much for a class of 5”
    if clause.numbers and len(numbers) > 1:
        return _of_one_record(clause)
    if (compares or _IN_ALL.search(words)) and asked.groups:
        return compared(asked, numbers)
    if len(numbers) + len(asked.groups) > 1 and (compares or relates):
        return held_together(numbers, asked.groups)
    if asked.groups:
        return by_place(asked) if not numbers and WHERE.match(words) else None
    return _of_one(asked, numbers) or (by_time(asked) if compares and not numbers else None)


_ONE = re.compile(r"\b(?:an?|one) (?!year\b|day\b|week\b|month\b)[a-z@#]+")


def _of_one_record(clause: Clause) -> list[Call] | None:
    """Predicts one record that is described by numbers of several columns: “how thirsty is a car with 200 hp and 8 cylinders”."""
    values = record(clause) if _ONE.search(clause.shape.text) else {}
    return [{"tool": "predict", "args": {"values": values}}] if len(values) == len(clause.numbers) + len(clause.values) else None


def _of_one(asked: Asked, numbers: list[tuple[str, ...]]) -> list[Call] | None:
    """The answer to a question of one column of numbers or dates."""
    clause, words = asked.clause, asked.clause.norm
    by_units = [name for _, token in clause.numbers if (name := by_unit(clause, token))]
    told = {mention.name for mention in clause.columns if mention.clear and clause.context.kind(mention.name) == "numeric"}
    sought = _SOUGHT.match(clause.shape.text)
    if sought and ((sought["best"] and not asked.measured) or (sought["what"] and not is_part(sought["what"], clause.names) and f"{sought['what']}s" not in ROW_NOUNS and sought["what"] not in _NO_SUBJECT)):
        return None
    if not by_units and not (clause.numbers and told) and names_a_stranger(clause, SUBJECT):
        return None
    if clause.numbers:
        named = set(by_units) or told or {name for name in [age_column(clause.context)] if name and (_UPWARDS.search(words) or _DOWNWARDS.search(words))} or {name for names in numbers for name in names}
        return described(named.pop()) if len(named) == 1 and (_ARE_THERE.match(words) or _COUNTED.search(words)) else None
    if asked.dates and not numbers and OF_DATES.search(words):
        return described(asked.dates[0])
    if asked.dates and OF_ROWS.search(words):
        return counted(asked.dates)
    return utmost_of(clause, numbers) if numbers and (UTMOST.search(words) or _IN_ALL.search(words) or _NONE_OF.search(words)) else None


def what_drives(clause: Clause) -> list[Call] | None:
    """Holds all columns against the one of which somebody asks what is behind it, where no model learns it; None for any other words."""
    if not _DRIVEN.fullmatch(clause.norm) or clause.values or clause.numbers:
        return None
    names = list(dict.fromkeys([*(mention.name for mention in clause.columns if mention.clear), *(names[0] for _, names in loosely_asked(clause) if len(names) == 1)]))
    fit = len(names) == 1 and names[0] != clause.context.target and clause.context.kind(names[0]) in ("numeric", "boolean")
    return [{"tool": "correlate", "args": {"with_column": names[0]}}] if fit else None


def of_one_column(clause: Clause) -> list[Call] | None:
    """Looks at the only column that a question names, where nothing else is known of what is asked: “how complete is kwh”, “any negatives in tax”."""
    if not asks_of_table(clause) or names_a_stranger(clause, SUBJECT) or clause.values or len(clause.columns) != 1 or not clause.columns[0].clear or clause.columns[0].score < 0.7 or _WHETHER.search(clause.masked) or (clause.numbers and (re.match(r"(?:which|who|whose)\b", clause.norm) or clause.context.kind(clause.columns[0].name) != "numeric")):
        return None
    return described(clause.columns[0].name)


def refuse_change(clause: Clause, calls: list[Call]) -> None:
    """Asks what is wanted where a question was read as a change of the data, which none is; raises Unclear."""
    if not asks_of_table(clause):
        return
    rows = [call for call in calls if call["tool"] == "filter_rows"]
    names = list(dict.fromkeys([mention.name for mention in clause.columns if mention.clear] + [str(call["args"]["column"]) for call in rows]))
    names += [name for _, token in clause.numbers if (name := by_unit(clause, token)) and name not in names]
    looks = [option("describe_column", {"column": name}, f"Look at {name}") for name in names[:2]]
    calls = [_the_way_said(call, clause) for call in calls]
    options = [*looks, *(option(call["tool"], call["args"], label(call)) for call in calls[:2])] if calls[0]["tool"] != "autopilot" else [*looks, option("profile", {}, "Check the data")]
    raise Unclear("Do you ask about the data, or shall it be changed?" if calls[0]["tool"] != "autopilot" else "What would you like to know?", [*options, option("preview", {}, "Look at the data")])


def _the_way_said(call: Call, clause: Clause) -> Call:
    """Keeps the rows that are asked about, and not the others: “which trees cost over 500 to prune” orders nothing to go."""
    op = call["args"].get("op")
    wrong = (op in ("lt", "le") and _UPWARDS.search(clause.norm)) or (op in ("gt", "ge") and _DOWNWARDS.search(clause.norm))
    return {**call, "args": {**call["args"], "op": OPPOSITE[op]}} if wrong else call
