"""What a film costs beside the bare encode of its frames, and beside MoviePy, ffmpeg and melt.

    python benchmarks/render.py [--quick] [--long]

One film of stills under a moving camera, with dissolves, captions, voices and music, is made from numbers and rendered
by each way in a process of its own; cost is CPU time of the whole process tree, start-up included, the least of
three runs that alternate. The floor is x264 with its own settings (veryfast, CRF 20) on frames that lie ready. Nothing
is downloaded. `--quick`: a short film, 720p, without MoviePy and melt. `--long`: also the memory of a 30-minute film.
The last line is one JSON object; null is not measured.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.render_film import Film, make  # noqa: E402
from benchmarks.render_picture import encoded_ssim, shake, ssim_raw  # noqa: E402

BARS = {
    "cpu_vs_encode_720": "≤ 1.10", "cpu_vs_encode_1080": "≤ 1.10", "moviepy_vs_ours": "≥ 8", "ffmpeg_vs_ours": "",
    "melt_vs_ours": "≥ 4", "ssim_raw": "≥ .985", "shake_px": "≤ .15", "reexport_nothing": "≤ .04",
    "reexport_caption": "≤ .15", "reexport_picture": "≤ .25", "first_fragment_ms": "≤ 100", "peak_gb": "≤ .6",
}  # fmt: skip


def run(way: str, film: Film) -> tuple[float, str]:
    """CPU seconds of one way's whole process tree, and the last line it printed."""
    if way == "ours":  # without pieces of the film made before
        shutil.rmtree(film.folder / "ours", ignore_errors=True)
    command = [sys.executable, "-m", "benchmarks.render_ways", way, str(film.folder), *map(str, film.size)]
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        printed = out.read().splitlines()
    if process.returncode:
        raise RuntimeError(f"{way} ended with {process.returncode}: python -m benchmarks.render_ways {way} ...")
    return used.ru_utime + used.ru_stime, printed[-1] if printed else ""


class Costs:
    """The least CPU seconds of each way, over rounds in which all take turns."""

    def __init__(self, film: Film, ways: list[str], rounds: int) -> None:
        self.least: dict[str, float] = {}
        self.peak = 0.0
        run("frames", film)
        for _ in range(rounds):
            for way in ways:
                seconds, printed = run(way, film)
                self.least[way] = min(seconds, self.least.get(way, seconds))
                self.peak = max(self.peak, float(printed) if way == "ours" else 0.0)

    def ratio(self, way: str, to: str) -> float:
        return self.least[way] / self.least[to]


def measured(folder: Path, quick: bool) -> tuple[dict[str, float | None], list[str]]:
    """All figures, and lines that explain them."""
    found: dict[str, float | None] = dict.fromkeys(BARS)
    shots, rounds = (3, 1) if quick else (8, 3)
    film = make(folder / "720", (1280, 720), shots)
    costs = Costs(film, ["floor", "tuned", "ours", "ffmpeg"], rounds)
    found["cpu_vs_encode_720"] = costs.ratio("ours", "floor")
    found["ffmpeg_vs_ours"] = costs.ratio("ffmpeg", "ours")
    found["peak_gb"] = costs.peak
    told = [f"720p: {_seconds(costs)}"]
    for way in () if quick else ("moviepy", "melt"):
        if way == "moviepy" or shutil.which("melt"):
            seconds, _ = run(way, film)
            found[f"{way}_vs_ours"] = seconds / costs.least["ours"]
            told.append(f"{way}: {seconds:.1f} CPU-s")
    found["ssim_raw"], found["shake_px"] = ssim_raw(film), shake(film)
    told.append(encoded_ssim(film))
    again = json.loads(run("again", film)[1])
    for name in ("nothing", "caption", "picture"):
        found[f"reexport_{name}"] = again[name] / again["cold"]
    found["first_fragment_ms"] = again["first_fragment_ms"]
    (film.folder / "ready.yuv").unlink()
    if not quick:
        film = make(folder / "1080", (1920, 1080), 4)
        costs = Costs(film, ["floor", "tuned", "ours"], 2)
        found["cpu_vs_encode_1080"] = costs.ratio("ours", "floor")
        found["peak_gb"] = max(found["peak_gb"] or 0.0, costs.peak)
        told.append(f"1080p: {_seconds(costs)}")
    return found, told


def _seconds(costs: Costs) -> str:
    return ", ".join(f"{way} {seconds:.2f}" for way, seconds in costs.least.items()) + " CPU-s"


def memory(folder: Path) -> str:
    """Peak memory of a 30-second and a 30-minute film, both 426×240."""
    peaks = []
    for shots in (8, 450):
        film = make(folder / f"long{shots}", (426, 240), shots)
        peaks.append(float(run("ours", film)[1]))
    return f"peak memory: {peaks[0]:.2f} GB for 32 s, {peaks[1]:.2f} GB for 30 min"


def main(words: list[str] | None = None) -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--quick", action="store_true")
    reader.add_argument("--long", action="store_true")
    asked = reader.parse_args(words)
    place: Any = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # ready frames are read from memory
    with tempfile.TemporaryDirectory(dir=place) as folder:
        found, told = measured(Path(folder), asked.quick)
        if asked.long:
            told.append(memory(Path(folder)))
    print("\n".join(told))
    for name in BARS:
        value = found[name]
        print(f"{name:20} {'not measured' if value is None else f'{value:.3f}':>12}   {BARS[name]}")
    print(json.dumps({name: None if (v := found[name]) is None else round(v, 4) for name in BARS}))


if __name__ == "__main__":
    main()
