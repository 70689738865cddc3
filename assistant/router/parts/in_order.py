"""Reads the parts of a message one after another, each with what the ones before it spoke of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.router.arguments.slots import option, several_meant
from assistant.router.arguments.trained_on import target_and_training
from assistant.router.asking.choices import refuse_bare_word
from assistant.router.asking.foreign import strange_words
from assistant.router.asking.guards import refuse_contrary, refuse_doubtful
from assistant.router.asking.labels import label
from assistant.router.asking.misheard import vague
from assistant.router.asking.refuse import is_refusal
from assistant.router.asking.unused import losses
from assistant.router.context import Call, RouterContext, leaves
from assistant.router.dialogue.changed import changed
from assistant.router.dialogue.followup import afterthought
from assistant.router.dialogue.pointed_at import pointed_at
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.vocabulary import MARKED
from assistant.router.parts.asides import TAKEN_BACK, TELLS, asks_for_something, is_aside
from assistant.router.parts.called import Found
from assistant.router.parts.comparison import coloured, compared, drawn_again, drawn_answer
from assistant.router.parts.joining import joined
from assistant.router.parts.lead_in import with_next
from assistant.router.parts.lost_tail import lost_tail
from assistant.router.parts.of_the_call_before import (
    about_its_sources,
    by_that,
    goes_too,
    gone,
    look_at_those,
    repeated,
)
from assistant.router.parts.one import POINTING, one_request, says_none
from assistant.router.parts.passed_over import (
    POINTS_BACK,
    counted,
    gives_up_target,
    leads_up,
    puts_as_question,
    recoded_again,
    says_no_more,
)
from assistant.router.parts.segment import opens_with_verb, starts_with_verb
from assistant.router.parts.ways import ordered_in_passing
from assistant.router.tool.rank import candidates
from assistant.router.tool.wanted import wanted
from tools.catalog import find_tool

_INSTEAD = re.compile(r"\b(?:instead|rather)\b", re.I)
_COUNTED = re.compile(r"\b(?:how many|count|number of)\b", re.I)
_SPARED = re.compile(r"\b(?:not|without|except|rather than|instead of|but)\b", re.I)
_SHOW_IT = re.compile(
    r"(?:(?:and|then|now|please|just) )*(?:(?:(?P<how>(?:(?:show|draw|plot|give|make)(?: me| us)? )?(?:(?:an?|the|its) )?(?:histogram|hist|box ?plot|"
    r"violin(?: plot)?|distribution|plot|chart|graph) of)|plot|draw|chart|graph|visuali[sz]e|(?P<drawn>histogram|box ?plot)) (?:it|that|this|them|those)|"
    r"(?:(?:show|draw|plot|chart|graph|give|make|look at|see)(?: me| us)? )its (?P<kind>histogram|box ?plot|violin(?: plot)?|distribution)|"
    r"(?:(?:show|draw|plot|make|do|give|see|look at|have)(?: me| us)? )?an? (?P<bare>histogram|box ?plot|"
    r"violin(?: plot)?))(?: (?:as (?:an? )?(?:histogram|plot|chart|graph|picture)|too|please|now|again|afterwards|for me|for a (?:first )?look|once|"
    r"quickly))*(?P<rest> (?:by|per|for each|against|versus|vs|over|split by|grouped by|colou?red by|across) [^,.;]{1,60})?",
    re.I,
)
"""Asks to draw the column that was just prepared: “scale the fare and then plot it”."""
_DISMISSED = re.compile(r"\b(?:would|will|wont|doesnt|does not|cant|cannot|could)\b.*\b(?:explode|blow up|hundreds|thousands|take forever|be (?:a mess|wrong|bad|silly|too \w+))\b", re.I)


_LISTED = re.compile(r"(?:(?:the|my|our|both|columns?) )*@(?: ?(?:,|and|&|plus)(?: and)? (?:the )?@)*(?: columns?)?")
"""Columns alone, which the next part says what to do with: “age and fare: standardise”."""


_RATHER_MEANT = re.compile(r"(?:i|we) (?:really |actually |had )?(?:wanted|meant|intended)\b|(?:it |that )?should have (?:been|said)\b", re.I)
"""What was meant in the place of what is undone."""


def _chart(kind: str | None) -> str:
    return f"{kind} of" if kind else "plot"


_OF_BOTH = re.compile(r"\b(?:both|former|latter|the two|(?:each|one an?)other|the other|(?:first|second) one)\b", re.I)
"""What points at the columns of two calls before it: “scale both”."""


@dataclass
class Reading:
    """What was read of the parts of a message so far."""

    pieces: list[str]
    context: RouterContext
    tool: str | None = None
    """The tool of the part before, for one without a verb of its own."""
    spoken: tuple[str, ...] = ()
    """The columns that were spoken of last."""
    correcting: bool = False
    calls: list[Call] = field(default_factory=list)
    asides: list[Call] = field(default_factory=list)
    ignored: list[Clause] = field(default_factory=list)
    lowest: float = 1.0
    unread: int = 0

    def __post_init__(self) -> None:
        self.now = self.context  # as it will be once the calls are done

    def read_all(self) -> Found | None:
        """Reads part after part; asks where something that was said would be lost."""
        for place in range(len(self.pieces)):
            self._take(place)
        if not self.calls:
            return (self.asides, 0.7) if self.asides else None
        if self.unread or any(losses(self.calls, clause) for clause in self.ignored) or (len(self.pieces) > 1 and self.calls[-1]["tool"] == "filter_rows" and any(_calls_other_rows(piece, self.context) for piece in self.pieces)):
            options = [option(call["tool"], call["args"], label(call)) for call in self.calls[:3]]
            raise vague("I understood only a part of that. Shall I do this part?", [*options, option("list_options", {}, "Show what can be done")])
        refuse_contrary(self.calls)
        return self.calls, self.lowest

    def _take(self, place: int) -> None:
        text, before, following = self.pieces[place], self.pieces[place - 1], self.pieces[place + 1 : place + 2]
        if self.calls and len(self.spoken) == 1 and (find_tool(self.calls[-1]["tool"]).stage in ("prepare", "features") or self.calls[-1]["tool"] in _NAMES_COLUMN) and (shown := _SHOW_IT.fullmatch(text)):
            text = f'{shown["how"] or _chart(shown["kind"] or shown["bare"] or shown["drawn"])} "{self.spoken[0]}"{shown["rest"] or ""}'
        elif len(self.calls) > 1 and _OF_BOTH.search(text):
            text = pointed_at(text, replace(self.now, last=self.calls[-2:]))
        elif self.calls and find_tool(self.calls[-1]["tool"]).stage in ("prepare", "features"):
            text = look_at_those(text, self.spoken)
        if len(self.pieces) > 1:
            text = gone(Clause(text, self.now))
        if self.calls:
            text = goes_too(Clause(by_that(about_its_sources(text, self.calls), self.spoken, self.calls), self.now), self.calls)
        if len(self.pieces) > 1:
            text = ordered_in_passing(text, [*self.pieces[:place], *self.pieces[place + 1 :]], self.now)
        clause = Clause(text, self.now, self.tool, self.spoken, self.correcting and place == 0)
        if aim := target_and_training(clause, [other for other in self.pieces if other != text]):
            self._add(([{"tool": "set_target", "args": {"column": aim[0]}}], 0.9), text, before, ends=False)
            text, clause = aim[1], Clause(aim[1], self.now)
        if gives_up_target(clause, following, self.now):
            return
        self.spoken = _subjects(clause) or names_of(clause) or self.spoken
        if following:
            self.pieces[place + 1] = following[0] = counted(following[0], self.spoken)
        if leads_up(text, following, self.spoken, self.now):
            return
        if self.calls and TAKEN_BACK.fullmatch(text):
            self.calls = self.calls[:-1]
        elif len(self.pieces) > 1 and says_no_more(clause, self.calls, before, ends=not following):
            return
        elif once := recoded_again(self.calls, text):
            self.calls = [*self.calls[:-1], once]
        elif kept := drawn_answer(clause, self.calls, not starts_with_verb(before)) or compared(clause, self.calls) or drawn_again(clause, self.calls) or coloured(clause, self.calls) or repeated(clause, self.calls):
            self.calls, self.tool = kept, kept[-1]["tool"]
        elif following and not self.calls and _LISTED.fullmatch(clause.masked) and (both := with_next(text, following, self.now, _quietly)):
            self.pieces[place + 1] = both
        elif found := _part(clause, self.now, sum(not is_refusal(piece) for piece in self.pieces) < 2, self.calls):
            tail = lost_tail(text, found[0], self.now) if ", " in text else None
            apart = [_quietly(part, self.now) for part in tail] if tail else []
            if len(apart) == 2 and apart[0] and apart[1] and apart[0] == found[0]:
                found = [*apart[0], *apart[1]], found[1]
            self._add(found, text, before, ends=not following)
        elif both := with_next(text, following, self.now, _quietly):
            self.pieces[place + 1] = both
        elif not puts_as_question(text, following, self.now):
            self.unread += (bool(self.calls) and self.calls[-1]["tool"] == "undo" and _RATHER_MEANT.match(text) is not None) or (asks_for_something(text, clause, bool(self.calls)) and POINTING.match(text) is None and not (self.calls and not opens_with_verb(text) and says_none(clause)))
            self.ignored += [clause] if self.calls or not TELLS.match(text) else []

    def _add(self, found: Found, text: str, before: str, ends: bool) -> None:
        calls, sureness = found
        if self.calls and self.calls[-1]["tool"] == calls[0]["tool"] and _DISMISSED.search(text) and "columns" not in calls[0]["args"]:
            return  # “target encode the cabin, one-hot would explode”
        refuse_doubtful(calls, sureness, self.now)
        if self.calls and self.calls[-1]["tool"] == calls[0]["tool"] and _takes_its_place(self.calls[-1], calls[0], text, before):
            self.calls = self.calls[:-1]
        self.tool = calls[-1]["tool"]
        if is_aside(text, calls) and (self.calls or not ends):
            self.asides += calls
            return
        if _SPARED.search(text):
            self.spoken = tuple(name for name in self.spoken if any(name in leaves(call["args"]) for call in calls)) or self.spoken
        if self.calls and self.calls[-1]["tool"] == "explain" and "row" in self.calls[-1]["args"] and calls[0]["tool"] == "what_if" and "row" not in calls[0]["args"]:
            calls = [{"tool": "what_if", "args": {**calls[0]["args"], "row": self.calls[-1]["args"]["row"]}}, *calls[1:]]
        if calls[-1]["tool"] in _NAMES_COLUMN and calls[-1]["args"].get("name"):
            self.spoken = (str(calls[-1]["args"]["name"]),)
        self.calls = joined(self.calls, calls, self.context, _COUNTED.search(before) is not None)
        self.lowest = min(self.lowest, sureness)
        self.now = _after(self.now, calls)


_NO_SUCH = re.compile(r"(?:and |also |but )*(?:no|not|nor|without)(?: the| any)? (?P<word>[a-z][\w-]+)", re.I)


def _calls_other_rows(text: str, context: RouterContext) -> bool:
    """Says whether rows are turned down by a word that is none of the table’s, beside others that are known: “no docks, no isle”."""
    said = _NO_SUCH.fullmatch(text)
    return said is not None and said["word"].lower() in strange_words(Clause(text, context))


_SKEWED = re.compile(r"\bskew", re.I)
_ALIKE = re.compile(r"\b(?:are|is|say|says|look|looks|mean|means)\b[^,.;]{0,20}\b(?:twins?|same|identical|equal|duplicates?|doubles?|copies|copy|alike|redundant)\b", re.I)


def _takes_its_place(stated: Call, asked: Call, text: str, before: str) -> bool:
    """Says whether a call takes the place of the one before it: “one hot would explode, do frequency encoding instead”."""
    if _DISMISSED.search(before):
        return True
    if stated["tool"] == asked["tool"] == "transform" and _SKEWED.search(before) and not opens_with_verb(before) and (asked["args"].get("columns") or stated["args"].get("columns")) == stated["args"].get("columns"):
        return True  # “skewed columns log”
    if _ALIKE.search(before) and stated["tool"] == asked["tool"] == "drop_columns":
        return set(asked["args"].get("columns") or ()) < set(stated["args"].get("columns") or ())  # “a and b are twins, drop b”
    return (_INSTEAD.search(text) is not None or _about_the_same(stated, asked)) and not opens_with_verb(before)


def _about_the_same(stated: Call, asked: Call) -> bool:
    """Says whether a request does what a statement before it only called for: “prices are very skewed, use their log”."""
    return find_tool(asked["tool"]).stage in ("prepare", "data") and stated["args"] != asked["args"] and stated["args"].get("columns") is not None and stated["args"]["columns"] == asked["args"].get("columns")


def _part(clause: Clause, context: RouterContext, alone: bool, calls: list[Call]) -> Found | None:
    """Reads one part; what only points back to the call before it (“… are enough, sample them”) adds nothing."""
    try:
        if calls and calls[-1]["tool"] == "undo" and context.last and len(clause.tokens) < 10:
            again = afterthought(clause, context, next((tool for _, tool in candidates(clause)), None))
            if again:
                return again, 0.8  # “take that back and use the median instead”
        if calls and len(clause.tokens) < 10:
            extended = _extended(calls[-1], clause)
            if extended and not losses([extended], clause):
                return [extended], 0.8
        found = one_request(clause, context, alone)
    except Unclear:
        ranked = candidates(clause) if calls else []
        if ranked and ranked[0][1] == calls[-1]["tool"] and not (clause.columns or clause.values or clause.numbers):
            return [calls[-1]], 0.8  # “if it went up, what would happen?” asks once
        if calls and not clause.columns and POINTS_BACK.search(clause.text) and len(clause.tokens) < 4:
            return None
        raise
    if alone and found:
        refuse_bare_word(found[0], clause)
    return found


_SAYS_MORE = re.compile(r"(?:and |but )?(?:only|just|use|take|make|try|with|set|do|go|keep|give|want|put)\b", re.I)
HEARD = 80
"""From which weight on a part that opens with a verb is one of its own, though only examples speak for it."""


def _extended(last: Call, clause: Clause) -> Call | None:
    """Reads a short part that only says more about the call before it: “…, use spearman”, “and add an indicator”."""
    ranked = candidates(clause)
    marks = last["tool"] == "impute" and MARKED.search(clause.masked)  # “… and mark where it was missing”
    if clause.columns or (ranked and ranked[0][1] != last["tool"] and ranked[0][0] > 80 and not marks):
        return None
    if opens_with_verb(clause.text) and not _SAYS_MORE.match(clause.text) and (heard := wanted(clause)) and heard[0][1] != last["tool"] and heard[0][0] >= HEARD and not marks:
        return None  # “undo, then show the worst 10 predictions” undoes no ten steps
    more = changed(last, clause)
    if more and all(last["args"].get(name) == value for name, value in more.items()):
        return last  # “how does x push it? partial dependence” says it twice
    return {"tool": last["tool"], "args": more} if more and not any(name in last["args"] for name in more) else None


_SAID_OF = re.compile(r"[^@]*(?:@[^@]*?)*?(?P<subjects>@(?:(?: ?(?:, and|,|and|&|or))? (?:the )?@)*)(?: columns?| fields?)? (?:is|are|was|were|has|have|had|looks?|seems?|contains?) ")


def _subjects(clause: Clause) -> tuple[str, ...]:
    """The columns that a statement says something of, which are not all that it names: “the vet says that our weights are full of holes”."""
    said = None if opens_with_verb(clause.text) or len(clause.columns) < 2 else _SAID_OF.match(clause.masked)
    if said is None:
        return ()
    first = clause.masked[: said.start("subjects")].count("@")
    meant = clause.columns[first : first + said["subjects"].count("@")]
    return tuple(mention.name for mention in meant) if first and all(mention.clear for mention in meant) else ()


def names_of(clause: Clause) -> tuple[str, ...]:
    """Lists the columns that a clause names for certain, or several at once."""
    return tuple(dict.fromkeys(name for mention in clause.columns if mention.clear or several_meant(mention, clause) for name in mention.names))


_NAMES_COLUMN = ("add_feature", "rename_column")
"""Tools after which there is a column of the name given."""


def _after(context: RouterContext, calls: list[Call]) -> RouterContext:
    """The context as it will be once the calls are done, as far as later words depend on it."""
    changed = replace(context, last=[*context.last, *calls])
    names = {column["name"] for column in context.columns}
    made = [str(call["args"]["name"]) for call in calls if call["tool"] in _NAMES_COLUMN and call["args"].get("name") and call["args"]["name"] not in names]
    if made:
        changed = replace(changed, columns=[*context.columns, *({"name": name, "kind": "numeric"} for name in made)], notes={})
    for call in calls:
        if call["tool"] == "set_target":
            changed.target = call["args"].get("column")
    return changed


def _quietly(text: str, context: RouterContext) -> list[Call] | None:
    """Reads a part by itself; None where it is no request, or not a clear one."""
    try:
        found = one_request(Clause(text, context), context, alone=False)
    except Unclear:
        return None
    return found[0] if found else None
