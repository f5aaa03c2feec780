"""Roman numbers, initials, titles, abbreviations and signs, as they are said."""

import re

from pipelines.speech import abbreviations as short
from pipelines.speech import numbers as say
from pipelines.speech.rule import Rule, any_of, made


def _roman(found: re.Match[str], british: bool) -> str | None:
    name, written, after = found[1], found[2], found[3] or ""
    counted = name in short.COUNTED
    if not counted and len(written) == 1 and name not in short.KINGS:
        return None  # Malcolm X, Vitamin C
    if not counted and set(written) - set("IVX"):
        return None
    number = say.roman(written)
    return f"{name} " + (say.cardinal(number) if counted else f"the {say.ordinal(number)}") + after


def _initials(found: re.Match[str], british: bool) -> str | None:
    written, ending = found[1], found[2] or ""
    line = found.string
    if written in short.WORDS:
        return None
    shouted = sum(c.isupper() for c in line) > 0.6 * sum(c.isalpha() for c in line)
    if len(written) > 5 or (shouted and written not in ("USA", "BBC", "FBI", "CIA", "DVD")):
        return None
    if written not in short.LETTERS and _is_word(written):
        return None
    return " ".join(written) + ("'s" if ending else "")


def _is_word(capitals: str) -> bool:
    """STOP and NEVER are words that somebody shouts; BBC and HTML are not."""
    return len(capitals) > 3 and bool(re.search("[AEIOUY]", capitals)) and not re.search("[^AEIOUY]{4}", capitals)


ROMAN_RULES: tuple[Rule, ...] = (
    made(r"\b([A-Z][\w’']*) ((?=[IVXLC])[IVXLC]{1,8})\b('s|’s)?(?![.'’]\w)", _roman),
    made(
        r"\b((?=[IVX])[IVX]{1,5})(?:st|nd|rd|th)? (century|centuries)\b",
        lambda m, b: f"{say.ordinal(say.roman(m[1]))} {m[2]}",
    ),
)
WORD_RULES: tuple[Rule, ...] = (
    made(
        rf"\b({any_of(short.DAYS)})\.?[-–]({any_of(short.DAYS)})\b\.?",
        lambda m, b: f"{short.DAYS[m[1]]} to {short.DAYS[m[2]]}",
    ),
    made(rf"\b({any_of(set(short.DAYS) - {'Sun', 'Sat', 'Mon'})})\b\.", lambda m, b: short.DAYS[m[1]]),
    made(r"\b(Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b\.", lambda m, b: short.MONTH[m[1][:3].lower()]),
    made(rf"(?<![\w.])({any_of(short.SHORT)})(?!\w)", lambda m, b: short.SHORT[m[1]]),
    made(rf"(?<=[a-z] )({any_of(short.AFTER)})\b(?:\.(?! [A-Z][a-z])|(?=[,;]|$))", lambda m, b: short.AFTER[m[1]]),
    made(rf"\b({any_of(short.TITLES)})\.? (?=[A-Z])", lambda m, b: short.TITLES[m[1]] + " "),
    made(rf"(?<=[a-z] )({any_of(short.AFTER)})\.", lambda m, b: short.AFTER[m[1]]),
    made(r"\b([A-Z])\. (?=[A-Z])", lambda m, b: f"{m[1]} "),
    made(r"-a-(?=\w)", lambda m, b: " a "),
    made(r"\b((?:[A-Za-z]\.){2,})(?!\w)", lambda m, b: " ".join(m[1].replace(".", "")).upper()),
    made(r"\b([A-Z]{1,2})&([A-Z])\b", lambda m, b: f"{' '.join(m[1])} and {m[2]}"),
    made(r"\band/or\b", lambda m, b: "and or"),
    made(r"\b([A-Z]{2,5})('s|’s|s)?(?![\w'’])", _initials),
    made(rf"[{re.escape(''.join(short.SYMBOLS))}]", lambda m, b: f" {short.SYMBOLS[m[0]]} "),
)
