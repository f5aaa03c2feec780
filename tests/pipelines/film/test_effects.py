"""MoviePy's effects on a shot: the picture MoviePy would make, at the film's size, and a sentence when it cannot."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.film import planes
from pipelines.film.effects import KNOWN, Effects
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from studio.errors import PersonError
from studio.timeline import Camera, Shot, Timeline, View, exact_rate
from tests.odd_media import quarters, video

SIZE = (320, 180)


def shown(*effects: tuple[str, str], at: float = 0.5, moving: bool = False) -> np.ndarray:
    def draw(seconds: float, target: planes.Planes) -> None:
        picture = quarters(*SIZE)
        if moving:
            picture[:] = int(255 * seconds)
        for plane, out in zip(planes.from_rgb(picture).all, target.all, strict=True):
            out[:] = plane

    target = planes.empty(*SIZE)
    Effects(effects, 1.0, SIZE, draw).draw(at, target)
    return planes.to_rgb(target).astype(int)


PLAIN = quarters(*SIZE).astype(int)
PLACES = np.ix_([40, 140], [80, 240])


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("MirrorX", "{}", PLAIN[:, ::-1]),
        ("MirrorY", "", PLAIN[::-1]),
        ("InvertColors", "{}", 255 - PLAIN),
        ("MultiplyColor", '{"factor": 0.5}', PLAIN // 2),
        ("BlackAndWhite", "{}", PLAIN.mean(axis=2, keepdims=True).repeat(3, 2)),
        ("GammaCorrection", '{"gamma": 2}', 255 * (PLAIN / 255) ** 2),
        ("LumContrast", '{"lum": 10, "contrast": 0.2}', (PLAIN + 10 + 0.2 * (PLAIN - 127)).clip(0, 255)),
    ],
)
def test_the_picture_moviepy_makes(name: str, arguments: str, expected: np.ndarray) -> None:
    assert np.abs(shown((name, arguments))[PLACES] - expected[PLACES]).max() <= 4


def test_effects_follow_one_another_and_know_the_time() -> None:
    both = shown(("MirrorX", ""), ("InvertColors", ""))
    assert np.abs(both[PLACES] - (255 - PLAIN[:, ::-1])[PLACES]).max() <= 4
    blink = ("Blink", '{"duration_on": 0.4, "duration_off": 0.4}')
    assert shown(blink, at=0.1).max() > 200
    assert shown(blink, at=0.5).max() <= 2
    blurred = shown(("SuperSample", '{"d": 0.1, "n_frames": 5}'), moving=True)
    assert abs(blurred.mean() - 127) <= 3
    assert shown(("FadeIn", '{"duration": 0.5}'), at=0.25).max() < 145
    blur = shown(("HeadBlur", '{"x": 160, "y": 90, "radius": 40}'))
    assert np.abs(blur[90, 160] - PLAIN[90, 160]).max() > 30


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("Resize", '{"new_size": 2}', "'Resize' is no MoviePy effect"),
        ("__class__", "{}", "no MoviePy effect"),
        ("MultiplyColor", '{"wrong": 1}', "cannot apply MultiplyColor"),
        ("MultiplyColor", "[1]", "no JSON object"),
        ("MultiplyColor", "{", "cannot apply MultiplyColor"),
        ("GammaCorrection", '{"gamma": "much"}', "cannot apply GammaCorrection"),
        ("HeadBlur", "{}", "cannot apply HeadBlur"),
        ("FreezeRegion", '{"t": 0.1}', "cannot apply FreezeRegion"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(name: str, arguments: str, words: str) -> None:
    with pytest.raises(PersonError, match=words):
        shown((name, arguments))


def test_every_known_effect_is_moviepys() -> None:
    from moviepy.video import fx

    assert all(hasattr(fx, name) for name in KNOWN)


def frame(folder: Path, shot: Shot, n: int) -> np.ndarray:
    film = Timeline(exact_rate(24), (shot,))
    screen = Screen(Media(film, folder, *SIZE), Lettering((), *SIZE))
    target = planes.empty(*SIZE)
    screen.draw(n, target)
    screen.close()
    return planes.to_rgb(target).astype(int)


def test_a_film_shows_them_on_stills_videos_and_colours(tmp_path: Path) -> None:
    Image.fromarray(quarters(640, 360)).save(tmp_path / "a.png")
    video(tmp_path / "v.mp4")
    mirrored = (("MirrorX", "{}"),)
    still = Shot("a.png", "Image", 24, camera=Camera(View(), View(zoom=1.2)), effects=mirrored)
    for shot in (still, Shot("v.mp4", "Video", 24, effects=mirrored)):
        assert np.abs(frame(tmp_path, shot, 3)[PLACES] - PLAIN[:, ::-1][PLACES]).max() <= 8
    colour = Shot("", "Colour", 24, colour="#204060", effects=(("InvertColors", ""),))
    assert np.abs(frame(tmp_path, colour, 0)[90, 160] - [0xDF, 0xBF, 0x9F]).max() <= 3


def test_the_sentence_names_the_shot(tmp_path: Path) -> None:
    with pytest.raises(PersonError, match="Shot 1: MoviePy cannot apply MultiplyColor"):
        frame(tmp_path, Shot("", "Colour", 24, effects=(("MultiplyColor", "{}"),)), 0)
