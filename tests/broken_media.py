"""Makes the files nobody meant to give: cut, lying, hurt, hostile. `python -m tests.broken_media FOLDER` writes all.

Small, made in seconds, the same bytes every time. Three good files lie beside them: good.png, good.mp4, good.flac.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image

Kind = Literal["picture", "video", "sound", "cut", "text"]
Expect = Literal["sentence", "note", "plays"]


@dataclass(frozen=True)
class Case:
    """One file and how a film with it must end: in a sentence that names the shot, in a film and a note about the
    file, or in a film. `about`: what is wrong with it. `given`: how it ends when it is given, before any cut."""

    name: str
    path: Path
    kind: Kind
    expect: Expect
    about: str
    given: Literal["sentence", "taken"] = "taken"


@dataclass(frozen=True)
class Shelf:
    """A folder that files are put into, and the list they make."""

    folder: Path
    cases: list[Case]

    def put(self, name: str, data: bytes | None, kind: Kind, expect: Expect, about: str, given: str = "") -> Path:
        """Add a file to the list; with `data` None it has been written already. Given as it ends, unless told."""
        path = self.folder / name
        if data is not None:
            path.write_bytes(data)
        told: Literal["sentence", "taken"] = "sentence" if (given or expect) == "sentence" else "taken"
        self.cases.append(Case(name, path, kind, expect, about, told))
        return path


def make(folder: Path) -> list[Case]:
    """Write all files into one folder and list them."""
    from tests import broken_cuts, broken_pictures, broken_sounds, broken_videos

    folder.mkdir(parents=True, exist_ok=True)
    good(folder)
    shelf = Shelf(folder, [])
    for room in (broken_pictures, broken_videos, broken_sounds, broken_cuts):
        room.fill(shelf)
    return shelf.cases


def good(folder: Path) -> None:
    """A picture, a video with sound and a sound, all as they should be."""
    from studio import facts
    from tests.broken_videos import clip
    from tests.odd_media import quarters

    Image.fromarray(quarters(160, 90)).save(folder / "good.png")
    Image.fromarray(quarters(160, 90)[::-1]).save(folder / "good2.png")
    clip(folder / "good.mp4", sound=True)
    tone = 0.3 * np.sin(np.arange(24000) * 2 * np.pi * 440 / 24000)
    facts.write_audio(folder / "good.flac", tone.astype(np.float32), 24000, {})


if __name__ == "__main__":
    for case in make(Path(sys.argv[1])):
        print(f"{case.name:28} {case.kind:8} {case.expect:9} {case.about}")
