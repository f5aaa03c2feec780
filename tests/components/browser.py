"""The studio as a process of its own, and what a page must never do."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Studio:
    """A running studio, over toy tools or over the real ones (`python app.py`)."""

    data: Path
    real: bool = False
    port: int = 0
    process: Any = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> "Studio":
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        toy = [str(ROOT / "tests" / "components" / "toy.py"), "--data", str(self.data)]
        program = [str(ROOT / "app.py"), "--no-browser"] if self.real else toy
        command = [sys.executable, *program, "--port", str(self.port)]
        here = {**os.environ, "REELWRIGHT_DATA": str(self.data)}
        log = (self.data.parent / "studio.log").open("ab")
        self.process = subprocess.Popen(command, cwd=ROOT, env=here, stdout=log, stderr=log)
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.address + "reelwright/here", timeout=1).close()
                return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((self.data.parent / "studio.log").read_text())

    def stop(self, *, hard: bool = False) -> None:
        if hard:
            self.process.kill()
        else:
            self.process.terminate()
        self.process.wait(20)


@dataclass
class Watch:
    """What went wrong on a page that nobody saw."""

    found: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)  # parts of messages a test brings about itself

    def on(self, page: Any) -> None:
        page.on("console", lambda message: message.type == "error" and self.add(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.add(f"script: {error}"))
        page.on("request", self.request)

    def request(self, request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:", "blob:")):
            self.add(f"outside: {request.url}")

    def add(self, words: str) -> None:
        if not any(part in words for part in self.expected):
            self.found.append(words)
