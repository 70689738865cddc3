"""Conversations of several turns: what is meant depends on what was said before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant import conversation
from assistant.playground import Playground
from assistant.router.llm_request import Settings

Say = Callable[[str], dict[str, Any]]


def did(turn: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    assert turn["status"] == "done", turn["question"] or turn["error"]
    return [(call["tool"], call["args"]) for call in turn["calls"]]


def shown(turn: dict[str, Any]) -> str:
    return str([block.get("markdown") or block.get("rows") for block in turn["blocks"]])


def test_what_was_understood_is_shown_word_by_word(say: Say) -> None:
    say("load the titanic sample")
    say("fill the age gaps with the median")
    turn = say("what did you understand?")
    rows = next(block["rows"] for block in turn["blocks"] if block["type"] == "table")
    assert ["columns: Age", "age"] in rows
    assert ["strategy: median", "median"] in rows
    assert "fill the age gaps with the median" in shown(turn)
    assert "impute" in shown(say("why did you do that?"))


def test_asking_what_was_understood_changes_nothing(say: Say) -> None:
    say("load the titanic sample")
    say("drop cabin")
    say("what did you understand?")
    assert did(say("undo that"))[0][0] == "undo"


def test_no_data_is_said_to_be_missing_before_a_column_is(say: Say) -> None:
    turn = say("fill age with the median")
    assert turn["status"] == "ask"
    assert "No data is loaded" in turn["question"]
    assert "load_data" in {entry["call"]["tool"] for entry in turn["options"]}
    assert did(say("the second one"))[0] == ("load_data", {"source": "titanic"})


@pytest.mark.parametrize(("reply", "expected"), [("yes", "start_over"), ("the first", "start_over"), ("yes, start over", "start_over"), ("no", None), ("leave it", None)])
def test_starting_over_asks_once_and_takes_the_answer(say: Say, reply: str, expected: str | None) -> None:
    say("load the titanic sample")
    say("drop cabin")
    assert say("start over")["status"] == "ask"
    turn = say(reply)
    if expected:
        assert [call["tool"] for call in turn["calls"]] == [expected]
        assert turn["status"] == "done"
    else:
        assert "start_over" not in [call["tool"] for call in turn["calls"]]
        assert "drop" in shown(say("show the pipeline")).lower()


def test_a_column_that_is_not_there_is_asked_about_and_the_answer_taken(say: Say) -> None:
    say("load the titanic sample")
    turn = say("drop the cabine2 column")
    assert turn["status"] == "ask"
    assert "Cabin" in [entry["label"] for entry in turn["options"]]
    assert did(say("Cabin")) == [("drop_columns", {"columns": ["Cabin"]})]


def test_it_goes_on_from_the_turn_before(say: Say) -> None:
    say("load the titanic sample")
    assert did(say("histogram of age"))[0] == ("plot", {"kind": "histogram", "x": "Age"})
    assert did(say("and fare"))[0][1]["x"] == "Fare"
    assert did(say("as a box plot"))[0][1] == {"kind": "box", "x": "Fare"}
    say("scale age with min-max")
    assert did(say("the same for fare"))[-1][1]["columns"] == ["Fare"]


def test_what_would_be_sent_to_a_language_model_can_be_seen(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    say("load the titanic sample")
    assert "Nothing" in shown(say("what would you send to a language model?"))
    monkeypatch.setenv("PLAYGROUND_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("PLAYGROUND_LLM_MODEL", "small")
    assert Settings.from_environment() is not None
    told = shown(say("what do you send?"))
    assert "Embarked" in told
    assert "female" not in told
    assert "tokens of the 16,000" in told


def test_it_is_said_where_a_language_model_was_asked_in_vain(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    say("load the titanic sample")
    monkeypatch.setenv("PLAYGROUND_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("PLAYGROUND_LLM_MODEL", "small")
    assert "“small” could not be reached" in shown(say("blorp the Age thing somehow"))
    assert "language model" not in shown(say("describe Age"))


def test_another_model_is_searched_anew(app: Playground) -> None:
    """What a search found belongs to the model that it was found for."""
    session = conversation.start_session(app)

    def say(text: str) -> dict[str, Any]:
        return conversation.reply(app, session, text)

    say("load the titanic sample")
    say("predict Survived from Pclass and Fare")
    turn = say("tune a decision tree with 2 trials")
    app.runner.wait(turn["job_id"], 120)
    other = say("try logistic regression instead")
    app.runner.wait(other["job_id"], 120)
    rows = next(block for block in conversation.turns(app, session)[-1]["blocks"] if block["type"] == "table")
    assert "max_depth" not in rows["columns"]


def gym(app: Playground, folder: Path) -> str:
    """A session with a table of which the column refund gives the answer away."""
    rows = [f"{number},{18 + number * 7 % 50},{number % 3},{'gold' if number % 5 else 'basic'},{int(number % 4 == 0)},{'yes' if number % 4 == 0 else 'no'}" for number in range(80)]
    (folder / "gym.csv").write_text("\n".join(["member,age,visits,plan,refund,left", *rows]) + "\n")
    session = conversation.start_session(app)
    conversation.perform(app, session, {"tool": "load_data", "args": {"source": conversation.upload(app, "local", folder / "gym.csv", "gym.csv")["id"]}})
    return session


@pytest.mark.parametrize("words", ["ok drop it", "then remove that one", "drop the leaking column"])
def test_it_is_the_column_that_a_notice_was_about(app: Playground, tmp_path: Path, words: str) -> None:
    session = gym(app, tmp_path)
    assert "refund" in shown(conversation.reply(app, session, "predict left"))
    assert did(conversation.reply(app, session, words)) == [("drop_columns", {"columns": ["refund"]})]


@pytest.mark.parametrize("words", ["same for age", "and age too", "do the same for age"])
def test_what_was_refused_is_what_is_done_for_another_column(app: Playground, tmp_path: Path, words: str) -> None:
    session = gym(app, tmp_path)
    conversation.reply(app, session, "drop visits")
    assert conversation.reply(app, session, "scale plan")["status"] == "error"
    assert did(conversation.reply(app, session, words)) == [("scale", {"columns": ["age"], "method": "standard"})]


def test_what_was_refused_is_not_taken_back_by_undoing_another_step(app: Playground, tmp_path: Path) -> None:
    session = gym(app, tmp_path)
    conversation.reply(app, session, "drop visits")
    conversation.reply(app, session, "scale plan")
    turn = conversation.reply(app, session, "scratch that")
    assert turn["status"] == "ask" and "changed nothing" in turn["question"]


def test_rows_that_just_went_are_named_to_put_the_choice_right(app: Playground, tmp_path: Path) -> None:
    session = gym(app, tmp_path)
    assert did(conversation.reply(app, session, "only plan basic"))[0][0] == "filter_rows"
    assert did(conversation.reply(app, session, "no, gold")) == [("edit_step", {"step": 2, "args": {"value": "gold"}})]
