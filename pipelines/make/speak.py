"""Speech from text: read aloud, every word timed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import Field

from pipelines.patience import each, patiently
from pipelines.speech import levels, lips, marks, names, reading, tongues
from pipelines.speech.voices import SPEAKERS
from pipelines.speech.voices import voice as loaded
from studio import facts, language
from studio.errors import PersonError
from studio.kinds import Audio, Text, read_text
from studio.tool import Settled
from studio.work import Work

CORES = 1
MEMORY = 1.2
RATE = 48000
MOST_CHARACTERS = 100_000
_OR = '" or "'
_PACE = 15.0  # characters a second, silently read
_SILENT_WAY_OUT = (
    "Write it in that voice's language, record it and use the recording (transcribe times its words), or set "
    'voice="silent" for timed captions without speech.'
)

VoiceName = Literal[
    "heart", "joe", "bella", "nova", "emma", "michael", "fenrir", "onyx", "george", "dora", "alex", "sara", "nicola",
    "silent",
]  # fmt: skip
Word = tuple[str, float, float]


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """The packs depend on the voice; the silent one needs none."""
    return Settled(options=options, packs=SPEAKERS[options.get("voice", "heart")].packs)


def speak(
    text: Text,
    voice: VoiceName = "heart",
    speed: Annotated[float, Field(ge=0.5, le=2)] = 1.0,
    pronunciation: Text | None = None,
    *,
    work: Work,
) -> Audio:
    """Read `text` aloud.

    FLAC, mono, 48 kHz, -20 LUFS, no silence at either end. The file carries the words and when each begins and
    ends, in seconds, and how far a mouth that says them is open, 30 times a second (pipelines/speech/lips.py).
    Numbers, dates, money, units and abbreviations are read as people say them; captions keep them as written.
    "…" is a breath, [pause 1.5] is 1.5 seconds of silence, *word* is said with emphasis; none of these is shown.
    Raises PersonError for text a voice cannot say. Voices: hibari-tts 0.2.1 (heart), Piper en_US-joe-medium (joe),
    Kokoro-82M v1.0 (all others: 8-bit, about 1.6 times as fast as speech on one core; heart 40, joe 6 times).

    Args:
        text: What is said, in the voice's language; any language for silent.
        voice: Women: heart, bella and nova (low) American, emma British. Men: joe, michael, fenrir (young) and onyx
            (deep) American, george British. Spanish: dora, alex. Italian: sara, nicola. silent says nothing
            but times the words for captions.
        speed: 1 is the voice's own pace.
        pronunciation: How names are said, from `pronounce`.

    >>> line = speak(text="Every morning, Tomas climbs the stairs and lights the lamp.", voice="heart")
    """
    said = marks.cleaned(read_text(text)).strip()
    if not said:
        raise PersonError("There is nothing to say: the text is empty. Write a sentence.")
    if len(said) > MOST_CHARACTERS:
        raise PersonError(
            f"The text has {len(said):,} characters, over an hour of speech; at most {MOST_CHARACTERS:,} can be read "
            "at once. Split it over several steps."
        )
    known = names.read(read_text(pronunciation).splitlines()) if pronunciation else names.NONE
    told: dict[str, Any] = {"text": marks.plain(said), "voice": voice}
    if voice == "silent":
        samples, words = _silent(said, speed)
    else:
        samples, words, mouth = _aloud(said, voice, speed, known, work)
        told |= mouth
    work.check()
    path = work.path("speech.flac")
    facts.write_audio(path, samples, RATE, told | {"words": words})
    return Audio(path)


def _silent(said: str, speed: float) -> tuple[Any, list[Word]]:
    """Silence as long as the text takes to read, at least 1.2 s and the pauses asked for, and its words."""
    import numpy as np

    passages = [(reading.shown(marks.plain(passage.text)), passage.pause) for passage in marks.passages(said)]
    total = sum(_weight(word) for shown, _ in passages for word in shown)
    if not total:
        raise PersonError("There is nothing to say: the text holds only pauses. Write a sentence.")
    scale = max(1.2, total / _PACE / speed) / total
    words: list[Word] = []
    at = 0.0
    for shown, pause in passages:
        for word in shown:
            words.append((word, round(at, 3), round(at + _weight(word) * scale, 3)))
            at += _weight(word) * scale
        at += pause or 0.0
    return np.zeros(round(at * RATE), np.float32), words


def _weight(word: str) -> float:
    """A word's share of the reading time, in Latin characters with its space and the pause after it."""
    pause = 3 if word[-1] in ".!?…。！？" else 1 if word[-1] in ",;:、，" else 0
    wide = sum(1.6 for c in word if c > "\u2e7f")
    return len(word) + wide + (0 if wide else 1) + pause


@dataclass
class _Tape:
    """What has been read so far, in order: samples at `rate`, words and phonemes with their times in seconds."""

    rate: int
    pieces: list[Any] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    sounds: list[Word] = field(default_factory=list)
    at: float = 0.0

    def add(self, line: reading.Spoken, samples: Any, ends: list[float]) -> None:
        first, last = levels.sounding(samples, self.rate)
        first = min(first, max(0, round((ends[0] - 0.04) * self.rate)))  # a breathed h is nearly silent

        def placed(seconds: float) -> float:
            return min(max(0.0, seconds - first / self.rate), (last - first) / self.rate) + self.at

        for word, (start, end) in _timed(line, ends):
            begins = placed(start)
            self.words.append((word, round(begins, 3), round(max(placed(end), begins), 3)))
        for sound, start, end in zip(line.phonemes, ends, ends[1:], strict=False):
            self.sounds.append((sound, placed(start), placed(end)))
        self.pieces.append(levels.faded(samples[first:last], self.rate))
        self.at += (last - first) / self.rate

    def rest(self, seconds: float) -> None:
        import numpy as np

        self.pieces.append(np.zeros(round(seconds * self.rate), np.float32))
        self.at += len(self.pieces[-1]) / self.rate


def _aloud(
    said: str, voice: str, speed: float, known: names.Names, work: Work
) -> tuple[Any, list[Word], dict[str, Any]]:
    """The samples (n,) at 48 kHz, the words and the mouth's cues of a text read by a voice."""
    import numpy as np
    import soxr

    _refuse_foreign(said, voice, work)
    work.progress(0.0, "Loading the voice")
    folders = tuple(work.pack(name) for name in SPEAKERS[voice].packs)
    speaker = patiently(work.check, lambda: loaded(voice, folders))
    tape = _Tape(speaker.rate)
    heard, total, resting = 0, max(1, len(said)), 0.0
    for number, line in enumerate(each(work.check, reading.spoken(said, _reader(voice, known)))):
        work.progress(min(0.96, heard / total), "Reading: " + " ".join(line.words)[:60])
        tape.rest(resting)
        resting = line.pause if line.exact else line.pause / speed
        if line.words:
            tape.add(line, *patiently(work.check, partial(speaker.say, line.phonemes, speed, number, line.stressed)))
        elif not tape.words:  # a pause before the first word
            tape.rest(resting)
            resting = 0.0
        heard += len(" ".join(line.words)) + 1
    if not tape.words:
        raise PersonError(f"There are no words to read in “{said[:40]}”. {_SILENT_WAY_OUT}")
    if line.exact:
        tape.rest(resting)
    work.progress(0.97, "Setting the loudness")

    def finished() -> tuple[Any, dict[str, Any]]:
        whole = soxr.resample(np.concatenate(tape.pieces), speaker.rate, RATE)
        samples = levels.at_loudness(whole.astype(np.float32, copy=False))
        return samples, lips.cues(samples, RATE, tape.sounds)

    samples, mouth = patiently(work.check, finished)
    return samples, tape.words, mouth


def _reader(voice: str, known: names.Names) -> reading.Reader:
    """How the voice's language is read."""
    about = SPEAKERS[voice]
    return reading.english(known, about.british) if about.language == "en" else tongues.reader(about.language, known)


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


def _refuse_foreign(said: str, voice: str, work: Work) -> None:
    """Raise PersonError for another script; tell of words left out, and of another language and who speaks it."""
    own = language.NAMES[SPEAKERS[voice].language]
    share, script = reading.foreign(said)
    if share > 0.3:
        raise PersonError(f"The voice '{voice}' reads {own} and cannot read {script} writing. {_SILENT_WAY_OUT}")
    if share:
        work.note(f"Words in {script} writing are not spoken: the voice '{voice}' reads {own}.")
    found = language.language(said[:5000])
    if found in (SPEAKERS[voice].language, "") or len(said.split()) < 4:
        return
    others = [name for name, about in SPEAKERS.items() if about.language == found]
    if others or found != "en":
        way = f'For {language.NAMES[found]} set voice="{_OR.join(others[:2])}".' if others else _SILENT_WAY_OUT
        work.note(f"The text looks {language.NAMES[found]}; the voice '{voice}' reads it as {own}. {way}")
