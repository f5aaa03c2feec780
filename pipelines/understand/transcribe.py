"""The words of a recording, each timed, so that captions can be made of it."""

from functools import partial
from pathlib import Path
from typing import Any, Literal

from pipelines.patience import patiently
from pipelines.speech import lips
from studio import facts
from studio.errors import PersonError
from studio.kinds import Audio, Video
from studio.language import NAMES
from studio.sounds import writing
from studio.work import Work

PACKS = ("whisper-base",)
CORES = 1
MEMORY = 1.2
_MOST_HOURS = 12

Tongue = Literal[
    "auto", "English", "German", "French", "Spanish", "Italian", "Portuguese", "Dutch", "Swedish", "Polish", "Turkish",
    "Arabic", "Hebrew", "Russian", "Greek", "Hindi", "Thai", "Chinese", "Japanese", "Korean",
]  # fmt: skip


def transcribe(recording: Audio | Video, language: Tongue = "auto", *, work: Work) -> Audio:
    """Write down what is said in a recording: the same sound, with its words and when each begins and ends.

    FLAC, 48 kHz, stereo. Give it to `edit` among the voices and its words become captions. Silence, noise and music
    have no words: only what a detector of voices takes for speech is listened to (Silero VAD), and what the
    recogniser (Whisper base, 8-bit) is unsure of is left out. A note says so when no speech is heard. Raises
    PersonError for a recording that cannot be read, has no sound or is over twelve hours long.

    Args:
        recording: A sound or a video in which somebody speaks.
        language: What is spoken; "auto" listens for it.
    >>> line = speak(text="Every morning, Tomas climbs the stairs.")
    ... told = transcribe(recording=line, language="English")
    """
    from pipelines.sound.hearing import hear
    from pipelines.sound.loudness import RATE

    path = Path(recording)
    work.progress(0.0, "Listening")
    wave = hear(path, work)
    if len(wave) > _MOST_HOURS * 3600 * RATE:
        raise PersonError(f"'{path.name}' is over {_MOST_HOURS} hours long. Cut it into shorter recordings first.")
    told = _heard(wave, next((code for code, name in NAMES.items() if name == language), None), work)
    if not told["words"]:
        work.note(f"No speech was heard in '{path.name}': it has no captions.")
    work.progress(0.96, "Writing it down")
    made = work.path("recording.flac")
    told |= _mouth(wave, work)
    whole = 1 / max(1.0, _top(wave, work))  # a float recording may go past full scale: it is brought down, not clipped
    with writing(made, RATE, 2) as sound:
        sound.comment = facts.pack(told)
        for at in range(0, len(wave), RATE * 10):
            work.check()
            sound.write(wave.read(at, at + RATE * 10) * whole)
    return Audio(made)


def _heard(wave: Any, language: str | None, work: Work) -> dict[str, Any]:
    """{"text", "words", "language"} of a whole recording."""
    from pipelines.sound.loudness import RATE
    from pipelines.speech import recognised

    words: list[recognised.Word] = []
    long = max(1, len(wave)) / RATE
    if not wave.heard(work.check):  # digital silence: the recogniser need not be asked
        return {"text": "", "words": words, "language": language or ""}
    folder = next(work.pack(PACKS[0]).rglob("model.bin")).parent
    model = patiently(work.check, partial(recognised.recogniser, folder))
    for stretch in recognised.stretches(wave, work.check):
        found, tongue = patiently(work.check, partial(recognised.segments, model, stretch, language))
        while (segment := patiently(work.check, partial(next, found, None))) is not None:
            said = recognised.words(segment, stretch.start)
            words += said
            language = language or (tongue if said else None)
            work.progress(min(0.95, (stretch.start + segment.end) / long), "Heard: " + segment.text.strip()[:60])
    return {"text": " ".join(word for word, _, _ in words), "words": words, "language": language or ""}


def _top(wave: Any, work: Work) -> float:
    """The largest sample of a recording."""
    from pipelines.sound.loudness import RATE

    top = 0.0
    for at in range(0, len(wave), RATE * 10):
        work.check()
        top = max(top, float(abs(wave.read(at, at + RATE * 10)).max(initial=0.0)))
    return top


def _mouth(wave: Any, work: Work) -> dict[str, Any]:
    """How far a mouth would be open, by loudness alone (see pipelines/speech/lips.py)."""
    from pipelines.sound.loudness import RATE

    mouth = ""
    for at in range(0, len(wave), RATE * 60):
        work.check()
        mouth += lips.cues(wave.read(at, at + RATE * 60).mean(axis=1), RATE)["mouth"]
    return {"mouth": mouth, "mouth_rate": lips.RATE}
