"""The libraries that nearly all work needs, imported once before the children are forked.

One thread a fit: sums would otherwise depend on the number of cores, and a busy machine makes several threads slower.
The numbers must stand in the environment before the libraries are imported.
"""

import importlib
import os
import warnings

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
LIBRARIES = (
    "numpy",
    "pandas",
    "pyarrow.parquet",
    "sklearn.compose",
    "sklearn.ensemble",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.pipeline",
    "sklearn.preprocessing",
)

os.environ.update(dict.fromkeys(THREADS, "1"))
for _library in LIBRARIES:
    importlib.import_module(_library)

# Whether a model settled is said of each run in words (engine/settling.py), not by every fold and trial on the terminal.
warnings.simplefilter("ignore", importlib.import_module("sklearn.exceptions").ConvergenceWarning)
