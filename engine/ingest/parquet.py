"""Understanding Parquet."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from engine.errors import Refusal
from engine.functions.read_parquet_table import read_parquet_table
from engine.ingest.limits import DECODED_BYTES, check_size
from engine.ingest.names import make_names, say_nameless
from engine.ingest.reading import Reading

LARGE_BATCH = 65_536
SMALL_BATCH = 1_024


def understand_parquet(path: Path, name: str) -> Reading:
    """Check the size of a Parquet file before it is decoded, then read it with plain types."""
    try:
        with pq.ParquetFile(path) as file:
            _check_rows(file, name)
            _check_texts(path, file, name)
        return _understand(path)
    except pa.ArrowMemoryError:
        raise
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0][:200]
        raise Refusal("damaged_file", f"{name} is a damaged Parquet file: {reason}", "Export it again.") from error


def _understand(path: Path) -> Reading:
    table = pd.read_parquet(path, engine="pyarrow")
    if not isinstance(table.index, pd.RangeIndex):
        table = table.reset_index()
    names, said = make_names([str(label) for label in table.columns])
    kinds = {name: _type_of(table.iloc[:, place]) for place, name in enumerate(names)}
    arguments = {"columns": kinds}
    said += say_nameless([str(label) for label in table.columns], kinds)
    zoned = [name for place, name in enumerate(names) if isinstance(table.dtypes.iloc[place], pd.DatetimeTZDtype)]
    if zoned:
        said.append("Times with a zone were put in UTC: " + ", ".join(repr(name) for name in zoned[:10]) + ".")
    del table  # it is read once more, in the way that is recorded
    return Reading(read_parquet_table, arguments, read_parquet_table(str(path), columns=kinds), said)


def _check_rows(file: pq.ParquetFile, name: str) -> None:
    rows, columns = file.metadata.num_rows, file.metadata.num_columns
    if rows == 0 or columns == 0:
        raise Refusal("no_rows", f"{name} is a Parquet file with no rows of data.", "Export it again with its rows.")
    check_size(rows, columns)


def _check_texts(path: Path, file: pq.ParquetFile, name: str) -> None:
    """Add up how long the texts get once decoded: a dictionary can make a small file huge."""
    flat = [field.name for field in file.schema_arrow if _is_text(field.type)]
    nested = [field.name for field in file.schema_arrow if pa.types.is_nested(field.type)]
    total = 0
    if not flat and not nested:
        return
    with pq.ParquetFile(path, read_dictionary=flat) as reader:
        for batch in reader.iter_batches(batch_size=SMALL_BATCH if nested else LARGE_BATCH, columns=flat + nested):
            total += sum(_decoded_bytes(column) for column in batch.columns)
            if total > DECODED_BYTES:
                raise Refusal(
                    "too_large_unpacked",
                    f"{name} holds more than {DECODED_BYTES // 1024**2:,} MB of text once unpacked.",
                    "Leave out the long text columns, or upload a sample of the rows.",
                )


def _is_text(kind: pa.DataType) -> bool:
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    return any(
        check(kind)
        for check in (pa.types.is_string, pa.types.is_large_string, pa.types.is_binary, pa.types.is_large_binary)
    )


def _decoded_bytes(column: pa.Array) -> int:
    if not isinstance(column, pa.DictionaryArray):
        return int(column.nbytes)
    lengths = pc.binary_length(column.dictionary)
    return pc.sum(pc.take(lengths, column.indices)).as_py() or 0


def _type_of(cells: pd.Series) -> str:
    kind = cells.dtype
    if kind == "str":
        pa.array(cells).validate(full=True)  # bytes that are no text are found now and not by who uses them
        return "text"
    if pd.api.types.is_bool_dtype(kind):
        return "text" if cells.isna().any() else "boolean"
    if pd.api.types.is_integer_dtype(kind):
        big = pd.api.types.is_unsigned_integer_dtype(kind) and cells.max() > 2**63 - 1
        return "text" if big else ("number" if cells.isna().any() else "integer")
    if pd.api.types.is_float_dtype(kind):
        return "number"
    if pd.api.types.is_datetime64_any_dtype(kind):
        return "date"
    word = pd.api.types.infer_dtype(cells, skipna=True)
    return {"date": "date", "datetime": "date", "decimal": "number"}.get(word, "text")
