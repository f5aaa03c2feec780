"""Moving pictures and numbered frames: every frame in its place, the same bytes twice, nothing half made."""

import errno
import io
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pipelines.assemble.animation import animation
from pipelines.assemble.sequence import sequence
from studio.errors import PersonError
from tests.small_film import SIZE, cut, desk, small_media


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_media(tmp_path)


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
    (folder / "b.png").write_bytes(b"no picture")
    with pytest.raises(PersonError, match=r"Shot 2: 'b\.png' is not a picture"):
        tool(film, size=SIZE, work=desk(folder))
    (folder / "b.png").unlink()
    with pytest.raises(PersonError, match=r"Shot 2: its file 'b\.png' is missing"):
        tool(film, size=SIZE, work=desk(folder))
    assert not [*(folder / "w").glob("*animation*"), *(folder / "w").glob("*frames*")]
