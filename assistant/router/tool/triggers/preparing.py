"""Patterns for tools that prepare columns and make features."""

from assistant.router.tool.triggers.wordlists import DROP, ODD

RULES: tuple[tuple[str, int, str], ...] = (
    ("encode", 93, r"^(?:the )?@(?: ?(?:,|and|, and|&) (?:the )?@)* (?:to|by|into|as|with|- ?>) (?:its |their |the )?(?:frequenc(?:y|ies)|counts|how often|ordinals?|one ?hot|dummies|target(?: mean)?|codes|hash\w*)(?: encoding| please)*$"),
    ("handle_outliers", 98,
        r"\b(?:isolation forest|iforest|iqr|z ?scores?)\b[^.]*@[^.]*\b(?:to|and) (?:drop|remove|delete|throw|kick|chop|cut|trim|clip|cap|tame|weed|find|"
        r"get rid of)\b (?:(?:off|out|away|the|all|any|those|of) )*(?:outliers?|weirdos?|weird ones|oddballs?|freaks?|extremes?|odd ones|crazy ones|"
        r"strange ones)\b"),
    ("impute", 130, r"^(?:please )?(?:use|take) [^@]{1,40} (?:where|wherever|when|whenever|if) (?:the )?@ (?:is|are|was|were) (?:missing|blank|empty|null|nan|unknown|not (?:there|known|given|filled(?: in)?))\b"),
    ("impute", 97,
        r"^(?:whatever|what|everything|anything|all|every column|each column|the columns?)(?: (?:that|which))? (?:has|have|with|having|shows?|"
        r"contains?) (?:any )?(?:gaps?|holes?|blanks?|missing(?: values)?|nans?|nulls?|empty cells)[^.]{0,12}\b(?:gets?|receives?|becomes?|takes?|should get|"
        r"is filled|are filled)\b"),
    ("impute", 96, r"^(?:the |all |any )*(?:missing|empty|blank|nan|null)(?: values?| cells)? (?:(?:in|of|for) )?(?:the )?@(?: values?)? (?:(?:to|=|:|with|by|become|becomes|get|gets|is|are|should be|as) )+"),
    ("extract_dates", 98,
        r"^(?:from|out of) (?:the )?@ ?,? (?:(?:i|we|please|just|only) )*(?:want|need|take|get|extract|pull|use|keep|make|"
        r"derive)?(?: (?:only|just|me|the|out))* (?:years?|months?|days?|weekdays?|hours?|hrs?|dow|minutes?|quarters?)\b|"
        r"^split (?:up )?(?:the |all |all the )?(?:dates?|datetimes?|timestamps?)(?: columns?)?(?: up| apart)?$"),
    ("prepare_automatically", 97,
        r"(?:clean|prepare|prep|preprocess|tidy|cleanup)\b[^.@]{0,30}\b(?:however|as|the way|whichever way|in whatever way|how) you (?:like|want|see fit|think|"
        r"please|prefer|wish)|^auto(?:matic(?:ally)?)?[ -]?(?:clean|prep|prepare|preprocess)\w*|"
        r"(?:make|get) (?:the |my |this )?(?:data|table|dataset|everything|it all) (?:usable|useable|ready|clean|tidy)|"
        r"do (?:whatever|what)(?: is| ever is|s)? (?:needed|necessary|required)"),
    ("prepare_automatically", 112,
        r"(?:whatever|everything|anything|all|what|wherever) (?:that |there is that |in (?:here|it|there|the data) that )?(?:needs?|wants?|requires?|calls? for|"
        r"is in need of|has to be|must be|should be|is to be|"
        r"is still to be) (?:(?:cleaning|preparing|fixing|preparation|encoding|scaling|filling|tidying|prepping|preprocessing|cleaned|prepared|fixed|encoded|"
        r"filled|done|doing)(?: up)?(?: ?(?:,|or|and|and/or) ?)*)+"),
    ("prepare_automatically", 97,
        r"(?:do|take care of|handle|finish|get) (?:me )?(?:all |the |that |this |my )*(?:\w+ )?(?:prep(?:aration)?|preprocessing|cleaning|clean ?up|housekeeping|"
        r"data)(?: and \w+)? ?(?:work|job|stuff|part|chores?|side|bit|step|steps)?(?: (?:for me|please|yourself|over with|done))*$|"
        r"(?:make|get) (?:it|this|that|the data|everything|my data|the table) (?:\w+ )?(?:model|training|ml|learning|machine learning) ?-? ?ready\b|"
        r"^(?:please )?(?:sort|straighten|iron) (?:the |my |this |that )*(?:data|table|mess|whole thing|lot|file|it(?= all)) ?(?:all )?out\b"),
    ("prepare_automatically", 88,
        r"(?:prepare|clean|preprocess|pre process|prep|tidy|cleanup|fix|"
        r"sort out)(?: up)?(?: (?:it|everything|all|the|this|my|that|up|whole|messy|other|remaining))*(?: (?:data ?set|data|table|issues|problems|mess|columns|"
        r"rest|remainder))?(?: up)?(?: (?:for me|(?:however|as|the way) (?:you|it|that)(?: \w+){1,3}|automatically|for training|for modelling|for a model|"
        r"yourself|please|properly|as needed))*$|get (?:the |my |this )?(?:data|it|everything|dataset) ready|"
        r"(?:put|bring|get) (?:the |my |this )?(?:data|table|it|everything|dataset)(?: all)? (?:in|into) (?:order|shape)|"
        r"(?:make|get) (?:the |my |it|this )?(?:data |dataset )?ready|automatic(?:ally)? (?:prepar\w+|preprocess\w*|clean\w*)|"
        r"(?:preparation|preprocessing|cleaning) (?:automatically|for me)|do (?:the |all (?:the )?)?(?:preparation|preprocessing|cleaning)|"
        r"whatever (?:preparation|is needed|it needs)|handle (?:all )?the (?:preparation|preprocessing)"),
    ("acknowledge", 87,
        r"(?:keep|leave) (?:it|that|them|everything)(?: (?:as|like) (?:it is|is|they are|that))?$|"
        r"(?:ignore|dismiss|skip|acknowledge|silence|leave|drop|accept|hide) (?:this|that|the|these|those|it)? ?(?:[a-z_@]+ ){0,4}(?:warnings?|findings?|notes?|"
        r"alerts?)|(?:thats|it is|its|that is) (?:fine|ok|okay|intended|on purpose) as (?:it is|is)|i know keep|acknowledge|i know , keep|fine as it is|"
        r"dont worry about"),
    ("acknowledge", 128,
        r"^(?:the |all )*(?:(?:@ )?(?:outliers|extremes|duplicates|gaps|missing(?: values)?)(?: (?:in|of) (?:the )?@)?) ?[:,-]? ?(?:(?:just|please) )*(?:keep|"
        r"leave|let)(?: (?:them|those|it|em))?(?: (?:be|in|alone|as they are|as is|there))*(?: please)?$|"
        r"^(?:keep|leave)(?: in)? (?:the |all |my )*outliers(?: (?:in|of) (?:the )?@)?(?: (?:in|alone|as they are))?$|"
        r"^(?:dont|do not|never) (?:touch|drop|remove|clip|cap|change) (?:the |any |my )*(?:outliers|extremes)(?: (?:in|of) (?:the )?@)?$"),
    ("acknowledge", 95,
        r"(?:keep|leave)\b[^.]{0,60}\bas (?:it is|is|they are|it was)$|"
        r"(?:warning|finding|alert|notice)s?\b[^.]{0,30}\b(?:is|are) (?:fine|ok|okay|intended|expected|no problem)|"
        r"(?:@|it|that|imbalance|outliers|duplicates|they|those) (?:is|are|were) (?:fine|ok|okay|intended|expected|on purpose)\b"),
    ("acknowledge", 97,
        r"^(?:i |we )?(?:dont|do not) (?:really |much )?(?:care about|mind|worry about) (?:the |these |those |any )*(?:outliers?|extremes?|duplicates?|imbalance|"
        r"missing(?: values)?|gaps|skew\w*|leak\w*|warnings?|constants?)\b|^i know\b|"
        r"(?:thats|that is|its|it is|they are|theyre) (?:fine|ok|okay|alright|on purpose|intended)$"),
    ("impute", 88,
        r"imput\w+|fill(?:na|ing|ed)?\b|(?:replace|substitute|fix|handle|deal with|treat|take care of|repair|plug|mend|sort out|do something about|patch|"
        r"complete)\b[^.]{0,30}\b(?:missing|blanks?|nulls?|nans?|gaps|holes|empty|na)\b|"
        r"missing (?:values )?(?:values|ages?|@)?[^.]{0,20}\b(?:with|by|to|should (?:be|get))\b|blanks? in @|"
        r"@ (?:has|have|with) (?:a lot of |many |some )?(?:holes|gaps|blanks|missing)|"
        r"(?:put|write|insert|place|use(?![^.]{0,30}\b(?:\w*cod\w+|scal\w+|one ?hot|bins?|logs?|smote|tf ?idf)\b))\b[^.]{0,30}\b(?:there|where|"
        r"into the (?:gaps|holes|blanks)|in the (?:gaps|holes|blanks|empty))|empty (?:cells|values|@)"),
    ("impute", 112, r"@ (?:is|are|was|were) (?:\w+ ){0,2}(?:missing|empty|blank|unknown|null|nan)\b[^.]{0,60}\b(?:put|write|use|insert|enter|fill|take)\b|^(?:for|in) (?:the )?@ (?:put|write|use|insert|enter|take) .{1,30} (?:where|wherever|when|whenever|if) (?:it|there|nothing|they)\b"),
    ("impute", 98, r"(?:missing|nans?|nulls?|empty|blanks?|gaps|holes)\b[^.]{0,60}(?:\b(?:use|take|put|write|insert)\b|:|= >) ?[^.]{0,20}\b(?:mean|median|mode|average|middle|most (?:common|frequent)|knn)\b"),
    ("impute", 112,
        r"^(?:where|wherever|when|whenever|if) (?:the |an? )?@ (?:is|are|was|were) (?:missing|absent|empty|blank|unknown|null|nan|"
        r"not (?:given|known|there|written(?: down)?|noted|recorded|entered|measured|taken|filled(?: in)?|stated|available|documented))\b ?,? (?:just |then |"
        r"please |simply )*(?:assume|suppose|say|make it|take it as|go with)\b"),
    ("impute", 98, r"^(?:the )?(?:mean|median|mode|average|most (?:frequent|common)(?: value)?|@ (?:mean|median|mode|average)|(?:mean|median|average) @) (?:for|into|in) (?:the |all |its |their )*(?:gaps|holes|blanks|missing|empty|nans?|nulls?)"),
    ("impute", 98, r"(?:make up|invent|work out|come up with|estimate|guess)\b[^.@]{0,25}@ (?:for|of|where) (?:the |those |all )*(?:\w+ )?(?:who|that|which|with|ones|it|rows|having)?\b[^@]{0,12}\b(?:none|no @|not|dont|without|missing|empty|lack)"),
    ("impute", 94, r"^(?:please )?(?:put|write|insert|enter) (?:in )?(?:the |an? |its )?(?:median|mean|mode|average|most (?:frequent|common)(?: value)?) (?:in |in there |there )?(?:for|into|in) (?:the |an? )?(?:missing )?@"),
    ("impute", 93, r"^(?:the )?(?:median|mean|mode|mice|iterative|most (?:frequent|common)(?: value)?)(?: imput\w+)? (?:for|into|in) (?:the )?(?:missing )?@"),
    ("impute", 112,
        r"^(?:where|wherever|when|whenever|if) (?:the |an? )?@ (?:is|are|was|were) (?:missing|absent|empty|blank|unknown|null|nan|"
        r"not (?:given|known|there|written(?: down)?|noted|recorded|entered|measured|taken|filled(?: in)?|stated|available|documented))\b ?,? (?:just |then |"
        r"please )?(?:put|write|use|insert|enter|fill|take)\b|"
        r"^(?:just )?(?:put|write|insert|enter) .{1,30} (?:where|wherever|when|whenever|if) (?:the )?@ (?:is|are) (?:missing|empty|blank|null|nan|"
        r"not (?:given|known|there|written(?: down)?|noted|recorded|entered|measured|taken|filled(?: in)?|stated|available|documented))$"),
    ("impute", 97,
        r"where (?:the )?@ is (?:missing|absent|empty|blank|unknown|null|nan)\b[^.]{0,10}\b(?:put|write|use|insert|fill|set|take)\b|"
        r"(?:estimate|guess|infer|predict|work out) (?:the )?(?:missing|empty|absent|lacking) |"
        r"(?:nans?|nulls?|blanks?|gaps|holes|missing(?: values)?) (?:in|of) (?:the )?@ (?:to|become|should be|with|by|as)\b|"
        r"^(?:put|write|insert|place)\b[^.]{0,30}\b(?:where|in|into)\b[^.]{0,20}(?:missing|empty|gaps|blank)"),
    ("handle_outliers", 97, r"^(?:iqr|z ?score|\d ?sigma|tukey|isolation forest) (?:clip|cap|trim|filter|remov)\w*"),
    ("handle_outliers", 92, r"^(?:(?:just|only|please|simply|rather|but) )*(?:clip|cap|winsori[sz]e|reel in|pull in) (?:them|it|those|these)\b(?! ?\d)"),
    ("handle_outliers", 99, r"isolation forest\b[^.]{0,20}\b(?:throw|remove|drop|kick|clip|filter|delete)\b"),
    ("handle_outliers", 89, r"outliers?|outlying|" + ODD +
        r" (?:values?|numbers?|cases|ones|points|entries|readings|measurements|@(?! (?:columns?|fields?|features?|one|thing)\b))|extremes|"
        r"(?:tukey|interquartile) (?:fences?|rule|range)|(?:tails?|extreme ends?) (?:of|in|from) (?:the )?@|"
        r"(?:far |way |well )?(?:outside|beyond|off) (?:of )?(?:the |its |their )?(?:usual|normal|typical|expected|plausible|common) (?:range|values?)|"
        r"winsori[sz]e|(?:clip|cap|trim) (?:the )?@|isolation forest (?:to|for) (?:remove|drop|clip)"),
    ("handle_outliers", 97, r"(?:iqr|z ?score|tukey|interquartile|isolation forest)(?: \w+)? (?:method|rule|criterion|approach|detection|filter|filtering)\b"),
    ("handle_outliers", 106, r"(?:" + DROP + r"|hunt down|weed out|clip|cap|limit|pull in|reel in|tame)\b[^.@]{0,12}\b" + ODD + r" (?:values? (?:of|in|for) (?:the )?)?@(?! (?:columns?|fields?|features?|one|thing)\b)"),
    ("handle_outliers", 108,
        r"z ?scores? (?:\w+ )?(?:of )?(?:more than|greater than|larger than|higher than|bigger than|above|over|beyond|exceeding|exceeds|>|> =|at least) \d|"
        r"isolation forest\b[^.]{0,20}\b(?:weed|kick|throw|sort|sift) (?:them )?out\b|"
        r"(?:weed|kick|throw|sift)\b[^.]{0,60}\b(?:by|with|using|via) (?:an? |the )?isolation forest"),
    ("handle_outliers", 98, r"\d[\d.]* (?:sigmas?|standard deviations?|stds?|iqrs?|times the iqr)\b|^(?:" + DROP + r")\b[^.]{0,20}\b(?:rows|records|lines)\b[^.]{0,12}\b(?:outliers?|absurd|crazy|extreme|weird|unusual|implausible)"),
    ("add_feature", 112,
        r"@[^.]{0,40}@ ?,? (?:as|into|in) an? (?:new |extra |additional |separate |own )*(?:column|feature|variable|field|stat|predictor|input)\b|"
        r"^[^:@]{0,50}(?:@[^:@]{0,20}){0,3}: ?(?:the )?@ ?(?:/|\*|\+|minus|plus|times|divided (?:by|with|through)|over|multiplied (?:by|with)) ?(?:the )?@$|"
        r"@ (?:divided|multiplied) (?:with|through) (?:the )?[@\d]"),
    ("add_feature", 118,
        r"@ (?:per|over|times|plus|minus|divided by|/|\*|\+|"
        r"-) (?:(?:the|each|every) )?(?:[a-z]+ of )?@ ?,? (?:(?:please|just|and|so|now|then|i|we|you|can|could|should|would|want|need|like|to|have|make|add|put|"
        r"give|me|us|turn|save|keep|store|write|it|that|this|in|into|as|to|down) )+an? (?:new |extra |own |separate |additional )*(?:column|feature|variable|"
        r"field|predictor|input)\b"),
    ("add_feature", 112, r"^(?:(?:please|add|make|compute|give|me|new|a|the|column|feature|with|for) )*@ (?:as|in) (?:an? |the )?(?:share|percent|percentage|fraction|proportion|part|%) of (?:the )?@(?: please)?$"),
    ("add_feature", 126, r"^(?:the )?@ ?(?:/|\*|\+|-|minus|plus|times|over|divided by) ?(?:the )?@ ?,? (?:and |then )?(?:call|name|label) (?:it|that|this|the result)\b"),
    ("add_feature", 107, r"^(?:please )?(?:sum|add)(?: up)?(?: of)? (?:the )?@ (?:and|&|with|to) (?:the )?@(?: please| up| together)*$"),
    ("add_feature", 106, r"^(?:double|triple|treble|halve|quadruple) (?:the |all )?@$"),
    ("add_feature", 100, r"^(?:(?:i|we|you|please|would|like|want|need|have|make|add|get|give|me|us|a|new|the|column|of|with|to|feature|for|take|compute|calculate|work|out|id) )*@ less (?:the )?@(?! than)(?: |$)"),
    ("add_feature", 98, r"^[^=]{1,40} ?= ?[^=]{0,20}@ ?(?:/|\*|\+|-|minus|plus|times|divided by|over|through) ?(?:the )?[@\d]"),
    ("add_feature", 89,
        r"@ ?(?:/|\*|\+|-|times|plus|minus|divided by|multiplied by|x) ?(?:the )?(?:@|\d)|@ over (?:the )?@|"
        r"(?:ratio|product|sum|difference) (?:of|between) (?:the )?@ (?:and|to|over) (?:the )?@|(?:new|another|extra) (?:column|feature|variable)|"
        r"^@ (?:/|\*|\+) @|@ per @ (?:as|column|feature)|(?:subtract|multiply|divide)\b[^.]{0,30}@|"
        r"(?:add|create|make|build|compute|calculate|derive)\b[^.]{0,40}\b(?:column|feature|variable)\b|(?:add|subtract|multiply|divide|combine) (?:the )?@|"
        r"sum (?:up )?(?:the )?@ and"),
    ("add_polynomials", 92, r"(?:degree|order) (?:of )?\d polynomial|(?:\d(?:nd|rd|th)?|second|third|fourth) (?:degree|order) polynomial|poly(?:s|nomial\w*)?|interaction(?:s| terms?| features?)?|(?:quadratic|cubic) (?:terms?|features?)"),
    ("add_polynomials", 113, r"^(?:(?:please|add|make|create|new|a|the|column|feature|with|for|of) )*(?:@ squared|(?:square of |squared )(?:the )?@)(?: (?:as|in|to) (?:an? )?(?:new |extra |own )*(?:column|feature))?(?: please)?$"),
    ("add_polynomials", 98, r"^cross (?:the )?@ (?:with|and|by|x) (?:the )?@"),
    ("add_polynomials", 91, r"cross terms?|squares and"),
    ("rank_features", 86,
        r"(?:rank|order|sort|score) (?:the |all |my )*(?:features|columns|variables|predictors|inputs)|(?:feature|variable) ranking|"
        r"(?:which|what) (?:features|columns|variables|predictors) (?:are|look|seem) (?:the )?(?:most )?(?:useful|informative|relevant|predictive|promising)|"
        r"(?:mutual info\w*|f test|chi2|chi squared?)\b[^.]{0,20}\b(?:ranking|scores?|with)|how (?:useful|informative|relevant) (?:are|is)"),
    ("rank_features", 96,
        r"(?:which|what)(?: of (?:the|my))? (?:columns|features|variables|inputs|predictors) (?:are |is )?(?:the )?(?:most |best |strongest |more )?(?:strongly |"
        r"closely |highly )?(?:related|linked|tied|connected|associated|correlated|correlate\w*) (?:most |best )?(?:to|with) (?:the |my |our )?(?:target|label|"
        r"outcome)|(?:show|list|rank|see|display|print|what are|which are|give me|tell me)(?: me)? (?:the |my )?(?:top|best|strongest|\d+ (?:best|most \w+)|"
        r"most \w+)(?: \d+)? (?:features|columns|variables|predictors)\b"),
    ("rank_features", 103,
        r"^(?:(?:please|can|could|would|you|just|lets|now) )*rank (?:me )?(?:the things |all |everything )?(?:what|which|whatever|that)\b[^@]{0,25}\b(?:matters?|"
        r"counts?|important|useful|predictive|relevant|drives?|helps?|influences?)\b|^rank (?:the |me the )?(?:top|best|\d+|strongest)\b|"
        r"\brank(?:ed|ing)?\b[^.]{0,15}\b(?:by|with|using|via) (?:the |an? )?(?:mutual info\w*|mi|f test|anova|chi2|chi squared?)\b|"
        r"\b(?:mutual info\w*|mi|f test|anova|chi2|chi squared?)\b[^.]{0,12}\brank(?:ing|ed|s)?\b"),
    ("rank_features", 99, r"^(?:(?:show|list|give|what|which|tell)(?: me)?(?: are)? )?(?:the )?(?:top|best|main|biggest|strongest|first) (?:\d+ )?(?:drivers|factors|predictors|features|influences|columns|variables|inputs)(?: (?:of|for|behind|on) (?:the )?@)?$"),
    ("rank_features", 94, r"(?:which|what) (?:columns|features|variables) (?:tell|say|reveal|know) (?:the )?(?:most|more)"),
    ("keep_best_features", 95, r"^(?:(?:please|do|run|try|use|now|an?|the) )*(?:rfecv?|recursive feature elimination)\b(?! ?\?)"),
    ("keep_best_features", 90,
        r"(?:keep|select|choose|use|pick|take|retain|only)\b[^.]{0,20}\b(?:\d+ )?(?:best|top|strongest|"
        r"most (?:important|useful|informative|relevant|predictive))\b[^.]{0,12}\b(?:\d+ )?(?:features|columns|variables|predictors|ones)|feature selection|"
        r"select(?: the)? (?:features|best)|selectkbest|k best|recursive(?: feature)? elimination|rfecv?|"
        r"(?:top|best) \d+ (?:features|columns|variables|predictors)|\d+ (?:best|most (?:important|useful|informative)) (?:features|columns|variables|predictors)|"
        r"drop (?:the )?(?:useless|uninformative|irrelevant|weak) (?:features|columns)|low variance|"
        r"(?:best|top) \d+ (?:by|with|according to|using|on) (?:f test|f score|anova|mutual|mi\b|chi|rfe|importance|correlation|variance|permutation)|"
        r"\b(?:down|reduce\w*|cut) to (?:the )?(?:best |top )?\d+ (?:features|columns|variables|predictors)"),
    ("keep_best_features", 98,
        r"(?:carry on|continue|go on|go|proceed|work|stay|stick|move on|make do|be left) (?:\w+ )?with (?:only |just )?(?:the )?(?:\d+ )?(?:best|top|strongest|"
        r"leading|most \w+)(?: \d+)? (?:features|columns|variables|predictors|inputs|fields|attributes|ones)|"
        r"(?:narrow|cut|trim|boil|whittle|slim)\b[^.]{0,30}\bdown to (?:just |only )?(?:the )?(?:(?:best|top|strongest) )?\d+ (?:best |strongest |top |"
        r"most \w+ )?(?:features|columns|variables|predictors|inputs|fields|attributes)"),
    ("keep_best_features", 98,
        r"(?:throw (?:away|out)|drop|remove|delete|kick out|discard)\b[^.]{0,15}\b(?:features|columns|variables|ones|inputs|fields|everything|anything) (?:that|"
        r"which) (?:hardly|barely|scarcely|almost never|never|dont) (?:ever )?(?:vary|varies|change|changes|move|differ|differs)"),
    ("rank_features", 92, r"^(?:which|what) (?:attributes|fields|inputs|predictors|columns|features|variables) (?:look|seem|are|might be|would be) (?:the )?(?:most )?(?:promising|useful|informative|predictive|interesting|worth \w+|helpful)"),
    ("keep_best_features", 97,
        r"(?:throw (?:away|out)|drop|remove|delete|kick out) (?:all |the )*(?:features|columns|variables|ones)? ?(?:with|of|that have) (?:zero|0|no|almost no|"
        r"little|near zero) variance|^(?:rfe|rfecv|selectkbest|k best|chi2|f test|mutual info\w*|anova)\b[^.]{0,20}\d|"
        r"(?:use|take|by) [^.]{0,20}\bimportances? to (?:keep|select|pick)|"
        r"(?:keep|select|pick|choose) (?:only |just )?(?:the )?\d+ (?:features|columns|variables|predictors)\b(?! (?:from|of|at|for)\b)|"
        r"(?:keep|leave|select|pick|take|use|choose) (?:only |just )?(?:the )?\d+ (?:features |columns |variables |ones )?(?:which|that|who) (?:matter|count|help|"
        r"are (?:the )?most)"),
    ("keep_best_features", 97, r"(?:keep|retain|select|pick|take|use|choose) (?:only |just )?(?:the )?(?:(?:best|top|strongest) \d+|\d+ (?:best|top|strongest))\b(?! (?:models?|runs?|rows|records|of the runs))"),
    ("reduce_dimensions", 92, r"pca|principal components?|umap|svd|ica|dimensionality|(?:reduce|fewer|cut)\b[^.]{0,15}\b(?:dimensions|components)|independent components?|(?:reduce|compress)\b[^.]{0,25}\bto \d+"),
    ("reduce_dimensions", 96, r"(?:reduce|compress|squash|shrink|squeeze|condense|bring)\b[^.]{0,40}\bto \d+ (?:components|dimensions|dims)"),
    ("reduce_dimensions", 90, r"keep(?:ing)? \d[\d.]*% of the variance"),
    ("extract_dates", 90,
        r"(?:extract|get|pull out|derive|take|split|turn|break|add|make|create|expand|use|convert)\b[^.]{0,35}\b(?:year|month|months|weekday|weekdays|"
        r"day of (?:the )?week|hours?|date parts|date features|parts|components|quarter|minute)\b[^.]{0,25}\b(?:of|from|out of|into|in|and)?\b|"
        r"date (?:parts|features)|extract (?:the )?(?:dates?|times?)|day of (?:the )?week (?:of|from)|split (?:the )?@ into"),
    ("extract_dates", 96,
        r"(?:dates?|datetimes?|timestamps?|time)(?: columns?)?\b[^.]{0,25}\b(?:break|split|take|pull|cut)\b[^.]{0,12}\b(?:up|apart|into)|"
        r"(?:break|split|take|pull|cut) (?:the |all |my )*(?:dates?|datetimes?|timestamps?|time columns?)(?: columns?)? (?:up|apart|down)\b|"
        r"(?:break|split|take|pull|cut) (?:up|apart|down) (?:the |all |my )*(?:dates?|datetimes?|timestamps?|time columns?)(?: columns?)?$"),
    ("extract_dates", 96, r"(?:split|turn|break|cut)\b[^.]{0,20}(?:timestamps?|dates?|datetimes?|@)[^.]{0,20}\b(?:parts|components|pieces|year|month)\b|(?:what |which )?(?:weekday|day of (?:the )?week|month|year|hour)s?\b[^.]{0,25}\b(?:was|is|from|of|out of)\b[^.]{0,15}@"),
    ("vectorize_text", 99, r"(?:words|terms|text|wording) (?:of|in|from) (?:the )?@ (?:in)?to (?:numbers|features|columns|counts)|(?:make|get|turn) (?:the )?@ (?:column )?(?:into )?(?:usable|useable|digestible|readable|ready|something (?:a|the) \w+ can \w+)(?: for| to|$)"),
    ("vectorize_text", 91, r"tf ?idf|bag of words|vectori[sz]e\w*|word counts?|count vector\w*|(?:use|turn|convert|encode)\b[^.]{0,15}\b(?:the )?(?:text|words)\b[^.]{0,20}\b(?:in|of|into|column|numbers|features)"),
    ("encode", 88,
        r"(?:(?:one ?hot|label|ordinal|target|frequency|hash\w*|onehot|mean|count|integer) )?encod\w+|one ?hot|ohe|"
        r"dumm(?:y|ies)(?! model)(?: (?:variables?|columns|for|of|code))?|get_dummies|"
        r"categor\w+ (?:columns |values |features |variables )?(?:in)?to (?:numbers|numeric)|"
        r"(?:turn|convert|make|change)\b[^.]{0,30}\b(?:into|to) (?:numbers|numeric|codes|integers)"),
    ("encode", 92,
        r"(?:ord(?:inal)?|freq(?:uency)?|tgt|target|label|lbl|hash|mean|count|one ?hot|oh) enc\w*\b|"
        r"(?:words|categories|labels|strings|texts?) (?:in)?to (?:numbers|numeric|codes)|hash (?:the )?@|"
        r"(?:one ?hot|hash)(?:[ -]encod\w+)? (?:the |for (?:the )?|of (?:the )?)?@|"
        r"(?:one ?hot|ohe|hashing|ordinal|target|frequency|label|dummies)(?:[ -]enc\w+)? (?:for|of|on|in) (?:the )?@|"
        r"(?:frequency|target|ordinal|label|mean|count)[ -]encod\w+"),
    ("encode", 112, r"^(?:an? |the )*(?:columns? of )?(?:zeros? and ones?|ones? and zeros?|0s? and 1s?|1s? and 0s?)(?: columns?)? (?:per|for(?: each| every)?) (?:the )?@|(?:columns?|features?) of (?:zeros? and ones?|ones? and zeros?|0s? and 1s?|1s? and 0s?)"),
    ("encode", 97, r"(?:with|by|using|into|to) (?:ordinal|target|frequency|label|one ?hot|hash\w*)[ -]?(?:codes?|encod\w+|numbers)|(?:columns|features) of (?:ones?|1|0|\d)s? and (?:zeros?|1|0|ones?|\d)s?"),
    ("encode", 112, r"(?:swap|replace|exchange|substitute|turn|change|code|represent|write|express|show|put)\b[^.@]{0,20}@[^.@]{0,20} (?:for|with|by|into|as|to|through) (?:how (?:often|common|frequent|rare|many times)|(?:its|their|the) (?:frequenc\w+|counts?\b|number of (?:times|occurrences)))"),
    ("encode", 104, r"(?:make|turn|get|convert) (?:the )?@ (?:column )?(?:numeric|numerical|numbers|into numbers|to numbers) (?:by|in|according to) (?:its |their |the )?(?:rank|order|natural order|ranking)"),
    ("encode", 98,
        r"@ (?:as|in|into|to) 0 ?[/-] ?1 (?:columns|features|flags|variables)|"
        r"^(?:0 ?[/-] ?1|0 1|yes no|binary|dummy|indicator|flag) (?:columns|features|flags|variables) (?:for|of|from|out of) (?:the )?@|"
        r"(?:give|replace|code|number|represent)\b[^.]{0,20}@ (?:by |with )?(?:its|their|the) (?:frequency|count|rank|order)\b|"
        r"encode\b[^.]{0,15}@ by how (?:often|common|frequent)"),
    ("encode", 98, r"(?:an?|one|own|its own|separate|1) (?:column|feature|flag|dummy)s? (?:for|per) (?:each|every) (?:@|value|category|level)"),
    ("encode", 88, r"(?:turn|convert|make|change|transform|put|code)\b[^.]{0,30}\b(?:in|into|to|as) (?:numbers|numeric|codes|integers)\b|(?:must|should|has to|have to|needs? to) (?:become|be(?: turned into)?) (?:numbers|codes)"),
    ("encode", 92, r"(?:label|ordinal|target|frequency|hash)encod\w+"),
    ("encode", 92, r"(?:names?|labels?|values?) (?:in)?to numbers"),
    ("transform", 98, r"^(?:(?:please|just|now|and|then) )*(?:(?:apply|do|use|try|take|run) )?(?:an? |the )?(?:square(?! root)(?: transform(?:ation)?)?|box[ _]?cox(?: transform(?:ation)?)?|yeo[ _]?johnson(?: transform(?:ation)?)?|square root(?: transform(?:ation)?)?|squaring)(?: please| now)?$"),
    ("transform", 90,
        r"log(?: ?transform\w*|1p|arithm\w*| scale)?\b(?! ?loss| ?reg)|ln\b|square root|sqrt|(?:to the )?power (?:of )?(?:2|two)\b|\^ ?2\b|yeo[ _]?johnson|"
        r"box[ _]?cox|(?:less|reduce|remove|fix|correct|un)(?: the)? ?skew\w*|skew\w*|power transform\w*|square (?:the )?@|transform @|@ squared"),
    ("scale", 99, r"^(?:the )?@(?: ?(?:,|and|, and|&|plus) (?:the )?@)+ (?:(?:to|lie|should|must|be|all|both|put|brought) )*(?:between|from|in|into|onto|to) 0 (?:and|to|-|,) (?:1|one)$"),
    ("scale", 99, r"(?:make|have|let|get|put|bring|all)\b[^.]{0,30}@ (?:(?:to|all|both|should) )*(?:go|run|range|lie|be|vary|live|reach) (?:from|between|in) 0 (?:to|and|-) (?:1|one)\b"),
    ("scale", 99, r"quantile (?:transform|scal|normal)\w*|mean (?:of )?0\b[^.]{0,20}\b(?:sd|std|variance|standard deviation)"),
    ("scale", 93, r"^(?:max ?abs|min ?max|z ?score|robust|standard) (?:the )?@|^(?:all |the |every )*(?:(?:numeric|numerical)(?: columns| features| ones| data)?|columns|features|@)(?: (?:to|into|on|in))? 0 (?:-|to) 1\b"),
    ("scale", 88,
        r"(?:std|stand(?:ard)?|min ?max|robust|z ?score|max ?abs|quantile) scal\w*|scal(?:e|ed|ing)|rescale|standardi[sz]\w*|normali[sz]\w*|min ?max\w*|"
        r"z ?scores?|(?:bring|put|squeeze|get)\b[^.]{0,40}\b(?:same (?:scale|range)|between 0 and 1|0 (?:-|to) 1|common scale)|standardscaler|robust scal\w+|"
        r"(?:to|into|between) (?:the )?(?:range )?0 (?:to|-|and) 1|same scale"),
    ("bin", 94,
        r"(?<!rubbish )(?<!dust )(?<!trash )(?<!garbage )(?<!waste )bin(?! off\b)(?:s|ned|ning)?|bucket\w*|discreti[sz]e\w*|"
        r"(?:split|cut|group|divide|turn|put|chop|carve|slice|break|sort|separate|segment|partition) (?:up )?(?:the )?@[^.]{0,15}\b(?:into|in) (?:\d+ )?(?:groups|"
        r"bins|buckets|ranges|intervals|bands|classes|categories|parts|equal)|(?:age )?(?:bands|brackets)"),
    ("bin", 96, r"\b(?:low|small|short|young|cheap|few|light|weak)\s*(?:,|/|and|-)\s*(?:medium|middle|mid|average|normal|moderate)\b\s*(?:,|/|and|-)*\s*(?:and )?(?:high|large|big|long|old|expensive|many|heavy|strong)\b"),
    ("bin", 96, r"^(?:make|create|form|build|give me|i want|get)(?: me)? (?:\d+ )?(?:equal\w*[ -]*(?:width|wide|size|sized|filled|frequency|large|big)? )?@ (?:groups|bins|bands|ranges|classes|buckets|brackets|intervals)\b"),
    ("bin", 98, r"^(?:(?:put|bin|cut) )?(?:the )?@ (?:in|into|by) decades(?: please)?$"),
    ("bin", 125, r"^(?:the )?@ (?:to|into|as) (?:low|small|young|short|bad|fail|cheap)\b[a-z ,/-]*\b(?:high|large|big|old|long|good|pass|expensive)$"),
    ("bin", 95, r"(?:groups|bands|ranges|classes|bins|buckets|brackets) (?:out of|from|for) (?:the )?@|(?:q?cut) ?\(|into (?:quartiles?|quintiles?|deciles?|terciles?|percentiles)|bands\b"),
    ("balance", 121, r"^(?:(?:please|just|now|then) )*(?:re)?balance (?:the )?@(?: (?:out|please|classes|now))*$"),
    ("balance", 98, r"^(?:(?:please|just|now|and|then|use|do|try|with) )*random(?:ly)? (?:under|over)(?: please| then)?$"),
    ("balance", 90, r"(?:re)?balance(?:d|ing)?\b(?! accuracy)|smote|adasyn|(?:over|under|up|down) ?sampl\w*|class weights?|class_weight|(?:fix|handle|deal with|correct|address|treat)\b[^.]{0,25}\bimbalanc\w*|imbalanced?|weight(?:s|ed)? (?:the )?classes|minority|as many of (?:each|both)"),
    ("balance", 97, r"(?:until|so that|so|till)\b[^.]{0,40}\b(?:as many|the same size|same size|equally many|50 ?[:/-] ?50|balanced)\b|(?:more|higher|extra) (?:weight|importance|attention) (?:to|on)\b|re ?weight\w*|even (?:it|this|that|them) out"),
    ("balance", 91, r"(?:more|higher|extra) weight\b[^.]{0,20}\b(?:class|classes|minority|rare|positive)|(?:classes|class) (?:are|is) (?:uneven|unbalanced|skewed|unequal)|even (?:them|the classes) out|even out"),
    ("balance", 92, r"(?:classes|class|labels)\b[^.]{0,20}\b(?:equal\w*|evenly|same (?:size|number))|duplicat\w+ the (?:rare|minority|small)"),
)
