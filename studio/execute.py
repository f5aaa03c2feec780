"""Running a plan: recall what was made, make the rest side by side, tell everything as events."""

import queue
import threading
import time
import traceback
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from studio.bench import Bench
from studio.errors import Cancelled
from studio.events import (
    Artifact,
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
)
from studio.faults import sentence
from studio.naming import by_name
from studio.plan import Plan, Step
from studio.prepare import Prepared, needed_for, prepare
from studio.store import Record, Store, now
from studio.tool import Tool
from studio.work import Work

# How long a cancelled run waits for its steps to notice before it returns without them.
_PATIENCE = 0.12


@dataclass(frozen=True)
class Outcome:
    """What became of a run: things made or recalled, sentences of failed steps, steps not reached."""

    run: str
    made: Mapping[str, Artifact]
    failed: Mapping[str, str]
    blocked: tuple[str, ...]
    cancelled: bool
    seconds: float

    @property
    def ok(self) -> bool:
        return not (self.failed or self.blocked or self.cancelled)


class _KeyLocks:
    """One lock a key, so that two runs wanting the same thing make it once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: set[str] = set()
        self._freed = threading.Condition(self._lock)

    def take(self, key: str, cancelled: threading.Event) -> None:
        with self._freed:
            while key in self._held:
                if cancelled.is_set():
                    raise Cancelled
                self._freed.wait(0.1)
            self._held.add(key)

    def free(self, key: str) -> None:
        with self._freed:
            self._held.discard(key)
            self._freed.notify_all()


_making = _KeyLocks()


def make(
    ready: Prepared, bench: Bench, threads: int, cancelled: threading.Event, tell: Callable[[Event], None]
) -> None:
    """Recall or make one step and tell how it went. Every way out is an event; nothing is raised."""
    step, tool = ready.step, ready.tool
    try:
        _making.take(ready.key, cancelled)
    except Cancelled:
        tell(StepCancelled(step.name))
        return
    try:
        found = bench.store.recall(ready.key)
        if found:
            for words in found[1].notes:
                tell(StepNote(step.name, words))
            tell(StepDone(step.name, found[0], True, found[1].seconds, ready.key))
            return
        tell(StepStarted(step.name, tool.name))
        _make_new(ready, bench, threads, cancelled, tell)
    except Cancelled:
        tell(StepCancelled(step.name))
    except Exception as error:
        words, bug = sentence(error, tool.name)
        if bug and _lost(ready, bench.store):
            words, bug = "What it is made from was removed while it was at work. Run again: it is made anew.", False
        if bug:
            traceback.print_exception(error)
        tell(StepFailed(step.name, words, bug))
    finally:
        _making.free(ready.key)


def _lost(ready: Prepared, store: Store) -> bool:
    """Whether a thing this step is made from is gone, as when another program clears the store."""
    names = [n for v in ready.inputs.values() for n in (v if isinstance(v, list) else [v])]
    return not all((store.things / name).exists() for name in names if name and name not in ready.texts)


def _make_new(
    ready: Prepared, bench: Bench, threads: int, cancelled: threading.Event, tell: Callable[[Event], None]
) -> None:
    step, tool, store = ready.step, ready.tool, bench.store
    notes = list(ready.notes)
    for words in notes:
        tell(StepNote(step.name, words))

    def remark(words: str) -> None:
        if words not in notes:
            notes.append(words)
            tell(StepNote(step.name, words))

    for pack in ready.packs:
        bench.packs.find(pack)  # its sentence names what is missing and the way to get it
    begun = time.monotonic()
    with store.scratch() as folder, store.kept.lease() as use_part:
        desk = Work(
            folder=folder,
            parts=store.parts,
            threads=threads,
            cancelled=cancelled,
            report=lambda share, words: tell(StepProgress(step.name, share, words)),
            remark=remark,
            find_pack=bench.packs.find,
            use_part=use_part,
        )
        arguments = ready.arguments(store)
        path = Path(tool.function(**arguments, work=desk))
        desk.check()
        if not path.is_file() or folder not in path.parents or path.stat().st_size == 0:
            raise RuntimeError(f"{tool.name} returned {path.name!r}, which is not a file it made in its folder")
        seconds = time.monotonic() - begun
        record = Record(
            key=ready.key,
            tool=tool.name,
            code=tool.code,
            inputs=ready.inputs,
            options=ready.options,
            packs=ready.packs,
            notes=tuple(notes),
            seconds=round(seconds, 3),
            made="",
            kind=tool.makes,
            bytes=0,
            at=now(),
        )
        made, record = store.keep(path, record, path.suffix.lower())
    tell(StepDone(step.name, made, False, record.seconds, ready.key))


class _Run:
    """One run's bookkeeping. The calling thread owns it all; steps report through a queue."""

    def __init__(self, plan: Plan, given: Mapping[str, Artifact], bench: Bench, cancelled: threading.Event) -> None:
        self.bench = bench
        self.cancelled = cancelled
        self.things: dict[str, Artifact] = dict(given)
        self.waiting: list[Step] = list(plan.steps)
        self.running: dict[str, tuple[int, float]] = {}  # step → cores, memory
        self.failed: dict[str, str] = {}
        self.blocked: dict[str, str] = {}
        self.stopped: set[str] = set()
        self.made: dict[str, Artifact] = {}
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()

    def full(self) -> bool:
        return sum(cores for cores, _ in self.running.values()) >= self.bench.cores

    def fits(self, tool: Tool) -> tuple[int, float] | None:
        """Cores and memory for one more step beside those running, or None. One step always fits."""
        cores = min(tool.cores or self.bench.cores, self.bench.cores)
        if self.running:
            if sum(c for c, _ in self.running.values()) + cores > self.bench.cores:
                return None
            if sum(m for _, m in self.running.values()) + tool.memory > self.bench.memory:
                return None
        return cores, tool.memory

    def go(self, on_event: Callable[[Event], None]) -> None:
        """Until every step has ended, or a cancel was given its time."""
        deadline: float | None = None
        changed = True
        while self.waiting or self.running:
            if self.cancelled.is_set():
                deadline = deadline or time.monotonic() + _PATIENCE
                if not self.running or time.monotonic() > deadline:
                    break
            elif changed:
                self.start_what_can(on_event)
                if not self.running and not self.waiting:
                    break
            try:
                event = self.events.get(timeout=0.05)
            except queue.Empty:
                continue
            if isinstance(event, StepNote | StepFailed):
                event = replace(event, words=by_name(event.words, self.things))
            changed = self.take_in(event)
            on_event(event)

    def start_what_can(self, on_event: Callable[[Event], None]) -> None:
        for step in list(self.waiting):
            if self.cancelled.is_set():
                return
            above = step.inputs()
            bad = next((n for n in above if n in self.failed or n in self.blocked or n in self.stopped), None)
            if bad:
                self.waiting.remove(step)
                self.blocked[step.name] = bad
                on_event(StepBlocked(step.name, bad))
            elif not self.full() and all(n in self.things for n in above):
                self.start(step)

    def start(self, step: Step) -> None:
        tool = self.bench.tools[step.tool]
        room = self.fits(tool)
        if room is None:
            return
        self.waiting.remove(step)
        self.running[step.name] = room
        threading.Thread(target=self._work, args=(step, tool, room[0]), name=f"step {step.name}", daemon=True).start()

    def _work(self, step: Step, tool: Tool, threads: int) -> None:
        try:
            ready = prepare(step, tool, self.things, self.bench)
        except Exception as error:
            words, bug = sentence(error, tool.name)
            if bug:
                traceback.print_exception(error)
            self.events.put(StepFailed(step.name, words, bug))
            return
        make(ready, self.bench, threads, self.cancelled, self.events.put)

    def take_in(self, event: Event) -> bool:
        """Whether the event ends a step, so that others may begin."""
        if isinstance(event, StepDone):
            self.things[event.step] = self.made[event.step] = event.made
        elif isinstance(event, StepFailed):
            self.failed[event.step] = event.words
        elif isinstance(event, StepCancelled):
            self.stopped.add(event.step)
        else:
            return False
        self.running.pop(event.step, None)
        return True


def run(
    plan: Plan,
    given: Mapping[str, Artifact],
    bench: Bench,
    *,
    targets: Iterable[str] | None = None,
    on_event: Callable[[Event], None] = lambda event: None,
    cancelled: threading.Event | None = None,
    run_id: str = "",
) -> Outcome:
    """Run the steps `targets` need (all by default), those that do not wait for each other side by side.

    The plan must have been checked. A failed step stops what hangs on it and nothing else. A cancel ends
    the run within a second: a step that does not notice in time is left to end alone, and what it makes
    is kept only if it is whole. Events reach `on_event` in this thread, in order.
    """
    begun = time.monotonic()
    cancelled = cancelled or threading.Event()
    wanted = needed_for(plan, targets)
    state = _Run(wanted, given, bench, cancelled)
    name = run_id or uuid.uuid4().hex[:12]
    on_event(RunStarted(name, tuple(s.name for s in wanted.steps)))
    try:
        with bench.store.scratch():  # the mark of a run under way, by which a clearing knows to wait
            state.go(on_event)
    except BaseException:
        cancelled.set()  # nobody hears the steps under way any more
        raise
    ended = cancelled.is_set() and bool(state.waiting or state.running or state.stopped)
    for step in [*state.running, *(s.name for s in state.waiting)]:
        on_event(StepCancelled(step))
    seconds = time.monotonic() - begun
    outcome = Outcome(name, state.made, state.failed, tuple(state.blocked), ended, seconds)
    on_event(RunDone(name, outcome.ok, ended, seconds))
    return outcome
