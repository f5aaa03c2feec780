"""Parts that settings of the open country share: far ranges, rows of trees, single trees, frames of leaves."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.make.drawn import air, exotic, growth, land, trees, wind
from pipelines.make.drawn.light import Colour, darker, hexa, mix
from pipelines.make.drawn.season import Season
from pipelines.make.drawn.sheet import Sheet, Stage, flat, smooth
from pipelines.make.drawn.weather import mist

GROVES = ("broad", "pine", "birch", "mixed", "slim")


def stage_of(sheet: Sheet, horizon: float, sun: tuple[float, float], far: float, near: float, **more: object) -> Stage:
    return Stage(
        horizon=horizon, ground=(sheet.h * far, sheet.h * near), sky=(sheet.h * 0.1, horizon * 0.72), lit_by=sun, **more
    )  # type: ignore[arg-type]


def one_tree(sheet: Sheet, kind: str, x: float, y: float, tall: float, far: float, season: Season) -> None:
    """A tree of a kind in its season's leaves."""
    if not sheet.may(kind):
        return
    own = season.leaves[int(sheet.rng.integers(0, len(season.leaves)))]
    if kind == "pine":
        growth.pine(sheet, x, y, tall, far, season.snow, season.pine)
    elif season.bare:
        if kind == "birch":
            trees.birch(sheet, x, y, tall, far, own, bare=True)
        else:
            trees.bare(sheet, x, y, tall, far, snow=True)
    elif kind == "birch":
        trees.birch(sheet, x, y, tall, far, own)
    elif kind == "slim":
        trees.slim(sheet, x, y, tall, far, own)
    elif kind in exotic.KINDS:
        exotic.KINDS[kind](sheet, x, y, tall, far, own)
    elif kind == "willow":
        trees.willow(sheet, x, y, tall, far, own)
    else:
        trees.broad(sheet, x, y, tall, far, own)


def kind_of(sheet: Sheet, grove: str) -> str:
    """The kind of the next tree in a grove."""
    return grove if grove != "mixed" else ("broad", "pine", "birch", "broad")[int(sheet.rng.integers(0, 4))]


def standing(sheet: Sheet, kind: str, x: float, foot: float, tall: float, horizon: float, season: Season) -> None:
    """A near tree by itself: its shadow on the ground, and a layer that leans with the wind."""
    if not sheet.may("tree", kind):
        return
    away = min(20.0, sheet.away(foot, horizon))
    sheet.layer("shadow of a tree", away)
    trees.ground_shadow(sheet, x, foot, tall * 0.34, 0.35 if sheet.light.glow > 0.2 else 0.2)
    limber = 0.05 if kind in ("birch", "slim", "palm", "bamboo") else 0.028
    sheet.layer(f"tree at {x / sheet.w:.2f}", away, life=wind.sway(sheet, x, foot, limber))
    one_tree(sheet, kind, x, foot, tall, 0.0, season)


def row(sheet: Sheet, name: str, grove: str, foot: float, tall: float, far: float, away: float, season: Season,
        count: int, gap: tuple[float, float] | None = None) -> None:  # fmt: skip
    """Trees side by side with their feet near one row; `gap` (shares of the width) is left free."""
    if not sheet.may("tree"):
        return
    sheet.layer(name, away, life=wind.sway(sheet, sheet.w / 2, foot, 0.02))
    places = [(i + sheet.between(0.1, 0.9)) / count * 1.26 - 0.13 for i in range(count)]
    sheet.rng.shuffle(places)
    for x in places:
        if gap and gap[0] < x < gap[1]:
            continue
        one_tree(sheet, kind_of(sheet, grove), x * sheet.w, foot + sheet.between(-0.004, 0.008) * sheet.h,
                 tall * sheet.between(0.72, 1.2), far, season)  # fmt: skip


@dataclass(frozen=True)
class Wood:
    """Rows of trees one before another, from the far ones into the near: each number is (of the farthest row, how much
    more with every row nearer). Feet, heights in shares of the picture's height; `gaps`: the share of the width that
    each row leaves free, row by row."""

    name: str
    grove: str
    feet: tuple[float, float]
    tall: tuple[float, float]
    far: tuple[float, float]
    count: tuple[int, int]
    gaps: tuple[tuple[float, float] | None, ...]
    away: tuple[float, float]

    def rows(self, sheet: Sheet, horizon: float, season: Season) -> Iterator[tuple[int, float, float]]:
        """Paint row after row; between them give its number, foot and haze, for what else stands at that depth."""
        for i, gap in enumerate(self.gaps):
            foot, tall = horizon + sheet.h * (self.feet[0] + self.feet[1] * i), self.tall[0] + self.tall[1] * i
            far, count = self.far[0] + self.far[1] * i, self.count[0] + self.count[1] * i
            away = self.away[0] / (1 + self.away[1] * i)
            row(sheet, f"{self.name} {i + 1}", self.grove, foot, sheet.h * tall, far, away, season, count, gap)
            yield i, foot, far


def ranges(sheet: Sheet, base: float, height: float, count: int, own: Sequence[Colour], fars: Sequence[float],
           snow: bool | float = True) -> None:  # fmt: skip
    """Chains of mountains behind each other, each its own layer with mist at its feet."""
    for i in range(count):
        sheet.layer(f"mountains {i + 1}", 60.0 / (1 + 1.1 * i))
        foot = base + sheet.h * 0.03 * i
        white = snow if sheet.may("snow") else False
        land.mountains(sheet, foot, height * (1 - 0.2 * i), own[min(i, len(own) - 1)], fars[i], snow=white)
        mist(sheet, foot, sheet.h * 0.06, 0.35)


def rolling(sheet: Sheet, horizon: float, season: Season, fars: Sequence[float], step: float = 0.055,
            height: float = 0.1, wooded: float = 0.42) -> None:  # fmt: skip
    """Hills behind each other with small woods, each its own layer with mist at its feet."""
    for i, far in enumerate(fars):
        sheet.layer(f"hills {i + 1}", 17.0 / (1 + 0.8 * i))
        foot = horizon + sheet.h * (0.02 + step * i)
        own = mix(season.hill, season.grass, i / max(1, len(fars) - 1))
        woods = wooded * sheet.between(0.5, 1.3) if sheet.may("tree") else 0.0
        pine = mix(
            season.pine, season.leaves[i % len(season.leaves)], 0.75 if season.name in ("autumn", "spring") else 0.2
        )
        land.hills(sheet, foot, sheet.h * height, own, far, trees=woods, pine=pine)
        mist(sheet, foot + 0.04 * sheet.h, 40 * sheet.u, 0.2)


def hanging(sheet: Sheet, own: Colour, season: Season) -> None:
    """Twigs full of leaves that hang into the picture from above, dark and out of focus; they sway."""
    if season.bare or not sheet.may("tree"):
        return
    light, u = sheet.light, sheet.u
    colour = light.shaded(darker(own, 0.3), 0.5)
    for side in (0, 1):
        x0 = (-0.03 if side == 0 else 1.03) * sheet.w
        sheet.layer(f"leaves above {side + 1}", 0.75, life=wind.sway(sheet, x0, -0.25 * sheet.h, 0.05))
        for _ in range(15):
            a = math.radians(sheet.between(4, 62))
            reach = sheet.between(0.03, 0.26) * sheet.w
            x, y = x0 + (1 - 2 * side) * reach * math.cos(a), -0.05 * sheet.h + reach * math.sin(a) * 0.62
            for _ in range(9):
                turn, long = sheet.between(0.2, 2.9), sheet.between(26, 66) * u
                dx, dy = long * math.cos(turn), long * math.sin(turn)
                px, py = x + sheet.between(-50, 50) * u, y + sheet.between(-34, 34) * u
                leaf = smooth([(px, py), (px + dx * 0.5 - dy * 0.24, py + dy * 0.5 + dx * 0.24), (px + dx, py + dy),
                               (px + dx * 0.5 + dy * 0.24, py + dy * 0.5 - dx * 0.24)])  # fmt: skip
                sheet.canvas.drawPath(leaf, flat(mix(colour, light.on(own), sheet.between(0, 0.3)), 0.96, 2.6 * u))


def night_life(sheet: Sheet, top: float) -> None:
    """Fireflies over the ground on warm clear nights."""
    if (
        sheet.light.dark > 0.4
        and sheet.light.weather in ("clear", "cloudy")
        and sheet.season not in ("winter", "autumn")
    ):
        air.fireflies(sheet, top, 0.96 * sheet.h)


STONE = hexa("#8d8f9c")
