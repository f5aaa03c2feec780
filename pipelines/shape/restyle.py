"""A picture in another look: painted, drawn, cut from paper, printed, or in the style of another picture."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from pipelines.looks.names import RestyleName, packs_for
from studio.kinds import Image
from studio.tool import Settled
from studio.work import Work

PACKS = ("style-transfer",)
CORES = 1
MEMORY = 0.8

_MOST = 1280  # pixels across that a learnt style is painted at: about a processor second


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """The studio's own looks unless the person named a model or a server for it."""
    from pipelines.engines.choosing import settled

    engine, notes = settled(options["engine"], "restyle", "looks")
    return Settled({**options, "engine": engine}, packs_for(options["look"]) if engine == "looks" else (), notes)


def restyle(
    picture: Image,
    look: RestyleName = "auto",
    like: Image | None = None,
    strength: Annotated[float, Field(ge=0, le=1)] = 1.0,
    engine: Literal["auto", "looks", "diffusers", "endpoint"] = "auto",
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """Show a picture in another look: a PNG of the same size; what is known of it and its transparency are kept.

    The looks work everywhere, in about a tenth of a second; the learnt styles ("starry strokes" to "old print") and
    the style of another picture are painted by small networks in about one. A model of your own paints it over in the
    look's words. The same picture, look and seed make the same bytes. Raises PersonError when a picture cannot be
    opened.

    Args:
        picture: The picture.
        look: What it shall look like. "auto" is the style of `like`, else watercolour.
        like: A picture, a painting say, whose style is taken instead.
        strength: 0 leaves the picture as it is, 1 changes it wholly.
        engine: Who does it: "looks" works everywhere; diffusers and endpoint are models of your own.
        seed: Another number, other paper and strokes.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... painted1 = restyle(picture=shot1, look="oil")
    """
    import numpy as np

    from pipelines.looks.restyling import changed, painter
    from pipelines.pictures import open_upright
    from pipelines.retouch.carried import carried, save

    path = Path(picture)
    pixels = np.asarray(open_upright(path))
    size = (pixels.shape[1], pixels.shape[0])
    work.progress(0.1, "preparing")
    if engine == "looks":
        apply, made_with = painter(look, Path(like) if like else None, size, _MOST, seed, work)
        work.progress(0.3, "painting")
        made = changed(apply, pixels, 0.0, strength)
    else:
        made, made_with = _repainted(pixels, look, path, strength, engine, seed, work), engine
        if like:
            work.note("A model of your own is told the look in words; the style of another picture it is not shown.")
    work.progress(0.95, "writing the file")
    return Image(save(made, work.path("restyled.png"), carried(path, made_with), work.check))


def _repainted(pixels: Any, look: str, path: Path, strength: float, engine: str, seed: int, work: Work) -> Any:
    """The picture painted over by a model of the person's own, RGB or RGBA as it was."""
    import numpy as np

    from pipelines.engines import endpoint, still
    from pipelines.engines.models import is_ours
    from pipelines.looks.names import WORDS
    from studio import facts

    told = facts.read(path)
    shown = told.get("text") or ", ".join(str(name) for name in told.get("drawn", ()))
    name = "watercolour" if look == "auto" else look
    words = ", ".join(part for part in (WORDS.get(name, name), shown) if part)
    ask = still.repainted if is_ours(engine) else endpoint.repainted
    made = ask(np.ascontiguousarray(pixels[:, :, :3]), words[:600], strength, seed, work)
    return made if pixels.shape[2] == 3 else np.dstack([made, pixels[:, :, 3]])
