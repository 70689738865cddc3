"""Reading a delimited text file that is not regular: ragged rows, stray quotes, text round the table, blank lines."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Sequence

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


class QuotedText:
    """The lines of a text with their line ends as they are, and the shape of its quoted cells."""

    longest = 200
    """Over how many lines a cell may go on."""

    def __init__(self, text: str, delimiter: str, quotechar: str, escapechar: str | None) -> None:
        parts = re.split("(\r\n|\n|\r)", text)
        self.lines, self.ends = parts[::2], parts[1::2]
        self.delimiter, self.quotechar = delimiter, quotechar
        self.escaped = re.compile(rf"{re.escape(escapechar)}(.)") if escapechar else None
        quote, border = re.escape(quotechar), re.escape(delimiter)
        inside = rf"[^{quote}]*+(?:{quote}{quote}[^{quote}]*+)*+"
        if escapechar:
            escape = re.escape(escapechar)
            inside = rf"(?:[^{quote}{escape}]|{escape}.|{quote}{quote})*+"
        gap = " *+" if delimiter != " " else ""
        self.closed = re.compile(rf"{gap}{quote}({inside}){quote}{gap}({border}|\Z)", re.DOTALL)
        self.opened = re.compile(rf"{gap}{quote}{inside}\Z", re.DOTALL)
        self.loose = re.compile(rf"{gap}{quote}(.*?){quote}{gap}({border}|\Z)", re.DOTALL)

    def records(self, width: int | None) -> list[tuple[int, list[str]]]:
        """Give (line number, cells) of every record.

        One that is joined of several lines must be as wide as the table; lone quotes inside a cell are ordinary
        characters where that makes it so.
        """
        records, start = [], 0
        while start < len(self.lines):
            line = self.lines[start]
            if self.quotechar not in line:
                records.append((start + 1, line.split(self.delimiter)))
                start += 1
                continue
            cells, last = self.record(start, self.closed, join=True)
            if width is not None and (len(cells) != width or any(map(self.keeps_quotes, cells))):
                loose, _ = self.record(start, self.loose, join=False)
                if len(loose) == width:
                    cells, last = loose, start
                elif last > start:
                    cells, last = self.record(start, self.closed, join=False)
            records.append((start + 1, cells))
            start = last + 1
        return records

    def record(self, start: int, closed: re.Pattern[str], join: bool) -> tuple[list[str], int]:
        """Give the cells of the record that begins in a line, and the last of its lines."""
        line, last, at, more, cells = self.lines[start], start, 0, True, []
        while more:
            match = closed.match(line, at)
            if match is None and join and self.opened.match(line, at):
                line, last, match = self.longer(line, start, last, at)
            if match is not None:
                cells.append(self.unquoted(match[1]))
                more, at = bool(match[2]), match.end()
            else:
                end = line.find(self.delimiter, at)
                more = end >= 0
                cells.append(line[at:end] if more else line[at:])
                at = end + len(self.delimiter)
        return cells, last

    def longer(self, line: str, start: int, last: int, at: int) -> tuple[str, int, re.Match[str] | None]:
        """Join lines until the cell at this place closes; if it never does, the line stays as it is."""
        joined, match = line, None
        for end in range(last + 1, min(len(self.lines), start + self.longest)):
            joined += self.ends[end - 1] + self.lines[end]
            match = self.closed.match(joined, at)
            if match is not None:
                return joined, end, match
            if not self.opened.match(joined, at):
                break
        return line, last, None

    def keeps_quotes(self, cell: str) -> bool:
        """Say whether a cell still stands in quotes, as one does that has another quote inside."""
        cell = cell.strip()
        return len(cell) > 2 and cell[0] == self.quotechar == cell[-1]

    def unquoted(self, cell: str) -> str:
        """Give what the inside of a quoted cell stands for."""
        cell = cell.replace(self.quotechar * 2, self.quotechar)
        return self.escaped.sub(r"\1", cell) if self.escaped else cell


def split_records(
    text: str,
    delimiter: str,
    quotechar: str | None,
    escapechar: str | None,
    width: int | None,
    cuts: Sequence[int] = (),
) -> list[tuple[int, list[str]]]:
    """Split text into (line number, cells); a quote that does not close properly is an ordinary character.

    A quoted cell may go on over several lines if it closes before a delimiter or a line end, and, where the
    ``width`` of the table is known, if the record is then as wide as the table.
    """
    if quotechar and not cuts and delimiter != r"\s+":
        return QuotedText(text, delimiter, quotechar, escapechar).records(width)
    lines = re.split("\r\n|\n|\r", text)
    if cuts:
        spans = [slice(start, end) for start, end in zip(cuts, [*cuts[1:], None], strict=True)]
        return [(number, [line[span].strip() for span in spans]) for number, line in enumerate(lines, 1)]
    if delimiter == r"\s+" and quotechar:
        word = re.compile(rf"{quotechar}([^{quotechar}]*){quotechar}(?!\S)|(\S+)")
        return [(number, [one or other for one, other in word.findall(line)]) for number, line in enumerate(lines, 1)]
    return [(number, line.split(None if delimiter == r"\s+" else delimiter)) for number, line in enumerate(lines, 1)]


def unzipped(path: str, member: str) -> io.BytesIO:
    """Open a file of a ZIP archive, or the first where none is called so."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return io.BytesIO(archive.read(member if member in names else names[0]))


def without_formula(cell: str) -> str:
    """Give what stands in the quotes of ``="00123"``, as spreadsheets are made to keep codes."""
    return re.sub(r'^\s*="([^"]*)"\s*$', r"\1", cell)


def is_filled(cells: list[str]) -> bool:
    """Say whether a record has a cell with something in it, other than a ruled line."""
    return any(word and not re.fullmatch(r":?[-=+_]{3,}:?", word) for word in map(str.strip, cells))


def fit_width(cells: list[str], width: int, delimiter: str, quotechar: str | None) -> list[str]:
    """Give a record as many cells as the table has columns: missing ones are empty, cells beyond the last go."""
    extra = len(cells) - width
    if extra <= 0:
        return cells + [""] * -extra
    if quotechar and any(cells[width:]):
        for end in range(extra, len(cells)):
            # A cell that only lost its opening quote is put together again.
            if cells[end].endswith(quotechar) and not cells[end].startswith(quotechar):
                whole = delimiter.join(cells[end - extra : end + 1])[: -len(quotechar)]
                return [*cells[: end - extra], whole, *cells[end + 1 :]]
    return cells[:width]


def read_irregular(
    path: str,
    *,
    columns: dict[str, str],
    encoding: str = "utf-8",
    errors: str = "strict",
    compression: str | None = None,
    member: str | None = None,
    delimiter: str = ",",
    quotechar: str | None = '"',
    escapechar: str | None = None,
    cuts: list[int] = [],  # noqa: B006 - read, never changed
    comment: str | None = None,
    formulas: bool = False,
    skip_records: int = 1,
    rows: int | None = None,
    repeated_header: list[str] = [],  # noqa: B006 - read, never changed
    strip: bool = False,
    decimal: str = ".",
    missing: list[str] = [""],  # noqa: B006 - read, never changed
    missing_numbers: list[str] = [],  # noqa: B006 - read, never changed
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Read a table out of an irregular text file: blank records are skipped, short and long ones fitted."""
    with unzipped(path, member) if member else gzip.open(path) if compression == "gzip" else open(path, "rb") as file:
        text = file.read().decode(encoding, errors).replace("\ufeff", "").replace("\x00", "")
    records = [cells for _, cells in split_records(text, delimiter, quotechar, escapechar, len(columns), cuts)]
    records = [list(map(without_formula, cells)) for cells in records] if formulas else records
    filled = [cells for cells in records if is_filled(cells) and not (comment and cells[0].lstrip().startswith(comment))]
    kept = filled[skip_records:] if rows is None else filled[skip_records : skip_records + rows]
    if repeated_header:
        kept = [cells for cells in kept if [cell.strip() for cell in cells] != repeated_header]
    table = [fit_width(cells, len(columns), delimiter, quotechar) for cells in kept]
    made: dict[str, pd.Series] = {}
    for position, (name, kind) in enumerate(columns.items()):
        if kind == "ignore":
            continue
        cells = pd.Series([row[position] for row in table], dtype="str")
        cells = cells.str.strip() if strip else cells
        tokens = missing if kind == "text" else missing + missing_numbers
        made[name] = convert_cells(cells, kind, decimal, tokens, spellings.get(name))
    return pd.DataFrame(made)
