"""Colour correction: exposure, white balance, contrast, saturation, a named look, a look-up table."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from studio.kinds import Cut, Image, Text, Video
from studio.timeline import Grade, Shot, rgb, save
from studio.work import Work

Look = Literal["none", "warm evening", "cool morning", "faded film", "black and white", "high contrast"]
LOOKS: dict[Look, Grade] = {
    "none": Grade(),
    "warm evening": Grade(exposure=0.1, temperature=0.55, tint=0.06, contrast=1.1, saturation=1.1),
    "cool morning": Grade(exposure=0.15, temperature=-0.45, tint=-0.05, contrast=0.95, saturation=0.88),
    "faded film": Grade(exposure=0.1, temperature=0.18, tint=0.05, contrast=0.78, saturation=0.72),
    "black and white": Grade(contrast=1.15, saturation=0.0),
    "high contrast": Grade(contrast=1.45, saturation=1.08),
}


def grade(
    clip: Image | Video | Cut,
    look: Look = "none",
    exposure: Annotated[float, Field(ge=-4, le=4)] = 0.0,
    temperature: Annotated[float, Field(ge=-1, le=1)] = 0.0,
    tint: Annotated[float, Field(ge=-1, le=1)] = 0.0,
    contrast: Annotated[float, Field(ge=0, le=3)] = 1.0,
    saturation: Annotated[float, Field(ge=0, le=3)] = 1.0,
    lut: Text | None = None,
    share: Annotated[float, Field(ge=0, le=1)] = 1.0,
    *,
    work: Work,
) -> Cut:
    """Grade a picture, a video or every shot of a cut. Nothing is encoded here; colours change as `render` draws.

    In this order: exposure in linear light, its highlights rolling off into white instead of breaking; temperature and
    tint as white balance that keeps grey's brightness; contrast around mid-grey; saturation at constant luma; then a
    look-up table. A look is a set of these values, and the others come on top of it; so does a second grade.

    Raises PersonError when the clip or the table cannot be read.

    Args:
        clip: What is graded.
        look: A look to begin with.
        exposure: Brightness in stops: 1 is twice the light, -1 half of it.
        temperature: -1 cool and blue to 1 warm and orange.
        tint: -1 green to 1 magenta.
        contrast: 1 leaves it, 0 is plain grey.
        saturation: 1 leaves it, 0 is black and white.
        lut: A look-up table: a .cube file of one or three dimensions.
        share: How much of the look-up table is taken.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... graded = grade(clip=shot1, look="warm evening", exposure=0.2)
    """
    from pipelines.film import assembling, cube

    film = assembling.clip(Path(clip), work)
    if lut is not None:
        cube.read(Path(lut), "lut")
    asked = Grade(exposure, temperature, tint, contrast, saturation, Path(lut).name if lut else "", share)
    wanted = _after(LOOKS[look], asked)
    if any(shot.grade and shot.grade.lut and wanted.lut for shot in film.shots):
        work.note("A shot had a look-up table already; the new one takes its place.")
    made = work.path("graded.otio")
    save(replace(film, shots=tuple(_graded(shot, wanted, Path(clip).parent) for shot in film.shots)), made)
    return Cut(made)


def _after(first: Grade, then: Grade) -> Grade:
    """One grade on top of another, as one: stops and balances add up, factors multiply."""
    table = then if then.lut else first
    return Grade(
        exposure=_held(first.exposure + then.exposure, 8),
        temperature=_held(first.temperature + then.temperature, 2),
        tint=_held(first.tint + then.tint, 2),
        contrast=_held(first.contrast * then.contrast, 6),
        saturation=_held(first.saturation * then.saturation, 6),
        lut=table.lut,
        share=table.share,
    )


def _held(value: float, most: float) -> float:
    """Within ±most, without the dust of float sums."""
    return round(max(-most, min(most, value)), 6)


def _graded(shot: Shot, wanted: Grade, folder: Path) -> Shot:
    """The shot with the grade; a plain colour, which has no picture to grade, becomes another colour."""
    if shot.kind != "Colour":
        return replace(shot, grade=_after(shot.grade or Grade(), wanted))
    import numpy as np

    from pipelines.film.colour import grade_picture

    pixel = np.array([[rgb(shot.colour)] * 2] * 2, np.uint8)
    red, green, blue = (int(value) for value in grade_picture(pixel, wanted, folder)[0, 0])
    return replace(shot, colour=f"#{red:02x}{green:02x}{blue:02x}")
