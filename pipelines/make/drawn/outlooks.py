"""What is seen through a window: the hour's sky, its weather, a town, a garden, the sea, a runway, the stars."""

import skia

from pipelines.make.drawn.light import darker, hexa, light_of, lighter, mix
from pipelines.make.drawn.panes import Opening
from pipelines.make.drawn.sheet import Sheet, around, down, flat, glow, outline, smooth
from pipelines.make.drawn.sky import cloud


def outlook(sheet: Sheet, opening: Opening, view: str) -> None:
    """What lies outside, a little larger than the window so that a moving camera sees it whole."""
    light = light_of(sheet.light.hour, sheet.light.weather)
    canvas, u = sheet.canvas, sheet.u
    grow = 0.6 * opening.unit
    left, right = opening.x - opening.wide / 2 - grow, opening.x + opening.wide / 2 + grow
    top, low = opening.top - grow, opening.top + opening.tall + grow
    w, h = right - left, low - top
    canvas.save()
    canvas.clipRect(skia.Rect(left, top, right, low))
    if view == "space":
        _stars(sheet, left, top, w, h)
        canvas.restore()
        return
    canvas.drawRect(
        skia.Rect(left, top, right, low),
        down(top, low, *[(s, c, 1.0) for s, c in zip(light.stops, light.sky, strict=True)]),
    )
    if light.hour == "night" and light.weather == "clear" and sheet.may("star"):
        for _ in range(int(9 + 8 * w / opening.unit)):
            at = (sheet.between(left, right), sheet.between(top, top + h * 0.7))
            canvas.drawCircle(*at, sheet.between(0.8, 2.2) * u, flat((1, 1, 1), 0.85))
    if light.hour == "night" and light.weather == "clear":
        moon = (left + w * 0.66, top + h * 0.24)
        r = min(w, h) * 0.085
        glow(sheet, *moon, r * 5, hexa("#a9c4ff"), 0.5)
        canvas.drawCircle(*moon, r, flat(hexa("#fdf6df")))
    elif light.hour != "night" and light.weather in ("clear", "cloudy"):
        glow(sheet, opening.x, top + h * 0.7, w * 0.8, light.sun, 0.4)
        if sheet.shows("cloud"):
            cloud(sheet, left + w * sheet.between(0.25, 0.7), top + h * 0.38, min(w, h) * 0.22, 0.25, (right, top))
    _land(sheet, view, left, top, w, h)
    if light.weather in ("rain", "storm", "snow"):
        _falling(sheet, left, top, w, h, light.weather == "snow")
    canvas.restore()


def _land(sheet: Sheet, view: str, left: float, top: float, w: float, h: float) -> None:
    light = light_of(sheet.light.hour, sheet.light.weather)
    canvas, u = sheet.canvas, sheet.u
    if view == "town" and not sheet.shows("building"):
        view = "country"
    if view in ("town", "runway"):
        x = left
        while x < left + w and view == "town":
            wide, high = sheet.between(34, 76) * u, h * sheet.between(0.24, 0.5)
            tone = light.on(mix(hexa("#7f8fae"), hexa("#b08f86"), sheet.between(0, 1)), 0.45)
            canvas.drawRect(skia.Rect(x, top + h - high, x + wide, top + h), flat(tone))
            for row in range(int(high / (20 * u))):
                for column in range(max(1, int(wide / (17 * u)))):
                    on = light.lamps and sheet.rng.random() < 0.5
                    if on or sheet.rng.random() < 0.5:
                        pane = skia.Rect.MakeXYWH(
                            x + (6 + 16 * column) * u, top + h - high + (8 + 19 * row) * u, 8 * u, 10 * u
                        )
                        canvas.drawRect(pane, flat(hexa("#ffd98a") if on else darker(tone, 0.2), 0.9 if on else 0.5))
            x += wide + 2 * u
        if view == "runway":
            _runway(sheet, left, top, w, h)
        return
    if view == "sea":
        water = mix(light.on(hexa("#1f7fae")), light.sky[-1], 0.3)
        canvas.drawRect(
            skia.Rect(left, top + h * 0.62, left + w, top + h),
            down(top + h * 0.62, top + h, (0, light.sky[-1], 1), (0.2, water, 1), (1, water, 1)),
        )
        return
    tones = ("#7a9a9a", "#6f9a68", "#548a4f") if view == "garden" else ("#8a9ab8", "#7a9a8a", "#6a9a5f")
    for i, code in enumerate(tones):
        base = top + h * (0.62 + 0.1 * i)
        line = [(left + w * k / 5, base + h * sheet.between(-0.05, 0.05)) for k in range(6)]
        path = smooth(
            [(left - 30, base), *line, (left + w + 30, base), (left + w + 30, top + h + 9), (left - 30, top + h + 9)]
        )
        canvas.drawPath(path, flat(light.on(hexa(code), 0.5 - 0.2 * i)))
    if view == "garden" and sheet.shows("tree"):
        for _ in range(3):
            x, r = left + w * sheet.between(0, 1), min(w, h) * sheet.between(0.12, 0.2)
            own = light.on(hexa("#4f8f4a"))
            canvas.drawRect(skia.Rect.MakeXYWH(x - r * 0.1, top + h * 0.7, r * 0.2, h), flat(light.on(hexa("#6b4a3a"))))
            canvas.drawCircle(
                x,
                top + h * 0.66,
                r,
                around(
                    (x - r * 0.3, top + h * 0.66 - r * 0.4),
                    r * 1.4,
                    (0, lighter(own, 0.2), 1),
                    (1, darker(own, 0.25), 1),
                ),
            )


def _runway(sheet: Sheet, left: float, top: float, w: float, h: float) -> None:
    """A field with its runway, lamps along it at night, and an aeroplane that waits."""
    light, canvas, u = light_of(sheet.light.hour, sheet.light.weather), sheet.canvas, sheet.u
    canvas.drawRect(skia.Rect(left, top + h * 0.52, left + w, top + h), flat(light.on(hexa("#8f9a78"), 0.3)))
    canvas.drawRect(skia.Rect(left, top + h * 0.58, left + w, top + h), flat(light.on(hexa("#7a7f8a"))))
    for k in range(6):
        glimmer = flat(hexa("#ffe9a8") if light.lamps else light.on(hexa("#f4f0e4")))
        canvas.drawCircle(left + w * (k + 0.5) / 6, top + h * 0.565, 3 * u, glimmer)
    if sheet.rng.random() < 0.5 or not sheet.shows("airliner"):
        return
    white, x, y, r = light.on(hexa("#f2f5f8")), left + w * sheet.between(0.25, 0.6), top + h * 0.55, h * 0.085
    w = min(w, 1.9 * h)
    tail = [
        (x + w * 0.42, y - r),
        (x + w * 0.55, y - r * 4.4),
        (x + w * 0.68, y - r * 4.4),
        (x + w * 0.62, y - r * 0.2),
    ]
    canvas.drawPath(outline(tail), flat(light.on(hexa("#3f7fc0"))))
    body = skia.Rect(x - w, y - r, x + w * 0.62, y + r)
    canvas.drawRoundRect(body, r, r, down(y - r, y + r, (0, white, 1), (0.6, white, 1), (1, darker(white, 0.3), 1)))
    for k in range(int(1.3 * w / (1.2 * r))):
        pane = skia.Rect.MakeXYWH(x + w * 0.4 - 1.2 * r * k, y - r * 0.4, r * 0.5, r * 0.5)
        canvas.drawRoundRect(pane, 3, 3, flat(hexa("#ffdf9a") if light.lamps else hexa("#4a6a8a")))
    canvas.drawPath(outline([(x - w * 0.2, y + r * 0.4), (x + w * 0.15, y + r * 0.4), (x + w * 0.4, y + r * 2.6),
                             (x + w * 0.25, y + r * 2.6)]), flat(darker(white, 0.22)))  # fmt: skip


def _stars(sheet: Sheet, left: float, top: float, w: float, h: float) -> None:
    canvas, u = sheet.canvas, sheet.u
    canvas.drawRect(
        skia.Rect.MakeXYWH(left, top, w, h), down(top, top + h, (0, hexa("#060a1e"), 1), (1, hexa("#1a1440"), 1))
    )
    for _ in range(int(w * h / (900 * u * u))):
        canvas.drawCircle(
            sheet.between(left, left + w),
            sheet.between(top, top + h),
            sheet.between(0.6, 2) * u,
            flat((1, 1, 1), sheet.between(0.4, 1)),
        )
    if sheet.rng.random() < 0.75:
        r = min(w, h) * sheet.between(0.26, 0.42)
        x, y = left + w * sheet.between(0.3, 0.7), top + h * sheet.between(0.6, 1.0)
        own = hexa(("#4f8fd0", "#d98f5f", "#b07fd0", "#5fb0a0")[int(sheet.rng.integers(0, 4))])
        glow(sheet, x, y, r * 1.5, own, 0.4)
        canvas.drawCircle(
            x,
            y,
            r,
            around(
                (x - r * 0.4, y - r * 0.4), r * 1.6, (0, lighter(own, 0.4), 1), (0.5, own, 1), (1, darker(own, 0.75), 1)
            ),
        )


def _falling(sheet: Sheet, left: float, top: float, w: float, h: float, snow: bool) -> None:
    u, path = sheet.u, skia.Path()
    for _ in range(int(w * h / (2600 * u * u))):
        x, y = sheet.between(left, left + w), sheet.between(top, top + h)
        if snow:
            path.addCircle(x, y, sheet.between(1.2, 3.2) * u)
        else:
            path.addRect(skia.Rect.MakeXYWH(x, y, 1.5 * u, sheet.between(9, 26) * u))
    sheet.canvas.drawPath(path, flat((0.93, 0.96, 1.0), 0.9 if snow else 0.4))
