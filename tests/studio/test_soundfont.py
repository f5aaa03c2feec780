"""Compressed soundfonts made plain: the places of samples, their loops, their sound; and files that are none."""

import struct
from pathlib import Path

import numpy as np
import pytest

from studio.soundfont import plain_soundfont
from tests.studio.tiny_soundfont import RATE, compressed


def test_each_sample_sounds_as_before_and_lies_where_its_header_says(tmp_path: Path) -> None:
    heard: list[float] = []
    plain_soundfont(compressed(tmp_path / "a.sf3", [440, 880]), tmp_path / "a.sf2", heard.append)
    data = (tmp_path / "a.sf2").read_bytes()
    assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8
    assert struct.unpack_from("<HH", data, data.index(b"ifil") + 8) == (2, 4)
    start = data.index(b"smpl") + 8
    places = data.index(b"shdr") + 8
    for number, tone in enumerate((440, 880)):
        row = struct.unpack_from("<20sIIIIIBbHH", data, places + 46 * number)
        first, last, loop, loop_end, rate, kind = row[1], row[2], row[3], row[4], row[5], row[9]
        assert (last - first, loop - first, loop_end - first, rate, kind) == (RATE // 2, 100, 2000, RATE, 1)
        sound = np.frombuffer(data, "<i2", last - first, start + 2 * first)
        strength = np.abs(np.fft.rfft(sound))
        assert abs(np.argmax(strength) * RATE / len(sound) - tone) < 3
        assert 0.45 < np.abs(sound).max() / 32768 < 0.6
        assert not np.frombuffer(data, "<i2", 46, start + 2 * last).any()
    assert heard[-1] == 1.0


def test_the_same_soundfont_makes_the_same_bytes(tmp_path: Path) -> None:
    source = compressed(tmp_path / "a.sf3", [300])
    plain_soundfont(source, tmp_path / "a.sf2")
    plain_soundfont(tmp_path / "a.sf2", tmp_path / "b.sf2")  # a plain one stays as it is
    plain_soundfont(source, tmp_path / "c.sf2")
    assert len({(tmp_path / name).read_bytes() for name in ("a.sf2", "b.sf2", "c.sf2")}) == 1


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", b"RIFF\0\0\0\0WAVEfmt ", b"RIFF\0\0\0\0sfbk", b"RIFF\0\0\0\0sfbkLIST\xff\xff\0\0x"]
)
def test_what_is_no_soundfont_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.sf3").write_bytes(data)
    with pytest.raises(ValueError, match=r"soundfont|lacks|reaches past"):
        plain_soundfont(tmp_path / "a.sf3", tmp_path / "a.sf2")
