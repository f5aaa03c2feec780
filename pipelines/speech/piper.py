"""Piper's VITS voices: networks that read espeak's IPA, respelt here from misaki's phonemes."""

import json
from pathlib import Path
from typing import Any

from pipelines.speech.graph import cut
from pipelines.speech.onnx import Spans, emphasis, ran, session, spread

# misaki's one-letter diphthongs and affricates, and its short forms of espeak's long vowels
_RESPELT = {
    "A": "eɪ", "I": "aɪ", "O": "oʊ", "Q": "əʊ", "W": "aʊ", "Y": "ɔɪ", "ʤ": "dʒ", "ʧ": "tʃ", "ᵊ": "ə", "T": "ɾ",
    "ɹ": "ɹ", "g": "ɡ", "ʣ": "dz", "ʦ": "ts", "“": '"', "”": '"', "—": ",", "…": ".",
    "u": "uː", "ɑ": "ɑː", "ɔ": "ɔː",
}  # fmt: skip
_VOWELS = frozenset("aeiouɑɔəɚɛɜɪʊʌæɐᵻAIOQWYˈˌ")


class Piper:
    """A Piper voice. One unit of its durations is a hop of 256 samples; each phoneme is followed by a blank.

    VITS makes the sound from the text and the times alone: emphasis is longer and louder here, not higher.
    """

    _HOP = 256
    _TIMES, _DICE_TIMES, _DICE = "/Ceil_output_0", "/dp/RandomNormalLike_output_0", "/RandomNormalLike_output_0"
    _LIVELY, _UNEVEN = 0.667, 0.8  # the model card's noise_scale and noise_w

    def __init__(self, folder: Path) -> None:
        file = next(folder.rglob("*.onnx"))
        about = json.loads(file.with_suffix(".onnx.json").read_text(encoding="utf-8"))
        self.rate = int(about["audio"]["sample_rate"])
        self._ids: dict[str, list[int]] = about["phoneme_id_map"]
        model = file.read_bytes()
        self._pacing = session(cut(model, (self._TIMES,), (self._DICE_TIMES,)))
        self._speech = session(cut(model, ("output",), (self._TIMES, self._DICE)))

    def say(self, phonemes: str, speed: float, seed: int, stressed: Spans = ()) -> tuple[Any, list[float]]:
        import numpy as np

        ids, owner = [1, 0], [-1, -1]
        for index, letters in enumerate(respelt(phonemes)):
            for letter in letters:
                for number in self._ids.get(letter, []):
                    ids += [number, 0]
                    owner += [index, index]
        ids.append(2)
        owner.append(len(phonemes))
        dice = np.random.default_rng(seed)
        feed = {
            "input": np.asarray([ids], np.int64),
            "input_lengths": np.asarray([len(ids)], np.int64),
            "scales": np.asarray([self._LIVELY, 1 / speed, self._UNEVEN], np.float32),
        }
        shaken = dice.standard_normal((1, 2, len(ids)), dtype=np.float32)
        units = ran(self._pacing, feed | {self._DICE_TIMES: shaken})[0]
        how = emphasis(units.ravel(), [any(a <= i < b for a, b in stressed) for i in owner], ease=6)
        longer = how.units.astype(units.dtype).reshape(units.shape)
        noise = dice.standard_normal((1, 192, int(longer.sum())), dtype=np.float32)
        samples = ran(self._speech, feed | {self._TIMES: longer, self._DICE: noise})[0].ravel()
        ends = np.cumsum(how.units) * (self._HOP / self.rate)
        last = [-1.0] * len(phonemes)
        for index, end in zip(owner, ends, strict=True):
            if 0 <= index < len(phonemes):
                last[index] = float(end)
        heard = [end >= 0 for end in last]
        return how.louder(samples), spread(heard, [float(ends[1]), *(e for e in last if e >= 0)])


def respelt(phonemes: str) -> list[str]:
    """For each misaki phoneme, the letters of espeak's IPA (US) for it."""
    out: list[str] = []
    for index, letter in enumerate(phonemes):
        before, after = phonemes[index - 1 : index], phonemes[index + 1 : index + 2]
        vowel_next = bool(phonemes[index + 2 : index + 3]) and phonemes[index + 2] in _VOWELS
        if letter == "ɹ" and before in ("ɜ", "ə"):  # "ɜɹ" and "əɹ" are one sound, unless a vowel follows
            out.append("ɹ" if after and after in _VOWELS else "")
        elif letter in ("ɜ", "ə") and after == "ɹ":
            out.append("ɜː" if letter == "ɜ" else "ə" if vowel_next else "ɚ")
        elif letter == "i" and before in ("ˈ", "ˌ"):
            out.append("iː")
        else:
            out.append(_RESPELT.get(letter, letter))
    return out
