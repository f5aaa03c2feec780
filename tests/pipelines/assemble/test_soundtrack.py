"""The film's sound alone: every kind of file, its loudness, its peaks, its length; the same bytes twice."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from pipelines.assemble.mix import coded
from pipelines.assemble.soundtrack import soundtrack
from pipelines.sound.hearing import hear
from pipelines.sound.loudness import measure
from studio.errors import Cancelled
from studio.timeline import Shot, Sound, Timeline, Voice, load, save
from studio.work import Work
from tests.loud import true_peak

RATE = 48_000


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    rng = np.random.default_rng(1)
    noise = np.convolve(rng.normal(0, 0.1, 3 * RATE), np.exp(-np.arange(60) / 12), "same")  # dull, as voices are
    voice = noise * (1 + np.sin(np.arange(3 * RATE) / 3000)) / 5
    soundfile.write(tmp_path / "voice.flac", voice, RATE)
    film = Timeline(Fraction(25), (Shot("a.png", "Image", 103),), (Voice("voice.flac", 10, 75),), name="Rain")
    save(film, tmp_path / "cut.otio")
    return tmp_path / "cut.otio"


@pytest.mark.parametrize("kind", ["flac", "wav", "mp3", "m4a", "opus"])
def test_every_kind_is_as_loud_and_as_long_as_asked(cut, tmp_path, kind):
    made = soundtrack(cut, format=kind, loudness=-16, work=Work.alone(tmp_path / "w"))
    assert made.suffix == "." + kind
    with av.open(str(made)) as file:
        title = {**file.metadata, **file.streams.audio[0].metadata}
        assert "Rain" in title.values()
    sound = hear(made, Work.alone(tmp_path / "v")).read()
    assert measure(sound).integrated == pytest.approx(-16, abs=0.5)
    assert true_peak(sound) < -1
    assert len(sound) == pytest.approx(103 * RATE // 25, abs=0 if kind in ("flac", "wav") else 1200)
    again = soundtrack(cut, format=kind, loudness=-16, work=Work.alone(tmp_path / "again"))
    assert again.read_bytes() == made.read_bytes()


@pytest.mark.parametrize("kind", ["mp3", "m4a", "opus"])
@pytest.mark.parametrize("loudness", [-14, -16])
def test_true_peaks_stay_low_after_an_encoder_moved_them(tmp_path, kind, loudness):
    """Noise and bursts at full scale: encoders push these up by a decibel and more."""
    rng, t = np.random.default_rng(6), np.arange(4 * RATE) / RATE
    noise = (
        rng.normal(0, 0.4, (len(t), 2)) + 0.8 * np.sign(np.sin(2 * np.pi * 997 * t))[:, None] * (t % 1 < 0.5)[:, None]
    )
    soundfile.write(tmp_path / "hard.wav", noise.clip(-1, 1), RATE, "FLOAT")
    film = Timeline(Fraction(25), (Shot("a.png", "Image", 100),), sounds=(Sound("hard.wav", 0, 100, "effects"),))
    save(film, tmp_path / "cut.otio")
    made = soundtrack(tmp_path / "cut.otio", format=kind, loudness=loudness, work=Work.alone(tmp_path / "w"))
    sound = hear(made, Work.alone(tmp_path / "v")).read()
    assert true_peak(sound) < -1
    assert measure(sound).integrated == pytest.approx(loudness, abs=0.8)  # AAC leaves out what noise has over 17 kHz


def test_it_can_be_cancelled(cut, tmp_path):
    desk = Work.alone(tmp_path / "w")
    desk.cancelled.set()
    with pytest.raises(Cancelled):
        soundtrack(cut, work=desk)


def test_an_encoder_that_cannot_be_held_is_told(cut, tmp_path):
    """It is tried four times, quieter at the peaks each time; then the file is what it is, with a note."""
    turns: list[float] = []

    def encode(wav: Path, path: Path) -> None:
        turns.append(float(np.abs(soundfile.read(wav)[0]).max()))
        soundfile.write(path, np.full((RATE, 2), 0.99) * np.sin(np.arange(RATE) * 0.05)[:, None], RATE)

    notes: list[str] = []
    desk = replace(Work.alone(tmp_path / "w"), remark=notes.append)
    coded(load(cut), tmp_path, None, desk, encode, tmp_path / "out.flac")
    assert notes[-1:] == ["Encoded, the sound's peaks reach -0.1 dBTP. FLAC and WAV keep to -1."]
    assert len(turns) == 5
    assert turns[:4] == sorted(turns[:4], reverse=True)
    assert sorted(path.name for path in (tmp_path / "w").glob("*.f32")) == []
