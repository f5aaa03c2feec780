"""A session over toy tools, and the studio in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.components.toy import PLAN, toy_session


@pytest.fixture
def session(tmp_path: Path) -> Any:
    return toy_session(tmp_path / "data")


@pytest.fixture
def project(session: Any) -> str:
    """A project with the toy plan in it."""
    made = session.create("The keeper")
    session.write_plan(made.id, PLAN.format(title="The keeper"))
    return str(made.id)


@pytest.fixture
def made(session: Any, project: str) -> Iterator[str]:
    """The same, with everything made."""
    job = session.jobs.get(session.start(project))
    assert job.wait(60).state == "done", job.since(0)
    yield project
