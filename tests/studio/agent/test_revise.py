"""Wishes in words change the lines concerned and no others."""

from pathlib import Path

import pytest

from studio.agent.planner import propose, revise
from studio.errors import PersonError
from studio.plan import compare, parse
from studio.tool import Tool, discover

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    return discover(ROOT / "pipelines")


@pytest.fixture(scope="module")
def film(tools: dict[str, Tool]) -> str:
    brief = "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds."
    return propose(brief, {}, tools, writer="floor").text


@pytest.mark.parametrize(
    ("wish", "touched"),
    [
        ("make the second shot longer", {"clip2"}),
        ("Make the last shot 6 seconds.", {"clip5"}),
        ("no narration", {"line1", "line2", "line3", "line4", "line5", "cut"}),
        ("warmer music", {"music"}),
        ("the music should be sadder", {"music"}),
        ("no music", {"music", "film"}),
        ("make it 30 seconds", {"cut"}),
        ("male voice", {"line1", "line2", "line3", "line4", "line5"}),
        ("another voice", {"line1", "line2", "line3", "line4", "line5"}),
        ("vertical", {"opening", "shot1", "shot2", "shot3", "shot4", "shot5", "film"}),
        ('change the title to "The Keeper"', {"", "opening"}),
        ("remove shot 3", {"shot3", "clip3", "line3", "cut"}),
        ("add a shot of a harbour after shot 2", {"shot6", "clip6", "cut"}),
        ("end on the whale", {"shot6", "clip6", "cut"}),
        ("no captions", {"film"}),
        ("night instead of day", {"shot3"}),
        ("make shot 2 at night", {"shot2"}),
        ("shot 2 should say: Good evening", {"line2"}),
        ("another picture for shot 4", {"shot4"}),
        ("swap shots 1 and 2", {"cut"}),
        ("hard cuts", {"cut"}),
        ("replace whale with dolphin", {"", "opening", "shot3", "line3", "shot4", "shot5"}),
        ("60 fps", {"cut"}),
        ("captions as a file, jazz music, and another picture for shot 2", {"film", "music", "shot2"}),
    ],
)
def test_only_the_lines_concerned_change(wish: str, touched: set[str], film: str, tools: dict[str, Tool]) -> None:
    made = revise(film, wish, {}, tools)
    changes = compare(parse(film, tools), parse(made.text, tools))
    assert {c.name for c in changes} == touched
    assert made.notes
    assert made.by == "floor"


def test_what_was_asked_is_done(film: str, tools: dict[str, Tool]) -> None:
    def after(wish: str, name: str, key: str) -> object:
        return parse(revise(film, wish, {}, tools).text, tools).step(name).get(key)

    assert after("make it 30 seconds", "cut", "seconds") == 30
    assert after("warmer music", "music", "mood") == "warm, calm, hopeful"
    assert after("male voice", "line1", "voice") == "joe"
    assert after("vertical", "film", "size") == "720x1280"
    assert after("slower", "cut", "seconds") == 29
    assert after("add a shot of a harbour after shot 2", "shot6", "scene") == "a harbour"
    shots = after("add a shot of a harbour after shot 2", "cut", "shots")
    assert isinstance(shots, tuple)
    assert [s.name for s in shots] == ["opening", "clip1", "clip2", "clip6", "clip3", "clip4", "clip5"]
    voices = after("remove shot 3", "cut", "voices")
    assert isinstance(voices, tuple)
    assert [v and v.name for v in voices] == [None, "line1", "line2", "line4", "line5"]
    assert after("remove the title", "cut", "voices") == after("remove the title", "cut", "voices")
    assert parse(revise(film, "remove the title", {}, tools).text, tools).find("opening") is None


@pytest.mark.parametrize(
    "wish", ["asdf", "make me a sandwich", "", "remove shot 9", "make it 9000 seconds", "🙂", "x" * 9000]
)
def test_what_is_not_understood_gets_a_sentence(wish: str, film: str, tools: dict[str, Tool]) -> None:
    with pytest.raises(PersonError):
        revise(film, wish, {}, tools)


def test_a_wish_that_already_holds_says_so(film: str, tools: dict[str, Tool]) -> None:
    made = revise(film, "use a female voice", {}, tools)
    assert made.text == film
    assert made.notes == ("Nothing changed: the plan already is so.",)
