"""perform: peak, length, facts, broken and hostile MIDI."""

from dataclasses import replace

import mido
import numpy as np
import pytest
import soundfile

from pipelines.make.compose import compose
from pipelines.make.perform import LOUD, perform
from pipelines.sound import synth
from pipelines.sound.loudness import measure
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.work import Work


@pytest.mark.parametrize(("mood", "seed"), [("calm, hopeful", 1), ("furious, 8-bit", 2)])
def test_every_piece_is_as_loud_as_another_and_keeps_its_tail(tmp_path, pack, mood, seed):
    score = compose(mood=mood, seconds=8, seed=seed, work=Work.alone(tmp_path / "a"))
    work = Work.alone(tmp_path / "b", pack)
    path = perform(music=score, work=work)
    sound, rate = soundfile.read(path, dtype="float32")
    assert rate == 48000
    assert sound.shape[1] == 2
    assert measure(sound).integrated == pytest.approx(LOUD, abs=0.3)
    assert np.abs(sound).max() <= 10 ** (-1 / 20)
    assert 7 < len(sound) / rate < 12
    assert facts.read(path)["mood"] == mood
    assert not (tmp_path / "b" / "raw.f32").exists()


def test_what_is_all_peaks_stays_below_full_scale(tmp_path, pack):
    song = mido.MidiFile(tracks=[mido.MidiTrack()])
    for _ in range(4):
        song.tracks[0].append(mido.Message("note_on", channel=9, note=37, velocity=127, time=960))
        song.tracks[0].append(mido.Message("note_off", channel=9, note=37, time=10))
    song.save(tmp_path / "clicks.mid")
    sound, _ = soundfile.read(perform(music=tmp_path / "clicks.mid", work=Work.alone(tmp_path / "b", pack)))
    assert 0.8 < np.abs(sound).max() <= 10 ** (-1 / 20)


def test_played_in_stretches_as_in_one(tmp_path, pack, monkeypatch):
    score = synth.read_score(compose(mood="calm", seconds=30, work=Work.alone(tmp_path / "a")))
    font = pack("general-user")
    sound = np.concatenate(list(synth.sound_blocks(score, font)))
    assert len(sound) > 29 * 48000
    assert sound.dtype == np.float32
    assert np.abs(sound).max() < 1
    monkeypatch.setattr(synth, "STRETCH", 100.0)
    whole = np.concatenate(list(synth.sound_blocks(score, font)))
    loudness = [np.sqrt((s[: 29 * 48000].reshape(-1, 24000, 2) ** 2).mean(axis=(1, 2))) for s in (sound, whole)]
    assert np.abs(20 * np.log10((loudness[0] + 1e-3) / (loudness[1] + 1e-3))).max() < 1.5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MThd",
        b"not midi at all",
        b"MThd\0\0\0\6\0\1\0\1\1\xe0MTrk\0\0\xff\xff\0",
        b"\0" * 5000,
        b"MThd\0\0\0\6\0\0\0\1\0\0MTrk\0\0\0\x0c\0\x90\x3c\x40\x60\x80\x3c\0\0\xff\x2f\0",  # no ticks a beat
    ],
)
def test_broken_midi_is_a_sentence(tmp_path, content):
    bad = tmp_path / "bad.mid"
    bad.write_bytes(content)
    with pytest.raises(PersonError, match="MIDI"):
        synth.read_score(bad)


def test_silent_and_endless_midi(tmp_path):
    song = mido.MidiFile()
    song.tracks.append(mido.MidiTrack([mido.Message("program_change", program=3)]))
    song.save(tmp_path / "silent.mid")
    with pytest.raises(PersonError, match="no notes"):
        synth.read_score(tmp_path / "silent.mid")
    song.tracks[0].append(mido.Message("note_on", note=60, time=2**27))
    song.save(tmp_path / "endless.mid")
    with pytest.raises(PersonError, match="three hours"):
        synth.read_score(tmp_path / "endless.mid")


def test_a_note_never_released_ends(tmp_path):
    song = mido.MidiFile()
    song.tracks.append(mido.MidiTrack([mido.Message("note_on", note=60), mido.MetaMessage("end_of_track", time=960)]))
    song.save(tmp_path / "held.mid")
    assert synth.read_score(tmp_path / "held.mid").notes[0].end == pytest.approx(1.0)


def test_a_score_turned_down_to_nothing_is_told(tmp_path, pack):
    off = [mido.Message("control_change", control=7, value=0), mido.Message("note_on", note=60),
           mido.Message("note_off", note=60, time=480)]  # fmt: skip
    song = mido.MidiFile()
    song.tracks.append(mido.MidiTrack(off))
    song.save(tmp_path / "off.mid")
    notes: list[str] = []
    perform(music=tmp_path / "off.mid", work=replace(Work.alone(tmp_path / "w", pack), remark=notes.append))
    assert [note[:38] for note in notes] == ["Nothing is heard of this score: the vo"]


def test_cancel(tmp_path, pack):
    score = compose(mood="calm", seconds=10, work=Work.alone(tmp_path / "a"))
    work = Work.alone(tmp_path / "b", pack)
    work.cancelled.set()
    with pytest.raises(Cancelled):
        perform(music=score, work=work)
