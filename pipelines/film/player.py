"""What the studio shows of a cut before it is rendered: small, in the film's shape, from warm state."""

from collections.abc import Generator
from pathlib import Path

from pipelines.film import streaming
from pipelines.film.sizes import sides
from pipelines.film.stages import loaded
from studio.errors import PersonError
from studio.work import Work

_SHORT = 360  # pixels of a preview's shorter side


class Player:
    """See `studio.watching.Player`."""

    def seconds(self, cut: Path) -> float:
        return float(loaded(cut).seconds)

    def stream(self, cut: Path, work: Work, start: float, size: str) -> Generator[bytes, None, None]:
        height, shape = _look(size)
        return streaming.stream(cut, work, start_seconds=start, height=height, shape=shape)

    def picture(self, cut: Path, work: Work, at: float, size: str) -> bytes:
        height, shape = _look(size)
        n = streaming.frame_number(cut, at)
        return streaming.jpeg(streaming.frame_at(cut, n, work, height=height, shape=shape))


def _look(size: str) -> tuple[int, float]:
    """Height and shape of a preview; of 16:9 where the film's size is not told or cannot be."""
    try:
        width, height = sides(size or "1280x720")
    except PersonError:
        width, height = 1280, 720
    shape = min(4.0, max(0.25, width / height))
    return round(_SHORT * max(1.0, 1 / shape)), shape
