"""Asks what is meant where something is to go that is no column by its name: “the useless columns”, “column 3”, “my data”, “the model”, “90% of the data”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import ORDINALS
from assistant.router.entities.quantities import fraction_of

_USELESS = re.compile(r"\b(?:useless|irrelevant|unimportant|unneeded|unnecessary|needless|pointless|worthless|redundant|superfluous|unused|uninformative|noisy|bad|weak|boring|junk|rubbish|whatever (?:is|isnt|you)|not (?:needed|useful|important|relevant))\b")
_PLACED = re.compile(rf"\b(?:(?P<word>{'|'.join(ORDINALS)}|last) (?:column|feature|field|variable|col)|(?:column|feature|field|variable|col) (?:number |no\.? |nr\.? |# ?)?(?P<number>\d{{1,3}})(?! ?(?:%|percent|rows)))\b")
_SEVERAL = re.compile(r"\b(?:columns?|features?|fields?) (?P<numbers>\d{1,3}(?: ?(?:,|and|&|or) ?\d{1,3})+)\b|\b(?P<end>first|last) (?P<count>\d{1,2}) (?:columns|features|fields|variables)\b")
_ALL_DATA = re.compile(r"\b(?:(?:my|the|this|our|all|all the|all my|whole|entire) )*(?:data ?set|data|table|file)$")
_MODELS = re.compile(r"\b(?:models?|runs?|trainings?|results?|leaderboard|MODEL)\b")


def which_to_drop(clause: Clause) -> Unclear:
    """Makes the question for a request that names no column, as near to its words as can be."""
    words = clause.norm.strip(" .!?")
    share = fraction_of(clause)
    if share is not None and 0 < share < 1 and re.search(r"\b(?:data|rows|records|table|dataset|lines|cases|sample)\b", words):
        return Unclear(f"Shall a random {1 - share:.0%} of the rows stay, and the others go?", [option("sample_rows", {"fraction": round(1 - share, 6)}, f"Yes: keep a random {1 - share:.0%} of the rows"), option("preview", {}, "Look at the data first")])
    placed = _placed(clause)
    if placed:
        return placed
    if _USELESS.search(words):
        return Unclear("Which columns are of no use I cannot know; I can show how much each one tells. What shall I do?", [option("rank_features", {}, "Rank the columns by what they tell"), option("profile", {}, "Check which hardly vary, or only number the rows"), option("keep_best_features", {}, "Keep only the best of them")])
    if _ALL_DATA.search(words) and not re.search(r"\bcolumns?\b", words):
        return Unclear("The file as it was loaded is never changed. Shall all steps be taken back, or another table be loaded?", [option("start_over", {}, "Take all steps back"), option("list_samples", {}, "Show other tables"), option("show_pipeline", {}, "Show the steps")])
    if _MODELS.search(clause.masked) or _MODELS.search(words):
        steps = [step for step in clause.context.steps if step.get("tool") in ("train", "ensemble", "tune", "compare_models") and "number" in step]
        named = [option("remove_step", {"step": step["number"]}, f"Remove step {step['number']}: {label({'tool': step['tool'], 'args': step.get('args') or {}})}") for step in steps[-3:]]
        return Unclear("A run goes when the step that trained it goes. Which one?" if named else "There is no run to remove; the leaderboard shows those that there are.", [*named, option("leaderboard", {}, "Show the runs"), option("show_pipeline", {}, "Show the steps")][:4])
    return Unclear("Which columns shall I drop?", [option("drop_columns", {"columns": [name]}, name) for name in clause.context.features()[:4]])


def _placed(clause: Clause) -> Unclear | None:
    """Asks whether the column in some place of the table is meant: “drop the third column”."""
    several = _SEVERAL.search(clause.norm)
    if several:
        count = int(several["count"] or 0)
        names = [clause.names[int(place) - 1] for place in re.findall(r"\d+", several["numbers"] or "") if 0 < int(place) <= len(clause.names)] or list(clause.names[:count] if several["end"] == "first" else clause.names[-count:])
        return Unclear(f"That would be {', '.join(f'“{name}”' for name in names[:6])}. Shall they go?", [option("drop_columns", {"columns": names}, f"Yes: Drop {', '.join(names[:6])}"), option("preview", {}, "Look at the data first")])
    said = _PLACED.search(clause.norm)
    if said is None:
        return None
    number = len(clause.names) if said["word"] == "last" else ORDINALS[said["word"]] if said["word"] else int(said["number"])
    if not 0 < number <= len(clause.names):
        return Unclear(f"There are {len(clause.names)} columns, so there is no column {number}. Which one shall go?", [option("drop_columns", {"columns": [name]}, name) for name in clause.names[-3:]])
    name = clause.names[number - 1]
    foretold = ", which is to be predicted" if name == clause.context.target else ""
    return Unclear(f"Column {number} of the table is “{name}”{foretold}. Shall it go?", [option("drop_columns", {"columns": [name]}, f"Yes: Drop {name}"), option("describe_column", {"column": name}, f"Look at {name} first")])
