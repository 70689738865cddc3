"""What takes long is waited for."""

from __future__ import annotations

import pytest


def test_no_explanation_of_a_model_is_stopped_after_the_time_that_quick_answers_have(talk, monkeypatch):
    for said in ("load the penguins sample", "predict species", "train k nearest neighbours"):
        talk.say(said)
    monkeypatch.setattr(talk.app.desk, "ask", lambda *rest: pytest.fail("it has the time of a quick answer"))
    for args in ({}, {"method": "importance"}, {"method": "permutation"}, {"column": "body_mass_g"}):
        turn = talk.click({"tool": "explain", "args": args})
        assert turn["status"] == "done", turn["error"]
