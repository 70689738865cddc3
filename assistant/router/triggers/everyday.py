"""Patterns for what people say in passing: questions in everyday words, names, and the shortest of lists."""

RULES: tuple[tuple[str, int, str], ...] = (
    ("redo", 98, r"(?:didnt|did not|never|dont|do not)(?: (?:mean|want|intend|wish|need))?(?: to)? undo|(?:want|need) (?:it|that|them|those) back\b"),
    ("start_over", 96, r"back to (?:the |my )?(?:raw|original|untouched|initial|unchanged|plain) (?:data ?set|data|table|file)\b|back to (?:the )?(?:very )?(?:start|beginning|square 1|square one|zero)\b"),
    ("name_experiment", 98, r"^(?:im |i am |i will |ill )?(?:call(?:ing)?|nam(?:e|ing)|titl(?:e|ing)) (?:this|the (?:whole )?thing|all (?:of )?this)(?: one| experiment| project| session| thing| work)? (?!(?:column|feature|variable|one)\b)\S|^(?:im|i am|i will|ill) (?:be )?(?:calling|naming|call|name) it \S"),
    ("name_experiment", 98, r"^(?:this|all this|the (?:whole )?thing|it all) (?:should|shall|must|will|can|is to) be (?:called|named|titled)|^title ?:|the name of (?:this|the|my) (?:experiment|project|session|work)|^save (?:this|it|that|everything|my work|all this) under the name\b"),
    ("list_experiments", 93, r"^(?:what|which)\b[^.@]{0,25}\b(?:have|did|had|do) (?:i|we)\b[^.@]{0,12}\b(?:saved|save|stored|store|kept|on file)\b|saved (?:work|experiments|sessions)"),
    ("define", 97, r"(?:dont|do not|never|didnt|cant) (?:really |quite |even )?(?:know|knew|understand|understood|get|got|remember) what\b[^.]{0,40}\b(?:means?|is|are|stands for)$"),
    ("profile", 96, r"^(?:and |so )?how (?:big|large|long|wide) (?:is|are) (?:this|it|the (?:whole )?(?:data ?set|data|table|file)|my (?:data|table|file))(?: here| actually| then)?$|^(?:and )?what(?:s| is| all is) in (?:it|here|there|this)$|^how much data\b"),
    ("profile", 96, r"^how (?:lopsided|unbalanced|imbalanced|uneven|balanced|one sided) (?:is|are) (?:the |my |it)?(?:target|class(?:es)?|labels?|data|outcomes?)?$"),
    ("describe_column", 97, r"^how (?:badly |very |much )?(?:lopsided|unbalanced|imbalanced|skewed|uneven|one sided|balanced|varied|diverse|symmetric\w*|wide|spread out|evenly (?:spread|distributed)) (?:is|are) (?:the |my )?@"),
    ("explain", 96, r"^why (?:was|is|did|does|were|would|has|do) (?:the |this |my )?[a-z]+ (?:number |no |# ?)?\d+\b|(?:which|what) (?:features?|columns?|variables?|inputs?|things?) (?:(?:does|do|did|is|are) )?(?:it|the (?:model|forest|\w+ model)|they|MODEL) (?:mostly |really |mainly )?(?:leans?|leaning|rely|relies|relying|depends?|looks?|looking|cares?|pays?|goes|listens?)\b"),
    ("evaluate", 97, r"^(?:the |its |my |show |give me )*(?:METRIC|scores?|metrics|results?|performance) (?:on|of|for|in) (?:the )?(?:train\w*|test\w*|validation|hold ?out)(?: set| data| part| rows)?$"),
    ("show_errors", 97, r"(?:where|when|which)\b[^.]{0,40}\b(?:screw|screws|screwed|mess|messes|messed|slip|slips|trip|trips) up\b|\bmost wrong\b|^(?:show |give |list |see |name )?(?:me )?(?:the |its )?(?:\d+ worst|worst \d+)(?: ones| rows| cases)?$"),
    ("apply_tuning", 97, r"(?:use|take|apply|keep|train|retrain|refit|go)\b[^.]{0,20}\b(?:(?:\d(?:nd|rd|th)|second|third|fourth|fifth|next) best|runner ?-? ?up)\b[^.]{0,12}\b(?:parameters|params|settings|hyper\w+|values|configuration|combination|trial|set|result)"),
    ("split", 97, r"^(?:stratified|random(?:ly)?|shuffled|chronological(?:ly)?)(?: split)?,? \d{1,2}(?:[ /:-]+\d{1,2}){1,2}(?= [a-z]|$)"),
    ("choose_k", 97, r"^elbow,? (?:from )?\d+ (?:to|-) \d+"),
    ("rank_features", 97, r"^rank (?:the |my |all )?(?:top |best |first )?\d+\b"),
    ("encode", 93, r"^(?:ordinal|one ?hot|onehot|target|frequency|freq|label)(?:ly)?(?: encode)? (?:the )?@"),
)
