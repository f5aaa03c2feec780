"""Whether a film's files are still those that its pieces are named by."""

from collections.abc import Iterator
from pathlib import Path

from studio.errors import PersonError
from studio.given import short
from studio.timeline import Timeline

_Stamp = tuple[int, int, int] | None


class Stamps:
    """How a film's files looked when this was made."""

    def __init__(self, timeline: Timeline, folder: Path) -> None:
        self._timeline, self._folder = timeline, folder
        self._seen = {name: _stamp(folder / name) for name in timeline.media}

    def check(self, start: int, end: int) -> None:
        """Raise PersonError, naming the shot, when a file that shows in film frames [start, end) looks otherwise now:
        a piece made of it would be kept under the name of what the file held before."""
        for place, name in self._shown(start, end):
            if _stamp(self._folder / name) != self._seen[name]:
                shown = short(Path(name))
                raise PersonError(f"{place}: its file '{shown}' changed while the film was being made. Render again.")

    def _shown(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        film = self._timeline
        for number, (shot, at) in enumerate(zip(film.shots, film.starts, strict=True), 1):
            if at < end and at + shot.visible > start:
                yield from ((f"Shot {number}", name) for name in shot.files)
        yield from (("A layer over the film", layer.media) for layer in film.layers)


def _stamp(path: Path) -> _Stamp:
    """What changes when a file does; None for one that is not there."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_ino, about.st_size, about.st_mtime_ns
