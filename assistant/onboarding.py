"""What is explained at first moments: at most two sentences, never twice in a session, with a word to ask for more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tools.base import Block
from tools.catalog import find_tool
from tools.cells import counted, in_markdown, quoted, rounded
from tools.help.situation import Situation
from tools.help.steps_runs import is_tied, rivals
from tools.help.steps_use import is_overfit
from tools.help.tour_stops import current, text_of
from tools.model.judged_by import scores_on, shown_part
from tools.model.report import never_says_positive

Result = Mapping[str, Any]


class Moment(NamedTuple):
    """A first moment: when it is there, what is said of it, and the word under which there is more."""

    name: str
    comes: Callable[[set[str], Situation], bool]
    says: Callable[[Situation], str]
    more: str


def _by(*happened: str) -> Callable[[set[str], Situation], bool]:
    return lambda events, now: bool(set(happened) & events)


def _judged(now: Situation) -> str:
    # What was evaluated is shown with the answer: the words here hold for any rows, and the test rows only where they were looked at.
    part = "test" if now.run["metrics"].get("test") and now.run.get("looks") else shown_part(now.run)
    metrics = scores_on(now.run, part)
    if now.task == "regression":
        return f"The mean absolute error says how far off an answer is on average, in the unit of {quoted(now.target)}: {rounded(metrics.get('mae', 0))}. R2 is the share of the differences that is explained: {metrics.get('r2', 0):.2f}."
    precision, recall = metrics.get("precision"), metrics.get("recall")
    if never_says_positive(dict(now.run), part):
        return f"It never says {quoted(now.run['positive'])}: it raises no wrong alarm, and misses every real one. A lower threshold, or classes weighed alike, would make it say so at times."
    if precision is None or recall is None or now.run.get("positive") is None:
        return f"Accuracy counts the answers that are right: {metrics.get('accuracy', 0):.0%} of them."
    return f"Two mistakes are counted apart: {1 - precision:.1%} of the times that it says yes are wrong alarms, and it misses {1 - recall:.1%} of the real ones. Which hurts more is for you to say."


def _gap(now: Situation) -> str:
    learned, seen = now.score(now.run, "train") or 0.0, now.score(now.run, now.part) or 0.0
    metric = now.metric.replace("_", " ")
    return f"Run {now.run['number']} ({now.run['label']}) overfits: {metric} {learned:.2f} on the rows it learned from, {seen:.2f} on others. Simpler settings or fewer columns close the gap."


def _tie(now: Situation) -> str:
    first, second = (f"run {run['number']} ({run['label']}, {rounded(now.ranking_score(run) or 0.0)})" for run in rivals(now))
    return f"By {now.ranking_metric.replace('_', ' ')}, {first} and {second} are a tie: the difference is smaller than chance makes it. Take the simpler or faster one."


def _leak(now: Situation) -> str:
    finding = now.open("target_leakage") or {}
    names = " and ".join(quoted(name) for name in finding.get("columns", ())[:2])
    if finding.get("level") != "stop":
        return f"{names} {'tell' if ' and ' in names else 'tells'} much of the answer ({finding.get('number', 0):.2f} of 1). That is fine for what is known when a prediction is needed; what is known only afterwards must go."
    return f"{names} may give the answer away ({finding.get('number', 0):.2f} of 1). If it is not known when a prediction is needed, drop it."


def _loaded(now: Situation) -> str:
    first = next((entry for entry in now.columns if entry["kind"] in {"numeric", "boolean"}), now.columns[0])
    other = "as text" if first["kind"] == "categorical" else "as categories"
    return f"Nothing has been changed yet: the table was read, and what each column holds was guessed. Where a guess is wrong, say for example “treat {quoted(first['name'])} {other}”."


def _exported(now: Situation) -> str:
    count = len(now.state.get("acknowledged") or ())
    dismissed = f", with the {count} warning{'' if count == 1 else 's'} that {'was' if count == 1 else 'were'} dismissed" if count else ""
    return f"The folder holds the code, the model and README.md{dismissed}. `python train.py --data FILE` repeats the numbers to the last digit."


def _leaking(now: Situation) -> bool:
    return now.open("target_leakage") is not None


def _has_run(now: Situation) -> bool:
    return bool(now.runs) and now.supervised


MOMENTS = (
    Moment("load", _by("load"), _loaded, "kind"),
    Moment("leak", lambda events, now: "set_target" in events and _leaking(now), _leak, "leakage"),
    Moment("set_target", _by("set_target"), lambda now: f"Each of the {counted(now.rows, 'row')} is one example: {quoted(now.target)} is its answer, and the other columns are what to find it from. If several rows belong to the same person or thing, say so before the rows are split.", "target"),
    Moment("overfit", lambda events, now: "trained" in events and _has_run(now) and is_overfit(now), _gap, "overfitting"),
    Moment("tie", lambda events, now: "trained" in events and _has_run(now) and is_tied(now), _tie, "tie"),
    Moment("first_train", _by("baseline_shown"), lambda now: "Beside each score stands the baseline: what always giving the same answer would score. A model is worth something only as far as it beats that.", "baseline"),
    Moment("prepare", _by("prepare", "features"), lambda now: "Steps are recipes: what they need to know, such as a median, is learned from training rows only. So the rows of the final check stay unseen.", "preprocessing"),
    Moment("split", _by("split"), lambda now: "Each part has its use: rows to learn from, rows to choose with, and rows for one final check. A score on rows that were learned from would say little.", "split"),
    Moment("metric", lambda events, now: "evaluate" in events and _has_run(now), _judged, "metric"),
    Moment("tune", _by("tune"), lambda now: "Tuning tries other settings and keeps what does best on rows that were not learned from. The gain is usually small.", "tuning"),
    Moment("explain", _by("explain"), lambda now: "Importance is what the model used, not what causes the outcome.", "feature importance"),
    Moment("export", lambda events, now: "export" in events and "project" in (now.state.get("exported") or ()), _exported, "exported project"),
)


def explained(result: Result, before: list[str], mode: str) -> tuple[list[Block], list[str]]:
    """Gives the blocks to add to a turn, and the moments that they explain: the tour's next stop, or one first moment.

    `before` holds what was explained in this session already. In expert mode nothing is explained unless the tour is on.
    """
    state = result.get("state")
    if result.get("status") not in {"done", "queue"} or not state or not result.get("calls"):
        return [], []
    now = Situation(state)
    if state.get("tour"):
        stop = f"tour:{current(now)[0]}"
        told = any(call["tool"] == "tour" for call in result["calls"])
        return ([] if told or stop in before else [_text(text_of(now))]), ([] if stop in before else [stop])
    if mode == "expert":
        return [], []
    events = events_of(result)
    moment = next((each for each in MOMENTS if each.name not in before and each.comes(events, now)), None)
    if moment is None:
        return [], []
    block = _text(f"{moment.says(now)} (More: “define {moment.more}”.)")
    return [block | {"more": {"tool": "define", "args": {"term": moment.more}}}], [moment.name]


def events_of(result: Result) -> set[str]:
    """Names what happened in a turn: the event that a tool tells, the stages and the tools of its calls, a baseline that is shown."""
    events = {str(result["event"])} if result.get("event") else set()
    if any(block.get("type") == "metrics" and block.get("baseline") for block in result.get("blocks") or ()):
        events.add("baseline_shown")
    for call in result.get("calls") or ():
        tool = find_tool(call["tool"])
        if tool.name == "acknowledge":
            continue
        events |= {tool.stage, tool.name} if tool.stage in {"prepare", "features", "split"} else {tool.name}
        if tool.stage == "model" and tool.records:
            events.add("trained")
    return events


def _text(sentence: str) -> Block:
    return {"type": "text", "markdown": in_markdown(sentence).replace("\\*\\*", "**")}

