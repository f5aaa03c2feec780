"""Placing: everything inside the picture, nobody hidden by another's body, sizes that fit, feet on the ground."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.make.drawn.guise import dressed
from pipelines.make.drawn.layering import Recorder
from pipelines.make.drawn.light import light_of
from pipelines.make.drawn.place import spots
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.spot import Spot

SIZES = [(1920, 1080), (1080, 1920), (1440, 1440)]


def shape(subject, index: int) -> float:
    return 0.45 if subject.thing.art.startswith("person:") else 1.1


def placed(
    text: str, size: tuple[int, int] = (1920, 1080), seed: int = 3, frame: str = "medium", inside: bool = False
) -> list[Spot]:
    w, h = size
    sheet = Sheet(Recorder(w, h), w, h, light_of("day", "clear"), np.random.default_rng(seed))
    stage = Stage(0.55 * h, (0.66 * h, 0.88 * h), (0.06 * h, 0.4 * h), water=None, inside=inside)
    return spots(sheet, stage, read_scene(text).subjects, frame, seed, shape)


def box(spot: Spot) -> tuple[float, float, float, float]:
    half = spot.tall * shape(spot.subject, spot.index) / 2
    return spot.x - half, spot.foot - spot.tall, spot.x + half, spot.foot


NOUNS = ["man", "woman", "girl", "dog", "cat", "horse", "house", "tree", "car", "robot", "keeper", "elephant",
    "three boys",
         "five women", "two foxes", "a bird", "lighthouse", "twenty children", "a crowd"]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(NOUNS), min_size=1, max_size=6), st.sampled_from(SIZES), st.integers(0, 9),
       st.sampled_from(["wide", "medium", "close"]), st.booleans())  # fmt: skip
def test_everything_is_in_the_picture(
    things: list[str], size: tuple[int, int], seed: int, frame: str, inside: bool
) -> None:
    w, h = size
    found = placed(" and ".join(things), size, seed, frame, inside)
    assert found
    for spot in found:
        left, top, right, foot = box(spot)
        assert left > -0.02 * w
        assert right < 1.02 * w
        assert top >= -1
        assert foot <= h
        assert spot.room >= 0


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(NOUNS[:12]), min_size=2, max_size=4, unique=True), st.integers(0, 9))
def test_nobody_is_hidden(things: list[str], seed: int) -> None:
    found = [s for s in placed(" and ".join(things), seed=seed) if s.way == "ground"]
    for one in found:
        for other in found:
            if one is other:
                continue
            a, b = box(one), box(other)
            shared = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
            assert shared <= 0.5 * min(a[2] - a[0], b[2] - b[0])


def spot_of(text: str, word: str, **options: object) -> Spot:
    return next(s for s in placed(text, **options) if s.subject.word == word)  # type: ignore[arg-type]


def test_a_cat_on_a_sofa_is_on_it_and_smaller() -> None:
    cat, sofa = (spot_of("a cat sleeps on a sofa", word, inside=True) for word in ("cat", "sofa"))
    assert cat.tall < 0.7 * sofa.tall
    assert abs(cat.x - sofa.x) < 0.3 * sofa.tall
    assert sofa.foot - sofa.tall < cat.foot < sofa.foot


def test_a_dog_is_smaller_than_its_master() -> None:
    man, dog = (spot_of("a man walks with a dog", word) for word in ("man", "dog"))
    assert dog.tall < 0.6 * man.tall


def test_two_who_talk_face_each_other() -> None:
    girl, man = (spot_of("a girl and an old man talk", word) for word in ("girl", "old man"))
    left, right = sorted((girl, man), key=lambda s: s.x)
    assert not left.mirrored
    assert right.mirrored


def test_who_walks_has_the_way_before_him() -> None:
    for seed in range(6):
        assert spot_of("a man walks", "man", seed=seed).room > 0.3 * 1920


@pytest.mark.parametrize(("text", "count"), [("thirty children", 30), ("a crowd of people", 20), ("two men", 2)])
def test_a_crowd_is_drawn_in_rows(text: str, count: int) -> None:
    found = placed(text)
    found = [one for spot in found for one in (spot, *spot.others)]
    assert len(found) == count
    if count > 6:
        assert len({round(s.foot / 40) for s in found}) > 2


def test_a_placard_is_held_over_the_head() -> None:
    words = "a man holds a sign 'NO'"
    w, h = SIZES[0]
    sheet = Sheet(Recorder(w, h), w, h, light_of("day", "clear"), np.random.default_rng(3))
    stage = Stage(0.55 * h, (0.66 * h, 0.88 * h), (0.06 * h, 0.4 * h), water=None)
    man, sign = sorted(
        spots(sheet, stage, dressed(read_scene(words).subjects, False), "medium", 3, shape), key=lambda s: s.tall
    )
    assert sign.subject.thing.art == "own:placard"
    assert sign.foot - sign.tall < man.foot - 1.3 * man.tall
    assert abs(sign.x - man.x) < 0.4 * man.tall


@pytest.mark.parametrize(
    ("scene", "small", "large", "least"),
    [("a cat and a horse", "cat", "horse", 2.5), ("a child and a house", "child", "house", 1.5),
     ("a mouse and an elephant", "mouse", "elephant", 2.6), ("a person and a bench", "bench", "person", 1.4),
     ("a boat and a whale", "boat", "whale", 1.2), ("a chick and a cow", "chick", "cow", 2.5)],
)  # fmt: skip
def test_things_are_to_each_other_as_in_life(scene: str, small: str, large: str, least: float) -> None:
    assert spot_of(scene, large).tall > least * spot_of(scene, small).tall


def test_a_bench_alone_is_no_giant() -> None:
    for seed in range(4):
        bench = placed("a bench", seed=seed, frame="close")[0]
        assert bench.tall * 1.1 < 0.4 * 1920
