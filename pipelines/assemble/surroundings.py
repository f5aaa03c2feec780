"""What is heard in each shot besides words and music: beds that last as long as their shots, other sounds once."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from pipelines.film.assembling import Piece
from studio import facts
from studio.errors import PersonError
from studio.timeline import Sound, Timeline, to_frames
from studio.work import Work

QUIET = -9.0  # dB of a bed beside the bus of effects: it is to be missed when gone, not noticed when there
_BLEND = Fraction(1, 2)  # seconds in which one bed gives way to another, half of it before the cut
_SEAM = 2.0  # seconds over which a bed that is too short fades into itself
_ENDS = 1.0  # seconds at either end of a bed in which it comes and goes by itself
_RINGS = 4.0  # seconds a sound may ring on after its shot


@dataclass(frozen=True)
class _Stretch:
    """Film frames [start, end) in which one sound belongs; shots that follow each other with the same sound are one."""

    path: Path
    number: int
    start: int
    end: int


def laid(sounds: list[Path | None], pieces: list[Piece], film: Timeline, work: Work) -> tuple[Sound, ...]:
    """The sounds of the shots, in the film's frames: `sounds[i]` belongs to the item i of the shots.

    What `ambience` made is a bed: it fills its shots, repeated with long crossfades where it is short, and goes over
    from one to the next around the cut. Any other sound begins with its shot and is heard once.
    Raises PersonError naming the sound that cannot be read.
    """
    items = pieces[-1].group
    if len(sounds) > items:
        work.note(f"{len(sounds)} sounds for {items} shot{'s' * (items > 1)}: those after the last shot are not heard.")
    found: list[Sound] = []
    for stretch in _stretches(sounds[:items], pieces, film):
        try:
            found += _sounds(stretch, film, work)
        except PersonError as error:
            raise PersonError(f"Sound {stretch.number}: {error}") from error
    return tuple(found)


def _stretches(sounds: list[Path | None], pieces: list[Piece], film: Timeline) -> list[_Stretch]:
    found: list[_Stretch] = []
    for number, path in enumerate(sounds, 1):
        if path is None:
            continue
        members = [i for i, piece in enumerate(pieces) if piece.group == number]
        start, end = film.starts[members[0]], film.starts[members[-1]] + film.shots[members[-1]].visible
        before = found[-1] if found else None
        if before and before.path == path and sounds[number - 2] == path:
            found[-1] = _Stretch(path, before.number, before.start, end)
        else:
            found.append(_Stretch(path, number, start, end))
    return found


def _sounds(stretch: _Stretch, film: Timeline, work: Work) -> list[Sound]:
    from pipelines.sound.hearing import length

    long = to_frames(length(stretch.path, work), film.rate)
    if not long:
        raise PersonError("It holds no sound. Choose another file.")
    told = facts.read(stretch.path)
    level = told.get("level", 0.0)  # decibels beside the usual, for a drizzle or a far street
    gain = float(level) if isinstance(level, int | float) else 0.0
    if "ambience" in told:
        return _bed(stretch, long, QUIET + gain, film)
    most = min(stretch.end - stretch.start + to_frames(_RINGS, film.rate), film.frames - stretch.start)
    frames = min(long, most)
    fade = to_frames(1.0, film.rate) if frames < long else 0
    return [Sound(stretch.path.name, stretch.start, frames, fade_out=min(fade, frames // 2), gain=gain)]


def _bed(stretch: _Stretch, long: int, gain: float, film: Timeline) -> list[Sound]:
    """A bed over its stretch and half a blend beyond it on both sides, as often as it takes."""
    half = to_frames(_BLEND / 2, film.rate)
    start, end = max(0, stretch.start - half), min(film.frames, stretch.end + half)
    skipped = to_frames(_ENDS, film.rate) if long > to_frames(8 * _ENDS, film.rate) else 0
    long -= 2 * skipped
    seam = min(to_frames(_SEAM, film.rate), long // 4)
    # Alike in length: each is brought to the bus's loudness by itself, and a short rest might be a loud moment.
    count = max(1, -(-(end - start - seam) // (long - seam)))
    found: list[Sound] = []
    for turn in range(count):
        first = start + (end - start - seam) * turn // count
        last = start + (end - start - seam) * (turn + 1) // count + seam
        most = (last - first) // 2
        come = min(most, seam if turn else 2 * half if start else film.fade_in)
        go = min(most, seam if turn + 1 < count else 2 * half if end < film.frames else film.fade_out)
        found.append(Sound(stretch.path.name, first, last - first, source_in=skipped, fade_in=come, fade_out=go,
                           gain=gain))  # fmt: skip
    return found
