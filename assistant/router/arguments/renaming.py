"""Reads which column gets which name; a name is taken as it was written, and several columns are renamed one after the other."""

from __future__ import annotations

import itertools
import re
from typing import Any

from assistant.router.arguments.fill_data import one_column
from assistant.router.arguments.slots import option, resolved
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.columns import part_names
from assistant.router.entities.direction import GONE
from assistant.router.entities.measures import converted, unit_of
from assistant.router.entities.names import Mention
from assistant.router.entities.reserved import TARGET_WORDS
from assistant.router.entities.units import is_unit

_FILLERS = ("henceforth", "hereafter", "known", "as", "also", "from", "here", "on", "just", "simply", "only", "plainly", "rather", "merely")
"""What may stand before a new name and is no part of it: “call it just distance”."""
_LINK = frozenset(["column", "to", "as", "into", "=", "->", "-", ">", "be", "called", "named", "the", "name", "new", ":", "should", "shall", "must", "has", "better", "now", "really", "actually", "properly", "ought", ",", "it", "that", "please", "'", "s", "is", "are", "will"])
_SEVERAL = re.compile(r"^(?:please )?(?:rename|call|name|relabel)(?: (?:the|columns?))* @ (?:(?!@)\S+ ){1,5}?(?:and|,|, and) (?:(?:the|column) )*@ \S")


_ASIDE = re.compile(r"\s+\([^()]*\w \w[^()]* [^()]*\)$|\s+(?:from now on|instead|please|everywhere|from here on)$", re.I)
"""What is said of the new name and is no part of it: “rename a to b (typo in the file)”."""


_CALLED = re.compile(
    r"[,;:.]\s*(?:(?:and|so|please|just|better|rather|then|lets|we should|you should) )*(?:rename|change|call|name|make|turn|"
    r"relabel)(?: (?:it|that|this|the name|the column))(?: (?:rather|simply|just|better|please))*(?: to| into|"
    r" as)? [\"'`]?(?P<name>\w[\w .-]{0,60}?)[\"'`]?(?: please| instead| then)*$",
    re.I,
)
"""The new name, after what is said against the old one: “hum is a silly name, call it humidity”."""


_CALLED_IT = re.compile(r"(?:(?:and|so|please|just|better|rather|then) )*(?:rename|change|call|name|relabel) (?:it|that|this|the name|the column)(?: (?:rather|simply|just|better))*(?: to| into| as)? [\"'`]?(?P<name>\w[\w .-]{0,60}?)[\"'`]?(?: please| instead| then)*$", re.I)
"""The new name of the column spoken of just before."""


_GOES_ON = re.compile(r"\b(?:call|ring|phone) [^,;]+ and (?:complain|tell|ask|say|order|book|remind|thank|apologi[sz]e)\b", re.I)
"""What calls somebody: “call farmer Holm and complain”."""


_LETTERS = re.compile(r"\b(?:to|in|into|as) (?:all )?(?:upper|lower|title|proper|capital)(?: ?case| letters)?s?$|\b(?:upper|lower) ?case$|\bcapitals$")
"""Another way to write what stands in the cells: “regions to upper case”."""


def rename_column(clause: Clause) -> dict[str, Any] | list[dict[str, Any]]:
    """Reads the column and its new name; “call a x and b y” is two names."""
    pointed = _CALLED_IT.match(clause.text)
    if pointed and len(clause.spoken) == 1:
        return {"column": clause.spoken[0], "name": pointed["name"]}
    if not clause.all_mentions:
        return {"column": one_column(clause, "rename_column", {"name": "new_name"}), "name": ""}
    named = [mention for mention in clause.columns if mention.score >= 1.0 or mention is clause.columns[0]]
    also = [mention for mention in clause.all_mentions if mention not in named and mention.score >= 1.2 and clause.word(mention.start - 1) in ("and", "&", ",") and clause.word(mention.end) in ("to", "as", "into")]
    named = sorted([*named, *also], key=lambda mention: mention.start) if named else named  # “… and mean to average”, where a column is called so
    if _SEVERAL.match(clause.mask(named).replace("@ @", "@ _")) and not any(first.end == second.start for first, second in itertools.pairwise(named)):
        ends = [*(mention.start for mention in named[1:]), len(clause.tokens)]
        return [_renamed(clause, mention, end) for mention, end in zip(named, ends, strict=True)]
    _refuse_either(clause)
    if _LETTERS.search(clause.norm) and clause.columns:
        raise Unclear("No step writes values in other letters. One value can be replaced by another. What shall I do?", [option("describe_column", {"column": clause.columns[0].names[0]}, f"Look at the values of {clause.columns[0].names[0]}"), option("list_options", {"stage": "data"}, "What can be done with values")])
    if _GOES_ON.search(clause.text):
        raise Unclear("What shall its new name be? Say, for instance, “rename it to income”.", [option("describe_column", {"column": clause.columns[0].names[0]}, f"Look at {clause.columns[0].names[0]} first")] if clause.columns else [])
    _refuse_unit(clause)
    listed = _listed(clause)
    if listed:
        return listed
    first = clause.all_mentions[0]
    meant = _CALLED.search(clause.text)
    if meant and meant.start() >= clause.tokens[first.end - 1].end:
        return {"column": resolved(first, clause, "rename_column", "column", {"name": meant["name"]}), "name": meant["name"]}
    if len(clause.all_mentions) > 1 and clause.word(first.start) == "name" and clause.word(first.end) == "of":
        first = clause.all_mentions[1]  # “change the name of a to b”, where a column is called name
    if first.start > 1 and first.end == len(clause.tokens) and clause.word(first.start - 1) in ("to", "as", "into"):
        shared = part_names(clause.word(first.start - 2), clause.names)
        first = Mention(shared, first.start - 2, first.start - 1, 0.9) if shared else first  # “rename kg to mass”, where mass is a word for a weight
    return _renamed(clause, first, len(clause.tokens))


_EITHER = re.compile(r"(?:(?:please|just) )*(?:rename|call|relabel|name) (?:(?:the|column|either) )*@ ?,? or (?:(?:the|column) )*@ (?:to|into|as)\b")


_TO_UNIT = re.compile(r"(?:(?:convert|turn|change) )?(?:the )?@ (?:to|into|in|as) (?P<unit>[a-z0-9]+)")


def _refuse_unit(clause: Clause) -> None:
    """Asks whether numbers are to be converted or the column only renamed: “minutes to hours”."""
    said = _TO_UNIT.fullmatch(clause.masked)
    own = unit_of(clause.columns[0].name, clause.names) if said and clause.columns[0].clear else None
    factor = converted(1, own, said["unit"]) if said and own and is_unit(said["unit"]) else None
    if said and factor:
        name = clause.columns[0].name
        reckoned = {"left": name, "operator": "multiply", "right": factor} if factor >= 1 else {"left": name, "operator": "divide", "right": converted(1, said["unit"], own or "")}
        raise Unclear(f"Shall “{name}” be reckoned in {said['unit']}, or only get that name?", [option("add_feature", reckoned, f"A new column: {name} in {said['unit']}"), option("rename_column", {"column": name, "name": said["unit"]}, "Only rename it")])


def _refuse_either(clause: Clause) -> None:
    """Asks which of two columns gets the one name that is said: “rename count or rate to riders”."""
    if not _EITHER.match(clause.masked):
        return
    first, second = clause.columns[:2]
    name = _renamed(clause, second, len(clause.tokens))["name"]
    raise Unclear("Which column gets the new name?", [option("rename_column", {"column": column, "name": name}, column) for mention in (first, second) for column in mention.names])


_JOINTS = frozenset(["and", ",", "&", "the", "column", "columns", "also"])
_LEADS = frozenset(["to", "as", "into", "=", "-", "->", ">", "should", "shall", "must", "be", "are", "get", "become", "now", "better", "called", "named", "renamed", "the", "new", "names", "columns", ":"])
_BETWEEN_NAMES = re.compile(r"\s*(?:,\s*and\b|,|&|\band\b)\s*", re.I)
_IN_TURN = re.compile(r",?\s+(?:respectively|in (?:that|this|the same) order|please|instead|each)$", re.I)


def _listed(clause: Clause) -> list[dict[str, Any]]:
    """Reads a list of columns and as many names after it, each of which is the name of one: “rename species and island to a and b”."""
    mentions = [mention for mention in clause.all_mentions if clause.word(mention.start) != "names"]
    run = mentions[:1]
    for mention in mentions[1:]:
        if mention.start == run[-1].end or any(clause.word(place) not in _JOINTS for place in range(run[-1].end, mention.start)):
            break
        run.append(mention)
    if len(run) < 2:
        return []
    begins = next((place for place in range(run[-1].end, len(clause.tokens)) if clause.word(place) not in _LEADS), len(clause.tokens))
    if begins in (run[-1].end, len(clause.tokens)):
        return []
    said = _IN_TURN.sub("", clause.text[clause.tokens[begins].start :].strip(" .!"))
    names = [name.strip(" \"'`“”") for name in _BETWEEN_NAMES.split(said)]
    if len(names) != len(run) or not all(names):
        return []
    return [{"column": resolved(mention, clause, "rename_column", "column", {"name": name}), "name": name} for mention, name in zip(run, names, strict=True)]


def _renamed(clause: Clause, mention: Mention, end: int) -> dict[str, Any]:
    following = clause.tokens[mention.end : end]
    if clause.word(mention.end) in ("and", ",", "or") and any(other.start == mention.end + 1 for other in clause.all_mentions):
        following = []  # “rename fare and age” says no name
    while end < len(clause.tokens) and following and following[-1].norm in ("and", ",", "the", "column"):
        following = following[:-1]
    begins = next((place for place, token in enumerate(following) if token.norm not in _LINK), 0)
    cut = next((place for place, token in enumerate(following) if token.norm in (",", ";") and place > begins), len(following))
    following = following[:cut]
    while len(following) > 1 and following[-1].norm in ("please", "pls", "instead", "thanks") and not following[-1].quoted:
        following = following[:-1]
    link = next((place for place, token in enumerate(following[:3]) if token.norm in ("to", "as", "into")), 0)
    rest = [token for token in following[link:] if token.norm not in _LINK]
    while len(rest) > 1 and rest[0].norm in _FILLERS and not rest[0].quoted:
        rest = rest[1:]
    if not rest:
        raise Unclear("What shall its new name be? Say, for instance, “rename it to income”.")
    name = resolved(mention, clause, "rename_column", "column", {"name": rest[0].text})
    if GONE.fullmatch(" ".join(token.norm for token in rest)) and not any(token.quoted for token in rest):
        raise Unclear(f"Shall “{name}” go, or get a new name?", [option("drop_columns", {"columns": [name]}, f"Drop {name}"), option("describe_column", {"column": name}, f"Describe {name}")])
    new = rest[0].text if rest[0].quoted else clause.text[rest[0].start : rest[-1].end]
    taken = next((other for other in clause.names if other.lower() == new.lower() and other != name), None)
    if taken and name.lower() in TARGET_WORDS:
        raise Unclear(f"There is a column “{taken}” already. Shall it be what is predicted?", [option("set_target", {"column": taken}, f"Predict {taken}"), option("rename_column", {"column": name, "name": f"{new}_2"}, f"Rename {name} to {new}_2")])
    return {"column": name, "name": _ASIDE.sub("", new).strip()}
