"""What the page is told of a project."""

import threading
from typing import Any

import pytest

from components.fold import Row
from components.news import News, _over
from components.offers import DECLINED, offers
from studio.errors import PersonError
from studio.prepare import State
from tests.components.toy import PLAN, ToyPacks, toy_session
from tests.components.toy_tools import toy_tools


def run(session: Any, project: str, steps: list[str] | None = None) -> Any:
    job = session.jobs.get(session.start(project, steps))
    job.wait(60)
    return job


def statuses(news: News, project: str) -> dict[str, str]:
    return {name: row["status"] for name, row in news.rows(project)["steps"].items()}


def test_a_new_plan_then_one_step_then_all(session: Any, project: str) -> None:
    news = News(session)
    first = news.mark(project)
    view = news.view(project)
    assert [card["name"] for card in view["cards"]][:3] == ["shot1", "clip1", "line1"]
    assert view["problems"] == []
    assert not view["undo"]
    assert statuses(news, project)["shot1"] == "missing"
    run(session, project, ["shot1"])
    assert news.mark(project) != first
    assert statuses(news, project)["shot1"] == "current"
    assert news.rows(project)["film"] is None
    run(session, project)
    rows = news.rows(project)
    assert set(statuses(news, project).values()) == {"current"}
    assert rows["film"]["current"]
    assert rows["film"]["score"]["score"] == pytest.approx(0.93)
    assert rows["run"]["status"] == "done"


def test_a_failure_is_shown_until_the_plan_changes(session: Any, project: str) -> None:
    news = News(session)
    session.write_plan(project, PLAN.format(title="x").replace("a rocky shore", "a storm of errors"))
    run(session, project)
    row = news.rows(project)["steps"]["shot1"]
    assert row["status"] == "failed"
    assert "storm of errors" in row["words"]
    assert statuses(news, project)["clip1"] == "blocked"
    assert news.rows(project)["run"]["words"] == "shot1 could not be made"
    session.write_plan(project, PLAN.format(title="x"))
    assert statuses(news, project)["shot1"] == "missing"


def test_a_fallback_is_never_silent(session: Any, project: str) -> None:
    news = News(session)
    session.write_plan(project, PLAN.format(title="x").replace("a calm sea", "a calm sea with a unicorn"))
    run(session, project, ["shot2"])
    assert "horse" in news.rows(project)["steps"]["shot2"]["notes"][0]
    again = News(toy_session(session.data))  # after a restart the record still says so
    assert "horse" in again.rows(project)["steps"]["shot2"]["notes"][0]


def test_with_problems_what_was_made_is_still_shown(session: Any, made: str) -> None:
    news = News(session)
    session.write_plan(made, session.text(made).replace("dawn", "noon"))
    rows = news.rows(made)
    assert rows["steps"]["shot1"]["made"]["kind"] == "Image"
    assert rows["steps"]["shot1"]["status"] == "stale"
    assert news.view(made)["cards"][0]["problems"][0]["argument"] == "time"
    assert not rows["film"]["current"]


def test_a_plan_that_cannot_be_read_at_all(session: Any, project: str) -> None:
    news = News(session)
    for text in ("(((", "\0", "x" * 100_000, "a = b(" * 400, "# " + "\u202e" * 50):
        session.write_plan(project, text)
        assert news.view(project)["text"] == text
        assert news.rows(project)["run"]["status"] == "none"


def test_a_proposal_is_shown_as_a_difference_until_answered(session: Any, project: str) -> None:
    news = News(session)
    job = session.jobs.get(session.start_revision(project, "make the second shot longer"))
    job.wait(20)
    agent = news.rows(project)["agent"]
    assert agent["kind"] == "revising"
    assert [(c["name"], c["kind"]) for c in agent["changes"]] == [("clip2", "changed")]
    assert "seconds=4" in agent["changes"][0]["before"]
    assert "seconds=6" in agent["changes"][0]["after"]
    news.settle(job.id)
    assert news.rows(project)["agent"] is None


def test_a_brief_that_cannot_be_planned_says_why(session: Any) -> None:
    news = News(session)
    project = session.create("").id
    session.jobs.get(session.start_proposal(project, "storm of errors")).wait(20)
    agent = news.rows(project)["agent"]
    assert agent["status"] == "failed"
    assert "Nothing in that brief" in agent["words"]


def test_the_writer_is_offered_until_it_is_here_or_declined(session: Any, tmp_path: Any) -> None:
    (offer,) = offers(session)
    assert offer["name"] == "writer"
    assert offer["optional"]
    assert offer["bytes"] > 1_000_000_000
    job = session.jobs.get(session.start_fetch("writer"))
    threading.Event().wait(0.3)
    assert 0 < offers(session)[0]["share"] < 1
    job.cancelled.set()
    job.wait(5)
    assert offers(session)[0]["share"] is None
    session.ledger.choose(DECLINED, "yes")
    assert offers(session) == []
    here = ToyPacks()
    here.here.add("writer")
    assert offers(toy_session(tmp_path / "other", here)) == []


def test_a_project_that_is_gone_is_said_to_be(session: Any, project: str) -> None:
    news = News(session)
    session.delete(project)
    with pytest.raises(PersonError):
        news.mark(project)


@pytest.mark.parametrize(
    ("state", "row", "fresh", "shown"),
    [
        ("missing", "running", True, "running"),
        ("missing", "waiting", True, "waiting"),
        ("current", "waiting", True, "current"),
        ("stale", "failed", True, "failed"),
        ("stale", "failed", False, "stale"),
        ("current", "failed", True, "current"),
        ("missing", "cancelled", True, "cancelled"),
        ("missing", "done", True, "missing"),  # its file was lost since
    ],
)
def test_a_run_laid_over_a_state(state: Any, row: str, fresh: bool, shown: str) -> None:
    plain = {"status": state, "notes": [], "words": "", "made": None}
    assert _over(plain, Row("a", row), fresh)["status"] == shown
    assert _over(None, Row("a", row), fresh)["notes"] == []
    assert State(state).status == state
    assert toy_tools()
