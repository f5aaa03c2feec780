"""A file appears whole or not at all, and leaves nothing beside it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from studio.whole import appearing


def test_it_appears_when_it_is_written(tmp_path: Path) -> None:
    with appearing(tmp_path / "film.mp4") as waiting:
        waiting.write_text("whole")
        assert waiting.suffix == ".mp4"
        assert not (tmp_path / "film.mp4").exists()
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("film.mp4", "whole")]


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_text("before")

    def write() -> None:
        with appearing(tmp_path / "film.mp4") as waiting:
            waiting.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write()
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("film.mp4", "before")]


def test_two_at_once_do_each_other_no_harm(tmp_path: Path) -> None:
    together = Barrier(2, timeout=20)

    def write(words: str) -> None:
        with appearing(tmp_path / "film.mp4") as waiting:
            waiting.write_text(words)
            together.wait()
            assert waiting.read_text() == words

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, ("one", "two")))
    assert (tmp_path / "film.mp4").read_text() in ("one", "two")
