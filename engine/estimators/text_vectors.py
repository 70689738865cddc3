"""Words of text columns as numbers."""

import numpy as np
from scipy.sparse import hstack
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.utils.validation import check_is_fitted


class TextVectors(TransformerMixin, BaseEstimator):
    """Make one column for each of the most frequent words of a text column, `max_features` at most.

    tfidf: how telling the word is for the row; count: how often it stands there. Missing text has no words.
    """

    def __init__(self, method="tfidf", max_features=200):
        self.method = method
        self.max_features = max_features

    def fit(self, X, y=None):
        if self.method not in ("tfidf", "count"):
            raise ValueError(f"method must be tfidf or count, not {self.method!r}")
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        vectorizer = TfidfVectorizer if self.method == "tfidf" else CountVectorizer
        self.vectorizers_, self.sources_ = {}, {}
        for name in X.columns:
            texts = _texts(X[name])
            analyze = vectorizer().build_analyzer()
            if not any(analyze(text) for text in texts):
                continue  # no row has a word in it
            fitted = vectorizer(max_features=self.max_features).fit(texts)
            self.vectorizers_[name] = fitted
            self.sources_ |= {f"{name}_{word}": [name] for word in fitted.get_feature_names_out()}
        return self

    def transform(self, X):
        check_is_fitted(self)
        if not self.vectorizers_:
            return np.zeros((len(X), 0))
        blocks = [fitted.transform(_texts(X[name])) for name, fitted in self.vectorizers_.items()]
        return hstack(blocks, format="csr").astype(np.float64)

    def get_feature_names_out(self, input_features=None):
        names = [f"{name}_{word}" for name, v in self.vectorizers_.items() for word in v.get_feature_names_out()]
        return np.array(names, dtype=object)


def _texts(values):
    return ["" if missing else str(text) for text, missing in zip(values, values.isna(), strict=True)]
