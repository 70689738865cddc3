"""Along a whole experiment on every sample, each offered step can be carried out when it is clicked."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from engine.samples import SAMPLES
from tests.tools.gate import Session
from tools.call import perform
from tools.help.next_steps import key_of, next_steps

LONG = {"autopilot", "compare_models", "tune", "cross_validate", "choose_k", "calibrate", "ensemble"}
MOST_TURNS = 14


def clicked(session: Session, call: dict[str, Any]) -> dict[str, Any]:
    """Carries a call out on a copy of the experiment; what takes long is only planned."""
    payload = {
        "home": str(session.home), "experiment": copy.deepcopy(session.document), "call": call, "said": None, "mode": "now",
        "session": {"uploads": {}},
    }
    return perform(payload, lambda fraction, message: None)


@pytest.mark.parametrize("sample", [sample.name for sample in SAMPLES])
def test_every_offer_along_an_experiment_works(sample: str, tmp_path: Path) -> None:
    session = Session(tmp_path)
    state = session.call("load_data", source=sample)["state"]
    taken: set[str] = set()
    tools = []
    for _ in range(MOST_TURNS):
        offers = next_steps(state)
        for offer in offers:
            if offer.call.tool != "export":
                result = clicked(session, offer.call.model_dump())
                assert result["status"] in {"done", "queue", "ask"}, (offer, result["error"])
        following = next((offer for offer in offers if key_of(offer.call) not in taken and offer.call.tool not in LONG), None)
        if following is None or following.call.tool == "export":
            assert following is None or sample != "penguins" or session.call("export", **following.call.args)["status"] == "done"
            break
        taken.add(key_of(following.call))
        tools.append(following.call.tool)
        result = session.call(following.call.tool, **following.call.args)
        if result["status"] == "ask":
            chosen = result["options"][0]["call"]
            result = session.call(chosen["tool"], **chosen["args"])
        assert result["status"] == "done", (following, result.get("error"))
        state = result["state"]
    assert {"set_target", "prepare_automatically", "split", "train"} <= set(tools)
