"""Reads an estimator's parameters from words: names come from the models' declarations, nicknames from one list."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from assistant.router.arguments.bare_number import beside_its_name
from assistant.router.entities.words import COMMON
from assistant.router.wording.normalize import plain_number
from engine.models import MODELS, Parameter

NICKNAMES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    # words, the parameters that they may mean (the first that the model has counts), the side on which the number stands
    (r"(?:decision |boosting )?(?:trees?|estimators?|ests?|boosters|stumps|boosting rounds|rounds|(?:boosting )?stages)", ("n_estimators", "max_iter"), "left"),
    (r"n[_ ]?est(?:im(?:ators?)?)?|ntrees?|num[_ ](?:trees|boost_round|boost rounds?)", ("n_estimators", "max_iter"), "right"),
    (r"levels?(?: deep)?", ("max_depth",), "left"),
    (r"(?:max(?:imum)? )?(?:tree )?depths?|deep(?:er than)?|md(?= ?[=:]? ?\d)", ("max_depth",), "right"),
    (r"learning rates?|lr|eta|shrinkage|step size|(?<!outlier )(?<!anomaly )(?<!error )(?<!dropout )rate(?= ?[=:]? ?0?\.\d)", ("learning_rate", "learning_rate_init", "eta0"), "right"),
    (r"(?:nearest )?neighbou?rs?|(?:nearest|closest)(?: (?:ones|points|rows|cases))?", ("n_neighbors",), "left"),
    (r"clusters?|groups|segments|centers|centroids", ("n_clusters", "n_components"), "left"),
    (r"components?|mixtures?", ("n_components",), "left"),
    (r"(?:min(?:imum)? )?samples (?:per |in (?:a |each )?)?lea(?:f|ves)|min(?:imum)? (?:leaf|samples leaf)(?: size)?|(?:[a-z]+ )?(?:per|in (?:each|every|a)) leaf|leaf size|msl(?= ?[=:]? ?\d)", ("min_samples_leaf", "min_child_samples"), "right"),
    (r"(?:min(?:imum)? )?samples (?:to |per )?split|mss(?= ?[=:]? ?\d)", ("min_samples_split",), "right"),
    (r"mcs(?= ?[=:]? ?\d)|min(?:imum)? (?:cluster|group) size", ("min_cluster_size",), "right"),
    (r"min(?:imum)? samples|minpts|min pts|ms(?= ?[=:]? ?\d)", ("min_samples",), "right"),
    (r"(?:max(?:imum)? )?(?:iterations?|iters?|epochs?)", ("max_iter", "n_estimators"), "left"),
    (r"(?:max(?:imum)? |num(?:ber)? (?:of )?)?leaves|leaf nodes", ("num_leaves", "max_leaves", "max_leaf_nodes"), "left"),
    (r"regulari[sz]ation(?: strength)?|penalty strength|penalty(?= (?:of|=|is|at|:)? ?0?\.?\d)", ("alpha", "C", "reg_lambda"), "right"),
    (r"sub(?:sampl\w+)?(?= ?[=:]? ?0?\.\d)", ("subsample",), "right"),
    (r"col(?:sample)?(?= ?[=:]? ?0?\.\d)", ("colsample_bytree",), "right"),
    (r"a(?= ?= ?\d*\.?\d)|alph?", ("alpha",), "right"),
    (r"(?:outlier|anomaly) (?:share|fraction|rate)|(?:share|fraction) of (?:outliers|anomalies)|cont(?:am)?(?= ?[=:]? ?\d*\.?\d)", ("contamination", "nu"), "right"),
    (r"epsilon|eps", ("eps", "epsilon"), "right"),
    (r"l1 ratio|mixing|l1(?= ?[=:]? ?0?\.\d)", ("l1_ratio",), "right"),
    (r"seed|random state", ("random_state",), "right"),
    (r"n(?= ?= ?\d)", ("n_estimators", "n_clusters", "n_neighbors", "n_components"), "right"),
    (r"k", ("n_clusters", "n_neighbors"), "right"),
)
_NUMBER = r"(-?\d+(?:\.\d+)?(?:e-?\d+)?|-?\.\d+)(%)?"
_ONE = re.compile(r"\b(alpha|c|gamma|degree|depth|eps|learning rate)(?: of| =| is)? one\b")
_AT_MOST = re.compile(r"\b(?:not|no|never) (?:more|larger|bigger|higher|over|above|beyond)(?: than)?(?= \d)")
_LINK = r" ?(?:=|:|of|to|is|at|set to|around|about|at most|at least|up to|only|max|maximum|size|a|,)?(?: (?:at most|at least|around|about|up to|only|of))? ?"
_LAYERS = re.compile(
    r"\b(?:hidden[ _])?layers?(?:[ _]sizes?)? ?(?:of|=|:|"
    r"with)?(?: size)? ?(?:\( )?(\d+(?: ?(?:,|and|-|x) ?\d+(?!\d| ?(?:epochs?|iter\w*|rounds|max|trials|steps))){0,4})(?: (?:neurons|units|nodes))?|"
    r"\b(\d+(?: ?(?:,|and|-|x) ?\d+){0,4}) (?:neurons|hidden units|hidden neurons|hidden nodes|units|hidden(?! ?layers?))\b",
)


_LAYERS_OF = re.compile(r"\b([1-9]) (?:hidden )?layers? (?:(?:of|with|each (?:of|with)|having|x) )?(\d{1,4})(?: (?:neurons|units|nodes))?(?: each)?\b(?! ?(?:,|and) ?\d)")
"""“two layers of 32”."""
_SIZES_AFTER = re.compile(r"\blayers? ?(?:,|:|\() ?(?:of )?(\d{1,4}(?: ?(?:,|and|-|x|/) ?\d{1,4}(?! ?(?:epochs?|iter\w*|rounds|max|trials|steps))){1,4})(?!\d)")
"""“two hidden layers, 64 and 32”"""
_BARE_LAYERS = re.compile(
    r"^(?:train |fit |an? )*(?:mlp|nn|neural net(?:work)?) (?:with |of |"
    r"\( )?(\d{1,4}(?: ?, ?(?=\))|(?:(?: ?[,/x-] ?| )\d{1,4}){1,4}))(?: ?\))?(?:(?: (?:with )?(?:relu|tanh|logistic|identity))?$|"
    r"(?= ?,? ?\d+ (?:epochs?|iter\w*))|(?= ?,? ?(?:(?:with|and|lr|learning|alpha|relu|tanh|logistic|identity|adam|lbfgs|sgd|solver|activation|batch|max|seed|"
    r"early)\b)))",
)
"""“mlp 64,32”."""


@lru_cache(maxsize=128)
def declared(model: str | None) -> dict[str, Parameter]:
    """The parameters of a model for all its tasks; those of all models where none is named."""
    found: dict[str, Parameter] = {}
    for entry in MODELS:
        if model in (None, entry.id):
            for task in entry.tasks:
                for name, parameter in entry.parameters_for(task).items():
                    choices = found[name].choices if name in found else ()
                    found[name] = replace(found.get(name, parameter), choices=(*choices, *(choice for choice in parameter.choices if choice not in choices)))
    return found


def read_params(words: str, model: str | None) -> dict[str, Any]:
    """Reads parameters and their values from lower-case words; each number belongs to one parameter."""
    return dict(_read(words, model))


@lru_cache(maxsize=64)
def _read(words: str, model: str | None) -> dict[str, Any]:
    """Reads the same words once, however often they are looked at while a message is read."""
    known = declared(model)
    words = _ONE.sub(r"\1 1", _AT_MOST.sub("at most", words))
    found: dict[str, Any] = {}
    taken: list[tuple[int, int]] = []
    if "hidden_layer_sizes" in known and (deep := _LAYERS_OF.search(words)):
        found["hidden_layer_sizes"] = [int(deep[2])] * int(deep[1])
        taken.append(deep.span())
    elif "hidden_layer_sizes" in known and (sizes := _SIZES_AFTER.search(words)):
        found["hidden_layer_sizes"] = [int(size) for size in re.findall(r"\d+", sizes[1])]
        taken.append(sizes.span())
    elif model and "hidden_layer_sizes" in known and (bare := _BARE_LAYERS.search(words)):
        found["hidden_layer_sizes"] = [int(size) for size in re.findall(r"\d+", bare[1])]
        taken.append(bare.span())
    elif "hidden_layer_sizes" in known and (layers := _LAYERS.search(words)) and not (layers[1] and re.fullmatch(r"\d", layers[1])):
        found["hidden_layer_sizes"] = [int(size) for size in re.findall(r"\d+", layers[1] or layers[2])]
        taken.append(layers.span())
    for start, end, name, side in _mentions(words, known, model):
        number = _beside(words, start, end, side, taken) if not any(start < stop and begin < end for begin, stop in taken) else None
        if number is not None:
            value, span = number
            found.setdefault(name, value)
            taken += [span, (start, end)]
    told = _share(words, known, found) | beside_its_name(words, model, known) | found if model else found
    return _of_them(words, known) | (told or _how_many(words, known if model else {})) | _choices(words, known, found, model is not None)


def _mentions(words: str, known: dict[str, Parameter], model: str | None) -> list[tuple[int, int, str, str]]:
    """Where parameters are spoken of: by their own names first, then by nicknames."""
    found: list[tuple[int, int, str, str]] = []
    for name, parameter in known.items():
        if parameter.kind in ("choice", "boolean", "sizes"):
            continue
        for match in _own_name(name).finditer(words):
            found.append((*match.span(), name, "right"))
    for pattern, names, side in _nicknames():
        meant = next((name for name in names if name in known and known[name].kind not in ("choice", "boolean")), None) if model else names[0]
        if meant is None:
            continue
        for match in pattern.finditer(words):
            if not any(match.start() < end and start < match.end() for start, end, _, _ in found):
                found.append((*match.span(), meant, side))
    return sorted(found)


@lru_cache(maxsize=512)
def _own_name(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{name.lower().replace('_', '[_ ]')}\b")


@lru_cache(maxsize=1)
def _nicknames() -> tuple[tuple[re.Pattern[str], tuple[str, ...], str], ...]:
    return tuple((re.compile(rf"\b(?:{words})\b"), names, side) for words, names, side in NICKNAMES)


_PLAIN = r"-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\d.]| (?:trials?|tries|rounds|combinations|seconds|minutes|times)\b)"
_SEVERAL = r"(?:between |from |in |among |of )?(?:\[ |\( )?(" + _PLAIN + r")( ?(?:(?:up )?to|-|through) ?" + _PLAIN + r"|(?: ?(?:,|/|or|and|, or|, and) ?" + _PLAIN + r")+)"
_SEVERAL_RIGHT = re.compile(r"(?: (?:for|of|in) (?:the |an? )?\w+(?: \w+)?)?? ?(?:=|:|is|at|of|in|over)? ?(?:values? )?" + _SEVERAL)
_SPACED = re.compile(rf" ?[=:]? ?({_PLAIN}(?: {_PLAIN})+)(?! ?[/-])")
"""“C 0.1 1 10”"""
_SEVERAL_LEFT = re.compile(r"(?:^|[^\w.-])" + _SEVERAL + r" $")


def read_space(words: str, model: str | None) -> dict[str, Any]:
    """Reads what a search may try: “depth 3 to 9” is a range, “100, 200 or 400 trees” a list; what stands alone is no space."""
    known = declared(model)
    found: dict[str, Any] = {}
    for start, end, name, side in _mentions(words, known, model):
        right, left = _SEVERAL_RIGHT.match(words, end), _SEVERAL_LEFT.search(words[:start])
        match = (left or right) if side == "left" else (right or left)
        spaced = _SPACED.match(words, end) if match is None and side == "right" else None
        if spaced:
            found.setdefault(name, [_value(number, None) for number in spaced[1].split()])
        if match is None:
            continue
        numbers = [_value(number, None) for number in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", re.sub(r"(?<=\d) ?- ?(?=\d)", " to ", match[1] + match[2]))]
        range_said = len(numbers) == 2 and (re.search(r"\b(?:to|through)\b| ?- ?", match[2]) or "between" in match[0])
        found.setdefault(name, {"low": min(numbers), "high": max(numbers)} if range_said else numbers)
    return found


_PLURAL = re.compile(r"\b(?:depths|rates|values|alphas|sizes|trees|estimators|neighbou?rs|leaves|clusters|epochs)\b")


def tries_several(words: str) -> bool:
    """Says whether words name several values of a parameter, which only a search tries: “depths 3, 5 and 8”."""
    space = read_space(words, None)
    return any(isinstance(values, dict) or len(values) > 2 or _PLURAL.search(words) is not None for values in space.values())


_RIGHT = re.compile(_LINK + _NUMBER + r"(?![\d/])")
_LEFT = re.compile(r"(?:^|[^\w.-])" + _NUMBER + r"(?: ?- ?)? ?(?P<percent>percent |per cent )?(?:max(?:imum)? |boosting |hidden |nearest )?$")


def _beside(words: str, start: int, end: int, side: str, taken: list[tuple[int, int]]) -> tuple[Any, tuple[int, int]] | None:
    right = _RIGHT.match(words, end)
    left = _LEFT.search(words[max(0, start - 24) : start])
    offset = max(0, start - 24)
    options = []
    if right and not any(right.start(1) < stop and begin < right.end(1) for begin, stop in taken):
        options.append(("right", _value(right[1], right[2]), right.span(1)))
    if left and not any(offset + left.start(1) < stop and begin < offset + left.end(1) for begin, stop in taken):
        options.append(("left", _value(left[1], left[2] or left["percent"]), (offset + left.start(1), offset + left.end(1))))
    options.sort(key=lambda entry: entry[0] != side)
    return options[0][1:] if options else None


def _of_them(words: str, known: dict[str, Parameter]) -> dict[str, Any]:
    """Reads “extra trees, 400 of them”."""
    match = re.search(r"(?<![\d.])(\d{1,5}) of (?:them|those)\b", words)
    return {"n_estimators": int(match[1])} if match and "n_estimators" in known else {}


def _share(words: str, known: dict[str, Parameter], found: dict[str, Any]) -> dict[str, Any]:
    """Reads “an isolation forest, about 3% of them are odd”: the only share that such a model takes, unless it is another's."""
    shares = re.findall(r"(?<![\d.])(\d[\d.]*)(?:%| percent\b| per cent\b)", words)
    name = next((name for name in ("contamination", "nu") if name in known), None)
    return {name: _value(shares[0], "%")} if name and len(shares) == 1 and _value(shares[0], "%") not in found.values() else {}


_BARE_TREES = re.compile(r"(?:rf|forests?|extra ?trees|xgb\w*|xg boost|lgbm|light ?gbm|gbm|boosting)(?: of| with)? (\d{2,4})$")
"""“rf 500”."""


_BARE_STRENGTH = re.compile(r"\b(?:lasso|ridge)(?: (?:regression|with|of|at))* (\d*\.?\d+)$")
"""“lasso 0.5”"""
_BARE_MIXTURE = re.compile(r"(?:gmm|mixtures?(?: models?)?)(?: (?:with|of|in|into|k ?=))? (\d{1,2})$")
"""“gmm 3”"""
_HEAPS = re.compile(r"(?<![\d.])([2-9]|[1-4]\d) (?:[a-z]+ )?(?!(?:trials|tries|seconds|minutes|hours|times|rounds|folds|iterations|epochs|features|columns|rows|inits|starts|runs|components)\b)[a-z]{2,}s\b")
"""“4 gangs”, “5 heaps”: what groups are called by somebody who has no other word for them."""


def _how_many(words: str, known: dict[str, Parameter]) -> dict[str, Any]:
    """Reads “kmeans with 5” and “knn 7”, where a model has a number that everybody means."""
    match = re.search(r"(?:\b(?:with|of|into|in|for)|means?|nn|neighbou?rs?) ?=? ?(\d{1,3})$", words)
    name = next((name for name in ("n_clusters", "n_neighbors") if name in known), None)
    strength = _BARE_STRENGTH.search(words) if "alpha" in known and match is None else None
    if strength:
        return {"alpha": _value(strength[1], None)}
    mixed = _BARE_MIXTURE.search(words) if "n_components" in known and "covariance_type" in known else None
    if mixed:
        return {"n_components": int(mixed[1])}
    trees = _BARE_TREES.search(words) if "n_estimators" in known else None
    if trees:
        return {"n_estimators": int(trees[1])}
    heaps = _HEAPS.findall(words) if match is None and name == "n_clusters" else []
    if name and len(heaps) == 1:
        return {name: int(heaps[0])}
    return {name: int(match[1])} if match and name else {}


def _value(text: str, percent: str | None) -> Any:
    number = float(text)
    return plain_number(round(number / 100, 8) if percent else number)


_PENALTY_NAMED = re.compile(r"\b(lasso|ridge) (?:penalty|regulari[sz]ation)\b")
"""“logreg, lasso penalty”"""
_PENALTY_ALONE = re.compile(r"\bl ?([12])\b(?![ _]ratio)")
"""“logreg C=.5 l1”"""
_PENALTY = re.compile(r"\bl ?([12]) (?:penalty|norm|regulari[sz]\w+|(?=logistic|logit|log ?reg|linear))|\b(?:penalty|regulari[sz]ation) ?(?:=|:|of|is)? ?'?l ?([12])\b")
"""“with an l1 penalty”."""


_SHORT = {"average": "avg", "distance": "dist", "linear": "lin(?:ear)?(?! (?:regress|model))", "full": "full(?! (?:data|table|dataset|set|rows|sample))", "manhattan": "l1 metric|l1 distance|city ?block"}
"""How choices are written in a hurry: “avg linkage”, “dist weights”, “svm lin”."""
_BALANCED = re.compile(
    r"\b(?:rf|forest|trees|logreg|logistic|logit|svm|svc|lgbm|regression|classifier|"
    r"tree)(?: (?:linear|rbf|poly|sigmoid|l1|l2|[a-z_]{1,12} ?=? ?[\d.]+) ?,?){0,4} balanced(?! (?:acc\w*|data|rows|set|table|sample))\b|"
    r"\bbalanced (?:class )?weights?\b|\b(?:with|w|using|and|,|\+) class ?weights?(?! ?[=:]? ?(?:none|off|false))\b|"
    r"\bbalanced (?:rf|random forest|forest|extra ?trees|decision tree|tree|logreg|logistic|logit|svm|svc|lgbm|lightgbm)\b|"
    r"\bwith (?:the )?(?:classes balanced|balanced classes)\b",
)
"""“rf balanced”"""


def _choices(words: str, known: dict[str, Parameter], found: dict[str, Any], bare: bool) -> dict[str, Any]:
    """Reads “rbf kernel”, “distance weights”, “class_weight balanced”, “bootstrap = false”."""
    read: dict[str, Any] = {}
    words = _PENALTY_NAMED.sub(lambda match: f"{'l1' if match[1] == 'lasso' else 'l2'} penalty", words)
    penalty = (_PENALTY.search(words) or (_PENALTY_ALONE.search(words) if bare and "C" in known else None)) if "l1_ratio" in known and "l1_ratio" not in found else None
    if penalty:
        read["l1_ratio"] = 1 if "1" in penalty.groups() else 0
    if bare and "class_weight" in known and _BALANCED.search(words):
        read["class_weight"] = "balanced"
    for name, parameter in known.items():
        if name in found:
            continue
        said = rf"{name.lower().replace('_', '[_ ]')}s?"
        if name.lower().replace("_", " ") not in words.replace("_", " "):
            alone = [choice for choice in parameter.choices if bare and isinstance(choice, str) and ((choice not in COMMON and re.search(rf"(?<![\w-]){re.escape(choice.lower())}(?![\w-])", words)) or (choice in _SHORT and re.search(rf"\b(?:{_SHORT[choice]})\b", words)))]
            if alone:
                read[name] = alone[0]  # “svm rbf”
            if alone or name != "weights" or "weight" not in words:
                continue
            said = r"weight(?:s|ed|ing)?"
        choices = [choice for choice in (*parameter.choices, *parameter.words) if isinstance(choice, str)]
        for choice in choices:
            shown = re.escape(choice.lower()).replace("_", "[_ ]") + ("(?:nomial)?" if choice == "poly" else f"|{_SHORT[choice]}" if choice in _SHORT else "")
            shown = f"(?:{shown})"
            if re.search(rf"\b{said}\b ?(?:=|:|of|is|to)? ?'?{shown}\b|\b{shown} {said}\b", words):
                read[name] = choice
                break
        if parameter.kind == "boolean" and (match := re.search(rf"\b{said} ?(?:=|:|is|to)? ?(true|false|on|off|yes|no)\b|\b(without|no|with) {said}\b", words)):
            read[name] = (match[1] or match[2]) in ("true", "on", "yes", "with")
    return read
