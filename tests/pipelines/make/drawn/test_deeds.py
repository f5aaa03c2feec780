"""What somebody does, from words."""

import pytest

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.deeds import act_of


@pytest.mark.parametrize(
    ("words", "held", "act"),
    [
        ("plays the violin", "violin", "violin"), ("sits and reads", "", "read sitting"), ("walks home", "lantern",
            "walk"),
        ("sits at a desk", "", "type"), ("sleeps", "", "lie"), ("", "lantern", "hold"), ("", "", "stand"),
        ("looks up at the stars", "", "look up"), ("plays in the park", "", "stand"), ("hugs her mother", "", "hug"),
    ],
)  # fmt: skip
def test_words_become_an_act(words: str, held: str, act: str) -> None:
    assert act_of(tuple(words.split()), Costume(held=held)) == act
