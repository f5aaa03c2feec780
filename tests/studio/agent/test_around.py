"""What is heard around a shot: by place, weather and hour, never what is said not to be there."""

import pytest

from app import find_tools
from studio.agent.around import heard, name_of
from studio.agent.choices import usable_given
from studio.agent.layout import Layout
from studio.agent.reading import read
from studio.agent.recipes import script_for
from studio.plan import Plan, Ref

TOOLS = find_tools()


@pytest.mark.parametrize(
    ("scene", "hour", "weather", "kind"),
    [
        ("the keeper befriends a whale, by the sea at the foot of a cliff", "day", "", "sea with seagulls"),
        ("a rocky shore beside a lighthouse", "night", "", "calm sea"),
        ("a busy street", "day", "rain", "rain and city street"),
        ("by the open sea", "dusk", "storm", "thunderstorm and calm sea"),
        ("a cosy living room", "night", "rain", "rain on a window and room tone"),
        ("a path between old trees", "night", "", "crickets and an owl"),
        ("a portrait of a king", "day", "", ""),
        ("a garden without birds", "day", "", ""),
    ],
)
def test_a_scene_asks_for_what_is_heard_in_it(scene: str, hour: str, weather: str, kind: str) -> None:
    assert heard(scene, hour, weather) == kind


def test_what_the_brief_forbids_is_not_heard() -> None:
    assert heard("a busy street in the rain", avoid=("rain",)) == "city street"
    assert heard("a busy street", avoid=("traffic", "street")) == ""
    assert heard("by the sea", avoid=("gulls",)) == "sea"


def test_steps_are_named_after_what_is_heard_and_never_alike() -> None:
    taken = {"sea"}
    assert name_of("calm sea", taken) == "sea2"
    assert name_of("rain on a window", taken) == "rain"


def _plan(brief: str) -> Plan:
    reading = read(brief, {})
    layout = Layout(script_for(reading, {}), reading, TOOLS, usable_given({}))
    return layout.plan()


def test_a_plan_has_one_bed_for_all_shots_of_a_place() -> None:
    plan = _plan("A lighthouse keeper befriends a whale. 24 seconds, calm.")
    beds = [step for step in plan.steps if step.tool == "ambience"]
    sounds = plan.step("cut").get("sounds")
    shots = plan.step("cut").get("shots")
    assert 1 <= len(beds) <= 2
    assert isinstance(sounds, tuple)
    assert isinstance(shots, tuple)
    assert sounds[0] is None, "a title card has no place"
    assert sum(isinstance(each, Ref) for each in sounds) >= 4
    assert len(sounds) <= len(shots)


@pytest.mark.parametrize("wish", ["no sound effects", "without background noise", "No ambience.", "ohne Geräusche"])
def test_a_brief_that_wants_no_effects_has_none(wish: str) -> None:
    plan = _plan(f"A lighthouse keeper befriends a whale. 24 seconds. {wish}")
    assert not any(step.tool == "ambience" for step in plan.steps)
    assert plan.step("cut").get("sounds") is None


def test_effects_that_are_told_of_stay_in_the_story() -> None:
    plan = _plan("Explain the causes of climate change and its effects on the sea. 30 seconds.")
    assert any(step.tool == "ambience" for step in plan.steps)
