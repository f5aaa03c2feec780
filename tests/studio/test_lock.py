"""The lock between processes: one holder at a time, and a dead holder holds nothing."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from studio.errors import Cancelled
from studio.lock import held

ROOT = Path(__file__).resolve().parents[2]


def test_threads_take_turns(tmp_path: Path) -> None:
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        with held(tmp_path / "a.lock", threading.Event()):
            inside += 1
            most = max(most, inside)
            time.sleep(0.02)
            inside -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert most == 1


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    program = (
        "import sys, threading, time; from pathlib import Path; from studio.lock import held\n"
        "with held(Path(sys.argv[1]), threading.Event()): print('held', flush=True); time.sleep(60)"
    )
    words = [sys.executable, "-c", program, str(tmp_path / "a.lock")]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout.readline().strip() == b"held"
        stop = threading.Event()
        waited: list[int] = []
        threading.Timer(0.25, stop.set).start()
        with pytest.raises(Cancelled), held(tmp_path / "a.lock", stop, lambda: waited.append(1)):
            pass
        assert waited
        child.kill()
        child.wait()
    with held(tmp_path / "a.lock", threading.Event(), lambda: pytest.fail("the dead still hold it")):
        pass
