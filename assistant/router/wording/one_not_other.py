"""Leaves out what is only named to be turned down: “columns, not rows”, “mean not median”, “no ridge, lasso”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import KINDS_OF, option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.parts.verbs import VERBS
from assistant.router.wording.spared import columns_alone

_HINT = re.compile(r"\b(?:no|not|leak\w*|so|hence|therefore|useless|noise|irrelevant|pointless|redundant|worthless|unimportant|unnecessary|junk|rubbish|garbage|dont|without|never|stays?|prefer|over|anything|everything|all)\b", re.I)
_AXIS = r"(?:rows?|columns?|records|lines|features)"
_NOT_AXIS = re.compile(rf"\b(?P<one>{_AXIS}) ?,? (?:and |but )?not (?:the |any |its )?(?:\w+ )?{_AXIS}\b ?,?", re.I)
_BUT_AXIS = re.compile(rf"\bnot (?:the |any )?{_AXIS} ?,? but (?:the )?(?P<one>{_AXIS})\b", re.I)
_GAPS_NOT_ROWS = re.compile(
    r"^(?P<lead>(?:(?:please|just|and|then) )*)(?:drop|remove|delete|get rid of|eliminate) (?:(?:the|all|any|my) )*(?P<gaps>gaps|missing values|blanks|nulls|nans|"
    r"holes|empty cells)(?P<where> (?:in|of) [^,;]{2,50}?)?,? (?:but |and )?(?:not (?:the |any |whole )*rows|"
    r"without (?:losing|dropping|removing|deleting|touching) (?:the |any |a single )*rows?|(?:keep|keeping) (?:the |all |every )*rows?)[.! ]*$",
    re.I,
)
_NOT_STRATIFIED = re.compile(r",? (?:(?:but|and|please) )*(?:without(?: any)?|no|not|dont|don't|do not|never|non)[ -](?:being )?stratif\w+(?: it| the split| them)?", re.I)
_MAY_STAY = re.compile(r"^(?P<stays>[^,;]{2,40}?) (?:may|can|could|should|is allowed to|are allowed to) (?:stay|remain)(?: ?[,;]| and| but)+ (?:the )?(?P<gone>[^,;]{2,40}?) (?:must|has to|have to|should|can|needs? to|may) (?:go|leave|be (?:dropped|removed|deleted))[.! ]*$", re.I)
_VALUE_NO = re.compile(r"# no(?: thanks| please)?")
_AN = r"(?:an? |the |any )?"
_USE = r"(?:(?:use|train|take|try|rather|but|just|better|do|fit|run|with|i want|lets|please|only) )*"
_SECOND = (
    re.compile(rf"(?:(?:please|ok|and|but|so) )*(?:no|not|dont (?:use|train|take|try|fit|run)|do not (?:use|train|take|try|fit|run)|skip|forget|without) {_AN}MODEL(?: please| this time)? ?[,;:.-]* ?{_USE}{_AN}MODEL(?: instead| please| rather| then)*"),
    re.compile(rf"{_AN}MODEL ?\? ?(?:no|nah|nope|not) ?,? ?{_USE}{_AN}MODEL(?: please| instead)?"),
)
_FIRST = (re.compile(rf"(?:i|we)(?: would)? (?:prefer|like) {_AN}MODEL (?:to|over|more than|better than|rather than) {_AN}MODEL"), re.compile(rf"{_USE}{_AN}MODEL over {_AN}MODEL(?: please)?"))
_NOT_WITH_MODEL = re.compile(r",? not (?:with|using|by) (?:an? |the )?(?P<not>[^,;]{2,40}?),? but (?:rather |with |using |by )*(?:an? |the )?(?P<model>[^,;]{2,40})$", re.I)
_FROM_ALL_BUT = re.compile(
    r"^(?P<order>[^,;]*\b(?:predict|forecast|estimate|guess)\b [^,;]{2,50}?) (?:from|with|using|by|based on|on the basis of) (?:everything|anything|any model|all|"
    r"every)(?: (?:the|other|columns?|features?|else|models?|of|them))* (?:but|except(?: for)?|other than|besides|minus|bar|excluding) (?:for |an? |"
    r"the )*(?P<what>[^;]{2,60})$",
    re.I,
)
_TABLES = (vocabulary.SCALE, vocabulary.ENCODE, vocabulary.IMPUTE, vocabulary.TRANSFORM)
_NOT_WAY = re.compile(r"\b(?P<one>[a-z][a-z-]*(?: [a-z]+)?) ?,? (?:and |but )?not (?:the |with |by |to |using )*(?P<other>[a-z][a-z-]*(?: (?:frequent|encoding|hot|score))?)\b", re.I)
_NO_WAY = re.compile(r"^(?:(?:please|but|and|ok) )*(?:no|not|dont use|do not use|never) (?:the )?(?P<other>[a-z][a-z-]*(?: [a-z]+)?)(?: ?[,;.-]| but)+ (?:(?:but|rather|use|take|with|the|just) )*(?P<rest>.+)$", re.I)


_THESE = r"(?:(?:the|my|our|both|column|columns) )*@(?: ?(?:, and|,|and|&|or) ?(?:the )?@)*(?: columns?)?"
_NO_COLUMNS = re.compile(rf"^(?:please |ok,? |so )?no (?P<gone>[^;.?]{{1,100}}?)(?:,? please)?(?:,? and then|,? then|,? and|,) (?P<order>(?:{VERBS})\b.{{2,160}}|[^,;.?]{{1,40}} (?:is |= )?(?:the |my |our )?(?:target|label|y))$", re.I)
"""Columns that shall not be there, before what is to be done without them: “no id, no notes, encode milk”."""


_NOT_THOSE = re.compile(r"^(?P<order>[^;.?]{3,120}?)(?P<gone>(?: ?, ?(?:and |but )?no (?!more\b|less\b|need\b|wait\b)[^,;.?]{1,40}){2,})$", re.I)
"""Columns turned down after what is ordered: “the label is damaged, no carrier, no origin”."""
_NONE_OF = re.compile(r"^(?:please |ok,? |so )?(?P<gone>no [^,;.?]{1,40}?(?:(?: ?,| and| or) ?(?:and |or )?no [^,;.?]{1,40}?)+)(?: please)?[.! ]*$", re.I)
_TRAINS = re.compile(r"\b(?:MODEL|train|fit|compare|autopilot|split|tune)\b")
_NO_USE = re.compile(
    r"^(?P<first>[^,;.:?]{1,60}?) (?:is|are|seems?|looks?) (?:(?:just|only|really|totally|pretty|completely) )*(?:useless|noise|irrelevant|pointless|redundant|"
    r"worthless|unimportant|unnecessary|not needed|junk|rubbish|garbage|no use|of no use) ?[,;]? ?(?:and )?(?:so (?:is|are) (?P<so>[^,;.:?]{1,40}?)|"
    r"(?P<too>[^,;.:?]{1,40}?) (?:too|as well|also|likewise))[.! ]*$",
    re.I,
)
"""“street is useless, id too”"""


_SO_IT_GOES = re.compile(r"^(?P<order>[^;.?]{3,100}?),? (?:so|hence|therefore) (?P<what>[^,;.?]{1,60}?) (?:has to|have to|must|should|needs to|need to|can|ought to) (?:go|leave|be (?:dropped|removed|left out|excluded))[.! ]*$", re.I)
"""“late is the target so delay has to go”"""
_LEAK = re.compile(r"^(?P<what>[^,;.:?]{1,40}?) (?:(?:is|are) (?:an? )?(?:leaks?|leaky|leaking|leakage)|leaks?)(?: the (?:target|answer|label))?(?P<rest>$|[,;] ?.{2,100}$)", re.I)
_WAY_NO = re.compile(rf"(?P<what>{_THESE}) (?P<way>one ?-? ?hot|onehot|ordinal|hashing|log|scaled|z ?-? ?score|min ?-? ?max|robust)(?: encod\w+| scal\w+)? ?,? (?:but |and )?no (?P<not>{_THESE})(?: please)?")


def _with_way(text: str, context: RouterContext) -> str | None:
    """The columns with their way and none of those turned down: “doctor onehot no eyecolour”; what goes because of what was said is told as an order."""
    leak = _LEAK.match(text)
    if leak and re.fullmatch(_THESE, Clause(leak["what"], context).masked):
        return f"drop {leak['what']}" + (f"; {leak['rest'].strip(' ,;')}" if leak["rest"] else "")
    goes = _SO_IT_GOES.match(text)
    if goes and re.fullmatch(_THESE, Clause(goes["what"], context).masked):
        return f"{goes['order']}, then drop {goes['what']}"
    clause = Clause(text, context) if " no " in text.lower() else None
    said = _WAY_NO.fullmatch(clause.masked) if clause else None
    if clause is None or said is None or not all(mention.clear and '"' not in mention.name for mention in clause.columns):
        return None
    return f"{' and '.join(f'{chr(34)}{mention.name}{chr(34)}' for mention in clause.columns[: said['what'].count('@')])} {said['way']}"


def _turned_down(text: str, context: RouterContext) -> str | None:
    """The order, and that all columns go that are turned down beside it or called useless."""
    said = _NOT_THOSE.match(text) or _NONE_OF.match(text)
    pieces = re.split(r"(?:^| ?,| and| or) ?(?:and |but |or )?no ", said["gone"], flags=re.I)[1:] if said else []
    useless = None if said else _NO_USE.match(text)
    if useless:
        pieces = [useless["first"], useless["so"] or useless["too"]]
    named = [Clause(piece, context) for piece in pieces]
    if not named or not all(re.fullmatch(r"(?:(?:the|my|any) )*@(?: (?:column|either))*", clause.masked) and clause.columns[0].clear and '"' not in clause.columns[0].name for clause in named):
        return None
    listed = " and ".join(f'"{clause.columns[0].name}"' for clause in named)
    order = said.groupdict().get("order") if said else None
    if said and order is None and any(context.kind(clause.columns[0].name) in ("boolean", "numeric") or context.column(clause.columns[0].name).get("missing") for clause in named):
        return None  # “no tip, no tolls” may speak of rows
    if not order:
        return f"drop {listed}"
    return f"drop {listed}, then {order}" if _TRAINS.search(vocabulary.with_signs(order.lower())) else f"{order}, then drop {listed}"


def _without_columns(text: str, context: RouterContext) -> str | None:
    said = _NO_COLUMNS.match(text)
    named = [Clause(piece.strip(" ,"), context) for piece in re.split(r",? (?:and |or )?no ", said["gone"])] if said else []
    if said is None or not all(clause.masked in ("@", "the @", "any @") and clause.columns[0].clear and '"' not in clause.columns[0].name for clause in named):
        return None
    listed = " and ".join(f'"{clause.columns[0].name}"' for clause in named)
    return f"drop {listed}, then {said['order']}"


_NO_SECOND = re.compile(
    rf"(?:(?:please|just|now|then|and) )*(?P<verb>scale|standardi[sz]e|normali[sz]e|encode|one ?-? ?hot(?: encode)?|fill|impute|log|square root|clip|cap|bin|"
    rf"predict) (?P<what>{_THESE})(?P<way>(?: (?!(?:no|and|or|but)\b)[a-z][a-z-]*){{0,4}}?) ?,? (?:but |and )?no (?P<not>{_THESE})(?: please)?",
)
_TOOL_OF = (("scale", "scale"), ("standard", "scale"), ("normali", "scale"), ("encode", "encode"), ("one", "encode"), ("fill", "impute"), ("impute", "impute"), ("log", "transform"), ("square", "transform"), ("c", "handle_outliers"), ("bin", "bin"), ("predict", "set_target"))


def _without_second(text: str, context: RouterContext) -> str | None:
    """The order without the columns that “no” turns down: “encode milk, no notes”; asks where the second may as well put the first right."""
    clause = Clause(text, context) if " no " in text.lower() else None
    said = _NO_SECOND.fullmatch(clause.masked) if clause else None
    if clause is None or said is None or not all(mention.clear and '"' not in mention.name for mention in clause.columns):
        return None
    first = said["what"].count("@")
    taken, spared = [mention.name for mention in clause.columns[:first]], [mention.name for mention in clause.columns[first:]]
    tool = next(tool for begins, tool in _TOOL_OF if said["verb"].startswith(begins))
    fit = {name for name in spared if (context.column(name).get("missing") if tool == "impute" else tool not in KINDS_OF or context.kind(name) in KINDS_OF[tool])}
    listed = " and ".join(f'"{name}"' for name in taken)
    if tool == "set_target":
        predicted, out = taken[0], option("drop_columns", {"columns": spared}, f"Leave {' and '.join(spared)} out")
        raise Unclear(f"Shall “{spared[0]}” be left out of what is learned from, or be predicted instead of “{predicted}”?", [option(tool, {"column": predicted}, f"Predict {predicted}"), out, option(tool, {"column": spared[0]}, f"Predict {spared[0]}")])
    if len(taken) > 1 or len(spared) > 1 or not fit:
        return f"{said['verb']} {listed}{said['way']}"
    from assistant.router.arguments.fill import arguments

    calls: list[Call] = [{"tool": tool, "args": arguments(tool, Clause(f"{said['verb']} \"{name}\"{said['way']}", context))[0]} for name in (taken[0], spared[0])]
    raise Unclear(f"Shall “{spared[0]}” only be left out, or be taken instead of “{taken[0]}”?", [option(call["tool"], call["args"], label(call)) for call in calls])


def without_the_other(message: str, context: RouterContext) -> str:
    """The message with what is meant alone; other messages stay as they are."""
    if not _HINT.search(message):
        return message
    text = message.strip(" .!")
    gaps = _GAPS_NOT_ROWS.match(text)
    if gaps:
        return f"{gaps['lead']}fill the {gaps['gaps']}{gaps['where'] or ''}"
    text = _BUT_AXIS.sub(r"\g<one>", _NOT_AXIS.sub(r"\g<one>", text))
    if re.search(r"\bsplit\b", text, re.I):
        text = _NOT_STRATIFIED.sub(" at random", text)
    told = _without_columns(text, context) or _turned_down(text, context) or _with_way(text, context) or _without_second(text, context) or _of_models(text) or _of_ways(text) or _of_rows(text, context) or _of_features(text, context)
    return told or (text if text != message.strip(" .!") else message)


def _of_models(text: str) -> str | None:
    listed = vocabulary.placed(text.lower(), vocabulary.MODELS)
    if len(listed) != 2:
        return None
    signs = vocabulary.with_signs(text.lower())
    if any(pattern.fullmatch(signs) for pattern in _SECOND):
        return f"train {text[listed[1][0] : listed[1][1]]}"
    if any(pattern.fullmatch(signs) for pattern in _FIRST):
        return f"train {text[listed[0][0] : listed[0][1]]}"
    other = _NOT_WITH_MODEL.search(text)
    return f"{text[: other.start()]} with {other['model']}" if other else None


def _of_ways(text: str) -> str | None:
    """The text without the way that another one is preferred to."""
    said = _NO_WAY.match(text)
    if said and any(_is_way(said["other"], table) and not _is_way(said["rest"], table) and table.some.search(said["rest"].lower().replace("-", " ")) for table in _TABLES):
        return said["rest"]
    for match in _NOT_WAY.finditer(text):
        one = match["one"] if any(_is_way(match["one"], table) for table in _TABLES) else match["one"].split()[-1]
        if any(_is_way(one, table) and _is_way(match["other"], table) for table in _TABLES):
            return f"{text[: match.end('one')]}{text[match.end() :]}"
    return None


def _is_way(words: str, table: vocabulary.Table) -> bool:
    return any(pattern.fullmatch(words.lower().replace("-", " ")) for _, pattern in table)


def _of_rows(text: str, context: RouterContext) -> str | None:
    said = _MAY_STAY.match(text)
    if said:
        stays, gone = Clause(said["stays"], context), Clause(said["gone"], context)
        return f"drop {said['gone']}" if len(stays.values) == len(gone.values) == 1 and not stays.columns and not gone.columns else None
    clause = Clause(text, context) if text.lower().endswith((" no", " no thanks", " no please")) and len(text) < 40 else None
    return f"no {clause.written(clause.values[0])}" if clause and len(clause.values) == 1 and _VALUE_NO.fullmatch(clause.shape.text) else None


def _of_features(text: str, context: RouterContext) -> str | None:
    said = _FROM_ALL_BUT.match(text)
    if said is None:
        return None
    if columns_alone(said["what"], context):
        return f"{said['order']}, then drop {said['what']}"
    if vocabulary.with_signs(said["what"].lower()).strip() == "MODEL":
        return f"{said['order']}, then compare all models except {said['what']}"
    return None
