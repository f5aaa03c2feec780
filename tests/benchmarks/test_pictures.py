"""The benchmark of drawn pictures ends in one JSON line with every figure; its films of clips are plans that hold."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import film_memory, pictures, pictures_shake
from studio.plan import parse
from studio.tool import discover

ROOT = Path(__file__).resolve().parents[2]
KEYS = ["picture_cold_s", "clip_vs_realtime", "shake_px", "top1", "negated_drawn"]


def test_its_last_line_is_one_json_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pack: Callable[[str], Path]
) -> None:
    """What takes long is not measured here; three briefs are read, built and found again in earnest."""
    pack("fluent-emoji"), pack("minilm")
    few = [brief for brief in pictures.briefs() if not brief.never][:2]
    negated = [brief for brief in pictures.briefs() if brief.never][:1]
    monkeypatch.setattr(pictures, "briefs", lambda: few + negated)
    monkeypatch.setattr(pictures, "process", lambda code, *words: (2.0, 1.5))
    monkeypatch.setattr(pictures_shake, "shake", lambda work, words, moves, count: dict.fromkeys(moves, 0.03))
    pictures.main(["--quick"])
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(found) == KEYS
    assert found == {
        "picture_cold_s": 2.0, "clip_vs_realtime": 0.5, "shake_px": 0.03, "top1": 1.0, "negated_drawn": 0
    }  # fmt: skip


@pytest.mark.slow
def test_quick_measures_all(pack: Callable[[str], Path]) -> None:
    pack("fluent-emoji"), pack("minilm")
    command = [sys.executable, "benchmarks/pictures.py", "--quick"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = json.loads(said.splitlines()[-1])
    assert list(found) == KEYS
    assert all(isinstance(value, int | float) for value in found.values())
    assert found["shake_px"] < 0.1  # these do not hang on how busy the machine is
    assert found["top1"] >= 0.9
    assert found["negated_drawn"] == 0


@pytest.mark.parametrize("clips", [1, 5, 40])
def test_a_film_of_clips_is_a_plan_of_different_clips(clips: int) -> None:
    plan = parse(film_memory.plan(clips), discover(ROOT / "pipelines"))
    made = [step for step in plan.steps if step.tool == "animate"]
    assert len({str(step.arguments) for step in made}) == clips


def test_memory_is_that_of_a_process_and_all_it_started() -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'held = bytearray(80_000_000); input()'])"
    running = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE)
    try:
        most = 0
        while most < 80_000_000 and running.poll() is None:
            most = max(most, film_memory.held(running.pid))
        assert most >= 80_000_000
    finally:
        running.communicate(b"\n")
    assert film_memory.held(running.pid) == 0
