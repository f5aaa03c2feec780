"""Music by a tiny random model: seeded, of the asked length, cancelled, honest where it is none."""

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from studio import facts
from studio.errors import Cancelled, PersonError, Unfit

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("clean")]


@pytest.fixture(autouse=True)
def small(clean: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_STEPS", "2")


def music(desk: Any, **options: Any) -> Path:
    """What the tool makes, its engine settled as a plan's would be."""
    from pipelines.make.generate_music import generate_music, settle

    words = desk.work.path("words.txt")
    words.write_text(options.pop("words", "slow felt piano"))
    told = settle({"engine": "auto", **options}, lambda name: True).options
    return generate_music(words, work=desk.work, **told)


def test_words_become_music_of_the_asked_length(desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_MUSIC", str(tiny("stable_audio")))
    here = desk()
    one = music(here, seconds=1.5, seed=3)
    sound, rate = soundfile.read(one)
    assert (sound.shape, rate) == ((72_000, 2), 48_000)
    assert np.abs(sound).max() == pytest.approx(0.891, abs=0.01)
    assert np.abs(sound[[0, -1]]).max() < 0.01
    assert facts.read(one)["engine"].startswith("diffusers:tiny-audio@")
    assert facts.read(one)["text"] == "slow felt piano"
    assert not here.notes
    assert "step 2 of 2" in here.told
    assert music(desk("again"), seconds=1.5, seed=3).read_bytes() == one.read_bytes()
    assert music(desk("other"), seconds=1.5, seed=4).read_bytes() != one.read_bytes()


def test_more_than_it_makes_at_once_is_carried_on_and_told(
    desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_MUSIC", str(tiny("stable_audio")))
    here = desk()
    sound, _ = soundfile.read(music(here, seconds=7))
    assert len(sound) == 7 * 48_000
    assert here.notes[0] == "The model makes 2 s at once: from bar to bar it was carried on to 7 s."


def test_it_can_be_cancelled_between_steps(desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_MUSIC", str(tiny("stable_audio")))
    here = desk()
    stop = threading.Event()
    work = here.work

    def report(share: float, words: str) -> None:
        if words.startswith("step 1"):
            stop.set()

    here.work = type(work)(work.folder, work.parts, cancelled=stop, report=report)
    with pytest.raises(Cancelled):
        music(here, seconds=1)


def test_a_model_of_pictures_makes_no_music(desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_MUSIC", str(tiny("stable_diffusion")))
    with pytest.raises(Unfit, match="makes no music from words"):
        music(desk(), seconds=1)


def test_where_there_is_none_a_sentence_says_how_to_get_one(desk: Any, tmp_path: Path, monkeypatch: Any) -> None:
    with pytest.raises(PersonError, match=r"REELWRIGHT_DIFFUSERS_MUSIC .* or REELWRIGHT_ENDPOINT_MUSIC"):
        music(desk())
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_MUSIC", str(tmp_path / "gone"))
    with pytest.raises(PersonError, match="which is not there"):
        music(desk("second"))
    with pytest.raises(PersonError, match="which is not there"):
        music(desk("third"), engine="diffusers")


def test_no_words_are_told(desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_MUSIC", str(tiny("stable_audio")))
    with pytest.raises(PersonError, match="Say in words"):
        music(desk(), words="  ")


class Output:
    """A pipeline's answer."""

    def __init__(self, audios: Any) -> None:
        self.audios = audios


@pytest.mark.parametrize(("audios", "shape"), [
    (np.ones((1, 400)), (400, 1)), (np.ones((1, 2, 400)), (400, 2)), ([np.ones(400)], (400, 1)),
    (np.ones((2, 2, 400)), (400, 2)),
])  # fmt: skip
def test_every_familys_answer_is_read(audios: Any, shape: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    from pipelines.engines.models import Model
    from pipelines.engines.music import _samples

    assert _samples(Output(audios), Model("music", "X", "a/b", "c", False)).shape == shape


@pytest.mark.parametrize(("audios", "words"), [
    (None, "no sound"), (np.zeros((1, 400)), "silence"), (np.full((1, 400), np.nan), "overflow"),
    (np.ones((1, 3)), "something that is no sound"),
])  # fmt: skip
def test_what_is_no_sound_is_told(audios: Any, words: str) -> None:
    from pipelines.engines.models import Model
    from pipelines.engines.music import _samples

    with pytest.raises(Unfit, match=words):
        _samples(Output(audios), Model("music", "X", "a/b", "c", False))
