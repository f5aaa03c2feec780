"""A brief is read into what it asks, in words the person can check: no model, the same answer every time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studio.agent import english
from studio.agent.length import LONGEST, SHORTEST, SIZES, length, nearest_shape, shape
from studio.agent.places import abroad
from studio.agent.purpose import purpose
from studio.agent.subject import Noun, Tale, emoji_things, pronoun, tale
from studio.agent.told import names, numbers, quotes, told
from studio.agent.wishes import HOURS, WEATHERS, Wishes, wishes
from studio.agent.words import bag
from studio.errors import PersonError
from studio.language import NAMES, language

READ_AT_MOST = 6000  # characters: more than any film can tell
LENGTHS = {"picture": 0.0, "music": 60.0, "announcement": 12.0, "advert": 20.0, "explainer": 45.0}


@dataclass(frozen=True)
class Reading:
    """What a brief asks. `wishes` holds voice, captions, music, mood, look, hour and what must not be there."""

    brief: str
    language: str
    purpose: str  # a recipe's name
    seconds: float
    seconds_asked: bool
    shape: str
    size: str
    wishes: Wishes
    told: tuple[str, ...]  # the sentences that tell something
    tale: Tale
    things: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]  # (words, "title" | "said" | "shown")
    notes: tuple[str, ...]

    @property
    def english(self) -> bool:
        return self.language == "en"

    @property
    def spoken(self) -> bool:
        return self.wishes.spoken is not False

    def lines(self) -> tuple[str, ...]:
        """The reading as sentences to show beside the brief."""
        w = self.wishes
        film = {"picture": "A picture", "music": "A piece of music"}.get(self.purpose, f"A film ({self.purpose})")
        asked = "as asked" if self.seconds_asked else "nothing said, so this length"
        found = [f"{film}, {self.shape}, {self.size}."]
        if self.seconds:
            found.append(f"{clock(self.seconds)} long ({asked}).")
        if self.tale.hero:
            with_ = f", with {self.tale.other.a}" if self.tale.other and self.tale.other != self.tale.hero else ""
            found.append(f"About {self.tale.hero.a}{with_}.")
        for label, values in (
            ("Mood", w.moods),
            ("Look", w.looks),
            ("Names kept", self.names),
            ("Numbers kept", self.numbers),
            ("Your words kept", tuple(f"“{q}”" for q, _ in self.quotes)),
            ("Instruments", w.instruments),
            ("Must not be there", w.avoid),
        ):
            if values:
                found.append(f"{label}: {', '.join(values[:12])}.")
        when = ", ".join(x for x in (w.hour, w.weather) if x)
        found += [f"When: {when}."] if when else []
        found.append(self._heard())
        if not self.english:
            found.append(f"Written in {NAMES.get(self.language, NAMES[''])}.")
        return tuple(found) + self.notes

    def _heard(self) -> str:
        w = self.wishes
        voice = f"a {w.voice} voice" if w.voice else "narration"
        parts = [f"With {voice}" if self.spoken else "Without narration"]
        parts.append("without music" if w.music is False else "with music")
        parts.append({"off": "without captions", "file": "captions as a file"}.get(w.captions, "with captions"))
        return ", ".join(parts) + "."


def clock(seconds: float) -> str:
    """24 → "24 seconds", 90 → "1:30 minutes"."""
    if seconds < 60:
        return f"{seconds:g} seconds"
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d} minutes"


def clean(brief: str) -> str:
    """Without control and format characters (joiners that scripts need stay); line breaks stay."""
    brief = brief.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u2028", "\n")
    kept = (c for c in brief if c == "\n" or c in "\u200c\u200d" or (c.isprintable() and not "\ud800" <= c <= "\udfff"))
    return re.sub(r"\n{3,}", "\n\n", "".join(kept)).strip()


def read(
    brief: str,
    given: Sequence[str] = (),
    *,
    seconds: float | None = None,
    size: str | None = None,
) -> Reading:
    """Read a brief. `given` holds the kinds of the given things; `seconds` and `size` (WxH) overrule the brief.

    Raises PersonError when there is nothing to read, or when an overruling value makes no sense.
    """
    text = clean(brief)
    if not text and not given:
        raise PersonError(
            "The brief is empty. Say in a sentence what the film is about, for example: "
            "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds."
        )
    notes: list[str] = []
    if len(text) > READ_AT_MOST:
        notes.append(f"The brief has {len(text):,} characters; the first {READ_AT_MOST:,} were read.")
        text = text[:READ_AT_MOST].rsplit(" ", 1)[0]
    tongue = language(text)
    span = length(text, english=tongue == "en")
    of_shape, of_size, shape_spans = shape(text)
    wished = wishes(text)
    spans = [*wished.spans, *shape_spans] + ([(span.start, span.end)] if span else [])
    sentences = told(text, spans, english=tongue == "en")
    what = purpose(text, sentences, given, english=tongue == "en")
    if tongue == "en" and sentences and re.search(r"[a-z]", sentences[0], re.I):
        main = next((t for t in map(tale, sentences) if t.hero and t.verb), None) or tale(sentences[0])
    else:
        main = Tale()
    if main.hero and len(sentences) > 1 and main.pronoun == "they":
        main = replace(main, pronoun=pronoun(" ".join(sentences), main.hero))
    if main.hero and not main.other and len(sentences) > 1:
        others = (t.hero for t in map(tale, sentences) if t.hero and t.verb and t.hero.before and t.hero != main.hero)
        main = replace(main, other=next(others, None))
    wished = _global(wished, sentences)
    things = (emoji_things(text) if tongue == "en" else ()) or (abroad(text) if tongue != "en" else ())
    if not main.hero and things:
        first, *rest = [t for t in things if t not in _SURROUNDINGS] or things
        main = Tale(Noun(first, "a"), "", Noun(rest[0], "a") if rest else None, "", "it")
    long = _seconds(seconds, span.value if span else None, what, len(sentences), len(given), notes)
    shaped, sized = _frame(size, of_shape, of_size)
    return Reading(
        brief=text,
        language=tongue,
        purpose=what,
        seconds=long,
        seconds_asked=seconds is not None or span is not None,
        shape=shaped,
        size=sized,
        wishes=wished,
        told=sentences,
        tale=main,
        things=things,
        names=names(text, sentences, spans) if tongue == "en" else (),
        numbers=numbers(text, spans),
        quotes=quotes(text),
        notes=tuple(notes),
    )


_SURROUNDINGS = bag("sea beach forest rain snow city village garden river mountain sun moon star")
_OFTEN_NOT_MOODS = bag("dark light moving fast bright slow soft sweet bold proud quiet angry cold warm")


def _global(wished: Wishes, sentences: tuple[str, ...]) -> Wishes:
    """Moods and hours that only a told sentence holds are that sentence's, not the film's."""
    inside = {w.lower() for s in sentences for w in english.words(s)}
    outside = tuple(m for m in wished.moods if m not in inside)
    moods = outside or tuple(m for m in wished.moods if m not in _OFTEN_NOT_MOODS)
    if len(sentences) < 2:
        return replace(wished, moods=moods)
    hour = "" if inside & set(HOURS.get(wished.hour, "").split()) else wished.hour
    weather = "" if inside & set(WEATHERS.get(wished.weather, "").split()) else wished.weather
    return replace(wished, moods=moods, hour=hour, weather=weather)


def _seconds(
    overrule: float | None, asked: float | None, what: str, sentences: int, given: int, notes: list[str]
) -> float:
    if overrule is not None and not SHORTEST <= overrule <= LONGEST:
        raise PersonError(
            f"A film here may be {SHORTEST:g} to {LONGEST:g} seconds long, not {overrule:g}. Choose another length."
        )
    value = overrule if overrule is not None else asked
    if value is None:
        value = LENGTHS.get(what, 24.0)
        if what in ("story", "explainer", "narrated", "advert", "poem"):
            value = max(value, min(90.0, 4.0 + 4.5 * sentences))
        if what in ("photos", "montage"):
            value = min(120.0, max(15.0, 4.0 + 4.0 * given))
        return value
    if not SHORTEST <= value <= LONGEST:
        notes.append(
            f"A film here may be {SHORTEST:g} to {LONGEST:g} seconds long; {value:g} was asked: the nearest is planned."
        )
    return min(LONGEST, max(SHORTEST, value))


def _frame(overrule: str | None, of_shape: str, of_size: str) -> tuple[str, str]:
    if overrule:
        m = re.fullmatch(r"(\d{2,5})x(\d{2,5})", overrule.strip().lower())
        if not m:
            raise PersonError(f"The size '{overrule}' was not understood. Write width x height, for example 1280x720.")
        width, height = int(m[1]), int(m[2])
        return nearest_shape(width, height), f"{width}x{height}"
    of_shape = of_shape or "16:9"
    wide, high = SIZES[of_shape]
    return of_shape, of_size or f"{wide}x{high}"


__all__ = ["Noun", "Reading", "Tale", "clean", "clock", "english", "read"]
