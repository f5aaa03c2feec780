"""The right picture at every moment: any order of pictures, any clock, interlaced, backwards and in leaps."""

from pathlib import Path

import numpy as np
import pytest

from pipelines.film import decoding
from pipelines.film.footage import Reader, probe
from tests.odd_media import mark, marked, video


@pytest.mark.parametrize("fields", ["top", "bottom"])
def test_interlaced_pictures_are_made_whole(tmp_path: Path, fields: str) -> None:
    def bar(number: int) -> np.ndarray:
        picture = np.full((180, 320, 3), 40, np.uint8)
        picture[:, number * 4 : number * 4 + 40] = 220
        return picture

    first = {"top": "tff=1", "bottom": "bff=1"}[fields]
    video(tmp_path / "v.mkv", fields=fields, draw=bar, times=[i * 40 for i in range(25)],
          options={"x264-params": first, "qp": "4"})  # fmt: skip
    reader = Reader(probe(tmp_path / "v.mkv"), 320, 180)
    assert reader._find(0.4).frame.interlaced_frame is False
    shown = reader.at(0.4).y.astype(int)
    # A comb: lines that differ from both neighbours in the same direction.
    comb = np.minimum(shown[1:-1] - shown[:-2], shown[1:-1] - shown[2:])[8:-8].max()
    raw = next(f for at, f in decoding._timed(decoding.Source(tmp_path / "v.mkv")._decoded(), 0, 0, 1) if at >= 0.4)
    woven = np.frombuffer(raw.planes[0], np.uint8).reshape(-1, raw.planes[0].line_size)[:, :320].astype(int)
    assert np.minimum(woven[1:-1] - woven[:-2], woven[1:-1] - woven[2:])[8:-8].max() > 100
    assert comb < 40
    edge = int(np.flatnonzero(shown[90] > 130)[0])
    assert abs(edge - 80) <= 2  # the earlier field's moment: picture 20, not 21
    again = Reader(probe(tmp_path / "v.mkv"), 320, 180)
    again.at(0.96)
    assert np.array_equal(again.at(0.4).y, shown)
    reader.close()
    again.close()


def test_backwards_gives_the_same_pictures_as_forwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    video(tmp_path / "v.mp4", options={"g": "20", "bf": "3"})
    footage = probe(tmp_path / "v.mp4")
    reader = Reader(footage, 320, 180)
    forwards = [reader.at(number / 24).y.copy() for number in range(48)]
    for room in (10**9, 320 * 180 * 3 // 2 * 7):
        monkeypatch.setattr("pipelines.film.footage._KEPT", room)
        back = Reader(footage, 320, 180)
        for number in reversed(range(48)):
            assert np.array_equal(back.at(number / 24).y, forwards[number]), number
        assert len(back._pictures) <= max(2, room // (320 * 180 * 3 // 2))
        back.close()
    reader.close()


def test_backwards_decodes_a_stretch_once(tmp_path: Path) -> None:
    video(tmp_path / "v.mp4", options={"g": "12"})
    reader = Reader(probe(tmp_path / "v.mp4"), 320, 180)
    decoded, pull = [0], reader._pull

    def counted(wanted: float) -> None:
        decoded[0] += 1
        pull(wanted)

    reader._pull = counted  # type: ignore[method-assign]
    for number in reversed(range(48)):
        reader.at(number / 24)
    assert decoded[0] < 48 * 1.6
    reader.close()


def test_large_pictures_are_kept_small_backwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    video(tmp_path / "v.mp4", size=(640, 360))
    footage = probe(tmp_path / "v.mp4")
    forwards = Reader(footage, 160, 90)
    expected = {number: forwards.at(number / 24).y.copy() for number in range(48)}
    monkeypatch.setattr("pipelines.film.footage._KEPT", 160 * 90 * 3 // 2 * 8)
    back = Reader(footage, 160, 90)
    for number in (47, *range(46, 20, -2), *range(20, 0, -1), 3, 30):
        assert np.array_equal(back.at(number / 24).y, expected[number]), number
        assert sum(picture.frame is not None for picture in back._pictures) <= 2
    forwards.close()
    back.close()


@pytest.mark.parametrize(
    ("name", "codec", "options"),
    [
        ("b.mp4", "libx264", {"bf": "3", "g": "24"}),
        ("b.avi", "mpeg4", {"bf": "2", "qmin": "1", "qmax": "1"}),
        ("b.ts", "libx264", {"g": "10"}),
        ("b.mkv", "libx265", {"x265-params": "log-level=none:bframes=4:open-gop=1:keyint=12"}),
        ("b.h264", "libx264", {}),
    ],
)
def test_the_right_picture_whatever_the_clock_and_the_order(
    tmp_path: Path, name: str, codec: str, options: dict[str, str]
) -> None:
    video(tmp_path / name, codec=codec, options=options, times=[i * 40 for i in range(48)])
    footage = probe(tmp_path / name)
    reader, step = Reader(footage, 320, 180), float(1 / footage.rate) if name.endswith("h264") else 0.04
    late = 1 if name.endswith("avi") else 0  # with B-pictures AVI's clock is one picture late
    for number in (0, 1, 2, 20, 31, 30, 13, 12, 11, 45, 0, 44):
        assert abs(mark(reader.at((number + late) * step)) - number * 7 % 312) <= 1, number
    reader.close()


def test_a_late_beginning_counts_as_the_beginning_and_an_edit_list_cuts(tmp_path: Path) -> None:
    for name, first, unseen in (("late.mkv", 5000, 0), ("cut.mp4", -200, 5)):  # MP4 edits out what lies before 0
        video(tmp_path / name, times=[first + i * 40 for i in range(30)])
        footage = probe(tmp_path / name)
        assert abs(footage.seconds - (30 - unseen) * 0.04) < 0.05
        reader = Reader(footage, 320, 180)
        for number in (0, 7, 24, 6):
            assert abs(mark(reader.at(number * 0.04)) - (number + unseen) * 7) <= 1, (name, number)
        reader.close()


def test_marks_move_evenly_through_an_eightfold_run(tmp_path: Path) -> None:
    video(tmp_path / "v.mp4", options={"g": "6"})
    reader = Reader(probe(tmp_path / "v.mp4"), 320, 180)
    for number in range(0, 48, 8):
        assert abs(mark(reader.at(number / 24)) - marked_at(number)) <= 1
    reader.close()


def marked_at(number: int) -> int:
    return int(np.flatnonzero(marked((320, 180), number)[1, :, 0] < 20)[0])
