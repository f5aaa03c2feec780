"""Pieces: each made once however many films want it, cores shared fairly, a cancel heard at once, time left."""

import subprocess
import sys
import threading
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pipelines import segments
from pipelines.encoding import Encoding
from pipelines.overlays import Lettering
from pipelines.pace import Pace
from pipelines.sharing import Claims, Turns
from studio.errors import Cancelled, PersonError
from studio.timeline import Shot, Timeline, load, save
from studio.work import Work

ROOT = Path(__file__).resolve().parents[2]
SIZE = (64, 36)
_real = segments.encode_piece


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n in range(12):
        Image.new("RGB", (64, 36), (20 * n, 100, 200 - 10 * n)).save(tmp_path / f"{n}.png")
    (tmp_path / "parts").mkdir()
    return tmp_path


@pytest.fixture
def made(monkeypatch) -> Counter:
    """How often each part was encoded; each takes 50 ms."""
    found: Counter = Counter()

    def encode_piece(path: Path, *rest: Any) -> None:
        found[path.name] += 1
        time.sleep(0.05)
        _real(path, *rest)

    monkeypatch.setattr(segments, "encode_piece", encode_piece)
    return found


def film(*pictures: int) -> Timeline:
    """A cut of four frames a picture."""
    return Timeline(Fraction(12), tuple(Shot(f"{n}.png", "Image", 4) for n in pictures))


def work(folder: Path, **more: Any) -> Work:
    return Work(**{"folder": folder, "parts": folder / "parts", "threads": 2, **more})


def encode(timeline: Timeline, desk: Work, report: Any = lambda done, of, left: None) -> list[Path]:
    return segments.encode(timeline, desk.folder, Lettering((), *SIZE), SIZE, Encoding("ultrafast", 30), desk, report)


def at_once(*jobs: Any) -> list[Any]:
    """What each call returns or raises, called side by side."""
    found: list[Any] = [None] * len(jobs)

    def run(n: int) -> None:
        try:
            found[n] = jobs[n]()
        except BaseException as error:
            found[n] = error

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return found


def test_a_piece_that_is_there_is_not_made_again(folder: Path, made: Counter) -> None:
    first = encode(film(0, 1, 2), work(folder))
    assert encode(film(0, 1, 3), work(folder))[:2] == first[:2]
    assert sorted(made.values()) == [1, 1, 1, 1]


def test_two_films_at_once_make_what_both_want_once(folder: Path, made: Counter) -> None:
    one, two = film(*range(8)), film(*range(4, 12))
    first, second = at_once(lambda: encode(one, work(folder)), lambda: encode(two, work(folder)))
    assert set(made.values()) == {1}
    assert len(made) == 12
    assert first[4:] == second[:4]
    assert all(path.exists() for path in first + second)


def test_the_second_takes_over_what_the_first_leaves(folder: Path, made: Counter) -> None:
    stop = threading.Event()
    threading.Timer(0.12, stop.set).start()
    same = film(*range(10))
    first, second = at_once(lambda: encode(same, work(folder, cancelled=stop)), lambda: encode(same, work(folder)))
    assert isinstance(first, Cancelled)
    assert all(path.exists() for path in second)
    assert not list((folder / "parts").glob(".*"))


def test_a_short_film_is_not_kept_waiting_by_a_long_one(folder: Path, made: Counter, monkeypatch) -> None:
    monkeypatch.setattr(segments, "TURNS", Turns(2))
    ended: dict[str, float] = {}

    def run(name: str, timeline: Timeline) -> None:
        encode(timeline, work(folder))
        ended[name] = time.monotonic() - begun

    long = Timeline(Fraction(12), tuple(Shot("0.png", "Image", 4 + n) for n in range(40)))
    begun = time.monotonic()
    at_once(lambda: run("long", long), lambda: (time.sleep(0.1), run("short", film(1, 2, 3))))
    assert ended["short"] < ended["long"] / 2, ended


def test_those_who_have_least_at_work_go_first() -> None:
    turns, order = Turns(2), []
    ends = {name: threading.Event() for name in ("long 1", "long 2", "long 3", "short 1")}

    def wait(name: str) -> None:
        with turns.turn(name.split()[0], lambda: None):
            order.append(name)
            ends[name].wait(20)

    threads = []
    for count, name in enumerate(ends):
        threads.append(threading.Thread(target=wait, args=(name,)))
        threads[-1].start()
        wait_for(lambda count=count: len(order) + len(turns._waiting) == count + 1)
    assert order == ["long 1", "long 2"]
    ends["long 1"].set()  # one of the long film's is still at work, none of the short one's
    wait_for(lambda: len(order) == 3)
    assert order[2] == "short 1"
    for end in ends.values():
        end.set()
    for thread in threads:
        thread.join(5)
    assert order[3] == "long 3"


def wait_for(done: Any) -> None:
    until = time.monotonic() + 20
    while not done():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_a_turn_is_given_up_when_asked_to_stop() -> None:
    turns = Turns(1)

    def stop() -> None:
        raise Cancelled

    with turns.turn("a", lambda: None), pytest.raises(Cancelled), turns.turn("b", stop):
        pass
    with turns.turn("c", stop):  # nobody is left in the line
        pass


def test_claims() -> None:
    claims = Claims()
    assert claims.take(Path("a"))
    assert not claims.take(Path("a"))
    claims.free(Path("a"))
    assert claims.take(Path("a"))


@pytest.mark.parametrize("phase", ["drawing", "encoding", "waiting for a turn", "waiting for another's piece"])
def test_a_cancel_is_heard_at_once_whatever_goes_on(folder: Path, monkeypatch, phase: str) -> None:
    """Each phase takes two seconds in one piece, as a huge picture or the end of a long GOP does."""
    stop, said = threading.Event(), threading.Event()

    def slow(*_: Any) -> None:
        said.set()
        time.sleep(2)

    turns = Turns(1)
    if phase == "drawing":
        monkeypatch.setattr(segments.Screen, "draw", slow)
    elif phase == "encoding":
        monkeypatch.setattr(segments, "encode_piece", slow)
    elif phase == "waiting for a turn":
        monkeypatch.setattr(segments, "TURNS", turns)
        turns._free = 0
        threading.Timer(0.2, said.set).start()
    else:
        claims = Claims()
        monkeypatch.setattr(segments, "CLAIMS", claims)
        monkeypatch.setattr(claims, "take", lambda path: False)
        threading.Timer(0.2, said.set).start()
    asked: list[float] = []

    def ask() -> None:
        said.wait(5)
        time.sleep(0.05)
        asked.append(time.monotonic())
        stop.set()

    threading.Thread(target=ask).start()
    with pytest.raises(Cancelled):
        encode(film(0, 1), work(folder, cancelled=stop))
    assert time.monotonic() - asked[0] < 0.2


def test_the_first_error_ends_the_others_and_leaves_nothing_half_made(folder: Path) -> None:
    (folder / "3.png").write_bytes(b"no picture")
    begun = time.monotonic()
    with pytest.raises(PersonError, match="Shot 2"):
        encode(Timeline(Fraction(12), (*film(0).shots, *film(3).shots, Shot("1.png", "Image", 4000))), work(folder))
    assert time.monotonic() - begun < 10
    assert not list((folder / "parts").glob(".*"))


def test_a_piece_removed_while_others_are_made_is_made_again(folder: Path, monkeypatch) -> None:
    first = encode(film(0), work(folder))[0]

    def encode_piece(path: Path, *rest: Any) -> None:
        first.unlink(missing_ok=True)
        monkeypatch.setattr(segments, "encode_piece", _real)
        _real(path, *rest)

    monkeypatch.setattr(segments, "encode_piece", encode_piece)
    assert all(path.exists() for path in encode(film(0, 1), work(folder)))


TWIN = """
import sys; from pathlib import Path; from studio.timeline import load
from tests.pipelines.test_segments import encode, work
print(*[p.name for p in encode(load(Path(sys.argv[1]) / "cut.otio"), work(Path(sys.argv[1])))])
"""


def test_two_processes_at_once_do_each_other_no_harm(folder: Path) -> None:
    save(film(*range(12)), folder / "cut.otio")
    command = [sys.executable, "-c", TWIN, str(folder)]
    twins = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [twin.communicate(timeout=120)[0].split() for twin in twins]
    assert [twin.returncode for twin in twins] == [0, 0]
    assert told[0] == told[1] == [path.name for path in encode(load(folder / "cut.otio"), work(folder))]
    assert not list((folder / "parts").glob(".*"))


def test_frames_are_told_as_they_are_made(folder: Path, made: Counter) -> None:
    encode(film(0, 1), work(folder))
    seen: list[tuple[int, int, str]] = []
    encode(film(0, 1, *range(2, 12)), work(folder), lambda *told: seen.append(told))
    done = [n for n, _, _ in seen]
    assert done[0] >= 8  # those recalled
    assert done == sorted(done)
    assert seen[-1] == (48, 48, "")


def test_time_left_follows_what_was_really_made() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])

    def after(seconds: float, made: int, missing: int) -> str:
        now[0] = seconds
        return pace.left(made, missing)

    assert after(0.5, 10, 900) == ""  # too early to tell
    assert after(1.0, 20, 240) == " · 12 s left"
    assert after(1.1, 21, 100) == " · 12 s left"  # words stay long enough to be read
    assert after(2.5, 50, 0) == ""
    assert after(4.0, 80, 20_000) == " · 17 min left"
    for n in range(5, 60):
        after(n, 80 + n, 20_000)
    assert after(60.0, 140, 20_000) == " · 5 h 33 min left"  # it has become slow
    assert after(70.0, 1000, 1) == " · 1 s left"


def test_a_sound_that_two_films_encode_at_once_is_whole_for_both(folder: Path) -> None:
    import numpy as np
    import soundfile

    from pipelines.encoding import is_whole
    from pipelines.formats import FORMATS
    from pipelines.muxing import encode_sound

    soundfile.write(folder / "a.wav", np.zeros((480_000, 2), np.float32), 48_000)
    path = folder / "parts" / "sound-0.m4a"

    def one() -> None:
        encode_sound(folder / "a.wav", path, FORMATS["mp4"].sound, lambda: time.sleep(0.0005))

    assert at_once(one, one) == [None, None]
    assert is_whole(path)
