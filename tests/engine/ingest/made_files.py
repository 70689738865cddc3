"""Small sound files of every format, to be damaged or read."""

from __future__ import annotations

import gzip
import io
import json

import openpyxl
import pandas as pd


def _frame() -> pd.DataFrame:
    count = 30
    return pd.DataFrame(
        {
            "code": [f"{place:05}" for place in range(count)],
            "size": [place + 0.5 for place in range(count)],
            "word": ["red", "green", 'a "quoted", word'] * 10,
            "day": pd.date_range("2024-01-15", periods=count),
            "yes": [True, False] * 15,
        }
    )


def _workbook(frame: pd.DataFrame) -> bytes:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    sheet.append(["Report"])
    sheet.append(list(frame.columns))
    for row in frame.itertuples(index=False):
        sheet.append([value.to_pydatetime() if isinstance(value, pd.Timestamp) else value for value in row])
    book.create_sheet("Two").append(["a", "b"])
    book.save(buffer)
    return buffer.getvalue()


def _seeds() -> dict[str, bytes]:
    frame = _frame()
    text = frame.to_csv(index=False)
    records = json.loads(frame.to_json(orient="records", date_format="iso"))
    buffer = io.BytesIO()
    frame.to_parquet(buffer)
    return {
        "comma": text.encode(),
        "semicolon": frame.to_csv(index=False, sep=";", decimal=",").encode("cp1252"),
        "utf16": text.encode("utf-16"),
        "preamble": f"Report\n\n{text}\nTotal,,\nSource: office\n".encode(),
        "gzip": gzip.compress(text.encode(), mtime=0),
        "records": json.dumps(records).encode(),
        "lines": "\n".join(map(json.dumps, records)).encode(),
        "columns": frame.astype(str).to_json(orient="columns").encode(),
        "nested": json.dumps({"items": [{"a": {"b": place}, "c": [place]} for place in range(9)]}).encode(),
        "parquet": buffer.getvalue(),
        "workbook": _workbook(frame),
    }


SEEDS = _seeds()
