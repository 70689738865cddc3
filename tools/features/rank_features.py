"""Ranks the features by what each says about the target."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.base import PREDICTING, Answer, Arguments, Report, Tool, UserError, table_block
from tools.cells import escaped, listed
from tools.experiment import Experiment
from tools.model.price import size_of

METHOD_WORDS = {
    "correlation": "how closely it moves with the target",
    "f_test": "how far the groups lie apart for their spread (F test)",
    "chi2": "how uneven its values are over the classes (chi-squared)",
    "mutual_info": "how much knowing it says about the target (mutual information)",
    "importance": "how much a random forest relies on it",
    "permutation": "how much worse a forest predicts when it is shuffled",
}


class RankFeaturesArguments(Arguments):
    """How to rank, and how many to show."""

    method: Literal["correlation", "f_test", "chi2", "mutual_info", "importance", "permutation"] = Field("correlation", description="By what features are ranked.")
    top: int | None = Field(None, ge=1, le=200, description="Left out: the best 20.")


class RankFeatures(Tool):
    """Ranks the columns, as they were loaded, by what each says about the target; nothing is changed."""

    name = "rank_features"
    stage = "features"
    label = "Rank the features"
    summary = "Which columns say most about the target, as a table and a chart."
    Arguments = RankFeaturesArguments
    phrases = (
        "rank the features",
        "rank features by mutual information",
        "rank the top 10 features by chi2",
        "feature ranking by f test",
        "which columns are most useful?",
        "order the columns by mutual information",
        "which columns tell most about the target?",
        "how informative is each column?",
        "score the features with chi2",
    )
    requires = ("dataset", "target")
    slow = True
    tasks = PREDICTING

    def wrong_task(self, experiment: Experiment) -> UserError:
        return UserError("no_target", "Features are ranked by what they say about a target; there is none here.", "Choose what to predict first.")

    def title(self, args: RankFeaturesArguments) -> str:
        return f"Rank the features by {args.method.replace('_', ' ')}"

    def seconds(self, args: RankFeaturesArguments, experiment: Experiment) -> float:
        from engine.price import Size, looking_seconds
        from engine.ranking import MOST_COLUMNS, rows_looked_at, width_of

        entries = [experiment.sources[name] for name in _ranked(experiment)]
        widths = [width_of(entry["kind"], entry["unique"], bool(entry["missing"])) for entry in entries]
        rows, most = size_of(experiment), MOST_COLUMNS.get(args.method, len(widths))
        drawn = rows_looked_at(args.method, rows.rows, len(entries))
        first = looking_seconds("importance", str(experiment.task), Size(drawn, sum(widths), classes=rows.classes)) if len(widths) > most else 0.0
        return first + looking_seconds(args.method, str(experiment.task), Size(drawn, sum(sorted(widths)[-most:]), classes=rows.classes))

    def answer_in_time(self, args: RankFeaturesArguments, experiment: Experiment, report: Report) -> Answer:
        from engine.plots import ranking as chart
        from engine.ranking import MEASURE, rank_features

        task = str(experiment.task)
        names = _ranked(experiment)
        if not names:
            raise UserError("no_features", "There is no feature to rank.", "Keep at least one column besides the target.")
        parts = experiment.snapshot.parts
        rows = experiment.frame if parts is None else experiment.frame.iloc[parts["train"]]
        kinds = {name: experiment.sources[name]["kind"] for name in names}
        found = rank_features(rows[names], kinds, rows[experiment.target], task, args.method, report)
        top = min(args.top or 20, len(found.columns))
        info = chart.info(found.columns[:top], found.values[:top], MEASURE[args.method], str(experiment.target), found.spreads)
        plot = {"type": "plot", "title": f"Features by {args.method.replace('_', ' ')}", "figure": chart.figure(info), "alt": chart.alt(info)}
        header = ["rank", "column", MEASURE[args.method], *(["±"] if found.spreads else [])]
        table = [[place + 1, found.columns[place], found.values[place], *([found.spreads[place]] if found.spreads else [])] for place in range(top)]
        said = f"{listed(list(found.columns[:3]))} say most about {escaped(experiment.target)}, by {METHOD_WORDS[args.method]}."
        said += _rows_said(found.rows, found.of, parts is not None)
        if len(found.columns) < found.wide:
            said += f" The {len(found.columns)} columns that matter most to a forest were looked at, of {found.wide:,}."
        return Answer(said=said, blocks=[plot, table_block(header, table, len(found.columns))])


def _ranked(experiment: Experiment) -> list[str]:
    return [name for name in experiment.features if experiment.sources[name]["kind"] != "id"]


def _rows_said(rows: int, of: int, split: bool) -> str:
    which = "training rows" if split else "rows (no split is declared yet)"
    return f" Measured on {rows:,} of {of:,} {which}, chosen at random." if rows < of else f" Measured on all {of:,} {which}."
