"""Sound out of any file: its place in time, its length, what happens when there is none."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.hearing import RATE, Wave, has_sound, hear
from studio.errors import PersonError
from studio.work import Work


@pytest.fixture
def desk(tmp_path: Path) -> Work:
    return Work.alone(tmp_path / "desk")


@pytest.fixture
def beep(tmp_path: Path) -> Path:
    """3 s, mono, 44.1 kHz: silent but for a beep from 1 s to 2 s."""
    t = np.arange(3 * 44_100) / 44_100
    soundfile.write(tmp_path / "beep.flac", np.where((t >= 1) & (t < 2), np.sin(2 * np.pi * 440 * t) * 0.5, 0), 44_100)
    return tmp_path / "beep.flac"


def _sounding(sound) -> tuple[float, float]:
    heard = np.flatnonzero(np.abs(sound.read() if isinstance(sound, Wave) else sound).max(axis=1) > 0.05)
    return heard[0] / RATE, (heard[-1] + 1) / RATE


def test_any_rate_becomes_48_khz_stereo(beep, desk):
    sound = hear(beep, desk).read()
    assert (sound.shape, sound.dtype) == ((3 * RATE, 2), np.float32)
    assert _sounding(sound) == pytest.approx((1, 2), abs=0.01)


def test_a_range_is_cut_out_to_the_sample(beep, desk):
    sound = hear(beep, desk, start=1.5, seconds=1.25)
    assert len(sound) == round(1.25 * RATE)
    assert _sounding(sound) == pytest.approx((0, 0.5), abs=0.01)
    assert len(hear(beep, desk, start=0.5, seconds=0.1)) == 0.1 * RATE


def test_a_range_past_the_end_is_empty(beep, desk):
    assert len(hear(beep, desk, start=60, seconds=2)) == 0


def test_a_stream_that_begins_late_is_led_in_by_silence(tmp_path, desk):
    import av

    with av.open(str(tmp_path / "late.mkv"), "w") as out:
        picture = out.add_stream("mpeg4", rate=25)
        picture.width = picture.height = 32
        picture.pix_fmt = "yuv420p"
        sound = out.add_stream("pcm_s16le", rate=RATE, layout="stereo")
        for number in range(50):
            frame = av.VideoFrame(32, 32, "yuv420p")
            frame.pts = number
            out.mux(picture.encode(frame))
        out.mux(picture.encode(None))
        wave = av.AudioFrame.from_ndarray(np.full((1, 2 * RATE), 9000, np.int16), format="s16", layout="stereo")
        wave.rate, wave.pts, wave.time_base = RATE, RATE, Fraction(1, RATE)
        out.mux(sound.encode(wave))
        out.mux(sound.encode(None))
    assert has_sound(tmp_path / "late.mkv")
    assert _sounding(hear(tmp_path / "late.mkv", desk)) == pytest.approx((1, 2), abs=0.03)
    assert len(hear(tmp_path / "late.mkv", desk, seconds=0.5)) == 0.5 * RATE


@pytest.mark.parametrize("content", [b"", b"words, not sound", b"fLaC" + bytes(200)])
def test_what_is_no_sound_is_a_sentence(tmp_path, desk, content):
    (tmp_path / "bad.flac").write_bytes(content)
    with pytest.raises(PersonError, match=r"bad\.flac"):
        hear(tmp_path / "bad.flac", desk)
