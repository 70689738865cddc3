"""Patterns over the shape of a request, in which columns are written as @, values as #, numbers as N and dates as D."""

from __future__ import annotations

import re

from assistant.router.tool.triggers.wordlists import FILE_ENDING, HELD_AGAINST_TRUTH

CUTS = (
    r"(?:(?:i|we) )?(?:dont|do not|wont|will not) (?:(?:really|even) )?(?:include|want|use|take|count|show|keep|need)|take (?:away|out)|toss|chuck(?: out)?|lose|"
    r"kick|filter out|drop|remove|delete|exclude|discard|get rid of|throw (?:out|away)|eliminate|omit|ignore|leave out|ditch|without|no|not|skip|kick out|kill"
)
_FIGURE = r"(?:(?:average|mean|median|typical|total|highest|lowest|max|maximum|min|minimum|biggest|smallest) (?:of (?:the )?)?@|@ (?:rate|share|percentage|ratio|proportion))"
"""A figure of a column: “the average fare”, “the survival rate”."""
_AMONG = r"(?:of|for|among|amongst|in|from|at|on|with|within)"
SHAPES: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (tool, weight, re.compile(pattern))
    for tool, weight, pattern in (
        ("filter_rows", 92,
            rf"^(?:only|just|nothing but|keep|show only|focus on|{CUTS}|i (?:only )?(?:want|need)(?! to #)|look only at|"
            rf"(?:all|everything|everybody|everyone|anybody|anyone|anything|all of (?:them|these|those)|all the \w+) (?:but|except|besides|"
            rf"other than)(?: for)?)(?: (?!column)\S+){{0,4}} #"),
        ("filter_rows", 92, r"^(?:(?:only|just|please) )*keep (?:only |just )?(?:the |those |all )?(?:[a-z]+ )?(?:from|between|with|aged) (?:N (?:to|and|-) )?N (?:(?:years?|days?|weeks?|months?|hours?|minutes?|units?) )?(?:of |in )?@$"),
        ("filter_rows", 130,
            rf"^(?:(?:so|just|please|and) )*(?:{CUTS}) (?:(?:all|of|the|those|any|every) )*(?:@|[a-z]+) (?:with|having|that (?:has|have|contain|mention)|"
            rf"which (?:has|have)|containing|mentioning) (?!no\b|"
            rf"(?:(?:an?|any|some|the) )?(?:missing|blanks?|empty|gaps?|holes|nulls?|nans?|nothing|unknown|outliers?|extreme\w*|odd|"
            rf"duplicat\w*)\b)[a-z' ]{{1,30}} in (?:the|its|their) (?:@|name|title|text)(?: (?:column|field|line))?$"),
        ("filter_rows", 128,
            r"^(?:(?:the|all|any|both|columns?) )*@(?: ?(?:,|and|, and|or) (?:the )?@)* (?:must|should|shall|can|may|could|has to|have to)(?: ?n[o']t|nt| never|"
            r" not) (?:ever |all )?be (?:N|zero|negative)\b|"
            r"^(?:(?:the|all|any|both|columns?) )*@(?: ?(?:,|and|, and|or) (?:the )?@)* (?:must|should|shall|can|may)(?:nt| not| never) (?:ever |"
            r"all )?be (?:missing|empty|blank)\b"),
        ("encode", 106,
            r"^(?!.*\b(?:missing|empty|blanks?|gaps?|nulls?|nans?|unknown)\b).*\b(?:swap|exchange|replace|trade|substitute|switch)\b.{0,60}?\b(?:for|with|by|"
            r"against|into|to) (?:how (?:often|frequent|common|rare|many times)\b|"
            r"(?:(?:its|their|the|an?) )?(?:own )?(?:frequenc(?:y|ies)|counts?|number of (?:times|rows|occurrences|appearances)|"
            r"share of (?:all )?(?:the )?rows)\b|(?:(?:its|their|the) )?(?:own )?(?:average|mean|typical) (?:of the )?(?:outcome|target|label|y|result|"
            r"@ (?:of|in|for|per|within) (?:that|its|their|the same|each|every))\b)"),
        ("plot_model", 99, HELD_AGAINST_TRUTH),
        ("compare_data", 96,
            rf"^(?:(?:and|so|ok|hey|please|tell me|check) )*(?:if |whether )?(?:has|have|had|did|does|do(?! the\b)|is|are|how|what|anything|any|"
            rf"whats)\b(?!.*\b(?:predict|score|forecast)).*\b(?:shift\w*|mov(?:e|ed|ing)|chang\w*|drift\w*|apart|differ\w*|same|alike|similar|deviat\w+|"
            rf"diverg\w+)\b.*\. {FILE_ENDING}\b|^(?:(?:and|so) )*(?:has|have|did|does|is|are|how)\b.*\. {FILE_ENDING} (?:\w+ ){{0,3}}(?:shift\w*|mov(?:e|ed)|"
            rf"chang\w*|drift\w*|apart|differ\w*|the same|alike|similar)\b"),
        ("add_feature", 112, r"^(?:(?:the|make|add|a|new|column|feature) )*@ (?:and |minus |to |vs |- )?(?:the )?@ (?:diff|difference|delta)(?: please| column)?$"),
        ("aggregate", 104, r"^(?:the )?@ counts?(?: please)?$"),
        ("handle_outliers", 118, r"@ (?:values? )?(?:that |which )?(?:deviat\w+|stray\w*|differ\w*|(?:is|are|lies?|sits?|falls?) (?:much |way |just )?too far) ?(?:too far|too much|strongly|a lot|wildly|widely|far|off|out|away|from (?:the )?(?:rest|others|mean|median|norm|average|usual))"),
        ("rename_column", 118, r"^(?:(?:please|and|then|so) )*(?:make|have|get|let) (?:the )?@ (?:columns? )?(?:be )?(?:called|named|known as) (?!an?\b)"),
        ("choose_features", 125,
            r"\b(?:only|just|nothing but|solely|nothing except) (?:the )?@(?: ?(?:,|and|, and) (?:the )?@)* (?:(?:is|are|be|to|should|shall|must|may|can|will|"
            r"ought|has|have|gets?) )+(?:used?|learned from|fed|go(?:es)?|enter|count|taken|considered|seen)\b.*\b(?:learn\w*|train\w*|model\w*|predict\w*|"
            r"features?|inputs?)\b"),
        ("plot", 97, r"^(?:(?:an?|the|some|as|with|in|please|draw|show|give|me) )*(?:dots|points|scatter\w*|dot plot|cloud)\b[^@]*@ (?:along|on|at|across|goes|to)?\b.*@.*\b(?:bottom|up|side|horizontal\w*|vertical\w*|x|y)\b"),
        ("show_pipeline", 118,
            r"^(?:(?:wait|but|so|and|hm+|huh|oh|hey|,) ?)*(?:why|"
            r"how come) (?:(?:are|is|do|does|did|have|has|were|was|there|we|i|you|it|left|got|only|just|now|so|few|less|fewer|many|more|suddenly|all|the|"
            r"my) )*(?:N )?(?:of )?(?:the |my )?(?:rows|records|"
            r"lines)\b(?: (?:left|now|gone|missing|here|there|in (?:it|there|here|the table)|all|of a sudden|suddenly|than before|any ?more))*$|"
            r"^(?:(?:wait|but|so|and|hey|,) ?)*where (?:did|have|are|were)(?: all)?(?: the| my)?(?: other| rest of the| remaining)* (?:rows|records|"
            r"lines)(?: (?:go|gone|disappear(?:ed)?|now))*$"),
        ("describe_column", 97,
            r"^(?:(?:and|so|but|ok) )*(?:what|which|whats)(?: are|"
            r" is)?(?: the)?(?: (?:kinds?|sorts?) of)?(?: (?:most )?(?:common|frequent|typical|usual|main|many))* (?:words|terms|"
            r"phrases)\b(?: (?:are|is|do|does|there|used|people|they|we|occur|appear|stand|come|come up|show up|use|write|have|most|often|mostly|typically|"
            r"usually|that|which|in|inside|of|from|within|the|our|my|their|all|those|these|any))* @(?: columns?| texts?| field)?$"),
        ("set_threshold", 119, r"^(?:(?:please|you) )*(?:dont|do not|never|only|just)\b.*\b(?:unless|if|when|until|before)\b.*\bN ?(?:%|percent)? (?:sure|certain|confident)\b"),
        ("impute", 128, r"\b(?:missing|missingness|na|nan)(?: value)? (?:indicators?|flags?)\b[^@]*@"),
        ("train", 128,
            r"^(?:(?:please|now|train|fit|try|use|build|give me|i want|a|an|the|some|something|with) )*(?:(?:very|really|quite) )?(?:(?:simple|easy)(?:,|"
            r" and)? )?(?:interpretable|explainable|transparent|understandable) (?:models?|classifiers?|regressors?|one)(?: please)?$|"
            r"^(?:(?:please|train|fit|try|use) )*something (?:linear|with trees|tree ?-? ?based)(?: please)?$"),
        ("describe_column", 130, r"^(?:(?:the|show|give|me|see|what are|what is|whats) )*(?:quantiles?|percentiles?|p ?\d\d|deciles?|quartiles?|iqr|range|unique(?: values)?|distinct(?: values)?|value counts|modes?|most common value) (?:of |in |for )?(?:the )?@(?: please)?$"),
        ("ensemble", 128, r"^(?:(?:please|do|use|a|an|the) )*(?:(?:hard|soft) vot(?:e|ing)|vot(?:e|ing) (?:hard|soft)|(?:majority|soft|hard) voting ensemble)(?: please)?$"),
        ("drop_columns", 128,
            r"^(?:(?:please|and|then) )*(?:drop|remove|rm|delete|get rid of|throw out|discard) (?:the |all |"
            r"any )?(?:(?:highly|strongly|too|very|heavily|inter|multi) ?-? ?)*(?:correlated|collinear|intercorrelated|multicollinear) (?:features?|columns?|"
            r"variables?|ones|predictors?)\b"),
        ("reduce_dimensions", 128, r"\bt ?-? ?sne\b"),
        ("export", 128, r"^(?:(?:an?|the|give me|get me|i want|i need) )*(?:csv|excel|xlsx?|parquet|spread ?sheet)(?: file)? (?:of|with|for) (?:(?:the|my|our) )*(?:(?:cleaned|clean|prepared|processed|final|transformed|new)(?: up)? )?(?:data|table|dataset|data set|rows)(?: please)?$"),
        ("balance", 128, r"^(?:please )?(?:down|under|over|up) ?-? ?sampl\w*(?: (?:it|them|the (?:classes|majority|data|rows)))?(?: (?:to|until|till) (?:be )?(?:even|equal|balanced?|parity|the same size))?$"),
        ("keep_best_features", 128, r"^(?:(?:please|and|then) )*(?:drop|remove|rm|delete|throw out|get rid of|discard) (?:the |all )?(?:low|least|un)(?: ?-? ?important|er importance| importance) (?:features|columns|variables|ones)\b"),
        ("plot_model", 128, r"^(?:(?:the|show|plot|draw) )*(?:roc|pr|precision recall|calibration|lift|residuals?|confusion(?: matrix)?|learning)(?: curves?| plots?| charts?| matrix| matrices)? (?:of |for )?(?:all|both|each|every)(?: (?:the|of the|of them))? (?:runs?|models?)$"),
        ("plot", 97, r"^(?:bars?|bar (?:plot|chart)|kde|density|pairs|pair ?plot|line|trend|dist(?:plot|ribution)?|hist|violins?)(?: of| for)? @(?: ?(?:,|and|by|vs|over|,? ?) ?@){0,4}$"),
        ("train", 135,
            r"^(?:(?:please|now|and|train|fit|try|use|build|run|do|i want|give me|an?|some|any|with) )*(?:(?:discriminant (?:function )?analys[ie]s|"
            r"discriminant (?:model|classifier)|density ?-? ?(?:based )?(?:cluster\w*|grouping)|"
            r"(?:penali[sz]ed|regulari[sz]ed) (?:linear )?(?:regressions?|models?)|(?:ensemble|bunch|committee) of (?:decision )?trees|tree ensemble|"
            r"trees?[ -]*based (?:models?|methods?|classifiers?|learners?))\b|cluster\w* (?:by|on|using|based on) (?:the )?density\b)"),
        ("train", 119, r"^(?:(?:please|now|and) )*(?:split|divide|sort|group|break|cut|put|separate|part)\b.*\b(?:in|into) N (?:[a-z]+ )?(?:with|using|by|via|through) (?:an? )?(?:k ?means|gaussian mixture|gmm|agglomerative|ward|birch|spectral)\b"),
        ("handle_outliers", 135, r"@.*\bN (?:(?:times|x) )?(?:the )?(?:standard deviations?|sigmas?|sds?|stds?|iqrs?|interquartile ranges?)\b"),
        ("filter_rows", 93, r"^(?:all|every|any) @ (?:but|except|besides|other than|apart from)(?: for)?(?: the)? #"),
        ("filter_rows", 106, r"^(?:(?:so|just|please|and) )*(?:leave|take|throw|kick|filter|cut|keep|get|pull)(?: (?:the|all|any|my|our|those|every))* # (?:[a-z]+ )?(?:out|away) (?:of|from) (?:the )?@(?: column)?$"),
        ("filter_rows", 97, rf"^(?:(?:please|just|so) )*(?:{CUTS}) (?:(?:all|of|the|those|these|any|every) )*(?:ones?|those|rows?|records?|entries|lines|cases|everything|anything|everyone|anyone)(?: [a-z]+){{1,6}} as (?:an? |the )?(?:#|Q|N) (?:in|under|for|at) (?:the )?@$"),
        ("filter_rows", 92, r"^#.* (?:can|should|must|has to|have to) (?:go|be (?:removed|dropped|excluded))$"),
        ("drop_missing", 97, r"\b(?:rows?|records?|lines|ones|cases|columns?|features?|fields?|variables?)\b.*\b(?:missing|empty|blanks?|nulls?|nans?|without|gaps?|holes)\b.* (?:can|should|must|has to|have to) (?:go|be (?:removed|dropped|deleted))$"),
        ("filter_rows", 92, r"#(?: \S+){0,3} (?:only|alone|nothing else|please only)$"),
        ("filter_rows", 84, r"@ (?:is|are|in|not in|isnt|is not|must be|should be|equals?|one of|is one of|is either|=|= =|! =|==|!=|not)(?: (?:in|one of|of|any of|either|the|\(|\[))* #"),
        ("filter_rows", 84, rf"^(?:only|just|keep|show|{CUTS})\b.* (?:contain(?:s|ing)?|mention(?:s|ing)?|(?:with|having|has|have) the (?:word|text|string))\b"),
        ("filter_rows", 90, rf"^(?:only|just|keep|show|{CUTS})\b.* (?:has|have|having|with) (?!no |not )(?:[^@# ]+ ){{1,4}}in (?:it|them|there|(?:its|their|the|her|his) @)$"),
        ("filter_rows", 83, r"@ (?:contain(?:s|ing)?|mention(?:s|ing)?|includ(?:es|ing))\b(?! (?:the )?@)"),
        ("aggregate", 93,
            r"^(?:did|do|does|are|is|were|was|who|which|what|have|has)\b.* # (?:than|or|vs|versus|compared to) (?:\S+ ){0,2}#(?: \S+){0,3} @|"
            r"^(?:did|do|does|are|is|were|was)\b.* # @ (?:\S+ ){0,3}(?:than|or|vs|versus|compared to) (?:the )?#|"
            r"^(?:did|do|does|are|is|were|was|who|which|what|have|has)\b.* @ .*# (?:than|or|vs|versus|compared to) (?:\S+ ){0,2}#"),
        ("aggregate", 98,
            rf"^(?:(?:and|so|now|then|please|whats|what is|what was|what are|how (?:high|low|big|large) (?:is|was)|show me|show|tell me|give me|find|compute|"
            rf"calculate) )*(?:the )?{_FIGURE} (?:paid |spent |earned |had |"
            rf"made )?{_AMONG} (?:(?:the|all|our|my|those) )*#(?: (?:(?!if\\b|when\\b|where\\b|to\\b|into\\b|by\\b|per\\b|is\\b|as\\b)[a-z]+|#|&|,))*$"),
        ("aggregate", 98,
            r"^(?:(?:and|so|now|whats|what is|what was|show me|tell me|give me|find) )*(?:(?:what|which|the) )?(?:share|percentage|fraction|proportion|percent|"
            r"part|ratio|%) of (?:(?:the|all|our|my|those) )*#(?: [a-z]+)? (?:(?:who|that|which|have|has|had|are|is|were|was|did|do|does|got|get|gets) )*(?:@|#)$"),
        ("aggregate", 93,
            r"^(?:the |whats |what is |show |compare |and )*(?:(?:average|mean|median|typical|usual|max|maximum|min|minimum|total) )?@(?: rates?| values?|"
            r" shares?)? (?:of|for|between|in|among) (?:the )?#(?: [a-z]+)? (?:vs|versus|and|or|than|compared to|against) (?:the )?#(?: [a-z]+)?$"),
        ("aggregate", 125, r"^(?:the )?# (?:or|and|vs|versus|,) (?:the )?#(?: (?:or|and|,) (?:the )?#)* ?[,:;-]? (?:(?:please|just) )*(?:(?:count|@) (?:them|each|both|of each)(?: please| up)?|how many(?: of each| of them| are there| each)?|(?:the )?numbers? of each)$"),
        ("aggregate", 98, r"^(?:(?:compare|show|whats|the) )*(?:the )?# (?:vs|versus|against|compared (?:to|with)) (?:the )?# ?,? ?(?:on |in |for |by |their )?(?:(?:average|mean|median|total|typical) )?(?:the )?@$"),
        ("filter_rows", 93, r"^(?:everyone|everybody|people|all|those|only those|anyone|[a-z]+s) not (?:on|in|from|with|at|using|taking|paid by) (?:the )?#"),
        ("choose_features", 93, r"^(?:(?:please|just|only) )*(?:keep|use|take)(?: (?:only|just|the|columns?|features?))* @(?: (?:,|and|, and|&) (?:the )?@)+(?: (?:only|please|alone))*$"),
        ("aggregate", 84, r"^(?:how many|count|number of) (?:\S+ ){0,4}#"),
        ("drop_missing", 97,
            rf"^(?:{CUTS})\b.{{0,30}}\b(?:rows|records|lines|entries|those|people|ones|all|cases)\b.{{0,25}}\b(?:without|lacking|lack|with no|missing|no|"
            rf"with missing|with (?:an )?empty|where (?:the )?@ is (?:missing|empty|null|nan|blank))(?: an?| any| the| values? (?:in|for)| @)*(?: @|$)"),
        ("drop_missing", 97, rf"^(?:{CUTS})(?: (?:all|the|any|those|every|(?:rows|records|people|cases) with))* (?:unknown|missing|empty|blank|absent) @$"),
        ("set_target", 99, r"\b(?:predict|guess|tell|classify|know|find out|decide) (?:if|whether)\b.*# (?:or|vs|and)\b|\b(?:tell|distinguish|separate|know|sort|keep)\b (?:the )?(?:@|#) (?:apart )?from (?:the )?(?:#|@|others?|rest)"),
        ("drop_missing", 97, rf"^(?:{CUTS})(?: all| the| any| those)* [a-z]+ (?:without|lacking|that lack|with no|that have no|who have no|with missing|missing) (?:an? |any |the |their )?@(?! =|.* [ND])"),
        ("drop_missing", 97,
            rf"^(?:{CUTS})(?: all| every| each| any| the| those)* [a-z]+ (?:(?:whose|where) (?:the )?@ (?:is|was|has|had)(?: been)? (?:missing|unknown|empty|blank|"
            rf"null|nan|(?:left |still )+(?:empty|blank|open|out)|"
            rf"(?:not|never)(?: been)? (?:known|given|there|filled in|filled|entered|written(?: down)?|recorded|noted|measured|answered|asked))|"
            rf"(?:(?:with|having|of|that have|who have|whose|where|for (?:which|whom)|that|which|who) )?(?:(?:we|i|they|you|there|the) )?(?:(?:have|has|had|know|"
            rf"got|is|are|dont|do not|didnt|did not|left|leave|gave|give|wrote|write|made|make|show|reported|entered|named|told|mentioned|provided|stated) )*(?:no|"
            rf"an? unknown|an? missing|an? empty|unknown|missing|empty|blank|without(?: an?)?|know|have|know the|know their) @(?: (?:for|of|from))?)$"),
        ("filter_rows", 97, rf"^(?:{CUTS})(?: all| every| each| any| the| those)* [a-z]+ (?:with|having|of|at) (?:an? |the )?@ (?:(?:of|at|=|equal to|is) )*N$"),
        ("predict", 92,
            r"^(?:is|are|would|does|what about|how about|check|test|classify|label|tell me if|say if|decide if|find out if|"
            r"whether)(?: (?:this|that|the|these|following|one|it|message|text|sentence|review|comment|mail|be|an?|,|:|\?|if|is|whether))*(?: (?:#|@|spam|good|"
            r"bad|ham))?(?: or (?:not|#|@|\w+))?(?: (?::|\?|-))? Q$"),
        ("replace_values", 93, r"^(?:replace|change|recode|map|turn|rename|swap)(?: all| the| every| each)* # (?:with|by|to|into|as|for|- >|->) \S+$"),
        ("predict", 90, r"\b(?:would|is|predict|classify|score|what about|how about) (?:this |the )?(?:message |text |sentence )?Q"),
        ("predict", 121,
            r"^(?:(?:please|now|and|then|so|can you|could you) )*(?:predict|guess|estimate|work out|foresee|score|try)(?: (?:for|me|us|it))* (?:one|1|an?|this|"
            r"that|another|the following|some|N) (?:[a-z]+|@(?= ?:)) ?(?:[:,-]|with|of|at|that has|having)+ (?:the |an? )?(?:@ (?:(?:is|of|=|at) )*(?:N|#)|N @|"
            r"# ?,)"),
        ("set_target", 95, r"\b(?:predict|detect|recogni[sz]e|spot|identify|catch|foresee)(?: \S+){0,2} #$"),
        ("replace_values", 92, r"^(?:set|change|turn|make|recode|map) (?:the )?@ (?:value |from |of )*(?:#|Q) (?:to|into)\b"),
        ("filter_rows", 92, rf"^(?:{CUTS}) (?:all )?(?:the )?@ (?:(?:=|is|of|equals?|in|values?) )*N(?: (?:,|and|or) N)*$"),
        ("replace_values", 96, r"(?:make|set|turn|mark) (?:every |all |each |the |any )*(?:N|Q|#) in (?:the )?@ (?:to |as |into |be )*(?:missing|nan|null|empty|na)\b"),
        ("replace_values", 96, r"\bin (?:the )?@ (?:column )?(?:write|use|put) .* (?:instead of|rather than)\b"),
        ("filter_rows", 90,
            r"^(?:i|we) (?:am |m |are )?(?:(?:only|just) (?:care about|interested in|want|need|look at|"
            r"(?:want|need|like) to (?:look at|see|use|keep|have|work with))|"
            r"(?:want|need|care about|look at|(?:want|need|like) to (?:look at|see|use|keep|have|work with)) (?:only|just))\b.*(?:@ N|N @|#|@ .*[ND])"),
        ("replace_values", 95,
            r"(?:treat|consider|count|read|interpret|regard|see) (?:the |a |an |all )?(?:value )?(?:N|Q|#|- \S+|\?|[a-z]+) in (?:the )?@ as|"
            r"(?:an? |the )?@ of (?:N|Q|#) (?:really |actually |just |only )?(?:means?|stands|is|indicates)|"
            r"(?:N|Q|#|\?) in (?:the )?@ (?:really |actually )?(?:means?|stands|indicates|should|is)\b|@ (?:N|Q|#) (?:really |actually )?(?:means?|stands for)"),
    )
)
