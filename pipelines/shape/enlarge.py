"""A picture made two, three or four times as large, with fine detail."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from pipelines.retouch.engines import settled_larger
from studio.errors import PersonError
from studio.given import short
from studio.kinds import Image
from studio.tool import Settled
from studio.work import Work

PACKS = ("span",)
CORES = 2
MEMORY = 1.2


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """SPAN where ncnn is installed, else Lanczos, which is said."""
    return settled_larger(options, "picture")


def enlarge(
    picture: Image,
    by: Literal[2, 3, 4] = 2,
    engine: Literal["auto", "span", "lanczos"] = "auto",
    *,
    work: Work,
) -> Image:
    """Enlarge a picture: a PNG `by` times as wide and high, its transparency kept, what is known of it too.

    SPAN, a network for super-resolution, draws the fine detail that a larger picture would have: edges and textures
    come out sharp, 0.6 processor seconds for a picture of 256×256. Lanczos only keeps it smooth. Raises PersonError
    when the picture cannot be opened, or the large one would have more than 150 million pixels.

    Args:
        picture: The picture.
        by: How many times as wide and high.
        engine: "span" draws detail; "lanczos" is quick and smooth; "auto" is span wherever it can run.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore", shape="1:1")
    ... part1 = crop(picture=shot1, shape="1:1", closer=6)
    ... large1 = enlarge(picture=part1, by=2)
    """
    import numpy as np

    from pipelines.pictures import MOST_PIXELS
    from pipelines.retouch.carried import carried, open_picture, save
    from pipelines.retouch.enlarging import MADE_WITH, Span, enlarged

    path = Path(picture)
    opened = open_picture(path, work)
    w, h = opened.width * by, opened.height * by
    if w * h > MOST_PIXELS:
        raise PersonError(
            f"'{short(path)}' is {opened.width}×{opened.height}; {by} times as large it would have more than "
            "150 million pixels. Enlarge it less, or crop it first."
        )
    network = Span(work.pack("span"), by, work.threads) if engine == "span" else None
    made = enlarged(np.asarray(opened), by, network, work.check,
                    lambda share: work.progress(share, f"drawing {w}×{h}"))  # fmt: skip
    work.progress(0.97, "writing the file")
    return Image(save(made, work.path("large.png"), carried(path, MADE_WITH if network else ""), work.check))
