"""Puts together what is said in two places: “the yield, log it”, “all columns, the pH excepted”, “don't train a forest, I said ridge”, “a is to be logged and then scaled”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.dialogue.amend import amended
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.columns import part_names
from assistant.router.parts.segment import opens_with_verb
from assistant.router.parts.sequence import DONE, verb_of
from assistant.router.parts.verbs import VERBS

_ALL_OF = r"(?P<all>\b(?:all|every|everything|each)\b(?: (?!but\b|except\b)[^\s,.;()]+){0,4}?)"
_EXCEPTED = re.compile(rf"{_ALL_OF}(?:,| \(| -) ?(?:and |but |with )?(?P<what>[^,.;()\n]{{1,60}}?) (?:being |is |are )?(?:excepted|exempt(?:ed)?|excluded|not included|left (?:out|alone|aside)|aside|apart|untouched)\)?(?=$|[.!,;]| please| and\b| then\b)", re.I)
"""What is taken out of all, named before the word that says so: “scale everything numeric, the price excepted”."""
_BAR = re.compile(rf"{_ALL_OF}(?P<link>,? with (?:the )?(?:sole |only )?exceptions? of|(?<=s) (?:bar|save)(?: for)?(?! (?:charts?|plots?|graphs?|it|them|the (?:model|data|file|result))\b)) (?=\w)", re.I)
_TOPIC = re.compile(r"^(?P<what>(?:the |my |our |this |that )?(?:[^\s,;:.?!]+ ){0,2}?[^\s,;:.?!]+?(?: column| field| feature| variable)?) ?[,:] (?P<then>(?:please |just |could you |can you )*(?P<verb>\w+)\b(?:(?! it\b)[^.;?\n]){0,30} it\b.*)$", re.I | re.S)
"""A thing named before the request that points at it: “the yield column, put it in logarithm”."""
_RATIO_TOLD = re.compile(r"^[^,.;:?\n]{2,60} (?:per|over|for each) [^,.;:?\n]{2,60}[,:;] (?:so|thats|that's|that is|meaning|i\.?e\.?|in other words|namely|i mean|hence) (?=[^,.;\n]{2,60} (?:divided by|over|/) )", re.I)
"""A ratio that is told before it is said how it is made: “load per stop, so load divided by stops, call it …”."""
_I_SAID = re.compile(rf"^(?:no,? )?(?:please )?(?:dont|don't|do not) (?P<said>(?:{VERBS}) [^,;.?\n]{{1,80}}?),? (?:but )?(?:i|we) (?:said|meant|asked for|wanted|told you|did say|had said) (?P<meant>[^,;.?\n]{{2,60}})[.!]*$", re.I)
_DO_OVER = re.compile(r"\bredo (?P<what>(?:the|my|our|that) (?!(?:last|latest|previous|undo|undone|whole|same|one|thing|steps?)\b)[a-z][\w-]*(?: [a-z][\w-]*){0,2}?)(?=,? (?:but|with|using|by|as|on|at|to|for|this time|instead|and|please)\b|[,:;.!]|$)", re.I)
"""A step that is to be done over, which takes nothing back that was undone: “redo the split but 90/10”."""
_VERDICT = re.compile(r",\s+(?:an? |the )?[\w-]{1,20}(?: [\w-]{1,20}){0,2}? (?:is|are|seems?|looks?|sounds?|would be|was) (?:just |really |a bit |far |way |much )*(?:overkill|too (?:much|strong|harsh|aggressive|drastic|crude|fancy))[.! ]*$", re.I)
"""What is only found of another way: “…, log is overkill”."""
_JUNK = re.compile(
    r",\s+(?:(?:its|it's|theyre|they're|thats|that's|it is|they are) )?(?:just |only |all |both |some |more |old )*(?:[\w-]+ )?(?:junk|rubbish|garbage|trash|"
    r"leftovers?|clutter|artefacts?|artifacts?)[.! ]*$|"
    r",\s+(?:(?:i|we)(?: ?'?ve| have| ?'?m)? (?:really |honestly )?(?:got |have |had )?)?(?:no|not an?|without an?|not the (?:slightest|faintest)) (?:idea|clue|"
    r"notion) (?:of )?what(?:'?s|'?re)? (?:(?:they|it|that|those|these|this|any of (?:it|that|them|those)|either)(?:'?s|'?re)? ?)?(?:(?:is|are|was|were|means?|"
    r"meant|do|does|did|stands?|should be|even|for|about|there|in)\b ?)*[.! ]*$",
    re.I,
)
"""What is only said of things that are to go: “…, some export junk”."""
_VERDICT_FIRST = re.compile(
    r"(?P<at>^|\b(?:scratch|forget|strike|cancel) that,? |\bno,? wait,? )(?:(?:an?|the) )?(?P<what>[\w-]{1,20}(?: [\w-]{1,20}){0,2}?) (?:is|are|seems?|looks?|"
    r"sounds?|would be|feels?) (?:just |really |a bit |far |way |much |probably )*(?:overkill|too [a-z]+)(?: here|"
    r" for (?:this|that|us))? ?[,;:.-]+ (?=(?:so |just |rather |use |take |better |only |do |try |go |please )+\w)",
    re.I,
)
"""“lasso is overkill, just ridge”"""
_VERBS = {"imputation": "impute", "scaling": "scale", "encoding": "encode", "binning": "bin", "standardisation": "standardize", "standardization": "standardize", "normalisation": "normalize", "normalization": "normalize", "clipping": "clip", "tuning": "tune"}
_BE = r"(?:(?:is|are|has|have|needs?|ought) to be|(?:must|should|shall|can|could|may|will) (?:first |all |both )*be)"
_IN_TURN = re.compile(rf"(?P<at>^|[.;\n] ?)(?P<what>[^,.;:?\n]{{1,60}}?) {_BE} (?P<steps>(?:[^.;:?\n]|\.(?=\d)){{4,200}})", re.I)
_NEXT = re.compile(r"(?:,? (?:and|then)|,)(?: (?:and|then|thereafter|afterwards?|subsequently|finally|lastly|also|next|later|after that|be))*,? ", re.I)
_STEP = re.compile(rf"(?:first |all |both )*(?P<kind>(?:min-?max|standard|robust|label|ordinal|target|frequency|median|mean|mode|knn)[ -])?(?P<done>{DONE}|standardize|normalize)\b(?P<how>.*)", re.I)
_PREPARES = ("drop", "fill", "impute", "encode", "one-hot encode", "scale", "standardize", "normalize", "clip", "bin", "log", "transform")


def put_together(message: str, context: RouterContext) -> str:
    """The message with each thing where its request is; as it is where nothing is said apart."""
    message = _JUNK.sub("", message)
    message = _VERDICT_FIRST.sub(lambda match: match["at"] if vocabulary.every(match["what"].lower(), vocabulary.MODELS) else match[0], message)
    message = _BAR.sub(r"\g<all> except ", _EXCEPTED.sub(r"\g<all> except \g<what>", _VERDICT.sub("", _RATIO_TOLD.sub("", message))))
    message = _IN_TURN.sub(lambda match: _orders(match, context), message)
    if not (context.last and context.last[-1]["tool"] == "undo"):
        message = _DO_OVER.sub(lambda match: _VERBS.get(match["what"].split(" ", 1)[1].lower()) or f"do {match['what']} again", message)
    meant = _I_SAID.match(message.strip())
    if meant and (instead := amended(meant["said"], meant["meant"], context)):
        return instead
    topic = _TOPIC.match(message.strip())
    if topic and opens_with_verb(topic["verb"]) and not opens_with_verb(topic["what"]) and _several_fit(topic["what"], context) and not _names_its_own(topic["then"], context):
        return re.sub(r"\bit\b", lambda _: topic["what"], topic["then"], count=1, flags=re.I)
    return message


def _names_its_own(then: str, context: RouterContext) -> bool:
    """Says whether a column is named before “it”, which then means that one: “replace pickup_zone by how often it occurs”."""
    return any(mention.clear for mention in Clause(re.split(r" it\b", then, maxsplit=1, flags=re.I)[0], context).columns)


def _several_fit(what: str, context: RouterContext) -> bool:
    """Says whether words name no column for certain but are a part of the names of several."""
    clause = Clause(what, context)
    if clause.columns:
        return len(clause.columns) == 1 and not clause.columns[0].clear
    words = re.sub(r" (?:column|field|feature|variable)$", "", clause.norm)
    return len(part_names(words.rsplit(" ", 1)[-1], context.names)) > 1


def _orders(match: re.Match[str], context: RouterContext) -> str:
    """One order for each thing that is to be done with the columns a sentence is about, which “and then” does not name again."""
    steps = [_STEP.fullmatch(part.strip()) for part in _NEXT.split(match["steps"])]
    verbs = [(step["done"].lower() if step["done"].lower() in _PREPARES else verb_of(step["done"])) if step else "" for step in steps]
    if len(steps) < 2 or not all(verb in _PREPARES for verb in verbs) or not Clause(match["what"], context).columns:
        return match[0]
    return match["at"] + "\n ".join(f"{step['kind'] or ''}{verb} {match['what']}{step['how']}" for step, verb in zip(steps, verbs, strict=True) if step)
