"""The voices: who speaks, in which accent and language, by which network, and the packs it needs."""

import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pipelines.speech.hibari import Hibari
from pipelines.speech.kokoro import Kokoro
from pipelines.speech.onnx import Voice
from pipelines.speech.piper import Piper

_LOADING = threading.Lock()
_PACKS = {
    "hibari": ("hibari-voice",),
    "piper": ("hibari-voice", "joe-voice"),
    "kokoro": ("hibari-voice", "kokoro", "kokoro-voices"),
    "": (),
}


@dataclass(frozen=True)
class Speaker:
    """A voice as a stranger would tell of it. `sheet` is its file of style vectors, for Kokoro's voices."""

    words: str
    sex: Literal["woman", "man", ""]
    accent: Literal["American", "British", "Spanish", "Italian", ""]
    engine: Literal["hibari", "piper", "kokoro", ""]
    sheet: str = ""
    language: str = "en"

    @property
    def packs(self) -> tuple[str, ...]:
        return _PACKS[self.engine]

    @property
    def british(self) -> bool:
        return self.accent == "British"


SPEAKERS: dict[str, Speaker] = {
    "heart": Speaker("a young woman, warm and clear", "woman", "American", "hibari"),
    "joe": Speaker("a man, level and dry", "man", "American", "piper"),
    "bella": Speaker("a woman, lively", "woman", "American", "kokoro", "af_bella"),
    "nova": Speaker("a woman with a low, calm voice", "woman", "American", "kokoro", "af_nova"),
    "emma": Speaker("a woman, poised", "woman", "British", "kokoro", "bf_emma"),
    "michael": Speaker("a man, friendly", "man", "American", "kokoro", "am_michael"),
    "fenrir": Speaker("a young man", "man", "American", "kokoro", "am_fenrir"),
    "onyx": Speaker("a man with a deep voice", "man", "American", "kokoro", "am_onyx"),
    "george": Speaker("a man, composed", "man", "British", "kokoro", "bm_george"),
    "dora": Speaker("a woman", "woman", "Spanish", "kokoro", "ef_dora", "es"),
    "alex": Speaker("a man", "man", "Spanish", "kokoro", "em_alex", "es"),
    "sara": Speaker("a woman", "woman", "Italian", "kokoro", "if_sara", "it"),
    "nicola": Speaker("a man", "man", "Italian", "kokoro", "im_nicola", "it"),
    "silent": Speaker("nobody: the words are timed at reading pace for captions", "", "", "", language=""),
}


@lru_cache(maxsize=4)
def _loaded(name: str, folders: tuple[Path, ...]) -> Voice:
    speaker = SPEAKERS[name]
    if speaker.engine == "hibari":
        return Hibari(folders[0])
    if speaker.engine == "piper":
        return Piper(folders[1])
    letters, model, sheets = folders
    return Kokoro(model / "kokoro-v1.0.int8.onnx", sheets / f"{speaker.sheet}.bin", next(letters.rglob("vocab.json")))


def voice(name: str, folders: tuple[Path, ...]) -> Voice:
    """The voice of this name from the folders of its packs, in their order; loaded once, then kept."""
    with _LOADING:
        return _loaded(name, folders)
