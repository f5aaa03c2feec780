"""Placing things on a stage: who is where, how large, which way round."""

from collections.abc import Callable
from dataclasses import replace

from pipelines.make.drawn.deeds import ACT_OF, GOES
from pipelines.make.drawn.homes import HOUSES, is_boat, swims
from pipelines.make.drawn.joining import aboard, borne, crowded, joined, met, on_table, roomed, shown
from pipelines.make.drawn.near import neared
from pipelines.make.drawn.scale import Ranked, Shape, leading_height, rank
from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.spot import SWIMS, Spot
from pipelines.make.drawn.subject import Subject


def way_of(subject: Subject, stage: Stage, aboard: bool = False) -> str:
    """How a thing is held up on this stage."""
    place = subject.thing.place
    words = set(subject.doing)
    if stage.floating:
        return "deep"
    if stage.water and swims(subject):
        return "water"
    if place == "h":
        return "wall"
    if place == "s" or (words & {"flies", "flying", "soars", "soaring"} and place != "w"):
        return "sky"
    if place in "wu":
        return "water" if stage.water else "ground"
    if aboard and (subject.thing.art.startswith("person:") or subject.thing.tall < 1):
        return "aboard"
    return "ground"


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
    sizes = rank(subjects, shape_of)
    every = [
        Ranked(
            s, i, ratio * share_of(s, i), shape_of(s, i), way_of(s, stage, _may_board(s, boats, stage)), share_of(s, i)
        )
        for s, i, ratio in sizes
    ]
    ranked = [r for r in every if r.index < _FRONT_ROW or r.subject.count <= _FRONT_ROW + 2 or r.way != "ground"]
    extras = [r for r in every if r not in ranked]
    lead = leading_height(sheet, stage, ranked, frame)
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

    placed = shown(joined(on_table(aboard(_perched(placed, stage))), shape, sheet.h))
    placed = met(neared(placed, shape, sheet.w, sheet.h))
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
    going = [s for s in placed if s.goes and not s.faced and s.way in ("ground", "deep", "water")]
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
    said = subject.at in ("in", "on") and any(b.word == subject.by for b in boats)
    return bool(boats) and not swims(subject) and (stage.afloat or said)


def _depth(spot: Spot) -> tuple[bool, bool, float]:
    """Farthest first: the sky, then by the row of the foot; what lies on something after it, a crew before its boat."""
    return spot.way != "sky", spot.way == "table", spot.foot - (0.5 if spot.way == "aboard" else 0)


def _inside(spot: Spot, shape: float, sheet: Sheet) -> Spot:
    """The same spot, nothing of it beyond the edges of the picture."""
    half = min(spot.tall * shape / 2, sheet.w * 0.47)
    return replace(spot, x=min(max(spot.x, half + 0.015 * sheet.w), sheet.w * 0.985 - half))


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
        for each, at in enumerate(_fan(len(group))):
            row[at] = each
        gap = max(0.0, min(sheet.w * 0.07, (room - sum(widths)) / (len(group) + 1)))
        total = sum(widths) + gap * (len(group) - 1)
        squeeze = min(1.0, room / total)
        x = left + (room - total * squeeze) / 2
        for each in row if side > 0 else row[::-1]:
            xs[group[each]] = x + widths[each] * squeeze / 2
            x += (widths[each] + gap) * squeeze
        flying = ranked[group[0]].way == "sky"
        shift = (
            min(max(0.0, (room - total) / 2), room * 0.16 if room > sheet.w * 0.6 else 0.0)
            * (1 if len(group) == 1 else 0.25)
            * side
        )
        if stage.bare and len(ranked) == 1:
            shift = 0.0
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
    if r.way == "wall":
        return replace(spot, foot=max(0.42 * stage.ground[0] + 0.5 * tall, tall * 1.1), far=0.0)
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
    if stage.plots and r.subject.thing.art in HOUSES:
        return replace(spot, foot=max(stage.plots, tall * 1.04), far=0.02)
    foot = far_band + (near_band - far_band) * near
    if r.way == "water" and r.subject.thing.art.startswith("person:"):
        tall *= 0.58  # only head and shoulders are seen
        return replace(spot, foot=foot + SWIMS * tall, tall=tall, standing=tall, far=0.04)
    if sheet.h > 1.2 * sheet.w and not stage.spans and r.way == "ground":
        foot -= 0.06 * sheet.h  # on a phone words stand over the lowest quarter: faces stay above them
    return replace(spot, foot=max(foot, tall * 1.04), far=0.32 if r.subject.far else 0.1 * (1 - near))


def _turned(spot: Spot, all_spots: list[Spot], sheet: Sheet, facing: int) -> Spot:
    """The same spot, mirrored so that it looks at its company, or into the picture when alone."""
    if spot.faced:
        return spot
    faces = spot.subject.thing.faces or 1
    others = [s for s in all_spots if s is not spot and s.subject.thing.art != spot.subject.thing.art]
    others = others or [s for s in all_spots if s is not spot]
    target = sum(s.x for s in others) / len(others) if others else sheet.w / 2
    wants = facing if facing and spot.way == "ground" else (1 if target > spot.x else -1)
    return replace(spot, mirrored=wants != faces)
