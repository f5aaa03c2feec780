"""Running plans: recall, early cut-off, side by side, failing, cancelling, kill -9, the stream of events."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from studio.bench import Bench
from studio.errors import PersonError
from studio.events import (
    Event,
    RunDone,
    RunStarted,
    StepBlocked,
    StepCancelled,
    StepDone,
    StepFailed,
    StepNote,
    StepProgress,
    StepStarted,
    from_json,
    to_json,
)
from studio.execute import Outcome, run
from studio.plan import parse
from studio.prepare import look
from studio.store import Store
from tests.studio.small_tools import RUNS, NoPacks, small_tools

TOOLS = small_tools()


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    RUNS.clear()
    return Bench(TOOLS, Store(tmp_path), NoPacks(), cores=2, memory=4)


def go(text: str, bench: Bench, given: dict | None = None, **more) -> tuple[Outcome, list[Event]]:
    events: list[Event] = []
    kinds = {name: made.kind for name, made in (given or {}).items()}
    outcome = run(parse(text, TOOLS, kinds), given or {}, bench, on_event=events.append, **more)
    return outcome, events


CHAIN = 'a = say(text="good morning")\nb = first_word(text=a)\nc = join(texts=[b, None, a], between="+")\n'


def test_a_run_makes_everything_and_the_second_run_recalls_it(bench: Bench) -> None:
    first, _ = go(CHAIN, bench)
    assert first.ok
    assert first.made["c"].path.read_text() == "good+-+good morning"
    assert RUNS == ["say", "first_word", "join"]
    second, events = go(CHAIN, bench)
    assert second.made == first.made
    assert RUNS == ["say", "first_word", "join"]
    assert all(e.recalled for e in events if isinstance(e, StepDone))


def test_an_edit_that_changes_no_bytes_recalls_everything_below(bench: Bench) -> None:
    go('a = say(text="good morning")\nb = first_word(text=a)\nc = say(text=b)\n', bench)
    RUNS.clear()
    go('a = say(text="good evening")\nb = first_word(text=a)\nc = say(text=b)\n', bench)
    assert RUNS == ["say", "first_word"]  # c recalled: b is the same word


def test_defaults_written_out_are_the_same_step(bench: Bench) -> None:
    go('a = say(text="x")\n', bench)
    go('a = say(text="x", loud=False, times=1)\n', bench)
    go('renamed = say(times=1, text="x")\n', bench)
    assert RUNS == ["say"]


def test_events_tell_the_run_in_order_and_survive_json(bench: Bench) -> None:
    _, events = go('a = say(text="x")\nb = wait(seconds=0.1)\n', bench)
    assert isinstance(events[0], RunStarted)
    assert events[0].steps == ("a", "b")
    assert isinstance(events[-1], RunDone)
    assert events[-1].ok
    for name in ("a", "b"):
        mine = [type(e) for e in events if getattr(e, "step", None) == name]
        assert mine[0] is StepStarted
        assert mine[-1] is StepDone
    assert any(isinstance(e, StepProgress) for e in events)
    assert [from_json(to_json(e)) for e in events] == events


def test_independent_steps_run_side_by_side(bench: Bench) -> None:
    outcome, _ = go('a = meet(name="a")\nb = meet(name="b")\n', bench)  # each waits until the other runs
    assert outcome.ok


def test_a_failed_step_stops_what_hangs_on_it_and_nothing_else(bench: Bench) -> None:
    text = 'a = refuse()\nb = say(text=a)\nc = say(text=b)\nd = say(text="alone")\n'
    outcome, events = go(text, bench)
    assert outcome.failed == {"a": "The glue is dry. Use another."}
    assert set(outcome.blocked) == {"b", "c"}
    assert set(outcome.made) == {"d"}
    assert StepBlocked("b", "a") in events
    assert not outcome.ok


@pytest.mark.parametrize(
    ("how", "words", "bug"),
    [
        ("sentence", "glue is dry", False),
        ("memory", "out of memory", False),
        ("bug", "A fault in Reelwright's tool 'refuse'.*KeyError", True),
        ("library", "lacks libEGL.so.1, .*apt-get install libegl1", False),
        ("empty", "returned 'empty.txt'", True),
        ("elsewhere", "not a file it made in its folder", True),
    ],
)
def test_a_sentence_and_a_bug_are_told_apart(bench: Bench, how: str, words: str, bug: bool) -> None:
    _, events = go(f'a = refuse(how="{how}")\n', bench)
    failed = next(e for e in events if isinstance(e, StepFailed))
    assert pytest.approx(1) == len([e for e in events if isinstance(e, StepFailed)])
    import re

    assert re.search(words, failed.words)
    assert failed.bug is bug
    assert list(bench.store.scratch_root.iterdir()) == []


@pytest.mark.parametrize("deaf", [False, True])
def test_cancel_ends_a_run_within_a_second_and_leaves_nothing_half_made(bench: Bench, deaf: bool) -> None:
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    begun = time.monotonic()
    outcome, events = go(
        f'a = wait(seconds=3, deaf={deaf})\nb = say(text=a)\nc = say(text="x")\n', bench, cancelled=stop
    )
    assert time.monotonic() - begun < 1.3
    assert outcome.cancelled
    assert {e.step for e in events if isinstance(e, StepCancelled)} == {"a", "b"}
    assert "c" in outcome.made
    if not deaf:
        assert list(bench.store.scratch_root.iterdir()) == []


def test_only_what_the_targets_need_is_run(bench: Bench) -> None:
    outcome, _ = go(CHAIN + 'd = say(text="other")\n', bench, targets=["b"])
    assert set(outcome.made) == {"a", "b"}


def test_two_runs_wanting_the_same_thing_make_it_once(bench: Bench) -> None:
    threads = [threading.Thread(target=go, args=("a = wait(seconds=0.5)\n", bench)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert RUNS == ["wait"]


def test_given_things_are_inputs(bench: Bench, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("from outside")
    outcome, _ = go("a = first_word(text=note1)\n", bench, {"note1": bench.store.adopt(note, "Text")})
    assert outcome.made["a"].path.read_text() == "from"


def test_looking_tells_current_stale_and_missing_with_the_reason(bench: Bench) -> None:
    keys: dict[str, str] = {}
    _, events = go(CHAIN, bench)
    keys.update({e.step: e.key for e in events if isinstance(e, StepDone)})
    fresh = look(parse(CHAIN, TOOLS), {}, bench, keys.get)
    assert [s.status for s in fresh.values()] == ["current"] * 3
    edited = CHAIN.replace('"+"', '"-"').replace("good morning", "well, now")
    states = look(parse(edited, TOOLS), {}, bench, keys.get)
    assert states["a"].status == "stale"
    assert "text changed" in states["a"].why
    assert states["c"].status == "stale"
    assert states["c"].made is not None
    added = look(parse(edited + 'd = say(text="new")\n', TOOLS), {}, bench, keys.get)
    assert added["d"].status == "missing"
    option = look(parse(CHAIN.replace('"+"', '"-"'), TOOLS), {}, bench, keys.get)
    assert option["c"].why == "between was '+', is now '-'"


KILLED = """
import sys, pathlib
sys.path.insert(0, {root!r})
from studio.bench import Bench
from studio.errors import PersonError
from studio.execute import run
from studio.plan import parse
from studio.store import Store
from tests.studio.small_tools import NoPacks, small_tools
tools = small_tools()
bench = Bench(tools, Store(pathlib.Path({folder!r})), NoPacks(), cores=2, memory=4)
lines = "".join(f'a{{n}} = say(text="text {{n}}")\\n' for n in range(300))
run(parse(lines, tools), {{}}, bench, on_event=lambda e: print(type(e).__name__, flush=True))
"""


@pytest.mark.parametrize("after", [3, 60, 251])
def test_kill_9_loses_nothing_made_and_recalls_nothing_broken(tmp_path: Path, after: int) -> None:
    root = str(Path(__file__).resolve().parents[2])
    code = KILLED.format(root=root, folder=str(tmp_path))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    done = 0
    for line in process.stdout:
        done += line.strip() == "StepDone"
        if done >= after:
            break
    process.kill()
    process.wait()
    RUNS.clear()
    bench = Bench(TOOLS, Store(tmp_path), NoPacks(), cores=2, memory=4)
    lines = "".join(f'a{n} = say(text="text {n}")\n' for n in range(300))
    outcome, events = go(lines, bench)
    assert outcome.ok
    assert sum(e.recalled for e in events if isinstance(e, StepDone)) >= after
    assert all(outcome.made[f"a{n}"].path.read_text() == f"text {n}" for n in range(300))


def test_a_thing_cleared_under_a_step_is_a_sentence_not_a_bug(bench: Bench) -> None:
    plan = parse('a = say(text="one")\nb = first_word(text=a)\n', TOOLS, {})
    events: list[Event] = []

    def clear_after_a(event: Event) -> None:
        events.append(event)
        if isinstance(event, StepDone) and event.step == "a":
            event.made.path.unlink()

    outcome = run(plan, {}, bench, on_event=clear_after_a)
    assert "removed while it was at work" in outcome.failed["b"]
    assert not any(e.bug for e in events if isinstance(e, StepFailed))
    assert run(plan, {}, bench).ok


def test_when_nobody_can_hear_a_run_its_steps_stop(bench: Bench) -> None:
    """A ledger on a full disk, for one: steps must not go on writing for a run that has failed."""

    def break_off(event: Event) -> None:
        if isinstance(event, StepProgress):
            raise PersonError("The disk is full.")

    cancelled = threading.Event()
    with pytest.raises(PersonError, match="full"):
        run(parse("a = wait(seconds=5)\n", TOOLS, {}), {}, bench, on_event=break_off, cancelled=cancelled)
    assert cancelled.is_set()
    for thread in threading.enumerate():
        if thread.name == "step a":
            thread.join(1)
            assert not thread.is_alive()
    assert not bench.store.in_use()


def test_a_given_file_is_called_by_its_name_in_notes_new_and_recalled(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "beach.png").write_bytes(b"not looked at")
    given = {"holiday": bench.store.adopt(tmp_path / "beach.png", "Image")}
    for _ in range(2):
        _, events = go("a = look_at(picture=holiday)\n", bench, given)
        assert [e.words for e in events if isinstance(e, StepNote)] == ["'holiday' is blurred."]
    states = look(parse("a = look_at(picture=holiday)\n", TOOLS, {"holiday": "Image"}), given, bench, lambda step: None)
    assert states["a"].record.notes == ("'holiday' is blurred.",)
