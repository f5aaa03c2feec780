"""One frame of a film, as a picture."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from pipelines.film.sizes import Size, sides
from pipelines.type import faces
from studio.kinds import Cut, Image, Video
from studio.work import Work

settle = faces.settle  # packs of further scripts, for captions


def still(
    film: Video | Cut,
    seconds: Annotated[float, Field(ge=0, le=86400)] = 0.0,
    size: Size = "1280x720",
    *,
    work: Work,
) -> Image:
    """The frame that shows at a moment, as a PNG. A film or video keeps its own size; a cut is drawn at `size`.

    A moment past the end gives the last frame, with a note. Raises PersonError when the film cannot be read.

    Args:
        film: A film, a video or a cut.
        seconds: The moment.
        size: Width and height when it is taken from a cut.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... cut = edit(shots=[shot1])
    ... poster = still(film=cut, seconds=2)
    """
    path, made = Path(film), work.path("still.png")
    drawn = _of_cut(path, seconds, size, work) if path.suffix.lower() == ".otio" else _of_video(path, seconds, work)
    _save(drawn, made)
    return Image(made)


def _of_cut(path: Path, seconds: float, size: str, work: Work) -> object:
    from pipelines.film.stages import STAGES
    from pipelines.film.streaming import span

    stage = STAGES.open(path, sides(size), work)
    if seconds >= stage.timeline.seconds:
        work.note(f"The cut is {float(stage.timeline.seconds):.1f} s long; this is its last frame.")
    return stage.frame(span(stage.timeline, seconds, None)[0], work)


def _of_video(path: Path, seconds: float, work: Work) -> object:
    from pipelines.film.footage import Reader, probe
    from pipelines.film.planes import even

    footage = probe(path)
    if seconds > footage.seconds:
        work.note(f"The film is {footage.seconds:.1f} s long; this is its last frame.")
    reader = Reader(footage, even(footage.width), even(footage.height))
    try:
        return reader.at(max(0.0, min(seconds, footage.seconds - 0.5 / float(footage.rate))))
    finally:
        reader.close()


def _save(planes: object, path: Path) -> None:
    from PIL import Image as Pillow

    from pipelines.film.planes import Planes, to_rgb

    assert isinstance(planes, Planes)
    Pillow.fromarray(to_rgb(planes)).save(path, compress_level=4)
