"""Work that outlives the page that asked for it: jobs in threads, each with its growing list of events."""

import threading
import time
import traceback
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from studio.errors import Cancelled, PersonError
from studio.events import Event, JobFailed, StepPreview

JobState = Literal["waiting", "running", "done", "failed", "cancelled"]

# How many jobs of a lane go at once. Runs share the cores among themselves; two let a small step pass a long film.
LANES = {"run": 2, "agent": 1, "packs": 1}


@dataclass(frozen=True)
class JobView:
    """A job as it is now."""

    id: str
    lane: str
    project: str | None
    words: str
    state: JobState
    result: Any
    begun: float  # monotonic seconds
    events: int


class Job:
    """One piece of work. Its thread tells events; any number of followers read them from any point."""

    def __init__(self, lane: str, project: str | None, words: str) -> None:
        self.id = uuid.uuid4().hex[:12]
        self.lane = lane
        self.project = project
        self.words = words
        self.cancelled = threading.Event()
        self.begun = time.monotonic()
        self._state: JobState = "waiting"
        self._result: Any = None
        self._events: list[Event] = []
        self._changed = threading.Condition()

    def tell(self, event: Event) -> None:
        with self._changed:
            self._events.append(event)
            self._changed.notify_all()

    def view(self) -> JobView:
        with self._changed:
            return JobView(
                self.id, self.lane, self.project, self.words, self._state, self._result, self.begun, len(self._events)
            )

    def since(self, after: int, timeout: float = 0.0) -> tuple[list[Event], bool]:
        """Events from number `after` on, waiting up to `timeout` seconds for one; and whether the job has ended."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._events) > after or self.ended, timeout)
            return self._events[after:], self.ended

    def preview(self, step: str) -> bytes:
        """The last JPEG of what a step has made so far; b"" when there is none."""
        with self._changed:
            shown = (e.jpeg for e in reversed(self._events) if isinstance(e, StepPreview) and e.step == step)
            return next(shown, b"")

    @property
    def ended(self) -> bool:
        return self._state in ("done", "failed", "cancelled")

    def wait(self, timeout: float | None = None) -> JobView:
        """Until the job has ended, at most `timeout` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.ended, timeout)
        return self.view()

    def become(self, state: JobState, result: Any = None) -> None:
        with self._changed:
            self._state = state
            self._result = result
            if self.ended:  # what was half made is of no more use, and a job is remembered for long
                self._events = [replace(e, jpeg=b"") if isinstance(e, StepPreview) else e for e in self._events]
            self._changed.notify_all()


class Jobs:
    """All jobs of this process. Each lane runs so many at once; the rest wait in order."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._order: list[str] = []
        self._busy = dict.fromkeys(LANES, 0)
        self._turn = threading.Condition()

    def start(self, lane: str, project: str | None, words: str, work: Callable[[Job], Any]) -> Job:
        """Queue `work(job)`. What it returns is the job's result; a PersonError it raises is told as JobFailed."""
        job = Job(lane, project, words)
        with self._turn:
            self._jobs[job.id] = job
            self._order.append(job.id)
            self._forget_old()
        threading.Thread(target=self._run, args=(job, work), name=f"job {lane}", daemon=True).start()
        return job

    def _forget_old(self, keep: int = 200) -> None:
        for old in [i for i in self._order if self._jobs[i].ended][:-keep]:
            self._order.remove(old)
            del self._jobs[old]

    def _my_turn(self, job: Job) -> bool:
        first = next((i for i in self._order if self._waits(i, job.lane)), None)
        return first == job.id and self._busy[job.lane] < LANES[job.lane]

    def _waits(self, job_id: str, lane: str) -> bool:
        job = self._jobs[job_id]
        return job.lane == lane and job.view().state == "waiting" and not job.cancelled.is_set()

    def _run(self, job: Job, work: Callable[[Job], Any]) -> None:
        with self._turn:
            while not self._my_turn(job):
                if job.cancelled.is_set():
                    job.become("cancelled")
                    self._turn.notify_all()
                    return
                self._turn.wait(0.2)
            self._busy[job.lane] += 1
            job.become("running")
        try:
            self._do(job, work)
        finally:
            with self._turn:
                self._busy[job.lane] -= 1
                self._turn.notify_all()

    def _do(self, job: Job, work: Callable[[Job], Any]) -> None:
        try:
            result = work(job)
            job.become("cancelled" if job.cancelled.is_set() else "done", result)
        except Cancelled:
            job.become("cancelled")
        except PersonError as error:
            job.tell(JobFailed(str(error), False))
            job.become("failed")
        except Exception as error:
            traceback.print_exception(error)
            job.tell(JobFailed(f"A fault in Reelwright: {type(error).__name__}: {error}", True))
            job.become("failed")

    def get(self, job_id: str) -> Job | None:
        return self._jobs.get(job_id)

    def of(self, project: str | None) -> list[Job]:
        """Jobs of a project that have not ended, oldest first."""
        with self._turn:
            return [self._jobs[i] for i in self._order if self._jobs[i].project == project and not self._jobs[i].ended]

    def all(self, project: str | None) -> list[Job]:
        """Jobs of a project, oldest first, those that have ended included while they are remembered."""
        with self._turn:
            return [self._jobs[i] for i in self._order if self._jobs[i].project == project]

    def cancel(self, job_id: str) -> None:
        """Ask a job to stop. Asking twice, or after its end, does nothing."""
        job = self._jobs.get(job_id)
        if job:
            job.cancelled.set()
