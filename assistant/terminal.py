"""The conversation in a terminal."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant import conversation
from assistant.commands import source_path
from assistant.playground import OWNER, Playground
from engine.samples import find_sample

LONGEST_JOB = 24 * 3600.0
MOST_ROWS = 12


def converse(home: Path, data: str, messages: list[str], as_json: bool) -> int:
    """Loads the data, says the messages in turn (or reads them), waits for jobs; 1 where one of them failed."""
    app = Playground(home)
    try:
        session = conversation.start_session(app)
        failed = _shown(app, session, _load(app, session, data), as_json)
        for message in messages or _typed(as_json):
            failed |= _shown(app, session, conversation.reply(app, session, message), as_json)
        return int(failed)
    finally:
        app.close()


def _load(app: Playground, session: str, data: str) -> dict[str, Any]:
    path = source_path(data)
    source = data
    if find_sample(data) is None or Path(data).is_file():
        source = conversation.upload(app, OWNER, path, path.name)["id"]
    return conversation.perform(app, session, {"tool": "load_data", "args": {"source": source}})


def _typed(as_json: bool) -> Any:
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


def _shown(app: Playground, session: str, turn: dict[str, Any], as_json: bool) -> bool:
    """Shows a turn and what its jobs came to; says whether something failed."""
    _print(app, turn, as_json)
    failed = turn["status"] in {"error", "unknown"}
    while turn["status"] == "running":
        seen = turn["number"]
        app.runner.wait(turn["job_id"], LONGEST_JOB)
        turn = _next_turn(app, session, seen)
        _print(app, turn, as_json)
        failed |= turn["status"] in {"error", "unknown"}
        later = [other for other in conversation.turns(app, session) if other["number"] > turn["number"]]
        for other in later:
            turn = other
            _print(app, turn, as_json)
            failed |= turn["status"] in {"error", "unknown"}
    return failed


def _next_turn(app: Playground, session: str, seen: int) -> dict[str, Any]:
    """The job's own thread writes the turn just after it has ended; the session's lock says when it has."""
    import threading

    waiting = threading.Event()
    while True:
        with app.lock(session):
            later = [turn for turn in conversation.turns(app, session) if turn["number"] > seen]
        if later:
            return later[0]
        waiting.wait(0.02)


def _print(app: Playground, turn: dict[str, Any], as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(turn, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        return
    console = Console(width=min(shutil.get_terminal_size((100, 40)).columns, 120))
    for block in turn["blocks"]:
        _block(console, app, block)
    if turn["question"]:
        console.print(Text(turn["question"], style="bold"))
        for number, option in enumerate(turn["options"], start=1):
            console.print(Text(f"  {number}. {option['label']} — {option['reason']}"))
    if turn["error"]:
        console.print(Text(f"{turn['error']['message']} {turn['error']['hint']}".strip(), style="red"))
    if turn["status"] == "running":
        console.print(Text("Working on it …", style="dim"))
    for step in turn["suggestions"][:4]:
        console.print(Text(f"  → {step['label']}: {step['reason']}", style="dim"))
    console.print()


def _block(console: Console, app: Playground, block: dict[str, Any]) -> None:
    if block["type"] == "text":
        console.print(Text(block["markdown"].replace("\\", "")))
    elif block["type"] == "table":
        table = Table(title=Text(block.get("title", "")), show_lines=False)
        for name in block["columns"][:10]:
            table.add_column(Text(str(name)))
        for row in block["rows"][:MOST_ROWS]:
            table.add_row(*(Text("" if cell is None else f"{cell:.4g}" if isinstance(cell, float) else str(cell)) for cell in row[:10]))
        console.print(table)
    elif block["type"] == "metrics":
        table = Table(title=Text(f"Run {block['run']}, {block['data']} rows"))
        for name in ("metric", "value", "simplest guess"):
            table.add_column(name)
        for name, value in block["metrics"].items():
            table.add_row(name, f"{value:.4g}", f"{block['baseline'][name]:.4g}" if name in block["baseline"] else "")
        console.print(table)
    elif block["type"] == "plot":
        console.print(Text(f"[{block['title']}] {block['alt']}"))
    elif block["type"] == "file":
        from engine.store import get_export

        export = get_export(app.store, OWNER, block["url"].rsplit("/", 1)[1])
        console.print(Text(f"{block['name']} ({block['bytes']:,} bytes): {export['path']}"))
