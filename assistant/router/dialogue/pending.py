"""Understands the answer to a question that was asked: yes, no, one of the options, all of them, or the same in another way."""

from __future__ import annotations

import re

from assistant.router.asking.labels import label
from assistant.router.asking.unused import losses
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.answered_freely import answered_freely, asks_about_it, filled_in, left_as_it_is
from assistant.router.dialogue.assent import OPENS_WITH_YES, assent
from assistant.router.dialogue.beyond_options import all_of_them, another_column, asked_about, beyond_options
from assistant.router.dialogue.changed import changed
from assistant.router.dialogue.chosen import FILLER, Option, chosen, flat, names_nothing_else
from assistant.router.dialogue.gone_instead import gone_instead
from assistant.router.dialogue.of_its_own import of_its_own
from assistant.router.dialogue.picked import several_picked
from assistant.router.dialogue.which_way import left_to_me, spared, takes_away, which_way
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import number_word
from assistant.router.entities.stems import stem
from assistant.router.parts.pointing import AWAY
from assistant.router.parts.segment import opens_with_verb, segments
from assistant.router.tool.rank import candidates
from tools.catalog import find_tool
from tools.idle_arguments import without_idle

_REFUSES = re.compile(r"^(?:(?:no|nope|nah|not|dont|cancel)\b|(?:keep|leave) (?:it|them|that|those|everything|all)\b)")
"""How the label of an option opens that turns down what was asked."""
_WHICH = re.compile(r"(?:^|[.?!:] )(?:(?:of|for|by|in|from|to) )?(?:which|what|whom?|where|how)\b|\bwhich (?:one|of)\b|\bone of these\b|\bor\b[^.?!]*\?")
"""A question that yes is no answer to."""
_BOTH = frozenset(["both", "all", "each", "every", "everything", "2", "3", "4", "two", "columns", "of", "them"])
_KEEPS = re.compile(r"(?:(?:no|nope|nah|please|oh|but|just|well|i would rather|rather|better) )*(?:keep|leave|spare|retain|hold on to) (?P<what>(?!.*\bout\b).+)|(?:(?:no|please|oh) )*(?:dont|do not|never) [a-z]+ (?P<that>it|them|that|this|those|these|any of (?:them|those|these))(?: please)?")
"""What is not to be touched, which was asked about."""
LONGEST = 8
"""An answer of more words is a request of its own."""


def answer_to_question(clause: Clause, context: RouterContext, asks: bool = False) -> list[Call] | str | None:
    """Reads the answer to the pending question: calls, “no”, or None where it is something else; asks again where it leaves open which, or `asks` something itself: “why not?”."""
    question, options = str((context.pending or {}).get("question") or ""), (context.pending or {}).get("options") or []
    if not options:
        return None
    words = re.sub(r" ?[,;:.!?-](?= |$)", "", clause.norm.strip(" .!?,-")).strip()
    exact = [entry for entry in options if entry["label"].lower() == words]
    if len(exact) == 1:
        return [exact[0]["call"]]  # a column called “y” or “no”
    if clause.columns and of_its_own(clause.masked.strip(" .!?,-"), {entry["call"]["tool"] for entry in options}):
        return None  # “plot the price” answers no question of what shall be dropped
    if asks and words == "why not":
        raise Unclear(question, options)
    proposed = left_to_me(words, options, question)
    if proposed:
        raise proposed
    settled = _by_first_word(words, options) or spared(clause, options, question) or which_way(words, options)
    if settled:
        return settled
    said = assent(words)
    if said == "no" or _keeps(words, clause, options) or left_as_it_is(words):
        refusals = [entry for entry in options if _REFUSES.match(entry["label"].lower())]
        return [refusals[0]["call"]] if len(refusals) == 1 else "no"
    last_ones = _LAST_ONES.fullmatch(words) if options[0]["call"]["tool"] == "start_over" else None
    if last_ones:
        said_count = last_ones["count"] or ""
        count = int(said_count) if said_count.isdigit() else number_word(said_count)
        return [{"tool": "undo", "args": {"steps": count or 1}}]
    if (more := _as_well_out(clause, options)):
        return [more]
    if (narrowed := _narrowed(clause, options)) is not None:
        raise Unclear(question, narrowed)
    if said == "unsure" or (asks_about_it(words) and not (words == "explain" and any(entry["call"]["tool"] in ("define", "explain", "help") for entry in options))):
        raise Unclear(question, options)
    if said == "yes":
        return [_affirmed(question, options)["call"]]
    picked = _together(words, question, options) or several_picked(clause.norm, options, question)
    if picked:
        return picked
    listed = another_column(clause, options) if clause.masked.count("@") > 1 else None
    free = listed or gone_instead(words, options) or beyond_options(words, clause, context, options, question) or answered_freely(clause, words, options, context)
    if free:
        return free
    found = chosen(words, clause, options, question) or _taken_away(words, options) or _by_tool(words, clause, context, options)
    if found is None and OPENS_WITH_YES.match(words) and set(words.split()) <= FILLER:
        found = _affirmed(question, options)
    agreed = OPENS_WITH_YES.match(words)
    if found is None and agreed and _DO_SO.fullmatch(words[agreed.end() :].strip()) and options[0]["label"].lower().startswith("yes"):
        found = options[0]
    return [found["call"]] if found else filled_in(clause, options) or another_column(clause, options) or _by_change(clause, context, options)


_OF_THESE = re.compile(r"(?:(?:just|only|i mean|well|but) )*(?:in|for|of|on|only|just) (?:the |column )*@(?: (?:and|,|&) (?:the )?@)*(?: (?:only|please|column|though))*")


_NOR = re.compile(r"(?:(?:and|but|or) )*(?:nor|neither|(?:and )?not(?: from)?|also not|no) (?:the |from |with )*@(?: ?(?:, nor|,|nor|or|and) (?:the )?@)*(?: either)?")


def _as_well_out(clause: Clause, options: list[Option]) -> Call | None:
    """What goes as well as the columns that were asked about: “nor the shoes”, asked whether the group shall go."""
    call = options[0]["call"]
    if call["tool"] != "drop_columns" or not options[0]["label"].lower().startswith("yes") or not _NOR.fullmatch(clause.masked.strip(" .!")) or not all(mention.clear for mention in clause.columns):
        return None
    listed, named = call["args"].get("columns"), [mention.name for mention in clause.columns]
    return {"tool": "drop_columns", "args": {"columns": [*listed, *named]}} if isinstance(listed, list) and not set(listed) & set(named) else None


_LAST_ONES = re.compile(r"(?:(?:no|nope|just|only|rather|but|undo|take back|please) )*(?:the )?(?:very )?(?:last|latest)(?: (?P<count>\d{1,2}|two|three|four|five))?(?: (?:steps?|ones?|things?|changes?))?(?: (?:only|please|back|instead))*")
"""Less than all that was done, asked whether it shall all go."""


def _narrowed(clause: Clause, options: list[Option]) -> list[Option] | None:
    """The same options for the columns that are named, where none was: “in the price”."""
    if not _OF_THESE.fullmatch(clause.masked.strip(" .!?")) or not all(mention.clear for mention in clause.columns) or any(set(entry["call"].get("args", {})) & {"columns", "column", "x", "by"} for entry in options):
        return None
    names = list(dict.fromkeys(mention.name for mention in clause.columns))
    calls = [{"tool": entry["call"]["tool"], "args": {**entry["call"].get("args", {}), "columns": names}} for entry in options if "columns" in find_tool(entry["call"]["tool"]).Arguments.model_fields]
    return [*({"call": call, "label": label(call)} for call in calls[:2]), {"call": {"tool": "describe_column", "args": {"column": names[0]}}, "label": f"Look at {names[0]}"}] if calls else None


def _wants_all(words: str, question: str, options: list[Option]) -> bool:
    """Says whether all options are meant: “both zones”, “all of them”, “the two of them”."""
    said = set(words.split())
    counted = re.search(r"\b([234]) of (?:them|those|these)\b", words)
    if not said & {"both", "all", "each"} and not (counted and int(counted[1]) == len(options)):
        return False
    asked = {stem(word) for text in (question, *(entry["label"] for entry in options)) for word in re.findall(r"[a-z0-9]+", text.lower().replace("_", " "))}
    return all(word in _BOTH | FILLER or stem(word) in asked for word in said)


def _together(words: str, question: str, options: list[Option]) -> list[Call] | None:
    """What all options are together, where all are meant; asks again where they exclude each other."""
    if not _wants_all(words, question, options):
        return None
    asked = asked_about(options)
    offers = _OFFERS_BOTH if "both" in words.split() else _OFFERS_ALL
    offered = [entry for entry in asked if len(asked) > 2 and offers.search(entry["label"])]
    together = [offered[0]["call"]] if len(offered) == 1 else all_of_them(asked)
    if len(asked) > 2 and not offered and "both" in words.split():
        if set(words.split()) <= _BOTH | FILLER:
            raise Unclear(f"Which two? {question}", options)
        return None
    if together is None or len(asked) < 2:
        raise Unclear(f"Not all of these can be done at once. {question}", options)
    return together


_OFFERS_BOTH = re.compile(r"\b(?:both|and|compare)\b", re.I)
_OFFERS_ALL = re.compile(r"\b(?:both|and|all|compare|every|everything)\b", re.I)


def _by_first_word(words: str, options: list[Option]) -> list[Call] | None:
    """The one option that opens with the refusal which was said: “stop”, beside “Stop what is running”."""
    opens = [entry for entry in options if _ONE_WORD.sub("", words) in _STOPS and entry["label"].lower().startswith(_ONE_WORD.sub("", words) + " ")]
    return [opens[0]["call"]] if len(opens) == 1 else None


_ONE_WORD = re.compile(r" (?:it|that|this|please|now|the job|what is running)\b")
_STOPS = frozenset(["stop", "cancel", "leave", "skip", "abort"])


def _affirmed(question: str, options: list[Option]) -> Option:
    """The option that yes means: the first, unless the question was which one."""
    if len(options) > 1 and (_WHICH.search(question.lower()) or ("?" not in question and options[0]["call"]["tool"] == "start_over")) and not options[0]["label"].lower().startswith("yes"):
        raise Unclear(question, options)
    return options[0]


def _keeps(words: str, clause: Clause, options: list[Option]) -> bool:
    """Says whether what an option would take away is to stay: “please keep the ticket”."""
    match = _KEEPS.fullmatch(words)
    if match is None or any(re.search(r"\b(?:keep|leave)\b", entry["label"].lower()) for entry in options if not _REFUSES.match(entry["label"].lower())):
        return False
    named = {mention.name for mention in clause.columns if mention.clear}
    asked = {str(value) for entry in options for value in flat(entry["call"].get("args", {}))}
    return (named <= asked if named else match["that"] is not None) and not clause.numbers and not clause.values


def _taken_away(words: str, options: list[Option]) -> Option | None:
    """The one option that takes something away: “throw them out then”."""
    away = [entry for entry in options if takes_away(entry)]
    asked = segments(OPENS_WITH_YES.sub("", words).strip())
    return away[0] if len(away) == len(asked) == 1 and AWAY.fullmatch(asked[0]) else None


def _by_tool(words: str, clause: Clause, context: RouterContext, options: list[Option]) -> Option | None:
    """The one option whose tool the words ask for, where they name nothing else: “yes, wipe it all”."""
    ranked = candidates(Clause(OPENS_WITH_YES.sub("", words).strip(), context)) if len(words.split()) <= LONGEST else []
    fitting = [entry for entry in options if ranked and entry["call"]["tool"] == ranked[0][1] and names_nothing_else(clause, entry)]
    return fitting[0] if len(fitting) == 1 else None


_DO_SO = re.compile(r"(?:(?:just|please|then|and|now|you can|you may) )*(?!keep|leave|spare|save|stop|cancel|skip|forget|undo|dont|not|no)[a-z]+ (?:it|that|them|this|everything)(?: (?:all|out|away|off|up|then|now|please|clean))*")
"""What only says once more that it shall be done: “yep, wipe it”."""
_OTHERWISE = re.compile(r"(?:(?:hm+|no|nope|well|oh|ok|sorry|actually|rather) ?,? )*(?:neither|none)(?: of (?:those|these|them|that|the (?:two|three|above)))?(?: please)? ?[,;:.-]* (?:but |rather |instead |just )*")
"""What turns all options down before something else of their kind is named."""


def _by_change(clause: Clause, context: RouterContext, options: list[Option]) -> list[Call] | None:
    """The same request in a way that no option had: “neither of those, take the median”."""
    down = _OTHERWISE.match(clause.norm) or _NO_BUT.match(clause.norm)
    turned = down or (_IN_A_WAY.match(clause.norm) if len({entry["call"]["tool"] for entry in options}) == 1 else None)
    rest = Clause(clause.norm[turned.end() :].strip(" .!,"), context) if turned else None
    if rest is None or not 0 < len(rest.tokens) <= LONGEST or clause.text.rstrip().endswith("?") or (opens_with_verb(rest.text) and not _FILL_IN.match(rest.text)):
        return None
    for call in (entry["call"] for entry in options):
        more = changed(call, rest)
        if more and all(name in _MAY_CHANGE or (down and name in call["args"]) for name in more):
            meant = {"tool": call["tool"], "args": without_idle(find_tool(call["tool"]), {**call.get("args", {}), **more}, more)}
            return None if losses([meant], rest) else [meant]
    return None


_NO_BUT = re.compile(r"(?:(?:hm+|oh|well|sorry|not that(?: one)?|no|nope|nah)(?: ?, ?| ))+(?:i (?:meant|mean|want|wanted) )?(?=(?:the )?\w)")
_IN_A_WAY = re.compile(r"(?:(?:just|rather|better|then|so|please|i would (?:prefer|like|take)|i prefer|lets|let us|do|use|take|try|make it|go with|with|by|the|an?) )*")
_FILL_IN = re.compile(r"(?:fill|impute|encode|scale|put|use|set|take|try|make|do)\b")
_MAY_CHANGE = frozenset(["strategy", "method", "fill_value", "params"])
"""Arguments that an answer may add to those of an option."""
