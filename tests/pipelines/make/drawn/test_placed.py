"""Where people and things end up: in the water, in a basket, at an eyepiece, before a cart, on a board that swings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.make.drawn.creatures import life_of
from pipelines.make.drawn.picture import Set, build
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.recipe import cast_of, ordered
from pipelines.make.drawn.spot import SWIMS, Spot
from studio.work import Work


@pytest.fixture
def built(tmp_path: Path, pack: Callable[[str], Path]) -> Callable[..., Set]:
    """`built("words")`: the set of a scene."""

    def make(words: str, seed: int = 1) -> Set:
        work = Work(tmp_path, tmp_path, 1, find_pack=pack)
        recipe = {"scene": words, "time": "auto", "weather": "auto", "look": "shaded", "shape": "16:9", "avoid": "",
                  "seed": seed, "cast": []}  # fmt: skip
        cast = cast_of(work, recipe)
        return build(ordered(recipe, cast, work, lambda words: None), cast, 0.2, lambda share, words: None, still=True)

    return make


def _of(found: Set, word: str) -> Spot:
    return next(spot for spot in found.shown.spots if spot.subject.word == word)


@pytest.mark.parametrize("words", ["a boy swims in a lake", "a man swims from a rowing boat"])
def test_who_swims_is_in_the_water_up_to_the_shoulders(built: Callable[..., Set], words: str) -> None:
    found = built(words)
    spot = found.shown.spots[-1] if len(found.shown.spots) == 1 else _of(found, "man")
    assert spot.way == "water"
    low, high = found.stage.water or (0.0, 0.0)
    assert low <= spot.foot - SWIMS * spot.tall <= high


def test_who_fishes_from_a_boat_stands_in_it_with_a_rod(built: Callable[..., Set]) -> None:
    found = built("a man fishes from a rowing boat on a lake")
    assert "fishes" not in found.names
    man = _of(found, "man")
    assert man.carrier is not None
    assert man.carrier.subject.word == "rowing boat"
    assert "fishing rod" in found.shown.names


def test_who_has_something_in_hand_sits_where_it_is_said() -> None:
    man = next(s for s in read_scene("an old man reads a newspaper on a bench").subjects if s.word == "old man")
    assert (man.at, man.by, man.seat != "") == ("on", "bench", True)
    book = next(s for s in read_scene("a book on a table beside a girl").subjects if s.word == "book")
    assert (book.at, book.by) == ("on", "table")


def test_people_stand_in_the_basket_of_a_balloon(built: Callable[..., Set]) -> None:
    found = built("two people in a hot air balloon over hills")
    balloon, one = _of(found, "hot air balloon"), _of(found, "people")
    assert balloon.way == "sky"
    assert abs(one.x - balloon.x) < 0.15 * balloon.tall
    assert one.foot <= balloon.foot


def test_a_head_is_at_the_eyepiece(built: Callable[..., Set]) -> None:
    found = built("a girl looks through a telescope")
    girl, glass = _of(found, "girl"), _of(found, "telescope")
    assert girl.foot == glass.foot
    assert (glass.x > girl.x) != girl.mirrored, "she looks at it"
    assert abs(glass.x - girl.x) < glass.tall


def test_a_cart_comes_behind_its_horse_and_goes_with_it(built: Callable[..., Set]) -> None:
    found = built("a horse pulls a cart across a meadow")
    horse, cart = _of(found, "horse"), _of(found, "cart")
    assert horse.goes
    assert cart.carrier is not None
    assert cart.carrier.subject.word == "horse"
    assert (cart.x < horse.x) == horse.mirrored, "a horse's art looks to the left"
    assert "pulls" in found.shown.acts


def test_a_swing_swings(built: Callable[..., Set]) -> None:
    swing = _of(built("a girl on a swing in a garden"), "swing")
    life = life_of(swing, swing.tall, 1.0)
    assert life is not None
    assert life(0.0).turn == -life(1.0).turn != 0
    assert life(0.0) == life(2.0)


def test_who_climbs_a_ladder_is_on_it(built: Callable[..., Set]) -> None:
    found = built("a firefighter climbs a ladder")
    man, ladder = _of(found, "firefighter"), _of(found, "ladder")
    assert man.x == ladder.x
    assert man.foot < ladder.foot - 0.1 * ladder.tall


def test_chess_is_played_at_a_table(built: Callable[..., Set]) -> None:
    found = built("a woman in a wheelchair plays chess with a boy in a park")
    table, boy, chair = (_of(found, word) for word in ("table", "boy", "wheelchair"))
    assert boy.carrier is not None
    assert boy.carrier.subject.word == "table"
    assert abs(chair.x - table.x) < 1.5 * table.tall
    assert _of(found, "chess").carrier is not None


@pytest.mark.parametrize(
    ("words", "setting", "art"),
    [
        ("a couple dances in a ballroom", "ballroom", ""),
        ("a crowd in front of the town hall", "roadside", "own:town-hall"),
        ("a boy rides through the village", "lane", "fluent:bicycle"),
        ("a baker in a bakery", "bakery", "oven"),
    ],
)
def test_places_are_what_they_are_called(built: Callable[..., Set], words: str, setting: str, art: str) -> None:
    found = built(words)
    arts = {spot.subject.thing.art for spot in found.shown.spots} | found.parts
    assert found.shown.setting == setting
    assert art in arts | {""}
    assert "throne" not in found.parts


@pytest.mark.parametrize(
    ("words", "holder", "thing"),
    [
        ("a girl eats an apple in a park", "girl", "apple"),
        ("a woman carries a cake into a room", "woman", "cake"),
        ("a child with a teddy bear walks home", "child", "teddy bear"),
    ],
)
def test_what_somebody_has_is_in_his_hand(built: Callable[..., Set], words: str, holder: str, thing: str) -> None:
    found = built(words)
    one, held = _of(found, holder), _of(found, thing)
    assert held.carrier is not None
    assert held.carrier.subject.word == holder
    assert abs(held.x - one.x) < 0.5 * one.tall
    assert one.foot - 0.8 * one.tall < held.foot < one.foot - 0.2 * one.tall


def test_a_book_on_a_table_and_an_apple_between_commas_are_in_nobodys_hand() -> None:
    for words in ("a girl eats at a table, an apple lies beside it", "a scientist with a microscope"):
        assert not any(s.at == "hand" for s in read_scene(words).subjects)


def test_a_fire_in_a_room_burns_in_its_fireplace(built: Callable[..., Set]) -> None:
    found = built("an old man sits by the fire with a dog")
    assert found.shown.setting == "home"
    assert "fireplace" in found.parts
    assert "fire" not in {spot.subject.word for spot in found.shown.spots}
