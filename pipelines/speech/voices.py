"""The voices: phonemes in, samples and the time of every phoneme out.

heart: hibari-tts (Apache-2.0), a network that predicts a spectrum from misaki phonemes, 24 kHz.
joe: a Piper VITS voice (CC0), 22.05 kHz, that reads espeak's IPA; misaki phonemes are respelt for it.
"""

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from pipelines.speech.graph import cut

_LOADING = threading.Lock()

# misaki's one-letter diphthongs and affricates, and its short forms of espeak's long vowels
_RESPELT = {
    "A": "eɪ", "I": "aɪ", "O": "oʊ", "Q": "əʊ", "W": "aʊ", "Y": "ɔɪ", "ʤ": "dʒ", "ʧ": "tʃ", "ᵊ": "ə", "T": "ɾ",
    "ɹ": "ɹ", "g": "ɡ", "ʣ": "dz", "ʦ": "ts", "“": '"', "”": '"', "—": ",", "…": ".",
    "u": "uː", "ɑ": "ɑː", "ɔ": "ɔː",
}  # fmt: skip
_VOWELS = frozenset("aeiouɑɔəɚɛɜɪʊʌæɐᵻAIOQWYˈˌ")


class Voice(Protocol):
    """`rate` in Hz; `say` gives float32 samples (n,) and, for each character of `phonemes`, its end in seconds."""

    rate: int

    def say(self, phonemes: str, speed: float, seed: int) -> tuple[Any, list[float]]: ...


def _session(model: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # more threads would change the last bits
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class Heart:
    """hibari's own voice. One unit of its durations is two spectrum frames, 25 ms."""

    rate = 24000
    _OUT = ("lh", "theta", "ln", "lr", "phi", "f0", "/Clip_output_0")

    def __init__(self, folder: Path) -> None:
        from hibari import dsp

        self._dsp = dsp
        assets = next(folder.rglob("hibari.onnx")).parent
        self._vocab: dict[str, int] = json.loads((assets / "vocab.json").read_text(encoding="utf-8"))
        self._network = _session(cut((assets / "hibari.onnx").read_bytes(), self._OUT))

    def say(self, phonemes: str, speed: float, seed: int) -> tuple[Any, list[float]]:
        import numpy as np

        known = [c for c in phonemes if c in self._vocab]
        ids = [0, *(self._vocab[c] for c in known), 0]
        feed = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([speed], np.float32)}
        *spectrum, units = self._network.run(None, feed)
        samples = self._dsp.synth(*(part[0] for part in spectrum), np.random.default_rng(seed))
        ends = np.cumsum(units.ravel())
        second = len(samples) / self.rate / ends[-1]
        return samples, _spread(phonemes, [c in self._vocab for c in phonemes], ends[:-1] * second)


class Joe:
    """The Piper voice. One unit of its durations is a hop of 256 samples; each phoneme is followed by a blank."""

    rate = 22050
    _HOP = 256
    _TIMES, _DICE_TIMES, _DICE = "/Ceil_output_0", "/dp/RandomNormalLike_output_0", "/RandomNormalLike_output_0"
    _LIVELY, _UNEVEN = 0.667, 0.8  # the model card's noise_scale and noise_w

    def __init__(self, folder: Path) -> None:
        file = next(folder.rglob("*.onnx"))
        about = json.loads(file.with_suffix(".onnx.json").read_text(encoding="utf-8"))
        self._ids: dict[str, list[int]] = about["phoneme_id_map"]
        model = file.read_bytes()
        self._pacing = _session(cut(model, (self._TIMES,), (self._DICE_TIMES,)))
        self._speech = _session(cut(model, ("output",), (self._TIMES, self._DICE)))

    def say(self, phonemes: str, speed: float, seed: int) -> tuple[Any, list[float]]:
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
        units = self._ran(self._pacing, feed | {self._DICE_TIMES: shaken})
        noise = dice.standard_normal((1, 192, int(units.sum())), dtype=np.float32)
        samples = self._ran(self._speech, feed | {self._TIMES: units, self._DICE: noise}).ravel()
        ends = np.cumsum(units.ravel()) * (self._HOP / self.rate)
        last = [-1.0] * len(phonemes)
        for index, end in zip(owner, ends, strict=True):
            if 0 <= index < len(phonemes):
                last[index] = float(end)
        heard = [end >= 0 for end in last]
        return samples, _spread(phonemes, heard, [float(ends[1]), *(e for e in last if e >= 0)])

    @staticmethod
    def _ran(session: Any, feed: dict[str, Any]) -> Any:
        return session.run(None, {i.name: feed[i.name] for i in session.get_inputs()})[0]


def _spread(phonemes: str, heard: list[bool], ends: Any) -> list[float]:
    """Ends for every character: one the voice does not know ends where the one before it does.

    `ends` holds the end of the lead-in, then of each known character.
    """
    at, found = float(ends[0]), []
    known = iter(ends[1:])
    for is_heard in heard:
        at = float(next(known)) if is_heard else at
        found.append(at)
    return [float(ends[0]), *found]


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


@lru_cache(maxsize=2)
def _loaded(name: str, folder: Path) -> Voice:
    return Joe(folder) if name == "joe" else Heart(folder)


def voice(name: str, folder: Path) -> Voice:
    """The voice of this name from its pack's folder; loaded once, then kept."""
    with _LOADING:
        return _loaded(name, folder)
