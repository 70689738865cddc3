"""Cuts a message into the requests that it holds, in the order said."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.parts.plan import planned
from assistant.router.parts.reworded import REWORDED
from assistant.router.parts.sequence import in_sequence
from assistant.router.parts.shielded import restored, shielded
from assistant.router.parts.verbs import GLUE, SOFT_VERBS, TAKE_OUT, VERBS
from assistant.router.tool.triggers.wordlists import NAMED_IT, STEP_NOUNS
from assistant.router.wording.loosely_put import plainly
from assistant.router.wording.passive import as_order, as_orders

_NOUNS = (
    r"(?:branch|copy|fork) (?:to predict|as (?:an? |the )?(?:inputs?|features?|predictors?))\b|"
    r"(?:the )?(?:target|count|test|train|split|sample|name|list|start|group|set|search|mark|rank|score|pick|call|run|use|cap|clip|show|class|log|bin|drop|load|"
    r"save|reset|stop|find|change|check|profile|plot|cluster)(?: columns?)?\s*(?:$|to predict\b|as (?:an? |the )?(?:inputs?|features?|predictors?)\b|,|and\b|or\b|"
    r"in the\b|with\b)|(?:count|target|group|rank|score|mark|rate|drop|split|sample|class|name|total) (?:divided|times|multiplied|plus|minus|over|per|/|\*|\+|"
    r"on (?:the )?(?:[xy]|vertical|horizontal))(?=\s|$)|"
    r"(?:score|rank|count|class|mark|rate|balance|test|sample|group|cap|load|target|name|split|run|open|set|clip) (?:is |are )?(?:above|below|over|under|"
    r"at (?:least|most)|(?:more|less|greater|higher|lower|fewer|larger|smaller) than|between|[<>=])(?![^\s\d])|"
    r"(?:score|rank|count|class|mark|rate|balance) (?:is |of |= ?)?-?\d[\d.]*(?![^\s,])(?! (?:rows|models|features))"
)
"""Verbs that are columns as well where nothing follows them: “drop model and target”."""
_SUBJECT = r"(?!what|which|how|who|whats)\w+ (?:is|are|was|were|has|have|had|isnt|arent|tells?|says|contains?|looks?|seems?)\b"
"""A verb that is a column as well where a statement is made of it: “name is useless”."""
_HARD = re.compile(
    r"[\n;]+|(?=\s+(?:please\s+|pls\s+)?(?:also|additionally|besides|"
    r"on top)\b)(?<=\w)(?<!\bcan)(?<!\bcould)(?<!\bwould)(?<!\bshould)(?<!\bmust)(?<!\bwill)(?<!\bmay)(?<!\bwe)(?<!\byou)(?<!\bi)(?<!\bto)(?<!\band)(?<!\bbut)(?<!\bor)(?<!\bthen)(?<!\bplease)(?<!\bpls)(?<!\bjust)(?<!\bok)(?<!\bso)(?<!\bnot)(?<!\blets)(?<!\bis)(?<!\bare)(?<!\bthat)\s+(?:please\s+|"
    r"pls\s+)?(?:also|additionally|besides that|on top of that)(?: please|"
    r" pls)?,?\s+(?=(?:drop|remove|delete|discard|exclude|ditch|get rid|throw|fill|impute|encode|one[- ]?hot|scale|standardi[sz]e|normali[sz]e|log|clip|cap|bin|"
    r"train|fit|tune|predict|rename|split|show|plot|draw|compare|export|convert|balance|make|add|create|describe|count|explain)\b)|"
    r"(?:,|,? and)\s+(?=(?:the )?same (?:goes|holds|applies|is true) (?:for|to|with|of)\b)|"
    r"(?:[,;]|,? and| plus)\s+(?:then |also )?(?=(?:do )?(?:the )?same (?:thing |again |chart |plot )?(?:for|with|on) )|"
    r"(?<=\w):\s+(?=(?:in|for) (?:the |column )*[\"'`\x00\w. -]{1,40}? ?,? (?:change|replace|turn|swap|map|recode|merge|write|make|set|put|rename)\b)|"
    r",\s+so\s+(?!(?:that|it|its|they|theyre|i|im|ive|id|we|weve|you|he|she|there|theres|this|thats|far|much|many|long|as|what|to|is|are|do|does|can|could|would|"
    r"will|should)\b|(?:\S+ ){1,3}?(?:is|are|was|were|has|have|should|must|can|=) )|,\s+so\s+(?=(?:would|could|can|will) you\b)|"
    r",\s+(?=cut (?:them|those|these|it) (?:off|out|away)\b)|"
    r"(?:,|,? and)\s+(?=(?:the |my |our )?[\w-]+(?: [\w-]+){0,2} (?:must|should|shall|has to|have to|needs? to|ought to) (?:also )?be (?:an? |the )?(?:numeric|"
    r"numbers?|texts?|dates?|categor\w+|boolean|logged|log[ -]|scaled|standardi[sz]ed|normali[sz]ed|(?:one[- ]hot[- ]|ordinal |target )?encoded|imputed|filled|"
    r"binned|clipped|capped|transformed|renamed|treated|converted|turned|vectori[sz]ed|target)\b)|"
    r",?\s+and (?:then )?(?:in (?:that|this|it|there)(?: (?:one|copy|branch|experiment|version))?|there),?\s+(?=(?:" + VERBS +
    r")\b)|,?\s+and (?:of|for|among|from|in|with) (?:those|these|them),?\s+(?=(?:i|we|you|show|give|tell|what|how|the|compute|count|plot|draw)\b)|"
    r"(?:,|,? and)\s+(?:also )?(?=(?:where|wherever|whenever) [^,;]{2,50}? (?:is|are|was|were) (?:missing|blank|empty|unknown|"
    r"not [a-z]+)(?: [a-z]+)? ?,? (?:just |please |then )*(?:use|put|write|fill|take|set|make|assume|enter|insert|go with)\b)|"
    r",\s+(?=(?:and )?(?:thats|that is) the )|(?<=[\w\"'`)%\x00])[.!?]+(?=\s|$)|"
    r",?\s+(?:and )?(?:only then|just then|then(?! by\b)|afterwards|after (?:that|this|it|wards)(?! is\b| has\b)|and finally|next|finally|lastly|and also|"
    r"followed by|before that|thereafter|thereupon|hereafter|hereupon|subsequently|"
    r"(?:right|straight|directly|immediately|soon) (?:after(?:wards?)?|thereafter)(?! (?:the|a|an|each|every)\b)|after which|whereupon|following (?:that|this|it)|"
    r"last but not least|to (?:finish|round|top) (?:it |this |that |things |all )*(?:off|up)|"
    r"(?:once|when|as soon as|while) (?:that|this|it|thats|its|youre|you are|all that|you have|youve)(?: is| are|s)?(?: all)? (?:done|finished|ready|through|"
    r"in place|settled|out of the way|over(?: and done with| with)?|behind (?:us|me)|sorted(?: out)?|complete|taken care of|at it|"
    r"doing (?:that|so|it))(?: (?:with )?(?:that|it|this))?)[,:]?\s+|"
    r"(?:[,;]|,? and)\s+(?:at last|in the end|at the end|to (?:finish|end|close)(?: with)?|"
    r"(?:in|as) (?:a|the) (?:second|third|fourth|next|last|final|further) (?:step|thing))[,:]?\s+|"
    r"(?<!\byou)(?<!\bi)(?<!\bwe)(?<!\bit)(?<!\bthey)(?<!\bcan)(?<!could)(?<!should)(?<!would)(?<!will)(?<!must)(?<!\bto)(?<!\band)(?<!\bbut)(?<!\bthen)(?<!\bso)(?<![,;:])\s+(?:please )?also (?:please )?(?=(?:drop|"
    r"remove|delete|fill|impute|scale|encode|plot|train|rename|predict|split|clip|export|tune|compare)\b)|[,;]\s+(?:and )?from there[,:]?\s+|"
    r"(?:[,;]\s+(?:and )?|\s+and )(?:secondly|thirdly|fourthly)[,:]?\s+(?:that )?|,?\s+and after,?\s+(?:you |we |please |just )*(?=(?:" + VERBS + r")\b)", re.I)
_SOFT = re.compile(
    rf"(?:\s*,\s*(?:and\s+|but\s+|so\s+)?|(?<!\bif)\s+(?:and|n|plus|but|&|\+|so)\s+|(?<!step \d)(?<!step \d\d)\s*:\s+|"
    rf"\s+-\s+)(?!(?:call|name) (?:{NAMED_IT}) (?!(?:whole )?(?:experiment|project|session)\b))(?!which (?:is|equals|means) [^,]{{1,40}} (?:divided by|times|plus|"
    rf"minus|over|per|/|\*|\+|-) )(?!run \d)(?!(?:test|train\w*) (?:(?:set|size|part|with|on|gets|=|:) )*\.?\d[\d.]* ?(?:%|percent)?(?:$|,|"
    rf" and\b))(?!test (?:it )?on (?:the )?(?:last|newest|latest|new|newer|later|most recent|recent|rest|others?|remaining)\b)(?!test (?:at|together|"
    rf"simultaneously|both|alike)\b)(?!z.?scores? (?:above|over|of|>|\d|threshold))(?!(?:keep|leave|spare|skip) (?!(?:\S+ ){{0,4}}(?:out|only|alone)\b|only\b|"
    rf"just\b|rows\b|the rows\b|those\b|all\b|the (?:best|top)\b))(?!{_NOUNS})(?!{_SUBJECT})(?={GLUE}(?:{VERBS})\b(?!-(?!encod|hot|imput|scal|transform|up\b|"
    rf"out\b|in\b|off\b)\w))",
    re.I,
)
_ASKED = (
    rf"(?:you|we|i|someone|somebody|anyone|anybody) (?:must|should|shall|ought to|(?:have|has|needs?) to|"
    rf"(?<!we )(?<!i )(?:can|could|may|might))(?: (?:also|now|then|please|first|just|kindly|possibly|at least))*(?= (?!see\b|tell\b|look\b|find\b|do without\b|"
    rf"do better\b|only\b|get\b|which\b|what\b|how\b)(?:{VERBS})\b)"
    rf"|you(?= (?!set\b|put\b|split\b|see\b|get\b|tell\b|do\b|only\b|find\b|which\b|what\b|how\b|call\b|name\b)(?:{VERBS})\b)"
    r"|(?:i|we|it) (?:would|will|ll) (?:also )?(?:be |make (?:me|us) |help |appreciate it |love it )(?:ever so |so |very |really |most |more than |quite |"
    r"extremely )*(?:grateful |glad |happy |pleased |thankful |obliged |delighted |nice |great |kind |good |helpful |lovely |wonderful )?if (?:you|we|somebody|"
    r"someone) (?:could|would|can|might)?"
    r"|(?:may|might|can|could) i (?:please )?(?:ask|trouble|bother) (?:you|somebody|someone) to|would you mind"
    rf"|(?:what|all) (?:i|we|they) (?:\S+ ){{1,8}}?(?:is|was) (?:that (?:you|we|i|somebody|someone)|to)(?: (?:should|must|can|have to|need to))?(?= (?:{VERBS})\b)"
    r"|(?:the|my|our) (?:plan|idea|wish|task|job|next step|first step) (?:is|was|would be) (?:that (?:you|we|i)|for you to|to)|is that first(?:ly| of all)?"
)
"""How a request may open that is put as a duty, a favour or a plan: “you must …”, “I would be grateful if you could …”, “what I want is that we …”."""
_LEAD = re.compile(
    rf"^(?:{_ASKED}|" +
        r"ok(?:ay)?|oops|ups|so|well|um+|uh+|hmm+|hi|hello|hey|yes|right|great|now|therefore|hence|thus|consequently|then|and|also|but|please|pls|plz|alright|"
        r"good|cool|nice|thanks|thank you|perfect|sorry|excuse me|pardon(?: me)?|nah|nope|yeah|yep|yup|sure|first(?= of all)|"
        r"first(?!,? (?:\d|rows?|lines?|class|sheet|step|one|column|few|model|run|of|option|half|quarter|and|or|name|sample|thing|times?|timers?|visit|visits|"
        r"floor|language|year|order|born|contact|aid|@)\b)(?=,? \w)|of all|firstly|secondly|thirdly|next|finally|lastly|"
    r"first(?=,? (?:drop|remove|fill|impute|scale|encode|load|split|train|show|delete|predict|clean))|from (?:now|here) on|"
    r"there(?! (?:is|are|was|were|has|have|had|isnt|arent|must|should|will)\b)|everyone(?=[,:!])|actually|maybe|can (?:you|we|i|u)|could (?:you|we|i|u)|"
    r"would you(?! (?:do|recommend|suggest|advise))|will you|"
    r"(?:i|we) (?:first (?:want|need|would like|wish)(?: to)?|(?:want|need|would like|wish) (?:to )?first(?: to)?) (?:know|understand|learn|"
    r"hear)(?= (?:what|whats|which|how|why)\b)|i would like(?: you)? to|i would like you(?! to\b)|i want you(?! to\b)|i want(?: you)? to|i need(?: you)? to|"
    r"we (?:want|need|would like|have) to|i (?:just )?(?:want|need) (?:you )?to|id like(?: you)? to|i think we should|we should|lets|let us|"
    r"(?:my|our|the|some|one of (?:my|our)) (?:[\w-]+ ){1,4}(?:asks?|asked|wonders?|wants? to know|wanted to know|would like to know|keeps? asking)(?: me|"
    r" us)?(?= (?:what|which|how|why|who|where|whether|if)\b)|i would love to|i wanna|wanna|i'?m trying to|i am trying to|you should|i guess|do me a favou?r and|"
    r"do one thing|it is (?:hereby |herewith |kindly |politely )?(?:requested|asked|required|desired)(?: of you)?(?: that (?:you|we)| to)|do the needful and|"
    r"be so kind(?: as)? to|kindly|if possible|if you can|go ahead and|time to|next up|it would be (?:nice|great) (?:to|if you could)|would it be possible to|"
    r"is it possible to|how about we|why dont we|why don't we|how do i(?! use)|how can i|help me(?! (?:with|on|about|for|please|out)\b)(?=.)|by the way|btw|"
    r"to start(?: with)?|after that|afterwards|again|on (?:top of )?(?:that|this|it),?(?= (?:an?|train|fit|use|run|build|try)\b)|"
    r"just(?= (?:try|group|cluster|prepare|compare|clean|rename|treat|balance|sample|evaluate|drop|remove|delete|fill|impute|scale|encode|split|train|show|plot|predict|export|tune|run|fit|get rid)\b)|simply|quickly|honestly|oh|hey there|guys|assistant|computer|dear|yo|sir)[\s,:!.-]+",
    re.I,
)
_TAIL = re.compile(
    r"[\s,]+(?:please|(?:while|when|whilst) (?:you|we)(?: a|')?re at it|pls|plz|thanks(?: (?:a lot|so much|in advance))?|thank you|thx|for me|now|bro|bruh|dude|"
    r"fam|my dear|my friend|darling|sweetheart|sir|madam|(?<!is )(?<!are )(?<!its )(?<!thats )(?<!looks )(?<!was )ok(?:ay)?|if you can|if possible|will you|"
    r"would you|kindly|cheers|mate|dear|asap|right now|"
    r"(?<!comes )(?<!is )(?<!are )(?<!day )(?<!month )(?<!days )(?<!containing )(?<!contains )(?<!contain )(?<!mention )(?<!mentioning )(?<!mentions )(?<!word )(?<!words )(?<!says )(?<!saying )(?<!with )(?<!= )(?<!only )first|"
    r"as well|too|would be (?:nice|great|good)|first of all|can you|could you|right away|again please|if i may(?: ask)?|may i ask|if you dont mind|"
    r"(?:im |i am )?just curious|out of curiosity|(?:im |i was |i am )?(?:just )?wondering|btw|by the way|at once|any ?more|any longer|from (?:now|here) on|"
    r"will do|i guess|i think|i suppose|somehow|not sure|im not sure|for me please|lol|haha|hehe)$",
    re.I,
)
_REASON = re.compile(
    r",\s*(?:it|they|this|that|which) (?:only |just |all |also |always |never |really |would |will |can |doesnt |does not )*(?:leaks?|gives?|tells?|reveals?|knows?|contains?|comes?|holds?|makes?|hurts?|adds?|says?|means?|depends?|skews?|drags?|costs?)\b.{0,300}$|"
    r"(?:,\s*|\s+\(?)(?:because|since(?! (?:about |around |the |start |beginning |end |of |early |late |mid |last |\d{1,2} )*(?:\d{4}\b|\d{1,2}[./-]\d|"
    r"\d{1,2}(?:st|nd|rd|th)\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d|$)|year|month|week|split\w*|scal\w+|encod\w+|imput\w+|"
    r"train\w+|step|tun\w+|clean\w+))|(?<!by )(?<!per )(?<!the )(?<!of )(?<!each )(?<!every )(?<!for )(?<!and )(?<!or )cause(?= \w)|cuz|bc|"
    r"as (?:it|they|that|this|there|i|we|its)\b(?! (?:is|are|was|were)$)|seeing (?:that|as)|given that|"
    r"so that(?!.*\d)(?! (?:the )?(?:recall|precision|accuracy|f1|auc|mcc)\b)(?! (?:it|they|this|that) (?:uses?|takes?|has|have|is|are|only|does|keeps?|goes|"
    r"becomes?)\b)|so (?:i|we|it|they)\b(?! (?:would like|want|need|wish|would love)\b)(?!.*, (?:and )?(?:call|name) it\b)(?! (?:uses?|takes?|has|have|is|are|"
    r"only|does|doesnt|keeps?|goes|becomes?|gets?|stops?|ends?)\b)|in order to|for the reason|"
    r"(?:thats|its|theyre|that is|it is|they are) (?:only|just|merely|simply|nothing but) (?:how|what|where|when|who|why|which|a|an|our|my|some|for)\b|"
    r"(?:its|theyre|(?:it|they|that) (?:is|are|looks?|was|has|have)) ?(?:like |kinda |basically |literally |sort of |pretty much |just |only |all |mostly |"
    r"nearly |almost |totally |completely |quite |very |super |really |way |highly |heavily |strongly |extremely |pretty |rather |so |too |not |no )*(?:useless|"
    r"irrelevant|noise|empty|the same(?= *(?:$|for|in|every|everywhere|all|value|as|thing|,))|skewed|redundant|unnecessary|boring|needed|use|important|messy|"
    r"broken|wrong|constant|zeros?|0|identical|garbage|junk|nonsense|blank|worthless|pointless)\b).{0,300}$",
    re.I,
)
_TOLD = re.compile(
    r",\s+(?:(?:i|we|they|nobody|no one|everybody|everyone|somebody|"
    r"someone) (?!(?:(?:would|just|really|also|only|do|did|still) )*(?:want|wanted|need|like|mean|meant|intended|think|wish|love|prefer|said|say|suggest|guess|"
    r"predict|dont|do not|cant|can|could|should|would|will|ll|am|must|have to|have no use)\b)|"
    r"(?:that|this|those|these) (?!(?:is|are|was|were|has|have|had|should|must|can|will|would|means|one|ones|two|column|columns|the|an?|my|our|your|it|they|we|i|"
    r"you)\b)[a-z]+ (?!(?:should|must|can|could|may|shall|needs?|has to|have to|ought)\b)[a-z]+\b)(?:(?!\b(?:minutes?|seconds?|hours?|rows?|"
    r"percent)\b)[^\d=<>:;,]){0,120}$|"
    r",\s+(?:the )?(?![^,]*(?:\d|\b(?:words|terms|features|rows|trees|bins|groups|folds|columns|components|trials|minutes?|seconds?|percent|enough|"
    r"plenty)\b))[\w ]{1,40}? (?:says?|tells?|holds?|has|have|contains?|shows?|gives?|covers?|means?|is|are) (?:exactly |just |much |nearly |almost |us |"
    r"me )*(?:the same|that|it|it all|as much|enough)(?: thing)?(?: already| anyway| too| as well| better)*$",
    re.I,
)
"""What is only told after a request: “…, we have the days already”, “…, that club closed in spring”."""
_PURPOSE = re.compile(
    r"(?:,\s*|\s+)(?:otherwise|or else)\b.{0,200}$|(?:,\s*|\s+)before (?:we|i|you|it|the model) (?:even |can |could |start to |go on to )?(?:models?|trains?|"
    r"fits?|starts?|learns?|builds?|do|does|goe?s?|predicts?|training|"
    r"modelling)(?: (?:anything|something|on|a model|any models?|the model|with it|further|it|at all|ahead|learning|training|modell?ing))*$",
    re.I,
)
"""What is only said of the aim: “…, otherwise it cheats”, “… before we train anything”."""
_REST_STAYS = re.compile(
    r",? (?:but|and|while)(?: please| just)? (?:dont|do not|never) (?:touch|change|remove|delete|drop|alter|lose) (?:any of )?(?:the (?:rest|others?|other \w+)|"
    r"anything else|everything else|all else)(?: please)?$|"
    r"(?:[,;.]|,? (?:but|and|while))(?: please| just)? (?:leave|leaving|keep|keeping) (?:all )?(?:of )?(?:the (?:rest|others?|other \w+)|everything else|"
    r"all else)(?: of (?:it|them|the \w+))?(?: exactly|"
    r" just)?(?: (?:as (?:it|they) (?:is|are|was|were)|as is|alone|unchanged|untouched|in(?: there| place)?|be|like (?:it is|that)|"
    r"the way (?:it|they) (?:is|are)))?$|, (?:but |and |while )?(?:the |my |our )?[^\s,;]{1,40}(?: [^\s,;]{1,20}){0,2} (?:stays?|"
    r"remains?)(?: (?:where|as) (?:it|they) (?:is|are)| in(?: there)?| put| untouched| unchanged| of course)*$",
    re.I,
)
"""What says only that nothing more shall happen: “…, but leave the rest as it is”."""
LEAD_IN = re.compile(r"^(?:(?:and|also|then|so|but|there|in there|i (?:want|need|would like)|id like|give me|show me|let me (?:see|have)|tell me|the|an?|some|my|to)\s+)+", re.I)
"""What may stand before the words that say what is wanted."""
_LISTED = re.compile(r"(?:(?<=^)|(?<=[\s;,]))(\d{1,2})[.)] +(?=[^\W\d])")


_FIRST_SECOND = re.compile(rf"(?:^|(?<=[;,.] )|(?<=\band ))(?:(?:first|second|third|fourth|fifth|sixth)(?:ly)?|step (?:one|two|three|four|five|six|\d)),?:? (?=(?:{VERBS})\b)", re.I)


_OUT_OF = r"(?: (?:of|from) (?:here|there|it|this|that|(?:the|my|our|this) (?:data(?: ?set)?|table|file|model|features?|inputs?|picture|equation|analysis|frame|training|mix|whole thing)))?(?: (?:please|pls|then|now|again))*"
_APART = re.compile(rf"^((?:and |so |just |please )*(?:leave|take|throw|kick|filter|cut|chuck|toss|pull|get)) (?!(?:out|away|step|it|them|those|that|these|this|one|me|us)\b)((?:\S+ ){{0,7}}\S+) (out|away){_OUT_OF}$", re.I)
_OFF_THE_LIST = re.compile(r"^((?:and |so |just |please )*(?:take|kick|knock|strike|cross)) (?!off|it|them|those|that|these|this)((?:\S+ ){0,8}\S+) off (?:the|my|our) (?:list|table|board|books?|menu|sheet|roster|data)$", re.I)
"""“take the jobs paid by account off the board”"""
_APART_IT = re.compile(rf"^(?:and |so |just |please )*(?:leave|take|throw|kick|chuck|toss|pull|get) (?P<them>it|them|those|these|that|this|both|(?:both|all) of (?:them|those|these)|(?:that|this|those|these) (?:columns?|ones?|two|features?|fields?|variables?)) (?:out|away){_OUT_OF}$", re.I)
"""What is to go, between the two words of a verb: “leave the notes out of it”, “get them out of here”."""


_NOT_THIS = re.compile(rf"^((?:please )?(?:dont|do not|no need to|never) [^,;\n]{{3,60}})[,;] (?=(?:(?:just|only|simply) (?:an?|the) |(?:(?:just|only|simply|rather|instead|but) )?(?:please )?(?:{VERBS}|tell|say|look|weigh|weight)\b))", re.I)
"""What is not wanted, before what is: “dont scale anything, just a plain linear regression”."""


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


def _reworded(text: str) -> str:
    return REWORDED.made(in_sequence(plainly(planned(text))))


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
_COMMAND_EXPLAINED = re.compile(
    rf"^((?:[a-z]+,? )?{_COMMAND.pattern})[,;:!-]+ (?:because |since |cause |as )?(?:its?|that|thats|this|i|im|ive|we|there|too|takes?|taking|far|way|was|not|"
    rf"dont)\b(?![^.;\n]*\b(?:instead|rather|should (?:be|have)|want(?:ed)?|need(?:ed)?|meant?|use|take)\b)[^,.;\n]{{1,80}}(?=$|[,.;!\n])",
    re.I,
)
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
