"""Jobs: they outlive who asked, wait their turn, end in words, and stop when told."""

import threading
import time

from studio.errors import Cancelled, PersonError
from studio.events import JobFailed, PlanLine
from studio.jobs import LANES, Job, Jobs


def test_followers_read_the_same_events_from_any_point() -> None:
    jobs = Jobs()
    job = jobs.start("agent", "p", "x", lambda job: [job.tell(PlanLine(str(n))) for n in range(5)] and "result")
    view = job.wait(5)
    assert (view.state, view.result) == ("done", "result")
    assert [e.line for e in job.since(0)[0]] == list("01234")
    assert [e.line for e in job.since(3)[0]] == ["3", "4"]
    assert job.since(5) == ([], True)


def test_a_lane_runs_only_so_many_and_in_order() -> None:
    jobs, order, gate = Jobs(), [], threading.Event()

    def work(job: Job) -> None:
        order.append(job.words)
        gate.wait(5)

    made = [jobs.start("run", "p", str(n), work) for n in range(LANES["run"] + 2)]
    time.sleep(0.3)
    assert order == [str(n) for n in range(LANES["run"])]
    assert len(jobs.of("p")) == LANES["run"] + 2
    gate.set()
    for job in made:
        assert job.wait(5).state == "done"
    assert order == [str(n) for n in range(LANES["run"] + 2)]
    assert jobs.of("p") == []


def test_a_sentence_a_bug_and_a_cancel_end_differently() -> None:
    jobs = Jobs()

    def fail(error: BaseException):
        def work(job: Job) -> None:
            raise error

        return jobs.start("packs", None, "x", work)

    sentence, bug, stopped = fail(PersonError("No paper.")), fail(KeyError("x")), fail(Cancelled())
    assert [j.wait(5).state for j in (sentence, bug, stopped)] == ["failed", "failed", "cancelled"]
    assert sentence.since(0)[0] == [JobFailed("No paper.", False)]
    assert bug.since(0)[0][0].bug


def test_a_waiting_job_can_be_cancelled_and_frees_the_queue() -> None:
    jobs, gate = Jobs(), threading.Event()
    first = jobs.start("agent", "p", "first", lambda job: gate.wait(5))
    time.sleep(0.05)
    second = jobs.start("agent", "p", "second", lambda job: "never")
    third = jobs.start("agent", "p", "third", lambda job: "third")
    jobs.cancel(second.id)
    assert second.wait(5).state == "cancelled"
    gate.set()
    assert first.wait(5).state == "done"
    assert third.wait(5).result == "third"
