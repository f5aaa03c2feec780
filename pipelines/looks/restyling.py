"""Given pictures and videos in another look: which way it is done, and at what strength."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipelines.looks import styles, tones
from pipelines.looks.look import Apply, Pixels, Size
from pipelines.looks.names import TRAINED
from pipelines.looks.table import LOOKS
from pipelines.pictures import read_rgb
from studio.work import Work


def painter(look: str, like: Path | None, size: Size, most: int, seed: int, work: Work) -> tuple[Apply, str]:
    """(What is done to each frame of `size`, the model that takes part or "").

    `like`: a picture whose style is taken, whatever `look` is. `most`: pixels across that learnt styles are painted at.
    Raises PersonError when `like` cannot be opened or the pack is not there.
    """
    seed %= 2**63  # chance knows no numbers below zero
    if like is not None:
        style = read_rgb(like, enough=(512, 512))
        return styles.like(work.pack(styles.PACK), style, seed, work.threads), styles.MADE_WITH
    if look in TRAINED:
        return styles.trained(work.pack(styles.PACK), look, most, seed, work.threads), styles.MADE_WITH
    return LOOKS["watercolour" if look == "auto" else look].prepare(size, seed), ""


def changed(apply: Apply, picture: NDArray[np.uint8], seconds: float, strength: float) -> NDArray[np.uint8]:
    """An RGB or RGBA picture in a look; its transparency stays."""
    rgb: Pixels = np.ascontiguousarray(picture[:, :, :3])
    made = apply(rgb, seconds)
    if strength < 1:
        made = tones.blend(rgb, made, strength)
    return made if picture.shape[2] == 3 else np.dstack([made, picture[:, :, 3]])
