"""Says what a step leaves out the usual way: “scale everything bar age”, “dont scale age, scale the rest” and “everything but age should be scaled” become “scale everything except age”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.vocabulary import MODELS, every, with_signs
from assistant.router.wording.passive import DONE, order_of

_VERB = r"(?:re-?)?(?:scale|standardi[sz]e|normali[sz]e|one-?hot(?:[ -]encode)?|(?:target|label|ordinal|frequency)[ -]encode|encode|fill|impute|log(?:[ -]?transform)?|bin|clip|cap|transform|square|plot|describe)"
_ALL = r"(?:everything|anything|(?:all|every)(?: (?:the|of the|of them|my|our|other|numeric|numerical|categorical|columns?|numbers?|features?|fields?|variables?|ones?|gaps?|data|rest))*)"
_REST = r"(?:(?:all )?(?:of )?the (?:rest|others?|other (?:columns|ones|numbers|features|two|three)|remaining(?: (?:columns|ones|numbers|features))?)|all (?:the )?others?|(?:every|any)thing else|all else)"
_WHAT = r"(?P<what>[^,;:.?!]{2,80}?)"
_LEADS = r"(?:(?:please|and|so|then|now|just|ok|but) )*"
_BAR = re.compile(rf"(?P<all>\b{_ALL}) (?:bar|minus|sans|barring|(?:with )?the exception of|with the exception of|with exception of|not counting|not including|exclusive of)(?! ?(?:charts?|plots?|graphs?|the (?:mean|median|average|minimum|min))\b) (?=\S)", re.I)
_EXCEPTION_FIRST = re.compile(rf"^{_LEADS}(?:with the exception of|barring|not counting) (?=\S)", re.I)
_NOT_THAT = re.compile(rf"^{_LEADS}(?:you )?(?:dont|don't|do not|never|not) (?P<verb>{_VERB}) {_WHAT}(?: ?[,;.:-]+ | but | and )+(?:(?:but|and|please|just|only|rather|instead) )*(?:(?P<again>{_VERB}) )?{_REST}(?P<how>(?: [^,;.?!]{{1,40}})?)[.! ]*$", re.I)
"""“dont scale age, scale the rest”"""
_LEFT = re.compile(
    rf"^{_LEADS}(?:leave(?: out)?|keep|spare|skip) {_WHAT}(?: (?:alone|as (?:it|they) (?:is|are)|as is|as it was|untouched|unchanged|out of (?:it|this)|in peace|"
    rf"be|out))?(?: ?[,;.:-]+ | but | and )+(?:(?:but|and|please|just|only) )*(?P<verb>{_VERB}) {_REST}(?P<how>(?: [^,;.?!]{{1,40}})?)[.! ]*$",
    re.I,
)
"""“leave age alone, scale the rest”"""
_BUT_LEAVE = re.compile(
    rf"^(?P<order>{_LEADS}{_VERB} {_ALL}(?: [^,;.?!]{{1,30}}?)?)(?: ?[,;.-]+ | but | and | only |"
    rf" just )+(?:(?:but|and|please|just|only) )*(?:(?:leave|"
    rf"keep) (?P<out>out )?{_WHAT}(?P<alone> (?:out(?: of (?:it|this))?|alone|aside|as (?:it|they) (?:is|are)|as is|untouched|unchanged|in peace))?|"
    rf"(?:skip|spare|ignore|omit) (?P<skipped>[^,;:.?!]{{2,60}}?))[.! ]*$",
    re.I,
)
"""“scale everything but leave out age”"""
_ALL_DONE = re.compile(
    rf"^{_LEADS}(?P<all>{_ALL}) (?P<but>but|except(?: for)?|besides|other than|apart from|aside from|bar|minus|"
    rf"excluding) {_WHAT} (?:(?:should|must|shall|can|may|has to|have to|needs to|need to|to|gets?|ought to|is to|"
    rf"are to)(?: (?:all|be|get))*) (?P<done>{DONE})(?P<how>(?: [^,;.?!]{{1,40}})?)[.! ]*$",
    re.I,
)
"""“everything but age should be scaled”"""
_ALL_IN = re.compile(
    rf"^{_LEADS}{_ALL} (?:but|except(?: for)?|besides|other than|apart from|aside from|bar|minus|"
    rf"excluding) {_WHAT} (?:(?:goes|go|is|are|can go|may go|should go|shall go|comes|come) (?:in(?:to (?:it|the model|training))?|used)|"
    rf"(?:is|are|should be|may be|can be) (?:an? )?(?:inputs?|features?|used|kept))[.! ]*$",
    re.I,
)
"""“everything except the deposit goes in”"""
_ALL_MODELS = re.compile(
    r"^(?:(?:please|and|so|then|now|just|ok) )*(?:train|fit|run|try|use|compare|test|do|evaluate|cross-?validate)(?: me|"
    r" out)? (?:everything(?: (?:that )?(?:you|there|we) (?:have|have got|know|can|is|could))?|anything|all|every one|the (?:whole )?lot|"
    r"(?:all|every|each)(?: of)?(?: the| my| your| our| possible| available| other)* (?:models?|algorithms?|ones?|classifiers?|regressors?|estimators?|learners?|"
    r"methods?|of them)|all (?:that )?you (?:have|have got|know|can)|what(?:ever)? you have)(?: ?,)?(?: but| and| only|"
    r" just)*(?: \(?(?:please )?(?:not|without|no|except(?: for)?|but|bar|minus|save for|apart from|besides|other than|excluding|skip|leave out|leaving out|"
    r"with the exception of|not counting)| (?:dont|do not) (?:use|include|train|try|run)) (?:an? |the |"
    r"any )*(?P<what>[^;.?!()]{2,60}?)(?: (?:this time|please|though|of course|out))*[).! ]*$",
    re.I,
)
"""“train everything but not the svm”"""
_BRACKETED = re.compile(rf"(?P<all>\b{_ALL}) \((?:but )?(?:not|without|except(?: for)?|no|minus|other than|besides|excluding) (?P<what>[^()]{{2,60}})\)", re.I)
"""“scale all numbers (not age)”"""
_NO_THE_REST = re.compile(rf"^{_LEADS}(?P<verb>{_VERB}) {_WHAT} ?[?.,;!-]+ *(?:(?:no|nah|nope|not|oh|wait|rather|just|the opposite|[ ,.!-])+)(?:(?:but|rather|just|only) )*{_REST}(?P<how>(?: [^,;.?!]{{1,40}})?)[.! ]*$", re.I)
"""“scale age? no, everything else”"""
_MODELS_APART = re.compile(
    r"^(?:(?:please|and|so|then|now|just|ok) )*(?:dont|don't|do not|never) (?:train|use|try|fit|run|compare|include) (?:an? |"
    r"the )?(?P<what>[^;.?!]{2,60}?)(?: ?[,;.-]+ | but | and )+(?:(?:but|and|please|just|only) )*(?:train |use |try |fit |run |"
    r"compare )?(?:all )?(?:the (?:rest|others?|other (?:models|ones))|(?:every|any)thing else|all else|all (?:the )?others|all other models)[.! ]*$",
    re.I,
)
"""“don't train the svm, train the rest”"""
_MODELS_ONLY = re.compile(r"^(?:all|every)(?: the| of the| possible| available)? models? ?,? (?:but |just |only )?(?:no|not|without|except(?: for)?|minus|but) (?:an? |the |any )?(?P<what>[^;.?!]{2,60}?)[.! ]*$", re.I)
_NOT_AFTER_STOP = re.compile(r"(?P<last>\w) ?[.;] (?:(?:oh|no|but|and|wait),? )*(?P<what>not (?:the |my )?(?!that\b|this\b|it\b|yet\b|now\b|really\b|sure\b|the other\b)[\w-]+(?: [\w-]+)?[.! ]*)$", re.I)
"""“scale pay and bonus. not bonus”"""
_HINT = re.compile(r"\b(?:every\w*|all|any\w*|rest|others?|remaining|lot|what(?:ever)? you)\b", re.I)
_NOT_WITH_THEM = re.compile(r"\b(?:but|not|without|no|except|bar|minus|save|apart|besides|other|excluding|skip|leave|leaving|exception|dont|counting)\b", re.I)


def with_spared_last(message: str, context: RouterContext) -> str:
    """The order with what it leaves out told by “except”; other messages stay as they are."""
    message = _NOT_AFTER_STOP.sub(r"\g<last>, \g<what>", message)
    if not _HINT.search(message):
        return message
    text = message.strip()
    compared = _ALL_MODELS.match(text) or _MODELS_APART.match(text) or _MODELS_ONLY.match(text) if _NOT_WITH_THEM.search(text) else None
    if compared and _only_models(compared["what"]):
        return f"compare all models except {compared['what']}"
    text = _BAR.sub(r"\g<all> except ", _BRACKETED.sub(r"\g<all> except \g<what>", _EXCEPTION_FIRST.sub("except ", text)))
    apart = _NOT_THAT.match(text) or _LEFT.match(text) or _NO_THE_REST.match(text)
    if apart and columns_alone(apart["what"], context):
        said = apart.groupdict().get("again") or apart["verb"]
        return f"{said} everything except {apart['what']}{apart['how']}"
    left = _BUT_LEAVE.match(text)
    if left and (left["skipped"] or left["out"] or left["alone"]) and columns_alone(left["skipped"] or left["what"], context):
        return f"{left['order']} except {left['skipped'] or left['what']}"
    used = _ALL_IN.match(text)
    if used and columns_alone(used["what"], context):
        return f"drop {used['what']}"
    done = _ALL_DONE.match(text)
    if done and columns_alone(done["what"], context):
        return f"{order_of(done['done'])} {done['all']} except {done['what']}{done['how']}"
    return text if text != message.strip() else message


def _only_models(words: str) -> bool:
    return bool(every(words.lower(), MODELS)) and re.fullmatch(r"(?:(?:MODEL|and|or|nor|,|an?|the|any) ?)+", with_signs(re.sub(r",", " , ", words.lower())).strip()) is not None


def columns_alone(words: str, context: RouterContext) -> bool:
    """Says whether the words are a list of columns and nothing else."""
    said = Clause(words, context).masked
    return re.fullmatch(r"(?:(?:the|my|our|columns?|and|or|,|&|nor) ?)*@(?: ?(?:(?:,|and|or|&|nor|the|my|our|columns?|@) ?)*)", said) is not None or all(token in {name.lower() for name in context.names} for token in re.split(r",? and |, ", words.lower().removeprefix("the ")))
