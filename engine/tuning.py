"""Searches parameters by trials on folds; hopeless trials are given up after the first folds.

Everything is drawn from a seed and decided by scores: the clock only says whether another trial starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, stdev
from typing import Any

from engine.errors import FIT_FAULTS
from engine.metrics import Metric
from engine.tuning_spaces import Range

GRID_PARAMETERS = 3
"""A grid that nobody spelled out spans the first of a model's knobs."""
SEED = 42
Params = dict[str, Any]


@dataclass
class Trial:
    """One set of parameters, with its scores on the folds that it got to see."""

    params: Params
    scores: list[float] = field(default_factory=list)
    given_up: bool = False
    problem: str = ""

    @property
    def mean(self) -> float:
        """The mean over its folds."""
        return fmean(self.scores)

    def record(self) -> dict[str, Any]:
        """Writes the trial as it is recorded."""
        spread = stdev(self.scores) if len(self.scores) > 1 else 0.0
        return {"params": self.params, "score": self.mean, "sd": spread, "folds": len(self.scores), "given_up": self.given_up}


class Search:
    """Suggests parameters, learns from scores, and says which trials are hopeless."""

    def __init__(self, method: str, space: Mapping[str, Range], trials: int, metric: Metric) -> None:
        import optuna

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        self.space = space
        samplers: dict[str, Callable[[], Any]] = {
            "bayesian": lambda: optuna.samplers.TPESampler(seed=SEED, n_startup_trials=max(4, min(10, trials // 3))),
            "random": lambda: optuna.samplers.RandomSampler(seed=SEED),
            "grid": lambda: optuna.samplers.RandomSampler(seed=SEED),
        }
        pruner = optuna.pruners.MedianPruner(n_startup_trials=4) if method != "grid" else optuna.pruners.NopPruner()
        direction = "maximize" if metric.greater_is_better else "minimize"
        self.study = optuna.create_study(direction=direction, sampler=samplers[method](), pruner=pruner)
        if method == "grid":
            for params in grid(space):
                self.study.enqueue_trial({name: _key(value) for name, value in params.items()})

    def run(self, judge: Callable[[Params], Iterator[float]]) -> Trial:
        """Tries one set of parameters: `judge` gives its scores fold by fold."""
        import optuna

        asked = self.study.ask()
        trial = Trial(self._suggested(asked))
        try:
            for number, score in enumerate(judge(trial.params)):
                trial.scores.append(score)
                asked.report(trial.mean, number)
                if asked.should_prune():
                    trial.given_up = True
                    break
        except FIT_FAULTS as problem:
            trial.problem = str(problem)
        if trial.problem or not trial.scores:
            self.study.tell(asked, state=optuna.trial.TrialState.FAIL)
        elif trial.given_up:
            self.study.tell(asked, state=optuna.trial.TrialState.PRUNED)
        else:
            self.study.tell(asked, trial.mean)
        return trial

    def _suggested(self, asked: Any) -> Params:
        params: Params = {}
        for name, values in self.space.items():
            if values.choices:
                known = {_key(value): value for value in values.choices}
                params[name] = known[asked.suggest_categorical(name, list(known))]
            elif values.whole:
                params[name] = asked.suggest_int(name, int(values.low), int(values.high), log=values.log)
            else:
                params[name] = asked.suggest_float(name, values.low, values.high, log=values.log)
        return params


def grid(space: Mapping[str, Range]) -> list[Params]:
    """Lists every combination of a grid over the space."""
    from sklearn.model_selection import ParameterGrid

    return list(ParameterGrid({name: values.points() for name, values in space.items()})) if space else []


def grid_size(space: Mapping[str, Range]) -> int:
    """Counts the combinations of a grid without making them."""
    size = 1
    for values in space.values():
        size *= len(values.points())
    return size


def ranking(found: Sequence[Mapping[str, Any]], metric: Metric) -> list[Mapping[str, Any]]:
    """Ranks the recorded trials that saw every fold, the best first; equal ones in the order in which they were tried."""
    whole = [trial for trial in found if not trial["given_up"]]
    return sorted(whole, key=lambda trial: -trial["score"] if metric.greater_is_better else trial["score"])


def _key(value: Any) -> Any:
    """Optuna takes plain values as choices: a list of layers is named by its text."""
    return str(value) if isinstance(value, list) else value
