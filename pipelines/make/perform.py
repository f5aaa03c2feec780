"""Music played: a score turned into sound."""

from functools import partial
from pathlib import Path
from typing import Literal

from pipelines.patience import patiently
from pipelines.sound import synth
from studio import facts
from studio.errors import PersonError
from studio.kinds import Audio, Music
from studio.sounds import writing
from studio.work import Work

PACKS = ("general-user",)
CORES = 1
MEMORY = 0.4
LOUD = -18.0  # LUFS: every piece alike, so that one can be held against another
PEAK = 0.891  # -1 dBFS

PartName = Literal[
    "lead", "second", "counter", "keys", "pad", "strings", "brass", "pluck", "fx", "bass", "timpani", "drums"
]


def perform(
    music: Music,
    parts: list[PartName] = [],  # noqa: B006 - never changed; a plan's default is a value
    *,
    work: Work,
) -> Audio:
    """Play a score with the instruments of the GeneralUser soundfont, or some of its parts alone.

    FLAC, stereo, 48 kHz, -18 LUFS (less where a peak would pass -1 dBFS), the last note's tail kept. Raises
    PersonError for a broken MIDI file or one without notes. Played by rustysynth (midirenderer 0.1.3), never held in
    memory as a whole.

    Args:
        music: The score, of our own making or any Standard MIDI File.
        parts: Players heard alone, as loud and as long as in the whole: the stems add up to it. Left out, all play.

    >>> theme = compose(mood="calm, hopeful", seconds=12)
    >>> sound = perform(music=theme)
    """
    import numpy as np

    score = patiently(work.check, partial(synth.read_score, music))
    heard = _heard(music, parts, work) if parts else frozenset()
    font = work.pack("general-user")
    raw, path = work.path("raw.f32"), work.path("music.flac")
    share = 0.45 if parts else 0.9
    peak, loud, count = _played(score, font, raw, work, 0.0, share)
    gain = min(PEAK / peak, 10 ** ((LOUD - loud) / 20)) if peak > 1e-4 else 1.0
    if peak <= 1e-4:
        work.note("Nothing is heard of this score: the volume of its channels is turned all the way down.")
    if parts:
        _played(synth.only(score, heard), font, raw, work, share, 0.9)
    about = facts.read(music) | ({"parts": list(parts)} if parts else {})
    with raw.open("rb") as samples, writing(path, synth.RATE, 2) as sound:
        if about:
            sound.comment = facts.pack(about)
        while count:
            work.check()
            block = np.fromfile(samples, np.float32, 2 * min(count, synth.RATE * 10)).reshape(-1, 2)
            block = block if len(block) else np.zeros((min(count, synth.RATE * 10), 2), np.float32)
            sound.write(block * gain)
            count -= len(block)
    raw.unlink()
    return Audio(path)


def _heard(music: Music, parts: "list[PartName]", work: Work) -> frozenset[int]:
    """The channels of those parts. Raises PersonError where the score has none of them."""
    there = synth.players(Path(music))
    missing = [name for name in parts if name not in there]
    if len(missing) == len(parts):
        raise PersonError(
            f"The score has no part {' or '.join(missing)}. It has: {', '.join(there) or 'no named one'}."
        )
    if missing:
        work.note(f"The score has no part {' or '.join(missing)}.")
    return frozenset().union(*(there[name] for name in parts if name in there))


def _played(score: synth.Score, font: Path, raw: Path, work: Work, low: float, high: float) -> tuple[float, float, int]:
    """Play to a file of float32: (the highest sample, LUFS, samples). `low`, `high`: shares of the step."""
    import numpy as np

    from pipelines.sound.loudness import Meter

    meter, peak, count = Meter(), 0.0, 0
    with raw.open("wb") as out:
        for block in synth.sound_blocks(score, font, work.check):
            peak = max(peak, float(np.abs(block).max()))
            meter.add(block)
            out.write(block.tobytes())
            count += len(block)
            share = min(1.0, count / synth.RATE / max(score.end, 1.0))
            work.progress(low + (high - low) * share, "Playing the music")
    return peak, meter.read().integrated, count
