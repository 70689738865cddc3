"""Patterns for tools that split, train and tune."""

from assistant.router.triggers.wordlists import TRAIN

RULES: tuple[tuple[str, int, str], ...] = (
    ("autopilot", 90, r"auto ?pilot|auto ?ml|automl|do (?:it all|everything|the whole thing|all of it)(?: for me| automatically| yourself)?|(?:find|get|give|build|make)(?: me)? (?:me )?(?:the )?best (?:possible )?model(?: you can| possible| for me| automatically)?|take (?:it )?over|just do it|let the machine"),
    ("cross_validate", 92, r"cross ?valid\w*|cross_valid\w*|\d+ ?fold(?:s)?|k fold|cv\b|\d+ folds"),
    ("split", 91, r"\d+ ?/ ?\d+(?: ?/ ?\d+)?|(?:train|training) ?(?:and|/|,|&) ?(?:test|validation)\w*|train test split|split (?:the |my |it|this|into|by|on|randomly|with|up|data|off|stratified|chronologic\w+)|^split|(?:stratified|random|time|chronological|group|grouped|temporal) split|(?:hold|set|keep|put|leave|reserve|save|use|take)\b[^.]{0,20}\b(?:%|\d|fifth|third|quarter|tenth|half|some)[^.]{0,20}\b(?:test\w*|aside|back|validation|out|evaluat\w+|checking|later)|hold ?out|test (?:size|set|fraction|share)|\d[\d.]*% (?:for |of [a-z ]{0,15} for |as )?(?:the |a )?(?:test\w*|training|validation)|train on \d|separate (?:test|training)|train_test_split|\d+ - \d+ - \d+"),
    ("split", 96, r"(?:most recent|newest|latest|last|oldest) \d[\d.]* ?%|(?:together|same part|one part|same side)\b[^.]{0,30}\bsplit\w*|split\w*\b[^.]{0,50}\b(?:together|same part|one part)|\d+% (?:for|to) (?:learn\w*|train\w*|choos\w*|valid\w*|test\w*)|keep (?:all )?\w+ of (?:one|a|the same|each)\b[^.]{0,30}\b(?:part|together|side)"),
    ("split", 95, r"(?:use|keep|take|reserve|hold|put|set)\b[^.]{0,25}\b(?:latest|newest|most recent|last|oldest)\b[^.]{0,30}\b(?:test\w*|validation|hold ?out)"),
    ("split", 95, r"^\d[\d.]* ?(?:%|percent) (?:as |for |to )?(?:train\w*|test\w*)|(?:thirds?|quarters?|fifths?|tenths?|half) (?:for |as |to )?(?:train\w*|test\w*|learn\w*)"),
    ("split", 93, r"train(?:ing)? and test(?:ing)? (?:parts|sets|data)"),
    ("compare_models", 90, r"compare\b[^.]{0,20}\b(?:models|algorithms|classifiers|regressors|methods|them all|them)|(?:try|train|run|test|fit|use)\b[^.]{0,12}\b(?:several|all|different|a few|some|many|various|multiple|a bunch of|every|lots of|other)(?: the| of the| kinds of| types of)? (?:models?|algorithms?|classifiers?|regressors?|methods?|things)|which (?:model|algorithm|classifier|regressor|method) (?:works|is|would|performs|fits|does|suits)(?: the)? ?(?:best|better|work|most)|find (?:me )?(?:the |a )?(?:best|better) (?:model|algorithm|classifier)|benchmark|model (?:comparison|selection)|best algorithm|compare "),
    ("compare_models", 96, r"pit\b[^.]{0,40}\bagainst|compar(?:e|ing) (?:\S+ ){0,3}?models|comparing|MODEL (?:,|or|vs|versus|against)\b[^.]{0,40}MODEL[^.]{0,30}\b(?:better|best|wins)|which (?:algorithm|model|method|classifier) (?:gets|has|gives|reaches|wins)"),
    ("compare_models", 96, r"(?:is|does|would) (?:an? |the )?MODEL (?:do |be |work |perform )?(?:better|worse|more accurate) than (?:an? |the )?MODEL"),
    ("compare_models", 99, r"MODEL\b[^.]{0,60}MODEL\b.{0,20}\b(?:see|tell me|find out|show me|check|say|report|let me know|know) (?:which|what|who)\b"),
    ("compare_models", 98, r"MODEL or (?:an? )?MODEL\b"),
    ("apply_tuning", 92, r"(?:apply|use|take|train with|keep)\b[^.]{0,20}\b(?:tuned|best|found|tuning|second best|third best)\b[^.]{0,12}\b(?:parameters|params|settings|result|results|tuning|hyper\w+|trial|values|configuration)|apply (?:the |that )?tuning|use the (?:tuned|found)"),
    ("apply_tuning", 96, r"(?:use|take|apply|keep|train|retrain|refit|go)\b[^.]{0,20}\b(?:best|tuned|optimal|winning|found|discovered)(?: of the)? (?:parameters|params|settings|hyper\w+|values|configuration|combination|trial|(?:ones?|set|result) (?:from|of|in|out of) (?:the |that |this )?(?:search|tuning|trials))"),
    ("tune", 91, r"tun(?:e|ed|ing)\b|hyper ?param\w*|optimi[sz]e (?:the |its |my |it|a )?(?:model|parameters|params|settings|hyper\w+|it|@|random|xgb\w*|forest|light\w*|svm|gradient|knn|logistic|ridge|lasso)|grid ?search|random(?:i[sz]ed)? search|bayesian (?:search|optimi[sz]ation)|optuna|search (?:for )?(?:the )?(?:best )?(?:parameters|params|settings)|(?:find|best) (?:the )?(?:best )?(?:parameters|params|settings)|tweak"),
    ("ensemble", 91, r"ensemble\w*|stack(?:ing)?\b|voting|bagging|(?:combine|blend|merge|average|mix)\b[^.]{0,20}\b(?:models?|runs?|them|predictions|best|classifiers|all)"),
    ("ensemble", 92, r"^bag (?:the |an? |my )?MODEL|(?:combine|blend|merge|average|mix|join)\b[^.]{0,20}\bMODEL"),
    ("train", 93, r"(?:find|make|cluster|create|form|into|segment)\b[^.]{0,20}\b\d+ (?:clusters|groups|segments)|\d+ clusters"),
    ("choose_k", 92, r"how many (?:clusters|groups|segments)|(?:best|right|optimal|good|ideal|choose|pick|which|what)\b[^.]{0,20}\b(?:k|number of (?:clusters|groups|segments))\b|choose k|elbow method|number of clusters"),
    ("choose_k", 97, r"elbow (?:for|from|of|with|between)|(?:good|right|best|sensible) number of|make sense"),
    ("set_threshold", 92, r"(?:threshold|cut ?off|cutoff)\b[^.]{0,30}\b(?:to|of|at|=|is|for|\d)|(?:set|use|change|move|raise|lower|adjust|optimi[sz]e|find|choose|pick|best)\b[^.]{0,25}\b(?:threshold|cut ?off|cutoff)|(?:probability|decision) (?:threshold|cutoff)"),
    ("calibrate", 91, r"calibrat(?:e|ed|ing)\b|calibrate_\w+|platt|isotonic|(?:trustworthy|honest|realistic|reliable) probabilit\w+"),
    ("list_models", 87, r"(?:which|what|list|show|see)\b[^.]{0,20}\b(?:models?|algorithms?|classifiers?|regressors?|methods?)\b(?: (?:are there|are available|can i|can you|could i|do you|is there|exist|there are|available|suit|fit|would|should i|to choose|know|have|support|offer|train|use|try|here|work|make|for|that|do)\b[^.]{0,30})?$|available models|(?:models|algorithms) (?:available|are there)"),
    ("list_models", 90, r"(?:models|algorithms|methods|classifiers) (?:are |is )?(?:on offer|there|available|possible)|what (?:can|could) (?:i|we) train"),
    ("train", 84, rf"(?:{TRAIN})\b[^.]{{0,60}}\bMODEL\b|^(?:then |and |now |i want |id like )*(?:an? |the )?MODEL\b|MODEL (?:model |classifier |regressor )?(?:please|with|now|on|using)|how about (?:an? )?MODEL|what about (?:an? )?MODEL|with (?:an? )?MODEL|using (?:an? )?MODEL"),
    ("train", 72, r"(?:train|fit|build|create|start|learn|make|run|teach)\b[^.]{0,25}\b(?:model|classifier|regressor|training|predictor|it|something|one|machine)\b|^train|start training|machine learning"),
    ("train", 90, r"give (?:an? |the )?MODEL a (?:go|try|shot|chance)|^(?:whats|what does|what would) (?:an? )?(?:\w+ )?MODEL (?:get|score|do|reach)|MODEL (?:is|would be) (?:fine|good|ok)|^MODEL\b[^.]{0,80}\d"),
    ("train", 91, r"^(?:\d+ ?-? ?)?MODEL (?:classifier|regressor|model|clustering)?"),
)
