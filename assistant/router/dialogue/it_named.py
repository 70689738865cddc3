"""Says the column in the place of “it” where only one was spoken of just before: “plot it by department” after a look at the commute."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext

_LEAD = r"(?:(?:and|now|then|please|can you|could you|ok|so|just|also|lets) ,? ?)*"
_SHOWN = re.compile(rf"^(?P<before>{_LEAD}(?:plot|draw|chart|graph|visuali[sz]e|describe|correlate|compare|summari[sz]e|box ?plot|histogram(?: of)?) )(?:it|that|this)(?P<after>$|[.!?]*$| (?:against|versus|vs\.?|by|per|over|for each|for every|with|split by|grouped by|across|to) .+)", re.I)
_RELATED = re.compile(rf"^(?P<before>{_LEAD}(?:how (?:strongly |much |closely |well )?(?:does|is|do|did) |(?:does|is) ))(?:it|that|this)(?P<after> (?:relate|correlate|depend|vary|change|differ|compare|connected|related|correlated|linked|associated|skewed|distributed|spread|go (?:along|together|up|down))\b.*)", re.I)
_CHARTS = {"histogram": "histogram of", "box": "box plot of", "violin": "violin plot of", "bar": "bar chart of"}
_GROUPED = re.compile(r" (?:by|per|for each|for every|split by|grouped by)\b", re.I)
_LOOKS = ("describe_column", "impute", "scale", "transform", "bin", "handle_outliers", "encode", "set_kind", "replace_values")


def with_it_named(message: str, context: RouterContext) -> str:
    """Gives the message with the column named that the last call was about; unchanged where it was about none, or about several."""
    last = context.last[-1] if context.last else None
    if last is None or len(message) > 120 or last["tool"] not in (*_LOOKS, "plot"):
        return message
    said = _SHOWN.match(message) or _RELATED.match(message)
    if said and last["tool"] == "plot":
        drawn = last["args"].get("x")
        if said.re is not _SHOWN or not _GROUPED.match(said["after"]) or set(last["args"]) - {"kind", "x"} or not isinstance(drawn, str) or '"' in drawn:
            return message
        return f'{_CHARTS.get(last["args"].get("kind") or "", "plot")} "{drawn}"{said["after"]}'
    if said is None:
        return message
    listed = last["args"].get("columns") or last["args"].get("column")
    name = listed[0] if isinstance(listed, list) and len(listed) == 1 else listed
    if not isinstance(name, str) or name not in context.names or '"' in name:
        return message
    return f'{said["before"]}"{name}"{said["after"]}'
