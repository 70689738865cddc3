"""Patterns for what people say in passing: questions in everyday words, names, and the shortest of lists."""

RULES: tuple[tuple[str, int, str], ...] = (
    ("set_target", 97,
        r"\b(?:an?|some|any) ?(?:[a-z]+ )?(?:machine|program|programme|app|tool|thing|system|robot|computer|software|something|helper|calculator) (?:that|which|"
        r"to|who) (?:(?:can|could|will|would) )?(?:tells?|says?|shows?|guess(?:es)?|predicts?|finds?(?: out)?|works? out|knows?|picks?|chooses?|"
        r"gives?)(?: (?:me|us|you))? (?:the |what |which |a )*(?:right |best )?@"),
    ("set_target", 97, r"\bsomething (?:that|which|to) (?:(?:can|could|will|would) )?(?:tells?|says?|guess(?:es)?|predicts?|finds?(?: out)?|works? out|knows?|picks?|chooses?|gives?)(?: (?:me|us|you))? (?:the |what |which |a )*(?:right |best )?@"),
    ("set_target", 97, r"^(?:so |and |well )*(?:what|which) @ (?:[a-z]+ )?(?:[a-z]+ )?best\b.*\b(?:want|need|like|have|for|of)\b.*\bnew\b"),
    ("leaderboard", 97, r"^(?:and |so |but |then |ok )*which (?:one|of (?:them|these|those)|run)(?: of (?:them|these|those))? (?:should|shall|do|would|must|can) (?:i|we|you|one) (?:(?:now|then|really|rather) )?(?:use|take|choose|pick|go (?:with|for)|trust|keep|recommend|prefer)\b"),
    ("export", 97,
        r"^(?:(?:and|so|ok|now|then|please|how|can|could|may|do|i|we|to|let|me|want|would|like|id|need) )*(?:take|bring|carry|have|get|use) (?:it|this|that|"
        r"the (?:model|thing|result)|all (?:of )?(?:it|this)|everything|my model) (?:home|with (?:me|us)|along(?: with (?:me|us))?|"
        r"on my own (?:computer|laptop|machine|pc)|to my own (?:computer|laptop|machine|pc)|away with me)\b"),
    ("export", 97, r"^(?:i|we) (?:want|need|would like) (?:it|this|that|the model) (?:on|at) (?:my|our)(?: own)? (?:computer|laptop|machine|pc|home|office)\b"),
    ("apply_tuning", 96, r"^(?:(?:and|then|now|please) )*(?:retrain|refit|(?:train|fit) (?:it )?(?:again|anew|once more))\b[^.@]{0,12}\b(?:the )?(?:best|winner|winning|found|optimal)(?: ones?| of (?:them|those|these)| found)?$"),
    ("undo", 99, r"^(?:(?:and|then|please) )*undo (?:it|that|this|them|all that)(?: all)? again\b"),
    ("redo", 99, r"\b(?:one|1) too many (?:back|undone|undos?)\b|\b(?:undid|undone|took back|went back) (?:one |1 |a (?:bit|step) )?too (?:many|much|far)\b|\bput (?:that|the) (?:last|undone) (?:one|step|thing) (?:in|back)(?: in)?(?: again)?\b"),
    ("redo", 98, r"(?:didnt|did not|never|dont|do not)(?: (?:mean|want|intend|wish|need))?(?: to)? undo|(?:want|need) (?:it|that|them|those) back\b"),
    ("start_over", 96, r"back to (?:the |my )?(?:raw|original|untouched|initial|unchanged|plain) (?:data ?set|data|table|file)\b|back to (?:the )?(?:very )?(?:start|beginning|square 1|square one|zero)\b"),
    ("name_experiment", 98,
        r"^(?:im |i am |i will |ill )?(?:call(?:ing)?|nam(?:e|ing)|titl(?:e|ing)) (?:this|the (?:whole )?thing|all (?:of )?this)(?: one| experiment| project|"
        r" session| thing| work)? (?!(?:column|feature|variable|one)\b)\S|^(?:im|i am|i will|ill) (?:be )?(?:calling|naming|call|name) it \S"),
    ("name_experiment", 98, r"^(?:this|all this|the (?:whole )?thing|it all) (?:should|shall|must|will|can|is to) be (?:called|named|titled)|^title ?:|the name of (?:this|the|my) (?:experiment|project|session|work)|^save (?:this|it|that|everything|my work|all this) under the name\b"),
    ("list_experiments", 93, r"^(?:what|which)\b[^.@]{0,25}\b(?:have|did|had|do) (?:i|we)\b[^.@]{0,12}\b(?:saved|save|stored|store|kept|on file)\b|saved (?:work|experiments|sessions)"),
    ("define", 97, r"(?:dont|do not|never|didnt|cant) (?:really |quite |even )?(?:know|knew|understand|understood|get|got|remember) what\b[^.]{0,40}\b(?:means?|is|are|stands for)$"),
    ("profile", 96, r"^(?:and |so )?how (?:big|large|long|wide) (?:is|are) (?:this|it|the (?:whole )?(?:data ?set|data|table|file)|my (?:data|table|file))(?= (?:here|actually|then|and)\b|$)|^(?:and )?what(?:s| is| all is) in (?:it|here|there|this)$|^how much data\b"),
    ("profile", 96, r"^how (?:lopsided|unbalanced|imbalanced|uneven|balanced|one sided) (?:is|are) (?:the |my |it)?(?:target|class(?:es)?|labels?|data|outcomes?)?$"),
    ("describe_column", 97, r"^how (?:badly |very |much )?(?:lopsided|unbalanced|imbalanced|skewed|uneven|one sided|balanced|varied|diverse|symmetric\w*|wide|spread out|evenly (?:spread|distributed)) (?:is|are) (?:the |my )?@"),
    ("explain", 96,
        r"^why (?:was|is|did|does|were|would|has|do) (?:the |this |my )?[a-z]+ (?:number |no |# ?)?\d+\b|"
        r"(?:which|what) (?:features?|columns?|variables?|inputs?|things?) (?:(?:does|do|did|is|are) )?(?:it|the (?:model|forest|\w+ model)|they|"
        r"MODEL) (?:mostly |really |mainly )?(?:leans?|leaning|rely|relies|relying|depends?|looks?|looking|cares?|pays?|goes|listens?)\b"),
    ("evaluate", 97, r"^(?:the |its |my |show |give me )*(?:METRIC|scores?|metrics|results?|performance) (?:on|of|for|in) (?:the )?(?:train\w*|test\w*|validation|hold ?out)(?: set| data| part| rows)?$"),
    ("show_errors", 97, r"(?:where|when|which)\b[^.]{0,40}\b(?:screw|screws|screwed|mess|messes|messed|slip|slips|trip|trips) up\b|\bmost wrong\b|^(?:show |give |list |see |name )?(?:me )?(?:the |its )?(?:\d+ worst|worst \d+)(?: ones| rows| cases)?$"),
    ("apply_tuning", 97, r"(?:use|take|apply|keep|train|retrain|refit|go)\b[^.]{0,20}\b(?:(?:\d(?:nd|rd|th)|second|third|fourth|fifth|next) best|runner ?-? ?up)\b[^.]{0,12}\b(?:parameters|params|settings|hyper\w+|values|configuration|combination|trial|set|result)"),
    ("split", 97, r"^(?:stratified|random(?:ly)?|shuffled|chronological(?:ly)?)(?: split)?,? \d{1,2}(?:[ /:-]+\d{1,2}){1,2}(?= [a-z]|$)"),
    ("choose_k", 97, r"^elbow,? (?:from )?\d+ (?:to|-) \d+"),
    ("rank_features", 97, r"^rank (?:the |my |all )?(?:top |best |first )?\d+\b"),
    ("encode", 93, r"^(?:ordinal|one ?hot|onehot|target|frequency|freq|label)(?:ly)?(?: encode)? (?:the )?@"),
    ("aggregate", 121, r"^(?:(?:show|the|me|give|and) )*(?:share|proportion|percentage|mean|average|median|sum|total|rate|max|min|highest|lowest)\b[^.]{0,40} (?:per|for each|for every|by) (?:line|box|bar)$"),
    ("aggregate", 95, r"^(?:which|what) @ (?:is|was|are) (?:the )?(?:busiest|rarest|commonest|most (?:common|frequent|popular|used|frequented|visited))$"),
    ("aggregate", 91, r"how (?:the )?@ (?:differs?|varies|vary|compares?) (?:by|between|across|among|over) (?:the )?@"),
    ("sample_rows", 96, r"^(?:just |only |a )*random \d{2,}(?: rows| records| lines)(?=$|,| only| please| will do)|^work (?:on|with) (?:only )?(?:an? )?(?:random )?\d[\d.]* ?(?:%|percent)? (?:random )?(?:sample|rows|subset)"),
    ("what_if", 96, r"^(?:and |but |so )*(?:what )?if (?:he|she|they|it|we|the \w+|this \w+|(?:@|[a-z]+) \d+ (?:had|was|were))\b"),
    ("choose_features", 96, r"^(?:just |only )?(?:use|take|keep|with|from|learn from|train on) (?:the |only )?@[^.]*@?,? (?:and )?(?:nothing else|nothing more|no others?|that is all|thats all|thats it)$"),
    ("drop_duplicates", 104, r"(?:rows?|records?|[a-z]+s) (?:with|that have|having|sharing|that share) (?:exactly )?(?:the |an? )?(?:same|identical|equal|repeated) @$"),
    ("predict", 92, r"^(?:what is |whats |the )*(?:risk|chances?|odds|probability|likelihood) (?:for|of|that|with|if) (?:an?|someone|somebody|this)\b"),
    ("add_feature", 99, r"^(?:please )?(?:add|sum|multiply) (?:up )?(?:the )?@ (?:and|with|&|to|by) (?:the )?@ (?:(?:together|up) )?(?:into|as) (?:an? |one )?(?:new |column |feature )*[a-z_]\w*$"),
    ("rename_column", 124,
        r"^(?:the )?(?:columns )?@(?: ?(?:,|and|&|, and) (?:the )?@)+(?: columns)? (?:(?:should|shall|must|are to|now|better) )*(?:be called|be named|be renamed|"
        r"get the (?:new )?(?:names|@))(?!\w)|^(?:give|change) (?:the )?(?:(?:names|@) of )?(?:the )?(?:columns )?@(?: ?(?:,|and|&|"
        r", and) (?:the )?@)+ (?:(?:to )?the (?:new )?(?:names|@)|to) (?!numbers|numeric|categor|dates|text|strings|int)"),
    ("rename_column", 124, r"^(?:the )?(?:column )?@(?: column)? (?:(?:really|actually|rather|properly|probably) )*(?:should|shall|must|has to|had better|ought to) (?:(?:really|actually|rather|properly|better) )*be (?:called|named|renamed)\b"),
    ("set_target", 86, r"^(?:what|whats)(?: is)? the (?:typical |likely |probable )?@ (?:of|for) (?:an?|one|some) [a-z]+$"),
    ("plot", 95, r"^(?:show |see |plot |draw |give |me |the |a )*(?:trends?|development|course|history|curve) (?:of|in|for) (?:the )?@ over\b"),
    ("impute", 97, r"@ (?:gaps|holes|blanks)\b[^.]{0,20}\b(?:mean|median|mode|average|most common|most frequent)\b"),
    ("train", 94, r"^(?:just |only |simply |merely )+(?:an? |the )?(?:(?:plain|simple|basic|ordinary|bare|vanilla|normal|standard|straight)(?: old)? )?MODEL$"),
    ("export", 94, r"^(?:just |only |simply )+(?:the |an? |my )?(?:python |trained |jupyter )?(?:scripts?|notebooks?|report|code|onnx|zip|transcript|project)\b"),
    ("rank_features", 98, r"^(?:which|what) (?:\w+ ){0,2}(?:fields|columns|features|variables|inputs|predictors|attributes)(?: (?:really|actually|mostly|most))? (?:matter|count|are (?:most )?important)\b.*\b(?:top|first|best) \d+\b"),
    ("impute", 94, r"^(?:ffill|bfill|(?:forward|back(?:ward)?)[ -]?fill)\b"),
    ("show_errors", 104, r"^(?:on |in |for |with )?(?:which|what|where)\b[^.]{0,40}\bdo(?:es)? (?:the |my |this )?(?:model|it|MODEL) (?:struggle|fail|do (?:badly|poorly|worst)|perform (?:badly|poorly|worst)|go wrong)\b"),
)
