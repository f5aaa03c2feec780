"""The light of an hour and a weather: sky colours, where the sun stands, what it does to the colour of a thing."""

from dataclasses import dataclass, replace

Colour = tuple[float, float, float]  # sRGB, 0 to 1


def hexa(code: str) -> Colour:
    """A colour from '#rrggbb'."""
    return (int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255)


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """`share` of the way from `a` to `b`."""
    s = min(1.0, max(0.0, share))
    return (a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s, a[2] + (b[2] - a[2]) * s)


def grey(a: Colour, share: float) -> Colour:
    """`a` with `share` of its colour taken out, brightness kept."""
    y = 0.3 * a[0] + 0.59 * a[1] + 0.11 * a[2]
    return mix(a, (y, y, y), share)


def lighter(a: Colour, share: float) -> Colour:
    return mix(a, (1.0, 1.0, 1.0), share)


def darker(a: Colour, share: float) -> Colour:
    return mix(a, (0.02, 0.02, 0.06), share)


@dataclass(frozen=True)
class Light:
    """One hour's light. `sky` runs from the zenith to the horizon; `ambient` multiplies every surface's own colour."""

    hour: str
    sky: tuple[Colour, ...]
    stops: tuple[float, ...]
    sun: Colour
    sun_at: tuple[float, float]  # share of the width; height over the horizon as a share of the sky (may be < 0)
    ambient: Colour
    haze: Colour
    shadow: Colour
    cloud: tuple[Colour, Colour]  # lit side, shaded side
    dark: float  # 0 full day to 1 deep night
    glow: float  # how strongly the sun lights its surroundings
    weather: str = "clear"
    indoors: bool = False

    def on(self, own: Colour, far: float = 0.0) -> Colour:
        """The colour a surface of colour `own` shows in this light, `far` (0 to 1) into the haze."""
        if self.dark > 0.6 and not self.indoors:  # by moonlight the eye sees little colour
            own = grey(own, 0.14)
        lit = (own[0] * self.ambient[0], own[1] * self.ambient[1], own[2] * self.ambient[2])
        return mix(lit, self.haze, far)

    def through(self, far: float) -> float:
        """How much of the haze lies before what is `far` (0 to 1) in clear air: fog, dust and rain thicken it."""
        thick = {"fog": 2.6, "dust": 2.0, "snow": 1.5, "rain": 1.4, "storm": 1.4, "cloudy": 1.1}.get(self.weather, 1.0)
        return float(1 - (1 - far) ** thick)

    def lit(self, own: Colour, share: float = 0.35) -> Colour:
        """The side of a surface that faces the sun."""
        return mix(self.on(lighter(own, 0.15)), self.sun, share * (0.66 if self.dark > 0.6 else 0.8))

    def shaded(self, own: Colour, share: float = 0.4) -> Colour:
        """The side of a surface that turns away from the sun."""
        return mix(self.on(own), self.shadow, share)

    @property
    def lamps(self) -> bool:
        """Whether windows and lamps are lit at this hour."""
        return self.dark >= 0.45 or self.weather == "storm"


def _hour(hour: str, sky: str, stops: tuple[float, ...], sun: str, at: tuple[float, float], ambient: Colour, haze: str,
          shadow: str, cloud: tuple[str, str], dark: float, glow: float) -> Light:  # fmt: skip
    return Light(
        hour, tuple(hexa(c) for c in sky.split()), stops, hexa(sun), at, ambient, hexa(haze), hexa(shadow),
        (hexa(cloud[0]), hexa(cloud[1])), dark, glow,
    )  # fmt: skip


_HOURS = {
    "dawn": _hour("dawn", "#3d5a94 #7d86b8 #d8a3b4 #fbc1a0 #ffe4ba", (0, 0.36, 0.66, 0.86, 1), "#fff1c9",
                  (0.27, 0.15), (0.96, 0.84, 0.86), "#f6c9b4", "#453c74", ("#ffd9c0", "#a98bb0"), 0.18, 1.0),
    "morning": _hour("morning", "#4f9fdf #86c6ee #bfe3f4 #f6ecd2", (0, 0.42, 0.78, 1), "#fff4d2",
                     (0.2, 0.42), (1.0, 0.97, 0.92), "#e2ebe6", "#35568c", ("#ffffff", "#c3d3e6"), 0.0, 0.6),
    "day": _hour("day", "#2a7fd0 #5facea #a4d6f5 #e2f3f8", (0, 0.45, 0.8, 1), "#fffbe6",
                 (0.76, 0.7), (1.0, 1.0, 0.99), "#cfe7f2", "#274a86", ("#ffffff", "#bfd3e8"), 0.0, 0.4),
    "sunset": _hour("sunset", "#2e3168 #754488 #d0546c #f78c4c #ffd07a", (0, 0.33, 0.62, 0.85, 1), "#ffe2a0",
                    (0.68, 0.13), (1.0, 0.8, 0.66), "#f5a071", "#3b1f56", ("#ffb27a", "#8a4a7c"), 0.22, 1.0),
    "dusk": _hour("dusk", "#131a44 #2c3777 #665a9c #b87f9f #f0b08c", (0, 0.35, 0.65, 0.86, 1), "#ffd9b0",
                  (0.7, -0.06), (0.6, 0.58, 0.8), "#8d7ba4", "#15123a", ("#c48fae", "#4a4580"), 0.55, 0.6),
    "night": _hour("night", "#08123a #11235c #21478c #4f7fb8", (0, 0.4, 0.76, 1), "#e9f1ff",
                   (0.73, 0.68), (0.47, 0.58, 0.83), "#44699f", "#0a1538", ("#8aa6d6", "#324a80"), 0.9, 0.6),
}  # fmt: skip
HOURS = tuple(_HOURS)


def light_of(hour: str, weather: str) -> Light:
    """The light of an hour under a weather: 'clear', 'wind', 'cloudy', 'rain', 'snow', 'fog', 'dust' or 'storm'."""
    light = _HOURS[hour]
    veil = {"clear": 0.0, "cloudy": 0.4, "rain": 0.7, "snow": 0.55, "fog": 0.68, "storm": 0.85, "wind": 0.0,
            "dust": 0.72}[weather]  # fmt: skip
    if not veil:
        return replace(light, weather=weather)
    gloom = {"cloudy": 0.08, "rain": 0.3, "snow": 0.0, "fog": 0.02, "storm": 0.55, "dust": 0.1}[weather]
    cover = hexa(
        {"cloudy": "#b9c6d3", "rain": "#7f92a6", "snow": "#d3dde8", "fog": "#d2d8dc", "storm": "#4a566e",
         "dust": "#d9a86a"}[weather]
    )  # fmt: skip
    cover = mix(mix(cover, light.sky[-2], 0.3), hexa("#0d1630"), light.dark * 0.86)
    sky = tuple(mix(grey(c, veil * 0.45), mix(darker(cover, 0.28), cover, i / (len(light.sky) - 1)), veil * 0.72)
                for i, c in enumerate(light.sky))  # fmt: skip
    ambient = grey(darker(light.ambient, gloom * 0.6), veil * 0.4)
    haze = mix(light.haze, mix(cover, sky[-1], 0.5), veil)
    lit = mix(mix(light.cloud[0], cover, veil * 0.75), hexa("#20283c"), gloom * 0.5)
    return replace(
        light, sky=sky, ambient=ambient, haze=haze, weather=weather, glow=light.glow * (1 - veil * 0.8),
        cloud=(lit, darker(mix(light.cloud[1], cover, veil * 0.6), gloom * 0.55)),
    )  # fmt: skip
