"""transcribe: words and times of speech; no words in silence, noise and music; the languages; cancel."""

import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.make.speak import speak
from pipelines.understand.transcribe import transcribe
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.work import Work

LINE = "Every morning, Tomas climbs the stairs and lights the lamp. The bread is still warm."


@pytest.fixture(scope="module")
def line(tmp_path_factory, pack) -> Path:
    """What heart says, 1.5 s of silence before it, without facts."""
    folder = tmp_path_factory.mktemp("line")
    (folder / "text.txt").write_text(LINE, encoding="utf-8")
    spoken = speak(text=folder / "text.txt", work=Work.alone(folder / "desk", pack))
    sound, rate = soundfile.read(spoken)
    soundfile.write(folder / "line.wav", np.concatenate([np.zeros(rate * 3 // 2), sound]), rate)
    shutil.copy(spoken, folder / "spoken.flac")
    return folder / "line.wav"


def heard(tmp_path: Path, pack, path: Path, **options) -> tuple[Path, list[str]]:
    notes: list[str] = []
    desk = Work.alone(tmp_path, pack)
    made = transcribe(recording=path, work=Work(**{**desk.__dict__, "remark": notes.append}), **options)
    return made, notes


@pytest.mark.slow
def test_words_and_their_times_are_those_that_were_spoken(tmp_path, pack, line):
    made, notes = heard(tmp_path, pack, line)
    told = facts.read(made)
    assert notes == []
    assert told["language"] == "en"
    spoken = facts.read(line.parent / "spoken.flac")["words"]
    said = [word.strip(".,").lower().replace("thomas", "tomas") for word, _, _ in told["words"]]
    assert said == [word.strip(".,").lower() for word, _, _ in spoken]
    apart = [abs(mine[1] - true[1] - 1.5) for mine, true in zip(told["words"], spoken, strict=True)]
    assert sorted(apart)[len(apart) // 2] < 0.15
    assert all(a[2] <= b[1] + 0.05 for a, b in pairwise(told["words"]))
    sound, rate = soundfile.read(made)
    assert rate == 48000
    assert len(sound) == soundfile.info(line).frames
    assert len(told["mouth"]) == pytest.approx(30 * len(sound) / rate, abs=1)
    assert set(told["mouth"][:40]) == {"0"}
    assert {"6", "7", "8", "9"} & set(told["mouth"])


@pytest.mark.slow
def test_noise_and_music_have_no_words(tmp_path, pack):
    rng = np.random.default_rng(1)
    soundfile.write(tmp_path / "noise.wav", rng.standard_normal(48000 * 8) * 0.1, 48000)
    at = np.arange(48000 * 12) / 48000
    notes = [(110, 0), (220, 0), (277.2, 1), (329.6, 2), (440, 3), (554.4, 4), (659.3, 5)]
    strums = [
        np.sin(2 * np.pi * hz * h * at) / h * np.exp(-2 * ((at - n * 0.5) % 3)) for hz, n in notes for h in (1, 2, 3)
    ]
    soundfile.write(tmp_path / "music.wav", sum(strums) / 12, 48000)
    for name in ("noise", "music"):
        path = tmp_path / f"{name}.wav"
        made, told = heard(tmp_path / name, pack, path)
        assert facts.read(made)["words"] == [], name
        assert "No speech" in told[0]


def test_silence_has_no_words_and_needs_no_pack(tmp_path):
    soundfile.write(tmp_path / "quiet.wav", np.zeros(48000 * 2), 48000)
    desk = Work.alone(tmp_path / "desk")
    told = facts.read(transcribe(recording=tmp_path / "quiet.wav", work=desk))
    assert told["words"] == []
    assert set(told["mouth"]) == {"0"}


def test_a_recording_past_full_scale_is_brought_down_and_not_clipped(tmp_path, pack):
    wave = 4 * np.sin(np.arange(48000) * 0.02)
    soundfile.write(tmp_path / "hot.wav", wave, 48000, subtype="FLOAT")
    made, _ = heard(tmp_path / "desk", pack, tmp_path / "hot.wav")
    assert np.abs(soundfile.read(made)[0][:, 0] - wave / 4).max() < 1e-3


def test_what_cannot_be_read_is_a_sentence(tmp_path, pack):
    (tmp_path / "broken.wav").write_bytes(b"RIFF no sound at all")
    with pytest.raises(PersonError, match="broken"):
        heard(tmp_path / "desk", pack, tmp_path / "broken.wav")


def test_cancel_is_heard(tmp_path, pack, line):
    desk = Work.alone(tmp_path, pack)
    desk.cancelled.set()
    with pytest.raises(Cancelled):
        transcribe(recording=line, work=desk)
