"""Wishes about what is heard around the shots."""

import pytest

from app import find_tools
from pipelines.effects.placing import arranged
from pipelines.effects.seen import Seen
from studio.agent.around import happens
from studio.agent.planner import propose, revise
from studio.errors import PersonError
from studio.plan import Plan, Ref, parse, write

TOOLS = find_tools()
BRIEF = "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds."


@pytest.fixture(scope="module")
def film() -> str:
    return propose(BRIEF, {}, TOOLS, writer="floor").text


def changed(text: str, wish: str) -> Plan:
    return parse(revise(text, wish, {}, TOOLS, writer="floor").text, TOOLS)


def kinds(plan: Plan) -> list[str]:
    """What is heard in each shot of the cut, "" for nothing."""
    sounds = plan.step("cut").get("sounds")
    found = [str(plan.step(each.name).get("kind")) if isinstance(each, Ref) else "" for each in sounds or ()]  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize(
    "wish", ["no sound effects", "remove the background sounds", "turn off all effects", "no ambience"]
)
def test_surroundings_go_with_their_steps(film: str, wish: str) -> None:
    plan = changed(film, wish)
    assert plan.step("cut").get("sounds") is None
    assert not any(step.tool == "ambience" for step in plan.steps)


def test_and_come_back(film: str) -> None:
    silent = changed(film, "no sound effects")

    plan = changed(write(silent), "add sound effects")
    assert kinds(plan) == kinds(parse(film, TOOLS))


def test_one_sound_in_one_shot(film: str) -> None:
    before, after = kinds(parse(film, TOOLS)), kinds(changed(film, "add the sound of rain to shot 2"))
    assert after[2] == "rain"
    assert [*after[:2], *after[3:]] == [*before[:2], *before[3:]]


def test_one_sound_in_all_shots(film: str) -> None:
    plan = changed(film, "rain sounds")
    assert set(kinds(plan)) == {"", "rain"}
    assert [step.get("kind") for step in plan.steps if step.tool == "ambience"] == ["rain"]


def test_one_thing_fewer(film: str) -> None:
    assert not any("gull" in kind for kind in kinds(changed(film, "remove the seagulls")))


def test_farther_away(film: str) -> None:
    plan = changed(film, "quieter effects")
    assert {step.get("distance") for step in plan.steps if step.tool == "ambience"} == {0.4}


def test_shots_take_their_sound_with_them(film: str) -> None:
    rain = changed(film, "the sound of rain in shot 2")

    assert kinds(changed(write(rain), "swap shots 1 and 2"))[1] == "rain"
    assert "rain" not in kinds(changed(write(rain), "remove shot 2"))
    assert kinds(changed(write(rain), "add a shot of a harbour after shot 1"))[3] == "rain"


def test_nothing_to_take_away_gets_a_sentence(film: str) -> None:

    silent = write(changed(film, "no sound effects"))
    with pytest.raises(PersonError, match="Nothing is heard"):
        revise(silent, "no sound effects", {}, TOOLS, writer="floor")


def test_deeds_go_and_come_too() -> None:
    text = propose(
        "A detective walks through a street and knocks on a door. 20 seconds.", {}, TOOLS, writer="floor"
    ).text
    plan = parse(text, TOOLS)
    assert plan.step("film").get("cut") == Ref("heard")
    assert plan.step("heard").get("sound") == Ref("deeds")
    silent = changed(text, "no sound effects")
    assert not {"deeds", "heard"} & set(silent.names())
    assert silent.step("film").get("cut") == Ref("cut")
    again = changed(write(silent), "add sound effects")
    assert again.step("film").get("cut") == Ref("heard")


def test_words_that_call_for_foley_are_words_it_hears() -> None:
    for scene in ("a man walks through a forest", "she knocks on the door", "a whale breaches by a ship"):
        assert happens(scene)
        assert arranged([Seen(0.0, 5.0, scene, setting="forest", hour="day")]).cues, scene
    assert not happens("a quiet house in the snow")
    assert not happens("a dog without barks")
