"""Lists of everyday words that must not be taken for misspelt columns, and words that mean a column's name."""

from __future__ import annotations

UNITS = frozenset(["mm", "cm", "m", "km", "g", "kg", "lb", "lbs", "usd", "eur", "pct", "percent"])

STATISTICS = frozenset(["mean", "median", "sum", "count", "counts", "total", "totals", "min", "max", "std", "mode", "average", "number", "mean", "minimum", "maximum", "spread"])
TRADE_NOUNS = frozenset(["model", "models", "test", "train", "target", "split", "sample", "row", "rows", "column", "index", "group", "order", "data", "value", "values", "run", "step", "metric", "result", "results", "validation", "errors", "error"])
RESERVED = (
    STATISTICS
    | TRADE_NOUNS
    | {"name", "color", "colour", "text", "label", "date", "day", "class", "type", "time", "rate", "status", "distance", "size", "score", "year", "month", "hour", "table", "depth", "state", "id", "columns", "numeric", "missing", "all", "new", "category", "plot", "chart", "line", "box", "bar", "lot", "log"}
)
"""Words that are more often words of the trade than columns."""

_WORDS = """
a an the this that these those it its them they their there here i im ive weve youve theyve shouldve wouldve couldve me my mine you your we us our he she his her who whom whose what
which when where why how is isnt are arent was were be been being am do does did dont doesnt didnt done can cant could couldnt will would should
shouldnt may might must have has had having not no nor none never yes yeah yep ok okay sure please pls thanks thank hi hello hey kindly just
only also too so then than though tho write writes wrote now next after before again still already first second third last once and or but if unless because since as at by
for from in into of off on onto out over per to up upon with within without about above below under between against across among around via
vs versus like want wants wanted need needs needed let lets get gets give gives got go going gone come make makes made take takes taken put
keep keeps kept pick picks picked use uses used using try trying show shows showing see look looks looking tell say says think know find finds
drop drops remove removes delete deletes exclude ignore eliminate discard throw ditch away rid fill fills impute replace replaces encode convert
turn change changes set scale scales standardise standardize normalise normalize transform apply bin bins cut split splits train trains fit fits
build run runs tune optimise optimize compare compares evaluate test tests score scores predict predicts predicting prediction predictions
forecast estimate guess explain explains plot plots chart charts graph graphs draw display visualise visualize describe summarise summarize profile
check analyse analyze explore export download save load open import upload read start stop cancel undo redo reset restart clear begin finish end
column columns col cols feature features field fields variable variables row rows record records line lines entry entries data dataset table file
value values number numbers numeric numerical category categories categorical text texts date dates boolean kind kinds type types target label
labels class classes model models algorithm algorithms result results step steps pipeline experiment run runs metric metrics accuracy precision
recall f1 auc roc error errors loss mean average median mode max min maximum minimum sum total count std common most least more less fewer many
much few all any some every each everything anything something nothing other others another both either same different new old good bad best ones
better worse worst high higher highest low lower lowest big bigger biggest small smaller smallest large larger largest great greater fast faster
slow quick quickly easy simple whole entire full part missing empty null nan blank blanks gaps holes unknown duplicate duplicates outlier outliers
extreme unusual skewed constant median frequent random forest forests tree trees logistic linear regression ridge lasso boost boosting gradient
nearest neighbor neighbors neighbour neighbours network neural naive bayes vector machine support cluster clusters clustering group groups
classification classify hot one two three four five six seven eight nine ten zero hundred thousand percent half quarter depth rate learning
seed fold folds cross validation holdout split stratified stratify shuffle threshold cutoff size sample samples top head tail plus minus times
divided multiply multiplied add adds subtract divide ratio difference product matrix confusion curve histogram histograms scatter box violin bar
heatmap correlation correlations correlate correlated importance important matter matters distribution distributions relationship between
project code script notebook report transcript service onnx help option options suggest suggestion suggestions recommend idea ideas tour guide
overview quality health problem problems issue issues wrong right fine nice cool wow great thing things stuff way ways lot lots bit kind sort
time times day today later soon ago minute minutes second seconds old older young younger people person persons someone anyone everyone man men
woman women kid kids child children where which equal equals greater least exactly instead rather actually maybe perhaps really very quite well
back forward up down left right side until while during through together alone itself myself yourself because yet even ever if else
based unless however therefore think believe feel seem seems looks work works working job jobs status progress long far near
hidden layer layers estimators estimator rounds iterations epochs parameter parameters hyperparameter hyperparameters param params alpha
kernel budget trial trials metric baseline dummy voting stacking bagging ensemble combine blend merge join append
log sqrt square root squared power polynomial polynomials degree interaction interactions pca components component dimension dimensions
reduce select selection rank ranking list lists name rename call called
balance balanced imbalanced oversample undersample smote weights weight minority majority
clean cleaning cleanup prepare preparation preprocess preprocessing ready automatically auto automatic
story joke weather pizza hello world password system prompt instructions previous ignore
whatever wherever whenever whoever
whats thats hows lets wont isnt wasnt havent hasnt doesnt
clip cap trim remove winsorize winsorise dummies dummy ordinal onehot frequency hashing tfidf vectorize vectorise bag word words tokens
extract month weekday hour year treat consider regard mark flag
expensive cheap cheaper cost costs rich poor rare rarer rarest hardly barely scarcely
contains containing include includes including starts ends
quit leave leaves likely survive die dies happen happens cause causes affect affects influence influences drive drives depend depends
confident sure trust overfit overfitting underfitting honest fair biased bias
point points shape tenth fifth sixth seventh eighth ninth
hold bring got keep ask answer question questions note notes mention
ip id ids key keys index
inspect examine investigate study survey
lose loses losing lost typed keyed entered modal modes tht teh the thier colum colums coloumn rest others remaining meant accurate accurately cumulative quantity quantities quartile quartiles dependents dependent regressor residual dependence dependences means suppose supposed hear hears heard feather slit tot tots totted tally hide skip strike scrap dump purge banish erase weed toss axe modem party purity wine cart care tome tone trait plat plates fist fill parts pieces
"""
COMMON = frozenset(_WORDS.split())

_TRADE = """
svd isolation gaussian hierarchical discriminant perceptron xgboost lightgbm adaboost
drop remove delete exclude ignore fill impute replace encode scale standardize normalize transform split train predict tune optimize compare evaluate
explain plot draw show describe profile preview export download load rename filter keep balance calibrate cluster correlate correlation correlations
average median mean count histogram scatter heatmap boxplot distribution random forest logistic linear regression gradient boosting boost neural network
nearest neighbors neighbours support vector machine machines decision accuracy precision recall threshold confusion matrix importance features feature
columns column category categories categorical missing values duplicates duplicate outliers outlier target stratified validation cross testing training model models algorithm leaderboard
pipeline notebook script report transcript project experiment undo redo cancel sample samples dataset polynomial interaction components dimensions
anomaly anomalies clusters bayes lasso ridge classifier naive ordinal onehot dummies frequency hashing standard robust minmax quantile logarithm
square iterative constant folds trees depth learning baseline stacking voting bagging ensemble residuals calibration silhouette elbow explain
average permutation partial dependence performance error errors metrics score scores summarise summarize visualize visualise prepare clean
overfitting underfitting leakage imputation normalization standardization regularization hyperparameter hyperparameters multicollinearity
common automatically autopilot suggest options separate evaluation predictions prediction forecast rows numeric categorical probability agglomerative everything ffill bfill without except instead
"""
TRADE = frozenset(_TRADE.split())
_ORDINARY = """
pilot pilots outsider outsiders loam loaf loaves shoe shoes vomiting drag meal meals meat messing court courts death deaths clutter tuna scare shore resort resorts retort expert experts encore drip drips crops production productions provision prevision
medial consultant consultants valve valves corrections confession missions fracture fractures motel motels transport transports integration tracking scopes provisions commonly standards particle particles portability confusing simplest variation variations
neutral opinion opinions residue residues validator evaluations
conclusion conclusions
thresholds original vectors vector bases matrices matching match predictor predictors starting store stores separator correction division divisions iteration
constraint lead leads load loads machinery remote predicate native scope tries quantize interactive explained cancer fall falls filling thresholded optional
dependence predictive prediction intersection permutations transfer transfers treating delegate partially filtered fixtures ordinary decisions separable
sale sales ride rides rider riders rate rated gate late slope scope hope note notes trailing section sections session sessions medium media medal simple temple contain curve trail trains brain grain drain plate plots scared scene seal stale
scales skip slide spite spit spot shot shop shops snow slow flow flown blow glow crop prop drops dropped droop troop fell fuel full pull bill hill till mill
tube tubes tubing
suitable sensible available possible comparable reasonable
test tests text taste toast roast coast boast lost cost most post host ghost predicted predicts project projects protect product products report reports
"""
ORDINARY = frozenset(_ORDINARY.split())
"""Words near a word of the trade that are none of its misspellings."""

_CONDITION = """
how many much rows columns is it are there they any anything something complete clean missing gaps holes blanks empty nulls duplicates outliers errors problems
issues broken odd weird strange wrong suspicious values value cells entries types kinds size stuff things thing that this sort kind of and so on or , ? etc the a
an in with like what which big large ok okay good fine usable data table file to look at all
"""
OF_CONDITION = frozenset(_CONDITION.split())
"""Words of questions about the state of a table, which one report answers: “…, how many rows, is it complete and so on”."""

WORLDLY = frozenset(["weight", "height", "price", "cost", "age", "income", "salary", "name", "time", "day", "year", "month", "hour", "color", "colour", "gender", "sex", "city", "country", "state", "address", "phone", "email", "zip", "type", "distance", "duration", "speed", "temperature", "id"])
"""Everyday words that name a column wherever they stand in the place of one."""

MEASURES = frozenset(["value", "count", "score", "rate", "size", "number", "type", "class", "group", "date", "total", "code", "mark", "range", "rank", "max", "min", "mean", "average", "sum", "balance", "change", "note", "status", "time", "end", "start", "order", "result"])
"""Words of the trade that say what a column measures where its name ends in them: the value is gadget_value."""

SYNONYMS: dict[str, tuple[str, ...]] = {
    "women": ("female",),
    "woman": ("female",),
    "gender": ("sex", "genre", "female"),
    "sex": ("gender", "genre", "female"),
    "class": ("pclass",),
    "classes": ("pclass",),
    "income": ("annualincome", "annualinc", "medianincome", "inc"),
    "price": ("fare", "medianhousevalue", "cost"),
    "prices": ("fare", "medianhousevalue", "price"),
    "cost": ("price", "fare"),
    "salary": ("income", "annualincome", "wage", "pay"),
    "wage": ("salary", "income", "annualincome", "pay"),
    "hp": ("horsepower",),
    "weight": ("mass",),
    "mass": ("weight",),
    "speed": ("velocity",),
    "revenue": ("sales", "turnover"),
    "town": ("city",),
    "nation": ("country",),
    "sale": ("sales",),
    "wait": ("waiting",),
    "job": ("occupation", "profession", "jobtitle"),
    "temperature": ("temp",),
    "humidity": ("hum",),
    "hour": ("hr",),
    "month": ("mnth", "month"),
    "species": ("atype",),
    "mileage": ("mpg",),
    "consumption": ("mpg",),
    "fuel": ("consumption", "fuelconsumption", "mpg"),
    "weather": ("weathersit",),
    "churned": ("churn",),
    "colour": ("color",),
    "color": ("colour",),
    "siblings": ("sibsp",),
    "parents": ("parch",),
    "port": ("embarked",),
    "survive": ("survived",),
    "survives": ("survived",),
    "survival": ("survived",),
    "earn": ("income", "annualincome", "annualinc", "salary", "wage", "earnings"),
    "earns": ("income", "annualincome", "annualinc", "salary", "wage", "earnings"),
    "earned": ("income", "annualincome", "annualinc", "salary", "wage", "earnings"),
    "leaving": ("churn", "attrition", "left"),
    "quitting": ("churn", "attrition", "left"),
    "quit": ("churn", "attrition", "left"),
    "leave": ("churn", "attrition", "left"),
    "leaves": ("churn", "attrition", "left"),
    "gas": ("mpg",),
    "notes": ("note",),
    "volt": ("voltage",),
    "watt": ("power", "kw"),
    "power": ("horsepower", "kw"),
    "amp": ("current",),
    "neighbourhood": ("neighborhood", "district", "zone"),
    "neighborhood": ("neighbourhood", "district", "zone"),
    "district": ("neighbourhood", "neighborhood", "zone"),
    "id": ("passengerid", "customerid", "opid"),
    "spam": ("label",),
}
ROW_NOUNS = frozenset(["customers", "clients", "patients", "users", "guests", "members", "employees", "workers", "students", "pupils", "passengers", "travellers", "drivers", "players", "houses", "homes", "trips", "rides", "flights", "messages", "emails", "pets", "dogs", "cats", "animals", "cars", "loans", "orders", "products", "items", "transactions", "visits", "measurements", "cells", "genes"])
"""What the rows of a table are often called."""


TIMES = frozenset(["year", "yr", "quarter", "month", "mnth", "week", "weekday", "day", "date", "time", "hour", "hr", "season", "timestamp", "datetime"])
"""Parts of names of columns that say when."""
