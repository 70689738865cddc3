"""Situations are made once, when they are first wanted; each test goes on from a copy of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from tests.checks.examples import Case
from tests.checks.situations import SITUATIONS, session_in
from tests.tools.gate import Session

Tried = tuple[Session, Session, dict[str, Any]]


@pytest.fixture(scope="session")
def situation(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Session]:
    """Gives a session in a named situation; what is done with it is done to a copy."""
    made: dict[str, Session] = {}

    def copied(name: str) -> Session:
        if name not in made:
            made[name] = session_in(name, tmp_path_factory.mktemp(name.replace(" ", "_")))
        session = Session(made[name].home)
        session.document, session.uploads = deepcopy(made[name].document), made[name].uploads
        return session

    return copied


@pytest.fixture(scope="session")
def carried_out(situation: Callable[[str], Session]) -> Callable[[Case], Tried]:
    """Carries a case out in the first situation that it fits; gives the session before and after, and the result."""
    known: dict[str, Tried] = {}

    def attempts(case: Case) -> Iterator[tuple[str, dict[str, Any], str]]:
        for name in SITUATIONS:
            before, after = situation(name), situation(name)
            for args in case.arguments(after.call("list_samples")["state"]):
                result = after.call(case.tool.name, **args)
                if result["status"] == "done":
                    known[str(case)] = before, after, result
                    return
                yield name, args, str((result["error"] or {}).get("message") or result["question"])

    def tried(case: Case) -> Tried:
        if str(case) not in known:
            failures = list(attempts(case))
            listed = "\n".join(f"{name}: {args}: {said}" for name, args, said in failures)
            assert str(case) in known, f"“{case}” works in no situation; GIVEN in examples.py may say with what it does:\n{listed}"
        before, after, result = known[str(case)]
        copies = [Session(before.home), Session(after.home)]
        for copy, session in zip(copies, (before, after), strict=True):
            copy.document, copy.uploads = deepcopy(session.document), session.uploads
        return copies[0], copies[1], deepcopy(result)

    return tried
