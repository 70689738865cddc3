"""Which columns a request names: not each word that is spelled like a part of a column's name is one."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.router.entities.columns import part_names
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
from assistant.router.entities.said import Said
from assistant.router.entities.units import is_unit
from assistant.router.entities.words import COMMON, MEASURES, ROW_NOUNS, WORLDLY
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.triggers.wordlists import DROP

_OF_ROWS = re.compile(rf"(?:(?:please|just|and|then|now|only|all|the|of|show|me) )*(?:{DROP}|keep|only|use|take)\b")
_GOES_ON = ("to", "as", "into", "by", "per", "for", "in", "with", "and")
"""What stands after the name of what is renamed, averaged or prepared."""
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
_COMPARED_FIRST = re.compile(r"(?:at (?:least|most)|(?:more|less|greater|fewer|higher|lower) than|between|exactly) -?\d|(?:divided by|times|multiplied by|minus|plus|/|\*) [a-z]|(?:out|away|gone)(?: (?:too|please|pls|now))?$")
"""What makes the first word a column, though it may be a verb as well: “count at least 10”."""


def columns_named(said: Said) -> list[Mention]:
    """The columns named; a word of the trade counts only where a column is expected."""
    kept: list[Mention] = []
    for mention in said.all_mentions:
        lone = mention.end - mention.start == 1
        if in_file_name(said.tokens, mention.end):
            continue
        if lone and (joins(said.tokens, mention.start, bool(kept) and kept[-1].end == mention.start) or _commands(said, mention)):
            continue
        if lone and _is_kind_of_thing(said, mention):
            continue  # “isn't a number” beside licence_number
        if lone and (is_reserved(token := said.tokens[mention.start]) or (mention.score < 1.0 and token.norm in MEASURES)) and not _expected(said, mention) and not _ends_list(kept, mention) and not _goes_too(said, kept, mention):
            continue
        if lone and said.word(mention.start - 1) == "-" and f"{said.word(mention.start - 2)}-{said.word(mention.start)}" in _HYPHENED and not said.tokens[mention.start].quoted:
            continue
        if lone and kept and kept[-1].end == mention.start and said.word(mention.start) in ("rate", "share", "percentage") and all(said.context.kind(name) == "boolean" for name in kept[-1].names):
            continue  # “completion rate” is the mean of completed
        if said.word(mention.start) == "s" and said.word(mention.start - 1) == "'" and mention.score < 1.0:
            continue  # “Kendall's tau” beside stay_days
        if lone and mention.score < 1.0 and f"{said.word(mention.start - 1)} {said.word(mention.start)}" in _OF_TWO_WORDS:
            continue
        if lone and _is_verb(said, mention):
            continue
        if lone and ((mention.score < 1.1 and _rows_meant(said, mention)) or _people_meant(said, mention)):
            continue
        if _has_the_next(said, mention):
            continue
        if kept and kept[-1].end == mention.start and set(mention.names) & set(kept[-1].names):
            # “fare price” says one column twice; the better of the two stands for both.
            mention = max(kept.pop(), mention, key=lambda entry: entry.score)
        elif kept and kept[-1].end == mention.start and max(kept[-1].score, mention.score) < 1.0 and not _both_numbers(said, kept[-1], mention):
            kept.pop()  # “passenger class” is a class, not a passenger and a class
        kept.append(mention)
    named = [_dated(said, mention) for mention in kept] or _lacking(said)
    return [_narrowed(said, mention, named) for mention in sorted([*named, *_shared_head(said, named)], key=lambda mention: mention.start)]


def _is_kind_of_thing(said: Said, mention: Mention) -> bool:
    """Says whether a word that ends a column's name only says what sort of thing something is: “it's a date” beside install_date."""
    return mention.score < 1.0 and said.word(mention.start) in MEASURES and bool({said.word(mention.start - 1), said.word(mention.start - 2)} & {"a", "an"})


def _goes_too(said: Said, named: list[Mention], mention: Mention) -> bool:
    """Says whether a word of the trade stands in a list of columns that are to go and is called as one of them: “drop day or hour”."""
    joined = bool(named) and named[-1].end == mention.start - 1 and said.word(mention.start - 1) in ("and", "or", "&", ",") and named[-1].score >= 1.2
    return joined and mention.clear and mention.score >= 1.2 and said.word(0) in ("drop", "remove", "delete", "discard", "exclude", "ditch") and (not said.word(mention.end).isalpha() or said.word(mention.end) in ("and", "or", "please", "out", "away", "as", "one"))


def _narrowed(said: Said, mention: Mention, named: list[Mention]) -> Mention:
    """Leaves out of the columns that a word may mean those named beside it: “weight_release minus weight”."""
    if mention.clear or mention.quoted:
        return mention
    beside = {other.name for other in named if other is not mention and other.clear}
    rest = tuple(name for name in mention.names if name not in beside)
    return replace(mention, names=rest) if len(rest) == 1 and len(mention.names) == 2 else mention


def _both_numbers(said: Said, first: Mention, second: Mention) -> bool:
    """Says whether two words side by side are two columns of numbers in a list: “scale age delay”."""
    return first.clear and second.clear and said.context.kind(first.name) == said.context.kind(second.name) == "numeric"


def _dated(said: Said, mention: Mention) -> Mention:
    """Reads “the gift date” as the dates of gifts rather than as their number."""
    if said.word(mention.end) not in ("date", "dates") or mention.end - mention.start > 1 or mention.quoted or mention.score >= 1.5 or said.context.kind(mention.name) == "datetime":
        return mention
    head = said.word(mention.start).removesuffix("s")
    names = tuple(name for name in said.names if said.context.kind(name) == "datetime" and head in {part.removesuffix("s") for part in parts(name)})
    return Mention(names, mention.start, mention.end + 1, 0.9) if names else mention


def _lacking(said: Said) -> list[Mention]:
    """Reads an everyday word as the column of which values are missing: “the missing weights” of weight_kg."""
    for index, token in enumerate(said.tokens):
        if token.norm in COMMON and not token.quoted and said.word(index - 1) in ("missing", "empty", "blank", "unknown") and token.norm.endswith("s") and not said.word(index + 1).startswith("column"):
            names = part_names(token.norm.removesuffix("s"), said.names)
            if len(names) == 1:
                return [Mention(names, index, index + 1, 0.9)]
    return []


def _shared_head(said: Said, named: list[Mention]) -> list[Mention]:
    """Reads “histogram of total” and “the date” as the columns that have this word in their names; beside other columns only what one alone has, as in “average rate by country”."""
    for index, token in enumerate(said.tokens):
        after = said.word(index + 1)
        if token.quoted or token.norm in LINKS or not (token.norm in HEADS or after == "column" or is_reserved(token) or is_unit(token.norm)):
            continue
        names = part_names(token.norm, said.names)
        if not names or (named and (len(names) > 1 or any(set(mention.names) & set(names) or mention.start <= index < mention.end for mention in named))):
            continue
        before = " ".join(said.word(place) for place in range(max(0, index - 3), index))
        ordered = ORDERED_PLACE.search(before) is not None
        known = token.norm in HEADS or after == "column" or ordered or is_unit(token.norm) or DRAWN_PLACE.search(before)
        placed = ordered or (not named and (HEAD_PLACE.search(before) or (after == "column" and before.endswith("the"))))
        if known and placed and (after in ("", ",", "column", "?") or (ordered and after in _GOES_ON)):
            return [Mention(names, index, index + 1, 0.9)]
    return []


def _commands(said: Said, mention: Mention) -> bool:
    """Says whether the whole request is one word that is a command, such as “undo”."""
    token = said.tokens[mention.start]
    return len(said.tokens) == 1 and not token.quoted and token.norm in COMMANDS


def _is_verb(said: Said, mention: Mention) -> bool:
    """Says whether a column called `drop` or `select` is meant as the verb that opens the request: “drop the drop column”."""
    token = said.tokens[mention.start]
    if token.norm in ("branch", "fork") and mention.start == 0 and not token.quoted:
        return said.word(1) in ("off", "out", "from", "here", "this", "it", "as", "into", "called", "named")
    if not token.quoted and all(said.word(place) in _LEADS for place in range(mention.start)) and mention.end - mention.start == 1 and _IS_DONE_TO.match(" ".join(said.word(place) for place in range(mention.end, mention.end + 3))):
        return True
    if token.quoted or mention.start > 0 or token.norm not in COMMON or token.norm in WORLDLY or len(said.tokens) < 2 or not opens_with_verb(token.norm):
        return False
    rest = " ".join(said.word(place) for place in range(1, 4))
    if rest.startswith(("one hot encode", "one - hot - encode", "ordinal encode", "ordinal - encode")):
        return True  # “drop, ordinal-encode priority” of a list of orders
    return stands_as_subject(said.word(1)) is False and not HAS_GAPS.match(rest) and not _COMPARED_FIRST.match(rest) and not rest.startswith(("one hot", "one - hot"))


def _expected(said: Said, mention: Mention) -> bool:
    token, after = said.tokens[mention.start], said.tokens[mention.end : mention.end + 2]
    if len(after) == 2 and after[0].norm == "-" and token.end == after[0].start and after[0].end == after[1].start:
        return False  # “min-max” is one word
    follows = any(other.start == mention.end for other in said.all_mentions)
    capital = mention.score >= 1.5 and token.text != token.norm
    own_name = mention.score >= 1.2 and mention.clear and said.word(mention.end) in ("column", "feature", "field", "variable")
    foretold = mention.score >= 1.2 and mention.end == len(said.tokens) and said.word(mention.start - 1) == "the" and said.word(mention.start - 2) in ("predict", "guess", "forecast", "classify", "estimate")
    return stands_for_column(said.tokens, mention.start, follows, capital or own_name or foretold)


def _rows_meant(said: Said, mention: Mention) -> bool:
    """Says whether “passengers” stands for the rows rather than for PassengerId."""
    word = said.tokens[mention.start].norm
    if word.endswith("s") and mention.score < 1.0 and said.word(mention.end) in ("where", "whose", "with", "without", "lacking") and _OF_ROWS.match(said.norm):
        return True  # “throw away visits where …” beside visit_date
    if _ON_A_SIDE.search(said.norm):
        return False  # “machines must not be split over both” speaks of machine_id
    if word.endswith("s") and _counts_rows(said, mention.start) and any(entry.get("kind") == "id" and parts(entry["name"])[0] == word[:-1] for entry in said.context.columns):
        return True  # “how many loans did each branch have”, where every row has a loan_id
    if word.endswith("s") and mention.score < 1.0 and not is_unit(word) and said.word(mention.end) in ("where", "whose", "who") and any(other.start > mention.end for other in said.all_mentions):
        return True  # “throw away visits where …” beside visit_date
    if word.endswith("s") and mention.score < 1.0 and not mention.quoted and any(other.end == mention.start and other.score >= 1.1 and other.clear and said.context.kind(other.name) == "boolean" for other in said.all_mentions):
        return True  # “late trams”, where there is a TramType
    each = said.word(mention.start - 1) in ("every", "each", "any", "a", "an", "this", "another", "which")
    if word.endswith("s") and not mention.clear and any(said.context.kind(name) == "id" for name in mention.names):
        return said.word(mention.end) not in ("column", "columns")  # “readings” beside reading_id and reading_time
    return (word.endswith("s") or each) and all(said.context.kind(name) == "id" or parts(name)[-1] in ("id", "ids", "no", "nr", "number", "code", "key") for name in mention.names) and said.word(mention.end) not in ("column", "columns")


def _has_the_next(said: Said, mention: Mention) -> bool:
    """Says whether an id is named as the one whose next column is meant: “drop the patient's age”, where there is a patient_code."""
    if mention.score >= 1.1 or mention.quoted or any(said.context.kind(name) != "id" for name in mention.names):
        return False
    following = next((other for other in said.all_mentions if other.start == mention.end), None)
    return following is not None and following.clear and following.score >= 1.1 and said.context.kind(following.name) != "id"


def _people_meant(said: Said, mention: Mention) -> bool:
    """Says whether a column called `guests` is meant as the people of the rows: “guests who left no score”, “what the guests wrote”."""
    word, after = said.tokens[mention.start], said.word(mention.end)
    if not word.quoted and word.norm.isalpha() and after != "column" and all(said.context.kind(name) == "id" for name in mention.names) and (said.word(mention.start - 1) in ("every", "each", "any", "a", "an", "another") or (after == "in" and said.word(mention.end + 1) == "row")):
        return True  # “for every job”, “the job in row 8”, where the rows are jobs
    if word.quoted or word.norm not in ROW_NOUNS:
        return False
    return after in ("who", "whose") or (_WHAT_THEY.search(" ".join(said.word(place) for place in range(max(0, mention.start - 3), mention.start))) is not None and after.isalpha() and after not in LINKS and after not in (*_GOES_ON, "was", "were", "column"))


def _counts_rows(said: Said, index: int) -> bool:
    """Says whether things are counted or described here, as rows are: “how many loans”, “the loans that came back late”."""
    return " ".join(said.word(place) for place in range(index - 2, index)) in ("how many", "number of", "count of", "count the", "many of") or said.word(index + 1) in ("that", "which", "who", "where", "whose")


def _ends_list(named: list[Mention], mention: Mention) -> bool:
    """Says whether a word stands right after two columns or more and is called as a column is: “corr heatmap fare tip total”."""
    return len(named) > 1 and named[-2].end == named[-1].start and named[-1].end == mention.start and mention.clear and mention.score >= 1.2
