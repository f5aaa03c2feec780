"""Speech from text: read aloud, every word timed."""

import re
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import Field

from pipelines.patience import patiently
from pipelines.speech import levels, reading
from studio import facts
from studio.errors import PersonError
from studio.kinds import Audio, Text, read_text
from studio.tool import Settled
from studio.work import Work

CORES = 1
MEMORY = 0.5
RATE = 48000
MOST_CHARACTERS = 100_000
_PACKS = {"heart": ("hibari-voice",), "joe": ("hibari-voice", "joe-voice"), "silent": ()}
_PACE = 15.0  # characters a second, silently read
_SILENT_WAY_OUT = 'Write it in English, or set voice="silent" for timed captions without speech.'

Word = tuple[str, float, float]


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """The packs depend on the voice; the silent one needs none."""
    return Settled(options=options, packs=_PACKS[options.get("voice", "heart")])


def speak(
    text: Text,
    voice: Literal["heart", "joe", "silent"] = "heart",
    speed: Annotated[float, Field(ge=0.5, le=2)] = 1.0,
    *,
    work: Work,
) -> Audio:
    """Read `text` aloud.

    FLAC, mono, 48 kHz, -20 LUFS, no silence at either end. The file carries the words and when each begins and
    ends, in seconds. Raises PersonError for text a voice cannot say. Voices: hibari-tts 0.2.1 (heart), Piper
    en_US-joe-medium (joe); both speak English.

    Args:
        text: What is said. English for heart and joe, any language for silent.
        voice: heart is a woman, joe a man, silent says nothing but times the words at reading pace for captions.
        speed: 1 is the voice's own pace.

    >>> line = speak(text="Every morning, Tomas climbs the stairs and lights the lamp.", voice="heart")
    """
    said = read_text(text).replace("\ufeff", "").strip()
    if not said:
        raise PersonError("There is nothing to say: the text is empty. Write a sentence.")
    if len(said) > MOST_CHARACTERS:
        raise PersonError(
            f"The text has {len(said):,} characters, over an hour of speech; at most {MOST_CHARACTERS:,} can be read "
            "at once. Split it over several steps."
        )
    words: list[Word]
    samples, words = _silent(said, speed) if voice == "silent" else _aloud(said, voice, speed, work)
    work.check()
    path = work.path("speech.flac")
    facts.write_audio(path, samples, RATE, {"text": said, "voice": voice, "words": words})
    return Audio(path)


def _silent(said: str, speed: float) -> tuple[Any, list[Word]]:
    """Silence as long as the text takes to read, at least 1.2 s, and its words."""
    import numpy as np

    shown = reading.shown(said)
    weights = [_weight(word) for word in shown]
    length = max(1.2, sum(weights) / _PACE / speed)
    scale = length / sum(weights)
    words: list[Word] = []
    at = 0.0
    for word, weight in zip(shown, weights, strict=True):
        words.append((word, round(at, 3), round(min(length, at + weight * scale), 3)))
        at += weight * scale
    return np.zeros(round(length * RATE), np.float32), words


def _weight(word: str) -> float:
    """A word's share of the reading time, in Latin characters with its space and the pause after it."""
    pause = 3 if word[-1] in ".!?…。！？" else 1 if word[-1] in ",;:、，" else 0
    wide = sum(1.6 for c in word if c > "\u2e7f")
    return len(word) + wide + (0 if wide else 1) + pause


def _aloud(said: str, voice: str, speed: float, work: Work) -> tuple[Any, list[Word]]:
    """The samples (n,) at 48 kHz and the words of a text read by a voice."""
    import numpy as np
    import soxr

    from pipelines.speech.voices import voice as loaded

    _refuse_foreign(said, voice, work)
    work.progress(0.0, "Loading the voice")
    folders = [work.pack(name) for name in _PACKS[voice]]
    speaker = patiently(work.check, lambda: loaded(voice, folders[-1]))
    pieces: list[Any] = []
    words: list[Word] = []
    heard, total, at = 0, max(1, len(said)), 0.0
    for number, line in enumerate(reading.spoken(said)):
        work.progress(heard / total, "Reading: " + " ".join(line.words)[:60])
        samples, ends = patiently(work.check, partial(speaker.say, line.phonemes, speed, number))
        first, last = levels.sounding(samples, speaker.rate)
        first = min(first, max(0, round((ends[0] - 0.04) * speaker.rate)))  # a breathed h is nearly silent
        for word, span in _timed(line, ends):
            start, end = (min(max(0.0, t - first / speaker.rate), (last - first) / speaker.rate) + at for t in span)
            words.append((word, round(start, 3), round(max(end, start), 3)))
        gap = round(line.pause / speed * speaker.rate)
        pieces += [levels.faded(samples[first:last], speaker.rate), np.zeros(gap, np.float32)]
        at += (last - first + gap) / speaker.rate
        heard += len(" ".join(line.words)) + 1
    if not pieces:
        raise PersonError(f"There are no words to read in “{said[:40]}”. {_SILENT_WAY_OUT}")
    work.progress(0.97, "Setting the loudness")

    def finished() -> Any:
        whole = soxr.resample(np.concatenate(pieces[:-1]), speaker.rate, RATE)
        return levels.at_loudness(whole, RATE).astype(np.float32)

    return patiently(work.check, finished), words


def _timed(line: reading.Spoken, ends: list[float]) -> list[tuple[str, tuple[float, float]]]:
    """(word, (start, end) in seconds of the line); a word that is not said, an emoji, joins the one before it.

    `ends[i]` is where phoneme i begins and `ends[i + 1]` where it ends.
    """
    timed: list[tuple[str, tuple[float, float]]] = []
    waiting = ""
    for word, span in zip(line.words, line.spans, strict=True):
        start, end = reading.trimmed(line, span) if span[0] >= 0 else (0, 0)
        if end > start:
            timed.append((f"{waiting} {word}".strip(), (ends[start], ends[end])))
            waiting = ""
        elif timed:
            timed[-1] = (f"{timed[-1][0]} {word}", timed[-1][1])
        else:
            waiting = f"{waiting} {word}".strip()
    return timed


_FUNCTION_WORDS = {
    "English": "the and is of to in a that it was for on with as he she they at by from his her his we you i are",
    "German": "der die das und ist nicht ein eine mit auf für den dem von zu ich wir sie es im",
    "French": "le la les des une est dans pour avec qui que du au sur pas je nous vous il elle",
    "Spanish": "el los las una es en con por para que del al no se su como más pero y lo",
    "Italian": "il lo gli una è di con per che del nel non si come più ma e della sono le",
    "Portuguese": "o os as uma é em com por para que do da no na não se como mais e seu",
    "Dutch": "de het een en is niet met op voor van te ik wij zij dat die in er aan naar",
}


def _refuse_foreign(said: str, voice: str, work: Work) -> None:
    """Raise PersonError for another script; tell of words left out and of another language."""
    share, script = reading.foreign(said)
    if share > 0.3:
        raise PersonError(f"The voice '{voice}' reads English and cannot read {script} writing. {_SILENT_WAY_OUT}")
    if share:
        work.note(f"Words in {script} writing are not spoken: the voice '{voice}' reads English.")
    words = re.findall(r"[^\W\d_]+", said.lower()[:5000])
    counts = {name: sum(w in common.split() for w in words) for name, common in _FUNCTION_WORDS.items()}
    likely = max(counts, key=lambda name: counts[name])
    sure = counts[likely] >= max(2, 0.2 * len(words)) and counts[likely] > 2 * counts["English"]
    if len(words) >= 4 and sure:
        work.note(f"The text looks {likely}; the voice '{voice}' reads it as if it were English.")
