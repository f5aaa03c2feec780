"""What a brief says is not there, its setting does not draw: asked of many settings, against the same with it."""

import pytest

from pipelines.make.drawn.order import Order, order_of
from pipelines.make.drawn.parts import covered
from pipelines.make.drawn.picture import Set, build
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.search import Search

# the scene | how it says that something is not there | the part that it then must not draw
BRIEFS = """
a kitchen | with no windows | window
a kitchen | without a clock | clock
a kitchen | without cupboards or a fridge | fridge
a kitchen | without a table | table
a living room | without a sofa | sofa
a living room | without furniture | television
a living room | without furniture | armchair
a living room | with no rug | rug
a living room | without any curtains | curtain
a living room | no houseplants | plant
a living room | without lamps | pendant
a cosy living room | without shelves or pictures | shelf
a bedroom | without a bed | bed
a bedroom | without a wardrobe or a mirror | wardrobe
a classroom | without a blackboard | board
a classroom | without a globe | globe
an office | without computers | computer
an office | without desks | desk
an office | without plants | plant
a library | without books | bookcase
a laboratory | without glassware | flask
a hospital ward | with no beds | hospital bed
a gym | without weights | weights
a castle hall | without a throne | throne
inside a church | without pews | pews
a kitchen | without a stove | stove
an office | with no chairs | chair
a bakery | without bread | case
a data centre | without servers | racks
a living room | without any electronics | television
a railway station platform | without a clock | clock
a garden | without plants | bush
a museum | without pictures | exhibit
a stage in a theatre | without curtains | curtain
a farm | without a barn | barn
a farm | without a fence | fence
space | without planets | planet
a lake | without mountains | mountains
a valley of hills | without trees | tree
a mountain lake | without trees | tree
a big city | without skyscrapers | tower
a big city | without buildings | tower
a street | without buildings | house
a street at night | without street lamps | street lamp
a harbour | without boats | boat
a street | without shops | shop
a harbour | without a flag | flag
a village lane | without a church | church
a village lane | without houses | cottages
a market | without stalls | stalls
the sea | without clouds | clouds
a meadow | without birds | birds
a coral reef under water | without fish | shoal
a night sky over hills | without stars | stars
a desert | without stones | stones
an airfield with a terminal | without planes | airliner
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in BRIEFS.strip().splitlines()]


class NoArt:
    """A cast that has no art: only settings are drawn."""

    def shape(self, subject: object, index: int) -> None:
        return None

    def share(self, *args: object) -> float:
        return 1.0

    def role(self, *args: object) -> None:
        return None


def nothing() -> Search:
    raise AssertionError("a setting is not searched for")


def order(words: str, seed: int = 1, avoid: str = "") -> Order:
    return order_of(read_scene(words, avoid), "auto", "auto", (320, 180), seed, "shaded", nothing, lambda words: None)


def drawn(words: str, avoid: str = "") -> set[str]:
    """The parts that the setting draws, in any of three pictures."""
    sets: list[Set] = [build(order(words, seed, avoid), NoArt(), 0.2, lambda *told: None, still=True)
                       for seed in (1, 2, 3)]  # fmt: skip
    return {part for each in sets for part in each.parts}


@pytest.mark.parametrize(("scene", "said", "part"), CASES, ids=[" ".join(case[:2]) for case in CASES])
def test_what_a_brief_negates_is_not_drawn(scene: str, said: str, part: str) -> None:
    assert {part, f"{part}s", part.removesuffix("s")} & drawn(scene), "the setting has it otherwise"
    assert not {part, f"{part}s", part.removesuffix("s")} & drawn(f"{scene} {said}")


def test_the_option_forbids_as_the_words_do() -> None:
    assert not {"sofa", "armchair", "table", "television"} & drawn("a living room", avoid="furniture")


@pytest.mark.parametrize("words", ["an empty room", "a completely empty living room", "a bare room"])
def test_an_empty_room_has_its_walls_its_window_and_its_light(words: str) -> None:
    outside = {"building", "cloud", "tree"}
    assert drawn(words) - outside - {"dust", "lamplight"} == {"window", "pendant"}


def test_what_is_excepted_brings_nothing_else_of_its_kind() -> None:
    words = "nothing but a chair in an empty room"
    assert [s.word for s in order(words).subjects] == ["chair"]
    assert not {"sofa", "armchair", "table"} & drawn(words)


def test_nothing_is_added_that_is_forbidden() -> None:
    reader = order("a woman reads at home, without furniture")
    assert [s.thing.art for s in reader.subjects] == ["person:woman"], "no armchair is brought for her"


def test_a_winter_may_be_without_snow() -> None:
    assert order("a winter forest without snow").setting == "forest"
    assert order("winter, no snow").setting != "snow"


@pytest.mark.parametrize(
    ("words", "there", "gone"),
    [
        ("a street without street lamps where a cat sleeps", ["cat"], "street lamp"),
        ("a room with no furniture except a piano", ["piano"], "sofa"),
        ("a kitchen without windows has a red teapot", ["teapot"], "window"),
        ("a city without vehicles and a dog", [], "taxi"),
        ("nothing but a piano and an armchair in an empty room", ["piano", "armchair"], "sofa"),
        ("a room without furniture and a cat sleeps on the floor", ["cat"], "sofa"),
        ("a man, but no woman", ["man"], "woman"),
        ("a beach with no clouds in the sky", [], "cloud"),
    ],
)
def test_a_negation_ends_where_something_else_is_said(words: str, there: list[str], gone: str) -> None:
    scene = read_scene(words)
    assert [s.word for s in scene.subjects] == there
    assert gone in scene.without
    assert scene.setting != "" or "man" in there, "what one name says together does not forbid its words"


def test_where_the_negated_is_not_is_not_where_the_scene_is() -> None:
    assert read_scene("a beach with no clouds in the sky").setting == "beach"
    assert read_scene("a village with no cars on the road").setting == "lane"
    assert read_scene("no people on the beach").setting == "beach"
    assert read_scene("nobody in the kitchen").setting == "kitchen"


def test_a_kind_covers_what_is_of_it_and_every_name_of_that() -> None:
    assert {"sofa", "couch", "settee", "beds", "chair"} <= covered("furniture")
    assert {"tree", "roses", "bushes"} <= covered("plants")
    assert {"plane", "trains", "bus"} <= covered("vehicles")
    assert not {"fisherman", "woman"} & covered("men")
    assert covered("gherkin") == {"gherkin", "gherkins"}


def test_more_than_a_picture_holds_is_said() -> None:
    told: list[str] = []
    scene = read_scene("1000000 fishermen on a beach")
    order_of(scene, "auto", "auto", (320, 180), 1, "shaded", nothing, told.append)
    assert told == ["One picture holds 30 of 'fishermen', not 1000000: 30 are drawn."]
