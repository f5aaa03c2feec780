"""Things that bear words: signs, banners, posters, chalkboards, neon, gravestones, newspapers, shop fronts."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import skia

from pipelines.make.drawn.art import Board, Sprite, corner, pixels_of, trimmed
from pipelines.make.drawn.built import round_fill, shining
from pipelines.make.drawn.forms import stroke
from pipelines.make.drawn.fronts import TALL, WIDE, shop_front
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import around, down, flat, outline

HUNG = "-hung"  # how the name of a board ends that hangs on a wall
_CREAM, _WOOD, _SLATE = hexa("#f6efdf"), hexa("#9a6a40"), hexa("#2c3a38")


def _tone(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = (round(255 * c) for c in colour)
    return red, green, blue


def _plate(canvas: skia.Canvas, box: tuple[float, float, float, float], colour: Colour, r: float = 3.0) -> None:
    """A board seen from the front, a little lighter above."""
    rect = skia.Rect.MakeLTRB(*box)
    canvas.drawRoundRect(
        rect, r, r, down(box[1], box[3], (0, lighter(colour, 0.16), 1), (0.5, colour, 1), (1, darker(colour, 0.12), 1))
    )


def _post(canvas: skia.Canvas, x: float, top: float, foot: float, wide: float, colour: Colour = _WOOD) -> None:
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - wide / 2, top, x + wide / 2, foot),
        1.5,
        1.5,
        round_fill(x - wide / 2, x + wide / 2, colour),
    )


def _lines(canvas: skia.Canvas, box: tuple[float, float, float, float], colour: Colour, count: int = 3) -> None:
    """What stands for writing where nobody has said what is written."""
    left, top, right, foot = box
    for k in range(count):
        y = top + (foot - top) * (k + 0.7) / (count + 0.4)
        short = 0.12 + 0.14 * ((k * 2) % 3) / 2
        wide = (right - left) * short
        stroke(canvas, [(left + wide, y), (right - wide, y)], colour, (foot - top) * 0.07)


def _sign(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """A board on a post, or on two chains. 140 × 120."""
    if hung:
        for x in (30, 110):
            stroke(canvas, [(x, 0), (x, 14)], hexa("#5a5f6c"), 2)
    else:
        _post(canvas, 70, 2, 120, 11)
    _plate(canvas, (4, 10, 136, 76), _WOOD, 6)
    _plate(canvas, (9, 15, 131, 71), _CREAM, 3.5)
    for x in (15, 125):
        for y in (21, 65):
            canvas.drawCircle(x, y, 1.5, flat(darker(_WOOD, 0.4)))
    if blank:
        _lines(canvas, (24, 22, 116, 64), hexa("#b8ab94"))
    return Board((20, 20, 120, 66), _tone(_CREAM), ink=(52, 40, 34))


def _placard(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """A board on a long stick, to be held up. 110 × 170."""
    _post(canvas, 55, 50, 170, 5)
    _plate(canvas, (2, 2, 108, 66), hexa("#f8f5ec"), 2)
    if blank:
        _lines(canvas, (16, 12, 94, 58), hexa("#b8ab94"))
    return Board((7, 7, 103, 61), _tone(hexa("#f8f5ec")), ink=(176, 36, 40))


def _banner(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """A cloth between two poles, or on two cords. 260 × 130."""
    cloth = hexa("#c8423c")
    if hung:
        for x0, x1 in ((14, 2), (246, 258)):
            stroke(canvas, [(x0, 16), (x1, 0)], hexa("#6a5a4a"), 1.6)
    else:
        for x in (8, 252):
            _post(canvas, x, 4, 130, 6)
            canvas.drawCircle(x, 5, 5, around((x - 1.5, 3), 7, (0, hexa("#ffe39a"), 1), (1, hexa("#b98a2f"), 1)))
    top = [(12 + 236 * i / 24, 16 + 5 * math.sin(math.pi * i / 24)) for i in range(25)]
    foot = [(12 + 236 * i / 24, 74 + 7 * math.sin(math.pi * i / 24)) for i in range(24, -1, -1)]
    path = outline([*top, *foot])
    canvas.drawPath(path, down(14, 80, (0, lighter(cloth, 0.12), 1), (0.55, cloth, 1), (1, darker(cloth, 0.2), 1)))
    canvas.save()
    canvas.clipPath(path, True)
    for k in range(7):  # folds
        x = 20 + 38 * k
        canvas.drawRect(skia.Rect.MakeXYWH(x, 10, 9, 76), flat(darker(cloth, 0.4), 0.16, 4))
    canvas.restore()
    for line in (top, foot):
        rim = 2.6 if line is top else -2.6
        for a, b in pairwise(line):
            stroke(canvas, [(a[0], a[1] + rim), (b[0], b[1] + rim)], hexa("#f6d48a"), 1.2)
    if blank:
        _lines(canvas, (50, 30, 210, 70), hexa("#f0c8b0"), 1)
    return Board((24, 25, 236, 75), _tone(cloth), ink=(255, 244, 220), lines=2)


def _poster(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """A sheet of paper, on a notice board or pinned to the wall. 84 × 124."""
    if not hung:
        for x in (14, 70):
            _post(canvas, x, 8, 124, 6)
        _plate(canvas, (2, 4, 82, 92), _WOOD, 3)
    _plate(canvas, (8, 9, 76, 88), hexa("#f8e6b8"), 1)
    canvas.drawRect(skia.Rect.MakeLTRB(8, 9, 76, 15), flat(hexa("#d8563f")))
    canvas.drawRect(skia.Rect.MakeLTRB(8, 82, 76, 88), flat(hexa("#2f7f8a")))
    for x in (12, 72):
        canvas.drawCircle(x, 12, 1.6, flat(hexa("#f4f0e6")))
    if blank:
        canvas.drawCircle(42, 40, 15, flat(hexa("#e89a3a")))
        _lines(canvas, (14, 58, 70, 80), hexa("#7a6a50"), 2)
    return Board((13, 18, 71, 79), _tone(hexa("#f8e6b8")), ink=(60, 34, 42), lines=4)


def _chalkboard(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """A slate on an easel, or on the wall. 130 × 130."""
    if not hung:
        for a, b in (((36, 4), (18, 128)), ((94, 4), (112, 128)), ((65, 4), (65, 116))):
            stroke(canvas, [a, b], darker(_WOOD, 0.15), 5)
    _plate(canvas, (4, 10, 126, 96), lighter(_WOOD, 0.08), 4)
    _plate(canvas, (10, 16, 120, 90), _SLATE, 1.5)
    canvas.drawOval(skia.Rect.MakeLTRB(24, 26, 104, 62), flat((1, 1, 1), 0.045, 9))
    _plate(canvas, (30, 92, 100, 98), darker(_WOOD, 0.2), 1.5)
    stroke(canvas, [(44, 92), (54, 92)], (1, 1, 1), 2.4)
    stroke(canvas, [(60, 92), (67, 92)], hexa("#f2b8a0"), 2.4)
    if blank:
        _lines(canvas, (22, 26, 108, 80), hexa("#aebab4"))
    return Board((16, 20, 114, 86), _tone(_SLATE), "chalk", (246, 244, 232), 4)


def _neon(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """Glass tubes on a dark panel, on two posts or on a wall. 160 × 130."""
    panel, tube = hexa("#241f33"), hexa("#3fd8ff")
    if not hung:
        for x in (36, 124):
            _post(canvas, x, 20, 130, 6, hexa("#4a4a58"))
    _plate(canvas, (2, 6, 158, 84), panel, 10)
    edge = flat(tube, 0.5, 3)
    for paint, thick in ((edge, 5.0), (flat(lighter(tube, 0.55)), 1.8)):
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(thick)
        canvas.drawRoundRect(skia.Rect.MakeLTRB(9, 13, 151, 77), 8, 8, paint)
    if blank:
        _lines(canvas, (30, 26, 130, 64), hexa("#ff6ad0"), 2)
    return Board((17, 20, 143, 70), _tone(panel), "lit", (255, 84, 170), 2)


def _billboard(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """A large panel on steel legs. 200 × 130."""
    for x in (46, 154):
        _post(canvas, x, 60, 130, 7, hexa("#6a7280"))
    _plate(canvas, (2, 4, 198, 92), hexa("#4a5160"), 3)
    _plate(canvas, (7, 9, 193, 87), hexa("#f7f4ea"), 1)
    canvas.drawRect(skia.Rect.MakeLTRB(7, 74, 193, 87), flat(hexa("#f2a93a")))
    stroke(canvas, [(10, 96), (190, 96)], hexa("#5a6270"), 3)
    if blank:
        _lines(canvas, (30, 18, 170, 70), hexa("#c4bda8"))
    return Board((14, 13, 186, 72), _tone(hexa("#f7f4ea")), ink=(34, 44, 70))


def _gravestone(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """A headstone with a round top. 84 × 104."""
    stone = hexa("#a3a8ae")
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(10, 3, 74, 130), 32, 34)
    canvas.save()
    canvas.clipRect(skia.Rect(0, 0, 84, 98))
    canvas.drawPath(path, round_fill(6, 82, stone))
    canvas.restore()
    canvas.drawRoundRect(skia.Rect.MakeLTRB(3, 92, 81, 104), 2, 2, round_fill(0, 90, darker(stone, 0.12)))
    for x, y, r in ((22, 80, 5), (28, 86, 4), (64, 90, 5), (58, 84, 3)):
        canvas.drawOval(skia.Rect.MakeLTRB(x - r, y - r * 0.6, x + r, y + r * 0.6), flat(hexa("#6f8f5a"), 0.6))
    if blank:
        _lines(canvas, (20, 30, 64, 66), darker(stone, 0.35))
    return Board((17, 24, 67, 76), _tone(stone), "carved", (70, 74, 82), 4)


def _newspaper(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """The first page of a newspaper. 100 × 122."""
    paper, print_ = hexa("#f1ede2"), hexa("#8a867c")
    _plate(canvas, (6, 5, 98, 121), darker(paper, 0.12), 1)
    _plate(canvas, (2, 2, 95, 119), paper, 1)
    for y in (8, 46):
        stroke(canvas, [(8, y), (89, y)], hexa("#4a4842"), 1)
    canvas.drawRect(skia.Rect.MakeLTRB(8, 52, 48, 82), flat(hexa("#b8b2a2")))
    canvas.drawCircle(28, 64, 7, flat(hexa("#98927f")))
    for column, top in ((54, 52), (8, 87), (54, 87)):
        for y in range(top, 116 if top > 60 else 84, 5):
            stroke(canvas, [(column, y), (column + 34 - 7 * (y % 3 == 0), y)], print_, 1.5)
    if blank:
        _lines(canvas, (10, 12, 87, 44), hexa("#4a4842"), 2)
    return Board((8, 11, 89, 44), _tone(paper), ink=(36, 34, 32), lines=2)


def _cover(canvas: skia.Canvas, hung: bool, blank: bool) -> Board:
    """A closed book, its cover to us. 84 × 112."""
    own, gold = hexa("#7a2f3c"), hexa("#e2bd6a")
    _plate(canvas, (10, 6, 82, 111), hexa("#f0e6cf"), 2)
    _plate(canvas, (2, 2, 78, 108), own, 3)
    canvas.drawRect(skia.Rect.MakeLTRB(2, 2, 10, 108), flat(darker(own, 0.3)))
    frame = flat(gold)
    frame.setStyle(skia.Paint.kStroke_Style)
    frame.setStrokeWidth(1.3)
    canvas.drawRect(skia.Rect.MakeLTRB(15, 8, 73, 102), frame)
    canvas.drawCircle(44, 86, 7, frame)
    return Board((18, 12, 70, 76), _tone(own), "carved", _tone(gold), 4)


@dataclass(frozen=True)
class _Kind:
    brush: Callable[[skia.Canvas, bool, bool], Board]
    wide: float
    tall: float


_KINDS = {
    "sign": _Kind(_sign, 140, 120),
    "placard": _Kind(_placard, 110, 170),
    "banner": _Kind(_banner, 260, 130),
    "poster": _Kind(_poster, 84, 124),
    "chalkboard": _Kind(_chalkboard, 130, 130),
    "neon": _Kind(_neon, 160, 130),
    "billboard": _Kind(_billboard, 200, 130),
    "gravestone": _Kind(_gravestone, 84, 104),
    "newspaper": _Kind(_newspaper, 100, 122),
    "cover": _Kind(_cover, 84, 112),
    "shopfront": _Kind(lambda canvas, hung, blank: shop_front(canvas), WIDE, TALL),
}
HANGS = frozenset({"own:sign", "own:banner", "own:poster", "own:chalkboard", "own:neon"})  # indoors these are hung
# Where words go on a picture of the pack; the colour there.
_ON_ART = {
    "delivery-truck": Board((0.46, 0.1, 0.95, 0.46), (240, 178, 60), ink=(70, 36, 20), lines=2),
    "bus": Board((0.2, 0.555, 0.82, 0.695), (250, 170, 50), ink=(70, 30, 30), lines=1),
    "laptop": Board((0.18, 0.14, 0.82, 0.56), (60, 170, 240), ink=(255, 255, 255)),
    "desktop-computer": Board((0.1, 0.1, 0.9, 0.58), (60, 170, 240), ink=(255, 255, 255)),
    "television": Board((0.16, 0.3, 0.67, 0.67), (60, 150, 220), ink=(255, 255, 255)),
    "motor-boat": Board((0.2, 0.56, 0.84, 0.7), (240, 240, 245), ink=(34, 60, 110), lines=1),
    "sailboat": Board((0.32, 0.68, 0.8, 0.78), (236, 110, 70), ink=(255, 246, 230), lines=1),
    "ship": Board((0.24, 0.465, 0.88, 0.57), (240, 240, 245), ink=(34, 60, 110), lines=1),
}


def boarded(name: str, height: int, blank: bool) -> Sprite | None:
    """A board `height` pixels high, with its place for words; `blank`: with lines instead of words. None for others."""
    kind = _KINDS.get(name.removesuffix(HUNG))
    if kind is None:
        return None
    scale = height / kind.tall
    surface = skia.Surface(max(1, round(kind.wide * scale)), max(1, height))
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    board = kind.brush(canvas, name.endswith(HUNG), blank)
    pixels = pixels_of(surface)
    left, top = corner(pixels)
    cut = trimmed(pixels)
    h, w = cut.shape[:2]
    x0, y0, x1, y1 = (scale * v for v in board.box)
    place = ((x0 - left) / w, (y0 - top) / h, (x1 - left) / w, (y1 - top) / h)
    shine = cut if board.way == "lit" else shining(cut) if name == "shopfront" else None
    return Sprite(cut, board=replace(board, box=place), emit=shine)


def board_of(name: str) -> Board | None:
    """Where words go on a picture of the pack, as it is, not mirrored; None where they cannot."""
    return _ON_ART.get(name)
