"""The sounds of a whole film in one track: as long as it, from what its pictures tell."""

import threading
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from pipelines.make.foley import foley
from studio import facts
from studio.errors import Cancelled
from studio.timeline import Shot, Timeline, save
from studio.work import Work


def cut(folder: Path, *told: dict[str, object]) -> Path:
    shots = []
    for number, about in enumerate(told):
        Image.new("RGB", (32, 18)).save(folder / f"{number}.png", pnginfo=facts.png_info(about))
        shots.append(Shot(f"{number}.png", "Image", 75))
    save(Timeline(Fraction(25), tuple(shots)), folder / "cut.otio")
    return folder / "cut.otio"


def test_a_film_is_heard_as_its_pictures_tell(tmp_path: Path) -> None:
    notes: list[str] = []
    shore = {"setting": "shore", "time": "day", "weather": "clear", "text": "waves break"}
    wood = {"setting": "forest", "time": "day", "weather": "rain", "text": "a man walks home"}
    work = Work(folder=tmp_path, parts=tmp_path, remark=notes.append)
    path = foley(cut(tmp_path, shore, shore, wood), work=work)
    made, rate = soundfile.read(path)
    assert (len(made), rate) == (9 * 48000, 48000)
    about = facts.read(path)
    assert [row[2][0] for row in about["foley"]] == ["surf", "wind in trees"]
    assert [row[1] for row in about["deeds"]] == ["footsteps in leaves"]
    assert any("surf" in note for note in notes)
    assert np.abs(made).max() < 0.9


def test_a_film_that_tells_nothing_is_silent_and_says_so(tmp_path: Path) -> None:
    notes: list[str] = []
    path = foley(cut(tmp_path, {}, {}), work=Work(folder=tmp_path, parts=tmp_path, remark=notes.append))
    made, _ = soundfile.read(path)
    assert np.abs(made).max() == 0
    assert any("silent" in note for note in notes)


def test_places_and_deeds_can_be_made_apart(tmp_path: Path) -> None:
    wood = {"setting": "forest", "text": "a man walks home"}
    film = cut(tmp_path, wood)
    places = facts.read(foley(film, what="places", work=Work.alone(tmp_path / "p")))
    deeds = facts.read(foley(film, what="deeds", work=Work.alone(tmp_path / "d")))
    assert places["foley"]
    assert not places["deeds"]
    assert deeds["deeds"]
    assert not deeds["foley"]


def test_a_cancel_is_heard_while_the_pictures_are_read(tmp_path: Path) -> None:
    film = cut(tmp_path, *[{"setting": "shore", "text": "waves break, a dog barks"}] * 600)
    work = Work.alone(tmp_path / "desk")
    threading.Timer(0.1, work.cancelled.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        foley(film, work=work)
    assert time.monotonic() - began < 2
