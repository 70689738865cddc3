"""Says plainly which of two things is meant where a message sets one against the other: “don't drop the price but the id”, “log the fare rather than the tip”, “keep the price, the id goes”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key, parts
from assistant.router.entities.vocabulary import MODELS, every, placed
from assistant.router.tool.triggers.wordlists import DROP

_THESE = r"(?:(?:the|my|our|both|column|columns) )*@(?: ?(?:,|and|&|or|nor|plus)(?: (?:and|or|the|my|our))* @)*(?: columns?| fields?)?"
_GO = rf"{DROP}|bin"
_VERB = rf"{_GO}|scale|standardi[sz]e|normali[sz]e|encode|one hot(?: encode)?|fill|impute|log|clip|cap|bin|transform|square root|use|predict"
_NOT = r"(?:(?:please|no|oh|hey|wait|but|and|so|i said|you should|we should|we|you) ?,? )*(?:dont|do not|never|not to)"
_BUT = r"(?:,|!|\.|;|-|\bbut\b|\brather\b|\bonly\b|\bjust\b|\binstead\b|\bits\b|\bit is\b| )+"
_END = r"(?: ?(?:please|instead|rather|thanks|then|now|,|\.|!))*"
_PAST = r"(?:goes|go|out|away|gone|off|(?:can|must|should|has to|have to|may|needs? to) (?:go|be (?:dropped|removed|deleted)))"
_ORDERS = (
    re.compile(rf"{_NOT} (?P<verb>{_VERB}) (?P<not>{_THESE}) ?,? (?:but|only|just|rather)(?: (?:rather|only|just|instead))* (?P<what>{_THESE}){_END}"),
    re.compile(rf"{_NOT} (?P<verb>{_VERB}) (?P<not>{_THESE}) ?[,.!;:-]+ (?:but |no |its |it is |rather |only |just )+(?P<what>{_THESE}){_END}"),
    re.compile(rf"(?:please |just )*(?P<verb>{_VERB}) (?P<not>(?:the )?@) ?[,.;-]+ ?no ?,? (?P<what>(?:the )?@){_END}"),
    re.compile(rf"(?:please |just |no ,? )*(?P<verb>{_VERB}) not (?P<not>{_THESE}) ?,? (?:but|rather)(?: (?:rather|only|just))* (?P<what>{_THESE}){_END}"),
    re.compile(rf"(?:(?:please|just|no|ok|so|and|lets|i|we|want|wanted|would|like|to|now|then|only|,) )*(?P<verb>{_VERB}) (?P<what>{_THESE}) ?,? (?:and |but )?not (?P<not>{_THESE}){_END}"),
    re.compile(
        rf"(?:(?:no|sorry|oh|wait)(?: ,)? )*not (?P<not>{_THESE}){_BUT}(?P<what>{_THESE})(?: (?:please|is to|must|should|we|you|i|that|:))* (?P<verb>{_VERB}|"
        rf"one ?-? ?hot|min ?-? ?max|ordinal encode|target encode)(?P<how>(?: (?:with|by|to|the|mean|median|mode|zero|robust|standard|min ?max|ordinal|target|"
        rf"one ?hot|knn|\d+))*){_END}"),
)
"""“don't drop a but b”, “don't drop a, it's b”, “not a but b drop please”"""
_STAYS_GOES = re.compile(
    rf"(?:please |just |no ,? )*(?:not (?P<other>{_THESE}) ?,?(?= but)|(?:keep|leave|spare) (?P<kept>{_THESE})(?: in| alone)?|"
    rf"(?P<stays>{_THESE}) (?:in(?= ?,)|stays?|remains?|can stay|(?:is|are) (?:fine|ok|okay|good|needed)))(?: ?[,;.-]| but| and|"
    rf" while)+ (?:(?:{_GO}) (?P<what>{_THESE})|(?P<gone>{_THESE}) {_PAST}){_END}",
)
"""“keep the price, the id goes”"""
_GO_NO = re.compile(rf"(?:please |just )*(?:{_GO}) (?:the )?@ no (?:the )?@{_END}")
"""“drop a no b”, which may put right or list"""
_GOES_STAYS = re.compile(rf"(?:please |just )*(?P<what>{_THESE}) {_PAST}(?: ?[,;.-]| but| and| while)+ ?(?:(?:keep|leave) (?:the )?@|(?:the )?@ (?:stays?|remains?|can stay|is (?:fine|ok|needed))){_END}")
"""“the price goes, list_price stays”"""
_KEEP_NOT = re.compile(rf"(?:please |just |no ,? )*(?:keep|leave|use|take) (?:the )?@ ?,? (?:and )?(?:not|instead of|rather than|over) (?P<what>(?:the )?@){_END}")
"""“keep list_price, not price”, of two that are alike"""
_OTHER_GOES = re.compile(rf"(?:please |just )*(?:(?:keep|leave|use) (?P<kept>(?:the )?@)|(?P<stays>(?:the )?@) (?:stays?|remains?|is (?:fine|ok|okay|enough|needed)))(?: ?[,;.-]| but| and)+ (?:(?:{_GO}) )?(?:the )?other (?:@|one|column)(?: {_PAST})?{_END}")
"""“weight_kg stays, the other weight goes”"""
_ONE_GOES = re.compile(rf"(?:either )?(?P<what>(?:the )?@ or (?:the )?@) ?[,;:.-]+ (?:please |just |so )*(?:which(?: one)? (?:to |shall i |should i |shall we |should we |do i )?)?(?P<verb>{_GO})(?: (?:one|either|1|which(?: one)?|what))?(?: of (?:them|those|the two|these))?(?: \\?)?{_END}")
_ONE_IS_ENOUGH = re.compile(rf"(?:please |just )*(?P<verb>{_GO})(?: either)? (?P<what>(?:the )?@ or (?:the )?@) ?[,;:.-]* (?:(?:as|because|since|i|we|only|just|really) )*(?:one|either|1)(?: of (?:them|those|the two|these))? (?:is|will|would|should) (?:be )?(?:enough|plenty|do|suffice|ok|fine)\b.*")
_NEITHER = re.compile(
    rf"(?:(?:i|we|you|nobody|the model) (?:needs?|wants?|uses?|likes?) )?neither (?P<what>{_THESE})(?: (?:is|are|was|were) (?:really )?(?:needed|wanted|useful|"
    rf"used|important|relevant|of (?:any )?use|necessary)|"
    rf" (?:needed|wanted|useful|used|important|relevant|necessary))?(?: ?[,;-]? ?(?:so |and |hence |therefore )*(?:{_GO} )?(?:both|them|they|these|those|"
    rf"the two)(?: columns?| of them)?(?: (?:can|should|must|may))?(?: (?:out|away|go|gone))?)?{_END}",
)
_NOT_NOR = re.compile(rf"(?P<what>@ (?:is not|isnt|are not|arent) (?:really )?(?:needed|wanted|useful|used|important|relevant|necessary) ?,? (?:nor|and neither) (?:is|are|do we need) (?:the )?@){_END}")
"""“neither a nor b is needed”, “a isn't needed, nor is b”"""
_NOT_TARGET = re.compile(rf"(?:the )?@ (?:is not|isnt|is no longer|was never) (?:the |my |our )?(?:target|label|goal|outcome|y) ?[,;.-]+ ?(?:but |it is |its |rather )*(?P<what>(?:the )?@)(?: is| it is| should be)?(?: it)?{_END}")
"""“a isn't the target, b is”"""
_TARGET_NOT = re.compile(
    rf"(?:(?:the|my|our) (?:target|label|goal|outcome) (?:should be|must be|shall be|has to be|is|would be|=|:) (?P<what>(?:the )?@)|"
    rf"(?P<aim>(?:the )?@) (?:is|should be|must be|shall be) (?:the |my |our )?(?:target|label|goal|outcome)) ?,? (?:and |but )?(?:not|rather than|"
    rf"instead of) (?:the )?@{_END}",
)
"""“the target should be a, not b”"""
_RATHER = re.compile(r",? (?:rather than|instead of|as opposed to|in place of) (?:(?:of|by|for|on|with|from|the|my|our) )*(?=\S)", re.I)
_INSTEAD_FIRST = re.compile(r"^(?:please )?(?:rather than|instead of) (?:(?:the|my|our) )*(?=\S)", re.I)
_LIST = re.compile(_THESE)
_WRITES = re.compile(r"\b(?:put|write|spell|say|says|read|reads|enter|type|replace|substitute|swap|rename|call|name)\b", re.I)
"""What is written for something else, which both are needed for: “write Woman instead of Female”."""
_AMOUNT = r"\.?\d[\d.]*(?: ?[/:] ?\d[\d.]*)*(?: ?%| percent)?"
_NOT_SO_MANY = re.compile(
    rf"(?P<so>(?<![\w./]){_AMOUNT}(?: (?!(?:and|or|but|not|rather|instead)\b)[a-z]+)?) ?,? (?:and |but )?(?:not|rather than|instead of) (?:the |with |on |at |to |"
    rf"in )*{_AMOUNT}(?P<unit> (?:folds?|trees?|bins?|groups?|clusters?|rows?|percent|trials?|neighbou?rs?|components?))?(?![\w./])(?=$| ?[,;!?]|\.(?=\s|$)|"
    rf" please)",
    re.I,
)
"""“split 80/20 not 70/30”"""
_HINT = re.compile(r"\b(?:dont|don't|do not|never|not|rather|instead|opposed|in place|no|keep|leave|spare|stays?|remains?|fine|ok|okay|good|needed|enough|or|nor|neither|isnt|arent|wasnt)\b|n['’]t\b", re.I)
_SHORTENED = re.compile(r"(?<=[a-z])n['’]t\b")


def contrasted(text: str, context: RouterContext) -> str:
    """The order alone for what is meant; other text stays as it is."""
    if not _HINT.search(text):
        return text
    text = _NOT_SO_MANY.sub(lambda match: match["so"] + (match["unit"] or "" if match["so"][-1].isdigit() else ""), text)
    text = _without_other_model(text)
    clause = Clause(_SHORTENED.sub("nt", text.strip(" .!?")), context)
    if len(clause.columns) < 2 or clause.masked.count("@") != len(clause.columns):
        return text
    for pattern in _ORDERS:
        order = pattern.fullmatch(clause.masked)
        if order and not _both(clause, order):
            how = order.groupdict().get("how") or ""
            return f"{order['verb']} {_said(clause, order)}{' with' if how and ' with' not in how and ' to' not in how and ' by' not in how else ''}{how}"
    perhaps = _GO_NO.fullmatch(clause.masked)
    if perhaps and all(mention.clear for mention in clause.columns):
        first, second = (mention.name for mention in clause.columns)
        raise Unclear(f"Shall “{second}” go instead of “{first}”, or both?", [option("drop_columns", {"columns": columns}, f"Drop {' and '.join(columns)}") for columns in ([second], [first, second], [first])])
    gone = _GOES_STAYS.fullmatch(clause.masked)
    if gone:
        return f"drop {_said(clause, gone)}"
    spared = _KEEP_NOT.fullmatch(clause.masked)
    if spared and len(clause.columns) == 2 and _alike(clause):
        return f"drop {_said(clause, spared)}"
    goes = _STAYS_GOES.fullmatch(clause.masked)
    if goes:
        return f"drop {_said(clause, goes, of='what' if goes['what'] else 'gone')}"
    other = _OTHER_GOES.fullmatch(clause.masked) if len(clause.columns) == 2 else None
    left = [name for name in clause.columns[1].names if name != clause.columns[0].name] if other and clause.columns[0].clear else []
    if other and not left:
        left = [name for name in context.names if name != clause.columns[0].name and key(clause.columns[0].name) in key(name)]
    if other and len(left) != 1:
        raise Unclear("Which column shall go?", [option("drop_columns", {"columns": [name]}, name) for name in (left or [name for name in context.features() if name != clause.columns[0].name])[:4]])
    if len(left) == 1 and '"' not in left[0]:
        return f'drop "{left[0]}"'
    aim = _NOT_TARGET.fullmatch(clause.masked) or _TARGET_NOT.fullmatch(clause.masked)
    if aim:
        return f"predict {_said(clause, aim, of='what' if aim['what'] else 'aim')}"
    neither = _NEITHER.fullmatch(clause.masked) or _NOT_NOR.fullmatch(clause.masked)
    if neither:
        return f"drop {_said(clause, neither)}"
    one = _ONE_GOES.fullmatch(clause.masked) or _ONE_IS_ENOUGH.fullmatch(clause.masked)
    if one:
        return f"{one['verb']} one of {_said(clause, one)}"
    return _without_other(text, context)


def _alike(clause: Clause) -> bool:
    """Says whether two columns have a part of their names in common, so that one of them is meant to stay."""
    first, second = ({*parts(mention.name)} for mention in clause.columns[:2])
    return not first.isdisjoint(second) or any(one in other or other in one for one in first for other in second if min(len(one), len(other)) > 3)


def _both(clause: Clause, order: re.Match[str]) -> bool:
    """Says whether a column stands on both sides: “scale pay and bonus, not bonus”."""
    sides = []
    for side in ("what", "not"):
        first = clause.masked[: order.start(side)].count("@")
        sides.append({mention.names for mention in clause.columns[first : first + order[side].count("@")]})
    return not sides[0].isdisjoint(sides[1])


def _said(clause: Clause, match: re.Match[str], joint: str = " and ", of: str = "what") -> str:
    """The columns of the part that is meant, as they were written."""
    first = clause.masked[: match.start(of)].count("@")
    meant = clause.columns[first : first + match[of].count("@")]
    return joint.join(clause.text[clause.tokens[mention.start].start : clause.tokens[mention.end - 1].end] for mention in meant)


def _without_other(text: str, context: RouterContext) -> str:
    """The text without the columns that others are preferred to: “log the fare rather than the tip”, “instead of the tip log the fare”."""
    first = _INSTEAD_FIRST.match(text)
    found = first or _RATHER.search(text)
    if found is None or _WRITES.search(text):
        return text
    end = _end_of_list(text[found.end() :], context)
    if end is None:
        return text
    rest = text[found.end() + end :]
    meant = Clause(rest.strip(" ,") if first else text[: found.start()], context)
    return f"{text[: found.start()]}{rest}".strip(" ,") if meant.columns and not meant.values else text


def _without_other_model(text: str) -> str:
    """The text without the model that another one is preferred to: “explain ridge rather than the forest”."""
    found = _RATHER.search(text)
    if found is None or not every(text[: found.start()].lower(), MODELS):
        return text
    listed = placed(text[found.end() :].lower(), MODELS)
    return f"{text[: found.start()]}{text[found.end() + listed[0][1] :]}" if listed and listed[0][0] == 0 else text


def _end_of_list(text: str, context: RouterContext) -> int | None:
    """Where the columns end with which a text begins."""
    clause = Clause(text, context)
    listed = _LIST.match(clause.masked)
    return clause.tokens[clause.columns[listed[0].count("@") - 1].end - 1].end if listed else None
