"""Running a plan: recall what was made, make the rest side by side, tell everything as events."""

import queue
import threading
import time
import traceback
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from studio.bench import Bench
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
)
from studio.faults import sentence
from studio.making import make
from studio.naming import by_name
from studio.plan import Plan, Step
from studio.prepare import needed_for, prepare
from studio.tool import Tool

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
        again = partial(prepare, step, tool, self.things, self.bench)
        make(ready, self.bench, threads, self.cancelled, self.events.put, again)

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
