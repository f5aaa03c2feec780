"""A film as numbered pictures (PNG) with its sound, in one ZIP, to go on with elsewhere."""

from pathlib import Path

from pipelines.film.sizes import Size
from pipelines.type import faces
from studio.kinds import Audio, Cut, Frames, Music
from studio.work import Work

CORES = 0
MEMORY = 0.6

PACKS_BY_KIND = {"Music": ("general-user",)}  # a score in MIDI is played here
settle = faces.settle  # packs of further scripts, for captions


def sequence(cut: Cut, music: Music | Audio | None = None, size: Size = "1280x720", captions: bool = True, *,
           work: Work) -> Frames:  # fmt: skip
    """Draw every frame of a cut as a PNG of its own, without loss, with the mixed sound as WAV (24 bit) beside them.

    Their names count the film's frames from 000000. Errors as `render`.

    Args:
        cut: The edited film.
        music: Music under it, as notes or as sound.
        size: Width and height as in render.
        captions: Whether the captions are in the pictures.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... clip1 = move(picture=shot1, camera="push in", seconds=1)
    ... stills = sequence(cut=clip1, size="320x180")
    """
    from pipelines.film.numbered import archive
    from pipelines.film.sizes import sides

    return Frames(archive(Path(cut), Path(music) if music else None, sides(size), captions, work))
