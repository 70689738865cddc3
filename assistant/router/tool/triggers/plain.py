"""Patterns for wishes in plain words, of people who know none of the words of the trade."""

from assistant.router.tool.triggers.wordlists import FILE_ENDING

RULES: tuple[tuple[str, int, str], ...] = (
    ("aggregate", 99, r"^(?:so |and )?(?:whos?|who is) the (?:very )?(?:best|worst) @$"),
    ("prepare_automatically", 97,
        r"^(?:(?:please|just|can you|could you|and) )*(?:fix|mend|repair|clean(?: up)?|sort out|put right) (?:whatever|everything|anything|all|"
        r"what)(?: (?:that|which))?(?: (?:is|s|looks|seems))? ?(?:wrong|broken|bad|off|messy|dirty|needed|"
        r"needs? (?:it|fixing|cleaning))(?: (?:with|in) (?:it|the (?:data|table|file)|here|there))?$"),
    ("evaluate", 97, r"^(?:and |so )?(?:what|how many) (?:percentage|percent|share|fraction|part|proportion)(?: (?:is|are|was|were|of them is|does it get|do you get|did it get))? (?:right|correct|wrong)$"),
    ("plot_model", 98, r"^(?:are|is|can i trust|how) (?:honest |right |reliable )?(?:are )?(?:the |its |these |those )*(?:percentages|percents|probabilities|chances)(?: it (?:gives|says))? (?:honest|right|trustworthy|reliable|true|fair|correct|calibrated|to be trusted|believable)$"),
    ("scale", 98,
        r"^(?:(?:put|squeeze|squash|bring|get|make|have|set|want|i|all|the|of|it|please) )*(?:everything|all (?:the )?(?:numbers|columns|figures|values)|it all|"
        r"all of it|them all|numbers)(?: (?:to be|be|go|lie|fit|in|within|to|down|into))* (?:between |from )?(?:0|zero) (?:and|to|-) (?:1|one)$"),
    ("aggregate", 97, r"^(?:(?:the|what|which|is|whats|show|me) )*(?:busiest|most common|commonest|most frequent|most popular|most used|rarest) @$"),
    ("choose_k", 97, r"^(?:so |and )?how many (?:kinds|types|sorts|groups|clusters|segments) of (?:our |my |the |such )?[a-z]+s?(?: (?:are there|make sense|do (?:i|we) have|should there be|exist|there are|would make sense|is best))?$"),
    ("plot_model", 97, r"^(?:(?:does|do|would|will) (?:it|we|i|you|the model) |it |we )?needs? more (?:data|rows|examples)$"),
    ("plot", 90, r"^(?:(?:an?|some|any|the|show|me|draw|give|nice|pretty|see) )*(?:pictures?|charts?|graphs?|drawings?|images?|diagrams?)(?: please)?$"),
    ("acknowledge", 104,
        r"^(?:(?:please|just|we|lets|i|want|to|will|you can|should) )*(?:keep|leave|spare|accept|allow|"
        r"tolerate)(?: in)? (?:(?:the|all|those|these|our|my|any) )*(?:outliers?|extremes?|extreme values|duplicates?|doubles|imbalance|skew|leakage|"
        r"constant columns?)(?: (?:in|alone|as (?:they are|it is|is)|please|in there|in it|there))*$"),
    ("drop_duplicates", 120, r"^(?:(?:keep|leave|only|just|i|we|want|need|make it|have|should be) )*(?:one|1|a single) (?:row|line|record|entry) (?:per|for each|for every) (?:the )?@(?: (?:only|please|will do|is enough))*$"),
    ("job_status", 95, r"\b(?:the )?eta\b(?! ?[=:.\d])(?: (?:on|of|for) (?:the |this |that |my )?(?:job|training|run|search|tuning|model|thing))?$"),
    ("set_target", 97,
        r"^(?:can|could|would) (?:an? |the )?(?:machine|it|you|computer|model|program|one|we|ai|robot)(?: really| ever| be able to)* (?:tell|guess|predict|"
        r"foresee|know|work out|figure out|learn|say|spot|recogni[sz]e)(?: me)?(?: what| which| if| whether)? (?:the |"
        r"an? )?@(?: (?:is|will be|someone has|they have|it is))?$"),
    ("profile", 97, r"^(?:which|what) (?:column|feature|field|one)s? (?:has|have|got|is|are)(?: got)? (?:the )?(?:most|worst|many|so many) ?(?:gaps?|missing(?: values)?|blanks?|holes|nulls?|nans?|empty(?: cells)?|incomplete)?$"),
    ("split", 97, r"^(?:(?:please|shuffle|mix|and|then|now|it|them|,) ?)*(?:cut|chop|break|part|share|deal)(?: (?:it|them|this|the (?:data|rows|table)|everything))?(?: up)? ?,? (?:in(?:to)? )?[5-9]\d ?(?:/|to|-|:|and)? ?[1-4]\d(?: (?:percent|%))?$"),
    ("rank_features", 97, r"^(?:show |give |name |list |tell |me )*(?:the )?(?:top|best|first|main) (?:\d+ )?(?:things?|columns|features|facts|reasons|factors|causes)(?: that| which)? (?:matter|count|help|drive|decide|influence|affect|for|behind|of)\b"),
    ("evaluate", 98,
        r"^(?:and |so |but )?how (?:wrong|off|far off|accurate|precise|exact|correct|right|good|bad|close) (?:is|was|are|were) (?:it|they|the model|"
        r"the (?:guess|prediction|answer)(?:e?s)?|you|its (?:guess|prediction|answer)(?:e?s)?)(?: (?:usually|normally|typically|on average|mostly|in general|"
        r"generally|really|then|now|overall))*$"),
    ("rank_features", 97,
        r"^(?:so |and )?(?:which|what) (?:columns?|features?|things?|facts?|bits|fields?|variables?|of these|"
        r"of them)(?: (?:really|actually|most|mostly))? (?:helps?|"
        r"are (?:most |really )?(?:useful|helpful|any good))(?: (?:most|the most|best|here|us|me|it|at all|the guess|to predict|to guess|with (?:the )?@|"
        r"to predict (?:the )?@|for (?:the )?@))*$"),
    ("plot", 98, r"^(?:the |show |plot |draw |see |me )*@ (?:as|in) (?:an? )?(?:nice |pretty |simple |little |round )*(?:pie|bars?|lines?|histogram|dots|curve|scatter|box|boxes|picture|chart|graph|cake)(?: ?(?:chart|plot|picture|graph|diagram))?(?: please)?$"),
    ("correlate", 97,
        r"^(?:so |and )?what(?: all)? (?:has|have|had|got)(?: got)? (?:the )?(?:most |least |anything |something )?to do with (?:the )?@$|"
        r"^(?:so |and )?what (?:hangs together|goes together|goes along|goes hand in hand|is linked|is tied|is connected|ties in|is related) (?:most |best |"
        r"closely )?(?:with|to) (?:the )?@$"),
    ("cross_validate", 97, r"^(?:do |make |give me |run )?\d+ (?:rounds?|goes|turns|passes) (?:of )?(?:check\w*|test\w*|validat\w*)$|^(?:check|test|validate|prove) (?:it |that |the model |this )?(?:in )?\d+ (?:times(?: over)?|rounds|turns|ways)$"),
    ("balance", 97, r"^(?:there are |we have |its |it is |has |got )*(?:far |way |much )?too (?:many|few) (?:[a-z@]+|\S+ ones?) ?,? (?:and |but |while )?(?:far |way |much )?too (?:few|many) [a-z@]+(?: ones?)?$"),
    ("preview", 97, r"^(?:show |see |look at |let me see |give |view |me )*the (?:very )?(?:end|bottom|tail)(?: end)? of (?:it|(?:the|my|this) (?:table|data|file|list|sheet))$"),
    ("predict", 97, rf"^(?:(?:please|now|and|then|can you|so) )*(?:guess|foretell|work out|foresee|judge|run it on|use it on|let it loose on|try it on) (?:the |my )?(?:file )?[\w-]+ ?\. ?{FILE_ENDING}\b"),
    ("list_experiments", 95, r"^(?:show|list|see|what are|where are|give)?(?: me)? ?(?:(?:all|my|our|the|old|older|earlier|past|previous|other|saved) )+(?:tries|attempts|sessions|projects|studies)$"),
    ("plot_model", 98, r"\b(?:picture|table|chart|plot|grid|matrix|map|drawing|graph)s? of (?:the |its |all )*(?:hits and misses|rights? and wrongs?|mix ?-? ?ups?)\b"),
    ("list_models", 97,
        r"^(?:so |and )?(?:whats|what is|what would be|which is|is there|do you know|tell me|give me)?(?: an?| the| one)* ?(?:good|decent|suitable|right|fitting|"
        r"sensible|nice|proper) (?:model|algorithm|method|learner|classifier|regressor)(?: type| kind)? (?:for|here|to use|to take|to pick|to try)\b"),
    ("correlate", 95,
        r"^(?:does|do|did|will|would) (?:(?:an?|the|more|less|higher|lower|older|old|bigger|big|longer|long|young|younger|heavier|heavy|"
        r"having) )*@ (?:also )?(?:lead to|go with|come with|bring|give|cause|make for|result in|push up|drive up|go up with|rise with|"
        r"fall with)(?: (?:an?|the|more|less|higher|lower|longer|shorter|bigger|smaller|better|worse))* @$"),
    ("aggregate", 99, r"^(?:so |and |but )?(?:which|what) @ (?:is|are|was|were|does|do|did) (?:the )?(?:very )?(?:worst|best|worse|better|most|least)(?: of (?:all|them|these))?(?: on average| overall| off)?$"),
    ("describe_column", 96, r"^(?:so |and )?who (?:all )?(?:are|were) (?:all )?(?:the|our|my|these|those) (?:different |various )?@$"),
    ("aggregate", 99, r"^(?:so |and )?how (?:often|frequently|many times) (?:does|do|did|is|are|was|were|has|have) (?:it|they|there|we|people|somebody|someone|the [a-z]+|these|an? [a-z]+)?(?: (?:get|be|been|have|go|a|an))* ?@$"),
    ("export", 97,
        r"^(?:(?:please|can|could|may|i|we|want|need|let|me|us|would|like|to|have|get|give|put|save|send|export|download) )+(?:this|it|that|"
        r"all (?:of )?(?:this|it)|everything|the (?:whole )?(?:table|data|thing|lot|file|rows))(?: (?:back|out|as|in|to|for|into))+ (?:an? |my )?(?:excel|"
        r"spread ?sheet|xlsx?|csv)\b"),
    ("correlate", 98,
        r"^(?:(?:is|are|do|does) (?:the )?@ (?:and|vs|versus|&) (?:the )?@ ?,?|"
        r"(?:the )?@ (?:and|vs|versus|&) (?:the )?@ ?,) (?:(?:is|are|isnt|arent|do|does|they|it|that|this|those|not|both|mean|basically|more or less|nearly|"
        r"almost|the|really|just|say|show|tell|measure) )*(?:same(?: (?:thing|story|info))?|"
        r"(?:linked|related|connected|tied))(?: (?:to each other|together))?(?: or (?:not|what))?$"),
    ("encode", 97, r"@ (?:in ?)?to (?:0s?|zeros?|zeroes|noughts|1s?|ones) and (?:0s?|zeros?|zeroes|noughts|1s?|ones)$"),
    ("autopilot", 97, r"^(?:(?:just|give me|train|take|use|i want|gimme|make) )*(?:any|some|whatever|whichever|a) (?:old )?model ?,? ?(?:will do|is fine)? ?,? ?(?:fast|quick(?:ly)?|asap|in a hurry|now)(?: please)?$"),
    ("drop_columns", 93, r"^(?:(?:there is |theres )?no (?:the )?@ (?:is |are )?(?:needed|required|necessary)|(?:no|not any) need (?:of|for) (?:the )?@)(?: here| please| at all| any ?more)*$"),
    ("drop_columns", 93,
        r"^(?:the |my |our |both )*@(?: ?(?:,|and|&)+ ?(?:the )?@)*(?: (?:columns?|stuff|bit))? (?:(?:is|are) not|isnt|arent|aint|"
        r"wasnt) (?:(?:really|very|much|so|that|all|even|exactly|of any|any|of) )*(?:useful|needed|helpful|use|help|interesting|relevant|important|"
        r"necessary)(?: (?:here|at all|to me|to us|for this|any ?more))*$"),
    ("evaluate", 90, r"^(?:and |so |but )?how (?:sure|certain|confident|reliable|trustworthy) (?:is|are) (?:it|you|the model|that|this|the (?:answers?|predictions?|guess(?:es)?))$"),
    ("aggregate", 92, r"^(?:count|tally)(?: up)? (?:(?:the|all|our|different|various) )*@ (?:types?|kinds?|sorts?|groups?|values?|classes|categories|ones)$"),
    ("drop_columns", 92, r"^(?:(?:just|please|lets|we can|you can|and|ok|oh) )*forget (?:about )?(?:(?:the|my|our|all|any) )*@(?: ?(?:, and|,|and|or|&) (?:the )?@)*(?: (?:columns?|stuff|things?|bit|part))?$"),
)
