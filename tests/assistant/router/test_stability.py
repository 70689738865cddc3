"""A reading does not hang on letter case, politeness or the very column; and no text brings the router down."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.router import RouterContext, route
from assistant.router.wording.spelling import nearest

TABLES = json.loads((Path(__file__).parent / "tables.json").read_text("utf-8"))
ASKED = [
    "drop {}", "fill {} with the median", "scale {}", "histogram of {}", "describe {}", "log of {}", "predict {}", "bin {} into 4 groups", "clip the outliers in {}",
    "treat {} as categorical", "keep rows where {} is above 10", "average {} by island", "what correlates with {}", "rename {} to other", "remove rows where {} is missing", "box plot of {} by species",
]
SAYINGS = ["split 80/20", "train a random forest with 200 trees", "which columns matter most?", "undo that", "show the confusion matrix", "what should I do now?", "cross validate with 5 folds", "export the notebook", *(text.format("body mass") for text in ASKED)]
DECORATIONS = ["{}!", "{}...", "please {}", "{} please", "Could you {}?", "  {}  ", "{}.", "ok, {}", "{}, thanks"]
CONTEXT: dict[str, Any] = {"columns": TABLES["penguins"], "target": "species", "runs": ["random_forest"]}


def tools(text: str) -> list[str]:
    return [call["tool"] for call in route(text, RouterContext.from_mapping(CONTEXT))["calls"]]


@pytest.mark.parametrize("text", SAYINGS)
def test_letter_case_politeness_and_punctuation_change_nothing(text: str) -> None:
    plain = tools(text)
    assert plain
    assert tools(text.upper()) == plain
    assert tools(text.capitalize()) == plain
    for decoration in DECORATIONS:
        assert tools(decoration.format(text.rstrip("?"))) == plain, decoration


SAID = [entry for file in ("utterances", "phrasings", "rows", "shorthand", "several") for entry in map(json.loads, (Path(__file__).parent / f"{file}.jsonl").read_text("utf-8").splitlines()) if '"' not in entry["text"] and "'" not in entry["text"]]


@pytest.mark.parametrize("decoration", ["hey, {}", "please {}", "{} pls", "{}, thanks a lot!", "{}!!", "{}."])
def test_what_is_only_polite_changes_no_call(decoration: str) -> None:
    for entry in SAID[::25]:
        context = {**entry.get("context", {}), "columns": TABLES[entry["table"]]}
        plain = route(entry["text"].rstrip("?.! "), RouterContext.from_mapping(context))["calls"]
        assert route(decoration.format(entry["text"].rstrip("?.! ")), RouterContext.from_mapping(context))["calls"] == plain, entry["text"]


def test_doubled_blanks_change_no_call() -> None:
    for entry in SAID[::10]:
        context = {**entry.get("context", {}), "columns": TABLES[entry["table"]]}
        plain = route(entry["text"], RouterContext.from_mapping(context))["calls"]
        assert route(f" {entry['text'].replace(' ', '   ')}\t", RouterContext.from_mapping(context))["calls"] == plain, entry["text"]


@pytest.mark.parametrize("text", ASKED)
def test_another_column_of_the_same_kind_is_the_same_request(text: str) -> None:
    numeric = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    assert len({tuple(tools(text.format(name))) for name in numeric}) == 1
    assert tools(text.format(numeric[0]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400), st.sampled_from(sorted(TABLES)), st.booleans())
def test_any_text_gets_a_well_formed_answer(text: str, table: str, in_the_middle: bool) -> None:
    context = RouterContext(columns=TABLES[table])
    if in_the_middle:
        context.last = [{"tool": "impute", "args": {"columns": ["Age"]}}]
        context.runs = ["ridge"]
        context.pending = {"question": "Which?", "options": [{"label": "Age", "call": {"tool": "drop_columns", "args": {"columns": ["Age"]}}}]}
    answer = route(text, context)
    assert answer["status"] in ("act", "ask", "unknown")
    assert bool(answer["calls"]) == (answer["status"] == "act")
    assert answer["status"] == "act" or 1 <= len(answer["options"]) <= 4
    json.dumps(answer)


WORDS = ["drop", "keep", "the", "fill", "with", "median", "of", "and", "not", "except", "Age", "Sex", "scale", "split", "80/20", "train", "random", "forest", "where", "is", "above", "10", ",", ".", "?", "!", '"', "'", "`", "(", ")", "no", "wait", "it", "them", "same", "for", "step", "3", "plot", "by", "predict", "5", "%", "-", "=", "/", "missing", "rows", "only", "target"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_heap_of_the_trades_words_gets_a_well_formed_answer(words: list[str]) -> None:
    context = RouterContext(columns=TABLES["titanic"], runs=["ridge"], last=[{"tool": "scale", "args": {"columns": ["Age"], "method": "robust"}}])
    answer = route(" ".join(words), context)
    assert answer["status"] in ("act", "ask", "unknown")


@pytest.mark.parametrize("piece", ["a", "1", "é", " ", "drop ", "and ", "@", "\"", "(", "1,", "1/", "a.b ", "no wait ", "with ", "'", "\u202e", "🦊 ", "fill age with 1 and ", "<", "is ", "1. a "])
def test_ten_thousand_letters_of_anything_get_an_answer(piece: str) -> None:
    context = RouterContext(columns=TABLES["titanic"], runs=["ridge"])
    for length in (1900, 10_000):
        assert route((piece * length)[:length], context)["status"] in ("act", "ask", "unknown")


def test_one_of_a_thousand_columns_is_found() -> None:
    wide = RouterContext(columns=[{"name": f"sensor_{number}_reading", "kind": "numeric", "missing": 0} for number in range(1000)])
    answer = route("fill sensor 731 reading with the median", wide)
    assert answer["calls"] == [{"tool": "impute", "args": {"columns": ["sensor_731_reading"], "strategy": "median"}}]


def test_the_router_needs_neither_pandas_nor_scikit_learn() -> None:
    code = "import sys; from assistant.router import route, RouterContext, llm; from assistant.router.reading import reading; route('train a random forest', RouterContext()); print([m for m in ('pandas', 'sklearn', 'numpy', 'plotly') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.mark.parametrize("text", ["0#IND", "@ @ drop @", "keep # only", "# and @ is 3", "fill @ with #", "N D Q @ #"])
def test_signs_that_a_person_types_are_just_signs(text: str) -> None:
    for table in TABLES.values():
        assert route(text, RouterContext(columns=table))["status"] in ("act", "ask", "unknown")


def test_a_word_that_is_as_near_to_two_words_of_the_trade_is_left_alone() -> None:
    assert nearest("foremost") is None  # as near to “forecast” as to “forests”: which came first would decide
    assert nearest("perdiction") == "prediction"


@pytest.mark.parametrize("said", ["no", "just", "species", "species,", "please", "species is"])
def test_words_said_over_and_over_bring_no_reading_to_a_halt(said: str) -> None:
    options = [{"label": name, "call": {"tool": "drop_columns", "args": {"columns": [name]}}} for name in ("species", "island")]
    for more in ({}, {"pending": {"question": "Which?", "options": options}}):
        assert route(f"{said} " * 60 + "Adelie", RouterContext.from_mapping({**CONTEXT, **more}))["status"] in ("act", "ask", "unknown")
