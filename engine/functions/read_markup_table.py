"""Reading a table out of a web page, or out of the XML that spreadsheets were once saved as."""

from __future__ import annotations

from html.parser import HTMLParser

import pandas as pd


def convert_cells(
    cells: pd.Series, kind: str, decimal: str, missing: list[str], spelling: dict[str, str] | None = None
) -> pd.Series:
    """Turn a column of text into the recorded type; what stands for missing becomes missing."""
    empty = cells.isin(missing)
    cells = cells.mask(empty) if empty.any() else cells
    cells = cells.replace(spelling) if spelling and not kind.startswith("date:") else cells
    if kind == "text":
        return cells
    if kind == "boolean":
        return (cells.str.strip().str.lower() == "true").astype("bool")
    if kind.startswith("date:"):
        places, words = pd.factorize(cells)
        texts = pd.Series(words, dtype="str").str.strip()
        if spelling:
            # Here it gives the English names of months.
            texts = texts.str.replace(r"[^\W\d_]+", lambda word: spelling.get(word[0], word[0]), regex=True)
        dates = pd.Series(pd.NaT, index=texts.index, dtype="datetime64[us]")
        for form in kind.removeprefix("date:").split("|"):
            parsed = pd.to_datetime(texts, format=form, errors="coerce", utc=True).dt.tz_localize(None)
            dates = dates.fillna(parsed.astype("datetime64[us]"))
        return dates.reindex(places).set_axis(cells.index)
    if kind == "duration":
        # Seconds if the last part counts seconds: "1:30" is 90.
        lengths = cells.str.replace(",", ".", regex=False).str.extract(r"([+-]?)(?:(\d+):)?(\d+):([\d.]+)")
        parts = lengths[[1, 2, 3]].astype("float64")
        total = parts[1].fillna(0) * 3600 + parts[2] * 60 + parts[3]
        return total.where(lengths[0] != "-", -total)
    if " since " in kind:
        unit, start = kind.split(" since ")
        numbers = pd.to_numeric(cells.str.replace(decimal, ".", regex=False)).astype("float64")
        return (pd.Timestamp(start) + pd.to_timedelta(numbers, unit=unit)).astype("datetime64[us]").dt.round("ms")
    trimmed = cells.str.strip()
    if kind == "scaled amount":
        scales = trimmed.str.extract(r"([a-zA-Z])[a-z]?$")[0].str.lower()
        factor = scales.map({"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}).fillna(1.0)
        return (convert_cells(cells, "amount", decimal, []) * factor).round(6)
    if "amount" in kind:
        # Brackets or a minus at the end mean negative; currency, percent, units and thousands marks say nothing of the value.
        negative = trimmed.str.contains(r"^\(.*\)$|[-−]$|^\D*[-−]", regex=True, na=False)
        trimmed = trimmed.str.replace(r"(\d)\s*[(\[](?:note )?\w{1,3}[)\]]$", r"\1", regex=True)  # footnotes
        trimmed = trimmed.str.replace(r"[^\W\d_]+[\d²³]?(?:/[^\W\d_]+[\d²³]?)?\.?", "", regex=True)
        trimmed = trimmed.str.replace(r"[^\d.]" if decimal == "." else r"[^\d,]", "", regex=True)
        trimmed = trimmed.where(~negative, "-" + trimmed)
    numbers = pd.to_numeric(trimmed.str.replace(decimal, ".", regex=False))
    if kind not in ("integer", "padded integer", "whole amount"):
        return numbers.astype("float64")
    if (numbers % 1 != 0).any():
        raise ValueError(f"{cells.name!r} has a cell that is no whole number")
    return numbers.astype("int64")


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
    made: dict[str, pd.Series] = {}
    for position, (name, kind) in enumerate(columns.items(), first_column):
        if kind == "ignore":
            continue
        cells = pd.Series([row[position] if position < len(row) else "" for row in kept], dtype="str")
        cells = cells.str.strip() if strip else cells
        cells = cells.mask(cells == "").ffill() if name in fill_down else cells
        tokens = missing if kind == "text" else missing + missing_numbers
        made[name] = convert_cells(cells, kind, decimal, tokens, spellings.get(name))
    return pd.DataFrame(made)
