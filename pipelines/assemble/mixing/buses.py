"""All that is heard in a film on four buses: speech, the clips' own sound, effects and music, each at its level and
stepping back for those before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from pipelines.assemble.mixing import ducking
from pipelines.assemble.mixing.carving import Carver, dip
from pipelines.assemble.mixing.clips import Heard, clips, sample
from pipelines.assemble.mixing.music import film_music
from pipelines.assemble.mixing.parts import EDGE, Part
from pipelines.assemble.mixing.recordings import tidied
from pipelines.assemble.mixing.takes import Take, listen, whole
from pipelines.sound.loudness import RATE, blocks
from studio import facts
from studio.errors import PersonError
from studio.timeline import Bus, Sound, Timeline, Voice
from studio.work import Work

WORDS = -18.0  # LUFS of every voice and every clip before the whole is brought to its loudness
EFFECTS = -22.0  # LUFS of every effect
_SOFT = RATE  # samples in which music goes that still sounds where it is cut off
_BLOCK = 5 * RATE


@dataclass(frozen=True)
class Buses:
    """The film's sounds by bus, and how each bus steps back; `total` samples."""

    parts: tuple[Part, ...]
    curves: dict[Bus, ducking.Curve]
    carver: Carver
    total: int

    def blocks(self, work: Work) -> Iterator[dict[Bus, np.ndarray]]:
        """A stretch of the film at a time, shape (n, 2) for each bus with something on it; {} where all is silent is
        never given: one bus at least is there."""
        for begin, end in blocks(self.total, _BLOCK):
            work.check()
            made: dict[Bus, np.ndarray] = {}
            for bus in dict.fromkeys(part.bus for part in self.parts if part.at < end and part.end > begin):
                laid = partial(self._laid, bus)
                made[bus] = self.carver.through(laid, begin, end) if bus == "music" else laid(begin, end)
                if bus in self.curves:
                    made[bus] *= self.curves[bus].between(begin, end)
            yield made or {"music": np.zeros((end - begin, 2), np.float32)}

    def _laid(self, bus: Bus, begin: int, end: int) -> np.ndarray:
        """What lies on a bus, before it steps back; silence before the film and after it."""
        found = np.zeros((end - begin, 2), np.float32)
        for part in self.parts:
            low, high = max(begin, part.at), min(end, part.end)
            if part.bus == bus and low < high:
                found[low - begin : high - begin] += part.piece(low, high)
        return found


def gather(timeline: Timeline, folder: Path, music: Path | None, music_level: float, work: Work) -> Buses:
    """Hear everything once and set its level. `music_level`: LU of the music against the words, while they last."""
    total = round(timeline.seconds * RATE)
    parts: list[Part] = []
    spoken: list[Heard] = []
    takes: dict[tuple[str, int, int], Take] = {}
    between = WORDS + music_level + ducking.DEEP  # the music's loudness where nothing is said
    levels: dict[Bus, float] = {"speech": WORDS, "clips": WORDS, "effects": EFFECTS, "music": between}
    own, others = clips(timeline, folder, WORDS, work)
    sounds: list[Voice | Sound] = [*timeline.voices, *timeline.sounds]
    for number, sound in enumerate(sounds):
        work.progress(0.3 * number / len(sounds), f"Listening to sound {number + 1} of {len(sounds)}")
        bus: Bus = sound.bus if isinstance(sound, Sound) else "speech"
        source = sound.source_in if isinstance(sound, Sound) else 0
        key = (sound.media, source, sound.frames)
        if key not in takes:
            start, seconds = float(source / timeline.rate), float(sound.frames / timeline.rate)
            try:
                path = folder / sound.media
                heard = listen(whole(path, work, start=start, seconds=seconds), work)
                takes[key] = tidied(heard, path, work) if bus == "speech" and not _ours(path) else heard
            except PersonError as error:
                voices = len(timeline.voices)
                who = f"Voice {number + 1}" if number < voices else f"Sound {number + 1 - voices}"
                raise PersonError(f"{who}: {error}") from error
        take, at = takes[key], sample(sound.start, timeline.rate)
        if take.silent or at >= total:
            continue
        fades = (sound.fade_in, sound.fade_out) if isinstance(sound, Sound) else (0, 0)
        head, tail = (max(EDGE, sample(frames, timeline.rate)) for frames in fades)
        gain, wave = take.gain(levels[bus], sound.gain), _until(take, total - at)
        if bus == "music" and take.sounds_at(len(wave)):
            tail = max(tail, min(_SOFT, len(wave) // 3))
        parts.append(Part(bus, at, wave, gain, sound.pan, take.mono, head, tail))
        if bus in ("speech", "clips"):
            (spoken if bus == "speech" else others).append((at, take, sound.gain))
    if music is not None:
        work.progress(0.3, "Laying the music")
        parts += filter(None, [film_music(music, total, between, work)])
    words = ducking.depth(ducking.heard(spoken), total)
    before = np.maximum(words, ducking.depth(ducking.heard(others), total))
    curves: dict[Bus, ducking.Curve] = {
        "clips": ducking.Curve(-ducking.DEEP * words),
        "effects": ducking.Curve(-ducking.SLIGHT * words),
        "music": ducking.Curve(-ducking.DEEP * before),
    }
    return Buses((*own, *parts), curves, Carver(words, dip(music_level)), total)


def _ours(path: Path) -> bool:
    """Whether a voice of ours speaks there, which is clean and even as it is."""
    return "voice" in facts.read(path)


@dataclass(frozen=True)
class _Until:
    """The beginning of a sound: what lies past the film's end is not heard."""

    take: Take
    count: int

    def __len__(self) -> int:
        return self.count

    def read(self, begin: int = 0, end: int | None = None) -> np.ndarray:
        return self.take.wave.read(begin, min(self.count, self.count if end is None else end))


def _until(take: Take, most: int) -> "_Until":
    return _Until(take, min(len(take.wave), most))
