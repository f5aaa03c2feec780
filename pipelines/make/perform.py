"""Music played: a score turned into sound."""

from pipelines.sound import synth
from studio import facts
from studio.kinds import Audio, Music
from studio.sounds import writing
from studio.work import Work

PACKS = ("general-user",)
CORES = 1
MEMORY = 0.4
LOUD = -18.0  # LUFS: every piece alike, so that one can be held against another
PEAK = 0.891  # -1 dBFS


def perform(music: Music, *, work: Work) -> Audio:
    """Play a score with the instruments of the GeneralUser soundfont.

    FLAC, stereo, 48 kHz, -18 LUFS (less where a peak would pass -1 dBFS), the last note's tail kept. Raises
    PersonError for a broken MIDI file or one without notes. Played by rustysynth (midirenderer 0.1.3), never held in
    memory as a whole.

    Args:
        music: The score, of our own making or any Standard MIDI File.

    >>> theme = compose(mood="calm, hopeful", seconds=12)
    >>> sound = perform(music=theme)
    """
    import numpy as np

    from pipelines.sound.loudness import Meter

    score = synth.read_score(music)
    font = work.pack("general-user")
    raw, path = work.path("raw.f32"), work.path("music.flac")
    done = peak = 0.0
    meter = Meter()
    with raw.open("wb") as out:
        for block in synth.sound_blocks(score, font, work.check):
            peak = max(peak, float(np.abs(block).max()))
            meter.add(block)
            out.write(block.tobytes())
            done += len(block) / synth.RATE
            work.progress(0.9 * min(1.0, done / max(score.end, 1.0)), "Playing the music")
    gain = min(PEAK / peak, 10 ** ((LOUD - meter.read().integrated) / 20)) if peak > 1e-4 else 1.0
    about = facts.read(music)
    with raw.open("rb") as samples, writing(path, synth.RATE, 2) as sound:
        if about:
            sound.comment = facts.pack(about)
        while len(block := np.fromfile(samples, np.float32, 2 * synth.RATE * 10)):
            work.check()
            sound.write(block.reshape(-1, 2) * gain)
    raw.unlink()
    return Audio(path)
