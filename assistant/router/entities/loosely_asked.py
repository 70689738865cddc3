"""Finds the columns that a question speaks of in its own words: the NearRoad of “stand near a road”, the complaints of “who complains most”, the bill of “pay less”."""

from __future__ import annotations

from functools import lru_cache

from assistant.router.context import RouterContext
from assistant.router.entities.adjectives import degree_of
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import parts

_PAST = {"won": "win", "sold": "sell", "spent": "spend", "paid": "pay", "lost": "lose", "left": "leave", "bought": "buy", "grew": "grow", "grown": "grow", "built": "build", "drove": "drive", "driven": "drive", "caught": "catch", "broken": "break", "broke": "break", "died": "die", "dead": "die", "death": "die", "slept": "sleep", "ate": "eat", "eaten": "eat", "ran": "run", "gave": "give", "given": "give", "taken": "take", "flew": "fly", "flown": "fly", "sale": "sell", "sales": "sell", "cancelled": "cancel", "canceled": "cancel", "cancellation": "cancel", "practise": "practice", "practises": "practice", "practised": "practice", "practising": "practice"}
_NO_NAME = frozenset(["is", "has", "had", "was", "in", "on", "of", "at", "the", "a", "an", "no", "nr", "id", "per", "by", "to", "for", "and", "with", "from", "last", "first", "avg", "mean", "max", "min", "eur", "usd", "dkk", "gbp", "kg", "g", "cm", "m", "km", "mm", "l", "s", "h", "pct", "num", "name", "type", "kind", "it", "not", "this", "that", "than", "what", "which", "who", "how", "many", "much", "more", "most", "less", "least", "do", "does", "did", "are", "were", "have", "any", "all", "there", "some", "one", "ones", "people", "share", "percentage", "part", "fraction", "often", "we", "our", "us", "you", "they", "get", "gets", "got", "make", "makes", "made", "ever", "each", "every", "other", "others", "good", "bad", "best", "worst", "better", "worse", "high", "higher", "highest", "low", "lower", "lowest", "far", "where", "when", "why", "column", "columns", "row", "rows", "data", "table", "value", "values", "number", "numbers", "will", "would", "can", "could", "should", "be", "been"])
"""Words that tell no column from another."""


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Takes a word back to what its forms share: “complaining” and “complaints”, “won” and “wins”, “rated” and “rating”."""
    word = _PAST.get(word, word)
    for ending in ("ations", "ation", "ings", "ing", "ments", "ment", "ied", "ies", "ed", "ers", "er", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl" else word.rstrip("t") if word.endswith("aint") else word


@lru_cache(maxsize=64)
def _roots(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The columns by the roots of what their names are made of."""
    found: dict[str, list[str]] = {}
    for name in names:
        for piece in parts(name):
            if piece not in _NO_NAME and len(piece) > 2:
                found.setdefault(root(piece), []).append(name)
    return {piece: tuple(dict.fromkeys(of)) for piece, of in found.items()}


def is_whole(names: tuple[str, ...]) -> bool:
    """Says whether one column is meant and its name is a single word, so that this word says all of it."""
    return len(names) == 1 and sum(piece not in _NO_NAME for piece in parts(names[0])) <= 1


def is_part(word: str, names: tuple[str, ...]) -> bool:
    """Says whether a word, in whatever form, is a part of a column's name."""
    return root(word) in _roots(names)


def loosely_asked(clause: Clause) -> list[tuple[int, tuple[str, ...]]]:
    """Lists, with where they stand, the columns that words beside those recognised speak of; several together where a word fits them equally well."""
    known = _roots(clause.names)
    usable = frozenset(clause.context.features(("numeric", "categorical", "boolean", "datetime"))) | {clause.context.target}
    mentions = [mention for mention in clause.columns if mention.clear and mention.name in usable]
    places = [*((mention.start, mention.end) for mention in mentions), *((value.start, value.end) for value in clause.values)]
    inside = {index for start, end in places for index in range(start, end)}
    named = {mention.name for mention in mentions} | {name for value in clause.values for name in value.columns}
    hits = [(index, hit) for index, token in enumerate(clause.tokens) if index not in inside and token.norm.isalpha() and token.norm not in _NO_NAME and (hit := tuple(name for name in known.get(root(token.norm), ()) if name in usable))]
    hits = [(index, kept) for index, hit in hits if (kept := paid_itself(clause, index, hit))]
    often = {name: sum(name in hit for _, hit in hits) for _, hit in hits for name in hit}
    found: dict[tuple[str, ...], int] = {}
    for index, hit in hits:
        if not set(hit) & named:
            most = max(often[name] for name in hit)
            found.setdefault(plainest(tuple(name for name in hit if often[name] == most)), index)
    return [(place, entry) for entry, place in found.items() if not any(entry != other and len(other) == 1 and other[0] in entry for other in found)]


def paid_itself(clause: Clause, index: int, hit: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that paying speaks of, without those that count payments where others hold money: no late_payments beside a rent."""
    if clause.tokens[index].norm not in ("pay", "pays", "paid", "paying") or clause.word(index + 1) in ("late", "on", "in", "by", "with") or not any("payments" in parts(name) for name in hit):
        return hit
    money = any(column.get("kind") == "numeric" and column["name"] not in hit and _MONEY & set(parts(column["name"])) for column in clause.context.columns)
    return tuple(name for name in hit if "payments" not in parts(name)) if money else hit


def plainest(names: tuple[str, ...]) -> tuple[str, ...]:
    """Prefers the column whose name is a part of all the others' names: bill_eur beside bill_eur_last."""
    bare = tuple(name for name in names if all(set(parts(name)) <= set(parts(other)) for other in names))
    return bare if len(bare) == 1 else names


_MONEY = frozenset(["price", "fare", "cost", "costs", "charge", "charges", "amount", "fee", "fees", "bill", "bills", "rent", "spend", "spending", "spent", "revenue", "sales", "income", "salary", "pay", "paid", "payment", "payments", "wage", "budget", "turnover", "profit", "tip", "premium", "balance", "eur", "usd", "dkk", "gbp", "chf", "sek", "nok", "euro", "euros", "dollars"])
_TIME = frozenset(["minutes", "mins", "min", "hours", "hrs", "seconds", "time", "duration", "days", "s", "sec"])
_LENGTH = frozenset(["length", "distance", "km", "miles", "duration", "minutes", "min", "mins", "hours", "days", "time"])
_OPINION = frozenset(["rating", "ratings", "stars", "grade", "satisfaction", "csat"])
_SPOKEN_OF: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset(["expensive", "costly", "costlier", "costliest", "pricey", "pricier", "priciest", "dear", "dearer", "dearest", "cheap", "cheaper", "cheapest", "pay", "pays", "paid", "paying", "earn", "earns", "earned", "earning", "spend", "spends", "spent", "spending", "cost", "costs", "money", "revenue", "rich", "richer", "richest", "wealthiest", "poorest", "poorer", "lucrative", "profitable", "bring", "brings"]), _MONEY),
    (frozenset(["carry", "carries", "carried"]), frozenset(["load", "weight", "cargo", "payload"])),
    (frozenset(["fast", "faster", "fastest", "slow", "slower", "slowest", "quick", "quicker", "quickest"]), _TIME),
    (frozenset(["long", "longer", "longest", "short", "shorter", "shortest", "far", "further", "furthest", "farther", "farthest"]), _LENGTH),
    (frozenset(["good", "better", "best", "bad", "worse", "worst", "happy", "happier", "happiest", "satisfied", "favourite", "favorite", "liked", "loved"]), _OPINION),
    (frozenset(["old", "older", "oldest", "young", "younger", "youngest", "new", "newer", "newest", "latest", "earliest"]), frozenset(["age", "ages", "built", "planted", "birth", "born", "year", "founded", "joined", "vintage"])),
)
"""What verbs and adjectives are said of where no column is called so."""


_LASTS = frozenset(["stay", "stays", "stayed", "take", "takes", "took", "last", "lasts", "lasted", "wait", "waits", "waited", "work", "works", "worked", "sleep", "sleeps", "slept"])
_STAYED = frozenset(["hours", "hrs", "minutes", "mins", "min", "seconds", "time", "duration", "tenure", "stay", "nights", "length"])
_LONGS = frozenset(["long", "longer", "longest", "shorter", "shortest"])
"""What tells of a time, and of no distance, after such a verb: “stay longer”."""
_MISREAD = frozenset(["near", "close", "light", "cool", "calm", "broad", "brief", "powerful", "generous", "short"])
"""Adjectives that as they are mostly speak of something else."""


def measures_spoken_of(clause: Clause, kinds: tuple[str, ...] = ("numeric",)) -> list[tuple[int, tuple[str, ...]]]:
    """Lists, with where they stand, what the adjectives and verbs of a question measure; several columns together where each may be meant."""
    found: dict[tuple[str, ...], int] = {}
    for index, token in enumerate(clause.tokens):
        lasts = token.norm in _LONGS and clause.word(index - 1) in _LASTS
        told = () if token.norm in _MISREAD or lasts else plainest(degree_of(token.norm, clause.context))
        wanted = frozenset() if told else next((names for words, names in _SPOKEN_OF if token.norm in words), frozenset())
        wanted = _STAYED if lasts and _called(clause.context, _STAYED, kinds) else wanted
        wanted = _MONEY if token.norm == "much" and clause.word(index - 1) == "how" and clause.word(index + 1) in ("is", "are", "was", "were") else wanted
        told = told or (_called(clause.context, wanted, kinds) if wanted else ())
        if told:
            found.setdefault(told, index)
    return [(place, names) for names, place in found.items()]


def _called(context: RouterContext, wanted: frozenset[str], kinds: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(column["name"] for column in context.columns if column.get("kind") in kinds and wanted & set(parts(column["name"])))
    return plainest(tuple(name for name in names if "payments" not in parts(name)) or names)
