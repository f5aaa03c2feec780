"""What a brief tells, once its wishes are taken out: sentences, names, numbers, quoted words."""

import re
from collections.abc import Sequence

from studio.agent import english
from studio.agent.wishes import FOREIGN_MOODS, HOURS, INSTRUMENTS, LOOKS, MOODS, STYLES, WEATHERS
from studio.agent.words import bag

_MARK = "\ufffc"
_WHEN = frozenset(w for table in (HOURS, WEATHERS) for of in table.values() for w in of.split())
_DROPPED = MOODS | INSTRUMENTS | STYLES | LOOKS | _WHEN
_FILM = (
    r"(?:short |little |quick |simple |nice |beautiful |animated |narrated |silent |funny |sad |calm |\w+[- ]\w+ )*"
    r"(?:[\w-]+ )?(?:film|video|movie|clip|short|ad|advert|advertisement|commercial|spot|trailer|teaser|reel|"
    r"story|tale|bedtime story|fairy ?tale|explainer|poem|montage|slideshow|photo story|announcement|invitation|"
    r"documentary|intro|picture|image|illustration|poster|drawing|painting|song|track|piece|piece of music"
    r"|tune|lesson|title card|product launch|launch|meditation)"
)
_LEAD = re.compile(
    r"^(?:please[, ]+)?(?:(?:can|could|would|will) you (?:please )?)?(?:i(?:'d| would) like|i want|i need"
    r"|we need|we want|"
    r"give me|make|create|produce|generate|show me|write|tell(?: me)?|draw|paint|compose|design|turn this into)?\s*"
    r"(?:me |us )?(?:(?:a|an|the|some|my|our)\s+)?"
    + _FILM
    + r"s?\s*(?:(?:titled|called|entitled|named)\s+[\"“'‘][^\"”’]+[\"”'’]\s*,?\s*)?(?:(?:about|of|on|for|from"
    r"|in which|where|with|which shows|that shows|that tells|that explains|showing|telling|"
    r"explaining|set in|inviting|announcing|to explain|to show|to announce)\b\s*(?:the story of "
    r"|how it is that )?|[:,.]\s*|$)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^(?:please\s+)?(?:show(?: me)?|tell(?: me)?(?: about| the story of)?|imagine|picture|draw|paint|sketch)\s+(?=\w)",
    re.I,
)
_FILLER = bag(
    """a an the and or in with of to for about by on at as it its is be should must please make want film video clip
    movie mood moods tone style styles look looks feel feels feeling feelings atmosphere music soundtrack score very
    slightly some long length duration format voice narrated narration narrator captions subtitles background
    colours colors colourful light ending end good nice one short kind i like me my us use using shot shots keep
    this that all more but too not so quite rather version spoken read told male female deep please thanks thank you
    animated roughly around exactly total seconds second minute minutes tempo paced pace vibe vibes instrumental"""
)
_EMPTY_SENTENCE = re.compile(
    r"^(?:please\s+)?(?:use|add|include|keep|make it|make the|the (?:mood|tone|style|voice|music|look|ending"
    r"|length|film|video)|"
    r"it should|i want it|ends? with (?:a )?(?:calm|hope)|style|mood|tone|look|voice|music|length|duration"
    r"|format)\b[\s:]",
    re.IGNORECASE,
)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in spans:
        for i in range(start, min(end, len(characters))):
            if characters[i] not in ".!?\n":
                characters[i] = _MARK
    return re.sub(_MARK + "+", _MARK, "".join(characters))


def _clauses(sentence: str, *, english_: bool) -> str:
    """The sentence without clauses that only carry wishes."""
    kept: list[str] = []
    for clause in re.split(r"(?<=[,;])\s+|\s+[–—-]\s+", sentence):
        words = [w.lower() for w in english.words(clause.replace(_MARK, " "))]
        bare = [w for w in words if w not in _FILLER and w not in _DROPPED and not (not english_ and _foreign_mood(w))]
        for_whom = re.fullmatch(
            r"\W*for (?:(?:small|young|little|older) )?"
            r"(?:children|kids|toddlers|adults|beginners|everyone|students)\W*",
            clause,
            re.I,
        )
        if for_whom or not bare or (not english_ and len(bare) * 2 <= len(words)):
            continue
        clause = re.sub(rf"(?:\b(?:in|with|and|of|for|a|an|as|read by)\s+)*{_MARK}\s*(?=[,.;!?]|$)", "", clause)
        clause = re.sub(rf"\b(?:in|for|with|about)\s+(?:about\s+)?{_MARK}", "", clause).replace(_MARK, " ")
        kept.append(re.sub(r"\s+", " ", clause).strip())
    text = ", ".join(k.strip(" ,") for k in kept if k.strip(" ,.;:"))
    return re.sub(r"\s+([,.;!?])", r"\1", text).strip(" ,;:-–—")


def _foreign_mood(word: str) -> bool:
    return any(mood in word for mood in FOREIGN_MOODS)


def told(brief: str, spans: Sequence[tuple[int, int]], *, english: bool) -> tuple[str, ...]:
    """The brief's sentences that tell something, as the person wrote them, each ending like a sentence."""
    return _told(brief, spans, english)


def _told(brief: str, spans: Sequence[tuple[int, int]], in_english: bool) -> tuple[str, ...]:
    found: list[str] = []
    for i, sentence in enumerate(english.sentences(_without(brief, spans))):
        text = _clauses(sentence, english_=in_english)
        if in_english:
            text = _LEAD.sub("", text, count=1) if i < 2 else text
            text = _ORDER.sub("", text, count=1)
            text = re.sub(r"^(?:please )?explain\s+(?:to \w+\s+)?(?!(?:it|this|that)\b)(?=\w)", "", text, flags=re.I)
            empty = _EMPTY_SENTENCE.match(text) and not re.search(r"\d", text)
            rest = [w for w in english.words(text) if w.lower() not in _FILLER | MOODS]
            only_quote = re.match(
                r"^(?:(?:it )?(?:ends?|begins?|starts?|closes?|say(?:ing)?|show) (?:with"
                r"|on)?\s*)?[\"“«][^\"”»]+[\"”»]\W*$",
                text,
                re.I,
            )
            if empty or not rest or only_quote or re.match(r"(?:please )?explain (?:it|this|that)\b", text, re.I):
                continue
        if re.search(r"\w", text):
            found.append(english.sentence(text))
    return tuple(found)


_QUOTE = re.compile(r"[\"“„«「『]([^\"“”„»」』\n]{1,200})[\"”“»」』]|(?<![\w])[‘']([^'’\n]{2,120})[’'](?!\w)")


def quotes(brief: str) -> tuple[tuple[str, str], ...]:
    """Quoted words and how they are wanted: as the title, said aloud, or shown."""
    found: list[tuple[str, str]] = []
    for m in _QUOTE.finditer(brief):
        words = (m[1] or m[2]).strip()
        before = brief[max(0, m.start() - 40) : m.start()].lower()
        if re.search(
            r"(?:called|titled|entitled|title(?:\s+(?:is|card|it|should be))?|headline|named|name)\s*:?,?\s*$", before
        ):
            how = "title"
        elif re.search(
            r"(?:say(?:s|ing)?|said|ask(?:s|ed)?|whispers?|shouts?|reply|replies|voice|narrat\w+|read(?:s|ing)?|"
            r"line|words?|with)\s*(?:out loud|aloud)?\s*:?,?\s*$",
            before,
        ):
            how = "said"
        elif re.search(
            r"(?:show\w*|text|sign|caption|slogan|end(?:s|ing)? (?:with|on)|closing)\s*\w*\s*:?,?\s*$", before
        ):
            how = "shown"
        else:
            how = "shown" if len(words.split()) <= 5 else "said"
        if words:
            found.append((words, how))
    return tuple(dict.fromkeys(found))[:6]


_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w’'&-]|\.(?=\w))*"
_NAME = re.compile(
    rf"\b{_CAPITAL}(?:\s+(?:(?:of|the|de|van|von|da|del|la|&)\s+)?{_CAPITAL})*(?:\s\d{{1,3}}(?![\d.:,%]\d|[\w%]))?"
)
_NOT_NAMES = bag(
    """I I'm I'd I'll OK TV AI 3D 4K HD CEO DIY SRT MP4 Instagram TikTok YouTube Explain Please Imagine Show Tell Make
    Create Calm Draw Paint Write Use Give Add Keep Mood Style Tone Music Voice Length"""
)


def names(brief: str, sentences: Sequence[str], spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Capitalised words that are not merely the first of a sentence, without possessive endings."""
    found: list[str] = []
    text = _without(brief, spans)
    for m in _NAME.finditer(text):
        name = re.sub(r"['’]s$", "", m[0].rstrip(".'’-"))
        starts = not text[: m.start()].strip() or re.search(r"[.!?:;\n“\"(]\s*$", text[: m.start()])
        words = name.split()
        if starts and words:
            follows = re.match(r"\s+([a-z]+)\s+([a-z]+)", text[m.end() :])
            acts = follows and english.is_verb(follows[1], follows[2], plural_before=False)
            if len(words) == 1 and not (acts and not english.is_plural(name)):
                continue
            if len(words) > 1 and (
                words[0].lower() in english.DETERMINERS | english.PREPOSITIONS or words[0] in _NOT_NAMES
            ):
                name = " ".join(words[1:])
        name = re.sub(r"^(?:The|A|An|And)\s+", "", name)
        lower = name.lower().split("'")[0]
        if lower in english.PRONOUNS | english.JOINERS | english.DETERMINERS | english.PREPOSITIONS or lower in (
            "how",
            "why",
            "there",
        ):
            continue
        if name and name not in _NOT_NAMES and name.lower() not in MOODS and len(name) > 1:
            found.append(name)
    return tuple(dict.fromkeys(found))[:12]


_FIGURE = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.[\w.]+|[£$€¥]?\+?\d(?:[\d.,:/]*\d)?(?:\s?(?:%|°C?|km|kg|am|pm|€|£)(?!\w)|"
    r"(?:st|nd|rd|th|s)\b)?",
    re.IGNORECASE,
)


def numbers(brief: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Figures, addresses and dates to keep, the film's own length and shape left out."""
    found = [m[0].rstrip(".,:/") for m in _FIGURE.finditer(_without(brief, spans))]
    return tuple(dict.fromkeys(f for f in found if f))[:12]
