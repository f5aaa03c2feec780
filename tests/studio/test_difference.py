"""Tests of studio/difference.py: nothing differs from itself, and no difference goes unseen."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.plan import Change, Plan, Ref, Step, compare, read
from tests.studio.plan_strategies import plans, sound_plans
from tests.studio.plan_tools import SAMPLE

QUIET = settings(deadline=None, derandomize=True, max_examples=60)
PLAN = read(SAMPLE)[0]


def told(new: Plan, old: Plan = PLAN) -> list[tuple[str, str, str]]:
    return [(change.kind, change.name, change.words) for change in compare(old, new)]


@QUIET
@given(plans())
def test_nothing_differs_from_itself(plan: Plan) -> None:
    assert compare(plan, plan) == ()


@QUIET
@given(plans(), plans())
def test_every_difference_of_two_plans_is_seen(old: Plan, new: Plan) -> None:
    changes = compare(old, new)
    assert (changes == ()) == (old == new)
    well_told(changes, old, new)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(sound_plans(), st.data())
def test_every_edit_is_seen_at_its_step(old: Plan, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(old.names()))
    at = data.draw(st.integers(0, len(old.steps) - 1))
    step, key = old.step(name), data.draw(st.sampled_from(["seed", "text", "picture", "shots"]))
    new, kind, touched = data.draw(
        st.sampled_from(
            [
                (old.without(name), "removed", True),
                (old.duplicated(name), "added", True),
                (old.moved(name, at), "moved", at != old.index(name)),
                (old.with_step(replace(step, note="other words")), "noted", True),
                (old.replace_argument(name, key, ("x", Ref("y"))), "changed", True),
                (old.without_argument(name, key), "changed", step.has(key)),
            ]
        )
    )
    changes = compare(old, new)
    assert [change.kind for change in changes] == ([kind] if touched else [])
    well_told(changes, old, new)


def well_told(changes: tuple[Change, ...], old: Plan, new: Plan) -> None:
    assert {c.name for c in changes if c.kind == "added"} == set(new.names()) - set(old.names())
    assert {c.name for c in changes if c.kind == "removed"} == set(old.names()) - set(new.names())
    for change in changes:
        assert change.words
        assert change.before == old.find(change.name)
        assert change.after == new.find(change.name)


def test_an_argument_is_told_before_and_after() -> None:
    new = PLAN.replace_argument("clip1", "seconds", 6).replace_argument("clip1", "camera", "still")
    assert told(new) == [("changed", "clip1", 'clip1: camera "push in" → "still"; seconds 4 → 6')]
    new = PLAN.without_argument("shot1", "seed").replace_argument("shot1", "avoid", "people")
    assert told(new) == [("changed", "shot1", 'shot1: seed no longer 4; avoid now "people"')]
    new = PLAN.with_step(replace(PLAN.step("shot1"), tool="title"))
    assert told(new) == [("changed", "shot1", "shot1: made by title instead of paint")]


def test_added_removed_and_moved() -> None:
    assert told(PLAN.without("seen")) == [("removed", "seen", "seen removed")]
    new = PLAN.insert(Step("shot2", "paint", (("scene", "a whale"),)), 1)
    assert told(new) == [("added", "shot2", 'shot2 added: paint(scene="a whale")')]
    assert told(PLAN.moved("line1", 0)) == [("moved", "line1", "line1 moved to the top")]
    assert told(PLAN.moved("shot1", 2)) == [("moved", "shot1", "shot1 moved below clip2")]


def test_one_moved_step_is_one_change_however_far_it_went() -> None:
    assert len(compare(PLAN, PLAN.moved("seen", 0))) == 1
    assert len(compare(PLAN, PLAN.moved("shot1", 99))) == 1


def test_comments_are_noted() -> None:
    new = replace(PLAN, title="Another film", tail="")
    assert told(new) == [
        ("noted", "", 'title "A lighthouse keeper befriends a whale" → "Another film"'),
        ("noted", "", 'closing comment "Ask Ana for a better photo." is gone'),
    ]
    new = PLAN.with_step(replace(PLAN.step("film"), note="the end"))
    assert told(new) == [("noted", "film", 'film: note is now "the end"')]


def test_numbers_of_equal_worth_are_the_same_and_true_is_no_number() -> None:
    one = Plan(steps=(Step("a", "b", (("c", 1),)),))
    assert compare(one, one.replace_argument("a", "c", 1.0)) == ()
    assert told(one.replace_argument("a", "c", True), one) == [("changed", "a", "a: c 1 → True")]


def test_a_name_in_quotes_differs_from_the_name() -> None:
    one = Plan(steps=(Step("a", "b", (("c", Ref("d")),)),))
    assert told(one.replace_argument("a", "c", "d"), one) == [("changed", "a", 'a: c d → "d"')]


def test_the_order_of_arguments_is_seen() -> None:
    one = Plan(steps=(Step("a", "b", (("c", 1), ("d", 2))),))
    other = Plan(steps=(Step("a", "b", (("d", 2), ("c", 1))),))
    assert told(other, one) == [("changed", "a", "a: the same, written in another order")]


def test_a_plan_with_a_name_made_twice_can_be_compared() -> None:
    old = read("a = b()\na = c()\n")[0]
    new = read("a = b()\na = d()\n")[0]
    assert told(new, old) == [("changed", "a", "a: made by d instead of c")]
    assert told(read("a = b()\n")[0], old) == [("removed", "a", "a removed")]


def test_a_long_text_is_cut_short_in_words() -> None:
    new = PLAN.replace_argument("line1", "text", "word " * 1000)
    assert len(compare(PLAN, new)[0].words) < 250
