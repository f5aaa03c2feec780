"""Parts: within the limit, oldest first, and never one that a running job of this or another process uses."""

import os
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.errors import PersonError
from studio.parts import Parts
from studio.work import Work

ROOT = Path(__file__).resolve().parents[2]


def opened(folder: Path, limit: int = 100) -> Parts:
    (folder / "parts").mkdir(parents=True, exist_ok=True)
    return Parts(folder / "parts", folder / "leases", lambda: limit)


def put(parts: Parts, name: str, size: int, used: float) -> None:
    (parts.folder / name).write_bytes(b"x" * size)
    os.utime(parts.folder / name, (used, used))


def names(parts: Parts) -> set[str]:
    return {p.name for p in parts.folder.iterdir()}


quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@quick
@given(
    sizes=st.lists(st.integers(0, 60), max_size=12),
    order=st.randoms(use_true_random=False),
    leased=st.sets(st.integers(0, 11)),
    limit=st.integers(0, 300),
)
def test_what_stays_is_what_was_used_last_and_what_is_in_use(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], order, leased: set[int], limit: int
) -> None:
    parts = opened(tmp_path_factory.mktemp("parts"), limit)
    ages = list(range(len(sizes)))
    order.shuffle(ages)
    for n, size in enumerate(sizes):
        put(parts, f"p{n}", size, 1_000_000 + ages[n])
    with ExitStack() as jobs:
        use = jobs.enter_context(parts.lease())
        held = {n for n in leased if n < len(sizes)}
        for n in held:
            use(f"p{n}")
        before = sum(sizes)
        freed = parts.trim()
        left = {int(name[1:]) for name in names(parts)}
        assert before - sum(sizes[n] for n in left) == freed
        assert held <= left
        assert before - freed <= limit or left == held
        # Nothing was let go without need, and nothing older than what was let go stays, but what is in use.
        gone = sorted(set(range(len(sizes))) - left, key=lambda n: ages[n])
        assert all(ages[n] > ages[gone[-1]] for n in left - held) if gone else True
        if gone:
            assert before - freed + sizes[gone[-1]] > limit


@quick
@given(st.lists(st.tuples(st.sampled_from(["use", "make", "trim"]), st.integers(0, 5)), max_size=25))
def test_a_leased_part_that_was_seen_stays_until_its_job_ends(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    parts = opened(tmp_path_factory.mktemp("parts"), 0)
    seen: set[str] = set()
    with parts.lease() as use:
        for what, n in steps:
            name = f"p{n}"
            if what == "trim":
                parts.trim()
            elif what == "make":
                put(parts, name, 10, time.time())
            else:
                use(name)
            if what != "make" and name in names(parts):
                seen.add(name) if what == "use" else None
            assert seen <= names(parts)


def test_using_a_part_makes_it_young(tmp_path: Path) -> None:
    parts = opened(tmp_path, 20)
    put(parts, "old", 10, 1000)
    put(parts, "newer", 10, 2000)
    put(parts, "newest", 10, 3000)
    with parts.lease() as use:
        use("old")
    wait_for(lambda: names(parts) == {"old", "newest"})


def wait_for(done, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_threads_use_and_trim_at_once(tmp_path: Path) -> None:
    """Jobs that find a part or make it, then use it, under somebody who trims to nothing all the time."""
    parts, stop, lost = opened(tmp_path, 0), threading.Event(), []

    def trim() -> None:
        while not stop.is_set():
            parts.trim()

    def job(seed: int) -> None:
        for turn in range(12):
            with parts.lease() as use:
                work = Work(folder=tmp_path, parts=parts.folder, use_part=use)
                for n in range(6):
                    path = work.part(f"p{(n + seed + turn) % 7}")
                    if not path.exists():
                        new = path.with_name(f".{path.name}.{seed}")
                        new.write_bytes(b"x" * 10)
                        os.replace(new, path)
                    time.sleep(0.001)
                    if not path.exists():
                        lost.append(path.name)

    threads = [threading.Thread(target=job, args=(n,)) for n in range(3)]
    trimmer = threading.Thread(target=trim)
    for thread in [trimmer, *threads]:
        thread.start()
    for thread in threads:
        thread.join()
    stop.set()
    trimmer.join()
    assert lost == []


HOLDER = """
import sys, time
from pathlib import Path
from studio.parts import Parts
parts = Parts(Path(sys.argv[1]) / "parts", Path(sys.argv[1]) / "leases", lambda: 0)
with parts.lease() as use:
    use("a")
    print("leased", flush=True)
    time.sleep(60)
"""


def test_a_lease_of_another_process_holds_until_it_dies(tmp_path: Path) -> None:
    parts = opened(tmp_path, 0)
    put(parts, "a", 10, 1000)
    put(parts, "b", 10, 1000)
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "leased\n"
        assert parts.trim() == 10
        assert parts.clear() == 0
        assert names(parts) == {"a"}
        other.kill()
        other.wait()
        assert parts.trim() == 10
    assert [p.name for p in (tmp_path / "leases").iterdir()] == ["lock"]


def test_a_number_given_to_another_process_is_no_lease(tmp_path: Path) -> None:
    parts = opened(tmp_path, 0)
    put(parts, "a", 10, 1000)
    (tmp_path / "leases" / f"{os.getpid()}-1000-abc").write_text("a\n")
    assert parts.trim() == 10


def test_what_is_being_written_and_what_vanishes_are_left_alone(tmp_path: Path, monkeypatch) -> None:
    parts = opened(tmp_path, 0)
    put(parts, ".a.1.2.mp4", 10, 1000)
    put(parts, "b", 10, 1000)
    listed = parts._all()
    (parts.folder / "b").unlink()
    monkeypatch.setattr(parts, "_all", lambda: listed)
    assert parts.trim() == 0
    assert names(parts) == {".a.1.2.mp4"}


def test_the_limit_is_set_or_follows_the_disk(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "parts").mkdir()
    parts = Parts(tmp_path / "parts", tmp_path / "leases")
    monkeypatch.delenv("REELWRIGHT_PARTS_GB", raising=False)
    assert 0 < parts.limit() <= 5_000_000_000
    monkeypatch.setenv("REELWRIGHT_PARTS_GB", "1.5")
    assert parts.limit() == 1_500_000_000
    for wrong in ("lots", "-1", "nan", "inf"):
        monkeypatch.setenv("REELWRIGHT_PARTS_GB", wrong)
        with pytest.raises(PersonError, match="REELWRIGHT_PARTS_GB"):
            parts.limit()


def test_a_large_folder_is_trimmed_quickly(tmp_path: Path) -> None:
    parts = opened(tmp_path, 0)
    for n in range(2000):
        put(parts, f"p{n}", 1, 1000 + n)
    begun = time.monotonic()
    assert parts.trim() == 2000
    assert time.monotonic() - begun < 5
