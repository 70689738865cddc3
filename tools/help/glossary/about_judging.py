"""Words about how good a model is and why it answers as it does."""

from __future__ import annotations

from tools.help.glossary.term import Term

TERMS = (
    Term("overfitting", "A model overfits where it has learned training rows by heart and does worse on new ones.", "The sign is a gap between the training score and the others. Simpler settings, fewer columns or more rows help.", ("underfitting", "training set", "regularization", "learning curve"), ("overfit", "overfitted", "learned by heart")),
    Term("underfitting", "A model underfits where it is too simple even for the training rows.", "All its scores are low alike. A model that can bend, or better columns, would help.", ("overfitting", "polynomial features"), ("underfit",)),
    Term("metric", "A metric is a number that says how good the answers are.", "Which one is right depends on which mistakes hurt: wrong alarms or missed cases, many small errors or few large ones.", ("accuracy", "recall", "mean absolute error"), ("metrics", "measure")),
    Term("accuracy", "Accuracy is the share of answers that are right.", "Where one class is rare it says little: never saying the rare one is right most of the time.", ("balanced accuracy", "class imbalance", "baseline"), ()),
    Term("balanced accuracy", "Balanced accuracy is the mean over the classes of the share that is found of each.", "Guessing gives 0.5 with two classes, however rare one of them is.", ("accuracy", "recall", "class imbalance"), ()),
    Term("precision", "Precision: of the rows for which the model says yes, the share that really are.", "What is lacking to 1 are wrong alarms.", ("recall", "f1", "threshold"), ("wrong alarms", "false positive", "false alarm")),
    Term("recall", "Recall: of the rows that really are yes, the share that the model finds.", "What is lacking to 1 are missed cases.", ("precision", "f1", "threshold"), ("sensitivity", "missed cases", "false negative", "true positive rate")),
    Term("f1", "F1 is one number between precision and recall that is high only where both are.", "It suits rare classes, where accuracy flatters.", ("precision", "recall"), ("f1 score", "f-score", "f measure")),
    Term("roc auc", "ROC AUC: how often a random yes gets a higher probability than a random no.", "0.5 is guessing, 1 is perfect. It does not depend on a threshold.", ("probability", "average precision", "threshold"), ("auc", "roc", "roc curve", "area under the curve")),
    Term("average precision", "Average precision sums up the curve of precision against recall over all thresholds.", "For rare classes it tells more than ROC AUC; guessing gives the share of the rare class.", ("precision", "recall", "class imbalance"), ("precision recall curve", "pr auc")),
    Term("log loss", "Log loss punishes probabilities that are sure and wrong.", "Lower is better; it judges the probabilities and not only the answers.", ("probability", "calibration"), ("cross entropy",)),
    Term("mcc", "MCC says how answers and truth go together, from -1 to 1, with 0 for guessing.", "It is fair with rare classes too.", ("accuracy", "class imbalance"), ("matthews correlation",)),
    Term("confusion matrix", "A confusion matrix counts for each true class which answers were given.", "The diagonal is right; what stands beside it shows which classes are confused.", ("precision", "recall"), ("confusion",)),
    Term("mean absolute error", "The mean absolute error says how far off the predictions are on average, in the target's own unit.", "Large misses count in proportion; in RMSE they count more.", ("rmse", "r2"), ("mae", "average error", "median absolute error", "median ae")),
    Term("rmse", "RMSE is a typical miss in the target's own unit in which large misses count more.", "If it is much larger than the mean absolute error, a few rows are missed by far.", ("mean absolute error",), ("mse", "root mean squared error", "mean squared error")),
    Term("mape", "MAPE is the average miss in percent of the true value.", "It makes no sense where true values are near nought.", ("mean absolute error",), ("percentage error",)),
    Term("r2", "R2 is the share of the differences in the target that the model explains.", "1 is perfect, 0 is no better than always saying the mean, and it can be negative.", ("baseline", "mean absolute error"), ("r squared", "r-squared", "coefficient of determination")),
    Term("silhouette", "The silhouette says how far groups are apart, from -1 to 1.", "Near 1 each row is much closer to its own group; near 0 the groups overlap.", ("clustering",), ("silhouette score", "davies bouldin", "calinski harabasz")),
    Term("threshold", "The threshold is the probability above which the model says yes, usually 0.5.", "A lower one finds more of the real cases and raises more wrong alarms.", ("precision", "recall", "probability"), ("cutoff", "decision threshold")),
    Term("calibration", "Probabilities are calibrated where 70 % comes true 7 times of 10.", "Many models are too sure; calibrating mends that on rows of its own.", ("probability", "log loss"), ("calibrate", "calibrated")),
    Term("residual", "A residual is the true value less the prediction.", "If they show a pattern, the model misses something that could be learned.", ("mean absolute error",), ("residuals", "error")),
    Term("learning curve", "A learning curve shows the score for more and more training rows.", "If it is still rising at its end, more rows would help.", ("overfitting", "underfitting"), ()),
    Term("feature importance", "Importance says how much the model uses a column.", "It says nothing about causes: what is important for the model need not cause the outcome.", ("permutation importance", "shap", "causation"), ("importance", "importances")),
    Term("permutation importance", "Permutation importance shuffles one column and looks how much worse the answers get.", "It works for every model, in the columns that you know. Two columns that say the same hide one another.", ("feature importance", "collinearity"), ("permutation", "shuffling")),
    Term("shap", "SHAP divides a single prediction into the parts that each column added or took away.", "The parts sum up to the difference from the average prediction.", ("feature importance", "lime"), ("shapley", "shap values")),
    Term("lime", "LIME explains one prediction by a simple model that holds only around this row.", "It is an approximation, good for a first look.", ("shap",), ()),
    Term("partial dependence", "Partial dependence shows how the prediction moves on average when one column changes.", "It can mislead where columns always move together.", ("feature importance", "what-if"), ("pdp",)),
    Term("what-if", "What-if changes values of one row and shows how its prediction moves.", "It tells what the model does, not what would really happen.", ("causation", "partial dependence"), ("what if", "counterfactual")),
    Term("tie", "Two models are tied where the difference of their scores is smaller than the spread between folds.", "Then the simpler or faster one is the better choice.", ("cross-validation",), ("noise", "significant")),
    Term("too good to be true", "A nearly perfect score is more often a mistake than a success.", "Look for a column that gives the answer away, for repeated rows, and for rows of the same person in both parts.", ("leakage", "duplicate", "group split"), ("too good", "suspicious")),
    Term("confidence interval", "An interval says in which range the true score probably lies.", "With few test rows it is wide, and a single score would be largely luck.", ("test set", "tie"), ("interval", "uncertainty", "small test")),
)
