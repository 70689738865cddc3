"""Several conversations do the same at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from engine.artifacts import load_model, save_model
from tests.tools.gate import Session


def test_the_same_table_is_opened_by_many(tmp_path: Path) -> None:
    def opened(number: int) -> str:
        return str(Session(tmp_path).call("load_data", source="penguins")["status"])

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(opened, range(24))) == {"done"}
    assert not list(tmp_path.rglob("*.part"))


def test_the_same_model_is_kept_by_many(tmp_path: Path) -> None:
    from sklearn.linear_model import LinearRegression

    model = LinearRegression().fit([[1.0], [2.0]], [1.0, 2.0])
    with ThreadPoolExecutor(8) as pool:
        digests = set(pool.map(lambda number: save_model(tmp_path, "same", model), range(24)))
    run = {"number": 1, "key": "same", "sha256": digests.pop()}
    assert load_model(tmp_path, run).predict([[3.0]]).round(6).tolist() == [3.0]
    assert not list(tmp_path.rglob("*.part"))
