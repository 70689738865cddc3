"""Recognises what is no request: chatter, hostile text, and what this product does not do."""

from __future__ import annotations

import re

_CHATTER = re.compile(
    r"^(?:thanks?(?: you)?|thx|ty|cheers|hi|hello|hey|good (?:morning|evening|afternoon|day|night)|bye|goodbye|cool|nice|great|wow|lol|haha|ok(?:ay)?|how are you|tell me a joke|who (?:are|made) you|"
    r"perfect|awesome|well done|good job|love it|(?:youre|you are) (?!able|supposed|done|finished|ready|going|welcome to|allowed|to )[a-z]+|"
    r"i (?:really |just )?(?:love|like|hate|enjoy|adore) (?:you|it|this|that|working|using)|see you|never ?mind|thats all|"
    r"nothing(?! (?:but|before|after|over|under|above|below|from|in|older|younger|with)\b)|oops|ouch|sorry|hmm|yikes)\b",
    re.I,
)
_HOSTILE = re.compile(
    r"</?[a-z][^>]{0,200}>|\b(?:select .{1,80} from|drop table|delete from \w+ ?(?:;|where\b|$)|insert into|union select|import os|__import__|os\.system|subprocess|eval\(|exec\(|rm -rf|sudo |"
    r"(?:ignore|forget) (?:all |your |the |any |previous |prior |these |my )+(?:instructions?|rules|prompts?|guidelines)|system prompt|jailbreak|pretend (?:to be|you)|you are now|disregard (?:all|your|the|previous)|"
    r"(?:print|reveal|show|tell|give|send|hand|leak)(?: (?:me|us|over|out))* (?:your|the) (?:own |secret |hidden |private |admin )*(?:instructions|prompt|"
    r"api[ _-]?keys?|password|secret|credentials|environment|access token|private key)|\byour (?:source code|api[ _-]?keys?|passwords?|secrets|credentials)\b|"
    r"cat /etc|/etc/passwd|\.\./\.\.|javascript:|onerror=)",
    re.I,
)
_ELSEWHERE = re.compile(
    r"^(?:call|phone|ring|e ?-?mail|text)(?: up)? (?:the|my|our|an?) \S+(?: up)?$|\bsend (?:the |my |an? |this |our )?\w+ to (?!me\b|us\b)|"
    r"^(?:and |then )*(?:tell|ask|inform|beg|remind|let) (?:them|him|her)\b|"
    r"\bsplit (?:the |my |our )?(?!data|table|rows|set|file|it\b|dataset|timestamp|date|text|column|sample|train|classes)(?:[a-z]+|@) (?:between|among|"
    r"with) (?:\d+ )?(?:people|persons|friends|us|them|everyone|of us)\b|"
    r"\b(?:(?:text|message|ping|notify|alert|phone|ring|wake|mail|whatsapp) (?:me|us|him|her|them|my \w+)|"
    r"(?:call|phone|contact|write to|ring|visit) (?:up )?(?:the |all |every |my |our |these |those )?(?:customers?|clients?|users?|people|guests?|passengers?|"
    r"patients?|owners?|drivers?|borrowers?|everyone|everybody)|e-?mails?(?: (?:me|it|them|this|the|to))|"
    r"send (?:it|this|them|me an?|the results?|an) .{0,30}(?:mail|slack|whatsapp|mum|mom|boss)|scrape|crawl|google|twitter|linkedin|youtube|facebook|"
    r"gpt|chatgpt|llm|llama\d*|bert|deepseek|stable diffusion|a ?/ ?b[ -]?test(?:s|ing)?|ab[ -]test(?:s|ing)?|whats the weather|weather (?:in|today|tomorrow|like)|poem|song|story|joke|pizza|movie|flight|hotel|stock price|news|translate|lottery|football|sing|dance|marry|"
    r"buy me|book (?:me|us) |order (?:me|a)|call (?:me|my)(?! model)|remind me(?! (?:of )?(?:what|which|how|again|where|all)\b|[ .!?]*$)|set an? (?:alarm|timer)|"
    r"schedule|tableau|power ?bi|sql server|postgres|mysql|snowflake|s3|kubernetes|blockchain|(?<!docker )images?|photos?|videos?|audio|"
    r"deploy (?:it )?to (?:aws|azure|heroku|gcp)|"
    r"(?<!is a )(?<!are )(?<!explain )(?<!define )(?:prediction|predict|confidence|credible) intervals?|quantile regression|gpus?|homework|essay|girlfriend|"
    r"boyfriend|my (?:wife|husband|kids?|mother|father|cat|dog|bike|car|phone|tyre|flat)|dinner|lunch|breakfast|cooking|taxi to|bus to|train to (?!predict)|"
    r"ticket to|restaurant|capital of|president|meaning of life|what time is it|how old are you)\b",
    re.I,
)
_NEGATED = re.compile(
    r"^(?:please |pls )?(?:do not|dont|never(?! (?:ever |really |actually |once )?(?:done|did|used|tried|worked|learned|learnt|heard|been|touched|had)\b)|not yet|"
    r"no need to|you (?:should not|shouldnt|must not|mustnt)|[a-z]+ nothing)\b|"
    r"^(?!no |not |whatever |what |all |everything |anything |columns? |rows? )(?:[a-z]+ ){1,3}(?:is not|isnt|isn't|are not|arent|aren't|wont be|"
    r"won't be) (?:really |even )?(?:needed|necessary|required)(?: here| now| yet| then| at all)*$|"
    r"^(?:(?:i|we) (?:said|meant|want|need|asked for) )?(?:please )?no (?:more )?(?!missing\b)(?:[a-z]{3,}ing|imputation|normali[sz]ation|"
    r"standardi[sz]ation)(?: (?:please|at all|here|yet|now|thanks|needed|necessary|required|for now|this time))*$",
    re.I,
)
_UNLESS_SURE = re.compile(r"\b(?:unless|if not|until|before|if)\b.*\b(?:sure|certain|confident)\b", re.I)
"""What is to be said only from some probability on: “never say yes unless it is 80 % certain”."""
_IN_BOTH = re.compile(r"\b(?:in|on|into|between|across) (?:(?:both|the two) (?:\w+ )?(?:halves|parts|sides|sets|splits)\b|both\b.*\btest|(?:the )?train\w* (?:set |part |data |side )?(?:and|as well as) (?:in |on |the )*test)", re.I)
"""What is not to be torn apart by a split: “never put one patient in both train and test”."""
_NO_NEED = re.compile(r"^(?:please |pls )?no need to\b", re.I)
_STILL_A_WISH = re.compile(r"\b(?:need|want|know|understand|use|like|care|include|consider|learn|wait|look)\b", re.I)


def is_hostile(text: str) -> bool:
    """Says whether the text is code, markup or an attempt to change the rules; it is answered as any other text."""
    return _HOSTILE.search(text) is not None


_SHELL = re.compile(r"\brm -r?f|/etc/(?:passwd|shadow)|\bos\.system\b|\bchmod \d|\bsudo \w", re.I)


def is_shell(text: str) -> bool:
    """Says whether the text, as it was typed, orders something of the machine."""
    return _SHELL.search(text) is not None


def is_chatter(text: str) -> bool:
    """Says whether the text opens as small talk."""
    return _CHATTER.match(text) is not None


_GREETING = re.compile(
    r"(?:(?:hello|hi|hey|hiya|howdy|greetings|good (?:morning|evening|afternoon|day)|dear|welcome|bye|goodbye|see you|good night)\b[ ,]*)+(?:(?:there|all|"
    r"everyone|everybody|you|again|folks|team|guys|my|friend|friends|both|then|now|computer|assistant|robot|tomorrow|later|soon)\b[ ,]*)*[.!?]*",
    re.I,
)


_BARE_ANSWER = re.compile(r"(?:(?:yes|yeah|yep|yup|no|nope|nah|ok|okay|sure|fine|maybe|y|n|k|hm+|uh+|um+|er+|ah+|oh)\b[ ,.!?]*)+", re.I)
_PRAISE = re.compile(
    r"(?:(?:oh|wow|ok|well|haha|lol|such an?|what an?|very) )*(?:nice|great|cool|good|lovely|awesome|pretty|beautiful|ugly|sweet|amazing|impressive) (?:charts?|"
    r"plots?|graphs?|pictures?|job|work|models?|results?|stuff|one|tables?|answer|colou?rs?)[.! ]*|"
    r"(?:wh?a(?:t|ts|t's) ?up|wass?up|sup|whats good|how(?:s| is|'s) (?:it going|life|things|everything))(?: (?:bro|dude|man|mate|with you|today))*[?!. ]*",
    re.I,
)
_SUM = re.compile(r"(?:(?:so|and|hey|tell me|what|whats|what's|is|how much|calculate|compute) ?)*-?\d[\d.]* ?(?:[-+*/x^]|plus|times|minus|divided by) ?\d[\d.]* ?=? ?\?*", re.I)
_ASKS_SUM = re.compile(r"^(?:so |and |hey |tell me )*(?:what|how much|calculate|compute)", re.I)


def answers_nothing(text: str) -> bool:
    """Says whether the text is a bare yes or no where nothing was asked, praise, or a sum to be worked out."""
    words = text.strip()
    return _BARE_ANSWER.fullmatch(words) is not None or _PRAISE.fullmatch(words) is not None or (_ASKS_SUM.match(words) is not None and _SUM.fullmatch(words) is not None)


def is_greeting(text: str) -> bool:
    """Says whether the text greets and says nothing else."""
    return _GREETING.fullmatch(text.strip()) is not None


def is_elsewhere(text: str) -> bool:
    """Says whether the text asks for what no tool here does, such as mail or the weather."""
    return _ELSEWHERE.search(text) is not None or _OF_THE_WORLD.match(text) is not None


_OF_THE_WORLD = re.compile(r"(?:so |and |hey |well )*(?:who|what|which|where)(?:'s|s)?\b[^,;.]{3,80}\b(?:in the world|on earth|of all time|in history|ever lived)[ ?.!]*$", re.I)
"""Asks for the best of all the world: “who is the best host in the world”."""

_ERRAND = re.compile(
    r"\b(?:put|buy|book|reserve|order|keep|get|save|hold|set|grab|fetch|bring|pick)\b.{1,60}\bfor (?:my|our|his|her) (?:sister|brother|mother|mum|mom|mummy|"
    r"father|dad|daddy|wife|husband|partner|son|daughter|kids?|child|children|friends?|aunt|uncle|cousin|nephew|niece|neighbou?r|grand\w+|nan|gran|girlfriend|"
    r"boyfriend|family|birthday|wedding|anniversary)\b",
    re.I,
)


_TRANSLATE = re.compile(r"(?:(?:please|can you|could you|hey|now) )*translate\b(?!.*\b(?:columns?|headers?|names|table|data|values?|labels?|categories|classes)\b)", re.I)


def is_errand(text: str) -> bool:
    """Says whether something of the world is to be got for somebody: “put two tickets aside for my sister”."""
    return _ERRAND.search(text) is not None or _TRANSLATE.match(text) is not None


def is_refusal(text: str) -> bool:
    """Says whether the text only asks not to do something."""
    return _NEGATED.search(text) is not None and _UNLESS_SURE.search(text) is None and _IN_BOTH.search(text) is None and _STILL_A_WISH.search(_NO_NEED.sub("", text)) is None
