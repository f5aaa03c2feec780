"""Stems: laid over each other they are the mix; nothing is there that nobody hears; the same bytes twice."""

import zipfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.assemble.soundtrack import soundtrack
from pipelines.assemble.stems import stems
from pipelines.sound.loudness import measure
from studio import facts
from studio.timeline import Shot, Sound, Timeline, Voice, save
from studio.work import Work

RATE = 48_000
BIT = 2.0**-23  # the smallest step of 24 bits


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    rng, t = np.random.default_rng(1), np.arange(4 * RATE) / RATE
    voice = np.sin(2 * np.pi * 180 * t) * (np.sin(2 * np.pi * 3 * t) > 0) * 0.2
    soundfile.write(tmp_path / "voice.flac", voice, RATE)
    soundfile.write(tmp_path / "music.flac", np.repeat(rng.normal(0, 0.1, len(t))[:, None], 2, 1), RATE)
    soundfile.write(tmp_path / "bang.wav", rng.normal(0, 0.2, len(t)) * np.exp(-t * 20), RATE)
    film = Timeline(Fraction(25), (Shot("a.png", "Image", 103),), (Voice("voice.flac", 10, 75),),
                    sounds=(Sound("bang.wav", 60, 20, "effects"),), name="Rain")  # fmt: skip
    save(film, tmp_path / "cut.otio")
    return tmp_path / "cut.otio"


def unpacked(path: Path) -> dict[str, np.ndarray]:
    with zipfile.ZipFile(path) as pack:
        names = [name for name in pack.namelist() if not name.endswith(".txt")]
        return {name: soundfile.read(pack.open(name), always_2d=True)[0] for name in names}


@pytest.mark.parametrize("kind", ["flac", "wav"])
def test_stems_laid_over_each_other_are_the_mix(cut: Path, tmp_path: Path, kind: str) -> None:
    music = tmp_path / "music.flac"
    made = stems(cut, music, format=kind, work=Work.alone(tmp_path / "w"))
    found = unpacked(made)
    assert list(found) == [f"{name}.{kind}" for name in ("mix", "speech", "music", "effects")]
    mix = found.pop(f"mix.{kind}")
    assert {len(stem) for stem in found.values()} == {len(mix)} == {103 * RATE // 25}
    assert np.abs(sum(found.values()) - mix).max() <= 4 * BIT  # of rounding: 126 dB below full scale
    assert measure(mix.astype(np.float32)).integrated == pytest.approx(-14, abs=0.5)
    again = stems(cut, music, format=kind, work=Work.alone(tmp_path / "again"))
    assert again.read_bytes() == made.read_bytes()


def test_a_silent_film_has_its_mix_alone(tmp_path: Path) -> None:
    save(Timeline(Fraction(25), (Shot("a.png", "Image", 25),)), tmp_path / "cut.otio")
    found = unpacked(stems(tmp_path / "cut.otio", work=Work.alone(tmp_path / "w")))
    assert list(found) == ["mix.flac"]
    assert not found["mix.flac"].any()


def test_a_cut_in_which_nothing_is_heard_is_told(tmp_path):
    save(Timeline(Fraction(25), (Shot("a.png", "Image", 50),)), tmp_path / "cut.otio")
    for tool in (stems, soundtrack):
        notes: list[str] = []
        tool(tmp_path / "cut.otio", work=replace(Work.alone(tmp_path / tool.__name__), remark=notes.append))
        assert notes == ["Nothing is laid in this cut that could be heard: its sound is silence."]


@pytest.mark.parametrize(("voice", "told"), [("heart", 1), ("silent", 0)])
def test_voices_without_sound_are_told_but_those_meant_so(tmp_path, voice, told):
    facts.write_audio(tmp_path / "voice.flac", np.zeros(RATE, np.float32), RATE, {"voice": voice})
    film = Timeline(Fraction(25), (Shot("a.png", "Image", 50),), (Voice("voice.flac", 5, 25),))
    save(film, tmp_path / "cut.otio")
    notes: list[str] = []
    soundtrack(tmp_path / "cut.otio", work=replace(Work.alone(tmp_path / "w"), remark=notes.append))
    assert notes == ["What is laid in this film holds no sound: it is silent."] * told
