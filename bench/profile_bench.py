"""From an uploaded file to the health report, against the same look with pandas: python bench/profile_bench.py [SIZE…]

Sizes are flights (336,776 × 19), large (5,000,000 × 20, about 0.7 GB on disk) and wide (300 × 5,000); flights and wide where
none is given. Each contender reads the file in a child process of its own; seconds of the processor and of the clock, and
the largest memory, are printed beside the targets. Nothing is asserted: a busy machine is slower than an idle one.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.figures import figure, heading

ROUNDS = 3
TARGETS: dict[str, dict[str, float]] = {"flights": {"x": 2, "x memory": 1.5}, "large": {"x": 0.5, "GiB": 3}, "wide": {"s": 10}}
"""Time and memory as a multiple of pandas', gibibytes, seconds."""


def flights(rows: int, more: int = 0) -> pd.DataFrame:
    """Makes a table like the flights of a year: mixed kinds, dates, gaps, some of them together."""
    random = np.random.default_rng(42)
    day = np.sort(random.integers(0, 365, rows))
    planned = random.integers(500, 2359, rows)
    late = np.round(random.exponential(15, rows) - 5)
    gone = random.random(rows) < 0.025
    moment = np.datetime64("2013-01-01", "s") + day.astype("timedelta64[D]") + (planned // 100).astype("timedelta64[h]")
    table = pd.DataFrame(
        {
            "year": 2013, "month": day // 31 + 1, "day": day % 31 + 1, "dep_time": planned + late, "sched_dep_time": planned,
            "dep_delay": late, "arr_time": planned + 100 + late, "sched_arr_time": planned + 100,
            "arr_delay": late + np.round(random.normal(0, 15, rows)),
            "carrier": random.choice(["UA", "AA", "B6", "DL", "EV", "MQ", "US", "WN", "VX", "FL", "AS", "F9", "YV", "HA"], rows),
            "flight": random.integers(1, 8500, rows),
            "tailnum": np.char.add("N", random.integers(10_000, 14_043, rows).astype(str)),
            "origin": random.choice(["EWR", "LGA", "JFK"], rows), "dest": random.choice([f"D{n:02d}" for n in range(105)], rows),
            "air_time": np.round(random.gamma(3, 50, rows)), "distance": random.choice(random.integers(17, 4983, 214), rows),
            "hour": planned // 100, "minute": planned % 100, "time_hour": moment,
        }
    )  # fmt: skip
    for number in range(more):
        table[f"measured_{number}"] = random.normal(100, 15, rows).round(3)
    table.loc[gone, ["dep_time", "dep_delay", "arr_time", "arr_delay", "air_time"]] = np.nan
    table.loc[random.random(rows) < 0.007, "tailnum"] = None
    return table


def wide() -> pd.DataFrame:
    """Makes a table of few rows and very many columns."""
    random = np.random.default_rng(42)
    return pd.DataFrame(random.normal(size=(300, 5_000)).round(4), columns=[f"g{n}" for n in range(5_000)]).assign(y=random.choice(["a", "b"], 300))


MAKE = {"flights": lambda: flights(336_776), "large": lambda: flights(5_000_000, 1), "wide": wide}


def with_pandas(path: str) -> None:
    """Reads and counts what the report counts, as one would by hand."""
    table = pd.read_csv(path)
    table.describe(include="all")
    table.isna().sum()
    table.nunique()
    table.corr(numeric_only=True)


def with_playground(path: str) -> None:
    """Reads the file, infers the kinds and makes the health report."""
    from engine.ingest.understand import understand
    from engine.profile import profile

    read = understand(Path(path), Path(path).name, {})
    profile(read.frame, read.columns)


def child(contender: str, path: str) -> None:
    """Does one contender's work and prints what it took."""
    work = {"pandas": with_pandas, "playground": with_playground}[contender]
    if contender == "playground":
        import engine.ingest.understand
        import engine.profile  # noqa: F401 - loading the program is not the work
    clock, processor = time.perf_counter(), time.process_time()
    work(path)
    took = {"seconds": time.perf_counter() - clock, "processor": time.process_time() - processor}
    sys.stdout.write(json.dumps(took | {"gigabytes": most_memory()}))


def most_memory() -> float:
    """Gives the most memory that this process ever held, in GiB; on Linux `getrusage` counts that of its parent too."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    held = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), None)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if held is None else held) / 2**20


def measured(contender: str, path: Path) -> dict[str, float]:
    """Takes the best of three rounds, each in a fresh process."""
    rounds = []
    for _ in range(ROUNDS):
        command = [sys.executable, __file__, "--child", contender, str(path)]
        rounds.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))  # noqa: S603 - ourselves
    return {name: min(done[name] for done in rounds) for name in rounds[0]}


def main(sizes: list[str]) -> None:
    """Measures each size and prints it."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{size}.csv"
            MAKE[size]().to_csv(path, index=False)
            found = {contender: measured(contender, path) for contender in ("pandas", "playground")}
        report(size, found["playground"], found["pandas"])


def report(size: str, ours: dict[str, float], theirs: dict[str, float]) -> None:
    """Prints what was measured of one size."""
    target = TARGETS[size]
    heading(f"file to health report, {size} / the same look with pandas")
    for what, unit in (("processor", "processor time"), ("seconds", "time of the clock")):
        figure(unit, ours[what] / theirs[what], "x", target.get("x"), f"{ours[what]:.2f} s / {theirs[what]:.2f} s")
    if "s" in target:
        figure("seconds", ours["seconds"], "s", target["s"])
    figure("memory", ours["gigabytes"] / theirs["gigabytes"], "x", target.get("x memory"), f"{ours['gigabytes']:.2f} GiB / {theirs['gigabytes']:.2f} GiB")
    if "GiB" in target:
        figure("memory", ours["gigabytes"], "GiB", target["GiB"])


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(*sys.argv[-2:])
    else:
        main(sys.argv[1:] or ["flights", "wide"])
