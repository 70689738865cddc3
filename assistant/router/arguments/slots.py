"""Fills the slots that hold columns, and offers the ones that may have been meant."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import Mention, key, parts, prepared
from assistant.router.entities.words import COMMON, WORLDLY

EXCEPT = (
    r"except(?: for)?|(?:but|however|though|only|just) not|besides|other than|apart from|excluding|all but|everything but|aside from|save for|"
    r"(?:but )?without (?:touching|changing|including|altering|using)|not touching|leaving out|(?:all|every|everything)(?: of)?(?: the)?(?: \w+){1,3} but|"
    r"(?:but|and) (?:leave|keep|spare|skip|not|ignore)"
)
_WEAK_EXCEPT = r"(?<!do )(?<!manage )(?<!work )(?<!go )(?<!live )without|not|neither|leave|leaving|skip|leave out"
EVERYTHING = r"all|everything|every|each|columns|features|numbers|rest|numeric\w*|categor\w+"
KINDS_OF = {
    "scale": ("numeric",), "handle_outliers": ("numeric",), "transform": ("numeric",), "bin": ("numeric",), "add_polynomials": ("numeric",),
    "encode": ("categorical", "boolean"), "extract_dates": ("datetime",), "vectorize_text": ("text",),
}


def option(tool: str, args: dict[str, Any], label: str, reason: str = "") -> dict[str, Any]:
    """Makes one button of a question."""
    return {"label": label, "reason": reason, "call": {"tool": tool, "args": args}}


def narrowed(mention: Mention, fits: Callable[[str], bool]) -> Mention:
    """Keeps of several columns that a mention may mean those that fit the place, where there are any."""
    names = tuple(name for name in mention.names if fits(name))
    return replace(mention, names=names) if names else mention


def resolved(mention: Mention, clause: Clause, tool: str, slot: str, args: dict[str, Any] | None = None, many: bool = False) -> str:
    """Takes the one column that a mention means; asks where several fit equally well."""
    if mention.clear:
        return mention.name
    said = " ".join(token.text for token in clause.tokens[mention.start : mention.end])
    options = [option(tool, {**(args or {}), slot: [name] if many else name}, name) for name in mention.names[:4]]
    unclear = Unclear(f"“{said}” could be {_either(mention.names[:4])}. Which one do you mean?", options)
    unclear.mention = mention
    raise unclear


def _either_label(names: list[str]) -> str:
    return " and ".join(names)


def _either(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names[:-1]) + f" or “{names[-1]}”"


def column_list(clause: Clause, tool: str, args: dict[str, Any] | None = None) -> Any:
    """Reads a `columns` slot: names, one of the words, everything but some, or None where nothing was said."""
    return column_list_of(clause.columns, clause, tool, args)


def column_list_of(mentions: list[Mention], clause: Clause, tool: str, args: dict[str, Any] | None = None) -> Any:
    """Reads a `columns` slot from these mentions."""
    _refuse_one_of(mentions, clause, tool, args)
    if tool not in ("impute", "replace_values"):
        refuse_unknown_quotes(clause, tool)
    exception = re.search(rf"\b(?:{EXCEPT})\b[^@]{{0,30}}@", clause.masked)
    if exception is None and len(mentions) == 1 and tool in (*KINDS_OF, "impute"):
        exception = _SPARED_ALONE.match(clause.masked)
        if exception:
            return _others(clause, tool, None, [resolved(mentions[0], clause, tool, "columns", args, many=True)])
    if exception is None and (clause.has(EVERYTHING) or len(mentions) > 1):
        exception = re.search(rf"(?<!^)\b(?:{_WEAK_EXCEPT})\b[^@]{{0,30}}@", clause.masked)
    word = vocabulary.first(clause.masked, vocabulary.COLUMN_WORDS)
    refused = _ONLY_REFUSED.search(clause.masked) if exception is None and word is None and len(mentions) == 1 and tool in (*KINDS_OF, "impute") else None
    if refused and refused["other"] not in COMMON:
        raise unknown_column(refused["other"], clause, tool, "columns", args)
    names = []
    alike = _ALL_ALIKE.search(clause.masked) if len(mentions) == 1 else None
    for mention in mentions:
        said = key(clause.written(mention))
        if alike and mention.clear:
            names += [mention.name, *prepared(clause.names).by_part.get(said, prepared(clause.names).by_part.get(said.removesuffix("s"), ()))]
            continue
        if not mention.clear and several_meant(mention, clause):
            names += mention.names
        else:
            names.append(resolved(mention, clause, tool, "columns", args, many=True))
    names = list(dict.fromkeys(names))
    if exception and names:
        if clause.masked.find("@") < exception.start():
            cut = clause.masked[: exception.start()].count("@")
            spared = {name for mention in mentions[cut:] for name in mention.names}
            return [name for name in names if name not in spared]
        if not clause.has(EVERYTHING) and tool == "drop_columns":
            raise Unclear("Which columns shall go: these, or all the others?", [option(tool, {"columns": names}, _either_label(names)), option(tool, {"columns": _others(clause, tool, word, names)}, "all the others")])
        others = _others(clause, tool, word, names)
        if tool == "impute" and not others:
            raise Unclear(f"No column but {_either_label(names)} has gaps. Shall these be filled?", [option(tool, {**(args or {}), "columns": names}, f"Fill {_either_label(names)}"), option("plot", {"kind": "missing"}, "Show where values are missing")])
        return others
    if len(names) == 2 and len(mentions) == 2 and re.search(r"@ or (?:the )?@", clause.masked) and not clause.has("dont|no|not|neither|without|(?:where|wherever|when|whenever|if) (?:the |either )*@"):
        options = [option(tool, {**(args or {}), "columns": chosen}, _either_label(chosen)) for chosen in ([names[0]], [names[1]], names)]
        raise Unclear(f"Do you mean “{names[0]}”, “{names[1]}” or both?", options)
    if names:
        beside = antecedent(clause) if _BESIDE_IT.search(clause.masked) else None
        return names if not isinstance(beside, list) else list(dict.fromkeys([*beside, *names]))
    if word == "text" and tool in ("encode", "impute") and not clause.context.features(("text",)) and clause.context.features(("categorical",)):
        word = "categorical"  # words in few different forms are text to who typed them
    before = word or antecedent(clause)
    if before is None and _THAT_ONE.search(clause.masked):
        raise Unclear("Which column do you mean?", [option(tool, {**(args or {}), "columns": [name]}, name) for name in _others(clause, tool, None, [])[:4]])
    return before


_ONLY_REFUSED = re.compile(r"\w (?:the |my )?(?P<other>[a-z_]{3,}) ?,? (?:but |and )?not (?:the |my )?@$")
"""A column that is named only to be left out, after a word that is none: “normalise totals, not population”."""
_SPARED_ALONE = re.compile(r"[^@]*\b(?:without|leaving out|skipping|leave out)(?: (?:the|my|touching|changing|any))* @$")
"""All columns but the one that is named: “scale without the age”."""
_BESIDE_IT = re.compile(r"\b(?:it|them|that one|those|these|both)(?: out| away| off)? (?:and|as well as|plus|,|along with|together with) (?:also )?(?:the )?@|@ (?:and|as well as|plus|along with|together with) (?:it|them|those|these)\b")
"""Columns spoken of before beside one that is named: “remove it and the cabin”."""
_ALL_ALIKE = re.compile(r"\bboth (?:of )?(?:the |these |those |my )?@(?: please| out| away)*$|\b(?:all|every|each|any|both|the (?:two|three|four|five|\d)) (?:of )?(?:the |these |those |my )?@ (?:columns?|features?|fields?|ones|variables?)\b")
"""What asks for all columns that have a word in their names, be there one of that very name."""
_ONE_OF = re.compile(r"\b(?:one|1|either|any) of (?:the |these |those |my |our )*(?:two |both |2 |three |3 )?[^@]{0,15}@|@[^@]{0,12}\b(?:one or the other|one of (?:them|the two|these|those|both))\b|\beither (?:the )?@$")


def _refuse_one_of(mentions: list[Mention], clause: Clause, tool: str, args: dict[str, Any] | None) -> None:
    """Asks which one is meant where the words only say that it is one of several: “drop one of the two temperatures”."""
    if not mentions or not _ONE_OF.search(clause.masked):
        return
    names = list(dict.fromkeys(name for mention in mentions for name in mention.names))
    if len(names) == 1:
        names += [other for other in clause.names if other != names[0] and key(names[0]) in key(other)]
    raise Unclear("Which one do you mean?", [option(tool, {**(args or {}), "columns": [name]}, name) for name in names[:4]])


_PRONOUN = re.compile(
    r"\bits (?:gaps?|blanks?|holes|nulls?|nans?|missing|empty|outliers?|values?|extremes?)\b|"
    r"\b(?:it|them|there|these|those|both|that one|(?:this|that|the|these|those) (?:columns?|fields?|features?|ones?|two|three))\b|"
    r"\ball [2-9](?: of (?:them|those|these))?$|^which (?:\S+ ){0,5}(?:can|could|should|must|may|might|would|will|needs?|has to)\b|"
    r"^(?:drop|remove|delete|ditch|exclude|discard|toss)$",
)


_PLACED = re.compile(r"\b(?:the|that|this) (first|second|third|fourth|last|former|latter)(?: one| column| of (?:them|these|those|the \w+))?$")
_THAT_ONE = re.compile(r"\b(?:that|this) (?:one|column|feature|variable)\b|\b(?:these|those) (?:two|columns|features)\b")


def antecedent(clause: Clause) -> list[str] | None:
    """The columns that “it” or “them” means: spoken of just before, or acted on in the previous turn."""
    if clause.correcting and clause.spoken:
        return list(clause.spoken)
    placed = _PLACED.search(clause.masked) if len(clause.spoken) > 1 else None
    if placed:
        place = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3}.get(placed[1], len(clause.spoken) - 1)
        return [clause.spoken[place]] if place < len(clause.spoken) else None
    if not _PRONOUN.search(clause.masked):
        return None
    if clause.spoken:
        return list(clause.spoken)
    noticed = clause.context.noticed
    if noticed:
        return noticed if len(noticed) == 1 or not _ONE.search(clause.masked) else None
    acted_on = [names for call in reversed(clause.context.last[-2:]) if (names := _columns_of(call))]
    if not acted_on or not _TWO.search(clause.masked) or len(acted_on[0]) > 1:
        return acted_on[0] if acted_on else None
    two = list(dict.fromkeys([*itertools.chain(*reversed(acted_on)), *_beside(clause.context.last[-1])]))
    return two if len(two) == 2 else None


_ONE = re.compile(r"\b(?:it|(?:this|that) (?:one|column|field|feature))\b")
_TWO = re.compile(r"\b(?:both|(?:the|these|those) two)\b")


def _beside(call: dict[str, Any]) -> list[str]:
    """The column that another one was held against."""
    return [name for slot in ("y", "with_column") if isinstance(name := call.get("args", {}).get(slot), str)]


def _columns_of(call: dict[str, Any]) -> list[str]:
    """The columns that a call was about, where it names any."""
    args = call.get("args", {})
    named = args.get("columns") or args.get("column") or args.get("x")
    if isinstance(named, str):
        return [] if named in ("all", "numeric", "categorical", "boolean", "datetime", "text", "missing") else [named]
    return named if isinstance(named, list) else []


def several_meant(mention: Mention, clause: Clause) -> bool:
    """Says whether “the zones”, “both boroughs” or “the streaming columns” mean all columns that fit."""
    if clause.has("both|all|two|every") or clause.word(mention.end) in ("columns", "features", "variables", "measurements", "fields", "ones"):
        return True
    last = clause.tokens[mention.end - 1]
    pieces = {part for name in mention.names for part in parts(name)}
    return last.norm.endswith("s") and not last.quoted and last.norm not in pieces and last.norm[:-1] in pieces


def _others(clause: Clause, tool: str, word: str | None, names: list[str]) -> list[str]:
    kinds = KINDS_OF.get(tool, ())
    if word and word != "missing":
        kinds = (word,)
    columns = clause.context.features(kinds) if kinds or tool != "drop_columns" else [name for name in clause.names if name != clause.context.target]
    if tool == "impute" or word == "missing":
        columns = [name for name in columns if clause.context.column(name).get("missing", 1)]
    return [name for name in columns if name not in names]


def refuse_unknown_quotes(clause: Clause, tool: str, slot: str = "columns", args: dict[str, Any] | None = None) -> None:
    """Asks where a quoted name is no column: a quoted name is exact."""
    starts = {mention.start for mention in clause.all_mentions} | {value.start for value in clause.values}
    for index, token in enumerate(clause.tokens):
        if token.quoted and index not in starts:
            raise unknown_column(token.text, clause, tool, slot, args)


def unknown_column(said: str, clause: Clause, tool: str, slot: str, args: dict[str, Any] | None = None) -> Unclear:
    """Makes the question for a name that is no column, with the nearest ones; without data it offers to load some."""
    if not clause.names:
        return no_data()
    fit = clause.context.features(KINDS_OF[tool]) if tool in KINDS_OF else [name for name in clause.names if clause.context.column(name).get("missing")] if tool == "impute" else []
    ranked = sorted(fit if len(fit) > 2 else clause.names, key=lambda name: -_alike(said, name))[:3]
    options = [option(tool, {**(args or {}), slot: [name] if slot == "columns" else name}, name) for name in ranked]
    return Unclear(f"I see no column “{said[:60]}” here. Which one do you mean?", options)


def unknown_beside(said: str, names: list[str], clause: Clause, tool: str, args: dict[str, Any]) -> Unclear:
    """Makes the question for a name that is no column beside others that are, which no option leaves out."""
    unclear = unknown_column(said, clause, tool, "columns", args)
    if names and clause.names:
        near = [entry["label"] for entry in unclear.options if entry["label"] not in names]
        unclear.options = [option(tool, {**args, "columns": [*names, name]}, f"{name} as well") for name in near]
        unclear.options.append(option(tool, {**args, "columns": names}, f"Only {_either_label(names)}"))
    return unclear


def _alike(said: str, name: str) -> float:
    """How near a name is to what was said; a part of it that begins the word says much: inq_fi for “inquiries”."""
    begun = any(len(part) > 2 and (key(said).startswith(part) or part.startswith(key(said))) for part in parts(name))
    return fuzz.ratio(key(said), key(name)) + 50 * begun


def no_data() -> Unclear:
    """Makes the question where no data is there yet."""
    return Unclear("No data is loaded yet. Upload a file, or start with a sample?", [option("list_samples", {}, "Show the samples"), option("load_data", {"source": "titanic"}, "Load titanic"), option("tour", {}, "Show me around")])


def refuse_shared_part(clause: Clause, tool: str, args: dict[str, Any] | None = None, slot: str = "columns") -> None:
    """Asks where the last word is a part of several columns: “log the total” beside total_rooms and total_bedrooms."""
    word = clause.word(len(clause.tokens) - 1)
    names = prepared(clause.names).by_part.get(word, ()) if clause.tokens and not clause.columns else ()
    if len(names) > 1 and not vocabulary.first(word, vocabulary.COLUMN_WORDS):
        resolved(Mention(names, len(clause.tokens) - 1, len(clause.tokens), 0.6), clause, tool, slot, args, many=slot == "columns")


def stranger(clause: Clause, verbs: str, known: str = "") -> str | None:
    """Finds a word in a column's place that is no column: right after the verb, or right before or after “column”."""
    for pattern in (
        rf"\b(?:{verbs}) (?:in |out |the |my |all |a |an |missing |column |columns |feature |values of |of )*([a-z_]\w*)(?= ?(?:$|,|and\b|or\b|with\b|by\b|to\b|using\b|column\b|as\b|is\b|because\b|please\b))",
        r"\b([a-z_]\w*) (?:column|columns|feature|field)\b(?! @)",
        r"\b(?:column|feature|field) (?:called |named )?([a-z_]\w*)",
    ):
        for match in re.finditer(pattern, clause.masked):
            word = match[1]
            ordinary = word in COMMON and word not in WORLDLY
            if not ordinary and not (known and re.fullmatch(known, word)) and not vocabulary.first(word, vocabulary.COLUMN_WORDS):
                return word
    return None


def mentioned_after(clause: Clause, pattern: str) -> Mention | None:
    """Finds the first column after some words."""
    match = re.search(rf"\b(?:{pattern}) [^@]{{0,20}}@", clause.masked)
    if match is None:
        return None
    place = clause.masked[: match.end()].count("@") - 1
    return clause.columns[place] if 0 <= place < len(clause.columns) else None
