"""Cuts a message into the requests that it holds, in the order said."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.parts.plan import planned
from assistant.router.parts.sequence import in_sequence
from assistant.router.parts.shielded import restored, shielded
from assistant.router.tool.sieve import Changes
from assistant.router.tool.triggers.wordlists import NAMED_IT, STEP_NOUNS
from assistant.router.wording.loosely_put import plainly
from assistant.router.wording.passive import GONE, MAY, as_order, as_orders

VERBS = (
    "drop|remove|delete|exclude|discard|ditch|fill|impute|replace|encode|ohe|one-hot|one hot|onehot|label encode|scale|rescale|standardise|standardize|normalise|normalize|train|fit|build|run|try|"
    "split|show|plot|draw|predict|tune|optimise|optimize|compare|evaluate|explain|export|download|rename|treat|keep|filter|clip|cap|log|transform|bin|balance|create|make|add|"
    "extract|vectorize|vectorise|undo|redo|retrain|refit|strike|pull|tell|give|set|use|take|sample|describe|check|profile|prepare|clean|cross-validate|cross validate|do|apply|calibrate|stack|blend|"
    "combine|load|open|save|get rid|get|target|select|rank|reduce|count|list|test|hold|convert|turn|oversample|undersample|dedupe|deduplicate|throw|change|cluster|find|choose|call|name|go|start|handle|"
    "deal|visualise|visualize|bucket|put|winsorize|winsorise|z-score|target encode|frequency encode|freq encode|hash|ordinal encode|min-max|robust scale|square root|pca|histogram|what|which|how|ignore|forget|leave out|pick|group|"
    "(?:median|mean|mode|knn|zero)[ -](?:impute|fill)|work (?:on|with)|mark|dont use|do not use|restrict|limit|shuffle|search|score|classify|forecast|estimate|branch|fork|copy|stop|cancel|begin|reset|summarise|summarize|correlate|squash|trim|ensemble|subtract|multiply|divide|kick|toss|guess|foresee|foretell|only|who (?:is|are|will) (?:going|likely|about|gonna)|preview|see|look at|have a look at|pit|spend|acknowledge|chuck|axe|dump|purge|patch|plug|repair|mend|chop|slice|tame|break (?:up|down)|scrap|lose (?:it|them|this|that|those|these|both)|merge|recode|relabel|substitute|swap|race|benchmark|yeet|nuke|zap|oust|expel|rip out|get shot of|kill|leave (?:\\S+ ){1,4}out|have a go|give it a go"
)
TAKE_OUT = "bin off|get rid of|throw (?:out|away)|leave out|take (?:out|away)|kick out|filter out"
"""Verbs of two words that take something away."""
SOFT_VERBS = re.compile(r"^(?:tell|show|see|let|give|find|go|know|look|get|what|which|how|do|name|call|use|try|take|make|start|begin|put|set|list|check|test|run|save)\b", re.I)
_NOUNS = r"(?:branch|copy|fork) (?:to predict|as (?:an? |the )?(?:inputs?|features?|predictors?))\b|(?:the )?(?:target|count|test|train|split|sample|name|list|start|group|set|search|mark|rank|score|pick|call|run|use|cap|clip|show|class|log|bin|drop|load|save|reset|stop|find|change|check|profile|plot|cluster)(?: columns?)?\s*(?:$|to predict\b|as (?:an? |the )?(?:inputs?|features?|predictors?)\b|,|and\b|or\b|in the\b|with\b)|(?:count|target|group|rank|score|mark|rate|drop|split|sample|class|name|total) (?:divided|times|multiplied|plus|minus|over|per|/|\*|\+|on (?:the )?(?:[xy]|vertical|horizontal))(?=\s|$)|(?:score|rank|count|class|mark|rate|balance|test|sample|group|cap|load|target|name|split|run|open|set|clip) (?:is |are )?(?:above|below|over|under|at (?:least|most)|(?:more|less|greater|higher|lower|fewer|larger|smaller) than|between|[<>=])(?![^\s\d])|(?:score|rank|count|class|mark|rate|balance) (?:is |of |= ?)?-?\d[\d.]*(?![^\s,])(?! (?:rows|models|features))"
"""Verbs that are columns as well where nothing follows them: “drop model and target”."""
_SEMICOLON = re.compile(r"(?<=\bis) ;(?= |$)|(?<=\bwith) ;(?= |$)|(?<=\bby) ;(?= |$)|(?<=\bare) ;(?= |$)|(?<=[=:]);|(?<=[=:]) ;|(?<=\bdelimiter) ;|(?<=\bseparator) ;")
"""A semicolon that is spoken of, and ends no sentence: “the delimiter is ;”."""
_SUBJECT = r"(?!what|which|how|who|whats)\w+ (?:is|are|was|were|has|have|had|isnt|arent|tells?|says|contains?|looks?|seems?)\b"
"""A verb that is a column as well where a statement is made of it: “name is useless”."""
_GLUE = r"(?:please |pls |therefore |hence |thus |consequently |also |first |rather |better |then |finally |afterwards |next |now |just |lastly |i want to |i would like to |i'd like to |let us |lets |can you |could you |you can |we should |after that |at last |to |go ahead and |maybe |quickly )*"
_HARD = re.compile(r"[\n;]+|(?=\s+(?:please\s+|pls\s+)?(?:also|additionally|besides|on top)\b)(?<=\w)(?<!\bcan)(?<!\bcould)(?<!\bwould)(?<!\bshould)(?<!\bmust)(?<!\bwill)(?<!\bmay)(?<!\bwe)(?<!\byou)(?<!\bi)(?<!\bto)(?<!\band)(?<!\bbut)(?<!\bor)(?<!\bthen)(?<!\bplease)(?<!\bpls)(?<!\bjust)(?<!\bok)(?<!\bso)(?<!\bnot)(?<!\blets)(?<!\bis)(?<!\bare)(?<!\bthat)\s+(?:please\s+|pls\s+)?(?:also|additionally|besides that|on top of that)(?: please| pls)?,?\s+(?=(?:drop|remove|delete|discard|exclude|ditch|get rid|throw|fill|impute|encode|one[- ]?hot|scale|standardi[sz]e|normali[sz]e|log|clip|cap|bin|train|fit|tune|predict|rename|split|show|plot|draw|compare|export|convert|balance|make|add|create|describe|count|explain)\b)|(?:,|,? and)\s+(?=(?:the )?same (?:goes|holds|applies|is true) (?:for|to|with|of)\b)|(?:[,;]|,? and| plus)\s+(?:then |also )?(?=(?:do )?(?:the )?same (?:thing |again |chart |plot )?(?:for|with|on) )|(?<=\w):\s+(?=(?:in|for) (?:the |column )*[\"'`\x00\w. -]{1,40}? ?,? (?:change|replace|turn|swap|map|recode|merge|write|make|set|put|rename)\b)|,\s+so\s+(?!(?:that|it|its|they|theyre|i|im|ive|id|we|weve|you|he|she|there|theres|this|thats|far|much|many|long|as|what|to|is|are|do|does|can|could|would|will|should)\b|(?:\S+ ){1,3}?(?:is|are|was|were|has|have|should|must|can|=) )|,\s+so\s+(?=(?:would|could|can|will) you\b)|,\s+(?=cut (?:them|those|these|it) (?:off|out|away)\b)|(?:,|,? and)\s+(?=(?:the |my |our )?[\w-]+(?: [\w-]+){0,2} (?:must|should|shall|has to|have to|needs? to|ought to) (?:also )?be (?:an? |the )?(?:numeric|numbers?|texts?|dates?|categor\w+|boolean|logged|log[ -]|scaled|standardi[sz]ed|normali[sz]ed|(?:one[- ]hot[- ]|ordinal |target )?encoded|imputed|filled|binned|clipped|capped|transformed|renamed|treated|converted|turned|vectori[sz]ed|target)\b)|,?\s+and (?:then )?(?:in (?:that|this|it|there)(?: (?:one|copy|branch|experiment|version))?|there),?\s+(?=(?:" + VERBS + r")\b)|,?\s+and (?:of|for|among|from|in|with) (?:those|these|them),?\s+(?=(?:i|we|you|show|give|tell|what|how|the|compute|count|plot|draw)\b)|(?:,|,? and)\s+(?:also )?(?=(?:where|wherever|whenever) [^,;]{2,50}? (?:is|are|was|were) (?:missing|blank|empty|unknown|not [a-z]+)(?: [a-z]+)? ?,? (?:just |please |then )*(?:use|put|write|fill|take|set|make|assume|enter|insert|go with)\b)|,\s+(?=(?:and )?(?:thats|that is) the )|(?<=[\w\"'`)%\x00])[.!?]+(?=\s|$)|,?\s+(?:and )?(?:only then|just then|then(?! by\b)|afterwards|after (?:that|this|it|wards)(?! is\b| has\b)|and finally|next|finally|lastly|and also|followed by|before that|thereafter|thereupon|hereafter|hereupon|subsequently|(?:right|straight|directly|immediately|soon) (?:after(?:wards?)?|thereafter)(?! (?:the|a|an|each|every)\b)|after which|whereupon|following (?:that|this|it)|last but not least|to (?:finish|round|top) (?:it |this |that |things |all )*(?:off|up)|(?:once|when|as soon as|while) (?:that|this|it|thats|its|youre|you are|all that|you have|youve)(?: is| are|s)?(?: all)? (?:done|finished|ready|through|in place|settled|out of the way|over(?: and done with| with)?|behind (?:us|me)|sorted(?: out)?|complete|taken care of|at it|doing (?:that|so|it))(?: (?:with )?(?:that|it|this))?)[,:]?\s+|(?:[,;]|,? and)\s+(?:at last|in the end|at the end|to (?:finish|end|close)(?: with)?|(?:in|as) (?:a|the) (?:second|third|fourth|next|last|final|further) (?:step|thing))[,:]?\s+|(?<!\byou)(?<!\bi)(?<!\bwe)(?<!\bit)(?<!\bthey)(?<!\bcan)(?<!could)(?<!should)(?<!would)(?<!will)(?<!must)(?<!\bto)(?<!\band)(?<!\bbut)(?<!\bthen)(?<!\bso)(?<![,;:])\s+(?:please )?also (?:please )?(?=(?:drop|remove|delete|fill|impute|scale|encode|plot|train|rename|predict|split|clip|export|tune|compare)\b)|[,;]\s+(?:and )?from there[,:]?\s+|(?:[,;]\s+(?:and )?|\s+and )(?:secondly|thirdly|fourthly)[,:]?\s+(?:that )?|,?\s+and after,?\s+(?:you |we |please |just )*(?=(?:" + VERBS + r")\b)", re.I)
_SOFT = re.compile(rf"(?:\s*,\s*(?:and\s+|but\s+|so\s+)?|(?<!\bif)\s+(?:and|n|plus|but|&|\+|so)\s+|(?<!step \d)(?<!step \d\d)\s*:\s+|\s+-\s+)(?!(?:call|name) (?:{NAMED_IT}) (?!(?:whole )?(?:experiment|project|session)\b))(?!which (?:is|equals|means) [^,]{{1,40}} (?:divided by|times|plus|minus|over|per|/|\*|\+|-) )(?!run \d)(?!(?:test|train\w*) (?:(?:set|size|part|with|on|gets|=|:) )*\.?\d[\d.]* ?(?:%|percent)?(?:$|,| and\b))(?!test (?:it )?on (?:the )?(?:last|newest|latest|new|newer|later|most recent|recent|rest|others?|remaining)\b)(?!test (?:at|together|simultaneously|both|alike)\b)(?!z.?scores? (?:above|over|of|>|\d|threshold))(?!(?:keep|leave|spare|skip) (?!(?:\S+ ){{0,4}}(?:out|only|alone)\b|only\b|just\b|rows\b|the rows\b|those\b|all\b|the (?:best|top)\b))(?!{_NOUNS})(?!{_SUBJECT})(?={_GLUE}(?:{VERBS})\b(?!-(?!encod|hot|imput|scal|transform|up\b|out\b|in\b|off\b)\w))", re.I)
_ASKED = (
    rf"(?:you|we|i|someone|somebody|anyone|anybody) (?:must|should|shall|ought to|(?:have|has|needs?) to|(?<!we )(?<!i )(?:can|could|may|might))(?: (?:also|now|then|please|first|just|kindly|possibly|at least))*(?= (?!see\b|tell\b|look\b|find\b|do without\b|do better\b|only\b|get\b|which\b|what\b|how\b)(?:{VERBS})\b)"
    rf"|you(?= (?!set\b|put\b|split\b|see\b|get\b|tell\b|do\b|only\b|find\b|which\b|what\b|how\b|call\b|name\b)(?:{VERBS})\b)"
    r"|(?:i|we|it) (?:would|will|ll) (?:also )?(?:be |make (?:me|us) |help |appreciate it |love it )(?:ever so |so |very |really |most |more than |quite |extremely )*(?:grateful |glad |happy |pleased |thankful |obliged |delighted |nice |great |kind |good |helpful |lovely |wonderful )?if (?:you|we|somebody|someone) (?:could|would|can|might)?"
    r"|(?:may|might|can|could) i (?:please )?(?:ask|trouble|bother) (?:you|somebody|someone) to|would you mind"
    rf"|(?:what|all) (?:i|we|they) (?:\S+ ){{1,8}}?(?:is|was) (?:that (?:you|we|i|somebody|someone)|to)(?: (?:should|must|can|have to|need to))?(?= (?:{VERBS})\b)"
    r"|(?:the|my|our) (?:plan|idea|wish|task|job|next step|first step) (?:is|was|would be) (?:that (?:you|we|i)|for you to|to)|is that first(?:ly| of all)?"
)
"""How a request may open that is put as a duty, a favour or a plan: “you must …”, “I would be grateful if you could …”, “what I want is that we …”."""
_LEAD = re.compile(
    rf"^(?:{_ASKED}|" + r"ok(?:ay)?|oops|ups|so|well|um+|uh+|hmm+|hi|hello|hey|yes|right|great|now|therefore|hence|thus|consequently|then|and|also|but|please|pls|plz|alright|good|cool|nice|thanks|thank you|perfect|sorry|excuse me|pardon(?: me)?|nah|nope|yeah|yep|yup|sure|first(?= of all)|first(?!,? (?:\d|rows?|lines?|class|sheet|step|one|column|few|model|run|of|option|half|quarter|and|or|name|sample|thing|times?|timers?|visit|visits|floor|language|year|order|born|contact|aid|@)\b)(?=,? \w)|of all|firstly|secondly|thirdly|next|finally|lastly|"
    r"first(?=,? (?:drop|remove|fill|impute|scale|encode|load|split|train|show|delete|predict|clean))|from (?:now|here) on|there(?! (?:is|are|was|were|has|have|had|isnt|arent|must|should|will)\b)|everyone(?=[,:!])|actually|maybe|can (?:you|we|i|u)|could (?:you|we|i|u)|would you(?! (?:do|recommend|suggest|advise))|will you|(?:i|we) (?:first (?:want|need|would like|wish)(?: to)?|(?:want|need|would like|wish) (?:to )?first(?: to)?) (?:know|understand|learn|hear)(?= (?:what|whats|which|how|why)\b)|i would like(?: you)? to|i would like you(?! to\b)|i want you(?! to\b)|i want(?: you)? to|i need(?: you)? to|we (?:want|need|would like|have) to|i (?:just )?(?:want|need) (?:you )?to|id like(?: you)? to|i think we should|we should|lets|let us|"
    r"(?:my|our|the|some|one of (?:my|our)) (?:[\w-]+ ){1,4}(?:asks?|asked|wonders?|wants? to know|wanted to know|would like to know|keeps? asking)(?: me| us)?(?= (?:what|which|how|why|who|where|whether|if)\b)|i would love to|i wanna|wanna|i'?m trying to|i am trying to|you should|i guess|do me a favou?r and|do one thing|it is (?:hereby |herewith |kindly |politely )?(?:requested|asked|required|desired)(?: of you)?(?: that (?:you|we)| to)|do the needful and|be so kind(?: as)? to|kindly|if possible|if you can|go ahead and|time to|next up|it would be (?:nice|great) (?:to|if you could)|would it be possible to|is it possible to|how about we|why dont we|why don't we|how do i(?! use)|how can i|help me(?! (?:with|on|about|for|please|out)\b)(?=.)|by the way|btw|to start(?: with)?|after that|afterwards|again|on (?:top of )?(?:that|this|it),?(?= (?:an?|train|fit|use|run|build|try)\b)|"
    r"just(?= (?:try|group|cluster|prepare|compare|clean|rename|treat|balance|sample|evaluate|drop|remove|delete|fill|impute|scale|encode|split|train|show|plot|predict|export|tune|run|fit|get rid)\b)|simply|quickly|honestly|oh|hey there|guys|assistant|computer|dear|yo|sir)[\s,:!.-]+",
    re.I,
)
_TAIL = re.compile(r"[\s,]+(?:please|(?:while|when|whilst) (?:you|we)(?: a|')?re at it|pls|plz|thanks(?: (?:a lot|so much|in advance))?|thank you|thx|for me|now|bro|bruh|dude|fam|my dear|my friend|darling|sweetheart|sir|madam|(?<!is )(?<!are )(?<!its )(?<!thats )(?<!looks )(?<!was )ok(?:ay)?|if you can|if possible|will you|would you|kindly|cheers|mate|dear|asap|right now|(?<!comes )(?<!is )(?<!are )(?<!day )(?<!month )(?<!days )(?<!containing )(?<!contains )(?<!contain )(?<!mention )(?<!mentioning )(?<!mentions )(?<!word )(?<!words )(?<!says )(?<!saying )(?<!with )(?<!= )(?<!only )first|as well|too|would be (?:nice|great|good)|first of all|can you|could you|right away|again please|if i may(?: ask)?|may i ask|if you dont mind|(?:im |i am )?just curious|out of curiosity|(?:im |i was |i am )?(?:just )?wondering|btw|by the way|at once|any ?more|any longer|from (?:now|here) on|will do|i guess|i think|i suppose|somehow|not sure|im not sure|for me please|lol|haha|hehe)$", re.I)
_REASON = re.compile(
    r",\s*(?:it|they|this|that|which) (?:only |just |all |also |always |never |really |would |will |can |doesnt |does not )*(?:leaks?|gives?|tells?|reveals?|knows?|contains?|comes?|holds?|makes?|hurts?|adds?|says?|means?|depends?|skews?|drags?|costs?)\b.{0,300}$|"
    r"(?:,\s*|\s+\(?)(?:because|since(?! (?:about |around |the |start |beginning |end |of |early |late |mid |last |\d{1,2} )*(?:\d{4}\b|\d{1,2}[./-]\d|\d{1,2}(?:st|nd|rd|th)\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d|$)|year|month|week|split\w*|scal\w+|encod\w+|imput\w+|train\w+|step|tun\w+|clean\w+))|(?<!by )(?<!per )(?<!the )(?<!of )(?<!each )(?<!every )(?<!for )(?<!and )(?<!or )cause(?= \w)|cuz|bc|as (?:it|they|that|this|there|i|we|its)\b(?! (?:is|are|was|were)$)|seeing (?:that|as)|given that|so that(?!.*\d)(?! (?:the )?(?:recall|precision|accuracy|f1|auc|mcc)\b)(?! (?:it|they|this|that) (?:uses?|takes?|has|have|is|are|only|does|keeps?|goes|becomes?)\b)|so (?:i|we|it|they)\b(?! (?:would like|want|need|wish|would love)\b)(?!.*, (?:and )?(?:call|name) it\b)(?! (?:uses?|takes?|has|have|is|are|only|does|doesnt|keeps?|goes|becomes?|gets?|stops?|ends?)\b)|in order to|for the reason|(?:thats|its|theyre|that is|it is|they are) (?:only|just|merely|simply|nothing but) (?:how|what|where|when|who|why|which|a|an|our|my|some|for)\b|(?:its|theyre|(?:it|they|that) (?:is|are|looks?|was|has|have)) ?(?:like |kinda |basically |literally |sort of |pretty much |just |only |all |mostly |nearly |almost |totally |completely |quite |very |super |really |way |highly |heavily |strongly |extremely |pretty |rather |so |too |not |no )*(?:useless|irrelevant|noise|empty|the same(?= *(?:$|for|in|every|everywhere|all|value|as|thing|,))|skewed|redundant|unnecessary|boring|needed|use|important|messy|broken|wrong|constant|zeros?|0|identical|garbage|junk|nonsense|blank|worthless|pointless)\b).{0,300}$",
    re.I,
)
_TOLD = re.compile(
    r",\s+(?:(?:i|we|they|nobody|no one|everybody|everyone|somebody|someone) (?!(?:(?:would|just|really|also|only|do|did|still) )*(?:want|wanted|need|like|mean|meant|intended|think|wish|love|prefer|said|say|suggest|guess|predict|dont|do not|cant|can|could|should|would|will|ll|am|must|have to|have no use)\b)|"
    r"(?:that|this|those|these) (?!(?:is|are|was|were|has|have|had|should|must|can|will|would|means|one|ones|two|column|columns|the|an?|my|our|your|it|they|we|i|you)\b)[a-z]+ (?!(?:should|must|can|could|may|shall|needs?|has to|have to|ought)\b)[a-z]+\b)(?:(?!\b(?:minutes?|seconds?|hours?|rows?|percent)\b)[^\d=<>:;,]){0,120}$|"
    r",\s+(?:the )?(?![^,]*(?:\d|\b(?:words|terms|features|rows|trees|bins|groups|folds|columns|components|trials|minutes?|seconds?|percent|enough|plenty)\b))[\w ]{1,40}? (?:says?|tells?|holds?|has|have|contains?|shows?|gives?|covers?|means?|is|are) (?:exactly |just |much |nearly |almost |us |me )*(?:the same|that|it|it all|as much|enough)(?: thing)?(?: already| anyway| too| as well| better)*$",
    re.I,
)
"""What is only told after a request: “…, we have the days already”, “…, that club closed in spring”."""
_PURPOSE = re.compile(r"(?:,\s*|\s+)(?:otherwise|or else)\b.{0,200}$|(?:,\s*|\s+)before (?:we|i|you|it|the model) (?:even |can |could |start to |go on to )?(?:models?|trains?|fits?|starts?|learns?|builds?|do|does|goe?s?|predicts?|training|modelling)(?: (?:anything|something|on|a model|any models?|the model|with it|further|it|at all|ahead|learning|training|modell?ing))*$", re.I)
"""What is only said of the aim: “…, otherwise it cheats”, “… before we train anything”."""
_REST_STAYS = re.compile(r",? (?:but|and|while)(?: please| just)? (?:dont|do not|never) (?:touch|change|remove|delete|drop|alter|lose) (?:any of )?(?:the (?:rest|others?|other \w+)|anything else|everything else|all else)(?: please)?$|(?:[,;.]|,? (?:but|and|while))(?: please| just)? (?:leave|leaving|keep|keeping) (?:all )?(?:of )?(?:the (?:rest|others?|other \w+)|everything else|all else)(?: of (?:it|them|the \w+))?(?: exactly| just)?(?: (?:as (?:it|they) (?:is|are|was|were)|as is|alone|unchanged|untouched|in(?: there| place)?|be|like (?:it is|that)|the way (?:it|they) (?:is|are)))?$|, (?:but |and |while )?(?:the |my |our )?[^\s,;]{1,40}(?: [^\s,;]{1,20}){0,2} (?:stays?|remains?)(?: (?:where|as) (?:it|they) (?:is|are)| in(?: there)?| put| untouched| unchanged| of course)*$", re.I)
"""What says only that nothing more shall happen: “…, but leave the rest as it is”."""
LEAD_IN = re.compile(r"^(?:(?:and|also|then|so|but|there|in there|i (?:want|need|would like)|id like|give me|show me|let me (?:see|have)|tell me|the|an?|some|my|to)\s+)+", re.I)
"""What may stand before the words that say what is wanted."""
_LISTED = re.compile(r"(?:(?<=^)|(?<=[\s;,]))(\d{1,2})[.)] +(?=[^\W\d])")


_FIRST_SECOND = re.compile(rf"(?:^|(?<=[;,.] )|(?<=\band ))(?:(?:first|second|third|fourth|fifth|sixth)(?:ly)?|step (?:one|two|three|four|five|six|\d)),?:? (?=(?:{VERBS})\b)", re.I)
_REST_FIRST = re.compile(r"(?:,|;|,? (?:and|but))\s+(?:with |in )?(?P<rest>(?:all )?the (?:rest|others?|remaining (?:ones|columns|gaps|holes))|everything else) (?:you |we |please |should (?:be )?|can (?:be )?|is |are |gets? |just )*(?P<verb>fill|impute|drop|remove|delete|scale|encode|keep|one-hot encode|clip|transform|standardi[sz]e|normali[sz]e)(?:e?d|led|ped)?\b", re.I)
"""“…, the rest fill with the mean”."""
_ABBREVIATED = re.compile(r",?\s*\b(?:i\.e\.|e\.g\.|ie:|eg:|aka)\s*,?", re.I)


_NAMELY = re.compile(rf"(?:^|(?<=[.;\n]))[^.;\n]{{3,120}}?[\s,(:-]+(?:i\.e\.|ie:|in other words|that is to say|in short|to put it simply|meaning)[\s,:]+(?={_GLUE}(?:{VERBS})\b)", re.I)
"""What is said again more exactly after it: “forget the old ones, i.e. drop the rows before 2010”."""
_RATHER = re.compile(r"(?:^|,? )(?:but )?not (?:with |to |in |at )?(\d[\d.]*%?)((?: [a-z]+)?),? (?:but |use |rather |take |make it |instead )(?:with )?(\d[\d.]*%?)(?![\d.]|\w)", re.I)
"""A number that takes the place of another: “not with 100 trees, use 400”."""
_OUT_OF = r"(?: (?:of|from) (?:here|there|it|this|that|(?:the|my|our|this) (?:data(?: ?set)?|table|file|model|features?|inputs?|picture|equation|analysis|frame|training|mix|whole thing)))?(?: (?:please|pls|then|now|again))*"
_APART = re.compile(rf"^((?:and |so |just |please )*(?:leave|take|throw|kick|filter|cut|chuck|toss|pull|get)) (?!(?:out|away|step|it|them|those|that|these|this|one|me|us)\b)((?:\S+ ){{0,7}}\S+) (out|away){_OUT_OF}$", re.I)
_OFF_THE_LIST = re.compile(r"^((?:and |so |just |please )*(?:take|kick|knock|strike|cross)) (?!off|it|them|those|that|these|this)((?:\S+ ){0,8}\S+) off (?:the|my|our) (?:list|table|board|books?|menu|sheet|roster|data)$", re.I)
"""“take the jobs paid by account off the board”"""
_APART_IT = re.compile(rf"^(?:and |so |just |please )*(?:leave|take|throw|kick|chuck|toss|pull|get) (?P<them>it|them|those|these|that|this|both|(?:both|all) of (?:them|those|these)|(?:that|this|those|these) (?:columns?|ones?|two|features?|fields?|variables?)) (?:out|away){_OUT_OF}$", re.I)
"""What is to go, between the two words of a verb: “leave the notes out of it”, “get them out of here”."""


_NOT_THIS = re.compile(rf"^((?:please )?(?:dont|do not|no need to|never) [^,;\n]{{3,60}})[,;] (?=(?:(?:just|only|simply) (?:an?|the) |(?:(?:just|only|simply|rather|instead|but) )?(?:please )?(?:{VERBS}|tell|say|look|weigh|weight)\b))", re.I)
"""What is not wanted, before what is: “dont scale anything, just a plain linear regression”."""


_NEVER_MIND = re.compile(r"^((?:please |oh |no )*(?:never ?mind|forget(?: about)?|enough of|scrap|skip) (?:the |that |an? )[^,;.\n]{3,40})[,;] (?=(?:just |rather |instead |better |only )*(?:an?|one|the|some)\b|(?:just|rather|instead|better|only) )", re.I)
"""What is not wanted any more, before what is: “never mind the histogram, a box plot will do”."""
_NOT_YET = re.compile(rf"^((?:please )?(?:dont|do not|no need to|never) [^,;\n]{{3,40}}? (?:yet|for now|at all|right now|anymore|any more)) (?=(?:just|only|first|simply|rather|please) (?:{VERBS}|tell|say|look)\b)", re.I)
"""What is not to be done yet, before what is: “dont train anything yet just show me which models would work”."""
_SHALL_BE = re.compile(r"\b(?:not|dont|wont)\b(?: [a-z]+){0,4} (\d[\d.]* ?[/:] ?\d[\d.]*(?: ?[/:] ?\d[\d.]*)?),? (?:but |and )?(?:it|that|this|we|i) (?:shall|should|must|ought to|has to|need to|needs to|want) (?:be |have )?(\d[\d.]* ?[/:] ?\d[\d.]*(?: ?[/:] ?\d[\d.]*)?)", re.I)
"""Shares that take the place of others: “I will not have it split 70/30, it shall be 80/20”."""
_RATHER_THAN = re.compile(rf"(?:^|(?<=[.;,\n] ))(?:instead of|rather than) [a-z]+ing\b[^,.;\n]{{0,40}}?,? (?=(?:please |just |better )*(?:{VERBS})\b)", re.I)
"""What is not to be done, before what is: “rather than filling the age, drop those rows”."""
_INSERTED = re.compile(r",\s+(?:as (?:i|we|you|they|he|she|my \w+|our \w+|always|usual|ever)\b|if (?:(?:that|it|this)(?:s| is| isnt| would be)|possible|at all|you (?:can|dont mind|like|please)|i may)|i (?:think|guess|suppose|believe)|by the way|to be honest|you know|of course|for instance|frankly|honestly)[^,.;:\d]{0,60},\s+", re.I)
"""What is put in between two commas and asks for nothing: “…, if that is at all possible, …”."""


def segments(text: str) -> list[str]:
    """Cuts the cleaned text into requests; quoted names are never cut."""
    return list(_segments(text))


@lru_cache(maxsize=64)
def _segments(text: str) -> tuple[str, ...]:
    shield, kept = shielded(_unnumbered(_reworded(text)))
    found = []
    for hard in _HARD.split(_COMMAND_EXPLAINED.sub(r"\1", _NOT_THIS.sub(r"\1\n", shield))):
        for soft in [part for order in as_orders((hard or "").strip()) for part in _SOFT.split(order)]:
            part = restored(trimmed(_without_unasked(_REST_STAYS.sub("", _PURPOSE.sub("", soft)))), kept)
            if any(letter.isalnum() or letter == "?" for letter in part):
                found.append(_together(part))
    found = [part for part in found if not _FILLER.fullmatch(part)] or found
    return tuple(part for place, part in enumerate(found) if place + 1 == len(found) or not _UNASKED_ALONE.fullmatch(part))


_FILLER = re.compile(r"(?:(?:and|now|so|then|but|ok|okay|also|well|please|right|good|again|just) ?)+", re.I)
"""What only leads over to the next request: “and now also scale it”."""
_UNASKED_ALONE = re.compile(rf"(?:(?:and|but|please) )*(?:no|without|skip)(?: (?:any|the|more))* (?:{'|'.join(noun for _, noun in STEP_NOUNS)})(?: (?:please|at all|yet|this time|here|for now))*", re.I)
"""What is not to be done, before what is: “no smote, just undersample”."""


_ONLY_THAT = re.compile(rf"^((?:please )?(?:{TAKE_OUT}|drop|remove|delete|discard|exclude|ditch) .{{1,60}}?),? (?:only|alone|and nothing else)$", re.I)
"""What is to go, and nothing besides: “remove temp_min only”."""


def _without_unasked(part: str) -> str:
    part = _ONLY_THAT.sub(r"\1", part)
    shorter = _UNASKED.sub("", _UNASKED_FIRST.sub("", part))
    return shorter if len(shorter.split()) > 1 else part


_LATER = re.compile(r"(?<=\bme) (?:after|afterwards|later|then)(?= (?:which|what|how|if|where|the)\b)", re.I)
_TO_GO = re.compile(rf"(?:[,;.]\s+(?:(?:and|then|plus|also|so|after that|afterwards|finally) )*|\s+and also )(?P<what>(?:the |my |our )?[^\s,;.]+(?: [^\s,;.]+){{0,5}}?) {MAY} (?:{GONE})(?= too\b| as well\b| please\b|$|[,;.])", re.I)
"""What is to go, said after another request: “…, also the id can be removed”."""


_AWAY_WITH = re.compile(r"(?:^|[,;.:]\s+|\band\s+)(?:so |then |and )?(?:out|away|off) with (?=\w)", re.I)
"""“…, out with them”."""
_SINCE_IT = re.compile(r"(?:^|[,;.]\s+|\s+and )(?:because|since|as) (?P<why>[^,;.:]{5,80}?) (?=(?:please |just )?(?:drop|remove|delete|discard|exclude|ditch|throw|get rid of|chuck|bin) (?:it|them|that|those)\b)", re.I)
_TARGET_TOLD = re.compile(r"(?<=\w),? (?:as|because|since|cause|for) (?P<told>(?:the |my |our )?[\w.-]+(?: [\w.-]+)? is (?:already |also |really )?(?:the |our |my |what is the )?(?:target|label|outcome|goal))\b", re.I)
"""“drop asking_price as price is the target”"""
_BECAUSE = re.compile(rf"(?:^|[,;.]\s+(?:(?:and|then|but|so),? )*|\s+and )(?:because|since|seeing that|given that) (?P<why>[^,;.:]{{5,120}}?)(?:,? (?:so |then )?(?=(?:we|you|i) (?:also |just |really )*(?:can|could|should|must|may|might|would like|want|need|have)\b)|, (?:so |then )?(?=(?:please |just |better )*(?:{VERBS})\b))", re.I)
"""A reason before what is wanted: “…, and since nobody reads the notes, drop them”."""
_ITSELF = re.compile(r" (?:itself|themselves)(?= (?:must|should|can|has|have|needs?|is|are|may|might)\b)", re.I)
_CALLED_SO = re.compile(r"(?:,| -)\s+(?P<name>[\w-]{2,20}(?: [\w-]{2,20}){0,2}?),? (?:(?:i|we) (?:think|believe|guess|suppose),? )?(?:it|that|this)(?:s| is) (?:called|named|known as)(?:,? (?:i think|i believe|i guess|or so|or something))?(?=$|[.,;!?])", re.I)
"""What a way is called, told after what it shall do: “fill them from similar rows, KNN I think it is called”."""
_BY_RULE = re.compile(r"(?<=\w)[;,.:] +(?:by |with |using |the )*(?P<rule>z[ -]?scores?|iqr|tukey|isolation forest)(?:,? (?:and )?(?:(?:with|at|by|a|the) )*(?:limit|threshold|cut ?off|factor|bound)(?: (?:of|is|=|at))? ?(?P<bound>\d[\d.]*\d|\d))?(?=[.! ]*$)", re.I)
"""The rule by which values are odd, told after what is to be done to them: “…; z-score, limit 3”."""
_NEEDED_OF_ALL = re.compile(r"(?P<rest>\b(?:drop|remove|delete|discard|exclude|ditch|throw (?:out|away)|get rid of|kick out|lose) (?:all )?(?:of )?(?:the (?:rest|others?)|everything else|all else|others)(?: (?:columns?|out|away))?)[,;.:]? (?:and |but |as |because |since )?(?:i|we) (?:(?:really|only|just|do|still) )*(?:need|want|use|care about) ", re.I)
"""What stays of all, told after the rest that goes: “drop the rest, we need the age”."""
_ON_WITH = re.compile(r"[,;]\s+(?:and )?on with (?=\w)", re.I)
_AND_ALSO = re.compile(r"^(?P<first>(?:the )?(?:years?|months?|days?|weekdays?|hours?|minutes?|quarters?|weeks?)),? (?:and also|and then|then also) (?=\w)", re.I)
"""“month and also weekday of the date”"""
_BARE_TRAIN = re.compile(r"\b(?P<first>split|prepare|clean up|clean|encode|scale|impute)(?P<it> it| the data| everything| all)?(?:,? and|,|,? then)(?: then)? train(?: something| a model| it)?(?=\s*(?:$|[.,;!]))", re.I)
_SO_GOOD = re.compile(r"\b(?:(?:be|are|would you be) so (?:good|kind|nice|friendly)(?: as)? (?:as )?to|be kind enough to)\b", re.I)
_ROWS_GO = re.compile(r"(?:^|(?<=[,;.] ))(?P<what>(?:the |all |any |every )*[^\s,;.]+(?: [^\s,;.]+){0,2} (?:above|below|over|under|beyond|past|less than|more than|greater than|older than|younger than|higher than|lower than|[<>]=?) -?\d[\d.]*%?)(?: (?:should|must|can|has to|have to))? (?:out|away|gone|off|go(?:es)?)(?= (?:too|please|also)\b|\s*$|[,;.!])", re.I)
"""“delay over 60 out”"""
_GO_TOO = re.compile(r"(?P<first>drop rows with [^\n;.]{3,80}?)(?: too)?,? (?:and )?(?P<other>(?:the |those |all )*[^\s,;.]+(?: [^\s,;.]+){0,2} (?:above|below|over|under|beyond|past|less than|more than|[<>]=?) -?\d[\d.]*%?) (?:too|as well|also|likewise)(?=$|[,;.])", re.I)
_THOSE_GO = re.compile(r"(?:^|(?<=[,;.] ))(?P<what>(?:the |all |any |every )*[a-z]+ (?:with|without|with no|lacking|missing) (?:an? |any |the )?[^\s,;.]+(?: [^\s,;.]+)?)(?: (?:should|must|can|has to|have to))? (?:out|away|gone|off|go(?:es)?)(?= (?:too|please|also)\b|\s*$|[,;.!])", re.I)
"""“visits without a bill out”"""
_UNDO_AND = re.compile(r"\b(?P<undo>undo(?: (?:that|it|this))?)[,;.:-]? +(?=(?:i|we) (?:really |actually |had )?(?:wanted|meant|intended)\b|(?:it |that )?should have (?:been|said)\b)", re.I)
"""“undo, I wanted the fare”"""
_CV = re.compile(r"(?:^|(?<=[,;.\n] ))cv(?= (?:the|my|our|an?|this|that|it|them)\b)", re.I)
_THEN_BY = re.compile(r"(?P<chart>\b(?:plot|box ?plots?|boxplots?|histogram|violin|draw|bar chart)\b[^,;.\n]{2,60}? (?:by|per) [^,;.\n]{2,40}?),? (?:and )?then by (?=\w)", re.I)
_ONLY_THEN = re.compile(r"^(?P<rows>(?!(?:keep|show|take|use|drop|remove|plot|train|scale|fill|encode|log|please|only|just|select|filter)\b)[^\s,;.\n]+(?: [^\s,;.\n]+){0,3} only) (?=(?:drop|remove|delete|fill|impute|scale|encode|one-?hot|train|fit|log|clip|bin|split|plot|count)\b \S)", re.I)
"""“foxes only drop notes”"""


SPARED = re.compile(r"\b(?:everything|all|anything|every \w+)\b[^.;:]{0,20}?\b(?:except(?: for)?|but|besides|other than|apart from)\b[^.;:]*$", re.I)
"""Words after which a list says what stays, and not what may go: “everything except age, fare and sex can go”."""


def _gone_after(match: re.Match[str]) -> str:
    first = _TO_GO.search(match.string)
    return match[0] if first and SPARED.search(match.string[: first.start()]) else match.expand(r"\n drop \g<what>")


_REWORDED = Changes(((_ONLY_THEN, r"\g<rows>\n "), (_CV, "cross-validate"), (_THEN_BY, r"\g<chart>\n by "), (_UNDO_AND, r"\g<undo>\n "), (_ROWS_GO, r"drop rows with \g<what>"), (_GO_TOO, r"\g<first>\n drop rows with \g<other>"), (_THOSE_GO, r"drop \g<what>"), (_TARGET_TOLD, r"\n \g<told>"), (_SINCE_IT, r"\n because \g<why>\n "), (_BARE_TRAIN, r"\g<first>\g<it>\n train a model"), (_SO_GOOD, "please"), (_AND_ALSO, r"\g<first> and "), (_ON_WITH, "\n use "), (_NEEDED_OF_ALL, r"\g<rest>, keep "), (_BY_RULE, r" by \g<rule> \g<bound>"), (_ITSELF, ""), (_NEVER_MIND, "\\1\n "), (_NOT_YET, "\\1\n "), (_SHALL_BE, r" split \2"), (_CALLED_SO, r" with \g<name>"), (_BECAUSE, r"\n because \g<why> \n "), (_AWAY_WITH, "\n drop "), (_LATER, ""), (_RATHER_THAN, ""), (_RATHER, r" with \3\2"), (_INSERTED, " "), (_NAMELY, ""), (_REST_FIRST, r"\n \g<verb> \g<rest>"), (_ABBREVIATED, " "), (_TO_GO, _gone_after), (_SEMICOLON, " semicolon")))
"""What is written otherwise before the text is cut, in this order."""


def _reworded(text: str) -> str:
    return _REWORDED.made(in_sequence(plainly(planned(text))))


def _together(part: str) -> str:
    """Puts the verb first, and its two words beside each other: “take the notes out” is “take out the notes”."""
    if not opens_with_verb(part):
        wishes = as_orders(part)
        part = wishes[0] if len(wishes) == 1 and wishes[0] != part else as_order(part)
    pointed = _APART_IT.match(part)
    if pointed:
        return f"drop {pointed['them']}"
    part = _OFF_THE_LIST.sub(r"drop \2", part)
    return re.sub(r"^((?:and |so |just |please )*)get out ", r"\1take out ", _APART.sub(r"\1 \3 \2", part), flags=re.I)


def _unnumbered(text: str) -> str:
    """Makes lines of a list that is numbered 1. 2. 3., or first, second, third, in running text."""
    if len(_FIRST_SECOND.findall(text)) > 1:
        return _FIRST_SECOND.sub("\n", text)
    numbers = [int(match[1]) for match in _LISTED.finditer(text)]
    return _LISTED.sub("\n", text) if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else text


_UNASKED = re.compile(rf"(?<!with and)(?<!with or)(?:[,;]? (?:but |and )?without|[,;] (?:but |and )?no| (?:but|and) no) (?:any |the |an? |further |more |extra )*(?:{'|'.join(noun for _, noun in STEP_NOUNS)})(?: (?:at all|please|yet|this time|for now|of any kind))*(?=$| and\b| then\b|[,;])", re.I)
"""What is not to be done beside what is: “train a forest without tuning”."""


_UNASKED_FIRST = re.compile(rf"^(?:(?:no|without|skip(?: the)?)(?: any)? (?:{'|'.join(noun for _, noun in STEP_NOUNS)})(?: (?:please|at all|yet|this time))?(?:, (?:and |but |or )?| and | or | but |(?<=ing) (?=(?:please |just )?(?:{VERBS})\b)))+(?:(?:simply|just|only) )*", re.I)


@lru_cache(maxsize=1024)
def trimmed(text: str) -> str:
    """Takes politeness and filler off both ends."""
    text = text.strip().rstrip("?!.,;: ").strip() or text.strip()
    for pattern in (_LEAD, _TAIL):
        for _ in range(6):
            shorter = pattern.sub("", text, count=1).strip()
            if shorter == text or not shorter or shorter.lower() in ("what", "and", "so"):
                break
            text = shorter.rstrip("?!.,;: ")
    return _TO.sub("", text)


_COMMAND = re.compile(r"(?:cancel|stop|abort|halt|quit|interrupt|undo|redo|kill)(?: (?:it|that|this|everything|all|please|now|already|pls))*", re.I)
"""A request of one word, such as “stop”, which may have its reason after it."""
_COMMAND_EXPLAINED = re.compile(rf"^((?:[a-z]+,? )?{_COMMAND.pattern})[,;:!-]+ (?:because |since |cause |as )?(?:its?|that|thats|this|i|im|ive|we|there|too|takes?|taking|far|way|was|not|dont)\b(?![^.;\n]*\b(?:instead|rather|should (?:be|have)|want(?:ed)?|need(?:ed)?|meant?|use|take)\b)[^,.;\n]{{1,80}}(?=$|[,.;!\n])", re.I)
_TO = re.compile(rf"^to (?=(?:{VERBS})\b)", re.I)


def without_reason(text: str) -> str:
    """Takes off why somebody wants it: “drop cabin because it is mostly empty”."""
    shorter = _TOLD.sub("", _REASON.sub("", text)).strip()
    if _STATES_WHERE.search(shorter) or _ORDERS_ON.search(text[len(shorter) :]):
        return text
    if shorter == text or not (len(shorter.split()) >= 2 or _COMMAND.fullmatch(shorter)):
        return text
    return _together(shorter)


_STATES_WHERE = re.compile(r"\b(?:where|wherever|when|whenever|if|which|that|who|as|because)$", re.I)
"""What the words after it belong to: “put 0 where it is blank” tells no reason."""
_ORDERS_ON = re.compile(rf"(?:&|;|\+|,? and then|, then|,? after that) (?:please |also |just )*(?:{VERBS})\b", re.I)
"""A further request after a reason, which goes on with the message."""


_STARTS = re.compile(rf"(?:{VERBS})\b", re.I)
_OPENS = re.compile(rf"(?!{_SUBJECT}){_STARTS.pattern}", re.I)


def opens_with_verb(text: str) -> bool:
    """Says whether a part opens with a verb of the trade, be it as soft as “put” or “show”."""
    return _OPENS.match(text) is not None


def starts_with_verb(text: str) -> bool:
    """Says whether a part opens as a request does."""
    return _STARTS.match(text) is not None and SOFT_VERBS.match(text) is None
