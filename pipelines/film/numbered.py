"""A film as numbered pictures and its sound in one archive, for programs that cut and grade frame by frame."""

import zipfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import soundfile

from pipelines.assemble import mix
from pipelines.film.filming import present
from pipelines.film.stills import drawing
from studio.disk import disk_said
from studio.sounds import writing
from studio.timeline import Timeline, load
from studio.whole import appearing
from studio.work import Work

_FLAT = 600_000_000  # samples that a plain WAV of two channels can hold
_LEVEL = 3  # of PNG's compression: past it the time doubles for a tenth of the size


def archive(cut: Path, music: Path | None, size: tuple[int, int], captions: bool, work: Work) -> Path:
    """Write frames.zip: 000000.png and so on, one for each film frame, sound.wav and read-me.txt, which tells the rate.

    Raises PersonError as `filming.film`; no half-written archive is left. The same cut gives the same bytes.
    """
    timeline = load(cut)
    present(timeline, cut.parent)
    path = work.path("frames.zip")
    with (
        disk_said("the archive of frames"),
        appearing(path) as waiting,
        zipfile.ZipFile(waiting, "w", zipfile.ZIP_STORED, allowZip64=True) as pack,
    ):
        work.progress(0.0, "Mixing the sound")
        sound = mix.soundtrack(timeline, cut.parent, music, work)
        _add_sound(pack, sound, work)
        for n, picture in enumerate(_pictures(timeline, cut.parent, size, captions, work)):
            pack.writestr(zipfile.ZipInfo(f"{n:06}.png"), picture)
            work.progress(0.1 + 0.9 * n / timeline.frames, f"Frame {n + 1} of {timeline.frames}")
        pack.writestr(zipfile.ZipInfo("read-me.txt"), _told(timeline, size))
    return path


def _pictures(timeline: Timeline, folder: Path, size: tuple[int, int], captions: bool, work: Work) -> Iterator[bytes]:
    """Every frame as a PNG: drawn one after another here, packed side by side, few of them waiting at a time."""
    waiting: deque[Future[bytes]] = deque()
    with drawing(timeline, folder, size, captions, work) as draw, ThreadPoolExecutor(work.threads, "png") as pool:
        for n in range(timeline.frames):
            waiting.append(pool.submit(_png, draw(n)))
            if len(waiting) > 2 * work.threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _png(rgb: np.ndarray) -> bytes:
    fine, data = cv2.imencode(".png", rgb[:, :, ::-1], [cv2.IMWRITE_PNG_COMPRESSION, _LEVEL])
    if not fine:
        raise RuntimeError("a frame could not be written as PNG")
    return data.tobytes()


def _add_sound(pack: zipfile.ZipFile, sound: Path, work: Work) -> None:
    """As 24 bit: every program reads it, and unlike libsndfile's floating point it carries no date."""
    plain = sound.with_name("plain.wav")
    with soundfile.SoundFile(sound) as source:
        kind = "WAV" if source.frames < _FLAT else "RF64"
        with writing(plain, source.samplerate, source.channels, kind, "PCM_24") as target:
            for block in source.blocks(source.samplerate, dtype="float32"):
                work.check()
                target.write(block)
    sound.unlink()
    with pack.open(zipfile.ZipInfo("sound.wav"), "w", force_zip64=True) as into, plain.open("rb") as file:
        while chunk := file.read(1 << 20):
            work.check()
            into.write(chunk)
    plain.unlink()


def _told(timeline: Timeline, size: tuple[int, int]) -> str:
    return (
        f"{timeline.name or 'A film'}, made with Reelwright\n"
        f"{timeline.frames} frames of {size[0]}x{size[1]}, {timeline.rate} a second, sound of 48000 Hz beside them.\n"
        f"As a film: ffmpeg -framerate {timeline.rate} -i %06d.png -i sound.wav film.mov\n"
    )
