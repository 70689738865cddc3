"""Reading a delimited text file that is not regular: ragged rows, stray quotes, text round the table, blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from engine.functions.convert_columns import convert_columns
from engine.functions.unpacked_text import unpacked_text


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


def plain_quotes(text: str, quotes: str | None) -> str:
    """Take off the quotes round whole lines, or write typographic ones round cells as plain ones."""
    if quotes == "round lines":
        return re.sub(r'^"((?:[^"\r\n]|"")*+)"(?=\r?$)', lambda line: line[1].replace('""', '"'), text, flags=re.MULTILINE)
    if quotes == "typographic":
        text = re.sub(r"(^|[,;\t|])[“„«]", r'\1"', text.replace('"', '""'), flags=re.MULTILINE)
        return re.sub(r"[”“»](?=[,;\t|]|\r?$)", '"', text, flags=re.MULTILINE)
    return text


def without_formula(cell: str) -> str:
    """Give what stands in the quotes of ``="00123"``, as spreadsheets are made to keep codes."""
    return re.sub(r'^\s*="([^"]*)"\s*$', r"\1", cell)


def is_filled(cells: list[str]) -> bool:
    """Say whether a record has a cell with something in it, other than a ruled line."""
    return any(word and not re.fullmatch(r":?[-=+_]{3,}[-=+_ ]*:?", word) for word in map(str.strip, cells))


def masked_digits(cells: list[str]) -> str:
    """Give the words of a record with all numbers alike, as the heads of pages are but for their own."""
    return re.sub(r"\d+", "0", " ".join(" ".join(cells).split()))


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
    quotes: str | None = None,
    cuts: list[int] = [],  # noqa: B006 - read, never changed
    comment: str | None = None,
    formulas: bool = False,
    skip_records: int = 1,
    rows: int | None = None,
    repeated_header: list[str] = [],  # noqa: B006 - read, never changed
    page_heads: list[str] = [],  # noqa: B006 - read, never changed
    strip: bool = False,
    decimal: str = ".",
    missing: list[str] = [""],  # noqa: B006 - read, never changed
    missing_numbers: list[str] = [],  # noqa: B006 - read, never changed
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Read a table out of an irregular text file: blank records are skipped, short and long ones fitted."""
    text = unpacked_text(path, encoding, errors, compression, member)
    text = plain_quotes(text.replace("\ufeff", "").replace("\x00", ""), quotes)
    records = [cells for _, cells in split_records(text, delimiter, quotechar, escapechar, len(columns), cuts)]
    records = [list(map(without_formula, cells)) for cells in records] if formulas else records
    filled = [cells for cells in records if is_filled(cells) and not (comment and cells[0].lstrip().startswith(comment))]
    kept = filled[skip_records:] if rows is None else filled[skip_records : skip_records + rows]
    if repeated_header:
        kept = [cells for cells in kept if [cell.strip() for cell in cells] != repeated_header and masked_digits(cells) not in page_heads]
    table = [fit_width(cells, len(columns), delimiter, quotechar) for cells in kept]
    places = {name: place for place, (name, kind) in enumerate(columns.items()) if kind != "ignore"}
    return convert_columns(
        {name: pd.Series([row[place] for row in table], dtype="str") for name, place in places.items()},
        columns,
        strip=strip,
        decimal=decimal,
        missing=missing,
        missing_numbers=missing_numbers,
        spellings=spellings,
    )
