"""Words heard in a sound by Whisper (Radford and others, 2022), where a detector of voices (Silero VAD) hears any."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from pipelines.sound.loudness import RATE
from pipelines.sound.waves import Wave

Word = tuple[str, float, float]

HEARS = 16_000  # samples a second that the recogniser listens to
_LONGEST, _LOOK = 600, 20  # seconds listened to at once; before their end a quiet moment is looked for
_LOADING = threading.Lock()
# What Whisper is less sure of than this it made up, as it does over music and noise (its own paper's thresholds,
# drawn closer): mean log probability of a segment, and how likely it holds no speech at all.
_SURE, _SPEECHLESS, _WORD = -0.85, 0.6, 0.35


@dataclass(frozen=True)
class Stretch:
    """A piece of a recording: `sound` float32 (n,) at 16 kHz, beginning `start` seconds in."""

    start: float
    sound: np.ndarray

    @property
    def seconds(self) -> float:
        return len(self.sound) / HEARS


@lru_cache(maxsize=1)
def _loaded(folder: Path) -> Any:
    from faster_whisper import WhisperModel

    # One core: with more the sums come in another order, and now and then another word.
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)


def recogniser(folder: Path) -> Any:
    """The recogniser in a pack's folder; loaded once, then kept."""
    with _LOADING:
        return _loaded(folder)


def stretches(wave: Wave, check: Callable[[], None]) -> Iterator[Stretch]:
    """The sound in pieces of at most ten minutes that begin and end where it is quiet."""
    import soxr

    at = 0
    while at < len(wave):
        check()
        end = min(len(wave), at + _LONGEST * RATE)
        if end < len(wave):
            last = wave.read(end - _LOOK * RATE, end).mean(axis=1)
            blocks = np.square(last[: len(last) // 4800 * 4800]).reshape(-1, 4800).mean(axis=1)
            end = end - _LOOK * RATE + (int(blocks.argmin()) * 4800 + 2400)
        heard = wave.read(at, end).mean(axis=1, dtype=np.float32)
        yield Stretch(at / RATE, soxr.resample(heard, RATE, HEARS).astype(np.float32))
        at = end


def segments(model: Any, stretch: Stretch, language: str | None) -> tuple[Iterator[Any], str]:
    """(what is said, a sentence or so at a time as it is heard, the language told or found)."""
    found, about = model.transcribe(
        stretch.sound,
        language=language,
        beam_size=5,
        temperature=0.0,  # no dice: the same sound gives the same words
        condition_on_previous_text=False,  # a wrong line would breed more
        word_timestamps=True,
        vad_filter=True,
        vad_parameters={"threshold": 0.5, "min_speech_duration_ms": 150, "min_silence_duration_ms": 500},
    )
    return iter(found), str(about.language)


def words(segment: Any, start: float) -> list[Word]:
    """A segment's words in seconds of the recording; none where the recogniser is not sure that anything was said."""
    said = segment.words or []
    if segment.avg_logprob < _SURE or segment.no_speech_prob > _SPEECHLESS or segment.compression_ratio > 2.4:
        return []
    if not said or sum(word.probability for word in said) / len(said) < _WORD:
        return []
    out: list[Word] = []
    for word in said:
        text, begin, end = word.word.strip(), start + float(word.start), start + float(word.end)
        if not text:
            continue
        if out and not word.word.startswith(" ") and word.word.isascii():  # "p", ".m." and "$", "3" are one word
            out[-1] = (out[-1][0] + text, out[-1][1], round(end, 3))
        else:
            out.append((text, round(begin, 3), round(max(begin, end), 3)))
    return out
