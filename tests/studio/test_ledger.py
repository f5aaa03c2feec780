"""The ledger: versions with undo and redo across restarts, nothing lost, newer formats left alone."""

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.errors import PersonError
from studio.ledger import Conflict, Ledger
from studio.rows import VERSION, GivenRow


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger(tmp_path / "ledger.sqlite3")
    made.create("p", "A film")
    return made


def test_undo_and_redo_go_along_the_versions_even_after_a_restart(ledger: Ledger) -> None:
    for text in ("one", "two", "three"):
        ledger.add_version("p", text, "edited")
    assert ledger.undo("p").text == "two"
    again = Ledger(ledger.path)
    assert again.version("p").text == "two"
    assert again.undo("p").text == "one"
    assert again.undo("p") is None
    assert again.redo("p").text == "two"
    assert again.redo("p").text == "three"
    assert again.redo("p") is None


def test_an_edit_after_undo_keeps_the_undone_in_the_history(ledger: Ledger) -> None:
    for text in ("one", "two"):
        ledger.add_version("p", text, "edited")
    ledger.undo("p")
    ledger.add_version("p", "other", "edited")
    assert ledger.redo("p") is None
    assert [v.text for v in ledger.versions("p")] == ["one", "two", "other"]


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.one_of(st.text(max_size=5), st.sampled_from(["UNDO", "REDO"])), max_size=25))
def test_the_ledger_agrees_with_two_stacks(tmp_path: Path, moves: list[str]) -> None:
    ledger = Ledger(tmp_path / "l.sqlite3")
    project = f"p{len(ledger.projects())}"
    ledger.create(project, "x")
    done: list[str] = []
    undone: list[str] = []
    for move in moves:
        if move == "UNDO":
            assert (ledger.undo(project) is not None) == (len(done) > 1)
            if len(done) > 1:
                undone.append(done.pop())
        elif move == "REDO":
            assert (ledger.redo(project) is not None) == bool(undone)
            if undone:
                done.append(undone.pop())
        else:
            if not done or done[-1] != move:
                done.append(move)
                undone.clear()
            ledger.add_version(project, move, "edited")
        now = ledger.version(project)
        assert (now.text if now else None) == (done[-1] if done else None)


def test_an_edit_on_an_old_version_is_a_conflict_and_changes_nothing(ledger: Ledger) -> None:
    first = ledger.add_version("p", "one", "edited")
    ledger.add_version("p", "two", "edited", on=first.id)
    with pytest.raises(Conflict, match="changed elsewhere"):
        ledger.add_version("p", "mine", "edited", on=first.id)
    assert ledger.version("p").text == "two"


def test_threads_writing_at_once_lose_nothing(ledger: Ledger) -> None:
    def write(n: int) -> None:
        for k in range(10):
            ledger.add_version("p", f"{n}-{k}", "edited")

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ledger.versions("p")) == 40


def test_a_newer_ledger_is_refused_and_left_as_it_was(ledger: Ledger) -> None:
    with sqlite3.connect(ledger.path) as db:
        db.execute(f"PRAGMA user_version={VERSION + 1}")
    before = ledger.path.read_bytes()
    with pytest.raises(PersonError, match="newer Reelwright"):
        Ledger(ledger.path)
    assert ledger.path.read_bytes() == before


def test_a_file_that_is_no_ledger_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(PersonError, match="is damaged"):
        Ledger(path)


_AS_A_GUEST = """
import sys
sys.path.insert(0, ".")
from pathlib import Path
from studio.ledger import Ledger
from studio.errors import PersonError
path = Path(sys.argv[1])
if sys.argv[2] == "later":
    ledger = Ledger(path)
path.parent.chmod(0o500), path.chmod(0o400), [p.chmod(0o400) for p in path.parent.glob("*-*")]
try:
    if sys.argv[2] == "first":
        ledger = Ledger(path)
    ledger.add_version("p", "two", "edited")
except PersonError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is locked for this user")
@pytest.mark.parametrize("when", ["first", "later"])
def test_a_ledger_that_may_not_be_written_is_never_called_damaged(ledger: Ledger, when: str) -> None:
    command = [sys.executable, "-c", _AS_A_GUEST, str(ledger.path), when]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "read-only" in said or not said
    assert "damaged" not in said


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "disk is full"),
        (sqlite3.SQLITE_READONLY, "read-only"),
        (sqlite3.SQLITE_CANTOPEN, "read-only"),
        (sqlite3.SQLITE_BUSY, "Close other windows"),
        (sqlite3.SQLITE_IOERR | 10 << 8, "The disk under .* gave an error"),
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
    ],
)
def test_the_databases_troubles_are_sentences(ledger: Ledger, code: int, words: str) -> None:
    error = sqlite3.OperationalError("so it is")
    error.sqlite_errorcode = code
    with pytest.raises(PersonError, match=words), ledger.write():
        raise error
    assert ledger.project("p").name == "A film"


def test_a_mistake_in_our_own_sql_stays_a_bug(ledger: Ledger) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        ledger.rows("SELECT * FROM nowhere")


def test_a_failed_write_leaves_everything_as_it_was(ledger: Ledger) -> None:
    ledger.add_version("p", "one", "edited")

    def break_off() -> None:
        with ledger.write() as db:
            db.execute("UPDATE version SET text='broken'")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert ledger.version("p").text == "one"


def test_binned_projects_come_back_whole(ledger: Ledger) -> None:
    ledger.add_version("p", "one", "edited")
    ledger.set_project("p", binned=1.0)
    assert ledger.projects() == []
    with pytest.raises(PersonError):
        ledger.project("p")
    ledger.set_project("p", binned=None)
    assert ledger.version("p").text == "one"


def test_takes_are_newest_first_and_never_doubled(ledger: Ledger) -> None:
    for key in ("a", "a", "b", "a"):
        ledger.add_take("p", "shot1", key, f"{key}.png", "Image", None)
    assert [t.key for t in ledger.takes("p", "shot1")] == ["a", "b", "a"]


def test_a_copy_has_its_own_history(ledger: Ledger) -> None:
    ledger.add_version("p", "one", "edited")
    ledger.give("p", GivenRow("photo1", "Image", "x.jpg", "beach.jpg", "a photo"))
    ledger.add_take("p", "shot1", "k", "t.png", "Image", None)
    ledger.create("q", "copy")
    ledger.copy_into("p", "q")
    ledger.add_version("q", "two", "edited")
    assert ledger.version("p").text == "one"
    assert [g.name for g in ledger.givens("q")] == ["photo1"]
    assert [t.key for t in ledger.takes("q")] == ["k"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no list of open files here")
def test_hundreds_of_threads_leave_no_files_open(ledger: Ledger) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for n in range(100):
        thread = threading.Thread(target=ledger.add_take, args=("p", "a", f"k{n}", "x.txt", "Text", None))
        thread.start()
        thread.join()
    assert len(os.listdir("/proc/self/fd")) <= before + 2
    assert len(ledger.takes("p", "a")) == 100
