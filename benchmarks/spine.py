"""How long the spine takes: the screen, a plan, the writer's first line, a film from cold and one recalled.

    python benchmarks/spine.py [--quick]

Every figure comes from a new process with an empty data folder; packs already here are used, nothing is downloaded.
The writer's first line is the first that holds words of its own: one the ready plan of the same brief has not.
`--quick` leaves out the writer and starts the screen once. The last line is one JSON object; null is not measured.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BRIEF = "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds."

_PLAN = """
import sys, time; sys.path.insert(0, {root!r})
from app import open_session
session = open_session()
project = session.create().id
from studio.events import PlanLine

def lines(writer):
    begun = time.monotonic()
    job = session.jobs.get(session.start_proposal(project, {brief!r}, writer=writer))
    seen, found = 0, []
    while True:
        events, ended = job.since(seen, timeout=1)
        seen += len(events)
        now = time.monotonic() - begun
        found += [(now, e.line.strip()) for e in events if isinstance(e, PlanLine)]
        if ended and not events:
            assert job.view().state == "done", job.view()
            return found, time.monotonic() - begun

told, whole = lines({writer!r})
ready = {{line for _, line in lines("floor")[0]}}
own = [at for at, line in told if line not in ready and ("text=" in line or "scene=" in line)]
print(own[0] if own else "nan", whole)
"""


def _environment(data: Path) -> dict[str, str]:
    from app import open_packs

    return {**os.environ, "REELWRIGHT_DATA": str(data), "REELWRIGHT_PACKS": str(open_packs().folder)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def screen_up(data: Path) -> float:
    """Seconds from `python app.py` to the first answer of the page."""
    port = _free_port()
    begun = time.monotonic()
    command = [sys.executable, "app.py", "--no-browser", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=_environment(data), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.monotonic() - begun < 60:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                    if answer.status == 200:
                        return time.monotonic() - begun
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError("the screen did not come up in 60 s")
    finally:
        process.terminate()
        process.wait(10)


def planned(data: Path, writer: str) -> tuple[float, float]:
    """Seconds to the first line of the writer's own (nan for ready plans) and to the whole plan, from the brief on."""
    code = _PLAN.format(root=str(ROOT), brief=BRIEF, writer=writer)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=_environment(data), capture_output=True, text=True, check=True
    )
    first, whole = done.stdout.split()[-2:]
    return float(first), float(whole)


def film(data: Path, plan: Path, out: Path) -> float:
    """Seconds of `python app.py run`, the whole process, from plan to MP4."""
    begun = time.monotonic()
    command = [sys.executable, "app.py", "run", str(plan), "--out", str(out), "--json"]
    done = subprocess.run(command, cwd=ROOT, env=_environment(data), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return time.monotonic() - begun


def main() -> None:
    """Measure, print a table, and end with the JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="under 60 s: without the writer")
    quick = parser.parse_args().quick
    sys.path.insert(0, str(ROOT))
    from app import open_packs

    figures: dict[str, float | None] = dict.fromkeys(
        ("screen_up_s", "plan_floor_s", "writer_first_line_s", "film_cold_s", "film_recalled_s")
    )
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        figures["screen_up_s"] = min(screen_up(data / "screen") for _ in range(1 if quick else 3))
        figures["plan_floor_s"] = planned(data / "floor", "floor")[1]
        if not quick and open_packs().ready("writer"):
            figures["writer_first_line_s"] = planned(data / "writer", "writer")[0]
        plan = data / "film.plan"
        command = [sys.executable, "app.py", "plan", BRIEF, "--writer", "floor"]
        text = subprocess.run(
            command, cwd=ROOT, env=_environment(data / "floor"), capture_output=True, text=True, check=True
        ).stdout
        plan.write_text(text, encoding="utf-8")
        figures["film_cold_s"] = film(data / "film", plan, data / "film.mp4")
        figures["film_recalled_s"] = film(data / "film", plan, data / "film.mp4")
    print(f"{'measured':<22}  seconds   (film of 24 s at 1280x720, {os.cpu_count()} cores)")
    for name, value in figures.items():
        print(f"{name:<22}  {'not measured' if value is None else f'{value:.2f}'}")
    print(json.dumps({name: None if value is None else round(value, 3) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
