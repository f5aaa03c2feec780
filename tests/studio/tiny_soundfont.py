"""A compressed soundfont of a few sine tones, for the tests."""

import io
import struct
from pathlib import Path

import numpy as np
import soundfile

RATE = 22050


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", name, len(body)) + body + b"\0" * (len(body) % 2)


def stream(tone: float) -> bytes:
    """Half a second of a sine as a Vorbis stream."""
    out = io.BytesIO()
    sound = 0.5 * np.sin(2 * np.pi * tone * np.arange(RATE // 2) / RATE)
    soundfile.write(out, sound, RATE, format="OGG", subtype="VORBIS")
    return out.getvalue()


def compressed(path: Path, tones: list[float]) -> Path:
    """A soundfont of samples only, as sf3convert lays one out."""
    streams = [stream(tone) for tone in tones]
    headers, at = b"", 0
    for number, data in enumerate(streams):
        name = f"tone {number}".encode()
        headers += struct.pack("<20sIIIIIBbHH", name, at, at + len(data), 100, 2000, RATE, 60, 0, 0, 0x11)
        at += len(data)
    headers += struct.pack("<20sIIIIIBbHH", b"EOS", 0, 0, 0, 0, 0, 0, 0, 0, 0)
    parts = chunk(b"LIST", b"INFO" + chunk(b"ifil", struct.pack("<HH", 3, 0)) + chunk(b"INAM", b"odd"))
    parts += chunk(b"LIST", b"sdta" + chunk(b"smpl", b"".join(streams)))
    parts += chunk(b"LIST", b"pdta" + chunk(b"phdr", b"x" * 38) + chunk(b"shdr", headers))
    path.write_bytes(chunk(b"RIFF", b"sfbk" + parts))
    return path
