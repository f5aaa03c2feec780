"""The desk a tool works at: a scratch folder, progress, cancelling, notes, packs, reusable parts."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from studio.errors import Cancelled, PersonError


def _no_pack(name: str) -> Path:
    raise PersonError(f"The pack '{name}' is not here. Get it with: python app.py packs get {name}")


@dataclass(frozen=True)
class Work:
    """What a running step is given as its keyword `work`.

    `folder` is an empty scratch folder, removed when the step ends: a tool returns a path inside it.
    `parts` outlives the step: files a tool may want again, found by content (see `Work.part`).
    `use_part` is told the name of each, so that it is not let go while the step runs (see `studio.parts`).
    `threads` is the number of cores the step may keep busy.
    """

    folder: Path
    parts: Path
    threads: int = field(default_factory=lambda: os.cpu_count() or 1)
    cancelled: threading.Event = field(default_factory=threading.Event)
    report: Callable[[float, str], None] = lambda share, words: None
    remark: Callable[[str], None] = lambda words: None
    show: Callable[[bytes], None] = lambda jpeg: None
    find_pack: Callable[[str], Path] = _no_pack
    use_part: Callable[[str], None] = lambda name: None

    @staticmethod
    def alone(folder: Path, find_pack: Callable[[str], Path] = _no_pack) -> "Work":
        """A desk outside a run: for tests and for calling a tool by hand."""
        folder.mkdir(parents=True, exist_ok=True)
        parts = folder / "parts"
        parts.mkdir(exist_ok=True)
        return Work(folder=folder, parts=parts, find_pack=find_pack)

    def path(self, name: str) -> Path:
        """A path in the scratch folder."""
        return self.folder / name

    def check(self) -> None:
        """Raise `Cancelled` when the person asked to stop. Call it at least every 200 ms of work."""
        if self.cancelled.is_set():
            raise Cancelled

    def progress(self, share: float, words: str = "") -> None:
        """Tell how far the step is (0 to 1) and what it does now. Checks for a cancel too."""
        self.check()
        self.report(min(1.0, max(0.0, share)), words)

    def note(self, words: str) -> None:
        """Say something the person should know about this step: a fallback, a thing not found.

        It becomes an event, a badge on the card and part of the step's record.
        """
        self.remark(words)

    def preview(self, jpeg: bytes) -> None:
        """Show what there is so far: a JPEG of some 10 kB, not more than twice a second. The card shows the last."""
        self.show(jpeg)

    def pack(self, name: str) -> Path:
        """The folder of a pack that is there; a PersonError naming the way to get it when it is not."""
        return self.find_pack(name)

    def part(self, name: str) -> Path:
        """Where a reusable part of this name is or will be. Names carry a hash of what they depend on.

        From here to the step's end it is not let go to make room: ask before looking whether it is there. Write to a
        temporary name in the same folder and `os.replace` it here, so that a part is either whole or absent.
        """
        self.use_part(name)
        return self.parts / name
