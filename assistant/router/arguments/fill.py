"""Which function fills the arguments of which tool."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.router.arguments import (
    fill_data,
    fill_explain,
    fill_explore,
    fill_export,
    fill_features,
    fill_filter,
    fill_gaps,
    fill_help,
    fill_history,
    fill_judge,
    fill_loading,
    fill_made_columns,
    fill_model,
    fill_plot,
    fill_prepare,
    fill_rows,
    fill_split,
    fill_use,
    renaming,
    step_edits,
)
from assistant.router.arguments.unknown_filled import refuse_unknown_object
from assistant.router.entities import given_names
from assistant.router.entities.clause import Clause

FILL: dict[str, Callable[[Clause], Any]] = {
    "load_data": fill_loading.load_data, "preview": fill_data.preview, "describe_column": fill_data.describe_column,
    "rename_column": renaming.rename_column, "set_kind": fill_data.set_kind, "set_target": fill_data.set_target,
    "set_task": fill_data.set_task, "choose_features": fill_data.choose_features, "drop_columns": fill_data.drop_columns,
    "filter_rows": fill_filter.filter_rows, "drop_duplicates": fill_rows.drop_duplicates, "drop_missing": fill_rows.drop_missing,
    "replace_values": fill_rows.replace_values, "sample_rows": fill_rows.sample_rows,
    "plot": fill_plot.plot, "aggregate": fill_explore.aggregate, "correlate": fill_explore.correlate,
    "impute": fill_gaps.impute, "handle_outliers": fill_prepare.handle_outliers, "scale": fill_prepare.scale, "encode": fill_prepare.encode,
    "transform": fill_prepare.transform, "bin": fill_made_columns.bin_columns, "extract_dates": fill_made_columns.extract_dates,
    "vectorize_text": fill_made_columns.vectorize_text, "balance": fill_prepare.balance, "acknowledge": fill_prepare.acknowledge,
    "add_polynomials": fill_features.add_polynomials, "add_feature": fill_features.add_feature, "rank_features": fill_features.rank_features,
    "keep_best_features": fill_features.keep_best_features, "reduce_dimensions": fill_features.reduce_dimensions,
    "split": fill_split.split, "cross_validate": fill_split.cross_validate, "train": fill_model.train, "compare_models": fill_model.compare_models,
    "tune": fill_model.tune, "apply_tuning": fill_model.apply_tuning, "ensemble": fill_model.ensemble, "choose_k": fill_model.choose_k,
    "set_threshold": fill_model.set_threshold, "calibrate": fill_model.calibrate, "autopilot": fill_model.autopilot,
    "evaluate": fill_judge.evaluate, "plot_model": fill_judge.plot_model, "explain": fill_explain.explain, "show_errors": fill_judge.show_errors,
    "leaderboard": fill_judge.leaderboard, "predict": fill_use.predict, "what_if": fill_use.what_if, "compare_data": fill_use.source_only,
    "apply_pipeline": fill_use.source_only, "undo": fill_history.steps_back, "redo": fill_history.steps_back, "remove_step": fill_history.remove_step,
    "edit_step": step_edits.edit_step, "start_over": fill_history.start_over, "name_experiment": given_names.named("name"), "branch": given_names.named("name"),
    "open_experiment": given_names.named("experiment"), "export": fill_export.export, "define": fill_help.define, "help": fill_help.help_topic,
    "list_options": fill_help.list_options,
}


def arguments(tool: str, clause: Clause) -> list[dict[str, Any]]:
    """Reads the tool's arguments from the clause, several times where it asks for several; tools without a reader take none."""
    found = FILL.get(tool, fill_help.nothing)(clause)
    if isinstance(found, dict):
        refuse_unknown_object(tool, clause, found)
    return found if isinstance(found, list) else [found]
