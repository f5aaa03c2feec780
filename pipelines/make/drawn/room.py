"""A room from parts: walls, floor, ceiling, windows on the hour's sky, and a row of furniture that finds its places."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import skia

from pipelines.make.drawn import surfaces
from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import Colour, Light, hexa, mix
from pipelines.make.drawn.outlooks import outlook
from pipelines.make.drawn.panes import Opening, glaze, hang_curtain
from pipelines.make.drawn.seats import wanted
from pipelines.make.drawn.sheet import Sheet, Stage, adding, along, around, flat, outline, rgba
from pipelines.make.drawn.stirrings import breathing, lamplight, motes, swaying, together

FLOOR = 0.74  # where wall and floor meet, as a share of the height
EYE = 0.6  # the height of the eye: floors and ceilings run towards this row
Glow = tuple[float, float, float, Colour, float]  # x, y, radius, colour, strength


@dataclass(frozen=True)
class Plan:
    """What kind of room it is. Where a text offers several ("oak|ash") chance takes one; "?word" is there or not.

    `walls`, `floors`: "kind #colour". `windows`: kinds of `panes`, "" none. `stands`, `hangs`: pieces, in
    order of weight. `scale` below 1 makes a hall: everything on its walls is smaller. `view`: what lies outside.
    """

    walls: str
    floors: str
    stands: tuple[str, ...] = ()
    hangs: tuple[str, ...] = ()
    windows: str = "sash|tall|wide"
    view: str = "country|town|garden"
    row: bool = False  # windows all along the wall
    scale: float = 1.0
    lamps: str = "pendant"  # from the ceiling; "" none
    curtain: bool = False
    rug: bool = False
    high: float = 4.0  # the wall in metres, where the picture is tall enough to show its end


@dataclass(frozen=True)
class Room:
    """A room being painted. `metre`: pixels of a metre at the wall. `glows` and `lives` are gathered by the pieces."""

    sheet: Sheet
    line: float
    eye: float
    top: float  # where wall and ceiling meet; above the picture when it is not seen
    metre: float
    lit: bool
    glows: list[Glow] = field(default_factory=list)
    lives: list[Live] = field(default_factory=list)

    @property
    def away(self) -> float:
        return self.sheet.away(self.line, self.eye)

    @property
    def foot(self) -> float:
        """The row on which furniture along the wall stands."""
        return self.line + 0.035 * self.sheet.h

    def up(self, metres: float) -> float:
        """The row this high over the floor, at the wall."""
        return self.line - metres * self.metre

    def tone(self, own: str | Colour) -> Colour:
        return self.sheet.light.on(hexa(own) if isinstance(own, str) else own)

    def pick(self, offers: str) -> str:
        """One of several words parted by "|", of those the scene names where it names one."""
        each = [word for word in offers.split("|") if word in self.sheet.named] or offers.split("|")
        return each[int(self.sheet.rng.integers(0, len(each)))]


@dataclass(frozen=True)
class Piece:
    """A piece of furniture: `draw(room, x)`, its width in metres, and whether it stands up against the wall (`tall`:
    nothing hangs over it)."""

    draw: Callable[[Room, float], None]
    wide: float
    tall: bool = False


def indoor_light(light: Light) -> Light:
    """The light inside at that hour: lamps make the night warm, walls soften the day."""
    warm = mix((1.0, 0.97, 0.93), (0.86, 0.7, 0.56), light.dark)
    ambient = mix(warm, light.ambient, 0.25 * (1 - light.dark))
    shadow = mix(hexa("#3a2a3f"), hexa("#1c1226"), light.dark)
    return replace(
        light,
        ambient=ambient,
        shadow=shadow,
        haze=mix(hexa("#e9dccb"), hexa("#5a4038"), light.dark),
        dark=light.dark * 0.5,
        sun=mix(light.sun, hexa("#ffd9a0"), light.dark),
        glow=max(light.glow, 0.5),
        indoors=True,
    )


def room_of(sheet: Sheet, plan: Plan) -> Room:
    """An empty room in the sheet's shape: on a phone its ceiling is seen."""
    w, h = sheet.w, sheet.h
    line = h * FLOOR
    metre = min(0.235 * h, w / 3.8) * plan.scale
    top = line - plan.high * metre / plan.scale
    lit = sheet.light.hour in ("night", "dusk", "sunset") or sheet.light.weather == "storm"
    return Room(sheet, line, h * EYE, top if top > 0.035 * h else -0.12 * h, metre, lit)


def furnish(sheet: Sheet, plan: Plan, pieces: dict[str, Piece]) -> Stage:
    """Paint a room after its plan, and leave a stage for those in it."""
    room = room_of(sheet, plan)
    side = -1 if sheet.rng.random() < 0.5 else 1
    stands = _placed(room, plan.stands, pieces, [(-0.01 * sheet.w, 1.01 * sheet.w)])
    kept = [(x - p.wide * room.metre / 2, x + p.wide * room.metre / 2) for x, p in stands if p.tall]
    openings = _openings(room, plan, side, kept)
    if not plan.row:
        kept += [(o.x - o.wide / 2 - 0.25 * room.metre, o.x + o.wide / 2 + 0.25 * room.metre) for o in openings]
    hangs = _placed(room, plan.hangs, pieces, _free((0.03 * sheet.w, 0.97 * sheet.w), kept))
    view = room.pick(plan.view)
    sheet.layer("view", room.away * 3)
    sheet.canvas.drawColor(rgba(sheet.light.sky[-1]))
    for opening in [replace(openings[0], x=sheet.w / 2, wide=1.2 * sheet.w)] if plan.row and openings else openings:
        outlook(sheet, opening, view)
    wall, floor = room.pick(plan.walls), room.pick(plan.floors)
    sheet.layer("wall", room.away)
    surfaces.wall(sheet, wall, room.top, room.line, room.eye, room.metre, [o.hole() for o in openings])
    for opening in openings:
        glaze(sheet, opening)
    for x, piece in hangs:
        piece.draw(room, x)
    sheet.layer("floor", floor=room.eye)
    own = surfaces.floor(sheet, floor, room.line, room.eye, room.metre)
    if plan.rug and sheet.shows("rug"):
        surfaces.rug(sheet, room.pick("#c9604f|#4f7f9a|#8a5a8a|#5f8a5a|#c99a4f|#9a4f5a"))
    for opening in openings:
        _on_the_floor(room, opening)
    if plan.curtain and openings and sheet.shows("curtain"):
        for opening in openings:
            sheet.layer("curtain", room.away * 0.98, life=swaying(opening.x, opening.top, 0.012, 1, opening.x))
            hang_curtain(sheet, opening, room.pick("#c9503f|#d9a84f|#4f8a8b|#7a6a9a|#f0e4d0|#8aa86a"))
    sheet.layer("before the wall", sheet.away(room.foot, room.eye))
    for x, piece in stands:
        piece.draw(room, x)
    if plan.lamps and sheet.shows("pendant"):
        _ceiling_lamps(room, room.pick(plan.lamps), pieces)
    _shine(room, [] if view == "space" else openings)
    source = (openings[0].x, openings[0].y) if openings and sheet.light.hour != "night" else (sheet.w * 0.5, 0.0)
    ground, air = (sheet.h * 0.86, sheet.h * 0.94), (sheet.h * 0.15, sheet.h * 0.5)
    return Stage(room.eye, ground, air, lit_by=source, floor=own, front=lambda: corners(sheet))


def _said(room: Room, names: tuple[str, ...]) -> list[str]:
    found = []
    for name in names:
        chosen = room.pick(name.lstrip("?"))
        if (not name.startswith("?") or room.sheet.rng.random() < 0.55) and chosen and wanted(room.sheet, chosen):
            found.append(chosen)
    return found


def _placed(
    room: Room, names: tuple[str, ...], pieces: dict[str, Piece], free: list[tuple[float, float]]
) -> list[tuple[float, Piece]]:
    """Where each piece goes: those of weight first, into the widest room left; what does not fit stays away."""
    rows: list[list[Piece]] = [[] for _ in free]
    left = [end - start for start, end in free]
    for name in _said(room, names):
        piece = pieces[name]
        need = (piece.wide + 0.16) * room.metre
        best = max(range(len(free)), key=lambda i: left[i], default=-1)
        if best >= 0 and left[best] >= need:
            rows[best].append(piece)
            room.sheet.parts.add(name)
            left[best] -= need
    placed = []
    for (start, end), row in zip(free, rows, strict=True):
        row = [row[i] for i in room.sheet.rng.permutation(len(row))]
        gap = (end - start - sum(p.wide for p in row) * room.metre) / (len(row) + 1)
        x = start
        for piece in row:
            x += gap + piece.wide * room.metre / 2
            placed.append((x, piece))
            x += piece.wide * room.metre / 2
    return placed


def _free(whole: tuple[float, float], kept: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of a stretch of wall when these are taken out."""
    found, at = [], whole[0]
    for start, end in sorted(kept):
        if start > at:
            found.append((at, min(start, whole[1])))
        at = max(at, end)
    return [*found, (at, whole[1])] if at < whole[1] else found


def _openings(room: Room, plan: Plan, side: int, kept: list[tuple[float, float]]) -> list[Opening]:
    """The windows: one to the side, or a row of them."""
    if not plan.windows or not room.sheet.shows("window"):
        return []
    sheet, m = room.sheet, room.metre
    kind = room.pick(plan.windows)
    first = Opening.of(kind, 0.0, room.line, m)
    if plan.row:
        step = first.wide + 0.55 * m
        count = max(2, int(sheet.w / step) + 1)
        return [Opening.of(kind, sheet.w / 2 + (i - (count - 1) / 2) * step, room.line, m) for i in range(count)]
    free = _free((0.04 * sheet.w, 0.96 * sheet.w), kept)
    fits = [f for f in free if f[1] - f[0] > first.wide + 0.3 * m]
    if not fits:  # a smaller one of its kind
        widest = max(free, key=lambda f: f[1] - f[0], default=(0.0, 0.0))
        share = (widest[1] - widest[0] - 0.25 * m) / first.wide
        if share < 0.45:
            return []
        low = first.top + first.tall
        first, fits = replace(first, wide=first.wide * share, tall=first.tall * max(share, 0.8)), [widest]
        first = replace(first, top=low - first.tall)
    start, end = min(fits, key=lambda f: f[0]) if side < 0 else max(fits, key=lambda f: f[1])
    inset = first.wide / 2 + min(0.35 * m, (end - start - first.wide) / 2)
    return [replace(first, x=start + inset if side < 0 else end - inset)]


def _ceiling_lamps(room: Room, kind: str, pieces: dict[str, Piece]) -> None:
    sheet = room.sheet
    each = {"pendant": 99.0, "chandelier": 5.5}.get(kind, 2.6)  # metres to a lamp
    count = max(1 if kind in ("pendant", "chandelier") else 2, round(sheet.w / (each * room.metre)))
    for i in range(count):
        pieces[kind].draw(room, sheet.w * (i + 0.5) / count)


def _on_the_floor(room: Room, opening: Opening) -> None:
    """The window's sheen on the boards."""
    sheet, light = room.sheet, room.sheet.light
    if light.hour in ("night", "dusk"):
        return
    half = opening.wide * 0.6
    box = skia.Rect(opening.x - half, room.line, opening.x + half, room.line + 0.2 * sheet.h)
    paint = along((0, box.top()), (0, box.bottom()), (0, light.sun, 0.2), (1, light.sun, 0))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 16 * sheet.u))
    sheet.canvas.drawRect(box, adding(paint))


def _shine(room: Room, openings: list[Opening]) -> None:
    """All that shines: lamps, daylight through the windows, dust in it, and what lives in the room."""
    sheet, light = room.sheet, room.sheet.light
    if room.lives:
        sheet.alive("life of the room", together(*room.lives), sheet.away(room.foot, room.eye))
    if room.glows:
        sheet.layer("lamplight", room.away, light=True, life=breathing(0.9))
        sheet.canvas.drawPicture(lamplight(room.glows))
    day = light.hour not in ("night", "dusk") and light.weather == "clear"
    if openings and day:
        _beams(room, openings[: 1 if len(openings) < 4 else 3])


def _beams(room: Room, openings: list[Opening]) -> None:
    """Sunbeams from the windows to the floor, and the dust that dances there."""
    sheet, h = room.sheet, room.sheet.h
    way = -1 if openings[0].x > sheet.w / 2 else 1
    reach = way * min(0.36 * sheet.w, 0.45 * h)
    sun = sheet.light.sun
    sheet.layer("sunbeams", room.away * 0.8, light=True, life=breathing(0.8))
    for o in openings:
        left, right, top = o.x - o.wide / 2, o.x + o.wide / 2, o.top
        beam = outline([(left, top), (right, top), (right + reach * 1.25, h * 0.96), (left + reach, h * 0.96)])
        at, end = (o.x, o.y), (o.x + reach, h)
        paint = adding(along(at, end, (0, sun, 0.3), (0.7, sun, 0.12), (1, sun, 0)))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 14 * sheet.u))
        sheet.canvas.drawPath(beam, paint)
        rows = (room.line + 0.3 * (h - room.line), h * 0.95)
        patch = outline([(left + reach * 0.62, rows[0]), (right + reach * 0.62, rows[0]),
                         (right + reach * 1.05, rows[1]), (left + reach * 0.95, rows[1])])  # fmt: skip
        sheet.canvas.drawPath(patch, adding(flat(sun, 0.2, 9 * sheet.u)))
    first = openings[0]

    def inside() -> tuple[float, float]:
        t = sheet.between(0.05, 0.95)
        x = first.x + reach * t + sheet.between(-0.5, 0.5) * first.wide
        return x, first.top + (h * 0.93 - first.top) * t + sheet.between(0, 0.3) * first.tall * (1 - t)

    sheet.alive("dust", motes(sheet, inside, 42, 3.4 * sheet.u, (1.0, 0.96, 0.82), 0.5), room.away * 0.7)


def corners(sheet: Sheet) -> None:
    """Darker corners, as the eye sees a room."""
    w, h = sheet.w, sheet.h
    shade = sheet.light.shadow
    sheet.canvas.drawRect(
        skia.Rect(-0.2 * w, -0.2 * h, 1.2 * w, 1.2 * h),
        around((w / 2, h * 0.5), (w * w + h * h) ** 0.5 / 2, (0, shade, 0), (0.65, shade, 0), (1, shade, 0.3)),
    )
