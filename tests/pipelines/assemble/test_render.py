"""Render: a film another decoder agrees with, the same bytes twice, only what changed, and nothing half made."""

import errno
import re
import threading
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.assemble.proxy import proxy
from pipelines.assemble.render import render
from pipelines.assemble.still import still
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.timeline import Camera, Caption, Shot, Timeline, Transition, View, Voice, save
from studio.work import Work
from tests.odd_media import make, quarters, video
from tests.small_film import ffmpeg

SIZE = "320x180"
_PUSH = Camera(View(), View(zoom=1.2))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures, a video with sound and a voice, in one flat folder."""
    Image.fromarray(quarters(640, 360)).save(tmp_path / "a.png")
    Image.fromarray(quarters(640, 360)[:, ::-1]).save(tmp_path / "b.png")
    video(tmp_path / "v.mp4", sound="stereo")
    tone = 0.3 * np.sin(np.arange(24000) * 2 * np.pi * 440 / 24000)
    facts.write_audio(tmp_path / "w.flac", tone.astype(np.float32), 24000, {})
    return tmp_path


def film(folder: Path, **changes: object) -> Path:
    """Three shots of 30, 30 and 24 frames with both transitions, a voice and a caption: 64 frames at 30 a second."""
    shots = (
        Shot("a.png", "Image", 30, camera=_PUSH, transition=Transition("dissolve", 10)),
        Shot("b.png", "Image", 30, transition=Transition("dip to black", 10)),
        Shot("v.mp4", "Video", 24, available=60, sound=True),
    )
    timeline = Timeline(Fraction(30), shots, (Voice("w.flac", 6, 30),), (Caption(6, 20, "Hello sea"),), "Sea & <film>")
    save(replace(timeline, **changes), folder / "cut.otio")  # type: ignore[arg-type]
    return folder / "cut.otio"


def desk(folder: Path, name: str = "w", **more: object) -> Work:
    (folder / "parts").mkdir(exist_ok=True)
    (folder / name).mkdir(exist_ok=True)
    return Work(folder=folder / name, parts=folder / "parts", threads=2, **more)  # type: ignore[arg-type]


def decoded(path: Path) -> list[np.ndarray]:
    import av

    with av.open(str(path)) as container:
        return [f.to_ndarray(format="rgb24") for f in container.decode(video=0)]


@pytest.mark.parametrize("rate", [Fraction(30), Fraction(12), Fraction(24000, 1001)], ids=str)
def test_pieces_of_every_length_join_to_whole_frames_in_order(folder: Path, rate: Fraction) -> None:
    """Transitions of one frame, shots of one frame between them: pieces too short for x264 to hold a frame back."""
    lengths = (9, 2, 5, 3, 12, 5, 2, 1, 4, 8)
    joins = (1, 0, 2, 0, 3, 1, 0, 0, 2)
    shots = tuple(
        Shot("ab"[i % 2] + ".png", "Image", n, transition=Transition("dissolve", t) if t else None)
        for i, (n, t) in enumerate(zip(lengths, (*joins, 0), strict=True))
    )
    made = render(film(folder, shots=shots, rate=rate, voices=(), captions=()), size=SIZE, work=desk(folder))
    import av

    with av.open(str(made)) as container:
        times = [round(f.time * rate) for f in container.decode(video=0)]
    assert times == list(range(sum(lengths) - sum(joins)))
    assert ffmpeg("-v", "error", "-xerror", "-i", str(made), "-f", "null", "-") == (0, "")


def test_a_whole_film(folder: Path) -> None:
    seen: list[tuple[float, str]] = []
    made = render(film(folder), captions="both", size=SIZE,
                  work=desk(folder, report=lambda share, words: seen.append((share, words))))  # fmt: skip
    frames = decoded(made)
    assert len(frames) == 64
    assert frames[0].shape == (180, 320, 3)
    red, green = frames[8][40, 60].astype(int), frames[32][40, 60].astype(int)
    assert red[0] > 180 > 90 > red[1]
    assert green[1] > 150 > 90 > green[0]
    assert frames[45].max() < 60  # the middle of the dip
    assert (frames[15][130:170].max() > 200) & (np.abs(frames[15].astype(int) - frames[22])[130:170].max() > 100)
    code, told = ffmpeg("-v", "warning", "-xerror", "-err_detect", "explode", "-i", str(made), "-f", "null", "-")
    assert (code, told) == (0, "")
    _, about = ffmpeg("-hide_banner", "-i", str(made))
    assert re.search(r"h264 \(High\).*yuv420p\(tv, bt709, progressive\), 320x180.*30 fps", about)
    assert re.search(r"aac \(LC\).*48000 Hz, stereo", about)
    assert "mov_text" in about
    assert "Duration: 00:00:02.13" in about
    assert re.search(r"title +: Sea & <film>", about)
    assert "Made with Reelwright" in about
    assert facts.read(made)["boundaries"] == [25, 45]
    assert any(re.fullmatch(r"Frame \d+ of 64", words) for _, words in seen)
    shares = [share for share, _ in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    data = made.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")  # it can be watched while it loads


def test_the_same_cut_gives_the_same_bytes(folder: Path) -> None:
    cut = film(folder)
    first = render(cut, size=SIZE, work=desk(folder, "one")).read_bytes()
    for part in (folder / "parts").iterdir():
        part.unlink()
    assert render(cut, size=SIZE, work=replace(desk(folder, "two"), threads=1)).read_bytes() == first


def test_only_what_changed_is_encoded_again(folder: Path) -> None:
    render(film(folder), size=SIZE, work=desk(folder))
    first = {p.name for p in (folder / "parts").glob("*.mp4")}
    assert len(first) == 5  # three shots, two transitions
    render(film(folder), size=SIZE, work=desk(folder))
    assert {p.name for p in (folder / "parts").glob("*.mp4")} == first
    Image.fromarray(quarters(640, 360)[::-1]).save(folder / "a.png")
    render(film(folder), size=SIZE, work=desk(folder))
    changed = {p.name for p in (folder / "parts").glob("*.mp4")} - first
    assert len(changed) == 2  # the shot and its transition


def test_a_shot_moved_in_time_is_not_encoded_again(folder: Path) -> None:
    render(film(folder, captions=()), size=SIZE, work=desk(folder))
    first = {p.name for p in (folder / "parts").glob("*.mp4")}
    shots = (Shot("b.png", "Image", 12), Shot("v.mp4", "Video", 40, available=60))
    alone = (Shot("v.mp4", "Video", 40, available=60), Shot("b.png", "Image", 12))
    render(film(folder, shots=shots, captions=()), size=SIZE, work=desk(folder))
    both = {p.name for p in (folder / "parts").glob("*.mp4")}
    assert len(both - first) == 2
    render(film(folder, shots=alone, captions=()), size=SIZE, work=desk(folder))
    assert {p.name for p in (folder / "parts").glob("*.mp4")} == both


def test_a_damaged_part_is_made_again(folder: Path) -> None:
    whole = render(film(folder), size=SIZE, work=desk(folder, "one")).read_bytes()
    parts = sorted((folder / "parts").glob("*.mp4"))
    parts[0].write_bytes(b"")
    parts[1].write_bytes(parts[1].read_bytes()[:-700])
    assert render(film(folder), size=SIZE, work=desk(folder, "two")).read_bytes() == whole


def test_a_cancel_takes_effect_at_once_and_leaves_nothing(folder: Path) -> None:
    stop = threading.Event()
    cut = film(folder, shots=(Shot("a.png", "Image", 3000, camera=_PUSH),), captions=())
    found: list[float] = []

    def ask() -> None:
        time.sleep(1.0)
        found.append(time.monotonic())
        stop.set()

    threading.Thread(target=ask).start()
    with pytest.raises(Cancelled):
        render(cut, size="1280x720", work=desk(folder, cancelled=stop))
    assert time.monotonic() - found[0] < 0.6  # 0.2 s on an idle machine
    assert list((folder / "w").glob("*.mp4")) == []
    assert list((folder / "parts").glob(".*")) == []


def test_a_shot_that_cannot_be_shown_is_named_and_no_film_is_left(folder: Path) -> None:
    (folder / "b.png").write_bytes((folder / "b.png").read_bytes()[:300])
    with pytest.raises(PersonError, match=r"Shot 2: The picture 'b\.png' is damaged"):
        render(film(folder), size=SIZE, work=desk(folder))
    (folder / "b.png").unlink()
    with pytest.raises(PersonError, match=r"Shot 2.*missing"):
        render(film(folder), size=SIZE, work=desk(folder))
    assert list((folder / "w").glob("*.mp4")) == []


@pytest.mark.parametrize(
    "room", ["pipelines.film.filming.join", "pipelines.film.filming.encode_sound", "pipelines.film.encoding.os.replace"]
)
def test_a_full_disk_is_a_sentence_and_leaves_nothing(folder: Path, room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*words: object, **more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(room, full)
    with pytest.raises(PersonError, match="disk is full"):
        render(film(folder), size=SIZE, work=desk(folder))
    assert [p.name for p in (folder / "w").iterdir() if p.suffix == ".mp4"] == []
    assert list((folder / "parts").glob(".*")) == []


@pytest.mark.parametrize("size", ["", "big", "0x0", "1280", "321x180", "99999x99999", "-5x3", "1280x720x3"])
def test_sizes_that_cannot_be(folder: Path, size: str) -> None:
    with pytest.raises(PersonError):
        render(film(folder), size=size, work=desk(folder))


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(30000, 1001), Fraction(60)])
def test_rates_are_exact(folder: Path, rate: Fraction) -> None:
    import av

    made = render(film(folder, rate=rate), size="180x320", captions="off", work=desk(folder))
    with av.open(str(made)) as container:
        stream = container.streams.video[0]
        assert stream.average_rate == rate
        assert stream.frames == 64
        times = [f.pts * f.time_base for f in container.decode(video=0)]
    assert times == [n / rate for n in range(64)]


def test_sound_starts_where_its_voice_does(folder: Path) -> None:
    import av

    made = render(film(folder, shots=(Shot("a.png", "Image", 60),), captions=()), size=SIZE, work=desk(folder))
    with av.open(str(made)) as container:
        parts = [f.to_ndarray()[0] for f in container.decode(audio=0) if f.pts >= 0]
    sound = np.abs(np.concatenate(parts))
    first = int(np.flatnonzero(sound > 0.02)[0])
    assert abs(first - 6 * 1600) < 480  # within 10 ms of film frame 6: the voice fades in


def test_still_and_proxy_show_the_same_picture_as_the_film(folder: Path) -> None:
    cut = film(folder, captions=())
    whole = decoded(render(cut, size=SIZE, quality="best", captions="off", work=desk(folder)))
    quick = decoded(proxy(cut, height=180, work=desk(folder)))
    assert len(quick) == 64
    for n in (3, 24, 33, 55):
        drawn = np.asarray(Image.open(still(cut, n / 30, SIZE, work=desk(folder)))).astype(float)
        taken = np.asarray(Image.open(still(folder / "w" / "film.mp4", n / 30, work=desk(folder)))).astype(float)
        for other in (whole[n], quick[n], taken):
            assert np.abs(drawn - other).mean() < 4, n


def test_a_still_past_the_end_is_the_last_frame(folder: Path) -> None:
    notes: list[str] = []
    still(film(folder), 99, SIZE, work=desk(folder, remark=notes.append))
    assert any("last frame" in note for note in notes)


@pytest.mark.slow
def test_all_odd_files_in_one_film(tmp_path: Path) -> None:
    """Everything that can be opened at all renders; a hurt video holds its picture and says so."""
    from pipelines.assemble.edit import edit
    from studio.given import identify

    odd, good = make(tmp_path), []
    for path in odd.values():
        try:
            if identify(path).kind in ("Image", "Video"):
                good.append(path)
        except PersonError:
            continue
    notes: list[str] = []
    cut = edit(good, seconds=40, fps=25, work=desk(tmp_path, remark=notes.append)).rename(tmp_path / "cut.otio")
    made = render(cut, size="160x90", quality="draft", work=desk(tmp_path, "r", remark=notes.append))
    assert len(good) == 27
    assert len(decoded(made)) == 1000
    assert any("holds" in note for note in notes)
