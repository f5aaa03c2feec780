"""A thing that was cut out, before another background: fitted to it, its edge lit by what is behind."""

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.pictures import open_upright
from pipelines.retouch.carried import carried, elsewhere
from pipelines.retouch.colours import ground_of
from pipelines.retouch.matte import MADE_WITH, cut
from studio import facts

Rgb = NDArray[np.uint8]
_WRAP = 0.35  # how much of the light behind comes around the edge


class Backdrop:
    """What comes behind: a picture, "blur", "transparent" or a colour. Raises PersonError when it is none of these."""

    def __init__(self, path: Path | None, behind: str, blur: float, light: bool, size: tuple[int, int]) -> None:
        self.clear = path is None and behind == "transparent"
        self._light, self._blur = light and path is not None, blur
        self._picture: Rgb | None = None
        if path is not None:
            self._picture = covering(path, size)
        elif colour := ground_of(behind):
            self._picture = np.full((size[1], size[0], 3), colour, np.uint8)
        self._path, self._away = path, path is not None or behind != "blur"

    def __call__(self, picture: Rgb, alpha: NDArray[np.float32]) -> Rgb:
        """What `alpha` keeps of a picture (h, w, 3 or 4), before this; RGBA where nothing comes behind it."""
        picture = picture[..., :3]
        return self.behind(picture, cut(picture, alpha))

    def behind(self, picture: Rgb, rgba: Rgb) -> Rgb:
        """The same of what was cut out of the picture (h, w, 3) already."""
        if self.clear:
            return rgba
        alpha = rgba[..., 3].astype(np.float32) / 255
        behind = self._picture if self._picture is not None else blurred(picture, alpha, self._blur)
        return before(rgba, behind, self._light)

    def told(self, path: Path, made_with: str = MADE_WITH) -> facts.Facts:
        """The facts of what became of the picture or video `path`. `made_with`: the model that found what stands
        out."""
        about = carried(path, made_with)
        return elsewhere(about, self._path) if self._away else about


def covering(path: Path, size: tuple[int, int]) -> Rgb:
    """A picture scaled and cropped around its middle so that it fills `size`, RGB."""
    image = open_upright(path, (size[0] * 2, size[1] * 2))
    if image.mode == "RGBA":
        from PIL import Image

        image = Image.alpha_composite(Image.new("RGBA", image.size, (255, 255, 255, 255)), image)
    w, h = image.size
    scale = max(size[0] / w, size[1] / h)
    wide, high = size[0] / scale, size[1] / scale
    left, top = (w - wide) / 2, (h - high) / 2
    made = image.convert("RGB").resize(size, 1, box=(left, top, left + wide, top + high))
    return np.asarray(made, np.uint8)


def blurred(picture: Rgb, alpha: NDArray[np.float32], amount: float) -> Rgb:
    """The picture's own background, out of focus: what stands before it does not bleed into it."""
    behind = (1 - alpha)[..., None]
    sigma = max(1.0, amount * 0.045 * max(alpha.shape))
    shrink = max(1, int(sigma / 4))
    size = (max(1, alpha.shape[1] // shrink), max(1, alpha.shape[0] // shrink))
    few = cv2.resize(picture * behind, size, interpolation=cv2.INTER_AREA)
    share = cv2.resize(1 - alpha, size, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(few, (0, 0), sigma / shrink)
    weight = cv2.GaussianBlur(share, (0, 0), sigma / shrink)
    far = cv2.GaussianBlur(few, (0, 0), 6 * sigma / shrink) / np.maximum(
        cv2.GaussianBlur(share, (0, 0), 6 * sigma / shrink), 1e-3
    )[..., None]  # fmt: skip
    known = np.clip(weight * 8, 0, 1)[..., None]  # deep behind the thing nothing near is known
    made = soft / np.maximum(weight, 1e-3)[..., None] * known + far * (1 - known)
    large = cv2.resize(made, alpha.shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray((large + 0.5).clip(0, 255), np.uint8)


def before(rgba: Rgb, background: Rgb, wrap: bool = True) -> Rgb:
    """The thing, RGBA, before a background of its size. `wrap`: light of the background comes around its edge."""
    alpha = rgba[..., 3].astype(np.float32) / 255
    front = rgba[..., :3].astype(np.float32)
    back = background.astype(np.float32)
    if wrap:
        sigma = max(0.8, max(alpha.shape) / 260)
        light = cv2.GaussianBlur(back * (1 - alpha)[..., None], (0, 0), sigma)
        glow = light * (_WRAP * alpha[..., None])
        front = 255 - (255 - front) * (255 - glow) / 255
    made = front * alpha[..., None] + back * (1 - alpha)[..., None]
    return (made + 0.5).clip(0, 255).astype(np.uint8)
