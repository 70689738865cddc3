"""A first fit, of a table and of a list, so that children need not look up again what libraries look up at first use."""

import pandas as pd
from sklearn.impute import SimpleImputer

SimpleImputer().fit(pd.DataFrame({"number": [1.0]}))
SimpleImputer().fit([[1.0]])
