"""Freed memory goes back to the system, where the C library would keep it."""

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's own way of keeping memory")
def test_what_threads_freed_goes_back():
    code = """
import threading
import psutil
from pipelines.memory import give_back

held = []

def fill():
    kept = [bytearray(60_000) for _ in range(1500)]
    held.append(kept[-1])  # what lies last keeps the rest from going back by itself
    kept.clear()

threads = [threading.Thread(target=fill) for _ in range(3)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
before = psutil.Process().memory_info().rss
give_back()
print((before - psutil.Process().memory_info().rss) / 1e6)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) > 20
