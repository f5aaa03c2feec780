"""counter: a line from the chords, below the tune, mostly against it, without bare parallels."""

from itertools import pairwise

from pipelines.music import harmony
from pipelines.music.counter import counter
from pipelines.music.grid import Bar
from pipelines.music.parts import Note, Place


def scene(symbols: str = "1 6 4 5 1 4 5 1"):
    chords = [harmony.chord(symbol, 0, "major") for symbol in symbols.split()]
    line = harmony.bass_line(chords)
    places = [
        Place(Bar(2.0 * i, 2.0, 4, False), chord, (60, 64, 67), bass, 0.6, "return 0", False, None)
        for i, (chord, bass) in enumerate(zip(chords, line, strict=True))
    ]
    tops = (76, 72, 77, 79, 76, 81, 79, 72)
    return places, [Note("lead", 2.0 * i, 2.0 * i + 1.9, top, 80) for i, top in enumerate(tops)]


def test_a_line_below_the_tune_from_the_chords():
    places, tune = scene()
    notes = counter(places, tune, 42)
    firsts = [n for n in notes if n.start % 2.0 < 0.01]
    assert len(firsts) == len(places)
    for note, place, top in zip(firsts, places, tune, strict=True):
        assert note.pitch % 12 in place.chord.tones
        assert note.pitch <= top.pitch - 3
    assert all(abs(b.pitch - a.pitch) <= 7 for a, b in pairwise(firsts))
    assert all(n.pitch % 12 in places[int(n.start // 2)].chord.scale for n in notes)


def test_no_bare_parallels_with_tune_or_bass():
    places, tune = scene()
    firsts = [n for n in counter(places, tune, 42) if n.start % 2.0 < 0.01]
    rows = [(place.bass, note.pitch, top.pitch) for place, note, top in zip(places, firsts, tune, strict=True)]
    faults = sum(harmony.parallels((a[0], a[1]), (b[0], b[1])) + harmony.parallels((a[1], a[2]), (b[1], b[2]))
                 for a, b in pairwise(rows))  # fmt: skip
    assert faults == 0


def test_without_a_tune_it_plays_too():
    places, _ = scene("1 1 1 1")
    assert counter(places, (), 999)
    assert counter([], (), 42) == []
