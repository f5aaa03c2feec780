"""Which look a brief asks for, and which words of it are things in the story."""

import typing

import pytest

from pipelines.looks.names import LookName
from studio.agent.looks import _NAMES, card_for, look_of, look_wished
from studio.agent.planner import propose
from studio.agent.wishes import wishes
from studio.plan import parse
from studio.tool import Tool


def test_every_look_of_the_painter_has_its_names() -> None:
    assert set(_NAMES) == set(typing.get_args(LookName)) - {"shaded"}


@pytest.mark.parametrize(
    ("brief", "look"),
    [
        ("A lighthouse keeper befriends a whale, in watercolour", "watercolour"),
        ("A watercolor film about a fox", "watercolour"),
        ("A 30 second story of a fox. Paper cut-outs.", "paper-cut"),
        ("A fox in the snow, as a paper cut-out animation", "paper-cut"),
        ("Explain solar panels in a flat design style", "flat"),
        ("A comic style film about a robot", "comic"),
        ("The robot who could, like a comic book", "comic"),
        ("A detective story in black and white ink", "ink"),
        ("A detective story in black and white", "noir"),
        ("A film noir about a cat detective", "noir"),
        ("A claymation short about two snails", "clay"),
        ("Two snails race, in clay", "clay"),
        ("A train journey in the style of an oil painting", "oil"),
        ("A train journey in oils", "oil"),
        ("My village. Style: pencil drawing.", "pencil"),
        ("A day at the sea, in crayon, for children", "crayon"),
        ("How a bridge is built, as a blueprint", "blueprint"),
        ("A knight's quest in 8-bit", "pixel"),
        ("A pixel art adventure", "pixel"),
        ("A retro look at the seaside", "vintage"),
        ("A girl and her dragon, in the style of a children's book", "storybook"),
        ("Der Leuchtturm, als Aquarell", "watercolour"),
        ("A VHS video of our holidays", "vhs"),
    ],
)
def test_a_look_is_found_by_its_names(brief: str, look: str) -> None:
    assert look_of(brief)[0] == look
    assert wishes(brief).looks == (look,)


@pytest.mark.parametrize(
    "brief",
    [
        "A girl draws with crayons on the wall",
        "A letter written in ink",
        "An oil lamp and a moth",
        "A thief steals an oil painting",
        "Two friends share a flat in Paris",
        "A pencil and a rubber fall in love",
        "A black and white cat finds a home",
        "The neon sign goes out",
        "A clay pot breaks and is mended with gold",
        "A boy reads a comic book under the blanket",
        "The chalk cliffs of Dover",
        "How paper is made",
        "A sketch artist meets a pilot",
        "A whale under the sea",
        "",
    ],
)
def test_things_of_the_story_are_no_look(brief: str) -> None:
    assert look_of(brief) == ("", ())


@pytest.mark.parametrize(
    ("brief", "look"),
    [
        ("A whale, not in watercolour", ""),
        ("A whale. No cartoon style, please.", ""),
        ("A whale in ink, not in watercolour", "ink"),
        ("A whale, not a cartoon film, but in oils", "oil"),
        ("A whale, without a comic look", ""),
    ],
)
def test_a_look_that_is_refused_is_not_taken(brief: str, look: str) -> None:
    assert look_of(brief)[0] == look


@pytest.mark.parametrize(
    ("wish", "look"),
    [
        ("watercolour", "watercolour"),
        ("make it a comic", "comic"),
        ("use crayons", "crayon"),
        ("paint everything in oils", "oil"),
        ("Change the style to neon.", "neon"),
        ("not in watercolour", ""),
        ("replace the pencil with a pen", ""),
        ("make it shorter", ""),
    ],
)
def test_a_wish_for_a_finished_film_may_name_it_bare(wish: str, look: str) -> None:
    assert look_wished(wish) == look


def test_one_look_for_the_whole_film_and_none_of_its_words_in_the_story(tools: dict[str, Tool]) -> None:
    made = propose("A 20 second film about a lighthouse keeper who befriends a whale, in watercolour.", {}, tools,
                   writer="floor")  # fmt: skip
    plan = parse(made.text, tools)
    painted = [step for step in plan.steps if step.tool == "paint"]
    assert len(painted) > 1
    assert {step.get("look") for step in painted} == {"watercolour"}
    assert all(step.get("look") == "paper" for step in plan.steps if step.tool == "title")
    told = " ".join(str(step.get(key) or "") for step in plan.steps for key in ("scene", "text", "subtitle"))
    assert "colour" not in told


def test_a_brief_without_a_look_writes_none(tools: dict[str, Tool]) -> None:
    made = propose("A 20 second film about a lighthouse keeper who befriends a whale, not a cartoon.", {}, tools,
                   writer="floor")  # fmt: skip
    assert not any(step.has("look") for step in parse(made.text, tools).steps if step.tool == "paint")


def test_cards_fit_titles_that_there_are(tools: dict[str, Tool]) -> None:
    option = tools["title"].option("look")
    assert option is not None
    assert all(card_for(look) in ("", *option.choices) for look in _NAMES)
