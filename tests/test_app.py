"""The command line as a person uses it: verbs, exit status, JSON, bad input in sentences, and the README's help."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from tests.pipelines.engines.endpoint.image_server import serving

ROOT = Path(__file__).resolve().parent.parent

SMALL = """# Two shots
opening = title(text="Small")
shot1 = paint(scene="a boat on a lake", time="dawn", seed=3)
clip1 = move(picture=shot1, camera="push in", seconds=2)
line1 = speak(text="A boat goes out.")
cut = edit(shots=[opening, clip1], voices=[None, line1], seconds=5, fps=10)
music = compose(cut=cut, mood="calm")
film = render(cut=cut, music=music, captions="both", size="320x180")
"""


@pytest.fixture
def environment(tmp_path: Path, pack) -> dict[str, str]:
    for name in ("fluent-emoji", "general-user", "minilm"):
        folder = pack(name).parent
    return {
        **os.environ,
        "REELWRIGHT_DATA": str(tmp_path / "data"),
        "REELWRIGHT_PACKS": str(folder),
        "PYTHONIOENCODING": "utf-8",
    }


def app(environment: dict[str, str], *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "app.py"), *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=400, check=False
    )


def streams(path: Path) -> dict[str, float]:
    import av

    with av.open(str(path)) as film:
        return {s.type: float(s.duration * s.time_base) for s in film.streams}


@pytest.mark.slow
def test_a_plan_becomes_a_film_and_the_second_time_is_recalled(environment: dict[str, str], tmp_path: Path) -> None:
    plan, out = tmp_path / "small.plan", tmp_path / "film.mp4"
    plan.write_text(SMALL, encoding="utf-8")
    done = app(environment, "run", str(plan), "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out)
    found = streams(out)
    assert found["video"] == pytest.approx(5, abs=0.02)
    assert found["audio"] == pytest.approx(5, abs=0.05)
    assert "subtitle" in found
    assert "A boat goes out." in out.with_suffix(".srt").read_text(encoding="utf-8")
    first = out.read_bytes()
    again = app(environment, "run", str(plan), "--out", str(out), "--json")
    events = [json.loads(line) for line in again.stdout.splitlines()]
    made = [e for e in events if e.get("event") == "StepDone"]
    assert all(e["recalled"] for e in made)
    assert {e["step"] for e in made} >= {"opening", "shot1", "film", "film_judged"}
    assert events[-1]["film"] == str(out)
    assert 0 <= events[-1]["score"] <= 1
    assert out.read_bytes() == first


@pytest.mark.slow
def test_changing_a_spoken_line_remakes_only_what_hangs_on_it(environment: dict[str, str], tmp_path: Path) -> None:
    plan, out = tmp_path / "small.plan", tmp_path / "film.mp4"
    plan.write_text(SMALL, encoding="utf-8")
    assert app(environment, "run", str(plan), "--out", str(out)).returncode == 0
    plan.write_text(SMALL.replace("goes out", "comes home"), encoding="utf-8")
    again = app(environment, "run", str(plan), "--out", str(out), "--json")
    events = [json.loads(line) for line in again.stdout.splitlines()]
    made = {e["step"] for e in events if e.get("event") == "StepDone" and not e["recalled"]}
    assert made - {"music"} == {"line1", "cut", "film", "film_judged"}


@pytest.mark.slow
def test_a_brief_becomes_a_film_of_the_length_size_and_rate_asked(environment: dict[str, str], tmp_path: Path) -> None:
    photo, out = tmp_path / "beach.jpg", tmp_path / "film.mp4"
    Image.effect_mandelbrot((640, 480), (-2, -1.5, 1, 1.5), 60).convert("RGB").save(photo)
    done = app(
        environment, "film", "My summer by the sea. Calm.", "--writer", "floor", "--given", f"photo1={photo}",
        "--seconds", "8", "--size", "320x180", "--fps", "12", "--seed", "9", "--out", str(out),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    import av

    with av.open(str(out)) as film:
        video = film.streams.video[0]
        assert (video.width, video.height, video.average_rate) == (320, 180, 12)
        assert float(video.duration * video.time_base) == pytest.approx(8, rel=0.02)


@pytest.mark.slow
def test_kill_9_in_the_middle_of_a_film_loses_and_breaks_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    plan, out = tmp_path / "small.plan", tmp_path / "film.mp4"
    plan.write_text(SMALL, encoding="utf-8")
    command = [sys.executable, "app.py", "run", str(plan), "--out", str(out), "--json"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    done = set()
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "StepDone":
            done.add(event["step"])
        if event["event"] == "StepProgress" and event["step"] == "film":
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not out.exists()
    again = app(environment, "run", str(plan), "--out", str(out), "--json")
    assert again.returncode == 0
    events = [json.loads(line) for line in again.stdout.splitlines()]
    recalled = {e["step"] for e in events if e.get("event") == "StepDone" and e["recalled"]}
    assert recalled == done
    assert streams(out)["video"] == pytest.approx(5, abs=0.02)


@pytest.mark.slow
def test_ctrl_c_stops_within_seconds_and_leaves_no_film(environment: dict[str, str], tmp_path: Path) -> None:
    plan, out = tmp_path / "small.plan", tmp_path / "film.mp4"
    plan.write_text(SMALL.replace("seconds=5", "seconds=200"), encoding="utf-8")
    command = [sys.executable, "app.py", "run", str(plan), "--out", str(out), "--json"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "StepProgress" and event["step"] == "film":
            break
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert time.monotonic() - asked < 5
    assert process.returncode == 130
    assert not out.exists()
    assert not list((tmp_path / "data" / "store" / "scratch").iterdir())


def test_a_brief_in_any_script_or_size_makes_a_plan(tmp_path: Path, packs) -> None:
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path), "REELWRIGHT_PACKS": str(packs.folder)}
    for brief in ("حارس المنارة يصادق حوتا", "🐳💛🏠", "鯨と灯台守", "a whale " * 6000):
        done = app(environment, "plan", brief, "--writer", "floor")
        assert done.returncode == 0, done.stderr
        assert "render(" in done.stdout


def test_tools_and_packs_are_listed(tmp_path: Path, packs) -> None:
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path), "REELWRIGHT_PACKS": str(packs.folder)}
    tools = app(environment, "tools").stdout
    for name in ("paint", "title", "move", "trim", "speak", "compose", "edit", "render", "still", "judge_technical"):
        assert re.search(rf"^  {name} ", tools, re.MULTILINE), name
    assert "Args" not in app(environment, "tools", "paint").stdout
    listed = app(environment, "packs").stdout
    for name in packs.names():
        assert name in listed


def test_without_packs_and_network_a_sentence_tells_what_is_missing(tmp_path: Path) -> None:
    plan = tmp_path / "small.plan"
    plan.write_text(SMALL, encoding="utf-8")
    environment = {
        **os.environ,
        "REELWRIGHT_DATA": str(tmp_path / "d"),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(tmp_path),
        "npm_config_registry": "http://127.0.0.1:9/",
        "npm_config_fetch_retries": "0",
        "HF_ENDPOINT": "http://127.0.0.1:9",
    }
    environment.pop("REELWRIGHT_PACKS", None)
    done = app(environment, "run", str(plan), "--out", str(tmp_path / "film.mp4"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert re.search(r"pack.*python app.py packs get", done.stderr, re.DOTALL), done.stderr
    assert not (tmp_path / "film.mp4").exists()


@pytest.mark.slow
def test_a_film_of_another_format_gets_its_own_suffix(environment: dict[str, str], tmp_path: Path) -> None:
    plan = tmp_path / "small.plan"
    plan.write_text(
        'card = title(text="Hello")\ncut = edit(shots=[card], seconds=1, fps=12)\n'
        'film = render(cut=cut, size="160x90", format="webm", loudness=-16)\n'
    )
    done = app(environment, "run", str(plan), "--out", str(tmp_path / "film.mp4"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "film.webm")
    assert (tmp_path / "film.webm").read_bytes()[:4] == b"\x1aE\xdf\xa3"  # Matroska's mark
    again = app(environment, "run", str(plan), "--out", str(tmp_path / "film.mp4"))
    assert again.returncode != 0
    assert "already" in again.stderr


@pytest.mark.slow
def test_a_server_that_gives_up_costs_no_film(environment: dict[str, str], tmp_path: Path) -> None:
    """It is drawn instead and saved, though by then the server would be asked anew."""
    plan, out = tmp_path / "small.plan", tmp_path / "film.mp4"
    lines = ['shot1 = paint(scene="a boat on a lake")', "cut = edit(shots=[shot1], seconds=1, fps=10)",
             'film = render(cut=cut, size="320x180")']  # fmt: skip
    plan.write_text("\n".join(lines), encoding="utf-8")
    with serving(lambda call: (400, b'{"error": {"message": "not this one"}}')) as server:
        environment |= {"REELWRIGHT_ENDPOINT": "openai:flux", "REELWRIGHT_ENDPOINT_URL": server.url}
        done = app(environment, "run", str(plan), "--out", str(out), "--json")
    assert done.returncode == 0, done.stdout
    assert out.exists()
    assert 'refused this picture (400): \\"not this one\\"' in done.stdout
