"""Fixtures every room shares: packs that are fetched once, and a bench over temporary folders."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def packs_folder() -> Path:
    """Where tests keep packs between runs: REELWRIGHT_PACKS, else the studio's own place."""
    import platformdirs

    found = os.environ.get("REELWRIGHT_PACKS")
    return Path(found) if found else Path(platformdirs.user_data_dir("reelwright", appauthor=False)) / "packs"


_HIDDEN: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and "browser" in report.keywords:
        _HIDDEN.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On CI a browser test that was skipped is a failure: without it nobody looked at the screen."""
    if os.environ.get("CI") and _HIDDEN:
        print("\nSkipped browser tests are failures on CI:", *_HIDDEN, sep="\n  ")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def packs() -> "object":
    """The real packs of the catalogue."""
    from studio.packs import Packs

    return Packs(packs_folder(), ROOT / "assets" / "packs.toml")


@pytest.fixture(scope="session")
def pack(packs) -> Callable[[str], Path]:
    """`pack("name")`: the folder of a pack, fetched if need be. On CI one that cannot come fails the test."""
    from studio.errors import PersonError

    def get(name: str) -> Path:
        if packs.ready(name):
            return packs.find(name)
        try:
            return packs.fetch(name, lambda share, words: None, threading.Event())
        except PersonError as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"the pack {name} cannot be fetched here: {error}")

    return get


@pytest.fixture(scope="session")
def tools() -> dict:
    """Every real tool."""
    from studio.tool import discover

    return discover(ROOT / "pipelines")
