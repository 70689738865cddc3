"""Says in plain words what was written as R: “df |> filter(fare > 5) |> count(sex)”, “ggplot(aes(x, y)) + geom_point()”."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.router.wording import r_models

_PIPE = re.compile(r"\s{0,9}(?:\|>|%>%)\s{0,9}")
_FRAME = re.compile(r"(?:\w{1,30}\s*(?:<-|=)\s*)?\w{1,30}")
_STEP = re.compile(r"(?P<verb>[A-Za-z_]{2,20})\((?P<args>.{0,400})\)", re.S)
_PART = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`|[(),]|[^\"'`(),]+|.", re.S)
_NAME = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`(?P<ticked>[^`\n]*)`|(?P<plain>[^\W\d][\w.]*)(?!\w*\()")
_GIVEN = re.compile(r"(?P<name>\w{1,40}|\"[^\"]{1,60}\")\s*=(?!=)\s*(?P<value>.+)", re.S)
_CALLED = re.compile(r"(?P<function>\w{1,10})\((?P<column>[^(),]{0,80})(?:,\s*na\.rm\s*=\s*\w+)?\)")
_STATISTICS = {"mean": "average of", "median": "median of", "sum": "sum of", "min": "minimum of", "max": "maximum of", "sd": "standard deviation of"}
_OPERATION = re.compile(r"\"[^\"]+\"\s*[-+*/]\s*(?:\"[^\"]+\"|\d[\d.]*)")
_TESTS = (
    (re.compile(r"!\s*is\.na\(([^()]{1,80})\)"), r"\1 is not missing"),
    (re.compile(r"is\.na\(([^()]{1,80})\)"), r"\1 is missing"),
    (re.compile(r"!\s*\(?\s*([^()%!]{1,80}?)\s*%in%\s*c\(([^()]{1,200})\)\s*\)?"), r"\1 is not in \2"),
    (re.compile(r"%in%\s*c\(([^()]{1,200})\)"), r"is in \1"),
    (re.compile(r"between\(([^(),]{1,80}),\s*([^(),]{1,40}),\s*([^(),]{1,40})\)"), r"\1 between \2 and \3"),
    (re.compile(r"str_detect\(([^(),]{1,80}),\s*([^()]{1,80})\)"), r"\1 contains \2"),
    (re.compile(r"grepl\(([^(),]{1,80}),\s*([^(),]{1,80})\)"), r"\2 contains \1"),
    (re.compile(r"\s*&+\s*"), " and "),
    (re.compile(r"\s*\|+\s*"), " or "),
)
_CHARTS = {"geom_point": "scatter plot", "geom_histogram": "histogram", "geom_boxplot": "box plot", "geom_violin": "violin plot", "geom_bar": "bar chart", "geom_line": "line chart"}
_LOOKS = re.compile(r"(?:theme\w*|labs|ggtitle|xlab|ylab|scale_\w+)\(.*\)", re.S)


def in_words(text: str, names: tuple[str, ...]) -> str:
    """Gives the words that verbs of dplyr or a chart of ggplot2 mean, one request a line; other text is given back unchanged."""
    chart = _chart(text.strip(), names)
    if chart:
        return chart
    steps = _PIPE.split(text.strip())
    if len(steps) > 1 and _FRAME.fullmatch(steps[0]):
        steps = steps[1:]
    said: list[str] = []
    groups: list[str] = []
    for step in steps:
        match = _STEP.fullmatch(step)
        if match is None:
            return text
        args = [_quoted(part, names) for part in _parts(match["args"])]
        if match["verb"] == "group_by":
            groups = args
            continue
        words = _summary(args, groups) if match["verb"] in ("summarise", "summarize") else _VERBS[match["verb"]](args) if match["verb"] in _VERBS else None
        if words is None:
            return text
        said.append(words)
    return "\n".join(said) or text


def _parts(args: str) -> list[str]:
    """Cuts arguments at the commas that stand in no brackets and no quotes."""
    parts, depth = [""], 0
    for piece in _PART.findall(args):
        depth += (piece == "(") - (piece == ")")
        if piece == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return [part.strip() for part in parts if part.strip()]


def _quoted(code: str, names: tuple[str, ...]) -> str:
    """The code with each name of a column in quotes."""
    return _NAME.sub(lambda match: f'"{match["ticked"] or match["plain"]}"' if match["ticked"] or match["plain"] in names else match[0], code)


def _listed(args: list[str]) -> str | None:
    """Columns as they are listed in words; None where an argument is none."""
    return " and ".join(args) if args and all(re.fullmatch(r"\"[^\"]+\"", part) for part in args) else None


def _selected(args: list[str]) -> str | None:
    left = [part.lstrip("-! ") for part in args if part[0] in "-!"]
    inside = re.fullmatch(r"c\((.*)\)", left[0] if len(left) == 1 else args[0] if len(args) == 1 else "", re.S)
    listed = _listed(_parts(inside[1]) if inside else left or args)
    if listed is None or (left and len(left) < len(args)):
        return None
    return f"drop the columns {listed}" if left else f"keep only the columns {listed}"


def _filtered(args: list[str]) -> str | None:
    test = " and ".join(args)
    for code, words in _TESTS:
        test = code.sub(words, test)
    return f"keep rows where {test}" if test and "(" not in test else None


def _summary(args: list[str], groups: list[str]) -> str | None:
    """What is worked out for each group; without groups, or of anything but one column, it has no words."""
    by, said = _listed(groups), []
    for part in args:
        given = _GIVEN.fullmatch(part)
        match = _CALLED.fullmatch(given["value"] if given else part)
        if match is None or by is None or (match["function"] != "n" and match["function"] not in _STATISTICS):
            return None
        said.append(f"count by {by}" if match["function"] == "n" else f"{_STATISTICS[match['function']]} {match['column']} by {by}")
    return "\n".join(said) or None


def _counted(args: list[str]) -> str | None:
    listed = _listed([part for part in args if not re.match(r"sort\s*=", part)])
    return f"count by {listed}" if listed else None


def _sampled(args: list[str]) -> str | None:
    given = _GIVEN.fullmatch(args[0]) if len(args) == 1 else None
    share = re.fullmatch(r"0?\.\d{1,4}|1", given["value"]) if given and given["name"] == "prop" else None
    if share:
        return f"sample {float(share[0]):.2%} of the rows".replace(".00%", "%")
    return f"sample {given['value']} rows" if given and given["name"] == "n" and given["value"].isdecimal() else None


def _shown(which: str) -> Callable[[list[str]], str | None]:
    def words(args: list[str]) -> str | None:
        number = re.fullmatch(r"(?:n\s*=\s*)?(\d{1,6})", args[0]) if len(args) == 1 else None
        return f"show the {which} {number[1] if number else 6} rows" if number or not args else None

    return words


def _made(args: list[str]) -> str | None:
    given = [_GIVEN.fullmatch(part) for part in args]
    if not all(match and _OPERATION.fullmatch(match["value"].strip()) for match in given):
        return None
    return "\n".join(f"create a column {match['name']} = {match['value']}" for match in given if match) or None


def _renamed(args: list[str]) -> str | None:
    given = [_GIVEN.fullmatch(part) for part in args]
    return "\n".join(f"rename {match['value']} to {match['name']}" for match in given if match) if args and all(match and _listed([match["value"]]) for match in given) else None


def _complete(args: list[str]) -> str | None:
    listed = _listed(args)
    return "drop rows with missing values" if not args else f"drop rows where {listed} is missing" if listed and len(args) == 1 else None


def _applied(args: list[str]) -> str | None:
    """What tapply(price, class, mean) works out for each group."""
    figure = _STATISTICS.get(args[2].strip('"')) if len(args) == 3 else None
    return f"{figure} {args[0]} by {args[1]}" if figure else None


_VERBS: dict[str, Callable[[list[str]], str | None]] = {
    "select": _selected, "filter": _filtered, "count": _counted, "slice_sample": _sampled, "slice_head": _shown("first"), "head": _shown("first"), "slice_tail": _shown("last"), "tail": _shown("last"),
    "mutate": _made, "rename": _renamed, "drop_na": _complete, "distinct": lambda args: None if args else "drop duplicates", "tapply": _applied, "arrange": lambda args: f"sort by {args[0]}" if len(args) == 1 else None,
    **r_models.VERBS,
}


def _chart(text: str, names: tuple[str, ...]) -> str | None:
    """The chart that is drawn of columns in their places: aes(x, y, colour = z)."""
    layers = re.split(r"\)\s*\+\s*", text) if "ggplot(" in text else []
    opened = re.search(r"ggplot\((?:\s*\w{1,30}\s*,)?\s*(?:mapping\s*=\s*)?aes\((?P<places>[^()]{1,200})\)", layers[0]) if len(layers) > 1 else None
    drawn = [layer.rstrip(")") for layer in layers[1:] if not _LOOKS.fullmatch(f"{layer.rstrip(')')})")]
    kind = _CHARTS.get(drawn[0].split("(")[0]) if len(drawn) == 1 else None
    if opened is None or kind is None:
        return None
    places: dict[str, str] = {}
    for part in _parts(opened["places"]):
        given = _GIVEN.fullmatch(part)
        places[given["name"] if given else "y" if "x" in places else "x"] = _quoted(given["value"] if given else part, names)
    x, y = places.pop("x", None), places.pop("y", None)
    shade = next((places.pop(name) for name in ("colour", "color", "fill") if name in places), None)
    if x is None or places or (kind in ("histogram", "bar chart") and y):
        return None
    if kind in ("box plot", "violin plot") and y:
        return f"{kind} of {y} by {x}" if shade in (None, x) else None
    return f"{kind} of {x}" + (f" and {y}" if y else "") + (f" coloured by {shade}" if shade else "")
