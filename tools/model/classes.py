"""Classes that cannot be told apart, or not judged: said before anything begins, with what would go."""

from __future__ import annotations

from typing import Any

from tools.base import ToolCall, UserError
from tools.cells import counted, escaped, quoted, shown_cell
from tools.experiment import Experiment
from tools.infinite import require_sums
from tools.model.price import require_few_classes

ODD_ROWS = ToolCall(tool="set_task", args={"task": "anomaly_detection"})
"""What can be done with rows of one kind: the odd ones among them need no answers."""


def training_rows(experiment: Experiment) -> tuple[Any, Any]:
    """Gives the training rows, indexed by what keeps folds apart, and their answers."""
    frame = experiment.frame
    rows = (experiment.snapshot.parts or {}).get("train", range(len(frame)))
    by = experiment.compiled.folds_by
    table = frame if by is None else frame.set_axis(frame[by], axis=0)
    return table.iloc[rows], frame[experiment.target].iloc[rows].to_numpy()


def require_learnable(experiment: Experiment) -> None:
    """Raises UserError where no model could learn these answers: one class alone, too many of them, numbers beyond counting."""
    require_few_classes(experiment)
    require_two_classes(experiment)
    require_sums(experiment)


def require_two_classes(experiment: Experiment) -> None:
    """Raises UserError where all training rows have the same class."""
    if experiment.task != "classification" or not experiment.target:
        return
    rows, _ = training_rows(experiment)
    if rows[experiment.target].nunique() >= 2:
        return
    said = f"All {len(rows):,} training rows have the same {quoted(experiment.target)}, so there is nothing to tell apart."
    if experiment.frame[experiment.target].nunique() >= 2:
        raise UserError("one_class", said, "A split by lot spreads the classes.", ToolCall(tool="split", args={}))
    raise UserError("one_class", said, "More rows, of another class, are needed. The odd ones among these can be found without answers.", ODD_ROWS)


def require_folds(experiment: Experiment, folds: int = 5, strategy: str | None = None) -> int:
    """Gives how many folds there are; raises UserError where there are not two, or where one of them has a single class to learn."""
    from engine.folds import declared_folds

    require_two_classes(experiment)
    rows, labels = training_rows(experiment)
    declared = declared_folds(experiment.compiled, folds, strategy)
    try:
        count = int(declared.get_n_splits(rows, labels))
        learned = [rows[experiment.target].iloc[places] for places, _ in declared.split(rows, labels)]
    except ValueError as problem:
        raise too_rare(experiment) from problem
    if experiment.task == "classification" and any(answers.nunique() < 2 for answers in learned):
        said = f"In one of the folds all rows to learn from have the same {quoted(str(experiment.target))}."
        raise UserError("one_class", said, "A split by lot spreads the classes.", ToolCall(tool="split", args={}))
    return count


def too_rare(experiment: Experiment) -> UserError:
    """Says why there cannot be two folds, with what would help."""
    if experiment.task == "classification":
        counts = training_rows(experiment)[0][experiment.target].value_counts()
        rarest = counts.index[-1]
        if counts.iloc[-1] < 2:
            said = f"Of the class “{escaped(rarest)}” there is one training row: it cannot be learned from and judged at once."
            if len(counts) == 2:
                return UserError("rare_class", said, "Collect more rows of it. As the only ones of their kind such rows can be found without answers.", ODD_ROWS)
            return UserError("rare_class", said, "Leave that class out, or collect more rows of it.", ToolCall(tool="filter_rows", args={"column": experiment.target, "op": "ne", "value": shown_cell(rarest)}))
    return UserError("too_few_rows", "The training rows are too few, or of too few groups, for two folds.", "More rows are needed, or a split by lot.", ToolCall(tool="split", args={}))


def rare_classes(experiment: Experiment, folds: int) -> str:
    """Says which classes have too few rows to be in every fold."""
    if experiment.task != "classification":
        return ""
    counts = training_rows(experiment)[0][experiment.target].value_counts()
    rare = [name for name, count in counts.items() if count < folds]
    if not rare:
        return ""
    more = f" and {len(rare) - 1} more" if len(rare) > 1 else ""
    return f" The class “{escaped(rare[-1])}” ({counted(int(counts[rare[-1]]), 'row')}){more} is too rare to be in every fold; merging it with another would help."
