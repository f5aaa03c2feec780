"""Who acts in a film is found in its brief, named once, and called the same in every scene."""

from pathlib import Path

import pytest

from studio.agent.planner import propose
from studio.agent.players import players
from studio.agent.reading import read
from studio.plan import Ref, parse
from studio.tool import Tool, discover

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    return discover(ROOT / "pipelines")


@pytest.mark.parametrize(
    ("brief", "found"),
    [
        ("A lighthouse keeper befriends a whale.", [("Keeper", "a lighthouse keeper", "the keeper")]),
        ("An old keeper with a grey beard and a yellow coat lights the lamp.",
         [("Keeper", "an old keeper with a grey beard and a yellow coat", "the keeper")]),
        ("Maya, a young baker, opens a shop.", [("Maya", "a young baker, a woman", "Maya")]),
        ("A young baker named Zinka opens a shop.", [("Zinka", "a young baker", "Zinka")]),
        ("Zinka, a young baker, opens a shop. She is happy.", [("Zinka", "a young baker, a woman", "Zinka")]),
        ("Vera and Hugo build a boat.", [("Vera", "a woman", "Vera"), ("Hugo", "a man", "Hugo")]),
        ("Anna meets Tom in a cafe.", [("Anna", "a woman", "Anna"), ("Tom", "a man", "Tom")]),
        ("An old clockmaker and his granddaughter repair a clock.",
         [("Clockmaker", "an old clockmaker, a man", "the clockmaker"),
          ("Granddaughter", "a granddaughter", "the granddaughter")]),
        ("Paris and London are far apart.", []),
        ("Salt and pepper fall in love.", []),
        ("Tomas climbs the stairs. He lights the lamp.", [("Tomas", "a man", "Tomas")]),
        ("A lonely robot meets a little blue dragon.",
         [("Robot", "a lonely robot", "the robot"), ("Dragon", "a little blue dragon", "the dragon")]),
        ("Milo is a small fox. Milo wants to fly.", [("Milo", "a small fox", "Milo")]),
        ("A girl and her dog walk home.", [("Girl", "a girl", "the girl")]),
        ("A whale swims past an island.", []),
        ("Two children fly a kite.", []),
        ("Rain on a window.", []),
        ("How photosynthesis works.", []),
        ("Bruno's Bakery bakes bread.", []),
        ("NASA sends a rocket to Mars.", []),
        ("Ein Leuchtturmwärter trifft einen Wal.", []),
    ],
)  # fmt: skip
def test_who_acts(brief: str, found: list[tuple[str, str, str]]) -> None:
    assert [(p.name, p.looks, p.called) for p in players(read(brief))] == found


@pytest.mark.parametrize(
    ("brief", "scene", "then"),
    [
        ("An old lighthouse keeper befriends a whale.", "an old lighthouse keeper by the sea", "the keeper by the sea"),
        ("An old lighthouse keeper befriends a whale.", "a keeper's boat", "a keeper's boat"),
        ("An old lighthouse keeper befriends a whale.", "two beekeepers in a garden", "two beekeepers in a garden"),
        ("Maya, a young baker, opens a shop.", "Maya, a young baker, opens a shop", "Maya opens a shop"),
        ("Maya, a young baker, opens a shop.", "a young baker, a young baker, opens a shop", "Maya opens a shop"),
        ("Maya, a young baker, opens a shop.", "the young baker in a kitchen", "Maya in a kitchen"),
        ("Tomas climbs the stairs. He lights the lamp.", "a man on the stairs", "Tomas on the stairs"),
    ],
)
def test_scenes_call_them_the_same(brief: str, scene: str, then: str) -> None:
    (player,) = players(read(brief))[:1]
    assert player.put(scene) == then
    assert player.is_in(then) is (player.called in then)


def test_a_step_for_each_before_the_first_shot_that_shows_them(tools: dict[str, Tool]) -> None:
    plan = parse(propose("A lighthouse keeper befriends a whale. 24 seconds.", {}, tools, writer="floor").text, tools)
    painted = [s for s in plan.steps if s.tool == "paint"]
    shown = [s for s in painted if "the keeper" in str(s.get("scene"))]
    assert len(shown) >= 3
    assert all(s.get("cast") == (Ref("keeper"),) for s in shown)
    assert not any(s.has("cast") for s in painted if s not in shown)
    assert plan.index("keeper") == plan.index(shown[0].name) - 1


def test_names_that_are_taken_or_no_names_of_steps(tools: dict[str, Tool]) -> None:
    given = {"keeper": "Image"}
    assert players(read("A keeper meets Zoë."), {"keeper"})[0].step == "keeper_2"
    plan = parse(propose("An advert: Zoë, an old baker, bakes bread.", {}, tools, writer="floor").text, tools, given)
    assert [s.name for s in plan.steps if s.tool == "character"] in (["zoe"], [])


def test_feelings_are_told_of_the_one_who_acts(tools: dict[str, Tool]) -> None:
    film = propose("A lighthouse keeper befriends a whale. 24 seconds.", {}, tools, writer="floor").text
    scenes = [str(s.get("scene")) for s in parse(film, tools).steps]
    assert any(scene.startswith("the keeper, happy, and a whale") for scene in scenes)
    dim = propose("A lighthouse keeper befriends a whale. Sad, melancholy. 24 seconds.", {}, tools, writer="floor")
    assert "happy" not in dim.text


def test_the_deed_is_seen_once_done_by_who_does_it(tools: dict[str, Tool]) -> None:
    def scenes(brief: str) -> list[str]:
        plan = parse(propose(brief, {}, tools, writer="floor").text, tools)
        return [str(s.get("scene")) for s in plan.steps if s.tool == "paint"]

    found = scenes("My grandmother Edith bakes bread every morning. Warm, 24 seconds")
    assert [s for s in found if "bakes" in s] == ["Edith bakes bread every morning, in a garden with flowers"]
    found = scenes("A lighthouse keeper befriends a whale. 24 seconds")
    assert sum(s.startswith("the keeper befriends a whale, ") for s in found) == 1
