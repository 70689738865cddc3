"""Says as an order what was said as a wish for its outcome: “I want the name taken out, the gaps filled with the median”."""

from __future__ import annotations

import re

_DONE = {
    "taken out": "drop", "thrown out": "drop", "thrown away": "drop", "taken away": "drop", "taken off": "drop", "got rid of": "drop", "discarded": "drop", "kicked out": "drop", "left out": "drop", "removed": "drop", "dropped": "drop", "deleted": "drop", "excluded": "drop", "gone": "drop", "out": "drop",
    "filled in": "fill", "filled up": "fill", "filled": "fill", "imputed": "impute", "one-hot encoded": "one-hot encode", "one hot encoded": "one-hot encode", "encoded": "encode",
    "scaled": "scale", "standardised": "standardize", "standardized": "standardize", "normalised": "normalize", "normalized": "normalize", "log transformed": "log", "log-transformed": "log", "logged": "log",
    "split": "split", "divided": "split", "binned": "bin", "clipped": "clip", "capped": "clip", "balanced": "balance", "renamed": "rename", "plotted": "plot", "drawn": "plot", "turned": "turn", "converted": "convert", "treated": "treat", "sampled": "sample", "predicted": "predict", "forecast": "predict", "estimated": "predict",
}
DONE = "|".join(sorted(_DONE, key=len, reverse=True))
"""What is said of a thing that something was done with."""
_WISH = re.compile(
    r"^(?P<before>.{0,120}?[,;] )?(?:(?:so|please|and|then|well|anyway),? )*(?:(?:i|we) (?:just |only |really )?(?:want|need|"
    r"(?:would|should) (?:like|love|prefer)|must have|have to have)(?: to (?:have|see|get))?|id like(?: to have)?|"
    r"(?:what|all) (?:i|we) (?:really )?(?:want|need|would like) is|lets have|get|have)\b ",
    re.I,
)
_OUTCOME = re.compile(
    rf"(?P<what>(?:the |my |our |all )*(?!(?:an?|i|we|you|it|is|are|was|were|how|what|"
    rf"which)\b)[^\s,;]+(?: (?!(?:is|are|was|were|be|been|has|have|had|to|that|which|who|get|gets|of)\b)[^\s,;]+){{0,3}})(?: to (?:just |please |"
    rf"now )*be)? (?P<done>{DONE})(?P<how>(?: (?:with|by|to|into|as|at|using|from|in|\d|in\b).*)?)",
    re.I,
)
MAY = r"(?:can|could|may|should|shall|must|has to|have to|needs? to|ought to)(?: (?:also|all|both|now|then|just|safely|be))*"
GONE = "go|" + "|".join(done for done, verb in _DONE.items() if verb == "drop")
"""How it is said of a thing that it is to be taken away."""
_TO_GO = re.compile(
    rf"(?:i (?:think|guess|believe) )?(?P<what>(?!(?:an?|i|we|you|it|they|that|those|these|this|them|both|which|what|who|how|why|where|when|if|is|are|one|"
    rf"either)\b)[^;:?]{{2,120}}?)(?<!\bthat)(?<!\bwhich)(?<!\bwho) {MAY} (?:{GONE})(?: (?:away|too|as well|please|now|again|completely|entirely|right away|"
    rf"for good))*",
    re.I,
)
"""“the colour can be dropped”."""
_JOINTS = re.compile(r"\s*[,;] (?:and |then )*| and (?:then )?", re.I)


def order_of(done: str) -> str:
    """The verb that orders what is said to be done."""
    return _DONE[done.lower()]


def as_orders(text: str) -> list[str]:
    """Gives one order for each outcome wished for, after what was said before the wish; the text alone where it is no such wish."""
    wish = _WISH.match(text)
    parts: list[str] = []
    for part in _JOINTS.split(text[wish.end() :] if wish else text):
        begun = parts and _OUTCOME.fullmatch(parts[-1]) is None  # “age and fare scaled” is one outcome
        parts[-1:] = [f"{parts[-1]} and {part.strip(' .!')}"] if begun else [*parts[-1:], part.strip(" .!")]
    outcomes = [_OUTCOME.fullmatch(part) for part in parts]
    if not all(outcome and (wish or outcome["what"].lower().startswith(("the ", "my ", "our ", "all "))) and _fits(outcome) for outcome in outcomes):
        return [text]
    before = wish["before"] if wish and wish["before"] else ""
    return [*([before.strip(" ,;")] if before else []), *(f"{_DONE[outcome['done'].lower()]} {outcome['what']}{outcome['how']}" for outcome in outcomes if outcome)]


def _fits(outcome: re.Match[str]) -> bool:
    """Says whether the data are split, and no column divided by another."""
    return _DONE[outcome["done"].lower()] != "split" or re.search(r"\b(?:data ?set|data|table|rows|records|file|sample|set|everything|all)$", outcome["what"], re.I) is not None


_THERE_IS = re.compile(
    rf"(?:there is|there's|theres|there are|we have|i have|i see|it has) (?:an? |the |one |some |"
    rf"two )?(?P<what>[^,;:.?]{{2,40}}?)(?: in (?:here|there|it|the \w+|this \w+|my \w+))? (?:that|"
    rf"which) (?:(?:i|we) (?:would like|want|need|prefer)(?: to (?:be|have|see))?|{MAY}(?: be)?|(?:is|are) to be|wants?|needs?)(?: to be)? (?P<done>{DONE})[.! ]*",
    re.I,
)
"""“There is a streaming column in here that I want dropped.”"""


def as_order(part: str) -> str:
    """Says as an order what is said of a thing that may go: “double rows can be thrown away”."""
    there = _THERE_IS.fullmatch(part) if part[:1].lower() in "twi" else None
    if there:
        return f"{order_of(there['done'])} the {there['what']}"
    match = _TO_GO.fullmatch(part)
    return f"drop {match['what']}" if match else part
