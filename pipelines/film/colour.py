"""Grades: what they do to a colour, compiled into one look-up table with HDR's tone mapping, applied in C."""

import tempfile
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.filter import Graph

from pipelines.film import cube, hdr
from pipelines.film.cube import Table
from pipelines.film.hdr import LUMA_709, Light
from studio.timeline import Grade

MIDDLE = 0.4613  # 18 % grey in sRGB: what contrast turns around
DEEP, DEEP_CLEAR = "gbrpf32le", "gbrapf32le"  # what tables are applied to: the formats with vector code
_KNEE = 0.5  # linear light above which raised exposure rolls off
_ROWS = 256
_CAREFUL = "bicubic+accurate_rnd+full_chroma_int+full_chroma_inp"


@dataclass(frozen=True)
class Form:
    """What frames are like: size, pixel format, matrix as the scale filter names it ("" for RGB), range."""

    width: int
    height: int
    format: str
    matrix: str
    full: bool


def neutral(grade: Grade | None) -> bool:
    """Whether a grade leaves every colour as it is."""
    if grade is None:
        return True
    without = (grade.exposure, grade.temperature, grade.tint, grade.contrast, grade.saturation) == (0, 0, 0, 1, 1)
    return without and (not grade.lut or grade.share == 0)


def graded(rgb: np.ndarray, grade: Grade, table: Table | None) -> np.ndarray:
    """Float colours R'G'B' (n, 3) of 0 to 1, graded; exposure and white balance in linear light."""
    light = _linear(np.clip(rgb, 0, 1))
    if grade.exposure or grade.temperature or grade.tint:
        light = _rolled_off(light * _gains(grade), grade)
    done = _contrast(_encoded(light), grade.contrast)
    if grade.saturation != 1:
        luma = (done @ LUMA_709)[:, None]
        done = hdr.within(luma + (done - luma) * grade.saturation)
    if table is not None and grade.share:
        done = done + (table(done) - done) * grade.share
    return np.asarray(np.clip(done, 0, 1))


def _linear(rgb: np.ndarray) -> np.ndarray:
    """Light of sRGB numbers, IEC 61966-2-1."""
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _encoded(light: np.ndarray) -> np.ndarray:
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def _gains(grade: Grade) -> np.ndarray:
    """Factors of linear red, green and blue; white balance keeps the luma of grey."""
    balance = 2.0 ** np.array([0.7 * grade.temperature, -0.35 * grade.tint, -0.7 * grade.temperature])
    return np.asarray(balance / (balance @ LUMA_709) * 2.0**grade.exposure)


def _rolled_off(light: np.ndarray, grade: Grade) -> np.ndarray:
    """What the gains lift past white brought below it, all channels by one factor, so that no hue turns: up to half
    of white nothing changes, and from there a curve with no corner leads to white for what was white."""
    top = float(_gains(grade).max())
    brightest = light.max(axis=1, keepdims=True)
    if top <= 1:
        return light
    span, reach = 1 - _KNEE, top - _KNEE
    over = np.maximum(brightest - _KNEE, 0)
    # over / (1 + k·over): slope 1 at the knee, `span` at `reach`.
    curve = _KNEE + over / (1 + over * (1 / span - 1 / reach))
    return np.where(brightest > _KNEE, light * curve / np.maximum(brightest, 1e-9), light)


def _contrast(rgb: np.ndarray, contrast: float) -> np.ndarray:
    """More contrast bends each side of mid-grey towards black and white, which stay; less draws all towards it."""
    if contrast <= 1:
        return MIDDLE + (rgb - MIDDLE) * contrast
    dark = MIDDLE * (np.clip(rgb, 0, None) / MIDDLE) ** contrast
    bright = 1 - (1 - MIDDLE) * (np.clip(1 - rgb, 0, None) / (1 - MIDDLE)) ** contrast
    return np.where(rgb < MIDDLE, dark, bright)


Look = tuple[Grade | None, Path | None, Light | None]  # a grade, where its .cube lies, and what light it is given
PLAIN: Look = (None, None, None)


def open_look(grade: Grade | None, folder: Path, light: Light | None = None) -> Look:
    """What `Painter` needs. Raises PersonError for a .cube that cannot be used."""
    if neutral(grade):
        return None, None, light
    assert grade is not None
    path = folder / grade.lut if grade.lut and grade.share else None
    if path is not None:
        cube.read(path)
    return grade, path, light


@lru_cache(maxsize=16)
def _written(grade: Grade | None, table: Table | None, light: Light | None) -> bytes:
    """All of it as the text of one .cube file."""
    fine = table is not None and (table.values.ndim == 2 or len(table.values) > 33)
    size = 65 if fine else 49 if light else 33
    steps = np.linspace(0, 1, size)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    colours = np.stack([red, green, blue], axis=-1).reshape(-1, 3)
    if light:
        colours = hdr.to_usual(colours, light)
    if grade:
        colours = graded(colours, grade, table)
    rows = "%.5f %.5f %.5f\n" * len(colours) % tuple(colours.ravel().tolist())
    return f"LUT_3D_SIZE {size}\n{rows}".encode()


class Painter:
    """Scales frames of one form and applies a look to them. For one thread."""

    def __init__(self, look: Look, form: Form, size: tuple[int, int], deep: str = DEEP) -> None:
        """`form`: of the frames it takes. `size`, `deep`: width and height and format of those it gives, RGB."""
        grade, path, light = look
        text = _written(grade, cube.read(path) if path else None, light)
        self._graph, self._count = Graph(), 0
        self._graph.threads = 1
        begin = self._graph.add_buffer(width=form.width, height=form.height, format=av.VideoFormat(form.format),
                                       time_base=Fraction(1, 1000))  # fmt: skip
        steps = [begin]
        if (form.format, form.width, form.height) != (deep, *size):
            # The filter's own scaler: the vector code of lut3d needs memory laid out as filters do it.
            told = {"in_range": "full" if form.full else "limited"}
            if form.matrix:
                told["in_color_matrix"] = form.matrix
            wide, high = (str(side) for side in size)
            steps.append(self._graph.add("scale", w=wide, h=high, flags=_CAREFUL, out_range="full", **told))
            steps.append(self._graph.add("format", deep))
        with tempfile.TemporaryDirectory(prefix="look") as folder:  # lut3d reads files only, and at once
            file = Path(folder) / "look.cube"
            file.write_bytes(text)
            steps.append(self._graph.add("lut3d", file=str(file), interp="tetrahedral"))
            steps.append(self._graph.add("buffersink"))
            for before, after in pairwise(steps):
                before.link_to(after)
            self._graph.configure()

    def __call__(self, frame: Any) -> Any:
        frame.pts, frame.time_base = self._count, Fraction(1, 1000)
        self._count += 1
        self._graph.push(frame)
        return self._graph.pull()


def grade_picture(rgb: np.ndarray, grade: Grade | None, folder: Path) -> np.ndarray:
    """A still, uint8 (h, w, 3), graded; `folder` holds the .cube. Raises PersonError for one that cannot be used."""
    look = open_look(grade, folder)
    if look[0] is None:
        return rgb
    high, wide = rgb.shape[:2]
    rows = min(_ROWS, high)  # in bands, as the deep format takes twelve bytes a pixel
    padded = -wide % 16  # lut3d's vector code takes whole vectors
    paint = Painter(look, Form(wide + padded, rows, DEEP, "", True), (wide + padded, rows))
    done = np.empty_like(rgb)
    for top in range(0, high, rows):
        at = min(top, high - rows)
        band = np.pad(rgb[at : at + rows].astype(np.float32) / 255, ((0, 0), (0, padded), (0, 0)))
        done[at : at + rows] = paint(av.VideoFrame.from_ndarray(band, DEEP)).to_ndarray()[:, :wide] * 255 + 0.5
    return done
