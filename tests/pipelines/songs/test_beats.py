"""Beats and bars against songs whose beats are known; none in speech, noise and silence."""

from pathlib import Path

import numpy as np
import pytest

from pipelines.songs.beats import Beats, beats
from pipelines.songs.listening import listen
from pipelines.sound.waves import keep
from tests.pipelines.songs.tune import RATE, tune


def found(sound: np.ndarray, folder: Path) -> Beats | None:
    return beats(listen(keep([sound.astype(np.float32)], folder / "song.f32"), lambda: None), lambda: None)


def off(times: np.ndarray, true: np.ndarray) -> np.ndarray:
    """How far each is from the nearest true one, in seconds."""
    return np.abs(times[:, None] - true).min(axis=1)


@pytest.mark.parametrize(("tempo", "metre", "drift", "lead"), [
    (112, 4, 0, 0), (76, 4, 0, 0.7), (150, 4, 0, 0.2), (96, 3, 0, 0.4), (120, 4, 0.06, 0), (98.7, 4, -0.05, 0),
])  # fmt: skip
def test_beats_and_bars_are_where_they_were_played(tmp_path, tempo, metre, drift, lead):
    song = tune(tempo, metre, drift, lead)
    heard = found(song.sound, tmp_path)
    assert heard is not None
    assert heard.metre == metre
    played = heard.times[heard.times < song.beats[-1]]
    assert np.quantile(off(played, song.beats), 0.95) < 0.03
    bars = heard.times[heard.bars]
    assert np.quantile(off(bars[bars < song.beats[-1]], song.bars), 0.95) < 0.03
    assert min(abs(len(played) - len(song.beats) * share) for share in (1, 0.5)) <= metre + 1


@pytest.mark.parametrize("kind", ["silence", "noise", "tone", "words"])
def test_what_has_no_beat_has_none(tmp_path, kind):
    rng, t = np.random.default_rng(3), np.arange(20 * RATE) / RATE
    gaps = np.cumsum(rng.gamma(2.0, 0.16, 200))
    words = rng.normal(0, 0.1, len(t)) * sum(np.exp(-np.square((t - at) / 0.05)) for at in gaps if at < 20)
    sound = {"silence": t * 0, "noise": rng.normal(0, 0.1, len(t)), "tone": np.sin(440 * t), "words": words}[kind]
    assert found(np.repeat(sound[:, None], 2, 1), tmp_path) is None


def test_very_short_sound_has_none(tmp_path):
    assert found(np.ones((4800, 2)), tmp_path) is None
