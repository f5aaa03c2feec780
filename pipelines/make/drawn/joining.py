"""Placing things that belong together: aboard a boat, on a sofa or a table, under a tree, behind or before another."""

from collections.abc import Callable
from dataclasses import replace

from pipelines.make.drawn.deeds import ACT_OF
from pipelines.make.drawn.homes import is_boat
from pipelines.make.drawn.spot import Spot

_SEATS = {"own:sofa": 0.44, "own:bench": 0.46, "fluent:chair": 0.5, "fluent:bed": 0.5, "fluent:couch-and-lamp": 0.4}
# How high the upper side of a thing is, as a share of its height: what is on it stands there.
_TOPS = {
    **_SEATS, "own:table": 0.93, "own:rock": 0.82, "fluent:horse": 0.66, "fluent:elephant": 0.9, "own:barn": 0.98,
    "fluent:house": 0.96, "own:chest": 0.9, "fluent:two-hump-camel": 0.7, "own:tree": 0.55, "fluent:bicycle": 0.6,
    "fluent:motorcycle": 0.5, "own:iceberg": 0.8, "own:piano": 0.9, "fluent:mushroom": 0.95, "fluent:books": 0.98,
    "own:bridge": 0.7, "fluent:luggage": 0.95, "fluent:automobile": 0.95, "own:lighthouse": 0.97, "own:tower": 0.97,
}  # fmt: skip
Shape = Callable[[Spot], float]


def joined(placed: list[Spot], shape: Shape, h: int) -> list[Spot]:
    """Those of which the words say where they are go there, at a size that fits."""
    out = list(placed)
    for n, spot in enumerate(placed):
        other = _other(spot, out)
        if other is None or spot.way not in ("ground", "sky", "water") or is_boat(other.subject):
            continue
        if other.carrier is not None and _key(other.carrier) == _key(spot):  # of two that lie on each other, one does
            continue
        found = _put(spot, other, shape, h)
        if found is not None:
            out[n] = found
    return out


def _other(spot: Spot, placed: list[Spot]) -> Spot | None:
    if not spot.subject.at:
        return None
    found = [s for s in placed if s.subject.word == spot.subject.by and s.subject is not spot.subject]
    same = [s for s in found if s.index == (spot.index + spot.subject.turn) % len(found)]  # each rider has a horse
    return next(iter(same or found), None)


def fitted(spot: Spot, other: Spot) -> Spot:
    """The smaller of two that touch, at its own size beside the larger: real heights, a little pressed together."""
    large = other.subject.thing.tall > 3
    real = (spot.subject.thing.tall / other.subject.thing.tall) ** (0.5 if large else 0.82)
    lies = spot.tall / max(spot.standing, 1.0)
    return replace(spot, tall=min(spot.tall, other.standing * real * lies) if real < 1.6 else spot.tall)


def _put(spot: Spot, other: Spot, shape: Shape, h: int) -> Spot | None:
    at, art = spot.subject.at, other.subject.thing.art
    if not spot.subject.seat and at == "at" and art == "own:table" and spot.subject.thing.art.startswith("person:"):
        side = -1 if spot.x <= other.x else 1
        tall = other.tall * 1.95 * (spot.subject.thing.tall / 1.76) * spot.tall / max(spot.standing, 1.0)
        aside = 0.36 * other.tall * shape(other) + 0.3 * tall * shape(spot)
        return replace(spot, tall=tall, x=other.x + side * aside, foot=other.foot - 0.004 * h, over=True)
    person = spot.subject.thing.art.startswith("person:")
    if spot.subject.seat:  # where exactly: mounted.py
        return replace(spot, x=other.x, foot=other.foot, over=True, way="table", far=other.far, carrier=other)
    width = other.standing * shape(other)
    shift = (spot.index - (spot.subject.count - 1) / 2) * min(width / max(1, spot.subject.count), 0.8 * spot.tall)
    if at in ("on", "in", "at") and art in _SEATS and person and shape(spot) < 1.6:
        if at == "at":
            return None
        return replace(spot, x=other.x + shift, foot=other.foot + 0.006 * h, over=True, way="ground", carrier=other)
    if at in ("on", "in") and (art in _TOPS or other.subject.thing.tall < 2.0) and other.way != "sky":
        if at == "in" and art not in _SEATS:
            return None
        fit = fitted(spot, other)
        top = other.foot - other.tall * (_TOPS.get(art, 0.9) - other.subject.thing.sunk)
        return replace(
            fit, x=other.x + shift, foot=max(top, fit.tall * 1.04), way="table", over=True, far=other.far, carrier=other
        )
    if at == "under" and other.way == "ground" and other.subject.thing.tall > 0.7 and spot.way == "ground":
        fit = fitted(spot, other)
        aside = (0.16 * width + 0.2 * fit.tall * shape(spot)) * (-1 if spot.x < other.x else 1)
        return replace(
            fit,
            x=other.x + shift + (aside if other.subject.thing.tall > 2 else 0),
            foot=other.foot + 0.012 * h,
            over=True,
        )
    if at == "before" and spot.way == other.way == "ground":
        return replace(spot, x=other.x + shift, foot=max(spot.foot, other.foot + 0.05 * h), over=True)
    if at == "behind" and spot.way == other.way == "ground":
        side = -1 if spot.x < other.x else 1
        return replace(spot, x=other.x + side * 0.5 * width, foot=min(spot.foot, other.foot - 0.015 * h))
    if at == "above" and spot.way == "sky" and other.way in ("ground", "water"):
        top = other.foot - other.tall - 0.04 * h
        tall = max(0.66 * spot.tall, min(spot.tall, top - 0.03 * h))
        aside = 0.42 * width * min(1.0, max(0.0, 1.1 * tall - top) / (0.1 * h)) * (-1 if other.x > spot.x else 1)
        return replace(spot, x=other.x + shift + aside, tall=tall, foot=max(top, tall * 1.06))
    return None


def aboard(placed: list[Spot]) -> list[Spot]:
    """People at sea stand in the boat, behind its side."""
    boat = next((s for s in placed if is_boat(s.subject)), None)
    crew = [s for s in placed if s.way == "aboard"]
    if boat is None or not crew:
        return placed
    out = [s for s in placed if s.way != "aboard"]
    for i, spot in enumerate(crew):
        lies = spot.tall / max(spot.standing, 1.0)
        tall = min(spot.standing, boat.tall * (1.5 if boat.subject.thing.tall < 2 else 0.52)) * lies
        x = boat.x + (i - (len(crew) - 1) / 2) * tall * 0.5
        foot = boat.foot - boat.tall * (boat.subject.thing.sunk + 0.06)
        out.append(replace(spot, x=x, foot=foot, tall=tall, carrier=boat))
    return out


def on_table(placed: list[Spot]) -> list[Spot]:
    """What is small stands on the table, if there is one, side by side."""
    table = next((s for s in placed if s.subject.thing.art == "own:table" and s.way == "ground"), None)
    goods = [s for s in placed if s.subject.thing.place == "o" and s.way == "ground" and not s.subject.at]
    if table is None or not goods:
        return placed
    out = [s for s in placed if s not in goods]
    reach = table.tall * 1.5
    for i, spot in enumerate(goods):
        x = table.x + (i - (len(goods) - 1) / 2) * reach / len(goods)
        tall, foot = min(spot.tall, table.tall * 0.62), table.foot - table.tall * 0.93
        out.append(replace(spot, x=x, foot=foot, tall=tall, way="table", far=0.0, carrier=table))
    return out


def roomed(placed: list[Spot], shape: Shape, w: int, h: int) -> list[Spot]:
    """Each with how far it may go the way it looks, before it meets another or the edge of the picture."""
    out = []
    for spot in placed:
        way = -1 if looks_left(spot) else 1
        half = spot.tall * shape(spot) / 2
        edge = (0.94 * w - spot.x if way > 0 else spot.x - 0.06 * w) - half
        for other in placed:
            ahead = (other.x - spot.x) * way
            near = abs(other.foot - spot.foot) < 0.11 * h and other.way == spot.way and not (spot.goes and other.goes)
            if other.subject is not spot.subject and near and ahead > 0:
                edge = min(edge, ahead - half - other.tall * shape(other) / 2 - 0.015 * w)
        out.append(replace(spot, room=max(0.0, min(edge, 0.62 * w))) if not spot.over else spot)
    found = []
    for spot in out:
        room = min(o.room for o in out if o.goes and o.way == spot.way) if spot.goes else spot.room
        others = tuple(replace(o, room=room, mirrored=spot.mirrored if spot.goes else o.mirrored) for o in spot.others)
        found.append(replace(spot, room=room, others=others))
    return found


def borne(placed: list[Spot]) -> list[Spot]:
    """Those who stand in or on something where that came to be in the end, with what it came to be."""
    now = {_key(s): s for s in placed}

    def settled(spot: Spot, before: frozenset[tuple[str, str, int]]) -> Spot:
        was, key = spot.carrier, _key(spot)
        if was is None or key in before:  # two of which each lies on the other
            return replace(spot, carrier=None)
        carrier = settled(now.get(_key(was), was), before | {key})
        return replace(spot, x=spot.x + carrier.x - was.x, foot=spot.foot + carrier.foot - was.foot, carrier=carrier)

    return [settled(spot, frozenset()) for spot in placed]


def _key(spot: Spot) -> tuple[str, str, int]:
    return spot.subject.word, spot.subject.thing.art, spot.index


def _does(spot: Spot, act: str) -> bool:
    subject = spot.subject
    if act == "umbrella":  # two under one
        return subject.thing.art.startswith("person:") and (subject.at, subject.by) == ("under", "umbrella")
    return any(ACT_OF.get(w) == act for w in subject.doing)


def shown(placed: list[Spot]) -> list[Spot]:
    """Placards are held up over the heads of those who stand nearest, one each."""
    out = list(placed)
    free = [s for s in placed if s.way == "ground" and s.subject.thing.art.startswith("person:")]
    for n, spot in enumerate(placed):
        if spot.subject.thing.art == "own:placard" and free:
            holder = min(free, key=lambda s: abs(s.x - spot.x))
            free = [s for s in free if s is not holder]
            alone = spot.subject.count == 1
            side = 1 if spot.x > holder.x or not alone else -1
            high = 1.62 if alone else 1.36 + 0.16 * (spot.index % 2)  # over each other, not before
            tall, x = min(high * holder.standing, 0.98 * holder.foot), holder.x + side * 0.23 * holder.standing
            out[n] = replace(spot, x=x, foot=holder.foot - 0.004 * tall, tall=tall, standing=tall, over=True)
    return out


def met(placed: list[Spot]) -> list[Spot]:
    """Two who hug or shake hands come so near that they can."""
    out = list(placed)
    for act, apart in (("hug", 0.064), ("shake", 0.27), ("dance", 0.17), ("umbrella", 0.1)):
        two = [n for n, s in enumerate(out) if s.way == "ground" and _does(s, act)]
        if len(two) == 2:
            one, other = sorted(two, key=lambda n: out[n].x)
            middle, reach = (out[one].x + out[other].x) / 2, apart * (out[one].standing + out[other].standing) / 2
            foot = max(out[one].foot, out[other].foot)
            out[one] = replace(out[one], x=middle - reach, foot=foot)
            out[other] = replace(out[other], x=middle + reach, foot=foot)
    return out


def looks_left(spot: Spot) -> bool:
    """Whether it looks to the left."""
    return spot.mirrored if spot.subject.thing.faces >= 0 else not spot.mirrored


def crowded(placed: list[Spot], extras: list[Spot], ground: tuple[float, float], horizon: float, w: int) -> list[Spot]:
    """The rest of a crowd in rows behind those who stand in front, smaller the farther they are; one spot a row."""
    front = [s for s in placed if s.way == "ground"]
    if not front:
        return []
    foot = min(s.foot for s in front)
    rows: list[list[Spot]] = []
    for k, spot in enumerate(extras):
        row, seat = divmod(k, _A_ROW)
        in_row = min(_A_ROW, len(extras) - row * _A_ROW)
        far = max(ground[0] * 0.5 + horizon * 0.5, foot - (foot - ground[0]) * (0.4 + 0.3 * row) - 4)
        lead = next((s for s in front if s.subject is spot.subject), front[0])
        size = max(0.5, min(0.94 - 0.08 * row, (far - horizon) / max(lead.foot - horizon, 1.0)))
        x = w * (0.08 + 0.84 * (seat + 0.5 + (0.25 if row % 2 else -0.1)) / in_row)
        tall = lead.tall * size * (0.94 + 0.05 * ((k * 37) % 5) / 2)
        stands = replace(
            spot, x=min(max(x, 0.05 * w), 0.95 * w), foot=far + (k * 29 % 7) * 0.6, tall=tall, standing=tall
        )
        stands = replace(stands, far=min(0.3, 0.06 + 0.06 * row), mirrored=x > w / 2)
        if seat == 0:
            rows.append([])
        rows[-1].append(stands)
    return [replace(row[0], others=tuple(row[1:])) for row in rows]


_A_ROW = 7
