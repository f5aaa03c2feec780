"""One design for a film's cards, and cards for lines that count something."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studio.agent.cards import CARDS, card_of, design, mood
from studio.agent.planner import propose
from studio.agent.reading import read
from studio.plan import parse
from studio.tool import Tool, discover

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    return discover(ROOT / "pipelines")


@pytest.mark.parametrize(
    ("line", "tool", "told"),
    [
        ("Solar power: In 2019 it was 12 TWh, in 2021 20 TWh, and in 2023 41 TWh.", "chart",
         {"values": "2019: 12; 2021: 20; 2023: 41", "heading": "Solar power", "unit": "TWh"}),
        ("Solar 40%, wind 35%, coal 25%.", "chart", {"values": "Solar: 40; Wind: 35; Coal: 25", "unit": "%"}),
        ("A bread needs four things: flour, water, salt and time.", "listing",
         {"text": "Flour; Water; Salt; Time", "heading": "A bread needs four things"}),
        ("Bees pollinate 75 percent of our crops.", "number", {"value": "75 %", "text": "of our crops"}),
        ("Our sale gives 50% off.", "number", {"value": "50%", "text": "Our sale gives off"}),
        ("Each year 1,250,000 people see the northern lights.", "number",
         {"value": "1,250,000", "text": "people see the northern lights"}),
        ("It cost $3 million to build.", "number", {"value": "$3 million", "text": "to build"}),
        ("He lights the lamp at 5:30.", "", {}),
        ("One night in 1887 the lamp goes out.", "", {}),
        ("Flour, water and salt.", "", {}),
        ("In a year: a bee flies 55,000 miles, a hive has 60,000 bees, and a spoon takes 12 bees.", "listing",
         {"text": "A bee flies 55,000 miles; A hive has 60,000 bees; A spoon takes 12 bees", "heading": "In a year"}),
        ("Energy in Denmark 2023: wind 54 percent, solar 9 percent, biomass 20 percent.", "chart",
         {"values": "Wind: 54; Solar: 9; Biomass: 20", "heading": "Energy in Denmark 2023", "unit": "%"}),
        ("Between 20% and 40% of it.", "", {}),
        ("", "", {}),
    ],
)  # fmt: skip
def test_what_a_line_counts(line: str, tool: str, told: dict[str, str]) -> None:
    card = card_of(line, "")
    assert (card.tool if card else "") == tool
    assert dict(card.arguments if card else ()) == told


WORDS = st.lists(st.sampled_from(["2019", "12", "%", "and", "in", ":", ",", "wind", "1,250,000", "million", ".", "a"]))


@settings(max_examples=300)
@given((WORDS | st.lists(st.text(max_size=6))).map(" ".join))
@example("Needs: " + "a, " * 2000 + ":")
@example("In 2019 " * 800)
def test_whatever_a_line_says_a_card_has_words(line: str) -> None:
    card = card_of(line, "")
    if card:
        assert card.tool in CARDS
        assert all(str(value).strip() for _, value in card.arguments)


def test_an_explainer_shows_its_numbers(tools: dict[str, Tool]) -> None:
    brief = (
        "Explain solar power. In 2019 it was 12 TWh, in 2021 20 TWh, and in 2023 41 TWh. A panel needs three things: "
        "light, silicon, and wires. It covers 35% of our need. 40 seconds"
    )
    plan = parse(propose(brief, {}, tools, writer="floor").text, tools)
    assert {"chart", "listing", "number"} <= {s.tool for s in plan.steps}
    cards = [s for s in plan.steps if s.tool in CARDS]
    assert len({(s.get("look"), s.get("mood")) for s in cards}) == 1
    clips = {str(s.get("picture")): s for s in plan.steps if s.tool == "animate"}
    assert all(f"Ref(name='{s.name}')" in clips for s in cards)
    assert plan.step("clip1").get("voice") is not None


def test_values_to_compare_are_a_chart_in_any_film(tools: dict[str, Tool]) -> None:
    brief = "Energy in Denmark 2023: wind 54 percent, solar 9 percent, biomass 20 percent. 30 seconds, documentary"
    plan = parse(propose(brief, {}, tools, writer="floor").text, tools)
    assert [s.get("values") for s in plan.steps if s.tool == "chart"] == ["Wind: 54; Solar: 9; Biomass: 20"]
    assert not any(s.get("weather") == "wind" for s in plan.steps)


def test_no_cards_where_no_text_is_wanted(tools: dict[str, Tool]) -> None:
    brief = "Explain solar power. It covers 35% of our need. No text, no titles. 30 seconds"
    plan = parse(propose(brief, {}, tools, writer="floor").text, tools)
    assert not {s.tool for s in plan.steps} & set(CARDS)


@pytest.mark.parametrize(
    ("brief", "look", "felt"),
    [
        ("A keeper befriends a whale. Calm, hopeful.", "quiet", "calm"),
        ("A keeper befriends a whale. Epic, dark.", "poster", "dark"),
        ("A keeper befriends a whale, in watercolour. Warm.", "paper", "warm"),
        ("A funny advert for a bakery.", "bold", "bright"),
        ("How do bees make honey?", "minimal", "fresh"),
    ],
)
def test_look_and_mood_are_one_for_the_film(brief: str, look: str, felt: str) -> None:
    assert (design(read(brief)), mood(read(brief))) == (look, felt)
