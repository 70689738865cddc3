"""Recognises a request about another world: “split the bill with my friend” has the verb of a tool and nothing of a table."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.stems import stem
from assistant.router.entities.thesaurus import WORDS
from assistant.router.entities.words import COMMON, ROW_NOUNS, TRADE, TRADE_NOUNS
from assistant.router.parts.segment import opens_with_verb, starts_with_verb
from assistant.router.tool.triggers import TRIGGERS
from assistant.router.tool.triggers.wordlists import STEP_NOUNS, TABLE
from engine.samples import SAMPLES
from tools.catalog import find_tool

_ENDINGS = ("s", "es", "d", "ed", "r", "er", "ing", "ly")
_LOOKS = frozenset(["profile", "preview", "list_samples", "describe_column", "compare_data"])
"""Tools that only look at data."""
ENOUGH = 2
"""How many words that nobody uses about tables make a request one about something else."""


def is_foreign(calls: list[Call], clause: Clause) -> bool:
    """Says whether nothing but the verb speaks of data: no column by its name, no value, model, metric, number or method, and several unknown words."""
    if _is_thing(calls, clause) or _asks_of_the_world(clause) or _is_bare_order(calls, clause) or _is_random_thing(calls, clause):
        return True
    loosely = {name for mention in clause.columns if mention.score <= 1.0 for name in mention.names}
    told = {str(name) for call in calls for value in call["args"].values() for name in (value if isinstance(value, list) else [value])}
    if told - loosely or clause.values or clause.numbers or vocabulary.with_signs(clause.masked) != clause.masked:
        return False
    if all(call["tool"] in _LOOKS for call in calls) and clause.has(TABLE + r"|in (?:here|it|there)"):
        return False  # “check the file, my colleague said that it is broken” tells a story, but of a table
    strange = strange_words(clause, frozenset().union(*(words_of_tool(call["tool"]) for call in calls)))
    return len(strange) >= ENOUGH or (len(clause.tokens) <= 5 and _is_object(clause, max(strange.values(), default=0)))


_SMALL = frozenset(["a", "an", "the", "this", "that", "these", "those", "it", "its", "them", "they", "i", "im", "me", "my", "we", "us", "our", "you", "your", "and", "or", "of", "on", "in", "to", "for", "with", "by", "from", "at", "as", "all", "any", "some", "up", "out", "off", "down", "over", "again", "now", "then", "please", "too", "also", "first", "just", "only", "here", "there", "so", "one", "ones", "thing", "things", "stuff", "both", "each", "every", "everything", "everybody", "rest", "other", "others", "else", "more", "most", "less", "least", "twice", "once", "afterwards", "together", "instead", "later", "still", "even", "not", "what", "whatever", "whats", "can", "will"])
"""Words that name nothing that an order could be about."""
_OF_WORK = frozenset(["quality", "winner", "winners", "loser", "losers", "progress", "outcome", "outcomes", "group", "groups", "cluster", "clusters", "segment", "segments"])
"""Words for what comes of the work, which an order may well be about."""
_OF_ROWS = frozenset(["set_task", "sample_rows", "preview", "profile", "predict", "prepare_automatically", "split", "balance"])
"""Tools of which the object may be what the rows are called, whatever that is: “cluster the bookings”."""
_NAMED_FREELY = frozenset(["define", "name_experiment", "branch", "open_experiment", "load_data", "remove_step"])

_OF_A_PERSON = re.compile(r"[a-z]+ (?:me|us|him|her|you)(?: (?:in|up|out|down|over|off|on))?")
"""What is done to a person and not to a table: “fill me in”."""
_OF_NOTHING = re.compile(r"[a-z]+ (?:in|out|off|on|up|down|over|around|about|along|through|away)")
"""A verb that with its little word means something else, and is about nothing: “log in”, “tune out”."""


def _is_bare_order(calls: list[Call], clause: Clause) -> bool:
    """Says whether a short order has the verb of a tool alone, and is about a thing that the tool knows nothing of: “balance my budget”, “split hairs”."""
    words = [token.norm for token in clause.tokens]
    if _OF_A_PERSON.fullmatch(clause.norm) and not all(find_tool(call["tool"]).stage in ("help", "data", "pipeline") for call in calls):
        return True
    named = bool(clause.values or (clause.columns and clause.columns[0].clear and clause.columns[0].score >= 1.0)) and not opens_with_verb(clause.text)
    if not named and _OF_NOTHING.fullmatch(clause.norm) and not all(find_tool(call["tool"]).stage in ("help", "pipeline") or call["tool"] in ("prepare_automatically", "balance", "drop_duplicates") for call in calls):
        return True
    if not 2 <= len(words) <= 5 or any(call["args"].keys() - {"method", "task", "which"} or call["tool"] in _NAMED_FREELY for call in calls) or words[1] in ("it", "them") or not starts_with_verb(clause.text):
        return False
    if clause.columns or clause.values or clause.numbers or not all(word.isalpha() for word in words) or re.search(r"[A-Z]", vocabulary.with_signs(" ".join(words[1:]))):
        return False
    things = [word for word in words[1:] if len(word) > 2 and word not in _SMALL and not word.endswith("ly")]
    known = frozenset().union(*(words_of_tool(call["tool"]) for call in calls))
    if not things or any(stem(word) in known or word in known or word in TRADE or word in TRADE_NOUNS or word in _OF_WORK or re.fullmatch(TABLE, word) or any(re.fullmatch(noun, word) for _, noun in STEP_NOUNS) for word in things):
        return False
    called_so = things[-1].endswith("s") and all(call["tool"] in _OF_ROWS for call in calls) and (calls[0]["tool"] == "set_task" or any(word in words for word in ("the", "my", "our", "these", "those", "all")))
    return not called_so and things[-1] not in ROW_NOUNS


def _is_random_thing(calls: list[Call], clause: Clause) -> bool:
    """Says whether a thing of the world is named whose name only begins as rows by lot do."""
    said = _RANDOM_THING.fullmatch(clause.norm)
    return said is not None and all(call["tool"] in ("preview", "sample_rows") for call in calls) and said["thing"] not in TRADE | TRADE_NOUNS and f"{said['thing']}s" not in ROW_NOUNS and not re.fullmatch(TABLE, said["thing"])


_RANDOM_THING = re.compile(r"(?:(?:an?|the|some) )*random (?P<thing>[a-z]+(?<!s))(?: (?:please|now|then))*")
"""“random walk”: something of the world, and no rows by lot."""
_WORLD = re.compile(
    r"(?:(?:and|so|hey|ok|but|tell me|do you know|say) ,? ?)*(?:(?:what|which)(?: is| was| will| s|s)?(?: the| a)?(?: [a-z]+)? @ (?:of|in|for|to|at|on|is|was)|"
    r"how [a-z]+ (?:is|was|will)|how (?:much|many) @ (?:does|has|is)) (?P<the>the )?(?P<thing>[a-z]+(?: [a-z]+){0,2}?)(?: (?:be|have|cost|today|now|tomorrow|"
    r"outside|currently|these days|right now))*(?: \?)?",
)
"""Asks for the measure of one thing: “what is the price of gold”."""
_OF_YOU = re.compile(r"(?:and |so |hey )*(?:what(?: is| s|s)? your @|(?:what|which) @ (?:are|have|do) you(?: in| from| of)?|how old are you)(?: \?)?")
"""Asks whom it talks to about themselves: “what is your name”."""


def _asks_of_the_world(clause: Clause) -> bool:
    """Says whether somebody asks for a measure of one thing that the table knows nothing of; a kind of thing (“of a flat”) or several are what its rows are."""
    if _OF_YOU.fullmatch(clause.masked):
        return True
    asked = _WORLD.fullmatch(clause.masked)
    if asked is None or clause.values or clause.numbers:
        return False
    strange = strange_words(clause)
    words = asked["thing"].split()
    return all(word in strange for word in words) and not words[-1].endswith("s")


_SAMPLES = frozenset(sample.name for sample in SAMPLES)
_THING = re.compile(r"(?:(?:please|now|then|can you|could you|just) )*(?:open|load)(?: up)? (?:the|a|an|my|your|our|his|her) (?:[a-z]+ )?[a-z]+(?: (?:please|now|then|again|for me))*")


def _is_thing(calls: list[Call], clause: Clause) -> bool:
    """Says whether something of the world is to be opened or loaded rather than a table: “open the door”, where no sample is called so."""
    if [call["tool"] for call in calls] != ["load_data"] or not _THING.fullmatch(clause.norm) or clause.has(TABLE):
        return False
    source = str(calls[0]["args"].get("source", ""))
    return not source.endswith("s") and source not in _SAMPLES


def strange_words(clause: Clause, known: frozenset[str] = frozenset()) -> dict[str, int]:
    """Lists the words that nobody uses about tables, with where they stand; `known` are stems that are used all the same."""
    inside = {index for mention in clause.columns for index in range(mention.start, mention.end)}
    return {token.norm: index for index, token in enumerate(clause.tokens) if index not in inside and token.norm.isalpha() and len(token.norm) > 2 and not _is_known(token.norm, known)}


def _is_object(clause: Clause, index: int) -> bool:
    """Says whether the word at a place ends a short order as what it is done to: “tune my guitar”."""
    return index >= 2 and index == len(clause.tokens) - 1 and any(clause.word(place) in ("my", "the", "a", "an", "your", "our", "his", "her", "some", "any") for place in (index - 1, index - 2))


def _is_known(word: str, known: frozenset[str]) -> bool:
    if word in COMMON or word in TRADE or word in WORDS or word in ROW_NOUNS or f"{word}s" in ROW_NOUNS or stem(word) in known:
        return True
    return any(word.removesuffix(ending) in COMMON or word.removesuffix(ending) in WORDS for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 1)


@lru_cache(maxsize=256)
def words_of_tool(tool: str) -> frozenset[str]:
    """The stems of the words that the patterns, the phrases and the arguments of a tool speak of."""
    from tools.catalog import TOOLS

    texts = [re.sub(r"\\[a-zA-Z]", " ", pattern.pattern) for name, _, pattern in TRIGGERS if name == tool]
    texts += [text for entry in TOOLS if entry.name == tool for text in (*entry.phrases, str(entry.Arguments.model_fields))]
    return frozenset(stem(word) for text in texts for word in re.findall(r"[a-z]{3,}", text.lower()))
