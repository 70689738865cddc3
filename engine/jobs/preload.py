"""The libraries that nearly all work needs, imported once before the children are forked.

One thread a fit: sums would otherwise depend on the number of cores, and a busy machine makes several threads slower.
The numbers must stand in the environment before the libraries are imported.
"""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import numpy  # noqa: E402, F401
import pandas  # noqa: E402, F401
import sklearn.compose  # noqa: E402, F401
import sklearn.ensemble  # noqa: E402, F401
import sklearn.linear_model  # noqa: E402, F401
import sklearn.metrics  # noqa: E402, F401
import sklearn.model_selection  # noqa: E402, F401
import sklearn.pipeline  # noqa: E402, F401
import sklearn.preprocessing  # noqa: E402, F401
