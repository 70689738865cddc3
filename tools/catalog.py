"""The tools, in the order in which they are listed; nothing else."""

from __future__ import annotations

from tools.base import Tool, ToolCall, UserError
from tools.data.choose_features import ChooseFeatures
from tools.data.describe_column import DescribeColumn
from tools.data.drop_columns import DropColumns
from tools.data.drop_duplicates import DropDuplicates
from tools.data.drop_missing import DropMissing
from tools.data.filter_rows import FilterRows
from tools.data.list_samples import ListSamples
from tools.data.load_data import LoadData
from tools.data.preview import Preview
from tools.data.profile import Profile
from tools.data.rename_column import RenameColumn
from tools.data.replace_values import ReplaceValues
from tools.data.sample_rows import SampleRows
from tools.data.set_kind import SetKind
from tools.data.set_target import SetTarget
from tools.data.set_task import SetTask
from tools.evaluate.evaluate import Evaluate
from tools.evaluate.explain import Explain
from tools.evaluate.leaderboard import Leaderboard
from tools.evaluate.plot_model import PlotModel
from tools.evaluate.predict import Predict
from tools.evaluate.show_errors import ShowErrors
from tools.evaluate.what_if import WhatIf
from tools.explore.aggregate import Aggregate
from tools.explore.compare_data import CompareData
from tools.explore.correlate import Correlate
from tools.explore.plot import Plot
from tools.features.add_feature import AddFeature
from tools.features.add_polynomials import AddPolynomials
from tools.features.keep_best_features import KeepBestFeatures
from tools.features.rank_features import RankFeatures
from tools.features.reduce_dimensions import ReduceDimensions
from tools.help.define import Define
from tools.help.help import Help
from tools.help.jobs import Cancel, JobStatus
from tools.help.list_options import ListOptions
from tools.help.suggest import Suggest
from tools.help.tour import Tour
from tools.model.apply_tuning import ApplyTuning
from tools.model.autopilot import Autopilot
from tools.model.calibrate import Calibrate
from tools.model.choose_k import ChooseK
from tools.model.compare_models import CompareModels
from tools.model.ensemble import Ensemble
from tools.model.list_models import ListModels
from tools.model.set_threshold import SetThreshold
from tools.model.train import TrainModel
from tools.model.tune import Tune
from tools.pipeline.apply_pipeline import ApplyPipeline
from tools.pipeline.branch import Branch
from tools.pipeline.edit_step import EditStep
from tools.pipeline.export import Export
from tools.pipeline.list_experiments import ListExperiments
from tools.pipeline.name_experiment import NameExperiment
from tools.pipeline.open_experiment import OpenExperiment
from tools.pipeline.remove_step import RemoveStep
from tools.pipeline.show_pipeline import ShowPipeline
from tools.pipeline.start_over import StartOver
from tools.pipeline.undo import Redo, Undo
from tools.prepare.acknowledge import Acknowledge
from tools.prepare.balance import Balance
from tools.prepare.bin import Bin
from tools.prepare.encode import Encode
from tools.prepare.extract_dates import ExtractDates
from tools.prepare.handle_outliers import HandleOutliers
from tools.prepare.impute import Impute
from tools.prepare.prepare_automatically import PrepareAutomatically
from tools.prepare.scale import Scale
from tools.prepare.transform import Transform
from tools.prepare.vectorize_text import VectorizeText
from tools.split.cross_validate import CrossValidate
from tools.split.split import Split

TOOLS: tuple[Tool, ...] = tuple(
    tool()
    for tool in (
        LoadData,
        ListSamples,
        Preview,
        Profile,
        DescribeColumn,
        RenameColumn,
        SetKind,
        SetTarget,
        SetTask,
        ChooseFeatures,
        DropColumns,
        FilterRows,
        DropDuplicates,
        DropMissing,
        ReplaceValues,
        SampleRows,
        Plot,
        Aggregate,
        Correlate,
        PrepareAutomatically,
        Impute,
        Encode,
        Scale,
        HandleOutliers,
        Transform,
        Balance,
        Bin,
        ExtractDates,
        VectorizeText,
        Acknowledge,
        AddFeature,
        AddPolynomials,
        RankFeatures,
        KeepBestFeatures,
        ReduceDimensions,
        Split,
        CrossValidate,
        ListModels,
        TrainModel,
        CompareModels,
        Tune,
        ApplyTuning,
        Ensemble,
        Calibrate,
        SetThreshold,
        ChooseK,
        Autopilot,
        Evaluate,
        PlotModel,
        Explain,
        ShowErrors,
        Leaderboard,
        Predict,
        CompareData,
        WhatIf,
        ShowPipeline,
        Undo,
        Redo,
        EditStep,
        RemoveStep,
        StartOver,
        NameExperiment,
        ListExperiments,
        OpenExperiment,
        Branch,
        ApplyPipeline,
        Export,
        Help,
        Define,
        Tour,
        Suggest,
        ListOptions,
        JobStatus,
        Cancel,
    )
)
_BY_NAME = {tool.name: tool for tool in TOOLS}


def find_tool(name: str) -> Tool:
    """Finds a tool by its name; raises UserError with the nearest one."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    from rapidfuzz import process

    near = process.extractOne(name, list(_BY_NAME), score_cutoff=60)
    hint = f"Did you mean “{near[0]}”?" if near else "“list_options” shows what there is."
    raise UserError("unknown_tool", f"There is no tool “{name}”.", hint, ToolCall(tool="list_options"), argument="tool")
