"""Understands that what was just done shall go again: “scratch that”, “it can go”, “that was a mistake”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key
from assistant.router.tool.triggers.wordlists import DROP
from tools.catalog import find_tool

_THAT = r"(?:that|it|this)(?: (?:last|previous) (?:one|step|thing|bit|change))?(?: one| step| bit| last one)?"
_AGAIN = r"(?: (?:again|please|then|now|thanks))*"
_BACK = re.compile(rf"(?:scratch|strike|forget(?: about)?|reverse|cancel|withdraw|unmake|roll back|un do) {_THAT}{_AGAIN}")
_MISTAKE = re.compile(
    rf"(?:{_THAT}|no) (?:was|is|were) (?:not |an? |my |the |all |just |such |so |really |totally )*(?:mistake|error|"
    rf"wrong(?: (?:one|thing|step|way|column|columns))?|nonsense|rubbish|bad idea|(?:what|how) (?:i|we) (?:wanted|meant|asked for|had in mind|intended)|accident|"
    rf"stupid|silly)|(?:thats|that is|this is|its) (?:not (?:what|how) (?:i|we) (?:wanted|meant|asked for|had in mind|intended)|wrong|a mistake)|"
    rf"(?:i|we) (?:didnt|did not|never|dont|do not) (?:really )?(?:want|mean|ask for|need) {_THAT}(?: to happen| to be done)?",
)
_KEPT_AFTER_ALL = re.compile(r"(?:(?:please|actually|better|rather|lets|we should|i want to|i need to|we) )*(?:keep|leave|(?:bring|put|get|want|need)(?: back)?) (?:the )?@(?: (?:and|,) (?:the )?@)*(?: (?:in|back|after all|anyway|though|again|please))*")
"""“keep the note after all”, once it was dropped"""
_ALL_OF_IT_BACK = re.compile(r"(?:(?:but|please|rather|i want|i need|bring|put|get|give me|take|have) )*(?:them|both(?: of them| columns)?|those|these|all of them|the (?:two|three|2|3)(?: of them| columns)?|all (?:two|three|2|3))(?: both| all)? back(?: in| again| please)*")
"""All columns that one step dropped: “both back”."""
_SIGHS = re.compile(r"^(?:(?:yes|yeah|yep|sure|oh|no|oops+|ups|sorry|hm+|ah|damn|wait|well|ok|please|but|and|argh) ?,? ?)+")
_GO = re.compile(
    rf"(?:(?:so|then|and|well|just|please|lets|let us) )*(?:(?:{DROP}|take|leave|bin|dump|chuck|away with|out with|off with|throw|kick|toss) (?:it|that|this|them|"
    rf"those|that one|this one|the (?:thing|column)|(?:that|this) (?:column|field|feature|variable))(?: (?:out|away|off|then|please|too|now|again|completely|"
    rf"altogether))*|(?:it|that|this|that one|this one)(?: (?:column|field|one))? (?:can|should|must|may|has to|needs to) (?:also |just )?(?:go|"
    rf"be (?:dropped|removed|deleted|thrown (?:out|away)|left out))(?: then| too| please| away)*)",
)
"""What throws away the column that was just looked at."""


def taken_back(clause: Clause, context: RouterContext) -> list[Call] | None:
    """Reads what undoes the step just taken; asks where somebody only says that it was wrong."""
    last = context.last[-1] if context.last else None
    if last is None or not find_tool(last["tool"]).records:
        return None
    words = _SIGHS.sub("", clause.norm.strip(" .!"))
    if context.refused and (_BACK.fullmatch(words) or _MISTAKE.fullmatch(words)):
        raise Unclear("That was refused, so it changed nothing. Shall the step before it go?", [option("show_pipeline", {}, "No, show the steps"), option("undo", {}, "Undo the step before it")])
    kept = _KEPT_AFTER_ALL.fullmatch(_SIGHS.sub("", clause.masked.strip(" .!")))
    if _BACK.fullmatch(words) or (last["tool"] == "drop_columns" and _ALL_OF_IT_BACK.fullmatch(words)) or (kept and last["tool"] == "drop_columns" and [mention.name for mention in clause.columns] == last["args"].get("columns")):
        return [{"tool": "undo", "args": {}}]
    if _MISTAKE.fullmatch(words):
        raise Unclear(f"Shall I take this back: {label(last)}?", [option("undo", {}, "Yes, undo it"), option("show_pipeline", {}, "No, show the steps")])
    return None


_ALL_BACK = re.compile(r"^(?P<before>.*?)\b(?:want|need|have|get|give|bring|put|take|like)\b(?: me| us| in)? (?:all|every|each|the other|the rest of)(?: of)?(?: the| my| these| those)? @(?: [a-z]+)? (?:back|again)(?: in)?(?P<rest>.*)$")


def all_back(clause: Clause, context: RouterContext) -> list[Call] | None:
    """Reads “I need all soils back” as taking out the filter of that column; asks where more is said beside it."""
    said = _ALL_BACK.match(clause.masked.strip(" .!"))
    column = clause.columns[0].name if said and clause.columns and clause.columns[0].clear else None
    place = next((place for place in range(len(context.steps), 0, -1) if context.steps[place - 1]["tool"] == "filter_rows" and context.steps[place - 1].get("args", {}).get("column") == column), None)
    if said is None or column is None or place is None:
        return None
    step = context.steps[place - 1]
    call: Call = {"tool": "undo", "args": {}} if place == len(context.steps) else {"tool": "remove_step", "args": {"step": step.get("number", place)}}
    if not said["rest"].strip():
        return [call]
    raise Unclear(f"Shall this go, and all else stay as it is: {label({'tool': 'filter_rows', 'args': step['args']})}?", [option(call["tool"], call["args"], f"Yes, bring all of {column} back"), option("show_pipeline", {}, "No, show the steps")])


_EVERYONE = re.compile(
    r"(?:(?:no|nope|wait|but|rather|actually|ok|oh|please|sorry|and|now|then|lets|we|i|can you|could you|want|need|would like|to|have|keep|bring|give|put|get|"
    r"take|go|show|use|me|us|back) ,? ?)*(?:all of (?:them|it|those|these)|"
    r"all(?: of)?(?: the| those| my| our)?(?! (?:models?|steps|columns|features|runs|charts|plots|changes|gaps|values)\b)(?: [a-z]{3,12}s| data| people)?|"
    r"everyone|everybody|everything|the (?:whole|full|entire|complete) (?:table|data|dataset|lot|file|set))(?: (?:back|again|after all|in|please|though|anyway|"
    r"now))*",
)
_AS_BEFORE = re.compile(r"\b(?:back|again|after all|no|nope|wait|actually)\b")


def everyone_back(clause: Clause, context: RouterContext) -> list[Call] | None:
    """Reads “keep everybody after all” as taking out the filter of the rows, be it the last step or an earlier one; asks which where there are several."""
    filters = [(place, step) for place, step in enumerate(context.steps, 1) if step.get("tool") == "filter_rows"]
    words = clause.norm.strip(" .!")
    if not filters or clause.numbers or clause.values or not _EVERYONE.fullmatch(words) or not _AS_BEFORE.search(words):
        return None
    calls: list[Call] = [{"tool": "undo", "args": {}} if place == len(context.steps) else {"tool": "remove_step", "args": {"step": step.get("number", place)}} for place, step in filters]
    if len(filters) > 1:
        raise Unclear("Rows were left out by several steps. Which one shall go?", [*(option("remove_step", {"step": step.get("number", place)}, f"Take out: {label({'tool': 'filter_rows', 'args': step['args']})}") for place, step in filters[-3:]), option("show_pipeline", {}, "Show the steps")])
    return calls


_COLUMN_BACK = re.compile(
    r"(?:(?:please|actually|better|rather|lets|we should|i|we|can you|could you|you can|just|and|so|but|oh|no|ok|,) )*(?:(?:bring|get|put|give|take)(?: me|"
    r" us)? back (?:in )?(?:the |my |our )?(?:column )?(?P<after>[^,.;:?!]{1,60}?)(?: columns?)?|"
    r"(?:put|bring|get|give|take|have|want|need|add)(?: (?:me|us|to have|to see))? (?:the |my |"
    r"our )?(?:column )?(?P<what>[^,.;:?!]{1,60}?)(?: columns?)? (?:back(?: in(?: again)?)?|in again|again after all))(?: (?:please|now|after all|then|too|"
    r"again))*",
    re.I,
)

_STAYS_HERE = re.compile(
    r"(?:(?:no|nope|oh|wait|sorry|but|please|actually|hm+|ok) ?,? ?)*(?:(?:keep|leave|retain|spare) (?:the |my )?(?P<kept>[^,.;:?!]{1,40}?)(?: in| there| alone|"
    r" after all| though| please)*|(?:the |my )?(?P<stays>[^,.;:?!]{1,40}?) (?:stays|remains|should stay|must stay|has to stay|is to stay)(?: in| please)*)",
    re.I,
)
"""What is to stay after it was dropped: “no, keep the range”."""


def column_back(clause: Clause, context: RouterContext) -> list[Call] | None:
    """Reads “put the cabin back” of a column that a step dropped: the step goes, or goes on without it."""
    said = _COLUMN_BACK.fullmatch(clause.text.strip(" .!?")) if context.steps and clause.has("back|again") else None
    said = said or (_STAYS_HERE.fullmatch(clause.text.strip(" .!")) if context.steps and context.last and context.last[-1]["tool"] in ("drop_columns", "edit_step") else None)
    wanted = {key(piece) for piece in re.split(r",| and | & ", next(filter(None, said.groups())))} if said else set()
    for place in range(len(context.steps), 0, -1) if wanted else ():
        step = context.steps[place - 1]
        dropped = step.get("args", {}).get("columns") if step["tool"] == "drop_columns" else None
        if not isinstance(dropped, list):
            continue
        back = [name for name in dropped if key(name) in wanted or any(key(f"the {name}") == one for one in wanted)]
        if len(back) != len(wanted):
            continue
        left = [name for name in dropped if name not in back]
        if left:
            return [{"tool": "edit_step", "args": {"step": step.get("number", place), "args": {"columns": left}}}]
        return [{"tool": "undo", "args": {}} if place == len(context.steps) else {"tool": "remove_step", "args": {"step": step.get("number", place)}}]
    here = [name for name in context.names if key(name) in wanted] if wanted and clause.has("back|again") else []
    if here and len(here) == len(wanted) and not any(step["tool"] == "filter_rows" and step.get("args", {}).get("column") in here for step in context.steps):
        raise Unclear(f"{' and '.join(f'“{name}”' for name in here)} {'is' if len(here) == 1 else 'are'} in the table already. What shall I show?", [option("describe_column", {"column": here[0]}, f"Look at {here[0]}"), option("show_pipeline", {}, "Show the steps")])
    return None


def thrown_out(clause: Clause, context: RouterContext) -> list[Call] | None:
    """Reads “it can go” and “bin it” of the one column that was just looked at, or that a notice was about; asks where it was about several."""
    last = context.last[-1] if context.last else None
    if last is None or not _GO.fullmatch(_SIGHS.sub("", clause.norm.strip(" .!"))):
        return None
    column = None if find_tool(last["tool"]).records else _looked_at(last)
    if column is not None:
        return [{"tool": "drop_columns", "args": {"columns": [column]}}] if column in clause.names and column != context.target else None
    noticed = context.noticed
    if not noticed:
        return None
    if len(noticed) > 1:
        raise Unclear("Which one shall go?", [option("drop_columns", {"columns": [name]}, f"Drop {name}") for name in noticed[:4]])
    return [{"tool": "drop_columns", "args": {"columns": noticed}}]


def _looked_at(last: Call) -> str | None:
    """The one column that a call looked at."""
    args = last.get("args", {})
    named = [args[slot] for slot in ("column", "columns", "x", "y", "by", "color") if args.get(slot)]
    one = named[0] if len(named) == 1 else None
    return one[0] if isinstance(one, list) and len(one) == 1 else one if isinstance(one, str) else None
