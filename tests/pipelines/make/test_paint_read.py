"""What a sentence says of a picture: things, numbers, setting, hour, weather, and what must not be there."""

import pytest

from pipelines.make.drawn.homes import settle_setting
from pipelines.make.drawn.ideas import concept
from pipelines.make.drawn.order import order_of
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.sayings import plain
from pipelines.make.drawn.search import Search


def _names(text: str, avoid: str = "") -> list[str]:
    return [s.thing.name for s in read_scene(text, avoid).subjects]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("a lighthouse on a rocky shore at dawn", ["lighthouse"]),
        ("a whale rises from the sea", ["whale"]),
        ("the lighthouse keeper and the whale at night", ["lighthouse keeper", "whale"]),
        ("a dog and a cat", ["dog", "cat"]),
        ("the sun rose over the hills", []),
        ("the keeper lights the lamp and he smiles", ["lighthouse keeper", "lantern"]),
    ],
)
def test_the_things_of_a_scene_in_their_order(text: str, things: list[str]) -> None:
    assert _names(text) == things


def test_numbers_and_plurals_are_counted() -> None:
    counts = {s.thing.name: s.count for s in read_scene("two whales, a boat and birds").subjects}
    assert counts["whale"] == 2
    assert counts["boat"] == 1
    assert counts["bird"] >= 2


@pytest.mark.parametrize(
    "text",
    ["a quiet beach, no people, a dog", "a dog on a beach without people or boats", "a dog on a beach, nobody there"],
)
def test_what_is_negated_is_not_a_thing_of_the_scene(text: str) -> None:
    scene = read_scene(text)
    assert [s.thing.name for s in scene.subjects] == ["dog"]
    assert "person" in scene.without


@pytest.mark.parametrize(
    ("text", "things", "without"),
    [
        ("a stage with a piano, neither singers nor dancers", ["piano"], {"singers", "dancers"}),
        ("a reef under water free of fish and sharks", [], {"fish", "sharks"}),
        ("a car-free street with a dog", ["dog"], {"car"}),
        ("a dog instead of a cat", ["dog"], {"cat"}),
        ("a dog on a treeless plain", ["dog"], {"trees"}),
    ],
)
def test_there_are_other_ways_to_negate(text: str, things: list[str], without: set[str]) -> None:
    assert _names(text) == things
    assert without <= read_scene(text).without


@pytest.mark.parametrize(
    ("text", "things", "setting"),
    [
        ("a street in a town", [], "street"),
        ("an island in the ocean", [], "shore"),
        ("solar panels on a farm", ["solar panel"], "farm"),
        ("a mountaineer on a summit", ["hiker"], "summit"),
    ],
)
def test_what_says_where_is_no_thing_as_well(text: str, things: list[str], setting: str) -> None:
    assert _names(text) == things
    assert read_scene(text).setting == setting


def test_an_idea_that_is_part_of_a_place_has_no_sign() -> None:
    assert concept(read_scene("servers in a data centre")) is None
    sign = concept(read_scene("the power of data"))
    assert sign is not None
    assert sign.thing.name == "chart"


def test_avoid_takes_a_family_with_it() -> None:
    assert _names("a fisherman in a boat and a whale", avoid="people, boats") == ["whale"]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("a lighthouse on a rocky shore", "shore"),
        ("a whale rises from the sea", "sea"),
        ("the keeper and the whale", "shore"),
        ("an old keeper climbs the stairs", "stairs"),
        ("a fox in the forest", "forest"),
        ("a teacher explains fractions", "classroom"),
        ("fish under the sea", "underwater"),
        ("a camel", "desert"),
        ("", "abstract"),
    ],
)
def test_the_setting_is_named_or_follows_from_the_things(text: str, setting: str) -> None:
    scene = read_scene(text)
    assert settle_setting(scene, scene.subjects) == setting


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "🐳🌊",
        "حارس المنارة والحوت",
        "no",
        "without",
        "a " * 3000,
        "5 kB " * 1000,
        "dog, " * 60,
        "\x00\x01",
        "no no no",
    ],
)
def test_any_text_can_be_read(text: str) -> None:
    scene = read_scene(text, avoid=text)
    assert len(scene.subjects) <= 7
    assert settle_setting(scene, scene.subjects)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        # a part of a whole is no thing of its own
        ("by the sea at the foot of a cliff", []),
        ("mushrooms at the foot of an old oak", ["mushroom", "tree"]),
        ("in the heart of the city", []),
        ("the mouth of the river and an arm of the sea", []),
        ("the crown of the tree", ["tree"]),
        ("the hands of the clock stand still", ["clock"]),
        ("the bank of the river", []),
        # a likeness says how many or how, not what
        ("a sea of people", ["person"]),
        ("a mountain of books", ["book"]),
        ("a ray of hope", []),
        ("a wave of joy", []),
        # groups
        ("a school of fish", ["fish"]),
        ("a flock of gulls above the harbour", ["gull"]),
        ("a murder of crows", ["raven"]),
        # bodies, and whose they are
        ("close-up of the keeper's hands", ["lighthouse keeper"]),
        ("the dragon's tail curls around the castle", ["dragon", "castle"]),
        ("hands kneading dough", ["person"]),
        ("a robot holds a flower in its metal hand", ["robot", "flower"]),
        ("she presses the letter to her heart", ["woman", "letter"]),
        ("a family walks hand in hand", ["person"]),
        # who owns a thing is not beside it
        ("the grandmother's violin", ["violin"]),
        # verbs and sayings
        ("a lonely keeper ships", ["lighthouse keeper"]),
        ("skyscrapers tower over a bee", ["office building", "bee"]),
        ("the boat plants hope", ["boat"]),
        ("raining cats and dogs", []),
        ("a wild goose chase", []),
        ("at the end of the tunnel there is light", []),
        # what only says which
        ("a cat burglar climbs in", ["person"]),
        ("an umbrella stand", ["umbrella"]),
        ("coins in a guitar case", ["gold coin"]),
        ("a girl astronaut", ["astronaut"]),
        ("the dog and the keeper", ["dog", "lighthouse keeper"]),
        # where, not what
        ("an astronaut on the moon", ["astronaut"]),
        ("a robot on a red planet", ["robot"]),
        ("how does a heart beat", ["heart"]),
    ],
)
def test_only_what_is_meant_is_a_thing_of_the_scene(text: str, things: list[str]) -> None:
    assert _names(text) == things


@pytest.mark.parametrize(
    ("text", "frame", "words"),
    [
        ("close-up of a fox", "close", "a fox"),
        ("a wide shot of the lighthouse", "wide", "the lighthouse"),
        ("aerial view of a river", "wide", "a river"),
        ("silhouette of a woman", "", "a woman"),
        ("a wide road", "", "a wide road"),
        ("a long road", "", "a long road"),
        ("a painting on the wall", "", "a painting on the wall"),
    ],
)
def test_camera_talk_says_how_near_and_not_what(text: str, frame: str, words: str) -> None:
    assert plain(text) == (words, frame)


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("a calm sea, sails far out", True),
        ("a lighthouse in the distance", True),
        ("a ship on the horizon", True),
        ("a ship on the sea", False),
    ],
)
def test_what_is_far_away_is_known(text: str, far: bool) -> None:
    assert [s.far for s in read_scene(text).subjects] == [far]


def test_years_and_thousands_are_no_counts() -> None:
    assert [s.count for s in read_scene("one night in 1887 the lamp goes out").subjects] == [1]
    assert [s.count for s in read_scene("10,000 trees").subjects] == [6]


@pytest.mark.parametrize(
    "text",
    ["hope and freedom", "the why of it", "ignore all previous instructions", "becomes more every year in Portugal",
     "an endless conversation", "she refuses to fight", "a moment of silence"],
)  # fmt: skip
def test_art_is_sought_for_no_idea_quality_or_verb(text: str) -> None:
    assert read_scene(text).unknown == ()


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("a village with lit windows", "lane"),
        ("a grandfather in front of a little house", "hills"),
        ("a whale sings and the ships follow her home", "sea"),
        ("on a red planet under a starry sky", "mars"),
        ("the knight on the road to the castle", "road"),
        ("the sea under rolling clouds", "sea"),
        ("under the northern lights", "hills"),
        ("in front of a pyramid", "desert"),
        ("a school of fish", "underwater"),
        ("a long road", "road"),
    ],
)
def test_the_setting_is_where_it_plays(text: str, setting: str) -> None:
    scene = read_scene(text)
    assert settle_setting(scene, scene.subjects) == setting


@pytest.mark.parametrize(
    ("text", "art"),
    [
        ("a boat on the open sea", "fluent:motor-boat"),
        ("a boat beside a lighthouse", "fluent:motor-boat"),
        ("a girl in a boat", "fluent:canoe"),
    ],
)
def test_a_boat_is_the_same_from_shot_to_shot_unless_somebody_is_in_it(text: str, art: str) -> None:
    def seek() -> Search:
        raise AssertionError("nothing here is to be sought by meaning")

    scene = read_scene(text)
    order = order_of(scene, "auto", "auto", (1920, 1080), 1, "shaded", seek, lambda words: None)
    assert art in [s.thing.art for s in order.subjects]
