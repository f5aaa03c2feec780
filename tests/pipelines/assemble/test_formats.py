"""Formats: each decodes strictly, frame for frame at its moment, says what it is, and is the same twice."""

import errno
import re
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest

from pipelines.assemble.render import render
from pipelines.film import encoding
from pipelines.film.formats import Format
from studio import facts
from studio.errors import PersonError
from studio.timeline import Caption, Timeline, Voice
from studio.work import Work
from tests.small_film import SIZE, cut, desk, ffmpeg, shown, small_media

FORMATS = get_args(Format)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_media(tmp_path)


@pytest.fixture(scope="module")
def as_drawn(tmp_path_factory: pytest.TempPathFactory) -> list[np.ndarray]:
    folder = small_media(tmp_path_factory.mktemp("drawn"))
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
    import av

    with av.open(str(made)) as film:
        first = next(film.decode(video=0))
        assert (first.colorspace, first.color_primaries, first.color_trc, first.color_range) == (1, 1, 1, 1)
        red, green, blue = (int(part) for part in first.to_ndarray(format="rgb24")[20, 20])
        assert red > 205
        assert abs(green - blue) < 12
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
    put = encoding._put

    def failing(container: Any, stream: Any, frame: Any, *rest: Any) -> int:
        if rest[-1] == 13:
            raise encoding.Refused("the encoder", 13, "out of memory")
        return put(container, stream, frame, *rest)

    monkeypatch.setattr(encoding, "_put", failing)
    with pytest.raises(PersonError, match=r"Shot 2: the encoder.*frame 13 \(out of memory\)"):
        render(cut(folder), size=SIZE, format=format, work=desk(folder))
    assert not [p for p in (folder / "w").iterdir() if p.suffix in (".mp4", ".mov", ".webm")]
    assert not list((folder / "w" / "parts").glob(".*"))


def test_sound_is_mixed_once_and_what_was_said_of_it_is_said_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines.assemble import mix

    calls: list[int] = []
    mixed = mix.mix

    def counted(timeline: Timeline, media: Path, music: Path | None, work: Work, *more: float) -> mix.Mixed:
        calls.append(1)
        work.note("The music is faint.")
        return mixed(timeline, media, music, work, *more)

    monkeypatch.setattr(mix, "mix", counted)
    film = cut(folder, voices=(Voice("w.flac", 2, 12),))
    for format, times in (("mp4", 1), ("mp4", 1), ("webm", 2), ("webm", 2), ("mov prores", 3)):
        notes: list[str] = []
        render(film, size=SIZE, format=format, work=desk(folder, remark=notes.append))  # type: ignore[arg-type]
        assert notes == ["The music is faint."]
        assert len(calls) == times
    render(film, size=SIZE, loudness=-23, work=desk(folder))
    assert len(calls) == 4


@pytest.mark.parametrize("format", ["mp4", "mov prores", "webm"])
def test_the_words_language_is_told(folder: Path, format: Format) -> None:
    german = (Caption(0, 20, "Jeden Morgen steigt er die Treppe hinauf und zündet das Licht an."),)
    made = render(cut(folder, captions=german), captions="file", size=SIZE, format=format, work=desk(folder))
    _, about = ffmpeg("-hide_banner", "-i", str(made))
    code = "ger" if format == "mov prores" else "deu"
    assert re.search(rf"\({code}\):? Audio", about)
    assert re.search(rf"\({code}\): Subtitle", about)


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_while_the_film_is_joined_leaves_none(
    folder: Path, format: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pipelines.film.muxing.packets", full)
    with pytest.raises(PersonError, match="disk is full"):
        render(cut(folder), size=SIZE, format=format, work=desk(folder))
    assert not [p for p in (folder / "w").iterdir() if "film" in p.name]
    monkeypatch.undo()
    parts = {p.name: p.stat().st_mtime_ns for p in (folder / "w" / "parts").iterdir()}
    render(cut(folder), size=SIZE, format=format, work=desk(folder))
    assert {p.name: p.stat().st_mtime_ns for p in (folder / "w" / "parts").iterdir()} == parts  # all was kept
