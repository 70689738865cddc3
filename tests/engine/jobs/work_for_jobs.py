"""Work that the tests of the jobs have done: it succeeds, fails, dies, waits."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from engine.errors import Refusal
from engine.jobs.child import stop_asked


def add(payload, report):
    report(0.5, "half way")
    return {"sum": payload["a"] + payload["b"], "pid": os.getpid(), "unknown": float("nan")}


def settings(payload, report):
    return {"group": os.getpgid(0), "pid": os.getpid(), "nice": os.nice(0), "input": sys.stdin.read()}


def loaded(payload, report):
    return {"loaded": payload["module"] in sys.modules}


def refuse(payload, report):
    raise Refusal("too_big", "This table has 9 rows; at most 5 are taken.", "Take a sample.")


def decline(payload, report):
    return {"error": {"code": "no_target", "message": "There is no target.", "hint": "Choose one."}}


def crash(payload, report):
    raise ValueError(f"could not read {payload['cell']}")


def no_json(payload, report):
    return {"answer": object()}


def wait(payload, report):
    """Waits for ever, with a process of its own beside it, after saying that it is there."""
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    report(0.25, "waiting")
    if "file" in payload:
        Path(payload["file"]).write_text(f"{os.getpid()}")
    time.sleep(600)
    return {}


def until_stopped(payload, report):
    trials = 0
    while not stop_asked():
        trials += 1
        report(0.1, f"{trials} trials")
        time.sleep(0.01)
    return {"trials": trials}


def until_released(payload, report):
    report(0.1, "waiting")
    while not Path(payload["file"]).exists():
        time.sleep(0.01)
    return {"released": True}


def die_at_first(payload, report):
    """Is killed in the middle as often as it is asked to be; what it returns depends on the seed alone."""
    marks = Path(payload["folder"])
    generator = random.Random(payload["seed"])
    numbers = [generator.random() for _ in range(3)]
    died = len(list(marks.iterdir()))
    if died < payload["deaths"]:
        (marks / str(died)).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return {"numbers": numbers}


def fill_memory(payload, report):
    report(0.1, "filling")
    return {"length": len(bytearray(payload["bytes"]))}


def chatter(payload, report):
    for number in range(2000):
        report(number / 2000, f"{number}")
    return {}


def echo(payload, report):
    time.sleep(payload.get("seconds", 0))
    return {"said": payload["said"], "pid": os.getpid()}


def choose(payload, report):
    """Does the work that the payload names."""
    return globals()[payload["work"]](payload, report)
