"""A cut in MoviePy shows and sounds as the film does."""

from fractions import Fraction
from pathlib import Path

import numpy
import pytest
from PIL import Image

from pipelines.assemble.edit import edit
from pipelines.assemble.render import render
from pipelines.moviepy_clip import to_moviepy
from studio import facts
from studio.work import Work


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    pictures = []
    for number in range(2):
        path = tmp_path / f"{number}.png"
        picture = Image.effect_mandelbrot((640, 360), (-2 + number, -1, 1, 1), 40).convert("RGB")
        picture.save(path, pnginfo=facts.png_info({}))
        pictures.append(path)
    voice = tmp_path / "voice.flac"
    tone = 0.2 * numpy.sin(numpy.arange(48000) / 30)
    facts.write_audio(voice, tone, 48000, {"text": "a tone", "voice": "x", "words": [["a", 0, 0.4], ["tone", 0.5, 1]]})
    made = edit(shots=pictures, voices=[voice, None], seconds=3, fps=12, work=Work.alone(tmp_path / "edit"))
    return Path(made).rename(tmp_path / "cut.otio")


def test_frames_and_length_are_the_films(cut: Path, tmp_path: Path) -> None:
    import av

    film = render(cut=cut, size="320x180", quality="best", work=Work.alone(tmp_path / "render"))
    clip = to_moviepy(cut, Work.alone(tmp_path / "clip"), size="320x180")
    assert (clip.fps, clip.duration, tuple(clip.size)) == (12, 3, (320, 180))
    with av.open(str(film)) as container:
        frames = [f.to_ndarray(format="rgb24", src_colorspace="ITU709") for f in container.decode(video=0)]
    assert len(frames) == 36
    for number in (3, 17, 18, 30):
        ours = clip.get_frame(Fraction(number, 12)).astype(float)
        assert numpy.abs(ours - frames[number]).mean() < 4  # of 255; what x264 takes away
    clip.close()


def test_its_sound_is_the_films(cut: Path, tmp_path: Path) -> None:
    clip = to_moviepy(cut, Work.alone(tmp_path / "clip"), size="320x180")
    sound = clip.audio.to_soundarray(fps=48000)
    assert abs(len(sound) / 48000 - 3) < 0.02
    loud = numpy.abs(sound).max(axis=1)
    assert loud[: int(0.2 * 48000)].max() < 0.02  # the lead-in before the voice
    assert loud[int(0.5 * 48000) : int(1.2 * 48000)].max() > 0.1
    clip.close()
