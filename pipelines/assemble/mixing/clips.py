"""The shots' and layers' own sound: from shot to shot it crossfades around the boundary, further than the picture
shows where the transition asks for it and the media has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from pipelines.assemble.mixing.parts import EDGE, Part
from pipelines.assemble.mixing.speeds import sped
from pipelines.assemble.mixing.takes import Sounding, Take, listen
from pipelines.sound.hearing import has_sound, hear
from pipelines.sound.loudness import QUIET, RATE, Meter
from studio.errors import PersonError
from studio.timeline import Layer, Shot, Timeline
from studio.work import Work

Heard = tuple[int, Take, float]  # film sample it begins at, the sound, its own decibels


@dataclass(frozen=True)
class _Span:
    """Film samples [begin, end) in which a shot is heard, `head` and `tail` of them crossfading."""

    shot: Shot
    start: int  # film frame of the shot's first picture
    begin: int
    end: int
    head: int
    tail: int


def sample(frame: int | Fraction, rate: Fraction) -> int:
    return round(frame * RATE / rate)


def clips(timeline: Timeline, folder: Path, level: float, work: Work) -> tuple[list[Part], list[Heard]]:
    """All own sound as parts, brought to `level` LUFS file by file, and as what others make room for.

    One file is as loud in all its shots: turning each up by itself would make steps where it is cut.
    """
    found: list[tuple[str, int, Sounding, int, int, float, float]] = []
    sounds = lru_cache(maxsize=None)(lambda name: has_sound(folder / name))
    for span in _joined(_spans(timeline)):
        shot = span.shot
        if shot.sound and shot.kind == "Video" and sounds(shot.media):
            at, wave = _sounding(folder / shot.media, span, timeline.rate, work)
            early = span.end - at - len(wave)  # where the media ends first, it goes from where it was to go until there
            head, tail = span.head - (at - span.begin), span.tail - early
            found.append((shot.media, at, wave, head, tail, shot.gain, shot.pan))
    for layer, begin, end in _layers(timeline):
        if sounds(layer.media):
            wave = _own(folder / layer.media, sample(layer.source_in, timeline.rate), end - begin, work)
            fades = [max(EDGE, sample(frames, timeline.rate)) for frames in (layer.fade_in, layer.fade_out)]
            found.append((layer.media, begin, wave, fades[0], fades[1], 0.0, 0.0))
    meters: dict[str, Meter] = {name: Meter() for name, *_ in found}
    takes = [listen(wave, work, meters[name]) for name, _, wave, *_ in found]
    parts: list[Part] = []
    heard: list[Heard] = []
    for (name, at, wave, head, tail, gain, pan), take in zip(found, takes, strict=True):
        loud = meters[name].read().integrated
        if loud > QUIET + 10:
            factor = Take(wave, loud, take.tops, take.mono).gain(level, gain)
            parts.append(Part("clips", at, wave, factor, pan, take.mono, max(EDGE, head), max(EDGE, tail)))
            heard.append((at, take, gain))
    return parts, heard


def _spans(timeline: Timeline) -> list[_Span]:
    """Where each shot is heard: to the far end of the crossfades with its neighbours."""
    rate, total = timeline.rate, round(timeline.seconds * RATE)
    edges = [0, *timeline.boundaries, timeline.frames]
    zones = [(0, max(EDGE, sample(timeline.fade_in, rate)))]
    for index, shot in enumerate(timeline.shots[:-1]):
        boundary, over = edges[index + 1], shot.overlap
        asked = over if shot.transition is None or shot.transition.sound is None else shot.transition.sound
        if asked <= 0:
            middle = sample(boundary, rate)
            zones.append((middle - EDGE // 2, middle + EDGE // 2))
            continue
        # No crossfade reaches beyond the middle of a shot, where that with its other neighbour may begin.
        first, last = boundary - asked // 2, boundary - asked // 2 + asked
        first = max(first, min((edges[index] + boundary) // 2, boundary - over // 2))
        last = min(last, max((boundary + edges[index + 2]) // 2, boundary - over // 2 + over))
        zones.append((sample(first, rate), sample(last, rate)))
    zones.append((total - max(EDGE, sample(timeline.fade_out, rate)), total))
    return [
        _Span(shot, start, into[0], out[1], into[1] - into[0], out[1] - out[0])
        for shot, start, (into, out) in zip(timeline.shots, timeline.starts, pairwise(zones), strict=True)
    ]


def _joined(spans: list[_Span]) -> list[_Span]:
    """Spans in which the same sound goes on made one: a video cut in two and put together sounds as before."""
    found: list[_Span] = []
    for span in spans:
        if found and _goes_on(found[-1], span):
            last = found[-1]
            found[-1] = _Span(last.shot, last.start, last.begin, span.end, last.head, span.tail)
        else:
            found.append(span)
    return found


def _goes_on(a: _Span, b: _Span) -> bool:
    one, two = a.shot, b.shot
    same = (one.media, one.kind, one.sound, one.gain, one.pan) == (two.media, two.kind, two.sound, two.gain, two.pan)
    return same and not one.speed and not two.speed and one.source_in - a.start == two.source_in - b.start


def _sounding(path: Path, span: _Span, rate: Fraction, work: Work) -> tuple[int, Sounding]:
    """The sound of a span and the film sample it begins at; silent, with a note, when it cannot be read."""
    shot = span.shot
    if not shot.speed:
        first = span.begin + sample(shot.source_in - span.start, rate)
        lead = max(0, -first)  # before its first sample a file is silent
        return span.begin + lead, _own(path, first + lead, span.end - span.begin - lead, work)
    here = sample(span.start, rate)
    try:
        made = sped(path, shot, rate, span.begin - here, span.end - here, work)
    except PersonError as error:
        work.note(f"{error} The shot stays silent.")
        made = None
    return (span.begin, _Silence()) if made is None else (span.begin + made[0], made[1])


@dataclass(frozen=True)
class _Silence:
    """Nothing to hear."""

    def __len__(self) -> int:
        return 0

    def read(self, begin: int = 0, end: int | None = None) -> "np.ndarray":
        return np.zeros((0, 2), np.float32)


def _own(path: Path, first: int, count: int, work: Work) -> Sounding:
    try:
        return hear(path, work, start=first / RATE, seconds=max(0, count) / RATE)
    except PersonError as error:
        work.note(f"{error} The shot stays silent.")
        return _Silence()


def _layers(timeline: Timeline) -> Iterator[tuple[Layer, int, int]]:
    """Video layers that are heard, with the film samples they lie between."""
    over = [(layer, 0, timeline.frames) for layer in timeline.layers]
    for shot, start in zip(timeline.shots, timeline.starts, strict=True):
        over += [(layer, start, start + shot.visible) for layer in shot.layers]
    for layer, low, high in over:
        first = low + layer.start
        last = high if layer.frames is None else min(high, first + layer.frames)
        if layer.sound and layer.kind == "Video" and last > first:
            yield layer, sample(first, timeline.rate), sample(last, timeline.rate)
