"""What the columns, values and other words around a verb say about its meaning: how much more or less a tool weighs."""

from __future__ import annotations

import re

from assistant.router.arguments.params import read_params
from assistant.router.asking.refused_rows import compares_columns, says_clock
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.described import called_so
from assistant.router.entities.direction import COMPLEMENT
from assistant.router.entities.gaps import gap, gaps_told
from assistant.router.entities.having import told_by_having
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.words import TIMES
from assistant.router.tool.triggers.wordlists import DROP, MODEL_PLOTS

_CUTS_ROWS = re.compile(r"(?:please )?(?:keep|retain|drop|remove|delete|discard|exclude|get rid of|cut|skip|throw (?:out|away)) (?:the |my |all )*(?:first|last|top|bottom|\d+)\b")
"""Rows that are to go by their place, which is no look at them."""
Change = tuple[str, int]
"""A tool, and what is added to its weight."""
_YES_ONLY = re.compile(
    r"^(?:only|just|no|not|never) (?:the |any )?@(?: [a-z]{2,}s)?$|^(?:the |all )*@(?: [a-z]{2,}s)? only$|"
    r"(?:^|\b)(?:anyone|anybody|people|persons|customers|clients|those|everyone|everybody|passengers|rows|records|ones|cases) (?:with|who|that|which|having|on|"
    r"are|is|were|was|have|has)(?: (?:a|an|the|any|are|is|have|has|had|were|was|who|that))? @|"
    r"(?:^|\b)(?:any|every|all|those|ones|(?:any|every)(?:thing|one|body)|[a-z]{3,}s) (?:that|which|"
    r"who)(?: (?:have|has|had|were|was|are|is|did|got|get|been|ever|already))* (?:never|not|didnt|wasnt|werent|hasnt|havent|isnt|"
    r"arent)(?: (?:yet|been|get|got|be|ever))* @|^@ only$|^(?:only|just|no|not) (?:the )?@$",
)
_MANY_WITH = re.compile(
    rf"(?:(?:please|so|and|just) )*(?:{DROP}) (?:the |all |any |those |these )*@ (?:with|without|where|that|which|who|whose|when|in which|on which|of|"
    rf"(?:better|worse|higher|lower|more|less|other|older|younger|bigger|smaller|longer|shorter) than|above|below|over|under) [^@]*(?:[#ND]|\bno\b)",
)
"""Rows called by a column’s name that are to go: “drop the days with zero rentals”."""
_FILLS = re.compile(r"\b(?:put|use|write|assume|suppose|fill\w*|enter|insert|set|make|take|impute|replace|say|call|give|becomes?|get|gets|means?|as|to|with|=)(?!\S)(?! (?:an? |the )*(?:known|unknown|missing|empty|valid|recorded|given)\b)")
_DROPS = re.compile(rf"(?:(?:please|so|and|just|then|now|can you|could you|lets) )*(?:{DROP})(?!\S)")
ROWS_TOLD = re.compile(r"\b(?:where|whose|in which|for which)\b[^@]{0,20}@ (?:is|are|was|were|=|equals?|says?|reads?|has|have|contains?|starts?|begins?|ends?)\b")
"""Rows told by what stands in a column, which is no column to drop: “drop visits where the outcome is cured”."""
_THOSE_WITHOUT = re.compile(r"(?:and |also )*(?:those|the ones|rows?|people|everyone|anyone|all) (?:with(?:out| no)|that have no|who have no) (?:an? |any |the )?@")
_OTHERS = re.compile(r"\b(?:rest|other|else|remaining)")
_LEFT_AS_IT_IS = re.compile(r"(?!keep|leave|ignore|i\b|the\b)\S+ .*\b(?:but|and|while) (?:leave|leaving|keep|keeping) ")
"""A request that only spares a column: “scale a and b but leave c as it is”."""


_MADE_A_KIND = re.compile(r"\b(?:make|turn|set|mark|declare) (?:the )?@ (?:columns? )?(?:(?:into|as|to|be) )*(?:an? )?(\w+)")
"""“make the order column an id”."""
_ON_ONE_SIDE = re.compile(r"@.* (?:in|on|of|into) (?:both\b|(?:the )?train\w* (?:data |set |part )?and (?:in |on )?(?:the )?test)")
"""Rows of one thing that are not to be torn apart: “no patient may be in both train and test”."""


def adjustments(clause: Clause) -> list[Change]:
    """Lists how the weights of the tools change by what stands around the verb; the changes add up in any order."""
    follows = [(clause.inherited, 1)] if clause.inherited else []
    return [*_of_rows(clause), *_of_columns(clause), *_of_predicting(clause), *_of_judging(clause), *_of_models(clause), *follows]


_COMPARED = re.compile(r"@ [^@]{0,25}(?:above|over|below|under|greater|less|more|fewer|older|younger|at least|at most|between|<|>|=|is|are) ?[^@]{0,12}\d")


def _of_rows(clause: Clause) -> list[Change]:
    """Rows that are chosen by a column or a value."""
    changes: list[Change] = []
    compared = _COMPARED.search(clause.masked)
    rows = clause.has("rows?|records?|entries|lines|people|passengers|customers|those|everyone|anyone|only|just|keep|where")
    yes_or_no = len(clause.columns) == 1 and clause.columns[0].clear and clause.context.kind(clause.columns[0].name) == "boolean"
    if (clause.values or compared) and rows:
        changes += [("filter_rows", 10), ("choose_features", -12)]
    if yes_or_no and _YES_ONLY.search(clause.masked):
        changes += [("filter_rows", 25), ("choose_features", -25), ("drop_columns", -25)]
    elif yes_or_no and re.match(r"(?:only|just|no) (?:the )?@$", clause.masked):
        changes += [("filter_rows", 20), ("choose_features", -20)]
    elif not clause.values and not clause.numbers and not called_so(clause) and not compares_columns(clause) and not (len(clause.columns) == 1 and gap(clause)) and not any(token.date for token in clause.tokens) and not clause.has("where|missing|blank|empty|contain\\w*|mention\\w*|includ\\w*|in (?:it|them|its|their)|known|is|are|people|rows|without"):
        changes.append(("filter_rows", -25))
    if ROWS_TOLD.search(clause.masked):
        changes.append(("drop_columns", -60))
    if (clause.values or clause.numbers) and not _FILLS.search(clause.masked) and gaps_told(clause):
        changes += [("drop_missing", -60), ("impute", -30), ("filter_rows", 10)]  # “field tests with known humidity”
    elif _DROPS.match(clause.masked) and gap(clause):
        changes.append(("impute", -60))  # “throw away visits where the outcome was never filled in”
    if clause.columns and clause.has("rows? (?:where|with|whose|in which|for which)|where|whose"):
        changes += [("drop_missing", -8), ("filter_rows", 6)] if len(clause.columns) < 2 else [("drop_missing", 14)]
    if _MANY_WITH.match(clause.shape.text) and clause.columns[0].score <= 1.0 and clause.word(clause.columns[0].end - 1).endswith("s"):
        changes.append(("drop_columns", -60))
    if clause.columns and _OTHERS.search(clause.masked) and COMPLEMENT.search(clause.shape.text) and not clause.has("columns?|features?|fields?"):
        changes.append(("drop_columns", -60))
    if _THOSE_WITHOUT.match(clause.masked):
        changes.append(("drop_columns", -60))
    if says_clock(clause) or clause.has("differences? (?:between |of )?train\\w*"):
        changes.append(("split", -100))
    if _CUTS_ROWS.match(clause.masked):
        changes.append(("preview", -100))
    if told_by_having(clause):
        changes += [("drop_missing", -60), ("drop_columns", -60), ("filter_rows", 25)]
    return changes


_NUMBER_OF_IT = re.compile(r"(?:(?:and|also|plus|or|but) )*(?:the )?@ number(?: (?:too|as well|please))*|(?:(?:and|also|plus) )+(?:the )?number of (?:the )?@")
"""What is called the number of something, and made none: “and the job number”."""
_SUM_OF_TWO = re.compile(r"(?:(?:the|add|make|a|new|column|feature|take|compute|calculate) )*(?:sum|product|difference|ratio) (?:of|between) (?:the )?@ (?:and|to) (?:the )?@(?: (?:please|as .*|called .*))?$")
_OVER_TIME = re.compile(r"@ (?:over|through|across|along) the @")


def _is_time(clause: Clause) -> bool:
    """Says whether the last column named says when: “mass over the years”."""
    names = clause.columns[-1].names
    return all(clause.context.kind(name) == "datetime" or not TIMES.isdisjoint(parts(name)) for name in names)


def _of_columns(clause: Clause) -> list[Change]:
    """Columns that are made, changed or left alone."""
    changes: list[Change] = []
    if clause.has(r"as an? (?:line|bar|box|scatter|violin|chart|plot|graph|histogram)"):
        changes += [("add_feature", -30)]
    if _LEFT_AS_IT_IS.match(clause.masked):
        changes.append(("acknowledge", -40))
    if clause.has("outliers?|z ?scores?|iqr|extremes?"):
        changes += [("set_threshold", -20), ("filter_rows", -15), ("scale", -15 * (not clause.has("(?:re)?scal\\w+|standardi\\w+|normali\\w+"))), ("train", -20 * clause.has("drop|remove|delete|clip|cap"))]
    if clause.columns and all(clause.context.kind(name) in ("numeric", "boolean") for mention in clause.columns for name in mention.names):
        changes.append(("extract_dates", -100))
    if clause.columns and all(_is_words(clause, mention) for mention in clause.columns):
        changes += [(tool, -30) for tool in ("scale", "transform", "handle_outliers", "add_polynomials")]
    if _OVER_TIME.search(clause.masked) and not clause.has("new|columns?|features?|ratio|divide\\w*") and _is_time(clause):
        changes.append(("add_feature", -40))
    if clause.has("binary"):
        changes.append(("bin", -100))
    if clause.has("why"):
        changes += [("sample_rows", -100), ("preview", -60)]
    if clause.columns and all(clause.context.kind(name) == "text" for mention in clause.columns for name in mention.names):
        changes.append(("encode", -10))
    if clause.columns and all(clause.context.kind(name) in ("categorical", "boolean") for mention in clause.columns for name in mention.names) and not clause.has("words?|text\\w*|tf ?idf|bag|tokens?|terms?|vector\\w*"):
        changes += [("vectorize_text", -100)]
    if clause.has("tf ?idf|bag of words|words (?:max|at most)|count vector\\w*"):
        changes.append(("encode", -15))
    if not clause.columns and not clause.context.features(("text",)):
        changes.append(("vectorize_text", -10))
    if _SUM_OF_TWO.match(clause.masked):
        changes += [("aggregate", -60), ("add_feature", 5)]
    if _NUMBER_OF_IT.fullmatch(clause.masked):
        changes.append(("set_kind", -100))
    if clause.has(r"encod\w*"):
        changes.append(("set_kind", -10))
    if clause.columns and all(_is_words(clause, mention) for mention in clause.columns) and clause.has(r"(?:turn|convert|change|make|transform|put)\b.*\b(?:in)?to (?:numbers|numeric|numerical|codes|integers)"):
        changes += [("set_kind", -20)]
    if clause.has("on average|averaged?|mean") and not clause.has("new|columns?|features?|add|create"):
        changes += [("add_feature", -30)]
    if clause.columns and vocabulary.MARKED.search(clause.masked):
        changes += [("profile", -100), ("filter_rows", -90)]
    kind = _MADE_A_KIND.search(clause.masked)
    if kind and vocabulary.first(kind[1], vocabulary.KINDS):
        changes.append(("add_feature", -30))
    if clause.has("(?:in|into) (?:\\w+ ){0,2}(?:clusters|segments)"):
        changes.append(("bin", -40))
    if clause.has("features? (?:are|matter|importance)|importance"):
        changes.append(("keep_best_features", -6))
    return changes


def _of_predicting(clause: Clause) -> list[Change]:
    """Records that a model is asked about."""
    changes: list[Change] = []
    if clause.values or len(clause.numbers) > 0:
        changes.append(("predict", 3 if clause.values or clause.columns else 0))
    if clause.columns and not clause.values and not clause.numbers:
        changes += [("predict", -6)]
    if "year" in clause.norm and re.search(r"\b(?:for|if|a|an|would) .*\d{1,3} ?(?:-? ?year|years)", clause.norm):
        changes.append(("predict", 8))
    if clause.has(r"predict\w*") and not clause.context.runs:
        changes += [("predict", -25 * bool(clause.values and not clause.numbers))]
    if clause.has("what if"):
        changes += [("predict", -10)]
    return changes


_AIMED_AT = re.compile(r"\b(?:get|give|make|reach|achieve|find|aim|go|want|need)\b[^.]{0,20}\b(?:best|highest|top|maximum|most|greatest|lowest) (?:possible )?METRIC$")
"""A metric that is to be made as good as can be: “give me the best auc”."""


def _of_judging(clause: Clause) -> list[Change]:
    """Folds, parts and runs that are judged or compared."""
    changes: list[Change] = []
    if _AIMED_AT.search(vocabulary.with_signs(clause.masked)):
        changes.append(("evaluate", -60))
    if clause.columns and not clause.context.runs:
        changes.append(("leaderboard", -100))
    if clause.columns and not clause.has("train\\w*|jobs?|runs?|running|tun\\w+|done|finish\\w*|ready|search|comparison"):
        changes.append(("job_status", -100))
    if clause.has("compare") and clause.has("runs|so far|trained"):
        changes.append(("compare_models", -10))
    if clause.has(r"cross ?valid\w*|cv|folds?") and not clause.has(r"\d+ ?/ ?\d+|\d+ ?%|split"):
        changes.append(("split", -30))
    if clause.has(r"\d+ ?-? ?folds?|k ?-? ?fold"):
        changes.append(("train", -30))
    if clause.has("evaluat\\w+|check (?:it|the model|that)|test (?:it|the model)|score it") and clause.has("on (?:the |my |our )?(?:test\\w*|train\\w*|validation|hold ?out)"):
        changes += [("split", -30), ("profile", -10)]
    if clause.columns and _ON_ONE_SIDE.search(clause.masked):
        changes += [("split", 20), ("drop_columns", -60)]
    if clause.has("folds?") and clause.numbers:
        changes.append(("evaluate", -10))
    if not clause.context.runs and re.fullmatch(r"(?:merge|join|unify|combine|lump) (?:them|these|those|both|the 2)(?: together)?", clause.norm):
        changes += [("ensemble", -60)]
    return changes


_A_NUMBER = re.compile(r"[-+]?[\d.,]+")


def _is_words(clause: Clause, mention: Mention) -> bool:
    """Says whether a column holds words that are no numbers, which can only be encoded."""
    values = clause.context.column(mention.name).get("values") or []
    return bool(values) and all(isinstance(value, str) and not _A_NUMBER.fullmatch(value) for value in values)


def _of_models(clause: Clause) -> list[Change]:
    """Models that are named, and how many."""
    models = vocabulary.every(clause.masked, vocabulary.MODELS)
    changes = [("set_task", -15), ("apply_pipeline", -40)] if models else []
    if clause.has(r"partial dependence|pdp|shap\w*|importances?"):
        changes.append(("plot", -15))
    if clause.context.runs and not clause.numbers and vocabulary.first(clause.masked, vocabulary.METRICS):
        changes.append(("split", -20))
    if clause.has(MODEL_PLOTS):
        changes.append(("plot", -10))
    if len(models) > 1:
        changes.append(("compare_models", 3 if clause.has("compar\\w+|try|which|versus|vs|or|benchmark|against|pit") else -8))
    if "isolation_forest" in models and clause.has("anomal\\w+|unsupervised|no (?:labels?|target)|novelty"):
        changes += [("handle_outliers", -20), ("set_task", -10), ("train", 12)]
    if {"local_outlier_factor", "one_class_svm", "elliptic_envelope"} & set(models) or ("isolation_forest" in models and clause.has("contamination|train|fit|trees|model|run")):
        changes += [("handle_outliers", -20), ("train", 6)]
    if clause.has(r"imput\w+|fill\w*"):
        changes.append(("train", -25))
    if models and clause.numbers and clause.has("per|by|each") and read_params(clause.norm, models[0]):
        changes.append(("aggregate", -30))
    if models and clause.has("sub ?samples?") and read_params(clause.norm, models[0]):
        changes.append(("sample_rows", -40))
    if models and clause.has("class weights?|class_weight|balanced"):
        changes.append(("balance", -20))
    return changes
