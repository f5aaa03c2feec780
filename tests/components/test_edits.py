"""Edits of cards as edits of the plan."""

import pytest

from components.edits import apply
from components.forms import card, catalogue, plain, valued
from studio.errors import PersonError
from studio.plan import Ref, compare, examine, read, write
from tests.components.toy import PLAN
from tests.components.toy_tools import toy_tools

TOOLS = toy_tools()
TEXT = PLAN.format(title="Keeper")
OLD, _ = read(TEXT)


def after(**op: object) -> str:
    return write(apply(OLD, op, TOOLS, {"photo1": "Image"}).plan)


def changed(text: str) -> list[str]:
    return [c.words for c in compare(OLD, read(text)[0])]


def test_setting_a_field_changes_that_line_only() -> None:
    text = after(op="set", step="shot1", key="scene", value='a "quoted" shore\nof two lines')
    wrong = [a for a, b in zip(TEXT.splitlines(), text.splitlines(), strict=True) if a != b]
    assert wrong == [TEXT.splitlines()[2]]
    assert read(text)[0].step("shot1").get("scene") == 'a "quoted" shore\nof two lines'


def test_unsetting_goes_back_to_the_default() -> None:
    assert "time=" not in after(op="unset", step="shot1", key="time").splitlines()[2]


def test_references_and_lists() -> None:
    text = after(op="set", step="cut1", key="voices", value=[{"ref": "line2"}, None, {"ref": "line1"}])
    assert read(text)[0].step("cut1").get("voices") == (Ref("line2"), None, Ref("line1"))


def test_renaming_reaches_every_use() -> None:
    text = after(op="rename", step="clip1", to="opening")
    assert "shots=[opening, clip2]" in text
    assert not examine(text, TOOLS)[1]


def test_removing_takes_it_out_of_lists_and_names_who_still_uses_it() -> None:
    done = apply(OLD, {"op": "remove", "step": "clip1"}, TOOLS, {})
    assert "shots=[clip2]" in write(done.plan)
    assert done.users == ()
    assert apply(OLD, {"op": "remove", "step": "shot1"}, TOOLS, {}).users == ("clip1",)


def test_moving_above_what_it_uses_is_refused_in_words() -> None:
    with pytest.raises(PersonError, match="clip1 uses shot1"):
        after(op="move", step="clip1", to=0)
    with pytest.raises(PersonError, match="clip1 uses shot1"):
        after(op="move", step="shot1", to=1)
    assert changed(after(op="move", step="line1", to=1)) == ["line1 moved below shot1"]


@pytest.mark.parametrize("to", [-5, 0, 99])
def test_moving_far_stays_in_the_plan(to: int) -> None:
    free, _ = read('a1 = paint(scene="a")\nb1 = paint(scene="b")\n')
    assert len(apply(free, {"op": "move", "step": "b1", "to": to}, TOOLS, {}).plan.steps) == 2


@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_every_tool_can_be_added_at_the_end_and_fits(tool: str) -> None:
    given = {"music9": "Music"}
    done = apply(OLD, {"op": "add", "tool": tool, "to": None}, TOOLS, given)
    assert done.plan.steps[-1].tool == tool
    assert not examine(write(done.plan), TOOLS, given)[1]


def test_adding_between_takes_the_nearest_fitting_thing() -> None:
    done = apply(OLD, {"op": "add", "tool": "move", "to": 4}, TOOLS, {})
    assert done.plan.steps[4].get("picture") == Ref("shot2")


def test_duplicating_gives_a_new_name_right_below() -> None:
    done = apply(OLD, {"op": "duplicate", "step": "shot1"}, TOOLS, {})
    assert done.plan.steps[1].name == done.step == "shot3"


@pytest.mark.parametrize(
    "op",
    [
        {"op": "set", "step": "nobody", "key": "scene", "value": "x"},
        {"op": "set", "step": "shot1", "key": "a b", "value": "x"},
        {"op": "set", "step": "shot1", "key": "scene", "value": {"ref": "__import__('os')"}},
        {"op": "set", "step": "shot1", "key": "scene", "value": {"ref": 3}},
        {"op": "set", "step": "shot1"},
        {"op": "rename", "step": "shot1", "to": "class"},
        {"op": "rename", "step": "shot1", "to": "paint"},
        {"op": "rename", "step": "shot1", "to": "photo1"},
        {"op": "rename", "step": "shot1", "to": "clip1"},
        {"op": "move", "step": "shot1", "to": "0"},
        {"op": "move", "step": "shot1", "to": True},
        {"op": "add", "tool": "os.system"},
        {"op": "note", "step": "shot1", "note": "x" * 30_000},
        {"op": "explode"},
        {},
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(op: dict) -> None:
    if op == {"op": "set", "step": "shot1"}:
        op = {**op, "key": ""}
    with pytest.raises(PersonError, match=r"\.$"):
        apply(OLD, op, TOOLS, {"photo1": "Image"})


def test_values_there_and_back() -> None:
    value = ("a", 1, 2.5, True, None, Ref("shot1"), (Ref("x"),))
    assert valued(plain(value)) == value
    with pytest.raises(ValueError, match="value"):
        valued(object())


def test_the_catalogue_tells_the_card_its_controls() -> None:
    tools = {tool["name"]: tool for tool in catalogue(TOOLS)}
    fields = {f["name"]: f for f in tools["edit"]["fields"]}
    assert fields["voices"]["gaps"]
    assert fields["voices"]["many"]
    assert fields["transition"]["choices"] == ["cut", "dissolve", "dip to black"]
    assert fields["transition_seconds"]["low"] == 0
    assert fields["seconds"]["nullable"]
    assert tools["judge_technical"]["judge"]
    assert fields["shots"]["words"] == "In the order of the film."


def test_a_problem_is_marked_on_the_card_it_concerns() -> None:
    text = 'a1 = paint(scene="x", time="noon")\nb1 = paint(scene="y")\n'
    plan, problems = examine(text, TOOLS)
    assert [p["argument"] for p in card(plan.steps[0], problems)["problems"]] == ["time"]
    assert card(plan.steps[1], problems)["problems"] == []
