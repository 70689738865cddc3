"""One state of an experiment, with what the table of next steps asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from tools.cells import counted
from tools.model.doubts import Doubt, chance_spread, doubts
from tools.model.judged_by import (
    LEADING,
    baseline_on,
    fair_metric,
    ranking,
    ranking_metric,
    rows_on,
    scores_on,
    shown_part,
)

State = Mapping[str, Any]
Entry = Mapping[str, Any]
Finding = Mapping[str, Any]

ONEHOT_LEVELS = 25
ACTED_OTHERWISE = 2
"""After so many other steps a warning no longer stands first."""
ANSWERED_BY: dict[str, set[str]] = {
    "imbalance": {"balance", "set_threshold", "calibrate"},
    "time_order": {"split"},
    "repeated_entity": {"split"},
    "rare_class": {"split"},
    "tiny": {"cross_validate", "split"},
    "wide": {"keep_best_features", "reduce_dimensions"},
    "missing": {"impute", "drop_missing"},
    "high_cardinality": {"encode"},
}
"""Findings that stay true of the table although a step of these kinds has answered them."""


class Situation:
    """The state in the words of guidance: what is open, what is ready, how the latest run did."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.dataset: Mapping[str, Any] = state.get("dataset") or {}
        self.columns: list[Entry] = list(self.dataset.get("columns") or ())
        self.rows: int = int(self.dataset.get("rows") or 0)
        self.target: str | None = state.get("target")
        self.task: str | None = state.get("task")
        self.split: Mapping[str, Any] | None = state.get("split")
        same = [run for run in state.get("runs") or () if run["task"] == self.task and run["target"] == self.target]
        current = [run for run in same if not run.get("outdated")]
        self.runs: list[Mapping[str, Any]] = current or same
        self.outdated = bool(same) and not current
        self.steps: list[Mapping[str, Any]] = list(state.get("steps") or ())
        self.looks: int = int(state.get("looks") or 0)
        self.job: Mapping[str, Any] | None = state.get("job")
        self.tools_used = [step["tool"] for step in self.steps]

    @property
    def acted(self) -> int:
        """How many steps were taken since it was said what to look for: who takes steps has seen what is warned of."""
        asked = max((place for place, tool in enumerate(self.tools_used) if tool in {"load_data", "set_target", "set_task"}), default=0)
        return sum(tool != "acknowledge" for tool in self.tools_used[asked + 1 :])

    def pressing(self, finding: Finding) -> bool:
        """Whether a finding goes before all else: one that must be answered always, another until somebody acted otherwise."""
        return finding["level"] == "stop" or self.acted < ACTED_OTHERWISE

    @property
    def supervised(self) -> bool:
        """Whether there is something to predict."""
        return self.task in {"classification", "regression"}

    @cached_property
    def loaded(self) -> list[dict[str, Any]]:
        """The columns as they were loaded, in their order: what a step made of them is no answer to predict."""
        known = {entry["name"]: entry for entry in (*self.columns, *(self.state.get("sources") or ()), *(self.state.get("untransformed") or ()))}
        return [dict(known[name]) for name in self.state.get("loaded") or known if name in known]

    @cached_property
    def left_out(self) -> set[str]:
        """Columns that no model is given."""
        return set(self.state.get("left_out") or ())

    @cached_property
    def features(self) -> list[Entry]:
        """The columns that models learn from."""
        return [c for c in self.columns if c["name"] != self.target and c["kind"] != "id" and c["name"] not in self.left_out]

    @cached_property
    def target_entry(self) -> Entry:
        """The column to predict; empty where there is none."""
        return next((column for column in self.columns if column["name"] == self.target), {})

    @cached_property
    def gaps(self) -> list[Entry]:
        """Features with missing values, the worst first."""
        found = [column for column in self.features if column["missing"] and column["kind"] not in {"text", "datetime"}]
        return sorted(found, key=lambda column: -column["missing"])

    @cached_property
    def words(self) -> list[Entry]:
        """Categories that are not numbers yet."""
        plain = ("int", "float", "bool")
        return [c for c in self.features if c["kind"] in {"categorical", "boolean"} and not c["dtype"].startswith(plain)]

    @property
    def prepared(self) -> bool:
        """Whether every feature is a number without gaps."""
        return not self.gaps and not self.words and not self.of_kind("text")

    def of_kind(self, kind: str) -> list[Entry]:
        """Lists the features of a kind."""
        return [column for column in self.features if column["kind"] == kind]

    @cached_property
    def open_findings(self) -> list[Finding]:
        """Stops and warnings that nobody has answered, the gravest first."""
        levels = {"stop": 0, "warn": 1}
        found = [f for f in self.state.get("findings") or () if f["level"] in levels and f["severity"] == "decide" and not self._answered(f)]
        return sorted(found, key=lambda finding: levels[finding["level"]])

    def _answered(self, finding: Finding) -> bool:
        # Columns that only together give the answer away are answered by leaving out the one that would be dropped.
        dropped = [each["call"]["args"]["columns"] for each in finding.get("calls", ())[:1] if each["call"]["tool"] == "drop_columns"]
        if any(names and all(name in self.left_out for name in names) for names in (finding["columns"], *dropped)):
            return True
        about_target = finding["columns"] == [self.target] and finding["id"] == "missing"
        return not about_target and bool(ANSWERED_BY.get(finding["id"], set()) & set(self.tools_used))

    def open(self, *ids: str) -> Finding | None:
        """Gives the gravest open finding with one of these ids."""
        return next((finding for finding in self.open_findings if finding["id"] in ids), None)

    def finding(self, name: str) -> Finding | None:
        """Gives a finding of the report, open or only noted; None where it was acknowledged or not found."""
        return next((finding for finding in self.state.get("findings") or () if finding["id"] == name), None)

    def open_about_target(self, *ids: str) -> bool:
        """Whether one of these findings is open about the column to predict."""
        return any(finding["id"] in ids and finding["columns"] == [self.target] for finding in self.open_findings)

    @cached_property
    def run(self) -> Mapping[str, Any]:
        """The latest run; the best of them where one step made several."""
        same = {run["number"] for run in self.runs if run.get("step") == self.runs[-1].get("step")}
        return next((run for run in self.ranked if run["number"] in same), self.runs[-1])

    @property
    def part(self) -> str:
        """What the latest run is judged by: validation rows, else folds, and test rows only where there is nothing else."""
        return shown_part(self.run)

    def pictured(self, run: Mapping[str, Any]) -> str:
        """The rows on which a run is looked at more closely, in words: test rows only where there are no validation rows."""
        part = next((part for part in ("validation", "test") if run["rows"].get(part)), "train")
        name = "training" if part == "train" else part
        return counted(int(run["rows"].get(part, 0)), f"{name} row") + (", a look that is counted" if part == "test" else "")

    @property
    def metric(self) -> str:
        """The leading metric of this task, by which a single run is spoken of."""
        return LEADING[str(self.task)]

    @property
    def fair_metric(self) -> str:
        """The metric by which the latest run is held against the simplest guess."""
        return fair_metric(self.run, self.part)

    @cached_property
    def ranking_metric(self) -> str:
        """The metric by which runs are ranked: that of the latest comparison or search where there was one."""
        return ranking_metric(self.steps, self.runs[-1]) if self.runs else self.metric

    @property
    def compared(self) -> bool:
        """Whether models were compared since the last step that was not about a model."""
        from tools.catalog import find_tool

        for step in reversed(self.steps):
            if step["tool"] == "compare_models":
                return True
            if find_tool(step["tool"]).stage not in {"model", "evaluate"}:
                return False
        return False

    @cached_property
    def _ranking(self) -> tuple[str, list[tuple[Mapping[str, Any], float]]]:
        return ranking(self.runs, self.ranking_metric) if self.runs else ("train", [])

    @property
    def ranked_by(self) -> str:
        """What the runs are ranked by: folds, validation, for groups train, or nothing; never test rows."""
        return self._ranking[0]

    @property
    def judged_on_folds(self) -> bool:
        """Whether the runs are compared by folds."""
        return self.ranked_by == "folds"

    def ranking_score(self, run: Mapping[str, Any]) -> float | None:
        """The score by which a run is ranked; None for one that is not."""
        return next((score for ranked, score in self._ranking[1] if ranked["number"] == run["number"]), None)

    def score(self, run: Mapping[str, Any], part: str | None = None) -> float | None:
        """The leading score of a run, left out: on what it is judged by."""
        return self._scored(run, self.metric, part)

    def _scored(self, run: Mapping[str, Any], metric: str, part: str | None) -> float | None:
        value = scores_on(run, part or shown_part(run)).get(metric)
        return None if value is None else float(value)

    def noise(self, run: Mapping[str, Any], metric: str | None = None) -> float | None:
        """The spread of a score, left out: the leading one: over folds where there are any, else the binomial error of an accuracy."""
        metric = metric or self.metric
        folds = run.get("cross_validation") or {}
        if metric in folds.get("sd", {}):
            return float(folds["sd"][metric])
        score, rows = self._scored(run, metric, None), rows_on(run, shown_part(run))
        if metric != "accuracy" or score is None or not rows:
            return None
        return float((score * (1 - score) / rows) ** 0.5)

    @cached_property
    def doubts(self) -> list[Doubt]:
        """The doubts about the latest run that nobody has dismissed."""
        found = doubts(dict(self.run), self.part, self.fair_metric) if self.runs else []
        return [doubt for doubt in found if not self.dismissed(doubt.finding)]

    def doubted(self, finding: str) -> bool:
        """Whether the latest run is open to this doubt."""
        return any(doubt.finding == finding for doubt in self.doubts)

    @property
    def baseline(self) -> float | None:
        """The leading score of the simplest guess on the same rows as the latest run's."""
        value = baseline_on(self.run, self.part).get(self.metric)
        return None if value is None else float(value)

    def dismissed(self, finding: str) -> bool:
        """Whether a finding about the latest run was acknowledged."""
        return any(item["finding"] == finding and item.get("run") == self.run["number"] for item in self.state.get("acknowledged") or ())

    @cached_property
    def ranked(self) -> list[Mapping[str, Any]]:
        """The runs that can be compared, the best first; among equals the earlier one."""
        return [run for run, _ in self._ranking[1]]

    @property
    def best(self) -> Mapping[str, Any]:
        """The best run; the latest where none can be ranked."""
        return self.ranked[0] if self.ranked else self.run

    def lead(self) -> tuple[float, float, float] | None:
        """The latest run's score, the simplest guess's and the noise, by the fair metric; None where one is not known."""
        metric, part = self.fair_metric, self.part
        score, plain = self._scored(self.run, metric, part), baseline_on(self.run, part).get(metric)
        if score is None or plain is None:
            return None
        spread = self.noise(self.run, metric)
        return score, float(plain), chance_spread(float(plain), metric, rows_on(self.run, part)) if spread is None else spread

    @property
    def exported(self) -> bool:
        """Whether the steps as they are now were downloaded."""
        return bool(self.state.get("exported"))
