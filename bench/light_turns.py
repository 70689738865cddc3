"""How long a light turn takes over REST, alone and with fifty sessions at once: python bench/light_turns.py [ADDRESS]

Without an address it serves a new home directory itself. Nothing is asserted, as a busy machine is slower than an idle one:
run it on a quiet one. On two cores the fifty sessions and the server share the processor, so what the server itself took
for a turn is printed too.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.figures import figure, heading, percentile

SESSIONS = 50
TURNS = ("show me the first rows", "describe age", "undo", "redo", "show the pipeline", "what can you do")
ALONE, TOGETHER = 100, 500
"""Milliseconds that 95 of 100 turns may take, of one session and of all at once."""


async def main(address: str, process: int | None = None) -> None:
    """Measures and prints."""
    heading(f"light turns over REST, {SESSIONS} sessions")
    limits = httpx.Limits(max_connections=SESSIONS)
    async with httpx.AsyncClient(base_url=f"{address}/api/v1", timeout=60, limits=limits) as http:
        sessions = [(await http.post("/sessions")).json()["id"] for _ in range(SESSIONS)]
        for text in ("load titanic", "predict Survived", "drop the ticket column"):
            await asyncio.gather(*(timed(http, session, text) for session in sessions))
        show("one session", [await timed(http, sessions[0], text) for _ in range(10) for text in TURNS], ALONE)
        begun = processor_milliseconds(process)
        for text in TURNS:
            show(f"all at once: {text}", await asyncio.gather(*(timed(http, session, text) for session in sessions)), TOGETHER)
        if process is not None:
            figure("processor time of the server's own process for a turn", (processor_milliseconds(process) - begun) / SESSIONS / len(TURNS), "ms")


async def timed(http: httpx.AsyncClient, session: str, text: str) -> float:
    """Says something and gives the milliseconds until its turn was there; raises where it was lost or failed."""
    begun = time.perf_counter()
    turn = (await http.post(f"/sessions/{session}/messages", json={"text": text})).raise_for_status().json()
    if turn["status"] != "done":
        raise RuntimeError(f"“{text}” ended {turn['status']}: {turn['error'] or turn['question']}")
    return (time.perf_counter() - begun) * 1000


def show(what: str, times: list[float], target: float) -> None:
    """Prints one line of figures."""
    figure(f"{what}, p95", percentile(times, 0.95), "ms", target, f"p50 {percentile(times, 0.5):.0f} ms")


def processor_milliseconds(process: int | None) -> float:
    """Says how long a process has been at work, where the system tells that."""
    stat = Path(f"/proc/{process}/stat")
    if process is None or not stat.exists():
        return 0.0
    fields = stat.read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 10.0


def served() -> None:
    """Serves a new home directory and measures there."""
    with tempfile.TemporaryDirectory() as home:
        command = ["playground", "serve", "--port", "0", "--no-browser", "--home", home]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own command
            assert server.stdout is not None
            try:
                asyncio.run(main(server.stdout.readline().split()[-1], server.pid))
            finally:
                server.terminate()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1])) if len(sys.argv) > 1 else served()
