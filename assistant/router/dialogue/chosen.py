"""Finds which option of a question an answer means: by its place, its name, the words that only it has, or as the one that is left."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import models_of
from assistant.router.dialogue.assent import OPENS_WITH_YES
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import key, parts
from assistant.router.entities.stems import stem
from assistant.router.entities.units import same_unit
from assistant.router.entities.vocabulary import with_signs
from assistant.router.entities.words import TRADE
from assistant.router.parts.segment import opens_with_verb
from engine.models import label_of
from tools.catalog import find_tool

Option = dict[str, Any]
ORDER = {"first": 0, "1st": 0, "1": 0, "second": 1, "2nd": 1, "2": 1, "third": 2, "3rd": 2, "3": 2, "fourth": 3, "4th": 3, "4": 3, "last": -1, "former": 0, "latter": -1, "top": 0, "bottom": -1, "upper": 0, "lower": -1}
FILLER = frozenset(["bro", "bruh", "dude", "mate", "man", "dear", "pal", "if", "a", "an", "the", "i", "id", "ill", "im", "we", "us", "our", "me", "my", "you", "it", "its", "them", "those", "these", "that", "thats", "this", "is", "are", "be", "would", "will", "go", "goes", "went", "for", "with", "do", "does", "did", "lets", "let", "just", "only", "rather", "please", "pls", "ok", "okay", "yes", "yeah", "yep", "yup", "sure", "ja", "no", "nope", "nah", "not", "hm", "hmm", "mhm", "oh", "ah", "ach", "um", "uh", "well", "so", "then", "and", "or", "of", "to", "there", "one", "ones", "option", "options", "number", "choice", "answer", "guess", "think", "say", "meant", "want", "wanted", "like", "prefer", "take", "use", "choose", "pick", "make", "fine", "good", "better", "best", "sounds", "sound", "seems", "right", "thanks", "thank", "in", "at", "all", "now", "maybe", "perhaps", "whatever", "anyway", "dunno", "simply", "actually", "course", "obviously", "clearly", "definitely", "absolutely", "certainly", "really", "sorry", "can", "should", "may", "must", "could", "suppose", "reckon", "here", "again", ",", ".", "!", "?"])
"""Words of an answer that say nothing about which option is meant."""
LONGEST = 8
"""An answer of more words is a request of its own."""
_STRANGE = 2
"""How many words of an answer may be in no option: “the one inside the hive of course”."""
_LETTER = re.compile(r"(?:(?:option|answer|choice|take|i|pick|choose|the|it|is|with|go|would|say|just) )*(?:[(\[]? ?(?P<letter>[a-d]) ?[)\]]?|(?:#|no|nr|number|option|[(]) ?(?P<number>[1-4]) ?\)?|(?P<plain>[1-4]) ?\))(?: please| then| it is| of course)*")
"""The place of an option as lists are lettered and numbered: “b)”, “#2”."""
_PIECES = re.compile(r" ?[,;:.-] | but (?:rather )?| rather (?=the\b)")
_NOT = re.compile(r"(?:(?:oh|no|well|hm+|definitely|certainly|please|just|but) )*(?:not|anything but|everything but|all but|all except|except|rather than|instead of) (?:for )?(?P<what>.+)")
_STAYS = re.compile(r"(?P<what>.+?) (?:stays?|remains?|can stay|should stay|must stay|is (?:needed|fine))")
_I_MEAN = re.compile(r"\bi mean\b ?")
_THE_OTHER = re.compile(r"(?:(?:but|rather|so|take|use|i mean|and|just) )*(?:the )?(?:other|others|rest|remaining)(?: one| two)?")
_ASKS = re.compile(r"^(?:(?:and|but|so|well|first|please|no|yes|ok) )*(?:what|why|how|who|where|when|does|do|did|is|are|was|can|could|would|show|tell|explain|describe|list)\b")


def chosen(words: str, clause: Clause, options: list[Option], question: str) -> Option | None:
    """Finds the one option that is meant; None where none is, or several may be."""
    words = _I_MEAN.sub("", words)
    pieces = [piece.strip(" .!?,") for piece in _PIECES.split(clause.norm) if piece.strip(" .!?,")]
    if any(_turned_down(piece, options) for piece in pieces):
        return _left_over(pieces, options)
    return _by_place(words, options) or _by_name(words, clause, options) or _by_model(clause, options) or _by_words(words, options, question) or _by_most_words(words, clause, options, question)


def flat(args: dict[str, Any]) -> list[Any]:
    """The single values of the arguments of a call."""
    return [item for value in args.values() for item in (value if isinstance(value, list) else [value])]


def names_nothing_else(clause: Clause, entry: Option) -> bool:
    """Says whether an answer names no column, value or number that the option does not have."""
    own = set(map(str, flat(entry["call"].get("args", {}))))
    return not clause.numbers and all(str(value.value) in own for value in clause.values) and all(set(mention.names) & own for mention in clause.columns if mention.score >= 1.0)


def _turned_down(piece: str, options: list[Option]) -> str | None:
    """What a piece of an answer turns down: “not the length”; what stays is turned down where options take away."""
    match = _NOT.fullmatch(piece)
    if match is None and all(find_tool(entry["call"]["tool"]).takes_away for entry in options):
        match = _STAYS.fullmatch(piece)
    return match["what"] if match else None


def _left_over(pieces: list[str], options: list[Option]) -> Option | None:
    """The one option that is left when others are turned down: “not the first, the other one”."""
    left, wanted = options, []
    for piece in pieces:
        unwanted = _turned_down(piece, options)
        if unwanted is None:
            wanted += [] if _THE_OTHER.fullmatch(piece) else [piece]
            continue
        place = _by_place(unwanted, options)
        out = [place] if place else [entry for entry in options if _said(unwanted) and _said(unwanted) <= _words_of(entry)]
        if not out or len(out) == len(options):
            return None
        left = [entry for entry in left if entry not in out]
    said = set().union(*map(_said, wanted)) if wanted else set()
    fitting = [entry for entry in left if said <= _words_of(entry)]
    return fitting[0] if len(fitting) == 1 else None


def _by_place(words: str, options: list[Option]) -> Option | None:
    words = re.sub(r" (?:of|out of|from) (?:the |these |those |them )?(?:2|3|4|two|three|four|both|options|list|above)\b", "", words)
    lettered = _LETTER.fullmatch(words)
    if lettered:
        place = "abcd".find(lettered["letter"]) if lettered["letter"] else int(lettered["number"] or lettered["plain"]) - 1
        return options[place] if place < len(options) else None
    said = [word for word in words.split() if word not in FILLER]
    if said == ["last"]:
        return _last(options)
    if said == ["latter"] and len(options) == 3 and " and " in options[2]["label"].lower():
        return options[1]  # the third is both of them
    if len(said) != 1 or said[0] not in ORDER or ORDER[said[0]] >= len(options) or len(words.split()) > LONGEST:
        return None
    return options[ORDER[said[0]]]


def _last(options: list[Option]) -> Option:
    """The last of the options of one kind; what is only offered beside them, such as a look at the pipeline, is none."""
    alike = [entry for entry in options if entry["call"]["tool"] == options[0]["call"]["tool"]]
    return alike[-1] if len(alike) > 1 and options[-1]["call"]["tool"] in ("show_pipeline", "list_options", "preview", "help") else options[-1]


def _by_name(words: str, clause: Clause, options: list[Option]) -> Option | None:
    """The one option that has what was said as its label or as the value or column of an argument."""
    said = key(re.sub(r"^(?:the |i mean |i meant |use |take |its )+|(?: please| one| column)+$", "", words))
    exact = [entry for entry in options if said and said in (key(entry["label"]), *_values(entry))]
    if len(exact) == 1:
        return exact[0]
    plain = [word for word in words.split() if word not in FILLER]
    said = key(plain[0]) if len(plain) == 1 else said  # “hm, the price I guess”
    within = [entry for entry in options if len(said) > 2 and any(said in map(key, parts(value)) for value in map(str, flat(entry["call"].get("args", {}))))]
    if len(within) == 1 and (len(plain) == 1 or len(words.split()) <= 3):
        return within[0]
    measured = [entry for entry in options if any(same_unit(words, part) for value in map(str, flat(entry["call"].get("args", {}))) for part in parts(value))]
    if len(measured) == 1:
        return measured[0]
    named = {mention.name for mention in clause.columns if mention.clear}
    fitting = [entry for entry in options if named and named & set(map(str, flat(entry["call"].get("args", {}))))]
    return fitting[0] if len(fitting) == 1 and len(clause.tokens) <= 5 and not (len(clause.tokens) > 2 and _ASKS.match(words)) else None


def _by_model(clause: Clause, options: list[Option]) -> Option | None:
    """The one option that speaks of the model which was said by another of its names: “svm” beside a step that trains one."""
    named = models_of(clause) if set(with_signs(clause.masked).split()) - FILLER == {"MODEL"} else []
    fitting = [entry for entry in options if len(named) == 1 and label_of(named[0]) in entry["label"]]
    return fitting[0] if len(fitting) == 1 else None


def _by_words(words: str, options: list[Option], question: str) -> Option | None:
    """The one option that has all words of the answer which say something: “yes please drop it”.

    A word of the question says what is spoken about, and not which of the options is meant.
    """
    said = _said(words) - _only_asked(options, question)
    if not said or len(words.split()) > LONGEST:
        return None
    fitting = [entry for entry in options if said <= _words_of(entry)]
    return fitting[0] if len(fitting) == 1 else None


def _by_most_words(words: str, clause: Clause, options: list[Option], question: str) -> Option | None:
    """The one option that has most words of an answer which asks for nothing else: “the one inside the hive of course”."""
    said = _said(words) - _only_asked(options, question)
    if len(words.split()) > LONGEST or clause.text.rstrip().endswith("?") or _ASKS.match(words):
        return None
    scored = sorted(((sum(_heard(word, _words_of(entry)) for word in said), -len(_words_of(entry)), place) for place, entry in enumerate(options)), reverse=True)
    if not scored[0][0] or (len(scored) > 1 and scored[0][:2] == scored[1][:2]):
        return None
    best = options[scored[0][2]]
    beside = {word for word in said if not _heard(word, _words_of(best))}
    asks_more = any(_asks_more(word) or (stem(word) in beside and opens_with_verb(word)) for word in {*beside, *words.split()} - FILLER if stem(word) in beside or word in beside)
    return best if len(beside) <= _STRANGE and not asks_more and names_nothing_else(clause, best) else None


def _asks_more(word: str) -> bool:
    """Says whether a word in no option may ask for something of its own."""
    return opens_with_verb(word) or word in TRADE or word.isdigit()


def _heard(word: str, known: set[str]) -> bool:
    """Says whether an option has a word, or one that begins alike: “maximum” for temp_max."""
    return word in known or any(min(len(word), len(other)) > 2 and (word.startswith(other) or other.startswith(word)) for other in known)


def _said(words: str) -> set[str]:
    """The words of an answer that say something, without their endings."""
    return {stem(word) for word in OPENS_WITH_YES.sub("", words).replace("-", " ").split() if word not in FILLER}


def _only_asked(options: list[Option], question: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z0-9]+", question.lower())} - set().union(*map(_words_of, options))


def _words_of(entry: Option) -> set[str]:
    call = entry["call"]
    texts = [entry["label"], call["tool"], *map(str, flat(call.get("args", {})))]
    return {stem(word) for text in texts for word in (*re.findall(r"[a-z0-9]+", text.lower()), *parts(text))}


def _values(entry: Option) -> list[str]:
    return [key(str(value)) for value in flat(entry["call"].get("args", {}))] + [key(entry["call"]["tool"])]
