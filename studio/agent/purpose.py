"""Which ready plan a brief calls for: its own words first, then what was given."""

import re
from collections.abc import Sequence

from studio.agent.subject import tale

_SAYS = [
    (
        "music",
        r"^(?:please )?(?:(?:i (?:want|need)|make|create|compose|write|give me|play)\s+)?(?:me )?(?:(?:a|an"
        r"|some|the)\s+)?"
        r"(?:[\w-]+[ ,]+){0,5}?(?:piece of music|music|song|tune|soundtrack|melody|lullaby|instrumental)\b(?!\s+video)"
        r"(?!\s+(?:teacher|shop|box|lesson|school|festival))|^(?:[\w-]+ ){0,3}(?:beats|ambience)\b",
    ),
    (
        "picture",
        r"^(?:please )?(?:(?:i (?:want|need)|make|create|draw|paint|give me|generate)\s+)?(?:me )?(?:a|an|one|some)\s+"
        r"(?:[\w-]+[ ,]+){0,3}?(?:picture|image|illustration|poster|drawing|painting|wallpaper|postcard)\b"
        r"|^(?:draw|paint)\s",
    ),
    (
        "advert",
        r"\b(?:ad|advert|advertisement|commercial|promo|promotional|promote|product (?:video|film|launch)"
        r"|launch (?:video|film)|"
        r"marketing|werbung|werbespot|anuncio|publicité|teaser for)\b|\bspot for\b|\b\d+% off\b",
    ),
    (
        "explainer",
        r"\bexplain(?:s|er|ing|ed)?\b|^\W*(?:how|why|what (?:is|are|does|do|makes?|causes?))\b(?!.*\b(?:she"
        r"|he)\b)|\bhow (?:do|does|to)\b|\btutorial\b|"
        r"\bintroduction to\b|\blesson\b|\bhow [\w ]{2,40} works?\b|\berkläre?\b|\bstep[- ]by[- ]step\b"
        r"|\bin \w+ steps\b",
    ),
    (
        "announcement",
        r"\b(?:title card|announce(?:ment|s)?|invitation|invite[sd]?|save the date|you are invited|we are moving|"
        r"we['’]re (?:getting married|hiring|moving|opening)|grand opening|happy birthday|birthday card|einladung)\b",
    ),
    ("poem", r"\b(?:poem|poetic|haiku|mood piece|meditation|lyrical|visual poem|ambient film|screensaver)\b"),
]


def purpose(brief: str, told: Sequence[str], given: Sequence[str], *, english: bool = True) -> str:
    """story, explainer, advert, poem, photos, montage, narrated, picture, music or announcement."""
    said = next((name for name, pattern in _SAYS if re.search(pattern, brief.strip(), re.IGNORECASE)), "")
    if "Video" in given:
        wants_words = re.search(r"\bnarrat|voice-?over|\bexplain|\btell|\bcommentary\b", brief, re.IGNORECASE)
        speech = given.count("Text") or re.search(r"\bnarration\b", brief, re.IGNORECASE)
        return "narrated" if wants_words or speech or len(told) > 1 else "montage"
    if "Image" in given:
        return said if said == "advert" else "photos"
    if said:
        return said
    if english and told and len(told) <= 2 and all(_fragment(t) for t in told):
        return "poem" if not re.search(r"\b(?:story|tale|film about|movie about)\b", brief, re.IGNORECASE) else "story"
    return "story"


def _fragment(sentence: str) -> bool:
    """Words without a doer: "Rain on a window." No article at the start and no verb that can be told."""
    parts = tale(sentence)
    return not parts.verb and not (parts.hero and parts.hero.before)
