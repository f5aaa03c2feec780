"""What is heard around each shot: beds fill their shots and go over into each other, other sounds are heard once."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipelines.assemble.edit import edit
from pipelines.assemble.surroundings import QUIET, _bed, _Stretch
from pipelines.shape.move import move
from studio import facts
from studio.errors import PersonError
from studio.timeline import Shot, Sound, Timeline, exact_rate, load
from studio.work import Work
from tests.odd_media import quarters

RATE = 8000


def _sound(path: Path, seconds: float, **told: object) -> Path:
    noise = np.random.default_rng(1).normal(0, 0.1, round(seconds * RATE)).astype(np.float32)
    facts.write_audio(path, noise, RATE, dict(told))
    return path


class Desk:
    """Three pictures, a long and a short bed and a knock; `edit` gives the Cut made of them, `notes` what it said."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.notes = folder, list[str]()
        for name in "abc":
            Image.fromarray(quarters(64, 36)).save(folder / f"{name}.png")
        _sound(folder / "sea.flac", 20, ambience="sea")
        _sound(folder / "fire.flac", 3, ambience="fire", level=-4)
        _sound(folder / "knock.flac", 1)
        _sound(folder / "song.flac", 30)

    def edit(self, sounds: list[str | None], shots: str = "abc", **options: object) -> Timeline:
        room = self.folder / f"desk{len(list(self.folder.iterdir()))}"
        room.mkdir()
        work = Work(folder=room, parts=room, remark=self.notes.append)
        paths = [self.folder / f"{name}.png" for name in shots]
        found = [self.folder / f"{name}.flac" if name else None for name in sounds]
        made = edit(paths, sounds=found, work=work, **options)  # type: ignore[arg-type]
        return load(made.rename(self.folder / f"{room.name}.otio"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _named(film: Timeline, name: str) -> list[Sound]:
    return [sound for sound in film.sounds if sound.media == f"{name}.flac"]


def test_a_bed_goes_on_over_shots_that_follow_each_other(desk: Desk) -> None:
    film = desk.edit(["sea", "sea", None])
    (sea,) = _named(film, "sea")
    end = film.starts[1] + film.shots[1].visible
    assert (sea.start, sea.bus, sea.gain) == (0, "effects", QUIET)
    assert end <= sea.start + sea.frames <= end + film.rate / 2
    assert sea.fade_in == film.fade_in
    assert sea.fade_out > 0


def test_one_bed_gives_way_to_another_around_the_cut(desk: Desk) -> None:
    film = desk.edit(["sea", "fire", "fire"], transition="cut")
    (sea,), fire = _named(film, "sea"), _named(film, "fire")
    assert fire[0].start < film.boundaries[0] < sea.start + sea.frames
    assert sea.fade_out == fire[0].fade_in == 2 * (film.boundaries[0] - fire[0].start)
    assert {each.gain for each in fire} == {QUIET - 4.0}
    assert fire[-1].start + fire[-1].frames == film.frames


def test_a_bed_between_shots_without_one_begins_again(desk: Desk) -> None:
    assert len(_named(desk.edit(["sea", None, "sea"]), "sea")) == 2


def test_other_sounds_begin_with_their_shot_and_are_heard_once(desk: Desk) -> None:
    film = desk.edit([None, "knock", "song"], transition="cut")
    (knock,), (song,) = _named(film, "knock"), _named(film, "song")
    assert (knock.start, knock.frames, knock.gain) == (film.starts[1], 30, 0.0)
    assert song.start + song.frames == film.frames
    assert song.fade_out == 30


def test_a_sound_rings_on_after_its_shot_but_not_for_long(desk: Desk) -> None:
    film = desk.edit(["song", None, None], transition="cut")
    (song,) = _named(film, "song")
    assert song.frames == film.shots[0].visible + 4 * 30


def test_sounds_belong_to_the_items_of_the_shots(desk: Desk) -> None:
    room = desk.folder / "room"
    room.mkdir()
    clip = move(desk.folder / "a.png", work=Work(folder=room, parts=room)).rename(desk.folder / "clip.otio")
    work = Work(folder=room, parts=room)
    film = load(edit([clip, desk.folder / "b.png"], sounds=[None, desk.folder / "knock.flac"], work=work))
    assert [sound.start for sound in film.sounds] == [film.starts[1]]


def test_more_sounds_than_shots_are_told(desk: Desk) -> None:
    assert len(desk.edit(["knock", None, None, "knock"]).sounds) == 1
    assert any("4 sounds for 3 shots" in note for note in desk.notes)


def test_a_sound_that_cannot_be_read_is_named(desk: Desk) -> None:
    (desk.folder / "broken.flac").write_bytes(b"no sound")
    with pytest.raises(PersonError, match="Sound 2"):
        desk.edit([None, "broken"])


@given(
    shots=st.lists(st.integers(1, 2000), min_size=1, max_size=4),
    long=st.integers(2, 900),
    fps=st.sampled_from([1, 23.976, 25, 30, 60]),
)
@settings(max_examples=200, deadline=None)
def test_a_bed_has_no_hole_and_stays_in_the_film(shots: list[int], long: int, fps: float) -> None:
    film = Timeline(exact_rate(fps), tuple(Shot("a.png", "Image", each) for each in shots))
    end = shots[0]
    made = _bed(_Stretch(Path("sea.flac"), 1, 0, end), long, QUIET, film)
    assert made[0].start == 0
    assert min(film.frames, end) <= made[-1].start + made[-1].frames <= film.frames
    for one, other in pairwise(made):
        assert one.start < other.start <= one.start + one.frames
        assert one.fade_out == other.fade_in or min(one.fade_out, other.fade_in) >= min(one.frames, other.frames) // 2
    assert all(0 < each.frames <= long - each.source_in for each in made)
    assert max(each.frames for each in made) - min(each.frames for each in made) <= 1
