"""Formats: each decodes strictly, frame for frame at its moment, says what it is, and is the same twice."""

import errno
import io
import re
import subprocess
import zipfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from PIL import Image

from pipelines import encoding, hardware
from pipelines.assemble.animation import animation
from pipelines.assemble.render import render
from pipelines.assemble.sequence import sequence
from pipelines.formats import Format
from pipelines.sizes import sides
from studio import facts
from studio.errors import PersonError
from studio.timeline import Camera, Caption, Shot, Timeline, Transition, View, Voice, save
from studio.work import Work
from tests.odd_media import quarters

FORMATS = get_args(Format)
SIZE = "160x90"
_PUSH = Camera(View(), View(zoom=1.3))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.fromarray(quarters(640, 360)).save(tmp_path / "a.png")
    Image.fromarray(quarters(640, 360)[:, ::-1]).save(tmp_path / "b.png")
    tone = 0.3 * np.sin(np.arange(24000) * 2 * np.pi * 440 / 24000)
    facts.write_audio(tmp_path / "w.flac", tone.astype(np.float32), 24000, {})
    return tmp_path


def cut(folder: Path, **changes: Any) -> Path:
    """Pieces of 11, 1, 2 and 9 frames: with transitions of one frame, longer and shorter than any encoder holds."""
    shots = (
        Shot("a.png", "Image", 12, camera=_PUSH, transition=Transition("dissolve", 1)),
        Shot("b.png", "Image", 3, chapter="Second & <last>"),
        Shot("a.png", "Image", 9, camera=_PUSH),
    )
    captions = (Caption(3, 9, "Hello <sea> & all"), Caption(9, 14, "Two\nlines"))
    film = Timeline(Fraction(24000, 1001), shots, (), captions, "Sea & <film>")
    save(replace(film, **changes), folder / "cut.otio")
    return folder / "cut.otio"


def desk(folder: Path, name: str = "w", **more: Any) -> Work:
    (folder / name / "parts").mkdir(parents=True, exist_ok=True)
    return Work(folder=folder / name, parts=folder / name / "parts", **{"threads": 2, **more})


def ffmpeg(*words: str) -> tuple[int, str]:
    import imageio_ffmpeg

    done = subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def shown(path: Path) -> tuple[list[Fraction], list[np.ndarray]]:
    """Moments in seconds and luma of all frames."""
    import av

    with av.open(str(path)) as film:
        found = [(f.pts * f.time_base, f.reformat(format="yuv420p").to_ndarray()[:90]) for f in film.decode(video=0)]
    return [moment for moment, _ in found], [picture for _, picture in found]


@pytest.fixture(scope="module")
def as_drawn(tmp_path_factory: pytest.TempPathFactory) -> list[np.ndarray]:
    folder = tmp_path_factory.mktemp("drawn")
    for name, picture in (("a", quarters(640, 360)), ("b", quarters(640, 360)[:, ::-1])):
        Image.fromarray(picture).save(folder / f"{name}.png")
    return shown(render(cut(folder), captions="off", size=SIZE, quality="best", work=desk(folder)))[1]


@pytest.mark.parametrize("format", FORMATS)
def test_every_frame_is_there_at_its_moment_and_nothing_warns(folder: Path, format: Format, as_drawn: Any) -> None:
    made = render(cut(folder), captions="file", size=SIZE, format=format, work=desk(folder))
    moments, pictures = shown(made)
    rate = Fraction(24000, 1001)
    off = max(abs(moment - n / rate) for n, moment in enumerate(moments))
    assert off <= (Fraction(1, 2000) if format == "webm" else 0)  # WebM counts in milliseconds; nothing adds up
    assert len(pictures) == len(as_drawn) == 23
    for n, (picture, drawn) in enumerate(zip(pictures, as_drawn, strict=True)):
        assert np.abs(picture.astype(int) - drawn).mean() < 4, n
    told = ffmpeg("-v", "warning", "-xerror", "-err_detect", "explode", "-i", str(made), "-f", "null", "-")
    assert told == (0, "")


@pytest.mark.parametrize(
    ("format", "picture", "sound", "text"),
    [
        ("mp4", r"h264 \(High\) \(avc1.*yuv420p\(tv, bt709", r"aac \(LC\)", "mov_text"),
        ("mp4 h265", r"hevc \(Main\) \(hvc1.*yuv420p\(tv, bt709", r"aac \(LC\)", "mov_text"),
        ("mp4 av1", r"av1 .*\(av01.*yuv420p\(tv, bt709", r"aac \(LC\)", "mov_text"),
        ("mov prores", r"prores \(HQ\).*yuv422p10le\(tv, bt709", "pcm_s24le", "mov_text"),
        ("webm", r"vp9.*yuv420p\(tv, bt709", "opus", "webvtt"),
    ],
)
def test_a_film_says_what_it_is(folder: Path, format: Format, picture: str, sound: str, text: str) -> None:
    made = render(cut(folder), captions="both", size=SIZE, format=format, work=desk(folder))
    _, about = ffmpeg("-hide_banner", "-i", str(made))
    assert re.search(rf"Video: {picture}", about)
    assert re.search(rf"23\.98 fps.*\n(.*\n)*.*Audio: {sound}.*48000 Hz, stereo", about)
    assert re.search(
        rf"Subtitle: {text}[^()]*(\(tx3g[^)]*\)|\(text[^)]*\))?[^()]*$", about, re.MULTILINE
    )  # not (default)
    assert re.search(r"title +: Sea & <film>", about)
    assert "Made with Reelwright" in about
    assert "creation_time" not in about
    assert "Lavc" not in about
    assert re.search(r"start 0\.000000, end 0\.4.*\n.*\n +title +: Sea & <film>", about)
    assert re.search(r"start 0\.4.*, end 0\.9.*\n.*\n +title +: Second & <last>", about)
    assert facts.read(made)["frames"] == 23
    data = made.read_bytes()
    first, bulk = (b"\x1cS\xbbk", b"\x1fC\xb6u") if format == "webm" else (b"moov", b"mdat")  # cues, clusters
    assert 0 < data.index(first) < data.index(bulk)
    if format != "webm":
        assert b"colrncl" in data


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_cut_gives_the_same_bytes(folder: Path, format: Format) -> None:
    first = render(cut(folder), size=SIZE, format=format, work=desk(folder, "one")).read_bytes()
    assert render(cut(folder), size=SIZE, format=format, work=desk(folder, "two", threads=1)).read_bytes() == first


@pytest.mark.parametrize("rate", [24, 25, 30, 50, 60, Fraction(30000, 1001)], ids=str)
def test_rates_stay_exact_in_every_format(folder: Path, rate: Fraction) -> None:
    for format in ("mp4 h265", "mov prores", "webm"):
        made = render(cut(folder, rate=Fraction(rate)), captions="off", size=SIZE, format=format, work=desk(folder))
        moments = shown(made)[0]
        assert len(moments) == 23
        off = max(abs(moment - n / Fraction(rate)) for n, moment in enumerate(moments))
        assert off <= (Fraction(1, 2000) if format == "webm" else 0)


def test_captions_in_a_webm_read_back(folder: Path) -> None:
    made = render(cut(folder), captions="file", size=SIZE, format="webm", work=desk(folder))
    code, told = ffmpeg("-v", "error", "-i", str(made), "-map", "0:s", str(folder / "out.srt"))
    assert (code, told) == (0, "")
    words = (folder / "out.srt").read_text()
    assert "Hello <sea> & all" in words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert "Two\nlines" in words


@pytest.mark.parametrize("format", FORMATS)
def test_an_encoder_that_gives_up_names_the_shot_and_leaves_nothing(
    folder: Path, format: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    import av

    put, frames = encoding._put, []

    def failing(container: Any, stream: Any, frame: Any, *rest: Any) -> int:
        frames.append(frame)
        if rest[-1] == 13:
            raise encoding.Refused("the encoder", 13, "out of memory")
        return put(container, stream, frame, *rest)

    monkeypatch.setattr(encoding, "_put", failing)
    with pytest.raises(PersonError, match=r"Shot 2: the encoder.*frame 13 \(out of memory\)"):
        render(cut(folder), size=SIZE, format=format, work=desk(folder))
    assert not [p for p in (folder / "w").iterdir() if p.suffix in (".mp4", ".mov", ".webm")]
    assert not list((folder / "w" / "parts").glob(".*"))
    assert av.codecs_available


def test_no_graphics_card_is_said_and_the_film_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "_MAKERS", {"h264": ("h264_nowhere",)})
    notes: list[str] = []
    made = render(cut(folder), size=SIZE, encoder="hardware", work=desk(folder, remark=notes.append))
    assert len(shown(made)[0]) == 23
    assert any("processor" in note for note in notes)


def test_a_card_that_proves_itself_is_used_and_one_that_fails_later_gives_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """libx264 stands in for a card's encoder: the proof, in a process of its own, is the same."""
    notes: list[str] = []
    monkeypatch.setattr(hardware, "_MAKERS", {"h264": ("libx264rgb", "libx264")})
    settings = encoding.Encoding(codec="h264", hardware="libx264")
    assert hardware.hardware_for("h264", (160, 90), Fraction(25), notes.append) == "libx264"
    assert notes == []
    assert settings.encoder.name == "libx264"
    add = encoding.add_picture

    def failing(container: Any, size: Any, rate: Any, settings: encoding.Encoding, frame: int = 0) -> Any:
        if settings.hardware:
            raise encoding.Refused(settings.hardware, frame, "no session left")
        return add(container, size, rate, settings, frame)

    monkeypatch.setattr(encoding, "add_picture", failing)
    made = render(cut(folder), size=SIZE, encoder="hardware", work=desk(folder, remark=notes.append))
    assert len(shown(made)[0]) == 23
    assert any("gave up at frame" in note for note in notes)


@pytest.mark.parametrize("format", ["gif", "webp", "apng"])
def test_pictures_that_move(folder: Path, format: Any) -> None:
    notes: list[str] = []
    film = cut(folder, rate=Fraction(50))
    made = animation(film, format, SIZE, captions=False, work=desk(folder, remark=notes.append))
    assert any("brought to 25" in note for note in notes)
    assert animation(film, format, SIZE, captions=False, work=desk(folder, "two")).read_bytes() == made.read_bytes()
    drawn = _numbered(folder, film)[::2]
    with Image.open(made) as moving:
        assert moving.info.get("loop") == 0
        assert moving.size == (160, 90)
        length, frames = 0.0, []
        for n in range(moving.n_frames):  # equal frames may be told as one that stays
            moving.seek(n)
            moving.load()
            frames += [np.asarray(moving.convert("RGB")).astype(int)] * max(1, round(moving.info["duration"] / 40))
            length += moving.info["duration"]
    assert length == pytest.approx(12 * 40, abs=20)
    assert len(frames) == len(drawn) == 12
    for n, (found, wanted) in enumerate(zip(frames, drawn, strict=True)):
        assert np.abs(found - wanted).mean() < (0.01 if format == "apng" else 6), n


def _numbered(folder: Path, film: Path) -> list[np.ndarray]:
    with zipfile.ZipFile(sequence(film, size=SIZE, captions=False, work=desk(folder, "numbered"))) as pack:
        found = [pack.read(name) for name in sorted(pack.namelist()) if name.endswith(".png")]
    return [np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int) for data in found]


def test_numbered_pictures_and_their_sound(folder: Path) -> None:
    import soundfile

    made = sequence(cut(folder), size=SIZE, work=desk(folder))
    again = sequence(cut(folder), size=SIZE, work=desk(folder, "two", threads=1))
    assert made.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(made) as pack:
        assert pack.testzip() is None
        pictures = [name for name in pack.namelist() if name.endswith(".png")]
        assert pictures == [f"{n:06}.png" for n in range(23)]
        assert Image.open(io.BytesIO(pack.read(pictures[5]))).size == (160, 90)
        sound = soundfile.info(io.BytesIO(pack.read("sound.wav")))
        assert (sound.samplerate, sound.channels, sound.frames) == (48000, 2, round(23 * 48000 * 1001 / 24000))
        assert "24000/1001 a second" in pack.read("read-me.txt").decode()


@pytest.mark.parametrize("tool", [animation, sequence])
def test_a_full_disk_and_a_lost_file_are_sentences(folder: Path, tool: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    film = cut(folder)

    def full(*words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", full)
        with pytest.raises(PersonError, match="disk is full"):
            tool(film, size=SIZE, work=desk(folder))
    (folder / "b.png").unlink()
    with pytest.raises(PersonError, match="Shot 2"):
        tool(film, size=SIZE, work=desk(folder))
    assert not [*(folder / "w").glob("*animation*"), *(folder / "w").glob("*frames*")]


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ("1280x720", (1280, 720)),
        ("240p", (426, 240)),
        ("360p", (640, 360)),
        ("480p", (854, 480)),
        ("1080p", (1920, 1080)),
        ("1440P", (2560, 1440)),
        ("4k", (3840, 2160)),
        ("2160p 16:9", (3840, 2160)),
        ("1080p 9:16", (1080, 1920)),
        ("4K 1:1", (2160, 2160)),
        ("1080p 4:5", (1080, 1350)),
        (" 720p, 4:3 ", (960, 720)),
    ],
)
def test_sizes_by_name(size: str, found: tuple[int, int]) -> None:
    assert sides(size) == found


@pytest.mark.parametrize("size", ["1080p 9:0", "99p", "4k 99:1", "720p 16x9", "k", "9999p"])
def test_sizes_by_name_that_cannot_be(size: str) -> None:
    with pytest.raises(PersonError):
        sides(size)


def test_sound_is_mixed_once_and_what_was_said_of_it_is_said_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines.assemble import mix

    calls: list[int] = []
    mixed = mix.soundtrack

    def counted(timeline: Timeline, media: Path, music: Path | None, work: Work, **more: float) -> Path:
        calls.append(1)
        work.note("The music is faint.")
        return mixed(timeline, media, music, work, **more)

    monkeypatch.setattr(mix, "soundtrack", counted)
    film = cut(folder, voices=(Voice("w.flac", 2, 12),))
    for format, times in (("mp4", 1), ("mp4", 1), ("webm", 2), ("webm", 2), ("mov prores", 3)):
        notes: list[str] = []
        render(film, size=SIZE, format=format, work=desk(folder, remark=notes.append))  # type: ignore[arg-type]
        assert notes == ["The music is faint."]
        assert len(calls) == times
    render(film, size=SIZE, loudness=-23, work=desk(folder))
    assert len(calls) == 4
