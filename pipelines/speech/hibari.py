"""hibari-tts (Apache-2.0): a small network that predicts a spectrum from misaki phonemes. 24 kHz, fast."""

import json
from pathlib import Path
from typing import Any

from pipelines.speech.graph import cut
from pipelines.speech.onnx import EARLY, Spans, emphasis, session, spread


class Hibari:
    """hibari's own voice. One unit of its durations is two spectrum frames, 25 ms."""

    rate = 24000
    _OUT = ("lh", "theta", "ln", "lr", "phi", "f0", "/Clip_output_0")

    def __init__(self, folder: Path) -> None:
        from hibari import dsp

        self._dsp = dsp
        assets = next(folder.rglob("hibari.onnx")).parent
        self._vocab: dict[str, int] = json.loads((assets / "vocab.json").read_text(encoding="utf-8"))
        self._network = session(cut((assets / "hibari.onnx").read_bytes(), self._OUT))

    def say(self, phonemes: str, speed: float, seed: int, stressed: Spans = ()) -> tuple[Any, list[float]]:
        import numpy as np

        heard = [c in self._vocab for c in phonemes]
        ids = [0, *(self._vocab[c] for c in phonemes if c in self._vocab), 0]
        feed = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([speed], np.float32)}
        *spectrum, pitch, units = self._network.run(None, feed)
        weighty = [any(a <= i < b for a, b in stressed) for i, is_heard in enumerate(heard) if is_heard]
        frames = np.round(units.ravel() * 2)
        how = emphasis(frames, [False, *weighty, False])
        source = np.minimum(how.source, pitch.shape[-1] - 1)
        parts = [np.ascontiguousarray(part[0][:, source]) for part in spectrum]
        samples = self._dsp.synth(*parts, pitch[0][source] * how.pitch, np.random.default_rng(seed))
        ends = np.cumsum(how.units)
        second = len(samples) / self.rate / ends[-1]
        return how.louder(samples), spread(heard, np.maximum(0, ends[:-1] * second - EARLY))
