"""Tests of studio/check.py: each misfit of a plan and its tools, in one plain sentence with a way out."""

import pytest
from hypothesis import given, settings

from studio.plan import Plan, Problem, Ref, Step, check, examine
from tests.studio.plan_strategies import sound_plans
from tests.studio.plan_tools import GIVEN, SAMPLE, TOOLS

ABOVE = 'shot1 = paint(scene="a boat")\nline1 = speak(text="Hello.")\ncut = edit(shots=[shot1])\n'


def problems(text: str) -> list[Problem]:
    found = examine(ABOVE + text, TOOLS, GIVEN)[1]
    assert all(p.line == 4 for p in found)
    return list(found)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(sound_plans())
def test_a_sound_plan_has_no_problems(plan: Plan) -> None:
    assert check(plan, TOOLS, GIVEN) == ()


@pytest.mark.parametrize(
    "text",
    [
        "clip1 = move(picture=photo1, seconds=60)",
        "c = edit(shots=[shot1, interview, cut], voices=[None, line1, None], seconds=None)",
        "c = edit(shots=[shot1], voices=[])",
        "m = compose()",
        "m = compose(cut=None, bars=None)",
        "film = render(cut=cut, music=line1, loud=True, size='1x1')",
        "t = title(text='words', background=None)",
        "t = mark(points=[[1, 2.5], []], label='')",
        "clip1 = move(picture=shot1, seconds=4.5)",
        "shot2 = paint(scene='x', seed=4.0)",
        "лодка = paint(scene='море')\nc = move(picture=лодка)",
    ],
)
def test_what_fits(text: str) -> None:
    assert examine(ABOVE + text, TOOLS, GIVEN)[1] == ()


@pytest.mark.parametrize(
    ("text", "key", "said", "way_out"),
    [
        # names
        ("paint = paint(scene='x')", "", "paint is the name of a tool.", "Call the step paint1."),
        ("shot1 = paint(scene='x')", "", "shot1 is already made on line 1.", "Call this one shot2."),
        ("photo1 = paint(scene='x')", "", "photo1 is something you gave.", "Call the step photo2."),
        ("a = pant(scene='x')", "", "There is no tool pant.", "Did you mean paint?"),
        ("a = Paint(scene='x')", "", "There is no tool Paint.", "Did you mean paint?"),
        (
            "a = zzz()",
            "",
            "There is no tool zzz.",
            "There are compose, edit, judge, mark, move, paint, render, speak, title.",
        ),
        # keys
        ("a = move(picture=shot1, camra='still')", "camra", "move has nothing called camra.", "Did you mean camera?"),
        ("a = move(picture=shot1, x=1)", "x", "move has nothing called x.", "It takes picture, camera, seconds."),
        ("a = move(picture=shot1, work=1)", "work", "move has nothing called work.", "It takes"),
        ("a = paint()", "scene", "paint needs scene.", "Add scene=…. What is seen."),
        ("a = mark(points=[])", "label", "mark needs label.", "Add label=…."),
        # inputs
        ("a = move(picture=shot2)", "picture", "Nothing above is named shot2.", "Did you mean shot1?"),
        ("a = move(picture=fotos1)", "picture", "Nothing above is named fotos1.", "Did you mean photo1?"),
        ("a = move(picture=harbour)", "picture", "Nothing above is named harbour.", "or give a file by that name."),
        ("a = speak(text=hello)", "text", "Nothing above is named hello.", 'Words go in quotes: text="hello".'),
        ("a = move(picture=a)", "picture", "a is made from itself.", "Name something from a line above."),
        (
            "a = move(picture=line1)",
            "picture",
            "picture takes an Image, but line1 is an Audio.",
            "These fit: shot1, photo1.",
        ),
        ("a = judge(film=shot1)", "film", "film takes a Video, but shot1 is an Image.", "These fit: interview."),
        ("a = render(cut=report)", "cut", "cut takes a Cut, but report is a Document.", "These fit: cut."),
        ("a = move(picture='shot1')", "picture", "picture takes an Image, not a text.", "Take the quotes away: shot1."),
        ("a = move(picture='x')", "picture", "picture takes an Image, not a text.", "Write a name, without quotes."),
        ("a = move(picture=5)", "picture", "picture takes an Image, not 5.", "Write a name from a line above."),
        ("a = speak(text=5)", "text", "text takes a Text, not 5.", "Put it in quotes."),
        ("a = move(picture=None)", "picture", "picture cannot be None.", "Name an Image."),
        (
            "a = move(picture=[shot1])",
            "picture",
            "picture takes one thing, not a list.",
            "Take the square brackets away.",
        ),
        ("a = edit(shots=shot1)", "shots", "shots takes a list.", "Write shots=[shot1]."),
        ("a = edit(shots=[])", "shots", "The list shots is empty.", "Name an Image or Video or Cut in it."),
        ("a = edit(shots=[None])", "shots", "shots cannot be None.", "Name an Image or Video or Cut."),
        ("a = edit(shots=[[shot1]])", "shots", "A list stands inside shots.", "Write its things one by one."),
        ("a = edit(shots=[shot1], voices=line1)", "voices", "voices takes a list.", "Write voices=[line1]."),
        ("a = edit(shots=[shot1], voices=None)", "voices", "voices takes a list.", "Write voices=["),
        # options
        ("a = paint(scene='x', time='Dawn')", "time", 'time cannot be "Dawn".', "Did you mean dawn?"),
        ("a = paint(scene='x', time='x')", "time", 'time cannot be "x".', 'It can be "day", "dawn", "night".'),
        ("a = paint(scene='x', time=dawn)", "time", "time takes a value, not the name dawn.", 'quotes: time="dawn".'),
        ("a = paint(scene='x', time=None)", "time", "time cannot be None.", 'It can be "day"'),
        ("a = paint(scene='x', time=['day'])", "time", 'time cannot be ["day"].', 'It can be "day"'),
        (
            "a = paint(scene='x', seed=shot1)",
            "seed",
            "seed takes a value, not the name shot1.",
            "Write the value itself.",
        ),
        ("a = paint(scene='x', seed='4')", "seed", 'seed must be a whole number, not "4".', "Take the quotes away."),
        ("a = paint(scene='x', seed='four')", "seed", 'seed must be a whole number, not "four".', "Its default is 1."),
        ("a = paint(scene='x', seed=4.5)", "seed", "seed must be a whole number, not 4.5.", ""),
        ("a = paint(scene='x', seed=True)", "seed", "seed must be a whole number, not True.", "Its default is 1."),
        ("a = paint(scene='x', seed=-1)", "seed", "seed must be at least 0, not -1.", "Its default is 1."),
        ("a = paint(scene='x', avoid=5)", "avoid", "avoid must be a text in quotes, not 5.", 'Its default is "".'),
        ("a = move(picture=shot1, seconds=0)", "seconds", "seconds must be more than 0, not 0.", ""),
        ("a = speak(text='x', speed=7)", "speed", "speed must be at most 2, not 7.", ""),
        ("a = speak(text='x', speed=[1])", "speed", "speed must be a number, not [1].", "Its default is 1.0."),
        (
            "a = edit(shots=[shot1], seconds='9')",
            "seconds",
            'seconds must be a number, not "9".',
            "Take the quotes away.",
        ),
        ("a = render(cut=cut, loud=1)", "loud", "loud must be True or False, not 1.", "Its default is False."),
        (
            "a = render(cut=cut, loud='True')",
            "loud",
            'loud must be True or False, not "True".',
            "Take the quotes away.",
        ),
        ("a = render(cut=cut, size='big')", "size", 'size must be written like its default, not "big".', '"1280x720"'),
        ("a = render(cut=cut, size='1234567x12345')", "size", "size must have at most 11 characters, not", ""),
        ("a = mark(points=5, label='x')", "points", "points must be a list in [ ], not 5.", ""),
        ("a = mark(points=[['x']], label='x')", "points", 'points must be a number, not [["x"]].', ""),
        ("a = mark(points=[], label=5)", "label", "label must be a text in quotes, not 5.", "Put it in quotes."),
    ],
)
def test_a_misfit_is_one_sentence(text: str, key: str, said: str, way_out: str) -> None:
    found = problems(text)
    assert len(found) == 1, found
    assert found[0].words.startswith(said)
    assert way_out in found[0].way_out
    assert found[0].argument == key
    assert found[0].step == text.split(" = ")[0]
    assert found[0].column == (text.index(f"{key}=") + 1 if f"{key}=" in text and key else 1)


def test_a_name_made_below_is_told_apart_from_one_never_made() -> None:
    plan, found = examine('clip1 = move(picture=shot1)\nshot1 = paint(scene="x")\n', TOOLS)
    assert plan.names() == ("clip1", "shot1")
    assert [str(p) for p in found] == ["Line 1: shot1 is made only on line 2, below. Move that step above clip1."]


def test_what_an_unknown_tool_makes_fits_anywhere() -> None:
    found = examine("a = zzz()\nb = move(picture=a)\nc = speak(text=a)\n", TOOLS)[1]
    assert [p.line for p in found] == [1]


def test_an_unused_step_and_a_plan_without_a_film_are_sound() -> None:
    assert examine('a = paint(scene="x")\n', TOOLS) == (examine('a = paint(scene="x")\n', TOOLS)[0], ())
    assert check(Plan(), TOOLS) == ()


def test_a_plan_made_by_code_is_checked_like_one_that_was_read() -> None:
    plan = Plan(steps=(Step("a", "move", (("picture", Ref("b")), ("seconds", float("nan")))),))
    assert [p.words for p in check(plan, TOOLS)] == [
        "Nothing above is named b.",
        "seconds must be a finite number, not nan.",
    ]


def test_twelve_problems_come_as_twelve_sentences() -> None:
    text = SAMPLE.replace("move(", "mvoe(").replace("shots=", "shot=").replace('"calm, hopeful"', "calm")
    text = text.replace("seed=4", "seed=-4").replace('"dawn"', '"dwan"').replace('"heart"', '"hart"')
    text = text.replace('captions="burned in"', "captions=True, loud=0").replace("film=film", "film=flim")
    found = examine(text + "import os\n", TOOLS, {})[1]
    assert len(found) == 12
    assert [p.line for p in found] == sorted(p.line for p in found)
    assert all(p.words.endswith(".") and "\n" not in str(p) for p in found)
