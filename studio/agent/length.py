"""How long the film should be, and in which shape: read from a brief's own words."""

import re
from dataclasses import dataclass

SHORTEST, LONGEST = 3.0, 600.0

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-four": 24, "twenty-five": 25, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90, "half a": 0.5, "quarter of a": 0.25,
    "eine": 1, "einer": 1, "ein": 1, "zwei": 2, "drei": 3, "halbe": 0.5, "une": 1, "deux": 2, "trois": 3, "un": 1,
    "una": 1, "uma": 1, "dos": 2, "tres": 3, "due": 2, "tre": 3, "dois": 2, "duas": 2, "medio": 0.5, "media": 0.5,
    "dreißig": 30, "zwanzig": 20, "trente": 30, "treinta": 30, "trenta": 30, "trinta": 30, "veinte": 20, "vingt": 20,
    "demi": 0.5, "meia": 0.5, "mezzo": 0.5,
}  # fmt: skip
_SECOND = r"seconds?|secs?|sekunden?|segundos?|secondes?|second[oi]|sekund|sek|секунд[аы]?|ثانية|ثوان|秒钟?|초|s"
_MINUTE = r"minutes?|mins?|minuten?|minutos?|minut[oi]|минут[аы]?|دقيقة|دقائق|分钟?|분|m"
_NUMBER = r"\d{1,5}(?:[.,]\d+)?|" + "|".join(sorted((re.escape(w) for w in _WORDS), key=len, reverse=True))
_ONE = rf"(?P<n>{_NUMBER})(?:\s*(?:-|–|—|to)\s*(?P<upto>\d{{1,4}}))?[\s-]*"
_LENGTH = re.compile(
    rf"(?<![0-9A-Za-z.,:$£€]){_ONE}(?:(?P<min>{_MINUTE})|(?P<sec>{_SECOND}))(?![a-z0-9])"
    rf"(?P<half>\s+and\s+a\s+half)?(?:\s*(?:and\s+)?(?P<rest>\d{{1,2}})\s*(?:{_SECOND})?(?![a-z0-9]))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d:.])(\d{1,2}):([0-5]\d)(?![\d:]|\s*(?:am|pm|uhr|h\b))", re.IGNORECASE)
_FILM = r"film|video|movie|clip|spot|ad|advert|advertisement|commercial|trailer|teaser|reel|short|piece|story" \
    r"|montage|" \
        r"explainer|track|song|music|loop|tune|version|one|slideshow|announcement|poem|documentary|intro|kurzfilm|" \
        r"vídeo|película|court|métrage|filmato"  # fmt: skip


@dataclass(frozen=True)
class Span:
    """What was read, and the words it was read from."""

    value: float
    start: int
    end: int


def _count(text: str) -> float:
    text = text.lower()
    return _WORDS[text] if text in _WORDS else float(text.replace(",", "."))


def _likely(brief: str, start: int, end: int, *, english: bool) -> int:
    """How much the words around a duration say that it is the film's length, and not something in it."""
    before = re.split(r"[.!?;\n]", brief[max(0, start - 60) : start])[-1].lower()
    after = re.split(r"[.!?;,\n]", brief[end : end + 60])[0].lower()
    score = 0 if english else 1
    alone = re.search(r"(^|,)\s*(?:about|around|roughly|exactly|ca\.?)?\s*$", before)
    if alone and not after.strip(" )"):
        score += 3
    if re.match(rf"[\s-]*(?:long\b|(?:[\w-]+\s+){{0,3}}?(?:{_FILM})\b)", after):
        score += 3
    if re.search(r"(?:\bin|make it|lasting|lasts|length|duration|runtime|long|dauer|dura|durée)\s*:?\s*"
                 r"(?:about|around|exactly|under|over|is|of|just)?\s*$", before):  # fmt: skip
        score += 2
    if not before.strip():
        score += 2
    if re.search(
        r"\b(?:for|after|every|within|another|last|next|wait\w*|pour|pendant|nach|jede)\s+(?:the\s+)?$", before
    ):
        score -= 3
    return score


def length(brief: str, *, english: bool = True) -> Span | None:
    """Seconds asked for, with the words that said so. None when nothing did."""
    best: tuple[int, Span] | None = None
    for m in _LENGTH.finditer(brief):
        if m["n"].lower() in ("a", "an", "un", "una", "une", "uma", "ein", "one") and (m["sec"] or len(m[0]) < 4):
            continue
        value = _count(m["n"])
        if m["upto"]:
            value = (value + float(m["upto"])) / 2
        if m["half"]:
            value += 0.5
        if m["min"]:
            value = value * 60 + float(m["rest"] or 0)
        score = _likely(brief, m.start(), m.end(), english=english)
        if value > 0 and score > 0 and (best is None or score > best[0]):
            best = (score, Span(value, m.start(), m.end()))
    for m in _CLOCK.finditer(brief):
        value = int(m[1]) * 60 + int(m[2])
        ratio = (m[1], m[2]) in (("9", "16"), ("16", "09"), ("16", "10"), ("4", "05"))
        word = re.search(r"\b(?:at|by|until|till|from|to|since|before|after|around|um|bis|à|a las|alle|às)\s*$",
                         brief[: m.start()].lower())  # fmt: skip
        if not ratio and not word and 3 <= value <= LONGEST and brief[m.start() : m.end()] != "16:9":
            score = _likely(brief, m.start(), m.end(), english=english)
            if score > 0 and (best is None or score > best[0]):
                best = (score, Span(float(value), m.start(), m.end()))
    return best[1] if best else None


_SHAPES = [
    (r"\b9\s?[:x]\s?16\b|\bvertical(?:ly)?\b|\bupright\b|\bportrait\b(?=\s*(?:$|[.,;!]|format|mode|video|film|shape|orientation))"
     r"|\btik\s?tok\b|\b(?:instagram|youtube|facebook)\s+(?:reels?|shorts?|story|stories)\b|\bfor (?:the |a "
     r"|my )?phones?\b"
     r"|\bhochformat\b|\bsenkrecht\b|\bverticale?\b", "9:16"),
    (r"\b1\s?:\s?1\b|(?:(?<=[,.;]\s)|^)square\b(?=\s*(?:$|[.,;!]))"
        r"|\bsquare\b(?=\s*(?:format|video|film|shape|picture|image))|\binstagram post\b"
        r"|\bquadrat\w*\b"
     r"|\bcuadrad[oa]\b", "1:1"),
    (r"\b4\s?:\s?5\b", "4:5"),
    (r"\b16\s?:\s?9\b|\bwidescreen\b|\bhorizontal\b|\blandscape\b(?=\s*(?:$|[.,;!]|format|mode|video|film|shape|orientation))"
     r"|\bquerformat\b", "16:9"),
]  # fmt: skip
_SIZE = re.compile(r"\b(\d{3,4})\s?[x×]\s?(\d{3,4})\b")
_LINES = re.compile(r"\b(?:(480|720|1080|1440|2160)p|(4k)|(full\s?hd))\b", re.IGNORECASE)
SIZES = {"16:9": (1280, 720), "9:16": (720, 1280), "1:1": (1080, 1080), "4:5": (864, 1080)}


def shape(brief: str) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    """(shape or "", size "WxH" or "", spans of the words). A size settles the shape."""
    found, size = "", ""
    spans: list[tuple[int, int]] = []
    for pattern, name in _SHAPES:
        for m in re.finditer(pattern, brief, re.IGNORECASE):
            found = found or name
            spans.append(m.span())
    sized = _SIZE.search(brief)
    if sized and 240 <= int(sized[1]) <= 3840 and 240 <= int(sized[2]) <= 3840:
        width, height = int(sized[1]) // 2 * 2, int(sized[2]) // 2 * 2
        size, found = f"{width}x{height}", nearest_shape(width, height)
        spans.append(sized.span())
    lines = _LINES.search(brief)
    if lines and not size:
        short = int(lines[1] or (2160 if lines[2] else 1080))
        wide, high = SIZES[found or "16:9"]
        scale = short / min(wide, high)
        size = f"{round(wide * scale / 2) * 2}x{round(high * scale / 2) * 2}"
        spans.append(lines.span())
    return found, size, tuple(spans)


def nearest_shape(width: int, height: int) -> str:
    """The shape whose proportions are closest to a size in pixels."""
    return min(SIZES, key=lambda s: abs(SIZES[s][0] / SIZES[s][1] - width / height))
