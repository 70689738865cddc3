"""How those who train models all day write in a hurry: “cmp rf, logreg”, “kbest MI k=6”, “apply #2 from tuning”, “CM for xgb”."""

from __future__ import annotations

import re
from collections.abc import Callable

_KINDS = {"cat": "categorical", "category": "categorical", "str": "text", "object": "text", "num": "numeric", "int64": "numeric", "float64": "numeric", "datetime64": "datetime"}
"""Types of values as they are written in code."""
_CAST = re.compile(r"^\s*(?:dtype|astype|cast)(?: of)? (?P<column>.{1,60}?)(?: ?(?:->|→|=) ?| (?:to|as) )(?P<kind>\w+)\s*$", re.I)


def _as_kind(match: re.Match[str]) -> str:
    return f"treat {match['column']} as {_KINDS.get(match['kind'].lower(), match['kind'])}"


_MADE = re.compile(r"^\s*(?:new )?(?:feature|feat|col|column) ?: ?(?=[^:]*\w ?[-+*/] ?\w)", re.I)
"""“feature: temp - inlet_temp”"""
_THREE = re.compile(r"^\s*(?P<how>ensemble|stack|vote|blend|combine|average)(?: of)?(?: the| my)? (?:top|best) (?:3|three)(?: models| runs)?\s*$", re.I)
"""“ensemble top 3”: so many are taken where nothing is said."""
_WAY_FIRST = re.compile(r"(?P<cut> ?/ ?)?\b(?P<way>mean|median|mode|knn|most frequent) (?:for |on )?(?P<what>num|cat)s?\b", re.I)
"""“median num / mode cat”"""
_THEN = re.compile(r"\s*(?:->|→)\s*(?=(?:cm|conf\w*|roc|pr|shap|lime|eval\w*|calib\w*|tune|cv|cross|export|predict|explain|plot|train|rf|xgb|lgbm|logreg|lb|leaderboard|apply)\b)", re.I)
"""“rf -> cm”, “xgb → tune 50 → apply”"""
_ON_COLUMNS = re.compile(r"^(?P<model>[^:,;\n]{2,50}?),? (?:but )?(?:with|on|using|from) (?:only |just )?(?:the |these |those )?(?:\d{1,2} )?(?:features|columns) ?: ?(?P<columns>[^:;\n]{2,200})$", re.I)
"""“forest with only 3 features: age, sex and fare”"""
_MOVED = re.compile(r"\b(?P<what>threshold|thresh|thr|cut-?off) (?:from )?\.?\d[\d.]*%? ?(?:->|→|to) ?(?=\.?\d)", re.I)
"""“threshold 0.5 -> 0.35”"""
_MINUTES = re.compile(r"(?P<what>\b(?:autopilot|automl|compare|cmp|tune|hpo|bayes\w*|optuna)\b[^.;\n]{0,80}?\b\d{1,3}) ?m(?=\s|,|$)", re.I)
"""“autopilot 15m”"""


def _each_kind(match: re.Match[str]) -> str:
    return f"{', ' if match['cut'] else ''}{'numeric' if match['what'].lower() == 'num' else 'categorical'} columns {match['way']}"


TRADE_SHORT: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("e-", re.compile(r"(?<!\w)(?<!\d\.)(?P<number>\d(?:\.\d+)?)e-(?P<places>[1-9])(?!\w|\.\d)", re.I), lambda match: f"{float(match['number']) / 10 ** int(match['places']):.{int(match['places']) + len(match['number'].partition('.')[2])}f}"),
    ("cmp", re.compile(r"\bcmp\b", re.I), "compare"),
    ("kbest", re.compile(r"\bk-?best\b(?! features)", re.I), "select k best features"),
    ("#", re.compile(
        r"(?P<what>\b(?:apply|use|take)(?: (?:the|tuning|trial|tuned|best|setting|settings|params|result))* ?)#(?P<rank>\d{1,3})\b(?=.*\b(?:tun|trial|search)|"
        r"\s*$)|(?P<tuned>\b(?:tuning|trial) ?)#(?P<place>\d{1,3})\b", re.I), lambda match: f"{match['what'] or match['tuned']}rank {match['rank'] or match['place']}"),
    ("cv", re.compile(r"\b(?P<folds>\d{1,2}) ?x ?cv\b", re.I), r"\g<folds> fold cv"),
    ("cv", re.compile(r"(?<!time series )\bcv ?[=:]? ?(?P<folds>\d{1,2})(?: ?-?folds?)?(?![\w.%])", re.I), r"cross-validate \g<folds> folds"),
    ("tscv", re.compile(r"\btscv\b", re.I), "time series cv"),
    ("rs", re.compile(r"\brs ?= ?(?=\d)", re.I), "seed "),
    ("->", _THEN, ", then "), ("→", _THEN, ", then "),
    ("cm", re.compile(r"(?P<lead>(?:^|[,;]|\bthen\b|\band\b)\s*(?:(?:show|plot|draw|give|me|the) )*)cm(?= (?:for|of|on|run|plot|and|then)\b|\s*$|\s*[,;])", re.I), r"\g<lead>confusion matrix"),
    ("nb", re.compile(r"\b(?P<how>(?:export|download|dl|save|as|dump|give me)(?: (?:an?|the|as|to|it))*) nb\b", re.I), r"\g<how> notebook"),
    ("report", re.compile(r"\breport (?:the |its |me (?:the )?)?(?=(?:auc|roc|acc|accuracy|f1|recall|precision|mae|rmse|mse|r2|mape|log ?loss|metrics|scores?)\b)", re.I), "tell me the "),
    ("balanced", re.compile(r"(?P<with>\bwith [^.;]{1,60}?),? and balanced class weights?\b", re.I), r"\g<with> class_weight=balanced"),
    ("cw", re.compile(r"\bcw(?= ?=? ?balanced\b)", re.I), "class weights"),
    ("gkf", re.compile(r"\bgkf\b", re.I), "group k-fold"),
    ("feature", _MADE, "new column "),
    ("col", _MADE, "new column "),
    ("poly", re.compile(r"^(?P<lead>\s*)poly(?P<degree>[2-5])\b", re.I), r"\g<lead>polynomial features degree \g<degree>"),
    ("const", re.compile(r"\bconst(?= (?:cols?|columns|feats?|features|vars?)\b)", re.I), "constant"),
    ("var", re.compile(r"\b(?P<what>(?:near|quasi)[ -](?:zero|constant)|zero|low)[ -]var\s*$", re.I), "low variance features"),
    ("corr", re.compile(r"\bcorr(?= (?:feats?|features|cols?|columns|vars?)\b)", re.I), "correlated"),
    ("exp", re.compile(r"^(?P<lead>\s*(?:name|call) (?:this|the|my) )exp(?:eriment)? (?=\S)", re.I), r"\g<lead>experiment "),
    ("imp", re.compile(r"^(?P<lead>\s*)imp (?=\w)", re.I), r"\g<lead>impute "),
    ("mice", re.compile(r"^\s*mice (?:on |for )?(?=\w)", re.I), "impute by mice "),
    ("rand", re.compile(r"\brand(?= (?:rows?|sample|obs|records|lines)\b)", re.I), "random"),
    ("cal", re.compile(r"\bcal(?= (?:curve|plot)\b)", re.I), "calibration"),
    ("pipe", re.compile(r"\b(?P<how>show|print|see|list) (?:the |my )?pipe\b", re.I), r"\g<how> the pipeline"),
    ("em all", re.compile(r"\b(?P<how>train|try|fit|run) '?em all\b", re.I), r"\g<how> all models"),
    ("sampl", re.compile(r"(?P<what>\b(?:down|under|over|up)-?sampl\w*(?: [a-z]+){0,3}?),? (?:to )?(?:1 ?: ?1|50 ?[/:] ?50|parity)(?![\w/:])", re.I), r"\g<what>"),
    ("thr", _MOVED, r"\g<what> to "),
    ("cut", _MOVED, r"\g<what> to "),
    ("sne", re.compile(r"\bt-?sne\b", re.I), "t-SNE"),
    ("trials", re.compile(r"\btrials (?:plot|chart|history)\b", re.I), "tuning history"),
    ("pred", re.compile(r"\b(?:avg|average|blend|mix|combine) (?:the )?(?:predictions|preds|probas?) of (?:runs? )?(?P<runs>\d{1,3}(?: ?(?:,|and|&|\+) ?\d{1,3})+)", re.I), r"average runs \g<runs>"),
    ("tab", re.compile(r"^\s*cross-?tab(?:ulate|ulation)? (?:of |for )?(?P<one>[^,]{1,40}?)(?: and | x | vs | by |, ?| )(?P<two>\w{1,40})\s*$", re.I), r"count by \g<one> and \g<two>"),
    ("prob", re.compile(r"^(?P<lead>\s*)(?P<target>\w{1,40}) (?:prob|probability|proba) (?:for|if|at|given|with|when|of) ", re.I), r"\g<lead>predict \g<target> for "),
    ("p(", re.compile(r"^\s*p\( ?(?P<target>\w{1,40}) ?\| ?(?P<given>[^()]{3,300})\)[? ]*$", re.I), r"predict \g<target> for \g<given>"),
    ("?", re.compile(r"^\s*(?P<given>[^?\n]{5,300}?[=:][^?\n]{1,300}?)\s*(?:->|→|=>)\s*\?+\s*$"), r"predict \g<given>"),
    ("pred", re.compile(r"^\s*(?:predict|pred)(?: for)? ?:? ?[\[(]?(?P<given>\w[^=\n\[\]()]{0,60}=[^=\n\[\]()]{1,60}=[^\n\[\]()]{1,300}?)[\])]?[ .?]*$", re.I), lambda match: f"predict {re.sub(r' ?= ?', ' ', match['given'])}"),
    ("cluster ", re.compile(r"^\s*(?:(?:show|the|give|me) )*cluster (?:sizes?|profiles?|means|cent(?:er|re|roid)s|summary)\s*$", re.I), "describe the clusters"),
    ("train", re.compile(r"\b(?P<metric>r2|rmse|mae|mse|mape|f1|auc|acc|accuracy|recall|precision|scores?|metrics) (?:on |for )?train ?/ ?(?P<other>test|val\w*)\b", re.I), r"\g<metric> on train and on \g<other>"),
    ("coef", re.compile(r"(?<!correlation )\b(?:coefs|coeffs|(?:model |regression )?coefficients)\b", re.I), "feature importances"),
    ("psi", re.compile(r"\bpsi (?=\S+\.\w{2,7}\b)", re.I), "drift against "),
    ("report on", re.compile(r"\breport (?=on (?:the )?(?:val|test|train|hold)\w*)", re.I), "evaluate "),
    ("num", _WAY_FIRST, _each_kind), ("cat", _WAY_FIRST, _each_kind),
    (" as ", re.compile(r"^\s*(?P<one>[^\W\d]\w*) ?\+ ?(?P<two>[^\W\d]\w*) as (?:an? )?(?P<kind>cats?|categor\w+|factors?|text|ids?|dates?)[.! ]*$", re.I), lambda match: f"treat {match['one']} and {match['two']} as {_KINDS.get(match['kind'].lower().rstrip('s'), match['kind'])}"),
    ("+", re.compile(r"^(?P<verb>\s*(?:std|standardi[sz]e|scale|min-?max|z-?score|robust|ohe|one-?hot|encode|impute|normali[sz]e) )(?P<one>[^\W\d]\w*) ?\+ ?(?P<two>[^\W\d]\w*)(?= *(?:$|[,;.]))", re.I), r"\g<verb>\g<one> and \g<two>"),
    ("+", re.compile(r"(?<=\w)\+(?=(?:rf|xgb|lgbm|logreg|lr|svm|svc|knn|gbm|gbc|et|mlp|ridge|lasso|catboost|forest|nb)\b)", re.I), " and "),
    ("drop", re.compile(r"(?P<coded>\b(?:dummies|one-?hot|ohe|dummy\w*|encod\w+)\b[^;\n]{0,60}?)[, (]+drop[ _=']{1,3}first\b'?\)?", re.I), r"\g<coded>"),
    ("yes", re.compile(
        r"^\s*(?P<what>[^,;.:?\n]{2,40}?):? (?:from )?yes ?(?:/|and|or|,)? ?no (?:to|->|into|as|=) (?:an? )?(?P<kind>bool(?:ean)?|true ?/ ?false|"
        r"1 ?(?:/|and|or|,)? ?0|0 ?(?:/|and|or|,)? ?1)\s*$", re.I), lambda match: f"treat {match['what']} as boolean" if match["kind"][0] in "btBT" else f"turn {match['what']} into 0/1"),
    ("y/n", re.compile(
        r"^\s*(?P<what>[^,;.:?\n]{2,40}?):? (?:from )?y ?/ ?n (?:to|->|into|as|=) (?:an? )?(?P<kind>bool(?:ean)?|true ?/ ?false|1 ?(?:/|and|or|,)? ?0|"
        r"0 ?(?:/|and|or|,)? ?1)\s*$", re.I), lambda match: f"treat {match['what']} as boolean" if match["kind"][0] in "btBT" else f"turn {match['what']} into 0/1"),
    ("log", re.compile(r"(?P<log>\blog\w*),? then (?P<way>standard|min-?max|robust|z-?score)\s*$", re.I), r"\g<log>, then \g<way> scale them"),
    ("top", _THREE, r"\g<how> the best models"), ("best", _THREE, r"\g<how> the best models"),
    ("grid", re.compile(r"^(?P<lead>\s*)grid (?=(?:xgb|lgbm|rf|et|gbm|svm|knn|mlp|dt|logreg|hgb|ridge|lasso)\w*\b)", re.I), r"\g<lead>grid search "),
    ("grid", re.compile(r"^\s*grid ?[:,-]? ?(?=[^\n]*[\[(=]\s*\.?\d)(?!search)", re.I), "grid search "),
    ("target dist", re.compile(r"\btarget dist\b", re.I), "target distribution"),
    ("features", _ON_COLUMNS, r"use only the columns \g<columns>, then \g<model>"), ("columns", _ON_COLUMNS, r"use only the columns \g<columns>, then \g<model>"),
    ("pipeline", re.compile(r"^\s*pipeline ?: ?(?=[^,;\n]+[,;])", re.I), ""),
    ("~", re.compile(r"^\s*(?P<figure>mean|avg|average|median|sum|max|min) (?:of )?(?P<what>\w+) ?~ ?(?P<one>\w+)(?: ?[+*x] ?(?P<two>\w+))?\s*$", re.I), lambda match: f"{match['figure']} of {match['what']} by {match['one']}{' and ' + match['two'] if match['two'] else ''}"),
    ("~", re.compile(r"^\s*(?P<y>[^\W\d]\w{0,40}) ?~ ?(?P<x>[^\W\d]\w{0,40}(?: ?\+ ?[^\W\d]\w{0,40})+)\s*$"), lambda match: f"set the target to {match['y']}, then use {match['x'].replace('+', ',')} as features"),
    ("rename", re.compile(r"^(?P<first>\s*rename [^;\n]{1,60}?(?:=>|->)[^;\n]{1,40}?) ?;(?= *\w{1,40} *(?:=>|->))", re.I), r"\g<first>,"),
    ("~", re.compile(r"^\s*(?P<y>[^\W\d]\w{0,40}) ?~ ?\.? *$"), r"predict \g<y>"),
    ("dow", re.compile(r"(?<=[:,(+ ])dow(?= *(?:[,+&]|and)? *(?:months?|years?|hours?|days?|quarters?|$))", re.I), "weekday"),
    ("x", re.compile(r"^\s*y ?= ?(?P<y>\w{1,40}) ?[,;] ?X ?= ?(?P<x>[^=\n]{2,200})$"), r"set the target to \g<y>, then use \g<x> as features"),
    ("_error", re.compile(r"\b(?:mean|median|root)_\w{3,20}_error\b", re.I), lambda match: match[0].replace("_", " ")),
    ("_score", re.compile(r"\b(?P<metric>accuracy|roc_auc|f1|recall|precision|r2|silhouette|balanced_accuracy|average_precision)_score\b", re.I), r"\g<metric>"),
    ("pivot", re.compile(r"^\s*pivot (?P<one>\w+) (?:x|by|vs|against) (?P<two>\w+)[ ,:]+(?P<figure>mean|avg|sum|median|max|min) (?:of )?(?P<what>\w+)\s*$", re.I), r"\g<figure> of \g<what> by \g<one> and \g<two>"),
    (".", re.compile(r"(?<=[\s\[(,=])\.(?=\d)"), "0."),
    ("-.", re.compile(r"(?<=\d-)\.(?=\d)"), "0."),
    *((word, _MINUTES, r"\g<what> minutes") for word in ("autopilot", "automl", "compare", "cmp", "tune", "hpo", "bayes", "optuna")),
    ("calib", re.compile(r"\b(?:(?P<way>iso(?:tonic)?|platt|sigmoid) calib|calib (?P<how>iso(?:tonic)?|platt|sigmoid))\b", re.I), lambda match: f"calibrate with {'isotonic' if (match['way'] or match['how']).lower().startswith('iso') else 'sigmoid'}"),
    ("bayes", re.compile(r"^(?P<lead>\s*)bayes(?:ian)?(?: opt\w*)? (?=(?:xgb|lgbm|rf|et|gbm|svm|knn|mlp|dt|logreg|hgb)\w*\b)", re.I), r"\g<lead>bayesian search "),
    ("num", re.compile(r"(?P<verb>\b(?:scale|std|standardi[sz]e|min-?max|robust|normali[sz]e|impute|log|clip|z-?score) )num(?=\s*(?:$|[;,.]))", re.I), r"\g<verb>numeric columns"),
    (",", re.compile(r"\b(?P<what>(?:trees|n_est\w*|estimators)[ =:]{1,3}\[?)(?P<list>\d{2,4}(?:,\d{2,4})+)(?!\d)", re.I), lambda match: f"{match['what']}{match['list'].replace(',', ', ')}"),
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
