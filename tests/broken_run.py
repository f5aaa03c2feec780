"""Sends broken files through the studio in a process of its own, where memory is short and a crash is only told."""

import json
import os
import queue
import resource
import shutil
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.errors import PersonError
from tests.broken_media import Case

ROOT = Path(__file__).resolve().parent.parent
MEMORY = 1_500_000_000  # bytes a process may hold for itself; a film of this size takes a fifth of it
FILE = 100_000_000  # bytes in one file: a film of endless length must not fill the disk it is tried on
_PATIENCE = 120.0  # seconds without a word; a case is asked to take less than 10 of the processor
SIZE = "160x90"


@dataclass(frozen=True)
class Ending:
    """How one way of using one file ended: "film", "sentence", "taken", "crash", "hang", "wrong" (a bug)."""

    way: str
    end: str
    words: str = ""
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    pieces: int = 0
    left: tuple[str, ...] = ()


def run(cases: list[Case], scratch: Path, ways: str) -> dict[str, dict[str, Ending]]:
    """What became of each case, by the way it went; of `ways`, words with a blank between, those that suit the file.

    After a crash or a hang a new process goes on with the next case.
    """
    found: dict[str, dict[str, Ending]] = {case.name: {} for case in cases}
    waiting = [case.name for case in cases]
    while waiting:
        last = waiting[-1]
        for name, ending in _process(cases[0].path.parent, waiting, scratch, ways):
            found[name][ending.way] = ending
            last = name
        waiting = waiting[waiting.index(last) + 1 :]
    return found


def _process(folder: Path, names: list[str], scratch: Path, ways: str) -> Iterator[tuple[str, Ending]]:
    """Endings as one process tells them, the last of them its own end if it was no good one."""
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.broken_run", str(folder), str(scratch), ways, *names]
    lines: queue.Queue[str] = queue.Queue()
    with (scratch / "errors.txt").open("w+") as errors:
        made = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True)

        def listen() -> None:
            assert made.stdout
            for line in made.stdout:
                lines.put(line)
            lines.put("")

        threading.Thread(target=listen, daemon=True).start()
        name, way, end = names[0], "start", "crash"
        try:
            while line := lines.get(timeout=_PATIENCE):
                told = json.loads(line)
                name, way = told.pop("name"), told["way"]
                if told.get("end"):
                    yield name, Ending(**{k: tuple(v) if isinstance(v, list) else v for k, v in told.items()})
        except queue.Empty:
            end = "hang"
            made.kill()
        if made.wait() or end == "hang":
            errors.seek(0)
            yield name, Ending(way, end, f"{made.returncode}: {errors.read()[-3000:]}")


# ---------------------------------------------------------------- inside the process


def _main(folder: Path, scratch: Path, wanted: list[str], names: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE, FILE))
    for name in names:
        for way, use in _ways(folder / name):
            if way in wanted:
                _tell(name=name, way=way)
                _tell(name=name, **_used(way, use, scratch / "desk"))
                shutil.rmtree(scratch / "desk")


def _tell(**words: Any) -> None:
    print(json.dumps(words), flush=True)


def _used(way: str, use: Callable[[Any], Any], folder: Path) -> dict[str, Any]:
    from studio.work import Work

    notes: list[str] = []
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "parts").mkdir(parents=True)
    (folder / "out").mkdir()
    work = Work(folder=folder / "out", parts=folder / "parts", threads=2, remark=notes.append)
    begun = time.process_time()
    try:
        made = use(work)
        end, words = ("film", str(_frames(made))) if isinstance(made, Path) else ("taken", str(made))
    except PersonError as error:
        end, words = "sentence", str(error)
    except BaseException:
        end, words = "wrong", traceback.format_exc()[-3000:]
    told = {"way": way, "end": end, "words": words, "notes": notes, "seconds": time.process_time() - begun}
    told["pieces"] = len(list((folder / "parts").glob("[!.s]*.mp4")))
    hidden = [p.name for p in (folder / "parts").glob(".*")]
    told["left"] = hidden + [p.name for p in (folder / "out").rglob("*") if "film" in p.name and end != "film"]
    return told


def _frames(path: Path) -> int:
    import av

    with av.open(str(path)) as film:
        return sum(1 for _ in film.decode(video=0))


def _ways(path: Path) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    from studio.given import identify

    yield "given", lambda work: identify(path).words
    suffix = path.suffix.lower()
    if suffix == ".otio":
        yield "tools", lambda work: _edited(path, [path], work)
        yield "straight", lambda work: _render(path, work)
    elif _kind(path) == "sound":
        yield "tools", lambda work: _edited(path, [path.with_name("good.mp4")], work, voice=path)
        yield "straight", lambda work: _heard(path, work)
        yield "music", lambda work: _render(_written(path, None), work, music=path)
    else:
        yield "tools", lambda work: _clipped(path, work)
        yield "bare", lambda work: _edited(path, [path], work, seconds=2)
        yield "straight", lambda work: _render(_written(path, _kind(path)), work)


def _kind(path: Path) -> str:
    if path.suffix in (".wav", ".flac", ".ogg", ".mid") or path.name in ("cut.mp3", "noise.mp3"):
        return "sound"
    pictures = (".png", ".jpg", ".gif", ".webp", ".tif", ".bmp", ".avif", ".jp2")
    return "Image" if path.suffix in pictures else "Video"


def _render(cut: Path, work: Any, **more: Any) -> Path:
    from pipelines.assemble.render import render

    return Path(render(cut, size=SIZE, quality="draft", work=work, **more))


def _clipped(path: Path, work: Any) -> Path:
    """As a plan does it: a camera move or a stretch, then edit, then render."""
    from pipelines.shape.move import move
    from pipelines.shape.trim import trim

    make = move(path, seconds=0.5, work=work) if _kind(path) == "Image" else trim(path, seconds=0.5, work=work)
    clip = Path(make).rename(path.with_name(f"{path.name}.clip.otio"))
    return _edited(path, [clip], work)


def _edited(path: Path, middle: list[Path], work: Any, voice: Path | None = None, seconds: Any = None) -> Path:
    from pipelines.assemble.edit import edit

    shots: list[Any] = [path.with_name("good.png"), *middle, path.with_name("good2.png")]
    voices: list[Any] = [None, voice]
    made = edit(shots, voices, transition_seconds=0.2, seconds=seconds, fps=12, work=work)
    return _render(Path(made).rename(path.with_name(f"{path.name}.cut.otio")), work)


def _written(path: Path, kind: Any) -> Path:
    """The file as the middle shot of a cut that no tool has looked at."""
    from studio.timeline import Shot, save
    from tests.broken_cuts import three

    cut = path.with_name(f"{path.name}.hand.otio")
    save(three(Shot(path.name if kind else "good.mp4", kind or "Video", 6, sound=kind == "Video")), cut)
    return cut


def _heard(path: Path, work: Any) -> Path:
    from studio.timeline import Shot, Sound, Voice, save
    from tests.broken_cuts import three

    cut = path.with_name(f"{path.name}.hand.otio")
    heard = {"voices": (Voice(path.name, 4, 6),), "sounds": (Sound(path.name, 6, 6),)}
    save(three(Shot("good.mp4", "Video", 6), **heard), cut)
    return _render(cut, work)


if __name__ == "__main__":
    os.nice(5)
    _main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3].split(), sys.argv[4:])
