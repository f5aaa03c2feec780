"""A session over toy tools, and the studio in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.components.browser import ARGUMENTS, CHROMIUM, Studio, Watch
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
def made(session: Any, project: str) -> str:
    """The same, with everything made."""
    job = session.jobs.get(session.start(project))
    assert job.wait(60).state == "done", job.since(0)
    return project


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}; set CHROMIUM to one")
    return {"executable_path": str(CHROMIUM), "args": ARGUMENTS}


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """One studio for all browser tests; each makes projects of its own in it."""
    started = Studio(tmp_path_factory.mktemp("studio") / "data").start()
    yield started
    started.stop()


@pytest.fixture
def own_studio(tmp_path: Path) -> Iterator[Studio]:
    """A studio nobody has used yet, for one test."""
    started = Studio(tmp_path / "data").start()
    yield started
    started.stop(hard=True)


@pytest.fixture
def watch() -> Iterator[Watch]:
    found = Watch()
    yield found
    assert not found.found, found.found


@pytest.fixture
def tab(context: Any, watch: Watch) -> Any:
    """A page that fails the test on any console error or any request that leaves this machine."""
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.set_default_timeout(45_000)
    watch.on(page)
    return page
