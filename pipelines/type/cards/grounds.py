"""What cards stand on: a ground for each design, or a picture calmed down. Layers, alive, complete beyond the edges."""

import math
from collections.abc import Callable

import skia

from pipelines.make.drawn.layering import FAR, Life, Pose
from pipelines.type.cards import behind
from pipelines.type.cards.board import Board
from pipelines.type.cards.kinetic import colour, filled, stroked
from pipelines.type.cards.palette import mixed
from pipelines.type.cards.scenery import brick_lines, contour_lines, paper_tooth, wave
from pipelines.type.cards.timing import Beat, settle, smooth
from pipelines.type.legible import Rgb

_LOOP = 8.0  # seconds of slow drifts


def ground(board: Board, *, full: bool = True) -> None:
    """The design's ground, or the order's picture. `full`: with its large forms; a chart or a list has less of them."""
    if board.order.behind:
        behind.picture(board)
    else:
        _GROUNDS[board.design.name](board, full)


def _flood(board: Board, *stops: tuple[float, Rgb]) -> None:
    """A plain or graded ground."""
    canvas = board.layer("ground")
    shade = skia.GradientShader.MakeLinear(
        [(0, 0), (0, board.h)], [colour(tone) for _, tone in stops], [at for at, _ in stops]
    )
    canvas.drawRect(board.beyond(), skia.Paint(Shader=shade, Dither=True))


def _disc(x: float, y: float, radius: float, *stops: tuple[float, Rgb, float]) -> skia.Paint:
    tones = [colour(tone, alpha) for _, tone, alpha in stops]
    shade = skia.GradientShader.MakeRadial((x, y), radius, tones, [at for at, _, _ in stops])
    return skia.Paint(Shader=shade, Dither=True, AntiAlias=True)


def _drift(dx: float, dy: float, phase: float = 0.0) -> Life:
    return lambda t: Pose(
        dx=dx * math.sin(2 * math.pi * (t / _LOOP + phase)), dy=dy * math.cos(2 * math.pi * (t / _LOOP + phase))
    )


def _in(beat: Beat, dx: float, dy: float, turn: float = 0.0, anchor: tuple[float, float] = (0.0, 0.0)) -> Life:
    """Sliding in from (dx, dy), then turning on, very slowly."""

    def life(t: float) -> Pose:
        left = 1 - settle(beat.at(t))
        return Pose(dx=dx * left, dy=dy * left, turn=turn * left + 0.25 * t * (turn != 0), anchor=anchor)

    return life


# ---------------------------------------------------------------- designs


def _quiet(board: Board, full: bool) -> None:
    """Two close tones and one low sun of light behind a large disc."""
    p, w, h, u = board.palette, board.w, board.h, board.u
    _flood(board, (0, p.ground[0]), (1, p.ground[1]))
    side = 0.87 if w > h else 0.7
    x = board.across_at(side + float(board.rng.uniform(-0.02, 0.03)))
    y = (float(board.rng.uniform(0.4, 0.56)) if w > h else 0.84 if board.upright else 0.9) * h
    radius = (310 if full and (w > h or board.upright) else 250) * u
    board.layer("light", 24, life=_drift(26 * u, 16 * u))
    board.canvas.drawRect(
        board.beyond(),
        _disc(
            x, y, 2.6 * radius, (0, p.ground[2], 0.5 if full else 0.3), (0.5, p.ground[2], 0.16), (1, p.ground[2], 0)
        ),
    )
    if not full:
        return
    board.layer("disc", 14, life=_in(board.beat(0, 0.9), 0, 90 * u))
    fall = skia.GradientShader.MakeLinear(
        [(x, y - radius), (x, y + radius)],
        [colour(mixed(p.ground[2], p.accent, 0.35)), colour(p.ground[2], 0.85), colour(p.ground[2], 0.0)],
        [0, 0.45, 1],
    )
    board.canvas.drawCircle(x, y, radius, skia.Paint(Shader=fall, AntiAlias=True, Dither=True))
    board.canvas.drawCircle(x - 0.18 * radius, y + 0.1 * radius, 1.22 * radius, stroked(p.accent, 1.6 * u, 0.5))


def _bold(board: Board, full: bool) -> None:
    """Flat colour and three large forms that slide in at the side away from the words."""
    p, w, h, u, rng = board.palette, board.w, board.h, board.u, board.rng
    _flood(board, (0, p.ground[0]), (1, mixed(p.ground[0], p.ground[1], 0.7)))
    if not full:
        board.layer("corner", 12, life=_in(board.beat(0, 0.6), -240 * u if board.flipped else 240 * u, 240 * u))
        board.canvas.drawCircle(-20 * u if board.flipped else w + 20 * u, h + 30 * u, 220 * u, filled(p.shapes[0]))
        return
    wide = w > h
    spots = [(0.9, 0.2, 300), (0.8, 0.86, 250), (1.0, 0.6, 190)]
    if not wide:
        spots = [(0.93, 0.03, 250), (0.1, 0.97, 230), (0.84, 0.93, 140)]
        if board.upright:
            spots = [(0.86, 0.1, 290), (0.16, 0.93, 270), (0.8, 0.9, 200)]
    forms = ["disc", "quarter", "stripes", "ring"]
    order = [forms[int(n)] for n in rng.permutation(4)][:3]
    for n, ((x, y, size), form) in enumerate(zip(spots, order, strict=True)):
        cx, cy, r = board.across_at(x), y * h, size * u
        turn = float(rng.choice([0, 90, 180, 270]))
        outward = (1 if cx > 0.5 * w else -1) * (r + 0.2 * w) if wide else 0
        down = 0 if wide else (1 if y > 0.5 else -1) * (r + 0.15 * h)
        canvas = board.layer(form, 13 - n, life=_in(board.beat(0.05 * n, 0.55 + 0.1 * n), outward, down, 24, (cx, cy)))
        canvas.save()
        canvas.rotate(turn, cx, cy)
        _FORMS[form](canvas, cx, cy, r, p.shapes[n])
        canvas.restore()


def _quarter(canvas: skia.Canvas, x: float, y: float, r: float, tone: Rgb) -> None:
    path = skia.Path()
    path.moveTo(x - r, y - r)
    path.arcTo(skia.Rect.MakeLTRB(x - 3 * r, y - 3 * r, x + r, y + r), 0, 90, False)
    path.close()
    canvas.drawPath(path, filled(tone))


def _stripes(canvas: skia.Canvas, x: float, y: float, r: float, tone: Rgb) -> None:
    for n in range(5):
        top = y - r + n * 0.44 * r
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x - r, top, 2 * r, 0.2 * r), 0.1 * r, 0.1 * r, filled(tone))


_FORMS: dict[str, Callable[[skia.Canvas, float, float, float, Rgb], None]] = {
    "disc": lambda c, x, y, r, tone: c.drawCircle(x, y, r, filled(tone)),
    "ring": lambda c, x, y, r, tone: c.drawCircle(x, y, 0.8 * r, stroked(tone, 0.34 * r)),
    "quarter": _quarter,
    "stripes": _stripes,
}


def _poster(board: Board, full: bool) -> None:
    """A dark house with one light from above, and dust in it."""
    p, w, h, u, rng = board.palette, board.w, board.h, board.u, board.rng
    _flood(
        board, (0, mixed(p.ground[0], p.ground[1], 0.6)), (0.75, p.ground[0]), (1, mixed(p.ground[0], (0, 0, 0), 0.4))
    )
    x = float(rng.uniform(0.36, 0.64)) * w
    strength = 0.85 if full else 0.45
    canvas = board.layer("beam", 16, life=_drift(18 * u, 0))
    canvas.save()
    canvas.translate(x, -0.1 * h)
    canvas.scale(0.8, 1.25 * h / (900 * u))
    canvas.translate(-x, 0)
    stops = (
        (0, p.ground[2], strength),
        (0.4, p.ground[2], 0.4 * strength),
        (0.75, p.ground[2], 0.1 * strength),
        (1, p.ground[2], 0.0),
    )
    canvas.drawRect(skia.Rect.MakeLTRB(-w, -h, 2 * w, 2 * h), _disc(x, 0, 900 * u, *stops))
    canvas.restore()
    motes = rng.uniform(0, 1, (46 if full else 20, 4))

    def dust(canvas: skia.Canvas, t: float) -> None:
        for mx, my, size, phase in motes.tolist():
            px = (x / w - 0.32 + 0.64 * mx + 0.012 * math.sin(2 * math.pi * (t / _LOOP + phase))) * w
            py = ((my - t * 0.008 * (0.4 + size)) % 1.0) * h
            glow = 0.1 + 0.22 * (0.5 + 0.5 * math.sin(2 * math.pi * (t / 4 + phase)))
            canvas.drawCircle(px, py, (0.8 + 1.8 * size) * u, filled(p.accent, glow * (1 - py / h)))

    board.layer("dust", 10, live=dust)
    board.layer("edge", FAR)
    reach = math.hypot(w, h) / 2
    board.canvas.drawRect(
        board.beyond(), _disc(w / 2, h * 0.46, 1.15 * reach, (0.45, (0, 0, 0), 0), (1, (0, 0, 0), 0.6))
    )


def _minimal(board: Board, full: bool) -> None:
    """Nothing but a tone, and one small thing."""
    p, u = board.palette, board.u
    _flood(board, (0, p.ground[0]), (1, p.ground[1]))
    if not full:
        return
    beat = board.beat(0.0, 0.5)
    x, y = (board.area[0] + 46 * u if board.flipped else board.area[2] - 46 * u), board.area[1] + 46 * u
    board.layer("dot", 10, life=lambda t: _grown(settle(beat.at(t)), x, y))
    board.canvas.drawCircle(x, y, 46 * u, filled(p.accent))
    board.layer("ring", 12, life=_drift(5 * u, 5 * u))
    board.canvas.drawCircle(x, y, 92 * u, stroked(p.ink, 1.4 * u, 0.25))


def _grown(share: float, x: float, y: float) -> Pose:
    return Pose(wide=max(0.001, share), tall=max(0.001, share), anchor=(x, y))


def _paper(board: Board, full: bool) -> None:
    """Sheets of coloured paper, cut by hand, laid over each other at the foot."""
    p, w, h, u, rng = board.palette, board.w, board.h, board.u, board.rng
    _flood(board, (0, p.ground[0]), (1, p.ground[1]))
    tooth = paper_tooth()
    if full:
        x, y, r = float(rng.choice([0.2, 0.8])) * w, (0.63 if w > h else 0.64) * h, 118 * u
        board.layer("sun", 24, life=_in(board.beat(0, 0.8), 0, 260 * u))
        board.canvas.drawCircle(x, y, r, _cast(filled(p.accent if p.dark else p.shapes[1]), u))
    tops = (0.62, 0.7, 0.78, 0.87) if full else (0.9, 0.945)
    sheets = p.shapes[:4] if full else p.shapes[1:3]
    for n, (top, tone) in enumerate(zip(tops, sheets, strict=True)):
        board.layer(f"sheet {n}", 16 - 1.5 * n, life=_in(board.beat(0.04 * n, 0.55 + 0.08 * n), 0, (1.06 - top) * h))
        board.canvas.drawPath(wave(rng, w, h, top * h, (0.055 if full else 0.02) * h), _cast(filled(tone), u))
    board.layer("tooth", 9.5)
    board.canvas.drawRect(board.beyond(), skia.Paint(Shader=tooth))


def _cast(paint: skia.Paint, u: float) -> skia.Paint:
    """With the shadow of a sheet that lies a little above what is under it."""
    paint.setImageFilter(skia.ImageFilters.DropShadow(0, -5 * u, 9 * u, 9 * u, skia.ColorSetARGB(95, 20, 10, 5)))
    return paint


def _neon(board: Board, full: bool) -> None:
    """A brick wall at night, lit by the tubes."""
    p, w, h, u = board.palette, board.w, board.h, board.u
    _flood(board, (0, p.ground[0]), (0.55, p.ground[1]), (1, mixed(p.ground[0], (0, 0, 0), 0.35)))
    board.layer("bricks", 13)
    board.canvas.drawPath(brick_lines(w, h, 92 * u), stroked((255, 255, 255), 2.2 * u, 0.035))
    beat = board.beat(0.1, 0.9)
    y = (0.47 if full else 0.3) * h

    def lit(t: float) -> Pose:
        return Pose(alpha=0.25 + 0.75 * smooth(beat.at(t)) * (0.97 + 0.03 * math.sin(2 * math.pi * t / 2)))

    canvas = board.layer("glow", 11, light=True, life=lit)
    canvas.save()
    canvas.translate(w / 2, y)
    canvas.scale(max(1.0, 1.35 * w / h), 1.0)
    strength = 0.34 if full else 0.2
    canvas.drawCircle(
        0,
        0,
        560 * u,
        _disc(0, 0, 560 * u, (0, p.ground[2], strength), (0.5, p.ground[2], 0.3 * strength), (1, p.ground[2], 0)),
    )
    canvas.restore()


def _documentary(board: Board, full: bool) -> None:
    """The height lines of a map, drifting under a still frame."""
    p, w, h, u = board.palette, board.w, board.h, board.u
    _flood(board, (0, p.ground[1]), (1, p.ground[0]))
    board.layer("lines", 14, life=_drift(14 * u, 8 * u))
    for n, path in enumerate(contour_lines(board.rng, w, h)):
        board.canvas.drawPath(path, stroked(p.ground[2], (2.2 if n % 4 == 0 else 1.2) * u, 0.6 if full else 0.3))
    board.layer("foot", FAR)
    fall = skia.GradientShader.MakeLinear(
        [(0, 0.3 * h), (0, h)], [colour(p.ground[0], 0), colour(p.ground[0], 0.92)], [0, 1]
    )
    board.canvas.drawRect(skia.Rect.MakeLTRB(-0.3 * w, 0.3 * h, 1.3 * w, 1.3 * h), skia.Paint(Shader=fall, Dither=True))


_GROUNDS: dict[str, Callable[[Board, bool], None]] = {
    "quiet": _quiet,
    "bold": _bold,
    "poster": _poster,
    "minimal": _minimal,
    "paper": _paper,
    "neon": _neon,
    "documentary": _documentary,
}
