"""Frames of a cut as RGB pictures, drawn when asked for: what moving and numbered pictures are made of."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from pipelines.film import planes
from pipelines.film.filming import lettering
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from studio.timeline import Timeline
from studio.work import Work


class Drawn:
    """Any frame of the film as uint8 RGB of shape (height, width, 3)."""

    def __init__(self, screen: Screen, size: tuple[int, int]) -> None:
        self._screen, self._target = screen, planes.empty(*size)
        self.size = size

    def __call__(self, n: int) -> np.ndarray:
        self._screen.draw(n, self._target)
        return planes.to_rgb(self._target)


@contextmanager
def drawing(timeline: Timeline, folder: Path, size: tuple[int, int], captions: bool, work: Work) -> Iterator[Drawn]:
    """The frames of a cut whose media lie in `folder`. Each thing that goes wrong is noted once."""
    said: set[str] = set()

    def remark(words: str) -> None:
        if words not in said:
            said.add(words)
            work.note(words)

    screen = Screen(Media(timeline, folder, *size), lettering(timeline, folder, size, captions, work), remark)
    try:
        yield Drawn(screen, size)
    finally:
        screen.close()
