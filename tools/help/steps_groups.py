"""Next steps where there is nothing to predict: groups and odd rows (rows 35 to 37 of the table)."""

from __future__ import annotations

from tools.base import Suggestion
from tools.cells import counted
from tools.help.offers import offer
from tools.help.situation import Situation
from tools.model.report import groups_of

ODD_SHARE = 0.05


def before_groups(now: Situation) -> list[Suggestion]:
    """Clusters are wanted; nothing was trained."""
    numbers = now.of_kind("numeric")
    found = [] if now.prepared else [_prepare(now)]
    if now.prepared and numbers and "scale" not in now.tools_used:
        found.append(offer("Scale the numbers", f"{counted(len(numbers), 'number')} on scales of their own: the largest would outweigh everything", "scale"))
    return [
        *found,
        offer("How many groups are there?", f"tries 2 to 10 groups on {counted(now.rows, 'row')}", "choose_k"),
        offer("Find groups with k-means", f"puts {counted(now.rows, 'row')} into groups of like ones", "train", model="kmeans"),
        offer("Find groups with HDBSCAN", f"finds the number itself, and leaves odd ones of the {counted(now.rows, 'row')} out", "train", model="hdbscan"),
        offer("See how the columns relate", f"{counted(len(numbers), 'number')} in one picture", "plot", kind="correlation"),
    ]


def after_groups(now: Situation) -> list[Suggestion]:
    """Clusters were found."""
    count, number = len(groups_of(now.run)[0]), now.run["number"]
    silhouette = now.score(now.run)
    apart = f"a silhouette of {silhouette:.2f}: are the groups really apart?" if silhouette is not None else f"are the {counted(count, 'group')} really apart?"
    return [
        offer("Picture the groups", f"the {counted(count, 'group')} of run {number} on two axes", "plot_model", kind="clusters"),
        offer("What makes each group?", f"which of {counted(len(now.run['features']), 'column tells', 'columns tell')} the {counted(count, 'group')} apart", "explain"),
        offer("Are they apart?", apart, "plot_model", kind="silhouette"),
        _export(now),
    ]


def before_odd(now: Situation) -> list[Suggestion]:
    """Odd rows are wanted; nothing was trained."""
    found = [] if now.prepared else [_prepare(now)]
    return [
        offer("Find the odd rows", f"an isolation forest over {counted(now.rows, 'row')}", "train", model="isolation_forest"),
        *found,
        offer(f"Mark the oddest {ODD_SHARE:.0%}", f"about {counted(max(1, round(now.rows * ODD_SHARE)), 'row')}", "train", model="isolation_forest", params={"contamination": ODD_SHARE}),
        offer("Which models are there?", f"for {counted(len(now.features), 'column')}, and when each suits", "list_models"),
    ]


def after_odd(now: Situation) -> list[Suggestion]:
    """Odd rows were marked."""
    rate = now.score(now.run) or 0.0
    other = 0.02 if rate > ODD_SHARE else 0.1
    return [
        offer("Show the oddest rows", f"{rate:.1%} of {counted(now.rows, 'row is', 'rows are')} marked", "show_errors"),
        offer(f"Mark {other:.0%} instead", f"about {counted(max(1, round(now.rows * other)), 'row')}, now it is {rate:.1%}", "train", model=str(now.run["model"]), params={_share_parameter(now): other}),
        offer("What makes them odd?", f"which of {counted(len(now.run['features']), 'column')} count", "explain"),
        _export(now),
    ]


def _share_parameter(now: Situation) -> str:
    return "nu" if now.run["model"] == "one_class_svm" else "contamination"


def _prepare(now: Situation) -> Suggestion:
    count = len({column["name"] for column in [*now.gaps, *now.words, *now.of_kind("text")]})
    return offer("Prepare it for me", f"{counted(count, 'column has', 'columns have')} gaps or words; each step is shown and can be undone", "prepare_automatically")


def _export(now: Situation) -> Suggestion:
    return offer("Download the project", f"code that repeats the numbers of run {now.run['number']}", "export", formats=["project", "transcript"])


ROWS = (
    ("clustered", lambda now: now.task == "clustering" and bool(now.runs) and not now.exported, after_groups),
    ("clustering", lambda now: now.task == "clustering" and not now.runs, before_groups),
    ("marked", lambda now: now.task == "anomaly_detection" and bool(now.runs) and not now.exported, after_odd),
    ("anomaly_detection", lambda now: now.task == "anomaly_detection" and not now.runs, before_odd),
)
