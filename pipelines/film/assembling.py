"""Pieces of a film: what each item of `shots` brings into it, its pictures, words, layers and sounds."""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from studio import facts
from studio.errors import PersonError
from studio.timeline import Layer, Shot, Sound, Timeline, Transition, Voice, load, to_frames
from studio.work import Work

STILL_SECONDS = 4.0
_LONGEST_CHAPTER = 60  # letters


@dataclass(frozen=True)
class Over:
    """A layer or a sound of a cut that is brought along. `lasting`: to the cut's end, however long it becomes;
    `order`: how many of the cut's own lie under it."""

    what: Layer | Sound
    lasting: bool
    order: int


@dataclass(frozen=True)
class Piece:
    """One shot as it comes in: `group` is the number of the item of `shots` it belongs to. One that is `flexible`, and
    not without an end, shows `most` frames before it is held on its last picture."""

    shot: Shot
    group: int
    flexible: bool
    most: int | None = None
    holds: int = 0  # frames it must keep for voices it brings along
    brought: tuple[tuple[Voice, str], ...] = ()  # with what they say; starts count from the shot's first frame
    over: tuple[Over, ...] = ()  # starts count from the shot's first frame
    join: Transition | None = None  # into the next shot of the same cut


def pieces_of(path: Path, number: int, rate: Fraction, work: Work) -> list[Piece]:
    """What one item of `shots` adds at the film's rate: one shot, or all those of a cut.

    Raises PersonError naming the shot that cannot be used.
    """
    if path.suffix.lower() == ".otio":
        return _of_cut(path, number, rate)
    try:
        timeline = clip(path, work, f"Shot {number}: ", rate)
    except PersonError as error:
        raise PersonError(f"Shot {number}: {error}") from error
    told = _told(path.parent, timeline.shots[0])
    shot = replace(timeline.shots[0], chapter=_chapter(told))
    return [Piece(shot, number, *_room(shot, told))]


def clip(path: Path, work: Work, place: str = "", rate: Fraction | None = None) -> Timeline:
    """A picture or a video as a film of one shot, at a rate or at its own (30 for a picture). A cut as it is.

    Raises PersonError when it cannot be read; `place` begins the notes that are made.
    """
    if path.suffix.lower() == ".otio":
        return load(path)
    from pipelines.film.footage import probe
    from pipelines.pictures import is_picture, open_upright

    if is_picture(path):
        open_upright(path)
        rate = rate or Fraction(30)
        return Timeline(rate, (Shot(path.name, "Image", to_frames(STILL_SECONDS, rate)),))
    footage = probe(path)
    for words in footage.notes:
        work.note(f"{place}{words}")
    rate = rate or footage.rate
    length = max(1, to_frames(footage.seconds, rate))
    return Timeline(rate, (Shot(path.name, "Video", length, available=length, sound=footage.sound),))


def _room(shot: Shot, told: facts.Facts) -> tuple[bool, int | None]:
    """(Whether a shot may stretch and shrink, the most frames it has to show): at will where nothing in it moves by
    itself, and no longer than it runs where it is a whole clip that tells that it may end at any moment."""
    if any(layer.kind == "Video" for layer in shot.layers):
        return False, None
    if shot.kind != "Video":
        return True, None
    whole = not shot.source_in and not shot.speed and shot.available == shot.visible
    return (True, shot.visible) if whole and told.get("flexes") is True else (False, None)


def _told(folder: Path, shot: Shot) -> facts.Facts:
    """What a shot's picture or video says of itself."""
    path = folder / shot.media
    return facts.read(path) if shot.kind == "Video" or path.suffix.lower() == ".png" else {}


def _of_cut(path: Path, number: int, rate: Fraction) -> list[Piece]:
    """The shots of a cut at this film's rate. Voices, layers and sounds of an earlier edit stay with the shot they
    begin in."""
    inner = load(path)
    again = rate / inner.rate

    def scaled(frames: int) -> int:
        return to_frames(Fraction(frames), again)

    pieces = []
    bounds = [0, *inner.starts[1:], inner.frames + 1_000_000]
    for index, shot in enumerate(inner.shots):
        start = inner.starts[index]
        inside = range(bounds[index], bounds[index + 1])
        brought = tuple(
            (replace(v, start=scaled(v.start - start), frames=max(1, scaled(v.frames))), _text(path.parent / v.media))
            for v in inner.voices
            if v.start in inside
        )
        all_over: list[tuple[int, Layer | Sound]] = [*enumerate(inner.layers), *enumerate(inner.sounds)]
        over = tuple(_over(each, start, order, inner, again) for order, each in all_over if each.start in inside)
        moved = _rescaled(shot, again)
        told = _told(path.parent, shot)
        moved = replace(moved, chapter=moved.chapter or _chapter(told))
        holds = max([moved.visible if inner.voices else 0] + [v.start + v.frames for v, _ in brought])
        join = shot.transition and replace(
            shot.transition,
            frames=scaled(shot.transition.frames),
            sound=None if shot.transition.sound is None else scaled(shot.transition.sound),
        )
        pieces.append(Piece(moved, number, *_room(moved, told), holds, brought, over, join))
    return pieces


def _rescaled(shot: Shot, again: Fraction) -> Shot:
    """A shot whose frames are counted `again` times as fast; without its transition."""
    return replace(
        shot,
        visible=max(1, to_frames(Fraction(shot.visible), again)),
        source_in=to_frames(Fraction(shot.source_in), again),
        available=None if shot.available is None else max(1, to_frames(Fraction(shot.available), again)),
        layers=tuple(rescaled_layer(layer, again) for layer in shot.layers),
        transition=None,
    )


def rescaled_layer(layer: Layer, again: Fraction) -> Layer:
    """A layer whose frames are counted `again` times as fast."""

    def scaled(frames: int) -> int:
        return to_frames(Fraction(frames), again)

    return replace(
        layer,
        start=scaled(layer.start),
        frames=None if layer.frames is None else max(1, scaled(layer.frames)),
        fade_in=scaled(layer.fade_in),
        fade_out=scaled(layer.fade_out),
        source_in=scaled(layer.source_in),
        available=None if layer.available is None else max(1, scaled(layer.available)),
    )


def _over(what: Layer | Sound, start: int, order: int, inner: Timeline, again: Fraction) -> Over:
    """A layer or a sound of a cut, told from the start of its shot."""

    def scaled(frames: int) -> int:
        return to_frames(Fraction(frames), again)

    lasting = isinstance(what, Layer) and (what.frames is None or what.start + what.frames >= inner.frames)
    if isinstance(what, Layer):
        return Over(rescaled_layer(replace(what, start=what.start - start), again), lasting, order)
    moved = replace(
        what,
        start=scaled(what.start - start),
        frames=max(1, scaled(what.frames)),
        source_in=scaled(what.source_in),
        fade_in=scaled(what.fade_in),
        fade_out=scaled(what.fade_out),
    )
    return Over(moved, lasting, order)


def placed(over: Over, at: int, group: tuple[int, int], overlaps: tuple[int, int], length: int) -> Layer | Sound | None:
    """A layer or sound in the film, whose shot begins at frame `at`; None when nothing of it is left.

    `group`: the frames in which the cut it came with shows, `overlaps` those it shares with its neighbours: a layer
    that lasts from its beginning or to its end comes and goes with it. `length`: of the film, in frames.
    """
    start = at + over.what.start
    if not isinstance(over.what, Layer):
        frames = min(over.what.frames, length - start)
        return replace(over.what, start=start, frames=frames) if frames > 0 else None
    layer = over.what
    end = group[1] if over.lasting else start + (layer.frames or 0)
    frames = min(end, length) - start
    if frames <= 0:
        return None
    fade_in = max(layer.fade_in, overlaps[0]) if start == group[0] else layer.fade_in
    fade_out = max(layer.fade_out, overlaps[1]) if over.lasting else layer.fade_out
    return replace(layer, start=start, frames=frames, fade_in=fade_in, fade_out=fade_out)


def _chapter(told: facts.Facts) -> str:
    """The chapter that a title card begins, or its clip, which tells this, on one short line; "" for all else."""
    if "look" not in told or "text" not in told:
        return ""
    words = " ".join(str(told.get("title") or told["text"]).split())
    if len(words) <= _LONGEST_CHAPTER:
        return words
    return words[: _LONGEST_CHAPTER - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"


def _text(path: Path) -> str:
    return str(facts.read(path).get("text", ""))
