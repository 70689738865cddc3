"""Asks where rows are described by what no condition says, or by a word that the conditions read from the rest would lose."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.entities.adjectives import PLAIN, degree_of
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.condition import OPPOSITE, OUTSIDE, Condition
from assistant.router.entities.direction import GOES, direction_of
from assistant.router.entities.value_words import PEOPLE
from assistant.router.entities.words import COMMON, ROW_NOUNS
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.triggers.wordlists import DROP, ODD

Args = dict[str, Any]
_TOO_MUCH = re.compile(rf"@ (?:is|are|was|were|looks?|seems?|goes|go) (?:[a-z]+ )?(?:too [a-z]+|{ODD})\b")


def refuse_too_much(clause: Clause) -> None:
    """Asks from where on it is too much: “rows where the wind is too strong”."""
    said = _TOO_MUCH.search(clause.masked)
    if said is None:
        return
    names = clause.columns[clause.masked[: said.start()].count("@")].names[:3]
    away = [option("handle_outliers", {"columns": [name], "action": "remove"}, f"Remove the rows where {name} is far from the others") for name in names if clause.context.kind(name) == "numeric"]
    if away:
        raise Unclear("From where on is it too much? Say a number, or let the rows go that lie far from the others.", [*away, option("describe_column", {"column": names[0]}, f"Look at {names[0]} first")])


_BEGINS = re.compile(r"\b(?:start|begin|end)(?:s|ing|ning)? with\b ?(?:an? |the )?(?:letters? |words? )?(.{0,40})", re.I)


def refuse_parts_of_words(clause: Clause, found: list[Condition]) -> None:
    """Asks where texts are to begin with something, or to contain one of several words: a condition says neither."""
    begins = _BEGINS.search(clause.text) if clause.columns else None
    if begins and begins[1].strip():
        raise _by_ends(clause.columns[0].name, begins[1].strip(), re.match(r"end", begins[0], re.I) is not None, clause)
    for condition in found:
        words = re.split(r" or |, ", str(condition.value)) if condition.op == "contains" else []
        if len(words) > 1 and " or " in str(condition.value):
            raise Unclear("I can keep the rows that contain one text at a time. Which one?", [option("filter_rows", {"column": condition.column, "op": "contains", "value": word.strip()}, f"contains {word.strip()}") for word in words[:4]])


def _by_ends(name: str, said: str, at_end: bool, clause: Clause) -> Unclear:
    """Makes the question for texts told by how they begin or end; of a column of few values those are known that do."""
    removes = direction_of(clause).removes
    known = [str(value) for value in clause.context.column(name).get("values") or () if isinstance(value, str)]
    written = said.strip("\"'").lower()
    meant = [value for value in known if (value.lower().endswith(written) if at_end else value.lower().startswith(written))]
    these = [option("filter_rows", {"column": name, "op": "not_in" if removes else "in", "value": meant}, f"{'Leave out' if removes else 'Keep'} {' and '.join(meant[:4])}")] if 0 < len(meant) < len(known) else []
    kept = [] if removes else [option("filter_rows", {"column": name, "op": "contains", "value": said}, "Yes, wherever it stands")]
    told = "A condition does not go by the beginning or the end of a text. Which rows shall go?" if removes else f"I can keep rows whose “{name}” contains “{said}”, wherever it stands, but not only at the beginning or end. Shall I?"
    return Unclear(told, [*kept, *these, option("describe_column", {"column": name}, f"Look at {name} first"), *([] if kept or these else [option("preview", {}, "Look at the data")])])


_BY_PLACE = re.compile(
    r"\b(?:rows?|lines?|records?|entries) (?:number |no |nr |# )?\d+(?: ?(?:to|-|and|till|until|through|,|up to) \d+)*(?: (?:out|away|please))?$|"
    r"\b(?:first|last|top|bottom) (?:\d+|N|two|three|five|ten|hundred) ?(?:rows?|lines?|records?|entries|ones)?(?: (?:out|away|only|please))?$|"
    r"\b(?:first|last) (?:row|line|record|entry)\b|\b(?:every|each) (?:second|third|fourth|fifth|tenth|other|\d+(?:st|nd|rd|th)?) [a-z]+$|"
    r"\b(?:even|odd)(?: numbered)? (?:rows|lines|records)\b",
)


def refuse_places(clause: Clause) -> None:
    """Asks where rows are meant by their place in the table: “the first 10 rows”, “row 17”, “every second row”."""
    if _BY_PLACE.search(clause.masked) is None:
        return
    counted = next((int(token.number) for _, token in clause.numbers if token.number and token.number >= 1), None)
    drawn = [option("sample_rows", {"rows": counted}, f"Keep {counted} rows, chosen by chance")] if counted and counted >= 20 and not re.match(rf"(?:please )?(?:{DROP})\b", clause.masked) else []
    raise Unclear("Rows can be kept or dropped by what stands in them, or drawn by chance, but not by their place in the table. What tells these rows apart?", [*drawn, option("preview", {}, "Look at the data"), option("list_options", {"stage": "data"}, "What can be done with rows")])


_CLOCK = re.compile(r"\b(?:after|before|at|from|until|till|since|past|between|by) (?:[01]?\d|2[0-4]) : [0-5]\d\b|\b\d{1,2} ?(?:am|pm|o clock|oclock)\b")


def says_clock(clause: Clause) -> bool:
    """Says whether a time of the day is said where a column holds times: “pickups after 22:00”."""
    return bool(clause.columns and clause.numbers) and _CLOCK.search(clause.masked) is not None and any(clause.context.kind(name) == "datetime" for mention in clause.columns for name in mention.names)


def refuse_clock(clause: Clause) -> None:
    """Asks where rows are told apart by the time of the day, which is a part of a date and a step of its own."""
    if not says_clock(clause):
        return
    name = next(name for mention in clause.columns for name in mention.names if clause.context.kind(name) == "datetime")
    raise Unclear(f"The time of the day is only a part of “{name}”. Shall I make its hour a column of its own, to keep rows by it afterwards?", [option("extract_dates", {"columns": [name], "parts": ["hour"]}, f"Make the hour of {name} a column"), option("describe_column", {"column": name}, f"Look at {name} first")])


_EVEN_WITH = (
    r"(?:above|over|greater|more|older|higher|larger|bigger|exceeds?|longer|heavier|later|below|under|less|fewer|younger|lower|smaller|before|shorter|lighter|"
    r"earlier|after|cheaper|dearer|deeper|wider|> =|< =|>=|<=|>|<|=|= =|==|! =|!=|<>|equals?|(?:is |are )?equal|(?:is |are |the )*same|differs?|different|"
    r"identical|at (?:least|most))"
)
_TWO_COLUMNS = re.compile(
    rf"@ (?:(?:is|are|was|were|being|has|have|does|do|not|isnt|arent|doesnt|much|far) )*{_EVEN_WITH}(?: (?:than|to|as|or equal|from|the|its|their|half|twice|"
    rf"double|(?:N|N %|N percent) (?:of|times|\*)|two times|three times))* @(?! (?:(?:of|is|=|at) )*[ND#])|"
    rf"@ and (?:the )?@ (?:(?:are|is|be|being|have|the) )*(?:equal|same|identical|different)(?! [a-z@]*[#ND])",
)


_CHOSEN = r"where|whose|when|if|keep|drop|remove|delete|rows?|only|just|those|records?|ones"
"""What goes with rows where “over” may also divide, or lead along a line of time."""


_RECKONED = re.compile(r"@ (?:per|/|\*|\+|minus|plus|times|divided by|relative to|compared to|compared with) (?:the |one |each |a )?@ (?:(?:is|are|of|at|was|above|over|below|under|more|less|greater|higher|lower|larger|smaller|than|least|most|between|exceeds|>|<|=) )+[ND]")
_OPERATORS = {"per": "divide", "/": "divide", "divided by": "divide", "*": "multiply", "times": "multiply", "+": "add", "plus": "add", "minus": "subtract"}


def refuse_reckoned(clause: Clause) -> None:
    """Asks where two columns are to be reckoned together before they are compared: “price per carat above 5000”."""
    said = _RECKONED.search(clause.shape.text)
    if said is None:
        return
    first, second = [clause.shape.things[place] for place in clause.shape.places(*said.span()) if clause.shape.words[place] == "@"][:2]
    operator = next((name for words, name in _OPERATORS.items() if f" {words} " in said[0]), "divide")
    raise Unclear(f"“{clause.written(first)}” and “{clause.written(second)}” have to be made one column first; rows can then be kept by it. Shall I make it?", [option("add_feature", {"left": first.names[0], "operator": operator, "right": second.names[0]}, f"Make it of {first.names[0]} and {second.names[0]}"), option("describe_column", {"column": first.names[0]}, f"Look at {first.names[0]} first")])


_OR_A_GAP = re.compile(r"\b(?:without|with no|with an unknown|with unknown|missing|have no|has no) (?:an? |the |any )*@")


def refuse_gap_beside(clause: Clause, found: list[Condition]) -> None:
    """Asks where rows of a value and rows with a gap are spoken of at once: “males out, and those without a sex too”."""
    if not found or not clause.values or not _OR_A_GAP.search(clause.masked) or any(condition.op in ("is_missing", "not_missing") for condition in found):
        return
    first, name = found[0], clause.columns[-1].names[0]
    if not clause.context.column(name).get("missing"):
        return
    options = [option("filter_rows", {"column": first.column, "op": op, "value": first.value}, f"{'Leave out' if turned else 'Keep'} the rows of {first.column}") for op, turned in ((first.op, False), (OPPOSITE.get(first.op, OUTSIDE), True)) if op != OUTSIDE]
    raise Unclear("The rows of a value and those with a gap are two steps. Which shall be first?", [*options, option("drop_missing", {"axis": "rows", "columns": [name]}, f"Drop the rows without {name}")])


_RANKED = re.compile(r"# (?:or|and) (?:above|below|better|worse|higher|lower|more|less|up|upwards|later|earlier|over|under)(?! than| [ND])|(?<!\S)(?:(?:better|worse|higher|lower|more|less|later|earlier|above|below) (?:than )?(?:an? |the )?)#")


def refuse_ranked(clause: Clause) -> None:
    """Asks which values are meant where one is only the lowest or the highest of them: “normal or above”."""
    said = _RANKED.search(clause.shape.text)
    if said is None:
        return
    value = next(clause.shape.things[place] for place in clause.shape.places(*said.span()) if clause.shape.words[place] == "#")
    column = value.columns[0]
    inclusive = said[0].startswith("#") and not direction_of(clause).removes
    known = [entry for entry in clause.context.column(column).get("values") or [] if inclusive and entry != value.value][:2]
    raise Unclear(f"I do not know the order of the values of “{column}”. Which of them are meant?", [*(option("filter_rows", {"column": column, "op": "in", "value": [value.value, entry]}, f"{value.value} and {entry}") for entry in known), option("describe_column", {"column": column}, f"Look at {column} first"), option("list_options", {"stage": "data"}, "What can be done with rows")])


_DIFFERENCE = re.compile(r"(?<!is )(?<!are )(?<!was )(?<!where )(?<!with )@ less (?:the )?@")
"""“list_price less price” is what is left of one, and compares nothing."""


_SO_MANY_TIMES = re.compile(r" over (?:N times|twice|double|half) ")
"""“claim amount over ten times premium”"""


def compares_columns(clause: Clause) -> bool:
    """Says whether one column is compared with another: “only where sales > profit”."""
    said = None if clause.values or len(clause.columns) < 2 else _TWO_COLUMNS.search(clause.shape.text)
    if said is not None and _SO_MANY_TIMES.search(said[0]):
        return True
    return said is not None and not _DIFFERENCE.search(clause.shape.text) and (not re.search(r" (?:over|=) ", said[0]) or clause.has(_CHOSEN))


def refuse_two_columns(clause: Clause) -> None:
    """Asks where one column is compared with another, which a condition does not do: their difference is a step of its own."""
    said = _TWO_COLUMNS.search(clause.shape.text) if compares_columns(clause) else None
    if said is None:
        return
    first, second = [clause.shape.things[place] for place in clause.shape.places(*said.span()) if clause.shape.words[place] == "@"][:2]
    numeric = all(mention.clear and clause.context.kind(mention.name) == "numeric" for mention in (first, second))
    made = [option("add_feature", {"left": first.name, "operator": "subtract", "right": second.name}, f"Make the difference {first.name} − {second.name}")] if numeric else []
    raise Unclear(f"A condition compares a column with a value, not “{clause.written(first)}” with “{clause.written(second)}”. Their difference can be made as a column of its own; rows can then be kept by whether it is above or below 0.", [*made, option("describe_column", {"column": first.names[0]}, f"Look at {first.names[0]}"), option("describe_column", {"column": second.names[0]}, f"Look at {second.names[0]}")])


_WORD = r"[a-z][a-z]+|[a-z]+\d+[a-z]?"
"""A word, or what a place, a ward or a team is numbered with: “d9”."""
_JOINT = r"(?:and|or|nor|&|plus|as well as)(?: (?:and|or|the|any|no|not|all|neither|also|without))*"
_OPENS = rf"(?:^|(?:^|(?<= ))(?:only|just|no|not|neither|either|keep|without|except|but|all|the|any|{DROP}) )"
_BESIDE = re.compile(
    rf"{_OPENS}(?:@ )?(?P<before>{_WORD})(?: @)? {_JOINT} #|"
    rf"# (?:, )?(?:{_JOINT}|,|no|not|without) (?:(?:the|any|all|from) )*(?P<after>{_WORD}|"
    rf"[b-hj-z](?=$))(?: [a-z]+){{0,2}}(?= (?:only|please|alone|out|away|should|must|can|,|@|(?:and|or) #)|$)|"
    rf"{_OPENS}(?P<said>[a-z]{{3,}})(?: non)?(?: -)? [#@](?: only| alone| please| out| away|$)|(?:with|without|having) (?:an?|any) (?P<own>[a-z]{{3,}})$",
)
_DEGREES = rf"(?:{PLAIN}|big|small|large|high|low|huge|tiny|long|short|great|little|early|late|recent)"
_BY_DEGREE = re.compile(rf"(?<!\S)(?<!\d )(?<!N )(?<!years )(?<!year )(?<!how )(?<!too )(?<!as )(?<!so )(?<!is )(?<!are )(?P<word>{_DEGREES}) (?:#|(?P<noun>[a-z]{{3,}}))(?!\S)")


def refuse_unheard(clause: Clause, filters: list[Args]) -> None:
    """Asks where a word beside the values has become no condition: the children of “women and children only”, the young of “young women”."""
    told = str(filters)
    beside = _strange_beside(clause)
    word = beside or _of_degree(clause)
    if word is None or f"'{word}'" in told or (word in ("negative", "positive") and any(entry.get("value") == 0 for entry in filters)):
        return
    column = next(iter(degree_of(word, clause.context)), None)
    if column is not None and any(entry.get("column") == column and entry.get("op") in ("gt", "ge", "lt", "le", "between") for entry in filters):
        return  # “heavy animals, above 100 kilos”
    whole = [option("filter_rows", filters[0], f"Leave “{word}” out: {label({'tool': 'filter_rows', 'args': filters[0]}).lower()}")] if len(filters) == 1 else []
    look = option("describe_column", {"column": column}, f"Look at {column} first") if column else option("preview", {}, "Look at the data first")
    unclear = Unclear(f"I do not know which rows “{word}” means. Say it by a column and a value of it." if column is None else f"From where on is “{word}” meant? Say a number, such as “{column} above …”.", [*whole, look, option("list_options", {"stage": "data"}, "What can be done with rows")])
    unclear.vague = beside is None or not _is_name(beside, clause)
    raise unclear


_FEW = 12
"""Below so many values of a column all of them are known."""


def refuse_no_such_value(clause: Clause, filters: list[Args]) -> None:
    """Asks which value is meant where a column of few values has none that is called so: “grade 1” beside I, II and III."""
    for args in filters:
        known = clause.context.column(args["column"]).get("values") or []
        if args["op"] not in ("eq", "ne") or clause.context.kind(args["column"]) != "categorical" or not 0 < len(known) < _FEW or any(str(value).lower() in (str(args["value"]).lower(), f"{args['value']}.0") for value in known):
            continue
        raise Unclear(f"“{args['column']}” has no value “{str(args['value'])[:60]}”. Which one do you mean?", [option("filter_rows", {**args, "value": value}, str(value)) for value in known[:4]])


def _is_name(word: str, clause: Clause) -> bool:
    """Says whether a word is written as a name or a code, which leaves no doubt that rows are called so: “Jo”, “d9”."""
    return any(token.norm == word and (any(letter.isdigit() for letter in word) or (token.text[:1].isupper() and token.start > 0)) for token in clause.tokens)


_EXPLAINED = re.compile(r"(?:^|,| -|\() ?(?:so|meaning|that is|i \.? ?e|ie|namely|i mean)\b")
"""What is said once more in other words: “women and children, so female and under 16”."""
_TAKES_AWAY = re.compile(GOES)


def _strange_beside(clause: Clause) -> str | None:
    for match in _BESIDE.finditer(clause.shape.text):
        word = match["before"] or match["after"] or match["said"] or match["own"]
        if _EXPLAINED.search(clause.shape.text, match.end()):
            continue
        known = word in COMMON or word in ROW_NOUNS or opens_with_verb(word) or _TAKES_AWAY.fullmatch(word) is not None
        if match["own"] or (word in PEOPLE and not match["said"]) or not known:
            return word
    return None


def _of_degree(clause: Clause) -> str | None:
    for match in _BY_DEGREE.finditer(clause.shape.text):
        if match["noun"] is None or match["noun"] in ROW_NOUNS or (match["noun"].endswith("s") and match["noun"] not in COMMON):
            return match["word"]
    return None
