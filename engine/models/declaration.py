"""What is said once about a model: its parameters with their bounds, what it can take, and how it is made."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Parameter:
    """One parameter of an estimator, with the values that it allows.

    `kind` is integer, number, boolean, choice, sizes (a list of whole numbers) or share (a count from 1, or a fraction up
    to 1). `words` are texts that are allowed beside numbers, such as "sqrt"; `fractions` allows fractions below 1 beside
    whole numbers. `optional` allows None.
    """

    kind: str
    default: Any = None
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    """The value must be greater than this."""
    below: float | None = None
    """The value must be less than this."""
    choices: tuple[Any, ...] = ()
    words: tuple[str, ...] = ()
    fractions: bool = False
    optional: bool = False
    up_to_rows: bool = False
    """A count of rows or of groups of them: there cannot be more than there are rows to learn from."""
    help: str = ""

    def allows(self, value: Any) -> bool:
        """Says whether the estimator takes this value."""
        return self.problem(value) == ""

    def problem(self, value: Any) -> str:
        """Says what is wrong with a value, or nothing."""
        if value is None:
            return "" if self.optional else "it cannot be empty"
        if self.kind == "choice":
            return "" if value in self.choices and not _is_other_type(value, self.choices) else "not one of the choices"
        if self.kind == "boolean":
            return "" if isinstance(value, bool) else "it is yes or no"
        if self.kind == "sizes":
            sound = isinstance(value, list | tuple) and len(value) > 0 and all(_is_size(size) for size in value)
            return "" if sound else "it is a list of whole numbers from 1"
        if isinstance(value, str):
            return "" if value in self.words else "it is not a number"
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return "it is not a number"
        if self.fractions and 0 < value < 1:
            return ""
        if self.kind == "share":
            return (
                "" if 0 < value <= 1 or (value > 1 and value == int(value)) else "it is neither a count nor a fraction"
            )
        if self.kind == "integer" and value != int(value):
            return "it is not a whole number"
        return "" if self._inside(value) else "it is out of range"

    def nearest(self, value: Any) -> Any:
        """Gives the allowed value that is closest to this one; the default where nothing is close."""
        if self.problem(value) == "":
            return value
        if self.kind == "boolean":
            return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(
                str(value).strip().lower(), self.default
            )
        if self.kind == "choice" or (isinstance(value, str) and self.words and _as_number(value) is None):
            return _nearest_word(value, self.choices or self.words, self.default)
        number = _as_number(value)
        if self.kind == "sizes":
            return [max(1, round(number))] if number is not None else list(self.default)
        if number is None:
            return self.default
        if self.kind == "share":
            return max(1, round(number)) if number > 0 else self.default
        if self.kind == "integer":
            number = round(number)
        low, high = self._ends()
        number = max(number, low) if low is not None else number
        number = min(number, high) if high is not None else number
        return int(number) if self.kind == "integer" else float(number)

    def cast(self, value: Any) -> Any:
        """Gives an allowed value in the type that the estimator wants: 5.0 trees are 5."""
        if isinstance(value, float) and value > 1 and self.kind == "share":
            return int(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            if self.kind == "number":
                return float(value)
            if self.kind == "integer" and value == int(value):
                return int(value)
        return list(value) if isinstance(value, tuple) else value

    def range_words(self) -> str:
        """Puts the allowed values into words."""
        if self.kind == "boolean":
            words = "true or false"
        elif self.kind == "choice":
            words = "one of " + ", ".join(str(choice) for choice in self.choices)
        elif self.kind == "sizes":
            words = "a list of whole numbers from 1, such as [100] or [64, 32]"
        elif self.kind == "share":
            words = "a whole number from 1, or a fraction up to 1"
            words += ", or " + " or ".join(self.words) if self.words else ""
        else:
            words = ("a whole number" if self.kind == "integer" else "a number") + self._bound_words()
            words += ", or a fraction between 0 and 1" if self.fractions else ""
            words += ", or " + " or ".join(self.words) if self.words else ""
        return words + (", or nothing" if self.optional else "")

    def schema(self) -> dict[str, Any]:
        """Gives the JSON schema of the value, for forms and interfaces."""
        if self.kind == "boolean":
            found: dict[str, Any] = {"type": "boolean"}
        elif self.kind == "choice":
            found = {"enum": list(self.choices)}
        elif self.kind == "sizes":
            found = {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 1}
        elif self.kind == "share":
            found = {"type": "number", "exclusiveMinimum": 0}
        else:
            found = {"type": "number" if self.kind == "number" or self.fractions else "integer"}
            bounds = {"minimum": self.minimum, "maximum": self.maximum}
            bounds |= {"exclusiveMinimum": self.above, "exclusiveMaximum": self.below}
            if self.fractions:
                bounds |= {"minimum": None, "exclusiveMinimum": 0}
            found |= {name: bound for name, bound in bounds.items() if bound is not None}
        others: list[dict[str, Any]] = [{"enum": list(self.words)}] if self.words else []
        others += [{"type": "null"}] if self.optional else []
        if others:
            found = {"anyOf": [found, *others]}
        default = list(self.default) if isinstance(self.default, tuple) else self.default
        return found | {"default": default} | ({"description": self.help} if self.help else {})

    def _inside(self, value: float) -> bool:
        return (
            (self.minimum is None or value >= self.minimum)
            and (self.maximum is None or value <= self.maximum)
            and (self.above is None or value > self.above)
            and (self.below is None or value < self.below)
        )

    def _ends(self) -> tuple[float | None, float | None]:
        step = 0.001
        low = self.minimum if self.above is None else self.above + step
        high = self.maximum if self.below is None else self.below - step
        return low, high

    def _bound_words(self) -> str:
        low = f"from {self.minimum:g}" if self.minimum is not None else ""
        low = f"above {self.above:g}" if self.above is not None else low
        high = f"to {self.maximum:g}" if self.maximum is not None else ""
        high = f"below {self.below:g}" if self.below is not None else high
        words = " ".join(part for part in (low, high) if part)
        return f" {words}" if words else ""


@dataclass(frozen=True)
class Limits:
    """From how many training rows a model needs a warning, or is refused, and which models do instead.

    From more than `refuse_columns` columns it is refused, where its time grows with their third power.
    """

    warn_rows: int | None = None
    refuse_rows: int | None = None
    instead: tuple[str, ...] = ()
    refuse_columns: int | None = None


@dataclass(frozen=True)
class Model:
    """A family of models under one id, for one task or more."""

    id: str
    label: str
    family: str
    summary: str
    """When it suits, in one plain sentence."""
    estimators: Mapping[str, str]
    """For each task the dotted name of the estimator's class."""
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, Parameter]] = field(default_factory=dict)
    """Parameters that one of its tasks alone has, or has otherwise."""
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """What is always passed, such as the number of threads."""
    goes_with: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What else follows, where it was not said, once a parameter is set ("name", or "name=value" for that value)."""
    wrapper: Mapping[str, str] = field(default_factory=dict)
    """For each task the dotted name of an estimator of ours to put around it."""
    seeded: bool = False
    handles_missing: bool = False
    needs_scaling: bool = False
    limits: Limits = field(default_factory=Limits)
    tree_seconds: float = 0.0
    """For sums of trees: about how many seconds a tree takes for each of 10,000 rows and each column that it looks at for a cut."""
    fit_seconds: float = 0.0
    """For slow models that are none: about how many seconds 10,000 rows of 20 noisy columns take as it is by default."""
    keeps_rows: bool = False
    """Whether its size and the time of a prediction grow with the training rows, as of neighbours."""
    keeps_neighbours: bool = False
    """Whether it holds every pair of rows that are nearer than `eps`, so that its memory grows with `eps`."""
    counts_only: bool = False
    """Whether the target may not be negative."""
    speed: str = "fast"
    """fast, medium or slow."""
    growth: float = 1.0
    """How its time grows with the rows: 2 means that twice the rows take four times as long."""
    has_probabilities: bool = False
    weights: str = ""
    """How classes can be made to weigh the same: class_weight, sample_weight, or not at all."""

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks that it serves."""
        return tuple(self.estimators)

    def parameters_for(self, task: str) -> dict[str, Parameter]:
        """Lists the parameters that can be set for this task."""
        found = dict(self.parameters) | dict(self.own.get(task, {}))
        if task == "classification" and self.weights == "class_weight":
            found["class_weight"] = Parameter(
                "choice", choices=("balanced",), optional=True, help="balanced: every class weighs the same"
            )
        if self.seeded:
            found["random_state"] = Parameter("integer", 42, minimum=0, maximum=2**32 - 1, help="seed of its chance")
        return found

    def defaults(self, task: str) -> dict[str, Any]:
        """Gives the value of each parameter that is used where none is said."""
        return {name: parameter.default for name, parameter in self.parameters_for(task).items()}

    def make(self, task: str, params: Mapping[str, Any], seed: int = 42) -> Any:
        """Makes the unfitted estimator with these (valid) parameters; what is not said has its default."""
        made = imported(self.estimators[task])
        values = self._unusual(task, made().get_params()) | self._following(task, params) | dict(params)
        if self.seeded and "random_state" not in params:
            values["random_state"] = seed
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
        estimator = made(**{**self.fixed, **values})
        return imported(self.wrapper[task])(estimator) if task in self.wrapper else estimator

    def _unusual(self, task: str, usual: Mapping[str, Any]) -> dict[str, Any]:
        """Gives the defaults that differ from the library's, so that only these stand in code.

        XGBoost says None for a default that it decides inside.
        """
        return {
            name: parameter.default
            for name, parameter in self.parameters_for(task).items()
            if parameter.default != usual.get(name) and (usual.get(name) is not None or parameter.optional)
        }

    def _following(self, task: str, params: Mapping[str, Any]) -> dict[str, Any]:
        """Some parameters work only together with others: distance_threshold only without n_clusters."""
        parameters = self.parameters_for(task)
        followed: dict[str, Any] = {}
        for name, value in params.items():
            if name in parameters and value != parameters[name].default:
                followed |= {**self.goes_with.get(name, {}), **self.goes_with.get(f"{name}={value}", {})}
        return {name: value for name, value in followed.items() if name in parameters}


def imported(dotted: str) -> Any:
    """Gives the object of this dotted name; its module is imported only now."""
    module, name = dotted.rsplit(".", 1)
    return getattr(import_module(module), name)


def _is_size(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _is_other_type(value: Any, choices: tuple[Any, ...]) -> bool:
    """True equals 1 in Python: a choice must be of the same type."""
    return not any(type(value) is type(choice) and value == choice for choice in choices)


def _as_number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _nearest_word(value: Any, words: tuple[Any, ...], default: Any) -> Any:
    from difflib import get_close_matches

    by_text = {str(word).lower(): word for word in words}
    close = get_close_matches(str(value).lower(), list(by_text), n=1, cutoff=0.4)
    return by_text[close[0]] if close else default
