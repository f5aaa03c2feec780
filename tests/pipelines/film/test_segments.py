"""Pieces: each made once however many films want it, cores shared fairly, a cancel heard at once."""

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

from pipelines.film import segments
from pipelines.film.encoding import Encoding
from pipelines.film.overlays import Lettering
from pipelines.film.sharing import Claims, Turns
from studio.errors import Cancelled, PersonError
from studio.timeline import Shot, Timeline, load, save
from studio.work import Work

ROOT = Path(__file__).resolve().parents[3]
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


def test_the_second_takes_over_what_the_first_leaves(folder: Path, monkeypatch) -> None:
    stop, over = threading.Event(), threading.Event()
    begun: Counter = Counter()

    def encode_piece(path: Path, *rest: Any) -> None:
        begun[path.name] += 1
        if sum(begun.values()) > 3:  # some are made, others at work, most not begun
            stop.set()
            over.wait(20)
        _real(path, *rest)

    def cancelled() -> None:
        try:
            encode(same, work(folder, cancelled=stop))
        finally:
            over.set()

    monkeypatch.setattr(segments, "encode_piece", encode_piece)
    same = film(*range(10))
    first, second = at_once(cancelled, lambda: encode(same, work(folder)))
    assert isinstance(first, Cancelled)
    assert all(path.exists() for path in second)
    assert not list((folder / "parts").glob(".*"))


def test_a_short_film_is_not_kept_waiting_by_a_long_one(folder: Path, monkeypatch) -> None:
    turns, order, both = Turns(2), [], threading.Event()
    monkeypatch.setattr(segments, "TURNS", turns)

    def encode_piece(path: Path, span: range, *rest: Any) -> None:
        name = "short" if len(span) == 4 else "long"
        order.append(name)
        if order.count("long") == 2:
            both.set()
        while name == "long" and "short" not in order and order.count("long") > 3:
            if len({whose for _, whose in turns._waiting}) > 1:
                break
            time.sleep(0.005)  # until the short film is in the line
        time.sleep(0.02)
        _real(path, span, *rest)

    monkeypatch.setattr(segments, "encode_piece", encode_piece)
    long = Timeline(Fraction(12), tuple(Shot("0.png", "Image", 5 + n) for n in range(40)))
    found = at_once(lambda: encode(long, work(folder)),
                    lambda: (both.wait(20), encode(film(1, 2, 3), work(folder))))  # fmt: skip
    assert not [each for each in found if isinstance(each, BaseException)]
    assert order.count("long") == 40
    assert order.index("short") <= 8
    assert len(order) - order[::-1].index("short") < 36, order


@pytest.mark.parametrize("phase", ["drawing", "encoding", "waiting for a turn", "waiting for another's piece"])
def test_a_cancel_is_heard_at_once_whatever_goes_on(folder: Path, monkeypatch, phase: str) -> None:
    """Each phase lasts until the cancel was heard, as a huge picture or the end of a long GOP would."""
    stop, said, heard = threading.Event(), threading.Event(), threading.Event()
    waited: list[bool] = []

    def slow(*_: Any) -> None:
        said.set()
        waited.append(heard.wait(20))

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
    threading.Thread(target=lambda: said.wait(20) and stop.set()).start()
    with pytest.raises(Cancelled):
        encode(film(0, 1), work(folder, cancelled=stop))
    assert not waited  # it went on before the phase was over
    heard.set()
    assert segments._LOOK <= 0.1  # seconds between two looks at whether to stop


def test_a_broken_shot_is_told_once_the_others_are_made(folder: Path) -> None:
    (folder / "3.png").write_bytes(b"no picture")
    with pytest.raises(PersonError, match=r"Shot 2: .* All else is made and kept"):
        encode(film(0, 3, *range(4, 9)), work(folder))
    assert len(list((folder / "parts").iterdir())) == 6


def test_a_fault_of_ours_ends_the_others_at_once_and_leaves_nothing_half_made(folder: Path, monkeypatch) -> None:
    begun: list[Path] = []

    def encode_piece(path: Path, *rest: Any) -> None:
        begun.append(path)
        if len(begun) == 3:
            raise RuntimeError("a bug")
        _real(path, *rest)

    monkeypatch.setattr(segments, "encode_piece", encode_piece)
    with pytest.raises(RuntimeError, match="a bug"):
        encode(film(*range(12), 3, 1, 5, 2, 0), work(folder))
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
from tests.pipelines.film.test_segments import encode, work
print(*[p.name for p in encode(load(Path(sys.argv[1]) / "cut.otio"), work(Path(sys.argv[1])))])
"""


def test_two_processes_at_once_do_each_other_no_harm(folder: Path) -> None:
    save(film(*range(12)), folder / "cut.otio")
    command = [sys.executable, "-c", TWIN, str(folder)]
    twins = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [twin.communicate(timeout=400)[0].split() for twin in twins]
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


def test_a_sound_that_two_films_encode_at_once_is_whole_for_both(folder: Path) -> None:
    import numpy as np
    import soundfile

    from pipelines.film.encoding import is_whole
    from pipelines.film.formats import FORMATS
    from pipelines.film.muxing import encode_sound

    soundfile.write(folder / "a.wav", np.zeros((480_000, 2), np.float32), 48_000)
    path = folder / "parts" / "sound-0.m4a"

    def one() -> None:
        encode_sound(folder / "a.wav", path, FORMATS["mp4"].sound, lambda: time.sleep(0.0005))

    assert at_once(one, one) == [None, None]
    assert is_whole(path)
