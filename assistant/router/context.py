"""What the router may look at besides the words: the columns, what was done, said and asked before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

Call = dict[str, Any]


def leaves(value: Any) -> Iterator[Any]:
    """Lists the single values of an argument, and the names of its parts where it has any."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@dataclass
class RouterContext:
    """The dataset's schema and the state of the conversation, as far as they bear on the meaning of a sentence."""

    columns: list[dict[str, Any]] = field(default_factory=list)
    target: str | None = None
    task: str | None = None
    steps: list[dict[str, Any]] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    """Model ids, the latest last."""
    last: list[Call] = field(default_factory=list)
    """The calls of the previous turn."""
    experiments: list[str] = field(default_factory=list)
    """The names of the other experiments, which can be opened."""
    pending: dict[str, Any] | None = None
    """The question that was asked, with its options."""
    offered: list[Call] = field(default_factory=list)
    """What the previous turn offered to do about a column that it drew attention to."""
    refused: bool = False
    """Whether the last of the calls of the previous turn was refused, so that nothing was changed by it."""
    notes: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)
    """What was recognised in a text of this message, so that it is looked for once; it depends on the columns alone."""

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> RouterContext:
        """Makes a context of plain JSON, ignoring what the router does not know."""
        known = {entry.name for entry in fields(cls)} - {"notes"}
        return cls(**{name: value for name, value in values.items() if name in known and value is not None})

    @property
    def noticed(self) -> list[str]:
        """The columns that a notice of the previous turn offered to drop, where its calls speak of no other column that is still there to go."""
        spoken_of = [name for call in self.last[-1:] if call["tool"] != "set_target" for value in call.get("args", {}).values() for name in (value if isinstance(value, list) else [value])]
        offered = dict.fromkeys(name for call in self.offered if call["tool"] == "drop_columns" for name in call["args"].get("columns") or ())
        if any(isinstance(name, str) and name in self.names and name != self.target and name not in offered for name in spoken_of):
            return []
        leaking = [name for call in self.offered if call["args"].get("finding") == "target_leakage" for name in call["args"].get("columns") or ()]
        return [name for name in offered if name in self.names and name != self.target and (not leaking or name in leaking)]

    def column(self, name: str) -> dict[str, Any]:
        """Finds a column's schema entry by its exact name; empty where there is none."""
        known = self.notes.setdefault("\0", {})  # no text of a person
        if "by_name" not in known:
            known["by_name"] = {column["name"]: column for column in reversed(self.columns)}
        entry: dict[str, Any] = known["by_name"].get(name, {})
        return entry

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns, in the order of the table."""
        known = self.notes.setdefault("\0", {})
        if "names" not in known:
            known["names"] = tuple(column["name"] for column in self.columns)
        names: tuple[str, ...] = known["names"]
        return names

    def kind(self, name: str) -> str:
        """Says the kind of a column."""
        return str(self.column(name).get("kind", ""))

    def features(self, kinds: tuple[str, ...] = ()) -> list[str]:
        """Lists the columns that may be learned from, of the given kinds."""
        return [
            column["name"]
            for column in self.columns
            if column["name"] != self.target and column.get("kind") != "id" and (not kinds or column.get("kind") in kinds)
        ]

    @property
    def latest_model(self) -> str | None:
        """The model of the latest run, or of a training call in the previous turn."""
        for call in reversed(self.last):
            if call.get("tool") == "train" and call.get("args", {}).get("model"):
                return str(call["args"]["model"])
        latest = self.runs[-1] if self.runs else None
        return str(latest.get("model")) if isinstance(latest, dict) else latest
