"""Those who ride, drive, sit or lie on something: exactly where its place for them is, as large as they are in life."""

from dataclasses import replace

from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.figure import SOLE
from pipelines.make.drawn.joining import looks_left
from pipelines.make.drawn.rigs import RIGS, Rig
from pipelines.make.drawn.spot import Spot

_HEADROOM = 0.035  # of the picture's height, over the highest of both

_AT_TABLE = 0.5  # of the picture's height, at least, for somebody at a table if he stood up


def mounted(placed: list[Spot], cast: Cast, w: int, h: int) -> list[Spot]:
    """The same spots, riders in their saddles and sitters on their seats, each painted right after what bears it, or
    before what stands before him."""
    riders = [s for s in placed if s.carrier is not None and s.subject.seat and s.carrier.subject.thing.art in RIGS]
    out = [s for s in placed if s not in riders]
    was = {_key(s): s for s in placed}
    bearers: dict[tuple[str, str, int], list[Spot]] = {}
    for rider in riders:
        bearers.setdefault(_key(rider.carrier), []).append(rider)
    for n, spot in enumerate(out):
        crew = bearers.get(_key(spot))
        if crew:
            out[n] = _centred(_fitted(spot, crew, cast, h), cast, w)
    out = [_moved(spot, was, out) for spot in out]
    found: list[Spot] = []
    for spot in out:
        crew = bearers.get(_key(spot), [])
        seated = [_seated(rider, seat, len(crew), spot, cast) for seat, rider in enumerate(crew)]
        found += [*seated, spot] if seated and RIGS[spot.subject.thing.art].behind else [spot, *seated]
    return found


def _moved(spot: Spot, was: dict[tuple[str, str, int], Spot], now: list[Spot]) -> Spot:
    """What lies on a thing that has grown or been moved, where it lay; who comes to a table on wheels, beside it."""
    old = was.get(_key(spot.carrier)) if spot.carrier is not None else None
    new = next((s for s in now if old is not None and _key(s) == _key(old)), None)
    if old is None or new is None or new == old:
        return spot
    share = new.tall / max(old.tall, 1.0)
    return replace(
        spot, x=new.x + (spot.x - old.x) * share, foot=new.foot - (old.foot - spot.foot) * share, carrier=new
    )


def _key(spot: Spot | None) -> tuple[str, str, int]:
    return (spot.subject.word, spot.subject.thing.art, spot.index) if spot else ("", "", 0)


def _standing(rider: Spot, bearer: Spot, rig: Rig, cast: Cast) -> float:
    """How high a rider is if he stood up, in pixels."""
    role = cast.role(rider.subject, rider.index)
    stature = role.costume.stature if role is not None else 1.0
    real = 1.0 if rig.fits else (rider.subject.thing.tall / 1.76) ** 0.85 * stature
    return bearer.tall * rig.size * real


def _fitted(bearer: Spot, crew: list[Spot], cast: Cast, h: int) -> Spot:
    """What bears somebody, as large as it has to be; smaller where it would lift a head out of the picture."""
    rig = RIGS[bearer.subject.thing.art]
    if rig.fits:
        rider = crew[0].subject.thing.tall / 1.76
        bearer = replace(bearer, tall=bearer.tall * rider**0.85, standing=bearer.standing * rider**0.85)
    elif not rig.goes or rig.glass:  # who sits is half as high: the camera comes nearer
        alone = bearer.subject.count == 1
        least = _AT_TABLE * h / rig.size if rig.behind and alone else 0.0
        tall = max(bearer.tall * (rig.nearer if alone else 1.0), least)
        bearer = replace(bearer, tall=tall, standing=tall)
    highest = 0.0
    for rider in crew:
        pose = cast.pose(rider.subject, rider.index)
        if pose is not None:
            (_, top, _, _), hip = pose
            from_row = SOLE if rig.feet else hip[1]
            highest = max(
                highest, _standing(rider, bearer, rig, cast) * (from_row - top) / 100 - rig.at[1] * bearer.tall
            )
    room = bearer.foot - _HEADROOM * h
    share = min(1.0, room / max(1.0, bearer.tall + highest))
    return replace(bearer, tall=bearer.tall * share, standing=bearer.standing * share)


def _centred(bearer: Spot, cast: Cast, w: int) -> Spot:
    """What has grown, still inside the picture; a table with people at it nearer to its middle."""
    half = 0.5 * bearer.tall * (cast.shape(bearer.subject, bearer.index) or 1.0)
    x = bearer.x
    if RIGS[bearer.subject.thing.art].behind:
        x = 0.5 * w + 0.6 * (x - 0.5 * w)
    return replace(bearer, x=min(max(x, half + 0.02 * w), max(0.98 * w - half, half)))


def _seated(rider: Spot, seat: int, of: int, bearer: Spot, cast: Cast) -> Spot:
    """A rider where the rig puts him."""
    rig = RIGS[bearer.subject.thing.art]
    pose = cast.pose(rider.subject, rider.index)
    if pose is None:
        return rider
    (left, top, right, bottom), (hip_x, hip_y) = pose
    unit = _standing(rider, bearer, rig, cast) / 100
    wide = bearer.tall * (cast.shape(bearer.subject, bearer.index) or 1.0)
    x = rig.at[0] - 0.5 + ((seat - (of - 1) / 2) if rig.feet else seat) * rig.step
    side = -1 if bearer.mirrored else 1
    at = bearer.x + side * x * wide
    row = bearer.foot - bearer.tall * (1 - rig.at[1])
    mirrored = rider.mirrored if rig.feet and not rig.goes else looks_left(bearer)
    mirrored = bearer.mirrored if rig.seat == "lie" else mirrored  # the head where the pillow is
    mirrored = (rig.looks < 0) != bearer.mirrored if rig.looks else mirrored
    way = -1 if mirrored else 1
    foot = row + (bottom - (SOLE if rig.feet else hip_y)) * unit
    middle = at + way * ((left + right) / 2 - (0.0 if rig.feet else hip_x)) * unit
    return replace(rider, x=middle, foot=foot, tall=(bottom - top) * unit, standing=100 * unit, mirrored=mirrored,
                   carrier=bearer, way="ground" if rig.stool else "table", over=not rig.stool, far=bearer.far,
                   goes=False)  # fmt: skip


def pushed(placed: list[Spot], cast: Cast) -> list[Spot]:
    """Whoever pushes a thing on wheels, or somebody in one, stands behind it with the hands at it."""
    wheeled = next((s for s in placed if s.subject.thing.art in _WHEELED and s.way == "ground"), None)
    if wheeled is None:
        return placed
    out = []
    for spot in placed:
        role = cast.role(spot.subject, spot.index)
        if role is None or role.act != "push" or spot.over or spot.index:
            out.append(spot)
            continue
        way = -1 if looks_left(wheeled) else 1
        wide = wheeled.tall * (cast.shape(wheeled.subject, wheeled.index) or 1.0)
        apart = 0.42 * wide + 0.44 * spot.tall * (cast.shape(spot.subject, spot.index) or 1.0)
        out.append(replace(spot, x=wheeled.x - way * apart, foot=wheeled.foot, mirrored=way < 0, goes=False))
    return out


def wheeled_up(placed: list[Spot], cast: Cast) -> list[Spot]:
    """Who sits in a wheelchair that belongs at a table comes up to it, looking that way."""
    table = next((s for s in placed if s.subject.thing.art == "own:table"), None)
    chair = next((s for s in placed if s.subject.thing.art.endswith("wheelchair") and s.subject.at == "beside"), None)
    if table is None or chair is None or chair.subject.by != table.subject.word:
        return placed
    way = -1 if looks_left(chair) else 1
    reach = 0.5 * (table.tall * (cast.shape(table.subject, table.index) or 1.0))
    x = table.x - way * (reach + 0.42 * chair.tall * (cast.shape(chair.subject, chair.index) or 1.0))
    tall = max(chair.tall, 1.15 * table.tall)
    grown = replace(chair, x=x, tall=tall, standing=tall, foot=table.foot + 0.004 * table.tall)
    out = [s for s in placed if s is not chair and _key(s.carrier) != _key(chair)]
    crew = [s for s in placed if s.carrier is not None and _key(s.carrier) == _key(chair)]
    return [*out, grown, *(_seated(rider, seat, len(crew), grown, cast) for seat, rider in enumerate(crew))]


def pulled(placed: list[Spot], cast: Cast, w: int) -> list[Spot]:
    """A cart that a beast pulls comes right behind it, and goes where it goes."""
    cart = next((s for s in placed if s.subject.thing.art in _DRAWN and s.way == "ground"), None)
    beast = next((s for s in placed if {"pulls", "pull", "pulling"} & set(s.subject.doing) and s.way == "ground"
                  and not s.subject.thing.art.startswith("person:")), None)  # fmt: skip
    if cart is None or beast is None:
        return placed
    way = -1 if looks_left(beast) else 1
    tall = max(cart.tall, 0.9 * beast.tall) if cart.subject.thing.art == "own:cart" else 1.3 * beast.tall
    wide = tall * (cast.shape(cart.subject, cart.index) or 1.0)
    apart = 0.46 * wide + 0.3 * beast.tall * (cast.shape(beast.subject, beast.index) or 1.0)
    half = 0.5 * beast.tall * (cast.shape(beast.subject, beast.index) or 1.0)
    back = apart + 0.5 * wide  # how far the cart reaches behind the middle of the beast
    low, high = (back, half) if way > 0 else (half, back)
    x = min(max(beast.x, low + 0.03 * w), 0.97 * w - high) if low + high < 0.94 * w else beast.x
    first = replace(beast, goes=True, x=x)
    last = replace(cart, x=x - way * apart, foot=beast.foot, tall=tall, standing=tall, far=beast.far,
                   mirrored=(cart.subject.thing.faces or 1) != way, carrier=first, goes=False)  # fmt: skip
    rest = [s for s in placed if s is not cart and s is not beast]
    return [*rest, last, first]


_DRAWN = frozenset({"own:cart", "own:carriage", "fluent:sled"})
_WHEELED = frozenset({"fluent:motorized-wheelchair", "fluent:manual-wheelchair", "fluent:shopping-cart", "own:pram",
                      "fluent:bicycle", "fluent:automobile"})  # fmt: skip
