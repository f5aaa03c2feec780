"""The technical judge: each planted fault is found where it is, and a sound film is left in peace."""

import json
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from pipelines.judge.judge_technical import judge_technical
from studio import timeline
from studio.errors import PersonError
from studio.timeline import Caption, Shot, Timeline
from studio.work import Work

FPS, WIDTH, HEIGHT, RATE, SECONDS = 10, 320, 240, 48_000, 12


def _pictures() -> np.ndarray:
    """A soft pattern that wanders slowly, luma of shape (frames, height, width)."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    times = np.arange(SECONDS * FPS)[:, None, None]
    return (126 + 60 * np.sin((x + times * 0.5) / 17) * np.cos(y / 23)).astype(np.uint8)


def _sound(level: float = 0.152) -> np.ndarray:
    """A steady chord at -14 LUFS."""
    t = np.arange(SECONDS * RATE) / RATE
    one = (np.sin(2 * np.pi * 440 * t) + np.sin(2 * np.pi * 660 * t)) * level
    return np.stack([one, one])


@pytest.fixture
def film(tmp_path: Path):
    def film(pictures: np.ndarray | None = None, sound: np.ndarray | None = None, silent: bool = False) -> Path:
        pictures = _pictures() if pictures is None else pictures
        sound = _sound() if sound is None else sound
        path = tmp_path / "film.mp4"
        with av.open(str(path), "w") as out:
            video = out.add_stream("libx264", rate=FPS, options={"preset": "ultrafast", "crf": "23", "threads": "1"})
            video.width, video.height, video.pix_fmt = pictures.shape[2], pictures.shape[1], "yuv420p"
            audio = None if silent else out.add_stream("aac", rate=RATE, layout="stereo")
            for luma in pictures:
                grey = np.full((luma.shape[0] // 2, luma.shape[1]), 128, np.uint8)
                out.mux(video.encode(av.VideoFrame.from_ndarray(np.vstack([luma, grey]), format="yuv420p")))
            out.mux(video.encode(None))
            if audio:
                frame = av.AudioFrame.from_ndarray(sound.astype(np.float32), format="fltp", layout="stereo")
                frame.rate, frame.pts = RATE, 0
                out.mux(audio.encode(frame))
                out.mux(audio.encode(None))
        return path

    return film


@pytest.fixture
def judge(tmp_path: Path):
    def judge(film: Path, **more) -> dict:
        return json.loads(judge_technical(film, work=Work.alone(tmp_path / "desk"), **more).read_text("utf-8"))

    return judge


@pytest.fixture
def cut(tmp_path: Path):
    def cut(*captions: Caption, **more) -> Path:
        whole = Timeline(Fraction(FPS), (Shot("x.png", "Image", SECONDS * FPS),), captions=captions)
        timeline.save(replace(whole, **more), tmp_path / "cut.otio")
        return tmp_path / "cut.otio"

    return cut


def _only(found: dict) -> dict:
    assert len(found["remarks"]) == 1, found
    assert found["score"] < 1
    return found["remarks"][0]


def test_a_sound_film_is_left_in_peace(film, judge, cut):
    found = judge(film(), cut=cut(Caption(10, 40, "The lamp is lit at dawn.")), seconds=12)
    assert found["remarks"] == []
    assert found["score"] == 1
    assert any("320×240" in words for words in found["saw"])
    assert any("LUFS" in words for words in found["saw"])


def test_the_asked_length_is_kept_within_two_in_a_hundred(film, judge):
    path = film()
    assert judge(path, seconds=12.2)["remarks"] == []
    assert "4.0 s too short" in _only(judge(path, seconds=16))["what"]
    assert "2.0 s too long" in _only(judge(path, seconds=10))["what"]


def test_black_pictures_are_found(film, judge):
    pictures = _pictures()
    pictures[40:65] = 16
    remark = _only(judge(film(pictures)))
    assert re.search(r"black for 2\.[3-7] s", remark["what"])
    assert remark["where_s"] == pytest.approx(4, abs=0.25)


def test_a_short_dip_to_black_is_no_fault(film, judge):
    pictures = _pictures()
    pictures[40:46] = 16
    assert judge(film(pictures))["remarks"] == []


def test_frozen_pictures_are_found_even_while_captions_change(film, judge):
    pictures = _pictures()
    pictures[30:100] = pictures[30]
    pictures[50:70, 200:220, 100:220] = 235
    remark = _only(judge(film(pictures)))
    assert "Nothing moves" in remark["what"]
    assert remark["where_s"] == pytest.approx(3, abs=0.5)


def test_a_still_of_four_seconds_is_no_fault(film, judge):
    pictures = _pictures()
    pictures[30:70] = pictures[30]
    assert judge(film(pictures))["remarks"] == []


@pytest.mark.parametrize(("level", "words"), [(0.152 / 4, "too quiet"), (0.152 * 1.6, "too loud")])
def test_loudness_off_by_more_than_one_is_told(film, judge, level, words):
    assert words in _only(judge(film(sound=_sound(level))))["what"]


def test_clipping_is_found(film, judge):
    sound = _sound()
    sound[:, 5 * RATE : 5 * RATE + 2000] = np.clip(sound[:, 5 * RATE : 5 * RATE + 2000] * 20, -1.2, 1.2)
    remark = _only(judge(film(sound=sound)))
    assert "clipped" in remark["what"]
    assert remark["where_s"] == pytest.approx(5, abs=0.3)


def test_long_silence_is_found(film, judge):
    sound = _sound()
    sound[:, 3 * RATE : 9 * RATE] = 0
    remark = _only(judge(film(sound=sound)))
    assert "Nothing is heard for" in remark["what"]
    assert remark["where_s"] == pytest.approx(3, abs=0.3)


def test_missing_and_silent_sound_is_told(film, judge):
    assert "no sound" in _only(judge(film(silent=True)))["what"]
    assert "Nothing is heard" in _only(judge(film(sound=_sound(0))))["what"]


def test_captions_too_fast_too_long_over_each_other_and_past_the_end_are_told(film, judge, cut):
    captions = (
        Caption(0, 20, "x" * 50),
        Caption(30, 110, "word " * 20),
        Caption(100, 140, "late"),
    )
    words = " ".join(r["what"] for r in judge(film(), cut=cut(*captions))["remarks"])
    for told in ("too fast to read", "does not fit on two lines", "still stands", "past the film's end"):
        assert told in words


def test_a_wide_character_counts_as_two(film, judge, cut):
    found = judge(film(), cut=cut(Caption(0, 20, "每天早上托马斯爬上楼梯点亮灯塔里那盏老灯照亮")))
    assert "too fast" in _only(found)["what"]


def test_another_length_and_rate_than_the_cuts_is_told(film, judge, cut):
    path = film()
    plan = cut(rate=Fraction(25), shots=(Shot("x.png", "Image", 500),))
    words = " ".join(r["what"] for r in judge(path, cut=plan)["remarks"])
    assert "instead of the cut's 25" in words
    assert "20.00 s" in words


def test_the_same_film_gets_the_same_bytes(film, judge):
    path = film()
    assert judge(path) == judge(path)


def test_damage_is_found_and_rubbish_is_a_sentence(film, judge, tmp_path):
    path = film()
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 4000] = bytes(4000)
    path.write_bytes(whole)
    assert judge(path)["score"] < 1
    (tmp_path / "rubbish.mp4").write_bytes(b"not a film")
    with pytest.raises(PersonError, match="rubbish"):
        judge(tmp_path / "rubbish.mp4")
