"""Generates inference.py, app.py and the Dockerfile from the templates."""

from __future__ import annotations

import keyword
import platform
from pathlib import Path
from typing import Any

import black
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel

from codegen.layout import LINE_LENGTH, one_line
from codegen.material import Material
from codegen.source import source_of

BY_POSITION = {"read_delimited", "read_irregular", "read_excel_sheet"}
BY_KEY = {"read_json_records", "read_key_values", "read_markup_table"}
UNLIKE_HEADS = {"quotes", "cuts"}
"""What makes the head of a text file no plain delimited line, so that names are taken as they were."""


def templates() -> Environment:
    """Gives the templates; text becomes Python in them by the filter `literal` alone."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - these are Python, Markdown and Docker files, not HTML
    )
    environment.filters["literal"] = source_of
    return environment


def inference_source(material: Material) -> str:
    """Writes inference.py."""
    reader = material.read.function.__name__
    keyed = reader in BY_KEY or UNLIKE_HEADS & material.read.arguments.keys()
    reading = "keys" if keyed else "positions" if reader in BY_POSITION else ""
    header, offset = _header(reader, dict(material.read.arguments))
    if reading == "positions" and not header:
        reading = ""
    values = {
        "reading": reading,
        "reader": reader,
        "suffix": Path(material.data_name).suffix.lower(),
        "header": header,
        "offset": offset,
        "spellings": "spellings" in material.read.arguments,
        "sheets": reading == "positions" and reader == "read_excel_sheet",
        "unzips": reading == "positions" and "member" in material.read.arguments,
        "limited": bool(reading) and material.read.arguments.get("rows") is not None,
        "sha256": str(material.dataset["sha256"]),
    }
    return _formatted(templates().get_template("inference.py.j2").render(values))


def app_source(material: Material) -> str:
    """Writes app.py, whose records are typed by the raw columns that the model needs."""
    fields = _fields(material)
    values = {"fields": fields, "title": one_line(material.project_name)}
    return _formatted(templates().get_template("app.py.j2").render(values))


def dockerfile(material: Material, packages: set[str]) -> str:
    """Writes the Dockerfile: a slim image, a user who is not root."""
    python = ".".join(platform.python_version_tuple()[:2])
    openmp = bool({"lightgbm", "xgboost"} & packages)
    return templates().get_template("Dockerfile.j2").render(python=python, openmp=openmp)


def _formatted(source: str) -> str:
    return black.format_str(source, mode=black.Mode(line_length=LINE_LENGTH))


def _header(reader: str, options: dict[str, Any]) -> tuple[str, str]:
    """Prints the call that reads the names at the head of a file, and what is cut off from them."""
    if reader == "read_excel_sheet":
        skipped = max(int(options.get("skip_rows", 1)) - 1, 0)
        first = int(options.get("first_column", 0))
        call = f'pd.read_excel(path, sheet_name=sheet_of(path), skiprows={skipped}, nrows=0, engine="calamine")'
        return call, f"[{first}:]" if first else ""
    if reader == "read_delimited" and not options.get("header", True):
        named = "header=None, nrows=1"
    elif reader == "read_delimited":
        named = "nrows=0"
    else:
        named = f"skiprows={max(int(options.get('skip_records', 1)) - 1, 0)}, nrows=0"
    given = {"sep": options.get("delimiter", ","), "encoding": options.get("encoding", "utf-8")}
    given |= {name: options[name] for name in ("compression", "escapechar") if options.get(name)}
    quotechar = options.get("quotechar", '"')
    given |= {"quotechar": quotechar} if quotechar else {"quoting": 3}
    arguments = ", ".join(f"{name}={source_of(value)}" for name, value in given.items())
    source = 'unzipped(path, READING["member"])' if options.get("member") else "path"
    return f"pd.read_csv({source}, {arguments}, {named}, index_col=False)", ""


def _fields(material: Material) -> list[dict[str, Any]]:
    fields: list[dict[str, Any]] = []
    taken = {"Field", "BaseModel", "Any"} | set(dir(BaseModel))
    for number, (name, dtype) in enumerate(material.inputs.items(), start=1):
        plain = name.isidentifier() and name.isascii() and not keyword.iskeyword(name) and not keyword.issoftkeyword(name)
        usable = plain and not name.startswith(("_", "model_")) and name not in taken
        field = name if usable and name not in {"int", "float", "str", "bool", "seen", "app", "model"} else f"column_{number}"
        while field in taken:
            field += "_"
        taken.add(field)
        fields.append({"field": field, "type": _type_of(dtype), "alias": None if field == name else name})
    return fields


def _type_of(dtype: str) -> str:
    if dtype.startswith(("int", "float")):
        return "float"
    return "bool" if dtype == "bool" else "str"
