"""The local writer: what it writes is checked, streamed, cancelled; and the real one, where its pack is."""

import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from studio.agent import writer
from studio.agent.accept import alike, fault, merit, scene, tidy
from studio.agent.planner import propose
from studio.agent.reading import read
from studio.agent.recipes import script_for
from studio.agent.script import Shot
from studio.errors import Cancelled, PersonError
from studio.tool import Tool, discover

ROOT = Path(__file__).parents[3]
BRIEF = "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds. No gulls."


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    return discover(ROOT / "pipelines")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("The keeper trims the wick at dusk.", ""),
        ("Gulls circle the tower.", "gull"),
        ("I stand on the rocks alone.", "itself"),
        ("The camera finds the keeper.", "film"),
        ("Old Bob and the keeper saw Tom Miller.", "past"),
        ("The keeper waves to Captain Ahab.", "Captain"),
        ("The lamp has 1904 mirrors.", "1904"),
        ("Too", "short"),
        ("The keeper walks on and on and on along the endless shore of the wide and silent sea tonight.", "long"),
        ("The keeper walks along the", "sentence"),
        ("He trims the wick at dusk.", "repeats"),
    ],
)
def test_every_line_is_checked(line: str, why: str) -> None:
    shot = Shot("a shore", "Ready line.", seconds=4.6)
    before = ["At dusk the wick is trimmed."] if why == "repeats" else []
    found = fault(line, shot, read(BRIEF), before)
    assert (found == "") if not why else (why in found), found


def test_tidy_takes_one_sentence() -> None:
    assert tidy(' "Say: the lamp burns.  " ') == "The lamp burns."
    assert tidy("The lamp burns. And then the") == "The lamp burns."
    assert tidy("1) The lamp burns. [a lamp]") == "The lamp burns."


def test_a_scene_that_cannot_be_painted_is_the_ready_one() -> None:
    reading, shot = read(BRIEF), Shot("a lighthouse on a shore")
    assert scene("gulls over a lighthouse", shot, reading) == shot.scene
    assert scene("", shot, reading) == shot.scene
    assert scene("A whale beside a lighthouse.", shot, reading) == "a whale beside a lighthouse"
    assert scene("hope and dignity", shot, reading).startswith("hope and dignity, on a shore")


def test_the_better_of_two_lines_wins_and_a_picture_is_not_shown_twice() -> None:
    reading = read(BRIEF)
    assert merit("Salt dries on the brass of the great lamp.", reading) > merit(
        "The keeper is still very calm now.", reading
    )
    assert alike("a keeper and a whale in the ocean", ["the keeper and the whale in the ocean"])
    assert not alike("a lamp at night", ["the keeper and the whale in the ocean"])


class Pen:
    """Stands in for a loaded model: writes what it was told to, and keeps what it was asked."""

    def __init__(self, *said: str) -> None:
        self.said = list(said)
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def read(self, head: str) -> None:
        assert head

    def some(self, prompt: str, count: int, cancelled: threading.Event | None, **options: Any) -> list[str]:
        if cancelled is not None and cancelled.is_set():
            raise Cancelled
        self.asked.append((prompt, options))
        return [self.said.pop(0) if self.said else " The keeper hums, and the water hums back." for _ in range(count)]

    def more(self, prompt: str, cancelled: threading.Event | None, **options: Any) -> str:
        self.asked.append((prompt, options))
        return "a lamp in a tower by the sea]"


class Shelf:
    def ready(self, name: str) -> bool:
        return name == "writer"

    def find(self, name: str) -> Path:
        return Path("/nowhere")


def test_lines_are_shown_as_they_come_and_stay_in_the_plan(
    tools: dict[str, Tool], monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = Pen(
        " He trims the wick before the first star.", " Gulls cry.", " A gull.", " The whale sings gulls to sleep."
    )
    monkeypatch.setattr(writer, "loaded", lambda folder: pen)
    monkeypatch.setattr(writer, "crowded", lambda: False)
    shown: list[str] = []
    made = propose(BRIEF, {}, tools, writer="writer", packs=Shelf(), on_line=shown.append)
    assert made.by == "writer"
    assert "\n".join(shown) + "\n" == made.text
    assert "He trims the wick before the first star." in made.text
    assert "gulls" not in made.text.replace('avoid="gulls"', "").lower().replace("no gulls", "")
    assert "befriends a whale" in made.text
    assert all("root ::= " in options["grammar"] for _, options in pen.asked)
    assert [" gulls", False] in pen.asked[0][1]["logit_bias"]
    # The constant start comes first, and each prompt goes on from the last: what was read is not read again.
    heads = [prompt for prompt, _ in pen.asked]
    assert all(b.startswith(a.rsplit("\n", 1)[0]) for a, b in pairwise(heads))


def test_an_explanation_is_not_left_to_a_small_model(tools: dict[str, Tool]) -> None:
    made = propose("How do tides work?", {}, tools, packs=Shelf())
    assert made.by == "floor"
    assert "facts" in made.notes[0]


def test_cancel_between_lines(tools: dict[str, Tool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "loaded", lambda folder: Pen())
    cancelled = threading.Event()
    with pytest.raises(Cancelled):
        propose(BRIEF, {}, tools, writer="writer", packs=Shelf(), cancelled=cancelled,
                on_line=lambda line: cancelled.set() if line.startswith("shot1") else None)  # fmt: skip


def test_without_the_pack(tools: dict[str, Tool]) -> None:
    made = propose(BRIEF, {}, tools)
    assert made.by == "floor"
    assert made.notes[0].startswith("No writer here")
    with pytest.raises(PersonError, match="packs get writer"):
        propose(BRIEF, {}, tools, writer="writer")


@pytest.mark.slow
def test_the_real_writer(pack: Callable[[str], Path]) -> None:
    folder = pack("writer")
    reading = read("A lonely robot on Mars finds a flower. 20 seconds. No people.")
    script = script_for(reading, {})
    cancelled = threading.Event()
    made, _ = writer.write(script, reading, folder, cancelled=cancelled)
    assert [s.seconds for s in made.shots] == [s.seconds for s in script.shots]
    lines = [s.line for s in made.shots if s.line]
    assert len(set(lines)) == len(lines) >= 3
    assert any("finds a flower" in line for line in lines)
    threading.Timer(0.5, cancelled.set).start()
    started = time.perf_counter()
    with pytest.raises(Cancelled):
        writer.write(script, reading, folder, seed=2, cancelled=cancelled)
    assert time.perf_counter() - started < 20
