"""Cuts a part further where a request follows that no verb opens: “bin age, 5-fold cv” or “show the residuals and the worst predictions”."""

from __future__ import annotations

import re

from assistant.router.arguments.params import read_params
from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.direction import direction_of
from assistant.router.entities.reserved import LEFT_OUT
from assistant.router.parts.reworded import SPARED
from assistant.router.parts.segment import opens_with_verb, trimmed
from assistant.router.parts.set_apart import OPENING_VERB, apart, filled, takes_metric, takes_models, way
from assistant.router.parts.shielded import restored, shielded
from assistant.router.tool.opened_by import BEYOND_DOUBT, by_examples, opening
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggers.wordlists import DROP, NAMED_IT
from assistant.router.tool.wanted import wanted

_JOINT = re.compile(r"\s*[,;](?: (?:and|plus|also|but))?\s+|\s+(?:and also|and|also|plus|n|&|\+|-|as well as|but)\s+|,?\s+(?P<back>after)\s+(?!that\b|this\b)|,?\s+before\s+(?!that\b|this\b)", re.I)
_RUN_ON = re.compile(
    r"(?<=[^\s,;:])\s+(?=(?:(?:drop|remove|delete|exclude|discard|ditch|fill|impute|replace|encode|one[ -]hot(?: encode)?(?! ?(?:$|[,;.]))|(?:target|label|ordinal|frequency|freq) encode|scale|rescale|standardi[sz]e|normali[sz]e|min-?max(?: scale)?|log|clip|cap|bin|train|fit|predict|tune|rename|"
    r"keep|split|show|plot|draw|compare|evaluate|explain|export|download|extract|convert|treat|filter|balance|undersample|oversample|sample|dedupe|cluster|use|"
    r"set|make|add|create|build|run|try|do|cross-?validate|throw|get rid of|calculate|count|group|describe|take|give me|tell me|let me see|check|undo|select|"
    r"save)\b(?! (?:by|of|and|or|is|are|was|in|at|with)\b)|"
    r"(?:k-?means|knn|random forest|xgboost|lightgbm|svm|lasso|ridge|logistic regression|linear regression|"
    r"decision tree)\b(?! (?:by|of|and|or|is|are|was|in|at)\b))(?! \d[\d.]*(?: ?%| percent|,? (?:val|validation|test)\b)))",
    re.I,
)
"""Where another request may begin although nothing stands between: “drop a fill b with the mean”."""
_WHOLE = re.compile(r"\b(?:everything|all|duplicates|rows|data)$", re.I)
"""Words for all of a table, after which the name of a model may begin another request."""
_GOES_ON = re.compile(
    r"\b(?:to|we|you|i|they|can|could|will|would|should|must|may|might|dont|not|never|please|and|or|that|which|who|it|just|then|also|how|what|why|where|let|lets|"
    r"me|us|do|does|did|is|are|be|was|the|an?|my|our|your|this|any|no|all|every|of|with|without|by|for|in|on|at|from|into|as|per|than|before|after|while|when|if|"
    r"so|because|but|via|using|model|only)$|\d ?[/:-] ?\d+$|%$|(?:,|\band) (?:in|for|on|at|with|by) [^,]{1,40}$|"
    r"(?:^|[,;] ?|\band |\bthen )(?:knn|iterative|mean|median|mode)$",
    re.I,
)
"""Words after which a verb belongs to them, or is a noun."""
_SCALE_OF = re.compile(r"\b(?:log(?:arithmic)?|common|same|new|other|linear|unit|equal|similar|percent\w*|smaller|larger|different)$", re.I)
"""Words after which “scale” is a noun: “put it on a log scale”."""
_MODEL_ALONE = re.compile(r"(?:(?:please|and|then|now|an?|the) )*MODEL")
_OF_A_MODEL = re.compile(r"(?:tune|fit|train|optimi[sz]e|cross-?validate)\b", re.I)
"""What is done with a model named before it: “lgbm tune 25 trials”."""
_UNFINISHED = re.compile(r"(?:^|[,;] ?)(?:random|stratified|grouped|chronological)$|^time$|\b(?:the|an?|of|with|by|for|in|to|between|first|second|third|last|latest|best|worst|top|previous|old|new|both|most|least)$|\bbetween (?:(?!\band\b).){1,40}$", re.I)
"""An end at which the words before a joint want what comes after it: “compare the first and the last run”."""
_WITHIN = re.compile(r"\bbetween (?:[\d.,]+|zero|one|minus one|-1)$", re.I)
"""An end at which “and” leads to the upper bound: “between 0 and 1”."""
_ALL_BUT = re.compile(r"\b(?:all|every\w*|any\w*|each|nothing|nobody|none|no one)(?: (?!and\b|only\b)\w+){0,3}$", re.I)
"""After which “but” says what is left out: “forget everything but the long rides”."""
_NAMES_IT = re.compile(rf"(?:call|name) (?:{NAMED_IT})\b(?! (?:whole )?(?:experiment|project|session)\b)", re.I)
_AS_INPUTS = re.compile(r"(?:the )?\S+ (?:columns? )?(?:as|to be) (?:the |my |our )?(?:only )?(?:inputs?|features?|predictors?)\b", re.I)
"""The last of a list of columns, be it called like a verb: “use everything but heat and split as features”."""
_NEGATED = re.compile(r"(?:but )?(?:not|without|with|no|colou?red|hue|shaded)\b", re.I)
_MEASURED = re.compile(r"(\w+) (?:of |is |= ?)?-?\d[\d.]*(?=$|,| and\b)")
_FIGURE = re.compile(r"(?:(?:show|give|tell|get|compute|calculate|me|us|the|please) )*(?:means?|averages?|medians?|sums?|totals?|max(?:imum)?|min(?:imum)?|highest|lowest|std) (?:of )?(?:the )?@")
_FIGURE_BY = re.compile(rf"{_FIGURE.pattern} (?:by|per|for (?:each|every)) (?:the )?@")
_DATA = re.compile(r"(?:[@#NDQ]|an?|the|of|with|in|is|at|=|:|,|and|or|about|by|no|not|vs|versus|against|without|only|alone|please| )+")
"""Columns and values alone, which say more about the request before them."""
_ASSIGNED = re.compile(r"[^\W\d][\w ]{0,40} ?= ?(?:[^=]{1,60}) (?:/|\*|\+|-|minus|plus|times|divided by|over) .{1,60}$")
"""A new column said as a sum: “rooms per household = rooms / households”."""
STRONG, CERTAIN = 84, 80
"""What the part after the joint must weigh, and what the part before it must."""


def parted(text: str, context: RouterContext) -> list[str]:
    """Cuts at the joints where both sides are requests of their own, for different things; most parts stay whole."""
    shield, kept = shielded(text)
    joints = sorted([*_JOINT.finditer(shield), *_run_on(shield, kept, context)], key=lambda joint: joint.start())
    joints = [joint for joint in joints if not _WITHIN.search(shield[: joint.start()])]
    if not 0 < len(joints) <= 24:
        return [text]
    found: list[str] = []
    start, lent = 0, ""
    for joint, end in zip(joints, [*(following.start() for following in joints[1:]), len(shield)], strict=True):
        left = f"{lent}{restored(shield[start : joint.start()], kept).strip()}"
        if joint[0].strip() == "but" and _ALL_BUT.search(left):
            continue
        if LEFT_OUT.search(shield[: joint.end()]) and _names_on(text, len(restored(shield[: joint.end()], kept)), context):
            continue
        verb = _joined_on(left, trimmed(restored(shield[joint.end() : end], kept)), context)
        if verb is None:
            continue
        if joint.groupdict().get("back"):
            return [*found, *parted(verb + trimmed(restored(shield[joint.end() :], kept)), context), left]
        found.append(left)
        start, lent = joint.end(), verb
    return [*found, f"{lent}{trimmed(restored(shield[start:], kept))}"] if found else [text]


def _names_on(text: str, place: int, context: RouterContext) -> bool:
    """Says whether a column is named at a place: the columns “day” and “split” in “use everything but day and split”."""
    clause = Clause(text, context)
    return any(clause.tokens[mention.start].start == place for mention in clause.mentions)


def _run_on(shield: str, kept: list[str], context: RouterContext) -> list[re.Match[str]]:
    """Finds where a verb may open another request; one that is part of a name or of a place opens none."""
    found = [match for match in _RUN_ON.finditer(shield) if not _GOES_ON.search(shield[: match.start()])]
    if not found:
        return []
    clause = Clause(restored(shield, kept), context)
    named = {clause.tokens[place].start for mention in clause.mentions for place in range(mention.start, mention.end)}
    ends = {clause.tokens[mention.end - 1].end for mention in clause.mentions}
    places = [(match, len(restored(shield[: match.start()], kept)), len(restored(shield[: match.end()], kept))) for match in found]
    return [match for match, before, after in places if after not in named and not _belongs(clause.text[:before], clause.text[after:], context) and (before in ends or opens_with_verb(clause.text[after:]) or _WHOLE.search(clause.text[:before]))]


def _belongs(before: str, after: str, context: RouterContext) -> bool:
    """Says whether a verb belongs to the words before it: “a log scale”, “lgbm tune 25 trials”."""
    if after.startswith("scale"):
        return _SCALE_OF.search(before) is not None
    return _OF_A_MODEL.match(after) is not None and _MODEL_ALONE.fullmatch(vocabulary.with_signs(Clause(before, context).masked)) is not None


def _joined_on(left: str, right: str, context: RouterContext) -> str | None:
    """What to put before the part after a joint to make it a request of its own, mostly nothing; None where it is none."""
    if not left or not right or _UNFINISHED.search(left) or _NAMES_IT.match(right) or _NEGATED.match(right) or _AS_INPUTS.match(right):
        return None
    if _called_so(left, right, context):
        return None
    if _ASSIGNED.match(right):
        return ""
    if SPARED.search(left) and not opens_with_verb(right):
        return None
    follower = _follower(left, right, context)
    return None if follower is None else follower[: len(follower) - len(right)]


_LISTING = re.compile(rf"(?:(?:please|and|then|just) )*(?:{DROP}|scale|encode|fill|impute|log|bin|clip|standardi[sz]e|normali[sz]e|describe|average|use|keep)\b", re.I)


def _called_so(left: str, right: str, context: RouterContext) -> bool:
    """Says whether the right side is only the last column of a list, though it is called like a verb: “drop film, screen and split”."""
    if right.lower() not in {name.lower() for name in context.names} or not _LISTING.match(left):
        return False
    before = Clause(left.strip(" ,&"), context)
    return bool(before.columns) and before.columns[-1].end == len(before.tokens)


def _follower(left: str, right: str, context: RouterContext) -> str | None:
    """The part after a joint as a request of its own, with the verb before the joint where it needs one; None where it is none."""
    after = Clause(right, context)
    before = Clause(left, context)
    if ROWS_WHERE.search(left) and CONDITION.match(after.shape.text):
        return None  # “rows where a is x and b is missing”
    measured = _MEASURED.match(right)
    if measured and measured[1] in after.names:
        return None  # “…, balance 1500” is a value of the column, and balances nothing
    if _GONE.fullmatch(after.masked) and not (_LISTED_ALONE.fullmatch(before.masked) or _PARTED_VERB.match(left)):
        return f"drop {right}"
    verb = OPENING_VERB.match(left)
    if _FIGURE_BY.match(after.masked) and _FIGURE.fullmatch(before.masked):
        return None  # “mean tip and max fare by payment” are two figures of each group
    if verb and (more := with_verb(left, right)):
        return more
    if verb and (more := _other_rows(before, verb[0], after)):
        return more
    if verb and (more := _own_way(before, verb[0], right)):
        return more
    if (after.masked.startswith("@") and not _STATES.match(after.masked)) or _DATA.fullmatch(after.shape.text):
        return None
    if vocabulary.with_signs(after.masked).startswith("METRIC") and vocabulary.with_signs(before.masked).endswith("METRIC"):
        return None
    lent = Clause(f"{verb[0]} {right}", context) if verb and not _TELLS_OF.match(right) and not opens_with_verb(right) else after
    readings = [(after, opening(after, STRONG) or (None if lent is after else by_examples(after, BEYOND_DOUBT))), (lent, opening(lent, CERTAIN, after))]
    if not any(tool for _, tool in readings):
        readings = [(after, None if len(after.tokens) < 2 or _TOLD.match(right) else by_examples(after)), (after, None)]
    if not any(tool for _, tool in readings):
        return None
    first = candidates(before)
    if (not first or first[0][0] < CERTAIN) and not _TELLS.match(left):
        first = wanted(before)
    if not first or first[0][0] < CERTAIN:
        return None
    judged = vocabulary.with_signs(after.masked) == "METRIC" and not takes_metric(first[0][1])
    if _is_bare_name(after) and not judged and ((vocabulary.every(before.masked, vocabulary.MODELS) and not _trained_alone(before, first[0][1])) or takes_models(first[0][1]) or not (vocabulary.every(after.masked, vocabulary.MODELS) or way(after, first[0][1]))):
        return None
    if readings[0][1] == readings[1][1]:
        readings.reverse()  # “drop the gaps and the outliers” drops both
    under_way = {tool for weight, tool in first[1:] if weight >= CERTAIN}
    for clause, tool in readings:
        if tool and not (clause is lent and lent is not after and tool in under_way) and apart(before, first[0][1], clause, tool) and filled(first[0][1], before) and filled(tool, clause):
            return clause.text
    return None


ROWS_WHERE = re.compile(r"\b(?:where|whose|for which|in which)\b", re.I)
CONDITION = re.compile(
    r"(?:the )?@ (?:(?:is|are|was|were|not|isnt|arent|has|have|been|being|=|= =|! =|!=|<>|equals?|says?|at|also) )*(?:[#ND]|missing|null|nan|none|empty|blank|"
    r"unknown|known|given|recorded|measured|present|filled(?: in)?|above|below|over|under|more|less|least|most|greater|between|>|<|>=|<=)(?!\S)",
)
"""What is said of a column to tell rows apart."""
_COLUMN_AND_WAY = re.compile(r"(?:the )?@(?: ?(?:, and|,|and|&) (?:the )?@)* (?!(?:is|are|was|were|has|have|should|must|can|=)\b)[^@]{2,40}")


_ROWS_OF = re.compile(r"(?:(?:all )?(?:the|all|any|every|those|our) (?:[a-z]+ |@ )?)?#(?: (?:[a-z]+|@))?")
_WITH = re.compile(r"\b(?:with|where|whose|that|which|who|having|from)\b")


def _other_rows(before: Clause, verb: str, after: Clause) -> str | None:
    """Gives rows of another column the verb before them: “get rid of the night shift and the line L3” removes both, and not only what is both."""
    if not after.values or not before.values or not _ROWS_OF.fullmatch(after.shape.text) or not direction_of(before).removes or _WITH.search(before.masked):
        return None
    apart = {name for value in before.values for name in value.columns}.isdisjoint(name for value in after.values for name in value.columns)
    return f"{verb} {after.text}" if apart and not before.numbers else None


_GONE = re.compile(r"(?:(?:the|my|our|columns?) )*@(?: ?(?:,|and|&)(?: and)? (?:the )?@)*(?: columns?)? (?:(?:is|are|be) )?(?:out|away|gone|goes?|off|not needed|(?:can|must|should|has to|have to) (?:go|be (?:dropped|removed|deleted)))(?: (?:please|too|as well|also))*")
"""What is to go, without a verb: “…, the id out”."""
_LISTED_ALONE = re.compile(r"(?:(?:the|my|our|both|columns?|and|,|&) ?)*(?:@ ?(?:(?:the|,|and|&) ?)*)+")
_PARTED_VERB = re.compile(r"(?:(?:please|just|and|then|so) )*(?:take|leave|throw|kick|chuck|pull|get|cut|filter|toss|put|keep)\b(?!.*\b(?:out|away|off|in)\b)", re.I)
"""Verbs of which “out” may be a part: “take the age, sex and fare out”."""


def _own_way(before: Clause, verb: str, right: str) -> str | None:
    """Gives “fare between 0 and 1” the verb of “scale age robustly”, where both say their own way; None where they do not."""
    lent = Clause(f"{verb} {right}", before.context)
    if not _COLUMN_AND_WAY.fullmatch(Clause(right, before.context).masked):
        return None
    first, second = candidates(before), candidates(lent)
    if not first or not second or first[0][1] != second[0][1] or not before.columns:
        return None
    ways = [way(clause, first[0][1]) for clause in (before, lent)]
    return lent.text if all(ways) and ways[0] != ways[1] else None


_TELLS_OF = re.compile(r"(?:what|whats|whatever|i|im|ive|we|weve|they|it|he|she|you|nobody|everybody)\b", re.I)
"""How a statement opens, which needs no verb of the request before it."""
_TOLD = re.compile(rf"{_TELLS_OF.pattern}|(?:with|without|in|on|by|for|from|of|at|to|not|no|or|which|that|who|where|when|because|since|as|but|than|above|below|over|under|between|\d+)\b", re.I)
"""How the words go on that only say more about what stands before them."""
_TELLS = re.compile(r"\S+(?: \S+){0,6} (?:is|are|was|were|has|have|had|isnt|arent|seems?|looks?|contains?|needs?) ", re.I)
_STATES = re.compile(r"@ (?:column )?(?:is|are|should|must|has to|have to|needs? to|can|shall)\b")
_OTHERS = re.compile(
    r"(?:also )?(?:those|these|the ones|any(?:one|body)|every(?:one|body)|"
    r"(?:the |all |any )*(?:rows?|records?|trips|people|customers|passengers|houses|cars|ones)) (?:with|without|where|who|which|that|whose|in which|for which|"
    r"above|below|over|under|older|younger|more|less|fewer|aged|between)\b|"
    r"(?:the |all |any )*[a-z]{3,}s (?:above|below|over|under|older|younger|whose|where|that are|who are)\b",
    re.I,
)
"""More rows of the kind that the verb before speaks of: “throw out the trips with 0 passengers, and those over 30 miles”."""


def with_verb(left: str, right: str) -> str | None:
    """Gives “and those over 30” the verb that stands before it; None where it has no need of one."""
    verb = OPENING_VERB.match(left)
    return f"{verb[0]} {right}" if verb and _OTHERS.match(right) else None


def _trained_alone(clause: Clause, tool: str) -> bool:
    """Says whether one model is trained in a way of its own, after which another is another training: “lasso with alpha 0.1, plus a ridge”."""
    models = vocabulary.every(clause.masked, vocabulary.MODELS)
    return tool == "train" and len(models) == 1 and bool(read_params(clause.norm, models[0]))


def _is_bare_name(clause: Clause) -> bool:
    """Says whether the words are only the name of a model, metric or value, which belongs to the list before it."""
    return re.fullmatch(r"(?:(?:an? |the )?(?:MODEL|METRIC|#|N)(?: score)?(?: ?(?:,|and|or) )?)+", vocabulary.with_signs(clause.shape.text)) is not None
