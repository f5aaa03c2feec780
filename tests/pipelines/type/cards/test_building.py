"""Cards: every design, shape and tool; how they arrive; what travels in their files."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from pipelines.shapes import SIZES
from pipelines.type.cards.board import CardSet
from pipelines.type.cards.building import BUILDERS, build, built, frame, still
from pipelines.type.cards.designs import LOOKS
from pipelines.type.cards.order import CardOrder, decided, order_from
from pipelines.type.cards.palette import MOODS, palette_of
from pipelines.type.faces import Faces
from pipelines.type.legible import contrast
from studio.errors import PersonError
from studio.work import Work

WORDS = {
    "title": CardOrder("title", "The keeper", below="A story"),
    "quote": CardOrder("quote", "The sea holds one forever.", below="Cousteau"),
    "listing": CardOrder("listing", "Flour\nWater\nSalt", heading="What bread needs"),
    "number": CardOrder("number", "1,250,000", below="people"),
    "chart": CardOrder("chart", "Solar: 40\nWind: 35\nCoal: 25", heading="Power", kind="bars", unit="%"),
}


def _with(order: CardOrder, **more) -> CardOrder:
    return CardOrder(**{**order.__dict__, **more})


def _changed(card: CardSet, seconds: float) -> float:
    """The share of a small picture that differs from the moment before anything came."""
    before, now = (frame(card, t, 0.2)[..., :3].astype(int) for t in (0.0, seconds))
    return float((abs(now - before).sum(axis=2) > 40).mean())


@pytest.mark.parametrize("tool", WORDS)
@pytest.mark.parametrize("look", LOOKS)
def test_words_come_and_stay(tool: str, look: str) -> None:
    card = build(_with(WORDS[tool], look=look, mood="calm"), Faces())
    assert 0.5 < card.rest < 5
    assert _changed(card, card.rest) > 0.005
    now, later = (frame(card, t, 0.2) for t in (card.rest, card.rest + 0.04))
    assert (abs(now.astype(int) - later).max(axis=2) > 60).mean() < 0.001  # nothing jumps once all is there


@pytest.mark.parametrize("tool", WORDS)
@pytest.mark.parametrize("shape", SIZES)
def test_every_shape_is_laid_out_for_itself(tool: str, shape: str) -> None:
    card = build(_with(WORDS[tool], shape=shape), Faces())
    pixels = frame(card, card.rest, 0.1)
    assert pixels.shape[1::-1] == tuple(round(s / 10) for s in SIZES[shape])


@pytest.mark.parametrize("tool", WORDS)
def test_a_short_clip_leaves_time_to_read(tool: str) -> None:
    long = build(WORDS[tool], Faces())
    short = build(WORDS[tool], Faces(), 1.0)
    assert short.rest < min(0.7, long.rest)


def test_the_same_order_gives_the_same_pixels() -> None:
    one, other = (still(build(_with(WORDS["title"], look="paper"), Faces()), 3) for _ in range(2))
    assert np.array_equal(one, other)


def test_any_seed_makes_a_card() -> None:
    for seed in (-1, 0, 2**70):
        assert build(decided(_with(WORDS["title"], look="auto", mood="auto", seed=seed)), Faces()).text


def test_numbers_count_up() -> None:
    card = build(WORDS["number"], Faces())
    moments = [frame(card, card.rest * share, 0.2) for share in (0.3, 0.5, 0.7, 1.0)]
    for one, other in pairwise(moments):
        assert (abs(one.astype(int) - other).max(axis=2) > 60).mean() > 0.001


def test_a_recipe_builds_the_same_card(tmp_path: Path) -> None:
    order = decided(_with(WORDS["quote"], look="auto", mood="auto", seed=5))
    recipe = json.loads(json.dumps(order.recipe()))
    assert order_from(recipe) == order
    card = built(recipe, None, Work.alone(tmp_path))
    assert np.array_equal(frame(card, 1.0, 0.2), frame(build(order, Faces()), 1.0, 0.2))


@pytest.mark.parametrize(
    "recipe",
    [{}, {"tool": "title"}, {"tool": "paint", "text": "x"}, {"tool": "title", "text": 4},
     {"tool": "title", "text": "x", "shape": "2:1"}, {"tool": "title", "text": "x", "look": "odd"},
     {"tool": "title", "text": "x", "mood": "odd"}, {"tool": "chart", "text": "no numbers", "kind": "bars"},
     {"tool": "chart", "text": "a: 1", "kind": "pie"}, {"tool": "title", "text": "x", "behind": "%%%"},
     {"tool": "lower_third", "text": "x", "look": "bar", "colour": "red"},
     {"tool": "title", "text": "x" * 30000}, {"tool": "title", "text": " "}],
)  # fmt: skip
def test_a_recipe_that_is_none_is_a_sentence(recipe: dict, tmp_path: Path) -> None:
    with pytest.raises(PersonError):
        built(recipe, 2.0, Work.alone(tmp_path))


def test_palettes_can_be_read() -> None:
    for look in LOOKS:
        for mood in MOODS:
            p = palette_of(look, mood)
            for ground in p.ground[:2]:
                assert contrast(p.ink, ground) >= 4.5, (look, mood)
                assert contrast(p.accent, ground) >= 3.9, (look, mood)


def test_auto_follows_the_words() -> None:
    assert decided(CardOrder("title", "Midnight: a ghost story", mood="auto", look="auto")).mood == "dark"
    assert decided(CardOrder("title", "The forest in spring", mood="auto", look="auto")).mood == "fresh"
    chosen = {decided(CardOrder("title", f"Film {n}", mood="auto", look="auto")).look for n in range(40)}
    assert len(chosen) > 4


def test_all_tools_of_cards_have_builders() -> None:
    assert set(WORDS) <= set(BUILDERS)


def test_white_words_stand_out_from_any_picture_behind() -> None:
    from pipelines.type.cards.behind import calmed

    white = calmed(np.full((200, 300, 3), 255, np.uint8), (1920, 1080))
    for look in LOOKS:
        card = build(_with(WORDS["title"], look=look, behind=white), Faces())
        for colour in frame(card, 0.0, 0.02)[..., :3].reshape(-1, 3).tolist():
            assert contrast((250, 247, 241), tuple(colour)) > 4.5, look
