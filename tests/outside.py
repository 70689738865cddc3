"""The product from outside: commands and servers in processes of their own."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests" / "data"
COMMAND = [sys.executable, "-c", "from assistant.cli import main; main()"]
LONGEST = 120.0
SETTINGS: dict[str, str] = {}
"""Settings of the product for the processes that a test starts; put in with monkeypatch, and gone after it."""


def environment():
    """Gives the environment in which a process finds this checkout, without settings of who runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PLAYGROUND_", "COLUMNS"))}
    return {**kept, "PYTHONPATH": str(ROOT), **SETTINGS}


def playground(*arguments, home, said=None):
    """Runs the command to its end and gives what it did."""
    command = [*COMMAND, *map(str, arguments), "--home", str(home)]
    return subprocess.run(command, capture_output=True, text=True, input=said, timeout=240, env=environment())


def json_lines(done):
    """Reads standard output, every line of which must be JSON."""
    return [json.loads(line) for line in done.stdout.splitlines()]


class Server:
    """A server process and a client of its REST API."""

    def __init__(self, home, *arguments):
        self.home = Path(home)
        command = [*COMMAND, "serve", "--port", "0", "--no-browser", "--home", str(home), *arguments]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(), start_new_session=True
        )
        line = self.process.stdout.readline()
        if "ready at" not in line:
            raise AssertionError(f"the server did not start: {line}{self.process.communicate()[1]}")
        self.address = line.split()[-1]
        self.said = []
        self._reader = threading.Thread(target=lambda: self.said.extend(self.process.stderr), daemon=True)
        self._reader.start()
        self.http = httpx.Client(base_url=f"{self.address}/api/v1", timeout=LONGEST)

    def session(self, data=None):
        """Starts a session, with this sample or file loaded."""
        session = self.http.post("/sessions").json()["id"]
        if data is not None:
            source = self.upload(data)["id"] if isinstance(data, Path) else data
            assert self.call(session, "load_data", source=source)["status"] == "done"
        return session

    def upload(self, path):
        """Uploads a file."""
        return self.upload_text(path.name, path.read_bytes())

    def upload_text(self, name, content):
        """Uploads a file of this name with this content."""
        answer = self.http.post("/datasets/upload", files={"file": (name, content)})
        assert answer.status_code == 201, answer.text
        return answer.json()

    def call(self, session, tool, **args):
        """Makes a call and gives its turn."""
        return self.http.post(f"/sessions/{session}/calls", json={"tool": tool, "args": args}).json()

    def say(self, session, text):
        """Says something and gives the turn."""
        return self.http.post(f"/sessions/{session}/messages", json={"text": text}).json()

    def get(self, path):
        """Reads something that must be there."""
        answer = self.http.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def ended(self, job_id):
        """Waits for a job's end and gives it."""
        return eventually(lambda: job if (job := self.get(f"/jobs/{job_id}"))["status"] in ENDED else None)

    def transcript(self, session):
        """Gives the turns of a session."""
        return self.get(f"/sessions/{session}/transcript?format=json")

    def stop(self, number=signal.SIGTERM):
        """Sends a signal and gives the exit status."""
        self.http.close()
        self.process.send_signal(number)
        status = self.process.wait(60)
        self._reader.join(10)
        self.process.stdout.close()
        self.process.stderr.close()
        return status


ENDED = {"done", "failed", "cancelled"}


@contextmanager
def serving(home, *arguments):
    """Serves a home directory; kills the server where the test has not stopped it."""
    server = Server(home, *arguments)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop(signal.SIGKILL)


def eventually(look, within=LONGEST):
    """Gives what `look` returns once that is true; fails where it never is."""
    until = time.monotonic() + within
    while not (found := look()):
        assert time.monotonic() < until, "this never came true"
        time.sleep(0.02)
    return found


def descendants(pid):
    """Gives the processes that a process started, and those that these started."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (parent := parent_of(int(entry.name))):
            parents[int(entry.name)] = parent
    found, more = set(), {pid}
    while more:
        more = {child for child, parent in parents.items() if parent in more} - found
        found |= more
    return found


def parent_of(pid):
    """Gives the process id of a living process's parent, or None."""
    try:
        state, parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return None
    return None if state == "Z" else int(parent)
