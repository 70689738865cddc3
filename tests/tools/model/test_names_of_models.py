"""A model has one name, the declared one, wherever it is named: in steps, runs, buttons and forms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.forms import form_block
from engine.models import MODELS
from tests.tools.gate import Session
from tools.base import ToolCall
from tools.catalog import find_tool
from tools.experiment import training_step
from tools.model.outdated import train_again


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, dict[str, Any]]:
    """A session with a model whose short name is no word, and the result of training it."""
    session = Session(tmp_path_factory.mktemp("home"))
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    return session, session.call("train", model="knn")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_steps_and_buttons_call_a_model_by_its_label(model: Any) -> None:
    train, tune, apply = (find_tool(name) for name in ("train", "tune", "apply_tuning"))
    titles = [
        train.title(train.Arguments.model_validate({"model": model.id})),
        tune.title(tune.Arguments.model_validate({"model": model.id})),
        apply.title(apply.Arguments.model_validate({"model": model.id})),
        training_step(ToolCall(tool="train", args={"model": model.id}), {})["title"],
    ]
    again = train_again({"model": model.id, "number": 1, "outdated": {"step": 4, "changed": ["split"]}})
    assert again is not None
    assert all(model.label in title for title in [*titles, again.label])


def test_a_run_its_step_and_the_leaderboard_have_the_same_name(named: tuple[Session, dict[str, Any]]) -> None:
    session, result = named
    (run,) = result["state"]["runs"]
    assert run["label"] == "nearest neighbours"
    assert result["state"]["steps"][-1]["title"] == "Train nearest neighbours"
    table = session.call("leaderboard")["blocks"][0]
    assert table["rows"][0][table["columns"].index("model")] == "nearest neighbours"
    error = session.call("apply_tuning", model="knn")["error"]
    assert error["message"].startswith("Nearest neighbours has not been tuned yet")


def test_progress_and_what_was_left_out_name_models_so(named: tuple[Session, dict[str, Any]]) -> None:
    session, _ = named
    heard: list[str] = []
    session.call("compare_models", report=lambda _, words: heard.append(words), models=["knn", "lda"])
    assert any("trying nearest neighbours" in words for words in heard)
    assert any("best so far: " in words and "trying linear discriminant analysis" in words for words in heard)


def test_a_form_offers_models_by_name_also_where_few_will_do(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    state = session.call("set_task", task="clustering")["state"]
    field = form_block(find_tool("choose_k"), {}, state)["schema"]["properties"]["model"]
    assert field["x-words"]["minibatch_kmeans"] == "Mini-batch k-means"
    assert set(field["x-words"]) == set(field["enum"])
