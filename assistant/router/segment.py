"""Cuts a message into the requests that it holds, in the order said."""

from __future__ import annotations

import re

VERBS = (
    "drop|remove|delete|exclude|discard|ditch|fill|impute|replace|encode|one-hot|one hot|onehot|label encode|scale|standardise|standardize|normalise|normalize|train|fit|build|run|try|"
    "split|show|plot|draw|predict|tune|optimise|optimize|compare|evaluate|explain|export|download|rename|treat|keep|filter|clip|cap|log|transform|bin|balance|create|make|add|"
    "extract|vectorize|vectorise|undo|redo|tell|give|set|use|take|sample|describe|check|profile|prepare|clean|cross-validate|cross validate|do|apply|calibrate|stack|"
    "combine|load|open|save|get rid|target|select|rank|reduce|count|list|test|hold|convert|turn|oversample|undersample|dedupe|deduplicate|throw|change|cluster|find|choose|call|name|go|start|handle|deal|visualise|visualize|bucket|put|winsorize|z-score|target encode|ordinal encode|min-max|robust scale|square root|pca|histogram|what|which|how"
)
_GLUE = r"(?:please |pls |also |then |finally |afterwards |next |now |just |lastly |i want to |i would like to |i'd like to |let us |lets |can you |could you |you can |we should |after that |at last |to |go ahead and |maybe )*"
_HARD = re.compile(r"[\n;]+|(?<=[\w\"')%])[.!?]+(?=\s|$)|,?\s+(?:and )?(?:then|afterwards|after that|and finally|next|finally|lastly|and also|followed by|before that)[,:]?\s+", re.I)
_SOFT = re.compile(rf"(?:\s*,\s*(?:and\s+|but\s+)?|\s+(?:and|plus|but|&)\s+)(?={_GLUE}(?:{VERBS})\b)", re.I)
_LEAD = re.compile(
    r"^(?:ok(?:ay)?|oops|ups|so|well|um+|uh+|hmm+|hi|hello|hey|yes|right|great|now|then|and|also|but|please|pls|plz|alright|good|cool|nice|thanks|thank you|perfect|first(?= of all)|of all|firstly|secondly|thirdly|next|finally|lastly|"
    r"first(?=,? (?:drop|remove|fill|impute|scale|encode|load|split|train|show|delete|predict|clean))|there|everyone|actually|maybe|can (?:you|we|i)|could (?:you|we|i)|would you|will you|i would like(?: you)? to|i want(?: you)? to|i need(?: you)? to|id like to|i think we should|we should|lets|let us|"
    r"i would love to|i wanna|wanna|you should|i guess|do me a favou?r and|be so kind(?: as)? to|kindly|if possible|if you can|go ahead and|time to|next up|it would be (?:nice|great) (?:to|if you could)|would it be possible to|is it possible to|how about we|why dont we|why don't we|how do i|how can i|help me|by the way|btw|to start|after that|afterwards|again)[\s,:!.-]+",
    re.I,
)
_TAIL = re.compile(r"[\s,]+(?:please|pls|plz|thanks|thank you|thx|for me|now|ok|okay|if you can|if possible|will you|would you|kindly|cheers|mate|dear|asap|right now|first|as well|too)$", re.I)
_CORRECTION = re.compile(r"(?:,|\.|-|\.\.\.)?\s*\b(?:no,? wait|wait,? no|sorry,?|scratch that|or rather|i mean|actually,? no|no,? actually|on second thought|correction|nope|make that)\b[\s,:.-]*", re.I)


def segments(text: str) -> list[str]:
    """Cuts the cleaned text into requests; quoted names are never cut."""
    shielded, kept = _shield(text)
    found = []
    for hard in _HARD.split(shielded):
        for soft in _SOFT.split(hard or ""):
            part = _restore(trimmed(soft), kept)
            if any(letter.isalnum() or letter == "?" for letter in part):
                found.append(part)
    return found


def trimmed(text: str) -> str:
    """Takes politeness and filler off both ends."""
    text = text.strip().rstrip("?!.,;: ").strip() or text.strip()
    for pattern in (_LEAD, _TAIL):
        for _ in range(6):
            shorter = pattern.sub("", text, count=1).strip()
            if shorter == text or not shorter:
                break
            text = shorter.rstrip("?!.,;: ")
    return text


def corrected(text: str) -> tuple[str, str]:
    """Splits a self-correction: what was said first, and what is meant; the first part is empty where there is none."""
    match = next(iter(reversed(list(_CORRECTION.finditer(text)))), None)
    if match is None or match.start() < 3 or len(text) - match.end() < 3:
        return "", text
    return text[: match.start()], text[match.end() :]


def _shield(text: str) -> tuple[str, list[str]]:
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00"

    return re.sub(r"\"[^\"\n]{1,200}\"|`[^`\n]{1,200}`|(?<!\w)'[^'\n]{1,200}'(?!\w)", keep, text.replace("\x00", " ")), kept


def _restore(text: str, kept: list[str]) -> str:
    return re.sub(r"\x00(\d{1,4})\x00", lambda match: kept[int(match[1])], text)
