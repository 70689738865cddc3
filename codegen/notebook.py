"""Generates notebook.ipynb: the same functions, step by step, under the words of the conversation."""

from __future__ import annotations

import json
from typing import Any

import black
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from codegen.layout import LINE_LENGTH
from codegen.material import Material
from codegen.training import notebook_definitions, parts_lines, positive_of, scoring_source, x_and_y
from codegen.transcript import escaped
from engine.operations import Fit, Resample, Set, Train, Wrap
from engine.scoring import SCORERS
from engine.split import split_call

PLOTS = "plots"


def plots_of(material: Material) -> list[dict[str, Any]]:
    """Lists the plots that were asked for in the conversation; those that came with a step are left out."""
    return [block for turn in material.turns for block in turn.get("blocks") or () if block.get("type") == "plot" and block.get("figure") and not block.get("of_step")]


def notebook_text(material: Material, alone: bool = False) -> str:
    """Writes the notebook; run from top to bottom, it ends with the run's metrics.

    It imports the functions from the files of the project beside it, or holds them itself, if it is to stand `alone`
    with the data file.
    """
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = new_notebook(cells=_cells(material, alone), metadata=metadata)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
    nbformat.validate(notebook)
    return json.dumps(notebook, indent=1, ensure_ascii=True) + "\n"


def _cells(material: Material, alone: bool) -> list[Any]:
    compiled = material.compiled
    cells = [new_markdown_cell(f"# {escaped(material.project_name)}")]
    plots = plots_of(material)
    cells.append(new_code_cell(notebook_definitions(material) if alone else _imports(material)))
    places = _places(material)
    cells += _headings(material, "The table", places["before"])
    cells.append(new_code_cell("frame = prepare_rows(read_rows(DATA))\nframe.head()"))
    for number, plot in enumerate(plots, start=1):
        cells.append(new_markdown_cell(f"### {escaped(plot.get('title') or 'Plot')}\n\n{escaped(plot.get('alt') or '')}"))
        figure = f"from_json({json.dumps(plot['figure'])!r})" if alone else f'read_json("{PLOTS}/plot_{number}.json")'
        cells.append(new_code_cell(f"import plotly.io\n\nplotly.io.{figure}.show()"))
    cells += _headings(material, "The parts of the rows", places["split"])
    cells.append(new_code_cell("\n".join([*parts_lines(material), "{name: len(rows) for name, rows in parts.items()}"])))
    cells += _headings(material, "What learns from the training rows: these steps, in this order, make one estimator", places["learned"])
    cells.append(new_code_cell("model = build_estimator()\nmodel"))
    cells.append(new_markdown_cell("## Metrics"))
    fit = f"X, y = {x_and_y(compiled)}\nmetrics = fit_and_score(model, X, y, parts, {scoring_source(compiled)})"
    cells.append(new_code_cell(_formatted(f"{fit}\nprint(as_table(metrics))")))
    cells.append(new_code_cell("metrics"))
    if compiled.cross_validation:
        cells += _headings(material, "Folds", places["folds"]) or [new_markdown_cell("## Folds")]
        cells.append(new_code_cell('folds = judge_on_folds(frame.iloc[parts["train"]])\nprint(as_table(folds))'))
    return cells


def _imports(material: Material) -> str:
    compiled = material.compiled
    prepared = ["FEATURES", *(["TARGET"] if material.supervised else []), "build_estimator", "prepare_rows", "read_rows"]
    kept = {"DATA", "as_table", "fit_and_score", SCORERS[str(compiled.task)].__name__}
    kept |= {"SPLIT", split_call(compiled.split)[0].__name__} if compiled.split else set()
    kept |= {"judge_on_folds"} if compiled.cross_validation else set()
    kept |= {"POSITIVE"} if positive_of(compiled) is not None else set()
    partial = "" if positive_of(compiled) is None else "from functools import partial\n\n"
    return _formatted(f"{partial}from preprocessing import {', '.join(prepared)}\nfrom train import {', '.join(sorted(kept))}")


def _formatted(source: str) -> str:
    return black.format_str(source, mode=black.Mode(line_length=LINE_LENGTH)).strip()


def _headings(material: Material, title: str, numbers: set[int]) -> list[Any]:
    """One cell above the code that carries these steps out, with a heading for each of them."""
    lines = [material.step_line(step).partition(". ") for step in material.steps if step["number"] in numbers]
    return [new_markdown_cell("\n\n".join([f"## {title}", *(f"### {number}. {escaped(words)}" for number, _, words in lines)]))] if lines else []


def _places(material: Material) -> dict[str, set[int]]:
    """Sorts the steps to the cells that carry them out, by what they were planned into."""
    found: dict[str, set[int]] = {"before": set(), "split": set(), "learned": set(), "folds": set()}
    place = "before"
    for step in material.steps:
        operations = material.planned.get(step["number"], ())
        fields = {item.field for item in operations if isinstance(item, Set)}
        if any(isinstance(item, Fit | Resample | Train | Wrap) for item in operations) or "class_weight" in fields:
            place = "learned"
        elif fields & {"split"}:
            place = "split"
        elif fields & {"cross_validation"}:
            place = "folds"
        elif operations:
            place = "before"
        # A step that became no operation, such as a search for parameters, stands with the one before it.
        found[place].add(step["number"])
    return found
