"""The names that people use for models, metrics, strategies and parameters; data, not logic."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from assistant.router.tool.triggers.wordlists import HELD_AGAINST_TRUTH, MORE_ROWS


class Table(tuple[tuple[str, re.Pattern[str]], ...]):
    """Values with the pattern of the words that mean each of them; the first that matches counts."""

    __hash__ = object.__hash__  # each table is itself alone: no pattern need be looked at to remember what was found for it
    __eq__ = object.__eq__

    @cached_property
    def some(self) -> re.Pattern[str]:
        """Matches where any of the values is meant, to see at once that none is."""
        return re.compile("|".join(pattern.pattern for _, pattern in self))


def table(**names: str) -> Table:
    """Compiles a table of value → pattern of the words that mean it."""
    return Table((value, re.compile(rf"\b(?:{pattern})\b")) for value, pattern in names.items())


MODELS = table(
    hist_gradient_boosting="hgb[rc]|hist(?:ogram)?(?: based)? gradient boosting|hist_gradient_boosting|hgb|histgb\\w*",
    isolation_forest="iso(?:lation)?[ _]?forests?|iforest",
    random_forest="random forr?est\\w*|random_forest|randomforest\\w*|rand forest|rf|forests?|rf[rc]",
    extra_trees="(?:(?<=rf )|(?<=dt )|(?<=xgb )|(?<=lgbm )|(?<=knn )|(?<=svm )|(?<=logreg )|(?<=rf , )|(?<=xgb , )|(?<=knn , )|(?<=svm , ))et|(?<=vs )et(?= vs\\b| ?,|$| and\\b)|^et(?= (?:vs|versus|depth|md|n_est\\w*|\\d+)\\b)|extra trees|extra_trees|extratrees\\w*|extremely randomi[sz]ed trees",
    logistic_regression="logistic regress?ions?|logistic_regression|logisticregression|logistic|logit|logreg|log reg|lr model|lr",
    linear_regression="linear regress?ions?|linear_regression|linearregression|linreg|lin regs?|ols|least squares|linear model|straight[ -]?line(?: (?:regressions?|fits?|models?))|ordinary (?:linear )?regressions?|lines? of best fit|linear fits?|(?<=fit a )straight line",
    elastic_net="elastic ?net\\w*|elastic_net|enet",
    bayesian_ridge="bayesian ridge|bayesian_ridge",
    ridge="ridge(?: regression| classifier)?(?! (?:penalty|regulari))",
    lasso="lasso(?: regression)?(?! (?:penalty|regulari))",
    huber="(?<!loss )(?<!loss=)(?<!loss = )(?<!loss:)huber(?! loss)(?: regress\\w+)?|robust (?:linear )?regress(?:ion|or)s?",
    poisson="poisson(?: regress\\w+)?",
    one_class_svm="one class svms?|one_class_svm|ocsvm|1 class svms?",
    linear_svm="linear svms?|linear_svm|linear svc|linearsvc|linear support vector\\w*(?: machines?)?",
    svm="svms?|svc|svr|support vectors?(?: machines?| classifier| regression)?",
    xgboost="xg ?boost\\w*|xgb\\w*|extreme gradient boosting",
    lightgbm="(?:light|lite) ?gbm|lgbm\\w*|lgb",
    catboost="cat ?boost",
    gradient_boosting="gb[rc]|gradient[ _]boost\\w*(?: machines?| trees?)?|gbm|gbt|gbdt|gb|boosted (?:trees?|ones?|models?|learners?|classifiers?)|something boosted|boosting(?! rounds?)|gradientboosting\\w*",
    adaboost="ada ?boost\\w*|ada",
    local_outlier_factor="local outlier factor|local_outlier_factor|lof",
    knn="(?<=tree and )neighbou?rs|(?<=forest and )neighbou?rs|(?<=boosting and )neighbou?rs|(?<=trees and )neighbou?rs|k ?nn|(?:k|\\d{1,3}) ?-? ?nearest neighbou?rs?|nearest neighbou?rs?|knearest\\w*|kneighbors\\w*",
    decision_tree="decision trees?|decision_tree|decisiontree\\w*|dt|cart|(?:regression|classification) trees?|(?:single|a|simple|deep|shallow|small|tiny|big|little|plain|one|train|fit|run|try|vs|versus) tree(?! ?(?:based|models?|methods?|ensembles?))|the tree$|^trees?(?= (?:of|with|having)(?: an?| the)?(?: max(?:imum)?)? (?:depth|\\d+ levels?))|^tree(?= \\d+ (?:deep|levels?))|(?<=vs )tree|(?<=\\d )tree(?! (?:forest|ensemble))|stumps?|trees?(?= or (?:an? )?(?:boost|forest|svm|knn|neural|linear|logistic|ridge|lasso))|(?<=boosting or )trees?|(?<=forest or )trees?",
    mlp="mlp\\w*|neur(?:al|on|ons|onal) net(?:work)?s?|(?<=layer )net(?:work)?|nn|multi ?layer perceptron|multi layer perceptron|perceptron|deep learning",
    gaussian_nb="naive bayes|naïve bayes|gaussian_nb|gaussiannb|gaussian nb|gnb|(?<!jupyter )(?<!ipython )nb|bayes classifier",
    gaussian_mixture="gaussian mixtures?(?: models?)?|gaussian_mixture|gmm",
    lda="lda|linear discriminant(?: analysis)?",
    qda="qda|quadratic discriminant(?: analysis)?",
    sgd="sgd\\w*|stochastic gradient descent",
    dummy="(?:dumbest|silliest|stupidest|most stupid|most trivial|trivial) (?:possible )?(?:model|guess|classifier|regressor)|dummy(?! (?:code\\w*|coding|encod\\w+|variables?|columns?|for|of)\\b)(?: model| classifier| regressor)?|baseline(?! (?:ridge|lasso|logistic|linear|random|forest|knn|svm|xgb\\w*|trees?|decision|naive|gradient|huber|elastic)\\b)(?: model)?|majority class model",
    minibatch_kmeans="mini ?-? ?batch(?: k ?-? ?means)?(?! size)|minibatch_kmeans",
    kmeans="k ?means?(?: clustering)?|^km(?= (?:k ?= ?)?\\d+$)",
    agglomerative="agglo(?:merative)?(?: clustering)?|hac|hierarchical(?: clustering)?|ward",
    hdbscan="hdbscan",
    dbscan="dbscan",
    birch="birch",
    spectral="spectral(?: clustering)?",
    mean_shift="mean ?shift|mean_shift",
    elliptic_envelope="ell(?:iptic(?:al)?)? env(?:elope)?|elliptic_envelope",
)
METRICS = table(
    balanced_accuracy="balanced[ _]acc(?:uracy)?|bal acc",
    average_precision="(?:average|avg|mean)[ _]precision|pr auc|pr_auc|auprc|auc pr",
    roc_auc="roc[ _]auc|auc roc|auroc|auc|area under the (?:roc )?curve|roc",
    log_loss="log ?loss|log_loss|cross entropy",
    accuracy="accuracy|acc",
    precision="precision",
    recall="recall|sensitivity",
    f1="f1(?:[ _](?:score|macro|micro|weighted))?|f score|f measure|f 1",
    mcc="mcc|matthews\\w*(?: correlation coefficient)?",
    rmse="rmse|root mean squared? error",
    mse="mse|mean squared? error",
    mape="mape|mean absolute percent(?:age)? error",
    median_ae="median_ae|median absolute error",
    mae="mae|mean absolute error|average error",
    r2="r2|r squared|r 2",
    silhouette="silhouette(?: score)?",
    davies_bouldin="davies[ _]bouldin",
    calinski_harabasz="calinski[ _]harabasz",
    anomaly_rate="anomaly[ _]rate",
)
IMPUTE = table(
    median="medians?|middle(?: value| one)?",
    mean="mean|(?:the|with|by|use|using|their|its|columns?|groups?|of|to|as|and|or|,) means|averages?|avg",
    most_frequent="most[ _](?:common|frequent|popular|often|used|usual|typical)\\w*|modes?|commonest|modal|majority value|there (?:is|are) (?:the )?most(?: of)?|(?:has|have|had|got|gets) (?:the )?most (?:rows|entries|votes)|seen (?:the )?most|in the majority|(?:occurs?|appears?|comes? up|shows? up|happens?|is (?:seen|there|used)|are (?:seen|there)) (?:the )?most(?: often| frequently)?",
    knn="knn|k nn|k nearest neighbou?rs?|nearest neighbou?rs?|neighbou?rs?|(?:most )?similar (?:rows|ones|cases|records|[a-z]+s)|look (?:the )?(?:most )?(?:alike|similar)|most (?:alike|similar)|look-?alikes?|closest (?:rows|ones|cases)",
    iterative="iterative\\w*|mice|model based|chained equations?|(?:from|by|on|let|with|using) (?:all )?(?:the )?(?:other|remaining) (?:columns|features|variables|fields)",
    constant="constant|fixed value",
)
ENCODE = table(
    onehot="one ?hot\\w*|(?:one|1|a|an own|its own|own|separate) columns? (?:each|apiece|for each one)|(?:0s?|zeros?|zeroes|noughts) and (?:1s?|ones)|(?:1s?|ones) and (?:0s?|zeros?|zeroes|noughts)|(?:0 ?[/-] ?1|binary|flag) (?:columns|features|flags|variables)|oh enc|ohe|(?:column|feature|flag)s? (?:for|per) (?:each|every)|onehot\\w*|dumm(?:y|ies)\\w*|indicator columns|get_dummies",
    ordinal="ordinal\\w*|(?:by|in|their|its|natural|has an?|have an?) (?:rank(?:s|ing)?|natural order|order(?:ing)?)\\b|ord enc\\w*|(?:label|lbl) enc|(?:label|ordinal)[ ]?encod\\w+|integer encod\\w+|label encoder|ordinally|label|numbers? (?:from )?\\d ?(?:,|to|-) ?(?:\\d|on)\\b|(?:0|1) ?, ?(?:1|2) ?, ?(?:2|3)\\b|ordered",
    target="(?:average|mean|typical) (?:of the )?(?:outcome|target|label|y|result|@ (?:of|in|for|per|within) (?:that|its|their|the same|each|every))\\b|target encod\\w+|(?:target|tgt|mean) enc|mean encod\\w+|target|target encoder",
    frequency="frequenc(?:y|ies)|how (?:often|common|frequent|rare|many times)(?:ly)?\\b|number of (?:times|occurrences|appearances)|(?:their|its|the) counts?|freq(?:uency)?(?: enc\\w*)?|count encod\\w+",
    hashing="hash(?:ing|ed)?",
)
SCALE = table(
    minmax="min ?max\\w*|min max|minmax\\w*|0 (?:to|-|and|till|until|through|,) (?:1|one)|unit interval|between 0 and 1|normali[sz]\\w*|unit range|0 - 1",
    robust="robust\\w*|resistant to|(?:not|less) (?:disturbed|bothered|affected|thrown off|influenced) by (?:the )?(?:outliers|extremes)|median and (?:the )?(?:iqr|quartiles)",
    maxabs="max ?abs\\w*|(?:maximum|max|largest|biggest|highest|greatest) absolute",
    quantile="quantiles?|rank based",
    standard="standardi[sz]\\w*|z ?scores?|zscore\\w*|standard(?: scal\\w+)?|std|standardscaler|unit variance|zero mean",
)
OUTLIERS = table(
    isolation_forest="isolation[ _]forest|iforest",
    zscore="z ?scores?|zscores?|z(?= ?\\|? ?[<>])|standard deviations?|sigmas?|sds?|stds?",
    iqr="iqr|interquartile\\w*(?: range)?|tukey\\w*|fences?|whiskers?|quartiles?",
)
ACTIONS = table(remove="remove|chop|drop|delete|discard|(?:throw|take) \\w+ (?:out|away)|kick \\w+ out|get rid of", clip="clip\\w*|trim\\w*|cap\\w*|winsori[sz]e\\w*|limit")
TRANSFORM = table(
    sqrt="sqrt|square root\\w*|root",
    square="squared?|squares|squaring|power (?:of )?2|\\^ ?2",
    box_cox="box[ _]?(?:- )?cox",
    log="log(?:1p|10|2|[ -]?transform\\w*|arithm\\w*|s|ged)?|ln",
    yeo_johnson="yeo[ _]?johnson|power transform\\w*|less skewed|unskew|skew\\w*",
)
BALANCE = table(
    adasyn="adasyn",
    smote="smote|synthetic\\w*|artificial\\w*|invent\\w*|made up|make up|fabricat\\w*",
    class_weight="class[ _]weights?|weigh(?:ing)? (?:the |both |all )?(?:classes|class|labels|groups|them)|(?:count|counts|weigh|weighs) (?:for )?(?:more|heavier|double|extra)|(?:punish|penali[sz]e)\\w*|re ?weight\\w*|more importance|more attention|more weight|higher weight|weight(?:s|ing|ed)?(?: the)?(?: classes)?|balanced weights",
    random_under="thin(?:s|ning)?\\b|(?:drop|remov|throw|cut|delet)\\w* (?:(?:away|out|rows?|some|cases|from|of|the|a few) )*(?:bigger|larger|majority|more common|frequent|big) |(?:throw|drop|remove|take|delete)(?: away| out)? some\\b|(?:random(?:ly)? )?under ?sampl\\w*|under sampl\\w*|down ?sampl\\w*|down sampl\\w*|under(?= or over ?sampl)|random(?:ly)? under(?! ?sampl)",
    random_over="duplicat\\w+|cop(?:y|ies)(?:ing)?|repeat(?:ing)?|(?:random(?:ly)? )?over ?sampl\\w*|over sampl\\w*|up ?sampl\\w*|up sampl\\w*|over(?= or under ?sampl)|random(?:ly)? over(?! ?sampl)",
)
PLOT_MODEL = table(
    confusion_matrix="hits and misses|rights? and wrongs?|mix ?-? ?ups?|confusion(?: matrix)?|confusion_matrix|conf(?:usion)? mat(?:rix)?|(?:mix(?:es|ed|ing)?(?: up)?|confus(?:es?|ed|ing)) (?:yes|no|one class|the (?:two |2 )?classes)",
    threshold="(?:threshold|cut ?off) (?:curve|plot|chart)|(?:thresholds|with the (?:threshold|cut ?off))",
    precision_recall="precision ?/? ?recall|precision (?:vs|versus|against|over) recall|pr curve|pr|precision_recall|precision and recall curve",
    roc="roc(?: curve| auc curve)?|auc curve",
    calibration="(?:percentages|percents|probabilities|chances)(?: it (?:gives|says))? (?:honest|right|trustworthy|reliable|true|fair|correct|calibrated|to be trusted|believable)|calibrated|calibration(?: curve| plot)?|reliability (?:curve|diagram)",
    residuals="resid(?:ual)?s?(?: plot)?",
    predicted_vs_actual=HELD_AGAINST_TRUTH + "|(?:pred(?:ict(?:ed|ions?)|s)?(?: @| values?)?|y_pred) (?:vs|versus|against|and) (?:the )?(?:actuals?|true|real|y_true|y_test|truth)\\w*|actuals? (?:vs|versus|against) (?:the )?predict\\w+",
    learning_curve="learning curves?|more (?:data|rows|examples|samples)|" + MORE_ROWS,
    lift="lift(?: chart| curve)?|cumulative gains?|gains? (?:chart|curve)",
    silhouette="silhouettes?(?: plot)?",
    elbow="elbow(?: plot| curve| chart)?",
    tuning_history="tuning (?:history|progress|trials)|optimi[sz]ation history",
    clusters="clusters?|clustering|groups",
)
PLOT = table(
    histogram="histograms?|hist|kde|densit(?:y|ies)|distributions?|distributed|spread|frequency plot",
    violin="violins?(?: plots?)?",
    box="boxes|box(?: ?plots?| (?:and|&) whiskers?)?|boxplots?|whisker\\w*",
    pairs="(?:grid|matrix|wall|table|set) of (?:[a-z]+ ){0,3}(?:scatter\\w*|dot|plots|charts|graphs)|ggpairs|splom|(?:every|each|all(?: the)?) (?:possible )?(?:pairs?|pairings?|combinations?)|scatter\\w*(?: ?plots?)? (?:for|of|between) (?:all |every |each )?(?:the )?@ ?, (?:the )?@,? (?:and )?(?:the )?@|all (?:the |possible )*scatter\\w*(?: ?plots?)?|(?:every|each|all) (?:\\w+ ){0,2}(?:against|vs|versus) (?:every|each|all)(?: (?:the )?others?)?|pairs?(?: ?plots?)?|pairplots?|scatter(?: ?plot)? ?matrix|pairwise",
    scatter="scatter\\w*(?: ?plots?)?|dots|(?:1|one|a|each) (?:dot|point) (?:per|an?|for|each)\\b|point cloud",
    correlation="correlation\\w*|heat ?map(?! of (?:the |all )?(?:missing|nulls?|nans?|gaps|blanks))|corr",
    line="line (?:plots?|charts?|graphs?)|lines?|trends?|over time|time series",
    bar="bars?(?: ?charts?| ?plots?| ?graphs?)?|barplots?|barcharts?|count ?plots?|pie(?: charts?)?",
    missing="missing(?:ness)?(?: values?| data)?|nulls?|nans?|gaps|holes|blanks",
    target="target|label|(?:im)?balance|classes",
)
STATISTIC = table(
    median="medians?|med(?= @| of)|typical|middle (?:values?|ones?)|(?<!in the )middle(?= @)|middlemost",
    std="std|standard deviations?|spread|deviation|variability",
    max="max(?:imum)?|most(?= @[^@]{0,30} ever\\b)|highest|largest|biggest|greatest|longest",
    min="min(?:imum)?|lowest|smallest|shortest",
    sum="sums?|sumifs?|totals?|tot(?:s|ted|ting)? up|tall(?:y|ies|ied)(?: up)?|(?:added|adds?|adding|summed) up|all ?together|altogether",
    mean="means?|averages?|averageifs?|avg|rates?|share|proportion|percentage",
    count="cross ?-?tab\\w*|contingency|counts?|countifs?|head ?counts?|how many|numbers? of|frequency|frequencies",
)
EXPORT = table(
    onnx="onnx",
    notebook="notebooks?|jupyter|ipython|ipynb",
    transcript="transcripts?|record of (?:everything|all|what|our)|(?:everything|all)(?: that)? (?:we|i|you)(?: have|ve)? said|(?:our|this|the|my) (?:talk|dialogue|discussion)|what we (?:said|talked about|discussed)|conversation|chat(?: log| history)?",
    report="reports?|html|pdf",
    service="(?:web ?)?services?|endpoint|api|fastapi|server|docker\\w*",
    script="python(?! code| project| package)|scripts?|train\\.py|python file|py (?:file|script|code)",
    project="projects?|code|zip|everything|whole thing",
    pipeline="pipeline(?:\\.json)?|pipelines|recipe",
    model="models?|joblib|pkl|pickle|trained model",
    data="data(?:set)?|csv|table|cleaned data|parquet|excel|xlsx?|spread ?sheets?",
)
EXPLAIN = table(
    permutation="permutation\\w*",
    shap="shap(?!e)\\w*|shapley",
    lime="lime",
    partial_dependence="partial dependence|pdp|partial_dependence",
    importance="importances?",
)
KEEP = table(
    rfecv="rfecv",
    rfe="rfe|recursive(?: feature)? elimination|recursive",
    mutual_info="mutual[ _]info\\w*|mi",
    f_test="f[ _]tests?|anova|f scores?",
    chi2="chi2|chi squared?|chi 2",
    variance="variances?|(?:hardly|barely|scarcely|almost never|never|dont)(?: ever)? (?:vary|varies|change|changes|differ|differs|move)",
    correlation="correlations?|correlated",
    permutation="permutation\\w*",
    importance="importances?",
)
KINDS = table(
    numeric="numeric\\w*|(?<!running )(?<!serial )(?<!reference )(?<!sequence )(?<!consecutive )(?<!row )(?<!record )numbers?|numerical|floats?|ints?|integers?|continuous|quantitative",
    categorical="categor\\w+|nominal|factors?|discrete|class(?:es)?",
    boolean="bool\\w*|yes ?/? ?(?:or )?no|true ?/? ?(?:or )?false|binary|flags?",
    datetime="dates?|datetimes?|timestamps?|times?",
    text="texts?|strings?|free text",
    id="ids?|identifiers?|keys?|(?:running|serial|reference|sequence|consecutive|row|record) numbers?",
)
VECTORIZE = table(tfidf="tf ?idf", count="counts?|bag of words|countvectorizer|frequenc(?:y|ies)")
AXES = table(columns="columns|features|variables|cols", rows="rows|records|lines|cases|observations")
CORRELATE = table(kendall="kendall\\w*|tau", spearman="spearman\\w*|rank correlation\\w*", pearson="pearson\\w*")
CALIBRATE = table(isotonic="isotonic(?:ally)?", sigmoid="sigmoid|platt")
SEARCH = table(grid="grid\\w*", random="random(?:i[sz]ed)?(?! forest)(?: search)?", bayesian="bayes\\w*|optuna|tpe")
COMBINE = table(stacking="stack\\w*", bagging="bag(?:ging|ged|s)?", voting="vot(?:e|es|ing)|average|blend\\w*")
REDUCE = table(umap="umap", svd="svd|singular value\\w*", ica="ica|independent component\\w*", pca="pca|principal component\\w*")
COLUMN_WORDS = table(
    missing="(?:columns|features|variables|ones|everything|those|all) (?:with|that have|that has|which have|which has|having|containing) (?:missing|holes|gaps|blanks|nulls?|nans?|empty)\\w*|incomplete (?:columns|features)",
    numeric="(?:numeric|numerical|number|num|continuous|quantitative) (?:columns?|cols?|features?|variables?|ones|data|fields?|values?)|numerics?|numericals?|nums|all (?:the )?(?:numbers|nums?)|the (?:numbers|nums)",
    categorical="(?:categor\\w+|cat|nominal|string|non numeric) (?:columns?|cols?|features?|variables?|ones|data|fields?)|categoricals?|categories|the categorical|(?:all(?: the| my)?|every|ohe|hot|encode|enc|dummy|dummies) cats",
    boolean="(?:bool\\w*|yes no|binary) (?:columns?|features?|variables?|ones|fields?)|booleans",
    datetime="(?:date|datetime|time|timestamp) (?:columns?|features?|variables?|ones|fields?)|dates|timestamps",
    text="(?:text|free text) (?:columns?|features?|variables?|ones|fields?)",
)
TASKS = table(
    anomaly_detection="anomal\\w+|outlier detection|(?:strange|odd|unusual|weird|suspicious|abnormal|atypical|fraud\\w*)",
    clustering="cluster\\w*|groups?|segment\\w*|unsupervised",
    regression="regress(?:ion|or)\\w*",
    classification="classif\\w+",
)
STAGES = table(
    data="data|loading", explore="explor\\w+|plots?|charts?", prepare="prepar\\w+|prep|cleaning|preprocessing",
    features="features?", split="split\\w*", model="model\\w*|training", evaluate="evaluat\\w+", pipeline="pipeline|steps", export="export\\w*|download\\w*",
)
DATE_PARTS = table(
    year="years?", month="months?", weekday="weekdays?|dow|days? of (?:the )?week", day="days?(?! of (?:the )?week\\b)(?: of (?:the )?month)?", hour="hours?|hrs?", minute="minutes?|mins?", quarter="quarters?",
)


PARTS = table(validation="validat\\w+", train="(?:on|for|at|of|in|and) (?:the )?(?:train|training)|train(?:ing)? (?:data|set|rows|scores?|part|ones)|train(?:ing)?(?= (?:(?:vs|versus|and|against|/) )?(?:the )?(?:test|validation|val|hold)\\b)|(?:rows|data|cases|ones) (?:that )?(?:it|the model|they) (?:was |has |had |have )?(?:learn(?:ed|t|s)?|(?:been )?trained|trains|fit(?:ted)?|seen|saw)(?: (?:from|on|with))?|over ?fit\\w*|memori[sz]\\w+|by heart", test="test\\w*|hold ?out|unseen|out of sample|(?:not|never|hasnt|havent)(?: yet| ever)? seen")
MARKED = re.compile(
    r"\b(?:markers?|(?:flag|mark|note|remember|record) (?:down )?where|"
    r"column (?:that|which|to) (?:says?|tells?|shows?|marks?|remembers?|flags?|keeps?) (?:which|where|what|whether|if)|"
    r"(?:says?|tells?|shows?|marks?|remembers?|records?) (?:which|where|that|whether|if|when) [^.,]{1,30}(?:missing|empty|blank)|"
    r"(?:says?|tells?|shows?|marks?) (?:that )?(?:it|they|the \w+) (?:was|were|is|are|has been|had been) (?:missing|empty|blank)|indicators?|flags?(?: columns?)?|"
    r"missing column|(?:flag|mark|note|remember|record|show|keep track of|make a note of) (?:down )?(?:them|those|which|what|where|"
    r"the (?:gaps|holes|rows|cells|ones|missing ones|filled ones|blanks))(?= |$))\b",
    re.I,
)
"""Words that ask to keep in mind where values were missing."""


@lru_cache(maxsize=2048)
def with_signs(words: str) -> str:
    """Writes model names as MODEL and metrics as METRIC, so that patterns can speak of them."""
    for start, end, _ in reversed(placed(words, MODELS)):
        words = f"{words[:start]}MODEL{words[end:]}"
    return METRICS.some.sub("METRIC", words)


_TURNED_DOWN = re.compile(r"\b(?:not|dont|never|nor|neither|avoid(?:ing)?|forget(?: about)?|scrap|skip|instead of|rather than|rather (?:[a-z]+ ){1,3}than|anything but|other than)(?: (?:use|using|want|like|need|do|with|by|as|to|in|the|an?|take|any|it|be|on|for|at|from|of))*$")


def turned_down(words: str, start: int) -> bool:
    """Says whether what stands at this place is what is not wanted: “not the mean”, “rather than the median”."""
    before = words[max(0, start - 40) : start].rstrip()
    if words.startswith("mean", start) and not _THE_MEAN.search(before) and (_TO_MEAN.match(words, start) or (_WHO_MEANS.search(before) and words.startswith("mean ", start))):
        return True
    return _TURNED_DOWN.search(before) is not None or (_NO_SUCH.search(before) is not None and _AND_ENDS.match(words, start) is not None) or _TOO_MUCH_FOR.search(before) is not None or _WOULD_NOT_DO.match(words, start) is not None or (_NO.search(before) is not None and _BUT_THIS.match(words, start) is not None)


_TO_MEAN = re.compile(r"means? (?:that|it|its|they|this|we|he|she|you|nobody|no|not|none|nothing|there|someone|somebody|unknown|missing|absent|zero|never|the (?!mean|median|average|same)[a-z]+|-?\d+)\b")
_THE_MEAN = re.compile(r"(?:^| )(?:the|a|an|with|by|use|using|its|their|of)$")
"""What is said before the figure itself: “use the mean there”."""
_WHO_MEANS = re.compile(r"(?:^|[ ,.;])(?:i|we)$")
"""What says that something has a meaning: “empty means nobody came”, “I mean …”."""
_NO_SUCH = re.compile(r"[a-z@].*[,;.(] ?(?:no|without|not any)(?: (?:any|more|further))*$")
_AND_ENDS = re.compile(r"(?:[a-z-]+ ?){1,3}(?:$|[,;.)])")
"""What is added of a way that is not wanted: “weight the classes, no synthetic samples”."""
_TOO_MUCH_FOR = re.compile(r"\b(?:too|way too|far too) [a-z]+(?: [a-z]+){0,4} (?:for|to)(?: (?:an?|the|any|do|use|plain|simple|it|them|be|run|try))*$")
"""What it is too much for: “hash the customer, there are far too many for onehot”."""
_WOULD_NOT_DO = re.compile(r"[a-z][\w-]*(?: (?:encoding|scaling|imputation|search|sampling))? (?:would|will|might) (?:explode|blow up|be (?:too|overkill|silly|wasteful|wrong|a mess|a bad idea|misleading)|make (?:far |way )?too|give (?:far |way )?too|take (?:too|forever|ages))\b")
"""What is said of a way that is not taken: “one-hot would explode”."""
_NO = re.compile(r"(?:^|[,;.] ?)no$")
_BUT_THIS = re.compile(r"[^,;.]{2,40}[,;] ?(?:but |rather |instead )?(?:just|only|simply|use|take|plain|an?)\b")
"""What is wanted after what is not: “no random forest please, just a decision tree”."""


def first(words: str, names: Table) -> str | None:
    """Finds the first value of the table that the words mean; what they turn down does not count."""
    if names.some.search(words) is None:
        return None
    return next((value for value, pattern in names if any(not turned_down(words, match.start()) for match in pattern.finditer(words))), None)


@lru_cache(maxsize=2048)
def placed(words: str, names: Table) -> tuple[tuple[int, int, str], ...]:
    """Finds where the words mean values of the table, in the order said; what is covered by a longer name does not count."""
    if names.some.search(words) is None:
        return ()
    taken: list[tuple[int, int, str]] = []
    for value, pattern in names:
        for match in pattern.finditer(words):
            if not any(match.start() < end and start < match.end() for start, end, _ in taken):
                taken.append((match.start(), match.end(), value))
    return tuple(sorted(taken))


def every(words: str, names: Table) -> list[str]:
    """Finds all values that the words mean, in the order said; what is turned down does not count."""
    return list(dict.fromkeys(value for start, _, value in placed(words, names) if not turned_down(words, start)))
