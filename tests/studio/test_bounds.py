"""Numbers no film has are refused when the Timeline is made, each in words that say where it is."""

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.timeline import Box, Camera, Caption, Grade, Layer, Shot, Sound, Timeline, Transition, View, Voice

_SHOT = Shot("a.png", "Image", 12)
_NAN, _ENDLESS = float("nan"), float("inf")


def _film(shot: Shot = _SHOT, **more: object) -> Timeline:
    return Timeline(Fraction(12), (shot,), **more)  # type: ignore[arg-type]


def test_an_ordinary_film_is_fine() -> None:
    camera = Camera(View(zoom=0.5), View(zoom=8, turn=-90))
    layer = Layer("b.png", "Image", box=Box(-0.5, -0.5, 2, 2))
    assert (
        _film(replace(_SHOT, camera=camera, layers=(layer,), source_in=-400, speed=((0, -100), (1, 100)))).frames == 12
    )


@pytest.mark.parametrize(
    ("shot", "words"),
    [
        (replace(_SHOT, camera=Camera(View(zoom=0), View())), "camera of shot 1 has a zoom of 0"),
        (replace(_SHOT, camera=Camera(View(), View(zoom=-2))), "zoom of -2"),
        (replace(_SHOT, camera=Camera(View(), View(zoom=1e9))), "zoom of 1e"),
        (replace(_SHOT, camera=Camera(View(x=_NAN), View())), "the x of shot 1 is nan"),
        (replace(_SHOT, camera=Camera(View(), View(turn=_ENDLESS))), "the turn of shot 1 is inf"),
        (replace(_SHOT, gain=_NAN), "gain of shot 1"),
        (replace(_SHOT, speed=((0, _NAN),)), "speeds of shot 1"),
        (replace(_SHOT, grade=Grade(exposure=_NAN)), "exposure of shot 1"),
        (replace(_SHOT, source_in=10**16), "source_in of shot 1"),
        (replace(_SHOT, layers=(Layer("b.png", "Image", box=Box(left=_NAN)),)), "left of shot 1"),
        (replace(_SHOT, layers=(Layer("b.png", "Image", opacity=2),)), "layer over shot 1"),
        (replace(_SHOT, visible=10**12), "longer than twelve hours"),
        (replace(_SHOT, visible=-5), "shows for -5 frames"),
        (replace(_SHOT, colour="sea"), "'sea' is no colour"),
        (replace(_SHOT, transition=Transition("dissolve", 2)), "no shot to lead to"),
    ],
)
def test_a_shot_that_cannot_be(shot: Shot, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        _film(shot)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"voices": (Voice("a.wav", 0, 5, gain=_NAN),)}, "gain of voice or sound 1"),
        ({"sounds": (Sound("a.wav", 0, 5, pan=_ENDLESS),)}, "pan of voice or sound 1"),
        ({"sounds": (Sound("a.wav", -1, 5),)}, "begins before the film"),
        ({"captions": (Caption(0, 5, "word " * 1000),)}, "caption 1 has 5000 letters"),
        ({"captions": (Caption(5, 5, "a"),)}, "ends before it begins"),
        ({"layers": (Layer("b.png", "Image", start=90),)}, "longer than the film"),
        ({"fade_in": 13}, "fades are longer"),
    ],
)
def test_what_lies_over_a_film_and_cannot_be(more: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        _film(**more)
