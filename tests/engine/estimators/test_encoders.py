"""Encoders: unseen and missing categories are numbers too, and equal in every process."""

import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from engine.estimators.cross_fitted_target_encoder import CrossFittedTargetEncoder
from engine.estimators.frequency_encoder import FrequencyEncoder
from engine.estimators.hashing_encoder import HashingEncoder


def test_a_category_becomes_its_share_of_the_training_rows():
    train = pd.DataFrame({"c": ["x", "x", "y", None]})
    encoder = FrequencyEncoder().fit(train)
    assert encoder.transform(train)["c"].tolist() == [0.5, 0.5, 0.25, 0.25]
    assert encoder.transform(pd.DataFrame({"c": ["new", None, "y"]}))["c"].tolist() == [0.0, 0.25, 0.25]


def test_hashes_take_any_category_and_leave_missing_ones_zero():
    encoder = HashingEncoder(4).fit(pd.DataFrame({"c": ["x"]}))
    made = encoder.transform(pd.DataFrame({"c": ["never seen", "🎉", None]}))
    assert made.sum(axis=1).tolist() == [1.0, 1.0, 0.0]
    assert list(encoder.get_feature_names_out()) == ["c_hash0", "c_hash1", "c_hash2", "c_hash3"]


def test_hashes_are_the_same_in_another_process():
    code = (
        "import pandas as pd; from engine.estimators.hashing_encoder import HashingEncoder; f = pd.DataFrame({'c': list('abcdef')});"
        "print(HashingEncoder(16).fit(f).transform(f).argmax(axis=1).tolist())"
    )
    here = pd.DataFrame({"c": list("abcdef")})
    expected = str(HashingEncoder(16).fit(here).transform(here).argmax(axis=1).tolist())
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == expected


@pytest.mark.parametrize(
    ("answers", "columns"),
    [(["no", "yes"] * 20, 1), (list("uvwx") * 10, 4), (np.linspace(0, 1, 40), 1), (np.arange(40), 1)],
)
def test_target_encoding_suits_the_target_and_repeats(answers, columns):
    frame = pd.DataFrame({"c": list("abcde") * 8, "d": list("xy") * 20})
    first = CrossFittedTargetEncoder().fit_transform(frame, np.asarray(answers))
    again = CrossFittedTargetEncoder().fit_transform(frame, np.asarray(answers))
    assert first.shape == (40, 2 * columns)
    assert (first == again).all()


def test_whole_numbers_are_an_amount_when_said_so():
    frame = pd.DataFrame({"c": list("ab") * 10})
    made = CrossFittedTargetEncoder("continuous").fit(frame, np.tile([1, 3, 2, 4, 5], 4)).transform(frame)
    assert made.shape == (20, 1)


def test_a_training_row_is_not_encoded_by_its_own_answer():
    frame = pd.DataFrame({"c": [str(number) for number in range(40)]})
    answers = np.arange(40.0)
    made = CrossFittedTargetEncoder().fit_transform(frame, answers)[:, 0]
    assert abs(np.corrcoef(made, answers)[0, 1]) < 0.9
