"""What words may mean that are not quite a column's name: plurals, synonyms, parts, short forms and misspellings."""

from __future__ import annotations

import re

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.router.entities.names import Mention, Names, parts
from assistant.router.entities.shortened import abbreviates, is_short_for, shortens, spelled_alike
from assistant.router.entities.stems import stem
from assistant.router.entities.thesaurus import WORDS
from assistant.router.entities.words import COMMON, MEASURES, ORDINARY, RESERVED, SYNONYMS, TRADE, WORLDLY
from assistant.router.wording.normalize import Token

_DOUBLED = re.compile(r"([a-z])\1")
_ORDERS = frozenset(["leave", "quit"])
"""Synonyms of columns that order something where a request opens with them."""


def loosely_named(run: list[Token], words: str, start: int, length: int, table: Names, after: list[Token]) -> Mention | None:
    end = start + length
    weighs = any(token.norm in ("class", "classes", "rows", "labels") for token in after)
    if length == 1 and words in MEASURES and len(headed := tuple(name for name in table.by_part.get(words, ()) if table.pieces[name][-1] == words)) == 1 == len(table.by_part[words]):
        return Mention(headed, start, end, 0.9)
    if length == 1 and words in COMMON and words not in SYNONYMS and words not in WORLDLY and not (words == "jobs" and "job" in table.by_key):
        return None
    for score, candidates in (
        (1.0, plural(words, table.by_key)),
        (0.95, None if (start == 0 and words in _ORDERS) or (words == "weight" and weighs) or words in table.by_part else _synonym(words, table)),
        (0.95, _done_by(words, table) if length == 1 else None),
        (0.9 + 0.01 * length, table.by_part.get(words) or plural(words, table.by_part)),
        (0.9, table.by_initials.get(words) if length == 1 else None),
        (0.85, table.by_stem.get(stem(words)) if len(words) >= 4 and words not in TRADE else None),
    ):
        if candidates:
            return Mention(tuple(dict.fromkeys(candidates)), start, end, score)
    if length > 3:
        return None
    if length == 1 and words in WORLDLY and words in COMMON:
        return None
    single = _DOUBLED.sub(r"\1", words)
    typo = (table.by_key.get(single) or table.by_part.get(single) if single != words and len(single) > 2 and words not in WORDS else None) or _typo(words, table)
    if typo:
        return Mention(typo, start, end, 0.8)
    if length == 1 and len(words) >= 3:
        inside = _inside(words, table)
        if inside:
            return Mention(inside, start, end, 0.7)
    contracted = _contracted(words, table) if length == 1 else ()
    if len(contracted) == 1:
        return Mention(contracted, start, end, 0.75)
    stretched = _stretched(words, table) if length == 1 else ()
    if len(stretched) == 1:
        return Mention(stretched, start, end, 0.85)
    begun = table.by_part_begun.get(words[:3], ()) if length == 1 and len(words) > 5 and words.isalpha() and words not in COMMON and words not in WORDS and words not in TRADE and words not in ORDINARY else ()
    shortened = tuple(dict.fromkeys(name for part, name in begun if words.startswith(part) and len(part) < len(words) and part not in RESERVED))
    if 0 < len(shortened) < 4:
        return Mention(shortened, start, end, 0.7)
    if length == 1 and "_" in run[0].text:
        return _by_parts(run[0].text, start, table)
    return None


def _contracted(words: str, table: Names) -> tuple[str, ...]:
    """Names of one part that leave letters of the word out: dept for department."""
    if len(words) < 6 or words in COMMON or words in WORDS or words in TRADE or words in ORDINARY:
        return ()
    names = [known for length in range(3, min(5, len(words) - 1)) for known in table.by_length.get(length, ()) if known in table.by_key and known not in WORLDLY and known[-1] == words[-1] and shortens(known, words)]
    return tuple(dict.fromkeys(name for known in names for name in table.by_key[known]))


def _stretched(words: str, table: Names) -> tuple[str, ...]:
    """Names that a word is short for: dept for Department."""
    if len(words) > 5 or not words.isalpha() or words in COMMON or words in WORDS or words in TRADE or words in ORDINARY:
        return ()
    known = [name for names in table.by_length.values() for name in names if is_short_for(words, name)]
    return tuple(dict.fromkeys(name for entry in known for name in (*table.by_key.get(entry, ()), *table.by_part.get(entry, ()))))


NUMBERING = frozenset(["id", "ids", "number", "numbers", "no", "nr", "num", "code", "codes", "key", "identifier", "identifiers"])
"""Last words of names of numbers that tell rows apart: the customer number is customer_id."""


def joint(run: list[Token], words: str, table: Names) -> tuple[str, ...] | None:
    """Words that together are one name: “at bats” is AtBat, “picked up” is pickup, “interest rate” is int_rate."""
    several = plural(words, table.by_key)
    if several:
        return several
    if len(run) == 2:
        bases = [stem(token.norm) for token in run]
        bases = [base[:-1] if len(base) > 3 and base[-1] == base[-2] else base for base in bases]
        if "".join(bases) in table.by_key and run[0].norm != bases[0]:
            return table.by_key["".join(bases)]
    if run[-1].norm in NUMBERING:
        numbered = tuple(name for name in table.by_build.get((len(run), run[0].norm[0]), ()) if parts(name)[-1] in NUMBERING and parts(name)[:-1] == tuple(token.norm for token in run[:-1]))
        if len(numbered) == 1:
            return numbered
        begun = tuple(name for name in table.by_build.get((len(run), run[0].norm[0]), ()) if parts(name)[-1] in NUMBERING and len(run[0].norm) > 2 and parts(name)[0].startswith(run[0].norm) and len(run) == 2)
        if len(begun) == 1:
            return begun
    near = tuple(name for name in table.by_build.get((len(run), run[0].norm[0]), ()) if spelled_alike(parts(name), run))
    if len(near) == 1:
        return near
    short = tuple(name for name in table.by_build.get((len(run), run[0].norm[0]), ()) if abbreviates(parts(name), run))
    return short if len(short) == 1 else None


def acronym(run: list[Token], table: Names) -> tuple[str, ...] | None:
    """Words whose first letters are a name: “body mass index” is bmi."""
    letters = "".join(token.norm[0] for token in run)
    if len(run) == 2 and not run[1].norm.endswith("s") and letters in table.by_part and letters not in COMMON and not {token.norm for token in run} & (COMMON | TRADE | WORDS):
        return table.by_part[letters]  # “blood pressure” is systolic_bp
    if len(run) < 3 or any(token.norm in COMMON and token.norm not in ("per", "of") for token in run) or not all(token.norm.isalpha() for token in run):
        return None
    return table.by_key.get(letters)


def _by_parts(text: str, start: int, table: Names) -> Mention | None:
    wanted = set(parts(text))
    names = tuple(name for name in table.by_text if len(wanted & set(parts(name))) >= 2)
    return Mention(names, start, start + 1, 0.7) if len(names) == 1 else None


def plural(words: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    if words.endswith("ies") and words[:-3] + "y" in known:
        return known[words[:-3] + "y"]
    if words.endswith("es") and words[:-2] in known and len(words) > 4:
        return known[words[:-2]]
    if words.endswith("s") and words[:-1] in known and len(words) > 3:
        return known[words[:-1]]
    return known.get(words + "s") if len(words) > 2 else None


def _done_by(words: str, table: Names) -> tuple[str, ...] | None:
    """The column that says who did something: the survivors of Survived, defaulters of defaulted."""
    doer = re.fullmatch(r"(.{4,})[eo]rs?", words)
    return table.by_key.get(f"{doer[1]}ed") if doer else None


def _synonym(words: str, table: Names) -> tuple[str, ...] | None:
    for other in SYNONYMS.get(words) or SYNONYMS.get(words.removesuffix("s"), ()):
        names = (*table.by_key.get(other, ()), *table.by_part.get(other, ()))
        if names:
            return names
    return None


_WAYS = frozenset(["lime", "shap", "gini", "tree", "trees", "elbow", "zscore", "zscores", "freq", "ridge", "lasso"])
"""Words of the trade that are no misspelt names: “lime” beside a column line."""


def _typo(words: str, table: Names) -> tuple[str, ...] | None:
    if len(words) < 4 or words in _WAYS or words in WORDS or any(words.removesuffix(ending) in COMMON or words.removesuffix(ending) in WORDS for ending in ("s", "es", "d", "ed", "ing", "ly")):
        return None
    allowed = 1 if len(words) < 8 else 2
    best: dict[int, list[str]] = {}
    for length in range(max(4, len(words) - allowed), len(words) + allowed + 1):
        near = process.extract(words, table.by_length.get(length, ()), scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=20)
        for name_key, distance, _ in near:
            if name_key[0] == words[0] or (distance == 1 and len(words) > 4):
                best.setdefault(int(distance), []).extend(table.by_key.get(name_key) or table.by_part[name_key])
    if not best and len(words) > 5:
        shuffled = [known for known in table.by_length.get(len(words), ()) if known[0] == words[0] and known[-1] == words[-1] and sorted(known) == sorted(words)]
        return tuple(dict.fromkeys(name for known in shuffled for name in (*table.by_key.get(known, ()), *table.by_part.get(known, ())))) or None
    return tuple(dict.fromkeys(best[min(best)])) if best else None


def _inside(words: str, table: Names) -> tuple[str, ...] | None:
    if words not in table.joined:
        return None
    starts = [name for name_key, names in table.by_key.items() if name_key.startswith(words) for name in names]
    within = [name for name_key, names in table.by_key.items() if words in name_key and not name_key.startswith(words) for name in names]
    starts += [name for part, names in table.by_part.items() if part.startswith(words) for name in names]
    names = tuple(dict.fromkeys([*starts, *(within if len(words) >= 3 else [])]))
    return names if 0 < len(names) <= 6 else None
