"""The past is changed, copied and named by talking."""

from __future__ import annotations

from tests.assistant.guidance.conftest import words_of


def test_a_step_is_changed_by_saying_so(talk) -> None:
    talk.say("load the titanic sample")
    talk.say("predict Survived")
    talk.say("fill age with the mean")
    turn = talk.say("change step 3 to the median")
    assert turn["status"] == "done" and turn["calls"][0]["tool"] == "edit_step"
    assert talk.state["steps"][2]["args"]["strategy"] == "median"
    assert any(block.get("title") == "What moved" for block in turn["blocks"])


def test_a_branch_is_opened_and_left_by_talking(talk) -> None:
    talk.say("load the penguins sample")
    assert talk.say("branch off as “bold try”")["status"] == "done"
    assert talk.state["experiment"] == "bold try"
    talk.say("predict species")
    turn = talk.say("open the experiment “penguins”")
    assert "bold try" in words_of(turn)
    assert talk.state["target"] is None
    talk.say("go back to bold try")
    assert talk.state["experiment"] == "bold try"
