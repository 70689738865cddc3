"""The report is one page that opens offline and holds all that a reviewer asks for; what a user brought is text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from codegen.picture import bars_svg, svg_of
from codegen.report import report_html
from tests.tools.gate import Session

HOSTILE = "<script>alert(1)</script>'\"{{7*7}}"


class Page(HTMLParser):
    """Collects what a page would load or run, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"} or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    return page


def test_nothing_a_user_brought_becomes_markup(hostile_material) -> None:
    run = {**hostile_material.run, "label": HOSTILE, "baseline": {}, "task": "classification", "name": None}
    finding = {"id": "x", "level": "warn", "title": HOSTILE, "message": HOSTILE}
    turn = {"blocks": [{"type": "plot", "title": HOSTILE, "alt": HOSTILE, "figure": {"data": [{"type": "bar", "x": [HOSTILE], "y": [1]}]}}]}
    page = read(report_html(replace(hostile_material, run=run, runs=[run, run], findings=[finding], turns=[turn])))
    assert not page.tags & {"script", "img", "iframe", "link", "object"} and not page.links
    assert HOSTILE in "".join(page.words)
    assert "49" not in "".join(page.words).split(HOSTILE)[0][-10:]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = Session(tmp_path_factory.mktemp("home"))
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    session.call("acknowledge", finding="id_like", columns=["Name"], reason="names tell titles")
    session.call("train", model="logistic_regression")
    session.call("evaluate")
    session.call("train", model="decision_tree")
    return session


def test_it_holds_data_findings_steps_runs_baseline_and_looks(session: Session) -> None:
    (file,) = session.call("export", formats=["report"])["files"]
    html = Path(file["path"]).read_text(encoding="utf-8")
    page = read(html)
    words = re.sub(r"\s+", " ", " ".join(page.words))
    assert file["name"].endswith("-report.html") and "http://" not in html.replace("http://www.w3.org/2000/svg", "")
    assert session.document["dataset"]["sha256"] in words and "891 rows" in words
    assert "names tell titles" in words and "Cabin" in words
    assert "Predict Survived" in words and "logistic regression" in words and "decision tree" in words
    assert "simplest guess" in words and "looked at 1 time" in words
    assert "svg" in page.tags


def test_the_prepared_data_come_as_csv_and_exactly_as_parquet(session: Session) -> None:
    import pandas as pd

    files = {file["name"].rpartition(".")[2]: file["path"] for file in session.call("export", formats=["data"])["files"]}
    table, exact = pd.read_csv(files["csv"]), pd.read_parquet(files["parquet"])
    assert list(table.columns) == list(exact.columns) and len(table) == len(exact) == 891
    assert exact["Age"].isna().sum() == 0


def test_text_that_begins_like_a_formula_is_made_plain_in_csv_only(tmp_path: Path) -> None:
    import pandas as pd

    path = tmp_path / "cells.csv"
    path.write_text("=name,amount\n" + '"=HYPERLINK(""http://x"")",-1\n+1+cmd|,2\nplain,3\n' * 5)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    files = {file["name"].rpartition(".")[2]: file["path"] for file in session.call("export", formats=["data"])["files"]}
    lines = Path(files["csv"]).read_text().splitlines()
    assert lines[0].startswith("'=name") and '=HYPERLINK' in lines[1] and lines[1].lstrip('"').startswith("'=")
    assert lines[1].endswith(",-1") and lines[2].startswith("'+1")
    assert pd.read_parquet(files["parquet"]).columns[0] == "=name"


def test_the_model_comes_with_what_loads_it_and_predicts_the_same(session: Session, tmp_path: Path) -> None:
    import subprocess
    import sys

    files = {file["name"]: Path(file["path"]) for file in session.call("export", formats=["model"])["files"]}
    assert set(files) == {"model.joblib", "preprocessing.py", "model-note.md"}
    assert "only if you trust" in files["model-note.md"].read_text()
    code = "import joblib; print(type(joblib.load('model.joblib')).__name__)"
    done = subprocess.run([sys.executable, "-c", code], cwd=files["model.joblib"].parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_a_picture_is_drawn_from_numbers_alone() -> None:
    assert svg_of({"data": [{"type": "bar", "x": ["a"], "y": ["1); alert("]}]}, "x") is None
    assert svg_of({"data": [{"type": "scatter", "mode": "lines", "x": [0, 1], "y": [2, 3]}]}, "x").count("polyline") == 1
    assert "&lt;b&gt;" in bars_svg(["<b>"], [("", [1.0])], "x")
