"""Tests of studio/plan.py: the door, and the sentence a plan fails with."""

import pytest

from studio.errors import PersonError
from studio.plan import PlanError, Ref, examine, parse, write
from tests.studio.plan_tools import GIVEN, SAMPLE, TOOLS


def test_a_sound_plan_parses_and_prints_as_it_was() -> None:
    plan = parse(SAMPLE, TOOLS, GIVEN)
    assert plan.title == "A lighthouse keeper befriends a whale"
    assert plan.names() == ("shot1", "clip1", "clip2", "line1", "cut", "music", "film", "seen")
    assert plan.step("shot1").note == "the keeper"
    assert plan.step("cut").get("voices") == (Ref("line1"), None)
    assert plan.tail == "Ask Ana for a better photo."
    assert write(plan) == SAMPLE


def test_every_problem_of_a_plan_comes_at_once_and_in_order() -> None:
    text = (
        'shot1 = pain(scene="a boat")\n'
        'clip1 = move(pictur=shot1, camera="push")\n'
        "line1 = speak(text='It's late')\n"
        'cut = edit(shots=[clip1, clip9], voices=[line1], seconds="9")\n'
        "import os\n"
        "film = render(cut=cut, loud=1\n"
        'cut = edit(shots=[clip1], transition=f"cut")\n'
    )
    with pytest.raises(PlanError) as failed:
        parse(text, TOOLS)
    problems = failed.value.problems
    assert isinstance(failed.value, PersonError)
    assert [(p.line, p.step, p.argument) for p in problems] == [
        (1, "shot1", ""),
        (2, "clip1", "picture"),
        (2, "clip1", "pictur"),
        (2, "clip1", "camera"),
        (3, "", ""),
        (4, "cut", "shots"),
        (4, "cut", "seconds"),
        (5, "", ""),
        (6, "film", ""),
        (6, "film", "loud"),
        (7, "cut", ""),
        (7, "cut", "transition"),
    ]
    assert str(failed.value).splitlines()[0] == "Line 1: There is no tool pain. Did you mean paint?"
    assert all(p.words and p.column >= 1 for p in problems)


def test_a_name_whose_line_cannot_be_read_is_not_missed_below() -> None:
    _, problems = examine('shot1 = paint(scene="a" "b" time="day")\nclip1 = move(picture=shot1)\n', TOOLS)
    assert [p.line for p in problems] == [1]


def test_a_value_that_cannot_be_read_is_not_missed_too() -> None:
    _, problems = examine('shot1 = paint(scene=f"a")\nline1 = speak("hello")\n', TOOLS)
    assert [(p.line, p.words) for p in problems] == [
        (1, "A plan does not fill in f-texts."),
        (2, "A value stands here without its key."),
    ]


@pytest.mark.parametrize("broken", [r'"C:\dir"', "4s", "9" * 50, "f'x'", "(1).x", "x[0]", "1+1"])
def test_a_broken_value_hides_nothing_of_its_step(broken: str) -> None:
    _, problems = examine(f"shot1 = paint(scene={broken}, tim='x', seed=-4)\n", TOOLS)
    assert [problem.argument for problem in problems][1:] == ["tim", "seed"]


@pytest.mark.parametrize(
    "text", ["shot1 = paint(", "shot1 = paint(seed=4, avoid=['x',", "shot1 = paint(avoid='x, scene='y')"]
)
def test_what_may_stand_past_a_missing_end_is_not_missed(text: str) -> None:
    _, problems = examine(text + "\nclip1 = move(picture=shot1)\n", TOOLS)
    assert {problem.line for problem in problems} == {1}
    assert not any("needs" in problem.words for problem in problems)
