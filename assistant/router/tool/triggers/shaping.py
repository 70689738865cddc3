"""Patterns for tools that change what the table holds and what it is for."""

from assistant.router.tool.triggers.wordlists import COMPARED, DROP, USES_THE_REST

RULES: tuple[tuple[str, int, str], ...] = (
    ("drop_columns", 95, r"^(?:please )?kill (?:off )?(?:columns? )?@"),
    ("drop_columns", 99, r"^(?:just |so |please )?keep (?:only |just )?(?:the )?@ (?:only )?(?:of|from|out of) (?:the|those|these) (?:two|2|both|pair)\b"),
    ("set_target", 97, r"^(?:the )?@(?: column)? is (?:what|the (?:thing|one|column|value)) (?:that )?(?:im|i am|we are|were|i was|ive been|id like|i want|we want|i would like)\b[^.]{0,20}\b(?:guess|predict|forecast|estimate|foresee|find out|model)$"),
    ("drop_duplicates", 99, r"\b(?:keep|leave|only|just|want|take)\b[^.@]{0,20}\b(?:one|1|a single) (?:row|record|line|entry|example|[a-z]+) (?:per|for (?:each|every)|of each) (?:combination of )?(?:the )?@"),
    ("drop_duplicates", 90, r"(?:listed|appears?|occurs?|counted|present|there|in it) (?:twice|more than once|only once|just once)|(?:each|every) \w+ (?:only |just )?once"),
    ("drop_duplicates", 96, r"(?:take|throw|kick|get|leave|weed|sort|drop|remove|delete|cut)\b(?: out| away)? (?:all )?(?:the|those|these|any) (?:extra|surplus|second|double|superfluous|redundant|repeated) (?:ones?|copies|copy|rows?|entries|records?|lines?)\b"),
    ("drop_duplicates", 90,
        rf"(?:{DROP}|kill|kick|clean up|without|no)\b[^.]{{0,25}}\b(?:duplicates?|dup(?:e?s)?|duplicated|repeated|repeats|identical|doubles?|doubled|doublets?|"
        rf"twins|copies)\b|de ?dup\w*|drop_duplicates|deduplicate|(?:keep|only) (?:only )?(?:the )?unique rows|doubles out|same row twice|"
        rf"(?:that|which|who) (?:are|is) (?:exactly |completely |all |entirely )?(?:the same|identical|equal|alike|repeated|duplicated?)\b"),
    ("drop_missing", 93,
        rf"(?:{DROP})\b[^.]{{0,75}}\b(?:missing|nulls?|nans?|incomplete|lack|lacks|lacking|blanks?|empty|na|gaps?|holes?|without (?:a )?values?)\b|dropna|drop_na|"
        rf"only (?:keep )?(?:the )?complete (?:rows|cases|records)|complete cases|only (?:the )?complete \w+|keep (?:only )?(?:the )?complete"),
    ("drop_missing", 92, r"^(?:no|without) (?:empty|incomplete|missing|blank|null|nan) (?:rows|records|values|cells|lines|entries)|^(?:no|without) (?:rows|records|lines) (?:with|that have|having) (?:gaps|blanks|holes)"),
    ("drop_missing", 90, r"no (?:rows|records)\b[^.]{0,25}\bmissing"),
    ("filter_rows", 91,
        rf"(?:{DROP})\b[^.]{{0,40}}\b(?:rows|records|entries|lines|people|passengers|customers|those|everyone|anyone|cases|observations|trips|rides|houses|cars|"
        rf"penguins)\b[^.]{{0,20}}\b(?:where|with|whose|who|which|that|older|younger|over|under|above|below|from|in|for|if|when|of)\b"),
    ("filter_rows", 89,
        r"(?:keep|only|just|select|filter|restrict|limit|focus|show|consider|include|where|want|subset|narrow|take)\b[^.]{0,50}\b(?:rows|records|entries|lines|"
        r"people|passengers|customers|those|everyone|where|whose|with|cases|observations) (?:@|rows|where|with|whose|who|which|that|older|younger|over|under|"
        r"above|below|from|in|for|if|when|of|aged|having)\b"),
    ("filter_rows", 87, rf"(?:keep|only|just|filter|restrict|limit|focus|where|subset|narrow|drop|remove|exclude|delete|without|select|rows|take)\b[^.]{{0,60}}@[^.]{{0,20}}(?:{COMPARED}|is not missing|is missing|contains?|isnt|is)"),
    ("filter_rows", 78, rf"@ (?:(?:is|are|must be|should be|has to be) )?(?:{COMPARED})(?: than| to| or)? '?-?[\d.]+"),
    ("filter_rows", 70, r"^(?:keep|only|just|filter|restrict|limit|focus on|exclude|remove|drop|without|subset|delete|get rid of|narrow)\b"),
    ("replace_values", 90,
        r"(?:replace|swap|substitute|change|convert|map(?! of)|turn|recode)\b[^.]{0,40}\b(?:in|of|from)\b ?(?:the )?(?:column )?@|"
        r"(?:in|for) (?:the )?(?:column )?@ ?(?:column )?,? ?(?:replace|change|swap|turn|map|treat|recode)|"
        r"\S+ in (?:the )?@(?: column)? (?:means?|is|stands for|counts as|to|should be|are) |replace \S+ (?:with|by) \S+ in"),
    ("replace_values", 92, r"(?:correct|fix) the spelling|merge (?:\d+ |the |some )?values|in (?:the )?@ (?:swap|replace|change|turn|map|recode)"),
    ("rename_column", 92,
        r"^(?:the )?@ to @$|^change (?:the )?(?:column )?@ to @$|rename|(?:column|feature) name (?:of )?(?:the )?@ (?:to|into)|"
        r"@ (?:column )?(?:should|must|ought to) (?:really |rather )?be (?:called|named)|(?:rather|better|really) called|(?:change|edit) the name of|"
        r"(?:call|name) (?:the )?(?:column )?@ (?:column )?(?:to |as )?\S+|new name|"
        r"^give (?:the )?(?:column )?@ (?:column )?(?:the |an? )?(?:new |better |other )*name\b|^(?:change|edit|set) (?:the )?@ (?:' s )?name (?:to|into)\b"),
    ("set_kind", 88,
        r"(?:treat|consider|handle|read|regard|interpret|mark|use|parse|convert|turn|cast|make|set|change|see|view|"
        r"count) (?:the )?(?:columns? )?@[^.]{0,40}\b(?:as|into|to|be|kind|type)?\b ?(?:a |an )?\b(?:categor\w+|numeric\w*|numbers?|numerical|dates?|datetimes?|"
        r"text|boolean|bool|ids?|identifier|nominal|continuous|string|float|int|integer|yes no|factor|timestamp)\b|"
        r"@ (?:is|are|has|as|contains?|holds?|should be|must be) (?:really |actually |just |in fact |only |merely |simply |nothing but |"
        r"nothing more than )?(?:an? )?(?:categor\w+|numeric|numbers?|numerical|dates?|text|boolean|ids?|identifiers?|nominal|timestamps?|code|codes|free text)\b|"
        r"astype|as type"),
    ("set_kind", 93, r"^(?:the )?@(?:(?: ?(?:,|and|, and|&))? (?:the )?@)* (?:(?:to|into|- ?>|=) )?(?:an? )?(?:booleans?|bools?|yes ?/? ?no|true ?/? ?false)$"),
    ("set_kind", 92, r"^(?:make|turn|convert|set|treat|read) (?:the )?@ (?:column )?(?:into |to |as )?(?:an? )?binary$"),
    ("set_kind", 92,
        r"@[^@]{0,30}\b(?:is|are|as|its|it is|theyre|be)\b[^@]{0,20}\b(?:categor\w+|numeric|yes no|yes / no|boolean)\b|"
        r"@ as (?:an? )?(?:categor\w+|numbers?|numeric|text|dates?|boolean|ids?)$|not an? (?:number|quantity|category|text)\b|"
        r"^(?:make|treat|consider|turn|convert|change|mark|read|set|use|handle|take|declare) (?:it|them|this|that|these|those|both|that one|"
        r"(?:this|that|these|those) (?:columns?|ones?))(?: all| both)? ?(?:as |into |to |be )*(?:an? )?(?:categor\w+|numeric\w*|numbers?|dates?|datetimes?|text|"
        r"boolean|bool|ids?|identifiers?|nominal|continuous|strings?|factors?|timestamps?)$"),
    ("set_kind", 92, r"@ (?:is|are|should be|must be|as) (?:an? )?\w+ (?:categor\w+|number)$"),
    ("set_target", 84,
        r"(?:predict|forecast|estimate|guess|model|foresee|learn to predict|prediction (?:of|for)|predictions (?:of|for))(?:ing)? (?:the |whether |if |who |how |"
        r"which |what )*(?:\S+ ){0,3}?@|(?:target|label|outcome|dependent variable|response|y)(?: (?:column|variable))? (?:is|=|should be|to|will be|be|"
        r":) (?:the )?@|@(?: column)?(?: is| as| should be| be| will be| to be)? (?:the |my |our |a )?(?:target|label|outcome|dependent variable|response|y)$|"
        r"set (?:the )?target|target @|"
        r"(?:whether|(?<!ones )(?<!those )(?<!everyone )(?<!everybody )(?<!people )(?<!anyone )(?<!all )(?<!passengers )(?<!customers )who)\b[^.]{0,30}@"),
    ("set_target", 93, r"^(?:make|use|take|set|choose|mark) (?:that|it|this|that one|this one|them)(?: column)? (?:as |be |to be |for )?(?:our |the |my |a )?(?:target|label|outcome|goal|y)\b|^(?:predict|forecast|estimate|guess) (?:that|it|this)(?: column| one)?$"),
    ("set_target", 93, r"\b(?:learns?|learned|taught|teach) (?:to |how to )?(?:tell|warn|alert|see|know|spot|recogni[sz]e|foresee|predict|notice)\b[^@]{1,40}\b(?:before|when|if|whether)\b[^@]{1,40} @$|\b(?:warn|alert) (?:us|me|them) (?:early |in time )?(?:before|if|when|of)\b[^@]{1,40} @$"),
    ("set_target", 93, r"^(?:predict|guess|forecast|estimate|foresee|find out|work out) (?:what|how (?:much|many|[a-z]+)) [^@]{1,40} @(?: for)?$"),
    ("set_target", 99,
        r"^@ is what (?:matters|counts|interests)\b|^classify (?:the )?\w+ (?:by|into|according to) (?:their |the |its )?@$|"
        r"^(?:we |i |you )?(?:want to |need to |would like to |have to )?(?:know|predict|find out|tell|learn|guess|see)\b[^@]{3,60}, ?(?:thats|that is|its|it is|"
        r"namely|so|ie|this is) (?:in )?(?:the |our |my )?@(?: column)?$|^y (?:is|=|:|should be|will be) (?:the )?@$|(?:tell|keep|set) (?:the )?@ apart|"
        r"(?:thing|column|one|value|question|target|variable)s? (?:to|we want to|i want to|that we|which we|to be) (?:predict\w*|forecast\w*|guess\w*|estimate\w*|"
        r"foresee|know|find out|model) (?:is|are|=|:|will be|should be) (?:the |an? |our )*@$|"
        r"^the (?:thing|one|value|number|column|question)\b[^.@]{0,25}\b(?:predict|forecast|guess|estimate|foresee|know|find out|model) is (?:how|what|whether|if|"
        r"which)\b.* @$"),
    ("drop_duplicates", 99, r"(?:drop|remove|delete|discard|kick out|throw out|get rid of|ditch|toss)\b[^.]{0,15}\b(?:rows|records|lines|entries|ones|those|messages) (?:with|that have|having|of) (?:exactly )?the same @"),
    ("choose_features", 97, r"^(?:use|keep|take|only|learn from|train on)\b[^.]*@ ?,? ?(?:and )?nothing (?:else|more)$"),
    ("set_target", 74, r"who (?:is|will|are)[^.]{0,20}(?:likely|quit|leave|churn|survive|going)|target"),
    ("set_target", 93,
        r"@(?: of (?:an? |the )?\w+)? (?:should|must|shall|will|is to|has to) be what (?:the model|it|we|i|you)\b|"
        r"@ of (?:an? |the |each )?\w+ is (?:what|the (?:thing|one|column|value|number)s?) (?:that )?(?:i|we|it|the model)\b|"
        r"\b(?:work|figure|find) out\b[^.]{0,60} @[^.]{0,40}\bfrom (?:everything|all|the (?:rest|others?|other columns))\b|"
        r"what (?:we|i) (?:really |mostly |actually )?(?:care about|are after|am after|want to (?:know|predict|get at)|need to know|"
        r"would like to know) is (?:the )?@$|\b(?:predict|guess|foresee|forecast|know|find out|figure out|work out|tell|"
        r"estimate)\b[^.@]{0,40}\bwhat (?:the )?@ (?:will be|is going to be|would be|turns? out to be|ends? up)"),
    ("set_target", 104, r"^(?:(?:the|my|our) )?target (?:column |variable )?(?:(?:is|=|:) )?(?:the )?@ ?(?:,|and|;|-|/|\() ?(?:(?:it is|its|so|thats|task|type|kind|problem|as|is|an?|:|=) )*(?:regression|classification)\b(?! (?:model|tree|forest))"),
    ("set_target", 93, r"@(?: column)? (?:is|holds|has|contains|gives) (?:the |our |my )?(?:right |true |correct )?(?:answers?|truth|solution)(?: column)?$"),
    ("set_target", 93,
        r"@(?: column)? (?:is|are) (?:what|the (?:thing|column|one|value)s?) (?:that |which )?(?:should|must|has to|have to|i|we|needs? to|"
        r"is to)\b[^.]{0,30}\b(?:predict\w*|know|forecast\w*|estimate\w*|guess\w*|find out|classif\w+)|(?:goal|aim|task|objective|purpose)\b[^.]{0,30}@|"
        r"(?:interested in|want to know|like to know|wonder|find out|figure out)\b[^.]{0,40}@$|"
        r"(?:classify|tell apart|distinguish|recogni[sz]e) (?:the |by |between )?@|make (?:a )?predictions? (?:of|about|on) (?:the )?(?:\S+ ){0,2}?@"),
    ("set_target", 93,
        r"(?:know|tell|guess|find out|learn|foresee) (?:the |what )?@ (?:is |will be )?(?:in advance|beforehand|ahead|before)|"
        r"@ (?:column )?(?:is|should be|will be|as) (?:our |my |the )?(?:y|target|label|outcome|response|dependent)\b|"
        r"@(?: column)? is what (?:we|i)(?:re| are| am|m)? (?:after|looking for|want|care)|"
        r"@ (?:column )?(?:as|is|being|to be) (?:what|the (?:thing|one|column|value)(?: that| which)?) (?:we|i|you|it|the model|is|should|has|"
        r"must)\b[^.]{0,25}\b(?:predict\w*|guess\w*|forecast\w*|estimate\w*|foretell|learn\\w*|know)|"
        r"(?:use|take|set|mark|make|choose|pick|treat) (?:the )?@ (?:column )?(?:as|for|to be|be) (?:the |our |my )?(?:y|target|label|outcome|response|dependent|"
        r"goal)\b"),
    ("set_target", 93, r"(?:thats|that is|it is|its|this is) what (?:the model|it|we|i|you) (?:has|have|needs?|should|must|wants?|am|are|is)? ?(?:to |trying to )?(?:guess|predict|learn|forecast|estimate|find out|know)\b"),
    ("set_target", 93, r"^(?:thats|that is|it is|its) the @(?: column)?$|(?:tell|distinguish|separate) (?:the )?@ (?:from|by) (?:the |all the |everything )?(?:other|rest|else|remaining)"),
    ("set_target", 86, r"(?:which|who|whose)\b[^.]{0,30}\b(?:about to|going to|likely to|might|will|would)\b[^.]{0,12}@|^which @ (?:is|it|does)\b[^.]{0,10}$"),
    ("set_task", 86,
        r"(?:find|look for|discover|detect|identify|search for|are there)\b[^.]{0,15}\b(?:groups|clusters|segments|anomal\w+|odd rows|unusual rows|strange rows|"
        r"weird rows|natural groups)|(?:this|it) is (?:a |an )?(?:regression|classification|clustering|anomaly detection)|"
        r"(?:treat|make|see|consider|do) (?:it|this)? ?(?:as )?(?:a |an )?(?:regression|classification|clustering|anomaly detection)|"
        r"(?:cluster|segment|group) (?:the |my |our )?(?:rows|data|customers|records|people|passengers|observations|users|cars|it|them|penguins|species)|"
        r"(?:task|problem)(?: type)? (?:is|to|=)|anomaly detection|clustering (?:task|problem)|unsupervised|(?:regression|classification) (?:task|problem)"),
    ("set_task", 124, r"^(?:is (?:it|this) )?(?:an? )?(?:regress(?:ion|or)|classif(?:ication|ier)|clustering) or (?:an? )?(?:regress(?:ion|or)|classif(?:ication|ier)|clustering)$"),
    ("set_task", 97,
        r"^(?:(?:so|well|and|basically|really|just) )*(?:its|it is|this is|thats|that is|the (?:task|job|goal|aim|idea|point|problem) is)(?: all| mainly| only|"
        r" just)? (?:about |to |for )?(?:finding|spotting|detecting|discovering|catching|flagging|identifying|find|spot|detect|catch|flag|"
        r"identify)\b[^.@#]{0,30}\b(?:anomal\w+|odd (?:ones|rows|readings)|(?:weird|strange|unusual|odd|abnormal|suspicious) [a-z]+)\b"),
    ("set_task", 90, r"(?:group|cluster|segment|split|divide) (?:the |my |our |all )*(?:[a-z]+|@) (?:in|into) (?:\w+ )?(?:clusters|segments)\b"),
    ("set_task", 96,
        r"\b(?:sort|put|divide|arrange|separate|bundle|lump|organi[sz]e) (?:them|these|those|everyone|everybody|people|(?:the|my|our) \w+|customers|"
        r"clients) (?:up )?(?:in ?to|in) (?:[a-z]+ )?(?:groups|clusters|segments|types|kinds|categories)\b|"
        r"\b(?:what|which) (?:kinds?|types?|sorts?|groups?) of (?!columns|data|values|variables|features|models?|charts?|plots?)\w+s (?:there are|are there|come|"
        r"visit|buy|shop|we have|do we have|i have|do i have|exist)\b"),
    ("set_task", 92, r"^(?:(?:so|just|please|do|only|a|some|then) )*(?:clustering|anomaly detection)(?: please)?$"),
    ("set_task", 91,
        r"(?:strange|odd|unusual|weird|suspicious|abnormal|atypical|fraudulent) (?:rows|customers|people|passengers|records|cases|ones|trips|transactions|houses|"
        r"cars|players|values in the rows)|nothing to predict|no target|"
        r"(?:want|need|find|get|make|form|see|are there|discover)\b[^.]{0,20}\b(?:segments|clusters|natural groups|groups of)\b(?! \d)|find similar"),
    ("choose_features", 90,
        r"(?:use|keep|select|choose|take|pick|learn from|train on|only|consider|restrict to)\b[^.]{0,30}@[^.]{0,60}\b(?:as |for )(?:the )?(?:features|inputs|"
        r"predictors|training|x)|(?:use|keep|learn from|take|want|train on|select|pick|consider) (?:only|just|nothing but)\b(?: the)?(?: columns?| features?|"
        r" variables?)? ?@|^(?:only|just) (?:use|keep|learn from|take|consider|train on) (?:the )?(?:columns? |features? )?@|"
        r"(?:features|inputs|predictors)(?: should be| shall be| are| will be| ?:| ?=) ?(?:the )?@|"
        r"(?:drop|remove|delete) (?:everything|all|all columns|every column|all the columns|anything|all others|all other columns) (?:except|but|besides|"
        r"other than|apart from)"),
    ("drop_columns", 105, rf"^{USES_THE_REST}"),
    ("choose_features", 106,
        rf"^(?:(?:please|just|so|can|could|you|lets) )*(?:{DROP}) (?:(?:everything|all (?:the )?(?:columns|features|fields|rest)|every column|the rest|the others?|"
        rf"all (?:the )?others?)(?: (?:else|out|away))?) ?,? (?:(?:and|but|then|so|please|only|just) )*(?:keep|retain|"
        rf"leave)(?: (?:only|just|me|the|column|columns))* @(?: ?(?:,|and|, and|&) (?:the )?@)*$"),
    ("choose_features", 99, r"^(?:(?:please|just|only|use|take|keep|let it have|work with|want) )+[^.]*@ (?:to|for) (?:predict|learn|train|forecast|classify|estimate|guess)(?:ing)?(?: it)? (?:with|from|on)(?: please)?$"),
    ("choose_features", 97, r"^(?:as|for)(?: the| my| our| model)? (?:inputs?|features?|predictors?)\b[^@]{0,30}@|@ as (?:the |my |our )?(?:only )?(?:inputs?|predictors?|features?)(?: for (?:the |my |a )?(?:@|model))?$"),
    ("choose_features", 96, r"^(?:learn|predict|base it|train)(?: it)? (?:only |just |solely )?(?:from|on|with|using) (?:only |just |nothing but )?(?:the )?@|(?:only|just) (?:from|on|with) (?:the )?@"),
    ("choose_features", 95, r"(?:only|just) (?:let|allow|give|show) (?:it|the model) (?:to )?(?:see|use|have|look at|know)? ?(?:the )?@|let (?:it|the model) (?:only |just )?(?:see|use|have|look at) (?:only |just |nothing but )?(?:the )?@"),
    ("choose_features", 91, r"^(?:(?:use|keep|learn from|take|choose|select|consider) (?:only|just|nothing but)|(?:only|just) (?:use|keep|learn from|take|choose|select|consider)) (?:the |all )*(?:numeric\w*|numerical|categor\w+|boolean|date|text)\b"),
    ("drop_columns", 76,
        rf"(?:{DROP}|dont need|do not need|dont want|do not want|(?<![a-z] )without|no need for|not need|not interested in|(?:dont|do not) care (?:about|for)|"
        rf"dont use|do not use|rather not (?:have|use|see|include|keep)|useless|irrelevant|of (?:no|little) (?:use|value|interest|help))\b[^.]{{0,40}}(?:@|"
        rf"columns?|features?|ids?\b|'')|^ids?\b[^.]{{0,25}}\b(?:{DROP})\b|"
        rf"^(?!how|what|which|is)[^.]{{0,20}}@[^.]{{0,30}}\b(?:out|useless|irrelevant|of (?:no|little) (?:use|value|interest|help)|not needed|must go|can go|"
        rf"has to go|goes)$"),
    ("drop_columns", 110,
        r"^(?:(?:please|you|we|i|it|the model) )*(?:dont|do not|never|must not|mustnt|should not|shouldnt|cannot|cant) (?:ever |even )?(?:use|take|look at|"
        r"include|feed|consider|learn from|train on|see|know|"
        r"touch)\b(?: (?:it|the|model|in|with|from|of|any|our|my|columns?))* @(?! (?:over|above|below|under|is|are|between|more|less|of|where|older|younger|[<>=]|"
        r"(?:as|for) (?:the |a )?(?:target|label|test|split)))"),
    ("drop_columns", 92, r"@(?: column| columns)? (?:must|should|shall|may|can|do|does|is) ?(?:not|nt|to not|never) (?:to )?be (?:used|included|part|a feature|seen|in)|@(?: column)? (?:mustnt|shouldnt|cannot|cant|isnt to) be (?:used|included|part|a feature|seen)"),
    ("drop_columns", 96, r"(?:model|it|you|algorithm|we|learner) (?:mustnt|must not|shouldnt|should not|may not|cant|cannot|can not|isnt allowed to|is not allowed to|must never|should never) (?:see|use|know|learn from|look at|have|get|be given|take)(?: the| of| about)* @"),
    ("drop_columns", 96,
        r"^(?:the |both |all )*@(?: ?(?:,|and|, and|&)? ?(?:the )?@)* (?:is|are|seems?|looks?) (?:all |both |quite |rather |totally |completely |"
        r"simply )*(?:redundant|superfluous|unnecessary|needless|dispensable|not needed|no use|of no use|useless|pointless|irrelevant|"
        r"worthless)(?: (?:for|to) (?:learning|training|predicting|modelling|the model|us|me|anything|this|it|that|here))?$"),
    ("drop_columns", 62, rf"^(?:please )?(?:{DROP})\b"),
    ("drop_duplicates", 112, rf"^(?:(?:please|just|can you|could you) )*(?:{DROP}|no) (?:(?:the|all|any|my|exact|full) )*(?:dupes?|dups?|duplicates?|doubles|dup(?:e|licate)?d? (?:rows|records|lines|entries))(?: please| rows| records| only)*$"),
    ("drop_duplicates", 112, r"^(?:the |all |any )*(?:dupes?|duplicates?|doubles|copies|duplicate rows) (?:out|away|off|gone|go|must go|can go)(?: please)?$"),
    ("drop_columns", 112, r"^(?:the |my |our )?@(?: ?(?:,|and|, and|&) (?:the )?@)*(?: columns?)? (?:goes|go|must go|can go|should go|has to go|have to go|gone)(?: out| away| too| please)*$"),
    ("drop_columns", 97, r"(?:everything|all|every column|all columns) (?:but|except(?: for)?|besides|apart from) [^.]{0,40}@[^.]{0,30}\b(?:kept|stay|stays|remain|remains|used)\b"),
    ("sample_rows", 89,
        r"(?:take|keep|draw|use|get|work with|pick|select|only|make)\b[^.]{0,20}\b(?:random )?(?:sample|subset|subsample)\b(?! data)|"
        r"sample (?:of )?(?:down )?(?:to )?(?:\d|a|half|the (?:rows|data))|"
        r"(?:keep|use|take|pick|draw) (?:only )?(?:a )?(?:random(?:ly)? )?\d[\d.%]* (?:random )?(?:of the |of )?(?:rows|records|data|lines)|"
        r"random(?:ly)? (?:choose|pick|select|keep)|subsample|downsample to|half (?:of )?the (?:rows|data)"),
    ("sample_rows", 97,
        r"(?<![-\d.])\d[\d.]* ?(?:%|percent|per cent) of (?:the |all |my |our |these )*(?:rows|records|data|lines|table|cases|entries|observations|"
        r"file)\b[^.]{0,12}\b(?:enough|plenty|sufficient|suffices?|fine|ok|okay|will do|would do|will be enough|would be enough|for now)\b|"
        r"\b(?:keep|take|use|draw|pick|get|give me|work with) (?:only |"
        r"just )?(?:an? )?random(?:ly)? (?:(?:chosen|picked|selected) )?(?:\d[\d.]* ?(?:%|percent|per cent)|half|third|quarter|tenth|fifth)(?![\w.])"),
    ("sample_rows", 97, r"^(?:(?:please|just|only|lets) )*(?:take|keep|use|work with|go with|try) (?:only |just |about |a |some )*\d[\d.]* ?(?:%|percent|per cent)(?: (?:of (?:it|them|everything|all|the (?!varian|inform)\w+)|only|for now|first|please|will do|is enough))*$"),
    ("sample_rows", 97, r"(?:cut|shrink|reduce|trim|bring) (?:it|the (?:table|data|dataset|file|rows)|everything|this) (?:down )?to (?:about )?(?:an? |one )?(?:tenth|half|third|quarter|fifth|\d[\d.]* ?(?:%|percent))\b"),
    ("sample_rows", 97,
        r"(?:cut|shrink|reduce|trim|bring|get|take) (?:it|the (?:table|data|dataset|file|rows)|everything) down to \d+|"
        r"^(?:take |keep |use |only |just )*(?:a )?random(?:ly)? (?:(?:chosen|picked|selected) )?\d[\d.]* ?(?:%|percent|"
        r"per cent)? ?(?:of (?:the |all |my )?\w+)?(?: (?:will do|is enough|are enough|would do|suffices?|is fine|is plenty))?$|"
        r"\d+ rows (?:are|is|would be|will be|should be) (?:enough|plenty|sufficient)|"
        r"(?:use|keep|take|work (?:on|with)|go with) (?:only )?(?:a |one )?(?:random )?(?:tenth|half|third|quarter|fifth) of|thin (?:it|the data)? ?(?:out|down)|"
        r"make the (?:data|table) smaller"),
    ("sample_rows", 97,
        r"^(?:carry on|continue|go on|proceed|work|go ahead|keep (?:going|working)|of (?:those|these|them|that)(?: (?:take|keep|use|only|just))?|"
        r"from (?:those|these|them|that)(?: (?:take|keep|use|only|just))?)(?: (?:with|on|only|just|about|an?|some))* (?:random(?:ly)? )?\d[\d.]* ?(?:%|"
        r"percent)?(?: random(?:ly)?)?(?: (?:chosen|picked|rows|records|lines|of (?:them|those|the \w+)|only|at random|randomly))*(?=$| ,)"),
    ("sample_rows", 99, r"(?<![-\d.])\d[\d.]* ?(?:%|percent)? (?:of (?:the |my |our |all |these )*)?(?:rows|records|lines|cases|entries|of them|of those)\b ?,? ?(?:(?:picked|chosen|drawn|selected|taken|all|just|only) )*(?:by chance|at random|randomly|by lot|blindly)"),
    ("sample_rows", 94, r"\b(?:work|train|go on|continue|carry on|keep|use|take|only|just|try)\b(?: (?!show\b|see\b|print\b)[a-z]+){0,4} an? random(?:ly)? (?:(?:chosen|picked|selected) )?\d[\d.]*(?: ?%)? (?!fold|tree|step|seed|iteration|trial)[a-z]+"),
    ("sample_rows", 95, r"^(?:take|keep|use|pick|draw|choose|select|get|give me)(?: only| just| about| some| a)* \d[\d.]*%? random(?:ly (?:chosen|picked|selected))? (?:[a-z]+|@)$"),
    ("sample_rows", 95, r"^(?:take|keep|use|pick|draw|choose|select|only|just|grab|get)(?: me| only| just| about| some| a)* \d[\d.]* ?(?:%|percent)?(?: of (?:them|those|these|the \w+)| \w+)? (?:at random|randomly)|\. ?sample ?\(|resample\b"),
)
