"""Projects made from files that are written in odd ways repeat their run, and predict for files written alike."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from tests.tools.gate import Session

ROWS = range(60)
PAGE = "CODE    DAY            SIZE  COST\n------  -------------  ----  ------\n"


def price(n: int) -> float:
    return n * 1.5 + (n % 7)


FILES = {
    "quoted lines": '"code;day;size;cost"\n' + "".join(f'"A{n};Fr {n % 28 + 1:02}.03.2025;{n};{price(n)}"\n' for n in ROWS),
    "pages": "".join(f"STOCK  PAGE {page}\n\n{PAGE}" + "".join(f"A{n:<6} {f'{n % 28 + 1} March 2025':<13}  {n:>4}  {price(n):>6.2f}\n" for n in range(20 * page, 20 * page + 20)) for page in range(3)),
    "nearly json": "// list\n[" + "".join(f"{{code: 'A{n}', day: '{2000 + n // 4}-Q{n % 4 + 1}', size: {n}, cost: {price(n)}}},\n" for n in ROWS) + "]",
    "key values": "\n".join(f"code: A{n}\nday: {n % 28 + 1} March 2025\nsize: {n}\ncost: {price(n)}\n" for n in ROWS),
    "limits": "code,day,size,cost\n" + "".join(f"A{n},2025-W{n % 50 + 1:02},{'<3' if n == 5 else n},{price(n)} {'Dr' if n % 9 == 0 else 'Cr'}\n" for n in ROWS),
}


@pytest.mark.parametrize("name", FILES)
def test_the_project_repeats_the_run_and_predicts(name: str, tmp_path: Path) -> None:
    path = tmp_path / "stock.txt"
    path.write_text(FILES[name])
    session = Session(tmp_path / "home")
    columns = {"code": "CODE", "cost": "COST"} if name == "pages" else {"code": "code", "cost": "cost"}
    for tool, args in (
        ("load_data", {"source": session.upload(path)}),
        ("drop_columns", {"columns": [columns["code"]]}),
        ("set_target", {"column": columns["cost"]}),
        ("train", {"model": "decision_tree"}),
    ):
        result = session.call(tool, **args)
        assert result["status"] == "done", (tool, result["error"], result["question"])
    result = session.call("export", formats=["project"])
    assert result["status"] == "done", result["error"]
    zipfile.ZipFile(result["files"][0]["path"]).extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    for command in (["train.py", "--data", str(path), "--output", "again"], ["inference.py", "--input", str(path), "--output", "out.csv"]):
        done = subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads((folder / "again" / "metrics.json").read_text()) == session.run["metrics"]
    with (folder / "out.csv").open(newline="") as file:
        assert len(list(csv.reader(file))) == len(ROWS) + 1


def test_a_new_workbook_may_call_its_only_sheet_otherwise(tmp_path: Path) -> None:
    table = pd.DataFrame({"size": [n % 13 + 0.5 for n in ROWS], "cost": [price(n) for n in ROWS]})
    table.to_excel(tmp_path / "flats.xlsx", sheet_name="2024", index=False)
    table[["size"]].head(7).to_excel(tmp_path / "new.xlsx", sheet_name="Sheet1", index=False)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(tmp_path / "flats.xlsx"))
    session.call("set_target", column="cost")
    session.call("train", model="decision_tree")
    result = session.call("export", formats=["project"])
    assert result["status"] == "done", result["error"]
    zipfile.ZipFile(result["files"][0]["path"]).extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    done = subprocess.run([sys.executable, "inference.py", "--input", str(tmp_path / "new.xlsx"), "--output", "out.csv"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    assert len((folder / "out.csv").read_text().splitlines()) == 8
