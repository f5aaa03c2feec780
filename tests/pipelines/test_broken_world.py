"""Faults of the world: full and locked disks, files that go or change, damaged parts, a program that is killed."""

import errno
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from pipelines.assemble.render import render
from pipelines.film import encoding, segments
from studio.errors import PersonError
from studio.timeline import Shot, save
from studio.work import Work
from tests.broken_cuts import three
from tests.broken_media import good

SIZE = "160x90"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """Two stills and a video between them, with a dissolve at either side: five pieces."""
    good(tmp_path)
    save(three(Shot("good.mp4", "Video", 6, available=12, sound=True)), tmp_path / "cut.otio")
    return tmp_path / "cut.otio"


def desk(folder: Path, **more: Any) -> Work:
    for name in ("out", "parts"):
        (folder / name).mkdir(exist_ok=True)
    return Work(folder=folder / "out", parts=folder / "parts", threads=2, **more)


def film(cut: Path, **more: Any) -> Path:
    return Path(render(cut, size=SIZE, quality="draft", work=desk(cut.parent, **more)))


def kept(cut: Path) -> dict[str, int]:
    """The pieces kept, and when each was made."""
    found = (cut.parent / "parts").glob("[!.s]*.mp4")
    return {path.name: path.stat().st_mtime_ns for path in found}


def nothing_left(cut: Path) -> bool:
    hidden = [p for room in ("out", "parts") for p in (cut.parent / room).glob(".*")]
    return not hidden and not (cut.parent / "out" / "film.mp4").exists()


def test_after_mending_only_what_was_missing_is_made(cut: Path) -> None:
    whole = film(cut).read_bytes()
    shutil.rmtree(cut.parent / "parts")
    (cut.parent / "out" / "film.mp4").unlink()
    good_bytes = (cut.parent / "good.mp4").read_bytes()
    (cut.parent / "good.mp4").write_bytes(b"\0" * 100)
    notes: list[str] = []
    with pytest.raises(PersonError, match=r"^Shot 2: 'good\.mp4' .*All else is made and kept"):
        film(cut, remark=notes.append)
    assert any(note.startswith("Shot 2") for note in notes)  # told at once, before the others were made
    assert nothing_left(cut)
    first = kept(cut)
    assert len(first) == 2
    (cut.parent / "good.mp4").write_bytes(good_bytes)
    assert film(cut).read_bytes() == whole
    assert {name: kept(cut)[name] for name in first} == first
    assert len(kept(cut)) == 5


def test_a_file_that_is_missing_at_the_render_costs_only_its_shot(cut: Path) -> None:
    (cut.parent / "good.mp4").rename(cut.parent / "away.mp4")
    with pytest.raises(PersonError, match=r"Shot 2.*good\.mp4.*missing"):
        film(cut)
    assert len(kept(cut)) == 2
    (cut.parent / "good2.png").unlink()
    with pytest.raises(PersonError, match=r"Shot 2.*Shot 3"):
        film(cut)
    (cut.parent / "away.mp4").rename(cut.parent / "good.mp4")
    with pytest.raises(PersonError, match=r"^Shot 3"):
        film(cut)
    assert nothing_left(cut)


def test_a_file_that_changes_during_the_render_is_not_kept_under_its_old_name(
    cut: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = (cut.parent / "good2.png").read_bytes()
    draw = segments.Screen.draw

    def changing(self: Any, n: int, target: Any) -> None:
        draw(self, n, target)
        if n == 2:
            (cut.parent / "good.png").write_bytes(other)

    monkeypatch.setattr(segments.Screen, "draw", changing)
    with pytest.raises(PersonError, match=r"Shot 1: its file 'good\.png' changed"):
        film(cut)
    assert nothing_left(cut)
    monkeypatch.undo()
    again = film(cut).read_bytes()
    shutil.rmtree(cut.parent / "parts")
    assert film(cut).read_bytes() == again


@pytest.mark.parametrize("seed", range(4))
def test_damaged_parts_are_made_again(cut: Path, seed: int) -> None:
    whole = film(cut).read_bytes()
    chance = random.Random(seed)
    for path in sorted((cut.parent / "parts").iterdir()):
        data = bytearray(path.read_bytes())
        how = chance.choice(("zero", "cut", "noise", "bit", "bit", "longer", "none"))
        if how == "bit":  # the right number of frames, and a picture that is not the one that was made
            data[data.index(b"mdat") + 4 + chance.randrange(20)] ^= 1 << chance.randrange(8)
        changed = {"zero": b"", "cut": data[: len(data) // 2], "noise": chance.randbytes(len(data)),
                   "longer": data + b"\0" * 9}.get(how, bytes(data))  # fmt: skip
        if how == "none":
            path.unlink()
        else:
            path.write_bytes(changed)
    assert film(cut).read_bytes() == whole


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_parts_folder_that_may_not_be_written_is_a_sentence(cut: Path) -> None:
    work = desk(cut.parent)
    work.parts.chmod(0o555)
    try:
        with pytest.raises(PersonError, match="parts"):
            render(cut, size=SIZE, quality="draft", work=work)
    finally:
        work.parts.chmod(0o755)
    assert nothing_left(cut)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EFBIG, errno.EDQUOT])
def test_what_the_disk_refuses_is_a_sentence(cut: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(encoding, "seal", refuse)
    with pytest.raises(PersonError, match=r"could not be written"):
        film(cut)
    assert nothing_left(cut)


def _full_or_whole(cut: Path, whole: bytes) -> int:
    """Render where the disk may be too small: 1 when it was, told in a sentence, and nothing was left."""
    try:
        made = film(cut)
    except PersonError as error:
        words = str(error)
    else:
        assert made.read_bytes() == whole
        return 0
    assert "disk is full" in words
    assert nothing_left(cut)
    return 1


def test_a_disk_that_fills_up_at_any_write_is_a_sentence_and_the_next_film_is_whole(
    cut: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writes of Python's own files fail from a number on: sound, parts, the film's own."""
    whole = film(cut).read_bytes()
    chance, ended = random.Random(7), 0
    for _ in range(12):
        left = chance.randrange(0, 30)

        def full(self: Path, mode: str = "r", *words: Any, **more: Any) -> Any:
            nonlocal left
            if set(mode) & set("wax+"):
                left -= 1
                if left < 0:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
            return io.open(self, mode, *words, **more)  # noqa: UP020 - the one that is not replaced

        shutil.rmtree(cut.parent / "parts")
        (cut.parent / "out" / "film.mp4").unlink(missing_ok=True)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "open", full)
            ended += _full_or_whole(cut, whole)
    assert ended > 3
    assert film(cut).read_bytes() == whole


_CHILD = """
import resource, sys
from pathlib import Path
from pipelines.assemble.render import render
from studio.errors import PersonError
from studio.work import Work
cut, most = Path(sys.argv[1]), int(sys.argv[2])
work = Work(folder=cut.parent / "out", parts=cut.parent / "parts", threads=1)
if most:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
print("begun", flush=True)
try:
    render(cut, size="160x90", quality="draft", work=work)
    print("film")
except PersonError as error:
    print("sentence", error)
"""


def _child(cut: Path, most: int = 0) -> subprocess.Popen[str]:
    desk(cut.parent)
    return subprocess.Popen([sys.executable, "-c", _CHILD, str(cut), str(most)], cwd=ROOT, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


@pytest.mark.parametrize("most", [700, 60_000, 500_000])
def test_a_disk_that_takes_no_more_in_the_middle_of_a_file(cut: Path, most: int) -> None:
    """The system itself refuses: within a piece, within the sound, within what is mixed."""
    out, errors = _child(cut, most).communicate(timeout=120)
    assert out.splitlines()[-1].startswith(("sentence The disk", "film")), errors[-2000:]
    assert out.splitlines()[-1] == "film" or nothing_left(cut)


@pytest.mark.slow
def test_a_film_killed_anywhere_goes_on_from_what_is_there(cut: Path) -> None:
    whole = film(cut).read_bytes()
    chance, found = random.Random(3), set[int]()
    for _ in range(8):
        shutil.rmtree(cut.parent / "parts")
        (cut.parent / "out" / "film.mp4").unlink(missing_ok=True)
        child = _child(cut)
        assert child.stdout
        child.stdout.readline()
        wait = chance.random() * 0.6
        until = time.monotonic() + 30
        while not any((cut.parent / "parts").iterdir()) and time.monotonic() < until and child.poll() is None:
            time.sleep(0.005)
        time.sleep(wait * chance.random())
        child.send_signal(signal.SIGKILL)
        child.communicate()
        before = kept(cut)
        found.add(len(before))
        done = cut.parent / "out" / "film.mp4"
        assert not done.exists() or done.read_bytes() == whole
        assert film(cut).read_bytes() == whole
        assert {name: kept(cut)[name] for name in before} == before  # recalled, not made again
    assert json.dumps(sorted(found))


@pytest.mark.skipif(not shutil.which("mount") or not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
@pytest.mark.slow
def test_a_really_full_disk(cut: Path, tmp_path: Path) -> None:
    whole = film(cut).read_bytes()
    small = tmp_path / "small"
    small.mkdir()
    for size in ("200k", "600k", "1200k"):
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(small)], check=False).returncode:
            pytest.skip("no disk can be mounted here")
        try:
            for name in ("good.png", "good2.png", "good.mp4", "cut.otio"):
                shutil.copy(cut.parent / name, small / name)
            _full_or_whole(small / "cut.otio", whole)
        finally:
            subprocess.run(["umount", str(small)], check=True)
