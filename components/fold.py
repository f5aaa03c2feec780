"""A stream of events folded into what the screen shows: one row a step, one line for the run. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from studio.events import (
    Artifact,
    Event,
    JobFailed,
    PackProgress,
    PlanLine,
    Proposed,
    RunDone,
    RunStarted,
    StepBlocked,
    StepCancelled,
    StepDone,
    StepFailed,
    StepNote,
    StepPreview,
    StepProgress,
    StepStarted,
)


@dataclass(frozen=True)
class Row:
    """One step of a run. `status`: waiting, running, done, failed, blocked or cancelled."""

    step: str
    status: str = "waiting"
    share: float = 0.0
    words: str = ""
    notes: tuple[str, ...] = ()
    made: Artifact | None = None
    recalled: bool = False
    seconds: float = 0.0
    bug: bool = False
    previews: int = 0  # how many pictures of what there is so far have come


@dataclass(frozen=True)
class Rows:
    """A run as far as it has come. `status`: none, running, done, failed or cancelled."""

    run: str = ""
    status: str = "none"
    steps: dict[str, Row] = field(default_factory=dict)
    packs: dict[str, tuple[float, str]] = field(default_factory=dict)
    seconds: float = 0.0
    lines: tuple[str, ...] = ()  # of a plan being written
    proposed: Proposed | None = None
    failure: str = ""  # of the whole job

    @property
    def share(self) -> float:
        """How much of the run is behind us, 0 to 1; every step counts the same."""
        if not self.steps:
            return max((share for share, _ in self.packs.values()), default=0.0)
        ended = {"done": 1.0, "failed": 1.0, "blocked": 1.0, "cancelled": 1.0}
        return sum(ended.get(r.status, r.share if r.status == "running" else 0.0) for r in self.steps.values()) / len(
            self.steps
        )

    @property
    def finished(self) -> int:
        return sum(r.status == "done" for r in self.steps.values())

    @property
    def words(self) -> str:
        """What happens now, in one line for a person."""
        if self.status == "running":
            busy = [r for r in self.steps.values() if r.status == "running"]
            if busy:
                first = busy[0]
                rest = f" and {len(busy) - 1} more" if len(busy) > 1 else ""
                return f"Making {first.step}{': ' + first.words if first.words else ''}{rest}"
            fetching = [words for share, words in self.packs.values() if share < 1]
            return fetching[0] if fetching else "Getting ready"
        failed = [r.step for r in self.steps.values() if r.status == "failed"]
        if self.status == "failed" and failed:
            return f"{', '.join(failed)} could not be made"
        if self.failure:
            return self.failure
        return {"none": "", "done": "Done", "failed": "Not finished", "cancelled": "Stopped"}[self.status]


def _put(rows: Rows, row: Row) -> Rows:
    return replace(rows, steps={**rows.steps, row.step: row})


def fold_one(rows: Rows, event: Event) -> Rows:
    """The rows after one more event. An event of a step no run announced makes its own row."""
    if isinstance(event, RunStarted):
        return Rows(run=event.run, status="running", steps={s: Row(s) for s in event.steps}, packs=rows.packs)
    if isinstance(event, RunDone):
        status = "cancelled" if event.cancelled else "done" if event.ok else "failed"
        return replace(rows, status=status, seconds=event.seconds)
    if isinstance(event, PackProgress):
        words = event.words or f"Fetching {event.pack}"
        return replace(rows, packs={**rows.packs, event.pack: (event.share, words)})
    if isinstance(event, PlanLine):
        return replace(rows, lines=(*rows.lines, event.line))
    if isinstance(event, Proposed):
        return replace(rows, proposed=event, status="done")
    if isinstance(event, JobFailed):
        return replace(rows, status="failed", failure=event.words)
    row = rows.steps.get(event.step, Row(event.step))
    if isinstance(event, StepStarted):
        return _put(rows, replace(row, status="running", share=0.0, words="", previews=0))
    if isinstance(event, StepProgress):
        return _put(rows, replace(row, status="running", share=max(row.share, event.share), words=event.words))
    if isinstance(event, StepNote):
        return _put(rows, row if event.words in row.notes else replace(row, notes=(*row.notes, event.words)))
    if isinstance(event, StepPreview):
        return _put(rows, replace(row, previews=row.previews + 1))
    if isinstance(event, StepDone):
        done = replace(row, status="done", share=1.0, words="", made=event.made, recalled=event.recalled)
        return _put(rows, replace(done, seconds=event.seconds))
    if isinstance(event, StepFailed):
        return _put(rows, replace(row, status="failed", words=event.words, bug=event.bug))
    if isinstance(event, StepBlocked):
        return _put(rows, replace(row, status="blocked", words=f"{event.by} is missing"))
    if isinstance(event, StepCancelled):
        return _put(rows, replace(row, status="cancelled", words=""))
    return rows


def fold(events: Iterable[Event], rows: Rows | None = None) -> Rows:
    """All of a run's events, or those since `rows`, in order."""
    rows = rows or Rows()
    for event in events:
        rows = fold_one(rows, event)
    return rows
