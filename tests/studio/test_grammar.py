"""Tests of studio/grammar.py: every printed plan is a sentence of the grammar, and no wrong one is."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.grammar import gbnf
from studio.plan import Plan, check, examine, read, write
from tests.studio.gbnf_reading import Grammar
from tests.studio.plan_strategies import sound_plans
from tests.studio.plan_tools import GIVEN, SAMPLE, TOOLS

QUIET = settings(deadline=None, derandomize=True, max_examples=150)
GRAMMAR = Grammar(gbnf(TOOLS, GIVEN, judges=True, comments=True))


@QUIET
@given(sound_plans(), st.sampled_from([0, 100, 10_000]))
def test_every_sound_plan_as_printed_is_a_sentence(plan: Plan, width: int) -> None:
    assert check(plan, TOOLS, GIVEN) == ()
    assert GRAMMAR.accepts(write(plan, width))


def test_the_sample_is_a_sentence() -> None:
    assert GRAMMAR.accepts(SAMPLE)


@QUIET
@given(st.integers(0, 10**9))
def test_every_sentence_reads_as_a_plan(seed: int) -> None:
    """What is left to find is what a grammar cannot know: which names exist, whose kind fits, exact bounds."""
    text = GRAMMAR.sentence(random.Random(seed))
    plan, problems = examine(text, TOOLS, GIVEN)
    allowed = (
        r"Nothing above is named|is already made|is the name of a tool|is made from itself|made only on line|takes an? "
        r"|does not belong in a plan|must (be (at|more)|look|have)|is not made by|size|valid number|points|does not fit"
    )
    assert [p for p in problems if not re.search(allowed, p.words)] == []
    assert GRAMMAR.accepts(text)
    assert read(write(plan))[0] == plan


LINE = 'shot1 = paint(scene="a boat", time="dawn", seed=4)\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" + LINE,
        LINE.rstrip("\n"),
        LINE.replace("paint", "pain"),
        LINE.replace("scene=", "scenes="),
        LINE.replace("scene=", ""),
        LINE.replace('"a boat"', "'a boat'"),
        LINE.replace('"a boat"', '""'),
        LINE.replace('"a boat"', "Boat"),
        LINE.replace('"a boat"', "[shot1]"),
        LINE.replace('"a boat"', '"a\nboat"'),
        LINE.replace('"a boat"', '"a\\dboat"'),
        LINE.replace('"a boat"', '"a\\x00boat"'),
        LINE.replace('"a boat"', '"a\\ud800boat"'),
        LINE.replace("a boat", "a" * 241),
        LINE.replace("dawn", "dusk"),
        LINE.replace('"dawn"', "dawn"),
        LINE.replace("seed=4", "seed=-4"),
        LINE.replace("seed=4", "seed=04"),
        LINE.replace("seed=4", "seed=4.5"),
        LINE.replace("seed=4", "seed=10**9"),
        LINE.replace("seed=4", "seed=" + "1" * 11),
        LINE.replace(", seed=4", ", seed=4, seed=5"),
        LINE.replace('time="dawn", seed=4', 'seed=4, time="dawn"'),
        LINE.replace('scene="a boat", ', ""),
        LINE.replace("shot1", "Shot1"),
        LINE.replace("shot1", "a" * 25),
        LINE.replace("shot1 = ", ""),
        LINE.replace(")", ""),
        LINE + "import os\n",
        LINE + "clip1 = move(picture=shot1, seconds=3968)\n",
        LINE + "clip1 = move(picture=None)\n",
        LINE + "cut = edit(shots=[])\n",
        LINE + "cut = edit(shots=shot1)\n",
        LINE + "cut = edit(shots=[shot1,shot1])\n",
        LINE + "film = render(cut=cut, loud=1)\n",
        LINE + "film = render()\n",
    ],
)
def test_a_wrong_plan_is_no_sentence(text: str) -> None:
    assert not GRAMMAR.accepts(text)
    assert GRAMMAR.accepts(LINE)


@QUIET
@given(sound_plans(), st.data())
def test_a_plan_with_one_mistake_is_no_sentence(plan: Plan, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from(plan.steps))
    tool = TOOLS[step.tool]
    wrong = [plan.with_step(step.with_argument("colour", "red"))]
    for key, value in step.arguments:
        takes, option = tool.input(key), tool.option(key)
        if (takes and takes.required) or (option and option.required):
            wrong.append(plan.without_argument(step.name, key))
        if option and option.type == "choice":
            wrong.append(plan.replace_argument(step.name, key, f"{value}!"))
        if takes:
            wrong.append(plan.replace_argument(step.name, key, 5))
    assert not GRAMMAR.accepts(write(data.draw(st.sampled_from(wrong))))


def test_judges_stay_out_unless_asked_for() -> None:
    grammar = Grammar(gbnf(TOOLS, GIVEN, comments=True))
    assert not grammar.accepts(SAMPLE)
    assert grammar.accepts("".join(line for line in SAMPLE.splitlines(True) if not line.startswith("seen")))


def test_the_bounds_asked_for_hold() -> None:
    grammar = Grammar(gbnf(TOOLS, longest=5, most=2))
    line = 'a = paint(scene="12345")\n'
    assert grammar.accepts(line)
    assert grammar.accepts(line * 2)
    assert not grammar.accepts(line * 3)
    assert not grammar.accepts(line.replace("5", "56"))
    assert not grammar.accepts("# a film\n\n" + line)


def test_a_given_name_in_another_script_may_be_named() -> None:
    grammar = Grammar(gbnf(TOOLS, {"фото1": "Image"}))
    assert grammar.accepts("clip1 = move(picture=фото1)\n")
    assert not grammar.accepts("clip1 = move(picture=фото2)\n")


def test_a_grammar_of_no_tools_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one tool"):
        gbnf({"judge": TOOLS["judge"]})
