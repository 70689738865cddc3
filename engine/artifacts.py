"""Fitted models on disk, in a format that can hold no code.

Written with skops, read only when the hash in the run's record matches, and only for types on a fixed list.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from engine.errors import Refusal

TRUSTED_PACKAGES = ("collections.OrderedDict", "engine.estimators.", "sklearn.", "imblearn.", "xgboost.", "lightgbm.", "numpy.", "scipy.")
KEPT = 4
_loaded: OrderedDict[str, Any] = OrderedDict()


def save_model(home: Path, key: str, estimator: Any) -> str:
    """Writes a fitted estimator under the key of its steps and returns the file's SHA-256."""
    folder = home / "runs" / key
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{uuid.uuid4().hex}.part"
    try:
        _write(estimator, part)
        with part.open("rb") as written:
            digest = hashlib.file_digest(written, "sha256").hexdigest()
        part.replace(model_path(home, {"key": key, "sha256": digest}))
    finally:
        part.unlink(missing_ok=True)
    _remember(digest, estimator)
    return digest


def _write(estimator: Any, path: Path) -> None:
    """Writes the file that `skops.io.dump` writes, straight to the disk and with its schema not indented.

    The indenting takes longer than all else, and as long as fitting a small model.
    """
    import skops
    from skops.io._utils import SaveContext, get_state

    with ZipFile(path, "w") as file:
        context = SaveContext(zip_file=file)
        schema = get_state(estimator, context) | {"protocol": context.protocol, "_skops_version": skops.__version__}
        context.clear_memo()
        file.writestr("schema.json", json.dumps(schema))


def model_path(home: Path, run: Mapping[str, Any]) -> Path:
    """Says where the model of a run lies.

    Two sessions may train the same steps at once, and equal models are not equal files: each file has its own name.
    """
    return home / "runs" / str(run["key"]) / f"{str(run['sha256'])[:16]}.skops"


def load_model(home: Path, run: Mapping[str, Any]) -> Any:
    """Loads the fitted estimator of a run; raises Refusal where the file is gone or is not the one that was written."""
    import skops.io

    digest = run["sha256"]
    if digest in _loaded:
        _loaded.move_to_end(digest)
        return _loaded[digest]
    path = model_path(home, run)
    if not path.exists():
        raise _damaged(run, "is damaged or gone")
    with path.open("rb") as file:  # not read as a whole: the file of a forest is large, and its arrays are held as well
        if hashlib.file_digest(file, "sha256").hexdigest() != digest:
            raise _damaged(run, "is damaged or gone")
        types = skops.io.get_untrusted_types(file=file)
        if not all(name.startswith(TRUSTED_PACKAGES) for name in types):
            raise _damaged(run, "holds a type that is not known")
        estimator = skops.io.load(file, trusted=types)
    _remember(digest, estimator)
    return estimator


def _damaged(run: Mapping[str, Any], how: str) -> Refusal:
    return Refusal("artifact_damaged", f"The saved model of run {run['number']} {how}.", "Train it again.")


def _remember(digest: str, estimator: Any) -> None:
    _loaded[digest] = estimator
    while len(_loaded) > KEPT:
        _loaded.popitem(last=False)
