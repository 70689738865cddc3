"""Recognises that the table has a column of its own that says which rows are for training and which for the test."""

from __future__ import annotations

import re

from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause

_TRAIN, _TEST = frozenset(["train", "training", "learn", "fit"]), frozenset(["test", "testing", "holdout", "hold out", "eval"])
_SPOKEN = """
split splits divide division parts part sets set train training trained test testing tested tests validation validate val holdout learn learning evaluation is are was were
be been it its that this these those the a an and or so then but my our own i we you he they have has had there theres here already made make did done prepared provided
given existing present fixed which who what whats where how row rows record records one ones goes go gone belongs belong each every column columns col field variable
called named says say said tells tell told states state stated decides decide decided marks marked marking holds hold contains contain shows show stands stand written
writes in by as from with of for to on at use using used take taking follow following obey respect honour honor stick keep kept rely according accordance along per please
pls just only simply instead also do should shall must can could would like want need let lets okay ok thanks me us data table file not randomly random again anew yourself
dont new another myself ourselves themselves already before beforehand earlier comes come your make partition partitions partitioned assigned allocated see look along splitting
"""
_BETWEEN = frozenset(["validation", "valid", "val", "dev"])
_FRAME = frozenset(_SPOKEN.split())
"""Words with which such a column is spoken of; whoever says more wants something else."""
_FOLLOWS = re.compile(
    r"\b(?:us(?:e|ing)|tak(?:e|ing)|follow\w*|obey|respect|honou?r|stick|keep|rely|go by|go with|according|accordance|per|as given|already|says?|tells?|decides?|"
    r"states?|marks?|holds?|contains?|stands?|written|split (?:\w+ )?(?:by|on|as|along|with|from)|is (?:the|my|our) (?:\w+ )?(?:split|partition|division)|"
    r"train on train|is in|provided|existing|my own|our own|its own|assigned|allocated|along)\b",
)
_OTHERWISE = re.compile(r"\b(?:keep|use|take) (?:(?:only|just|the) )*(?:train\w*|test\w*|validation|holdout) (?:rows|ones|part|set|records|half)\b(?!.*\btest)|\b(?:dont|do not|not) (?:use|take|follow|keep|want|need)\b")


_ROWS_CALLED = re.compile(r"(?!models?$|columns?$|trees$|folds$|groups$|classes$|outliers$|values$|features$|tests?$)[a-z]{3,}s")
"""What the rows are called, whatever that is: “which trips are train”."""
_ONE_OF_THEM = re.compile(r"\b(?:which|what|each|every) ([a-z]{3,}) (?:is|are|goes|go|belongs|belong|was|were)\b")
"""What a row is called, whatever that is: “which hive is train”."""
_SOME_COLUMN = re.compile(r"\b(?:column|field|variable)\b.*\btrain\w*\b.*\btest\w*\b|\btrain\w*\b.*\btest\w*\b.*\b(?:column|field|variable)\b|^train on (?:the )?train\w*(?: (?:rows|ones))? ?,? (?:and )?test on (?:the )?test\w*(?: (?:rows|ones))?$")
"""A column that is spoken of by what it says, and not by its name."""


def own_split(message: str, context: RouterContext) -> list[Call] | None:
    """Reads “the column fold already says who is train and who is test, go by that”; None where the words say more, or the column says no such thing."""
    if not _FOLLOWS.search(message.lower()):
        return None
    columns = [column["name"] for column in context.columns if _says_parts(column.get("values") or ())]
    if not columns:
        return None
    clause = Clause(message.strip(" .!?"), context)
    named = [mention.names[0] for mention in clause.all_mentions if mention.names[0] in columns] or [name for name in columns if re.search(rf"\b{re.escape(name.lower())}\b", clause.norm)]
    if not named and len(columns) == 1 and _SOME_COLUMN.search(clause.norm):
        named = columns
    singular = set(_ONE_OF_THEM.findall(clause.norm))
    words = {token.norm for token in clause.tokens if not token.quoted and token.norm[:1].isalnum()} - {part for name in columns for part in re.split(r"[\W_]+", name.lower())} - {name.lower() for name in columns} - singular
    if not named or any(word not in _FRAME and not _ROWS_CALLED.fullmatch(word) for word in words) or clause.numbers or _OTHERWISE.search(clause.norm) or not _FOLLOWS.search(clause.norm):
        return None
    return [{"tool": "split", "args": {"strategy": "column", "column": named[0]}}] if len(set(named)) == 1 else None


def says_part(value: object) -> bool:
    """Says whether a value is the name of a part: “train”, “test”, “validation”."""
    return str(value).strip().lower() in _TRAIN | _TEST | _BETWEEN


def _says_parts(values: object) -> bool:
    """Says whether the values of a column are names of parts: train and test, be there a validation or not."""
    if not isinstance(values, list | tuple) or not 2 <= len(values) <= 4:
        return False
    said = {str(value).strip().lower() for value in values}
    return bool(said & _TRAIN) and bool(said & _TEST) and len(said) <= 4
