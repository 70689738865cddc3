"""The tools, the code generator and the operations keep what their annotations say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_strict_type_checking_finds_nothing() -> None:
    root = Path(__file__).parents[1]
    checked = subprocess.run([sys.executable, "-m", "mypy"], cwd=root, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout[-3000:]
