"""Whatever the words, a sentence that keeps some rows and one that takes them away leave the two halves of a table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.router import RouterContext, route

TABLES = json.loads((Path(__file__).parent / "tables.json").read_text("utf-8"))
OPPOSITE = {"eq": "ne", "in": "not_in", "gt": "le"}
KEPT = (
    "keep only {rows}",
    "only {rows}",
    "{rows} only",
    "just {rows} please",
    "i want only {rows}",
    "leave only {rows}",
    "leave me just {rows}",
    "nothing but {rows}",
    "show only {rows}",
    "restrict it to {rows}",
    "i only need {rows}",
    "{rows} and nothing else",
    "lose everything but {rows}",
    "drop all except {rows}",
    "throw away everything apart from {rows}",
    "hide everything but {rows}",
    "remove everything other than {rows}",
    "hide everything except {rows}",
    "keep {rows}, drop the rest",
    "drop the rest, keep {rows}",
    "only {rows} should stay",
    "{rows} should stay, the rest can go",
    "limit it to {rows}",
    "narrow it down to {rows}",
    "lets stick to {rows}",
    "concentrate on {rows}",
    "carry on with {rows} only",
    "filter for {rows}",
    "im only interested in {rows}",
    "i work on {rows}, hide the others",
    "keep {rows} and hide the others",
    "i should like to work with {rows} alone",
    "only {rows} may stay",
    "only {rows} should be in there",
    "keep just {rows} and throw the others away",
    "forget everything but {rows}",
    "get rid of all but {rows}",
    "nothing other than {rows} please",
    "we only care about {rows}",
    "only {rows} matter to us",
    "please leave only {rows} in the table",
    "use {rows} exclusively",
    "let us look at nothing but {rows}",
    "everything that is not {rows} can go",
    "the rest can go, only {rows} are of interest",
)
"""How people say which rows are to stay."""
TAKEN_AWAY = (
    "drop {rows}",
    "no {rows}",
    "no {rows} please",
    "without {rows}",
    "lose {rows}",
    "hide {rows}",
    "{rows} out",
    "{rows} must go",
    "{rows} can go",
    "{rows} should not be in there",
    "i dont want {rows} in there",
    "keep everything but {rows}",
    "keep everything apart from {rows}",
    "all but {rows}",
    "everything except {rows}",
    "i want everything other than {rows}",
    "leave {rows} out",
    "leave out {rows}",
    "take {rows} out",
    "take {rows} away",
    "get rid of {rows}",
    "away with {rows}",
    "out with {rows}",
    "{rows} away please",
    "i need {rows} gone",
    "get {rows} out",
    "turn {rows} out",
    "{rows} have no place here",
    "{rows} do not belong here",
    "kick {rows} out",
    "filter {rows} out",
    "filter out {rows}",
    "exclude {rows}",
    "skip {rows}",
    "ignore {rows}",
    "forget about {rows}",
    "id rather not have {rows}",
    "we are not interested in {rows}",
    "i want all but {rows}",
    "keep {rows} out",
    "{rows} are not wanted",
    "{rows} are to be removed",
    "leave {rows} aside",
    "put {rows} aside",
    "remove {rows} from the data",
    "cut {rows} from the table",
    "everything with the exception of {rows}",
    "dump {rows}",
    "scrap {rows}",
    "purge {rows}",
    "weed out {rows}",
    "{rows} shouldnt be included",
    "{rows} should be left out",
    "{rows} must not be in the table",
    "i would like to work with everything apart from {rows}",
    "i should like to work with all rows apart from {rows}, if you please",
    "can you leave {rows} out please",
    "we do not want {rows} in there",
    "{rows} have to be taken out",
    "please take {rows} out of the table",
    "{rows} can leave",
    "keep all rows that are not {rows}",
    "{rows} has to disappear",
    "bye bye {rows}",
    "i do not need {rows}",
    "throw {rows} away",
    "strike {rows}",
    "toss out {rows}",
    "kill {rows}",
    "{rows} gone please",
    "dont include {rows}",
    "{rows} should go away",
    "i'd like {rows} removed",
    "please have {rows} removed",
    "make {rows} disappear",
    "banish {rows}",
    "chuck {rows}",
    "chuck {rows} out",
    "screen out {rows}",
    "rule out {rows}",
    "eliminate {rows}",
    "delete {rows}",
    "{rows} are excluded",
    "{rows} need to go",
    "discard {rows}",
    "dispense with {rows}",
    "do away with {rows}",
    "do without {rows}",
    "{rows} out, thanks",
    "none of {rows}",
)
"""How people say which rows are to go."""
ROWS: tuple[tuple[str, str, str, str, Any], ...] = (
    ("seattle_pets", "cats", "species", "eq", "Cat"),
    ("seattle_pets", "the goats and pigs", "species", "in", ["Goat", "Pig"]),
    ("penguins", "the Gentoo penguins", "species", "eq", "Gentoo"),
    ("penguins", "Biscoe and Dream", "island", "in", ["Biscoe", "Dream"]),
    ("taxis", "the cash rides", "payment", "eq", "cash"),
    ("taxis", "rides over 20 miles", "distance", "gt", 20),
    ("diamonds", "Premium", "cut", "eq", "Premium"),
    ("auto_mpg", "the cars from japan", "origin", "eq", "japan"),
    ("auto_mpg", "cars with more than 6 cylinders", "cylinders", "gt", 6),
    ("titanic", "women", "Sex", "eq", "female"),
    ("titanic", "passengers older than 60", "Age", "gt", 60),
    ("bird_strikes", "PRIVATELY OWNED", "operator", "eq", "PRIVATELY OWNED"),
    ("california_housing", "INLAND", "ocean_proximity", "eq", "INLAND"),
    ("shop", "the East region", "region", "eq", "East"),
    ("shop", "the returned orders", "returned", "eq", "Yes"),
    ("clinic", "the smokers", "smoker", "eq", "yes"),
    ("rentals", "the rows where type is child", "type", "eq", "child"),
    ("rentals", "premium rentals", "class", "eq", "premium"),
    ("lending_club", "bad loans", "Class", "eq", "bad"),
    ("telco_churn", "month-to-month contracts", "contract", "eq", "Month-to-month"),
)
"""A table, how some of its rows are called, and the condition that they meet."""


def direction(table: str, sentence: str, column: str, op: str, value: Any) -> str | None:
    """Says whether a sentence keeps the rows that meet a condition or takes them away; None where it does neither, but asks."""
    answer = route(sentence, RouterContext.from_mapping({"columns": TABLES[table]}))
    if answer["status"] != "act":
        return None
    found = [(call["tool"], call["args"].get("column"), call["args"].get("op"), call["args"].get("value")) for call in answer["calls"]]
    if found == [("filter_rows", column, op, value)]:
        return "kept"
    if found == [("filter_rows", column, OPPOSITE[op], value)]:
        return "taken away"
    return str(answer["calls"])


@pytest.mark.parametrize(("table", "rows", "column", "op", "value"), ROWS, ids=[rows for _, rows, *_ in ROWS])
def test_what_is_kept_and_what_is_taken_away_are_the_two_halves_of_a_table(table: str, rows: str, column: str, op: str, value: Any) -> None:
    sentences = [(frame.format(rows=rows), "kept") for frame in KEPT] + [(frame.format(rows=rows), "taken away") for frame in TAKEN_AWAY]
    read = [(sentence, wanted, direction(table, sentence, column, op, value)) for sentence, wanted in sentences]
    turned = [entry for entry in read if {entry[1], entry[2]} == {"kept", "taken away"}]
    assert turned == []
    missed = [entry for entry in read if entry[2] != entry[1]]
    assert len(missed) <= 0.12 * len(read), missed
