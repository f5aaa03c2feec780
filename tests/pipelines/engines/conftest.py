"""Tiny models for every test of this room, and a clean slate between them."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio.work import Work
from tests.pipelines.engines import tiny_models
from tests.pipelines.engines.unset import unset


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`tiny("ltx")`: the folder of a model, built once."""
    pytest.importorskip("diffusers")
    built: dict[str, Path] = {}

    def get(name: str) -> Path:
        if name not in built:
            built[name] = getattr(tiny_models, name)(tmp_path_factory.mktemp(name))
        return built[name]

    return get


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No model named, on the processor, nothing loaded, nothing given up."""
    with unset(monkeypatch):
        yield


@dataclasses.dataclass
class Heard:
    """A desk, and all that was said at it."""

    work: Work
    notes: list[str]
    shown: list[bytes]
    told: list[str]


@pytest.fixture
def desk(tmp_path: Path) -> Callable[..., Heard]:
    """`desk("name")`: a new desk."""

    def new(name: str = "desk") -> Heard:
        heard = Heard(Work.alone(tmp_path / name), [], [], [])
        heard.work = dataclasses.replace(
            heard.work,
            remark=heard.notes.append,
            show=heard.shown.append,
            report=lambda share, words: heard.told.append(words),
        )
        return heard

    return new
