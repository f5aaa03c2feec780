"""The command line's view of a job: a progress bar that names the step, or one JSON object a line."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from studio.events import (
    Event,
    JobFailed,
    PackProgress,
    PlanLine,
    RunDone,
    RunStarted,
    StepBlocked,
    StepDone,
    StepFailed,
    StepNote,
    StepProgress,
    StepStarted,
    to_json,
)

Show = Callable[[Event], None]


@contextmanager
def json_lines(out: TextIO) -> Iterator[Show]:
    """Every event as one JSON object on a line of its own."""

    def show(event: Event) -> None:
        print(json.dumps(to_json(event), ensure_ascii=False), file=out, flush=True)

    yield show


@contextmanager
def progress_bar(plan_lines: TextIO | None = None) -> Iterator[Show]:
    """A bar on standard error that names the steps at work; notes and failures stay above it as lines."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True, refresh_per_second=8) as bar:
        yield _Bar(bar, plan_lines or sys.stdout).show


class _Bar:
    """Folds events into one bar: the share of steps done, counting those under way by their own progress."""

    def __init__(self, bar: "Progress", plan_lines: TextIO) -> None:  # type: ignore[name-defined]  # noqa: F821
        self.bar = bar
        self.line = bar.add_task("starting", total=1.0)
        self.total = 1
        self.shares: dict[str, float] = {}
        self.words: dict[str, str] = {}
        self.plan_lines = plan_lines

    def say(self, words: str) -> None:
        self.bar.console.print(words, markup=False, soft_wrap=True)

    def show(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self.total = max(1, len(event.steps))
        elif isinstance(event, StepStarted):
            self.shares[event.step] = 0.0
            self.words[event.step] = event.tool
        elif isinstance(event, StepProgress):
            self.shares[event.step] = event.share
            self.words[event.step] = event.words
        elif isinstance(event, StepDone):
            self.shares[event.step] = 1.0
            self.words.pop(event.step, None)
        elif isinstance(event, PackProgress):
            self.bar.update(self.line, completed=event.share, description=f"pack {event.pack}: {event.words}")
            return
        elif isinstance(event, PlanLine):
            self.say(event.line)
        else:
            self._ended(event)
        now = ", ".join(f"{step} ({words})" if words else step for step, words in self.words.items())
        self.bar.update(self.line, completed=sum(self.shares.values()) / self.total, description=now or "working")

    def _ended(self, event: Event) -> None:
        if isinstance(event, StepNote):
            self.say(f"{event.step}: {event.words}")
        elif isinstance(event, StepFailed):
            self.words.pop(event.step, None)
            self.say(f"{event.step} failed. {event.words}")
        elif isinstance(event, StepBlocked):
            self.say(f"{event.step} was not run, because {event.by} was not made.")
        elif isinstance(event, JobFailed):
            self.say(event.words)
        elif isinstance(event, RunDone):
            self.words.clear()
