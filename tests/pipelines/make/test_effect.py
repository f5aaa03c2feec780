"""Single effects: what words ask for them, how many, how long, how they begin and end."""

import threading
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.effects import calling, oneshots
from pipelines.effects.strikes import Take
from pipelines.make.effect import effect
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.work import Work


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work.alone(tmp_path / "work")


def sound(path: Path) -> np.ndarray:
    made, rate = soundfile.read(path, dtype="float32")
    assert rate == 48000
    return made


@pytest.mark.parametrize("name", oneshots.EFFECTS)
def test_every_effect_is_clean(name: str) -> None:
    for seed in (1, 2):
        take = Take(np.random.default_rng(seed), 0.2 + 0.6 * (seed == 2))
        made = calling.sounded(calling.call_of(name, None), take, 0.0, {})
        assert calling.call_of(name, None).name == name
        assert np.isfinite(made).all()
        assert np.abs(made).max() == pytest.approx(1, abs=0.01)
        assert np.abs(made[[0, -1]]).max() < 1e-3
        assert abs(float(made.mean())) < 2e-3
        assert len(made) < 20 * 48000


def test_an_effect_peaks_where_it_should_and_says_what_it_is(work: Work) -> None:
    path = effect("a glass that breaks, breaking glass", work=work)
    assert 20 * np.log10(np.abs(sound(path)).max()) == pytest.approx(-3, abs=0.6)
    assert facts.read(path)["effect"] == "glass breaks"


@pytest.mark.parametrize(
    ("words", "name", "count"),
    [
        ("three knocks on a wooden door", "knock", 3),
        ("8 footsteps on gravel", "footsteps on gravel", 8),
        ("footsteps in the snow", "footsteps in snow", None),
        ("distant thunder", "thunder", None),
        ("knock twice", "knock", 2),
        ("a creaking door", "door opens", None),
        ("a dog barks", "dog", None),
        ("a whoosh without thunder", "whoosh", None),
    ],
)
def test_words_are_read(words: str, name: str, count: int | None) -> None:
    call = calling.call_of(words, None)
    assert (call.name, call.count) == (name, count)


@pytest.mark.parametrize(
    ("words", "count", "note"),
    [
        ("0 knocks", 1, "“0”: at least one is heard in one effect."),
        ("1000000 knocks", 60, "“1000000”: at most 60 are heard in one effect."),
        ("9" * 5000 + " knocks", 60, f"“{'9' * 20}”: at most 60 are heard in one effect."),
        ("3.5 knocks", None, ""),
        ("-3 knocks", None, ""),
        ("12 knocks, 2 m away", 12, ""),
    ],
)
def test_a_number_that_cannot_be_is_told(words: str, count: int | None, note: str) -> None:
    call = calling.call_of(words, None)
    assert call.count == count
    assert call.notes == ((note,) if note else ())


def test_the_number_of_knocks_is_heard(work: Work, tmp_path: Path) -> None:
    def strokes(words: str) -> int:
        made = np.abs(sound(effect(words, work=Work.alone(tmp_path / words)))).max(axis=1)
        level = made[: len(made) // 2400 * 2400].reshape(-1, 2400).max(axis=1)
        loud = level > 0.4 * level.max()
        return int(np.count_nonzero(loud[1:] & ~loud[:-1]) + loud[0])

    assert strokes("two knocks") == 2
    assert strokes("five knocks") == 5


def test_a_riser_is_as_long_as_asked_and_grows_to_its_end(work: Work) -> None:
    made = sound(effect("riser", seconds=3, work=work))
    assert len(made) / 48000 == pytest.approx(3, abs=2.0)
    parts = [float(np.square(part).mean()) for part in np.array_split(made[: 3 * 48000], 3)]
    assert parts[0] < parts[1] < parts[2]


@pytest.mark.parametrize("words", ["", "  ", "qwertz uiop", "no thunder", "🦆"])
def test_words_that_name_no_effect_get_a_sentence(words: str, work: Work) -> None:
    with pytest.raises(PersonError, match="There are: whoosh"):
        effect(words, work=work)


def test_what_only_shall_not_be_heard_is_told_so(work: Work) -> None:
    with pytest.raises(PersonError, match="“no knock” says what shall not be heard"):
        effect("no knock", work=work)


def test_what_goes_on_is_made_by_ambience(work: Work) -> None:
    with pytest.raises(PersonError, match=r"ambience\(kind=\"rain\"\)"):
        effect("the rain", work=work)


def test_a_beast_without_its_recording_is_a_sentence(work: Work) -> None:
    with pytest.raises(PersonError, match="animals"):
        effect("a dog barks", work=work)


def test_a_cancel_is_heard_while_it_is_made(work: Work) -> None:
    threading.Timer(0.2, work.cancelled.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        effect("riser", seconds=60, work=work)
    assert time.monotonic() - began < 2


def test_the_same_seed_is_the_same_bytes(tmp_path: Path) -> None:
    made = [
        Path(effect("splash", seed=s, work=Work.alone(tmp_path / str(n)))).read_bytes() for n, s in enumerate((1, 1, 2))
    ]
    assert made[0] == made[1] != made[2]
