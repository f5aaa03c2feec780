"""What a brief asks of voice, captions, music, mood, look and hour, and what it forbids."""

import re
from dataclasses import dataclass

from studio.agent import narrators
from studio.agent.looks import look_of
from studio.agent.words import bag

MOODS = bag(
    """calm peaceful gentle quiet serene hopeful joyful happy cheerful playful funny humorous whimsical sad melancholy
    melancholic bittersweet nostalgic tender warm heartwarming romantic epic dramatic tense suspenseful scary spooky
    eerie mysterious dreamy magical energetic upbeat exciting bold inspiring uplifting triumphant serious
    professional elegant cosy cozy lonely dark angry bright sunny festive solemn sombre somber reflective meditative
    relaxing adventurous soft sweet light slow fast thoughtful moving emotional touching optimistic proud confident
    lively celebratory intimate haunting ominous majestic soothing lighthearted light-hearted silly wistful
    contemplative grateful"""
)
BRIGHT = bag(
    """joyful happy cheerful playful funny humorous whimsical upbeat exciting energetic festive lively silly bright
    celebratory lighthearted light-hearted fast bold confident"""
)
DIM = bag(
    """sad melancholy melancholic bittersweet nostalgic wistful lonely dark solemn sombre somber haunting ominous tense
    suspenseful scary spooky eerie mysterious angry"""
)
FOREIGN_MOODS = {
    "ruhig": "calm", "hoffnungsvoll": "hopeful", "traurig": "sad", "fröhlich": "happy", "lustig": "funny",
    "heiter": "cheerful",
    "feierlich": "solemn", "spannend": "suspenseful", "verträumt": "dreamy", "zärtlich": "tender",
    "calme": "calm", "plein d'espoir": "hopeful", "triste": "sad", "joyeux": "joyful", "joyeuse": "joyful",
    "drôle": "funny",
    "tendre": "tender", "mystérieu": "mysterious", "tranquil": "calm", "esperanzador": "hopeful", "alegre": "joyful",
    "divertid": "funny", "misterios": "mysterious", "calmo": "calm", "calma": "calm", "speranzos": "hopeful",
    "allegr": "joyful",
    "هادئ": "calm", "أمل": "hopeful", "حزين": "sad", "سعيد": "happy", "静か": "calm", "希望": "hopeful",
    "悲し": "sad", "楽し": "joyful",
    "平静": "calm", "安静": "calm", "悲伤": "sad", "快乐": "joyful", "спокойн": "calm", "груст": "sad",
    "весел": "joyful",
    "надежд": "hopeful", "잔잔": "calm", "희망": "hopeful", "슬픈": "sad",
}  # fmt: skip
LOOKS = bag(
    """watercolour watercolor paper-cut papercut cut-out flat cartoon realistic photorealistic noir black-and-white
    monochrome retro vintage pixel sketch pencil neon pastel minimal minimalist cinematic painterly oil storybook
    comic anime claymation collage silhouette"""
)
HOURS = {
    "dawn": "dawn daybreak sunrise",
    "morning": "morning mornings breakfast",
    "day": "noon midday daytime daylight lunchtime",
    "afternoon": "afternoon",
    "sunset": "sunset sundown",
    "dusk": "dusk evening twilight",
    "night": "night nights midnight moonlight moonlit starry nighttime",
}
WEATHERS = {
    "rain": "rain rainy raining rainfall drizzle",
    "snow": "snow snowy snowing snowfall blizzard",
    "storm": "storm stormy thunder lightning thunderstorm",
    "fog": "fog foggy mist misty",
    "wind": "wind windy breeze",
}
INSTRUMENTS = bag(
    """piano guitar strings violin cello flute drums harp synth synths orchestra orchestral banjo accordion ukulele
    organ bells choir marimba saxophone trumpet acoustic"""
)
# Styles of music: those that name nothing else, and those that are also stones, months, houses and countries, which
# are meant only beside a word for music.
STYLES = bag(
    """jazz lofi lo-fi synthwave bossa chiptune reggae tango techno hip-hop hiphop waltz rock folk march western blues
    country epic house pop latin funk celtic electronic ambient classical cinematic disco"""
)
_SURE = r"jazz|lo-?fi|synthwave|bossa(?: nova)?|chip ?tunes?|8-bit|hip-?hop|reggae|tango|techno|waltz"
_MAYBE = (
    r"rock|folk|march|western|blues|country|epic|house|pop|latin|funk|celtic|electronic|ambient|classical|cinematic"
    r"|disco|music box|choir|orchestral"
)
_HEARD = r"music|soundtrack|score|songs?|tunes?|beats?|theme"
_STYLE = re.compile(
    rf"\b(?P<sure>{_SURE})\b|\b(?P<before>{_MAYBE})\s+(?:\w+\s+)?(?:{_HEARD})\b"
    rf"|\b(?:{_HEARD})\s*(?::|in the style of|like|is|should be|that is)?\s*(?P<after>{_MAYBE})\b",
    re.IGNORECASE,
)

_VOICE = r"narration|narrator|voice(?:[ -]?over)?|spoken words?|speech|talking|speaking|dialogue|words" \
    r"|erzähler|sprecher|stimme" \
         r"|narración|narrador|voz|voix|voce|narrazione|narração"  # fmt: skip
_CAPTIONS = r"captions?|subtitles?|untertitel|subtítulos|sous-titres|sottotitoli|legendas"
_MUSIC = r"music|soundtrack|score|musik|música|musique|musica"
_EFFECTS = (
    r"(?:sound ?|background |ambient )?(?:effects?|noises?)|ambien(?:ce|t sounds?)"
    r"|(?:background |nature |natural )?sounds?|sfx|foley|sound design|geräusche?|bruitages?|efectos|effetti"
)
_TEXT = r"text|words on screen|on-screen text|titles?|title cards?|lettering|texto|texte|testo"
_NOT = r"(?:no|without(?: any)?|zero|skip the|leave out(?: the)?|drop the|ohne|keine?n?|sin|sans|pas de|senza|sem)"


@dataclass(frozen=True)
class Wishes:
    """What was asked, and the spans of the brief that asked it (those words are not part of what is told)."""

    spoken: bool | None  # None: nothing said
    voice: str  # how the voice shall be: "female", "deep male", "british"; or ""
    captions: str  # a choice of the tool `render`, or ""
    music: bool | None
    effects: bool  # whether sounds may be heard around the shots
    instruments: tuple[str, ...]
    moods: tuple[str, ...]
    looks: tuple[str, ...]
    hour: str
    weather: str
    avoid: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


_AVOID = re.compile(
    r"(?:(?P<clause>(?:^|[.,;:!?\n(–—\"”]|\band\b|\bbut\b|\bwith\b|\bplease\b)\s*(?:absolutely |but |and )?"
    r"(?:no|never|not|nothing|ohne|keine?n?|sin|sans|senza|sem|nada de|pas de))"
    r"|(?P<order>\b(?:do not|don['’]?t|never|please avoid|must not|should not|shouldn['’]t)\s+(?:ever\s+)?"
    r"(?:show|use|include|mention|have|add|depict|contain|be))|(?P<avoid>(?:^|[.,;:!?\n(]|\band\b)\s*avoid)"
    r"|(?P<free>\bwithout(?: any| showing)?))\s+"
    r"(?P<what>[^.,;:!?\n()]+(?:(?:,\s*[^.,;:!?\n()]{1,25})*,?\s+(?:or|nor)\s+[^.,;:!?\n()]+)?)",
    re.IGNORECASE,
)
_STORY_NO = re.compile(r"^(?:one\b|more than|longer|matter|only|less|just|idea|doubt|yet\b|\d)", re.IGNORECASE)
_PLAIN = bag(
    """text people humans person faces face words music narration voice captions subtitles logo logos animals blood
    violence weapons guns dialogue titles letters numbers cars children men women narrator rain snow dark darkness
    night red talking speech voice-over voiceover gore death fire water"""
)


def _avoided(brief: str) -> tuple[list[str], list[tuple[int, int]]]:
    found: list[str] = []
    spans: list[tuple[int, int]] = []
    for m in _AVOID.finditer(brief):
        what = m["what"].strip()
        if _STORY_NO.match(what):
            continue
        first = what.split()[0].lower().strip(",") if what.split() else ""
        if m["free"]:
            # "a man without a home" is the story; "without text" is a wish.
            opens = m.start() == 0 or brief[: m.start()].rstrip()[-1:] in ".,;:!?\n(–—"
            if not opens and first not in _PLAIN:
                continue
        lead = m["clause"] or ""
        if (
            re.search(r"\b(?:never|not)$", lead, re.IGNORECASE)
            and first not in MOODS | _PLAIN | _hours()
            and not opens_wish(first)
        ):
            continue
        length_before = m.start("what")
        taken = 0
        for piece in re.split(r"(\s*,\s*(?:and\s+|or\s+|no\s+|nor\s+)?|\s+(?:or|nor|and no|and)\s+)", what):
            if re.fullmatch(r"\s*,?\s*(?:and no|and|or|no|nor|,)?\s*", piece):
                taken += len(piece)
                continue
            words = re.sub(
                r"^(?:no|any|the|a|an|too|so|very|show|be|of|de|die|der|das)\s+", "", piece.strip(), flags=re.I
            )
            if (taken and len(words.split()) > 2) or re.match(r"(?:but|then|just|only|with)\b", words):
                break
            words = re.split(r"\s+(?:in|on|at|but|please|because|so|until|anywhere|at all)\b", words)[0].strip(" \"'”“")
            if words and len(words) <= 40:
                found.append(words.lower())
            taken += len(piece)
        opening = len(m[0]) - len(m[0].lstrip(' .,;:!?\n(–—"”'))
        spans.append((m.start() + opening, length_before + taken))
    return list(dict.fromkeys(found)), spans


def opens_wish(word: str) -> bool:
    """Whether "never …" or "not …" before this word is a wish about the film: "never show", "not too fast"."""
    return word in ("show", "showing", "too", "so", "very", "scary", "any", "use")


def _hours() -> frozenset[str]:
    return frozenset(w for words in HOURS.values() for w in words.split())


def _first(table: dict[str, str], words: list[str]) -> str:
    return next((name for w in words for name, of in table.items() if w in of.split()), "")


def _switch(brief: str, thing: str, spans: list[tuple[int, int]]) -> bool | None:
    """False when the brief refuses a thing, True when it asks for it, None when it says nothing."""
    if _refused(brief, thing, spans):
        return False
    asked = re.search(rf"\b(?:with(?: an?| some| the)?|add|use|and|mit|con|avec)\s+(?:[\w-]+\s+){{0,3}}?(?:{thing})\b"
                      rf"(?:\s+(?:by|from) a (?:man|woman))?", brief, re.IGNORECASE)  # fmt: skip
    if asked:
        spans.append(asked.span())
        return True
    return None


def _styles(brief: str, banned: set[str]) -> list[str]:
    """The styles of music a brief names."""
    found = [next(filter(None, m.groups())).lower() for m in _STYLE.finditer(brief)]
    return [style for style in found if not banned & set(style.split())]


def _refused(brief: str, thing: str, spans: list[tuple[int, int]]) -> bool:
    found = re.search(rf"\b{_NOT}\s+(?:\w+\s+(?:or|and|nor)\s+(?:no\s+)?)?(?:{thing})\b", brief, re.IGNORECASE)
    if found:
        spans.append(found.span())
    return bool(found)


def _counted(word: str, brief: str) -> bool:
    """Whether a word of the weather is a thing that is counted or works for people: "wind 54 percent", "wind power"."""
    return bool(re.search(rf"\b{word}\W+(?:\d|power|energy|farms?|turbines?|mills?)", brief, re.IGNORECASE))


def wishes(brief: str) -> Wishes:
    """Read every wish. Nothing here raises: a brief without wishes gives empty ones."""
    spans: list[tuple[int, int]] = []
    avoid, avoided = _avoided(brief)
    spans += avoided
    spoken = _switch(brief, _VOICE, spans)
    quiet = re.search(r"(?:^|[.,;:!?\n]|\b(?:and|a|film|video)\b)\s*(?:completely |all )?(?:silent"
        r"|wordless)(?=\s*(?:$|[.,;!?]|film|video))",
                      brief, re.IGNORECASE)  # fmt: skip
    if quiet:
        spans.append(quiet.span())
        spoken = False if spoken is None else spoken
    of_voice = narrators.ASKED.search(brief)
    voice = ""
    if of_voice:
        spans.append(of_voice.span())
        voice = narrators.asked_in(of_voice)
        spoken = True if spoken is None else spoken
    if re.search(r"\bnarrated\b|\bvoice-?over\b", brief, re.IGNORECASE) and spoken is None:
        spoken = True
    shown = _switch(brief, _CAPTIONS, spans)
    captions = {False: "off", True: "burned in", None: ""}[shown]
    as_file = re.search(
        r"\b(?:srt|subtitles? (?:as a )?file|soft subtitles?|captions? as a file|separate subtitles?)\b", brief, re.I
    )
    if as_file:
        captions = "file"
        spans.append(as_file.span())
    if re.search(rf"\b{_NOT}\s+(?:\w+\s+(?:or|and)\s+)?(?:{_TEXT})\b", brief, re.IGNORECASE):
        captions = captions or "off"
    music = _switch(brief, _MUSIC, spans)
    look, looked = look_of(brief)
    spans += looked
    lower = [w.lower() for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", brief)]
    moods = tuple(w for w in lower if w in MOODS) + tuple(
        mood for word, mood in FOREIGN_MOODS.items() if word in brief.lower()
    )
    banned = {w for thing in avoid for w in thing.split()}
    kept = [w for w in dict.fromkeys(lower) if w not in banned]
    return Wishes(
        spoken=spoken,
        voice=voice,
        captions=captions,
        music=music,
        effects=not _refused(brief, _EFFECTS, spans),
        instruments=tuple(dict.fromkeys((*_styles(brief, banned), *(w for w in kept if w in INSTRUMENTS)))),
        moods=tuple(dict.fromkeys(m for m in moods if m not in banned))[:4],
        looks=(look,) if look else (),
        hour=_first(HOURS, kept),
        weather=_first(WEATHERS, [w for w in kept if not _counted(w, brief)]),
        avoid=tuple(avoid),
        spans=tuple(spans),
    )
