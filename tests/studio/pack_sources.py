"""Tiny sources of packs for the tests: wheels in a folder, and a hub and an npm registry on this machine."""

import hashlib
import io
import json
import tarfile
import threading
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def pins(data: bytes) -> str:
    return f'bytes = {len(data)}, sha256 = "{hashlib.sha256(data).hexdigest()}"'


def catalogue(path: Path, name: str, files: Mapping[str, bytes], *sources: str) -> Path:
    """A packs.toml with one pack; a source is the inside of its table."""
    lines = [f"[{name}]", 'words = "tiny things"', 'needed_for = "tests"', 'licence = "CC0"', 'uploader = "us"']
    lines += [f"[{name}.files]", *(f'"{place}" = {{ {pins(data)} }}' for place, data in files.items())]
    for source in sources:
        lines += [f"[[{name}.sources]]", source]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def wheel(folder: Path, name: str, members: Mapping[str, bytes]) -> Path:
    """A wheel that pip downloads, version 1.0."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = name.replace("-", "_")
    path = folder / f"{plain}-1.0-py3-none-any.whl"
    info = f"{plain}-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as out:
        for member, data in members.items():
            out.writestr(member, data)
        out.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        out.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        out.writestr(f"{info}/RECORD", "")
    return path


def tarball(members: Mapping[str, bytes], links: Mapping[str, str] | None = None) -> bytes:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as out:
        for member, data in members.items():
            entry = tarfile.TarInfo(member)
            entry.size = len(data)
            out.addfile(entry, io.BytesIO(data))
        for member, target in (links or {}).items():
            entry = tarfile.TarInfo(member)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            out.addfile(entry)
    return whole.getvalue()


class Served(ThreadingHTTPServer):
    """Files by address; `asked` notes each request's address and range. `cut`: bytes after which answers break off."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.files: dict[str, bytes] = {}
        self.asked: list[tuple[str, str]] = []
        self.cut: int | None = None
        self.ranges = True
        self.pause = 0.0  # seconds between stretches of 64 kB

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def npm(self, name: str, version: str, packed: bytes) -> None:
        place = f"/tarballs/{name.split('/')[-1]}-{version}.tgz"
        dist = {"tarball": self.url + place, "shasum": hashlib.sha1(packed).hexdigest()}
        about = {"name": name, "dist-tags": {"latest": version}}
        about |= {"versions": {version: {"name": name, "version": version, "dist": dist}}}
        self.files[place] = packed
        self.files["/" + name.replace("/", "%2f")] = json.dumps(about).encode()


class _Answer(BaseHTTPRequestHandler):
    server: Served

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "")
        self.server.asked.append((self.path, wanted))
        data = self.server.files.get(self.path)
        if data is None:
            return self.send_error(404)
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.server.ranges else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        end = len(data) if self.server.cut is None else min(len(data), start + self.server.cut)
        for place in range(start, end, 1 << 16):
            try:
                self.wfile.write(data[place : min(end, place + (1 << 16))])
            except OSError:
                return None
            time.sleep(self.server.pause)
        return None

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served() -> Iterator[Served]:
    server = Served()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
