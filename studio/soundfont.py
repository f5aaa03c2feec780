"""Turn a compressed soundfont (.sf3, each sample a Vorbis stream) into a plain one (.sf2) that any synth plays."""

import io
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_SAMPLE = struct.Struct("<20sIIIIIBbHH")  # name, start, end, loop start, loop end, rate, key, cents, link, type
_VORBIS = 0x10  # the sample-type bit that marks a compressed sample
_PADDING = 46  # sample points of silence the format asks for after each sample


def _chunks(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """(name, body) of each RIFF chunk. Raises ValueError when one reaches past the end."""
    at = 0
    while at + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        if at + 8 + size > len(data):
            raise ValueError(f"chunk {name!r} at byte {at} reaches past the end")
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", name, len(body)) + body + b"\0" * (len(body) % 2)


def _decoded(stream: memoryview) -> Any:
    """Mono 16-bit sample points of one Vorbis stream, as a numpy int16 array of shape (n,)."""
    import soundfile

    points, _ = soundfile.read(io.BytesIO(bytes(stream)), dtype="int16", always_2d=True)
    return points[:, 0]


def _plain_samples(headers: memoryview, streams: memoryview, step: Callable[[float], None]) -> tuple[bytes, bytes]:
    """(sample headers, sample points) with every sample decoded and its places counted in points."""
    places, points, at = [], [], 0
    records = list(_SAMPLE.iter_unpack(headers))
    for count, (name, start, end, loop, loop_end, rate, key, cents, link, kind) in enumerate(records):
        if kind & _VORBIS:
            sound = _decoded(streams[start:end])
            points.append(sound.astype("<i2").tobytes() + b"\0\0" * _PADDING)
            # In .sf3 places are bytes into the streams, and loops are counted from the sample's own beginning.
            start, end, loop, loop_end = at, at + len(sound), at + loop, at + loop_end
            at = end + _PADDING
        elif end > start:
            points.append(bytes(streams[start * 2 : end * 2]) + b"\0\0" * _PADDING)
            start, end, loop, loop_end = at, at + end - start, at + loop - start, at + loop_end - start
            at = end + _PADDING
        places.append(_SAMPLE.pack(name, start, end, loop, loop_end, rate, key, cents, link, kind & ~_VORBIS))
        step((count + 1) / len(records))
    return b"".join(places), b"".join(points)


def plain_soundfont(source: Path, made: Path, step: Callable[[float], None] = lambda share: None) -> None:
    """Write `source` (.sf3) as `made` (.sf2, 16-bit samples); the same input makes the same bytes on one machine.

    `step` hears the share done, 0 to 1, after each sample. Raises ValueError when `source` is not a soundfont.
    Format: SoundFont 2.04 specification; .sf3 as written by MuseScore's sf3convert.
    """
    data = memoryview(source.read_bytes())
    if len(data) < 12 or bytes(data[:4]) != b"RIFF" or bytes(data[8:12]) != b"sfbk":
        raise ValueError(f"{source.name} is not a soundfont")
    lists = {bytes(body[:4]): dict(_chunks(body[4:])) for name, body in _chunks(data[12:]) if name == b"LIST"}
    try:
        info, presets, streams = lists[b"INFO"], lists[b"pdta"], lists[b"sdta"][b"smpl"]
        headers, points = _plain_samples(presets[b"shdr"], streams, step)
    except KeyError as error:
        raise ValueError(f"{source.name} lacks its part {error}") from error
    parts = {name: bytes(body) for name, body in info.items()} | {b"ifil": struct.pack("<HH", 2, 4)}
    tables = {name: bytes(body) for name, body in presets.items()} | {b"shdr": headers}
    body = b"sfbk"
    for kind, chunks in ((b"INFO", parts), (b"sdta", {b"smpl": points}), (b"pdta", tables)):
        body += _chunk(b"LIST", kind + b"".join(_chunk(name, part) for name, part in chunks.items()))
    made.write_bytes(_chunk(b"RIFF", body))
