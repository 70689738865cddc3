"""Next steps while the table is loaded and its target chosen (rows 1 to 7 and 22 of the table)."""

from __future__ import annotations

from tools.base import Suggestion
from tools.cells import counted, quoted
from tools.help.offers import offer
from tools.help.situation import Situation
from tools.requirements import likely_targets

DELIMITERS = {";": "a semicolon", "\t": "a tab", "|": "a bar", ",": "a comma"}
BROKEN = ("\ufffd", "Ã", "â€")


def working(now: Situation) -> list[Suggestion]:
    """A job runs."""
    job = now.job or {}
    done, words = f"{float(job.get('progress') or 0):.0%} done", str(job.get("message") or "")
    chart = {"x": str(now.columns[-1]["name"])} if now.columns else {}
    return [
        offer("How far is it?", f"{done}{f': {words}' if words else ''}", "job_status"),
        offer("Stop it", f"the {counted(len(now.steps), 'step')} before it are kept", "cancel"),
        offer("Look around meanwhile", f"a chart of {counted(now.rows, 'row')} changes nothing", "plot", **chart),
    ]


def no_data(now: Situation) -> list[Suggestion]:
    """Nothing is loaded."""
    return [
        offer("Try the Titanic table", "891 passengers: who survived?", "load_data", source="titanic"),
        offer("See all samples", "5 small real tables, one for each kind of task", "list_samples"),
        offer("Take the tour", "3 minutes, 1 finished model and its code", "tour"),
        offer("What can you do?", "with examples for each of 9 stages", "help"),
    ]


def doubtful(now: Situation) -> bool:
    """Whether the file was perhaps read the wrong way."""
    if now.tools_used != ["load_data"] or now.target:
        return False
    return bool(_delimiter(now) or _unnamed(now) > len(now.columns) / 2 or _broken(now))


def read_again(now: Situation) -> list[Suggestion]:
    """The file was perhaps read the wrong way."""
    args, found = now.steps[0]["args"], []
    split = _delimiter(now)
    if split:
        sign, count = split
        label = f"Split at {DELIMITERS[sign]}"
        found.append(offer(label, f"I see {len(now.columns)} column; split at {DELIMITERS[sign]} it would be {count}", "load_data", **{**args, "delimiter": sign}))
    if _broken(now):
        found.append(offer("Read it as Western European", f"{_broken(now)} of {len(now.columns)} names hold broken characters", "load_data", **{**args, "encoding": "cp1252"}))
    if _unnamed(now):
        found.append(offer("Take the first line as names", f"{_unnamed(now)} of {counted(len(now.columns), 'column has', 'columns have')} no name", "load_data", **{**args, "header": True}))
    found.append(offer("See the table", f"{counted(now.rows, 'row')} as they were read", "preview"))
    return found


def _delimiter(now: Situation) -> tuple[str, int] | None:
    if len(now.columns) != 1:
        return None
    name = str(now.columns[0]["name"])
    best = max(DELIMITERS, key=name.count)
    return (best, name.count(best) + 1) if best in name else None


def _unnamed(now: Situation) -> int:
    if now.steps[0]["args"].get("header") is not None:  # it was said how the columns get their names
        return 0
    return sum(str(column["name"]) == f"column_{place}" for place, column in enumerate(now.columns, start=1))


def _broken(now: Situation) -> int:
    return sum(any(sign in str(column["name"]) for sign in BROKEN) for column in now.columns)


def choose_target(now: Situation) -> list[Suggestion]:
    """A column looks like an outcome."""
    name, reason = likely_targets(now.loaded)[0]
    return [
        offer(f"Predict {name}", f"{quoted(name)}: {reason}", "set_target", column=name),
        offer("Check the data's health", _health(now), "profile"),
        offer("Find groups", f"nothing to predict? Put similar ones of the {counted(now.rows, 'row')} together", "set_task", task="clustering"),
        offer(f"See {name}", f"how its values spread over {counted(now.rows, 'row')}", "plot", x=name),
    ]


def which_target(now: Situation) -> list[Suggestion]:
    """No column looks like an outcome."""
    targets = likely_targets(now.loaded)[:3]
    return [
        offer("Check the data's health", _health(now), "profile"),
        *(offer(f"Predict {name}", f"which column do you want to predict? {quoted(name)}: {reason}", "set_target", column=name) for name, reason in targets),
        offer("Find groups", f"put similar ones of the {counted(now.rows, 'row')} together", "set_task", task="clustering"),
        offer("See the table", f"{counted(now.rows, 'row')} and {counted(len(now.columns), 'column')}", "preview"),
    ][:4]


def _health(now: Situation) -> str:
    count = len(now.state.get("findings") or ())
    return f"{count} finding{'' if count == 1 else 's'} in {counted(len(now.columns), 'column')}"


def _clear_candidate(now: Situation) -> bool:
    """A telling name, two values, or the last place with few values."""
    ranked = likely_targets(now.loaded)
    if not ranked:
        return False
    name, reason = ranked[0]
    entry = next(column for column in now.loaded if column["name"] == name)
    return "name" in reason or entry["unique"] == 2 or (entry is now.loaded[-1] and entry["unique"] <= 50)


def target_with_gaps(now: Situation) -> list[Suggestion]:
    """Some rows have no answer."""
    gaps, target = now.target_entry["missing"], str(now.target)
    return [
        offer(f"Drop the {counted(gaps, 'row')} without {target}", f"{gaps:,} of {counted(now.rows, 'row has', 'rows have')} no answer to learn from", "drop_missing", axis="rows", columns=[target]),
        offer("Keep them for predicting later", f"training leaves the {counted(gaps, 'row')} out anyway", "acknowledge", finding="missing", columns=[target]),
        offer(f"Look at {target}", f"{now.target_entry['unique']:,} different values", "describe_column", column=target),
    ]


def other_target(now: Situation) -> list[Suggestion]:
    """The target has nothing to learn."""
    others = [item for item in likely_targets(now.loaded) if item[0] != now.target][:2]
    return [
        *(offer(f"Predict {name} instead", f"{quoted(now.target)} has {now.target_entry['unique']:,} different values, so there is nothing to learn; {quoted(name)}: {reason}", "set_target", column=name) for name, reason in others),
        offer("All options for the data", f"there are {counted(len(now.columns), 'column')} to choose from", "list_options", stage="data"),
    ]


ROWS = (
    ("working", lambda now: bool(now.job), working),
    ("no_data", lambda now: not now.dataset, no_data),
    ("parse_doubtful", doubtful, read_again),
    ("choose_target", lambda now: not now.task and _clear_candidate(now), choose_target),
    ("which_target", lambda now: not now.task, which_target),
    ("target_with_gaps", lambda now: not now.runs and now.open_about_target("missing"), target_with_gaps),
    ("unlearnable_target", lambda now: not now.runs and now.open_about_target("id_like", "constant"), other_target),
)
