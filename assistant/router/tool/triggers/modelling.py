"""Patterns for tools that split, train and tune."""

from assistant.router.tool.triggers.wordlists import TRAIN

RULES: tuple[tuple[str, int, str], ...] = (
    ("autopilot", 96,
        r"^(?:please )?(?:take|grab|have) (?:over )?(?:the (?:wheel|reins|helm|controls)|over)\b|"
        r"\b(?:do|handle|manage|sort out) the (?:whole )?lot (?:by |for )?(?:yourself|me|us|on your own)|"
        r"^(?:get|give|make|find|build) (?:me|us) (?:an? |the )?(?:good|decent|great|best|strong|usable) (?:possible )?model\b"),
    ("ensemble", 102, r"^(?:(?:please|soft|hard|do|make|an?|the) )*(?:stack|bag|vot|blend|averag|combin|ensembl)\w*\b[^.]*\bruns? (?:number )?\d"),
    ("export", 100, r"^(?:(?:please|can you|could you|now) )*(?:save|download|export|store|dl) (?:me )?(?:the |my |our )?MODEL(?: model| run)?(?: (?:to|on|as|in|for|please|now)\b.*)?$"),
    ("autopilot", 90,
        r"^you do (?:it|everything|the work)|auto ?pilot|auto ?ml|automl|do (?:it all|everything|the whole thing|all of it)(?: for me| automatically| yourself)?|"
        r"(?:find|get|give|build|make)(?: me)? (?:me )?(?:the )?best (?:possible )?model(?: you can| possible| for me| automatically)?|take (?:it )?over|"
        r"just do it|let the machine|(?:full(?:y)? )?auto(?:matic)? (?:mode|run)|"
        r"(?:handle|manage|take care of|look after|do) (?:the (?:whole (?:thing|lot)|lot|rest|entire thing)|everything|all of (?:it|this))\b"),
    ("cross_validate", 99, r"^cv ?=? ?\d+\b|\bcv ?= ?\d+"),
    ("cross_validate", 92, r"cross ?valid\w*|cross_valid\w*|\d+ ?-? ?fold(?:s)?|k ?-? ?fold|cv\b|\d+ folds"),
    ("split", 91,
        r"\d+ ?[/:] ?\d+(?: ?[/:] ?\d+)?|(?:train|training) ?(?:and|/|,|&) ?(?:test|validation)\w*|train test split|"
        r"split (?:the |my |it|this|into|by|on|randomly|with|up|data|off|stratified|chronologic\w+)|^split|"
        r"(?:stratified|random|time|chronological|group|grouped|temporal) split|"
        r"(?:hold|set|keep|put|leave|reserve|save|use|take)\b[^.]{0,20}\b(?:%|\d|fifth|third|quarter|tenth|half|some)[^.]{0,35}\b(?:test\w*|aside|back|validation|"
        r"out|evaluat\w+|checking|later)|hold ?out|test (?:size|set|fraction|share)|"
        r"\d[\d.]*% (?:for |of [a-z ]{0,15} (?:for|as) |as )?(?:the |a )?(?:test\w*|training|validation)|train on \d|separate (?:test|training)|train_test_split|"
        r"\d+ - \d+ - \d+"),
    ("split", 95, r"^(?:please )?(?:hold|keep|set|put|leave|lay|save) (?:back|aside) (?:an? |the |some |\d)[^@]{0,40}$"),
    ("split", 101, r"^(?:please )?(?:leave|hold|keep|put) out (?:an? |the |some )?(?:\d[\d.]* ?(?:%|percent)|third|quarter|fifth|tenth|half)(?= |$)[^@]{0,30}$"),
    ("split", 96, r"^\d{1,2} \d{1,2} \d{1,2}(?= [a-z]|$)"),
    ("split", 96,
        r"(?:most recent|newest|latest|last|oldest) \d[\d.]* ?(?:%|percent)|(?:together|same part|one part|same side)\b[^.]{0,30}\bsplit\w*|"
        r"split\w*\b[^.]{0,50}\b(?:together|same part|one part)|\d+% (?:for|to) (?:learn\w*|train\w*|choos\w*|valid\w*|test\w*)|"
        r"keep (?:all )?\w+ of (?:one|a|the same|each)\b[^.]{0,30}\b(?:part|together|side)"),
    ("split", 95, r"(?:use|keep|take|reserve|hold|put|set)\b[^.]{0,25}\b(?:latest|newest|most recent|last|oldest)\b[^.]{0,30}\b(?:test\w*|validation|hold ?out)"),
    ("split", 95, r"^\d[\d.]* ?(?:%|percent) (?:as |for |to )?(?:train\w*|test\w*)|(?:thirds?|quarters?|fifths?|tenths?|half) (?:for |as |to )?(?:train\w*|test\w*|learn\w*)"),
    ("split", 97, r"(?:train|learn|fit) (?:it )?(?:on|from) (?:the )?(?:old\w*|earl\w+|past|first)\b[^.]{0,40}\btest (?:it )?(?:on|with) (?:the )?(?:new\w*|late\w*|recent|last|most recent|future)"),
    ("split", 97, r"(?:newest|latest|most recent|last|final|oldest|earliest) (?:\d[\d.]* ?(?:%|percent)|fifth|quarter|third|tenth|half|\d thirds?)\b.*\b(?:test\w*|hold ?out|validat\w+|train\w*|exam)\b"),
    ("split", 97,
        r"^\d{1,2} ?(?:/|-|to|and|:|,| ) ?\d{1,2}\b.*\b(?:both|each|stratif\w*|same (?:share|mix|proportion)s?|sides|parts)\b|"
        r"\b(?:shares?|mix|proportions?|ratios?|percentages?) (?:of )?.*\b(?:equal|same|alike)\b.*\b(?:both|each|either|the two) (?:sides?|parts?|sets?|halves|"
        r"half)\b|\bsame (?:shares?|mix|proportions?|ratios?) of\b.*\b(?:both|each|either|the two|train\w*)\b"),
    ("split", 97, r"\b(?:one|1) (?:in|out of|of) (?:every )?\d+\b.*\b(?:test\w*|exam|hold ?out|validat\w+|aside|later)\b|^half and half$|^stratify\b"),
    ("split", 97, r"(?:everything|all|rows|records|[a-z]+s) (?:of|from|with|for) (?:one|1|the same|a single|each|any one) @ (?:(?:must|should|has to|have to|always|shall|all|need to|needs to) )*(?:stays?|goes?|remains?|belongs?|be|end up|on|in|together)\b.*\b(?:together|side|part|half|set|apart)"),
    ("split", 93, r"train(?:ing)? and test(?:ing)? (?:parts|sets|data)"),
    ("compare_models", 98, r"(?:MODEL\b.*MODEL|models|classifiers|regressors|algorithms|methods|learners)\b.{0,30}\b(?:fight|battle|duel|slug|duke|race|compete)(?: it)?(?: out)?\b|(?:MODEL\b.*MODEL|models|classifiers|regressors|algorithms|methods|learners)\b.{0,12}\bthrough (?:their|its) paces"),
    ("compare_models", 98, r"(?:bake|face|play|run) ?off\b|showdown|(?:contest|duel|race|competition|tournament|beauty contest) (?:between|of|among)\b"),
    ("compare_models", 97, r"^(?:try|test|throw|run|train|fit) (?:out )?(?:everything|all|whatever|anything) (?:that )?(?:you|we)(?:ve| have)? ?(?:got|have|know|can|offer)?(?: at it| on it)?$"),
    ("compare_models", 97, r"comparison (?:of|between) (?:an? |the )?MODEL|shoot ?out|models? (?:compete|race)|(?:try|test)(?: out)? (?:an? )?(?:handful|bunch|couple|number|few)\b[^.]{0,20}\b(?:models|methods|algorithms|things|techniques)"),
    ("compare_models", 99, r"(?:which|what) of (?:these|those|the following)\b[^.]{0,30}MODEL[^.]{0,20}MODEL"),
    ("compare_models", 90,
        r"compare\b[^.]{0,20}\b(?:models|algorithms|classifiers|regressors|methods|them all|them)|"
        r"(?:try|train|run|test|fit|use|race|pit)\b[^.]{0,12}\b(?:several|all(?: (?:sorts|kinds) of)?|different|a few|some|many|various|multiple|a bunch of|every|"
        r"lots of|other)(?: the| of the| kinds of| types of)? (?:models?|algorithms?|classifiers?|regressors?|methods?|things)|"
        r"which (?:model|algorithm|classifier|regressor|method|learner) (?:works|is|would|performs|fits|does|suits)(?: the)? ?(?:best|better|work|most)|"
        r"find (?:me )?(?:the |a )?(?:best|better) (?:model|algorithm|classifier)|benchmark|model (?:comparison|selection)|best algorithm|compare "),
    ("compare_models", 96, r"pit\b[^.]{0,40}\bagainst|compar(?:e|ing) (?:\S+ ){0,3}?models|comparing|MODEL (?:,|or|vs|versus|against)\b[^.]{0,40}MODEL[^.]{0,30}\b(?:better|best|wins)|which (?:algorithm|model|method|classifier) (?:gets|has|gives|reaches|wins)"),
    ("compare_models", 96, r"(?:is|does|would) (?:an? |the )?MODEL (?:do |be |work |perform )?(?:better|worse|more accurate) than (?:an? |the )?MODEL"),
    ("compare_models", 99, r"MODEL\b[^.]{0,60}MODEL\b.{0,20}\b(?:see|tell me|find out|show me|check|say|report|let me know|know) (?:which|what|who)\b"),
    ("compare_models", 99, r"MODEL (?:vs|versus|against) (?:an? |the )?MODEL"),
    ("compare_models", 122, r"^(?:an? |the )?MODEL(?:(?: ?,)? (?:vs|versus|against) (?:an? |the )?MODEL)+(?: (?:by|on) METRIC)?$"),
    ("choose_k", 101, r"^(?:try|test|check|vary|sweep|explore|go through|scan) (?:out )?(?:every |all |different |values of |values for )*k(?: values?| ?=)? ?(?:from|between|of|in|over)? ?\d+ ?(?:to|-|and|through) ?\d+$"),
    ("choose_k", 94, r"^(?:so |and |ok )*how many (?!rows|columns|records|times|trees|folds|bins|features|words)[a-z]+s (?:should|would|shall|ought) (?:there be|there best be|(?:i|we|you) (?:make|form|have|take|use|go for|pick|choose|split them into|sort them into))$"),
    ("split", 99,
        r"\b(?:hold|set|keep|put|leave|reserve|save|take)\b[^.@]{0,12}\b(?:\d[\d.]* ?(?:%|percent)|half|an? (?:fifth|third|quarter|tenth|half)|"
        r"one (?:fifth|third|quarter|tenth))\b[^.@]{0,30}\b(?:for|as) (?:the |a |an |my )?(?:final |later )?(?:exams?|quiz|proof|finals?|check(?:ing|s)?|judging|"
        r"grading|marking)\b"),
    ("split", 97, r"\b(?:change|set|use|make|put|fix|with) (?:the |my |a )?(?:random )?(?:seed|state) ?(?:to|=|is|of|at)? ?\d+"),
    ("compare_models", 98, r"^(?:linear|trees?|forests?|boosting|neural|MODEL)(?: models?)? (?:vs|versus|against) (?:linear|trees?|forests?|boosting|neural|MODEL)(?: models?)?$"),
    ("cross_validate", 98, r"\btime(?:[ -]series)? (?:based |aware |ordered )?(?:cv|cross ?valid\w*|folds)\b"),
    ("split", 97, r"\b(?:make|do|perform|create|give me) (?:an? |the |me )*(?:\w+ )?split(?:ting)?\b"),
    ("split", 97, r"^(?:please )?(?:train|learn|fit|teach)(?: it| the model)? (?:on|from|with) (?:only )?(?:the )?(?:older|earlier|oldest|earliest|past) (?:[a-z]+s|@)$|@ (?:based|wise) (?:train test )?split\b"),
    ("leaderboard", 97, r"^(?:please )?(?:rank|order|sort) (?:the |my |all |our |these )*models(?: (?:best|worst)(?: first)?| by (?:quality|score|how good they are)| from (?:best|worst) to (?:best|worst))?$"),
    ("split", 118, r"\b(?:cut|divide|separate|part|partition|division)\w*\b(?! (?:up )?(?:the |my )?@)(?![^.]*\bbetween\b)[^.@]{0,25}?\b(?:9[05]|8[05]|7[05]|6[0567]|50) ?(?:to|and|/|:|-|by) ?(?:50|[1-4]0|[123]5|3[34])\b(?! [a-z]+s\b)"),
    ("split", 126, r"@ [^.]{0,40}\b(?:in|on|into|over|across) both (?:\w+ )?(?:halves|parts|sides|sets|piles|splits|halfs)\b"),
    ("compare_models", 98, r"MODEL or (?:an? )?MODEL\b"),
    ("compare_models", 122,
        r"^(?:(?:please|try|run|train|compare|fit|use) )*(?:all|every|everything|any)(?: the)?(?: models?)? ?,? (?:but|except|without|no|apart from|"
        r"other than)(?: for)?(?: the)? MODEL\b|^(?:(?:try|run|train|fit) )?(?:all|every) (?:the )?models?,? (?:for )?\d+ ?(?:min\w*|sec\w*|hours?|m|s)\b"),
    ("train", 122, r"\bMODEL\b.*\b(?:balanced class weights?|class[_ ]weights? ?=? ?balanced)\b"),
    ("apply_tuning", 98, r"^(?:please )?(?:apply|use|take)\b[^.]{0,40}\brank \d{1,3}\b"),
    ("apply_tuning", 92,
        r"(?:apply|use|take|train with|keep)\b[^.]{0,20}\b(?:tuned|best|found|tuning|second best|third best)\b[^.]{0,12}\b(?:parameters|params|settings|result|"
        r"results|tuning|hyper\w+|trial|values|configuration)|apply (?:the |that )?tuning|use the (?:tuned|found)|"
        r"^apply (?:the |its )?(?:best|winner|winning|optimum)(?: one| ones| result| of them)?$"),
    ("apply_tuning", 98, r"^(?:please )?(?:use|take|apply|keep|train|go (?:on )?with|continue with) (?:the |its |my )?(?:tuned|optimi[sz]ed) (?:one|model|version|run|settings?|params|parameters)(?: then| now| please)?$"),
    ("apply_tuning", 97,
        r"(?:use|take|apply|keep|train|retrain|refit|go|continue|fit)\b[^.]{0,20}\b(?:what|whatever|whichever|the one|the ones)(?: that| which)? (?:has |"
        r"have )?(?:came out|comes out|come out|turned out|turns out|was|were|is|are|did|does|worked|works|performed|scored|"
        r"proved)(?: to be)?(?: as)?(?: the)? best"),
    ("apply_tuning", 96,
        r"(?:use|take|apply|keep|train|retrain|refit|go)\b[^.]{0,20}\b(?:best|tuned|optimal|winning|found|discovered)(?: of the)? (?:parameters|params|settings|"
        r"hyper\w+|values|configuration|combination|trial|(?:ones?|set|result) (?:from|of|in|out of) (?:the |that |this )?(?:search|tuning|trials))"),
    ("apply_tuning", 96,
        r"(?:use|take|apply|keep|train|retrain|refit|go)\b[^.]{0,20}\b(?:best|winner|winning one)(?: one| ones)? (?:that |which )?(?:it|you|the (?:search|tuning)|"
        r"was|were)?(?: has| have)? ?found|(?:take|use|apply|keep|train)\b[^.]{0,15}\b(?:winner|best|result)\b[^.]{0,12}\b(?:search|tuning|trials)"),
    ("compare_models", 94, r"(?:try|train|run|fit|test|take|use)\b[^.]{0,60}\bMODEL\b[^.]{0,40}\bMODEL\b[^.]{0,60}\b(?:minutes?|seconds?|hours?|against (?:each other|one another)|head to head|side by side)\b"),
    ("tune", 94, r"(?:turn|twist|fiddle with|play with|adjust|crank) (?:all )?(?:the |its |some )?(?:knobs|dials|screws|settings)\b"),
    ("tune", 94, r"^hpo\b|(?:play|experiment|fiddle) with (?:the |its )?(?:parameters|params|settings|hyper\w+)|squeeze\b[^.]{0,20}\bout of (?:the )?(?:MODEL|@)"),
    ("tune", 94,
        r"(?:tune|optimi[sz]e|search|vary|try|find)\b[^.]{0,20}\b(?:depth|learning rate|trees|estimators|leaves|neighbou?rs|alpha|c|gamma|lambda|"
        r"regulari[sz]ation)\b[^.]{0,15}\b(?:between|from|over)\b|squeeze\b[^.]{0,15}\bout of (?:it|the model|them)|better (?:settings|parameters|hyper\w+)"),
    ("tune", 91,
        r"tun(?:e|ed|ing)\b|hyper ?param\w*|optimi[sz]e (?:the |its |my |it|a )?(?:model|parameters|params|settings|hyper\w+|it|@|random|xgb\w*|forest|light\w*|"
        r"svm|gradient|knn|logistic|ridge|lasso)|grid ?search|random(?:i[sz]ed)? search|bayesian (?:search|optimi[sz]ation)|optuna|"
        r"search (?:for )?(?:the )?(?:best )?(?:parameters|params|settings)|(?:find|best) (?:the )?(?:best )?(?:parameters|params|settings)|tweak"),
    ("ensemble", 91, r"ensemble\w*|stack(?:ing)?\b|voting|bagging|(?:combine|blend|merge|average|mix)\b[^.]{0,20}\b(?:models?|runs?|them|predictions|best|classifiers|all)"),
    ("ensemble", 99, r"^(?:do |use |try |make |build |train |apply )?(?:an? )?(?:bagging|voting|stacking|bagged|voting classifier|bagging classifier|bagging regressor|stacking classifier)(?: ensemble| model)? (?:with|of|on|over|from|out of|using) (?:\S+ ){0,3}?MODEL"),
    ("ensemble", 92, r"^(?:bag|stack|blend|vote(?: over| with)?) (?:the |my |all |these |those |them|both )*(?:best|top|models?|runs?|them|ones|\d+)\b|^bag (?:the |an? |my )?MODEL|(?:combine|blend|merge|average|mix|join)\b[^.]{0,20}\bMODEL"),
    ("train", 93, r"(?:find|make|cluster|create|form|into|segment)\b[^.]{0,20}\b\d+ (?:clusters|groups|segments)|\d+ clusters|^(?:group|cluster|segment)\b[^.@]{0,40}\b(?:in|into) \d+$"),
    ("train", 93, r"(?:sort|arrange|organi[sz]e|divide|put|split)\b[^.@]{0,30}\b(?:in|into) \d+ (?:groups|clusters|segments|kinds|types)"),
    ("choose_k", 97, r"^(?:elbow|silhouettes?),? (?:for |with |k )*(?:from )?\d+ (?:to|-) \d+"),
    ("choose_k", 92, r"how many (?:clusters|groups|segments)|(?:best|right|optimal|good|ideal|choose|pick|which|what)\b[^.]{0,20}\b(?:k|number of (?:clusters|groups|segments))\b|choose k|elbow method|number of clusters"),
    ("choose_k", 97, r"(?:between|from) \d+ (?:and|to) \d+ (?:clusters|groups|segments)|(?:clusters|groups|segments|k) (?:from|between) \d+ (?:to|and|through) \d+"),
    ("choose_k", 97, r"^(?:(?:train|run|try|do|fit) )?k ?-? ?means (?:(?:with|for|k|=|clusters?) )*(?:from |between )?[2-9] ?(?:to|-|and|through|till) ?\d{1,2}(?: clusters| groups)?$"),
    ("choose_k", 97, r"elbow (?:for|from|of|with|between)|(?:good|right|best|sensible) number of|make sense"),
    ("set_threshold", 96,
        r"^(?:the )?(?:threshold|cut ?off) (?:(?:of|at|to|=|is|:) ?)?\.?\d|"
        r"^(?:what|which) (?:threshold|cut ?off) (?:gives|has|gets|is|would be|maximi[sz]es|works)|(?:lower|raise|put|set|move) (?:the )?bar\b.{0,12}\d|"
        r"^(?:already |only |just )*(?:call|say|predict|flag|count|treat)\b.{0,40}\b(?:at|from|above|over) (?:a )?(?:\d[\d.]* ?(?:%|percent) )?(?:probability|"
        r"chance|risk|\d[\d.]* ?(?:%|percent))"),
    ("set_threshold", 118,
        r"^(?:please |so |already |only |just )*(?:call|say|predict|flag|count|treat|mark|label|consider|class|classify|regard|take)\b.{0,40}\b(?:p|prob\w*|"
        r"chance|likelihood|risk|score|confidence) ?(?:(?:is|of|reaches|gets|goes) )?(?:>|> ?=|above|over|beyond|exceeds?|exceeding|at least|more than|from|"
        r"higher than|greater than|hits|passes) ?(?:a )?\.?\d"),
    ("set_threshold", 118, r"^(?:please |so |already |only |just )*(?:treat|count|consider|regard|take|call|flag|mark|label) (?:everything |anything |all |those |from )*(?:0?\.\d+|\d[\d.]* ?(?:%|percent)) (?:and|or|on) ?(?:above|more|higher|over|up|upwards?)?\b.{0,12}\bas\b"),
    ("set_threshold", 99, r"(?:tune|optimi[sz]e|tweak|search|calibrate) (?:for )?(?:the |my )?(?:best )?(?:decision |probability )?(?:threshold|cut ?off)\b"),
    ("set_threshold", 98, r"(?:only|just) (?:say|call|predict|flag|mark|report)\b.{0,40}\b(?:when|if|where|from)\b.{0,25}(?:sure|certain|confident|probab\w+)|\d+ ?(?:%|percent) (?:sure|certain|confident)"),
    ("set_threshold", 92, r"(?:threshold|cut ?off|cutoff)\b[^.]{0,30}\b(?:to|of|at|=|is|for|\d)|(?:set|use|change|move|raise|lower|adjust|optimi[sz]e|find|choose|pick|best)\b[^.]{0,25}\b(?:threshold|cut ?off|cutoff)|(?:probability|decision) (?:threshold|cutoff)"),
    ("calibrate", 92, r"(?:believable|credible|sensible|meaningful|true|correct|better|proper) probabilit\w+|(?:make|get|turn) (?:the |my |its )?probabilit\w+ (?:\w+ )?(?:believable|credible|sensible|meaningful|true|correct|proper|right)"),
    ("plot_model", 98, r"^(?:and |but |so )*(?:is|are|how|does|do|check (?:if|whether|how)|show (?:me )?(?:if|whether|how))\b(?! (?:i|we|you|can)\b)[^.?]{0,40}\b(?:well|badly|poorly|good|properly|nicely)?[ -]?calibrated\b"),
    ("calibrate", 91,
        r"calibrat(?:e|ed|ing)\b|calibrate_\w+|platt|isotonic|(?:trustworthy|honest|realistic|reliable) probabilit\w+|"
        r"probabilit\w+ (?:\w+ ){0,3}too (?:optimistic|pessimistic|high|low|sure|confident|extreme)\b|"
        r"make (?:them|the probabilit\w+) (?:more )?(?:honest|trustworthy|realistic|reliable)"),
    ("list_models", 87,
        r"(?:which|what|list|show|see)\b[^.]{0,20}\b(?:models?|algorithms?|classifiers?|regressors?|methods?|learners?|"
        r"estimators?)\b(?: (?:are there|are available|can i|can you|could i|do you|is there|exist|there are|available|suit|fit|would|should i|to choose|know|"
        r"have|support|offer|train|use|try|here|work|make|for|that|do)\b[^.]{0,30})?$|available models|(?:models|algorithms) (?:available|are there)"),
    ("list_models", 91,
        r"^(?:and |so )*(?:which|what) (?:algorithms?|models?|learners?|classifiers?|regressors?|methods?) (?:would |could |might |do |does |"
        r"will )?(?:even )?(?:makes? (?:any |the most )?sense|is sensible|are sensible|suits?|fits?|applies|apply|"
        r"(?:is|are) (?:suitable|appropriate|possible|sensible))\b"),
    ("list_models", 90, r"(?:models|algorithms|methods|classifiers) (?:are |is )?(?:on offer|there|available|possible)|what (?:can|could) (?:i|we) train"),
    ("train", 84,
        rf"(?:{TRAIN})\b[^.]{{0,60}}\bMODEL\b|^(?:then |and |now |i want |id like )*(?:an? |the )?(?:simple(?:st)? |plain |naive )?MODEL\b|"
        rf"MODEL (?:model |classifier |regressor )?(?:please|with|now|on|using)|how about (?:an? )?MODEL|what about (?:an? )?MODEL|with (?:an? )?MODEL|"
        rf"using (?:an? )?MODEL"),
    ("train", 72, r"(?:train|fit|build|create|start|learn|make|run|teach)\b[^.]{0,25}\b(?:model|classifier|regressor|training|predictor|it|something|one|machine)\b|^train|start training|machine learning"),
    ("train", 98, r"\b(?:rbf|poly\w*|linear|sigmoid|gaussian) kernel MODEL\b|\bMODEL\b.*\bkernel\b"),
    ("train", 98, r"^(?:an? |the )?(?:max(?:imum)? )?(?:depth|leaves|trees) (?:of )?\d+ MODEL$"),
    ("cross_validate", 124, r"\bgroup(?:ed)? k ?-? ?folds?\b"),
    ("train", 90, r"give (?:an? |the )?MODEL a (?:go|try|shot|chance)|^(?:whats|what does|what would) (?:an? )?(?:\w+ )?MODEL (?:get|score|do|reach)|MODEL (?:is|would be) (?:fine|good|ok)|^MODEL\b[^.]{0,80}\d"),
    ("train", 92, r"give (?:an? |the )?MODEL\b[^.]{0,50}\ba (?:go|try|shot|chance|spin|whirl)\b|^(?:(?:try|train|use|start with|begin with|take|fit|run) )?(?:the |an? )?(?:dumbest|dumb|silliest|stupidest|most stupid|most trivial|trivial) (?:possible )?(?:model|guess|classifier|regressor)"),
    ("train", 93, r"^(?:find|make|create|form|give me|i want|build|get)\b[^.@]{0,12}\b\d+ (?:[a-z]+ )?(?:clusters|groups|segments)\b"),
    ("plot_model", 96, r"(?:picture|plot|chart|map|image|drawing|graph) of (?:the |my |our |those |these )?(?:clusters?|groups|segments)$"),
    ("train", 94, r"^(?:re ?train|re ?fit) (?:an? |the |my |our )*MODEL"),
    ("train", 90, r"^(?:see|check|find out|show me|look at|watch) (?:how|what) (?:an? |the )?(?:\w+ )?MODEL (?:does|do|performs?|fares?|behaves?|copes?|gets?|scores?|compares?|would|can)\b"),
    ("train", 91, r"^(?:would|could|might|does) (?:an? |the )?MODEL (?:find|work|help|do|be|handle|spot|detect|get)\b"),
    ("train", 91, r"^(?:\d+ ?-? ?)?MODEL (?:classifier|regressor|model|clustering)?"),
)
