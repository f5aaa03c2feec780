"""Words of mood as a feeling: valence and arousal, and what else they ask of music (see moods.py for the words)."""

import re
from dataclasses import dataclass

from pipelines.music.moods import LEXICON

# General MIDI programs by the name people use, and the part each plays when asked for.
INSTRUMENTS: dict[str, tuple[int, str]] = {
    "piano": (0, "keys"), "rhodes": (4, "keys"), "electric piano": (4, "keys"), "harpsichord": (6, "keys"),
    "celesta": (8, "lead"), "glockenspiel": (9, "lead"), "music box": (10, "lead"), "vibraphone": (11, "lead"),
    "vibes": (11, "lead"), "marimba": (12, "lead"), "xylophone": (13, "lead"), "bells": (9, "lead"),
    "organ": (19, "pad"), "accordion": (21, "lead"), "harmonica": (22, "lead"), "guitar": (24, "keys"),
    "acoustic guitar": (25, "keys"), "electric guitar": (27, "keys"), "ukulele": (24, "keys"), "bass": (32, "bass"),
    "violin": (40, "lead"), "viola": (41, "lead"), "cello": (42, "lead"), "strings": (48, "pad"),
    "orchestra": (48, "pad"), "harp": (46, "keys"), "choir": (52, "pad"), "voices": (53, "pad"),
    "trumpet": (56, "lead"),
    "trombone": (57, "lead"), "horn": (60, "lead"), "french horn": (60, "lead"), "brass": (61, "pad"),
    "saxophone": (65, "lead"), "sax": (65, "lead"), "oboe": (68, "lead"), "clarinet": (71, "lead"),
    "bassoon": (70, "lead"), "flute": (73, "lead"), "recorder": (74, "lead"), "pan flute": (75, "lead"),
    "ocarina": (79, "lead"), "whistle": (78, "lead"), "synth": (89, "pad"), "synthesizer": (89, "pad"),
    "pad": (89, "pad"), "sitar": (104, "lead"), "banjo": (105, "keys"), "koto": (107, "keys"), "kalimba": (108, "lead"),
    "fiddle": (110, "lead"),
}  # fmt: skip

_STYLES = {
    "8-bit": r"8.?bit|chip ?tune|arcade|retro game|video ?game|pixel", "lo-fi": r"lo.?fi|study beats|chillhop",
    "orchestral": r"orchestral|orchestra|symphon\w*|classical", "cinematic": r"cinematic|film score|epic|trailer",
    "ambient": r"ambient|drone|atmospheric|soundscape|ethereal|cosmic|floating|meditative|underwater",
    "folk": r"folk|acoustic|country|celtic|rustic|pastoral|campfire|guitar|ukulele|banjo|fiddle",
    "pop": r"pop|corporate|upbeat|dance\w*|party|funky|groovy|electronic|modern",
    "piano": r"(?:solo )?piano|intimate|minimal\w*|lullaby",
}  # fmt: skip

_PERCUSSION = r"(?:drums?|drumming|percussion|beats?|kit)"
_NOT = r"\b(?:no|without|not|never|less|minus|avoid)\s+(?:any |the |a |so |too |very )?"


@dataclass(frozen=True)
class Feeling:
    """What the words ask for. `drums` is None where they leave it open; `tempo` multiplies the mood's own tempo."""

    valence: float
    arousal: float
    drums: bool | None = None
    tempo: float = 1.0
    warm: bool = False
    asked: tuple[str, ...] = ()  # instruments
    barred: tuple[str, ...] = ()
    style: str | None = None
    unknown: tuple[str, ...] = ()
    after: tuple[float, float] | None = None  # where a journey ("from sad to hopeful") ends
    path: tuple[tuple[float, float], ...] = ()  # all its stops, first to last; empty where the mood stays


_DEGREES = {
    "very": 1.3, "really": 1.25, "so": 1.2, "deeply": 1.25, "extremely": 1.4, "slightly": 0.6, "little": 0.6,
    "somewhat": 0.7, "bit": 0.6, "quite": 1.1, "more": 1.2, "less": -0.4, "not": -0.6, "no": -0.6, "never": -0.6,
    "without": -0.6,
}  # fmt: skip
_FILLER = set(
    """
a an the and or of to in it is with but very really so bit little slightly quite more less not no music mood tone feel
feeling sound soundtrack score like for from then by at some please make i want that this as into becoming without any
drums drum percussion slow slower fast faster tempo solo style
""".split()  # noqa: SIM905 - a list of words is read as words
)


def _point(words: list[str]) -> tuple[tuple[float, float] | None, list[str]]:
    """The mean position of the words known (later ones weigh as much as earlier), and the words not known."""
    points: list[tuple[float, float]] = []
    unknown: list[str] = []
    for index, word in enumerate(words):
        found = _position(word)
        if found is None:
            if word not in _FILLER:
                unknown.append(word)
            continue
        degree = 1.0
        for before in words[max(0, index - 2) : index]:
            degree = _DEGREES.get(before, degree)
        if (found != (0, 0)) and word not in ("slow", "fast"):
            points.append((found[0] * degree, found[1] * (degree if degree > 0 else 0.3)))
    if not points:
        return None, unknown
    mean = [sum(p[axis] for p in points) / len(points) for axis in (0, 1)]
    return (max(-1.0, min(1.0, mean[0])), max(-1.0, min(1.0, mean[1]))), unknown


def _position(word: str) -> tuple[float, float] | None:
    for form in (word, word.removesuffix("ly"), word.removesuffix("er"), word.removesuffix("ness"), word + "ful"):
        if form in LEXICON:
            return LEXICON[form]
    return LEXICON.get(word.removesuffix("ily") + "y")


def _instruments(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    asked: list[str] = []
    barred: list[str] = []
    left = text
    for name in sorted(INSTRUMENTS, key=len, reverse=True):
        word = rf"\b{name}s?\b"
        if re.search(_NOT + r"(?:\w+ )?" + word, left):
            barred.append(name)
        elif re.search(word, left):
            asked.append(name)
        left = re.sub(word, " ", left)
    return tuple(asked), tuple(barred)


def read(mood: str) -> Feeling:
    """The feeling that words of mood ask for; "calm" where they say nothing known. Never raises."""
    text = " ".join(mood.lower().split())[:2000]
    asked, barred = _instruments(text)
    open_text = re.sub(_NOT + r"\w+", " ", text)
    drums = None
    if re.search(_NOT + r"(?:\w+ )?" + _PERCUSSION, text) or re.search(_PERCUSSION + r"(?:less|-free)", text):
        drums = False
    elif re.search(rf"\b{_PERCUSSION}\b", text):
        drums = True
    tempo = 1.0
    for pattern, factor in ((r"slow\w*", 0.82), (r"fast\w*|quick\w*|up.?tempo", 1.22)):
        if re.search(rf"\b(?:{pattern})\b", open_text):
            tempo *= factor
    halves = re.split(r"\b(?:to|then|into|becoming|turning|ending)\b|→|->|>", text, maxsplit=1)
    words = [re.findall(r"[\w'-]+", half) for half in halves]
    first, unknown = _point(words[0])
    after, more = _point(words[1]) if len(words) > 1 else (None, [])
    names = {part for name in INSTRUMENTS for part in (*name.split(), name + "s")}
    style = next((s for s, pattern in _STYLES.items() if re.search(rf"\b(?:{pattern})\b", open_text)), None)
    start = first or after or LEXICON["calm"]
    return Feeling(
        valence=start[0],
        arousal=start[1],
        drums=drums,
        tempo=tempo,
        warm=bool(re.search(r"\bwarm|\bcos[yz]|\bmellow", open_text)),
        asked=asked,
        barred=barred,
        style=style,
        unknown=tuple(w for w in (*unknown, *more) if w not in names and first is None and after is None),
        after=after if first and after else None,
        path=(first, after) if first and after else (),
    )


def style_for(feeling: Feeling) -> str:
    """The style that suits a feeling where nobody named one."""
    if feeling.style:
        return feeling.style
    valence, arousal = feeling.valence, feeling.arousal
    if feeling.after:
        valence, arousal = (valence + feeling.after[0]) / 2, max(arousal, feeling.after[1])
    if arousal > 0.45:
        return "pop" if valence > 0.55 else "cinematic"
    if arousal < -0.62 and valence < 0.5:
        return "ambient"
    if valence > 0.6 and arousal > 0.2:
        return "folk"
    if valence < -0.35 and arousal < -0.2:
        return "piano"
    return "cinematic"
