"""Fills the arguments of the tools that look at data and say what its columns are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from assistant.router.arguments.positive_class import positive_said
from assistant.router.arguments.slots import (
    antecedent,
    column_list,
    column_list_of,
    option,
    refuse_shared_part,
    resolved,
    stranger,
    unknown_beside,
    unknown_column,
)
from assistant.router.arguments.unnamed_columns import which_to_drop
from assistant.router.asking.refused_rows import refuse_parts_of_words, refuse_two_columns
from assistant.router.asking.rows_or_column import refuse_called_rows
from assistant.router.asking.told_by_property import refuse_told_by_property
from assistant.router.entities import vocabulary
from assistant.router.entities.adjectives import degree
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import yes_of
from assistant.router.entities.hints import told_by_words
from assistant.router.entities.names import key, parts
from assistant.router.entities.reserved import TARGET_WORDS
from assistant.router.entities.staying import those_that_go
from assistant.router.tool.triggers.wordlists import DROP, USES_THE_REST, WRITTEN_BESIDE_DIGITS

Args = dict[str, Any]
DROP_VERBS = "drop|remove|delete|discard|exclude|get rid of|throw away|throw out|ditch|lose|eliminate|omit|ignore|leave out|take out|toss|dont need"


def preview(clause: Clause) -> Args:
    """Reads how many rows, and which."""
    args: Args = {}
    match = re.search(r"(?<![\d.])(\d{1,5})\b", clause.masked)
    if match:
        args["rows"] = int(match[1])
    elif _ONE_ROW.search(clause.norm):
        args["rows"] = 1
    if clause.has("last|final|tail|bottom|end"):
        args["which"] = "tail"
    elif clause.has("random|randomly|some|sample|by chance|by lot"):
        args["which"] = "random" if clause.has("random|randomly|sample|by chance|by lot") else "head"
    elif clause.has("first|head|top"):
        args["which"] = "head"
    return args


_ONE_ROW = re.compile(r"\b(?:first|last|top|bottom|final|one|1|single|random) (?:row|record|line|entry)\b")


def describe_column(clause: Clause) -> Args | list[Args]:
    """Reads the column; several are described one after the other."""
    if len(clause.columns) > 1 and all(mention.clear for mention in clause.columns):
        return [{"column": mention.name} for mention in clause.columns[:4]]
    said = degree(clause.norm, clause.context) if len(clause.columns) == 1 and clause.columns[0].score < 1.0 and clause.context.kind(clause.columns[0].names[0]) == "id" else None
    if said and said.most and len(said.columns) == 1:
        return {"column": said.columns[0]}  # “the oldest animal” speaks of the age, and not of the animal_id
    return {"column": one_column(clause, "describe_column")}


def one_column(clause: Clause, tool: str, args: Args | None = None) -> str:
    """Takes the one column named; asks where there is none or more than one fits."""
    if clause.columns:
        return resolved(clause.columns[0], clause, tool, "column", args)
    before = antecedent(clause)
    if before:
        return before[0]
    quoted = next((token.text for token in clause.tokens if token.quoted), None)
    if quoted:
        raise unknown_column(quoted, clause, tool, "column")
    told = told_by_words(clause) if tool == "describe_column" else None
    if told:
        return told
    unknown = stranger(clause, "describe|about|inspect|summari[sz]e|examine|explore")
    if unknown:
        raise unknown_column(unknown, clause, tool, "column")
    raise Unclear("Which column do you mean?", [option(tool, {**(args or {}), "column": name}, name) for name in clause.context.features()[:4]])


_NOT_THAT_KIND = re.compile(r"(?<!yes )(?<!/ )(?<!or )\b(?:not|isnt|arent|no|never|rather than|instead of|and no longer)(?: (?:really|just|only|longer|to be|read|treated|seen|taken|as|like|in fact))*(?: an?| the)? [a-z]+")
"""A kind that is turned down: “as a category, not as a number”."""
_NO_NUMBER = re.compile(r"\b(?:not|isnt|arent|no|rather than|instead of)(?: (?:really|just|longer|to be|read|treated|seen|taken|as|like|in fact))*(?: an?| the)? (?:numbers?|numeric|numerical|quantity|quantities|amounts?)\b")


_SAYS_NOTHING = re.compile(r"\b(?:says?|tells?|means?|carr(?:y|ies)|holds?|adds?|contains?)(?: us| me| you)? (?:nothing|not much|little|no (?:information|meaning|sense))\b|\buseless\b|\bno (?:use|information|meaning)\b|\bnothing to learn\b")
"""What is said of a column that is rather to go."""
_MERELY = re.compile(r"\b(?:just|only|merely|nothing but|simply) (?:an? |some )?(?:number|numbers|running number)\b")


def set_kind(clause: Clause) -> Args:
    """Reads the columns and the kind after them."""
    words = _NOT_THAT_KIND.sub(" ", clause.masked)
    place = words.rfind("@")
    said = vocabulary.every(words[place + 1 :] or words, vocabulary.KINDS) or vocabulary.every(words, vocabulary.KINDS)
    kind = "numeric" if WRITTEN_BESIDE_DIGITS.search(clause.masked) else said[-1] if said else "categorical" if _NO_NUMBER.search(clause.masked) else None
    if kind is None:
        raise Unclear("What is it to be treated as?", [option("set_kind", {"columns": column_list(clause, "set_kind"), "kind": name}, name) for name in ("numeric", "categorical", "datetime", "text")])
    columns = (antecedent(clause) if not clause.columns else None) or column_list(clause, "set_kind", {"kind": kind})
    if isinstance(columns, list) and columns and kind != "id" and (_SAYS_NOTHING.search(clause.masked) or (kind == "numeric" and _MERELY.search(clause.masked) and all(clause.context.kind(name) == "id" for name in columns))):
        raise Unclear(f"Shall {' and '.join(columns)} go, or only be read as {kind}?", [option("drop_columns", {"columns": columns}, f"Drop {' and '.join(columns)}"), option("set_kind", {"columns": columns, "kind": "id"}, "Read it as an id, which is not learned from"), option("set_kind", {"columns": columns, "kind": kind}, f"Read it as {kind}")])
    columns = None if columns == kind else columns
    if not columns:
        raise Unclear("Which column is it about?", [option("set_kind", {"columns": [name], "kind": kind}, name) for name in clause.context.features()[:4]])
    return {"columns": columns, "kind": kind}


_WHETHER = re.compile(r"\b(?:whether|if)\b")


def set_target(clause: Clause) -> Args:
    """Reads the target; a word such as “cheap” that names no column is asked about."""
    mentions = clause.columns
    implied = list(dict.fromkeys(name for value in clause.values for name in value.columns)) or antecedent(clause) or []
    if not mentions and len(implied) == 1:
        return {"column": implied[0]}
    if not mentions and len(clause.spoken) == 1 and clause.has("thats|that|it|its|this"):
        return {"column": clause.spoken[0]}
    told = None if mentions else told_by_words(clause)
    if told:
        return {"column": told}
    if not mentions:
        candidates = sorted((column for column in clause.context.columns if column.get("kind") in ("boolean", "categorical", "numeric")), key=lambda column: _likeliness(column, clause))
        raise Unclear("Which column shall be predicted?", [option("set_target", {"column": column["name"]}, column["name"]) for column in candidates[:4]])
    names = list(dict.fromkeys(mention.name for mention in mentions))
    if len(names) == 2 and re.search(r"@ or (?:the )?@", clause.masked):
        raise Unclear(f"Which one shall be predicted: “{names[0]}” or “{names[1]}”?", [option("set_target", {"column": name}, name) for name in names])
    if len(mentions) > 1 and key(mentions[0].name) in TARGET_WORDS and re.search(r"^[^@]*@ (?:to|=|:|as|is|will be|should be|shall be) (?:the )?@", clause.masked):
        return {"column": resolved(mentions[1], clause, "set_target", "column")}
    if _WHICH_OF_THEM.match(clause.masked) and clause.context.kind(mentions[0].name) in ("id", "categorical", "text"):
        if len(mentions) > 1 and mentions[1].score >= 0.85:
            return {"column": resolved(mentions[1], clause, "set_target", "column")}  # “which dogs are going to retire” of retired
        raise _unlikely_target((*clause.context.features(("boolean",))[:3], mentions[0].name))
    before = clause.masked.find(" from ")
    chosen = mentions[0] if before < 0 or clause.masked.find("@") < before else mentions[-1]
    if chosen.score < 1.0 <= mentions[-1].score:
        chosen = mentions[-1]  # “how much it sold for, the sale price”
    if chosen.clear and chosen.score < 0.85 and clause.context.kind(chosen.name) == "numeric" and _BECOMES.search(clause.norm):
        likely = [column for column in clause.context.features(("boolean",)) if column != chosen.name]
        raise _unlikely_target((*likely[:3], chosen.name))  # “which will be borrowed” beside borrower_age
    name = resolved(chosen, clause, "set_target", "column")
    if _WHETHER.search(clause.norm) and clause.context.kind(name) in ("text", "id", "categorical") and len(clause.context.column(name).get("values") or ()) != 2 and len(mentions) == 1 and not clause.values and (events := [column for column in clause.context.features(("boolean",)) if column != name]) and not re.search(r"@$", clause.masked.strip(" .!?")):
        raise _unlikely_target((*events[:3], name))  # “whether cheese sells out” asks for no name of a cheese
    positive = positive_said(clause, name)
    return {"column": name} | ({"positive": positive} if positive is not None else {})


_BECOMES = re.compile(r"\b(?:will|would|going to|gonna|likely to|about to|might|may) (?:be|get) [a-z]+(?:ed|en|t)\b")
"""What happens to some of the rows, which no number tells."""
_FORETOLD = frozenset(["target", "label", "outcome", "class", "price", "value", "cost", "charges", "salary", "income", "revenue", "score", "rate", "survived", "churn", "default", "yield", "sales", "demand", "mpg", "miles", "grade", "result", "risk", "fraud", "spam"])
"""Parts of the names of what people mostly want to know beforehand."""


def _unlikely_target(names: Iterable[str]) -> Unclear:
    """Asks which column is foretold where the words are only loosely like the name of one."""
    unclear = Unclear("Which column tells that, and shall be predicted?", [option("set_target", {"column": name}, name) for name in names])
    unclear.final = True
    return unclear


_WHICH_OF_THEM = re.compile(r"(?:(?:and|so|can you tell|tell me|guess|predict) )*(?:which|what) @ (?:will|would|might|could|(?:is|are) (?:going|likely|about|gonna|bound)(?: to)?) (?!(?:it|he|she|they|this|that|the|an?|be|we|i|you|have|get|come)\b)")
"""What the rows are, before what becomes of some of them, which is asked for."""
LONG_ENOUGH = 5
"""So many letters that two words begin with make them likely the same one: “who cancels” and “Cancelled”."""


def _likeliness(column: dict[str, Any], clause: Clause) -> int:
    """Says how likely a column is what is to be predicted, the likeliest -1: called like a word that was said, yes or no, called like an outcome, or the last one."""
    beginnings = {part[:LONG_ENOUGH] for part in parts(column["name"]) if len(part) >= LONG_ENOUGH}
    if any(token.norm[:LONG_ENOUGH] in beginnings for token in clause.tokens):
        return -1
    return 0 if column.get("kind") == "boolean" else 1 if _FORETOLD & set(parts(column["name"])) else 2 if column["name"] == clause.names[-1] else 3


def set_task(clause: Clause) -> Args:
    """Reads the task."""
    return {"task": vocabulary.first(clause.masked, vocabulary.TASKS) or "clustering"}


_AS_INPUTS = re.compile(r"(?<=@) (?:as|to be) (?:the |my |our )?(?:only )?(?:inputs?|features?|predictors?)\b")


_ALL_BUT_AS = re.compile(r"(?:please |just )*(?:everything|all|all (?:the )?(?:columns|fields|variables)|every (?:column|field|variable)) (?:but|except(?: for)?|besides|other than|apart from|save) .*@ (?:as|for|to be) (?:the |my |our )?(?:inputs?|features?|predictors?)\b")
"""All columns but some as what is learned from: “all but the id as inputs”."""


def choose_features(clause: Clause) -> Args:
    """Reads the columns to learn from; the exceptions of “drop everything except” are what stays."""
    role = _AS_INPUTS.search(clause.masked)
    listed = clause.columns[: clause.masked[: role.start()].count("@")] if role else clause.columns
    names = [resolved(mention, clause, "choose_features", "columns", many=True) for mention in listed]
    if len(names) == 2 and re.search(r"@ or (?:the )?@", clause.masked):
        raise Unclear(f"Do you mean “{names[0]}”, “{names[1]}” or both?", [option("choose_features", {"columns": chosen}, " and ".join(chosen)) for chosen in ([names[0]], [names[1]], names)])
    if names and (re.match(USES_THE_REST, clause.masked) or _ALL_BUT_AS.match(clause.masked)):
        names = [name for name in clause.context.features() if name not in names]
    if not names:
        word = vocabulary.first(clause.masked, vocabulary.COLUMN_WORDS)
        if word:
            return {"columns": word}
        raise Unclear("Which columns shall be the features?", [option("choose_features", {"columns": "numeric"}, "The numeric columns"), option("list_options", {"stage": "data"}, "Show what there is")])
    return {"columns": list(dict.fromkeys(names))}


_EXTREME = re.compile(r"[^@]*\b(?:the |all |our |my )?(?:\d+ |few |very )*(?:(?!best\b|latest\b|last\b|rest\b|test\b|interest\b|forest\b|request\b)[a-z]{3,}est|most [a-z]+|least [a-z]+|top|bottom) @(?! columns?\b| fields?\b| features?\b)")
"""Rows at one end of a column: “take away the cheapest tickets”."""


_TOLD_FIRST = re.compile(rf"[^@]*@[^@]*(?:@[^@]*)? (?:is|are|was|were|looks?|seems?|has|have) [^@]{{2,60}}? (?P<verb>{DROP}) (?:the |column )*@(?: ?(?:,|and|&) (?:the )?@)*(?: please| then)*$")
"""What is told of columns before it is said which of them goes: “mean and temp are confusing drop mean”."""
_OUT_ALONE = re.compile(r"(?:the )?@ (?:out|away|off)(?: please)?")
_TWINS = re.compile(
    r"(?:both )?(?:the )?@ (?:and|or|,|=) (?:the )?@ (?:(?:are|is|say|says|look|looks|mean|means|basically|really|just|almost|nearly|practically|the|exactly|all|"
    r"both|one|quite|very) )*(?:twins?|same(?: thing)?|identical|equal|duplicates?|doubles?|copies|a copy|alike|similar)(?: of each other| of one another|"
    r" really)?",
)
"""What is said of two columns that tell the same, of which one may go."""


def drop_columns(clause: Clause) -> Args:
    """Reads the columns to drop; a name that is no column is asked about."""
    if _USES_THE_REST.match(clause.masked):
        return {"columns": list(dict.fromkeys(resolved(mention, clause, "drop_columns", "columns", many=True) for mention in clause.columns))}
    if _EXTREME.match(clause.masked) and len(clause.columns) == 1:
        name = clause.columns[0].names[0]
        raise Unclear(f"Shall the column “{name}” go, or rows at one end of it?", [option("drop_columns", {"columns": [name]}, f"Drop {name}"), option("handle_outliers", {"columns": [name], "action": "remove"}, f"Remove the rows whose {name} is unusual"), option("describe_column", {"column": name}, f"Look at {name} first")])
    leaking = [name for call in clause.context.offered if call["tool"] == "acknowledge" and call["args"].get("finding") == "target_leakage" for name in call["args"].get("columns") or ()]
    if leaking and not clause.columns and _LEAKING.search(clause.norm):
        return {"columns": list(dict.fromkeys(leaking))}
    refuse_told_by_property(clause)
    unknown = stranger(clause, DROP_VERBS, r"useless|irrelevant|constant|identifier\w*")
    if unknown:
        raise unknown_beside(unknown, [mention.name for mention in clause.columns if mention.clear], clause, "drop_columns", {})
    if clause.has("kept|stays?|remains?|used") and clause.has("everything|all|every column"):
        return {"columns": [resolved(mention, clause, "drop_columns", "columns", many=True) for mention in clause.columns]}
    if _OUT_ALONE.fullmatch(clause.masked) and (yes := yes_of(clause.context, clause.columns[0].names[0])) is not None and clause.context.kind(clause.columns[0].names[0]) == "boolean":
        name = clause.columns[0].names[0]
        raise Unclear(f"Shall the rows go where {name} is {yes}, or the column “{name}”?", [option("filter_rows", {"column": name, "op": "ne", "value": yes}, f"The rows where {name} is {yes}"), option("drop_columns", {"columns": [name]}, f"The column {name}")])
    if len(clause.columns) == 2 and _TWINS.fullmatch(clause.masked):
        raise Unclear("Shall one of them go? Which one?", [option("drop_columns", {"columns": [mention.names[0]]}, f"Drop {mention.names[0]}") for mention in clause.columns] + [option("correlate", {"columns": [mention.names[0] for mention in clause.columns]}, "See how they go together")])
    if _OF_TWO.match(clause.masked):
        return {"columns": _other_of_two(clause)}
    refuse_two_columns(clause)
    if _HOLDS_TEXT.match(clause.masked):
        refuse_parts_of_words(clause, [])
    _refuse_rows(clause)
    refuse_called_rows(clause)
    told = _TOLD_FIRST.match(clause.masked)
    columns = column_list_of(clause.columns[clause.masked[: told.start("verb")].count("@") :] if told else those_that_go(clause), clause, "drop_columns")
    _refuse_both_of_one(clause, columns)
    if isinstance(columns, list) and len(columns) > 1 and _GIVES_AWAY.match(clause.masked):
        return {"columns": columns[:1]}
    if isinstance(columns, list) and len(columns) > 1 and not clause.correcting and (_ONE_OF_SEVERAL.search(clause.masked) if clause.columns else columns == list(clause.spoken) and _ONE_COLUMN.search(clause.norm)):
        raise Unclear("Which one shall go?", [option("drop_columns", {"columns": [name]}, f"Drop {name}") for name in columns[:4]])
    if clause.has("ids?|identifiers?|keys") and not columns:
        columns = [column["name"] for column in clause.context.columns if column.get("kind") == "id"]
    if not columns:
        refuse_shared_part(clause, "drop_columns")
        raise which_to_drop(clause)
    return {"columns": columns}


_ONE = r"(?:it|that|this|(?:that|this|the) (?:one|column|field|feature|variable))(?= (?:out|away|off|then|please|too|again|now)\b|$)"
_ONE_COLUMN = re.compile(rf"\b{_ONE}")
_ONE_OF_SEVERAL = re.compile(rf"^(?:is|are|do|does|did|if) .*@.*(?:\belse|\botherwise|\bif not|[,;:?]) ?(?:then |please |just |so )*(?:{DROP}) {_ONE}[^@]*$")
_GIVES_AWAY = re.compile(r"(?:(?:the|my|our|this|column|because|since|as|but|so|and) )*@ (?:[a-z]+ )?(?:gives?|gave) (?:(?:the|us|me|my|our) )*@ (?:[a-z]+ )?away\b")
"""A column that leaks another, of which the first goes."""
"""One column of several that were spoken of: “is x of use for y? Else drop it”."""
_BOTH_OF_ONE = re.compile(r"\b(?:both(?: of)?(?: the| my| our| those| these)?|one(?: of the| of my)?) @(?! ?(?:,|and|&|or|columns?|of))")


def _refuse_both_of_one(clause: Clause, columns: Any) -> None:
    """Asks where both of two columns are to go, or one of them, and the word names a single one: “both weights” beside weight_kg and carried_kg."""
    if len(clause.columns) == 1 and isinstance(columns, list) and len(columns) == 1 and not clause.columns[0].quoted and _BOTH_OF_ONE.search(clause.masked):
        name = columns[0]
        raise Unclear(f"I see one column only that is called so, “{name}”. Which are meant?", [option("drop_columns", {"columns": [name]}, f"Drop {name}"), option("preview", {}, "Look at the data first")])


_LEAKING = re.compile(r"\b(?:leak\w*|giv(?:es?|ing) (?:it|the answer|the target) away|give ?aways?|tell ?tales?|cheat\w*)\b")
"""What a column is called of which a notice says that it gives the answer away."""
_USES_THE_REST = re.compile(USES_THE_REST)
_OF_TWO = re.compile(r"(?:\w+ )?keep\b[^@]*@ (?:only )?(?:of|from|out of) (?:the|those|these) (?:two|2|both|pair)\b")


def _other_of_two(clause: Clause) -> list[str]:
    """The column that goes where one of the two just spoken of is to be kept; asks where they were not named."""
    kept = resolved(clause.columns[0], clause, "drop_columns", "columns", many=True)
    if len(clause.spoken) == 2 and kept in clause.spoken:
        return [name for name in clause.spoken if name != kept]
    others = [name for name in clause.context.features() if name != kept][:3]
    raise Unclear(f"“{kept}” shall stay. Which column shall go?", [option("drop_columns", {"columns": [name]}, name) for name in others])


_WHOEVER = re.compile(rf"(?:please )?(?:{DROP}) (?:the |all |any |every )*(?:whoever|anyone|anybody|everyone|everybody|people|persons|those (?:who|that|whose|with)|rows?|whichever)(?!\S)")
"""Rows that are to go, which are no column whatever is said of them: “throw out whoever paid nothing for the ticket”."""


_HOLDS_TEXT = re.compile(r"[a-z ]*@ (?:that|which|who)? ?(?:start|begin|end)")


def _refuse_rows(clause: Clause) -> None:
    """Asks where “the seniors” may be the column or the rows for which it says yes, and where “whoever …” tells rows in words that are not known."""
    if _WHOEVER.match(clause.masked) and clause.columns and not clause.has("columns?"):
        name = clause.columns[0].name
        raise Unclear("Which rows shall go? Say, for instance, “drop rows where a column is above 10”.", [option("describe_column", {"column": name}, f"Look at {name} first"), option("drop_missing", {"columns": [name]}, f"Those without {name}")])
    mention = clause.columns[0] if len(clause.columns) == 1 else None
    if mention is None or not mention.clear or key(clause.written(mention)) == key(mention.name) or clause.context.kind(mention.name) != "boolean" or not clause.word(mention.end - 1).endswith("s") or clause.word(mention.end).startswith("column"):
        return
    values = clause.context.column(mention.name).get("values") or []
    yes = next((value for value in values if value is True or str(value).lower() in ("1", "1.0", "yes", "true", "y")), None)
    if yes is not None:
        raise Unclear(f"Shall the column “{mention.name}” go, or the rows where it is {yes}?", [option("filter_rows", {"column": mention.name, "op": "ne", "value": yes}, "The rows"), option("drop_columns", {"columns": [mention.name]}, "The column")])
