"""Models that describe how each class is spread."""

from engine.models.common_parameters import tolerance
from engine.models.declaration import Model, Parameter

_SHRINKAGE = Parameter("number", None, minimum=0, maximum=1, words=("auto",), optional=True)

MODELS = (
    Model(
        id="gaussian_nb",
        label="naive Bayes",
        family="bayes",
        summary="Very fast and simple: takes every column for itself.",
        estimators={"classification": "sklearn.naive_bayes.GaussianNB"},
        parameters={"var_smoothing": Parameter("number", 1e-9, minimum=0, help="larger means smoother")},
        has_probabilities=True,
        weights="sample_weight",
    ),
    Model(
        id="lda",
        label="linear discriminant analysis",
        family="bayes",
        summary="Straight borders between classes that are spread alike.",
        estimators={"classification": "sklearn.discriminant_analysis.LinearDiscriminantAnalysis"},
        parameters={
            "solver": Parameter("choice", "svd", choices=("svd", "lsqr", "eigen")),
            "shrinkage": _SHRINKAGE,
            "n_components": Parameter("integer", None, minimum=1, optional=True),
            "tol": Parameter("number", 1e-4, minimum=0, maximum=0.5, help="directions in which the rows spread less than this are left out"),
        },
        goes_with={"shrinkage": {"solver": "lsqr"}},
        has_probabilities=True,
    ),
    Model(
        id="qda",
        label="quadratic discriminant analysis",
        family="bayes",
        summary="Curved borders between classes that are spread differently.",
        estimators={"classification": "sklearn.discriminant_analysis.QuadraticDiscriminantAnalysis"},
        parameters={
            "reg_param": Parameter("number", 1e-3, minimum=0, maximum=1, help="larger means steadier; 0 fails on columns that add up"),
            "tol": tolerance(1e-4),
        },
        has_probabilities=True,
    ),
)
