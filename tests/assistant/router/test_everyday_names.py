"""A column whose name is an everyday word and a unit, or ends in such a word, is meant by that word alone."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.router import RouterContext, route

ENDINGS = ("value", "count", "score", "rate", "size", "number", "group", "total", "code", "mark", "mean", "max")
SAID = {
    "log the {}": ("transform", "columns"),
    "{} between 5 and 20 only": ("filter_rows", "column"),
    "drop {}": ("drop_columns", "columns"),
    "fill {} with the median": ("impute", "columns"),
    "standardize {} and pages": ("scale", "columns"),
    "average {} per maker": ("aggregate", "column"),
    "remove rows with {} under 3": ("filter_rows", "column"),
    "{} divided by pages": ("add_feature", "left"),
    "{} vs pages": ("plot", "x"),
}


def _calls(said: str, name: str) -> list[dict[str, Any]]:
    columns = [{"name": "maker", "kind": "categorical", "missing": 0, "values": ["Gewa", "Yamaha"]}, {"name": "pages", "kind": "numeric", "missing": 3, "values": []}, {"name": name, "kind": "numeric", "missing": 4, "values": []}]
    calls: list[dict[str, Any]] = route(said, RouterContext.from_mapping({"columns": columns}))["calls"]
    return calls


@pytest.mark.parametrize("name", ["{}_eur", "{}_kg", "parcel_{}"])
@pytest.mark.parametrize("word", ENDINGS)
@pytest.mark.parametrize("said", SAID)
def test_the_word_alone_names_the_column(said: str, word: str, name: str) -> None:
    tool, argument = SAID[said]
    calls = _calls(said.format(word), name.format(word))
    assert [call["tool"] for call in calls] == [tool]
    told = calls[0]["args"][argument]
    assert name.format(word) in (told if isinstance(told, list) else [told])


@pytest.mark.parametrize("said", ["it's not a number", "split off the last group for testing", "which model has the best score", "compare ridge and lasso by score"])
def test_the_word_keeps_its_own_sense(said: str) -> None:
    named = [value for name in ("parcel_number", "parcel_group", "parcel_score") for call in _calls(said, name) for value in call["args"].values()]
    assert not any("parcel" in str(value) for value in named)
