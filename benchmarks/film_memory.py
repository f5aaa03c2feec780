"""How much memory a film of animated clips takes: the studio's whole process tree, for a short film and a long one."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCENES = (
    "a lighthouse on a rocky shore at dawn",
    "a busy street with two children in the rain at night",
    "a grandmother reads a book by the fireplace",
    "a whale in the sea at sunset",
    "a fox in a snowy forest",
    "a classroom with a teacher and students",
    "a city skyline at night with fireworks",
    "a farmer with a cow in the fields in the morning",
    "an astronaut on the moon",
    "a fishing boat in the harbour in fog",
)
MOVES = ("push in", "pan left", "orbit right", "handheld")
CLIP = 8  # seconds of one clip
_EVERY = 0.1  # seconds between two looks


def plan(clips: int) -> str:
    """A plan of so many different clips, at most len(SCENES) × len(MOVES), joined by dissolves."""
    scenes = min(clips, len(SCENES))
    lines = [f"shot{n} = paint(scene={words!r}, seed={n})" for n, words in enumerate(SCENES[:scenes])]
    for n in range(clips):
        move = MOVES[n // scenes % len(MOVES)]
        lines.append(f'clip{n} = animate(picture=shot{n % scenes}, camera="{move}", seconds={CLIP})')
    lines.append(f"cut = edit(shots=[{', '.join(f'clip{n}' for n in range(clips))}], transition='dissolve')")
    lines.append("film = render(cut=cut)")
    return "\n".join(lines) + "\n"


def peak(clips: int, size: str = "1280x720") -> tuple[float, float]:
    """(the most memory in MB, seconds) of `python app.py run` with nothing made before: a process of its own, with all
    it starts. Resident memory, so what two of its processes share counts twice."""
    from app import open_packs

    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "long.plan"
        written.write_text(plan(clips), encoding="utf-8")
        data = {"REELWRIGHT_DATA": str(Path(folder) / "data"), "REELWRIGHT_PACKS": str(open_packs().folder)}
        command = [sys.executable, "app.py", "run", str(written), "--out", str(Path(folder) / "film.mp4")]
        begun, most = time.monotonic(), 0
        with tempfile.TemporaryFile("w+") as said:
            running = subprocess.Popen([*command, "--size", size], cwd=ROOT, env={**os.environ, **data},
                                       stdout=said, stderr=subprocess.STDOUT)  # fmt: skip
            while running.poll() is None:
                most = max(most, held(running.pid))
                time.sleep(_EVERY)
            if running.returncode:
                said.seek(0)
                raise RuntimeError(said.read()[-2000:])
        return most / 1e6, time.monotonic() - begun


def held(process: int) -> int:
    """Bytes of resident memory of a process and all it has started."""
    import psutil

    total = 0
    try:
        family = psutil.Process(process)
        for each in (family, *family.children(recursive=True)):
            try:
                total += each.memory_info().rss
            except psutil.NoSuchProcess:
                continue
    except psutil.NoSuchProcess:
        pass
    return total


def told() -> str:
    """A sentence with the peaks of 40 seconds and of 5 minutes."""
    words = []
    for clips in (5, 40):
        most, seconds = peak(clips)
        words.append(f"{most:.0f} MB for a film of {clips * CLIP} s (made in {seconds:.0f} s)")
    return "most memory, 720p clips animated and rendered: " + ", ".join(words)
