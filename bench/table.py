"""Prints what is fast and what is not, beside the targets: python bench/table.py. Nothing is asserted; run it on a quiet machine.

Work of ours is measured against the same work written by hand in the same process, so that the ratio says something on
any machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

ROOT = Path(__file__).parents[1]
HOUSING = ROOT / "engine" / "samples" / "california_housing.csv"
TARGET = "median_house_value"
ROUTED = ("drop the ticket column, fill age with the median and then train xgboost", "how good is it?", "plot age by sex", "split 80/20")


def seconds(work: Callable[[], Any], times: int = 1) -> float:
    """The shortest of some runs: the others were disturbed."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def line(what: str, figure: str, target: str) -> None:
    sys.stdout.write(f"{what:58} {figure:>16}   {target}\n")
    sys.stdout.flush()


class Calls:
    """Makes calls on one experiment as a door does."""

    def __init__(self, home: Path) -> None:
        from tools.experiment import empty_document

        self.home, self.document = home, empty_document()

    def __call__(self, tool: str, **args: Any) -> None:
        from tools.call import perform

        payload: dict[str, Any] = {"home": str(self.home), "experiment": self.document, "call": {"tool": tool, "args": args}}
        result = perform(payload | {"mode": "job"}, lambda fraction, message: None)
        if result["status"] != "done":
            raise RuntimeError(f"{tool}: {result['error'] or result.get('question')}")
        self.document = result["experiment"]


def first_page() -> None:
    """From the command to the first byte of the page, in a new home."""
    with tempfile.TemporaryDirectory() as home:
        begun = time.perf_counter()
        command = ["playground", "serve", "--port", "0", "--no-browser", "--home", home]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:  # noqa: S603 - our own command
            assert server.stdout is not None
            try:
                address = server.stdout.readline().split()[-1]
                urllib.request.urlopen(address, timeout=30).read(1)  # noqa: S310 - our own address
                line("serve to first page", f"{time.perf_counter() - begun:.1f} s", "<= 4 s")
            finally:
                server.terminate()


def routing() -> None:
    """One message after another, on a table like the Titanic and on one of a thousand columns."""
    from assistant.router.context import RouterContext
    from assistant.router.route import route

    names = ["Age", "Sex", "Fare", "Ticket", "Survived"]
    for wide, target in ((0, "p99 <= 5 ms"), (1000, "p99 <= 20 ms")):
        columns = [{"name": name, "kind": "numeric", "values": []} for name in [*names, *(f"column {number}" for number in range(wide))]]
        context = RouterContext(columns=columns, target="Survived", task="classification")
        taken = []
        for text in ROUTED * 50:
            taken.append(seconds(lambda text=text, context=context: route(text, context)) * 1000)
        taken = sorted(taken[len(ROUTED) :])
        line(f"route a message, {len(columns):,} columns", f"p99 {taken[int(len(taken) * 0.99)]:.1f} ms", target)


def training() -> None:
    """Read, prepare, train and score, against the same by hand; the recorded step has a baseline and a kept model besides."""
    from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestRegressor

    models = {
        "random_forest": RandomForestRegressor(n_estimators=50, random_state=42),
        "hist_gradient_boosting": HistGradientBoostingRegressor(random_state=42),
    }
    with tempfile.TemporaryDirectory() as home:
        calls = Calls(Path(home))
        for tool, args in (("load_data", {"source": "california_housing"}), ("set_target", {"column": TARGET}), ("split", {"test": 0.2}), ("impute", {}), ("encode", {})):
            calls(tool, **args)
        prepared = calls.document
        for name, estimator in models.items():
            ours, theirs = [], []
            for number in range(3):
                calls.document = prepared
                params = {"n_estimators": 50} if name == "random_forest" else {}
                ours.append(seconds(lambda number=number, name=name, params=params: calls("train", model=name, params=params, name=f"{name} {number}")))
                theirs.append(seconds(lambda estimator=estimator: by_hand(estimator)))
            line(f"train {name} on 20,640 rows / by hand", f"{min(ours) / min(theirs):.2f} x ({min(ours):.2f} s)", "<= 1.05 x")
        steps(calls)


def by_hand(estimator: Any) -> list[float]:
    """The same work as anyone would write it."""
    import pandas as pd
    from sklearn import metrics
    from sklearn.base import clone
    from sklearn.compose import make_column_transformer
    from sklearn.impute import SimpleImputer
    from sklearn.model_selection import train_test_split
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder

    table = pd.read_csv(HOUSING)
    X, y = table.drop(columns=TARGET), table[TARGET]
    words = [name for name in X if X[name].dtype == "str"]
    rows, tested, known, truth = train_test_split(X, y, test_size=0.2, random_state=42)
    numbers = [name for name in X if name not in words]
    preparing = make_column_transformer((SimpleImputer(strategy="median"), numbers), (OneHotEncoder(sparse_output=False, handle_unknown="ignore"), words))
    with threadpool_limits(limits=1):
        model = make_pipeline(preparing, clone(estimator)).fit(rows, known)
        measures = (metrics.mean_absolute_error, metrics.mean_squared_error, metrics.root_mean_squared_error, metrics.r2_score,
                    metrics.mean_absolute_percentage_error, metrics.median_absolute_error)
        return [measure(labels, said) for labels, said in ((known, model.predict(rows)), (truth, model.predict(tested))) for measure in measures]


def steps(calls: Calls) -> None:
    """Undo and redo of a trained experiment, and its replay from the raw file."""
    from tools import history

    times = [seconds(lambda tool=tool: calls(tool)) * 1000 for _ in range(5) for tool in ("undo", "redo")]
    line("undo, redo (tables at hand)", f"{statistics.median(times):.1f} ms", "<= 100 ms")
    recorded = calls.document["steps"]

    def replay() -> None:
        history._cache.clear()
        again = Calls(calls.home)
        for step in recorded[:-1]:
            again(step["tool"], **step["args"])

    line(f"replay of {len(recorded) - 1} steps before the model", f"{seconds(replay):.2f} s", "")


def profiling() -> None:
    """The health report of a table of the flights table's size, against the same statistics with pandas."""
    import numpy as np
    import pandas as pd

    rows = 336_776
    random = np.random.default_rng(1)
    frame = pd.DataFrame({f"number {place}": random.normal(size=rows).round(3) for place in range(13)})
    for place in range(4):
        frame[f"word {place}"] = random.choice([f"w{value}" for value in range(16 * 4**place)], rows)
    frame["when"] = (pd.Timestamp("2013-01-01") + pd.to_timedelta(random.integers(0, 525_600, rows), unit="min")).strftime("%Y-%m-%d %H:%M")
    frame["answer"] = random.random(rows) < 0.3
    frame.loc[random.random(rows) < 0.02, "number 0"] = np.nan
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "flights.csv"
        frame.to_csv(path, index=False)

        def with_pandas() -> None:
            table = pd.read_csv(path)
            table.describe(include="all")
            table.isna().sum()
            table.nunique()
            table.corr(numeric_only=True)

        def ours() -> None:
            from engine.ingest.understand import understand
            from engine.profile import profile

            understood = understand(path, path.name)
            profile(understood.frame, understood.columns)

        theirs = seconds(with_pandas, 2)
        mine = seconds(ours, 2)
        line(f"load and report, {rows:,} x {frame.shape[1]} / pandas", f"{mine / theirs:.1f} x ({mine:.1f} s)", "<= 2 x")


if __name__ == "__main__":
    line("what", "measured", "target")
    for part in (first_page, routing, training, profiling):
        part()
    subprocess.run([sys.executable, str(Path(__file__).parent / "light_turns.py")], check=True)  # noqa: S603 - our own script
