"""Parameters that mean the same in several families."""

from engine.models.declaration import Parameter

LOSS_STRENGTH = Parameter("number", 1.0, above=0, help="smaller means simpler: stronger regularisation")
PENALTY = Parameter("number", 1.0, minimum=0, help="larger means simpler: stronger regularisation")
INTERCEPT = Parameter("boolean", True, help="whether it may add a constant")
DEPTH = Parameter("integer", None, minimum=1, optional=True, help="how many questions deep a tree may go")
LEAF = Parameter("integer", 1, minimum=1, fractions=True, help="the fewest rows in a leaf")
SPLIT = Parameter("integer", 2, minimum=2, fractions=True, help="the fewest rows that are divided further")
LEAVES = Parameter("integer", None, minimum=2, optional=True, help="the most leaves of a tree")
IMPURITY = Parameter("number", 0.0, minimum=0, help="the least gain for which a tree divides")
PRUNING = Parameter("number", 0.0, minimum=0, help="larger means smaller trees")
LEAF_WEIGHT = Parameter("number", 0.0, minimum=0, maximum=0.5, help="the least share of the weights in a leaf")
FEATURES = Parameter("share", None, words=("sqrt", "log2"), optional=True, help="columns looked at for each question")
CLASS_CRITERION = Parameter("choice", "gini", choices=("gini", "entropy", "log_loss"), help="how good a question is")
VALUE_CRITERION = Parameter(
    "choice",
    "squared_error",
    choices=("squared_error", "absolute_error", "poisson"),
    help="how good a question is",
)
CLUSTERS = Parameter("integer", 8, minimum=1, help="how many groups")


def trees(default: int = 100) -> Parameter:
    """The number of trees or rounds."""
    return Parameter("integer", default, minimum=1, maximum=100_000, help="how many trees")


def rate(default: float) -> Parameter:
    """How much each round adds."""
    return Parameter("number", default, above=0, help="smaller learns more slowly and needs more trees")


def rounds(default: int) -> Parameter:
    """The most iterations of a solver."""
    return Parameter("integer", default, minimum=1, maximum=10_000_000, help="the most steps it takes to the solution")


def tolerance(default: float) -> Parameter:
    """When a solver stops."""
    return Parameter("number", default, minimum=0, help="it stops when a step gains less than this")
