"""The folder that Chainlit runs in, and the page it serves."""

import json
import re
import tomllib
from pathlib import Path

from assistant.chat.frontend import clean_page, prepare_root
from assistant.chat.mount import secret


def test_the_page_asks_nobody_else_for_anything(tmp_path: Path) -> None:
    prepare_root(tmp_path)
    html = (tmp_path / "public" / "build" / "index.html").read_text(encoding="utf-8")
    assert "//" not in re.sub(r"<!--.*?-->", "", html)
    assert html.count("INJECTION PLACEHOLDER") == 3
    assert "/assets/index-" in html


def test_outside_links_are_removed_and_own_ones_kept() -> None:
    own = '<link rel="stylesheet" href="/own.css">'
    html = f'<link rel="x" href="https://far/a.css">\n<link\n href="https://far/b"\n/>{own}'
    assert clean_page(html).strip() == own


def test_the_page_names_no_kind_of_file_that_browsers_do_not_know(tmp_path: Path) -> None:
    prepare_root(tmp_path)
    scripts = list((tmp_path / "public" / "build" / "assets").glob("index-*.js"))
    assert scripts and not any("application/*" in script.read_text(encoding="utf-8") for script in scripts)


def test_what_is_not_used_is_off_and_words_are_ours(tmp_path: Path) -> None:
    prepare_root(tmp_path)
    config = tomllib.loads((tmp_path / ".chainlit" / "config.toml").read_text(encoding="utf-8"))
    features = config["features"]
    assert [features[name] for name in ("unsafe_allow_html", "edit_message", "allow_thread_sharing", "latex")] == [
        False
    ] * 4
    assert features["mcp"]["enabled"] is False and features["audio"]["enabled"] is False
    words = json.loads((tmp_path / ".chainlit" / "translations" / "en-US.json").read_text(encoding="utf-8"))
    assert "LLM" not in json.dumps(words)
    assert words["common"]["actions"]["cancel"] == "Cancel"
    assert [path.read_text() for path in sorted(tmp_path.glob("chainlit*.md"))] == ["", ""]


def test_preparing_again_renews_the_look_and_forgets_uploads(tmp_path: Path) -> None:
    prepare_root(tmp_path)
    (tmp_path / ".files").mkdir()
    (tmp_path / ".files" / "left").write_text("x")
    (tmp_path / "public" / "elements" / "Old.jsx").write_text("x")
    prepare_root(tmp_path)
    assert not (tmp_path / ".files").exists()
    assert not (tmp_path / "public" / "elements" / "Old.jsx").exists()
    assert (tmp_path / "public" / "build" / "plotly.min.js").stat().st_size > 1_000_000


def test_the_secret_is_made_once_and_is_private(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = secret(home)
    assert len(first) >= 64 and secret(home) == first
    assert (home / "secret").stat().st_mode & 0o077 == 0
