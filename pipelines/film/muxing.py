"""The film's file: encoded pieces, a track of sound, one of captions, chapters and what the film says of itself."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av

from pipelines.film.encoding import Encoding, add_copied, packets, seal
from pipelines.film.formats import Holder, SoundCodec
from pipelines.film.subtitles import caption_track, switch_off
from pipelines.film.tracks import encode_track
from studio.timeline import Caption
from studio.whole import appearing

# Languages that QuickTime's own table of them holds under other names, as ffmpeg spells it.
_QUICKTIME = {"deu": "ger", "nld": "dut", "swe": "sve", "ell": "gre", "zho": "chi"}


@dataclass(frozen=True)
class Reel:
    """All that goes into a film's file. `pieces` begin at the frames `starts`; `sound` is an encoded track.

    `captions` become a track of text, switched on by itself when `shown`; `chapters` are (frame, title) in order;
    `tags` are said of the film; `language` is that of its words in ISO 639-2, "" where it is not known.
    """

    pieces: tuple[Path, ...]
    starts: tuple[int, ...]
    frames: int
    rate: Fraction
    encoding: Encoding
    sound: Path | None = None
    captions: tuple[Caption, ...] = ()
    shown: bool = True
    chapters: tuple[tuple[int, str], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    language: str = ""


def join(reel: Reel, holder: Holder, path: Path, check: Callable[[], None]) -> None:
    """Write the film's file. Pictures are copied, never encoded again. It appears under its name only when whole.

    One piece is open at a time and the index alone grows with the length. Raises OSError when the disk is full,
    RuntimeError when pieces and film do not agree (a bug).
    """
    with appearing(path) as waiting:
        with av.open(str(waiting), "w", format=holder.container, options=dict(holder.options)) as film:
            film.metadata.update(dict(reel.tags))
            film.set_chapters(_chapters(reel))
            picture = add_copied(film, reel.pieces[0], reel.encoding)
            tracks = [packets(list(reel.pieces), list(reel.starts), picture, reel.rate, reel.encoding)]
            if reel.sound:
                tracks.append(_spoken(_copied(reel.sound, film), reel, holder))
            if reel.captions:
                words = caption_track(reel.captions, reel.frames, reel.rate, film, holder.captions, reel.shown)
                tracks.append(_spoken(words, reel, holder))
            count = 0
            for packet in heapq.merge(*tracks, key=lambda p: p.dts * p.time_base):
                check()
                count += packet.stream is picture
                film.mux(packet)
        if count != reel.frames:
            raise RuntimeError(f"the film has {count} frames where {reel.frames} were asked")
        if reel.captions and not reel.shown and holder.captions == "mov_text":
            switch_off(waiting)


def _chapters(reel: Reel) -> list[Any]:
    """Chapters as the container wants them, without a gap: what lies before the first one is one too."""
    if not reel.chapters:
        return []
    marks = sorted(dict(reversed(reel.chapters)).items())
    if marks[0][0] > 0:
        marks.insert(0, (0, dict(reel.tags).get("title") or "Beginning"))
    moments = [round(frame * 1000 / reel.rate) for frame, _ in marks] + [round(reel.frames * 1000 / reel.rate)]
    spans = zip(pairwise(moments), marks, strict=True)
    return [
        {"id": i, "start": start, "end": end, "time_base": Fraction(1, 1000), "metadata": {"title": title}}
        for i, ((start, end), (_, title)) in enumerate(spans)
    ]


def _spoken(track: tuple[Any, Iterator[Any]], reel: Reel, holder: Holder) -> Iterator[Any]:
    stream, found = track
    if reel.language:
        own = _QUICKTIME if holder.container == "mov" else {}
        stream.metadata["language"] = own.get(reel.language, reel.language)
    return found


def _copied(sound: Path, film: Any) -> tuple[Any, Iterator[Any]]:
    """A new stream of the film for an encoded sound track, and its packets."""
    source = av.open(str(sound))
    heard = source.streams.audio[0]
    stream = film.add_stream_from_template(heard)

    def each() -> Iterator[Any]:
        with source:
            for packet in source.demux(heard):
                if packet.dts is not None:
                    packet.stream = stream
                    yield packet

    return stream, each()


def encode_sound(wav: Path, path: Path, codec: SoundCodec, check: Callable[[], None], comment: str = "") -> None:
    """Encode a sound file of 48 kHz stereo as one track in a file of its own, with a comment inside."""
    with appearing(path) as waiting:
        encode_track(wav, waiting, codec, {"comment": comment}, check)
        seal(waiting)
