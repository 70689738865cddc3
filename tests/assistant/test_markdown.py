"""Names from files, shown as they are."""

import pytest

from assistant.markdown import escape_markdown, without_pictures


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("fare", "fare"),
        ("a_b", "a\\_b"),
        ("![x](http://evil)", "\\!\\[x\\]\\(http\\://evil\\)"),
        ("two\nlines", "two lines"),
        ("<b>", "\\<b\\>"),
        ("a|b", "a\\|b"),
        ("Age:mean", "Age\\:mean"),
        ("", ""),
    ],
)
def test_a_name_stays_what_it_is(name: str, shown: str) -> None:
    assert escape_markdown(name) == shown


def test_a_long_name_is_cut() -> None:
    assert escape_markdown("x" * 500) == "x" * 199 + "…"


def test_pictures_are_not_fetched() -> None:
    assert "![" not in without_pictures("see ![this](https://elsewhere/pixel.png)")
