"""Words of mood as a feeling: valence and arousal, where they travel, and what else they ask of music."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.music import asks
from pipelines.music.asks import INSTRUMENTS
from pipelines.music.moods import LEXICON, STYLE_MOODS
from pipelines.music.stops import Token, stops, tokens
from pipelines.music.tongues import in_english, without_signs

__all__ = ["INSTRUMENTS", "Feeling", "read", "style_for"]

MOST = 6000  # characters of a mood that are read


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
    only: bool = False  # nobody but the instruments asked for
    bpm: float | None = None  # beats a minute, where they are named
    key: str | None = None  # as "D minor" or "F#"
    mode: str | None = None  # "major" or "minor", where only that is named
    notes: tuple[str, ...] = ()  # sentences for the person: what contradicts itself and what is played


_FILLER = frozenset(
    """
a an the any and or of to in it is are be with but very really so bit little slightly quite more less not no music mood
moods tone feel feeling feelings sound sounding soundtrack score like for from then by at some please make i want that
this as into becoming without drums drum percussion slow slower fast faster tempo solo style something someone piece
song tune track film movie video scene background give me my our we should must can only just kind sort bpm key minor
major start starts end ends beginning ending finally later first too
""".split()  # noqa: SIM905 - a list of words is read as words
)
_ENGLISH = re.compile(r"\b(?:the|and|with|of|without|not|very|but|it|this|that|for|from|to|like|some|please|then)\b")


def read(mood: str) -> Feeling:
    """The feeling that words of mood ask for; "calm" where they say nothing known. Never raises.

    English, and the common words of German, French, Spanish, Italian, Portuguese and some others; emoji of mood too.
    """
    plain = unicodedata.normalize("NFC", mood[:MOST]).lower().replace("’", "'")
    text = _in_english(without_signs(" ".join(plain.split())))
    text = re.sub(r"\bhip hop\b", "hip-hop", text)
    players = asks.instruments(text)
    for _, a, b in players:  # a name of two words is denied as one
        text = text[:a] + text[a:b].replace(" ", "-") + text[b:]
    words = tokens(text)
    gone = [(t.start, t.end) for t in words if t.no]
    asked, barred = _parted(players, gone)
    factor, bpm = asks.pace(text, gone)
    style = asks.style(text, gone)
    free = [t for t in words if not any(a <= t.start < b for _, a, b in players)]
    path, notes = stops(free)
    told = style is not None or bool(asked or barred or bpm or asks.key(text)) or factor != 1
    first = path[0] if path else STYLE_MOODS.get(style or "", _paced(factor, bpm))
    only = bool(asked) and _alone(text, players)
    return Feeling(
        valence=first[0],
        arousal=first[1],
        drums=_drums(text, players, gone, only),
        tempo=factor,
        warm=any(re.match(r"warm|cos[yz]|mellow", t.word) and not t.no for t in words),
        asked=asked,
        barred=barred,
        style=style,
        unknown=() if path or told else _unknown(free),
        after=path[-1] if len(path) > 1 else None,
        path=tuple(path) if len(path) > 1 else (),
        only=only,
        bpm=bpm,
        key=asks.key(text),
        mode=_mode(text),
        notes=notes,
    )


def _paced(factor: float, bpm: float | None) -> tuple[float, float]:
    """The mood of somebody who names no mood, but perhaps a tempo."""
    calm = LEXICON["calm"]
    if bpm is None and factor == 1:
        return calm
    return calm[0], max(-0.7, min(0.7, (bpm - 96) / 60 if bpm else 2.2 * (factor - 1.08)))


def _in_english(text: str) -> str:
    """The text with the words of other languages that are known in English."""
    foreign = not _ENGLISH.search(text)
    text = re.sub(r"\b([a-h])(is|es|s)?[ -]?(moll|dur)\b", _german_key, text)
    text = re.sub(r"\b(?:[dlj]|qu)'(?=[^\W\d_]{3})", " ", text) if foreign else text

    def said(match: re.Match[str]) -> str:
        word = match[0]
        if word in asks.TEMPI or (word in LEXICON and not (foreign and word in ("war", "die", "still"))):
            return word
        english = in_english(word)
        small = english in ("very", "without", "not", "no", "with", "and", "but", "then", "only")
        return english if english and (foreign or not small) else word

    return re.sub(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", said, text)


def _german_key(match: re.Match[str]) -> str:
    sign = {"is": "#", "es": "b", "s": "b", None: ""}[match[2]]
    return f"{match[1]}{sign} {'minor' if match[3] == 'moll' else 'major'}"


def _parted(players: Sequence[tuple[str, int, int]], gone: Sequence[tuple[int, int]]) -> tuple[tuple[str, ...], ...]:
    """Instruments asked for and barred, each once."""
    no = {name for name, a, b in players if any(a <= start < b for start, _ in gone)}
    yes = [name for name, a, b in players if not any(a <= start < b for start, _ in gone)]
    return tuple(dict.fromkeys(name for name in yes if name not in no)), tuple(sorted(no))


def _alone(text: str, players: Sequence[tuple[str, int, int]]) -> bool:
    """Whether the instruments asked for are to play alone: "only piano", "solo cello", "nothing but strings"."""
    for _, a, b in players:
        before, behind = text[max(0, a - 24) : a], text[b : b + 8]
        if re.search(r"\b(?:only|just|solely|nothing but|unaccompanied)\s+(?:(?:an?|the|one)\s+)?(?:\w+\s+)?$", before):
            return True
        if re.search(r"\bsolo\s+$", before) and not re.search(
            r"\b(?:with|and|for)\s+(?:(?:an?|the)\s+)?solo\s+$", before
        ):
            return True
        if re.match(r"\s+(?:only|alone|solo)\b", behind):
            return True
    return False


def _drums(
    text: str, players: Sequence[tuple[str, int, int]], gone: Sequence[tuple[int, int]], only: bool
) -> bool | None:
    found = [m for m in asks.DRUMS.finditer(text) if not any(a <= m.start() < b for _, a, b in players)]
    if asks.NO_DRUMS.search(text) or any(a < m.end() and m.start() < b for m in found for a, b in gone):
        return False
    return True if found else False if only else None


def _mode(text: str) -> str | None:
    found = re.search(r"\b(major|minor) (?:key|mode|chords?|scale|tonality)|\bin (?:a )?(major|minor)\b", text)
    return (found[1] or found[2]) if found else None


def _unknown(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(t.word for t in tokens if t.word not in _FILLER and re.search(r"\w", t.word) and not t.no)
    )[:20]


def style_for(feeling: Feeling) -> str:
    """The style that suits a feeling where nobody named one."""
    if feeling.style:
        return feeling.style
    valence, arousal = feeling.valence, feeling.arousal
    if feeling.after:
        valence, arousal = (valence + feeling.after[0]) / 2, max(arousal, feeling.after[1])
    if arousal > 0.45:
        return "pop" if valence > 0.55 else "epic" if arousal > 0.62 else "cinematic"
    if arousal < -0.62 and valence < 0.5:
        return "ambient"
    if valence > 0.6 and arousal > 0.2:
        return "folk"
    if valence < -0.35 and arousal < -0.2:
        return "piano"
    return "cinematic"
