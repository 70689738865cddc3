"""Which letters beyond ASCII the languages of each old encoding write, to tell encodings that differ only in these."""

from __future__ import annotations

WESTERN = (
    "äöüß",
    "àâæçéèêëîïôœùûüÿ",
    "áéíñóúüªº",
    "àáâãçéêíóôõúüªº",
    "àèéìíîòóùú",
    "áäéèêëíïóöü",
    "àçéèíïòóúü",
    "åäöéü",
    "æøåéüòô",
    "áðéíóúýþæö",
)
CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "äöüß")
TURKISH = ("çğıöşüâîûi̇", "äöüß")
BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž")
ALPHABETS = {"cp1250": CENTRAL, "iso8859_2": CENTRAL, "cp1254": TURKISH, "cp1257": BALTIC}
"""By encoding, one string of letters for each language that is written in it."""
BETTER = 0.05
ENOUGH = 0.95
SIGNS = "€£§°·–—‘’“”„…«»µ±½¼¾\u00a0"


def likeliest_alphabet(sample: bytes) -> str | None:
    """Name the encoding in which the letters are all of one language; None where Western ones do as well."""
    western = fit(sample.decode("cp1252", "replace"), WESTERN)
    best, score = None, max(ENOUGH, western + BETTER)
    for encoding, languages in ALPHABETS.items():
        try:
            found = fit(sample.decode(encoding), languages)
        except UnicodeDecodeError:
            continue
        if found > score:
            best, score = encoding, found
    return best


def fit(text: str, languages: tuple[str, ...]) -> float:
    """Give the share of the characters beyond ASCII that the best of the languages has where they stand."""
    places = [place for place, character in enumerate(text) if ord(character) > 127 and not _is_sign(text, place)]
    if not places:
        return 1.0
    letters = ["" if _breaks_word(text, place) else text[place].lower() for place in places]
    return max(sum(bool(letter) and letter in language for letter in letters) for language in languages) / len(letters)


def _is_sign(text: str, place: int) -> bool:
    """Say whether a character is a sign that stands where signs do, which tells nothing of a language."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if text[place] in "²³":
        return before == "m" and not after.isalpha()
    return text[place] in SIGNS or (text[place] in "¿¡" and not before.isalpha())


def _breaks_word(text: str, place: int) -> bool:
    """Say whether a capital or an ordinal sign stands in the middle of a word."""
    if text[place] in "ªº":
        return text[place + 1 : place + 2].isalpha()
    return text[place].isupper() and text[place - 1 : place].islower()
