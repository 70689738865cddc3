"""Parts a split from the model that is told in the same breath: “xgboost 300 trees on 80/20 seed 9” is a split and a training."""

from __future__ import annotations

import re

from assistant.router.entities.vocabulary import MODELS, placed

_ONLY_SHARES = re.compile(r"\s*[1-9]\d ?(?:-|to|:|/) ?\d{1,2}(?: ?(?:-|to|:|/) ?\d{1,2})?[ .!?]*", re.I)
"""“80-20”"""
_SEED = r"(?:,? ?(?:and |with |using )?(?:an? |the )?(?:random )?(?:seed|random[ _]state)(?: of)? ?[=:]? ?(?P<SEED>\d{1,9}))"
_SHARES = re.compile(
    r"(?:(?P<verb>\b(?:split|divide|partition|cut)\b(?: (?:the |my |it|this|data|rows|table|all|into|in|by|at|as|to)\b)*)|,? ?\b(?P<on>on|with|using|over|after|from)(?: an?| the)?(?: (?P<way>stratified))?)? ?(?<![\d.%/:])"
    r"(?P<shares>\d{1,2} ?[/:-] ?\d{1,2}(?: ?[/:-] ?\d{1,2})?)(?![\d.%/:-])(?: (?:(?:train(?:ing)?[ /-]*(?:and |/ ?)?test|random|holdout) )?(?P<named>splits?))?" + _SEED.replace("SEED", "seed") + "?",
    re.I,
)
_NUMBERED = re.compile(r"\d")
_JOINT = re.compile(r"^(?:[\s,;:.-]|(?:and|then|next|also|plus|train|fit|run|with|use|a|an|the)\b)*|(?:[\s,;:-]|\b(?:and|then|with|on|a|an)$)*$", re.I)
_LAYERS = re.compile(r"\b(?:mlp|nn|neural|layers?|hidden|neurons?|units)\b", re.I)
"""What “64/36” may be the sizes of the layers of."""
_RATE = re.compile(r"\blr(?= ?[=:]? ?0?\.\d)", re.I)
"""The learning rate, which is no logistic regression."""


def with_split_first(message: str) -> str:
    """Puts a split, its seed and a model with its settings one after the other where one clause holds them all; other messages stay as they are."""
    if len(message) > 160 or not _NUMBERED.search(message):
        return message
    if _ONLY_SHARES.fullmatch(message) and _are_shares(message):
        return f"split {re.sub(r'[^0-9]+', '/', message.strip(' .!?'))}"
    said = next((match for match in _SHARES.finditer(message) if _are_shares(match["shares"])), None)
    if said is None:
        return message
    ordered = said["verb"] is not None
    rest = message[said.end() :] if ordered else f"{message[: said.start()]} {message[said.end() :]}"
    before = message[: said.start()].strip(" ,;.")
    rest = _JOINT.sub("", rest.replace("  ", " ")).strip()
    if (before and ("," in before or not _names_one_model(before))) or (ordered and (before or _SET_APART.match(message[said.end() :]))) or not _names_one_model(rest) or _are_layers(said, rest):
        return message
    way, seed = " stratified" if said["way"] else "", f" with seed {said['seed']}" if said["seed"] else ""
    return f"split {said['shares']}{way}{seed}, then train {rest}"


_SET_APART = re.compile(r"\s*(?:,? ?(?:and )?then\b|[,;.])[^\d]*$", re.I)
"""A model that is a request of its own anyhow."""


def _are_layers(said: re.Match[str], rest: str) -> bool:
    """Says whether the figures are the sizes of layers: “mlp 64/36”."""
    return said["named"] is None and ((not said["verb"] and not said["on"] and _LAYERS.search(rest) is not None) or re.search(r"\blayers?\b|\bhidden\b", rest, re.I) is not None)


def _are_shares(text: str) -> bool:
    return sum(int(part) for part in re.findall(r"\d+", text)) == 100


def _names_one_model(rest: str) -> bool:
    """Says whether what is left is about one model and nothing else: it opens with it, or with a number of its trees."""
    found = {name for _, _, name in placed(_RATE.sub("rate", rest.lower()), MODELS)}
    return len(found) == 1 and re.search(r"[;?]|\b(?:drop|fill|impute|scale|encode|predict|plot|show|compare|tune|remove|keep|then|evaluate|cross|cv|folds?|explain)\b", rest, re.I) is None
