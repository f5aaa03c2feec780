"""The life of things: how boats, birds, fish, beasts and cars move from moment to moment, each after its kind."""

import math
from collections.abc import Callable

import numpy as np
import skia

from pipelines.make.drawn.layering import Life, Pose
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.things import VEHICLES

_HOPS = frozenset({"rabbit", "frog", "bird", "chipmunk", "cricket", "kangaroo", "blackbird", "front-facing-baby-chick"})
_HANGS = frozenset({"balloon", "kite", "parachute"})
_FLAPS = frozenset({"butterfly", "bat", "honeybee", "mosquito"})
_HOVERS = frozenset({"flying-saucer", "ghost", "helicopter", "own:balloon", "cloud", "satellite", "jellyfish", "squid"})
_RISES = frozenset({"rocket", "airplane", "comet", "shooting-star"})
_SWIMS = frozenset({"fish", "tropical-fish", "shark", "dolphin", "spouting-whale", "seal", "turtle", "salmon"})
_RESTS = frozenset({"musical-notes", "snowflake", "droplet", "own:rainbow", "fireworks", "ringed-planet"})


def name_of(spot: Spot) -> str:
    """The name of a thing's art, without the pack's."""
    pack, _, name = spot.subject.thing.art.partition(":")
    return name if pack == "fluent" else spot.subject.thing.art if name in ("balloon",) else name


def living(spot: Spot) -> bool:
    """Whether it is a beast: something that breathes."""
    thing = spot.subject.thing
    small = thing.tall < 7.5 and thing.place in "gwu"
    return small and thing.words[0] in _BEASTS


def life_of(spot: Spot, width: float, u: float) -> Life | None:
    """How a thing that was painted once moves; None when it rests. `width` in pixels, `u` a unit of the sheet."""
    name, thing = name_of(spot), spot.subject.thing
    shift = (spot.index * 0.37 + (spot.x % 97) / 97) % 1.0
    foot = (spot.x, spot.foot)
    way = -1.0 if spot.mirrored == (thing.faces >= 0) else 1.0
    if thing.faces < 0:
        way = 1.0 if spot.mirrored else -1.0
    goes = spot.goes
    if spot.way == "water":
        return _afloat(foot, way, width, u, shift, spot.room if goes or name in ("swan", "duck") else 0.0, thing.sunk)
    if name == "swing":
        return _swinging(spot)
    if name in _RESTS or spot.way in ("table", "held"):
        return None
    if name in _HANGS:
        return _hanging(spot, shift, u)
    if name in _FLAPS:
        return _fluttering(spot, shift, u)
    if name in _RISES:
        return _crossing(spot, way, width, name == "rocket", u)
    if spot.way == "sky" and (name in _HOVERS or not thing.faces):
        return _hovering(spot, shift, 6 * u)
    if spot.way == "sky":
        return _flying(spot, way, shift, u)
    if spot.way == "deep":
        return _hovering(spot, shift, 8 * u) if name not in _SWIMS else _swimming(spot, way, shift, u)
    if name in VEHICLES:
        return _driving(spot, way, u, goes or name not in ("bicycle", "kick-scooter", "motorcycle", "tractor"))
    if living(spot):
        return _walking(spot, way, width, u) if goes and spot.room > 12 * u else _breathing(spot, name, shift)
    return None


def waved(spot: Spot) -> bool:
    """Whether its body waves: as it swims, or in the wind."""
    return (spot.way == "deep" and name_of(spot) in _SWIMS) or (spot.way == "ground" and name_of(spot) == "flag")


def eased_way(seconds: float, pace: float, room: float) -> float:
    """How far something has come that goes at `pace` and comes to rest after `room`, slowing down evenly."""
    slow = min(room, pace * 0.9)
    far = pace * seconds
    if pace <= 0 or room <= 0:
        return 0.0
    if far <= room - slow:
        return far
    whole = 2 * slow / pace
    t = min(1.0, (seconds - (room - slow) / pace) / whole)
    return room - slow + slow * (2 * t - t * t)


def _round(seconds: float, period: float, shift: float = 0.0) -> float:
    """A swing that is at rest in its middle at second 0, whatever its shift."""
    a = 2 * math.pi * shift
    return math.sin(2 * math.pi * seconds / period + a) - math.sin(a)


SWING = 0.965, 0.735  # of a swing's height: where its ropes hang from, and how far they reach
_SWINGS = 15.0  # degrees to each side


def _swinging(spot: Spot) -> Life:
    anchor = (spot.x, spot.foot - SWING[0] * spot.tall)
    return lambda seconds: Pose(turn=_SWINGS * math.cos(2 * math.pi * seconds / 2), anchor=anchor)


def swung(canvas: skia.Canvas, spot: Spot, rope: skia.Paint, wood: skia.Paint) -> None:
    """The ropes and the board of a swing, hanging down."""
    top, length = spot.foot - SWING[0] * spot.tall, SWING[1] * spot.tall
    rope.setStrokeWidth(0.016 * spot.tall)
    canvas.drawLine(spot.x, top, spot.x, top + length, rope)
    half = 0.1 * spot.tall
    canvas.drawRoundRect(skia.Rect(spot.x - half, top + length, spot.x + half, top + length + 0.03 * spot.tall),
                         0.01 * spot.tall, 0.01 * spot.tall, wood)  # fmt: skip


def _afloat(
    foot: tuple[float, float], way: float, width: float, u: float, shift: float, room: float, sunk: float
) -> Life:
    large = min(1.0, 160 * u / max(width, 1.0))  # what is large lies more quietly
    anchor = (foot[0], foot[1] - 0.1 * width * sunk)

    def life(seconds: float) -> Pose:
        gone = eased_way(seconds, 0.10 * min(width, 260 * u), room)
        return Pose(dx=way * gone, dy=3.2 * u * _round(seconds, 4.0, shift),
                    turn=(0.5 + 1.1 * large) * _round(seconds, 4.0, shift + 0.25), anchor=anchor)  # fmt: skip

    return life


def _hanging(spot: Spot, shift: float, u: float) -> Life:
    anchor = (spot.x, spot.foot + 0.6 * spot.tall)

    def life(seconds: float) -> Pose:
        return Pose(dy=5 * u * _round(seconds, 4.0, shift), turn=3.2 * _round(seconds, 4.0, shift + 0.3), anchor=anchor)

    return life


def _fluttering(spot: Spot, shift: float, u: float) -> Life:
    anchor = (spot.x, spot.foot - spot.tall / 2)
    bee = name_of(spot) in ("honeybee", "mosquito")

    def life(seconds: float) -> Pose:
        beat = 0.5 - 0.5 * math.cos(2 * math.pi * seconds * (2.5 + shift))
        return Pose(dx=16 * u * _round(seconds, 4.0, shift), dy=11 * u * _round(seconds, 2.0, shift + 0.2),
                    wide=1.0 if bee else 1 - 0.42 * beat, turn=4 * _round(seconds, 4.0, shift + 0.1),
                        anchor=anchor)  # fmt: skip

    return life


def _crossing(spot: Spot, way: float, width: float, steep: bool, u: float) -> Life:
    def life(seconds: float) -> Pose:
        gone = eased_way(seconds, 0.16 * max(width, 120 * u), spot.room)
        return Pose(
            dx=way * gone,
            dy=-gone * (0.7 if steep else 0.06) + 1.5 * u * _round(seconds, 2.0),
            anchor=(spot.x, spot.foot),
        )

    return life


def _hovering(spot: Spot, shift: float, reach: float) -> Life:
    anchor = (spot.x, spot.foot - spot.tall / 2)

    def life(seconds: float) -> Pose:
        return Pose(dx=0.5 * reach * _round(seconds, 8.0, shift + 0.4), dy=reach * _round(seconds, 4.0, shift),
                    turn=1.2 * _round(seconds, 8.0, shift), anchor=anchor)  # fmt: skip

    return life


def _flying(spot: Spot, way: float, shift: float, u: float) -> Life:
    """Beats its wings, then glides: it rises with the beats and sinks as it glides."""
    anchor = (spot.x, spot.foot - spot.tall / 2)

    def life(seconds: float) -> Pose:
        beating = max(0.0, math.sin(math.pi * seconds / 2)) ** 2 if seconds % 4 < 2 else 0.0
        beat = 0.5 - 0.5 * math.cos(2 * math.pi * 3 * seconds)
        gone = eased_way(seconds, 42 * u, spot.room)
        return Pose(dx=way * gone, dy=-9 * u * _round(seconds, 4.0, 0.0) + 4 * u * beating * beat,
                    tall=1 - 0.12 * beating * beat, turn=way * 2.5 * _round(seconds, 4.0, shift),
                        anchor=anchor)  # fmt: skip

    return life


def _swimming(spot: Spot, way: float, shift: float, u: float) -> Life:
    anchor = (spot.x, spot.foot - spot.tall / 2)

    def life(seconds: float) -> Pose:
        gone = eased_way(seconds, (26 + 30 * shift) * u, spot.room)
        return Pose(dx=way * gone, dy=7 * u * _round(seconds, 4.0, shift), turn=way * 1.6 * _round(seconds, 4.0,
            shift + 0.2),
                    anchor=anchor)  # fmt: skip

    return life


def _driving(spot: Spot, way: float, u: float, goes: bool) -> Life | None:
    if not goes or spot.room < 20 * u:
        return None

    def life(seconds: float) -> Pose:
        gone = eased_way(seconds, (0.85 if spot.goes else 0.42) * spot.tall, spot.room)
        moving = gone < spot.room - 1
        bounce = 0.9 * u * abs(math.sin(2 * math.pi * 2.5 * seconds)) if moving else 0.0
        return Pose(dx=way * gone, dy=-bounce, anchor=(spot.x, spot.foot))

    return life


def _walking(spot: Spot, way: float, width: float, u: float) -> Life:
    """The step of a paper puppet: it rocks from foot to foot, each step lifted off the ground."""
    pace = 0.34 * min(width, spot.tall * 1.4)
    hops = not spot.subject.thing.faces or name_of(spot) in _HOPS  # drawn sitting: it goes in leaps
    length, high, rock = (0.5, 0.11, 0.0) if hops else (0.26, 0.022, 1.7)

    def life(seconds: float) -> Pose:
        gone = eased_way(seconds, pace, spot.room)
        left = spot.room - gone
        step = math.pi * gone / (length * max(width, 1.0))
        still = min(1.0, left / (0.2 * width + 1))
        return Pose(dx=way * gone, dy=-high * spot.tall * abs(math.sin(step)) * still,
            turn=rock * math.sin(step) * still,
                    anchor=(spot.x, spot.foot))  # fmt: skip

    return life


def _breathing(spot: Spot, name: str, shift: float) -> Life:
    hops = name in _HOPS
    anchor = (spot.x, spot.foot)

    def life(seconds: float) -> Pose:
        breath = 0.011 * _round(seconds, 4.0, shift)
        hop = 0.0
        if hops:
            t = ((seconds + 2.9 * shift) % 4.0) / 0.9
            hop = 4 * t * (1 - t) if t < 1 and seconds > 0.9 else 0.0
        return Pose(dy=-0.16 * spot.tall * hop, tall=1 + breath, wide=1 - 0.4 * breath, anchor=anchor)

    return life


def flicker(shift: float) -> Life:
    """The light of a flame: a little weaker and stronger, at rest at second 0."""

    def life(seconds: float) -> Pose:
        dip = abs(math.sin(2 * math.pi * (seconds * 1.5 + shift)) * math.sin(2 * math.pi * seconds * 0.75))
        return Pose(alpha=1 - 0.22 * dip)

    return life


def turning(lamp: tuple[float, float], other: bool = False) -> Life:
    """The beam of a lighthouse, which goes round once in eight seconds: seen from the side it grows and shrinks.
    The `other` end shines the other way."""
    ahead = -1 if other else 1

    def life(seconds: float) -> Pose:
        return Pose(wide=ahead * math.cos(2 * math.pi * seconds / 8), anchor=lamp)

    return life


_COLUMNS = 28


def swimmer(image: skia.Image, left: float, top: float, width: float, tall: float,
            head_right: bool) -> Callable[[skia.Canvas, float], None]:  # fmt: skip
    """Paints a picture whose tail swings as it swims: it is bent along its length, most at the tail."""
    shader = image.makeShader(skia.TileMode.kDecal, skia.TileMode.kDecal, skia.SamplingOptions(skia.FilterMode.kLinear))
    paint = skia.Paint(Shader=shader, AntiAlias=True)
    share = np.linspace(0, 1, _COLUMNS + 1)
    tail = 1 - share if head_right else share
    faces = [i for k in range(_COLUMNS) for i in (2 * k, 2 * k + 1, 2 * k + 2, 2 * k + 2, 2 * k + 1, 2 * k + 3)]
    texture = [skia.Point(float(s * image.width()), float(y)) for s in share for y in (0, image.height())]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        swing = (
            0.085
            * tall
            * tail**1.7
            * (np.sin(2 * math.pi * (seconds - 0.55 * tail)) + np.sin(2 * math.pi * 0.55 * tail))
        )
        places = [skia.Point(float(left + s * width), float(top + y + d)) for s, d in zip(share, swing, strict=True)
                  for y in (0, tall)]  # fmt: skip
        vertices = skia.Vertices(skia.Vertices.kTriangles_VertexMode, places, texture, None, faces)
        canvas.drawVertices(vertices, paint)

    return live


_BEASTS = frozenset(["whale", "dolphin", "fish", "shark", "octopus", "crab", "lobster", "turtle", "seal", "otter",
    "penguin", "swan", "duck", "flamingo", "bird", "pigeon", "owl", "parrot", "peacock", "raven", "rooster", "hen",
        "chick", "turkey", "snail", "snake", "lizard", "crocodile", "frog", "dragon", "dinosaur", "brontosaurus",
            "unicorn", "dog", "cat", "rabbit", "mouse", "rat", "hedgehog", "squirrel", "badger", "raccoon", "skunk",
                "fox", "wolf", "bear", "lion", "panda", "koala", "tiger", "leopard", "deer", "moose", "horse",
                    "zebra", "donkey", "cow", "bison", "boar", "goose", "ox", "pig", "sheep", "ram", "goat", "llama",
                        "camel", "giraffe", "elephant", "mammoth", "rhino", "hippo", "kangaroo", "gorilla", "monkey",
                            "orangutan", "sloth", "robot", "alien", "spider", "ant", "beetle", "cricket",
                                "caterpillar"]) | {"black cat", "polar bear"}  # fmt: skip
