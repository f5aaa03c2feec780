"""Placing things on a stage: who is where, how large, which way round."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pipelines.make.drawn.deeds import ACT_OF, GOES
from pipelines.make.drawn.homes import is_boat
from pipelines.make.drawn.joining import aboard, borne, crowded, joined, met, on_table, roomed
from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.subject import Subject

Shape = Callable[[Subject, int], float]


def way_of(subject: Subject, stage: Stage, aboard: bool = False) -> str:
    """How a thing is held up on this stage."""
    place = subject.thing.place
    words = set(subject.doing)
    if stage.floating:
        return "deep"
    if place == "s" or (words & {"flies", "flying", "soars", "soaring"} and place != "w"):
        return "sky"
    if place in "wu":
        return "water" if stage.water else "ground"
    if aboard and (subject.thing.art.startswith("person:") or subject.thing.tall < 1):
        return "aboard"
    return "ground"


@dataclass(frozen=True)
class Ranked:
    """A thing in order of rank: which of its kind, its height against the leading one's, its width over height."""

    subject: Subject
    index: int
    ratio: float
    shape: float
    way: str
    share: float = 1.0  # how high it is against itself standing


def _least(subject: Subject) -> float:
    """The least height against the leading thing's: small birds are well seen small, things in the grass are not."""
    return (
        0.17
        if subject.thing.place == "s" and subject.thing.tall < 1.5
        else 0.28
        if subject.thing.place == "o"
        else 0.34
    )


def _rank(subjects: tuple[Subject, ...], shape_of: Shape) -> list[tuple[Subject, int, float]]:
    """(subject, which of its kind, height against the leading thing's), the leading thing first.

    Real heights are pressed together (a power of .38), so that a keeper is still seen beside a tower.
    """
    lead = subjects[0].thing.tall
    lead = max([lead, *(s.thing.tall for s in subjects if s.word == subjects[0].by and s.thing.tall < 3)])
    ranked = []
    for order, subject in enumerate(subjects):
        near = lead < 3.5 and subject.thing.tall < 3.5 and "s" not in (subject.thing.place, subjects[0].thing.place)
        ratio = min(1.75, max(_least(subject), (subject.thing.tall / lead) ** (0.8 if near else 0.38)))
        if order and not subject.thing.art.startswith("person:"):  # what is wide looks larger than it is tall
            ratio /= max(1.0, shape_of(subject, 0)) ** 0.5
        if order and subject.thing.place == "s" and subject.thing.tall > 4:
            ratio = min(ratio, 0.62)  # a planet or a rainbow behind somebody
        if order and subject.thing.art == "own:table" and not any(s.by == subject.word for s in subjects):
            ratio = 0.5
        if subject.far:
            ratio *= 0.36
        if {"huge", "giant", "great", "enormous", "big"} & set(subject.about):
            ratio *= 1.18
        if {"tiny", "small", "little"} & set(subject.about):
            ratio *= 0.8
        for index in range(subject.count):
            ranked.append(
                (
                    subject,
                    index,
                    ratio
                    * (0.96 if subject.thing.art.startswith("person:") else 0.86) ** min(index, 4)
                    * (1 if order == 0 else 0.97),
                )
            )
    return ranked


def spots(
    sheet: Sheet,
    stage: Stage,
    subjects: tuple[Subject, ...],
    frame: str,
    seed: int,
    shape_of: Shape,
    share_of: Shape = lambda subject, index: 1.0,
) -> list[Spot]:
    """Where everything goes. `shape_of` tells a picture's width over its height. Farthest first."""
    if not subjects:
        return []
    boats = [s for s in subjects if is_boat(s)] if stage.afloat or any(s.at == "in" for s in subjects) else []
    sizes = _rank(subjects, shape_of)
    every = [
        Ranked(
            s, i, ratio * share_of(s, i), shape_of(s, i), way_of(s, stage, _may_board(s, boats, stage)), share_of(s, i)
        )
        for s, i, ratio in sizes
    ]
    ranked = [r for r in every if r.index < _FRONT_ROW or r.subject.count <= _FRONT_ROW + 2 or r.way != "ground"]
    extras = [r for r in every if r not in ranked]
    lead = _leading_height(sheet, stage, ranked) * _nearness(frame, ranked, stage, sheet.h > 1.2 * sheet.w)
    side = 1 if seed % 2 else -1  # shots that follow each other have their subjects on other sides
    if stage.lit_by is not None and len(ranked) == 1:  # alone, it stands across from the light
        side = -1 if stage.lit_by[0] > sheet.w / 2 else 1
    xs = _columns(sheet, stage, ranked, lead, side)
    placed = [
        _spot(sheet, stage, r, x, lead * r.ratio, order, len(ranked))
        for order, (r, x) in enumerate(zip(ranked, xs, strict=True))
    ]
    shapes = {(r.subject.word, r.subject.thing.art, r.index): r.shape for r in every}

    def shape(spot: Spot) -> float:
        return shapes[spot.subject.word, spot.subject.thing.art, spot.index]

    placed = met(joined(on_table(aboard(_perched(placed, stage))), shape, sheet.h))
    behind = [_spot(sheet, stage, r, 0.0, lead * r.ratio, 1, len(every)) for r in extras]
    placed += crowded(placed, behind, stage.ground, stage.horizon, sheet.w)
    placed = [_inside(spot, shape(spot), sheet) for spot in placed]
    placed = [replace(spot, goes=goes(spot.subject) and not spot.over) for spot in placed]
    turned = _on_their_way([_turned(spot, placed, sheet, stage.facing) for spot in placed], sheet.w, shape)
    return sorted(borne(roomed(turned, shape, sheet.w, sheet.h)), key=_depth)


def goes(subject: Subject) -> bool:
    """Whether it is on its way: the first thing said of it is a going, and nobody has decided otherwise."""
    acts = [w for w in subject.doing if w in ACT_OF or w in GOES]
    return bool(acts) and acts[0] in GOES if subject.act is None else subject.act in ("walk", "run")


def _on_their_way(placed: list[Spot], w: int, shape: Callable[[Spot], float]) -> list[Spot]:
    """Where all who matter are on their way they go the same way, from where they have the most of it before them."""
    going = [s for s in placed if s.goes and s.way in ("ground", "deep", "water")]
    if not going or len(going) < len([s for s in placed if s.way == going[0].way]):
        return placed
    middle = sum(s.x for s in going) / len(going)
    way = 1 if middle < w / 2 else -1
    back = max(0.0, min(0.18 * w, min((s.x if way > 0 else w - s.x) - s.tall * shape(s) / 2 for s in going) - 0.03 * w))
    return [
        replace(s, x=s.x - way * back, mirrored=way != (s.subject.thing.faces or 1)) if s in going else s
        for s in placed
    ]


_FRONT_ROW = 4  # of a crowd so many stand in front, the rest in rows behind


def _may_board(subject: Subject, boats: list[Subject], stage: Stage) -> bool:
    """Whether it stands in a boat: at sea all do, elsewhere who is said to."""
    return bool(boats) and (stage.afloat or (subject.at in ("in", "on") and any(b.word == subject.by for b in boats)))


def _depth(spot: Spot) -> tuple[bool, bool, float]:
    """Farthest first: the sky, then by the row of the foot; what lies on something after it, a crew before its boat."""
    return spot.way != "sky", spot.way == "table", spot.foot - (0.5 if spot.way == "aboard" else 0)


def _inside(spot: Spot, shape: float, sheet: Sheet) -> Spot:
    """The same spot, nothing of it beyond the edges of the picture."""
    half = min(spot.tall * shape / 2, sheet.w * 0.47)
    return replace(spot, x=min(max(spot.x, half + 0.015 * sheet.w), sheet.w * 0.985 - half))


def _nearness(frame: str, ranked: list[Ranked], stage: Stage, upright: bool) -> float:
    """How much larger or smaller than at a middle distance: a film whose pictures are all as near tires the eye."""
    first = ranked[0].subject.thing
    if first.place == "s" and first.tall < 1.5:
        return 0.4 if frame == "wide" else 0.55  # a bird in a large sky
    if first.place == "s" and first.tall >= 20:
        return 0.6  # a planet hangs in its sky
    if first.place == "o" and not stage.inside:
        return 0.62  # what a hand could hold does not tower over a landscape
    if frame == "wide":
        return 0.95 if upright else 0.86 if stage.inside else 0.66
    if frame == "close" and not stage.perches:
        alone = len(ranked) == 1
        return (1.32 if ranked[0].subject.thing.art.startswith("person:") else 1.2) if alone else 1.0
    return 1.0


def _leading_height(sheet: Sheet, stage: Stage, ranked: list[Ranked]) -> float:
    """How tall the leading thing is in pixels: as large as the company and the sheet allow."""
    crowd = len(ranked)
    room = min(sheet.h, sheet.w * 0.95)
    biggest = max(r.ratio for r in ranked)
    lead = room * {1: 0.58, 2: 0.52, 3: 0.46}.get(crowd, 0.4) * stage.scale / max(1.0, biggest * 0.82)
    wide = sum(lead * r.ratio * r.shape for r in ranked if r.way not in ("sky", "aboard"))
    lead *= min(1.0, sheet.w * 0.92 / max(wide, 1.0))
    first = max(
        (r.subject.thing for r in ranked if r.subject.word in (ranked[0].subject.by, ranked[0].subject.word)),
        key=lambda t: t.tall,
    )
    if stage.inside and not stage.floating and first.tall < 1.6:  # a room tells how large things are
        lead *= (first.tall / 1.76) ** 0.5 if first.place in "gwu" else 0.58
    for r in ranked:  # nothing taller than the sheet, nor wider than three fifths of it
        span = stage.spans.get(r.way, (0.0, 1.0))
        lead = min(lead, sheet.h * (0.7 if crowd == 1 else 0.57) / r.ratio, sheet.w * 0.6 / (r.ratio * r.shape))
        lead = min(lead, sheet.w * (span[1] - span[0]) * 0.98 / (r.ratio * r.shape))
    return lead


def _columns(sheet: Sheet, stage: Stage, ranked: list[Ranked], lead: float, side: int) -> list[float]:
    """The middles of all things: the leading one about a third from an edge, the others spread beside it."""
    xs = [sheet.w / 2] * len(ranked)
    groups: dict[tuple[float, float], list[int]] = {}
    for i, r in enumerate(ranked):
        span = stage.spans.get(r.way, (0.035, 0.965) if r.way != "sky" else (0.05, 0.95))
        groups.setdefault((*span,) if r.way != "sky" else (span[0] + 1e-9, span[1]), []).append(i)
    for (start, end), group in groups.items():
        left, room = sheet.w * start, sheet.w * (end - start)
        widths = [lead * ranked[i].ratio * ranked[i].shape for i in group]
        row = [0] * len(group)
        for rank, at in enumerate(_fan(len(group))):
            row[at] = rank
        gap = max(0.0, min(sheet.w * 0.07, (room - sum(widths)) / (len(group) + 1)))
        total = sum(widths) + gap * (len(group) - 1)
        squeeze = min(1.0, room / total)
        x = left + (room - total * squeeze) / 2
        for rank in row if side > 0 else row[::-1]:
            xs[group[rank]] = x + widths[rank] * squeeze / 2
            x += (widths[rank] + gap) * squeeze
        flying = ranked[group[0]].way == "sky"
        shift = (
            min(max(0.0, (room - total) / 2), room * 0.16 if room > sheet.w * 0.6 else 0.0)
            * (1 if len(group) == 1 else 0.25)
            * side
        )
        for i in group:
            xs[i] += -shift * 1.1 if flying and len(groups) > 1 else shift
    return xs


def _perched(placed: list[Spot], stage: Stage) -> list[Spot]:
    """Those who stand take the places that a stage keeps for them (steps of a stair), in order of rank."""
    if not stage.perches:
        return placed
    free = iter(stage.perches)
    out = []
    for spot in placed:
        perch = next(free, None) if spot.way == "ground" else None
        out.append(spot if perch is None else replace(spot, x=perch[0], foot=perch[1], far=0.0))
    return out


def _fan(count: int) -> list[int]:
    """Places in a row in order of rank: for two, left then right; for more, the middle first."""
    middle = (count - 1) // 2
    order = [middle]
    for step in range(1, count):
        order += [p for p in (middle + step, middle - step) if 0 <= p < count]
    return order


def _spot(sheet: Sheet, stage: Stage, r: Ranked, x: float, tall: float, order: int, crowd: int) -> Spot:
    """Where the foot of one thing is, by how it is held up."""
    jitter = sheet.between(-1, 1)
    spot = Spot(r.subject, r.index, x, 0.0, tall, False, r.way, 0.06, standing=tall / max(r.share, 0.05))
    if r.way == "sky":
        top, bottom = stage.sky
        middle = top + (bottom - top) * (0.5 + 0.35 * jitter)
        return replace(spot, foot=max(middle + tall / 2, tall * 1.06))
    if r.way == "deep":
        return replace(spot, foot=sheet.h * (0.54 + (0.12 * jitter if crowd > 1 else 0.02)) + tall / 2, far=0.04)
    far_band, near_band = stage.water if r.way == "water" and stage.water else stage.ground
    near = 0.66 - 0.16 * order + 0.1 * jitter if crowd > 1 else 0.62
    if r.subject.thing.tall > 5 and crowd > 1:  # what is tall in life stands farther off
        near -= 0.4
    if r.subject.far:
        near = 0.0
        far_band = far_band if stage.inside else min(far_band, stage.horizon + sheet.h * 0.02)
    near = min(1.0, max(0.0, near))
    foot = far_band + (near_band - far_band) * near
    if sheet.h > 1.2 * sheet.w and not stage.spans and r.way == "ground":
        foot -= 0.06 * sheet.h  # on a phone words stand over the lowest quarter: faces stay above them
    return replace(spot, foot=max(foot, tall * 1.04), far=0.32 if r.subject.far else 0.1 * (1 - near))


def _turned(spot: Spot, all_spots: list[Spot], sheet: Sheet, facing: int) -> Spot:
    """The same spot, mirrored so that it looks at its company, or into the picture when alone."""
    faces = spot.subject.thing.faces or 1
    others = [s for s in all_spots if s is not spot and s.subject.thing.art != spot.subject.thing.art]
    others = others or [s for s in all_spots if s is not spot]
    target = sum(s.x for s in others) / len(others) if others else sheet.w / 2
    wants = facing if facing and spot.way == "ground" else (1 if target > spot.x else -1)
    return replace(spot, mirrored=wants != faces)
