"""What a message came to in the end, for doors that wait: its turn, and those of the work that it started."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant import conversation
from assistant.playground import Playground
from assistant.turns import Turn
from engine.errors import Refusal

LONGEST_JOB = 24 * 3600.0


def answers(app: Playground, session_id: str, turn: Turn) -> Iterator[Turn]:
    """Gives a turn, and after each job that it waits for what came of it, until nothing runs for it any more."""
    yield turn
    while turn["status"] == "running":
        seen = turn["number"]
        app.runner.wait(turn["job_id"], LONGEST_JOB)
        later = [other for other in conversation.turns(app, session_id) if other["number"] > seen]
        if not later:
            raise Refusal("internal", "The work ended, but what came of it could not be kept.", "Say it once more.")
        yield from later
        turn = later[-1]


def whole(turns: Sequence[Turn]) -> Turn:
    """Puts the turns of one message together: everything that was done and shown, and how it ended."""
    first, last = turns[0], turns[-1]
    calls = []
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        told_again = following and turn["status"] == "running" and turn["calls"][-1] in following["calls"]
        calls += turn["calls"][:-1] if told_again else turn["calls"]
    return {
        **last,
        "calls": calls,
        "blocks": [block for turn in turns for block in turn["blocks"]],
        "job_id": next((turn["job_id"] for turn in turns if turn["job_id"]), None),
        **{key: first[key] for key in ("number", "said", "at")},
    }
