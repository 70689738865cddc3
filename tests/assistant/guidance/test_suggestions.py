"""What a conversation offers next, and what it stops offering."""

from __future__ import annotations

from assistant import conversation


def test_what_was_waved_off_twice_comes_back_only_when_the_steps_change(talk) -> None:
    talk.say("load the titanic sample")
    first = talk.state["suggestions"][0]["call"]
    conversation.dismiss(talk.app, talk.session, first)
    assert talk.state["suggestions"][0]["call"] == first
    left = conversation.dismiss(talk.app, talk.session, first)
    assert first not in [step["call"] for step in left]
    talk.say("predict Survived")
    assert first in [step["call"] for step in talk.state["suggestions"]]


def test_a_mistake_is_answered_with_the_call_that_would_work_first(talk) -> None:
    talk.say("load the penguins sample")
    turn = talk.click({"tool": "preview", "args": {"rows": 0}})
    assert turn["status"] == "error"
    assert turn["suggestions"][0]["call"] == turn["error"]["call"]
    assert talk.click(turn["suggestions"][0]["call"])["status"] == "done"


def test_a_reopened_conversation_says_where_things_stand(talk) -> None:
    talk.say("load the penguins sample")
    best, *_, steps = conversation.reopened(talk.app, talk.session)
    assert best["call"]["tool"] == "set_target"
    assert steps["call"]["tool"] == "show_pipeline" and "1 so far" in steps["reason"]
