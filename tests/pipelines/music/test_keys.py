"""Keys as people write them, and where sections go."""

import random

import pytest

from pipelines.music import keys
from pipelines.music.feeling import Feeling
from pipelines.music.keys import Key
from studio.errors import PersonError


@pytest.mark.parametrize(
    ("words", "key"),
    [("D minor", Key(2, "minor")), ("F♯", Key(6, "")), ("bb Dorian", Key(10, "dorian")), ("Am", Key(9, "minor")),
     ("E flat major", Key(3, "major")), ("c sharp minor", Key(1, "minor")), ("auto", None), ("  ", None)],
)  # fmt: skip
def test_keys_people_write(words, key):
    assert keys.named(words) == key


@pytest.mark.parametrize("words", ["Q major", "D blurple", "😀", "x" * 5000, "12"])
def test_other_words_get_a_sentence(words):
    with pytest.raises(PersonError, match="is not a key the composer knows"):
        keys.named(words)


def test_dark_scenes_go_to_the_relative_and_far_ones_to_the_parallel_key():
    mood = Feeling(0.5, 0.0)
    found = keys.plan(
        [mood, Feeling(-0.2, 0.0), Feeling(-0.7, 0.0)], ["major", "minor", "minor"], Key(0, "major"), mood
    )
    assert [str(key) for key in found] == ["C major", "A minor", "C minor"]
    assert found[0].signature == found[1].signature == "C"
    assert found[2].signature == "Eb"


def test_an_asked_key_stays_and_its_mode_may_be_left_open():
    assert keys.home(Key(2, "minor"), "major", random.Random(1)) == Key(2, "minor")
    assert keys.home(Key(2, ""), "lydian", random.Random(1)) == Key(2, "lydian")
