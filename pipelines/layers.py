"""Pictures and videos over a shot or over the film: picture in picture, split screens, watermarks, lower thirds."""

from collections.abc import Callable

from pipelines import planes as p
from pipelines.media import Media
from studio.timeline import Layer


class Layers:
    """Draws layers. One for each thread; `media` is shared."""

    def __init__(self, media: Media, remark: Callable[[str], None] = lambda words: None) -> None:
        self._media, self._remark = media, remark

    def draw(self, layers: tuple[Layer, ...], local: int, length: int, where: str, target: p.Planes) -> None:
        """Blend what shows `local` frames into what the layers lie on, `length` frames long, in order.

        `where`: what that is, to begin a sentence with.
        """

    def close(self) -> None:
        """Close what was opened for this thread alone."""
