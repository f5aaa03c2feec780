"""llama.cpp (xllamacpp) in this process: a model loaded once, several samples at a time, under a grammar.

The library cannot be had without an HTTP server beside it. Ours listens on a socket file in a folder only this user
may enter (on systems without such sockets: on a free port of this machine), and answers nobody without a key made
anew each time. It serves one purpose here: keeping what was read of a prompt on disk, so that a fresh program need not
read it again. After `IDLE` seconds without work the model's memory is given back; the next call loads it again.
"""

import atexit
import hashlib
import http.client
import json
import os
import secrets
import shutil
import socket
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from studio.errors import Cancelled, PersonError

IDLE = 300
CONTEXT, SAMPLES = 4096, 3
_KEPT = ".read"
_LOCK = threading.Lock()
_ENDING = threading.Event()


class Engine:
    """A loaded model. What was read and written stays between calls, so a prompt that goes on costs only its end."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        import xllamacpp

        file = next(iter(sorted(folder.glob("*.gguf"))), None)
        if file is None:
            raise PersonError("The pack 'writer' holds no model. Get it again with: python app.py packs get writer")
        cores = threads or min(8, os.cpu_count() or 1)
        self._kept = folder / _KEPT
        self._name = f"{file.stat().st_size:x}"
        self._key = secrets.token_urlsafe(32)
        self._private = Path(tempfile.mkdtemp(prefix="reelwright-"))  # made for this user alone (0700)
        params = xllamacpp.CommonParams()
        params.model.path = str(file)
        params.n_ctx, params.n_parallel, params.kv_unified, params.n_gpu_layers = CONTEXT, SAMPLES, True, 0
        params.warmup, params.verbosity, params.cache_ram_mib, params.fit_params = False, -1, 0, False
        # Weights stay in the file, mapped: loads in 1.1 cpu-s, not 1.9, and reads as fast as repacked ones.
        params.no_extra_bufts = True
        params.sleep_idle_seconds = IDLE
        params.api_keys, params.ui, params.endpoint_slots = [self._key], False, False
        if hasattr(socket, "AF_UNIX"):
            params.hostnames = [str(self._private / "s.sock")]
        with suppress(OSError):
            self._kept.mkdir(exist_ok=True)
        if os.access(self._kept, os.W_OK):
            params.slot_save_path = f"{self._kept}{os.sep}"
        params.cpuparams.n_threads, params.cpuparams_batch.n_threads = writing_threads(cores), cores
        params.cpuparams.poll = params.cpuparams_batch.poll = 0
        self._saves = bool(params.slot_save_path)
        # Ending the library while it works waits for ever: its server's threads then never come back.
        self._working = threading.RLock()
        self._server: Any = xllamacpp.Server(params)

    @property
    def address(self) -> str:
        """Where the library listens."""
        return str(self._server.listening_address)

    def read(self, head: str) -> None:
        """Know the constant start of prompts: from disk when it was read before, else read now and kept there."""
        kept = f"{self._name}-{hashlib.sha256(head.encode()).hexdigest()[:16]}.state"
        with self._working:
            if self._saves and (self._kept / kept).is_file() and self._slot("restore", kept):
                return
            self.more(head, None, n_predict=1, id_slot=0)
            if self._saves and self._slot("save", kept):
                for old in sorted(self._kept.glob("*.state"), key=lambda p: p.stat().st_mtime)[:-6]:
                    old.unlink(missing_ok=True)

    def more(self, prompt: str, cancelled: threading.Event | None, **options: Any) -> str:
        """What the model writes after `prompt`. Raises Cancelled between two tokens when asked to stop."""
        return self.some(prompt, 1, cancelled, **options)[0]

    def some(self, prompt: str, count: int, cancelled: threading.Event | None, **options: Any) -> list[str]:
        """`count` samples, written side by side: three take about half as long again as one."""
        texts = [""] * count
        wrong: list[str] = []

        def take(part: Any) -> bool:
            for choice in part.get("choices") or () if isinstance(part, dict) else ():
                texts[choice.get("index", 0)] += choice.get("text") or ""
            if isinstance(part, dict) and part.get("error"):
                wrong.append(str(part["error"]))
            return _ENDING.is_set() or bool(cancelled and cancelled.is_set())

        body = {"prompt": prompt, "stream": True, "cache_prompt": True, "n": count} | options
        with self._working:
            self._open()
            self._server.handle_completions(body, take)
        if _ENDING.is_set() or (cancelled is not None and cancelled.is_set()):
            raise Cancelled
        if wrong:
            raise ValueError(f"llama.cpp refused what it was asked: {wrong[0][:300]}")
        return texts

    def close(self) -> None:
        """Stop the library's threads and give back everything."""
        with self._working:
            self._server = None
        shutil.rmtree(self._private, ignore_errors=True)

    def _open(self) -> None:
        """Begin nothing once the program ends."""
        if self._server is None or _ENDING.is_set():
            raise Cancelled

    def _slot(self, verb: str, filename: str) -> bool:
        """Save or restore what slot 0 has read. False when that did not work: then it is read again."""
        self._open()
        call = _Private(self.address)
        try:
            call.request(
                "POST", f"/slots/0?action={verb}", json.dumps({"filename": filename}),
                {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"},
            )  # fmt: skip
            answer = call.getresponse()
            done = json.loads(answer.read())
        except (OSError, ValueError, http.client.HTTPException):
            return False
        finally:
            call.close()
        return answer.status == 200 and bool(done.get("n_restored") or done.get("n_saved"))


class _Private(http.client.HTTPConnection):
    """HTTP over a socket file, or to the port when there is none."""

    def __init__(self, address: str) -> None:
        self._file = address.removeprefix("unix://") if address.startswith("unix://") else ""
        super().__init__("localhost" if self._file else address.split("://")[-1].rstrip("/"), timeout=20)

    def connect(self) -> None:
        if not self._file:
            super().connect()
            return
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._file)


def writing_threads(cores: int) -> int:
    """Threads for one token after another: half the cores. They wait for each other hundreds of times a token, so
    where something else has a core, two write 0.7 tokens a second and one writes ten; on free cores two gain a fifth.
    """
    return max(1, cores // 2)


def crowded() -> bool:
    """Whether other work has the cores: samples side by side then cost many times what one costs."""
    return hasattr(os, "getloadavg") and os.getloadavg()[0] > (os.cpu_count() or 1)


_LOADED: dict[str, Engine] = {}


def loaded(folder: Path) -> Engine:
    """The model of a pack's folder, loaded once in the life of the program (about 1.3 s, 1.3 GB mapped)."""
    with _LOCK:
        if _ENDING.is_set():
            raise Cancelled
        if str(folder) not in _LOADED:
            _LOADED[str(folder)] = Engine(folder)
        return _LOADED[str(folder)]


def unload() -> None:
    """Close what is loaded."""
    with _LOCK:
        while _LOADED:
            _LOADED.popitem()[1].close()


@atexit.register
def _end() -> None:
    """The library's threads must stop before the interpreter goes, and none may begin after."""
    _ENDING.set()
    unload()
