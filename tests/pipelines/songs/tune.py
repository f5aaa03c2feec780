"""A song made of tones and noise, whose beats are known: drums, bass and chords, an intro, a theme twice, an end."""

from dataclasses import dataclass

import numpy as np

RATE = 48_000
_CHORDS = {"C": (48, 60, 64, 67), "a": (45, 60, 64, 69), "F": (41, 60, 65, 69), "G": (43, 59, 62, 67)}
FORM = "CaFG" * 2 + "CCFFaaGG" + "CaFG" * 2 + "FGaCFGGG" + "CaFG" * 2 + "CCFFaaGG" + "C"


@dataclass(frozen=True)
class Tune:
    """Samples (n, 2), the seconds of every beat, and beats to the bar."""

    sound: np.ndarray
    beats: np.ndarray
    metre: int

    @property
    def bars(self) -> np.ndarray:
        return self.beats[:: self.metre]


def tune(tempo: float = 112.0, metre: int = 4, drift: float = 0.0, lead: float = 0.0, form: str = FORM) -> Tune:
    """`drift`: by how much the tempo has risen at the end, as a share; `lead`: seconds of silence before it."""
    count = len(form) * metre
    lengths = 60 / tempo / (1 + drift * np.arange(count) / count)
    beats = lead + np.concatenate([[0.0], np.cumsum(lengths)])[:-1]
    sound = np.zeros(round((beats[-1] + 4) * RATE))
    rng = np.random.default_rng(5)
    for number, at in enumerate(beats):
        bar, beat = divmod(number, metre)
        notes, long = _CHORDS[form[bar]], lengths[number]
        last = bar == len(form) - 1
        if not last:
            _add(sound, at, _drum(60 if beat in (0, 2) else 0, rng) * (1.0 if beat == 0 else 0.7))
            _add(sound, at + long / 2, _drum(0, rng, 90) * 0.3)
        if beat == 0:
            wide = 3.5 if last else long * metre
            _add(sound, at, 0.25 * _tone(notes[0] - 12, wide))
            for note in notes[1:]:
                _add(sound, at, 0.1 * _tone(note, wide))
        if not last:
            _add(sound, at, 0.12 * _tone(notes[1 + (number * 7 // 3) % 3] + 12, long * 0.9))
    return Tune(np.repeat((0.5 * sound)[:, None], 2, axis=1).astype(np.float32), beats, metre)


def _add(sound: np.ndarray, at: float, what: np.ndarray) -> None:
    first = round(at * RATE)
    what = what[: len(sound) - first]
    sound[first : first + len(what)] += what


def _tone(note: int, seconds: float) -> np.ndarray:
    t = np.arange(round(seconds * RATE)) / RATE
    hertz = 440 * 2 ** ((note - 69) / 12)
    wave = sum(np.sin(2 * np.pi * hertz * k * t) / k**1.5 for k in (1, 2, 3, 4))
    return wave * np.exp(-t * 1.2) * np.minimum(1, np.minimum(t, t[-1] - t) * 200)


def _drum(hertz: float, rng: np.random.Generator, dull: float = 40) -> np.ndarray:
    t = np.arange(RATE // 5) / RATE
    if hertz:
        return np.sin(2 * np.pi * hertz * t * (1 + np.exp(-t * 40))) * np.exp(-t * 25)
    return 0.4 * rng.normal(0, 1, len(t)) * np.exp(-t * dull)
