"""Generates train.py, in the project's form (beside preprocessing.py) and as one file."""

from __future__ import annotations

from typing import Any

from codegen.layout import python_file
from codegen.material import Material
from codegen.preprocessing import commented, preprocessing_body
from codegen.source import own_objects, source_of
from codegen.verbatim import Definitions, definitions_of
from engine.compiled import Compiled, build_estimator
from engine.estimators.group_folds import GroupFolds
from engine.estimators.stratified_group_folds import StratifiedGroupFolds
from engine.estimators.time_folds import TimeFolds
from engine.folds import FOLDS
from engine.functions.cross_validate import cross_validate
from engine.functions.fit_and_score import fit_and_score
from engine.scoring import SCORERS
from engine.split import split_call

IMPORTS = {
    "import argparse",
    "import hashlib",
    "import json",
    "import warnings",
    "from functools import partial",
    "from pathlib import Path",
    "import joblib",
    "from sklearn.exceptions import ConvergenceWarning",
    "import pandas as pd",
}

BY_INDEX = {GroupFolds, StratifiedGroupFolds, TimeFolds}
"""Folds that are made by the table's index."""

TRAIN = '''
def train(data):
    """Fit on the training rows of the raw file; return the model, its metrics by part, and the rows."""
    frame = prepare_rows(read_rows(data))
    PARTS_LINES
    X, y = X_AND_Y
    model = build_estimator()
    metrics = fit_and_score(model, X, y, parts, SCORING)
    return model, metrics, frame.iloc[parts["train"]]
'''

JUDGE = '''
def judge_on_folds(rows):
    """Return the metrics of each fold of the training rows: the model learns from the others and is judged on it."""
    X, y = rows[FEATURES], rows[TARGET].to_numpy()
    scores = cross_validate(build_estimator(), X, y, FOLDS_MADE, SCORING)
    return {f"fold {number}": metrics for number, metrics in enumerate(scores, start=1)}
'''

SEEN = '''
def seen_values(rows):
    """Return what the training rows held, by feature: a range of numbers, or the values."""
    seen = {}
    for name in FEATURES:
        known = rows[name].dropna()
        entry = {"missing": len(known) < len(rows)}
        if pd.api.types.is_bool_dtype(known) or known.empty:
            pass
        elif pd.api.types.is_numeric_dtype(known):
            entry |= {"minimum": float(known.min()), "maximum": float(known.max())}
        elif known.dtype == "str" and known.nunique() <= LISTED_VALUES:
            entry["values"] = sorted(known.unique())
        seen[name] = entry
    return seen
'''

SHOW = '''
def as_table(metrics):
    """Return the metrics as lines of text, one metric a line and one part a column."""
    table = pd.DataFrame({part: values for part, values in metrics.items() if values})
    return table.to_string(float_format="{:.6g}".format, na_rep="")
'''

MAIN = '''
def main():
    """Train from the command line."""
    parser = argparse.ArgumentParser(description="Train the model and measure it.")
    parser.add_argument("--data", type=Path, default=DATA, help="the raw file")
    parser.add_argument("--output", type=Path, default=Path("."), help="folder for the results")
    options = parser.parse_args()
    ASSIGNED = train(options.data)
    options.output.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, options.output / "model.joblib")
    (options.output / "metrics.json").write_text(json.dumps(metrics, indent=2), encoding="utf-8")
    SEEN_LINE
    print(as_table(metrics))
    FOLDS_LINES


if __name__ == "__main__":
    main()
'''

FOLDS_LINES = '''folds = judge_on_folds(rows)
    (options.output / "folds.json").write_text(json.dumps(folds, indent=2), encoding="utf-8")
    print(as_table(folds))'''

SEEN_LINE = '''digest = hashlib.sha256((options.output / "model.joblib").read_bytes()).hexdigest()
    seen = {"model_sha256": digest, "features": seen_values(rows)}
    (options.output / "seen.json").write_text(json.dumps(seen, indent=2), encoding="utf-8")'''


def training_source(material: Material) -> str:
    """Writes train.py, which imports what prepares the data from preprocessing.py."""
    body, imports = _training_body(material, Definitions(), in_project=True)
    ours = "from preprocessing import FEATURES, TARGET, build_estimator, prepare_rows, read_rows"
    return python_file(
        "Train the model from the raw file, and measure it on every part of the rows.", IMPORTS | imports | {ours}, body
    )


def script_of(material: Material) -> str:
    """Writes all of the training in one file."""
    preparing, definitions = preprocessing_body(material, for_service=False)
    body, imports = _training_body(material, definitions, in_project=False)
    constants, _, rest = body.partition("\n\n\n")
    everything = f"{constants}\n{preparing}\n\n\n{rest}"
    return python_file(
        "Train the model from the raw file, and measure it on every part of the rows.",
        IMPORTS | definitions.imports | imports,
        everything,
    )


def notebook_definitions(material: Material) -> str:
    """Writes the constants and functions of the training, for the first cell of a notebook that stands alone."""
    preparing, definitions = preprocessing_body(material, for_service=False)
    body, imports = _training_body(material, definitions, in_project=False)
    constants, _, rest = body.partition("\n\n\n")
    constants = constants.replace("Path(__file__).parent / ", "", 1)
    rest = rest.partition("\n\n\ndef main():")[0]
    everything = f"{constants}\n{preparing}\n\n\n{rest}"
    return python_file("Constants and functions.", IMPORTS | definitions.imports | imports, everything).rstrip()


def _training_body(material: Material, known: Definitions, in_project: bool) -> tuple[str, set[str]]:
    compiled = material.compiled
    folds = compiled.cross_validation
    splitter = FOLDS[folds["strategy"]](folds["folds"], folds["random_state"]) if folds else None
    functions: list[Any] = [split_call(compiled.split)[0]] if compiled.split else []
    functions += [fit_and_score, SCORERS[str(compiled.task)], *([cross_validate, type(splitter)] if folds else [])]
    definitions = definitions_of(functions, known)
    train, main = _filled(TRAIN, material), MAIN
    if not in_project:
        main = main.replace("    SEEN_LINE\n", "")
        if not folds:
            main = main.replace("ASSIGNED", "model, metrics")
            train = train.replace(', frame.iloc[parts["train"]]', "").replace("the model, its metrics by part, and the rows", "the model and its metrics by part")
    main = main.replace("SEEN_LINE", SEEN_LINE).replace("ASSIGNED", "model, metrics, rows")
    main = main.replace("FOLDS_LINES", FOLDS_LINES) if folds else main.replace("    FOLDS_LINES\n", "")
    asked = "".join(f"    {line}\n" for line in commented(material, "cross_validation"))
    judge = _filled(JUDGE, material).replace("    scores = ", f"{asked}    scores = ", 1).replace("FOLDS_MADE", source_of(splitter)) if folds else ""
    parts = [_constants(material, in_project), definitions.source, train, judge, SEEN if in_project else "", SHOW, main]
    return "\n\n\n".join(part.strip() for part in parts if part), definitions.imports


def _constants(material: Material, in_project: bool) -> str:
    compiled = material.compiled
    folder = 'Path(__file__).parent / "data" / ' if in_project and material.copies_data else "Path(__file__).parent / "
    lines = [f"DATA = {folder}{material.data_name!r}"]
    if positive_of(compiled) is not None:
        lines.append(f"POSITIVE = {source_of(positive_of(compiled))}")
    if compiled.split:
        lines += [*commented(material, "split"), f"SPLIT = {source_of(split_call(compiled.split)[2])}"]
    folds = (material.trained.get("cross_validation") or {}) if compiled.cross_validation else {}
    if material.trained.get("unsettled") or folds.get("unsettled"):
        lines.append('# The model had not settled when its rounds were up: that is known, and need not be said again.\nwarnings.simplefilter("ignore", ConvergenceWarning)')
    if in_project:
        lines.append("# Columns with more values than this are not checked for new ones.\nLISTED_VALUES = 1000")
    return "\n".join(lines)


def _filled(template: str, material: Material) -> str:
    compiled = material.compiled
    filled = template.replace("PARTS_LINES", "\n    ".join(parts_lines(material)))
    return filled.replace("X_AND_Y", x_and_y(compiled)).replace("SCORING", scoring_source(compiled))


def parts_lines(material: Material) -> list[str]:
    """Writes the lines that divide the rows of `frame` into `parts`."""
    compiled = material.compiled
    if not compiled.split:
        return ['parts = {"train": list(range(len(frame)))}']
    function, by_class, _ = split_call(compiled.split)
    lines = [f"parts = {function.__name__}(frame, {'TARGET, ' if by_class else ''}**SPLIT)"]
    if compiled.folds_by and _makes_folds(material):
        kept = "the order of time" if compiled.split["strategy"] == "time" else "whole groups"
        lines.append(f"# Folds keep to {kept}, which they find in the index.")
        lines.append('frame = frame.set_axis(frame[SPLIT["column"]], axis=0)')
    return lines


def _makes_folds(material: Material) -> bool:
    """Whether anything looks at the index: the model where it makes folds itself, or those that it was judged on."""
    classes = own_objects(build_estimator(material.compiled, material.features))
    return bool(material.compiled.cross_validation) or bool(BY_INDEX & set(classes))


def x_and_y(compiled: Compiled) -> str:
    """Writes what is learned from, and what is to be predicted."""
    return "frame[FEATURES], " + ("frame[TARGET].to_numpy()" if compiled.target else "None")


def scoring_source(compiled: Compiled) -> str:
    """Writes the function that measures the model."""
    name = SCORERS[str(compiled.task)].__name__
    return name if positive_of(compiled) is None else f"partial({name}, positive=POSITIVE)"


def positive_of(compiled: Compiled) -> Any:
    """Gives the class that precision, recall and the like are of, or None."""
    return compiled.fields.get("positive")
