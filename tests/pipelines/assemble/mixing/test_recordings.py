"""Given recordings: rumble goes, passages come together, hissing softens; what is clean stays to the last bit."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.assemble.mix import soundtrack
from pipelines.assemble.mixing.recordings import measured, tidied
from pipelines.assemble.mixing.takes import listen
from pipelines.sound.waves import keep
from studio import facts
from studio.timeline import Shot, Timeline, Voice
from studio.work import Work

RATE = 48_000


def spoken(seconds: float = 14) -> np.ndarray:
    """Syllables of a buzzing voice, words and pauses, as even as speech is."""
    rng, t = np.random.default_rng(4), np.arange(round(seconds * RATE)) / RATE
    voice = sum(np.sin(2 * np.pi * 130 * k * t) / k for k in range(1, 20)) * 0.1
    gate = np.zeros(len(t))
    at = 0.2
    while at < seconds - 0.3:
        long = rng.uniform(0.1, 0.3)
        gate[round(at * RATE) : round((at + long) * RATE)] = rng.uniform(0.7, 1)
        at += long + rng.choice([0.05, 0.05, 0.4])
    return voice * np.convolve(gate, np.hanning(960) / 480, "same")


def hissed(voice: np.ndarray) -> np.ndarray:
    rng = np.random.default_rng(2)
    noise = np.diff(rng.normal(0, 1, len(voice) + 2), 2) * 0.12
    return voice + noise * (np.arange(len(voice)) % RATE < RATE // 12)


T = np.arange(14 * RATE) / RATE
SORTS = {
    "clean": spoken(),
    "rumbling": spoken() + 0.06 * np.sin(2 * np.pi * 41 * T),
    "uneven": spoken() * 10 ** (9 * np.sin(2 * np.pi * T / 9) / 20),
    "hissing": hissed(spoken()),
}


@pytest.fixture
def through(tmp_path):
    def go(sort: str):
        notes: list[str] = []
        desk = replace(Work.alone(tmp_path / sort), remark=notes.append)
        sound = np.repeat(SORTS[sort][:, None], 2, axis=1).astype(np.float32)
        take = listen(keep([sound], desk.path("sound.f32")), desk)
        made = tidied(take, tmp_path / f"{sort}.wav", desk)
        return take, made, notes, desk

    return go


def test_a_clean_recording_stays_as_it_is(through):
    take, made, notes, _ = through("clean")
    assert made is take
    assert not notes


def test_rumble_goes_and_the_voice_stays(through):
    take, made, notes, desk = through("rumbling")
    before, after = measured(take.wave, desk), measured(made.wave, desk)
    assert after.rumble() < before.rumble() - 20
    voice = SORTS["clean"][RATE : 13 * RATE]
    kept = made.wave.read()[RATE : 13 * RATE, 0]
    assert np.sqrt(np.square(kept - voice).mean() / np.square(voice).mean()) < 0.05
    assert "rumble" in notes[0]
    assert len(made.wave) == len(take.wave)


def test_passages_come_together_without_pumping(through):
    take, made, notes, desk = through("uneven")
    before, after = measured(take.wave, desk).spread(), measured(made.wave, desk).spread()
    assert before > 11
    assert after < 0.45 * before
    gain = np.abs(made.wave.read()[:, 0]) / np.maximum(np.abs(take.wave.read()[:, 0]), 1e-9)
    loud = np.abs(take.wave.read()[:, 0]) > 0.01
    steps = 20 * np.log10(gain[loud])
    place = np.flatnonzero(loud) / RATE
    tenths = np.interp(np.arange(0.5, 13, 0.1), place, steps)
    assert np.abs(np.diff(tenths)).max() < 1  # dB
    assert "brought together" in notes[0]


def test_a_hissing_s_is_softened_and_nothing_else(through):
    take, made, notes, desk = through("hissing")
    before, after = measured(take.wave, desk), measured(made.wave, desk)
    assert after.sharp() < before.sharp() - 3
    quiet = np.arange(14 * RATE) % RATE > RATE // 6
    moved = np.abs(made.wave.read()[quiet, 0] - take.wave.read()[quiet, 0])
    assert np.quantile(moved, 0.999) < 0.005
    assert "sharp s" in notes[0]


def test_the_mix_tidies_what_was_given_and_leaves_our_own_voices(tmp_path: Path):
    notes: list[str] = []
    soundfile.write(tmp_path / "given.wav", SORTS["rumbling"], RATE)
    facts.write_audio(tmp_path / "ours.flac", SORTS["rumbling"], RATE, {"voice": "heart"})
    film = Timeline(Fraction(25), (Shot("x.png", "Image", 350),))
    desk = replace(Work.alone(tmp_path / "w"), remark=notes.append)
    for name, told in (("ours.flac", 0), ("given.wav", 1)):
        soundtrack(replace(film, voices=(Voice(name, 0, 350),)), tmp_path, None, desk)
        assert len(notes) == told
