"""Drums, bass and comping: every figure of every style, in bars of 2, 3 and 4 beats, soft and loud, stays in range."""

import pytest

from pipelines.music import bass, comping, drums, harmony, rows
from pipelines.music.grid import Bar
from pipelines.music.parts import Place
from pipelines.music.styles import STYLES


def place(beats: int = 4, level: float = 0.5, number: int = 0, last: bool = False) -> Place:
    chord = harmony.chord("1", 2, "major", 2)
    (voicing,) = harmony.lead([chord], 50, 68)
    return Place(Bar(3.0, 0.5 * beats, beats, False), chord, voicing, 38, level, "theme 2", last, 43, number)


PLACES = [place(beats, level, number, last) for beats in (2, 3, 4) for level in (0.2, 0.5, 0.8)
          for number, last in ((0, False), (1, False), (3, True))]  # fmt: skip


def test_a_row_is_read_as_written():
    cells = [(c.at, c.length, c.mark) for c in rows.read("X-.x ...|Y o", 0, 2)]
    assert cells == [(0.0, 0.5, "X"), (0.75, 0.25, "x")]
    assert [c.mark for c in rows.read("X-.x ...|Y o", 1, 2)] == ["Y", "o"]
    assert [c.at for c in rows.read("a b c d", 0, 3)] == [0, 1, 2]
    assert [c.mark for c in rows.read("a b c d", 0, 3)] == ["a", "b", "d"]
    assert [c.mark for c in rows.read("a b c", 0, 4)] == ["a", "b", "c", "b"]


@pytest.mark.parametrize("kind", sorted(drums.BEATS))
def test_drums_play_known_drums_inside_their_bar(kind):
    for each in PLACES:
        for fill in (False, True):
            hits = drums.drums(each, kind, 0.6, fill)
            assert hits
            assert {n.part for n in hits} == {"drums"}
            assert all(35 <= n.pitch <= 85 and 1 <= n.velocity <= 118 for n in hits)
            assert all(3.0 <= n.start < 3.0 + each.bar.seconds for n in hits)


@pytest.mark.parametrize("kind", sorted(set(drums.BEATS) - {"soft", "tango"}))
def test_drums_are_not_one_bar_looped(kind):
    def heard(each: Place, fill: bool = False) -> list[tuple[float, int]]:
        return sorted((round(n.start, 3), n.pitch) for n in drums.drums(each, kind, 0.5, fill))

    bars = [heard(place(number=n, level=level)) for n in (0, 1) for level in (0.2, 0.5, 0.8)]
    assert heard(place(), fill=True) != bars[1]
    assert len({str(bar) for bar in bars}) >= 3


@pytest.mark.parametrize("step", sorted(bass.STEPS))
def test_bass_keeps_low_and_begins_somewhere(step):
    for each in PLACES:
        line = bass.bass("bass", each, step, 0.6)
        assert line
        assert all(bass.LOW <= n.pitch <= bass.HIGH and n.end > n.start for n in line)
        assert all(n.pitch % 12 in each.chord.scale for n in line)


@pytest.mark.parametrize("figure", sorted(comping.FIGURES))
def test_chords_are_chords(figure):
    for each in PLACES:
        struck = comping.comping("keys", each, figure, 0.6)
        assert all(n.end > n.start >= 3.0 and 24 <= n.pitch <= 96 for n in struck)
        if figure != "taiko":
            assert all(n.pitch % 12 in each.chord.scale for n in struck)


def test_every_pattern_a_style_names_is_there():
    for name, style in STYLES.items():
        for take in ({}, *style.takes):
            own = vars(style) | take
            assert own["motion"] in comping.FIGURES, name
            assert own["step"] in bass.STEPS, name
            assert own["drums"] in (None, "orchestral", *drums.BEATS), name
            assert all(layer.figure in comping.FIGURES for layer in own["layers"]), name
            assert set(take) <= set(vars(style)), name
