"""A song as long as a film: cut at its own bars, with its own beginning and ending, or gently faded."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from pipelines.assemble.mixing.stretching import stretched
from pipelines.songs import joining
from pipelines.songs.beats import Beats, beats
from pipelines.songs.fitting import Route, route
from pipelines.songs.likeness import joins
from pipelines.songs.listening import Heard, listen
from pipelines.sound.hearing import hear
from pipelines.sound.loudness import RATE, blocks
from pipelines.sound.waves import Wave, keep
from studio import facts
from studio.sounds import writing
from studio.work import Work

_STILL = 1e-3  # of full scale: below it is the silence before a song and behind it
_SHORT = 8.0  # seconds: a shorter song has too few bars to be cut at
_LOOP = 2.0  # seconds over which one round fades into the next, where bars cannot join them
_FADE = (2.0, 6.0)  # seconds: the shortest and the longest fade at the end
_AGAIN = 60_000  # times a song is repeated at most: one of 0.3 s lasts three hours so


@dataclass(frozen=True)
class Plan:
    """What is played of a song, `count` samples in the end: `fade` of them going, `speed` faster than it was."""

    pieces: list[joining.Piece]
    count: int
    fade: int = 0
    speed: float = 1.0
    told: facts.Facts | None = None


def fitted(song: Path, seconds: float, work: Work) -> Path:
    """Make a song `seconds` long: FLAC, 48 kHz, stereo, 16 bits, exactly so many samples.

    It begins as the song begins and ends as the song ends, within a second of its end, its speed bent by 3 % at most;
    what lies between is left out or played again from bar to bar, where both sound alike. Where that would be heard it
    fades out instead, within its last bars, and a note says so. Raises PersonError for a song that cannot be read.
    """
    work.progress(0.0, "Listening to the song")
    whole = hear(song, work)
    wave, count = _heard(whole, work), round(seconds * RATE)
    path = work.path("song.flac")
    if wave is None:
        work.note("The song is silent, and so is what was made of it.")
        _write([np.zeros((min(RATE, count - at), 2), np.float32) for at in range(0, count, RATE)], path, {}, 1.0)
        return path
    plan = _plan(wave, count, work)
    ends = joining.length(plan.pieces) / plan.speed / RATE
    if len(plan.pieces) > _AGAIN and ends < seconds:
        work.note(f"The song is repeated {_AGAIN:,} times, to {ends:.0f} s; after them it is silent.")
    work.progress(0.6, "Cutting the song")
    sound, top = _kept(wave, plan, work), 0.0
    for begin, end in blocks(len(sound), 10 * RATE):
        top = max(top, float(np.abs(sound.read(begin, end)).max(initial=0.0)))
    work.progress(0.9, "Writing the song")
    played = (sound.read(begin, end) for begin, end in blocks(len(sound), 10 * RATE))
    _write(played, path, plan.told or {}, 1 / max(1.0, top))
    sound.path.unlink()
    return path


def _heard(whole: Wave, work: Work) -> Wave | None:
    """The song without the silence at its ends; None when there is nothing else."""
    first, last = len(whole), 0
    for begin, end in blocks(len(whole), 10 * RATE):
        work.check()
        loud = np.flatnonzero(np.abs(whole.read(begin, end)).max(axis=1) > _STILL)
        if len(loud):
            first, last = min(first, begin + int(loud[0])), begin + int(loud[-1]) + 1
    if first >= last:
        return None
    if first < RATE // 20 and last > len(whole) - RATE // 20:
        return whole
    return keep((whole.read(first + b, first + e) for b, e in blocks(last - first, 10 * RATE)), work.path("song.f32"))


def _plan(wave: Wave, count: int, work: Work) -> Plan:
    """How the song comes to `count` samples."""
    long, seconds = len(wave) / RATE, count / RATE
    if long < _SHORT:
        if long < seconds:
            work.note(f"The song lasts {long:.1f} s, too short to be cut at its bars: it is repeated as it is.")
        return _faded(wave, count, None)
    work.progress(0.1, "Finding its beats")
    heard = listen(wave, work.check)
    found = beats(heard, work.check)
    if found is None:
        how = "is repeated and fades out" if long < seconds else "fades out"
        work.note(f"No steady beat is heard in the song, so that it is not cut at its bars: it {how}.")
        return _faded(wave, count, None)
    work.progress(0.4, "Comparing its bars")
    cost = joins(heard, found)
    way = route(found.times[found.bars], long, cost, seconds, work.check)
    if way is None:
        if seconds > 3 * 60 / _tempo(found) * found.metre:
            how = "play again: it is repeated whole and" if long < seconds else "leave out what lies between: it"
            work.note(f"No two bars of the song are alike enough to {how} fades out.")
        return _faded(wave, count, found)
    struck = [_struck(heard, a[1]) and _struck(heard, b[0]) for a, b in pairwise(way.stretches)]
    pieces = joining.pieces(wave, way.stretches, struck)
    over = round(joining.length(pieces) / way.speed) - count
    return Plan(pieces, count, over + RATE // 2 if over > 0 else 0, way.speed, _told(way, found))


def _told(way: Route, found: Beats) -> facts.Facts:
    """What the song says of how it was cut: (second in the result, second it was left at, second it goes on at)."""
    marks, at = [], 0.0
    for (begin, end), (after, _) in pairwise(way.stretches):
        at += (end - begin) / way.speed
        marks.append([round(at, 3), round(end, 3), round(after, 3)])
    return {"song": {"joins": marks, "ending": "its own", "tempo": round(_tempo(found) * way.speed, 1)}}


def _tempo(found: Beats) -> float:
    return 60 / float(np.median(np.diff(found.times)))


def _struck(heard: Heard, second: float) -> bool:
    """Whether something begins sharply at that moment: then the fade lies before it, else around it."""
    step = round(second * 100)
    return bool(heard.onset[max(0, step - 3) : step + 4].max(initial=0.0) > 3 * heard.onset.mean())


def _faded(wave: Wave, count: int, found: Beats | None) -> Plan:
    """The song from its beginning, again and again where it is too short, fading over its last bars."""
    loop = min(round(_LOOP * RATE), len(wave) // 4)
    more = max(0, -((len(wave) - count) // (len(wave) - loop)))
    pieces = [joining.Piece(0, len(wave)), *[joining.Piece(0, len(wave), loop)] * min(more, _AGAIN)]
    over = joining.length(pieces) - count
    if over < RATE // 2:  # it ends by itself, with the film
        return Plan(pieces, count, max(0, min(over, count // 4)), 1.0, {"song": {"joins": [], "ending": "its own"}})
    fade = min(round(_FADE[1] * RATE), count // 3)
    if found is not None and len(pieces) == 1:
        starts = count - np.round(found.times[found.bars] * RATE)
        fits = starts[(starts >= _FADE[0] * RATE) & (starts <= fade)]
        fade = int(fits.max()) if len(fits) else fade
    return Plan(pieces, count, fade, 1.0, {"song": {"joins": [], "ending": "faded"}})


def _kept(wave: Wave, plan: Plan, work: Work) -> Wave:
    """The song as planned, on disk: bent, faded and of the very length."""
    raw = keep(_checked(joining.played(wave, plan.pieces), work), work.path("joined.f32"))
    sound: Iterator[np.ndarray] = (raw.read(begin, end) for begin, end in blocks(len(raw), RATE))
    if abs(plan.speed - 1) > 1e-4:
        sound = stretched(raw.read, len(raw), plan.speed, round(len(raw) / plan.speed), work.check)
    made = keep(_shaped(sound, plan), work.path("fitted.f32"))
    raw.path.unlink()
    return made


def _checked(sound: Iterator[np.ndarray], work: Work) -> Iterator[np.ndarray]:
    for piece in sound:
        work.check()
        yield piece


def _shaped(sound: Iterator[np.ndarray], plan: Plan) -> Iterator[np.ndarray]:
    """Exactly `count` samples: silence behind what is too short; the end fades, evenly to the ear."""
    at = 0
    for block in sound:
        piece = block[: plan.count - at]
        left = plan.count - at - np.arange(len(piece)) - 0.5
        if plan.fade and len(piece) and left[-1] < plan.fade:
            piece = piece * np.sin(np.pi / 2 * np.clip(left / plan.fade, 0, 1)[:, None]).astype(np.float32) ** 2
        at += len(piece)
        yield piece.astype(np.float32, copy=False)
        if at >= plan.count:
            return
    for begin in range(at, plan.count, RATE):
        yield np.zeros((min(RATE, plan.count - begin), 2), np.float32)


def _write(sound: "Iterator[np.ndarray] | list[np.ndarray]", path: Path, about: facts.Facts, gain: float) -> None:
    with writing(path, RATE, 2) as out:
        if about:
            out.comment = facts.pack(about)
        for piece in sound:
            out.write(piece * np.float32(gain))
