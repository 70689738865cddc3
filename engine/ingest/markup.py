"""Understanding web pages with tables, which many programs call .xls, and the XML of old spreadsheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import Refusal
from engine.functions.read_markup_table import read_markup_table, tables_of
from engine.ingest.encoding import decode
from engine.ingest.formats import Content
from engine.ingest.grid import Grid, find_table, read_table
from engine.ingest.limits import MARKUP_BYTES, WORKBOOK_CELLS, check_size
from engine.ingest.reading import Reading


def understand_markup(path: Path, name: str, content: Content, hints: dict[str, Any]) -> Reading:
    """Choose the largest table of a page, or the one whose number is given as the sheet, and read it."""
    if content.size > MARKUP_BYTES:
        raise Refusal(
            "too_large", f"{name} is a page of {content.size // 1024**2:,} MB; at most {MARKUP_BYTES // 1024**2} are read.", "Save it as CSV."
        )
    decoded = decode(content.data, name, hints.get("encoding"))
    found = tables_of(decoded.text.removeprefix("\ufeff"))
    sizes = [len(grid) * max(map(len, grid), default=0) for grid in found.grids]
    if not any(len(grid) > 1 for grid in found.grids):
        raise Refusal(
            "web_page",
            f"{name} is a web page (HTML) or XML with no table of more than one row, whatever its name says.",
            "Save the table as CSV or Excel and upload that.",
        )
    chosen = _chosen(hints.get("sheet"), sizes, name)
    grid = found.grids[chosen]
    check_size(len(grid), max(map(len, grid), default=0), WORKBOOK_CELLS)
    said = [*decoded.warnings, "The file is a web page (HTML) or XML, whatever its name says; the table in it was read."]
    if len(sizes) > 1:
        said.append(f"It has {len(sizes)} tables; read number {chosen + 1}. Another can be had as the sheet of that number.")
    base: dict[str, Any] = {"table": chosen, "encoding": decoded.encoding}
    if decoded.errors != "strict":
        base["errors"] = decoded.errors
    table = find_table(Grid(grid, found.merged[chosen], f"The table of {name}"), base, said, hints)
    return read_table(read_markup_table, path, table)


def _chosen(wanted: Any, sizes: list[int], name: str) -> int:
    if wanted is None:
        return sizes.index(max(sizes))
    if str(wanted).isdigit() and 0 < int(wanted) <= len(sizes):
        return int(wanted) - 1
    raise Refusal("unknown_sheet", f"{name} has no table {wanted!r}.", f"Its tables have the numbers 1 to {len(sizes)}.")
