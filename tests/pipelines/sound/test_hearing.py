"""Sound out of any file: its place in time, its length, what happens when there is none."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.sound.hearing import RATE, has_sound, hear
from pipelines.sound.waves import Wave
from studio.errors import Cancelled, PersonError
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


# ---------------------------------------------------------------- damage, and places in files of every kind


def _burst(seconds: float, at: float):
    sound = np.zeros((round(seconds * RATE), 2), np.float32)
    sound[round(at * RATE) : round((at + 0.1) * RATE)] = np.random.default_rng(1).normal(0, 0.3, (RATE // 10, 2))
    return sound


def _encoded(path: Path, sound, codec: str, kind: str | None = None) -> Path:
    import av

    with av.open(str(path), "w", format=kind) as out:
        stream = out.add_stream(codec, rate=RATE, layout="stereo")
        convert = av.AudioResampler(format=stream.codec_context.format.name, layout="stereo", rate=RATE)
        for begin in range(0, len(sound), RATE):
            piece = np.ascontiguousarray(sound[begin : begin + RATE]).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(piece, format="flt", layout="stereo")
            frame.rate, frame.pts = RATE, begin
            for part in convert.resample(frame):
                out.mux(stream.encode(part))
        for part in convert.resample(None):
            out.mux(stream.encode(part))
        out.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(("name", "codec", "kind"), [
    ("a.mp3", "libmp3lame", None), ("a.m4a", "aac", "mp4"), ("a.aac", "aac", "adts"), ("a.opus", "libopus", "ogg"),
    ("a.flac", "flac", None), ("a.wav", "pcm_s16le", None), ("a.mka", "ac3", "matroska"),
])  # fmt: skip
def test_a_moment_far_inside_is_found_in_every_kind(tmp_path, desk, name, codec, kind):
    path = _encoded(tmp_path / name, _burst(20, 15), codec, kind)
    for start in (0.0, 12.5, 14.9):
        begins, ends = _sounding(hear(path, desk, start=start, seconds=4 if start else 18))
        assert begins == pytest.approx(15 - start, abs=0.03)
        assert ends == pytest.approx(15.1 - start, abs=0.03)


def test_a_hole_in_the_packets_is_silence_not_a_shift(tmp_path, desk):
    import av

    _encoded(tmp_path / "whole.mka", _burst(10, 8), "aac", "matroska")
    with av.open(str(tmp_path / "whole.mka")) as source, av.open(str(tmp_path / "hole.mka"), "w") as out:
        stream = out.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(source.streams.audio[0]):
            if packet.dts is not None and not 3 < float(packet.pts * packet.time_base) < 5:
                packet.stream = stream
                out.mux(packet)
    assert _sounding(hear(tmp_path / "hole.mka", desk)) == pytest.approx((8, 8.1), abs=0.03)


def test_a_flac_damaged_in_the_middle_goes_on_after_it(tmp_path, desk):
    path = tmp_path / "a.flac"
    sound = np.random.default_rng(3).normal(0, 0.1, (10 * RATE, 2))
    soundfile.write(path, sound, RATE)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = bytes(20_000)
    path.write_bytes(content)
    heard = hear(path, desk).read()
    assert len(heard) == pytest.approx(10 * RATE, abs=RATE)
    assert np.abs(heard[-RATE // 2 :]).max() > 0.1


def test_what_is_no_number_is_silent_and_nothing_is_beyond_measure(tmp_path, desk):
    sound = _burst(2, 1)
    sound[100:200] = np.nan
    sound[300:400] = np.inf
    sound[500:600] = 1e30
    soundfile.write(tmp_path / "a.wav", sound, RATE, "FLOAT")
    heard = hear(tmp_path / "a.wav", desk).read()
    assert np.isfinite(heard).all()
    assert np.abs(heard).max() <= 64
    assert len(heard) == 2 * RATE


def test_sound_that_is_said_to_be_there_but_is_cut_off(tmp_path, desk):
    soundfile.write(tmp_path / "a.wav", _burst(4, 1), RATE)
    content = (tmp_path / "a.wav").read_bytes()
    (tmp_path / "a.wav").write_bytes(content[: len(content) // 2])
    assert len(hear(tmp_path / "a.wav", desk)) == pytest.approx(2 * RATE, abs=100)


def _again(path: Path, desk: Work) -> None:
    for number in range(1000):
        hear(path, desk, start=number / RATE)


@pytest.mark.parametrize("name", ["long.flac", "long.m4a"])
def test_a_cancel_is_heard_at_once_in_a_long_file(tmp_path, name):
    import threading
    import time

    if name.endswith(".flac"):
        soundfile.write(tmp_path / name, np.zeros((600 * RATE, 2), np.int16), RATE)
    else:
        _encoded(tmp_path / name, np.zeros((200 * RATE, 2), np.float32), "aac", "mp4")
    desk = Work.alone(tmp_path / "desk")
    threading.Timer(0.1, desk.cancelled.set).start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        _again(tmp_path / name, desk)
    assert time.monotonic() - begun < 0.6
    assert not list(desk.folder.glob(".*"))


def test_files_of_one_name_in_two_folders_are_two(tmp_path, desk):
    for folder, level in (("a", 0.1), ("b", 0.5)):
        (tmp_path / folder).mkdir()
        soundfile.write(tmp_path / folder / "x.wav", np.full(RATE, level), RATE, "FLOAT")
    assert hear(tmp_path / "a" / "x.wav", desk).read().max() == pytest.approx(0.1)
    assert hear(tmp_path / "b" / "x.wav", desk).read().max() == pytest.approx(0.5)


def test_a_file_written_anew_is_heard_anew(tmp_path, desk):
    for level in (0.1, 0.5):
        soundfile.write(tmp_path / "x.wav", np.full(RATE, level), RATE)
        assert hear(tmp_path / "x.wav", desk).read().max() == pytest.approx(level, abs=0.01)
