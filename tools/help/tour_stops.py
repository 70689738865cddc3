"""The stops of the guided first experiment: where the state stands decides which one comes next, so it can be resumed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tools.base import Suggestion
from tools.cells import counted
from tools.help.offers import offer
from tools.help.situation import Situation
from tools.requirements import likely_targets

CHOSEN_ON = {"validation": "the rows to choose with", "folds": "folds of the training rows", "nothing": "the training rows"}


class Stop(NamedTuple):
    """One stop: whether the state stands there, what happens there in a few sentences, and what to do next."""

    title: str
    here: Callable[[Situation], bool]
    says: Callable[[Situation], str]
    step: Callable[[Situation], Suggestion | None]


def current(now: Situation) -> tuple[int, Stop]:
    """Gives the number and the stop at which this state stands."""
    return next((number, stop) for number, stop in enumerate(STOPS, start=1) if stop.here(now))


def text_of(now: Situation) -> str:
    """Says where the tour stands and what happens here."""
    number, stop = current(now)
    return f"**Tour, stop {number} of {len(STOPS)}: {stop.title}.** {stop.says(now)}"


def _target(now: Situation) -> Suggestion:
    likely = [name for name, _ in likely_targets(now.loaded)]
    if not likely:
        return offer("Find groups", f"no column suits as an answer: put similar ones of the {counted(now.rows, 'row')} together", "set_task", task="clustering")
    name = "Survived" if "Survived" in likely else likely[0]
    return offer(f"Predict {name}", f"the tour's next stop, with {counted(now.rows, 'row')}", "set_target", column=name)


def _first_model(now: Situation) -> Suggestion:
    model, name = ("logistic_regression", "logistic regression") if now.task == "classification" else ("ridge", "ridge regression")
    return offer(f"Train a {name}", "1 weight for each column: simple, fast, and it can be read", "train", model=model)


STOPS = (
    Stop("a table", lambda now: not now.dataset,
         lambda now: "Everything begins with a table: each row is an example, each column something that is known of it. We take 891 passengers of the Titanic; your own file would do as well.",
         lambda now: offer("Load the Titanic table", "891 passengers, 12 columns", "load_data", source="titanic")),
    Stop("a question", lambda now: not now.task,
         lambda now: f"The table has {counted(now.rows, 'row')} and {counted(len(now.columns), 'column')}; nothing in it was changed. Now say what to find out: which column is to be predicted from the others?",
         _target),
    Stop("preparing", lambda now: not now.runs and not now.prepared,
         lambda now: f"{counted(len(now.gaps), 'column has', 'columns have')} gaps and {len(now.words)} hold words, and models take numbers. Each step is a recipe that is learned from training rows only; every one is shown and can be undone.",
         lambda now: offer("Prepare it for me", f"{counted(len(now.gaps) + len(now.words), 'column needs', 'columns need')} something", "prepare_automatically")),
    Stop("keeping rows aside", lambda now: now.supervised and not now.split,
         lambda now: f"A model must be judged on rows that it has not learned from. So the {counted(now.rows, 'row is', 'rows are')} divided: most to learn from, some to choose with, and some for one final check.",
         lambda now: offer("Split 60 / 20 / 20", f"{counted(now.rows, 'row')} in 3 parts", "split", train=0.6, validation=0.2, test=0.2)),
    Stop("a first model", lambda now: not now.runs,
         lambda now: "We begin with a simple model. It is compared with the simplest guess of all, always the most common answer, which is what it has to beat.",
         _first_model),
    Stop("a second opinion", lambda now: now.supervised and len(now.runs) < 2 and not now.exported,
         lambda now: f"Run 1 has {now.metric.replace('_', ' ')} {now.score(now.run) or 0:.2f} where the simplest guess has {now.baseline or 0:.2f}. Many trees together can follow what a straight line cannot: let us see whether that helps here.",
         lambda now: offer("Train a random forest", f"100 trees over {counted(len(now.run['features']), 'column')}", "train", model="random_forest")),
    Stop("the final check", lambda now: now.supervised and not now.looks and not now.exported,
         lambda now: f"Run {now.best['number']} ({now.best['label']}) did best on {CHOSEN_ON[now.ranked_by]}. The test rows have not been looked at yet: now is the time, once.",
         lambda now: offer("Check it on the test rows", f"{counted(now.best['rows'].get('test', 0), 'row')}, best done once", "evaluate", run=now.best["number"], data="test")),
    Stop("taking it home", lambda now: not now.exported,
         lambda now: "All that was done is recorded. The project holds the code that repeats these numbers to the last digit, the model, and this conversation; it is run before you get it.",
         lambda now: offer("Download the project", f"the numbers of {counted(len(now.runs), 'run')}, as code", "export", formats=["project", "transcript"])),
    Stop("the end", lambda now: True,
         lambda now: f"That was a whole experiment in {counted(len(now.steps), 'step')}. Its README.md says how to run it; change any step and see what moves, or bring a table of your own.",
         lambda now: None),
)


def next_stop(now: Situation) -> Suggestion | None:
    """The step that leads to the tour's next stop; None at its end."""
    return current(now)[1].step(now)
