"""A video's pictures in the order they show, each with its moment; what fails to decode stops nothing after it."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Any

import av
from av.filter import Graph

from studio.given import MOST_DOTS, opened

SLACK = 0.002  # seconds: files with whole milliseconds begin a picture a little late
_BACK = (0.0, 0.5, 3.0, 12.0, 60.0)  # seconds to begin earlier where a file seeks past the moment asked for
_FAILED = (av.FFmpegError, OSError, IndexError)  # the last where a stream turns up that no header told of
_RATES = [Fraction(n * 1000, d) for n in (24, 25, 30, 48, 50, 60) for d in (1000, 1001)]

Shown = tuple[float, Any]  # the second in which a frame begins to show, and the frame


class Source:
    """An open video. Times are in seconds from the file's beginning, whatever its own clock begins with. `broken`
    says what did not decode. For one thread. Raises av.FFmpegError or OSError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self.path, self.broken = path, list[str]()
        self.container: Any = None
        self._open()

    def _open(self) -> None:
        self.close()
        self.container = opened(self.path)
        self.stream = _picture_stream(self.container)
        self.origin = self.container.start_time / av.time_base if self.container.start_time else 0.0
        self._decoder: Any = None
        self._touched = False  # whether anything was read of it
        if self.stream is not None:
            self.rate = usual_rate(Fraction(self.stream.average_rate or self.stream.guessed_rate or 25))
            self._decoder = _clear_decoder(self.stream) or self.stream.codec_context
            self._decoder.thread_count = 1  # films are encoded side by side already

    def close(self) -> None:
        if self.container is not None:
            self.container.close()

    def frames(self, seconds: float = 0.0) -> Iterator[Shown]:
        """Every picture from one that shows at `seconds` or before. Ends those of an earlier call."""
        for start in (*(seconds - back for back in _BACK), 0.0):
            found = self._from(max(0.0, start))
            first = next(found, None)
            if start <= 0 or (first is not None and first[0] <= seconds + SLACK):
                break
        return found if first is None else chain([first], found)

    def key_between(self, after: float, until: float) -> bool:
        """Whether the file's index knows a picture to begin decoding at after one moment and not after the other."""
        entries = self.stream.index_entries
        if len(entries) == 0:
            return until > after + 5
        place = entries.search_timestamp(round((until + self.origin) / self.stream.time_base), backward=True)
        if place < 0:
            return False
        return float(entries[place].timestamp * self.stream.time_base) - self.origin > after + SLACK

    def _from(self, start: float) -> Iterator[Shown]:
        try:
            if start > 0:
                self.container.seek(int((start + self.origin) * av.time_base), backward=True)
                self._decoder.flush_buffers()
            elif self._touched:  # seeking to the very beginning fails in some streams
                self._open()
        except _FAILED:
            self._open()
            start = 0.0
        self._touched = True
        return _woven(_timed(self._decoded(), self.origin, start, float(1 / self.rate)), start > 0)

    def _decoded(self) -> Iterator[Any]:
        packets = self.container.demux(self.stream)
        while True:
            try:
                packet = next(packets)
            except StopIteration:
                return
            except _FAILED:
                self.broken.append("the file ends early")
                return
            try:
                frames = self._decoder.decode(packet)
            except EOFError:
                return
            except _FAILED:
                self.broken.append("a picture does not decode")
                continue
            yield from frames


def _picture_stream(container: Any) -> Any:
    """The first stream that moves; covers of music files do not count."""
    for stream in container.streams.video:
        if stream.codec_context is not None and not (stream.disposition & av.stream.Disposition.attached_pic):
            return stream
    return None


def _clear_decoder(stream: Any) -> Any:
    """VP8 and VP9 with transparency need libvpx: the usual decoders leave it out."""
    name = {"vp8": "libvpx", "vp9": "libvpx-vp9"}.get(stream.codec_context.name)
    if name is None or stream.metadata.get("alpha_mode", stream.metadata.get("ALPHA_MODE")) != "1":
        return None
    found = av.CodecContext.create(name, "r")
    found.options = {"max_pixels": str(MOST_DOTS)}
    return found


def usual_rate(told: Fraction) -> Fraction:
    """A usable rate: the usual one a file means when it tells nearly that."""
    near = min(_RATES, key=lambda rate: abs(rate - told))
    if abs(near - told) < near / 2000:
        return near
    return told.limit_denominator(1000) if 1 <= told <= 240 else Fraction(25)


def _timed(frames: Iterator[Any], origin: float, start: float, step: float) -> Iterator[Shown]:
    """Frames with their moments; one without a time follows a step after the one before it, and none goes back."""
    last: float | None = None
    for frame in frames:
        told = frame.pts if frame.pts is not None else frame.dts
        if told is None:
            at = start if last is None else last + step
        else:
            at = float(told * frame.time_base) - origin
            at = at if last is None or at > last else last + step / 2
        last = at
        yield at, frame


def _woven(shown: Iterator[Shown], inside: bool) -> Iterator[Shown]:
    """Interlaced frames made whole, one for one, by bwdif, whose flags say which field is first; others as they are.

    `inside`: these do not begin the video. bwdif looks one frame back, so the first is then left out: a picture must
    be the same wherever reading began.
    """
    first = True
    for at, frame in shown:
        if frame.interlaced_frame:
            whole = _deinterlaced(chain([(at, frame)], shown))
            if inside and first:
                next(whole, None)
            yield from whole
            return
        yield at, frame
        first = False


def _deinterlaced(shown: Iterator[Shown]) -> Iterator[Shown]:
    waiting: list[float] = []
    graph, form = None, None
    for at, frame in shown:
        if form != (form := (frame.width, frame.height, frame.format.name)):
            if graph is not None:
                yield from _pulled(graph, waiting, ended=True)
            graph = _weaver(frame)
        waiting.append(at)
        graph.push(frame)
        yield from _pulled(graph, waiting)
    if graph is not None:
        yield from _pulled(graph, waiting, ended=True)


def _weaver(frame: Any) -> Graph:
    graph = Graph()
    graph.threads = 1
    begin = graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=frame.time_base)
    weave, end = graph.add("bwdif", mode="send_frame", deint="interlaced"), graph.add("buffersink")
    begin.link_to(weave)
    weave.link_to(end)
    graph.configure()
    return graph


def _pulled(graph: Graph, waiting: list[float], ended: bool = False) -> Iterator[Shown]:
    """What the filter has ready; it gives one frame for each, in order, so their moments are those that wait."""
    if ended:
        graph.push(None)
    while waiting:
        try:
            frame: Any = graph.pull()
        except (BlockingIOError, EOFError):
            return
        yield waiting.pop(0), frame
