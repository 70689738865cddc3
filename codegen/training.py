"""Generates train.py, in the project's form (beside preprocessing.py) and as one file."""

from __future__ import annotations

from codegen.layout import python_file
from codegen.material import Material
from codegen.preprocessing import commented, preprocessing_body
from codegen.source import source_of
from codegen.verbatim import Definitions, definitions_of
from engine.compiled import Compiled
from engine.estimators.declared_folds import DeclaredFolds
from engine.functions.cross_validate import cross_validate
from engine.functions.fit_and_score import fit_and_score
from engine.functions.split_rows import split_rows

IMPORTS = {"import argparse", "import hashlib", "import json", "from pathlib import Path", "import joblib"}

TRAIN = '''
def train(data):
    """Fit on the training rows of the raw file; return the model, its metrics by part, and the rows."""
    frame = prepare_rows(read_rows(data))
    PARTS_LINE
    model = build_estimator()
    metrics = fit_and_score(frame, model, parts, ASKED)
    return model, metrics, frame.iloc[parts["train"]]
'''

JUDGE = '''
def judge_on_folds(data):
    """Return the metrics of each fold of the training rows: the model learns from the others and is judged on it."""
    frame = prepare_rows(read_rows(data))
    PARTS_LINE
    scores = cross_validate(frame, build_estimator(), parts["train"], FOLDS_MADE, ASKED)
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
    parts = [name for name, values in metrics.items() if values]
    names = dict.fromkeys(name for part in parts for name in metrics[part])
    lines = [" " * 22 + "".join(f"{part:>14}" for part in parts)]
    for name in names:
        cells = (metrics[part].get(name) for part in parts)
        shown = "".join(f"{'' if cell is None else f'{cell:.6g}':>14}" for cell in cells)
        lines.append(f"{name:<22}{shown}")
    return "\\n".join(lines)
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

FOLDS_LINES = '''folds = judge_on_folds(options.data)
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
    functions = ([split_rows] if compiled.split else []) + [fit_and_score] + ([cross_validate, DeclaredFolds] if folds else [])
    definitions = definitions_of(functions, known)
    folder = 'Path(__file__).parent / "data" / ' if in_project and material.copies_data else "Path(__file__).parent / "
    constants = [f"DATA = {folder}{material.data_name!r}", f"TASK = {source_of(compiled.task)}"]
    constants.append(f"POSITIVE = {source_of(compiled.fields.get('positive'))}")
    rows = 'parts = {"train": list(range(len(frame)))}'
    if compiled.split:
        constants += commented(material, "split")
        constants.append(f"SPLIT = {source_of(dict(compiled.split))}")
        rows = "parts = split_rows(frame, target=TARGET, **SPLIT)"
    if in_project:
        constants.append("# Columns with more values than this are not checked for new ones.\nLISTED_VALUES = 1000")
    train = _filled(TRAIN, rows, compiled)
    main = MAIN.replace("SEEN_LINE", SEEN_LINE).replace("ASSIGNED", "model, metrics, rows")
    if not in_project:
        main = MAIN.replace("    SEEN_LINE\n", "").replace("ASSIGNED", "model, metrics")
        train = train.replace(', frame.iloc[parts["train"]]', "").replace("its metrics by part, and the rows", "and its metrics by part").replace("the model, and", "the model and")
    main = main.replace("FOLDS_LINES", FOLDS_LINES) if folds else main.replace("    FOLDS_LINES\n", "")
    asked = "".join(f"    {line}\n" for line in commented(material, "cross_validation"))
    judge = _filled(JUDGE, rows, compiled).replace("    scores = ", f"{asked}    scores = ", 1).replace("FOLDS_MADE", source_of(DeclaredFolds(**folds))) if folds else ""
    parts = ["\n".join(constants), definitions.source, train, judge, SEEN if in_project else "", SHOW, main]
    return "\n\n\n".join(part.strip() for part in parts if part), definitions.imports | {"import pandas as pd"}


def _filled(template: str, rows: str, compiled: Compiled) -> str:
    return template.replace("PARTS_LINE", rows).replace("ASKED", asked_of(compiled))


def asked_of(compiled: Compiled) -> str:
    """Writes the arguments that fitting and judging have in common."""
    by = ', folds_by=SPLIT["column"]' if compiled.folds_by else ""
    return f"features=FEATURES, target=TARGET, task=TASK, positive=POSITIVE{by}"
