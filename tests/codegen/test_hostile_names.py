"""Hostile names of columns, categories, classes and files go through everything as text, and come back as they were.

The experiment goes through the gate from an uploaded file; the project is exported, which runs it, and is then looked at
and run once more from outside.
"""

from __future__ import annotations

import ast
import csv
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.tools.gate import Session

CANARY = "/tmp/playground-canary"
HOSTILE = (
    'it\'s "x"', "'''", '"""', "{{7*7}}", "{% x %}", "${x}", "%s", f'__import__("os").system("touch {CANARY}")', "🦊",
    "two\nlines", "line\u2028separator", "right\u202eleft", "back\\slash", "[<a>]", "`tick`", "# x", "a,b;c",
    "car\rriage", "two\r\nends", "a\ttab", "ends in\\",
)
FEATURES = 7


def table(start: int, rows: int = 90) -> pd.DataFrame:
    """A table with hostile names from this place on, hostile categories and two hostile classes."""
    random = np.random.default_rng(start)
    names = [HOSTILE[(start + place) % len(HOSTILE)] for place in range(FEATURES)]
    columns = {name: random.normal(size=rows).round(3) for name in names[:3]}
    columns |= {name: random.choice(HOSTILE[start : start + 4], rows) for name in names[3:]}
    frame = pd.DataFrame(columns)
    classes = (HOSTILE[start - 1], HOSTILE[start - 2])
    frame[target(start)] = np.where(frame[names[0]] + random.normal(0, 0.5, rows) > 0, *classes)
    return frame


def target(start: int) -> str:
    return f"class {HOSTILE[start - 3]}"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Session, Path, Path]]:
    """Trains on three tables that together hold every hostile name, and exports each, with the file that was uploaded."""
    found = {}
    for start, model in ((0, "xgboost"), (7, "lightgbm"), (14, "logistic_regression")):
        home = tmp_path_factory.mktemp(model)
        path = home / f"it's ${{x}} {start}.csv"
        table(start).to_csv(path, index=False, quoting=csv.QUOTE_ALL, lineterminator="\n", encoding="utf-8")
        session = Session(home / "home")
        for tool, args in (
            ("load_data", {"source": session.upload(path)}),
            ("set_target", {"column": target(start), "positive": HOSTILE[start - 1]}),
            ("train", {"model": model, "params": {} if model == "logistic_regression" else {"n_estimators": 5}}),
        ):
            result = session.call(tool, **args)
            assert result["status"] == "done", (tool, result["error"], result["question"])
        result = session.call("export", formats=["project"])
        assert result["status"] == "done", result["error"]
        zipfile.ZipFile(result["files"][0]["path"]).extractall(home / "unpacked")
        (folder,) = (home / "unpacked").iterdir()
        found[model] = (session, folder, path)
    return found


EACH = pytest.mark.parametrize(("start", "model"), [(0, "xgboost"), (7, "lightgbm"), (14, "logistic_regression")])
Exported = dict[str, tuple[Session, Path, Path]]


@EACH
def test_names_are_read_as_they_are(start: int, model: str, exported: Exported) -> None:
    session, _, _ = exported[model]
    columns = session.call("list_samples")["state"]
    known = {entry["name"] for entry in (*columns["dataset"]["columns"], *columns["sources"])}
    assert set(table(start).columns) <= known


@EACH
def test_the_code_repeats_the_run_and_nothing_else_happens(start: int, model: str, exported: Exported) -> None:
    session, folder, path = exported[model]
    done = subprocess.run([sys.executable, "train.py", "--data", str(path), "--output", "again"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads((folder / "again" / "metrics.json").read_text()) == session.run["metrics"]
    assert not Path(CANARY).exists()


@EACH
def test_names_stand_in_code_only_as_constants_and_comments(start: int, model: str, exported: Exported) -> None:
    _, folder, _ = exported[model]
    for path in folder.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        assert "__import__" not in names | called
        assert not any(isinstance(node, ast.JoinedStr) and CANARY in ast.unparse(node) for node in ast.walk(tree))
    tree = ast.parse((folder / "preprocessing.py").read_text(encoding="utf-8"))
    constants = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert set(table(start).columns) <= constants


@EACH
def test_predictions_carry_the_classes_as_they_were(start: int, model: str, exported: Exported) -> None:
    _, folder, path = exported[model]
    done = subprocess.run([sys.executable, "inference.py", "--input", str(path), "--output", "out.csv"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    classes = {HOSTILE[start - 1], HOSTILE[start - 2]}
    assert set(rows[0]) == {"prediction", *(f"probability_{name}" for name in classes)}
    assert {row[0] for row in rows[1:]} <= classes


@EACH
def test_the_service_takes_records_by_the_original_names(start: int, model: str, exported: Exported) -> None:
    _, folder, _ = exported[model]
    frame = table(start)
    record = frame.drop(columns=[target(start)]).iloc[0].to_dict()
    (folder / "ask.json").write_text(json.dumps({"records": [record, {}]}), encoding="utf-8")
    code = (
        "import json, sys\nsys.path.insert(0, '.')\nfrom fastapi.testclient import TestClient\nfrom app import app\n"
        "client = TestClient(app)\nanswer = client.post('/predict', json=json.load(open('ask.json', encoding='utf-8')))\n"
        "print(json.dumps([answer.status_code, answer.json(), client.get('/schema').json()]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    status, answer, schema = json.loads(done.stdout)
    assert status == 200, answer
    assert answer["predictions"][0]["warnings"] == []
    assert len(answer["predictions"][1]["warnings"]) == FEATURES
    assert set(schema["record"]["properties"]) == set(record)


@EACH
def test_what_is_written_about_it_holds_no_markup_of_the_names(start: int, model: str, exported: Exported) -> None:
    _, folder, _ = exported[model]
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "<a>" not in readme
    assert "\u202e" not in readme
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert all(part.replace(".", "").replace("_", "").replace("/", "").replace("-", "").isalnum() for part in names)
    recorded = json.loads((folder / "pipeline.json").read_text(encoding="utf-8"))
    assert recorded["steps"][1]["args"]["column"] == target(start)
