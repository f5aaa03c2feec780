"""Which step is the film, and the judge put behind it."""

from studio.film import film_step, judge_name, with_judge
from studio.plan import Ref, parse

SHOTS = 'shot1 = paint(scene="a boat")\ncut = edit(shots=[shot1], seconds=4)\n'


def test_a_preview_behind_the_film_is_not_the_film(tools: dict) -> None:
    plan = parse(SHOTS + "film = render(cut=cut)\nquick = proxy(cut=cut)\n", tools)
    step = film_step(plan, tools)
    assert step is not None
    assert step.name == "film"


def test_a_plan_without_a_film_has_no_film_step_and_no_judge(tools: dict) -> None:
    plan = parse(SHOTS, tools)
    assert film_step(plan, tools) is None
    assert with_judge(plan, tools) == plan


def test_the_judge_is_told_the_film_its_cut_and_the_length_asked(tools: dict) -> None:
    plan = parse(SHOTS + "film = render(cut=cut)\n", tools)
    judged = with_judge(plan, tools)
    step = judged.steps[-1]
    assert step.name == judge_name(plan.step("film"))
    assert dict(step.arguments) == {"film": Ref("film"), "cut": Ref("cut"), "seconds": 4}
    assert with_judge(judged, tools) == judged


def test_what_lies_over_a_cut_does_not_tell_the_film_s_length(tools: dict) -> None:
    over = 'badge = lower_third(text="Tomas")\nnamed = overlay(cut=cut, picture=badge, start=1, seconds=2)\n'
    plan = parse(SHOTS + over + "film = render(cut=named)\n", tools)
    assert dict(with_judge(plan, tools).steps[-1].arguments)["seconds"] == 4
