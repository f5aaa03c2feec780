"""Beds of sound: what words ask for them, how loud, how wide, how they end."""

import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.make.ambience import ambience
from pipelines.sound.loudness import measure
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.work import Work


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work.alone(tmp_path / "work")


def sound(path: Path) -> np.ndarray:
    made, rate = soundfile.read(path, dtype="float32")
    assert rate == 48000
    assert made.shape[1] == 2
    return made


def test_a_bed_is_as_long_and_as_loud_as_asked_and_its_ends_are_silent(work: Work) -> None:
    made = sound(ambience("rain on a window", seconds=6, work=work))
    assert len(made) == 6 * 48000
    assert measure(made).integrated == pytest.approx(-30, abs=1.5)
    assert np.abs(made[[0, -1]]).max() < 1e-3
    assert np.abs(made).max() < 0.9
    assert abs(made.mean()) < 1e-3


def test_a_seamless_bed_goes_on_where_it_ends(work: Work) -> None:
    made = sound(ambience("breeze", seconds=5, ends="seamless", work=work)).mean(axis=1)
    joined = np.concatenate([made[-4800:], made[:4800]])
    steps = np.abs(np.diff(joined))
    assert steps[4799] < 3 * np.percentile(steps, 99)
    loud = np.sqrt(np.square(joined.reshape(-1, 960)).mean(axis=1))
    assert loud.min() > 0.15 * loud.mean()


def test_the_same_words_and_seed_are_the_same_bytes_and_another_seed_is_not(tmp_path: Path) -> None:
    made = [
        Path(ambience("stream", seconds=1, seed=seed, work=Work.alone(tmp_path / str(n)))).read_bytes()
        for n, seed in enumerate((3, 3, 4))
    ]
    assert made[0] == made[1] != made[2]


def test_intensity_and_distance_are_heard(work: Work, tmp_path: Path) -> None:
    def of(**options: float) -> np.ndarray:
        folder = tmp_path / str(sorted(options.items()))
        return sound(ambience("rain", seconds=4, work=Work.alone(folder), **options))

    soft, hard, far = of(intensity=0.1), of(intensity=0.9), of(distance=0.9)
    assert measure(hard).integrated > measure(soft).integrated + 8

    def brightness(made: np.ndarray) -> float:
        power = np.abs(np.fft.rfft(made.mean(axis=1))) ** 2
        return float((power * np.fft.rfftfreq(len(made), 1 / 48000)).sum() / power.sum())

    assert brightness(far) < 0.7 * brightness(of())


def test_what_is_in_a_bed_travels_in_the_file(work: Work) -> None:
    told = facts.read(ambience("gentle surf with gulls", seconds=1, work=work))
    assert [layer[0] for layer in told["layers"]] == ["surf", "seagulls"] or told["layers"][0][0] == "calm shore"


def test_how_loud_it_is_meant_travels_too(work: Work) -> None:
    assert facts.read(ambience("rain", seconds=1, intensity=0.25, distance=0.5, work=work))["level"] == -8.0


@pytest.mark.parametrize("words", ["", "   ", "qwertz uiop", "no rain", "rain without rain", "🦆", "x" * 2000])
def test_words_that_name_nothing_get_a_sentence_with_a_way_out(words: str, work: Work) -> None:
    with pytest.raises(PersonError) as said:
        ambience(words, seconds=1, work=work)
    assert len(str(said.value)) < 1200


def test_a_bed_can_be_stopped(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    work = Work(folder=tmp_path, parts=tmp_path, cancelled=stop)
    with pytest.raises(Cancelled):
        ambience("surf", seconds=3600, work=work)


def test_people_without_voices_babble_and_a_farm_without_recordings_has_birds_with_a_note(tmp_path: Path) -> None:
    notes: list[str] = []
    for kind in ("a crowd", "a farm"):
        ambience(kind, seconds=0.5, work=Work(folder=tmp_path, parts=tmp_path, remark=notes.append))
    assert "babble" in notes[0]
    assert "'animals'" in notes[1]


def test_half_a_second_is_a_bed_too(work: Work) -> None:
    assert len(sound(ambience("campfire", seconds=0.5, ends="seamless", work=work))) == 24000
