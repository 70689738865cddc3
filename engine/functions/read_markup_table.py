"""Reading a table out of a web page, or out of the XML that spreadsheets were once saved as."""

from __future__ import annotations

from html.parser import HTMLParser

import pandas as pd

from engine.functions.convert_columns import convert_columns


class Grids(HTMLParser):
    """The tables of a page as grids of text, and which of their cells go over several columns or rows."""

    longest = 2000
    """Over how many columns or rows a cell may go at most."""

    def __init__(self) -> None:
        super().__init__()
        self.grids: list[list[list[str]]] = []
        self.merged: list[list[tuple[tuple[int, int], tuple[int, int]]]] = []
        self.open: list[int] = []
        self.taken: list[dict[int, int]] = []
        self.row: list[str] = []
        self.first = 0
        self.text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell; what is still open before it ends."""
        tag, given = tag.rpartition(":")[2], {key.rpartition(":")[2]: value or "" for key, value in attrs}
        if tag == "table":
            self.close_cell()
            self.open.append(len(self.grids))
            self.grids.append([])
            self.merged.append([])
            self.taken.append({})
        elif tag in ("tr", "row") and self.open:
            self.close_cell()
            grid = self.grids[self.open[-1]]
            grid.extend([[] for _ in range(min(self.number(given, "index") - 1 - len(grid), self.longest))])
            grid.append([])
        elif tag in ("td", "th", "cell") and self.open and self.grids[self.open[-1]]:
            self.close_cell()
            self.open_cell(given, xml=tag == "cell")
        elif tag == "br" and self.text is not None:
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell or a table."""
        tag = tag.rpartition(":")[2]
        if tag in ("td", "th", "cell", "tr", "row", "table"):
            self.close_cell()
        if tag == "table" and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Take the text of an open cell."""
        if self.text is not None:
            self.text.append(data)

    def open_cell(self, given: dict[str, str], xml: bool) -> None:
        """Begin a cell at the next place that no cell from above reaches into."""
        at = self.open[-1]
        row, taken = self.grids[at][-1], self.taken[at]
        number = len(self.grids[at]) - 1
        if xml:
            row.extend([""] * min(self.number(given, "index") - 1 - len(row), self.longest))
            across, down = self.number(given, "mergeacross"), self.number(given, "mergedown")
        else:
            across, down = self.number(given, "colspan") - 1, self.number(given, "rowspan") - 1
        while taken.get(len(row), -1) >= number:
            row.append("")
        first, across, down = len(row), max(across, 0), max(down, 0)
        row.extend([""] * (across + 1))
        if across or down:
            self.merged[at].append(((number, first), (number + down, first + across)))
            taken.update(dict.fromkeys(range(first, first + across + 1), number + down))
        self.row, self.first, self.text = row, first, []

    def close_cell(self) -> None:
        """Put the text of the open cell, if there is one, where it began."""
        if self.text is not None:
            self.row[self.first] = " ".join("".join(self.text).split())
        self.text = None

    def number(self, given: dict[str, str], name: str) -> int:
        """Give a count that a tag has, within bounds."""
        digits = given.get(name, "").strip()
        return min(int(digits), self.longest) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 0


def tables_of(text: str) -> Grids:
    """Find the tables of a page; rows are filled up to the width of their table."""
    found = Grids()
    found.feed(text)
    found.close()
    for grid in found.grids:
        width = max(map(len, grid), default=0)
        for row in grid:
            row.extend([""] * (width - len(row)))
    return found


def read_markup_table(
    path: str,
    *,
    columns: dict[str, str],
    encoding: str = "utf-8",
    errors: str = "strict",
    table: int = 0,
    first_column: int = 0,
    skip_rows: int = 1,
    rows: int | None = None,
    fill_down: list[str] = [],  # noqa: B006 - read, never changed
    strip: bool = False,
    decimal: str = ".",
    missing: list[str] = [""],  # noqa: B006 - read, never changed
    missing_numbers: list[str] = [],  # noqa: B006 - read, never changed
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Read a table of a page with the recorded names and types of its columns; rows with no cell filled are skipped."""
    with open(path, "rb") as file:
        text = file.read().decode(encoding, errors).removeprefix("\ufeff")
    filled = [row for row in tables_of(text).grids[table] if any(cell.strip() for cell in row)]
    kept = filled[skip_rows:] if rows is None else filled[skip_rows : skip_rows + rows]
    places = {name: place for place, (name, kind) in enumerate(columns.items(), first_column) if kind != "ignore"}
    return convert_columns(
        {name: pd.Series([row[place] if place < len(row) else "" for row in kept], dtype="str") for name, place in places.items()},
        columns,
        fill_down=fill_down,
        strip=strip,
        decimal=decimal,
        missing=missing,
        missing_numbers=missing_numbers,
        spellings=spellings,
    )
