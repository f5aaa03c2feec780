"""Encoding the film in pieces that begin with a key picture, each kept by what it shows, joined by packet copy."""

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import cv2

from pipelines import footage, frames, overlays, pictures, planes
from pipelines.frames import Media, Screen, frame_target
from pipelines.overlays import Lettering
from studio.errors import Cancelled, PersonError
from studio.timeline import Timeline
from studio.work import Work

LONGEST = 150  # frames in a piece: short enough to share out, long enough to cost nothing
_HELD = 2  # frames that x264 holds back to put them in order: B-pictures that lean on B-pictures


@dataclass(frozen=True)
class Encoding:
    """x264 settings that every piece of a film shares. `threads` stays 1: pieces run side by side instead."""

    preset: str = "veryfast"
    crf: int = 20

    def options(self) -> dict[str, str]:
        return {"preset": self.preset, "crf": str(self.crf), "x264-params": "stitchable=1", "threads": "1"}


@dataclass(frozen=True)
class Piece:
    """Film frames [start, end), and the name of the part that holds them encoded."""

    start: int
    end: int
    name: str


def pieces(timeline: Timeline, lettering: Lettering, size: tuple[int, int], encoding: Encoding,
           folder: Path) -> list[Piece]:  # fmt: skip
    """The film cut where transitions begin and end, so that changing one picture changes few pieces."""
    edges = {0, timeline.frames}
    for index, start in enumerate(timeline.starts[1:]):
        change = timeline.shots[index].transition
        edges |= {start, start + (change.frames if change else 0)}
    ordered = sorted(edges)
    found = []
    for start, end in pairwise(ordered):
        count = -(-(end - start) // LONGEST)
        cuts = [start + (end - start) * i // count for i in range(count + 1)]
        for a, b in pairwise(cuts):
            found.append(Piece(a, b, _name(timeline, lettering, size, encoding, folder, a, b)))
    return found


def _name(timeline: Timeline, lettering: Lettering, size: tuple[int, int], encoding: Encoding, folder: Path,
          start: int, end: int) -> str:  # fmt: skip
    """A hash of everything that shows in these frames. Where in the film they lie is no part of it."""
    shown, before = [], 0
    for shot, at in zip(timeline.shots, timeline.starts, strict=True):
        after = shot.transition.frames if shot.transition else 0
        if at < end and at + shot.visible > start:
            looks = asdict(shot)
            for unseen in ("note", "sound", "media", "available"):
                del looks[unseen]
            if at + shot.visible - after >= end:
                looks["transition"] = None
            shown.append([_content(folder / shot.media), looks, at - start, before if start < at + before else 0])
        before = after
    fades = [
        (timeline.fade_in, start) if start < timeline.fade_in else None,
        (timeline.fade_out, timeline.frames - start) if end > timeline.frames - timeline.fade_out else None,
    ]
    film = [_engine(), size, str(timeline.rate), asdict(encoding)]
    told = [film, end - start, shown, fades, lettering.seen(start, end)]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:40] + ".mp4"


@lru_cache(maxsize=4096)
def _hashed(path: Path, size: int, changed: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _content(path: Path) -> str:
    """sha256 of a file; files of the store carry it as their name."""
    if len(path.stem) == 64 and not set(path.stem) - set("0123456789abcdef"):
        return path.stem
    try:
        about = path.stat()
        return _hashed(path, about.st_size, about.st_mtime_ns)
    except OSError as error:
        raise PersonError(f"The file '{footage.short(path)}' of the cut is missing. Give it again.") from error


@lru_cache(maxsize=1)
def _engine() -> str:
    """Changes whenever the code or a library that makes the pixels does."""
    digest = hashlib.sha256(f"{av.__version__} {cv2.__version__}".encode())
    for module in (footage, frames, overlays, pictures, planes):
        digest.update(Path(str(module.__file__)).read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


# ---------------------------------------------------------------- encoding


def encode(timeline: Timeline, folder: Path, lettering: Lettering, size: tuple[int, int], encoding: Encoding,
           work: Work, report: Callable[[int, int], None]) -> list[Path]:  # fmt: skip
    """Every piece of the film as an encoded file, in order; those already there are not made again.

    `report(done, of)` is called from this thread, in frames. The first error of any piece ends the others.
    """
    todo = pieces(timeline, lettering, size, encoding, folder)
    paths = [work.part(piece.name) for piece in todo]
    pairs = zip(todo, paths, strict=True)
    missing = {piece.name: (piece, path) for piece, path in pairs if not is_whole(path, piece.end - piece.start)}
    media = Media(timeline, folder, *size)
    count = _Count(timeline.frames - sum(piece.end - piece.start for piece, _ in missing.values()))
    said: set[str] = set()

    def remark(words: str) -> None:
        if words not in said:
            said.add(words)
            work.note(words)

    threads = threading.local()
    screens: list[Screen] = []
    stop = threading.Event()

    def make(piece: Piece, path: Path) -> None:
        if not hasattr(threads, "screen"):
            threads.screen = Screen(media, lettering, remark)
            screens.append(threads.screen)
        _encode(piece, path, threads.screen, timeline, size, encoding, _either(work, stop), count.step)

    with ThreadPoolExecutor(max(1, min(work.threads, len(missing) or 1)), "render") as pool:
        waiting: set[Future[None]] = {pool.submit(make, *job) for job in missing.values()}
        try:
            while waiting:
                done, waiting = wait(waiting, timeout=0.1, return_when=FIRST_COMPLETED)
                report(count.value, timeline.frames)
                for future in done:
                    future.result()
        finally:
            stop.set()
            for future in waiting:
                future.cancel()
            wait(waiting)
            for screen in screens:
                screen.close()
    return paths


def is_whole(path: Path, frames: int | None = None) -> bool:
    """Whether a part is there and not cut short: its index, written last, is readable and tells so many frames."""
    try:
        with av.open(str(path)) as container:
            return frames is None or container.streams.video[0].frames == frames
    except (av.FFmpegError, OSError, IndexError):
        return False


class _Count:
    """Frames done so far, over all workers."""

    def __init__(self, value: int) -> None:
        self.value = value
        self._lock = threading.Lock()

    def step(self) -> None:
        with self._lock:
            self.value += 1


def _either(work: Work, stop: threading.Event) -> Callable[[], None]:
    def check() -> None:
        work.check()
        if stop.is_set():
            raise Cancelled

    return check


def _encode(piece: Piece, path: Path, screen: Screen, timeline: Timeline, size: tuple[int, int], encoding: Encoding,
            check: Callable[[], None], step: Callable[[], None]) -> None:  # fmt: skip
    waiting = path.with_name(f".{path.stem}.{os.getpid()}.{threading.get_ident()}.mp4")
    try:
        with av.open(str(waiting), "w", format="mp4") as container:
            stream: Any = container.add_stream("libx264", rate=timeline.rate, options=encoding.options())
            stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
            stream.codec_context.thread_count = 1
            _tag(stream.codec_context)
            for n in range(piece.start, piece.end):
                check()
                frame = av.VideoFrame(*size, "yuv420p")
                screen.draw(n, frame_target(frame))
                frame.pts, frame.time_base = n - piece.start, 1 / timeline.rate
                container.mux(stream.encode(frame))
                step()
            container.mux(stream.encode(None))
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)


def _tag(context: Any) -> None:
    """Say that the picture is BT.709, limited range, in the stream itself."""
    context.colorspace, context.color_primaries, context.color_trc, context.color_range = 1, 1, 1, 1


def packets(paths: list[Path], starts: list[int], stream: Any, rate: Any) -> Iterator[Any]:
    """The packets of encoded pieces as one stream: times shifted by the frame each piece begins at.

    The moments of decoding are told anew: a piece of one or two frames holds none back where longer ones hold two, so
    that its last would come after the next piece's first.
    """
    for path, start in zip(paths, starts, strict=True):
        with av.open(str(path)) as piece:
            source = piece.streams.video[0]
            tick = 1 / rate / source.time_base
            coded = (packet for packet in piece.demux(source) if packet.dts is not None)
            for place, packet in enumerate(coded, start):
                packet.pts += round(start * tick)
                packet.dts = round((place - _HELD) * tick)
                packet.stream = stream
                yield packet
