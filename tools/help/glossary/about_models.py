"""Words about models and how they are found."""

from __future__ import annotations

from tools.help.glossary.term import Term

TERMS = (
    Term("model", "A model is a rule that was learned from rows with answers, to give answers for rows without.", "Different kinds learn different shapes of rules. None is always best, so several are compared.", ("training", "baseline"), ("estimator", "algorithm", "machine learning")),
    Term("training", "Training lets a model find its rule in the training rows.", "It takes from less than a second to minutes, by the kind of model and the number of rows.", ("training set", "overfitting"), ("fit", "learning", "fitting")),
    Term("classification", "Classification predicts which class a row belongs to, such as yes or no.", "Most models also give a probability for each class.", ("regression", "probability", "confusion matrix"), ("classifier",)),
    Term("regression", "Regression predicts an amount, such as a price.", "It is judged by how far off it is.", ("classification", "mean absolute error", "r2"), ("regressor",)),
    Term("clustering", "Clustering puts rows that are alike into groups, without any answers to learn from.", "The number of groups is a choice; the silhouette helps with it.", ("k-means", "silhouette"), ("clusters", "cluster", "segmentation", "unsupervised")),
    Term("anomaly detection", "Anomaly detection marks the rows that are unlike all others.", "What share of rows counts as odd is a choice, since no answers say which are.", ("outlier", "isolation forest"), ("anomaly", "anomalies", "novelty")),
    Term("baseline", "The baseline is the simplest guess: always the most common answer, or always the mean.", "A model is worth something only as far as it beats that. It stands beside every score here.", ("accuracy", "class imbalance"), ("dummy", "simplest guess", "naive model")),
    Term("linear model", "A linear model gives each column a weight and adds up.", "It is fast and can be read, but cannot bend: for that there are trees.", ("logistic regression", "regularization", "tree"), ("linear regression", "ols", "coefficients")),
    Term("logistic regression", "Logistic regression is the linear model for classes: weighted columns become a probability.", "It is a good first model, because it is fast and each weight can be read.", ("linear model", "probability"), ("logit",)),
    Term("regularization", "Regularization keeps a model's weights small, so that it follows the pattern and not the noise.", "Ridge shrinks all weights, lasso takes some to nought, elastic net does both.", ("overfitting", "linear model"), ("ridge", "lasso", "elastic net", "penalty", "alpha")),
    Term("tree", "A decision tree asks one question after another, such as: older than 12?", "A small one can be read; a deep one learns rows by heart.", ("random forest", "gradient boosting", "overfitting"), ("decision tree", "trees")),
    Term("random forest", "A random forest lets many trees vote, each grown on other rows and columns.", "It needs hardly any tuning and no scaling. Its training score is nearly always flattering.", ("tree", "ensemble", "overfitting"), ("forest", "extra trees")),
    Term("gradient boosting", "Gradient boosting adds small trees one after the other, each mending what is still wrong.", "It is often the best on tables. The learning rate and the number of trees decide how far it goes.", ("tree", "learning rate", "early stopping"), ("boosting", "xgboost", "lightgbm", "catboost", "hist gradient boosting", "gbm")),
    Term("nearest neighbours", "Nearest neighbours answer with what the most similar training rows have.", "Columns must be on one scale; it gets slow on many rows.", ("scaling",), ("knn", "k nearest neighbors", "neighbors")),
    Term("support vector machine", "A support vector machine looks for the widest gap between the classes.", "It can bend, needs scaled columns, and gets slow on many rows.", ("scaling",), ("svm", "svc", "svr", "support vectors")),
    Term("neural network", "A neural network passes numbers through layers of simple units with learned weights.", "It needs scaled columns and more rows than most tables have.", ("scaling", "learning rate"), ("mlp", "deep learning", "perceptron")),
    Term("naive bayes", "Naive Bayes multiplies what each column alone says about the classes.", "It is very fast, and its probabilities are often too sure.", ("probability", "calibration"), ("gaussian nb", "bayes")),
    Term("k-means", "K-means finds a given number of centres, so that each row is near one of them.", "Columns must be on one scale, or the largest decides alone.", ("clustering", "scaling", "silhouette"), ("kmeans", "elbow")),
    Term("isolation forest", "An isolation forest cuts the table at random; rows that are soon alone are odd.", "It needs no answers and copes with many columns.", ("anomaly detection",), ("iforest",)),
    Term("ensemble", "An ensemble lets several models decide together.", "By voting, or by a model that learns whom to trust (stacking). It usually gains a little and costs time.", ("random forest", "tie"), ("voting", "stacking", "bagging", "blend")),
    Term("hyperparameter", "A hyperparameter is a setting that is chosen before training, such as the depth of a tree.", "Tuning tries several.", ("tuning",), ("parameter", "parameters", "hyperparameters", "setting")),
    Term("tuning", "Tuning tries many settings of a model and keeps what does best on validation rows or folds.", "The gain is usually small. Each trial is recorded, so the result can be repeated.", ("hyperparameter", "cross-validation", "overfitting"), ("hyperparameter tuning", "optimization", "grid search", "bayesian optimization", "trial")),
    Term("learning rate", "The learning rate says how large each step of learning is.", "Small steps need more of them and usually end better.", ("gradient boosting", "early stopping"), ("step size", "eta")),
    Term("early stopping", "Early stopping ends the training when rows set aside no longer gain.", "It saves time and guards against learning by heart.", ("gradient boosting", "overfitting"), ("early stop",)),
    Term("probability", "A probability says how sure the model is, from 0 to 1.", "Whether 0.7 really comes true 7 times of 10 is a question of calibration.", ("threshold", "calibration"), ("probabilities", "confidence", "score")),
    Term("exported project", "The downloaded project holds the code that repeats every number, the model, and a small service.", "In its folder: `python -m pip install -r requirements.txt`, then `python train.py --data FILE` repeats the numbers and `python inference.py --input FILE --output predictions.csv` predicts. README.md tells the rest, dismissed warnings included.", ("pipeline", "seed"), ("export", "download", "project", "train.py")),
)
