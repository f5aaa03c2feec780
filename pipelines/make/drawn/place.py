"""Placing things on a stage: who is where, how large, which way round; their shadows, and the light on them."""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.make.drawn.read import Subject
from pipelines.make.drawn.sheet import Sheet, Stage


@dataclass(frozen=True)
class Spot:
    """Where one thing goes: its middle and its foot in pixels, its height, whether it is mirrored, how deep it lies."""

    subject: Subject
    index: int
    x: float
    foot: float
    tall: float
    mirrored: bool
    way: str  # ground, water, deep, sky
    far: float


def way_of(subject: Subject, stage: Stage) -> str:
    """How a thing is held up on this stage."""
    place = subject.thing.place
    words = set(subject.doing)
    if stage.floating:
        return "deep"
    if place == "s" or words & {"flies", "flying", "soars", "soaring"} and place != "w":
        return "sky"
    if place in "wu":
        return "water" if stage.water else "ground"
    return "ground"


def _rank(subjects: tuple[Subject, ...]) -> list[tuple[Subject, int, float]]:
    """(subject, which of its kind, height against the leading thing's), the leading thing first.

    Real heights are pressed together (a power of .38), so that a keeper is still seen beside a tower.
    """
    lead = subjects[0].thing.tall
    ranked = []
    for order, subject in enumerate(subjects):
        ratio = (subject.thing.tall / lead) ** 0.38
        ratio = min(1.75, max(0.36, ratio))
        if {"huge", "giant", "great", "enormous", "big"} & set(subject.about):
            ratio *= 1.18
        if {"tiny", "small", "little"} & set(subject.about):
            ratio *= 0.8
        for index in range(subject.count):
            ranked.append((subject, index, ratio * (1 if index == 0 else 0.86**index) * (1 if order == 0 else 0.97)))
    return ranked


def spots(
    sheet: Sheet, stage: Stage, subjects: tuple[Subject, ...], shape_of: Callable[[Subject, int], float]
) -> list[Spot]:
    """Where everything goes. `shape_of` tells a picture's width over its height."""
    if not subjects:
        return []
    ranked = _rank(subjects)
    crowd = len(ranked)
    room = min(sheet.h, sheet.w * 0.9)
    biggest = max(r for _, _, r in ranked)
    lead = room * {1: 0.56, 2: 0.5, 3: 0.44}.get(crowd, 0.38) * stage.scale / max(1.0, biggest * 0.82)
    wide = sum(lead * r * shape_of(s, i) for s, i, r in ranked if way_of(s, stage) != "sky")
    lead *= min(1.0, sheet.w * 0.94 / max(wide, 1.0))
    for subject, _, ratio in ranked:  # nothing taller than the sheet, nor wider than two thirds of it
        lead = min(lead, sheet.h * 0.8 / ratio, sheet.w * 0.66 / (ratio * shape_of(subject, 0)))
    placed: list[Spot] = []
    side = 1 if sheet.rng.random() < 0.5 else -1
    if stage.lit_by is not None and crowd == 1:
        side = -1 if stage.lit_by[0] > sheet.w / 2 else 1
    xs = _columns(sheet, stage, ranked, lead, shape_of, side)
    for order, ((subject, index, ratio), x) in enumerate(zip(ranked, xs, strict=True)):
        placed.append(_spot(sheet, stage, subject, index, x, lead * ratio, order, crowd))
    return sorted((_turned(spot, placed, sheet) for spot in placed), key=lambda s: (s.way != "sky", s.foot))


def _columns(sheet: Sheet, stage: Stage, ranked: list[tuple[Subject, int, float]], lead: float,
             shape_of: Callable[[Subject, int], float], side: int) -> list[float]:  # fmt: skip
    """The middles of all things: the leading one on a third, the others in turn to the sides with most room."""
    w = sheet.w
    low = [i for i, (s, _, _) in enumerate(ranked) if way_of(s, stage) != "sky"]
    high = [i for i in range(len(ranked)) if i not in low]
    xs = [w / 2] * len(ranked)
    for group in (low, high):
        if not group:
            continue
        widths = [lead * ranked[i][2] * shape_of(ranked[i][0], ranked[i][1]) for i in group]
        order = _fan(len(group))  # the leading thing in the middle of the row, then left and right of it
        row = [0] * len(group)
        for rank, at in enumerate(order):
            row[at] = rank
        gap = max(0.0, min(w * 0.07, (w * 0.92 - sum(widths)) / (len(group) + 1)))
        total = sum(widths) + gap * (len(group) - 1)
        squeeze = min(1.0, w * 0.92 / total)
        x = (w - total * squeeze) / 2
        for rank in row if side > 0 else row[::-1]:
            xs[group[rank]] = x + widths[rank] * squeeze / 2
            x += (widths[rank] + gap) * squeeze
        slack = max(0.0, (w * 0.94 - total) / 2)
        shift = min(slack, w * 0.14) * (1 if len(group) == 1 else 0.25) * side
        for i in group:
            xs[i] += shift if group is low else -shift * 1.2
    return xs


def _fan(count: int) -> list[int]:
    """Places in a row in order of rank: for two, left then right; for more, the middle first."""
    middle = (count - 1) // 2
    order = [middle]
    for step in range(1, count):
        order += [p for p in (middle + step, middle - step) if 0 <= p < count]
    return order


def _spot(
    sheet: Sheet, stage: Stage, subject: Subject, index: int, x: float, tall: float, order: int, crowd: int
) -> Spot:
    way = way_of(subject, stage)
    jitter = sheet.between(-1, 1)
    if way == "sky":
        top, bottom = stage.sky
        foot = top + (bottom - top) * (0.5 + 0.3 * jitter) + tall / 2
        foot = max(foot, tall * 1.05)
        return Spot(subject, index, x, foot, tall, False, way, 0.06)
    if way == "deep":
        share = 0.58 + 0.14 * jitter if crowd > 1 else 0.56
        return Spot(subject, index, x, sheet.h * share + tall / 2, tall, False, way, 0.04)
    far_band, near_band = stage.water if way == "water" and stage.water else stage.ground
    near = 0.62 - 0.16 * order + 0.1 * jitter if crowd > 1 else 0.6
    if subject.thing.tall > 5 and crowd > 1:  # what is tall in life stands farther off
        near -= 0.4
    near = min(1.0, max(0.0, near))
    foot = far_band + (near_band - far_band) * near
    foot = max(foot, tall * 1.04)
    return Spot(subject, index, x, foot, tall, False, way, 0.1 * (1 - near))


def _turned(spot: Spot, all_spots: list[Spot], sheet: Sheet) -> Spot:
    """The same spot, mirrored so that it looks at its company, or into the picture when alone."""
    faces = spot.subject.thing.faces or 1
    others = [s for s in all_spots if s is not spot and s.subject.thing.art != spot.subject.thing.art]
    others = others or [s for s in all_spots if s is not spot]
    target = sum(s.x for s in others) / len(others) if others else sheet.w / 2
    wants = 1 if target > spot.x else -1
    return Spot(spot.subject, spot.index, spot.x, spot.foot, spot.tall, wants != faces, spot.way, spot.far)


