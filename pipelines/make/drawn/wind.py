"""The wind of a picture: how strongly it blows, which way, and how what it takes hold of sways."""

import math

from pipelines.make.drawn.layering import Life, Pose
from pipelines.make.drawn.light import Light
from pipelines.make.drawn.sheet import Sheet

BEAT = 4.0  # seconds after which every sway begins anew
_STRENGTH = {"clear": 0.3, "cloudy": 0.45, "rain": 0.5, "snow": 0.3, "fog": 0.12, "storm": 1.0, "wind": 1.0,
             "dust": 0.9}  # fmt: skip


def strength(light: Light) -> float:
    """0 for still air, 1 for a gale."""
    return 0.0 if light.indoors else _STRENGTH.get(light.weather, 0.3)


def heading(light: Light) -> int:
    """1 when the wind blows to the right, -1 to the left: away from the sun."""
    return 1 if light.sun_at[0] < 0.5 else -1


def gust(light: Light, x: float, seconds: float) -> float:
    """The push of the wind at one moment, about -1 to 1 in a gale, at `x` (share of the width): it travels."""
    way, force = heading(light), strength(light)
    phase = 2 * math.pi * (seconds / BEAT - way * x * 0.7)
    wave = 0.62 * math.sin(phase) + 0.25 * math.sin(2 * phase + 1.7) + 0.13 * math.sin(3 * phase + 4.1)
    held = 0.16 if force < 0.8 else 0.75
    return way * force * (held + 0.6 * wave)


def sway(sheet: Sheet, x: float, foot: float, limber: float) -> Life:
    """How something that grows at (x, foot), in pixels, leans. `limber`: how far its top goes at most, as a share of
    its height: .03 for a tree, .2 for long grass."""
    light, share = sheet.light, x / sheet.w

    def life(seconds: float) -> Pose:
        return Pose(lean=limber * gust(light, share, seconds), anchor=(x, foot))

    return life


def drift(sheet: Sheet, speed: float) -> Life:
    """How a cloud goes: `speed` in units a second, in a middling wind. It does not come back."""
    pace = speed * sheet.u * heading(sheet.light) * (0.4 + 1.3 * strength(sheet.light))

    def life(seconds: float) -> Pose:
        return Pose(dx=pace * seconds)

    return life


def wander(sheet: Sheet, reach: float, period: float, phase: float, least: float = 1.0) -> Life:
    """To and fro by `reach` units in `period` seconds, its alpha down to `least` and back: banks of mist, beams."""

    def life(seconds: float) -> Pose:
        turn = 2 * math.pi * (seconds / period + phase)
        return Pose(
            dx=reach * sheet.u * (math.sin(turn) - math.sin(2 * math.pi * phase)),
            alpha=1 - (1 - least) * (0.5 - 0.5 * math.cos(turn + 1.3)),
        )

    return life
