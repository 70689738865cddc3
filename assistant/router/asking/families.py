"""Asks which model is meant where only a kind of models is named: “a discriminant analysis”, “density based clustering”, “some boosting model”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from engine.models import label_of

_KIND = r"(?:models?|methods?|algorithms?|classifiers?|regressors?|regressions?|learners?|ones?|things?|kinds?|types?)"
_BOOSTED = ("gradient_boosting", "hist_gradient_boosting", "xgboost", "lightgbm")
_OF_TREES = ("decision_tree", "random_forest", "extra_trees", "gradient_boosting")
_FAMILIES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (r"(?<!linear )(?<!quadratic )discriminant(?: function)? analys[ie]s|(?<!linear )(?<!quadratic )\bdiscriminant (?:models?|classifiers?)", ("lda", "qda"), ()),
    (r"\bdensity[ -]?(?:based)?[ -](?:based )?(?:cluster\w*|groups?|grouping|segment\w*)|\bcluster\w* (?:by|on|with|using|based on) (?:the )?density", ("dbscan", "hdbscan"), ("dbscan", "hdbscan")),
    (
        rf"\b(?:an?|some|any|one of the|which|whichever|a kind of|some kind of|"
        rf"some sort of) boosting(?: {_KIND})?\b(?=.*\b(?:several|which|whichever|some|any|many|either|one of|dont (?:recall|remember|know))\b)|"
        rf"\b(?:some|any|one of the|whichever|some kind of|some sort of) (?:gradient )?boosting (?:{_KIND})", _BOOSTED, _BOOSTED),
    (r"\b(?:penali[sz]ed|regulari[sz]ed|shrinkage) (?:linear )?(?:models?|regressions?|regressors?)", ("ridge", "lasso", "elastic_net"), ("ridge", "lasso", "elastic_net")),
    (r"\b(?:an?|some|any|the) (?:ensemble|bunch|committee|collection) of (?:decision )?trees\b|\btree[ -]?ensembles?\b", ("random_forest", "extra_trees", "gradient_boosting"), ("random_forest", "extra_trees", "gradient_boosting")),
    (r"\b(?:(?:an?|some|any|the) )?(?<!decision )(?<!extra )(?<!boosted )(?<!boosting )(?<!classification )(?<!regression )(?<!single )(?<!simple )(?<!randomi[sz]ed )trees?[ -]?(?:based )?(?:models?|methods?|algorithms?|classifiers?|regressors?|learners?)\b", _OF_TREES, _OF_TREES),
    (r"\b(?:interpretable|explainable|transparent|understandable) (?:models?|classifiers?|regressors?|one)\b", ("logistic_regression", "decision_tree"), ("linear_regression", "decision_tree")),
    (r"\bsomething with trees\b", _OF_TREES, _OF_TREES),
    (r"\bsomething linear\b", ("logistic_regression", "linear_svm", "lda"), ("linear_regression", "ridge", "lasso")),
    (r"\b(?:an?|some|any|the|simple|plain) linear (?:models?|classifiers?|methods?|algorithms?|learners?)\b|^linear (?:models?|classifiers?)$", ("logistic_regression", "linear_svm", "lda"), ()),
)
_PATTERNS = tuple((re.compile(pattern), classes, numbers) for pattern, classes, numbers in _FAMILIES)
_SOME_FAMILY = re.compile(r"discriminant|density|boosting|penali|regulari|shrinkage|tree|linear|able|transparent")


def refuse_family(clause: Clause, params: dict[str, Any] | None = None) -> None:
    """Asks between the models of the kind that is named, where the words name none of them."""
    if not _SOME_FAMILY.search(clause.norm):
        return
    numeric = clause.context.task == "regression"
    for pattern, classes, numbers in _PATTERNS:
        said = pattern.search(clause.norm)
        models = numbers if numeric else classes
        if said and models:
            more = {"params": params} if params else {}
            raise Unclear(f"“{said[0].strip()}” may be one of several models. Which one shall it be?", [option("train", {"model": model, **more}, f"Train {label_of(model)}") for model in models])
