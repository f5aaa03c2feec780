"""affect: every cue goes the way the literature says, evenly and within its bounds; expression obeys it."""

import itertools
import random

import pytest

from pipelines.music import affect
from pipelines.music.expression import performed, thinned
from pipelines.music.grid import Bar
from pipelines.music.parts import Note

PLANE = [(v / 4, a / 4) for v in range(-4, 5) for a in range(-4, 5)]


@pytest.mark.parametrize("name", affect.TABLE)
def test_a_cue_stays_in_its_bounds_and_uses_most_of_them(name):
    cue = affect.TABLE[name]
    low, high = sorted((cue.low, cue.high))
    values = [cue.at(v, a) for v, a in PLANE]
    assert low - 1e-9 <= min(values)
    assert max(values) <= high + 1e-9
    assert max(values) - min(values) > 0.9 * (high - low)
    assert abs(cue.valence) + abs(cue.arousal) == pytest.approx(1)
    assert cue.at(-9, 9) == cue.at(-1, 1)


def test_arousal_quickens_and_valence_brightens():
    for v, (low, high) in itertools.product((-0.8, 0, 0.8), itertools.pairwise((-0.9, -0.3, 0.3, 0.9))):
        assert affect.tempo(v, high) > affect.tempo(v, low) * 1.15
        assert affect.loudness(v, high) > affect.loudness(v, low)
        assert affect.density(v, high) > affect.density(v, low)
        assert affect.articulation(v, high) < affect.articulation(v, low)
        assert affect.register(high, v) > affect.register(low, v)
        assert affect.tension(high, v) < affect.tension(low, v)


def test_modes_from_dark_to_light():
    def mean(valence, arousal):
        return sum(affect.LIGHT.index(affect.mode(valence, arousal, random.Random(i))) for i in range(40)) / 40

    lights = [mean(v / 10, 0.1) for v in range(-10, 11)]
    assert lights == sorted(lights)
    assert lights[0] < 1.2
    assert lights[-1] == affect.LIGHT.index("major")
    assert {affect.mode(-0.8, 0.8, random.Random(i)) for i in range(40)} == {"minor", "phrygian"}


def _line(part="lead", velocity=72):
    return [Note(part, i * 0.5, i * 0.5 + 0.48, 60 + i % 5, velocity + 10 * (i % 4 == 0)) for i in range(16)]


def test_players_obey_the_feeling():
    wild = performed(_line(), lambda at: (0.6, 0.9), 1)
    still = performed(_line(), lambda at: (-0.4, -0.8), 1)
    assert sum(n.velocity for n in wild) > sum(n.velocity for n in still) + 16 * 35
    assert sum(n.end - n.start for n in wild) < 0.75 * sum(n.end - n.start for n in still)
    assert sum(n.velocity for n in wild[::4]) > sum(n.velocity for n in wild[1::4]) + 4 * 3  # accents stay
    assert [(n.part, n.start, n.pitch) for n in wild] == [(n.part, n.start, n.pitch) for n in _line()]
    assert performed(_line(), lambda at: (0.6, 0.9), 1) == wild


def test_no_note_runs_into_its_own_next_nor_past_the_end():
    same = [Note("pad", i * 1.0, i + 0.99, 60, 70) for i in range(4)]
    joined = performed(same, lambda at: (-1.0, -1.0), 1)
    assert all(a.end <= b.start for a, b in itertools.pairwise(joined))
    assert joined[-1].end <= same[-1].end
    drum = performed([Note("drums", 0.0, 0.2, 36, 90)], lambda at: (1.0, 1.0), 1)
    assert drum[0].end == 0.2
    assert performed([], lambda at: (0.0, 0.0), 1) == []


def test_still_scenes_are_thinned_and_keep_first_beats_and_accents():
    bars = [Bar(2.0 * i, 2.0, 4, False) for i in range(4)]
    strokes = [Note("keys", i * 0.25, i * 0.25 + 0.2, 60, 90 if i % 8 in (0, 3) else 60) for i in range(32)]
    tune = [Note("lead", i * 0.25, i * 0.25 + 0.2, 72, 60) for i in range(32)]
    still = thinned([*tune, *strokes], bars, lambda at: (0.2, -0.8))
    assert thinned([*tune, *strokes], bars, lambda at: (0.2, 0.1)) == [*tune, *strokes]
    assert [n for n in still if n.part == "lead"] == tune
    kept = [n for n in still if n.part == "keys"]
    assert len(kept) == 12
    assert {n.start for n in kept} >= {n.start for n in strokes if n.velocity == 90}
    assert thinned([], [], lambda at: (0.0, -1.0)) == []
