"""The store: whole or absent, named by content, safe from damage, several threads and kill -9."""

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.errors import PersonError
from studio.store import Record, Store, digest_of, key_of


def record(key: str = "k" * 64, notes: tuple[str, ...] = ()) -> Record:
    return Record(key, "say", "1", {"a": None}, {"n": 1}, {}, notes, 0.5, "", "Text", 0, 1.0)


def put(store: Store, text: str, key: str = "k" * 64):
    with store.scratch() as folder:
        path = folder / "a.txt"
        path.write_text(text)
        return store.keep(path, record(key), ".txt")


def test_what_is_kept_is_recalled_read_only_and_named_by_content(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made, _ = put(store, "hello")
    found = store.recall("k" * 64)
    assert found is not None
    assert found[0].path.read_text() == "hello"
    assert found[0].name == digest_of(made.path) + ".txt"
    assert not stat.S_IMODE(made.path.stat().st_mode) & stat.S_IWUSR
    assert list(store.scratch_root.iterdir()) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(content=st.binary(max_size=2000), suffix=st.sampled_from([".txt", ".PNG", ".mp4"]))
def test_adopting_twice_gives_one_file_with_the_same_bytes(tmp_path: Path, content: bytes, suffix: str) -> None:
    store = Store(tmp_path)
    source = tmp_path / f"source{suffix}"
    source.write_bytes(content)
    first, second = store.adopt(source, "Text"), store.adopt(source, "Text")
    assert first == second
    assert first.path.read_bytes() == content
    assert first.suffix == suffix.lower()
    assert source.exists()


@pytest.mark.parametrize("damage", ["truncate", "flip", "remove"])
def test_a_damaged_thing_is_a_miss_and_can_be_made_again(tmp_path: Path, damage: str) -> None:
    store = Store(tmp_path)
    made, _ = put(store, "hello world")
    made.path.chmod(0o600)
    if damage == "remove":
        made.path.unlink()
    elif damage == "truncate":
        made.path.write_text("hello")
    else:
        os.utime(made.path, ns=(1, 1))
        made.path.write_text("hellO world")
    assert store.recall("k" * 64) is None
    assert put(Store(tmp_path), "hello world")[0].path.read_text() == "hello world"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"key": 1}', "null", "\x00"])
def test_a_damaged_record_is_a_miss(tmp_path: Path, text: str) -> None:
    store = Store(tmp_path)
    put(store, "hello")
    store._record_path("k" * 64).write_text(text)
    assert store.recall("k" * 64) is None


def test_a_full_disk_is_a_sentence_and_leaves_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(PersonError, match="disk is full"):
        put(store, "hello")
    monkeypatch.undo()
    assert store.recall("k" * 64) is None
    assert list(store.scratch_root.iterdir()) == []


def test_key_changes_with_every_part_and_not_with_order() -> None:
    base = ("say", "1", {"a": "x", "b": None}, {"n": 1, "t": "é"}, {"p": "1"})
    key = key_of(*base)
    assert key == key_of("say", "1", {"b": None, "a": "x"}, {"t": "é", "n": 1}, {"p": "1"})
    others = [
        key_of("said", *base[1:]),
        key_of("say", "2", *base[2:]),
        key_of("say", "1", {"a": "y", "b": None}, *base[3:]),
        key_of("say", "1", base[2], {"n": 2, "t": "é"}, base[4]),
        key_of("say", "1", base[2], base[3], {"p": "2"}),
    ]
    assert len({key, *others}) == 6


def test_threads_keeping_the_same_thing_leave_one_whole_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    threads = [threading.Thread(target=put, args=(store, "same", f"{n:064}")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [p.read_text() for p in store.things.iterdir()] == ["same"]
    assert all(store.recall(f"{n:064}") for n in range(8))


KILLED = """
import os, sys, pathlib
sys.path.insert(0, {root!r})
from studio.store import Store
from tests.studio.test_store import put
import studio.store as module
store = Store(pathlib.Path({folder!r}))
real, count = os.replace, 0
def replace(a, b):
    global count
    count += 1
    if count == {at}: os.kill(os.getpid(), 9)
    real(a, b)
    if count == {at} - 1 and {after}: os.kill(os.getpid(), 9)
os.replace = replace
put(store, "hello")
"""


@pytest.mark.parametrize(("at", "after"), [(1, False), (2, False), (2, True)])
def test_kill_9_at_either_rename_leaves_a_miss_and_nothing_broken(tmp_path: Path, at: int, after: bool) -> None:
    root = str(Path(__file__).resolve().parents[2])
    code = KILLED.format(root=root, folder=str(tmp_path), at=at, after=after)
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -9
    store = Store(tmp_path)
    assert store.recall("k" * 64) is None
    store.sweep()
    assert list(store.scratch_root.iterdir()) == []
    put(store, "hello")
    assert store.recall("k" * 64) is not None


def test_clear_keeps_what_it_is_told_and_forgets_the_rest(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept, _ = put(store, "kept", "a" * 64)
    put(store, "lost!", "b" * 64)
    (store.parts / "segment").write_bytes(b"12345")
    assert store.clear({kept.name}) == 10
    assert store.recall("a" * 64)
    assert store.recall("b" * 64) is None
    assert list(store.parts.iterdir()) == []


def test_a_record_from_elsewhere_must_be_true_to_its_key_and_replaces_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made = store.adopt_text("hello")
    plain = vars(record()) | {"made": made.name}
    assert not store.bring_record(plain)  # its key is not the hash of what it says
    plain["key"] = key_of("say", "1", {"a": None}, {"n": 1}, {})
    assert store.bring_record(plain)
    other = store.adopt_text("forged")
    assert not store.bring_record(plain | {"made": other.name})
    found = store.recall(plain["key"])
    assert found is not None
    assert found[0].path.read_text() == "hello"


def test_nothing_is_cleared_while_something_is_being_made(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made, _ = put(store, "hello")
    with store.scratch(), pytest.raises(PersonError, match="being made"):
        store.clear(set())
    assert made.path.exists()
    assert store.clear(set()) == 5
    assert not store.in_use()


def test_sweeping_removes_what_the_dead_left_and_nothing_of_the_living(tmp_path: Path) -> None:
    store = Store(tmp_path)
    put(store, "hello")
    dead, living = 2**22 + 1, os.getpid()
    (store.records / "kk").mkdir(exist_ok=True)
    for pid in (dead, living):
        (store.scratch_root / f"{pid}-x").mkdir()
        (store.parts / f".{'a' * 40}.{pid}.77.mp4").write_bytes(b"half")
        (store.records / "kk" / f"{'b' * 64}.{pid}.77.new").write_bytes(b"half")
    (store.parts / f"{'a' * 40}.mp4").write_bytes(b"whole")
    store.sweep()
    left = [p.name for p in tmp_path.rglob("*") if str(dead) in p.name]
    assert left == []
    assert len([p for p in tmp_path.rglob("*") if f"{living}" in p.name]) == 3
    assert (store.parts / f"{'a' * 40}.mp4").exists()
    assert store.recall("k" * 64)


def test_a_thing_is_there_at_every_moment_in_which_it_is_made_again(tmp_path: Path) -> None:
    """Replacing must not begin with removing: another thread would look in between and find none."""
    store = Store(tmp_path)
    made, _ = put(store, "same")
    made.path.chmod(0o600)
    gone: list[int] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            if not made.path.exists():
                gone.append(1)

    looking = threading.Thread(target=look)
    looking.start()
    for _ in range(100):
        os.truncate(made.path, 2)  # damaged, so that it is put in place anew
        put(store, "same")
        made.path.chmod(0o600)
    stop.set()
    looking.join()
    assert not gone
