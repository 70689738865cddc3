"""The downloaded project repeats the run, alone in its folder, whatever columns and cells are called."""

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys

import black
import nbformat
import pandas as pd
import pytest
import yaml
from hostile_cases import BRACES, CODE, EMOJI, QUOTED, TRIPLE, material_of, regression_operations

from codegen.layout import LINE_LENGTH
from codegen.project import write_project
from codegen.prove import prove, run_python, zip_folder
from engine.errors import Refusal

CODE_FILES = ("preprocessing.py", "train.py", "inference.py", "app.py")


def run(folder, *arguments):
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True)


def test_the_project_was_proven_and_holds_every_file(project, hostile_material):
    names = {path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()}
    assert {
        *CODE_FILES, "config.yaml", "requirements.txt", "notebook.ipynb", "README.md", "pipeline.json", "transcript.md",
        "Dockerfile", "model.joblib", "metrics.json", "seen.json", "receipt.json", "data/we_ird_raw.csv",
    } <= names
    assert json.loads((project / "metrics.json").read_text()) == hostile_material.run["metrics"]
    receipt = json.loads((project / "receipt.json").read_text())
    assert receipt["predictions"] == 120 and receipt["data_sha256"] == hostile_material.dataset["sha256"]


@pytest.mark.parametrize("name", CODE_FILES)
def test_code_is_formatted_and_imports_only_what_it_uses(project, name):
    source = (project / name).read_text(encoding="utf-8")
    tree = ast.parse(source)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imported = [
        (alias.asname or alias.name).split(".")[0]
        for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__"
        for alias in node.names
    ]
    assert set(imported) <= used
    assert len(imported) == len(set(imported))
    assert black.format_str(source, mode=black.Mode(line_length=LINE_LENGTH)) == source
    assert "engine." not in source


def test_only_used_packages_are_required(project):
    names = {line.split("==")[0] for line in (project / "requirements.txt").read_text().split()}
    assert {"pandas", "scikit-learn", "numpy", "joblib", "pyarrow", "fastapi", "uvicorn", "pydantic"} <= names
    assert not {"xgboost", "lightgbm", "imbalanced-learn", "pyyaml", "plotly", "python-calamine"} & names


def test_records_without_target_in_another_order_with_gaps(project, tmp_path):
    table = pd.read_csv(project / "data/we_ird_raw.csv").head(7)
    table = table[[EMOJI, CODE, BRACES, TRIPLE, QUOTED]]
    table[TRIPLE] = table[TRIPLE].astype(object)
    table.loc[2, [TRIPLE, CODE]] = None
    table.to_csv(tmp_path / "new.csv", index=False)
    done = run(project, "inference.py", "--input", str(tmp_path / "new.csv"), "--output", str(tmp_path / "out.csv"))
    assert done.returncode == 0, done.stderr
    made = pd.read_csv(tmp_path / "out.csv")
    assert len(made) == 7
    assert list(made.columns) == ["prediction", "probability_nö", "probability_yes"]


def test_a_file_without_a_needed_column_is_declined_in_a_sentence(project, tmp_path):
    pd.DataFrame({QUOTED: [1.0]}).to_csv(tmp_path / "new.csv", index=False)
    done = run(project, "inference.py", "--input", str(tmp_path / "new.csv"))
    assert done.returncode == 2
    assert "lacks the columns" in done.stderr and "Traceback" not in done.stderr


def test_the_service_predicts_and_warns(project, tmp_path):
    record = {QUOTED: 0.5, TRIPLE: 4000, BRACES: "never seen", CODE: None, EMOJI: 5}
    (tmp_path / "ask.json").write_text(json.dumps({"records": [record]}))
    script = (
        "import json, sys\nsys.path.insert(0, '.')\nfrom fastapi.testclient import TestClient\nfrom app import app\n"
        "client = TestClient(app)\nassert client.get('/health').json() == {'status': 'ok'}\nassert client.get('/schema').json()['seen']\n"
        f"print(client.post('/predict', json=json.load(open({str(tmp_path / 'ask.json')!r}))).text)\n"
    )
    done = run(project, "-c", script)
    assert done.returncode == 0, done.stderr
    (answer,) = json.loads(done.stdout)["predictions"]
    assert answer["prediction"] in {"nö", "yes"} and set(answer["probabilities"]) == {"nö", "yes"}
    assert len(answer["warnings"]) == 3


def test_the_service_declines_what_it_cannot_read_in_words(project):
    script = (
        "import json, sys\nsys.path.insert(0, '.')\nfrom fastapi.testclient import TestClient\nfrom app import app\n"
        "client = TestClient(app)\n"
        f"asked = [[], [{{{TRIPLE!r}: 'many'}}], [{{{TRIPLE!r}: [1]}}], [{{}}] * 10001, 'records', [{{'no such column': 1}}], [{{}}]]\n"
        "print(json.dumps([client.post('/predict', json={'records': records}).status_code for records in asked]))\n"
    )
    done = run(project, "-c", script)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [422, 422, 422, 422, 422, 200, 200]


def test_the_service_does_not_start_with_a_damaged_model(project, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(project, copy)
    content = bytearray((copy / "model.joblib").read_bytes())
    content[len(content) // 2] ^= 1
    (copy / "model.joblib").write_bytes(content)
    done = run(copy, "-c", "import app")
    assert done.returncode != 0
    assert "model.joblib is not the file that train.py wrote" in done.stderr


def test_categories_that_were_never_seen_and_other_columns_do_no_harm(project, tmp_path):
    table = pd.read_csv(project / "data/we_ird_raw.csv").head(4)
    table[BRACES] = "never seen"
    table["another"] = 1
    table.to_csv(tmp_path / "new.csv", index=False)
    done = run(project, "inference.py", "--input", str(tmp_path / "new.csv"), "--output", str(tmp_path / "out.csv"))
    assert done.returncode == 0, done.stderr
    assert pd.read_csv(tmp_path / "out.csv")["prediction"].isin(["nö", "yes"]).all()


def test_the_receipt_holds_what_was_compared_and_the_hash_of_every_file(project):
    receipt = json.loads((project / "receipt.json").read_text())
    assert receipt["metrics"] == json.loads((project / "metrics.json").read_text())
    assert receipt["seconds"] > 0
    assert receipt["versions"]["scikit-learn"]
    for name, digest in receipt["files"].items():
        assert hashlib.sha256((project / name).read_bytes()).hexdigest() == digest
    assert {"train.py", "model.joblib", "requirements.txt"} <= set(receipt["files"])


def test_the_proof_computes_as_the_run_did_and_knows_nothing_else_of_its_surroundings(tmp_path, monkeypatch):
    """Another kernel of the BLAS moves the last digits: one that the owner of a machine chose counts for the proof too."""
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    said = run_python(tmp_path, "-c", "import os; print(os.environ.get('OPENBLAS_CORETYPE'), os.environ.get('PYTHONPATH'))")
    assert said.split() == ["Haswell", "None"]


def test_notebook_is_valid_and_its_headings_hold_no_markup(project):
    notebook = nbformat.read(project / "notebook.ipynb", as_version=4)
    nbformat.validate(notebook)
    headings = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    assert any("fill" in heading for heading in headings)
    lines = [line for heading in headings for line in heading.splitlines() if line]
    assert all(line.startswith("#") and "<" not in line for line in lines)


def test_settings_and_steps_can_be_read_back(project):
    settings = yaml.safe_load((project / "config.yaml").read_text())
    assert settings["target"] == "class" and QUOTED in settings["features"] and settings["seed"] == 7
    pipeline = json.loads((project / "pipeline.json").read_text())
    assert pipeline["format"] == 1 and len(pipeline["steps"]) == 11


def test_a_number_that_differs_is_not_offered(tmp_path):
    path = tmp_path / "raw.csv"
    path.write_text("a,b,y\n" + "".join(f"{n}.5,{n * n},{n * 3}\n" for n in range(30)))
    material, _ = material_of(path, regression_operations())
    write_project(material, tmp_path / "project")
    wrong = {"train": {**material.run["metrics"]["train"], "mae": 99.0}}
    with pytest.raises(Refusal, match=r"mae was 99\.0") as refused:
        prove(tmp_path / "project", wrong, path, lambda fraction, message: None)
    assert refused.value.code == "export_not_proven"
    proof = prove(tmp_path / "project", material.run["metrics"], path, lambda fraction, message: None, rows=30)
    assert proof.predictions == 30


def test_equal_folders_give_equal_archives(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a.txt").write_text("x")
    first = zip_folder(tmp_path / "folder", tmp_path / "1.zip", "../../etc").read_bytes()
    (tmp_path / "folder/a.txt").touch()
    assert zip_folder(tmp_path / "folder", tmp_path / "2.zip", "../../etc").read_bytes() == first
    assert b"etc/a.txt" in first and b".." not in first
