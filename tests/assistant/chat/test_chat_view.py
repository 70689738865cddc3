"""Turns as messages and elements."""

from __future__ import annotations

import json
from typing import Any

from assistant.chat import view

SESSION = "6f1c3f5e-0000-4000-8000-000000000001"
CALL = {"tool": "impute", "args": {"columns": ["Age"]}}
BLOCKS: list[dict[str, Any]] = [
    {"type": "text", "markdown": "I filled **Age**."},
    {"type": "table", "columns": ["a"], "rows": [[i] for i in range(80)], "total_rows": 891, "title": "Rows"},
    {"type": "plot", "title": "Age", "figure": {"data": []}, "alt": "A hill."},
    {"type": "text", "markdown": "And more ![x](https://elsewhere/x.png)"},
    {"type": "metrics", "run": "forest", "data": "test", "metrics": {"accuracy": 0.8}, "baseline": {"accuracy": 0.6}},
    {"type": "file", "name": "p.zip", "url": "/api/v1/exports/1", "bytes": 10},
    {"type": "form", "tool": "split", "schema": {"properties": {}}, "values": {"test": 0.2}},
]


def turn(**changes: Any) -> dict[str, Any]:
    base = {"number": 3, "said": None, "at": "2026-01-01T00:00:00Z", "status": "done", "blocks": BLOCKS, "calls": []}
    return base | {"suggestions": [], "options": [], "job_id": None, "error": None, "question": None} | changes


def named(picture: view.Picture, name: str) -> list[dict[str, Any]]:
    return [element["props"] for element in picture.elements if element["name"] == name]


def test_files_stand_below_the_first_text_and_the_other_blocks_in_their_order_below_them() -> None:
    picture = view.answer(SESSION, turn())
    assert [step["output"] for step in picture.steps] == ["I filled **Age**."]
    names = [element["name"] for element in picture.elements]
    assert names == ["Download", "DataTable", "Plot", "Text", "Metrics", "ToolForm", "NextSteps"]
    assert all(element["forId"] == picture.steps[0]["id"] for element in picture.elements)


def test_a_turn_drawn_twice_has_the_same_ids_and_is_json() -> None:
    first, second = view.answer(SESSION, turn()), view.answer(SESSION, turn())
    assert [each["id"] for each in first.elements] == [each["id"] for each in second.elements]
    assert len({each["id"] for each in first.elements}) == len(first.elements)
    json.dumps([first.steps, first.elements], allow_nan=False)


def test_a_table_shows_its_first_rows_and_says_how_many_there_are() -> None:
    table = named(view.answer(SESSION, turn()), "DataTable")[0]
    assert len(table["rows"]) == view.SHOWN_ROWS
    assert table["total_rows"] == 891


def test_cells_that_json_or_the_eye_cannot_take_are_bounded() -> None:
    block = {"columns": [1], "rows": [[float("nan")], ["x" * 9000], [float("inf")], [True], [7]]}
    rows = view.table_props(block)["rows"]
    assert rows[0] == [None] and rows[2] == [None] and rows[3] == [True] and rows[4] == [7]
    assert len(rows[1][0]) == view.SHOWN_CHARACTERS + 1


def test_a_chart_is_fetched_from_its_turn_and_described() -> None:
    plot = named(view.answer(SESSION, turn()), "Plot")[0]
    assert plot["url"] == f"/chat/plots/{SESSION}/3/2"
    assert plot["alt"] == "A hill."
    assert "figure" not in plot


def test_text_of_the_data_fetches_no_picture() -> None:
    assert "![" not in named(view.answer(SESSION, turn()), "Text")[0]["markdown"]


def test_at_most_four_next_steps_are_offered_each_with_its_reason() -> None:
    offers = [{"label": f"Step {n}", "reason": f"because {n}", "call": CALL} for n in range(7)]
    steps = named(view.answer(SESSION, turn(suggestions=offers)), "NextSteps")[0]["suggestions"]
    assert [step["label"] for step in steps] == ["Step 0", "Step 1", "Step 2", "Step 3"]
    assert steps[0]["reason"] == "because 0"


def test_what_was_used_in_the_next_turn_is_marked() -> None:
    offers = [
        {"label": "Fill", "reason": "", "call": CALL},
        {"label": "Undo", "reason": "", "call": {"tool": "undo", "args": {}}},
    ]
    steps = named(view.answer(SESSION, turn(suggestions=offers), later=turn(calls=[CALL])), "NextSteps")[0][
        "suggestions"
    ]
    assert [step["used"] for step in steps] == [True, False]


def test_a_sent_form_shows_what_was_chosen() -> None:
    later = turn(calls=[{"tool": "split", "args": {"test": 0.3}}])
    form = named(view.answer(SESSION, turn(), later=later), "ToolForm")[0]
    assert form["done"] is True and form["values"] == {"test": 0.3}
    refused = named(view.answer(SESSION, turn(), later=later | {"status": "error"}), "ToolForm")[0]
    assert "done" not in refused and refused["values"] == {"test": 0.2}


def test_a_question_is_asked_with_its_options() -> None:
    asked = turn(status="ask", blocks=[], question="Which one?", options=[{"label": "Age", "call": CALL}])
    picture = view.answer(SESSION, asked)
    assert picture.steps[0]["output"] == "Which one?"
    assert named(picture, "Choices")[0]["options"][0]["label"] == "Age"
    assert named(picture, "NextSteps") == []


def test_an_error_says_what_and_how_on() -> None:
    error = {"code": "unknown_column", "message": "No column “agee”.", "hint": "The nearest is “age”."}
    picture = view.answer(SESSION, turn(status="error", blocks=[], error=error))
    assert named(picture, "Problem")[0]["error"] == error


def test_a_running_job_moves_only_while_it_runs() -> None:
    running = turn(status="running", job_id="j1", blocks=[])
    bar = named(view.answer(SESSION, running, {"id": "j1", "progress": 0.4, "message": "40 trees"}), "Progress")[0]
    assert (bar["state"], bar["progress"], bar["text"]) == ("running", 0.4, "40 trees")
    assert named(view.answer(SESSION, running, None), "Progress")[0]["state"] == "ended"
    assert view.progress(SESSION, "j1", {})["id"] == bar["live"]


def test_history_holds_what_was_said_and_answered_in_order() -> None:
    picture = view.history(SESSION, [turn(number=1, said="hello"), turn(number=2)], {"job": None})
    assert [step["type"] for step in picture.steps] == ["user_message", "assistant_message", "assistant_message"]
    assert picture.steps[0]["output"] == "hello"


def test_an_unknown_block_is_said_not_dropped() -> None:
    picture = view.answer(SESSION, turn(blocks=[{"type": "hologram"}]))
    assert "hologram" in named(picture, "Text")[0]["markdown"]


def test_what_is_asked_for_is_not_offered_once_more_below() -> None:
    offer = {"label": "Load", "reason": "", "call": CALL}
    drawn = view.answer(SESSION, turn(options=[offer], suggestions=[offer]))
    assert len(named(drawn, "Choices")[0]["options"]) == 1
    assert named(drawn, "NextSteps")[0]["suggestions"] == []


def test_an_explanation_has_a_button_in_place_of_the_words_to_say() -> None:
    more = {"tool": "define", "args": {"term": "recall"}}
    block = {"type": "text", "markdown": "Recall counts. (More: “define recall”.)", "more": more}
    drawn = named(view.answer(SESSION, turn(blocks=[block])), "Text")[0]
    assert (drawn["markdown"], drawn["more"]) == ("Recall counts.", more)


def test_findings_have_their_own_buttons_and_are_not_asked_about_once_more() -> None:
    mend = {"label": "Fill Age", "call": {"tool": "impute", "args": {"columns": ["Age"]}}}
    groups = [{"heading": "your decision", "findings": [{"title": "Missing values", "message": "`Age` has gaps.", "calls": [mend]}]}]
    block = {"type": "text", "markdown": "**Your decision** …", "findings": groups}
    offers = [mend | {"reason": "`Age` has gaps."}]
    asked = turn(blocks=[BLOCKS[0], block], options=offers, suggestions=offers)
    picture = view.answer(SESSION, asked, later=turn(calls=[CALL]))
    assert [element["name"] for element in picture.elements] == ["Findings", "NextSteps"]
    (shown,) = named(picture, "Findings")
    (button,) = shown["groups"][0]["findings"][0]["calls"]
    assert button["call"] == CALL and button["used"] and button["key"]
    alone = view.answer(SESSION, asked | {"blocks": [block]})
    assert [element["name"] for element in alone.elements] == ["Findings", "NextSteps"]


def test_what_mends_a_problem_is_one_button_that_says_what_it_does() -> None:
    error = {"code": "needs_number", "message": "No.", "hint": "A bar chart.", "call": CALL}
    offers = [{"label": "Fill Age", "reason": "…", "call": CALL}, {"label": "Undo", "reason": "1 step", "call": {"tool": "undo"}}]
    picture = view.answer(SESSION, turn(status="error", blocks=[], error=error, suggestions=offers))
    assert named(picture, "Problem")[0]["error"]["label"] == "Fill Age"
    assert [offer["label"] for offer in named(picture, "NextSteps")[0]["suggestions"]] == ["Undo"]
