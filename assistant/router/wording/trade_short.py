"""How those who train models all day write in a hurry: “cmp rf, logreg”, “kbest MI k=6”, “apply #2 from tuning”, “CM for xgb”."""

from __future__ import annotations

import re

_KINDS = {"cat": "categorical", "category": "categorical", "str": "text", "object": "text", "num": "numeric", "int64": "numeric", "float64": "numeric", "datetime64": "datetime"}
"""Types of values as they are written in code."""
_CAST = re.compile(r"^\s*(?:dtype|astype|cast)(?: of)? (?P<column>.{1,60}?)(?: ?(?:->|→|=) ?| (?:to|as) )(?P<kind>\w+)\s*$", re.I)


def _as_kind(match: re.Match[str]) -> str:
    return f"treat {match['column']} as {_KINDS.get(match['kind'].lower(), match['kind'])}"


TRADE_SHORT = (
    ("e-", re.compile(r"(?<![\w.])(?P<number>\d(?:\.\d+)?)e-(?P<places>[1-9])(?![\w.])", re.I), lambda match: f"{float(match['number']) / 10 ** int(match['places']):.{int(match['places']) + len(match['number'].partition('.')[2])}f}"),
    ("cmp", re.compile(r"\bcmp\b", re.I), "compare"),
    ("kbest", re.compile(r"\bk-?best\b(?! features)", re.I), "select k best features"),
    ("#", re.compile(r"(?P<what>\b(?:apply|use|take)(?: (?:the|tuning|trial|tuned|best|setting|settings|params|result))* ?)#(?P<rank>\d{1,3})\b(?=.*\b(?:tun|trial|search)|\s*$)|(?P<tuned>\b(?:tuning|trial) ?)#(?P<place>\d{1,3})\b", re.I), lambda match: f"{match['what'] or match['tuned']}rank {match['rank'] or match['place']}"),
    ("cv", re.compile(r"\b(?P<folds>\d{1,2}) ?x ?cv\b", re.I), r"\g<folds> fold cv"),
    ("cv", re.compile(r"(?<!time series )\bcv ?[=:]? ?(?P<folds>\d{1,2})(?: ?-?folds?)?(?![\w.%])", re.I), r"cross-validate \g<folds> folds"),
    ("tscv", re.compile(r"\btscv\b", re.I), "time series cv"),
    ("rs", re.compile(r"\brs ?= ?(?=\d)", re.I), "seed "),
    ("cm", re.compile(r"^(?P<lead>\s*(?:(?:show|plot|draw|give|me|the) )*)cm (?=(?:for|of|on|run|plot)\b)", re.I), r"\g<lead>confusion matrix "),
    ("calib", re.compile(r"\bcalib(?= (?:plot|curve|chart|diagram|of|for)\b)", re.I), "calibration"),
    ("sil", re.compile(r"\bsil(?= (?:plot|curve|chart|scores?)\b)", re.I), "silhouette"),
    ("if ", re.compile(r"^(?P<lead>\s*(?:(?i:train|fit|run) )?)IF(?= (?:\d+ trees|cont\w*|n_est\w*)\b)"), r"\g<lead>isolation forest"),
    ("cont", re.compile(r"\bcont(?:am)?(?= ?[=:] ?\d*\.?\d)", re.I), "contamination"),
    ("all num", re.compile(r"\ball num\b", re.I), "all numeric columns"),
    ("num", re.compile(r"\bnum(?= (?:mean|median|knn|cols?|vars?|feats?|features|columns|only|w/|with)\b)", re.I), "numeric columns"),
    ("cat", re.compile(r"\bcat(?= (?:mode|most|ohe|one-?hot|ordinal|vars?|feats?|w/|with)\b)", re.I), "categorical columns"),
    ("type", _CAST, _as_kind),
    ("cast", _CAST, _as_kind),
    ("pos", re.compile(r"^\s*(?:set (?:the )?)?(?:target|y|label) ?(?:to |= ?|: ?)?(?P<column>[^,]{1,40}?),? \(?pos(?:itive)?(?:[ _](?:class|label))? ?[=:]? ?(?P<value>[\w.]+)\)?\s*$", re.I), r"set the target to \g<column> with positive class \g<value>"),
    ("2d", re.compile(r"\b(?P<way>pca|umap|svd|ica) 2d\b", re.I), r"\g<way> to 2d"),
    ("3d", re.compile(r"\b(?P<way>pca|umap|svd|ica) 3d\b", re.I), r"\g<way> to 3d"),
)
"""A short word, where it stands for what, and that: read as `SAYINGS` are."""
