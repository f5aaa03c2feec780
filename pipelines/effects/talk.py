"""What people in a crowd say: everyday sentences by the studio's own voices, each then turned into many people."""

from pathlib import Path

import numpy as np

from pipelines.effects.stretches import RATE
from studio.errors import PersonError
from studio.work import Work

Recorded = dict[str, list[np.ndarray]]  # calls and phrases by who utters them, of one channel, 48 kHz, peak about 1

# Nothing in them is worth listening to: a crowd must not draw the ear to its words.
_SAID = (
    "So I told him that it would be fine. Well, you never know with those people, do you?",
    "Have you tried the soup? No, not yet. It is very good, they say, with a little bread.",
    "We were there on Monday, or was it Tuesday? Anyway, all of us came home very late.",
    "I really do not mind. Let us ask the others first and then see what they would like to do.",
    "And then she turned around and said, why not? Just like that! I could not believe it.",
    "Could you pass me that one over there? Thank you. No, the other one, behind the glass.",
    "Oh, that is lovely. How much did they want for it? Really? That is not bad at all.",
    "My brother works there now. He likes it, mostly, but the mornings are rather early for him.",
    "It will rain again tomorrow, I think. It always does when we want to go out somewhere.",
    "Yes, yes, exactly. That is what I have been saying all along, and nobody would listen.",
)
_CHEERED = ("Hooray!", "Yeah! Yeah!", "Bravo! Bravo!", "Wow!", "Yes! Yes! Yes!", "Hey! Hey!", "Whoa! Whoa!")
_VOICES = (("woman", "heart", ("hibari-voice",)), ("man", "joe", ("hibari-voice", "joe-voice")))
_MARK = "crowd-talk-1"
PACKS = ("hibari-voice", "joe-voice")


def phrases(work: Work) -> Recorded:
    """Phrases by "woman" and "man", and "cheers" of both, as far as the packs of the voices are there; {} where none
    is. Made once and kept as reusable parts."""
    found: Recorded = {}
    for who, voice, packs in _VOICES:
        try:
            folders = tuple(work.pack(pack) for pack in packs)
        except PersonError:
            continue
        for name, texts in ((who, _SAID), ("cheers", _CHEERED)):
            part = work.part(f"{_MARK}-{voice}-{name}.npy")
            if not part.exists():
                _write(part, _spoken(texts, voice, folders, work))
            found[name] = found.get(name, []) + _cut(np.load(part))
    return found


def _write(part: Path, sound: np.ndarray) -> None:
    from studio.whole import appearing

    with appearing(part) as waiting, waiting.open("wb") as out:
        np.save(out, sound)


def _spoken(texts: tuple[str, ...], voice: str, folders: tuple[Path, ...], work: Work) -> np.ndarray:
    """Sentences read by a voice, a third of a second of silence between them, at 48 kHz, 16-bit."""
    import soxr

    from pipelines.speech import reading, voices

    speaker = voices.voice(voice, folders)
    made: list[np.ndarray] = []
    for number, text in enumerate(texts):
        work.progress(0.02 + 0.1 * number / len(texts), "gathering people who talk")
        for line in reading.spoken(text, reading.english()):
            if line.words:
                made += [speaker.say(line.phonemes, 1.08, number)[0], np.zeros(speaker.rate // 3)]
    whole = np.asarray(soxr.resample(np.concatenate(made), speaker.rate, RATE), np.float32)
    return np.asarray(whole / np.abs(whole).max() * 32000, np.int16)


def _cut(sound: np.ndarray) -> list[np.ndarray]:
    """The single phrases, parted where it is silent for a fifth of a second, each at the same loudness."""
    wave = sound.astype(np.float32) / 32768
    step = RATE // 100
    level = np.sqrt(np.square(wave[: len(wave) // step * step].reshape(-1, step)).mean(axis=1))
    loud = np.flatnonzero(level > 0.02 * level.max())
    edges = np.flatnonzero(np.diff(loud) > 20)
    made = []
    for first, last in zip([0, *(edges + 1)], [*edges, len(loud) - 1], strict=True):
        piece = wave[max(0, (loud[first] - 2) * step) : (loud[last] + 6) * step]
        if len(piece) > RATE // 3:
            ends = np.minimum(1, np.minimum(np.arange(len(piece)) / 400, np.arange(len(piece))[::-1] / 1200))
            made.append(np.asarray(piece * ends * (0.11 / np.sqrt(np.square(piece).mean() + 1e-9)), np.float32))
    return made


def uttered(dice: np.random.Generator, talk: Recorded, size: float) -> np.ndarray:
    """Somebody's phrase: `size` is the throat's, 1 a man's, 1.17 a woman's, 1.35 a child's. One voice becomes many
    by being played faster or slower, which moves pitch and formants together as another throat would."""
    man = size < 1.1
    who = "man" if man and "man" in talk else "woman" if "woman" in talk else next(iter(talk))
    turn = 1.0 if (who == "man") == man else 0.8 if man else 1.3
    turn *= 1.42 if size > 1.3 else 1.0
    wave = talk[who][dice.integers(0, len(talk[who]))]
    at = np.arange(0, len(wave) - 1, turn * dice.uniform(0.88, 1.14))
    return np.interp(at, np.arange(len(wave)), wave).astype(np.float32)
