"""Words as a typesetter writes them: curly quotation marks, dashes, ellipses, capitals, signs that stay together."""

import re
import unicodedata

_NBSP = "\u00a0"


def polished(text: str) -> str:
    """Straight quotation marks curled, hyphens between numbers and words made dashes, three dots one sign.

    Only signs change, no letters: what is searched for in the words is still found.
    """
    text = text.replace("...", "…")
    text = re.sub(r"(?<=\d)\s?-\s?(?=\d)(?!\d+-)", "–", text) if not re.search(r"\d-\d+-\d", text) else text
    text = re.sub(r"\s--?\s|(?<=\w)--(?=\w)", " – ", text)
    text = re.sub(r'(^|[\s(\[{–—/])"', r"\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(\[{–—/“])'(?=\w)(?!\d\ds?\b)", r"\1‘", text).replace("'", "’")
    return re.sub(r"(\d) (%|°C|°F|€|£|kg|km|m|cm|mm|g|kW|MW|GW|TW|kWh|bn|mn)(?!\w)", rf"\1{_NBSP}\2", text)


def capitals(words: str) -> str:
    """Capitals; Greek ones carry no accents."""
    kept, base = "", ""
    for char in unicodedata.normalize("NFD", words.upper()):
        base = base if unicodedata.combining(char) else char
        if not (char == "\u0301" and "\u0370" <= base <= "\u03ff"):
            kept += char
    return unicodedata.normalize("NFC", kept)
