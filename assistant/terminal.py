"""The conversation in a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant import conversation
from assistant.commands import source_path
from assistant.playground import OWNER, Playground
from assistant.sessions import running_job
from assistant.settled import answers, whole
from assistant.terminal_view import TerminalView
from assistant.turns import Turn
from engine.samples import find_sample
from engine.store import get_export

NOT_DONE = frozenset({"error", "unknown"})


def converse(home: Path, data: str, messages: list[str], as_json: bool) -> int:
    """Loads the data, says the messages in turn (or reads them), waits for jobs.

    Gives the exit status: 1 where a message could not be carried out, but 0 where a person at a keyboard saw it.
    """
    source = _source_of(data)
    app = Playground(home)
    session = conversation.start_session(app)
    try:
        view: TerminalView | Lines = Lines() if as_json else TerminalView()
        failed = _shown(app, view, _load(app, session, source))
        for message in messages or _typed(as_json):
            failed |= _shown(app, view, answers(app, session, conversation.reply(app, session, message)))
        view.finish()
        return int(failed and (bool(messages) or not sys.stdin.isatty()))
    finally:
        if job := running_job(app, session):  # left in the middle: nobody waits for it any more
            conversation.cancel(app, job["id"])
        app.close()


class Lines:
    """Writes each turn, once its job has ended, as one line of JSON."""

    def show(self, turns: Iterable[Turn]) -> Turn:
        """Writes what a message came to, and gives it back."""
        turn = whole(list(turns))
        sys.stdout.write(json.dumps(turn) + "\n")
        sys.stdout.flush()
        return turn

    def finish(self) -> None:
        """Nothing stands after the last line."""


def _source_of(data: str) -> str | Path:
    """A file where there is one, else a sample's name; raises Refusal where there is neither, before anything starts."""
    path = source_path(data)
    return path if find_sample(data) is None or Path(data).is_file() else data


def _load(app: Playground, session: str, source: str | Path) -> Iterator[Turn]:
    if isinstance(source, Path):
        source = str(conversation.upload(app, OWNER, source, source.name)["id"])
    call = {"tool": "load_data", "args": {"source": source}}
    yield from answers(app, session, conversation.perform(app, session, call))


def _shown(app: Playground, view: TerminalView | Lines, turns: Iterator[Turn]) -> bool:
    """Shows what a message came to; says whether it failed."""
    return view.show(_with_paths(app, turn) for turn in turns)["status"] in NOT_DONE


def _with_paths(app: Playground, turn: Turn) -> Turn:
    """Says of each file where it lies: nothing is served here that an address could point to."""
    blocks = [
        {**block, "path": get_export(app.store, OWNER, block["url"].rsplit("/", 1)[1])["path"]}
        if block["type"] == "file"
        else block
        for block in turn["blocks"]
    ]
    return {**turn, "blocks": blocks}


def _typed(as_json: bool) -> Iterator[str]:
    """Reads lines until the end of the input."""
    while True:
        if not as_json and sys.stdin.isatty():
            sys.stdout.write("> ")
            sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.strip()
