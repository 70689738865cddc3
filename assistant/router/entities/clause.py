"""One request of a message, with what was recognised in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Generic, TypeVar

from assistant.router.context import RouterContext
from assistant.router.entities.columns import find_columns, part_names
from assistant.router.entities.file_names import in_file_name
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.reserved import (
    COMMANDS,
    DRAWN_PLACE,
    HAS_GAPS,
    HEAD_PLACE,
    HEADS,
    LINKS,
    ORDERED_PLACE,
    is_reserved,
    joins,
    stands_as_subject,
    stands_for_column,
)
from assistant.router.entities.shape import Shape
from assistant.router.entities.units import is_unit
from assistant.router.entities.values import ValueMention, find_values
from assistant.router.entities.words import COMMON, MEASURES, ROW_NOUNS, WORLDLY
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.triggers.wordlists import DROP
from assistant.router.wording.normalize import Token, tokenize

OF_ROWS = re.compile(rf"(?:(?:please|just|and|then|now|only|all|the|of|show|me) )*(?:{DROP}|keep|only|use|take)\b")
Found = TypeVar("Found")
_GOES_ON = ("to", "as", "into", "by", "per", "for", "in", "with", "and")
"""What stands after the name of what is renamed, averaged or prepared."""


class Unclear(Exception):  # noqa: N818 - not a failure but a question
    """The words fit a tool but not enough is known: a question and complete calls to choose from."""

    def __init__(self, question: str, options: list[dict[str, Any]] | None = None) -> None:
        super().__init__(question)
        self.question = question
        self.options = options or []
        self.tool: str | None = None
        """The tool that was asked for, where that much is clear."""
        self.mention: Mention | None = None
        """The words that several columns fit, where that is what is asked."""
        self.vague = False
        """Whether the words were not understood, or not all of them, rather than that something has to be decided."""


class recognised(Generic[Found]):  # noqa: N801 - reads as cached_property does
    """A property that is worked out once for all clauses of the same words in the same message."""

    def __init__(self, work: Callable[[Any], Found]) -> None:
        self.work = work
        self.name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, clause: Any, owner: type) -> Found:
        notes = clause.context.notes.setdefault(clause.text, {})
        if self.name not in notes:
            notes[self.name] = self.work(clause)
        found: Found = notes[self.name]
        clause.__dict__[self.name] = found  # from here on an ordinary attribute of this clause
        return found


@dataclass
class Clause:
    """The words of one request and the columns and values found among them."""

    text: str
    context: RouterContext
    inherited: str | None = None
    """The tool of the request before, for a part that has no verb of its own."""
    spoken: tuple[str, ...] = ()
    """The columns that were spoken of just before, which “it” and “them” mean."""
    correcting: bool = False
    """Whether this takes the place of what was said before it."""

    @recognised
    def tokens(self) -> list[Token]:
        return tokenize(self.text)

    @recognised
    def names(self) -> tuple[str, ...]:
        return self.context.names

    @recognised
    def norm(self) -> str:
        """The words in lower case, hyphens opened, one blank between tokens."""
        return re.sub(r"(?<=[a-z]) - (?=[a-z])", " ", " ".join(token.norm for token in self.tokens))

    @recognised
    def all_mentions(self) -> list[Mention]:
        return find_columns(self.tokens, self.names)

    @recognised
    def mentions(self) -> list[Mention]:
        """The columns named; a word of the trade counts only where a column is expected."""
        kept: list[Mention] = []
        for mention in self.all_mentions:
            lone = mention.end - mention.start == 1
            if in_file_name(self.tokens, mention.end):
                continue
            if lone and (joins(self.tokens, mention.start, bool(kept) and kept[-1].end == mention.start) or self._commands(mention)):
                continue
            if lone and self._is_kind_of_thing(mention):
                continue  # “isn't a number” beside licence_number
            if lone and (is_reserved(token := self.tokens[mention.start]) or (mention.score < 1.0 and token.norm in MEASURES)) and not self._expected(mention) and not _ends_list(kept, mention) and not self._goes_too(kept, mention):
                continue
            if lone and self.word(mention.start - 1) == "-" and f"{self.word(mention.start - 2)}-{self.word(mention.start)}" in _HYPHENED and not self.tokens[mention.start].quoted:
                continue
            if lone and kept and kept[-1].end == mention.start and self.word(mention.start) in ("rate", "share", "percentage") and all(self.context.kind(name) == "boolean" for name in kept[-1].names):
                continue  # “completion rate” is the mean of completed
            if self.word(mention.start) == "s" and self.word(mention.start - 1) == "'" and mention.score < 1.0:
                continue  # “Kendall's tau” beside stay_days
            if lone and mention.score < 1.0 and f"{self.word(mention.start - 1)} {self.word(mention.start)}" in _OF_TWO_WORDS:
                continue
            if lone and self._is_verb(mention):
                continue
            if lone and ((mention.score < 1.1 and self._rows_meant(mention)) or self._people_meant(mention)):
                continue
            if self._has_the_next(mention):
                continue
            if kept and kept[-1].end == mention.start and set(mention.names) & set(kept[-1].names):
                # “fare price” says one column twice; the better of the two stands for both.
                mention = max(kept.pop(), mention, key=lambda entry: entry.score)
            elif kept and kept[-1].end == mention.start and max(kept[-1].score, mention.score) < 1.0 and not self._both_numbers(kept[-1], mention):
                kept.pop()  # “passenger class” is a class, not a passenger and a class
            kept.append(mention)
        named = [self._dated(mention) for mention in kept] or self._lacking()
        return [self._narrowed(mention, named) for mention in sorted([*named, *self._shared_head(named)], key=lambda mention: mention.start)]

    def _is_kind_of_thing(self, mention: Mention) -> bool:
        """Says whether a word that ends a column's name only says what sort of thing something is: “it's a date” beside install_date."""
        return mention.score < 1.0 and self.word(mention.start) in MEASURES and bool({self.word(mention.start - 1), self.word(mention.start - 2)} & {"a", "an"})

    def _goes_too(self, named: list[Mention], mention: Mention) -> bool:
        """Says whether a word of the trade stands in a list of columns that are to go and is called as one of them: “drop day or hour”."""
        joined = bool(named) and named[-1].end == mention.start - 1 and self.word(mention.start - 1) in ("and", "or", "&", ",") and named[-1].score >= 1.2
        return joined and mention.clear and mention.score >= 1.2 and self.word(0) in ("drop", "remove", "delete", "discard", "exclude", "ditch") and (not self.word(mention.end).isalpha() or self.word(mention.end) in ("and", "or", "please", "out", "away", "as", "one"))

    def _narrowed(self, mention: Mention, named: list[Mention]) -> Mention:
        """Leaves out of the columns that a word may mean those named beside it: “weight_release minus weight”."""
        if mention.clear or mention.quoted:
            return mention
        beside = {other.name for other in named if other is not mention and other.clear}
        rest = tuple(name for name in mention.names if name not in beside)
        return replace(mention, names=rest) if len(rest) == 1 and len(mention.names) == 2 else mention

    def _both_numbers(self, first: Mention, second: Mention) -> bool:
        """Says whether two words side by side are two columns of numbers in a list: “scale age delay”."""
        return first.clear and second.clear and self.context.kind(first.name) == self.context.kind(second.name) == "numeric"

    def _dated(self, mention: Mention) -> Mention:
        """Reads “the gift date” as the dates of gifts rather than as their number."""
        if self.word(mention.end) not in ("date", "dates") or mention.end - mention.start > 1 or mention.quoted or mention.score >= 1.5 or self.context.kind(mention.name) == "datetime":
            return mention
        said = self.word(mention.start).removesuffix("s")
        names = tuple(name for name in self.names if self.context.kind(name) == "datetime" and said in {part.removesuffix("s") for part in parts(name)})
        return Mention(names, mention.start, mention.end + 1, 0.9) if names else mention

    def _lacking(self) -> list[Mention]:
        """Reads an everyday word as the column of which values are missing: “the missing weights” of weight_kg."""
        for index, token in enumerate(self.tokens):
            if token.norm in COMMON and not token.quoted and self.word(index - 1) in ("missing", "empty", "blank", "unknown") and token.norm.endswith("s") and not self.word(index + 1).startswith("column"):
                names = part_names(token.norm.removesuffix("s"), self.names)
                if len(names) == 1:
                    return [Mention(names, index, index + 1, 0.9)]
        return []

    def _shared_head(self, named: list[Mention]) -> list[Mention]:
        """Reads “histogram of total” and “the date” as the columns that have this word in their names; beside other columns only what one alone has, as in “average rate by country”."""
        for index, token in enumerate(self.tokens):
            after = self.word(index + 1)
            if token.quoted or token.norm in LINKS or not (token.norm in HEADS or after == "column" or is_reserved(token) or is_unit(token.norm)):
                continue
            names = part_names(token.norm, self.names)
            if not names or (named and (len(names) > 1 or any(set(mention.names) & set(names) or mention.start <= index < mention.end for mention in named))):
                continue
            before = " ".join(self.word(place) for place in range(max(0, index - 3), index))
            ordered = ORDERED_PLACE.search(before) is not None
            known = token.norm in HEADS or after == "column" or ordered or is_unit(token.norm) or DRAWN_PLACE.search(before)
            placed = ordered or (not named and (HEAD_PLACE.search(before) or (after == "column" and before.endswith("the"))))
            if known and placed and (after in ("", ",", "column", "?") or (ordered and after in _GOES_ON)):
                return [Mention(names, index, index + 1, 0.9)]
        return []

    def _commands(self, mention: Mention) -> bool:
        """Says whether the whole request is one word that is a command, such as “undo”."""
        token = self.tokens[mention.start]
        return len(self.tokens) == 1 and not token.quoted and token.norm in COMMANDS

    def _is_verb(self, mention: Mention) -> bool:
        """Says whether a column called `drop` or `select` is meant as the verb that opens the request: “drop the drop column”."""
        token = self.tokens[mention.start]
        if token.norm in ("branch", "fork") and mention.start == 0 and not token.quoted:
            return self.word(1) in ("off", "out", "from", "here", "this", "it", "as", "into", "called", "named")
        if not token.quoted and all(self.word(place) in _LEADS for place in range(mention.start)) and mention.end - mention.start == 1 and _IS_DONE_TO.match(" ".join(self.word(place) for place in range(mention.end, mention.end + 3))):
            return True
        if token.quoted or mention.start > 0 or token.norm not in COMMON or token.norm in WORLDLY or len(self.tokens) < 2 or not opens_with_verb(token.norm):
            return False
        return stands_as_subject(self.word(1)) is False and not HAS_GAPS.match(rest := " ".join(self.word(place) for place in range(1, 4))) and not _COMPARED_FIRST.match(rest)

    def _expected(self, mention: Mention) -> bool:
        token, after = self.tokens[mention.start], self.tokens[mention.end : mention.end + 2]
        if len(after) == 2 and after[0].norm == "-" and token.end == after[0].start and after[0].end == after[1].start:
            return False  # “min-max” is one word
        follows = any(other.start == mention.end for other in self.all_mentions)
        capital = mention.score >= 1.5 and token.text != token.norm
        own_name = mention.score >= 1.2 and mention.clear and self.word(mention.end) in ("column", "feature", "field", "variable")
        foretold = mention.score >= 1.2 and mention.end == len(self.tokens) and self.word(mention.start - 1) == "the" and self.word(mention.start - 2) in ("predict", "guess", "forecast", "classify", "estimate")
        return stands_for_column(self.tokens, mention.start, follows, capital or own_name or foretold)

    def _rows_meant(self, mention: Mention) -> bool:
        """Says whether “passengers” stands for the rows rather than for PassengerId."""
        word = self.tokens[mention.start].norm
        if word.endswith("s") and mention.score < 1.0 and self.word(mention.end) in ("where", "whose", "with", "without", "lacking") and OF_ROWS.match(self.norm):
            return True  # “throw away visits where …” beside visit_date
        if _ON_A_SIDE.search(self.norm):
            return False  # “machines must not be split over both” speaks of machine_id
        if word.endswith("s") and self._counts_rows(mention.start) and any(entry.get("kind") == "id" and parts(entry["name"])[0] == word[:-1] for entry in self.context.columns):
            return True  # “how many loans did each branch have”, where every row has a loan_id
        if word.endswith("s") and mention.score < 1.0 and not is_unit(word) and self.word(mention.end) in ("where", "whose", "who") and any(other.start > mention.end for other in self.all_mentions):
            return True  # “throw away visits where …” beside visit_date
        if word.endswith("s") and mention.score < 1.0 and not mention.quoted and any(other.end == mention.start and other.score >= 1.1 and other.clear and self.context.kind(other.name) == "boolean" for other in self.all_mentions):
            return True  # “late trams”, where there is a TramType
        each = self.word(mention.start - 1) in ("every", "each", "any", "a", "an", "this", "another", "which")
        if word.endswith("s") and not mention.clear and any(self.context.kind(name) == "id" for name in mention.names):
            return self.word(mention.end) not in ("column", "columns")  # “readings” beside reading_id and reading_time
        return (word.endswith("s") or each) and all(self.context.kind(name) == "id" or parts(name)[-1] in ("id", "ids", "no", "nr", "number", "code", "key") for name in mention.names) and self.word(mention.end) not in ("column", "columns")

    def _has_the_next(self, mention: Mention) -> bool:
        """Says whether an id is named as the one whose next column is meant: “drop the patient's age”, where there is a patient_code."""
        if mention.score >= 1.1 or mention.quoted or any(self.context.kind(name) != "id" for name in mention.names):
            return False
        following = next((other for other in self.all_mentions if other.start == mention.end), None)
        return following is not None and following.clear and following.score >= 1.1 and self.context.kind(following.name) != "id"

    def _people_meant(self, mention: Mention) -> bool:
        """Says whether a column called `guests` is meant as the people of the rows: “guests who left no score”, “what the guests wrote”."""
        word, after = self.tokens[mention.start], self.word(mention.end)
        if not word.quoted and word.norm.isalpha() and after != "column" and all(self.context.kind(name) == "id" for name in mention.names) and (self.word(mention.start - 1) in ("every", "each", "any", "a", "an", "another") or (after == "in" and self.word(mention.end + 1) == "row")):
            return True  # “for every job”, “the job in row 8”, where the rows are jobs
        if word.quoted or word.norm not in ROW_NOUNS:
            return False
        return after in ("who", "whose") or (_WHAT_THEY.search(" ".join(self.word(place) for place in range(max(0, mention.start - 3), mention.start))) is not None and after.isalpha() and after not in LINKS and after not in (*_GOES_ON, "was", "were", "column"))

    def _counts_rows(self, index: int) -> bool:
        """Says whether things are counted or described here, as rows are: “how many loans”, “the loans that came back late”."""
        return " ".join(self.word(place) for place in range(index - 2, index)) in ("how many", "number of", "count of", "count the", "many of") or self.word(index + 1) in ("that", "which", "who", "where", "whose")

    @recognised
    def values(self) -> list[ValueMention]:
        return find_values(self.tokens, self.mentions, self.context)

    @recognised
    def columns(self) -> list[Mention]:
        """The columns named that are not part of a value such as “first class”."""
        inside = {index for value in self.values for index in range(value.start, value.end)}
        named = [mention for mention in self.mentions if mention.start not in inside]
        return [mention for place, mention in enumerate(named) if not self._is_said_of(mention, named) and not (place + 1 < len(named) and self._is_held_by(mention, named[place + 1]))]

    def _is_held_by(self, mention: Mention, following: Mention) -> bool:
        """Says whether a loose name only says what the next column holds: “the odd prices in list_price”."""
        word = self.word(mention.start)
        between = " ".join(self.word(place) for place in range(mention.end, following.start))
        return mention.end - mention.start == 1 and word.endswith("s") and not mention.quoted and mention.score < following.score and following.clear and following.name not in mention.names and between in ("in", "of", "in the", "of the", "in column") and word.removesuffix("s") in parts(following.name)

    def _is_said_of(self, mention: Mention, named: list[Mention]) -> bool:
        """Says whether a quoted word is what a column is said to hold, though another one is called so: “where the source is 'drop'”."""
        if not mention.quoted or self.text[self.tokens[mention.start].start] != "'" or not any(self.word(place) in ("where", "whose", "rows", "if", "when", "with") for place in range(mention.start)):
            return False
        before = next((other for other in reversed(named) if other.end <= mention.start), None)
        return before is not None and re.fullmatch(r"(?:(?:is|are|was|equals|=|==|not|says|reads|the|value) ?)+", " ".join(self.word(place) for place in range(before.end, mention.start))) is not None

    @recognised
    def masked(self) -> str:
        """The words with every column written as @, so that patterns do not read names as words."""
        return self.mask(self.columns)

    def mask(self, mentions: list[Mention]) -> str:
        """The words with these columns written as @."""
        words, index = [], 0
        starts = {mention.start: mention for mention in mentions}
        while index < len(self.tokens):
            mention = starts.get(index)
            words.append("@" if mention else _plain(self.tokens[index]))
            index = mention.end if mention else index + 1
        return re.sub(r"(?<=[a-z]) - (?=[a-z])", " ", " ".join(words))

    @recognised
    def shape(self) -> Shape:
        """The clause as a row of signs."""
        return Shape(self.tokens, self.columns, self.values)

    @recognised
    def places(self) -> list[tuple[int, int]]:
        """From which token to which the columns and the values stand."""
        return [*((found.start, found.end) for found in self.columns), *((found.start, found.end) for found in self.values)]

    @recognised
    def numbers(self) -> list[tuple[int, Token]]:
        """The numbers that are not part of a column's name or of a value."""
        inside = {index for start, end in self.places for index in range(start, end)}
        found = [(index, token) for index, token in enumerate(self.tokens) if token.number is not None and not token.quoted and index not in inside]
        kept = [(index, token) for index, token in found if not _GIVEN_UP.search(" ".join(self.word(place) for place in range(max(0, index - 4), index)))]
        return kept or found

    def has(self, pattern: str) -> bool:
        """Says whether the masked words contain a pattern."""
        return _whole_words(pattern).search(self.masked) is not None

    def written(self, found: Mention | ValueMention) -> str:
        """The words that name a column or a value, as they were written."""
        return self.text[self.tokens[found.start].start : self.tokens[found.end - 1].end]

    def word(self, index: int) -> str:
        """The word at a place, empty outside the clause."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""


_OF_TWO_WORDS = frozenset(["neural net", "neural nets", "neural network", "decision tree", "decision trees", "random forest", "random search", "grid search", "naive bayes", "elastic net", "confusion matrix", "cross validation", "mean shift", "rare class", "equal width", "equal size", "equal depth", "equal count", "same share", "same rate", "same mix", "same ratio", "same proportion"])
"""Terms of the trade of which no half is a column that is only spelled alike: “a neural net” beside internet_service."""
_LEADS = frozenset(["please", "now", "and", "then", "so", "ok", "just", "also"])
_IS_DONE_TO = re.compile(r"(?:me|us)\b|(?:it|this|that|them)$|(?:it|this|that|them) (?:up|down|through|to|into|over|out|as|on)\b|(?:up|down|out) (?:what|everything)\b|(?:the|my|our|all|those|these|your) (?:[a-z]+ )?(?:models?|runs?|errors?|mistakes?|steps?|jobs?|experiments?)\b")
"""What stands after a word that orders something, be a column called so or not: “guide me”, “rate the model”, “port it to onnx”."""
_HYPHENED = frozenset(["z-score", "f-score", "f-test", "one-hot", "log-loss", "log-transform", "min-max", "max-abs", "cross-validation", "k-fold", "box-cox", "t-test", "p-value", "drop-out", "hold-out", "cut-off"])
"""Terms of the trade of which the second half is no column: “z-score the price” beside a column score."""
_WHAT_THEY = re.compile(r"\b(?:what|how|which)(?: [a-z]+)? (?:the|our|my|these|those)$|\bwhat$")
"""What stands before those who did something: “what the guests wrote”."""
_ON_A_SIDE = re.compile(r"\b(?:over|in|on) both(?: sides| sets| parts|$| at)|\btrain\w* and (?:in )?(?:the )?test\b")
"""What is said of the things whose rows stay on one side of a split."""
_GIVEN_UP = re.compile(r"\b(?:instead of|rather than)(?: (?:the|a|an|usual|default|current|old|standard|normal))*$")
"""What stands before a number that another takes the place of: “use 0.35 instead of 0.5”."""


_COMPARED_FIRST = re.compile(r"(?:at (?:least|most)|(?:more|less|greater|fewer|higher|lower) than|between|exactly) -?\d|(?:divided by|times|multiplied by|minus|plus|/|\*) [a-z]|(?:out|away|gone)(?: (?:too|please|pls|now))?$")
"""What makes the first word a column, though it may be a verb as well: “count at least 10”."""


def _ends_list(named: list[Mention], mention: Mention) -> bool:
    """Says whether a word stands right after two columns or more and is called as a column is: “corr heatmap fare tip total”."""
    return len(named) > 1 and named[-2].end == named[-1].start and named[-1].end == mention.start and mention.clear and mention.score >= 1.2


@lru_cache(maxsize=2048)
def _whole_words(pattern: str) -> re.Pattern[str]:
    """Compiles a pattern once; there are more of them than the library keeps."""
    return re.compile(rf"\b(?:{pattern})\b")


def _plain(token: Token) -> str:
    """A token as patterns see it; an @ that a person typed is no column."""
    if token.quoted:
        return "''"
    return "_" if token.norm == "@" else token.norm
