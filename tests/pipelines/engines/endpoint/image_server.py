"""A local server that plays OpenAI's images, Hugging Face's inference and ComfyUI, kindly or with malice."""

import base64
import io
import json
import re
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from pipelines.film.reel import write_video

PAGE = b"<!DOCTYPE html><html><body>Sign in to go on</body></html>"


def picture(width: int = 96, height: int = 64, form: str = "PNG", **how: Any) -> bytes:
    """A picture with something on it: red left, blue right."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2, 0] = 220
    pixels[:, width // 2 :, 2] = 220
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, form, **how)
    return out.getvalue()


def film(folder: Path, frames: int = 16) -> bytes:
    """A second of 192 × 90, from black to white."""
    pictures = (np.full((90, 192, 3), 255 * n // frames, np.uint8) for n in range(frames))
    return write_video(folder / "film.mp4", pictures, (192, 90), Fraction(16), {}).read_bytes()


def moving() -> bytes:
    frames = [Image.fromarray(np.full((64, 96, 3), v, np.uint8)) for v in (0, 90, 180)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def bomb(side: int = 30_000) -> bytes:
    """A PNG of a few kilobytes that opens to `side`² dots."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(100_000))) + chunk(b"IEND", b"")


@dataclass
class Asked:
    """One request as the server got it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> Any:
        return json.loads(self.body)


@dataclass
class Play:
    """How the server behaves: `answer(call)` says all; it may write to `call.wfile` itself and return None."""

    answer: Callable[["Call"], tuple[int, bytes] | tuple[int, bytes, dict[str, str]] | None]
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class Call(BaseHTTPRequestHandler):
    """One request being answered."""

    play: Play
    asked: Asked

    def _any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
        self.play.asked.append(self.asked)
        done = self.play.answer(self)
        if done is None:
            self.close_connection = True
            return
        status, data, more = (*done, {})[:3]
        self.send_response(status)
        for key, value in {"Content-Length": str(len(data)), **more}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        self._any()

    def do_POST(self) -> None:
        self._any()

    def log_message(self, *words: Any) -> None:
        return

    def drip(self, data: bytes, pause: float) -> None:
        """The answer byte by byte."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        for n in range(len(data)):
            if self.play.over.wait(pause):
                return
            try:
                self.wfile.write(data[n : n + 1])
            except OSError:
                return

    def hang(self) -> None:
        self.play.over.wait(20)


@contextmanager
def serving(answer: Callable[[Call], Any]) -> Iterator[Play]:
    """The server on a free port of this machine while the block runs."""
    play = Play(answer)
    http = ThreadingHTTPServer(("127.0.0.1", 0), type("OneCall", (Call,), {"play": play}))
    http.daemon_threads = True
    http.block_on_close = False
    http.handle_error = lambda *a: None  # type: ignore[method-assign]
    play.port = http.server_port
    threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield play
    finally:
        play.over.set()
        http.shutdown()
        http.server_close()


def openai(call: Call) -> tuple[int, bytes]:
    """Answers as OpenAI does, with the picture inside."""
    return 200, json.dumps({"created": 1, "data": [{"b64_json": base64.b64encode(picture()).decode()}]}).encode()


class Comfy:
    """A ComfyUI that makes what it is told to after a few looks."""

    def __init__(self, saved: bytes = b"", name: str = "out_0001.png", looks: int = 2, error: str = "") -> None:
        self.saved, self.name, self.looks, self.error = saved or picture(), name, looks, error
        self.graphs: list[dict[str, Any]] = []

    def __call__(self, call: Call) -> tuple[int, bytes]:
        path = call.asked.path
        if path == "/prompt":
            self.graphs.append(call.asked.told["prompt"])
            return 200, b'{"prompt_id": "p-1", "number": 1, "node_errors": {}}'
        if path == "/upload/image":
            return 200, b'{"name": "reelwright.png", "subfolder": "", "type": "input"}'
        if path == "/queue" and call.asked.method == "GET":
            return 200, b'{"queue_running": [[0, "p-0", {}]], "queue_pending": [[1, "p-1", {}]]}'
        if path.startswith("/view"):
            assert re.search(r"filename=[\w.]+&subfolder=&type=output", path)
            return 200, self.saved
        if path.startswith("/history"):
            self.looks -= 1
            return 200, json.dumps(self._history() if self.looks < 0 else {}).encode()
        return 200, b"{}"

    def _history(self) -> dict[str, Any]:
        if self.error:
            said = ["execution_error", {"node_type": "KSampler", "exception_message": self.error}]
            return {"p-1": {"outputs": {}, "status": {"status_str": "error", "completed": False, "messages": [said]}}}
        key = "gifs" if self.name.endswith("mp4") else "images"
        files = [{"filename": self.name, "subfolder": "", "type": "output"}]
        seen = [{"filename": "seen.png", "subfolder": "", "type": "temp"}]
        return {"p-1": {"outputs": {"9": {key: files}, "8": {"images": seen}}, "status": {"status_str": "success"}}}


def soon(condition: Callable[[], bool], seconds: float = 3.0) -> bool:
    """Whether a condition comes true in time."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()
