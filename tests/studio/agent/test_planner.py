"""Every brief becomes a plan that reads, fits the tools, keeps what was asked and adds up, without any model."""

import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest

from studio.adjust import Adjustments
from studio.agent.bans import breaks
from studio.agent.choices import seen_things, usable_given, voice
from studio.agent.planner import propose
from studio.agent.reading import read
from studio.agent.script import need
from studio.errors import Cancelled, PersonError
from studio.plan import Ref, parse
from studio.tool import Tool, discover

ROOT = Path(__file__).parents[3]
BRIEFS = [
    line for line in (Path(__file__).parent / "briefs.txt").read_text(encoding="utf-8").splitlines() if line.strip()
]


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    return discover(ROOT / "pipelines")


def lines_of(text: str, tools: dict[str, Tool], given: dict[str, str] | None = None) -> list[str]:
    return [str(s.get("text")) for s in parse(text, tools, given).steps if s.tool == "speak"]


@pytest.mark.parametrize("brief", BRIEFS, ids=range(len(BRIEFS)))
def test_a_brief_becomes_a_plan_that_fits(brief: str, tools: dict[str, Tool]) -> None:
    shown: list[str] = []
    made = propose(brief, {}, tools, writer="floor", on_line=shown.append)
    plan = parse(made.text, tools)
    assert "\n".join(shown).split() == made.text.split(), "every line was shown as it came"
    assert made.by == "floor"
    assert made.notes[0].startswith("This is the ready plan")
    assert "{" not in made.text.replace(brief, ""), "no hole stayed open"
    reading = made.reading
    assert reading is not None
    said = " ".join(str(v) for s in plan.steps for _, v in s.arguments if isinstance(v, str)).casefold()
    for kept in (*reading.names, *reading.numbers):
        assert kept.casefold() in said or any(kept in note for note in made.notes), kept
    for quote, _ in reading.quotes:
        assert quote.casefold().rstrip(".!") in said
    if reading.wishes.music is False:
        assert not any(s.tool == "compose" for s in plan.steps)
    if not reading.spoken:
        assert not any(s.tool == "speak" for s in plan.steps)


@pytest.mark.parametrize("brief", BRIEFS, ids=range(len(BRIEFS)))
def test_nothing_forbidden_is_shown_or_said_by_us(brief: str, tools: dict[str, Tool]) -> None:
    made = propose(brief, {}, tools, writer="floor")
    assert made.reading is not None
    own = " ".join(made.reading.told).lower()
    avoid = tuple(a for a in seen_things(made.reading.wishes.avoid) if not breaks(own, (a,)))
    for step in parse(made.text, tools).steps:
        for key in ("scene", "text"):
            assert not breaks(str(step.get(key) or ""), avoid)


@pytest.mark.parametrize("brief", BRIEFS, ids=range(len(BRIEFS)))
def test_the_seconds_add_up_and_hold_their_lines(brief: str, tools: dict[str, Tool]) -> None:
    made = propose(brief, {}, tools, writer="floor")
    plan, reading = parse(made.text, tools), made.reading
    clips = [s for s in plan.steps if s.tool in ("move", "animate") and s.name.startswith("clip")]
    if not clips or reading is None:
        return
    cut = plan.step("cut")
    assert cut.get("seconds") == reading.seconds
    overlap = {"cut": 0.0, "dissolve": float(cut.get("transition_seconds", 0.5))}[str(cut.get("transition"))]  # type: ignore[arg-type]
    shots = cut.get("shots")
    assert isinstance(shots, tuple)
    cards = len(shots) - len(clips)
    total = sum(float(s.get("seconds")) for s in clips) - (len(shots) - 1) * overlap  # type: ignore[arg-type]
    card = 0.0 if not cards else 2.5 if reading.seconds < 15 else 3.0
    assert total + cards * card == pytest.approx(reading.seconds, abs=0.11)
    for number, clip in enumerate(clips, 1):
        line = plan.find(f"line{number}")
        if line is not None:
            assert need(str(line.get("text")), voice(reading)) <= float(clip.get("seconds")) + 0.11  # type: ignore[arg-type]


def test_a_story_is_told_with_care(tools: dict[str, Tool]) -> None:
    made = propose("A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds.", {}, tools, writer="floor")
    plan = parse(made.text, tools)
    paints = [s for s in plan.steps if s.tool == "paint"]
    assert 4 <= len(paints) <= 6
    assert len({s.get("scene") for s in paints}) == len(paints)
    assert len({s.get("time") for s in paints}) >= 3
    cameras = [s.get("camera") for s in plan.steps if s.tool == "animate"][1:]
    assert all(a != b for a, b in pairwise(cameras))
    lines = lines_of(made.text, tools)
    assert len(lines) >= 4
    assert len(set(lines)) == len(lines)
    assert any("befriends a whale" in line for line in lines)
    assert plan.step("opening").get("text") == "The Lighthouse Keeper and the Whale"
    assert plan.step("music").get("mood") == "calm, hopeful"


def test_several_sentences_are_the_narration(tools: dict[str, Tool]) -> None:
    brief = "Tomas climbs the stairs. He lights the lamp at 5:30. One night in 1887 the lamp goes out."
    assert lines_of(propose(brief, {}, tools, writer="floor").text, tools) == [
        "Tomas climbs the stairs.",
        "He lights the lamp at 5:30.",
        "One night in 1887 the lamp goes out.",
    ]


def test_other_languages_keep_the_persons_own_sentences(tools: dict[str, Tool]) -> None:
    made = propose("حارس منارة يصادق حوتًا. هادئ ومليء بالأمل، 24 ثانية.", {}, tools, writer="floor")
    plan = parse(made.text, tools)
    speak = next(s for s in plan.steps if s.tool == "speak")
    assert (speak.get("text"), speak.get("voice")) == ("حارس منارة يصادق حوتًا.", "silent")
    assert any("captions" in note for note in made.notes)
    assert any("whale" in str(s.get("scene")) for s in plan.steps), "the picture knows the Arabic for whale"


def test_given_things_are_used(tools: dict[str, Tool]) -> None:
    given = {"beach": "Image", "dog": "Image", "our_song": "Audio"}
    made = propose("Our trip to Norway with Ana, 20 seconds", given, tools, writer="floor")
    plan = parse(made.text, tools, given)
    used = {name for s in plan.steps for name in s.inputs()}
    assert {"beach", "dog", "our_song"} <= used
    assert not any(s.tool == "paint" for s in plan.steps)
    videos = {"clip_a": "Video", "clip_b": "Video"}
    plan = parse(propose("A montage, 12 seconds", videos, tools, writer="floor").text, tools, videos)
    assert [s.tool for s in plan.steps].count("trim") == 2
    assert not any(s.tool == "speak" for s in plan.steps)


def test_a_given_thing_may_bear_one_of_our_names(tools: dict[str, Tool]) -> None:
    given = {"shot1": "Image", "cut": "Video", "line1": "Audio", "bad name": "Image"}
    parse(propose("A day at sea, 20 seconds", given, tools, writer="floor").text, tools, usable_given(given))


@pytest.mark.parametrize("brief", ["", "   \n\t", "\x00\x07"])
def test_an_empty_brief_gets_a_sentence(brief: str, tools: dict[str, Tool]) -> None:
    with pytest.raises(PersonError, match="empty"):
        propose(brief, {}, tools, writer="floor")


@pytest.mark.parametrize(
    "brief",
    [
        "?",
        "…",
        "a",
        "12345",
        "\u202eabc\u202c def\x00ghi",
        "🙂" * 3000,
        "word " * 10_000,
        "A. " * 9000,
        '"' * 500,
        "no no no no",
        "A\n" * 4000,
        "没有" * 4000,
        "{title} {line} \\ \" '''",
        "\ud800 broken",
        "no people, no text, no music, no narration",
        "10000 hours",
        "( ( ( (" * 200,
    ],
    ids=range(17),
)
def test_hostile_briefs_still_give_a_plan_that_fits(brief: str, tools: dict[str, Tool]) -> None:
    started = time.perf_counter()
    made = propose(brief, {}, tools, writer="floor")
    parse(made.text, tools)
    assert time.perf_counter() - started < 5


def test_a_very_long_brief_says_how_much_was_read(tools: dict[str, Tool]) -> None:
    made = propose("The keeper walks down to the sea. " * 1500, {}, tools, writer="floor")
    assert made.reading is not None
    assert any("first 6,000" in note for note in made.reading.lines())


@pytest.mark.parametrize("seconds", [3, 5, 8, 10, 15, 24, 60, 180, 600])
def test_any_length(seconds: float, tools: dict[str, Tool]) -> None:
    made = propose(
        BRIEFS[0], {}, tools, writer="floor", adjustments=Adjustments(seconds=seconds, size="720x1280", seed=7)
    )
    plan = parse(made.text, tools)
    assert plan.step("cut").get("seconds") == seconds
    assert plan.step("film").get("size") == "720x1280"
    assert next(s for s in plan.steps if s.tool == "paint").get("shape") == "9:16"


def test_a_length_that_cannot_be_and_an_unknown_writer_get_sentences(tools: dict[str, Tool]) -> None:
    with pytest.raises(PersonError, match="3 to 600"):
        propose(BRIEFS[0], {}, tools, adjustments=Adjustments(seconds=7000), writer="floor")
    with pytest.raises(PersonError, match="no writer"):
        propose(BRIEFS[0], {}, tools, writer="nobody")


def test_cancel(tools: dict[str, Tool]) -> None:
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(Cancelled):
        propose(BRIEFS[0], {}, tools, writer="floor", cancelled=cancelled)


def test_the_same_brief_and_seed_give_the_same_plan(tools: dict[str, Tool]) -> None:
    first, second = (propose(BRIEFS[0], {}, tools, writer="floor").text for _ in range(2))
    other = propose(BRIEFS[0], {}, tools, writer="floor", adjustments=Adjustments(seed=9)).text
    assert first == second != other


def test_the_reading_is_told_in_words() -> None:
    lines = read(BRIEFS[1]).lines()
    assert any("30 seconds long (as asked)" in line for line in lines)
    assert any("Must not be there: people" in line for line in lines)
    assert any("Bruno's Bakery" in line for line in lines)


@pytest.mark.parametrize("seconds", [60, 180, 600])
def test_a_long_film_shows_new_things_and_says_where_words_are_missing(seconds: float, tools: dict[str, Tool]) -> None:
    made = propose(BRIEFS[0], {}, tools, writer="floor", adjustments=Adjustments(seconds=seconds))
    plan = parse(made.text, tools)
    scenes = [str(s.get("scene")) for s in plan.steps if s.tool == "paint"]
    lines = lines_of(made.text, tools)
    assert len(set(scenes)) == len(scenes)
    assert len(set(lines)) == len(lines) >= min(len(scenes), 20)
    silent = len(scenes) - len(lines)
    assert any("have no words" in note for note in made.notes) == (silent * 3 > len(scenes))


def test_a_given_recording_is_the_narration_of_the_whole_film(tools: dict[str, Tool]) -> None:
    given = {"photo1": "Image", "photo2": "Image", "interview": "Audio"}
    made = propose("A photo story with my spoken words. 20 seconds.", given, tools, writer="floor")
    plan = parse(made.text, tools, given)
    assert not any(step.tool == "speak" for step in plan.steps)
    assert plan.step("said").get("recording") == Ref("interview")
    assert plan.step("cut").get("narration") == Ref("said")
    assert any("interview" in note for note in made.notes)


def test_a_given_song_is_cut_to_the_films_length(tools: dict[str, Tool]) -> None:
    given = {"photo1": "Image", "song1": "Audio"}
    plan = parse(propose("My holiday, 20 seconds", given, tools, writer="floor").text, tools, given)
    assert plan.step("song").get("song") == Ref("song1")
    assert plan.step("film").get("music") == Ref("song")
