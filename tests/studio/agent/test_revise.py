"""Wishes in words change the lines concerned and no others."""

from pathlib import Path

import pytest

from studio.agent.planner import propose, revise
from studio.errors import PersonError
from studio.plan import Ref, compare, parse
from studio.tool import Tool, discover

ROOT = Path(__file__).parents[3]
LINES = {f"line{n}" for n in range(1, 6)}
CLIPS = {f"clip{n}" for n in range(1, 6)}


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
        ("no narration", {*LINES, *CLIPS, "cut"}),
        ("warmer music", {"music"}),
        ("the music should be sadder", {"music"}),
        ("no music", {"music", "film"}),
        ("make it 30 seconds", {*CLIPS, "cut"}),
        ("make it 20 seconds", {"cut"}),
        ("male voice", LINES),
        ("another voice", LINES),
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
        ("60 fps", {"opening_clip", *CLIPS, "cut"}),
        ("1080p", {"opening_clip", *CLIPS, "film"}),
        ("in watercolour", {"opening", "shot1", "shot2", "shot3", "shot4", "shot5"}),
        ("remove the title", {"opening", "opening_clip", "cut"}),
        ("use wipes", {"cut"}),
        ("push transitions", {"cut"}),
        ("rotate the cameras", CLIPS),
        ("remove the words of shot 2", {"line2", "clip2", "cut"}),
        ("shot 2 should rotate to the right", {"clip2"}),
        ("black and white", {"graded1", "film"}),
        ("warmer colours and wipes to the right", {"graded1", "film", "cut"}),
        ("shot 2 in black and white, no captions", {"graded1", "cut", "film"}),
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
    assert after("square", "film", "size") == "1080x1080"
    assert after("slower", "cut", "seconds") == 29
    for wish, value in (
        ("use wipes", "wipe left"), ("iris transitions", "iris"), ("push transitions", "push left"),
        ("wipe to the right", "wipe right"), ("slides up", "slide up"), ("use zoom transitions", "zoom"),
        ("blur between shots", "blur"), ("fade to white", "dip to white"), ("fade to black", "dip to black"),
        ("transitions: push down", "push down"), ("dissolves", "dissolve"), ("hard cuts", "cut"),
    ):  # fmt: skip
        assert after(wish, "cut", "transition") == value, wish
    assert after("rotate cameras", "clip1", "camera") == "orbit right"
    assert after("push in on every shot", "clip1", "camera") == "push in"
    assert after("all cameras handheld", "clip1", "camera") == "handheld"
    assert after("make it 30 seconds", "clip1", "seconds") == 5.9
    assert after("1080p", "clip1", "size") == "1080p"
    assert after("no narration", "clip1", "voice") is None
    assert after("no camera movement", "clip3", "camera") == "still"
    assert after("all cameras should push in", "clip3", "camera") == "push in"
    assert after("add a shot of a harbour after shot 2", "shot6", "scene") == "a harbour"
    shots = after("add a shot of a harbour after shot 2", "cut", "shots")
    assert isinstance(shots, tuple)
    assert [s.name for s in shots] == ["opening_clip", "clip1", "clip2", "clip6", "clip3", "clip4", "clip5"]
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


def test_a_shot_graded_stays_a_shot(film: str, tools: dict[str, Tool]) -> None:
    once = revise(film, "shot 2 in black and white", {}, tools).text
    plan = parse(once, tools)
    assert plan.step("graded1").get("clip") == Ref("clip2")
    shots = plan.step("cut").get("shots")
    assert isinstance(shots, tuple)
    assert shots[2] == Ref("graded1")
    again = parse(revise(once, "shot 2: warmer colours", {}, tools).text, tools)
    assert [s.get("look") for s in again.steps if s.tool == "grade"] == ["warm evening"]
    assert parse(revise(once, "shot 2: zoom out", {}, tools).text, tools).step("clip2").get("camera") == "pull out"
    gone = parse(revise(once, "remove shot 2", {}, tools).text, tools)
    assert not {"shot2", "graded1", "clip2"} & set(gone.names())


@pytest.mark.parametrize("wish", ["zoom", "push", "a blur", "an iris in a garden"])
def test_words_that_may_mean_something_else_are_no_transition(wish: str, film: str, tools: dict[str, Tool]) -> None:
    with pytest.raises(PersonError):
        revise(film, wish, {}, tools)


def test_a_picture_that_only_a_camera_moves_over_is_graded_below_it(tools: dict[str, Tool]) -> None:
    film = propose("Our trip to Norway, 12 seconds", {"beach": "Image", "dog": "Image"}, tools, writer="floor").text
    given = {"beach": "Image", "dog": "Image"}
    plan = parse(revise(film, "shot 2 in black and white", given, tools).text, tools, given)
    assert plan.step("clip2").get("picture") == Ref("graded1")
    assert (
        parse(revise(film, "rotate the cameras", given, tools).text, tools, given).step("clip1").get("camera")
        == "rotate right"
    )


def test_a_new_shot_of_somebody_known_has_them_in_its_cast(film: str, tools: dict[str, Tool]) -> None:
    plan = parse(revise(film, "end on the keeper on a hill", {}, tools).text, tools)
    assert plan.step("shot6").get("cast") == (Ref("keeper"),)
    assert plan.step("clip6").tool == "animate"
    assert plan.step("clip6").get("strength") == plan.step("clip5").get("strength")
    plan = parse(revise(film, "shot 2 should show a harbour", {}, tools).text, tools)
    assert not plan.step("shot2").has("cast")
