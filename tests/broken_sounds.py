"""Broken sounds and notes: lying about their size, cut, full of noise or of no numbers, of rare shapes."""

import io
import struct
from typing import Any

import numpy as np
import soundfile

from tests.broken_media import Shelf

_RATE = 24000


def wav(samples: np.ndarray, rate: int = _RATE, subtype: str = "PCM_16", form: str = "WAV") -> bytes:
    """Samples of shape (n,) or (n, channels) as the bytes of a file."""
    out = io.BytesIO()
    soundfile.write(out, samples, rate, subtype, format=form)
    data = bytearray(out.getvalue())
    if (place := data.find(b"PEAK")) > 0:  # tells when it was written
        data[place + 12 : place + 16] = bytes(4)
    return bytes(data)


def fill(shelf: Shelf) -> None:
    """All broken sounds."""
    tone = 0.3 * np.sin(np.arange(_RATE) * 2 * np.pi * 440 / _RATE)
    _sizes(shelf, wav(tone))
    _samples(shelf, tone)
    _cut(shelf, tone)


def _sizes(shelf: Shelf, plain: bytes) -> None:
    def put(name: str, data: bytes, about: str, expect: Any = "plays") -> None:
        shelf.put(name, data, "sound", expect, about)

    data = plain.index(b"data") + 4
    put("size_endless.wav", plain[:data] + b"\xff" * 4 + plain[data + 4 :], "claims four gigabytes of sound")
    put("size_zero.wav", plain[:data] + bytes(4) + plain[data + 4 :], "claims no sound")
    put("riff_wrong.wav", plain[:4] + b"\x01\0\0\0" + plain[8:], "its outer size is one byte")
    shape = plain.index(b"fmt ") + 8
    put("no_channels.wav", plain[: shape + 2] + b"\0\0" + plain[shape + 4 :], "no channels", "sentence")
    put("no_rate.wav", plain[: shape + 4] + bytes(4) + plain[shape + 8 :], "no samples a second", "sentence")
    many = struct.pack("<H", 65535)
    put("channels_65535.wav", plain[: shape + 2] + many + plain[shape + 4 :], "65,535 channels", "sentence")
    fast = plain[: shape + 4] + struct.pack("<I", 0xFFFFFFFF) + plain[shape + 8 :]
    put("rate_huge.wav", fast, "four thousand million samples a second", "sentence")
    put("only_head.wav", plain[: data + 4], "no samples at all", "sentence")
    put("empty.wav", b"", "zero bytes", "sentence")


def _samples(shelf: Shelf, tone: np.ndarray) -> None:
    def put(name: str, data: bytes, about: str, expect: Any = "plays") -> None:
        shelf.put(name, data, "sound", expect, about)

    wild = tone.copy()
    wild[100:200], wild[300:400], wild[500:510] = np.nan, np.inf, -1e30
    put("nan.wav", wav(wild, subtype="FLOAT"), "samples that are no numbers, infinite, enormous")
    put("all_nan.wav", wav(np.full(_RATE, np.nan), subtype="FLOAT"), "nothing but NaN")
    put("offset.wav", wav(tone * 0.3 + 0.7), "lies far from the middle")
    put("eight.wav", wav(np.tile(tone[:, None], (1, 8)) / 8), "eight channels")
    put("rate_192000.wav", wav(tone, 192_000), "192,000 samples a second")
    put("rate_100.wav", wav(tone[:100], 100), "100 samples a second")
    put("one_sample.wav", wav(tone[1:2]), "one sample long")
    put("silence.wav", wav(tone * 0), "silent")
    put("loud.wav", wav(tone * 1e9, subtype="DOUBLE"), "a thousand million times too loud")


def _cut(shelf: Shelf, tone: np.ndarray) -> None:
    noise = np.random.default_rng(4)
    flac = wav(tone * 0.5 + noise.normal(0, 0.05, len(tone)), form="FLAC")
    shelf.put("cut.flac", flac[: len(flac) // 2], "sound", "plays", "its second half is gone")
    shelf.put("head.flac", flac[:60], "sound", "sentence", "cut before the first sample")
    place = len(flac) // 2
    hurt = flac[:place] + noise.bytes(300) + flac[place + 300 :]
    shelf.put("hurt.flac", hurt, "sound", "plays", "hurt in the middle")
    layer = wav(tone, form="MP3", subtype="MPEG_LAYER_III")
    shelf.put("cut.mp3", layer[: len(layer) // 2 + 17], "sound", "plays", "cut within a frame")
    shelf.put("noise.mp3", b"\xff\xfb\x90\x64" + noise.bytes(5000), "sound", "sentence", "noise")
    shelf.put("noise.ogg", b"OggS" + noise.bytes(3000), "sound", "sentence", "noise behind its first letters")
    song = b"MThd" + struct.pack(">IHHH", 6, 0, 1, 480) + b"MTrk" + struct.pack(">I", 20) + b"\x00\x90\x3c\x40\x83"
    shelf.put("cut.mid", song, "sound", "sentence", "notes that end within a moment")
    quick = b"MThd" + struct.pack(">IHHH", 6, 0, 1, 0)
    track = b"\x00\x90\x3c\x40\x10\x80\x3c\x40\x00\xff\x2f\x00"
    shelf.put("no_beat.mid", quick + b"MTrk" + struct.pack(">I", len(track)) + track, "sound", "sentence",
              "notes of zero ticks a beat")  # fmt: skip
