"""Asks whether a column is to go or some of its rows, where a word beside its name calls rows that it does not have: “drop the dawn shift”."""

from __future__ import annotations

from assistant.router.arguments.slots import option
from assistant.router.asking.foreign import strange_words
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.words import ROW_NOUNS

_JUDGED = frozenset(["useless", "silly", "stupid", "pointless", "redundant", "superfluous", "unneeded", "unnecessary", "unwanted", "boring", "dumb", "irrelevant", "meaningless", "constant", "whole", "entire", "complete", "damn", "damned", "bloody", "ugly", "messy", "noisy", "broken", "duplicate", "duplicated", "extra", "actual", "correct", "wrong", "other", "annoying", "confusing", "weird", "strange", "odd", "remaining", "horrible", "awful", "worthless", "uninformative", "leaking", "leaky", "called", "named", "labelled", "titled", "single", "raw", "original", "categorical", "text", "string", "unhelpful", "blasted", "darn", "dreadful"])
"""What is said of a column as a whole."""
_SORTS = frozenset(["late", "early", "old", "new", "young", "bad", "good", "first", "second", "third", "last", "big", "small", "high", "low", "best", "worst", "long", "short", "cheap", "expensive"])
"""What tells some rows of a kind from the others."""
_BEFORE = frozenset(["drop", "remove", "delete", "discard", "exclude", "ditch", "without", "no", "the", "all", "any", "every", "those", "these", "omit", "lose", "eliminate", "out", "of", "and", "or", ",", "chuck", "toss", "kick", "away"])
_AFTER = frozenset(["and", "or", ",", "please", "too", "out", "away", "either"])


def refuse_called_rows(clause: Clause) -> None:
    """Asks about the first column of few values beside which a word stands that is no value of it and says nothing of a column."""
    for mention in clause.columns:
        if not mention.clear or clause.context.kind(mention.name) != "categorical" or not clause.context.column(mention.name).get("values"):
            continue
        said = _called(clause, mention)
        if said is not None:
            name = mention.name
            raise Unclear(f"“{name}” has no value “{said}”. Shall the whole column go?", [option("drop_columns", {"columns": [name]}, f"Drop the column {name}"), option("describe_column", {"column": name}, f"Look at {name} and its values first")])


def _called(clause: Clause, mention: Mention) -> str | None:
    """The word right before or after a name that calls some of the rows, as it was written."""
    strange = strange_words(clause)
    before, after = mention.start - 1, mention.end
    if clause.word(after) in ("column", "columns", "field", "variable", "feature") or clause.word(before) in ("column", "field", "variable", "feature"):
        return None
    if before > 0 and clause.word(before - 1) in _BEFORE and _calls(clause, before, strange, clause.word(before) in _SORTS):
        return clause.tokens[before].text
    if after < len(clause.tokens) and (after + 1 == len(clause.tokens) or clause.word(after + 1) in _AFTER) and _calls(clause, after, strange, False):
        return clause.tokens[after].text
    return None


def _calls(clause: Clause, index: int, strange: dict[str, int], sort: bool) -> bool:
    """Says whether the word at a place may be a value: written as a name or a code, a word that nobody uses of tables, or one that tells a sort."""
    token, word = clause.tokens[index], clause.word(index)
    if token.quoted or word in _JUDGED or word in ROW_NOUNS or f"{word}s" in ROW_NOUNS or any(index in range(start, end) for start, end in clause.places):
        return False
    if any(word.removesuffix("s") in parts(name) for name in clause.names):
        return False
    coded = any(letter.isdigit() for letter in word) and any(letter.isalpha() for letter in word)
    return sort or word in strange or coded or (token.text[:1].isupper() and word.isalpha() and not clause.text.isupper())
