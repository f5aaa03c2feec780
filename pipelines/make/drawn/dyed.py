"""Things in the colour that the words give them: a blue car, a white horse. Shading, windows, eyes and wheels stay."""

import numpy as np
from numpy.typing import NDArray

from pipelines.make.drawn.art import Pixels
from pipelines.make.drawn.garments import COLOURS
from pipelines.make.drawn.light import hexa
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.things import VEHICLES, Thing

Lab = NDArray[np.float32]  # (…, 3) of OKLab: lightness 0 to 1, green to red, blue to yellow

_DYES = COLOURS | {
    "white": "#f4f3f1", "black": "#35333d", "brown": "#82532f", "golden": "#e5ab2c", "gold": "#e5ab2c",
    "silver": "#bcc5d2", "bronze": "#b07a3a", "red": "#d8352c", "blue": "#2f76cf", "green": "#45a04f",
    "yellow": "#f6c21f", "orange": "#f08327", "ginger": "#d9772f", "rainbow": "",
}  # fmt: skip
# What is called so in its own colours.
_SO_CALLED = {
    "red": {"fox", "wolf", "deer", "stag", "panda", "wine", "apple", "heart", "rose", "squirrel", "cross", "kite"},
    "white": {"dove", "swan", "wine", "polar bear", "bread", "milk", "cloud", "snowman", "water lily"},
    "black": {"penguin", "panda", "coffee"}, "blue": {"whale", "planet"}, "green": {"tree", "plant", "cactus", "tea"},
    "brown": {"bear", "bread"}, "golden": {"retriever", "eagle", "wheat", "trophy", "crown", "coin", "key"},
    "grey": {"wolf", "elephant", "heron", "seal"}, "gold": {"coin", "ring", "crown", "trophy"},
}  # fmt: skip
_STRIPED = frozenset({"own:lighthouse", "fluent:zebra", "own:panda", "fluent:rainbow", "own:rainbow", "own:chess"})
_REACH = 0.05, 0.5  # how far in colour the main part reaches: so much, and so much of its own strength
_DARK = 0.4  # what is darker is no coat of paint, where there is anything lighter
_NEAR = 0.07  # who is so near the colour wanted has it already


# Of several of these each has its own colour.
_VARIED = {
    art: ("", "#2f76cf", "#f4f3f1", "#45a04f", "#f6c21f", "#4a4d58")
    for art in ("fluent:automobile", "fluent:balloon", "fluent:bicycle", "fluent:motorcycle", "fluent:sailboat",
                "fluent:sport-utility-vehicle", "fluent:pickup-truck", "fluent:racing-car")
} | {"fluent:tulip": ("", "#f6c21f", "#b45fc0"), "fluent:butterfly": ("", "#2f76cf", "#f6c21f"),
     "fluent:house": ("", "#9fc0b8", "#e8c08a"), "fluent:tropical-fish": ("", "#f08327", "#45a04f")}  # fmt: skip


def dye_of(subject: Subject, index: int = 0) -> str:
    """The colour ("#rrggbb") that the words give a thing, or that tells it from others of its kind (`index`); "" where
    the words give two, or the one it has anyhow."""
    said = [w for w in subject.about if w in _DYES]
    if not said and subject.count > 1 and subject.thing.art in _VARIED:
        tones = _VARIED[subject.thing.art]
        return tones[index % len(tones)]
    if len(set(said)) > 1 and subject.count > 1:  # a white horse and a black one
        said = [said[index % len(said)]]
    if len(set(said)) != 1 or subject.thing.art in _STRIPED or subject.thing.art.startswith("person:"):
        return ""
    own = _SO_CALLED.get("grey" if said[0] == "gray" else said[0], set())
    return "" if own & {subject.word, *subject.word.split(), *subject.thing.words} else _DYES[said[0]]


def dyed(pixels: Pixels, code: str, sunk: float = 0.0, glass: bool = False) -> Pixels:
    """A cut-out picture whose main part has another colour, as light and as dark as it was around its middle tone.

    `sunk`: the share of it, from below, that is under water and keeps its colour. `glass`: it has windows, which
    keep theirs. What shows the colour wanted over a fair part of it is left as it is.
    """
    seen = pixels[:, :, 3] > 0
    seen[round(len(seen) * (1 - sunk)) :] = False
    alpha = pixels[:, :, 3][seen].astype(np.float32)
    rgb = np.minimum(255, pixels[:, :, :3][seen] * (255 / alpha[:, None]))
    steps = rgb.astype(np.int32) >> 2  # a picture has few colours: each is looked at once, in steps of 4
    codes = (steps[:, 0] << 12) | (steps[:, 1] << 6) | steps[:, 2]
    often = np.bincount(codes[alpha > 200], minlength=1 << 18)
    there = np.zeros(1 << 18, bool)
    there[codes] = True
    kinds = np.flatnonzero(there)
    middles = np.stack([kinds >> 12, (kinds >> 6) & 63, kinds & 63], axis=1).astype(np.float32) * 4 + 2
    lab, weight = _lab(middles / 255), often[kinds]
    new = _toned(lab, weight, code, glass)
    if new is None:
        return pixels
    change = np.zeros((1 << 18, 3), np.float32)
    change[kinds] = _rgb(new) * 255 - middles
    out = pixels.copy()
    out[:, :, :3][seen] = np.clip((rgb + change[codes]) * (alpha[:, None] / 255) + 0.5, 0, alpha[:, None])
    return out


def _toned(lab: Lab, weight: NDArray[np.int64], code: str, glass: bool) -> Lab | None:
    """Colours with the main part of them dyed, `weight` saying how much of the picture has each; None where nothing is
    to be dyed."""
    pane = _is_glass(lab) if glass else np.zeros(len(lab), bool)
    main = _main(lab[~pane], weight[~pane])
    target = _lab(np.array([hexa(code)], np.float32))[0]
    near = (np.linalg.norm(lab - target, axis=1) < _NEAR) & ~pane
    enough = 0.25 if np.hypot(target[1], target[2]) > 0.05 else 0.5  # everything has some white or black about it
    if main is None or weight[near].sum() > enough * weight[~pane].sum():
        return None
    reach = _REACH[0] + _REACH[1] * float(np.hypot(main[1], main[2]))
    apart = np.hypot(lab[:, 1] - main[1], lab[:, 2] - main[2])
    share = (np.clip((reach * 1.3 - apart) / (reach * 0.3), 0, 1) * ~pane)[:, None]
    return np.asarray(lab + share * (_moved(lab, main, target) - lab))


def glazed(thing: Thing) -> bool:
    """Whether it has windows: a vehicle or a house."""
    return thing.tall > 1 and (thing.art.partition(":")[2] in VEHICLES or (thing.tall >= 4 and thing.place == "g"))


def _is_glass(lab: Lab) -> NDArray[np.bool_]:
    """Which colours are those of windows: light blues."""
    return np.asarray((lab[:, 2] < -0.05) & (lab[:, 1] < 0.03) & (lab[:, 0] > 0.5))


def _moved(lab: Lab, main: Lab, target: Lab) -> Lab:
    """Colours about `main` moved to lie about `target`; white stays white and black stays black."""
    apart = lab[:, 0] - main[0]
    up = (1 - target[0]) / max(0.05, 1 - main[0])
    down = target[0] / max(0.05, main[0])
    light = target[0] + np.where(apart > 0, apart * up, apart * min(1.15, down))
    # towards white and black there is less room for colour
    pale = np.clip((1.02 - light) / max(0.05, 1.02 - target[0]), 0, 1)
    strong = np.minimum(pale, np.clip(0.35 + 0.65 * light / max(0.1, target[0]), 0, 1))
    return np.stack([np.clip(light, 0, 1), target[1] * strong, target[2] * strong], axis=1)


def _main(lab: Lab, weight: NDArray[np.int64]) -> Lab | None:
    """The middle of the colour that covers most: of all colours as strong as the picture's strong ones, if they are
    a fair part of it. None for nothing at all."""
    whole = weight.sum()
    if not whole:
        return None
    strong = np.hypot(lab[:, 1], lab[:, 2]) > 0.035
    strong = strong if weight[strong].sum() > 0.3 * whole else ~strong
    light = strong & (lab[:, 0] > _DARK)  # no tyres, no outlines
    kept = light if weight[light].sum() > 0.15 * weight[strong].sum() else strong
    lab, weight = lab[kept], weight[kept]
    bins = np.clip(((lab[:, 1:] + 0.4) / 0.8 * 32).astype(int), 0, 31)
    count = np.zeros((34, 34))
    np.add.at(count, (bins[:, 0] + 1, bins[:, 1] + 1), weight)
    near = sum(np.roll(count, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1))
    row, column = np.unravel_index(int(np.argmax(near)), near.shape)
    close = (abs(bins[:, 0] + 1 - row) <= 1) & (abs(bins[:, 1] + 1 - column) <= 1) & (weight > 0)
    return np.asarray(np.average(lab[close], axis=0, weights=weight[close])) if close.any() else None


# Björn Ottosson, "A perceptual color space for image processing", 2020.
_TO_CONES = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                      [0.0883024619, 0.2817188376, 0.6299787005]], np.float32)  # fmt: skip
_TO_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
                    [0.0259040371, 0.7827717662, -0.8086757660]], np.float32)  # fmt: skip
_FROM_LAB, _FROM_CONES = np.linalg.inv(_TO_LAB), np.linalg.inv(_TO_CONES)


def _lab(rgb: NDArray[np.float32]) -> Lab:
    """sRGB, 0 to 1, as OKLab."""
    return np.asarray(np.cbrt(_linear()[np.clip(rgb * 1023 + 0.5, 0, 1023).astype(np.int16)] @ _TO_CONES.T) @ _TO_LAB.T)


def _linear() -> NDArray[np.float32]:
    """Linear light for each of 1024 steps of sRGB."""
    x = np.linspace(0, 1, 1024, dtype=np.float32)
    return np.asarray(np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4), np.float32)


def _rgb(lab: Lab) -> NDArray[np.float32]:
    """OKLab as sRGB, 0 to 1."""
    x = np.clip(((lab @ _FROM_LAB.T) ** 3) @ _FROM_CONES.T, 0, 1)
    return np.asarray(np.where(x <= 0.0031308, x * 12.92, 1.055 * x ** (1 / 2.4) - 0.055), np.float32)
