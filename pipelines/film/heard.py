"""What is heard in a cut, for previews: mixed once in the background, kept by what goes into it, read from anywhere."""

import hashlib
import json
import os
import tempfile
import threading
import time
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from pipelines.assemble import mix
from pipelines.sound import hearing, loudness, synth, waves
from pipelines.sound.loudness import RATE
from studio.errors import Cancelled, PersonError
from studio.shots import Layer
from studio.sounds import writing
from studio.timeline import Timeline
from studio.whole import appearing
from studio.work import Work

_LINGER = 5.0  # seconds for which a mix goes on that nobody waits for any more: a person who scrubs comes back
_FADE = RATE // 20  # samples over which sound that comes late is faded in
_MIXERS = (hearing, loudness, mix, synth, waves)


class Heard:
    """The sound of a cut, from any sample on. Silent while it is not mixed yet; the mixing begins by itself."""

    def __init__(self, timeline: Timeline, folder: Path, music: Path | None, work: Work) -> None:
        self._path = work.part(f"heard-{sound_name(timeline, folder, music)}.flac") if _any(timeline, music) else None
        self._file: Any = None
        self._late = False
        self._mixing: _Mixing | None = None
        if self._path and not self._open(self._path):
            self._late = True
            self._mixing = _MIXINGS.begin(self._path, timeline, folder, music, work)

    def read(self, begin: int, count: int) -> np.ndarray:
        """float32 (2, count) from sample `begin` of the film on; silence beyond its end and before it is mixed."""
        out = np.zeros((count, 2), np.float32)
        if self._path and (self._file or self._open(self._path)):
            if self._file.tell() != begin:
                self._file.seek(min(begin, self._file.frames))
            found = self._file.read(count, dtype="float32", always_2d=True)
            out[: len(found)] = found
            if self._late:
                fade = min(count, _FADE)
                out[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)[:, None]
                self._late = False
        return np.ascontiguousarray(out.T)

    def wait(self, seconds: float) -> bool:
        """Whether the sound is there, within so many seconds."""
        until = time.monotonic() + seconds
        while self._mixing and self._mixing.running and time.monotonic() < until:
            time.sleep(0.01)
        return self._path is None or self._file is not None or self._open(self._path)

    def close(self) -> None:
        if self._file:
            self._file.close()
        if self._mixing:
            self._mixing.leave()
        self._file = self._mixing = None

    def _open(self, path: Path) -> bool:
        if path.exists():
            try:
                self._file = soundfile.SoundFile(path)
            except (soundfile.LibsndfileError, OSError):
                return False
        return self._file is not None


class _Mixing:
    """A mix under way, wanted by some."""

    def __init__(self) -> None:
        self._wanted, self._left = 0, time.monotonic()
        self._lock = threading.Lock()
        self.running = True

    def join(self) -> None:
        with self._lock:
            self._wanted += 1

    def leave(self) -> None:
        with self._lock:
            self._wanted -= 1
            self._left = time.monotonic()

    def is_set(self) -> bool:
        """Whether to stop, as `Work.cancelled` is asked."""
        with self._lock:
            return not self._wanted and time.monotonic() - self._left > _LINGER


class _Mixings:
    """The mixes under way in this process, each for all who want it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: dict[Path, _Mixing] = {}

    def begin(self, path: Path, timeline: Timeline, folder: Path, music: Path | None, work: Work) -> _Mixing:
        with self._lock:
            mixing = self._all.get(path)
            if mixing is None:
                mixing = self._all[path] = _Mixing()
                begun = (path, mixing, timeline, folder, music, work)
                threading.Thread(target=self._run, args=begun, name="mixing a preview", daemon=True).start()
            mixing.join()
            return mixing

    def _run(self, path: Path, mixing: _Mixing, timeline: Timeline, folder: Path, music: Path | None,
             work: Work) -> None:  # fmt: skip
        """Mix into `path`. What cannot be mixed stays silent here: the film itself says why."""
        try:
            with tempfile.TemporaryDirectory(prefix=f"{os.getpid()}-", dir=work.folder.parent) as room:
                desk = replace(
                    work, folder=Path(room), cancelled=mixing, report=lambda s, w: None, remark=lambda w: None
                )
                _flac(mix.soundtrack(timeline, folder, music, desk), path, desk)
        except (Cancelled, PersonError, OSError):
            pass
        finally:
            mixing.running = False
            with self._lock:
                del self._all[path]


_MIXINGS = _Mixings()


def _flac(wav: Path, path: Path, work: Work) -> None:
    with appearing(path) as waiting, soundfile.SoundFile(wav) as source, writing(waiting, RATE, 2) as target:
        for block in source.blocks(RATE, dtype="float32"):
            work.check()
            target.write(block)


def _any(timeline: Timeline, music: Path | None) -> bool:
    """Whether anything can be heard at all."""
    shown = [*timeline.shots, *_sounding(timeline.layers), *(x for s in timeline.shots for x in _sounding(s.layers))]
    return bool(music or timeline.voices or timeline.sounds or any(each.sound for each in shown))


def _sounding(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    return tuple(layer for layer in layers if layer.sound)


def sound_name(timeline: Timeline, folder: Path, music: Path | None) -> str:
    """A hash of all that is heard: what is only seen makes no difference."""
    told, names = _told(timeline)
    paths = [*(folder / name for name in names), *([music] if music else [])]
    files = [(path.name, *_stamp(path)) for path in paths]
    return hashlib.sha256(json.dumps([_engine(), told, files]).encode()).hexdigest()[:40]


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does; of one that is missing, nothing: its shot tells."""
    try:
        about = path.stat()
    except OSError:
        return 0, 0
    return about.st_size, about.st_mtime_ns


@lru_cache(maxsize=4)
def _told(timeline: Timeline) -> tuple[str, tuple[str, ...]]:
    """All of a timeline that its sound hangs on, as text, and the files it is in."""
    shots = tuple(
        replace(shot, media=shot.media if shot.sound else "", camera=None, note="", fit="auto", colour="#000000",
                grade=None, layers=_sounding(shot.layers), effects=(), chapter="")
        for shot in timeline.shots
    )  # fmt: skip
    heard = replace(timeline, shots=shots, layers=_sounding(timeline.layers), captions=(), name="")
    return json.dumps(asdict(heard), sort_keys=True, default=str), tuple(name for name in heard.media if name)


@lru_cache(maxsize=1)
def _engine() -> str:
    """Changes with the code that mixes."""
    digest, mixing = hashlib.sha256(), Path(str(mix.__file__)).parent / "mixing"
    for path in [*(Path(str(module.__file__)) for module in _MIXERS), *sorted(mixing.glob("*.py"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()
