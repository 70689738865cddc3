"""State to next steps: the first row of the table that fits decides; at most four, the best first, an easy way out last.

The table is in the files `steps_*`, one subject each, in the order in which its rows are tried: data, groups,
preparation, doubts and use, runs. An unanswered warning about the data takes the first place whatever the row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from tools.base import Suggestion, ToolCall
from tools.help import steps_data, steps_groups, steps_prepare, steps_runs, steps_use
from tools.help.offers import fits_now, offer
from tools.help.situation import Situation, State
from tools.help.tour_stops import next_stop

MOST = 4
EASY = frozenset({
    "preview", "profile", "describe_column", "plot", "plot_model", "explain", "list_options", "help", "define", "tour", "autopilot",
    "export", "leaderboard", "show_pipeline", "list_models", "acknowledge", "suggest", "what_if", "show_errors", "list_samples",
    "rank_features", "branch",
})
"""What is easy to say yes to: seeing, learning, being led, or taking the code along."""

FEWEST_TO_RELATE = 3
BEFORE_WARNINGS = frozenset({"parse_doubtful", "target_with_gaps", "unlearnable_target", "trained_before"})
"""Rows about what must be settled before any column is judged."""


class Row(NamedTuple):
    """One row of the table: its name, the state that it is for, and what it offers."""

    name: str
    fits: Callable[[Situation], bool]
    steps: Callable[[Situation], list[Suggestion]]


ROWS = tuple(
    Row(*row) for part in (steps_data, steps_groups, steps_prepare, steps_use, steps_runs) for row in part.ROWS
)


def row_for(state: State) -> Row:
    """Finds the first row of the table that fits this state."""
    now = Situation(state)
    return next(row for row in ROWS if row.fits(now))


def next_steps(state: State, dismissed: Collection[str] = (), made: Collection[ToolCall] = ()) -> list[Suggestion]:
    """Lists up to four next steps for this state, each with a reason that holds a number of this data.

    `dismissed` holds the keys of suggestions that are not to be offered (see `key_of`), `made` the calls that have just
    been carried out: to look at the same once more is no next step.
    """
    now = Situation(state)
    usable: list[Suggestion] = []
    row = row_for(state)
    for step in [*_tour(now), *_in_place(_warning(now), row, now)]:
        known = {key_of(item.call) for item in usable} | set(dismissed)
        again = step.call.tool == "compare_models" and now.compared
        if key_of(step.call) not in known and not again and not _just_seen(step.call, made) and fits_now(step, now):
            usable.append(step)
    usable = _with_onward(usable, row, now, dismissed)
    easy = [step for step in usable[1:] if step.call.tool in EASY] or [step for step in _ways_out(now) if step not in usable and not _just_seen(step.call, made)]
    return [*[step for step in usable if step not in easy[-1:]][: MOST - 1], *easy[-1:]]


def key_of(call: ToolCall) -> str:
    """Names a call, so that the same offer is known again."""
    return call.model_dump_json()


def _tour(now: Situation) -> list[Suggestion]:
    """The tour's next stop, for who takes it."""
    step = next_stop(now) if now.state.get("tour") else None
    return [step] if step else []


def _just_seen(call: ToolCall, made: Collection[ToolCall]) -> bool:
    """Whether a call that only looks was carried out just now, for whichever run."""
    from tools.catalog import find_tool

    wanted = {name: value for name, value in call.args.items() if name != "run"}
    same = any(call.tool == other.tool and wanted.items() <= other.args.items() for other in made)
    return same and not find_tool(call.tool).records


def _in_place(warning: tuple[Suggestion, bool] | None, row: Row, now: Situation) -> list[Suggestion]:
    """Puts an open warning before the steps of the row, or third where it is not pressing, or something comes before it."""
    steps = row.steps(now)
    if warning is None:
        return steps
    step, pressing = warning
    return [step, *steps] if pressing and row.name not in BEFORE_WARNINGS else [*steps[:2], step, *steps[2:]]


def _with_onward(steps: list[Suggestion], row: Row, now: Situation, dismissed: Collection[str]) -> list[Suggestion]:
    """Makes room for a step onward where three or more are about the same column: who does not care about that goes on."""
    subject = _about(steps[0], now) if steps else set()
    others = [about for about in (_about(step, now) for step in steps[1:MOST]) if about]
    if not subject or len(others) < MOST - 2 or not all(about & subject for about in others):
        return steps
    later = (step for other in ROWS[ROWS.index(row) + 1 :] if other.fits(now) for step in other.steps(now))
    fitting = (step for step in later if not _about(step, now) & subject and key_of(step.call) not in dismissed and fits_now(step, now))
    onward = next(fitting, None)
    return [*steps[: MOST - 1], onward] if onward else steps


def _about(step: Suggestion, now: Situation) -> set[str]:
    """The columns that a step is about, the target aside."""
    said = [name for value in step.call.args.values() for name in (value if isinstance(value, list) else [value])]
    return {str(column["name"]) for column in now.columns if column["name"] in said and column["name"] != now.target}


def _warning(now: Situation) -> tuple[Suggestion, bool] | None:
    """The gravest open warning that a single call answers now, in the words of the report, and whether it stands first."""
    for finding in now.open_findings:
        # A column that foretells the answer closely may simply be a good one: that is asked, not mended.
        asked = finding["id"] == "target_leakage" and finding["level"] != "stop"
        for answer in finding["calls"]:
            call = ToolCall.model_validate(answer["call"])
            step = Suggestion(label=answer["label"], reason=finding["message"], call=call)
            early = not now.task and (finding["id"] == "missing" or call.tool in {"impute", "encode", "vectorize_text", "split", "balance"})
            if call.tool != "acknowledge" and not early and fits_now(step, now):
                return step, now.pressing(finding) and not asked
    return None


def _ways_out(now: Situation) -> list[Suggestion]:
    """What always makes sense, for where a row has nothing easy of its own."""
    if not now.dataset:
        return [offer("What can you do?", "with examples for each of 9 stages", "help")]
    numbers = now.of_kind("numeric")
    if len(now.steps) < 2 and len(numbers) >= FEWEST_TO_RELATE:
        return [offer("See what moves together", f"{len(numbers)} columns of numbers in one picture", "plot", kind="correlation")]
    return [offer("Show the steps", f"{len(now.steps)} so far, each can be changed or removed", "show_pipeline")]
