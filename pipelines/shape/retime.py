"""Speed: slower, faster, ramped, backwards, and held pictures."""

import math
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from studio.errors import PersonError
from studio.kinds import Cut, Video
from studio.timeline import Camera, Layer, Shot, Timeline, save, to_frames
from studio.work import Work

Ramp = Literal["none", "slow to fast", "fast to slow", "slow in the middle", "fast in the middle"]
_SWING = 0.7  # of a ramp: from .3 to 1.7 of its mean
_KNOTS = 16  # straight pieces a ramp is made of
_MOST = 100.0  # times as fast as filmed


def retime(
    clip: Video | Cut,
    speed: Annotated[float, Field(ge=0.05, le=20)] = 1.0,
    ramp: Ramp = "none",
    reverse: bool = False,
    freeze: Annotated[float, Field(ge=0, le=600)] = 0.0,
    freeze_at: Literal["end", "start"] = "end",
    *,
    work: Work,
) -> Cut:
    """Play a video or a clip slower, faster, on a ramp or backwards; the same stretch of it is seen.

    A ramp moves between .3 and 1.7 of the speed in a smooth curve, so the clip becomes as long as at the even speed.
    A video's own sound goes along. Of a cut every shot is retimed; backwards their order turns too; pictures last
    longer or shorter and their cameras go back. Raises PersonError when the clip cannot be read, is ramped already,
    or has voices, captions or sounds laid over it: retime clips before they are edited together.

    Args:
        clip: The video, or a cut of videos and pictures.
        speed: 2 is twice as fast, 0.5 slow motion; of a ramp the mean.
        ramp: Whether the speed changes on the way.
        reverse: Play it backwards.
        freeze: Seconds for which the picture stands still.
        freeze_at: Where it does: on the last picture or on the first.
    >>> film1 = title(text="Take one")
    ... cut1 = edit(shots=[film1])
    ... video1 = render(cut=cut1, captions="off")
    ... clip1 = retime(clip=video1, speed=0.5, ramp="slow in the middle")
    """
    from pipelines.film.assembling import clip as opened

    film = opened(Path(clip), work)
    if film.voices or film.captions or film.sounds or film.layers:
        raise PersonError(
            "The cut has voices, captions, sounds or layers over its shots, which cannot change speed with it. "
            "Retime its clips before 'edit' puts them together."
        )
    if len(film.shots) == 1 and film.shots[0].kind != "Video" and ramp != "none":
        work.note("A picture has no movement of its own: it only lasts longer or shorter.")
    held = to_frames(freeze, film.rate)
    order = list(reversed(film.shots)) if reverse else list(film.shots)
    last = len(order) - 1
    shots = []
    for index, shot in enumerate(order):
        still = held if index == (last if freeze_at == "end" else 0) else 0
        before, after = (0, still) if freeze_at == "end" else (still, 0)
        try:
            shots.append(_retimed(shot, speed, ramp, reverse, before, after))
        except ValueError as error:
            raise PersonError(f"Shot {index + 1} {error}") from error
    made = work.path("retimed.otio")
    save(_joined(film, order, shots, speed, reverse), made)
    return Cut(made)


def _retimed(shot: Shot, speed: float, ramp: Ramp, reverse: bool, before: int, after: int) -> Shot:
    """The shot's stretch at another speed, with still frames before and after. Without its transition."""
    stretch = shot.visible
    moving = max(1, round(stretch / speed))
    shot = replace(
        shot,
        visible=before + moving + after,
        transition=None,
        layers=tuple(_scaled(layer, moving / stretch) for layer in shot.layers),
    )
    if shot.kind != "Video":
        return replace(shot, camera=_back(shot.camera) if reverse else shot.camera)
    played = 1.0
    if shot.speed:
        played = shot.speed[0][1]
        if any(factor != played for _, factor in shot.speed):
            raise ValueError("changes its speed already. Retime the clip it was made from.")
    knots = _knots(ramp, moving, stretch, reverse)
    if max(abs(factor * played) for _, factor in knots) > _MOST:
        raise ValueError(f"would be more than {_MOST:g} times as fast as it was filmed. Choose a lower speed.")
    if reverse:
        first, played = shot.source_in + played * (stretch - 1), -played
    else:
        first = shot.source_in
    if not (before or after) and ramp == "none" and knots[0][1] * played == 1:
        return replace(shot, source_in=round(first), speed=())
    found = _with_stills([(share, factor * played) for share, factor in knots], before, moving, after)
    return replace(shot, source_in=round(first), speed=tuple((round(s, 12), round(f, 12)) for s, f in found))


def _knots(ramp: Ramp, moving: int, stretch: int, reverse: bool) -> list[tuple[float, float]]:
    """Factors by share of the moving frames, of which the mean brings all of the stretch. Backwards the first frame
    shows the stretch's last picture, so the last one must have come one picture less far."""
    mean = stretch / moving
    if ramp == "none":
        if reverse and moving > 1:
            mean = (stretch - 1) / (moving - 1)
        return [(0.0, mean), (1.0, mean)]
    turns = math.pi if "to" in ramp.split() else math.tau
    sign = -1 if ramp.startswith("slow to") or ramp.startswith("fast in") else 1
    shares = [i / _KNOTS for i in range(_KNOTS + 1)]
    knots = [(share, mean * (1 + sign * _SWING * math.cos(turns * share))) for share in shares]
    if reverse and moving > 1:
        gone = _distance(knots, (moving - 1) / moving) * moving
        knots = [(share, factor * (stretch - 1) / gone) for share, factor in knots]
    return knots


def _distance(knots: list[tuple[float, float]], share: float) -> float:
    """The integral of the factors up to a share."""
    gone = 0.0
    for (a, u), (b, v) in pairwise(knots):
        end = min(b, share)
        if end > a:
            gone += (u + u + (v - u) * (end - a) / (b - a)) / 2 * (end - a)
    return gone


def _with_stills(knots: list[tuple[float, float]], before: int, moving: int, after: int) -> list[tuple[float, float]]:
    """The factors with frames of speed 0 before and after. What stands at the end is the last picture that moved."""
    whole = before + moving + after
    found = [(0.0, 0.0), (before / whole, 0.0)] if before else []
    end = (moving - 1) / moving if after else 1.0
    found += [((before + share * moving) / whole, factor) for share, factor in knots if share < end]
    (a, u), (b, v) = next(pair for pair in pairwise(knots) if pair[1][0] >= end)
    found.append(((before + end * moving) / whole, u + (v - u) * (end - a) / (b - a)))
    if after:
        found += [((before + moving - 1) / whole, 0.0), (1.0, 0.0)]
    return found


def _back(camera: Camera | None) -> Camera | None:
    """The same path the other way."""
    if camera is None:
        return None
    turned = {"slow start": "slow end", "slow end": "slow start"}.get(camera.ease, camera.ease)
    return Camera(camera.end, camera.start, turned)  # type: ignore[arg-type]


def _scaled(layer: Layer, again: float) -> Layer:
    frames = None if layer.frames is None else max(1, round(layer.frames * again))
    return replace(layer, start=round(layer.start * again), frames=frames)


def _joined(film: Timeline, order: list[Shot], shots: list[Shot], speed: float, reverse: bool) -> Timeline:
    """The shots with the transitions between them, as much shorter or longer, never more than half of a shot."""
    joins = [order[i + 1 if reverse else i].transition for i in range(len(order) - 1)]
    done = []
    for index, (shot, join) in enumerate(zip(shots, [*joins, None], strict=True)):
        if join is not None and join.frames:
            room = (min(shot.visible, shots[index + 1].visible) - 1) // 2
            frames = min(room, max(1, round(join.frames / speed)))
            join = replace(join, frames=frames) if frames else None
        done.append(replace(shot, transition=join))
    made = replace(film, shots=tuple(done), fade_in=0, fade_out=0)
    fades = (film.fade_out, film.fade_in) if reverse else (film.fade_in, film.fade_out)
    edge = made.frames // 4
    return replace(made, fade_in=min(edge, fades[0]), fade_out=min(edge, fades[1]))
