"""The elements that the browser compiles: what would only fail there is looked for here."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assistant.chat import view
from assistant.chat.frontend import FILES

ELEMENTS = sorted((FILES / "public" / "elements").glob("*.jsx"))
ALLOWED = {"react", "recoil", "lucide-react", "@chainlit/react-client", "@/components/markdown", "@/components/ui/tabs"}


@pytest.mark.parametrize("path", ELEMENTS, ids=lambda path: path.stem)
def test_an_element_can_be_compiled_by_chainlit(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert set(re.findall(r"from '([^']+)'", code)) <= ALLOWED
    assert f"window.pg.keep('{path.stem}', {path.stem})" in code
    assert len(re.findall(r"^export default ", code, re.MULTILINE)) == 1
    assert len(code.splitlines()) < 400


@pytest.mark.parametrize("path", ELEMENTS, ids=lambda path: path.stem)
def test_an_element_shows_text_and_asks_nobody_else(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert not re.search(r"dangerouslySetInnerHTML|innerHTML|\beval\(|new Function|https?://", code)


def test_every_element_that_is_drawn_has_a_file() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(view.__file__).parent.glob("*.py"))
    drawn = set(re.findall(r'(?:add\(|step_id, |WELCOME, |"live-\{job_id\}", |f"board-\{session_id\}", )"([A-Z]\w+)"', source))
    assert {"DataTable", "Problem", "Welcome", "Experiment", "Progress"} <= drawn
    assert drawn <= {path.stem for path in ELEMENTS}


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_page_script_is_valid() -> None:
    checked = subprocess.run(
        ["node", "--check", str(FILES / "public" / "custom.js")], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_every_class_of_an_element_has_its_look() -> None:
    styles = (FILES / "public" / "custom.css").read_text(encoding="utf-8")
    unknown = set()
    for path in ELEMENTS:
        # Classes that are put together at run time end with a dash here, and are looked for as a beginning.
        for name in re.findall(r"\bpg-[a-z-]+", path.read_text(encoding="utf-8")):
            if f".{name}" not in styles:
                unknown.add(name)
    assert unknown <= {"pg-text", "pg-task-"}
