"""Making one step: what it shows while it is at work, and engines that give up."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

from studio.bench import Bench
from studio.errors import PersonError, Unfit
from studio.events import Event, StepDone, StepFailed, StepNote, StepPreview, from_json, to_json
from studio.execute import run
from studio.kinds import Text
from studio.plan import parse
from studio.prepare import look
from studio.store import Store
from studio.tool import Settled, tool_from
from studio.work import Work
from tests.studio.small_tools import NoPacks

BROKEN: set[str] = set()


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """ "auto" is the model, until it is known to be broken."""
    if options["engine"] != "auto":
        if "refused" in BROKEN:
            raise PersonError("There is no model at all.")
        return Settled(options, ())
    engine, notes = ("drawn", ("The model is broken, so this is drawn.",)) if BROKEN else ("model", ())
    return Settled({**options, "engine": engine}, (), notes)


def sketch(words: str, engine: Literal["auto", "model", "drawn"] = "auto", *, work: Work) -> Text:
    """Words, shown as they come."""
    for letter in words:
        work.preview(letter.encode())
    if engine == "model" and "hard" in words:
        BROKEN.add("model")
        raise Unfit("The model does not load. Give another.")
    path = work.path("words.txt")
    path.write_text(f"{words} by {engine}")
    return Text(path)


TOOLS = {"sketch": tool_from(sketch)}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    BROKEN.clear()
    return Bench(TOOLS, Store(tmp_path), NoPacks(), cores=2, memory=4)


def go(text: str, bench: Bench) -> list[Event]:
    events: list[Event] = []
    run(parse(text, TOOLS), {}, bench, on_event=events.append)
    return events


def test_what_there_is_so_far_is_told_and_survives_json(bench: Bench) -> None:
    events = go('a = sketch(words="abc")\n', bench)
    assert [e for e in events if isinstance(e, StepPreview)] == [StepPreview("a", c) for c in (b"a", b"b", b"c")]
    assert [from_json(to_json(e)) for e in events] == events


def test_where_an_engine_gives_up_auto_makes_it_otherwise_under_its_own_key_and_says_so(bench: Bench) -> None:
    plan = 'a = sketch(words="hard")\n'
    events = go(plan, bench)
    done = next(e for e in events if isinstance(e, StepDone))
    assert done.made.path.read_text() == "hard by drawn"
    assert StepNote("a", "The model is broken, so this is drawn.") in events
    record = bench.store.record(done.key)
    assert record is not None
    assert record.options["engine"] == "drawn"
    assert look(parse(plan, TOOLS), {}, bench, lambda step: done.key)["a"].status == "current"
    BROKEN.clear()  # the model is mended: its picture is not the one there is
    state = look(parse(plan, TOOLS), {}, bench, lambda step: done.key)["a"]
    assert (state.status, state.why) == ("stale", "engine was 'drawn', is now 'model'")


@pytest.mark.parametrize("refused", [False, True])
def test_an_engine_asked_for_by_name_that_gives_up_is_a_sentence(bench: Bench, refused: bool) -> None:
    events: list[Event] = []
    plan = parse('a = sketch(words="hard", engine="model")\n', TOOLS)

    def hear(event: Event) -> None:
        events.append(event)
        if refused and isinstance(event, StepPreview):
            BROKEN.add("refused")

    run(plan, {}, bench, on_event=hear)
    assert [e for e in events if isinstance(e, StepFailed)] == [
        StepFailed("a", "The model does not load. Give another.", False)
    ]


def test_why_another_engine_made_it_is_told_as_long_as_it_is_so_and_no_longer(bench: Bench) -> None:
    named = 'a = sketch(words="hard", engine="drawn")\n'
    auto = 'a = sketch(words="hard")\n'
    note = StepNote("a", "The model is broken, so this is drawn.")
    key = next(e for e in go(named, bench) if isinstance(e, StepDone)).key
    events = go(auto, bench)  # what was drawn before is recalled, and the fallback told all the same
    assert note in events
    assert next(e for e in events if isinstance(e, StepDone)).recalled
    record = look(parse(auto, TOOLS), {}, bench, lambda step: key)["a"].record
    assert record is not None
    assert record.notes == (note.words,)
    BROKEN.clear()
    assert not any(isinstance(e, StepNote) for e in go(named, bench))


def test_engines_give_up_one_after_the_other_and_each_is_asked_once(tmp_path: Path) -> None:
    gone: list[str] = []

    def choose(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
        left = [e for e in ("model", "server", "drawn") if e not in gone]
        return Settled({**options, "engine": left[0] if left else "model"}, ())

    def draft(engine: str = "auto", *, work: Work) -> Text:
        gone.append(engine)
        raise Unfit(f"The {engine} gives up.")

    tools = {"draft": dataclasses.replace(tool_from(draft), _settle=choose)}
    events: list[Event] = []
    here = Bench(tools, Store(tmp_path), NoPacks(), cores=2, memory=4)
    run(parse("a = draft()\n", tools), {}, here, on_event=events.append)
    assert gone == ["model", "server", "drawn"]
    assert [e.words for e in events if isinstance(e, StepFailed)] == ["The drawn gives up."]
