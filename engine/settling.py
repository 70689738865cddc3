"""What libraries warn of where a search for the best weights was cut off, to be said once and in words."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sklearn.exceptions import ConvergenceWarning

FEWER_GROUPS = "distinct clusters"
"""K-means warns of this where fewer rows differ than there are to be groups; it has settled, and the groups are counted."""


@contextmanager
def settling_watched() -> Iterator[list[str]]:
    """Collects what had not settled when its rounds were up, instead of printing it; other warnings go their way."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", ConvergenceWarning)
        unsettled: list[str] = []
        show = warnings.showwarning

        def kept(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
            if not issubclass(category, ConvergenceWarning):
                show(message, category, *place, **more)
            elif FEWER_GROUPS not in str(message):
                unsettled.append(str(message))

        warnings.showwarning = kept
        yield unsettled
