"""The film's sound in one piece: words, the shots' own sound, effects and music under them, at one loudness."""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.sound.loudness import RATE
from studio.disk import room_for
from studio.sounds import writing
from studio.timeline import Timeline
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np

CEILING = -1.5  # dBTP: half a decibel of room, for the encoder rounds peaks upwards
_COPIES = 3  # of the film's length in float32 stereo lie on the disk at once: what is heard in it, the mix, its end
_FLAT = 4_000_000_000  # bytes: the most that a plain WAV can hold, and a little less


def soundtrack(timeline: Timeline, folder: Path, music: Path | None, work: Work, *, music_level: float = -16.0,
               lufs: float = -14.0) -> Path:  # fmt: skip
    """Mix a film's sound into a 48 kHz stereo WAV (float32) of exactly round(frames / rate × 48000) samples.

    Media are looked up by name in `folder`; `music` is a sound or a MIDI file, looped or cut to the film's length.
    `music_level` is the music's loudness while words are heard, against theirs, in LU; between words it comes up
    by 11 dB. The whole is brought to `lufs` (EBU R128, integrated), true peak under -1 dBTP. A film with nothing
    to hear stays silent. Raises PersonError for media that cannot be read, and when the disk has no room for it.
    """
    from pipelines.assemble.mixing.buses import gather
    from pipelines.assemble.mixing.finish import Finish, finished
    from pipelines.sound.waves import keep

    room_for("the film's sound", _COPIES * round(timeline.seconds * RATE) * 8, work.folder)
    work.progress(0.0, "Placing the sound")
    buses = gather(timeline, folder, music, music_level, work)
    finish = Finish()

    def mixed() -> "Iterator[np.ndarray]":
        done = 0
        for block in buses.blocks(work):
            whole = sum(block.values())
            finish.add(whole)
            yield whole
            done += len(whole)
            work.progress(0.35 + 0.35 * done / buses.total, "Mixing the sound")

    mix = keep(mixed(), work.path("mix.f32"))
    work.progress(0.7, "Setting the loudness")
    level = finish.settle(mix, lufs, 10 ** (CEILING / 20), work.check)
    if level.faint:
        work.note(f"The film's sound is so faint that it was not brought up to {lufs:g} LUFS.")
    elif math.isfinite(level.reached) and level.reached < lufs - 1:
        work.note(f"The film's sound is mostly short peaks: held below full scale it comes to {level.reached:.0f} LUFS "
                  f"and not to {lufs:g}.")  # fmt: skip
    path = work.path("soundtrack.wav")
    with writing(path, RATE, 2, "WAV" if len(mix) * 8 < _FLAT else "RF64", "FLOAT") as out:
        done = 0
        for piece in finished(mix, level):
            out.write(piece)
            done += len(piece)
            work.progress(0.8 + 0.2 * done / len(mix), "Setting the loudness")
    mix.path.unlink()
    return path
