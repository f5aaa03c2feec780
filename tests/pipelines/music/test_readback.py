"""readback: hears in a MIDI file what listeners would, each feature by itself."""

import mido
import pytest

from pipelines.music import readback

MAJOR, MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 11)


def written(path, *, mode=MAJOR, tempo=100, velocity=72, share=0.75, base=60, each=1.0, bars=16, rub=False):
    """A tune with its triads, in one part each."""
    song = mido.MidiFile(ticks_per_beat=480)
    tune, chords = mido.MidiTrack(), mido.MidiTrack()
    tune.append(mido.MetaMessage("set_tempo", tempo=round(60e6 / tempo)))
    step = round(480 * each)
    for bar in range(bars):
        root = (0, 3, 4, 0)[bar % 4]
        pitches = [base - 12 + mode[(root + i) % 7] + 12 * ((root + i) // 7) for i in (0, 2, 4)]
        pitches += [pitches[0] + 1, pitches[0] + 6] if rub else []
        for pitch in pitches:
            chords.append(mido.Message("note_on", channel=1, note=pitch, velocity=velocity, time=0))
        for index, pitch in enumerate(pitches):
            off = round(480 * 4 * share) if index == 0 else 0
            chords.append(mido.Message("note_off", channel=1, note=pitch, time=off))
        rest = 480 * 4 - round(480 * 4 * share)
        chords.append(mido.Message("control_change", channel=1, control=1, value=0, time=rest))
        for index in range(round(4 / each)):
            pitch = base + mode[(root + (0, 2, 4, 2)[index % 4]) % 7]
            tune.append(mido.Message("note_on", channel=0, note=pitch, velocity=velocity, time=0))
            tune.append(mido.Message("note_off", channel=0, note=pitch, time=round(step * share)))
            tune.append(mido.Message("control_change", channel=0, control=1, value=0, time=step - round(step * share)))
    song.tracks += [tune, chords]
    song.save(path)
    return readback.read(readback.load(path))


@pytest.mark.parametrize(
    ("feature", "less", "more"),
    [
        ("tempo", {"tempo": 60}, {"tempo": 160}),
        ("density", {"each": 2.0}, {"each": 0.5}),
        ("loudness", {"velocity": 40}, {"velocity": 110}),
        ("articulation", {"share": 0.98}, {"share": 0.45}),
        ("register", {"base": 48}, {"base": 72}),
        ("mode", {"mode": MINOR}, {"mode": MAJOR}),
        ("consonance", {"rub": True}, {"rub": False}),
    ],
)
def test_a_feature_hears_its_own_cue(tmp_path, feature, less, more):
    low, high = written(tmp_path / "a.mid", **less), written(tmp_path / "b.mid", **more)
    assert high.features[feature] > low.features[feature] + 0.5


def test_happy_sad_angry_and_tender_lie_in_their_quarters(tmp_path):
    happy = written(tmp_path / "a.mid", tempo=150, velocity=95, share=0.5, base=67, each=0.5)
    sad = written(tmp_path / "b.mid", mode=MINOR, tempo=56, velocity=45, share=0.98, base=53)
    angry = written(tmp_path / "c.mid", mode=MINOR, tempo=160, velocity=115, share=0.6, base=50, each=0.25, rub=True)
    tender = written(tmp_path / "d.mid", tempo=66, velocity=48, share=0.98, base=64)
    assert min(happy.valence, tender.valence) > 0.2
    assert max(sad.valence, angry.valence) < -0.2
    assert min(happy.arousal, angry.arousal) > 0.2
    assert max(sad.arousal, tender.arousal) < -0.2


def test_weights_are_whole_and_silence_is_still(tmp_path):
    assert sum(readback.VALENCE.values()) == pytest.approx(1)
    assert sum(readback.AROUSAL.values()) == pytest.approx(1)
    mido.MidiFile(tracks=[mido.MidiTrack()]).save(tmp_path / "a.mid")
    assert readback.read(readback.load(tmp_path / "a.mid")).arousal == -1


def test_a_stretch_is_read_by_itself(tmp_path):
    written(tmp_path / "a.mid", tempo=120)
    song = readback.load(tmp_path / "a.mid")
    assert readback.read(song, 0, 8).features["tempo"] == pytest.approx(readback.read(song).features["tempo"])
    assert readback.read(song, 500, 600).features == {}
