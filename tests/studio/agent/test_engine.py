"""The real engine: nothing listens without a key, what was read comes back from disk, the program may end any time."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio.agent.constrain import line_rules
from studio.agent.engine import Engine, _Private, writing_threads
from studio.agent.examples import head
from studio.errors import PersonError

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.slow


def listening() -> set[str]:
    """The TCP ports this machine listens on, as the kernel lists them."""
    lines = [line for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    return {line.split()[1] + line.split()[9] for line in lines if line.split()[3] == "0A"}


def own_ports() -> set[str]:
    """Of those, the ones this process holds."""
    inodes = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            inodes.add(os.readlink(link).removeprefix("socket:[").rstrip("]"))
        except OSError:
            continue
    return {port for port in listening() if any(port.endswith(inode) for inode in inodes if inode.isdigit())}


@pytest.fixture(scope="module")
def folder(pack: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack, linked into a folder of the test's own, so that what is kept there is the test's."""
    own = tmp_path_factory.mktemp("writer")
    for file in pack("writer").glob("*.gguf"):
        (own / file.name).symlink_to(file)
    return own


@pytest.fixture(scope="module")
def engine(folder: Path) -> Iterator[Engine]:
    made = Engine(folder)
    yield made
    made.close()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_port_listens_and_the_socket_wants_a_key(engine: Engine) -> None:
    assert not own_ports()
    assert engine.address.startswith("unix://")
    private = Path(engine.address.removeprefix("unix://")).parent
    assert private.stat().st_mode & 0o077 == 0
    for key in ("", "wrong"):
        call = _Private(engine.address)
        call.request("POST", "/completion", "{}", {"Authorization": f"Bearer {key}"})
        assert call.getresponse().status == 401
        call.close()


def test_lines_keep_to_the_grammar(engine: Engine) -> None:
    rules = line_rules(10, banned=("whale", "whales"))
    said = engine.some(f"{head('story')}A keeper sees a whale.", 3, None, grammar=rules, n_predict=40, seed=4)
    assert len(said) == 3
    assert not any("whale" in text.lower() for text in said)
    assert all(text.startswith(" ") and not set(text) & set('"[]\n') for text in said)
    with pytest.raises(ValueError, match="refused"):
        engine.more("a", None, grammar="root ::= nothing", n_predict=2)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="kept over the socket file")
def test_what_was_read_is_kept_on_disk(engine: Engine, folder: Path) -> None:
    engine.read(head("poem"))
    kept = list((folder / ".read").glob("*.state"))
    assert kept
    began = time.process_time()
    engine.read(head("poem"))
    assert time.process_time() - began < 1.0
    for state in kept:
        state.write_bytes(b"broken")
    engine.read(head("poem"))


def test_a_folder_without_a_model_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PersonError, match="packs get writer"):
        Engine(tmp_path)


def test_threads_leave_room_for_others() -> None:
    assert [writing_threads(n) for n in (1, 2, 8)] == [1, 1, 4]


@pytest.mark.parametrize("wait", [0.0, 0.7, 3.0])
def test_the_program_may_end_while_it_warms(folder: Path, wait: float) -> None:
    code = (
        "import sys, threading, time; from pathlib import Path; from studio.agent.writer import warm\n"
        f"threading.Thread(target=warm, args=(Path({str(folder)!r}),), daemon=True).start(); time.sleep({wait})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=90, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-500:]
