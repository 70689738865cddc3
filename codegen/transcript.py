"""Writes the conversation down, as Markdown, as HTML and as JSON; all that was said is text and nothing else."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from codegen.layout import one_line

Turn = Mapping[str, Any]
SHOWN_ROWS = 20


def transcript_markdown(turns: Sequence[Turn], title: str) -> str:
    """Writes the whole conversation in order as Markdown."""
    lines = [f"# {escaped(title)}", ""]
    for number, turn in enumerate(turns, start=1):
        lines += [f"## {number}. {' · '.join(map(escaped, _heading(turn)))}".rstrip(), ""]
        if turn.get("said"):
            lines += ["**You said**", "", fenced(str(turn["said"])), ""]
        for call in turn.get("calls") or ():
            lines += [fenced(_call_text(call), "json"), ""]
        for block in turn.get("blocks") or ():
            lines += [_block_markdown(block), ""]
        if turn.get("question"):
            lines += [escaped(turn["question"]), "", *(f"- {escaped(label)}" for label in _choices(turn)), ""]
        if turn.get("error"):
            lines += [f"**Not done:** {escaped(_error_text(turn['error']))}", ""]
    return "\n".join(lines)


def _heading(turn: Turn) -> list[str]:
    """Says which tools a turn used, and when."""
    tools = ", ".join(str(call.get("tool", "")).replace("_", " ") for call in turn.get("calls") or ())
    return [part for part in (tools.capitalize(), str(turn.get("at") or "")[:16].replace("T", " ")) if part]


def transcript_html(turns: Sequence[Turn], title: str) -> str:
    """Writes the whole conversation in order as one HTML page without any script."""
    parts = []
    for number, turn in enumerate(turns, start=1):
        parts.append(f"<h2>{number}. {_html(' · '.join(_heading(turn)))}</h2>")
        if turn.get("said"):
            parts.append(f"<blockquote>{_html(turn['said'])}</blockquote>")
        parts += [f"<pre>{_html(_call_text(call))}</pre>" for call in turn.get("calls") or ()]
        parts += [_block_html(block) for block in turn.get("blocks") or ()]
        parts += [f"<p>{_html(turn['question'])}</p>"] if turn.get("question") else []
        parts += [f"<ul>{''.join(f'<li>{_html(label)}</li>' for label in _choices(turn))}</ul>"] if _choices(turn) else []
        parts += [f"<p><strong>Not done:</strong> {_html(_error_text(turn['error']))}</p>"] if turn.get("error") else []
    style = "body{max-width:60rem;margin:2rem auto;font-family:sans-serif}blockquote,p{white-space:pre-wrap}"
    style += "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .5rem}"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{_html(title)}</title>'
        f"<style>{style}</style></head><body><h1>{_html(title)}</h1>\n" + "\n".join(parts) + "\n</body></html>\n"
    )


def transcript_json(turns: Sequence[Turn], title: str) -> str:
    """Writes the whole conversation in order as JSON."""
    return json.dumps({"title": title, "turns": list(turns)}, indent=2, ensure_ascii=True, default=str)


def escaped(text: Any, longest: int = 2000) -> str:
    """Makes text plain within a line of Markdown: one line, no mark-up, no HTML, no formula."""
    line = html.escape(one_line(text, longest), quote=False)
    line = re.sub(r"([\\`*\[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))", r"\\\1", line)
    return re.sub(r"^([#+=-])|^(\d+)([.)])(?=\s|$)", r"\2\\\1\3", line)


def fenced(text: str, language: str = "text") -> str:
    """Puts text into a fence that is longer than any run of backticks within."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    shown = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)
    return f"{fence}{language}\n{shown}\n{fence}"


def markdown_table(columns: Iterable[Any], rows: Iterable[Iterable[Any]]) -> str:
    """Writes a table in Markdown, with cells as plain text."""
    heads = [escaped(name) for name in columns]
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    lines += ["| " + " | ".join("" if cell is None else escaped(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _call_text(call: Mapping[str, Any]) -> str:
    return json.dumps({"tool": call.get("tool"), "args": call.get("args", {})}, ensure_ascii=True, default=str)


def _error_text(error: Mapping[str, Any]) -> str:
    return " ".join(str(error[key]) for key in ("message", "hint") if error.get(key))


METRIC_HEADS = ("metric", "value", "simplest guess")


def _metric_rows(block: Mapping[str, Any]) -> list[list[Any]]:
    """Each metric beside what the simplest guess has on the same rows."""
    baseline = block.get("baseline") or {}
    return [[name, value, baseline.get(name)] for name, value in (block.get("metrics") or {}).items()]


def _metrics_of(block: Mapping[str, Any]) -> str:
    return f"Run {block.get('run')} on the {block.get('data')} rows"


def _choices(turn: Mapping[str, Any]) -> list[str]:
    """What was offered as an answer to a question."""
    return [str(option.get("label", "")) for option in turn.get("options") or ()] if turn.get("question") else []


def _block_markdown(block: Mapping[str, Any]) -> str:
    kind = block.get("type")
    if kind == "text":
        return str(block.get("markdown", ""))  # what is said is Markdown, with names and cells made plain
    if kind == "table":
        rows = list(block.get("rows", ()))
        more = int(block.get("total_rows") or len(rows)) - min(len(rows), SHOWN_ROWS)
        return markdown_table(block.get("columns", ()), rows[:SHOWN_ROWS]) + (f"\n\n… and {more} more rows" if more > 0 else "")
    if kind == "metrics":
        return f"{escaped(_metrics_of(block))}\n\n{markdown_table(METRIC_HEADS, _metric_rows(block))}"
    if kind == "plot":
        return f"*Plot:* {escaped(block.get('title', ''))}. {escaped(block.get('alt', ''))}"
    if kind == "file":
        return f"*File:* {escaped(block.get('name', ''))}"
    return f"*{escaped(kind)}:* {escaped(block.get('tool', ''))}"


def _html(text: Any) -> str:
    shown = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in str(text))
    return html.escape(shown)


def _html_table(columns: Iterable[Any], rows: Iterable[Iterable[Any]]) -> str:
    head = "".join(f"<th>{_html(name)}</th>" for name in columns)
    body = "".join("<tr>" + "".join(f"<td>{_html('' if c is None else c)}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _block_html(block: Mapping[str, Any]) -> str:
    kind = block.get("type")
    if kind == "text":
        return f"<p>{_html(block.get('markdown', ''))}</p>"
    if kind == "table":
        rows = list(block.get("rows", ()))[:SHOWN_ROWS]
        return _html_table(block.get("columns", ()), rows) + f"<p>{_html(block.get('total_rows', len(rows)))} rows in all</p>"
    if kind == "metrics":
        return f"<p>{_html(_metrics_of(block))}</p>" + _html_table(METRIC_HEADS, _metric_rows(block))
    words = " ".join(str(block[key]) for key in ("title", "alt", "name", "tool") if block.get(key))
    return f"<p><em>{_html(kind)}</em>: {_html(words)}</p>"
