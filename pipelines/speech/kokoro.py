"""Kokoro-82M (hexgrad, Apache-2.0): one network and a sheet of style vectors for each of its voices. 24 kHz.

It is the 8-bit ONNX export of kokoro-onnx, cut in two between what says how a line is spoken (pace, pitch, loudness)
and what makes the sound, so that emphasis changes the first and the times of all phonemes are known.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipelines.speech.graph import cut
from pipelines.speech.onnx import EARLY, Spans, emphasis, session, spread

MOST_PHONEMES = 500
_PACE, _SOUND, _PITCH, _ENERGY = (
    "/encoder/Clip_output_0",
    "/encoder/MatMul_1_output_0",
    "/encoder/Reshape_output_0",
    "/encoder/Reshape_1_output_0",
)


@lru_cache(maxsize=1)
def _networks(model: Path) -> tuple[Any, Any]:
    """(what plans a line, what sounds it): they are the same for every voice."""
    read = model.read_bytes()
    planned = (_PACE, _SOUND, _PITCH, _ENERGY)
    return session(cut(read, planned)), session(cut(read, ("audio",), planned[1:]))


class Kokoro:
    """A voice of Kokoro's. One unit of its durations is 600 samples, 25 ms; pitch is told twice as often."""

    rate = 24000

    def __init__(self, model: Path, style: Path, letters: Path) -> None:
        """`style`: float32, 510 rows of 256, the n-th for a line of n + 1 phonemes; `letters`: hibari's vocab.json."""
        import numpy as np

        self._vocab: dict[str, int] = json.loads(letters.read_text(encoding="utf-8"))
        self._styles = np.fromfile(style, np.float32).reshape(-1, 256)
        self._plans, self._sounds = _networks(model)

    def say(self, phonemes: str, speed: float, seed: int, stressed: Spans = ()) -> tuple[Any, list[float]]:
        import numpy as np

        heard = [c in self._vocab for c in phonemes]
        ids = [0, *(self._vocab[c] for c in phonemes if c in self._vocab), 0]
        style = self._styles[min(max(len(ids) - 3, 0), len(self._styles) - 1)][None]
        feed = {"tokens": np.asarray([ids], np.int64), "style": style, "speed": np.asarray([speed], np.float32)}
        units, sound, pitch, energy = self._plans.run(None, feed)
        weighty = [any(a <= i < b for a, b in stressed) for i, is_heard in enumerate(heard) if is_heard]
        how = emphasis(np.round(units.ravel()), [False, *weighty, False], ease=2)
        fine = (how.source[:, None] * 2 + np.arange(2)).ravel()
        made = {
            _SOUND: np.ascontiguousarray(sound[..., how.source]),
            _PITCH: (pitch[..., fine] * np.repeat(how.pitch, 2)).astype(np.float32),
            _ENERGY: np.ascontiguousarray(energy[..., fine]),
            "style": style,
        }
        samples = self._sounds.run(None, {i.name: made[i.name] for i in self._sounds.get_inputs()})[0].ravel()
        ends = np.cumsum(how.units) * (len(samples) / self.rate / how.units.sum())
        return how.louder(samples), spread(heard, np.maximum(0, ends[:-1] - EARLY))
