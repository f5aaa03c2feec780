"""How fast, how steady and how true drawn pictures are.

    python benchmarks/pictures.py [--quick] [--sheet PATH] [--memory]

picture_cold_s   a new process, imports included, paints a scene and writes its PNG. `paint` draws 1920 × 1080 for 16:9,
                 which is more than the 1280 × 720 asked for. Median of 3; beside it the least a drawn picture can cost:
                 a new process that fills a canvas of that size with one gradient by skia and writes it with Pillow
clip_vs_realtime a new process animates such a picture for 4 s at 30 fps, 1280 × 720: seconds a second; median of 3
shake_px         jump of details from frame to frame beside their smooth path, RMS, the worst of the camera's moves
top1             share of the briefs in briefs.toml that MiniLM finds among all, from what the picture says it shows
negated_drawn    things painted although their brief says they are not there: subjects, or layers of the setting

`--quick`: one picture, one clip, two moves; all briefs all the same. `--sheet`: also a picture of all briefs drawn.
`--memory`: also the most memory that films of 40 seconds and of 5 minutes take, all their clips animated; some minutes.
Packs already here are used, nothing is downloaded. The last line is one JSON object.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import film_memory  # noqa: E402
from benchmarks.pictures_briefs import briefs, desk, ranks, seen, sheet  # noqa: E402

BARS = {"picture_cold_s": "< 1.5", "clip_vs_realtime": "< 2", "shake_px": "< .1", "top1": "≥ .90", "negated_drawn": "0"}
SCENES = {  # and how the camera moves through each
    "a lighthouse on a rocky shore at dawn": "push in",
    "a busy street with two children in the rain at night": "orbit left",
    "a grandmother reads a book by the fireplace": "handheld",
}

_FLOOR = """
import sys
import numpy as np, skia
from PIL import Image
surface = skia.Surface(1920, 1080)
shader = skia.GradientShader.MakeLinear([skia.Point(0, 0), skia.Point(0, 1080)], [0xFF203050, 0xFFF0C090])
surface.getCanvas().drawPaint(skia.Paint(Shader=shader))
pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
Image.fromarray(np.ascontiguousarray(pixels[:, :, :3])).save(sys.argv[1], compress_level=1)
"""

_DESK = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from app import open_packs
from studio.work import Work
work = Work.alone(Path(sys.argv[1]), open_packs().find)
"""
_PAINT = """
from pipelines.make.paint import paint
work.path("scene.txt").write_text(sys.argv[2], encoding="utf-8")
paint(work.path("scene.txt"), engine="drawn", work=work)
"""
_ANIMATE = """
from pipelines.make.animate import animate
animate(work.path("picture.png"), camera=sys.argv[2], engine="drawn", work=work)
"""


def process(code: str, *words: str) -> tuple[float, float]:
    """Seconds of a new Python process from start to end, and the CPU seconds of all its threads."""
    command = [sys.executable, "-c", code.format(root=str(ROOT)), *words]
    begun = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(running.pid, 0)
        seconds, running.returncode = time.monotonic() - begun, os.waitstatus_to_exitcode(status)
        said.seek(0)
        if running.returncode:
            raise RuntimeError(said.read()[-2000:])
    return seconds, used.ru_utime + used.ru_stime


def speed(folder: Path, quick: bool) -> tuple[dict[str, float], list[str]]:
    """What pictures and clips cost, the ways taking turns."""
    cold, floor, clips = [], [], []
    for n, (scene, move) in enumerate(list(SCENES.items())[: 1 if quick else 3]):
        at = str(folder / f"work{n}")  # nothing kept from the scene before
        cold.append(process(_DESK + _PAINT, at, scene))
        floor.append(process(_FLOOR, str(folder / "floor.png")))
        clips.append(process(_DESK + _ANIMATE, at, move))
    (picture, picture_cpu), (least, _), (clip, clip_cpu) = (
        [statistics.median(each) for each in zip(*way, strict=True)] for way in (cold, floor, clips)
    )
    told = [
        f"load of the machine while timing: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores",
        f"a picture: {picture:.2f} s, {picture_cpu:.2f} CPU-s; one gradient by skia, written by Pillow: {least:.2f} s;"
        f" a scene costs {picture / least:.1f} ×",
        f"a clip of 4 s: {clip:.2f} s, {clip_cpu:.2f} CPU-s",
    ]
    return {"picture_cold_s": picture, "clip_vs_realtime": clip / 4}, told


def steadiness(quick: bool) -> tuple[float, list[str]]:
    """The shake of the worst move, in pixels, and that of each."""
    from benchmarks.pictures_shake import shake

    with desk() as work:
        moves = (
            ("push in", "pan left")
            if quick
            else ("push in", "pull out", "pan left", "tilt up", "orbit left", "handheld")
        )
        found = shake(work, "a street in a town with a tree", moves, 16 if quick else 24)
    return max(found.values()), ["shake: " + ", ".join(f"{move} {px:.3f}" for move, px in found.items()) + " px"]


def meaning(path: Path | None) -> tuple[dict[str, float], list[str]]:
    """How well the briefs are met, and which are not."""
    chosen = briefs()
    with desk() as work:
        found = [(brief, seen(brief.words, n, work)) for n, brief in enumerate(chosen, start=1)]
        rank, by_art = ranks(work, found), ranks(work, found, by_art=True)
        told = [f"not found first: {brief.words!r} from {s.sentence(s.told)!r}: {r} nearer"
                for (brief, s), r in zip(found, rank, strict=True) if r]  # fmt: skip
        drawn = [(brief, brief_holds) for brief, s in found if (brief_holds := s.holds(brief.never))]
        told += [f"drawn though negated: {brief.words!r}: {', '.join(held)}" for brief, held in drawn]
        negated = [brief for brief in chosen if brief.never]
        there = sum(bool(seen(brief.opposite, 1, work).holds(brief.never)) for brief in negated)
        told.append(
            f"{len(chosen)} briefs; {len(negated)} negate: in {there} the check sees the thing when it is asked for"
        )
        told.append(f"top1 by the names of the art alone: {by_art.count(0) / len(chosen):.3f}")
        if path:
            sheet(work, chosen, path)
    return {"top1": rank.count(0) / len(chosen), "negated_drawn": sum(len(held) for _, held in drawn)}, told


def main(words: list[str] | None = None) -> None:
    """Measure, print a table, and end with the JSON line."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--quick", action="store_true")
    reader.add_argument("--sheet", type=Path, metavar="PATH")
    reader.add_argument("--memory", action="store_true")
    asked = reader.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        found, told = speed(Path(folder), asked.quick)
    found["shake_px"], more = steadiness(asked.quick)
    told += more
    met, more = meaning(asked.sheet)
    found |= met
    if asked.memory:
        told.append(film_memory.told())
    print("\n".join(told + more))
    print(f"{'measured':20} {os.cpu_count()} cores   asked for")
    for name, bar in BARS.items():
        print(f"{name:20} {found[name]:7.3f}   {bar}")
    print(json.dumps({name: round(found[name], 4) for name in BARS}))


if __name__ == "__main__":
    main()
