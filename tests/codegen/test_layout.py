"""Wide tables do not make long files: a constant of many entries fills its lines."""

import ast

import black

from codegen.layout import LINE_LENGTH, MANY, constant

NAMES = [f"{kind} {number}" for number in range(MANY) for kind in ("gene", "it's \"x\"", "two\nlines", "# fmt: off", "{}")]


def test_names_fill_lines_and_come_back_as_they_were():
    text = constant("FEATURES", NAMES)
    (assignment,) = ast.parse(text).body
    assert ast.literal_eval(assignment.value) == NAMES
    assert len(text.splitlines()) < len(NAMES) / 3
    assert max(map(len, text.splitlines())) <= LINE_LENGTH
    assert black.format_str(text + "\n", mode=black.Mode(line_length=LINE_LENGTH)) == text + "\n"


def test_what_is_said_of_each_name_stands_beside_it():
    said = dict.fromkeys(NAMES, "number")
    (assignment,) = ast.parse(constant("COLUMNS", said)).body
    assert ast.literal_eval(assignment.value) == said


def test_few_names_are_left_to_black():
    assert constant("FEATURES", ["a", "b"]) == "FEATURES = ['a', 'b']"
