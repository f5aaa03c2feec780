"""Tests of studio/printer.py: what is printed reads back as the same plan, and is printed the same again."""

from hypothesis import given, settings

from studio.plan import Plan, Ref, Step, Value, read, write, write_step, write_value
from tests.studio.plan_strategies import names, plans, steps, values

QUIET = settings(deadline=None, derandomize=True, max_examples=120)


@QUIET
@given(plans())
def test_a_printed_plan_reads_back_as_the_same_plan(plan: Plan) -> None:
    text = write(plan)
    again, problems = read(text)
    assert problems == ()
    assert again == plan
    assert write(again) == text


@QUIET
@given(values)
def test_a_printed_value_keeps_its_type(value: Value) -> None:
    again, problems = read(f"a = b(c={write_value(value)})")
    assert problems == ()
    assert repr(again.steps[0].get("c")) == repr(value)


@QUIET
@given(plans(), names.flatmap(steps))
def test_an_edit_leaves_every_other_step_as_it_was_printed(plan: Plan, step: Step) -> None:
    def printed(plan: Plan) -> list[str]:
        return [write(Plan(steps=(one,))) for one in plan.steps if one.name != step.name]

    edited = plan.with_step(step)
    assert printed(edited) == printed(plan)
    for part in printed(plan):
        assert part in write(edited)
    assert write(edited.without(step.name)) == write(plan.without(step.name) if plan.find(step.name) else plan)


def test_a_long_call_goes_over_lines_one_argument_each() -> None:
    step = Step("line1", "speak", (("text", "Every morning. " * 8), ("voice", "heart")))
    assert write_step(step) == f'line1 = speak(\n    text="{"Every morning. " * 8}",\n    voice="heart",\n)'
    assert write_step(step, 1000).count("\n") == 0
    assert write_step(Step("a", "b" * 200)).count("\n") == 0


def test_texts_show_letters_and_spell_out_what_cannot_be_seen() -> None:
    assert write_value('Grüße, مرحبا, 👩‍🚀 "so"') == '"Grüße, مرحبا, 👩‍🚀 \\"so\\""'
    assert write_value("a\nb\\c\x07\u2028\u202e") == '"a\\nb\\\\c\\x07\\u2028\\u202e"'


def test_values_print_as_the_language_has_them() -> None:
    assert write_value((Ref("clip1"), None, True, -1.5, ("a",))) == '[clip1, None, True, -1.5, ["a"]]'
    assert write_value(4.0) == "4.0"
    assert write_value(float("inf")) == "1e999"  # no plan can hold it; reading says so


def test_comments_title_and_spacing_stay_where_they_are() -> None:
    text = "# title\n# of two lines\n\n# a note\n#\n# and more\na = b()\nc = d()\n\ne = f()\n\n# the end\n#\n# really\n"
    assert write(read(text)[0]) == text


def test_an_empty_plan_prints_nothing() -> None:
    assert write(Plan()) == ""
    assert write(Plan(title="Only words")) == "# Only words\n"
