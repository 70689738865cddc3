"""Prepares the folder that Chainlit runs in: its page without outside requests, our look, our elements."""

import hashlib
import json
import re
import shutil
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assistant.uploads import most_megabytes

FILES = Path(__file__).parent / "files"
UNTIL_TOLD = '{"application/*":[],"audio/*":[],"image/*":[],"text/*":[],"video/*":[]}'
"""The kinds of files that the page takes until it has read the configuration; browsers complain of the first."""
OUTSIDE_LINK = re.compile(r"\s*<link\b[^>]*?https?://[^>]*?>", re.DOTALL)


def prepare_root(root: Path) -> None:
    """Makes `root` ready for Chainlit to start in; the page is copied again only when a library or the way changed."""
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.rmtree(root / ".files", ignore_errors=True)
    _copy_look(root)
    _write_config(root)
    _copy_page(root / "public" / "build")


def clean_page(html: str) -> str:
    """Removes every stylesheet and hint that would be fetched from elsewhere; the page paints without a network."""
    return OUTSIDE_LINK.sub("", html)


def clean_script(script: str) -> str:
    """Removes the kinds of files that no browser knows from the page's own script."""
    return script.replace(UNTIL_TOLD, "{}")


def _copy_look(root: Path) -> None:
    public = root / "public"
    for old in [public / "elements", public / "avatars"]:
        shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(FILES / "public", public, dirs_exist_ok=True)
    for readme in ("chainlit.md", "chainlit_en-US.md"):  # empty, so that the page has no button for it
        (root / readme).write_text("", encoding="utf-8")


def _write_config(root: Path) -> None:
    settings = root / ".chainlit"
    (settings / "translations").mkdir(parents=True, exist_ok=True)
    config = (FILES / "config.toml").read_text(encoding="utf-8")
    config = re.sub(r"(?m)^max_size_mb = .*$", f"max_size_mb = {most_megabytes()}", config)
    (settings / "config.toml").write_text(config, encoding="utf-8")
    words = json.loads((_package("chainlit") / "translations" / "en-US.json").read_text(encoding="utf-8"))
    ours = json.loads((FILES / "words.json").read_text(encoding="utf-8"))
    text = json.dumps(_merged(words, ours), indent=2, ensure_ascii=False)
    (settings / "translations" / "en-US.json").write_text(text, encoding="utf-8")


def _copy_page(build: Path) -> None:
    how = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    made_from = f"chainlit {version('chainlit')}, plotly {version('plotly')}, made by {how}"
    stamp = build / "made_from.txt"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from:
        return
    shutil.rmtree(build, ignore_errors=True)
    page = _package("chainlit") / "frontend" / "dist"
    shutil.copytree(page, build, ignore=shutil.ignore_patterns("*.map"))
    index = build / "index.html"
    index.write_text(clean_page(index.read_text(encoding="utf-8")), encoding="utf-8")
    for script in (build / "assets").glob("index-*.js"):
        script.write_text(clean_script(script.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copyfile(_package("plotly") / "package_data" / "plotly.min.js", build / "plotly.min.js")
    stamp.write_text(made_from, encoding="utf-8")


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"The library {name} is not installed; `pip install {name}` adds it.")
    return Path(spec.origin).parent


def _merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in changes.items():
        below = result.get(key)
        result[key] = _merged(below, value) if isinstance(value, dict) and isinstance(below, dict) else value
    return result
