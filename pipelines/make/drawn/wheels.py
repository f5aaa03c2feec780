"""Wheels that turn as far as their vehicle goes: the hubs and spokes, drawn over its picture."""

import math

import skia

from pipelines.make.drawn.layering import Life, Live
from pipelines.make.drawn.light import Light, hexa
from pipelines.make.drawn.sheet import outline, rgba

# Where a picture has wheels: the middle as shares of its width and height, the radius as a share of its width.
_AT: dict[str, tuple[tuple[float, float, float], ...]] = {
    "automobile": ((0.237, 0.81, 0.123), (0.764, 0.81, 0.123)),
    "bus": ((0.235, 0.836, 0.123), (0.766, 0.836, 0.123)),
    "taxi": ((0.237, 0.83, 0.123), (0.761, 0.83, 0.123)),
    "delivery-truck": ((0.242, 0.842, 0.123), (0.764, 0.842, 0.123)),
    "minibus": ((0.236, 0.817, 0.12), (0.772, 0.817, 0.12)),
    "fire-engine": ((0.236, 0.862, 0.123), (0.767, 0.862, 0.123)),
    "ambulance": ((0.243, 0.843, 0.123), (0.779, 0.843, 0.123)),
    "police-car": ((0.229, 0.823, 0.133), (0.765, 0.823, 0.133)),
    "racing-car": ((0.232, 0.674, 0.122), (0.868, 0.674, 0.122)),
    "motorcycle": ((0.159, 0.76, 0.156), (0.838, 0.76, 0.156)),
    "bicycle": ((0.199, 0.733, 0.197), (0.799, 0.733, 0.197)),
    "tractor": ((0.2, 0.84, 0.125), (0.798, 0.757, 0.195)),
    "kick-scooter": ((0.143, 0.835, 0.139), (0.843, 0.835, 0.139)),
    "rover": ((0.121, 0.884, 0.094), (0.457, 0.884, 0.094), (0.793, 0.884, 0.094)),
}
_SPOKED = {"bicycle": 12, "kick-scooter": 8}


def turning(name: str, place: skia.Rect, mirrored: bool, light: Light, life: Life | None) -> Live | None:
    """The turning parts of a vehicle whose picture lies at `place` and goes as `life` says; None without wheels."""
    at = _AT.get(name)
    if at is None:
        return None
    wheels = [
        (place.left() + (1 - x if mirrored else x) * place.width(), place.top() + y * place.height(), r * place.width())
        for x, y, r in at
    ]
    hub = _spokes(_SPOKED[name]) if name in _SPOKED else _bolts()
    tone = hexa("#8f8a9c" if name in _SPOKED else "#4a4560")
    paint = skia.Paint(Color=rgba(light.on(tone), 0.8), AntiAlias=True)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        gone = life(seconds).dx if life else 0.0
        for x, y, r in wheels:
            canvas.save()
            canvas.translate(x, y)
            canvas.rotate(math.degrees(gone / r) % 360)
            canvas.scale(r, r)
            canvas.drawPath(hub, paint)
            canvas.restore()

    return live


def _bolts() -> skia.Path:
    """Five slots in a hub cap and a bolt in its middle, on a wheel of radius 1."""
    path = skia.Path()
    for k in range(5):
        a = 2 * math.pi * k / 5
        path.addPath(outline([(0.13 * math.cos(a - 0.5), 0.13 * math.sin(a - 0.5)),
                              (0.31 * math.cos(a - 0.3), 0.31 * math.sin(a - 0.3)),
                              (0.31 * math.cos(a + 0.3), 0.31 * math.sin(a + 0.3)),
                              (0.13 * math.cos(a + 0.5), 0.13 * math.sin(a + 0.5))]))  # fmt: skip
    path.addCircle(0, 0, 0.07)
    return path


def _spokes(count: int) -> skia.Path:
    path = skia.Path()
    for k in range(count):
        a = 2 * math.pi * k / count
        dx, dy = 0.012 * math.sin(a), -0.012 * math.cos(a)
        x, y = 0.78 * math.cos(a), 0.78 * math.sin(a)
        path.addPath(outline([(dx, dy), (x + dx, y + dy), (x - dx, y - dy), (-dx, -dy)]))
    path.addCircle(0, 0, 0.06)
    return path
