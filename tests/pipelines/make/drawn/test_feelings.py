"""Feelings: found in words, and each seen in the face."""

from itertools import combinations

import numpy as np
import pytest

from pipelines.make.drawn.actor import FIRST, Actor, Role
from pipelines.make.drawn.feelings import FEELINGS, feeling_of
from pipelines.make.drawn.wardrobe import costume_of

WOMAN = costume_of("woman", "woman", (), 0)


@pytest.mark.parametrize(
    ("words", "feeling"),
    [("sad", "sad"), ("weeps bitterly", "weep"), ("is not afraid", ""), ("laughs", "laugh"), ("walks home", ""),
     ("shouts", "angry"), ("is never sad but happy", "happy"), ("sleeps", "asleep")],
)  # fmt: skip
def test_words_name_a_feeling(words: str, feeling: str) -> None:
    assert feeling_of(tuple(words.split())) == feeling


def test_every_feeling_looks_different() -> None:
    heads = {f: Actor(Role(WOMAN, "hold", f), 3.0).pixels(FIRST).astype(int) for f in FEELINGS}
    for one, other in combinations(FEELINGS, 2):
        a, b = heads[one], heads[other]
        h, w = min(a.shape[0], b.shape[0]), min(a.shape[1], b.shape[1])
        changed = (np.abs(a[:h, :w] - b[:h, :w]).max(axis=2) > 40).sum()
        assert changed > 60, (one, other)
