"""The benchmark of sound ends in one JSON line with every figure, and says what it could not measure."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import sound

ROOT = Path(__file__).resolve().parents[2]


def test_a_part_that_fails_leaves_its_figures_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"score": {"cut_hits": 0.99, "compose_x_realtime": 50.0}, "mix": {"lufs_error_max": 0.1}}
    monkeypatch.setattr(sound, "part", lambda name, quick: told.get(name, {}))
    monkeypatch.setattr(sys, "argv", ["sound.py", "--quick"])
    sound.main()
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(found) == list(sound.FIGURES)
    assert found["cut_hits"] == 0.99
    assert found["wer"] is None


def test_a_program_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert sound.part("nothing", True) == {}
    assert "sound_nothing.py failed" in capsys.readouterr().err


@pytest.mark.slow
def test_quick_measures_all(pack: Callable[[str], Path]) -> None:
    for name in ("minilm", "general-user", "hibari-voice", "joe-voice", "whisper-base"):
        pack(name)
    command = [sys.executable, "benchmarks/sound.py", "--quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["cut_hits"] >= 0.98
    assert found["cut_hits_unaligned"] < 0.5
    assert found["va_correlation"] >= 0.8
    assert found["style_accuracy"] >= 0.95
    assert found["lufs_error_max"] <= 0.5
    assert found["true_peak_max"] <= -1
    assert found["compose_x_realtime"] is not None, done.stderr
