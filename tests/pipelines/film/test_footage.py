"""Given videos: turned, anamorphic, uneven, deep, silent and hurt ones show the right picture at the right time."""

from pathlib import Path

import numpy as np
import pytest

from pipelines.film.footage import Reader, probe
from studio.errors import PersonError
from tests.odd_media import BLUE, GREEN, RED, WHITE, corners, make, mark


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return make(tmp_path_factory.mktemp("odd"))


@pytest.mark.parametrize(
    "name", ["plain.mp4", "odd.mkv", "wide_pixels.mp4", "ten_bits.mkv", "clear.mov", "full_range.avi", "uneven.mkv"]
)
def test_colours_are_right_whatever_the_format(odd: dict[str, Path], name: str) -> None:
    assert np.abs(corners(odd[name], 320, 180) - np.array([RED, GREEN, BLUE, WHITE])).max() <= 8


def test_a_turned_video_stands_as_players_show_it(odd: dict[str, Path]) -> None:
    footage = probe(odd["turned.mp4"])
    assert (footage.width, footage.height) == (180, 320)
    assert np.abs(corners(odd["turned.mp4"], 180, 320) - np.array([GREEN, WHITE, RED, BLUE])).max() <= 8


def test_what_a_file_holds(odd: dict[str, Path]) -> None:
    about = probe(odd["plain.mp4"])
    assert (about.width, about.height, about.rate, about.sound) == (320, 180, 24, True)
    assert abs(about.seconds - 2) < 0.05
    assert not probe(odd["silent.mp4"]).sound
    assert (probe(odd["wide_pixels.mp4"]).width, probe(odd["wide_pixels.mp4"]).height) == (320, 240)
    assert 0 < probe(odd["one_frame.mp4"]).seconds < 0.2


def test_pictures_come_at_their_times_forwards_and_back(odd: dict[str, Path]) -> None:
    reader = Reader(probe(odd["plain.mp4"]), 320, 180)
    for number in (0, 1, 2, 10, 30, 5, 4, 47, 0):
        assert abs(mark(reader.at(number / 24)) - number * 7 % 312) <= 1, number
    reader.close()


def test_uneven_times_hold_each_picture_until_the_next(odd: dict[str, Path]) -> None:
    reader = Reader(probe(odd["uneven.mkv"]), 320, 180)
    for seconds, number in ((0.0, 0), (0.2, 2), (0.29, 2), (0.5, 4), (0.69, 4), (0.8, 7), (0.95, 8)):
        assert abs(mark(reader.at(seconds)) - number * 7) <= 1, seconds
    reader.close()


def test_past_the_end_the_last_picture_is_held(odd: dict[str, Path]) -> None:
    reader = Reader(probe(odd["plain.mp4"]), 320, 180)
    assert abs(mark(reader.at(60.0)) - 47 * 7 % 312) <= 1
    reader.close()


def test_a_video_cut_off_in_the_middle_shows_what_it_has(odd: dict[str, Path]) -> None:
    footage = probe(odd["cut_middle.mkv"])
    assert 0.1 < footage.seconds < 1.9
    assert any("holds" in note for note in footage.notes)
    reader = Reader(footage, 320, 180)
    assert mark(reader.at(1.9)) > 20
    reader.close()


@pytest.mark.parametrize(
    "name",
    ["empty.mp4", "cut_header.mp4", "text.mp4", "noise.mov", "zero_length.mp4", "only_sound.mp4", "playlist.mp4"],
)
def test_broken_videos_get_a_sentence(odd: dict[str, Path], name: str) -> None:
    with pytest.raises(PersonError, match=name):
        probe(odd[name])
