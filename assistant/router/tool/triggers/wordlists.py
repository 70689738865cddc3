"""Words that mean the same in many patterns."""

import re

DROP = "drop|remove|delete|strike(?: out)?|(?:bye ?bye|goodbye|farewell)(?: to)?|discard|exclude|get rid of|throw (?:out|away)|throw|toss|ditch|chuck(?: out)?|axe|kill(?! the (?:job|training|run))|lose|eliminate|omit|ignore|leave out|take out|take away|put away|take off|filter out|kick(?: out)?|del(?= )|strip|cut out|purge|erase|dump|scrap(?! that)|bin off|yeet|nuke|zap|oust|expel|rip out|get shot of|lop off|chop (?:off|out)|turf out|boot out|sling out|cull"
SHOW = "show|display|see|view|list|print|give me|what are|what is|whats|draw|plot"
TRAIN = "train|fit|build|try|run|use|make|create|learn|start|do|launch|teach|apply|go with|give me|test out"
PLOT_WORDS = "plot|chart|graph|histograms?|hist(?! gradient)|box ?plots?|boxplots?|box(?:es)? (?:and|&) whiskers?|box(?= of| for| by| @)|scatter\\w*|violin\\w*|pair ?plots?|pairplots?|bar (?:chart|plot|graph)s?|heat ?map|visuali[sz]e|draw|distributions?|kde|densit(?:y|ies)(?: plots?| curves?)?(?= of| by| per| for|$)|pie(?: chart| of)|count ?plot"
MODEL_PLOTS = (
    "confusion(?: matrix)?|(?<!under the )roc(?! ?auc(?! curve))(?: curve| auc curve)?|precision recall curve|precision (?:vs|versus|against|over) recall|(?<=^show )precision recall$|(?<=^show me )precision recall$|(?<=^draw )precision recall$|(?<=^plot )precision recall$|pr curve|calibration (?:curve|plot)|reliability (?:curve|diagram)|resid(?:ual)?s?|"
    "learning curves?|lift (?:chart|curve)|gains? (?:chart|curve)|threshold (?:curve|plot)|silhouette plot|elbow(?: plot| curve| chart)|tuning history|"
    "predict(?:ed|ions?) (?:vs|versus|against) (?:the )?(?:actuals?|true|real|truth)\\w*|actuals? (?:vs|versus|against) (?:the )?predict\\w+"
)
COMPARED = "above|over|below|under|greater|less|more|fewer|older|younger|higher|lower|larger|smaller|bigger|at least|at most|between|before|after|equals?|exceeds?|cheaper|longer|shorter|< ?=?|> ?=?|= ?=?|<|>|=|! ="
WRITTEN_BESIDE_DIGITS = re.compile(
    r"\b(?:remove|drop|delete|strip|take|cut|get rid of|lose|ignore|clean|throw) (?:out |off |away )?(?:(?:the|all|that|those|any) )*"
    r"(?:(?:€|\$|£|euros?|dollars?|pounds?|currency|percent(?:age)?|%|units?|thousands?) ?(?:signs?|symbols?|marks?|separators?)|€|\$|£|%) (?:from|off|in|of|out of|behind) (?:the |all )*@(?: column)?$"
    r"|\b(?:replace|swap|change|turn|make|exchange|substitute) (?:(?:the|all|every|decimal) )*commas? (?:with|by|for|to|into|in) (?:an? |the )?(?:dots?|points?|periods?|full stops?) (?:in|of) (?:the |all )*@(?: column)?$"
)
"""What is only written beside the digits of numbers, and is to go: “remove the € sign from the fee” asks for numbers."""
USES_THE_REST = (
    r"(?:(?:as|for) (?:the |my |our |its )*(?:inputs?|features?|"
    r"predictors?)\b ?,? ?)?(?:(?=(?:everything|all|every)\b.*@ (?:as|for) (?:the |my |our |its )*(?:inputs?|features?|predictors?)\b)|"
    r"(?:use|take|keep|learn from|train (?:it )?on|work with|include|(?:feed|give) (?:it|the model|them)|let (?:it|the model) (?:see|use|have|know))\b)"
    r"(?: (?:just|really|of|the|my|with|as|features?|inputs?))* ?(?:everything|all|every)\b(?: (?!except|but|besides|other|apart|excluding|minus|without)[a-z]+){0,6} ?,? "
    r"(?:except(?: for)?|but(?: not)?|besides|other than|apart from|excluding|minus|without)(?: (?!@)(?:the|my|our|any|for|not|column|columns))* @"
)
"""All columns but some: “use everything as input except the name”."""
FILE_ENDING = r"(?:csv|tsv|txt|xls[xmb]?|ods|jsonl?|ndjson|geojson|parquet|html?|zip|gz)"
"""How the names of files that are read end."""
HEAPS = "clusters|groups|segments|heaps|piles|bunches|gangs|tribes|camps|clans|squads|packs|crowds|stacks|flocks|baskets|communities|factions|lots|families|bundles|sorts|kinds|collections"
"""What people call groups of rows that are alike."""
EVENS = re.compile(
    r"\b(?:weigh|weight|re ?weight|even|level|equali[sz]e|match|balance|re ?balance)\w*(?: (?:up|out))? (?:the |both |all |my |our |two |2 )*(?:classes|class sizes?|class weights?|labels|outcomes)\b|\bclass sizes? (?:equal|even|match|the same)"
    r"|\b(?:thin|cut|trim)\w* (?:out |down )?(?:the )?(?:majority|bigger|larger|more common|frequent)\b|\b(?:punish|penali[sz]e)\w*\b[^.]{0,30}\b(?:rare|minority|class|positives?)\b"
    r"|\b(?:rare|minority|smaller|under ?represented|positive|scarce) (?:class|group|label|cases?|ones?)\b[^.]{0,15}\b(?:counts?|weighs?|weight|"
    r"matters?) ?(?:\w+ )?(?:more|heavier|double|extra)?|"
    r"\b(?:more|higher|extra|greater|double) (?:weight|importance|attention) (?:to|on|for) (?:the )?(?:rare|minority|smaller|positive|scarce)"
    r"|\b(?:invent|make up|fabricate|create|generate|add)\b[^.]{0,20}\b(?:extra|more|new|artificial|synthetic)\b[^.]{0,30}\b(?:equal|even|same|balanced|match)\b"
)
"""What asks to even out classes, be there columns of such names or not."""
ODD = r"(?:extreme|unusual|crazy|absurd|implausible|weird|wild|freak|freakish|insane|ridiculous|outlandish|outrageous|unrealistic|impossible|outlying|abnormal|bizarre|monstrous|excessive|nonsensical|far out)"
"""What values are called that lie far from the others."""
HELD_AGAINST_TRUTH = (
    r"(?:pred(?:ict(?:ed|ions?)|s)?(?: @| (?:values?|ones?|numbers?))?|y_pred|guess(?:es|ed)?(?: @| (?:values?|ones?|numbers?))?|forecasts?(?: @| values?)?|"
    r"estimat(?:es|ed)(?: @| (?:values?|ones?))?|what (?:it|we|the model|they|the @ model) (?:has |have |had )?(?:predicted|said|guessed|forecast|foretold|"
    r"expected|thought|estimated))(?: (?:drawn|plotted|shown|set|held|put|laid))? "
    r"(?:vs|versus|against|next to|beside|and|compared (?:to|with)) (?:the |"
    r"what (?:(?:the )?@ )?(?:really |actually |then |in fact |in truth |it |they |has |have |had )*)*(?:@ )?(?:really |actually |then |in fact |in truth |has |"
    r"have |had )*(?:actuals?|true|truth|real|reality|y_true|y_test|observed|observations|measured|happened|came (?:out|true)|occurred|was|were|were sold|"
    r"turned out)\w*"
    r"|(?:real|true|observed|measured|actual)(?: @| values?)? (?:vs|versus|against|compared (?:to|with)) (?:the )?(?:predict\w+|guess\w*|forecasts?)"
)
"""The picture of what was predicted against what came out: “what it said against what really happened”."""
TABLE = r"(?:data ?sets?|data|tables?|files?|spreadsheets?|sheet|csv|data ?frame|df)"
PROBLEMS = (
    r"(?:missing|gaps?|holes|blanks|empty|broken|suspicious|wrong|weird|odd|oddities|strange|rotten|off|amiss|errors?|problems?|issues?|mistakes?|incomplete|"
    r"complete|clean|dirty|messy|ok|okay|fine|good|usable|healthy|sound|in order|outliers|duplicates|nonsense|garbage|fishy|reliable|trustworthy|unusual|damaged|"
    r"corrupt\w*)"
)
"""What may be the matter with a table."""
SIMPLY = (
    r"(?:to me )?(?:like|as if|as though) (?:i|im|ive|i am|i was|i were|to an?|youd|you)\b.{0,40}|"
    r"(?:like )?(?:to|for) (?:an?|my|the|your) (?:\d{1,2}|five|six|seven|eight|ten|twelve)[ -]years?[ -]olds?|like (?:to|for) (?:an?|my|the|your) \w+|"
    r"in (?:very |more |really )*(?:plain|simpler?|easy|easier|normal|everyday|human|common|short|few|your own|lay\w*(?: s)?) (?:words?|terms|english|language|"
    r"sentences?)|(?:for|to) (?:my|our|an?|the) (?:gran\w*|nan|nana|mum|mummy|mom|mommy|dad|daddy|mother|father|parents|boss|kids?|child(?:ren)?|son|daughter|"
    r"wife|husband|friends?|teacher|colleagues?|manager|client|cat|dog|layman|laymen|grand\w+|uncle|aunt|neighbou?r|team|dummy)|"
    r"(?:for|to) (?:someone|somebody|anyone|anybody|people|persons?|an? [a-z]+|those) (?:who|that|with(?:out)?)\b.{1,40}|"
    r"for (?:dummies|beginners|an? (?:beginner|child|kid|layman))|to an? (?:child|kid|beginner|layman|(?:five|5) year old)"
)
"""How a person asks for an explanation without the trade's words."""
TOLD_AFTER = re.compile(r" ?, (?:my|i|im|ive|we|our|people|everyone|everybody|someone|somebody|they|he|she|you) (?!want|need|would like).{2,80}$", re.I)
"""What is told after a question: “what is recall, my teacher keeps using the word”."""
NAMED_SO = (
    r"(?:bears?|have|has|gets?|carr(?:y|ies)|under) the (?:name|title)(?: of)?|(?<=experiment )the (?:name|title)(?: of)?|(?<=project )the (?:name|title)(?: of)?|"
    r"called|dubbed|labell?ed|named|titled|entitled|(?:to be |better |also )?known as|under the (?:name|title)(?: of)?|"
    r"(?:by|with|of) (?:the |a )?(?:name|title)(?: of)?"
)
"""What stands before the name of something: “under the name heft”."""
NAMED_IT = "it|that|this|them|the (?:result|outcome|product|sum|ratio|difference|new (?:one|column|feature|variable))"
"""What is given a name: “call the result x”."""
STEP_NOUNS: tuple[tuple[str, str], ...] = (
    ("impute", r"imput\w+|filling(?: in)?(?: of (?:the )?(?:gaps|missing values))?"),
    ("scale", r"scal(?:ing|er)|(?:normali|standardi)[sz](?:ation|ing)"),
    ("encode", r"(?:one ?hot |target |ordinal |label |frequency )?encod(?:ing|er)|one ?hot"),
    ("transform", r"(?:log |sqrt |yeo johnson |box cox )?transform(?:ation)?"),
    ("bin", r"binning|bucketing"),
    ("handle_outliers", r"clipping|capping|outlier (?:handling|treatment|removal|clipping)"),
    ("balance", r"(?:re)?balancing|smote|oversampling|undersampling|over sampling|under sampling"),
    ("vectorize_text", r"(?:text )?vectori[sz](?:ation|ing)|tf ?idf"),
    ("extract_dates", r"date (?:extraction|parts|features)"),
    ("add_polynomials", r"polynomials?(?: features| terms)?"),
    ("keep_best_features", r"feature selection|selection of features"),
    ("reduce_dimensions", r"pca|umap|dimensionality reduction"),
    ("filter_rows", r"(?:row )?filter(?:ing)?"),
    ("sample_rows", r"(?:row )?sampling"),
    ("split", r"(?:train ?/? ?(?:and )?test )?split(?:ting)?"),
    ("cross_validate", r"cross ?validation|cv"),
    ("tune", r"(?:hyper ?parameter )?tuning"),
    ("ensemble", r"ensemble|stacking|voting|bagging"),
    ("calibrate", r"calibration"),
    ("set_threshold", r"(?:decision )?threshold"),
    ("compare_models", r"(?:model )?comparison"),
    ("train", r"training"),
)
"""What a step that was done with a tool is called."""
MORE_ROWS = (
    r"(?:would|will|could|does|do|is|should|might|can)\b[^.,]{0,40}\b(?:more|extra|additional|further|twice the|twice as many|"
    r"double the) (?!than\b)(?:of )?(?:(?:the|these|training) )*(?:data|[a-z]+s)\b[^.,]{0,30}\b(?:help\w*|improv\w+|better|good|worth\w*|pay|matter|difference|"
    r"use|useful|gain\w*)|(?:worth|pay|useful|sense|help) (?:to |in )?(?:collect|get|gather|add|hav|buy|find)(?:ing|ting)? (?:[a-z]+ )?(?:more|extra|additional|"
    r"further) (?:data|[a-z]+s)|\b(?:better|worse|improve|help) (?:\w+ )?(?:with|by|from) (?:having |getting |adding )?more (?:data|rows|examples|samples|"
    r"records)|^(?:do|would|will) (?:we|i|you|it) (?:really |actually )?(?:need|want) more (?:data|rows|examples|samples|records)$"
)
"""A question whether more rows would help, which a learning curve answers."""
A_ROW = (
    r"(?:(?:row|record|line|case|customer|client|passenger|patient|person|member|loan|house|trip) (?:number |no |# ?)?\d+|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:row|record|line|case|entry|customer|client|passenger|patient|"
    r"person|member|loan|house|trip))\b"
)
"""One row, by its number or its place."""
ALL_THERE_IS = r"(?:everything(?: (?:you have|there is|else))?|it all|all(?: of)? (?:it|this|that|them)|all (?:the |possible |available )?(?:files|formats|downloads)|every (?:file|format|download)|the (?:whole )?lot)(?! (?:as|in) (?:an? |one )?(?:zip|project|notebook|script)\b)"
"""All that can be had, of what is downloaded."""
