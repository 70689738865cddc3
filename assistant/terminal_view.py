"""Turns as they are read in a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

from rich import box
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from assistant.turns import Turn

MOST_ROWS = 12
MOST_COLUMNS = 8
WIDEST_CELL = 24
NARROW, WIDE = 60, 120


def console_here() -> Console:
    """Writes on standard output: as wide as the terminal, or a hundred letters where the output is piped on."""
    columns = shutil.get_terminal_size((100, 40)).columns
    return Console(width=max(NARROW, min(columns, WIDE)), highlight=False)


class TerminalView:
    """Prints turns: words, tables, what a chart shows, questions with their answers, and where files lie."""

    def __init__(self) -> None:
        self._console = console_here()
        self._files: list[str] = []

    def show(self, turns: Iterable[Turn]) -> Turn:
        """Prints the turns of one message, each as soon as it is there, and gives back the last."""
        last: Turn = {}
        waiting: Any = nullcontext()
        coming = iter(turns)
        while True:
            with waiting:
                turn = next(coming, None)
            if turn is None:
                self._console.print()
                return last
            last = turn
            self._print(turn)
            waiting = nullcontext()
            if turn["status"] == "running":
                waiting = self._console.status("Working on it …") if self._console.is_terminal else nullcontext()

    def finish(self) -> None:
        """Says at the end where the files lie that were made."""
        for path in self._files:
            self._line(f"File: {path}")

    def _print(self, turn: Turn) -> None:
        for block in turn["blocks"]:
            self._block(block)
        if turn["question"] and turn["status"] == "ask":
            self._line(turn["question"], "bold")
        for number, option in enumerate(turn["options"], start=1):
            self._line(f"  {number}. {_with_reason(option)}")
        if turn["error"]:
            self._line(f"{turn['error']['message']} {turn['error'].get('hint') or ''}", "red")
        for step in turn["suggestions"][:4]:
            self._line(f"  → {_with_reason(step)}", "dim")

    def _block(self, block: dict[str, Any]) -> None:
        match block["type"]:
            case "text":
                self._console.print(Markdown(visible(block["markdown"], keep="\n"), hyperlinks=False))
            case "table":
                self._table(block)
            case "metrics":
                self._metrics(block)
            case "plot":
                self._line(f"Chart “{block['title']}”: {block['alt']}")
            case "file":
                self._line(f"{block['name']} ({block['bytes']:,} bytes)")
                self._files.append(block["path"])

    def _table(self, block: dict[str, Any]) -> None:
        names, rows = block["columns"], block["rows"]
        table = Table(title=_text(block.get("title") or ""), box=box.SIMPLE, title_justify="left")
        for place, name in enumerate(names[:MOST_COLUMNS]):
            numbers = all(isinstance(row[place], (int, float)) for row in rows if row[place] is not None)
            table.add_column(_text(name), justify="right" if numbers else "left", overflow="ellipsis", no_wrap=True, max_width=WIDEST_CELL)
        for row in rows[:MOST_ROWS]:
            table.add_row(*(_text(_cell(cell)) for cell in row[:MOST_COLUMNS]))
        self._console.print(table)
        hidden_columns, hidden_rows = len(names) - MOST_COLUMNS, block["total_rows"] - min(len(rows), MOST_ROWS)
        more = [f"{count:,} more {what}" for count, what in ((hidden_rows, "rows"), (hidden_columns, "columns")) if count > 0]
        if more:
            self._line(f"  … and {' and '.join(more)}", "dim")

    def _metrics(self, block: dict[str, Any]) -> None:
        rows = {"folds": "mean over the folds", "train": "on the rows that it learned from"}.get(block["data"], f"{block['data']} rows")
        table = Table(title=f"Run {block['run']}, {rows}", box=box.SIMPLE, title_justify="left")
        table.add_column("metric")
        table.add_column("value", justify="right")
        table.add_column("simplest guess", justify="right")
        for name, value in block["metrics"].items():
            table.add_row(_text(name), _cell(value), _cell(block["baseline"].get(name)))
        self._console.print(table)

    def _line(self, words: str, style: str = "") -> None:
        self._console.print(_text(words.strip("\n"), style), soft_wrap=not self._console.is_terminal)


def visible(words: object, keep: str = "") -> str:
    """Shows control characters as marks, because a terminal would obey those of a cell or a column's name."""
    return "".join(letter if letter in keep or letter.isprintable() else "�" for letter in str(words))


def _text(words: object, style: str = "") -> Text:
    return Text(visible(words, keep="\n"), style=style)


def _with_reason(suggestion: dict[str, Any]) -> str:
    return ": ".join(part for part in (suggestion["label"], suggestion["reason"]) if part)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
