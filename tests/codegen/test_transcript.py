"""What was said is text in every form of the transcript."""

import json

from codegen.transcript import fenced, transcript_html, transcript_json, transcript_markdown

SAID = "```\n<script>alert(1)</script> {{7*7}} \u202e"
TURNS = [
    {"said": SAID, "at": "2026-01-01", "calls": [{"tool": "train", "args": {"x": SAID}}],
     "blocks": [{"type": "table", "columns": [SAID], "rows": [[SAID]], "total_rows": 9}, {"type": "metrics", "metrics": {"r2": 0.5}}],
     "error": {"message": SAID, "hint": "Try."}},
]


def test_html_holds_no_markup_of_the_users():
    page = transcript_html(TURNS, SAID)
    assert "<script" not in page and "&lt;script&gt;" in page


def test_fences_are_longer_than_what_is_within():
    assert fenced("```` x").startswith("`````text")


def test_markdown_keeps_order_and_escapes_cells():
    text = transcript_markdown(TURNS, "Title")
    assert text.index("You said") < text.index('"tool"') < text.index("r2") < text.index("Not done")
    assert "| &lt;script" not in text.replace("\\`", "") or "<script>" not in text.split("```")[-1]


def test_json_holds_the_turns_as_they_are():
    assert json.loads(transcript_json(TURNS, "t"))["turns"][0]["said"] == SAID


def test_scores_stand_beside_the_simplest_guess_and_questions_with_their_choices():
    turns = [
        {"said": "how good?", "blocks": [{"type": "metrics", "run": 2, "data": "test", "metrics": {"accuracy": 0.8}, "baseline": {"accuracy": 0.6}}]},
        {"said": "start over", "question": "Really?", "options": [{"label": "Yes, <b>all</b>"}]},
    ]
    text, page = transcript_markdown(turns, "t"), transcript_html(turns, "t")
    assert "Run 2 on the test rows" in text and "| accuracy | 0.8 | 0.6 |" in text
    assert "<li>Yes, &lt;b&gt;all&lt;/b&gt;</li>" in page and "<td>0.6</td>" in page


def test_a_heading_says_what_a_turn_did_and_when():
    turns = [{"at": "2026-01-01T10:20:30", "calls": [{"tool": "set_target", "args": {}}]}, {"said": "what?"}]
    lines = transcript_markdown(turns, "t").split("\n")
    assert [line for line in lines if line.startswith("## ")] == ["## 1. Set target · 2026-01-01 10:20", "## 2."]
