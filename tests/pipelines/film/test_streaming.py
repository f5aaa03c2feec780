"""The stream: the film's own pictures and sound from any moment on, at once, and nothing left when it is closed."""

import io
import threading
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from pipelines.film import streaming
from pipelines.film.heard import Heard
from pipelines.film.planes import empty, to_rgb
from pipelines.film.stages import STAGES, Stages
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.timeline import Camera, Caption, Shot, Timeline, Transition, View, Voice, load, save
from studio.work import Work
from tests.odd_media import quarters, video

RATE = Fraction(25)
SMALL: dict[str, Any] = {"height": 180}


@pytest.fixture(autouse=True)
def cold() -> Any:
    STAGES.close()
    yield
    STAGES.close()


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """Two pictures and a video in 3 s, a tone from 1.2 s on for a second, a caption."""
    (tmp_path / "film").mkdir()
    folder = tmp_path / "film"
    Image.fromarray(quarters(640, 360)).save(folder / "a.png")
    Image.fromarray(quarters(640, 360)[:, ::-1]).save(folder / "b.png")
    video(folder / "v.mp4", sound="")
    tone = 0.3 * np.sin(np.arange(24000) * 2 * np.pi * 440 / 24000)
    facts.write_audio(folder / "w.flac", tone.astype(np.float32), 24000, {})
    shots = (
        Shot("a.png", "Image", 35, camera=Camera(View(), View(zoom=1.3)), transition=Transition("dissolve", 10)),
        Shot("b.png", "Image", 25),
        Shot("v.mp4", "Video", 25, available=50),
    )
    save(Timeline(RATE, shots, (Voice("w.flac", 30, 25),), (Caption(50, 70, "Hello sea"),)), folder / "cut.otio")
    return folder / "cut.otio"


@pytest.fixture
def desk(tmp_path: Path) -> Work:
    return Work.alone(tmp_path / "scratch" / "work")


def heard(cut: Path, desk: Work) -> None:
    """Wait until the film's sound is mixed."""
    sound = Heard(load(cut), cut.parent, None, desk)
    assert sound.wait(20)
    sound.close()


def decoded(data: bytes) -> tuple[list[np.ndarray], np.ndarray, list[Fraction]]:
    """Pictures (RGB), sound (stereo), the pictures' times. The stream is decoded strictly."""
    with av.open(io.BytesIO(data)) as container:
        assert container.streams.video[0].codec_context.color_trc == 1
        pictures, times, sound = [], [], []
        for frame in container.decode(video=0, audio=0):
            if isinstance(frame, av.VideoFrame):
                pictures.append(frame.to_ndarray(format="rgb24"))
                times.append(frame.pts * frame.time_base)
            else:
                assert frame.pts * frame.time_base == Fraction(1024 * len(sound), 48000)
                sound.append(frame.to_ndarray())
    return pictures, np.concatenate(sound, axis=1), times


def test_the_whole_film_is_streamed_with_its_sound_in_place(cut: Path, desk: Work) -> None:
    heard(cut, desk)
    pictures, sound, times = decoded(b"".join(streaming.stream(cut, desk, **SMALL)))
    assert len(pictures) == 75
    assert times == [n / RATE for n in range(75)]
    assert pictures[0].shape == (180, 320, 3)
    loud = np.flatnonzero(np.abs(sound[0]) > 0.05)
    assert loud[0] == pytest.approx(48000 * 1.2, abs=300)
    assert loud[-1] == pytest.approx(48000 * 2.2, abs=1500)
    assert sound.shape[1] == pytest.approx(48000 * 3, abs=3 * 1024)


@pytest.mark.parametrize("start", [0.5, 1.31, 2.5])
def test_it_begins_anywhere(cut: Path, desk: Work, start: float) -> None:
    heard(cut, desk)
    whole, sound, _ = decoded(b"".join(streaming.stream(cut, desk, **SMALL)))
    part, heard_part, times = decoded(b"".join(streaming.stream(cut, desk, start_seconds=start, seconds=0.4, **SMALL)))
    first = int(start * RATE)
    assert len(part) == 10
    assert times[0] == 0
    for n in (0, 9):
        assert np.abs(part[n].astype(int) - whole[first + n]).mean() < 3
    at = round(first * 48000 / RATE)
    same = sound[:, at + 2048 : at + 16000] - heard_part[:, 2048:16000]
    assert np.abs(same).max() < 0.05


def test_its_pictures_are_the_films_own(cut: Path, desk: Work) -> None:
    from pipelines.film.filming import lettering
    from pipelines.film.frames import Screen
    from pipelines.film.media import Media

    timeline = load(cut)
    screen = Screen(Media(timeline, cut.parent, 320, 180), lettering(timeline, cut.parent, (320, 180), True, desk))
    for n in (0, 30, 60, 74, 3):
        target = empty(320, 180)
        screen.draw(n, target)
        found = streaming.frame_at(cut, n, desk, **SMALL)
        assert all((a == b).all() for a, b in zip(target.all, found.all, strict=True)), n
    screen.close()
    assert streaming.frame_number(cut, 1.31) == 32
    assert streaming.frame_number(cut, 99) == 74
    last = to_rgb(streaming.frame_at(cut, 500, desk, **SMALL))
    assert (last == to_rgb(streaming.frame_at(cut, 74, desk, **SMALL))).all()
    with Image.open(io.BytesIO(streaming.jpeg(streaming.frame_at(cut, 0, desk, **SMALL)))) as picture:
        assert np.abs(np.asarray(picture).astype(int) - to_rgb(streaming.frame_at(cut, 0, desk, **SMALL))).mean() < 3


def test_the_first_fragment_comes_at_once_and_the_rest_faster_than_it_is_watched(cut: Path, desk: Work) -> None:
    heard(cut, desk)
    list(streaming.stream(cut, desk))
    took = []
    for start in (0, 1.4, 2.2, 0.3, 1.0):
        begun, data = time.perf_counter(), b""
        parts = streaming.stream(cut, desk, start_seconds=start)
        while b"moof" not in data:
            data += next(parts)
        took.append(time.perf_counter() - begun)
        parts.close()
    assert sorted(took)[2] < 0.25, took  # 40 ms where nothing else runs
    begun = time.thread_time()
    list(streaming.stream(cut, desk))
    assert time.thread_time() - begun < 1.5  # CPU-seconds for three of film


def test_the_picture_does_not_wait_for_the_sound(cut: Path, desk: Work, monkeypatch) -> None:
    go = threading.Event()
    from pipelines.film import heard as module

    real = module.mix.soundtrack

    def slow(*args: Any, **more: Any) -> Path:
        go.wait(20)
        return real(*args, **more)

    monkeypatch.setattr(module.mix, "soundtrack", slow)
    parts = streaming.stream(cut, desk, **SMALL)
    data = next(parts)
    for _ in range(3):
        data += next(parts)
    go.set()
    heard(cut, desk)
    _, sound, times = decoded(data + b"".join(parts))
    assert len(times) == 75
    assert np.abs(sound[0, : 48000 // 10]).max() < 1e-3
    assert np.abs(sound[0, round(48000 * 1.5) : 48000 * 2]).max() > 0.1  # it came in meanwhile


def test_closing_it_stops_at_once_and_frees_everything(cut: Path, desk: Work) -> None:
    before = threading.active_count()
    parts = streaming.stream(cut, desk, **SMALL)
    next(parts)
    begun = time.perf_counter()
    parts.close()
    assert time.perf_counter() - begun < 0.1
    streaming.stream(cut, desk, **SMALL).close()  # never begun
    until = time.monotonic() + 20
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.05)
    assert threading.active_count() <= before
    assert not list(desk.parts.glob(".*"))
    assert [p.name for p in desk.folder.parent.iterdir()] == ["work"]


def test_a_cancel_ends_it(cut: Path, desk: Work) -> None:
    parts = streaming.stream(cut, desk, **SMALL)
    next(parts)
    desk.cancelled.set()
    with pytest.raises(Cancelled):
        next(parts)


def test_what_cannot_be_shown_is_said(cut: Path, desk: Work) -> None:
    (cut.parent / "b.png").write_bytes(b"no picture")
    parts = streaming.stream(cut, desk, **SMALL)
    with pytest.raises(PersonError, match="Shot 2"):
        list(parts)
    (cut.parent / "b.png").unlink()
    with pytest.raises(PersonError, match=r"b\.png"):
        streaming.stream(cut, desk, **SMALL)
    with pytest.raises(PersonError):
        streaming.stream(cut.with_name("none.otio"), desk, **SMALL)


def test_a_stage_is_opened_once_and_anew_when_a_file_changes(cut: Path, desk: Work) -> None:
    stages = Stages(2)
    first = stages.open(cut, (320, 180), desk)
    before = first.frame(0, desk).y
    assert stages.open(cut, (320, 180), desk) is first
    stages.open(cut, (160, 90), desk)
    assert stages.open(cut, (320, 180), desk) is first
    stages.open(cut, (64, 36), desk)  # the one of 160×90 is let go
    assert stages.open(cut, (320, 180), desk) is first
    Image.new("RGB", (640, 360), "teal").save(cut.parent / "a.png")
    other = stages.open(cut, (320, 180), desk)
    assert other is not first
    assert np.abs(other.frame(0, desk).y.astype(int) - before).mean() > 5
    stages.close()
    first.frame(3, desk)  # one that was let go still draws for those who hold it
    first.close()


def test_many_look_at_once(cut: Path, desk: Work) -> None:
    found: list[np.ndarray] = []

    def look() -> None:
        for n in (70, 10, 40, 68):
            found.append(streaming.frame_at(cut, n, desk, **SMALL).y)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    for n in (70, 10, 40, 68):
        expected = streaming.frame_at(cut, n, desk, **SMALL).y
        assert sum((each == expected).all() for each in found) == 4
