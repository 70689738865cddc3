"""The shap library with its small helpers left in Python.

Numba would compile them anew in every process, which takes some ten seconds; what they do here takes none either way.
"""

from __future__ import annotations

from typing import Any


def uncompiled_shap() -> Any:
    """Imports shap without compiling its helpers; what others compile stays as it is."""
    import numba

    before = numba.config.DISABLE_JIT
    numba.config.DISABLE_JIT = True
    try:
        import shap
    finally:
        numba.config.DISABLE_JIT = before
    return shap
