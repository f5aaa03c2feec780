"""Large things drawn whole: bridge, tower, pyramid, igloo, statue, barn, turbine, submarine, iceberg."""

import skia

from pipelines.make.drawn.art import Sprite
from pipelines.make.drawn.built import Lamps, round_fill, sprite_of
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import along, around, down, flat, outline, smooth


def _courses(canvas: skia.Canvas, path: skia.Path, colour: Colour, size: float) -> None:
    """Joints of masonry inside a path."""
    box = path.getBounds()
    canvas.save()
    canvas.clipPath(path, True)
    joint = flat(darker(colour, 0.45), 0.35)
    y, row = box.top(), 0
    while y < box.bottom():
        canvas.drawRect(skia.Rect.MakeXYWH(box.left(), y, box.width(), 0.5), joint)
        x = box.left() + (size if row % 2 else 0)
        while x < box.right():
            canvas.drawRect(skia.Rect.MakeXYWH(x, y, 0.5, size), joint)
            x += size * 2
        y += size
        row += 1
    canvas.restore()


def _bridge(canvas: skia.Canvas) -> Lamps:
    """A stone bridge of three arches. 200 × 62."""
    stone = hexa("#b3a593")
    body = skia.Path()
    body.moveTo(0, 62)
    body.lineTo(0, 26)
    body.quadTo(100, -6, 200, 26)
    body.lineTo(200, 62)
    body.close()
    for x, half, top in ((100, 27, 22), (40, 20, 34), (160, 20, 34)):
        arch = skia.Path()
        arch.moveTo(x - half, 63)
        arch.lineTo(x - half, top + half * 0.8)
        arch.cubicTo(x - half, top - 2, x + half, top - 2, x + half, top + half * 0.8)
        arch.lineTo(x + half, 63)
        arch.close()
        body = skia.Op(body, arch, skia.PathOp.kDifference_PathOp)
        canvas.drawPath(
            arch,
            down(top, 62, (0, darker(stone, 0.72), 0.9), (0.7, darker(stone, 0.6), 0.25), (1, darker(stone, 0.6), 0)),
        )
    canvas.drawPath(body, down(6, 62, (0, lighter(stone, 0.2), 1), (0.4, stone, 1), (1, darker(stone, 0.35), 1)))
    _courses(canvas, body, stone, 5)
    rim = skia.Path()
    rim.moveTo(-1, 26)
    rim.quadTo(100, -6, 201, 26)
    edge = flat(lighter(stone, 0.3))
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(3.4)
    canvas.drawPath(rim, edge)
    return ()


def _tower(canvas: skia.Canvas) -> Lamps:
    """A round tower with battlements. 44 × 100."""
    stone = hexa("#a9a2a6")
    body = outline([(8, 20), (36, 20), (39, 100), (5, 100)])
    canvas.drawPath(body, round_fill(5, 39, stone))
    _courses(canvas, body, stone, 4.2)
    head = outline(
        [
            (4, 24),
            (4, 8),
            (10, 8),
            (10, 13),
            (16, 13),
            (16, 8),
            (28, 8),
            (28, 13),
            (34, 13),
            (34, 8),
            (40, 8),
            (40, 24),
            (36, 28),
            (8, 28),
        ]
    )
    canvas.drawPath(head, round_fill(4, 40, lighter(stone, 0.1)))
    for y in (40, 62):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(20, y, 5, 9), 2.5, 2.5, flat(hexa("#ffd479")))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(15, 84, 14, 18), 7, 7, flat(hexa("#4a3328")))
    canvas.drawLine(22, 8, 22, 0, flat(hexa("#5a4a40")))
    canvas.drawPath(outline([(22, 0), (34, 3), (22, 6)]), flat(hexa("#c9483a")))
    return ()


def _pyramid(canvas: skia.Canvas) -> Lamps:
    """A pyramid, one face in the light. 160 × 90."""
    sand = hexa("#dcb26c")
    left, right = outline([(0, 90), (88, 0), (112, 90)]), outline([(88, 0), (160, 90), (112, 90)])
    canvas.drawPath(left, down(0, 90, (0, lighter(sand, 0.25), 1), (1, sand, 1)))
    canvas.drawPath(right, down(0, 90, (0, darker(sand, 0.25), 1), (1, darker(sand, 0.42), 1)))
    for path in (left, right):
        _courses(canvas, path, sand, 5)
    return ()


def _igloo(canvas: skia.Canvas) -> Lamps:
    """An igloo. 130 × 70."""
    snow = hexa("#eaf2fb")
    dome = skia.Path()
    dome.moveTo(2, 70)
    dome.cubicTo(4, -18, 106, -18, 108, 70)
    dome.close()
    canvas.drawPath(dome, around((36, 22), 92, (0, (1, 1, 1), 1), (0.5, snow, 1), (1, hexa("#8fa9d0"), 1)))
    _courses(canvas, dome, hexa("#9fb6d6"), 8)
    door = skia.Path()
    door.moveTo(78, 70)
    door.cubicTo(78, 26, 128, 26, 128, 70)
    door.close()
    canvas.drawPath(door, round_fill(78, 128, snow))
    inner = skia.Path()
    inner.moveTo(90, 70)
    inner.cubicTo(90, 38, 122, 38, 122, 70)
    inner.close()
    canvas.drawPath(inner, down(44, 70, (0, hexa("#33415f"), 1), (1, hexa("#8a6a52"), 1)))
    return ()


def _statue(canvas: skia.Canvas) -> Lamps:
    """A robed figure of stone on a plinth, one arm raised. 50 × 100."""
    stone = hexa("#b9bcc0")
    canvas.drawRect(skia.Rect.MakeXYWH(8, 76, 34, 24), round_fill(8, 42, darker(stone, 0.1)))
    canvas.drawRect(skia.Rect.MakeXYWH(5, 72, 40, 6), round_fill(5, 45, stone))
    canvas.drawRect(skia.Rect.MakeXYWH(5, 95, 40, 5), round_fill(5, 45, stone))
    arm = flat(lighter(stone, 0.05))
    arm.setStyle(skia.Paint.kStroke_Style)
    arm.setStrokeWidth(5)
    arm.setStrokeCap(skia.Paint.kRound_Cap)
    canvas.drawPath(smooth([(31, 28), (39, 22), (41, 8)], close=False), arm)
    canvas.drawPath(
        smooth([(16, 28), (25, 23), (34, 28), (34, 44), (38, 73), (12, 73), (15, 44)]), round_fill(12, 38, stone)
    )
    for x in (19, 25, 31):
        canvas.drawLine(x, 46, x + (x - 25) * 0.5, 71, flat(darker(stone, 0.3), 0.7))
    canvas.drawCircle(25, 17, 6.4, around((23, 15), 9, (0, lighter(stone, 0.3), 1), (1, darker(stone, 0.25), 1)))
    return ()


def _barn(canvas: skia.Canvas) -> Lamps:
    """A red barn. 110 × 92."""
    red, roof, white = hexa("#b5443a"), hexa("#6a5a62"), hexa("#f4ece0")
    wall = outline([(8, 92), (8, 44), (24, 18), (55, 4), (86, 18), (102, 44), (102, 92)])
    canvas.drawPath(wall, round_fill(8, 102, red))
    for x in range(14, 102, 8):
        canvas.drawRect(skia.Rect.MakeXYWH(x, 24, 0.7, 68), flat(darker(red, 0.35), 0.5))
    edge = flat(roof)
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(6)
    canvas.drawPath(outline([(2, 46), (22, 16), (55, 2), (88, 16), (108, 46)], close=False), edge)
    canvas.drawRect(skia.Rect.MakeXYWH(34, 52, 42, 40), flat(white))
    canvas.drawRect(skia.Rect.MakeXYWH(37, 55, 36, 37), flat(darker(red, 0.2)))
    for a, b in (
        ((37, 55), (55, 92)),
        ((55, 55), (37, 92)),
        ((55, 55), (73, 92)),
        ((73, 55), (55, 92)),
        ((55, 55), (55, 92)),
    ):
        bar = flat(white)
        bar.setStrokeWidth(2)
        canvas.drawLine(*a, *b, bar)
    canvas.drawRoundRect(skia.Rect.MakeXYWH(46, 22, 18, 16), 2, 2, flat(white))
    canvas.drawRect(skia.Rect.MakeXYWH(48.5, 24.5, 13, 11), flat(hexa("#4a3038")))
    return ()


def _turbine(canvas: skia.Canvas) -> Lamps:
    """A wind turbine. 80 × 120."""
    white = hexa("#eef1f4")
    canvas.drawPath(outline([(38.4, 44), (41.6, 44), (43, 120), (37, 120)]), round_fill(37, 43, white))
    for i in range(3):
        canvas.save()
        canvas.translate(40, 42)
        canvas.rotate(14 + 120 * i)
        canvas.drawPath(
            smooth([(-1.4, 0), (-3, -8), (-0.6, -40), (0.6, -40), (1.6, -8), (1.4, 0)]),
            along((-3, 0), (3, 0), (0, white, 1), (1, darker(white, 0.25), 1)),
        )
        canvas.restore()
    canvas.drawCircle(40, 42, 3, round_fill(37, 43, white))
    return ()


def _submarine(canvas: skia.Canvas) -> Lamps:
    """A yellow submarine looking to the left. 150 × 76."""
    own = hexa("#f2b732")
    canvas.drawPath(
        outline([(128, 46), (148, 26), (150, 30), (142, 50), (150, 70), (148, 74), (128, 54)]),
        round_fill(126, 150, darker(own, 0.2)),
    )
    canvas.drawPath(smooth([(56, 26), (58, 12), (88, 12), (94, 26)]), round_fill(56, 94, own))
    tube = flat(hexa("#5a6478"))
    tube.setStyle(skia.Paint.kStroke_Style)
    tube.setStrokeWidth(4)
    canvas.drawPath(outline([(76, 14), (76, 2), (66, 2)], close=False), tube)
    hull = smooth(
        [(2, 50), (10, 32), (40, 22), (90, 22), (128, 34), (138, 50), (128, 64), (90, 76), (40, 76), (10, 68)]
    )
    canvas.drawPath(hull, down(22, 76, (0, lighter(own, 0.35), 1), (0.4, own, 1), (1, darker(own, 0.45), 1)))
    for x in (30, 56, 82):
        canvas.drawCircle(x, 48, 10, round_fill(x - 10, x + 10, hexa("#8a93a6")))
        canvas.drawCircle(x, 48, 7, around((x - 2, 45), 9, (0, hexa("#fff3c4"), 1), (1, hexa("#ffd479"), 1)))
    return ()


def _iceberg(canvas: skia.Canvas) -> Lamps:
    """An iceberg. 140 × 80."""
    ice = hexa("#dff0fb")
    canvas.drawPath(
        outline([(0, 80), (14, 52), (30, 46), (46, 16), (60, 8), (74, 26), (92, 30), (112, 56), (128, 62), (140, 80)]),
        down(8, 80, (0, (1, 1, 1), 1), (0.6, ice, 1), (1, hexa("#8fc3e4"), 1)),
    )
    for facet in (
        [(60, 8), (74, 26), (66, 60), (52, 80), (44, 48)],
        [(92, 30), (112, 56), (104, 80), (86, 80)],
        [(30, 46), (36, 62), (26, 80), (8, 80), (14, 52)],
    ):
        canvas.drawPath(outline(facet), flat(hexa("#7fb4dc"), 0.35))
    return ()


_BRUSHES = {
    "bridge": (_bridge, 200, 62),
    "tower": (_tower, 44, 100),
    "pyramid": (_pyramid, 160, 90),
    "igloo": (_igloo, 130, 70),
    "statue": (_statue, 50, 100),
    "barn": (_barn, 110, 92),
    "turbine": (_turbine, 80, 120),
    "submarine": (_submarine, 150, 78),
    "iceberg": (_iceberg, 140, 80),
}


def stonework(name: str, height: int) -> Sprite | None:
    """One large thing `height` pixels high; None for a name that nobody draws."""
    row = _BRUSHES.get(name)
    return sprite_of(row[0], row[1], row[2], height, lit=name == "tower") if row else None
