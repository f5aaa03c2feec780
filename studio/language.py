"""Which language a brief is written in: by its script, then by its commonest little words."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "sv": "Swedish",
    "pl": "Polish",
    "tr": "Turkish",
    "ar": "Arabic",
    "he": "Hebrew",
    "ru": "Russian",
    "el": "Greek",
    "hi": "Hindi",
    "th": "Thai",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "": "a language that is not known here",
}

_SCRIPTS = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
}

_LITTLE_WORDS = {
    "en": "the a an and of to in is it that with for on as at by his her from who about their no without this my "
    "she he they are was make film video one into over how",
    "de": "der die das und ein eine einen einer eines ist mit von zu im in den dem auf für nicht ohne wie wir ich "
    "sie er es kein keine aus bei nach über am zum zur",
    "fr": "le la les un une des et de du est avec pour dans sur qui ne pas sans que au aux il elle son sa ses par je "
    "nous vous notre",
    "es": "el la los las un una y de del es con para en que no sin por su se al lo como más nos mi nuestro hasta",
    "it": "il lo la gli le un una e di del della è con per in che non senza su si al nel nella come mio nostro",
    "pt": "o a os as um uma e de do da dos das é com para em que não sem por seu sua se ao no na como meu nosso",
    "nl": "de het een en van is met voor in op die dat niet zonder aan zijn haar hij zij er naar om te",
    "sv": "en ett och som är med för i på att det den inte utan av till hon han sig om",
    "pl": "i w na z się nie do jest to że o jak po za od przez bez dla który jego jej",
    "tr": "bir ve bu ile için de da ne gibi olan çok var en daha sonra kadar değil",
}


@lru_cache(maxsize=1)
def _stop_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _LITTLE_WORDS.items()}


def script(text: str) -> str:
    """The commonest script among the letters: "LATIN", "ARABIC", … or "" when there are no letters."""
    found: Counter[str] = Counter()
    for character in text[:4000]:
        if character.isalpha():
            found[unicodedata.name(character, "?").split(" ")[0].split("-")[0]] += 1
    if not found:
        return ""
    # Japanese mixes kana with many Chinese characters; a fair share of kana settles it.
    kana = found["HIRAGANA"] + found["KATAKANA"]
    if kana and kana * 6 >= found["CJK"]:
        return "HIRAGANA"
    return found.most_common(1)[0][0]


def language(text: str) -> str:
    """A two-letter code; "en" when nothing speaks against it (names, emoji, no letters at all); "" when unknown."""
    of = script(text)
    if of in _SCRIPTS:
        return _SCRIPTS[of]
    if of not in ("", "LATIN"):
        return ""
    words = re.findall(r"[^\W\d_]+", text.lower())[:600]
    scores = {code: sum(w in stops for w in words) for code, stops in _stop_words().items()}
    best = max(scores, key=lambda code: scores[code])
    # Short words are shared between languages, so another language must beat English clearly.
    if best != "en" and scores[best] > scores["en"] + (0 if _foreign_letters(text) else 1):
        return best
    if scores["en"] == 0 and _foreign_letters(text) and scores[best]:
        return best
    return "en"


def _foreign_letters(text: str) -> bool:
    return any(c.isalpha() and ord(c) > 127 for c in text[:4000])
