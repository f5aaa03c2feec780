"""The film a score is for, as music needs it: how long, where it cuts, what is felt when."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from pipelines.music.scenes import Scene, journey, scenes
from studio import facts
from studio.errors import PersonError
from studio.timeline import Shot, Timeline, load
from studio.work import Work

_INNER = 2.0  # seconds of a given video in a cut from which on cuts inside it are looked for
SHORTEST = 0.2


@dataclass(frozen=True)
class Film:
    """Seconds, cuts in seconds, scenes that cover it, and the length of a frame (None where there is no film)."""

    seconds: float
    cuts: tuple[float, ...]
    scenes: tuple[Scene, ...]
    frame: float | None


def film_of(
    given: Path | None, mood: str, unknown: float, seconds: float | None, work: Work, moods: Sequence[str] = ()
) -> Film:
    """The film given: a cut, any video, or none (`unknown` seconds then). `seconds` makes the music shorter or longer
    than it; `moods` are those a person fixed for its shots, in order ("": none). Raises PersonError for a file that
    cannot be read, Cancelled."""
    if given is None:
        if moods:
            work.note(
                "There is no film, so the moods of single shots are not used. Write a journey: “from sad to glad”."
            )
        length = max(SHORTEST, unknown)
        return Film(length, (), journey(length, (), mood), None)
    path = Path(given)
    timeline = load(path) if path.suffix.lower() == ".otio" else _of_video(path, work)
    if len(moods) > len(timeline.shots):
        work.note(f"The film has {len(timeline.shots)} shots; the moods after those are not used.")
    starts = timeline.starts
    if path.suffix.lower() == ".otio":
        timeline = _opened_up(timeline, path.parent, work)
    length = max(SHORTEST, float(timeline.seconds) if seconds is None else seconds)
    cuts = tuple(c for c in (float(frame / timeline.rate) for frame in timeline.boundaries) if c < length)
    fixed = [*moods, *[""] * len(starts)]
    own = [
        fixed[bisect_right(starts, start) - 1] for start in timeline.starts
    ]  # of a shot parted at its inner cuts too
    found = scenes(timeline, path.parent, mood, work, own)
    return Film(length, cuts, _fitted(found, length), float(1 / timeline.rate))


def _fitted(found: tuple[Scene, ...], length: float) -> tuple[Scene, ...]:
    """The scenes of a film cut to music of another length."""
    kept = [scene for scene in found if scene.start < length - 1e-9] or [found[0]]
    ends = [*(scene.start for scene in kept[1:]), length]
    return tuple(replace(scene, end=end) for scene, end in zip(kept, ends, strict=True))


def _of_video(path: Path, work: Work) -> Timeline:
    """A given video as the timeline of its own shots."""
    from pipelines.film.changes import changes
    from pipelines.film.footage import probe

    footage = probe(path)
    whole = max(1, round(footage.seconds * footage.rate))

    def far(at: float) -> None:
        work.progress(0.25 * min(1.0, at / max(footage.seconds, 0.1)), "Looking for the video's cuts")

    edges = _frames(changes(path, check=work.check, progress=far), footage.rate, whole)
    shots = [
        Shot(path.name, "Video", stop - first, source_in=first, available=whole) for first, stop in pairwise(edges)
    ]
    return Timeline(footage.rate, tuple(shots), name=path.stem)


def _frames(cuts: tuple[float, ...], rate: Fraction, whole: int) -> list[int]:
    return sorted({0, whole, *(f for f in (round(cut * rate) for cut in cuts) if 0 < f < whole)})


def _opened_up(timeline: Timeline, folder: Path, work: Work) -> Timeline:
    """The cut with the cuts inside its videos, where those are given ones shown as filmed: our own clips have none."""
    from pipelines.film.changes import changes

    made: list[Shot] = []
    for number, shot in enumerate(timeline.shots, 1):
        made.append(shot)
        seconds = float(shot.visible / timeline.rate)
        if shot.kind != "Video" or shot.speed or seconds < _INNER or facts.read(folder / shot.media):
            continue
        work.progress(0.25 * number / len(timeline.shots), "Looking for cuts inside the videos")
        start = float(shot.source_in / timeline.rate)
        try:
            found = changes(folder / shot.media, start, start + seconds, work.check)
        except PersonError:  # rendering says what is wrong with it
            continue
        lead = timeline.shots[number - 2].overlap if number > 1 else 0
        inner = [round((at - start) * timeline.rate) for at in found]
        inner = [f for f in inner if lead < f < shot.visible - shot.overlap]
        made[-1:] = _parted(shot, inner)
    return replace(timeline, shots=tuple(made))


def _parted(shot: Shot, inner: list[int]) -> list[Shot]:
    """A shot divided at frames of its own; the last part hands over to the next shot."""
    edges = [0, *inner, shot.visible]
    parts = []
    for first, stop in pairwise(edges):
        last = stop == shot.visible
        parts.append(replace(shot, visible=stop - first, source_in=shot.source_in + first,
                             transition=shot.transition if last else None))  # fmt: skip
    return parts
