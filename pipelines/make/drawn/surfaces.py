"""Walls, floors and ceilings of rooms: plaster, paper, panels, brick, stone, tiles; boards, slabs, carpets."""

import itertools

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, down, flat, outline

_OVER = 0.15  # how far over the sides a surface goes, as a share of the width


def wall(sheet: Sheet, said: str, top: float, line: float, eye: float, metre: float, holes: list[skia.Path]) -> None:
    """A wall "kind #colour" from the ceiling row `top` to the floor row `line`, open at its windows."""
    kind, _, code = said.partition(" ")
    own, canvas, light, w = hexa(code), sheet.canvas, sheet.light, sheet.w
    left, right = -_OVER * w, (1 + _OVER) * w
    canvas.save()
    for hole in holes:
        canvas.clipPath(hole, skia.ClipOp.kDifference, True)
    tones = ((0, light.on(darker(own, 0.2)), 1), (0.6, light.on(own), 1), (1, light.on(lighter(own, 0.06)), 1))
    under = line + 0.04 * sheet.h  # behind the floor's edge too: the camera moves
    canvas.drawRect(skia.Rect(left, top, right, under), down(max(top, 0), line, *tones))
    {"brick": _bricks, "stone": _stones, "tiles": _tiles, "paper": _stripes, "panels": _panels, "planks": _planks,
     "metal": _plates, "half": _wainscot}.get(kind, _plain)(sheet, own, left, top, right, line, metre)  # fmt: skip
    near = line - 0.9 * metre
    canvas.drawRect(skia.Rect(left, near, right, line), down(near, line, (0, light.shadow, 0), (1, light.shadow, 0.12)))
    if kind not in ("brick", "stone", "metal"):
        skirting = light.on(lighter(own, 0.4))
        high = 0.1 * metre
        canvas.drawRect(
            skia.Rect(left, line - high, right, line),
            down(line - high, line, (0, skirting, 1), (1, darker(skirting, 0.2), 1)),
        )
    canvas.restore()
    if top > 0:
        _ceiling(sheet, own, top, eye, metre)


def _ceiling(sheet: Sheet, own: Colour, top: float, eye: float, metre: float) -> None:
    """The ceiling over a high picture: beams that run to the eye."""
    canvas, light, w = sheet.canvas, sheet.light, sheet.w
    tone = light.on(lighter(own, 0.35))
    box = skia.Rect(-_OVER * w, -0.1 * sheet.h, (1 + _OVER) * w, top)
    canvas.drawRect(box, down(0, top, (0, darker(tone, 0.22), 1), (1, darker(tone, 0.06), 1)))
    beam = hexa("#9a7a58") if sheet.rng.random() < 0.5 else lighter(own, 0.1)
    grow = (eye + 0.1 * sheet.h) / (eye - top)  # from the wall's row to the upper edge
    for i in range(-5, 6):
        x, half = w / 2 + i * 0.85 * metre, 0.06 * metre
        far_x, far_half = w / 2 + i * 0.85 * metre * grow, half * grow
        path = outline([(x - half, top), (x + half, top), (far_x + far_half, eye - (eye - top) * grow),
                        (far_x - far_half, eye - (eye - top) * grow)])  # fmt: skip
        canvas.drawPath(path, flat(light.on(darker(beam, 0.12)), 0.9))
    canvas.drawRect(
        skia.Rect(box.left(), top - 0.05 * metre, box.right(), top + 0.06 * metre), flat(light.on(lighter(own, 0.5)))
    )
    canvas.drawRect(
        skia.Rect(box.left(), top, box.right(), top + 0.5 * metre),
        down(top, top + 0.5 * metre, (0, light.shadow, 0.22), (1, light.shadow, 0)),
    )


def _plain(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    """Plaster: a little cloudy."""
    for _ in range(12):
        r = sheet.between(0.5, 1.4) * metre
        tone = lighter(own, 0.3) if sheet.rng.random() < 0.5 else darker(own, 0.2)
        box = skia.Rect.MakeXYWH(sheet.between(left, right) - r, sheet.between(max(top, 0), line) - r / 2, 2 * r, r)
        sheet.canvas.drawOval(box, flat(sheet.light.on(tone), 0.09, r * 0.3))


def _stripes(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    path, x = skia.Path(), left
    while x < right:
        path.addRect(skia.Rect.MakeXYWH(x, top, 0.16 * metre, line - top))
        x += 0.34 * metre
    sheet.canvas.drawPath(path, flat(sheet.light.on(lighter(own, 0.35)), 0.3))
    _wainscot(sheet, own, left, top, right, line, metre)


def _wainscot(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    """Panelling on the lower third."""
    tone = sheet.light.on(mix(lighter(own, 0.5), hexa("#f4ecdf"), 0.4))
    high = line - 0.95 * metre
    sheet.canvas.drawRect(
        skia.Rect(left, high, right, line), down(high, line, (0, tone, 1), (1, darker(tone, 0.12), 1))
    )
    sheet.canvas.drawRect(skia.Rect(left, high - 0.04 * metre, right, high + 0.02 * metre), flat(lighter(tone, 0.3)))
    _boxes(sheet, tone, left, high + 0.14 * metre, right, line - 0.2 * metre, 0.75 * metre)


def _panels(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    """Wood panels up to the ceiling."""
    tone = sheet.light.on(own)
    rows = max(2, round((line - max(top, -0.5 * metre)) / (1.25 * metre)))
    for i in range(rows):
        high = line - (i + 1) * 1.25 * metre
        _boxes(sheet, tone, left, high + 0.12 * metre, right, high + 1.1 * metre, 0.95 * metre)


def _boxes(sheet: Sheet, tone: Colour, left: float, high: float, right: float, low: float, step: float) -> None:
    x = left
    while x < right:
        box = skia.Rect(x + step * 0.1, high, x + step * 0.9, low)
        sheet.canvas.drawRect(box, flat(darker(tone, 0.22), 0.6))
        inner = skia.Rect(box.left() + 3 * sheet.u, box.top() + 3 * sheet.u, box.right(), box.bottom())
        sheet.canvas.drawRect(inner, flat(lighter(tone, 0.1), 0.75))
        x += step


def _planks(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    y = line
    while y > top:
        tone = sheet.light.on(darker(own, sheet.between(0, 0.16)))
        sheet.canvas.drawRect(skia.Rect(left, y - 0.2 * metre, right, y - 0.015 * metre), flat(tone, 0.75))
        sheet.canvas.drawRect(skia.Rect(left, y - 0.015 * metre, right, y), flat(sheet.light.on(darker(own, 0.5)), 0.5))
        y -= 0.2 * metre


def _bricks(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    _course(sheet, own, left, top, right, line, 0.25 * metre, 0.095 * metre, 0.9)


def _stones(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    _course(sheet, own, left, top, right, line, 0.62 * metre, 0.34 * metre, 0.5)


def _tiles(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    _course(
        sheet, lighter(own, 0.3), left, max(top, line - 1.6 * metre), right, line, 0.2 * metre, 0.2 * metre, 0.7, False
    )


def _course(
    sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, w: float, h: float, show: float,
    broken: bool = True,
) -> None:  # fmt: skip
    """Courses of brick, stone or tile. Four tones, each one path."""
    tones = [darker(own, 0.1), lighter(own, 0.16), lighter(own, 0.06), darker(own, 0.2)]
    paths = [skia.Path() for _ in tones]
    sheet.canvas.drawRect(skia.Rect(left, top, right, line), flat(sheet.light.on(darker(own, 0.3)), 0.45 * show))
    row, y = 0, line
    while y > max(top, -0.1 * sheet.h):
        x = left - (w / 2 if row % 2 and broken else 0)
        while x < right:
            wide = w * (sheet.between(0.75, 1.3) if h > 0.2 * w and broken and show < 0.6 else 1.0)
            pick = int(sheet.rng.integers(0, 4))
            paths[pick].addRoundRect(skia.Rect(x + 1.5, y - h + 1.5, x + wide - 1.5, y - 1.5), h * 0.06, h * 0.06)
            x += wide
        row, y = row + 1, y - h
    sheet.canvas.save()
    sheet.canvas.clipRect(skia.Rect(left, top, right, line))
    for path, tone in zip(paths, tones, strict=True):
        sheet.canvas.drawPath(path, flat(sheet.light.on(tone), show))
    sheet.canvas.restore()


def _plates(sheet: Sheet, own: Colour, left: float, top: float, right: float, line: float, metre: float) -> None:
    """Metal plates with rivets and a lit strip."""
    light, canvas = sheet.light, sheet.canvas
    step, x = 1.3 * metre, left
    while x < right:
        tone = light.on(darker(own, sheet.between(0, 0.12)))
        box = skia.Rect(x + 3, top, x + step - 3, line)
        canvas.drawRect(box, along((x, 0), (x + step, 0), (0, lighter(tone, 0.14), 1), (1, darker(tone, 0.14), 1)))
        x += step
    for share in (0.18, 0.62):
        y = line - share * (line - max(top, 0))
        canvas.drawRect(skia.Rect(left, y, right, y + 0.06 * metre), flat(light.on(darker(own, 0.35)), 0.8))


def floor(sheet: Sheet, said: str, line: float, eye: float, metre: float) -> Colour:
    """A floor "kind #colour" from the wall's row to below the picture, its seams running to the eye. Its colour."""
    kind, _, code = said.partition(" ")
    own, canvas, light, w, h = hexa(code), sheet.canvas, sheet.light, sheet.w, sheet.h
    end = h * 1.12
    near = light.on(darker(own, 0.24))
    box = skia.Rect(-_OVER * w, line, (1 + _OVER) * w, end)
    canvas.drawRect(box, down(line, h, (0, light.on(lighter(own, 0.1)), 1), (1, near, 1)))
    step = {"boards": 0.32, "tiles": 0.55, "checks": 0.6, "slabs": 1.1}.get(kind, 0)
    grow = (end - eye) / (line - eye)
    rows = _rows(line, eye, end, {"tiles": 0.13, "checks": 0.1, "slabs": 0.25}.get(kind, 0.0), h)
    if kind == "checks":
        _checks(sheet, own, eye, line, step * metre, rows)
    seam = flat(light.on(darker(own, 0.45)), 0.4)
    seam.setStyle(skia.Paint.kStroke_Style)
    seam.setStrokeWidth(2 * sheet.u)
    count = int(0.65 * w / (step * metre)) + 1 if step else 0
    for i in range(-count, count + 1):
        canvas.drawLine(w / 2 + i * step * metre, line, w / 2 + i * step * metre * grow, end, seam)
    for y in rows if kind != "boards" else []:
        canvas.drawLine(box.left(), y, box.right(), y, seam)
    if kind == "boards":
        _ends(sheet, own, line, eye, step * metre, count)
    if kind in ("tiles", "checks", "slabs"):
        canvas.drawRect(box, down(line, h, (0, (1.0, 1.0, 1.0), 0.16), (0.4, (1.0, 1.0, 1.0), 0.02), (1, (1, 1, 1), 0)))
    shade = line + 50 * sheet.u
    canvas.drawRect(
        skia.Rect(box.left(), line, box.right(), shade),
        down(line, shade, (0, light.shadow, 0.35), (1, light.shadow, 0)),
    )
    return own


def _rows(line: float, eye: float, end: float, step: float, h: float) -> list[float]:
    """Rows of even distances on the ground."""
    if not step:
        return []
    far, rows = (h - eye) / (line - eye), []
    while far > (h - eye) / (end - eye):
        rows.append(eye + (h - eye) / far)
        far -= step * 2.2
    return rows


def _checks(sheet: Sheet, own: Colour, eye: float, line: float, step: float, rows: list[float]) -> None:
    path, w = skia.Path(), sheet.w
    count = int(0.65 * w / step) + 1
    for r, (y0, y1) in enumerate(itertools.pairwise(rows)):
        a, b = (y0 - eye) / (line - eye), (y1 - eye) / (line - eye)
        for i in range(-count, count):
            if (i + r) % 2:
                path.addPoly(
                    [
                        skia.Point(w / 2 + i * step * a, y0),
                        skia.Point(w / 2 + (i + 1) * step * a, y0),
                        skia.Point(w / 2 + (i + 1) * step * b, y1),
                        skia.Point(w / 2 + i * step * b, y1),
                    ],
                    True,
                )
    sheet.canvas.drawPath(path, flat(sheet.light.on(lighter(own, 0.55)), 0.75))


def _ends(sheet: Sheet, own: Colour, line: float, eye: float, step: float, count: int) -> None:
    """Where boards end, and that no two are of quite one colour."""
    w = sheet.w
    for i in range(-count, count):
        for _ in range(2):
            a = sheet.between(1, 2.4)
            b = a * sheet.between(1.2, 1.8)
            y0, y1 = eye + (line - eye) * a, eye + (line - eye) * b
            board = outline([(w / 2 + i * step * a, y0), (w / 2 + (i + 1) * step * a, y0),
                             (w / 2 + (i + 1) * step * b, y1), (w / 2 + i * step * b, y1)])  # fmt: skip
            tone = lighter(own, 0.2) if sheet.rng.random() < 0.5 else darker(own, 0.25)
            sheet.canvas.drawPath(board, flat(sheet.light.on(tone), 0.16))


def rug(sheet: Sheet, code: str) -> None:
    """A round or long rug in the middle of the floor."""
    w, h, own = sheet.w, sheet.h, hexa(code)
    x, y, r = w * 0.5, h * 0.885, min(w * 0.36, h * 0.62)
    kind = int(sheet.rng.integers(0, 3))
    rims = ((1.0, own), (0.84, lighter(own, 0.4)), (0.76, own), (0.5, lighter(own, 0.3)), (0.44, darker(own, 0.1)))
    for share, tone in rims if kind else rims[:3]:
        a, b = r * share, r * 0.16 * (share if kind == 1 else 1 - (1 - share) * 1.5)
        paint = flat(sheet.light.on(tone), 0.95)
        if kind == 1:
            sheet.canvas.drawOval(skia.Rect(x - a, y - b, x + a, y + b), paint)
        else:
            back, front = a * 0.86, a * 1.12
            sheet.canvas.drawPath(
                outline([(x - back, y - b), (x + back, y - b), (x + front, y + b), (x - front, y + b)]), paint
            )
