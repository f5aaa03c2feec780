"""What a given file is, by content; every broken one gets a sentence that names it."""

import shutil
from pathlib import Path

import pytest

from studio.errors import PersonError
from studio.given import identify
from tests.odd_media import make


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return make(tmp_path_factory.mktemp("odd"))


KINDS = {
    "Image": "plain.png turned.jpg cmyk.jpg dark_logo.png one.png three_by_five.png deep.png palette.gif moving.gif "
    "grey_alpha.png very_wide.png upright.webp",
    "Video": "plain.mp4 turned.mp4 silent.mp4 mono.mkv surround.mkv uneven.mkv odd.mkv wide_pixels.mp4 ten_bits.mkv "
    "clear.mov upright.mp4 one_frame.mp4 full_range.avi cut_middle.mkv hurt.mkv",
    "Audio": "only_sound.mp4",
}
BROKEN = (
    "bomb.png cut.jpg cut.png text.jpg empty.png cut_header.mp4 empty.mp4 text.mp4 playlist.mp4 noise.mov "
    "zero_length.mp4"
)


def test_every_odd_file_is_told(odd: dict[str, Path]) -> None:
    assert sorted(odd) == sorted(" ".join([*KINDS.values(), BROKEN]).split())
    for kind, names in KINDS.items():
        for name in names.split():
            assert identify(odd[name]).kind == kind, name
    for name in BROKEN.split():
        with pytest.raises(PersonError, match=name):
            identify(odd[name])


def test_the_name_does_not_matter(odd: dict[str, Path], tmp_path: Path) -> None:
    shutil.copy(odd["turned.jpg"], tmp_path / "holiday.mp4")
    found = identify(tmp_path / "holiday.mp4")
    assert (found.kind, found.suffix, found.words) == ("Image", ".jpg", "a picture, 640×360")


def test_a_text_named_jpg_is_called_a_text(odd: dict[str, Path]) -> None:
    with pytest.raises(PersonError, match=r"'text\.jpg' is a text file, not a picture"):
        identify(odd["text.jpg"])


def test_documents_notes_and_timelines(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("# Über Wale\n\nEin Bericht.", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Whales\n")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n")
    (tmp_path / "d.json").write_text('{\n "OTIO_SCHEMA": "Timeline.1"\n}')
    found = [(i.kind, i.suffix) for i in (identify(tmp_path / n) for n in ("a", "b.md", "c.pdf", "d.json"))]
    assert found == [("Document", ".txt"), ("Document", ".md"), ("Document", ".pdf"), ("Cut", ".otio")]


def test_midi_with_and_without_notes(tmp_path: Path) -> None:
    import mido

    song = mido.MidiFile()
    song.tracks.append(mido.MidiTrack())
    song.save(tmp_path / "none.mid")
    song.tracks[0] += [mido.Message("note_on", note=60, time=0), mido.Message("note_off", note=60, time=480)]
    song.save(tmp_path / "one.bin")
    assert identify(tmp_path / "one.bin").suffix == ".mid"
    with pytest.raises(PersonError, match="no notes"):
        identify(tmp_path / "none.mid")
    (tmp_path / "cut.mid").write_bytes((tmp_path / "one.bin").read_bytes()[:16])
    with pytest.raises(PersonError, match=r"cut\.mid"):
        identify(tmp_path / "cut.mid")


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        ("a.docx", b"PK\x03\x04" + bytes(100), "office"),
        ("a.svg", b"<?xml version='1.0'?><svg/>", "SVG"),
        ("a.pdf", b"%PDF-1.7 and no more", "cut short"),
        ("a.txt", b" \n\n ", "no words"),
        ("a.exe", b"MZ\x90\0" + bytes(range(256)), "kind"),
    ],
)
def test_what_cannot_be_used_is_told_with_a_way_out(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PersonError, match=word):
        identify(tmp_path / name)


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(PersonError, match="folder"):
        identify(tmp_path)
    with pytest.raises(PersonError, match="no file"):
        identify(tmp_path / "gone.png")
