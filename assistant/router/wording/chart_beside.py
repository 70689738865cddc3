"""Says apart a look and the chart that is wanted beside it: “details on price and a histogram”, “price by grade and a chart”, “stats and histogram of price”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause

_CHART = r"(?:histograms?|box ?-?plots?|violin(?: ?plots?)?|bar ?-?(?:charts?|plots?|graphs?)|pie(?: charts?)?|scatter(?: ?plots?)?|line (?:charts?|plots?|graphs?)|charts?|plots?|graphs?|pictures?|diagrams?)"
_LOOK = r"(?:details?|describe|descriptions?|info(?:rmation)?|infos|facts?|figures|stats|statistics|summar(?:y|ise|ize)|overview|profile|tell me (?:everything |all |more |something )?about|(?:have |take )?(?:a )?(?:closer )?look(?: closer| closely)? at|inspect|missing values|numbers)"
_NAMES_CHART = re.compile(r"plot|chart|graph|histogram|violin|pie|picture|diagram|scatter", re.I)
_ASIDE = r"(?:an? |the |its |one |also |then |draw |show |plot |me |give |as well |see )*"
_JOINT = r"(?:,? (?:and|plus|with|together with|along with|as well as|then)|,| \+| &)"
_END = r"(?P<end>(?: (?:of|for|about|on) (?:it|that|this|them|those|these|the same))?)(?: (?:too|as well|also|please|on top|beside it|alongside))*[.!? ]*"
_BESIDE = re.compile(rf"(?P<look>[^.;:?!\n]{{4,80}}?)(?P<joint>{_JOINT}) {_ASIDE}(?P<chart>{_CHART}){_END}", re.I)
_SHARED = re.compile(rf"(?P<look>{_LOOK})(?: (?:and|plus|with|&)|,| \+) {_ASIDE}(?P<chart>{_CHART}) (?:of|for|on|about) (?P<what>[^.;:?!\n,]{{2,50}}?)[.!? ]*", re.I)
_SHARED_LAST = re.compile(rf"(?P<chart>{_CHART}) (?:and|plus|with|&) {_ASIDE}(?P<look>details|description|info(?:rmation)?|facts|figures|stats|statistics|summary|overview) (?:of|for|on|about) (?P<what>[^.;:?!\n,]{{2,50}}?)[.!? ]*", re.I)
_TOPIC = re.compile(rf"(?P<what>[^.;:?!\n,]{{2,40}}?) ?[:,-] (?:the )?(?P<look>details|description|info(?:rmation)?|facts|figures|stats|statistics|summary|overview) (?:and|plus|with|&|\+) {_ASIDE}(?P<chart>{_CHART})[.!? ]*", re.I)
"""“price: stats and histogram”"""
_BOTH = re.compile(rf"{_ASIDE}(?P<first>{_CHART}) (?:and|plus|&) {_ASIDE}(?P<other>{_CHART}) (?:of|for) (?P<what>[^.;:?!\n,]{{2,50}}?)[.!? ]*", re.I)
"""“boxplot and histogram of hours”"""
_OPENS_LOOK = re.compile(rf"(?:(?:please|can|could|you|i|we|want|need|would|like|to|see|get|give|show|me|us|some|the|a|all|have|quick|short) )*{_LOOK}\b", re.I)
_FIGURE = re.compile(r"\b(?:mean|average|avg|median|total|sum|highest|lowest|max|min|counts?|how many|number of)\b.*\b(?:by|per|for each|for every|in each|across)\b", re.I)
"""A figure of groups: “average price per wood”."""
_DRAWS = re.compile(rf"\b(?:{_CHART}|draw|plot|visuali[sz]e|colou?r\w*|against|versus|vs)\b", re.I)


def with_chart_apart(message: str, context: RouterContext) -> str:
    """The look and the chart as two requests; the message itself where only one of them is asked for."""
    if _NAMES_CHART.search(message) is None:
        return message
    text = message.strip()
    shared = _SHARED.fullmatch(text) or _SHARED_LAST.fullmatch(text) or _TOPIC.fullmatch(text)
    if shared and len(Clause(shared["what"], context).columns) == 1:
        return f"describe {shared['what']}\ndraw a {shared['chart']} of {shared['what']}"
    both = _BOTH.fullmatch(text)
    if both and len(Clause(both["what"], context).columns) == 1:
        return f"draw a {both['first']} of {both['what']}\ndraw a {both['other']} of {both['what']}"
    beside = _BESIDE.fullmatch(text)
    if beside is None or _DRAWS.search(beside["look"]):
        return message
    look = Clause(beside["look"], context)
    if _OPENS_LOOK.match(beside["look"]) and len(look.columns) == 1 and look.columns[0].clear and not look.values and not look.numbers:
        name = beside["look"][look.tokens[look.columns[0].start].start : look.tokens[look.columns[0].end - 1].end]
        return f"{beside['look']}\ndraw a {beside['chart']} of {name}"
    if len(beside["joint"]) > 1 and _FIGURE.search(beside["look"]) and len(look.columns) > 1:
        return f"{beside['look']}\nshow it as a {beside['chart']}"
    return message
