"""Tests of studio/steps.py: edits make new plans and leave the old one alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import PersonError
from studio.plan import Plan, Ref, Step, read, write
from tests.studio.plan_strategies import sound_plans
from tests.studio.plan_tools import SAMPLE

QUIET = settings(deadline=None, derandomize=True, max_examples=100)
PLAN = read(SAMPLE)[0]


def test_users_and_inputs() -> None:
    assert [step.name for step in PLAN.users("cut")] == ["music", "film", "seen"]
    assert PLAN.inputs_of("cut") == ("clip1", "clip2", "interview", "line1")
    assert PLAN.users("nothing") == ()


def test_a_missing_step_is_a_sentence() -> None:
    for edit in (PLAN.step, PLAN.without, PLAN.duplicated, PLAN.inputs_of):
        with pytest.raises(PersonError, match="no step named 'shot9'"):
            edit("shot9")


def test_replacing_one_argument_changes_one_line() -> None:
    edited = PLAN.replace_argument("clip1", "seconds", 6)
    before, after = write(PLAN).splitlines(), write(edited).splitlines()
    assert [(b, a) for b, a in zip(before, after, strict=True) if b != a] == [
        (
            'clip1 = move(picture=shot1, camera="push in", seconds=4)',
            'clip1 = move(picture=shot1, camera="push in", seconds=6)',
        )
    ]
    assert PLAN.step("clip1").get("seconds") == 4


def test_arguments_come_and_go() -> None:
    edited = PLAN.replace_argument("clip2", "camera", "still")
    assert edited.step("clip2").arguments[-1] == ("camera", "still")
    assert edited.without_argument("clip2", "camera") == PLAN


def test_moving_keeps_the_order_of_the_others() -> None:
    edited = PLAN.moved("film", 0)
    assert edited.names()[0] == "film"
    assert edited.names()[1:] == tuple(n for n in PLAN.names() if n != "film")
    assert PLAN.moved("shot1", 99).names()[-1] == "shot1"
    assert read(write(edited))[0] == edited


def test_renaming_follows_every_use() -> None:
    edited = PLAN.renamed("cut", "whole")
    assert [step.name for step in edited.users("whole")] == ["music", "film", "seen"]
    assert edited.users("cut") == ()
    assert edited.step("whole").tool == "edit"
    assert edited.renamed("whole", "cut") == PLAN
    assert PLAN.renamed("line1", "ﬁrst").find("first") is not None  # NFKC, as Python reads it


@pytest.mark.parametrize("name", ["film", "2shots", "my shot", "for", "None", "a" * 61, "", "a;b", "a\n"])
def test_a_name_that_will_not_do_is_a_sentence(name: str) -> None:
    if name == "a\n":
        assert PLAN.renamed("cut", name).find("a")
    else:
        with pytest.raises(PersonError):
            PLAN.renamed("cut", name)


def test_a_twin_stands_below_under_a_fresh_name() -> None:
    edited = PLAN.duplicated("shot1", taken=["shot2"])
    assert edited.names()[:2] == ("shot1", "shot3")
    assert edited.step("shot3").arguments == PLAN.step("shot1").arguments


@pytest.mark.parametrize(
    ("base", "fresh"),
    [
        ("shot1", "shot2"),
        ("clip", "clip3"),
        ("cut", "cut1"),
        ("photo1", "photo2"),
        ("9", "step1"),
        ("my shot", "my_shot1"),
    ],
)
def test_fresh_names(base: str, fresh: str) -> None:
    assert PLAN.fresh_name(base) == fresh


def test_inserting_refuses_a_taken_name() -> None:
    with pytest.raises(PersonError, match="already has a step named 'cut'"):
        PLAN.insert(Step("cut", "edit"), 0)
    assert PLAN.insert(Step("new", "edit"), 1).names()[1] == "new"
    assert PLAN.insert(Step("new", "edit"), -5).names()[0] == "new"


def test_notes_are_kept_as_they_read_back() -> None:
    assert Step("a", "b", note="\r\n  x \r y\n\n").note == "  x\n y"
    assert Step("a", "b", note="x\0\ud800").note == "x\ufffd\ufffd"
    assert Plan(title=" t ", tail="end") == Plan(title=" t\n\nend")


def test_a_step_is_equal_wherever_it_stands() -> None:
    assert Step("a", "b", line=3, gap=True) == Step("a", "b")
    assert Step("a", "b", (("c", Ref("d")),)) != Step("a", "b", (("c", "d"),))


@QUIET
@given(sound_plans(), st.data())
def test_any_row_of_edits_gives_a_plan_that_reads_back(plan: Plan, data: st.DataObject) -> None:
    for _ in range(4):
        if not plan.steps:
            break
        name = data.draw(st.sampled_from(plan.names()))
        edit = data.draw(st.sampled_from(["without", "moved", "renamed", "duplicated", "argument", "no argument"]))
        if edit == "without":
            plan = plan.without(name)
        elif edit == "moved":
            plan = plan.moved(name, data.draw(st.integers(-1, 9)))
        elif edit == "renamed":
            plan = plan.renamed(name, plan.fresh_name("лодка"))
        elif edit == "duplicated":
            plan = plan.duplicated(name)
        elif edit == "argument":
            plan = plan.replace_argument(name, "seed", data.draw(st.integers(0, 9)))
        elif plan.step(name).arguments:
            plan = plan.without_argument(name, plan.step(name).arguments[0][0])
        assert read(write(plan)) == (plan, ())


def test_moving_the_only_step_leaves_title_and_tail_where_they_are() -> None:
    plan = Plan(title="A title", steps=(Step("a", "title"),), tail="the end")
    assert plan.moved("a", 0) == plan
    assert plan.moved("a", 5) == plan
