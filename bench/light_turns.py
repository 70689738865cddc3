"""How long a light turn takes over REST, alone and with fifty sessions at once: python bench/light_turns.py [ADDRESS]

Without an address it serves a new home directory itself. Prints milliseconds beside the targets; nothing is asserted, as a
busy machine is slower than an idle one: run it on a quiet one.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time

import httpx

SESSIONS = 50
TURNS = ("show me the first rows", "describe age", "undo", "redo", "show the pipeline", "what can you do")


async def main(address: str) -> None:
    """Measures and prints."""
    limits = httpx.Limits(max_connections=SESSIONS)
    async with httpx.AsyncClient(base_url=f"{address}/api/v1", timeout=60, limits=limits) as http:
        sessions = [(await http.post("/sessions")).json()["id"] for _ in range(SESSIONS)]
        for text in ("load titanic", "predict Survived", "drop the ticket column"):
            await asyncio.gather(*(timed(http, session, text) for session in sessions))
        alone = [await timed(http, sessions[0], text) for _ in range(10) for text in TURNS]
        report("one session", alone, "p95 <= 100")
        for text in TURNS:
            report(f"{SESSIONS} at once: {text}", await asyncio.gather(*(timed(http, session, text) for session in sessions)), "p95 <= 500")


async def timed(http: httpx.AsyncClient, session: str, text: str) -> float:
    """Says something and gives the milliseconds until its turn was there; raises where it was lost or failed."""
    begun = time.perf_counter()
    turn = (await http.post(f"/sessions/{session}/messages", json={"text": text})).raise_for_status().json()
    if turn["status"] != "done":
        raise RuntimeError(f"“{text}” ended {turn['status']}: {turn['error'] or turn['question']}")
    return (time.perf_counter() - begun) * 1000


def report(what: str, times: list[float], target: str) -> None:
    """Prints one line of figures."""
    ordered = sorted(times)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    sys.stdout.write(f"{what:40} p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   target {target} ms\n")


def served() -> None:
    """Serves a new home directory and measures there."""
    with tempfile.TemporaryDirectory() as home:
        command = ["playground", "serve", "--port", "0", "--no-browser", "--home", home]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own command
            assert server.stdout is not None
            try:
                asyncio.run(main(server.stdout.readline().split()[-1]))
            finally:
                server.terminate()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1])) if len(sys.argv) > 1 else served()
