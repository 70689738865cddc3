"""Patterns for tools that judge, explain and use models."""

from assistant.router.tool.triggers.wordlists import (
    A_ROW,
    FILE_ENDING,
    HELD_AGAINST_TRUTH,
    MODEL_PLOTS,
    MORE_ROWS,
    SHOW,
)

RULES: tuple[tuple[str, int, str], ...] = (
    ("show_errors", 104, r"^(?:(?:show|list|give|see|which|what|tell)(?: (?:me|us|are|is|rows?|ones))* )?(?:the )?(?:\d+ )?(?:oddest|strangest|weirdest|most (?:unusual|unlikely|anomalous|suspicious|striking)|least (?:usual|likely))(?: \w+)?$"),
    ("show_errors", 122,
        r"^(?:(?:show|list|the|see|give|me) )*(?:biggest|worst|largest|top) (?:\d+ )?(?:misses|residuals|blunders|errors|mistakes)\b(?! (?:plot|chart))|"
        r"^(?:(?:show|list|the|see|give|me) )*(?:top \d+ (?:anomal\w+|oddities)|(?:\d+ )?most anomalous(?: \w+)?)$|^METRIC (?:per|by|for each) @$"),
    ("evaluate", 128,
        r"^(?:the )?METRIC (?:on |for |of )?(?:the )?train\w* ?(?:/|and|vs|versus|&|,|\+) ?(?:the )?(?:test|val)\w*|"
        r"^(?:the )?gap (?:between |of )?(?:the )?train\w* ?(?:/|and|vs|&|,|\+)? ?(?:the )?(?:test|val)\w*|"
        r"^(?:the )?METRIC (?:of |for )?(?:the |my )?MODEL(?: (?:on )?(?:the )?(?:val|validation|test|train|training|hold ?out))?$"),
    ("export", 122, r"^(?:(?:the|an?|get|give|me) )*(?:code|script|notebook|html report|report|onnx|pickle|pkl|service|api|fastapi service) (?:for|of) (?:the )?(?:(?:best|last|first|second|third|fourth|latest|winning) )?(?:(?:run|model)(?: \d+)?|one|best|winner)$"),
    ("explain", 122, r"^(?:the )?MODEL(?: ' s| s)? (?:(?:feature|permutation|variable|gain|split) )*(?:importances?|coef\w*|shap(?: values?| plot)?)(?: please)?$"),
    ("evaluate", 122, r"^(?:the )?MODEL(?: ' s| s)? (?:(?:train|test|validation|val|cv|training|hold ?out)(?: set| data)? )?(?:METRIC|scores?|metrics?|results?|performance)(?: please| \?)*$"),
    ("rank_features", 112, r"^(?:(?:the|show|give|me|us|what|which|are|my) )*(?:top|best) \d+ (?:features|columns|variables|predictors) (?:by|using|with|according to|via) permut\w*"),
    ("predict", 96, r"^(?:predict|make (?:a )?predictions?)$"),
    ("predict", 97, r"^(?:please )?(?:do|make|run|start|get|give me|show(?: me)?|see|list) (?:the |some |my |all |its |your )*predictions?$"),
    ("plot_model", 97, r"^(?:please )?(?:show(?: me)?|see|check|draw|plot|review|inspect|look at|view|test) (?:the |its |my |how good the )*probabilit(?:y|ies)(?: are)?$"),
    ("show_errors", 98, r"^(?:(?:for|in|with|on|at|and|so) )*(?:which|what|where|when)\b[^.]{0,40}\b(?:the model|my model|it|MODEL) (?:\w+ )?(?:struggles?|has (?:the most )?trouble|fails?|does (?:badly|worst|poorly)|performs? (?:badly|worst|poorly))\b"),
    ("what_if", 98, r"^what (?:happens|would happen|changes|would change) (?:to|with|for|in) (?:the )?(?:row|record|case|line|customer|passenger|patient|house|number) (?:number |no |# )?\d+ (?:if|when|once)\b"),
    ("explain", 92,
        r"^(?:and |but |so |ok )*why (?:was|is|did|does|has|were|would) (?:the |my |that |"
        r"this )*(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th)) [a-z]+|(?:row|record|number|no) \d+) (?:be |"
        r"been )?(?:called|classified|classed|predicted|labell?ed|said|judged|rated|flagged|taken|put)\b"),
    ("explain", 98, r"(?:curve|line|chart|plot|how|way) (?:of |showing )?(?:how )?(?:the |its |my )?(?:predictions?|predicted (?:\w+|@)|model output) (?:changes?|varies|vary|moves?|depends?|goes|reacts?|responds?) (?:with|as|on|along|to|over) (?:the )?@"),
    ("leaderboard", 87,
        r"leader ?board|(?:compare|rank|list|show|see|all)\b[^.]{0,15}\b(?:runs|my models|trained models|results so far|all results|"
        r"models (?:so far|i (?:have )?trained|we (?:have )?trained)|the models (?:so far|we have|i have|trained)|them side by side)|"
        r"which (?:model|one|run|of them|of the models) (?:is|was|did|does|won|wins|scored|has|came out)(?: the)? ?(?:best|better|better so far|winning|wins|"
        r"first|on top|highest)?|best (?:run|model) so far|side by side|ranking of (?:the )?(?:models|runs)|who won$|"
        r"who(?:s| is) (?:winning|ahead|leading|in front)|scoreboard"),
    ("leaderboard", 91, r"which (?:of (?:them|these|those|the (?:two|three|four|models|runs|\d+)) )?(?:is|was|did|does|performs?|works?) (?:the )?(?:best|better)|(?:sort|rank|order|compare) (?:the |my |all |all the )?(?:runs|models|results|them) (?:by|on|after) "),
    ("leaderboard", 90, r"^(?:tell me |show me |see |say )?(?:what|which)(?:s| is| was| works| worked| did| does)? (?:the )?best$|^(?:see|tell me|show me|find out) (?:which|what|who) (?:one )?(?:wins|won|is best|does best|did best|is better)$"),
    ("leaderboard", 93, r"^(?:please )?(?:show|give|see|print|display)(?: me| us)? (?:the |a |their )?(?:ranking|rankings|standings|rank list)(?: of (?:them|these|those|it|all|the models|all models|all of them|the runs))?$"),
    ("plot_model", 94, r"^(?:plot|draw|show|see|give)(?: me| us)? (?:the |its |an? )?precision ?-? ?(?:recall|/ recall|vs recall|versus recall|against recall)$"),
    ("leaderboard", 93, r"(?:list|show|see) (?:me )?(?:my|the trained|all my|our) models"),
    ("leaderboard", 90, r"(?:which|what) runs\b"),
    ("leaderboard", 100, r"\bMETRIC (?:on|in) the leader ?board\b"),
    ("leaderboard", 101, r"^(?:please )?compare (?:the |my |all |our |all the |the different )*(?:results?|scores?|performances?|metrics|figures)(?: so far| of (?:the|all|my) (?:models|runs))?$"),
    ("leaderboard", 97, r"^(?:please )?(?:sort|rank|order)(?: (?:it|them|those|these|all))? (?:by|after|on|according to) (?:the |their )?METRIC$"),
    ("leaderboard", 95, r"^(?:and |so |now )*which (?:one |model |run )?(?:of|from|out of|among) (?:the |my |our |these |those )*(?:both|two|2|three|3|four|4|all)(?: of (?:them|these|those))?(?: (?:models?|runs?))? (?:is|was|did|does|performs?|works?) (?:the )?(?:best|better)$"),
    ("leaderboard", 99,
        r"compar\w+ (?:the |my |these |those |both |all |last |latest |first |two |three |\d+ )*runs?\b|"
        r"compar\w+ (?:the )?(?:model )(?:number |no |# ?)?\d+ (?:and|with|to|vs|versus|against|,)|"
        r"compar\w+ (?:the )?(?:first|second|third|last|latest|previous)\b[^.]{0,30}\bruns?\b|"
        r"runs? (?:number |# ?)?\d+ (?:and|vs|versus|against|or) (?:run )?(?:number |# ?)?\d+|run \d+ (?:\w+ ){0,3}than run \d+"),
    ("show_errors", 88,
        r"(?:where|when|which|what|show|see|list|who)\b[^.]{0,45}\b(?:wrong|mistakes?|errors?|fails?|failing|misclassif\w+|misses|mispredict\w+|errs|"
        r"worst predictions|go(?:es)? wrong|struggl\w+|err)\b|biggest errors|worst (?:errors|predictions|cases|mistakes)|mistakes|error analysis|"
        r"false (?:positives|negatives)|misclassif\w+"),
    ("show_errors", 93, r"(?:it|the model|we) (?:gets?|got|has|predicts?) (?:most |worst |badly |completely )?wrong|(?:most|furthest|farthest|way|far|badly) off(?! is| are| on)|worst at|bad at|mislead"),
    ("show_errors", 101, r"\b(?:ones|rows|cases|records|people|[a-z]+s) (?:that |which )?(?:you|it|the model|we) (?:have |has |had )?(?:missed|botched|fluffed|misjudged|messed up|mislabell?ed|confused|mistook|(?:got|gets|get) (?:badly |most |so )?wrong)\b"),
    ("show_errors", 98, r"^(?:the |show (?:me )?(?:the )?)?(?:errors?|mistakes?|misses) (?:by|per|for each|for every|in each) (?:the )?@$|^where (?:do|does|did) (?:we|it|the model|i) (?:lose|drop|miss|fail)\b"),
    ("show_errors", 98, r"^(?:show |list |give )?(?:me )?(?:the )?(?:models?(?: ' s| s)?|its|my|our) (?:biggest |worst |main |own )*(?:errors|mistakes|blunders|misses)$"),
    ("show_errors", 98, r"^where (?:is|was|does) (?:it|the model|my model) (?:go )?wrong"),
    ("evaluate", 86,
        rf"evaluat\w+|eval\b|how (?:good|well|accurate|bad|reliable|precise|strong|did it|does it|is it doing|is the model|is it|are we doing|right)\b|"
        rf"(?:is|was) (?:it|that|this|the model|my model|the clustering|the result|the fit|the forest|the prediction) (?:any |actually |really |overfit\w*|under|"
        rf"at all )*(?:good|useful|accurate|reliable|overfit\w*|better than|ok|decent|any use|trustworthy)|"
        rf"(?:{SHOW}|whats|tell me|report|get|compute|calculate)\b[^.]{{0,20}}\b(?:METRIC|metrics|performance|scores?|results?)|overfit\w*|can i trust|performance|"
        rf"(?:METRIC|score) (?:on|of|for) |(?:test|validation|training) (?:score|METRIC|metrics|results?|performance)|does it (?:work|perform|generali[sz]e)|"
        rf"^(?:the )?(?:METRIC|metrics|results?|score|scores)$|score on|whats (?:the|its|my) METRIC|METRIC \?"),
    ("evaluate", 95,
        r"^(?:check|test|try|score|measure|judge|look at|see) (?:it|that|this|the (?:model|result)|how (?:it|the model) (?:does|did|performs?)) (?:again |first |"
        r"once more )*(?:on|with|against) (?:the |my |our )?(?:test\w*|train\w*|validation|hold ?out|held out)(?: set| data| part| rows)?$"),
    ("evaluate", 97,
        r"^(?:the )?(?:train(?:ing)?|test|validation) (?:scores?|metrics?|METRIC|results?)$|"
        r"what (?:does|did) (?:the |my )?(?:model|it|MODEL) (?:reach|score|achieve|get)\b|"
        r"(?:also |still )?(?:work|do well|hold|good) (?:on|for|with) (?:\w+ )?(?:it|the model) (?:has |have )?(?:not|never|hasnt|havent)(?: yet| ever)? seen"),
    ("evaluate", 97, r"(?:numbers|figures|scores?|metrics|results?) (?:for|of) (?:the |my )?MODEL"),
    ("evaluate", 118, r"^(?:and |so |but )?(?:what(?:s| is| was| are)|tell me|give me) (?:the|its|my|our) (?:\w+ )?METRIC(?: now| so far)?$"),
    ("evaluate", 96, r"^(?:and |so |ok |but )?how (?:did|does|do|would) (?:it|that|this|that one|the model|MODEL|they) (?:go|do|fare|perform|hold up|work(?: out)?) (?:on|with|for) (?:the )?(?:train\w*|test\w*|validation|held|hold|rows|data|unseen)"),
    ("evaluate", 97,
        r"^(?:(?:so|but|and|ok|well) )*(?:did|does|has|is) (?:it|the model|he|that|my model) (?:just |only |simply |maybe |perhaps )*(?:learn\w*|learning|know|"
        r"memori[sz]\w*|cram\w*|got|parrot\w*)(?: (?:it|everything|the (?:rows|data|answers|table)))*(?: all)?(?: by heart| off by heart| parrot fashion)?$"),
    ("evaluate", 97, r"^(?:please )?(?:show|see|give|print|tell)(?: me| us)? (?:the |my |its |our )*results?(?: please)?$"),
    ("evaluate", 118, r"^(?:the |its )?(?:(?:hold ?-? ?out|test|validation|val|train(?:ing)?|out of sample|in sample|unseen)(?: set| data)? METRIC|out of sample (?:scores?|performance|errors?|results?))$"),
    ("evaluate", 97, r"\b(?:results?|scores?|metrics|figures|numbers) (?:of|for|from) (?:the )?(?:run|model) (?:number |no |# ?)?\d+$|^(?:the )?(?:first|second|third|fourth|last|latest) (?:run|model)(?: s)? (?:results?|scores?|metrics|figures)$"),
    ("evaluate", 97, r"^(?:check|test|try|judge|score|run|how)\b[^.]{0,25}\b(?:on|with|against) [^.]{1,25}\b(?:it|the model) (?:has |have )?(?:not|never|hasnt|havent)(?: yet| ever)? (?:seen|met|come across|encountered|learned|known)"),
    ("evaluate", 97, r"how far off|(?:off|wrong) (?:is it |are we )?on average"),
    ("evaluate", 90,
        r"(?:score|METRIC|performance|result)s? of (?:the )?(?:MODEL|run|model)|"
        r"how (?:did|does|do|are) (?:the |my )?(?:it|we|i|MODEL|model|first|second|third|last|run)\b[^.]{0,20}\b(?:do|perform|doing|score|fare|go)|"
        r"how (?:good|well|accurate) (?:is|was|did|does) (?:the )?(?:\w+ (?:run|model)|MODEL)"),
    ("plot_model", 99, r"^(?:(?:the|an?|show|me|draw|plot|see|now|and) )*silhouettes?$"),
    ("plot_model", 99, HELD_AGAINST_TRUTH),
    ("plot_model", 99, MORE_ROWS),
    ("plot_model", 99, r"^(?:(?:the|a|show|me|draw|plot|see|now|and) )*roc$"),
    ("plot_model", 100, r"^(?:(?:the|a|show|me|draw|plot|see|now|both) )*(?:roc(?: curve)? (?:and|&|\+|,) (?:the )?(?:pr|precision ?-? ?recall)|(?:pr|precision ?-? ?recall)(?: curve)? (?:and|&|\+|,) (?:the )?roc)(?: curves?| plots?)?$"),
    ("plot_model", 97, r"(?:mix(?:es|ed|ing)?(?: up)?|confus(?:es?|ed|ing)) (?:yes|no) (?:with|and|for|up with) (?:a )?(?:yes|no)\b"),
    ("plot_model", 97,
        r"^cm$|(?:would|will|could|does|do)\b[^.]{0,20}\bmore (?:data|rows|examples|samples)\b[^.]{0,15}\b(?:help|improve|better)|"
        r"(?:prediction|predicted(?: @| values?)?|y_pred)s? (?:vs|versus|against|and) (?:the )?(?:actual|true|real|y_true|y_test|truth)|"
        r"precision and recall (?:change|vary|depend|move)|"
        r"(?:which|what) (?:@|classes|labels|groups) (?:does|do|did|is|are) (?:it|the model|they|MODEL) (?:mix|confuse|get mixed)"),
    ("plot_model", 93, rf"\b(?:{MODEL_PLOTS})\b|(?:show|plot|draw|see|visuali[sz]e|display|chart|look at)\b[^.]{{0,15}}\b(?:the )?(?:clusters|clustering|silhouettes?|elbow|groups found)"),
    ("plot_model", 95,
        r"precision ?/ ?recall|(?:precision|recall|METRIC)\b[^.]{0,30}\b(?:change|vary|depend)s? with the threshold|conf(?:usion)? (?:matrix|mat)|"
        r"(?:get|gets|are|is|were|was) (?:often |mostly |most often )?(?:confused|mixed up|(?:mistaken|taken) for (?:which|what|one another|each other|another))|"
        r"mistakes? (?:which|one|what) (?:\S+ )?for (?:which|what|another|the other)|(?:plot|draw|show|see) (?:the )?calibration|confuse\w* (?:with|classes)"),
    ("plot_model", 97, r"(?:picture|chart|plot|graph|image|map|drawing|scatter) of (?:the |my |those |these )?(?:found )?(?:clusters|groups found|clustering|segments)\b"),
    ("plot_model", 95, r"(?:visuali[sz]e|show|plot|draw|see|display) (?:the |my )?(?:groups|clusters|segments)"),
    ("plot_model", 95, r"mix(?:es|ed)?(?: up)? (?:the )?(?:classes|labels|groups|categories)|mixes\b[^.]{0,15}\bup|(?:roc|auc|METRIC) (?:picture|plot|chart|graph)"),
    ("plot_model", 95, r"cumulative gains?"),
    ("plot_model", 96, r"\b(?:hits and misses|misses and hits|right and wrong answers)\b[^.]{0,20}\b(?:matrix|table|grid|square)|confusion (?:table|grid)"),
    ("plot_model", 97, r"^how many (?:real |true |actual )*(?:[a-z@#]+ ){0,2}(?:do|did|does|are|were) (?:we|it|the model|i|you)?\b ?(?:catch|caught|find|found|miss|missed|detect|detected|spot|spotted|overlook|overlooked|recognise|recognize)\b"),
    ("evaluate", 97, r"^(?:the |its |my )?(?:numbers|figures|results) (?:for|on|of) (?:the )?(?:test|validation|train\w*|hold ?out)(?: set| data| part| rows)?$"),
    ("explain", 88,
        r"(?:which|what)\b[^.]{0,40}\b(?:matters?|matter most|important|importance|drives?|driving|influences?|influential|affects?|decides?|decisive|"
        r"counts? (?:the )?most|determines?|contributes?|impact|weighs?|makes (?:the|a) difference|predictive)|"
        r"(?:feature|variable|permutation|column) importances?|importances?|"
        r"explain(?: the| this| that| my| your| its| it| me)* (?:model|predictions?|decision|result|run|it|why|row|forest|answer|@)|explain (?:it|this|that)?$|"
        r"shap(?!e)\w*|lime|partial dependence|pdp|why (?:does|did|is|was|would|do)\b[^.]{0,40}\b(?:it|model|predict\w*|row|say|think|decide)|"
        r"what (?:is it|does it|is the model|does the model) (?:based on|looking at|look at|use|using|rely on)|"
        r"how does (?:it|the model) (?:decide|work|think|arrive)|what (?:did|has) (?:it|the model|(?:the |my )?MODEL) learn(?:ed|t)?|^why$|most important|"
        r"key drivers|how does @ affect"),
    ("explain", 126, r"^(?:(?:and|so|but|ok) )*(?:what|how|why)\b.{0,12}\b(?:made|makes|led|leads|got|brought) (?:you|it|the model|that)(?: to)? (?:say|think|predict|call|guess|flag|decide|conclude|believe)\b.*\d"),
    ("explain", 126, rf"^(?:(?:and|so|but|ok|tell me|show me) )*(?:what|which \w+|why|how)\b.*\b(?:made|makes|led|leads|drove|drives|tipped|tips|swung|decided|decides|pushed|mattered|matters|counted|counts|speaks?|spoke|influenced|behind|come to|came to|get to|arrive at)\b.*\b{A_ROW}"),
    ("explain", 98, r"^(?:(?:and|so|but|ok) )*(?:why|how come) (?:is|was|did|does|would|has|will) the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?!(?:class|column|feature|step)\b)[a-z]+(?<!s) "),
    ("explain", 98,
        r"^(?:(?:so|but|and|ok|well) )*(?:what|which \w+) (?:did|does|do|has|is) (?:it|the model|that|you|they|the machine) (?:really |mostly |mainly |"
        r"actually )*(?:bas(?:e|ed|ing)|go(?:ing)? by|look(?:ed|ing)? at|rel(?:y|ied|ying)|lean(?:ing|t|ed)?|judg(?:e|ed|ing))\b(?! (?:for|like)\b)"),
    ("explain", 98, r"^(?:the |show (?:me )?(?:the )?)?(?:sensitivity (?:to|of|on)|(?:dose )?response (?:to|of)|dependence (?:on|of)) (?:the )?@$|\b(?:feature )?attributions?\b"),
    ("explain", 97,
        r"^(?:and |so )?(?:how much |how )?(?:does|do|is|are|did) (?:the )?@ (?:really |even |actually |so |very )*(?:matter|count|important|relevant|needed|"
        r"useful|play (?:a|any) (?:role|part)|have (?:an?|any) (?:effect|influence|impact|say))(?: (?:much|a lot|at all|here|for it|for the model|in it))*$"),
    ("explain", 97, r"^(?:the |show (?:me )?(?:the )?)?@ effects?(?: on (?:the |its |my )?(?:predictions?|model|outcome|results?|output|target))?$"),
    ("explain", 93, r"how (?:does|do|did) (?:the )?@ (?:influence|affect|change|impact|drive|push|move|pull|sway|steer|shift|matter for)|(?:effect|influence|impact) of (?:the )?@"),
    ("explain", 96, r"(?:whats|what is|what was|what lies) behind (?:the |this |that )?(?:prediction|decision|result|answer|score)|what makes (?:an? |the )?[\w@]+ (?:so )?(?:expensive|cheap|likely|unlikely|risky|safe|good|bad|high|low)\b"),
    ("explain", 94, r"^why (?:do|does|did|are|is|were|was|would|will) [^.]{0,40}@(?: (?:so|more|less|like that|that way))?$"),
    ("explain", 97, r"^why (?:was|is|were|did|has|does) (?:the |this |my )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th)) [a-z]+ (?:called|labell?ed|said|judged|class\w*|predicted|taken for|given|put|rated|flagged|counted|get|got|come out|end up)\b"),
    ("explain", 98, r"why (?:the )?[a-z]+ (?:number |no |# ?)?\d+ (?:came|comes|turned|turns|got|gets|was|is|ended|did|does|went|fell|scored)\b"),
    ("explain", 92, r"^why (?:for )?(?:row|record|case|number) \d+|^explain (?:the )?(?:\w+ )?(?:number |# ?)?\d+$|(?:factors|reasons|inputs|things|columns|features)\b[^.]{0,15}\b(?:matter|count|drive|decide)"),
    ("what_if", 91, r"what (?:if|happens (?:to (?:the |my |its )?[a-z@ ]{1,25} )?(?:if|when)|would happen|would change)|suppose|how would (?:it|the prediction|that) change|if (?:the )?@ (?:was|were|had been|is|becomes?|changed?|went|goes|rose|increased?)"),
    ("what_if", 112, r"^(?:take |again |the same |same as |like )?(?:row|record|case|line|number) (?:number |no |# ?)?\d+ ?,? (?:but|only|just|except)? ?(?:this time )?(?:with|if|had it) .*@"),
    ("what_if", 97, r"if (?:the )?@ (?:in|of|for) (?:row|record|case|line) \d+ (?:was|were|is|had been|became|went)"),
    ("what_if", 96, r"(?:for|in|of|at) (?:the )?(?:row|record|line|case) (?:number )?\d+ (?:change|set|make|raise|lower|put) (?:the )?@|(?:change|set|raise|lower) (?:the )?@ [^.]{0,20}\b(?:for|in|of) (?:row|record) \d+"),
    ("what_if", 94, r"^(?:and |so )?(?:what )?if (?:she|he|they|it|this \w+|the \w+) (?:had|was|were|would|had been)\b|change (?:the )?@ to \S+ and predict"),
    ("predict", 87,
        r"(?:predict|(?<!z )(?<!f1 )(?<!f )score(?! of| the (?:model|forest))|forecast|estimate|classify|apply (?:it|the model)|guess|"
        r"run (?:it|the model))\b[^.]{0,20}\b(?:for|on|with|this|these|new|a|an|of|''|record|file|unseen|to)\b|"
        r"(?:what|how) (?:would|does|will|do) (?:it|the model|you|we)? ?(?:call|make of|think of|predict|say|guess|estimate|expect|give|be)|"
        r"predictions? (?:for|on)|would (?:a|an|the|he|she|someone|i|this|my)\b[^.]{0,60}@$|"
        r"would (?:a|an|the|he|she|someone|i|this|my)\b[^.]{0,60}\b(?:survive|churn|leave|quit|be|cost|make|default|buy|get|have|belong)|"
        r"(?:make|get|give me) (?:me )?(?:some )?(?:new )?predictions?|score (?:the |my |this )?(?:new|file|customers)"),
    ("predict", 97, r"^(?!.*\b(?:steps|pipeline|recipe|drift|differ\w*|compar\w+|same)\b).*\b(?:predict|score|classify|label|forecast|estimate|apply|run|check|judge|guess|predictions?)\b[^.]{0,60}\b(?:in|for|on|over|of|from|to) (?:the )?(?:file )?[\w-]{1,60} \. " + FILE_ENDING + r"\b"),
    ("predict", 118, r"^(?:an?|someone|somebody|one) (?:[a-z]+ )?(?:aged|of|with|who|that|from|at|in|having)\b.*\b@ or not$"),
    ("predict", 92, r"(?:predict|score|classify|label|forecast|estimate|apply (?:it|the model) (?:to|on)|run (?:it|the model) (?:on|over)) \S+ ?\. ?" + FILE_ENDING + r"|predict ?:|how (?:much|many|high|likely)\b[^.]{0,20}\b(?:for|would|if|with) (?:an? |someone|somebody|this|the)"),
)
