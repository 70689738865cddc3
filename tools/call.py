"""The single gate: every request enters here, from words, buttons, forms, REST, replay and the command line.

It validates, turns words into column names, checks that the stage is right, records prerequisites as ordinary steps,
plans, runs, and says what was done. JSON in, JSON out, so that it can be carried out in any child process.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

from engine import price
from engine.errors import Refusal
from engine.stages import within
from tools.arguments import resolve_columns, validated
from tools.base import Answer, Calls, Question, Reasoned, Report, Tool, ToolCall, UserError
from tools.catalog import find_tool
from tools.change import change_blocks, moved_by
from tools.experiment import Document, Experiment, Step, steps_key
from tools.history import seconds_to_show, snapshot_of
from tools.idle_arguments import require_all_count
from tools.infinite import infinite_values
from tools.library_words import first_sentence
from tools.requirements import check_requirements, check_task, requirements_met
from tools.state import state_of

Payload = dict[str, Any]
BEGINNING = 0.1
"""The share of a job's bar that the calls before it have."""
LEARNED, LOOKED_AT_ANEW = {"prepare", "features"}, {"data", "split"}
"""Stages whose tools learn from the table, and those after which what was learned is learned anew."""


def perform(payload: Payload, report: Report) -> dict[str, Any]:
    """Carries out one call on an experiment and returns its new document, what to show, and the state.

    A user's mistake comes back as `{"status": "error", "error": …}` with the document unchanged.
    """
    home = Path(payload["home"])
    if "register" in payload:
        from tools.data.load_data import register

        return register(payload["register"], home)
    experiment = Experiment(payload["experiment"], home, payload.get("session"))
    if payload.get("state_only"):
        return _result("done", experiment)
    call = ToolCall.model_validate(payload["call"])
    try:
        return _carry_out(experiment, call, payload.get("said"), payload.get("mode", "now"), report)
    except Question as question:
        options = [option.model_dump() for option in question.options]
        return _result("ask", experiment) | {"question": question.question, "options": options}
    except Refusal as refusal:
        return {"status": "error", "experiment": experiment.document, "changed": False, "error": error_of(refusal)}


def error_of(refusal: Refusal) -> dict[str, Any]:
    """Writes a refusal as the error object that every door shows."""
    error: dict[str, Any] = {"code": refusal.code, "message": refusal.message, "hint": refusal.hint}
    if refusal.argument:
        error["argument"] = refusal.argument
    if isinstance(refusal, UserError) and refusal.call:
        error["call"] = refusal.call.model_dump()
        if refusal.label:
            error["label"] = refusal.label
    return error


def _carry_out(experiment: Experiment, call: ToolCall, said: str | None, mode: str, report: Report) -> dict[str, Any]:
    tool = find_tool(call.tool)
    check_task(tool, experiment)
    try:
        args = validated(tool, call.args)
        if mode == "now":  # what was recorded may hold what was found beside what was asked for
            require_all_count(tool, args)
    except UserError as problem:
        if problem.call and problem.call.tool == tool.name and not requirements_met(tool, experiment):
            raise UserError(problem.code, problem.message, problem.hint, argument=problem.argument) from problem
        raise
    settling = tool.task_first(args, experiment)
    if settling is None:
        check_requirements(tool, experiment)
    args = resolve_columns(tool, args, experiment)
    other = tool.instead(args, experiment)
    if other is not None:
        try:
            return _carry_out(experiment, other, said, mode, report)
        except UserError as problem:
            if problem.code != "later_step_needs_it":
                raise
    if tool.edits:
        document, answer = tool.edit(args, experiment)
        return _shown(Experiment(document, experiment.home, experiment.session), [_call(tool, args)], [answer])
    if tool.job and mode == "now" and not tool.records:
        return _shown(experiment, [], []) | {"status": "queue", "job_call": _call(tool, tool.resolve(args, experiment)).model_dump()}
    if tool.expands:
        experiment, calls, answers = _record_all(experiment, tool.calls(args, experiment), said, report)
        return _shown(experiment, calls, answers)
    if not tool.records:
        if mode == "now" and (seconds := tool.seconds(args, experiment)) >= price.PATIENT_SECONDS:
            return _shown(experiment, [], [_takes(tool, args, price.duration(seconds))]) | {"status": "queue", "job_call": _call(tool, args).model_dump()}
        return _shown(experiment, [_call(tool, args)], [tool.answer_in_time(args, experiment, report)])
    return _prepared_and_recorded(experiment, tool, args, said, settling, mode, report)


def _prepared_and_recorded(experiment: Experiment, tool: Tool, args: Any, said: str | None, settling: Reasoned | None, mode: str, report: Report) -> dict[str, Any]:
    """Records a step after those that it needs; what takes long is queued."""
    experiment, calls, answers = _record_all(experiment, [settling] if settling else [], None, report)
    first = [each for each in tool.before(args, experiment) if mode == "job" or not find_tool(each[0].tool).job]
    if mode == "now" and (words := _long_before(first, experiment)):
        warning = Answer(said=f"{tool.title(args)}: the table is prepared anew for it, which takes {words}. “Cancel” stops it.")
        return _shown(experiment, calls, [*answers, warning]) | {"status": "queue", "job_call": _call(tool, args).model_dump()}
    beginning = BEGINNING if tool.job and first else 0.0
    experiment, prepared, told = _record_all(experiment, first, None, within(0.0, beginning, report) if beginning else report)
    calls, answers = calls + prepared, answers + told
    if tool.job and mode == "now":
        settled = tool.resolve(args, experiment)
        planned = _planned(tool, settled, experiment, said, report)
        answers = [*answers, Answer(said=tool.warning(settled, experiment))]
        result = _shown(experiment, calls, answers)
        job_call = {"tool": tool.name, "args": planned[-1].steps[-1]["args"]}
        return result | {"status": "queue", "job_call": job_call}
    if mode == "now" and (words := _long(tool, args, experiment)):
        answers.append(_takes(tool, args, words))
        return _shown(experiment, calls, answers) | {"status": "queue", "job_call": _call(tool, args).model_dump()}
    before = experiment
    report(beginning, tool.title(args))
    experiment, done, told = record(experiment, _call(tool, args), said, report)
    if tool.stage in {"prepare", "features"}:
        told.append(Answer(blocks=change_blocks(before, experiment)))
    return _shown(experiment, calls + done, answers + told)


def _takes(tool: Tool, args: Any, words: str) -> Answer:
    return Answer(said=f"{tool.title(args)}: this takes {words}. “Cancel” stops it.")


def _long(tool: Tool, args: Any, experiment: Experiment) -> str:
    """Says how long the table takes to be carried on by this call, where that is too long to wait for; else nothing."""
    chain = experiment.compiled.chain if experiment.steps else ()
    if tool.begins or tool.stage not in LEARNED | (LOOKED_AT_ANEW if any(getattr(part, "seconds", 0) for part in chain) else set()):
        return ""
    try:
        settled = tool.resolve(args, experiment)
        operations = [operation for each in (settled if isinstance(settled, list) else [settled]) for operation in tool.plan(each, experiment)]
    except (KeyError, ValueError):  # it is told when it is carried out
        return ""
    seconds = seconds_to_show(experiment, operations)
    return price.duration(seconds) if seconds >= price.PATIENT_SECONDS else ""


def _long_before(first: Sequence[Reasoned], experiment: Experiment) -> str:
    """Says how long it takes to record what must come first, where one of these calls prepares the table anew."""
    for call, _ in first:
        tool = find_tool(call.tool)
        try:
            args = resolve_columns(tool, validated(tool, call.args), experiment)
        except UserError as problem:
            if problem.code != "unknown_column":
                raise
            continue  # of columns that a call before it makes, such as the parts of a date
        words = _long(tool, args, experiment)
        if words:
            return words
    return ""


def _record_all(
    experiment: Experiment, wanted: Calls, said: str | None, report: Report
) -> tuple[Experiment, list[ToolCall], list[Answer]]:
    """Records several calls in order; each answer ends with the reason for it."""
    calls: list[ToolCall] = []
    answers: list[Answer] = []
    coming = wanted if isinstance(wanted, Generator) else iter(wanted)
    following = next(coming, None)
    while following is not None:
        call, reason = following
        try:
            experiment, done, told = record(experiment, call, said, report)
        except Refusal as refusal:
            if not isinstance(coming, Generator):
                raise
            following = _next(coming.throw, refusal)
            continue
        answers += [Answer(said=f"{answer.said} {reason}".strip(), blocks=answer.blocks) for answer in told]
        calls += done
        following = _next(coming.send, experiment) if isinstance(coming, Generator) else next(coming, None)
    return experiment, calls, answers


def _next(resume: Callable[[Any], Reasoned], sent: Any) -> Reasoned | None:
    """Goes on with a generator, which is sent the experiment, or the refusal that it may have an answer to."""
    try:
        return resume(sent)
    except StopIteration:
        return None


def record(
    experiment: Experiment, call: ToolCall, said: str | None, report: Report
) -> tuple[Experiment, list[ToolCall], list[Answer]]:
    """Records one call as a step (or as several, where its arguments settle into several), and runs what it trains."""
    tool = find_tool(call.tool)
    check_task(tool, experiment)
    args = resolve_columns(tool, validated(tool, call.args), experiment)
    calls, answers = [], []
    args, experiment = tool.search(tool.resolve(args, experiment), experiment, report)
    stages = _planned(tool, args, experiment, said, report)
    for after in stages:
        before = experiment
        if len(stages) == 1:
            after.document["steps"][-1]["given"] = call.args
        settled = tool.Arguments.model_validate(after.steps[-1]["args"])
        after = tool.work(settled, before, after, report)
        answers.append(tool.tell(settled, before, after))
        calls.append(ToolCall(tool=tool.name, args=after.steps[-1]["args"]))
        experiment = after
    return experiment, calls, answers


def _planned(tool: Tool, settled: Any, experiment: Experiment, said: str | None, report: Report) -> list[Experiment]:
    """Plans the step and carries the table on, so that what does not fit is refused before anything is recorded."""
    before = experiment
    stages: list[Experiment] = []
    for args in settled if isinstance(settled, list) else [settled]:
        step: Step = {
            "tool": tool.name,
            "args": args.model_dump(exclude_unset=False, exclude_none=True, mode="json") | _explicit_nulls(args),
            "title": tool.title(args),
            "said": said,
        }
        document: Document = {**experiment.document, "redo": []}
        if tool.begins:
            document, step = tool.start(args, step, experiment)
        else:
            document["steps"] = [*experiment.steps, step]
        experiment = Experiment(document, experiment.home, experiment.session)
        try:
            snapshot_of(experiment, report)  # refuses here what does not fit the table
            if before.runs:
                step["moves"] = moved_by(before, experiment)
        except KeyError as problem:
            gone = str(problem.args[0])
            if gone not in {column for stage in (before, *stages) for column in (*stage.columns, *stage.sources)}:
                raise
            raise UserError("column_needed", f"An earlier step needs the column “{gone}”, which this would take away.", "Remove that step first, or keep the column.") from problem
        except ValueError as problem:
            if isinstance(problem, Refusal):
                raise
            known = infinite_values(before, problem, step["title"])
            raise known or UserError("does_not_fit", f"{step['title']} does not work on this table: {first_sentence(problem)}.", "Nothing was changed.") from problem
        stages.append(experiment)
    return stages


def _explicit_nulls(args: Any) -> dict[str, None]:
    return {name: None for name in args.model_fields_set if getattr(args, name) is None and name == "new"}


def _call(tool: Tool, args: Any) -> ToolCall:
    return ToolCall(tool=tool.name, args=args.model_dump(exclude_unset=True, mode="json"))


def _shown(experiment: Experiment, calls: list[ToolCall], answers: list[Answer]) -> dict[str, Any]:
    said = [answer.said for answer in answers if answer.said]
    events = [answer.event for answer in answers if answer.event]
    return _result("done", experiment) | {
        "changed": True,
        "calls": [call.model_dump() for call in calls],
        "said": "\n\n".join(said),
        "blocks": [block for answer in answers for block in answer.blocks],
        "files": [file for answer in answers for file in answer.files],
        "options": [option.model_dump() for answer in answers for option in answer.options],
        "event": events[-1] if events else None,
    }


def _result(status: str, experiment: Experiment) -> dict[str, Any]:
    return {
        "status": status,
        "experiment": experiment.document,
        "changed": False,
        "calls": [],
        "blocks": [],
        "said": "",
        "files": [],
        "question": None,
        "options": [],
        "error": None,
        "event": None,
        "state": state_of(experiment),
    }


__all__ = ["error_of", "perform", "record", "steps_key"]
