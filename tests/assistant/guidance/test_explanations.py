"""First moments are explained once; the tour leads from nothing to a downloaded project."""

from __future__ import annotations

from assistant import conversation
from assistant.onboarding import MOMENTS
from tests.assistant.guidance.conftest import words_of
from tools.help.define import find_term


def explanations(turn) -> list[str]:
    return [block["markdown"] for block in turn["blocks"] if block.get("more")]


def test_a_first_moment_is_explained_once_and_opens_more(talk) -> None:
    turn = talk.say("load the titanic sample")
    (first,) = [block for block in turn["blocks"] if block.get("more")]
    assert "Nothing has been changed yet" in first["markdown"]
    assert talk.click(first["more"])["status"] == "done"
    assert not explanations(talk.say("load the titanic sample"))


def test_each_stage_is_explained_with_numbers_of_this_data(talk) -> None:
    talk.say("load the titanic sample")
    assert "891 rows" in explanations(talk.say("predict Survived"))[0]
    assert "training rows only" in explanations(talk.say("fill age with the median"))[0]
    assert not explanations(talk.say("fill embarked with the most common value"))
    talk.say("split 60/20/20")
    assert "baseline" in explanations(talk.say("train a logistic regression"))[0]
    assert "wrong alarms" in explanations(talk.say("how good is it?"))[0]


def test_the_baseline_is_explained_only_where_one_stands_beside_a_score(talk) -> None:
    talk.say("load the penguins sample")
    talk.say("find groups")
    talk.say("prepare it for me")
    assert not explanations(talk.say("k-means with 3 groups"))


def test_that_importance_is_no_cause_is_said_once(talk) -> None:
    for words in ("load the titanic sample", "predict Survived", "train a decision tree"):
        talk.say(words)
    said = words_of(talk.say("which columns matter most?"))
    assert said.count("not what causes") == 1
    assert "not what causes" not in words_of(talk.say("permutation importance"))


def test_every_moment_points_to_a_word_of_the_glossary() -> None:
    assert all(find_term(moment.more) for moment in MOMENTS)


def test_the_tour_leads_to_a_downloaded_project_and_can_be_interrupted(talk) -> None:
    turn = talk.say("take the tour")
    assert "stop 1 of 9" in words_of(turn)
    offered = turn["options"][0]
    for stop in range(2, 10):
        turn = talk.click(offered["call"])
        assert turn["status"] == "done", turn["error"]
        if stop == 4:
            talk.say("what is overfitting?")
            turn = talk.say("take the tour")
        if stop < 9:
            assert f"stop {stop} of 9" in words_of(turn), (stop, words_of(turn))
            offered = turn["options"][0] if turn["options"] else turn["suggestions"][0]
    assert any(block["type"] == "file" and block["name"].endswith(".zip") for block in turn["blocks"])
    assert "stop 9 of 9" in words_of(turn)


def test_the_first_screen_offers_the_tour(app) -> None:
    assert "tour" in [offer["call"]["tool"] for offer in conversation.welcome(app)["suggestions"]]


def test_a_word_is_explained_by_talking_about_it(talk) -> None:
    talk.say("load the penguins sample")
    turn = talk.say("define one-hot encoding")
    assert "One-hot encoding" in words_of(turn) and "`species_Adelie`" in words_of(turn)
    assert turn["options"][0]["call"]["tool"] == "define"
