"""The film's sound in one piece: words, the shots' own sound, effects and music under them, at one loudness."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.sound.loudness import RATE
from studio import facts
from studio.disk import room_for
from studio.sounds import writing
from studio.timeline import Bus, Timeline
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np

    from pipelines.assemble.mixing.finish import Finish, Level
    from pipelines.sound.waves import Wave

CEILING = -1.5  # dBTP: half a decibel of room, for the encoder rounds peaks upwards
PROMISED = -1.0  # dBTP, which a decoded file keeps to as well
_SURE = 0.03  # dB below that at which it is left: other decoders round otherwise
_ROUNDS = 4  # times it is made quieter at its peaks, where an encoder pushed them over that
_COPIES = 3  # of the film's length in float32 stereo lie on the disk at once: what is heard in it, the mix, its end
_FLAT = 4_000_000_000  # bytes: the most that a plain WAV can hold, and a little less

Encode = Callable[[Path, Path], None]  # encode(WAV, file)


def soundtrack(timeline: Timeline, folder: Path, music: Path | None, work: Work, *, music_level: float = -16.0,
               lufs: float = -14.0) -> Path:  # fmt: skip
    """Mix a film's sound into a 48 kHz stereo WAV (float32) of exactly round(frames / rate × 48000) samples.

    Media are looked up by name in `folder`; `music` is a sound or a MIDI file, looped or cut to the film's length.
    `music_level` is the music's loudness while words are heard, against theirs, in LU; between words it comes up
    by 11 dB. The whole is brought to `lufs` (EBU R128, integrated), true peak under -1 dBTP. A film with nothing
    to hear stays silent. Raises PersonError for media that cannot be read, and when the disk has no room for it.
    """
    mixed = mix(timeline, folder, music, work, music_level, lufs)
    path = work.path("soundtrack.wav")
    mixed.write(mixed.mix, path)
    mixed.tell()
    mixed.close()
    return path


def coded(timeline: Timeline, folder: Path, music: Path | None, work: Work, encode: Encode, path: Path, *,
          music_level: float = -16.0, lufs: float = -14.0) -> None:  # fmt: skip
    """`soundtrack`, encoded to `path`, so that the true peak of what is *decoded* lies under -1 dBTP too.

    An encoder that leaves out what is not heard moves peaks upwards, by 1 dB in noise at times. So what it made is
    decoded and measured, and where it goes over, the sound is limited lower by as much and encoded again.
    """
    from pipelines.sound.peaks import highest

    mixed = mix(timeline, folder, music, work, music_level, lufs)
    mixed.tell()  # before it is encoded: a file may carry what was said
    wav, over = work.path("soundtrack.wav"), 0.0
    for turn in range(_ROUNDS):
        mixed.write(mixed.mix, wav)
        encode(wav, path)
        over = highest(path, work, least=mixed.ceiling - 6) - PROMISED
        if over < -_SURE:
            break
        if turn < _ROUNDS - 1:
            mixed.lower(over + 0.15)
    else:
        work.note(f"Encoded, the sound's peaks reach {PROMISED + over:.1f} dBTP. FLAC and WAV keep to {PROMISED:g}.")
        encode(wav, path)
    mixed.close()
    wav.unlink()


def mix(timeline: Timeline, folder: Path, music: Path | None, work: Work, music_level: float, lufs: float, *,
        stems: tuple[Bus, ...] = ()) -> "Mixed":  # fmt: skip
    """Mix a film as `soundtrack` does, up to the gain that makes it as loud as asked; `stems`: buses kept apart too."""
    from pipelines.assemble.mixing.buses import gather
    from pipelines.assemble.mixing.finish import Finish
    from pipelines.sound.waves import Keeper, keep

    copies = _COPIES + len(stems)
    room_for("the film's sound", copies * round(timeline.seconds * RATE) * 8, work.folder)
    work.progress(0.0, "Placing the sound")
    buses = gather(timeline, folder, music, music_level, work)
    finish = Finish()
    apart = {bus: Keeper(work.path(f"{bus}.f32")) for bus in stems}

    def mixed() -> "Iterator[np.ndarray]":
        done = 0
        for block in buses.blocks(work):
            whole = sum(block.values())
            finish.add(whole)
            for bus, keeper in apart.items():
                keeper.add(block.get(bus, whole * 0))
            yield whole
            done += len(whole)
            work.progress(0.35 + 0.35 * done / buses.total, "Mixing the sound")

    found = keep(mixed(), work.path("mix.f32"))
    work.progress(0.7, "Setting the loudness")
    level = finish.settle(found, lufs, 10 ** (CEILING / 20), work.check)
    return Mixed(found, {bus: keeper.close() for bus, keeper in apart.items()}, finish, level, lufs, work,
                 laid=_laid(timeline, folder))  # fmt: skip


def _laid(timeline: Timeline, folder: Path) -> bool:
    """Whether anything is laid in a film that is meant to be heard: the silent voice's captions are not."""
    voices = {voice.media for voice in timeline.voices}
    return bool(timeline.sounds) or any(facts.read(folder / name).get("voice") != "silent" for name in voices)


def tell_silence(timeline: Timeline, music: Path | None, work: Work) -> None:
    """Say of a film in which nothing is laid that could be heard that its sound is silence."""
    if not (music or timeline.voices or timeline.sounds or any(shot.sound for shot in timeline.shots)):
        work.note("Nothing is laid in this cut that could be heard: its sound is silence.")


@dataclass
class Mixed:
    """A film's mix, and those of its buses that were asked for, as they are before they are brought to `lufs`."""

    mix: "Wave"
    stems: "dict[Bus, Wave]"
    finish: "Finish"
    level: "Level"
    lufs: float
    work: Work
    ceiling: float = CEILING
    laid: bool = False  # something that is meant to be heard

    def lower(self, decibels: float) -> None:
        """Hold its peaks by so much lower, as loud as before."""
        self.ceiling -= decibels
        self.level = self.finish.settle(self.mix, self.lufs, 10 ** (self.ceiling / 20), self.work.check)

    def write(self, wave: "Wave", path: Path, kind: str = "WAV", subtype: str = "FLOAT") -> None:
        """The mix or a stem of it at the film's level, limited as the mix is: stems add up to the mix."""
        from pipelines.assemble.mixing.finish import finished

        kind = "RF64" if kind == "WAV" and len(wave) * 8 > _FLAT else kind
        with writing(path, RATE, 2, kind, subtype) as out:
            done = 0
            for piece in finished(wave, self.level):
                out.write(piece)
                done += len(piece)
                self.work.progress(0.8 + 0.2 * done / len(wave), "Setting the loudness")

    def tell(self) -> None:
        """Say where the loudness that was asked for could not be reached."""
        if self.laid and self.level.reached == -math.inf:
            self.work.note("What is laid in this film holds no sound: it is silent.")
        elif self.level.faint:
            self.work.note(f"The film's sound is so faint that it was not brought up to {self.lufs:g} LUFS.")
        elif math.isfinite(self.level.reached) and abs(self.level.reached - self.lufs) > 0.5:
            why = ("is mostly short peaks: held below full scale" if self.level.reached < self.lufs
                   else "leaps from near silence to noise:")  # fmt: skip
            self.work.note(f"The film's sound {why} it comes to {self.level.reached:.1f} LUFS and not to "
                           f"{self.lufs:g}.")  # fmt: skip

    def close(self) -> None:
        """Let go of what lies on the disk."""
        for wave in (self.mix, *self.stems.values()):
            wave.path.unlink(missing_ok=True)
