"""Reads which table is to be loaded, and how its file is to be read."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.from_elsewhere import refuse_another_file, refuse_from_elsewhere
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.file_names import file_in
from assistant.router.entities.numbers import ORDINALS

Args = dict[str, Any]


def load_data(clause: Clause) -> Args:
    """Reads which table, and how it is to be read."""
    refuse_from_elsewhere(clause)
    refuse_another_file(clause)
    args: Args = {}
    quoted = next((token.text for token in clause.tokens if token.quoted), None)
    file = file_in(clause.text)
    named = re.search(
        r"\b(?:load|open|import|use|fetch|grab|pull in|bring in|read|start with|work with|switch to|take)(?: in)? (?:the |my |a |an |me |in )*(?:sample |example |"
        r"bundled |demo |practice |toy |built-?in )*(?:data ?set |data |sample |file |table )?(?:called |named )?(\w+(?: \w+)?)", clause.text, re.I)
    if quoted and not (file and _OF_A_SHEET.search(clause.text[: next(token.start for token in clause.tokens if token.quoted)])):
        args["source"] = quoted
    elif file:
        args["source"] = file
    elif named:
        words = [word for word in named[1].lower().split() if word not in ("data", "dataset", "sample", "file", "set", "table", "csv", "please", "the", "some", "any", "other", "instead", "called", "named", "again", "now", "everything", "something", "anything", "nothing", "more", "one", "ones", "of", "practice", "example", "demo", "toy", "bundled", "for")]
        if words and "sheet" not in words and words[0] not in ("first", "second", "third", "it", "this", "that", "them", "those", "new", "semicolon", "comma", "instead", "called", "with", "about", "on", "from", "in", "to", "that", "which", "where", "like", "and", "or", "model", "models", "results", "report", "steps", "pipeline", "predictions"):
            args["source"] = "_".join(words)
    sheet = re.search(r"\b(first|second|third|fourth|\d(?:st|nd|rd|th)) sheet|\bsheet (?:number )?(\d+)", clause.norm)
    if sheet:
        args["sheet"] = ORDINALS[sheet[1]] if sheet[1] else int(sheet[2])
    elif called := re.search(r"\b(?:sheet|worksheet|tab|page) (?:(?:is|called|named|=|:) )+['\"“]?(\w+)|\bsheet ['\"“]?([A-Z]\w*)|\b(?:[Tt]he|[Mm]y|[Tt]hat) (?!(?:other|next|right|wrong|new|same|whole|excel) )(\w+) sheet\b", clause.text):
        args["sheet"] = called[1] or called[2] or called[3]
    args |= _header_and_order(clause)
    decimal = re.search(r"\bdecimal(?:s| mark| sign| separator)? ?(?:is |are |= ?|: ?|have |has |use |uses |with |by |written with |come with )?(?:an? )?(commas?|points?|dots?|periods?|,|\.)(?!\w)|\b(commas?|points?) (?:as|for) (?:the )?decimals?\b", clause.norm)
    if decimal:
        args["decimal"] = "," if (decimal[1] or decimal[2])[0] in "c," else "."
    encoding = re.search(r"\b(utf ?-? ?8|latin ?-? ?1|iso ?-? ?8859 ?-? ?\d+|cp ?\d{3,4}|windows ?-? ?125\d|utf ?-? ?16|ascii)(?!\w)", clause.norm)
    if encoding:
        args["encoding"] = encoding[1].replace(" ", "")
    said = clause.norm.replace(decimal[0], " ") if decimal else clause.norm
    for word, sign in (("semicolon", ";"), ("comma", ","), ("tab", "\t"), ("pipe", "|")):
        if re.search(rf"\b(?:delimiter|separator|separated)(?: is| by| with|:| =)*(?: an?)? {word}s?\b|\b{word}s? (?:separated|delimited|as)|\b(?:uses?|with|by|has|have) {word}s\b(?! (?:as|for) decimals?)|\b{word}s? (?:between|separates?|divides?|in between)\b", said):
            args["delimiter"] = sign
    if written := re.search(r"\b(?:sep|delimiter)\s*=\s*(?:'([^'\n]{1,3})'|\"([^\"\n]{1,3})\")", clause.text):
        args["delimiter"] = (written[1] or written[2]).replace("\\t", "\t")
    if "source" not in args:
        before = next((call["args"].get("source") for call in reversed(clause.context.last) if call["tool"] == "load_data"), None)
        before = before or next((step["args"].get("source") for step in clause.context.steps if step.get("tool") == "load_data"), None)
        asked = ((clause.context.pending or {}).get("options") or [{}])[0].get("call") or {}
        before = before or (asked.get("args", {}).get("source") if asked.get("tool") == "load_data" else None)
        if before is None:
            raise Unclear("Which data shall I load? Upload a file, or choose a sample.", [option("list_samples", {}, "Show the samples"), option("load_data", {"source": "titanic"}, "Load titanic")])
        args["source"] = before
    return args


_OF_A_SHEET = re.compile(r"\b(?:sheet|worksheet|tab|page)\b[^.]{0,20}$", re.I)
"""What stands before the name of a sheet, which is no file."""


def _header_and_order(clause: Clause) -> Args:
    """Reads whether there is a header or in which line, and whether the day or the month comes first."""
    args: Args = {}
    if re.search(r"\b(?:no|without(?: a)?) (?:column )?header|first (?:line|row) is (?:already )?data", clause.norm):
        args["header"] = False
    elif line := re.search(r"\bheader (?:row |line )?is (?:in|on|at)? ?(?:the )?(?:line|row) ?(\d+)", clause.norm):
        args["header"] = int(line[1])
    if order := re.search(r"\b(day|month)s?(?: comes?| is| are)?[ -](?:first|1)\b", clause.norm):
        args["date_order"] = order[1]
    return args
