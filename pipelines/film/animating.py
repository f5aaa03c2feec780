"""Pictures that move (GIF, WebP, APNG), drawn frame by frame straight from the cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Any

import av
import numpy as np

from pipelines.film.filming import present
from pipelines.film.stills import Drawn, drawing
from studio.disk import disk_said
from studio.timeline import load
from studio.whole import appearing
from studio.work import Work

_SAMPLES = 100  # frames that the palette is chosen from
_LARGE = 20_000_000  # bytes from which on a person should know


@dataclass(frozen=True)
class _Sort:
    """A format that moves: its suffix, ffmpeg's container, encoder and options, and the pixels it takes."""

    suffix: str
    container: str
    encoder: str
    pixels: str
    options: tuple[tuple[str, str], ...] = ()
    loops: tuple[tuple[str, str], ...] = ()


_SORTS = {
    "gif": _Sort(".gif", "gif", "gif", "pal8", loops=(("loop", "0"),)),
    "webp": _Sort(".webp", "webp", "libwebp_anim", "bgra", (("quality", "80"),), (("loop", "0"),)),
    "apng": _Sort(".png", "apng", "apng", "rgb24", (("pred", "mixed"),), (("plays", "0"),)),
}


def animate(cut: Path, format: str, size: tuple[int, int], fps: float, captions: bool, work: Work) -> Path:
    """Draw the cut into a file that moves. Raises PersonError as `filming.film`; no half-written file is left."""
    timeline, sort = load(cut), _SORTS[format]
    present(timeline, cut.parent)
    every = ceil(timeline.rate / Fraction(fps))
    shown = range(0, timeline.frames, every)
    if every > 1:
        left = float(timeline.rate / every)
        work.note(f"The film's {float(timeline.rate):g} frames a second were brought to {left:.4g}.")
    path = work.path("animation" + sort.suffix)
    with (
        disk_said("the animation"),
        appearing(path) as waiting,
        drawing(timeline, cut.parent, size, captions, work) as draw,
    ):
        palette = _palette(draw, shown, work) if format == "gif" else None
        _write(waiting, sort, draw, shown, every / timeline.rate, palette, work)
    if path.stat().st_size > _LARGE:
        work.note(f"It is {path.stat().st_size / 1e6:.0f} MB large. A smaller size or fewer frames make it lighter.")
    return path


def _palette(draw: Drawn, shown: range, work: Work) -> Any:
    """256 colours for the whole film, by median cut over evenly spread frames (ffmpeg's palettegen)."""
    chosen = shown[:: max(1, len(shown) // _SAMPLES)]
    graph = av.filter.Graph()
    width, height = draw.size
    source = graph.add_buffer(width=width, height=height, format="bgra", time_base=Fraction(1, 25))
    make = graph.add("palettegen", "reserve_transparent=0:stats_mode=full")
    sink = graph.add("buffersink")
    source.link_to(make)
    make.link_to(sink)
    graph.configure()
    for i, n in enumerate(chosen):
        work.progress(0.3 * i / len(chosen), f"Choosing colours, frame {n + 1} of {shown.stop}")
        source.push(_frame(draw(n), "bgra", i, Fraction(1, 25)))
    source.push(None)
    return sink.pull()


def _frame(rgb: np.ndarray, pixels: str, place: int, tick: Fraction) -> Any:
    frame = av.VideoFrame.from_ndarray(rgb, format="rgb24")
    if pixels != "rgb24":
        frame = frame.reformat(format=pixels)
    frame.pts, frame.time_base = place, tick
    return frame


def _write(path: Path, sort: _Sort, draw: Drawn, shown: range, tick: Fraction, palette: Any, work: Work) -> None:
    with av.open(str(path), "w", format=sort.container, options=dict(sort.loops)) as file:
        stream: Any = file.add_stream(sort.encoder, rate=1 / tick, options=dict(sort.options))
        stream.width, stream.height = draw.size
        stream.pix_fmt, stream.codec_context.thread_count = sort.pixels, 1
        frames = _drawn(sort, draw, shown, tick, work)
        for frame in _in_colours(frames, palette, draw.size, tick) if palette else frames:
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))


def _drawn(sort: _Sort, draw: Drawn, shown: range, tick: Fraction, work: Work) -> Iterator[Any]:
    begin = 0.3 if sort.pixels == "pal8" else 0.0
    for place, n in enumerate(shown):
        work.progress(begin + (1 - begin) * place / len(shown), f"Frame {n + 1} of {shown.stop}")
        yield _frame(draw(n), "bgra" if sort.pixels == "pal8" else sort.pixels, place, tick)


def _in_colours(frames: Iterator[Any], palette: Any, size: tuple[int, int], tick: Fraction) -> Iterator[Any]:
    """The frames in the palette's colours: dithered where they change, so that what stands still does not shimmer."""
    graph = av.filter.Graph()
    source = graph.add_buffer(width=size[0], height=size[1], format="bgra", time_base=tick)
    colours = graph.add_buffer(width=16, height=16, format="bgra", time_base=tick)
    use = graph.add("paletteuse", "dither=floyd_steinberg:diff_mode=rectangle")
    sink = graph.add("buffersink")
    source.link_to(use, 0, 0)
    colours.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    palette.pts, palette.time_base = 0, tick
    colours.push(palette)
    colours.push(None)
    for frame in frames:
        source.push(frame)
        yield from _pulled(sink)
    source.push(None)
    yield from _pulled(sink)


def _pulled(sink: Any) -> Iterator[Any]:
    while True:
        try:
            yield sink.pull()
        except (av.BlockingIOError, av.EOFError):
            return
