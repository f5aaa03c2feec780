"""readback: hears in a MIDI file what listeners would, each feature by itself."""

import mido
import pytest

from pipelines.music import readback

MAJOR, MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 11)

# The chords of songs everybody knows, a bar each: the reader must tell major from minor in them.
GLAD_SONGS = {
    "Twinkle": "C C F C F C G C C F C G C F C G C C F C F C G C",
    "Ode to Joy": "G D G D G D G G D G D G D A D G D G D G G",
    "Amazing Grace": "G G C G G G D D G G C G G D G G",
    "Canon": "D A Bm F#m G D G A D A Bm F#m G D G A D",
    "Let It Be": "C G Am F C G F C C G Am F C G F C",
    "Stand by Me": "C C Am Am F G C C C C Am Am F G C C",
    "Jingle Bells": "G G G G C G A D G G G G C G D G",
    "Silent Night": "C C C C G G C C F F C C F F C C G G C C C G C C",
    "Happy Birthday": "C G G C C F G C",
    "Auld Lang Syne": "F C F Bb F C Bb F F C F Bb F C Bb F",
    "Oh Susanna": "C C C G C C G C F F C G C C G C",
    "When the Saints": "G G G G G G D D G G C C G D G G",
    "La Bamba": "C F G G C F G G C F G G C",
    "Danny Boy": "C C F F C C G G C C F F C G C C",
    "Row Your Boat": "C C C C C C G C",
}  # fmt: skip
SAD_SONGS = {
    "House of the Rising Sun": "Am C D F Am C E E Am C D F Am E Am Am",
    "Greensleeves": "Am Am G Em Am Am E E Am Am G Em Am E Am Am C C G Em Am Am E E C C G Em Am E Am Am",
    "God Rest Ye Merry": "Em Em C B Em Em C B Am G Em D G B Em D Em",
    "Volga Boatmen": "Am Dm Am Dm Am Em Am Am",
    "Moonlight Sonata": "C#m C#m A D G# C#m G# C#m C#m F#m E B E Em",
    "Fuer Elise": "Am E Am E Am E Am C G Am E Am E Am",
    "Andalusian cadence": "Am G F E Am G F E Am G F E",
    "Autumn Leaves": "Am D G C F#dim B Em Em Am D G C F#dim B Em Em F#dim B Em Em Am D G G F#dim B Em A Am B Em Em",
    "Passacaglia": "Gm Cm F Bb Eb Adim D Gm Gm Cm F Bb Eb Adim D Gm",
    "Sarabande": "Dm A Dm C F C Gm A Dm A Dm C F C Gm A Dm Dm",
    "Scarborough Fair": "Am Am G Am C Am D Am C C Am G Em Am G Am",
    "Wayfaring Stranger": "Am Am Dm Am Am Am Dm E Am Am F C F C Dm E Am",
    "When Johnny Comes": "Em Em G G Em Em G B G D Em B Em C D B Em Em",
    "Ain't No Sunshine": "Am Em G Am Am Em G Am Dm Em Am Am",
    "Albinoni": "Gm Cm D Gm Eb Cm D Gm",
}  # fmt: skip
_NOTES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def sung(chords: str) -> readback.Song:
    """Chords as triads over their roots, two seconds each."""
    notes: list[readback.Heard] = []
    for bar, name in enumerate(chords.split()):
        root = _NOTES[name[0]] + ("#" in name) - ("b" in name[1:2])
        third, fifth = (3, 6) if "dim" in name else (3, 7) if name.endswith("m") else (4, 7)
        pitches = [(1, 36 + root % 12), *((2, 60 + (root + i) % 12) for i in (0, third, fifth))]
        notes += [readback.Heard(2.0 * bar, 2.0 * bar + 1.95, channel, pitch, 72) for channel, pitch in pitches]
    return readback.Song(tuple(notes), ((0.0, 120.0),), 2.0 * len(chords.split()))


@pytest.mark.parametrize("name", [*GLAD_SONGS, *SAD_SONGS])
def test_the_mode_of_known_songs(name):
    glad = name in GLAD_SONGS
    mode = readback.read(sung((GLAD_SONGS if glad else SAD_SONGS)[name])).features["mode"]
    assert mode > 0.1 if glad else mode < -0.1


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
