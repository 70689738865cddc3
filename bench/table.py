"""Prints what is fast and what is not, each figure beside its target: python bench/table.py. Nothing is asserted; run it on a quiet machine.

Work of ours is measured against the same work written by hand on the same machine, so that the ratio says something anywhere.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench import light_turns, profile_bench, training
from bench.figures import figure, heading, percentile, processor_seconds

ROOT = Path(__file__).parents[1]
SENTENCES = ROOT / "tests" / "assistant" / "router"


def seconds(work: Callable[[], Any]) -> float:
    """Does something and gives how long it took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def starting() -> None:
    """From the command to the first byte of the page in a new home, and a command that routes one message."""
    heading("starting")
    with tempfile.TemporaryDirectory() as home:
        begun = time.perf_counter()
        command = ["playground", "serve", "--port", "0", "--no-browser", "--home", home]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:  # noqa: S603 - our own command
            assert server.stdout is not None
            try:
                address = server.stdout.readline().split()[-1]
                urllib.request.urlopen(address, timeout=30).read(1)  # noqa: S310 - our own address
                figure("serve to first page", time.perf_counter() - begun, "s", 4)
            finally:
                server.terminate()
    command = ["playground", "route", "titanic", "plot age by sex"]
    figure("playground route", seconds(lambda: subprocess.run(command, check=True, capture_output=True, cwd=ROOT)), "s")  # noqa: S603 - our own command


def routing() -> None:
    """The sentences of the router's own tests, each in a conversation of its own, on their tables and beside a thousand more columns."""
    from assistant.router.context import RouterContext
    from assistant.router.route import route

    heading("routing (processor time)")
    tables = json.loads((SENTENCES / "tables.json").read_text("utf-8"))
    files = sorted(SENTENCES.glob("*.jsonl"))
    rows = [row for file in files for row in map(json.loads, file.read_text("utf-8").splitlines()) if row.get("table") in tables]
    more = [{"name": f"column {number}", "kind": "numeric", "values": []} for number in range(1000)]
    for added, target in (([], 5), (more, 20)):
        taken = []
        for row in [*rows[:20], *rows]:
            context = RouterContext.from_mapping({**row.get("context", {}), "columns": [*tables[row["table"]], *added]})
            taken.append(processor_seconds(lambda text=row["text"], context=context: route(text, context)) * 1000)
        shown = taken[20:]  # what is loaded once is no message's time
        figure(f"a message, {len(added):,} more columns, p99", percentile(shown, 0.99), "ms", target, f"p50 {percentile(shown, 0.5):.1f} ms, {len(rows):,} messages")


def steps() -> None:
    """Undo and redo of an experiment, and its replay from the raw file."""
    from tools import history

    heading("steps")
    with tempfile.TemporaryDirectory() as home:
        calls = training.Calls(Path(home))
        training.prepare(calls, "california_housing")
        times = [seconds(lambda tool=tool: calls(tool)) * 1000 for _ in range(5) for tool in ("undo", "redo")]
        figure(f"undo, redo ({training.ROWS:,} rows, tables at hand)", statistics.median(times), "ms", 100)

        def replay() -> None:
            history._cache.clear()
            again = training.Calls(calls.home)
            again.uploads = calls.uploads
            for step in calls.document["steps"]:
                again(step["tool"], **step["args"])

        figure(f"replay of {len(calls.document['steps'])} steps", seconds(replay), "s")


if __name__ == "__main__":
    for part in (starting, routing, steps, training.main, lambda: profile_bench.main(["flights", "wide"]), light_turns.served):
        part()
