"""Words are explained in plain language, near ones are found, and all that is pointed to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.metrics import METRICS
from engine.models import MODELS
from tests.tools.gate import Session
from tools.help.define import find_term
from tools.help.glossary import TERMS


def test_the_glossary_explains_at_least_eighty_words_in_at_most_two_sentences_each() -> None:
    assert len(TERMS) >= 80
    assert not [term.name for term in TERMS if len(re.findall(r"[.?!](?:\s|$)", term.short)) > 2]


def test_what_it_points_to_is_there_and_no_name_comes_twice() -> None:
    names = [name for term in TERMS for name in (term.name, *term.also)]
    assert len(names) == len(set(names))
    assert {name for term in TERMS for name in term.see} <= {term.name for term in TERMS}


@pytest.mark.parametrize(
    ("said", "meant"),
    [("Overfitting", "overfitting"), ("over-fitting", "overfitting"), ("one hot", "one-hot encoding"), ("overfiting", "overfitting"), ("AUC", "roc auc"), ("R²", None), ("outliers", "outlier"), ("cross validation", "cross-validation"), ("class weights", "class weight")],
)
def test_near_names_are_found(said: str, meant: str | None) -> None:
    term = find_term(said)
    assert (term.name if term else None) == meant


def test_an_unknown_word_is_answered_with_near_ones(tmp_path: Path) -> None:
    error = Session(tmp_path).call("define", term="preciseness")["error"]
    assert error["code"] == "unknown_term"
    assert error["call"]["args"]["term"] == "precision"


def test_every_term_is_explained_on_every_kind_of_experiment(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    session.call("train", model="decision_tree")
    for term in TERMS:
        result = session.call("define", term=term.name)
        assert result["status"] == "done", term.name
    said = str(session.call("define", term="missing value")["blocks"])
    assert "`Cabin` is missing in 687 of 891 rows" in said
    assert "the simplest guess has" in str(session.call("define", term="accuracy")["blocks"])


@pytest.mark.parametrize("model", [model.id for model in MODELS])
def test_every_model_is_explained_by_its_id(tmp_path: Path, model: str) -> None:
    assert session_says(tmp_path, model)


@pytest.mark.parametrize("metric", [metric.id for metric in METRICS])
def test_every_metric_is_explained_by_its_id(tmp_path: Path, metric: str) -> None:
    assert session_says(tmp_path, metric)


def session_says(tmp_path: Path, word: str) -> str:
    result = Session(tmp_path).call("define", term=word)
    assert result["status"] == "done", result["error"]
    return str(result["said"])
