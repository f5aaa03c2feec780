"""A cut in MoviePy shows and sounds as the film does."""

from fractions import Fraction
from pathlib import Path

import numpy
import pytest
from PIL import Image

from pipelines.assemble.edit import edit
from pipelines.assemble.render import render
from pipelines.film.moviepy_clip import from_moviepy, to_moviepy
from pipelines.film.planes import from_rgb
from studio import facts
from studio.errors import PersonError
from studio.work import Work
from tests.likeness import ssim


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
        ours = clip.get_frame(Fraction(number, 12))
        assert ssim(luma(ours), luma(frames[number])) >= 0.97
    clip.close()


def luma(rgb: numpy.ndarray) -> numpy.ndarray:
    return from_rgb(rgb).y


def test_any_clip_can_be_a_shot(tmp_path: Path) -> None:
    """A moving box under two effects of MoviePy's, with a tone, between two pictures of a film."""
    import av
    from moviepy import AudioClip, VideoClip, vfx

    def frame(t: float) -> numpy.ndarray:
        picture = numpy.full((181, 321, 3), (30, 60, 160), numpy.uint8)
        left = int(20 + 120 * t)
        picture[60:120, left : left + 60] = (230, 180, 40)
        return picture

    tone = AudioClip(lambda t: 0.3 * numpy.sin(2000 * numpy.array([t, t]).T), duration=1, fps=48000)
    clip = VideoClip(frame, duration=1).with_fps(25).with_audio(tone)
    clip = clip.with_effects([vfx.MirrorX(), vfx.MultiplyColor(0.8)])
    shot = from_moviepy(clip, tmp_path / "shot.mp4", Work.alone(tmp_path / "clip"))
    Image.new("RGB", (320, 180), (90, 20, 20)).save(tmp_path / "a.png")
    cut = edit(shots=[tmp_path / "a.png", shot], transition="cut", fps=25, fade=0, work=Work.alone(tmp_path / "edit"))
    cut = Path(cut).rename(tmp_path / "cut.otio")
    film = render(cut=cut, size="320x180", work=Work.alone(tmp_path / "render"))
    with av.open(str(film)) as container:
        frames = [f.to_ndarray(format="rgb24", src_colorspace="ITU709") for f in container.decode(video=0)]
        container.seek(0)
        sound = numpy.concatenate([f.to_ndarray() for f in container.decode(audio=0)], axis=1)
    begins = len(frames) - 25
    for n in (0, 11, 24):
        wanted = clip.get_frame(n / 25)[:180, :320]
        assert ssim(luma(frames[begins + n]), luma(numpy.ascontiguousarray(wanted))) >= 0.97
    assert numpy.abs(sound[:, : begins * 1920 - 4800]).max() < 0.01 < 0.05 < numpy.abs(sound[:, -24000:]).max()


def test_a_clip_without_an_end_gets_a_sentence(tmp_path: Path) -> None:
    from moviepy import ColorClip

    with pytest.raises(PersonError, match="with_duration"):
        from_moviepy(ColorClip((64, 64), (9, 9, 9)), tmp_path / "x.mp4", Work.alone(tmp_path / "w"))
    assert not (tmp_path / "x.mp4").exists()


def test_its_sound_is_the_films(cut: Path, tmp_path: Path) -> None:
    clip = to_moviepy(cut, Work.alone(tmp_path / "clip"), size="320x180")
    sound = clip.audio.to_soundarray(fps=48000)
    assert abs(len(sound) / 48000 - 3) < 0.02
    loud = numpy.abs(sound).max(axis=1)
    assert loud[: int(0.2 * 48000)].max() < 0.02  # the lead-in before the voice
    assert loud[int(0.5 * 48000) : int(1.2 * 48000)].max() > 0.1
    clip.close()
