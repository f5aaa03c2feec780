"""Who reads: the voice that a person's words describe, in the language the film speaks."""

import re
from collections.abc import Collection

from studio.agent.places import table

SILENT = "silent"
_SEX = ({"woman", "female", "lady", "girl", "her"}, {"man", "male", "guy", "his", "gentleman", "boy", "grandfather"})
_ACCENTS = {"british", "english", "american"}
_PEOPLE = r"male|female|man|woman|gentleman|lady|boy|girl|grandfather|grandmother"
_KIND = r"deep|low|warm|soft|young|old|older|elderly|grave|friendly|lively|british|english|american"
_HOW = rf"(?:(?:{_KIND}|{_PEOPLE})(?:['’]s)?\b[\s,]*(?:and\s+)?)"
_VOICE = r"(?:voice|narrator|speaker|narration)(?:[ -]?over)?"
# "a deep male voice"; "with a British voice"; "old narrator"; "told by an old man". A "deep voice" alone may be a
# whale's, and belongs to the story.
ASKED = re.compile(
    rf"\b(?:an?\s+)?(?P<sex>{_HOW}*(?:{_PEOPLE})(?:['’]s)?\s+){_VOICE}\b"
    rf"|\b(?:with|in|using|use)\s+an?\s+(?P<how>{_HOW}+)voice\b"
    rf"|\b(?:an?\s+)?(?P<who>{_HOW}+)(?:narrat(?:or|ion)|voice[ -]?over)\b"
    rf"|\b(?:read|narrated|spoken|told)\s+by\s+an?\s+(?P<by>(?:(?:{_KIND})[\s,]+)*(?:{_PEOPLE}))\b",
    re.IGNORECASE,
)
_ADJECTIVES = {"man": "male", "boy": "male", "gentleman": "male", "woman": "female", "lady": "female", "girl": "female"}


def asked_in(found: re.Match[str]) -> str:
    """What a match of `ASKED` says of the voice: "deep male"."""
    words = re.findall(r"[a-z]+", " ".join(filter(None, found.groups())).lower().replace("’", "'").replace("'s", ""))
    return " ".join(dict.fromkeys(_ADJECTIVES.get(word, word) for word in words if word != "and"))


def described(words: str, choices: Collection[str] = (), language: str = "en") -> str:
    """The voice that words describe ("deep", "a British woman"), "" where they describe none.

    Only of `choices`, where there are any. A name ("George") counts most, then the sex, the accent, each further word.
    """
    asked = set(re.findall(r"[a-z]+", words.lower().replace("’s", "").replace("'s", "")))
    best, most = "", 0.0
    for name, voice in table("voices").items():
        if voice["language"] != language or (choices and name not in choices):
            continue
        own = set(voice["words"].split())
        clash = any(asked & sex and not own & sex for sex in _SEX)
        score = (100.0 if name in asked else 0.0) + len(asked & own) + len(asked & own & _ACCENTS)
        score -= 50.0 if clash else 0.0
        if score > most:
            best, most = name, score
    return best


def usual(language: str, choices: Collection[str] = ()) -> str:
    """The voice for a language where nobody said which; `SILENT` where none speaks it."""
    found = (n for n, v in table("voices").items() if v["language"] == language and (not choices or n in choices))
    return next(found, SILENT)
