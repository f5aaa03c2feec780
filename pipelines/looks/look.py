"""A look: how a finished picture is shown, as if made by hand or by another machine; the same from frame to frame."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]  # (h, w, 3) R'G'B', or (h, w, 4) RGBA with alpha premultiplied where layers are spoken of
Size = tuple[int, int]  # width, height
Apply = Callable[[Pixels, float], Pixels]  # RGB of the prepared size, seconds since the clip began → RGB
OnLayer = Callable[[Pixels, str, float], Pixels]  # RGBA, the layer's name, its scale → RGBA of the same size


@dataclass(frozen=True)
class Ground:
    """What a look is prepared for: a picture of `w` × `h` pixels, and its chance."""

    w: int
    h: int
    seed: int

    @property
    def u(self) -> float:
        """One unit: a 720th of the shorter side. What is measured in it is as large at every size of a picture."""
        return min(self.w, self.h) / 720

    def rng(self, purpose: int) -> np.random.Generator:
        """Chance of its own for each purpose."""
        return np.random.default_rng([self.seed, purpose])


@dataclass(frozen=True)
class Look:
    """`make` draws textures once for a ground and gives what is done to each frame.

    That depends on the frame and the moment alone: textures stay where they are, and no figure is taken from the whole
    picture, so that nothing flickers. `on_layer`, where a look has one, is done once to each layer of a drawn picture
    (paper with a cut edge, clay with a height); `make` is then told so by its second argument.
    """

    name: str
    make: Callable[[Ground, bool], Apply]
    on_layer: Callable[[int], OnLayer] | None = None

    def prepare(self, size: Size, seed: int, layered: bool = False) -> Apply:
        """What is done to every frame of this size. `layered`: its layers have been through `on_layer`."""
        ground = Ground(max(1, size[0]), max(1, size[1]), seed)
        return self.make(ground, layered and self.on_layer is not None)
