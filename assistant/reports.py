"""What the commands load and replay say to a person."""

from __future__ import annotations

from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from assistant.terminal_view import console_here, visible

LONGEST_OPTION = 200


def print_understood(known: dict[str, Any]) -> None:
    """Prints what was understood of a file: its size, how it is read, what to know of it, and its columns."""
    console = console_here()
    console.print(Text(f"{visible(known['name'])}: {known['rows']:,} rows × {len(known['columns']):,} columns"))
    options = {name: value for name, value in known["options"].items() if name != "columns"}
    for name, value in options.items():
        console.print(Text(f"  {name}: {visible(repr(value))[:LONGEST_OPTION]}", style="dim"))
    for warning in known["warnings"]:
        console.print(Text(f"  Note: {visible(warning)}"))
    table = Table("column", "kind", "why", "missing", box=box.SIMPLE)
    table.columns[3].justify = "right"
    for column in known["columns"]:
        cells = (column["name"], column["kind"], column.get("reason", ""), f"{column['missing']:,}")
        table.add_row(*(Text(visible(cell)) for cell in cells))
    console.print(table)


def print_metrics(metrics: dict[str, dict[str, float]]) -> None:
    """Prints the metrics of a run, a column for each part of the rows."""
    console = console_here()
    if not metrics:
        console.print("The steps were carried out; they train no model, so there is nothing to measure.")
        return
    table = Table("metric", *metrics, box=box.SIMPLE)
    for column in table.columns[1:]:
        column.justify = "right"
    for name in dict.fromkeys(name for values in metrics.values() for name in values):
        table.add_row(name, *(f"{values[name]:.6g}" if values.get(name) is not None else "" for values in metrics.values()))
    console.print(table)
