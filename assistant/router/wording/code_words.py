"""Says in plain words what was written as Python: “RandomForestClassifier(max_depth=3)”, “df['age']”, “df.date.dt.year”."""

from __future__ import annotations

import re
from functools import lru_cache

from engine.models import MODELS

_CLASSES = {
    "SimpleImputer": "impute", "KNNImputer": "knn impute", "IterativeImputer": "iterative impute",
    "OneHotEncoder": "one-hot encode", "OrdinalEncoder": "ordinal encode", "LabelEncoder": "label encode", "TargetEncoder": "target encode",
    "StandardScaler": "standard scale", "MinMaxScaler": "min-max scale", "RobustScaler": "robust scale", "MaxAbsScaler": "maxabs scale",
    "QuantileTransformer": "quantile scale", "PowerTransformer": "power transform", "KBinsDiscretizer": "bin", "PolynomialFeatures": "polynomial features",
    "CountVectorizer": "vectorize by count", "TfidfVectorizer": "vectorize by tfidf", "FeatureHasher": "hash encode",
    "RandomOverSampler": "random oversampling", "RandomUnderSampler": "random undersampling", "SMOTE": "smote", "ADASYN": "adasyn",
    "SelectKBest": "select k best features", "VarianceThreshold": "keep the best features by variance", "RFE": "rfe", "RFECV": "rfecv", "TruncatedSVD": "svd", "FastICA": "ica",
    "StratifiedKFold": "stratified k-fold", "KFold": "k-fold", "GridSearchCV": "grid search", "RandomizedSearchCV": "randomized search",
    "VotingClassifier": "voting ensemble", "VotingRegressor": "voting ensemble", "StackingClassifier": "stacking ensemble", "StackingRegressor": "stacking ensemble",
    "BaggingClassifier": "bagging ensemble", "BaggingRegressor": "bagging ensemble", "CalibratedClassifierCV": "calibrate",
    "ConfusionMatrixDisplay": "confusion matrix", "RocCurveDisplay": "roc curve", "PrecisionRecallDisplay": "precision recall curve",
    "LearningCurveDisplay": "learning curve", "CalibrationDisplay": "calibration curve", "PartialDependenceDisplay": "partial dependence",
    "classification_report": "evaluate", "confusion_matrix": "confusion matrix", "roc_curve": "roc curve", "permutation_importance": "permutation importance",
    "cross_val_score": "cross-validate", "cross_validate": "cross-validate", "f_classif": "f_test", "f_regression": "f_test", "mutual_info_classif": "mutual_info", "mutual_info_regression": "mutual_info",
}
"""Classes and functions of scikit-learn and imbalanced-learn, and how a person would say them."""
_PACKAGE = re.compile(r"\b(?:sklearn|imblearn|xgboost|lightgbm|xgb|lgb|pd|np)(?:\.[a-z_]+)*\.(?=[A-Za-z])")
_ASSIGNED = re.compile(r"^\s*(?:model|clf|reg|est|estimator|classifier|regressor|pipe|(?!y\b)\w{1,3})\s*=\s*(?=[A-Z])")
_FITTED = re.compile(r"\.(?:fit|predict|score|fit_transform|fit_resample)\([^()]{0,80}\)")
_FITTED_ON = re.compile(r"\((?:\s*(?:X|y)(?:_\w+)?\s*,?)+\s*(?=[,)])")
"""What every call is given: (X_train, y_train)."""
_CHAINED = re.compile(r"(\.(?:dropna|drop|drop_duplicates|fillna|query|rename|replace)\([^()]{0,200}\))\.(?=[a-z_]+\()")
"""A method called on what another one gave: df.dropna().sample(50)."""
_GROUPED = re.compile(
    r"^(?:[\w ]{1,30}=\s*)?(?:df|data|train|"
    r"frame)(?P<first>\[\[?[^\[\]]{1,200}\]\]?)?\.groupby\(\s*(?:by\s*=\s*)?\[?(?P<by>[^()\[\]]{1,120})\]?\s*(?:,[^()]{0,60})?\)(?:\[\[?(?P<of>[^\[\]]{1,120})\]\]?|"
    r"\.(?P<attr>(?!agg\b|mean\b|median\b|sum\b|min\b|max\b|std\b|count\b|size\b)\w{1,60}))?\.(?:agg(?:regate)?\(\s*['\"]?(?P<agg>\w{3,8})['\"]?\s*\)|"
    r"(?P<how>mean|median|sum|min|max|std|count|size)\([^()]{0,40}\))(?:\.\w{1,20}\([^()]{0,60}\))?\s*$",
)
"""What is computed for each group: df[['a', 'b']].groupby('b').agg('median')."""
_QUOTED = re.compile(r"['\"]([^'\"]{1,100})['\"]")
_ITEM = re.compile(r"\b(?:df|data|train|X|frame)\[\[?((?:\s*(?:'[^'\]]{1,100}'|\"[^\"\]]{1,100}\")\s*,?)+)\]\]?")
_REPLACED = re.compile(r"^(?:[^=\n]{1,120}=\s*)?\"(?P<column>[^\"\n]{1,100})\"\s*\.(?:replace|map)\(\s*(?:(?P<old>'[^'\n]{0,60}'|\"[^\"\n]{0,60}\"|-?[\d.]{1,20})\s*,\s*(?P<new>'[^'\n]{0,60}'|\"[^\"\n]{0,60}\"|[\w.-]{1,20})|\{(?P<pairs>[^{}\n]{1,300})\})\s*\)\s*$")
"""Values of a column that others take the place of: df['a'] = df['a'].replace('x', 'y')."""
_PAIR = re.compile(r"\s*('[^'\n]{0,60}'|\"[^\"\n]{0,60}\"|-?[\d.]{1,20})\s*:\s*('[^'\n]{0,60}'|\"[^\"\n]{0,60}\"|[\w.-]{1,20})\s*(?:,|$)")
_PART = re.compile(r"^(?P<column>.{1,100}?)\.dt\.(?P<part>[a-z]{3,12})\b")
_WORD_GIVEN = re.compile(r"\b((?!fill_value)\w{2,30})\s*=\s*['\"]([\w-]{1,30})['\"]")
"""A method by its name: strategy='median'."""
_SWITCHES = {"interaction_only": "interaction only = true", "add_indicator": "with an indicator"}
_SWITCH = re.compile(r"(?P<before>[(,]\s*)(?P<name>interaction_only|add_indicator)\s*=\s*True\b")
"""What is switched on by its name, whose words are said."""
_PARTS = {"dayofweek": "weekday", "day_of_week": "weekday", "day_name": "weekday", "month_name": "month"}


def in_words(text: str, names: tuple[str, ...]) -> str:
    """Gives the words that code means; text without code, and names of columns, are given back unchanged."""
    text = _GROUPED.sub(_aggregated, _REPLACED.sub(_recoded, text))
    if not _CODE.search(text):
        return text
    text = _SWITCH.sub(lambda match: f"{match['before']}{_SWITCHES[match['name']]}", text)
    text = _CHAINED.sub(r"\1; df.", text)
    text = _FITTED.sub("", _ASSIGNED.sub("", _PACKAGE.sub("", text)))
    text = _ITEM.sub(lambda match: match[1].replace("'", '"').strip(), text)
    text = re.sub(r"\bdf\.(\w+)", lambda match: f'"{match[1]}"' if match[1] in names else match[0], text)
    text = _PART.sub(lambda match: f"extract the {_PARTS.get(match['part'], match['part'])} of {match['column']}", text)
    text = _CLASS.sub(lambda match: match[0] if match[0] in names else _known()[match[0]], _WORD_GIVEN.sub(r"\1 = \2", text))
    return re.sub(r"\(\s*\)", "", _FITTED_ON.sub("(", text)).strip()


def _recoded(match: re.Match[str]) -> str:
    pairs = [(match["old"], match["new"])] if match["old"] else _PAIR.findall(match["pairs"])
    told = [f'in "{match["column"]}" replace {old} with {"missing" if new in ("None", "np.nan", "nan", "pd.NA", "NA") else new}' for old, new in pairs]
    return "; ".join(told) or match[0]


def _aggregated(match: re.Match[str]) -> str:
    by, how = _QUOTED.findall(match["by"]), match["agg"] or match["how"]
    of = _QUOTED.findall(match["of"] or "") or [match["attr"] or ""] if match["of"] or match["attr"] else [name for name in _QUOTED.findall(match["first"] or "") if name not in by]
    if not by or len(of) != 1 or how in ("count", "size"):
        return match[0]
    groups = " and ".join(f'"{name}"' for name in by)
    return f'{how} of "{of[0]}" by {groups}'


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """The words for each class; models are called as they are declared."""
    return {path.rsplit(".", 1)[1]: model.id if model.id != "dummy" else "dummy model" for model in MODELS for path in model.estimators.values()} | {"Birch": "birch"} | _CLASSES


_CLASS = re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(_known(), key=len, reverse=True))})(?!\w)")
_CODE = re.compile(rf"{_CLASS.pattern}|\b(?:df|data|X|frame)\[|\bdf\.|\.dt\.|{_PACKAGE.pattern}")
