"""Hundreds of sentences of different people over fifteen tables, and what each may mean."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assistant.router import RouterContext, route
from tools.catalog import TOOLS

HERE = Path(__file__).parent
TABLES = json.loads((HERE / "tables.json").read_text("utf-8"))
UTTERANCES = [json.loads(line) for name in ("utterances.jsonl", "talks.jsonl", "answers.jsonl", "shorthand.jsonl", "trade_words.jsonl") for line in (HERE / name).read_text("utf-8").splitlines() if line]
EVERYDAY = [json.loads(line) for line in (HERE / "everyday.jsonl").read_text("utf-8").splitlines() if line]
MODELLING = [json.loads(line) for line in (HERE / "modelling.jsonl").read_text("utf-8").splitlines() if line]
"""How quite different people, from a clerk to a data scientist in a hurry, ask to prepare columns and to train, judge and use models."""
OPPOSITES = [json.loads(line) for line in (HERE / "opposites.jsonl").read_text("utf-8").splitlines() if line]
"""What is easily read as its opposite: what is spared, taken back, left for later, told of rows before it is told what becomes of them."""
CONTEXTS = [json.loads(line) for name in ("contexts.jsonl", "follow_ups.jsonl", "short_answers.jsonl") for line in (HERE / name).read_text("utf-8").splitlines() if line]
"""Answers to questions, corrections of what was just done, and what points back at it."""
PHRASINGS = [json.loads(line) for line in (HERE / "phrasings.jsonl").read_text("utf-8").splitlines() if line]
"""One request in a dozen other wordings each: questions for the meaning of a term, shares of a split, gaps, outliers, new columns."""
SEVERAL = [json.loads(line) for line in (HERE / "several.jsonl").read_text("utf-8").splitlines() if line]
"""Messages of several requests, held together by words of time, by a plan or by nothing but commas."""
ROWS = [json.loads(line) for line in (HERE / "rows.jsonl").read_text("utf-8").splitlines() if line]
"""Which rows stay and which go, and what no condition says about them, which is asked."""
PLAIN = [json.loads(line) for line in (HERE / "plain.jsonl").read_text("utf-8").splitlines() if line]
"""Short messages of people who know none of the words of the trade."""
CONDITIONS = [json.loads(line) for line in (HERE / "conditions.jsonl").read_text("utf-8").splitlines() if line]
"""What is to wait for a condition, and what is only asked of the table."""
IN_A_HURRY = [json.loads(line) for line in (HERE / "in_a_hurry.jsonl").read_text("utf-8").splitlines() if line]
"""How those who train models all day write: short forms, settings beside the model's name, runs, and kinds of models."""
QUESTIONS = [json.loads(line) for line in (HERE / "questions.jsonl").read_text("utf-8").splitlines() if line]
"""What people ask of the data, of the work and of the program itself, and what they propose in a question."""
ASKED_BACK = [json.loads(line) for line in (HERE / "asked_back.jsonl").read_text("utf-8").splitlines() if line]
"""What a step would do, what is no column by its name, ways that are told apart, code that is none of ours, and answers where nothing was asked."""
DEFAULTS = {
    tool.name: {name: field.default for name, field in tool.Arguments.model_fields.items() if not field.is_required()} for tool in TOOLS
}


def said(tool: str, args: dict[str, Any]) -> str:
    """Writes a call without what is so by default; the order of listed columns says nothing."""
    kept = {}
    for name, value in args.items():
        default = DEFAULTS.get(tool, {}).get(name)
        if value != default or value is None or isinstance(value, bool) != isinstance(default, bool):
            kept[name] = sorted(value, key=str) if name in ("columns", "formats", "models", "parts", "by") and isinstance(value, list) else value
    return json.dumps([tool, kept], sort_keys=True)


def verdict(row: dict[str, Any]) -> str:
    """Says whether a sentence is read rightly: exact, harmful (a tool that no reading has), or missed."""
    answer = route(row["text"], RouterContext.from_mapping({**row.get("context", {}), "columns": TABLES[row["table"]]}))
    if answer["status"] != "act":
        if not row.get("or"):
            return "missed"
        offered = {said(entry["call"]["tool"], entry["call"]["args"]) for entry in answer["options"]}
        wanted = {said(*call) for reading in row.get("options", []) for call in reading}
        return "exact" if not wanted or answer["status"] == "unknown" or offered & wanted else "missed"
    calls = [said(call["tool"], call["args"]) for call in answer["calls"]]
    if any(calls == [said(*call) for call in reading] for reading in row["readings"]):
        return "exact"
    known = {tool for reading in row["readings"] for tool, _ in reading}
    return "missed" if all(call["tool"] in known for call in answer["calls"]) else "harmful"


@pytest.fixture(scope="module")
def verdicts() -> dict[str, str]:
    return {row["text"]: verdict(row) for row in UTTERANCES}


def test_nearly_every_sentence_is_read_to_the_letter(verdicts: dict[str, str]) -> None:
    missed = [text for text, found in verdicts.items() if found != "exact"]
    assert len(missed) / len(verdicts) <= 0.03, missed


def test_hardly_a_sentence_leads_to_something_else_than_was_meant(verdicts: dict[str, str]) -> None:
    harmful = [text for text, found in verdicts.items() if found == "harmful"]
    assert len(harmful) / len(verdicts) <= 0.008, harmful


@pytest.mark.parametrize("row", MODELLING, ids=[row["text"][:60] for row in MODELLING])
def test_who_prepares_and_models_is_understood_in_terse_words_code_and_prose(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


def test_the_sentences_speak_of_every_tool() -> None:
    spoken = Counter(tool for row in UTTERANCES for reading in [*row["readings"], *row.get("options", [])] for tool, _ in reading)
    assert {tool.name for tool in TOOLS} <= set(spoken)


@pytest.mark.parametrize("row", EVERYDAY, ids=[row["text"][:60] for row in EVERYDAY])
def test_what_is_said_of_a_table_in_passing_is_read_to_the_letter(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", OPPOSITES, ids=[row["text"][:60] for row in OPPOSITES])
def test_nothing_is_done_of_which_the_opposite_was_said(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", CONTEXTS, ids=[row["text"][:60] for row in CONTEXTS])
def test_what_was_said_and_asked_before_is_what_answers_corrections_and_pointers_are_about(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", PHRASINGS, ids=[row["text"][:60] for row in PHRASINGS])
def test_one_request_is_understood_in_many_wordings(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", SEVERAL, ids=[row["text"][:60] for row in SEVERAL])
def test_of_several_requests_none_is_lost_and_none_gets_what_another_was_to_have(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_rows_stay_or_go_as_said_or_are_asked_about(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", PLAIN, ids=[row["text"][:60] for row in PLAIN])
def test_who_knows_no_word_of_the_trade_is_understood_in_plain_words(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", IN_A_HURRY, ids=[row["text"][:60] for row in IN_A_HURRY])
def test_short_forms_of_the_trade_are_written_out_and_no_setting_is_lost(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", CONDITIONS, ids=[row["text"][:60] for row in CONDITIONS])
def test_nothing_is_done_that_waits_for_a_condition_or_is_only_asked(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("row", QUESTIONS, ids=[row["text"][:60] for row in QUESTIONS])
def test_a_question_is_answered_by_a_look_and_a_proposal_is_done(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize(
    ("text", "said", "offered"),
    [
        ("could you mail it to my boss", "cannot send", "export"),
        ("can you connect to our sql database", "no database", "help"),
        ("do deep learning on photos", "pictures", "list_models"),
        ("forecast next year's sales", "do not carry a series on", "help"),
        ("delete the file from my disk", "file stays as it is", "help"),
        ("is my data safe here?", "stays on the machine", "profile"),
        ("can you speak danish", "English", "tour"),
        ("tell me a joke", "Tables are more my thing", "profile"),
        ("don’t scale the fare", "nothing is changed", "suggest"),
        ("please do not train yet", "nothing is changed", "suggest"),
        ("thanks a lot, great work!", "welcome", "suggest"),
        ("this is useless, nothing works", "Sorry", "help"),
        ("DROP TABLE passengers; --", "no code", "help"),
    ],
)
def test_what_cannot_be_done_is_declined_with_what_fits_instead(text: str, said: str, offered: str) -> None:
    answer = route(text, RouterContext.from_mapping({"columns": TABLES["titanic"]}))
    assert answer["status"] == "unknown"
    assert said in answer["question"]
    assert offered in [entry["call"]["tool"] for entry in answer["options"]]


@pytest.mark.parametrize("row", ASKED_BACK, ids=[row["text"][:60] for row in ASKED_BACK])
def test_what_is_only_supposed_or_half_told_is_answered_by_what_fits_it(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"
