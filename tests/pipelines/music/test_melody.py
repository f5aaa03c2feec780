"""melody: in range, singable, a motif that comes again, leaps turned back from, ornaments that move no downbeat."""

import random
from itertools import pairwise
from statistics import fmean

import pytest

from pipelines.music import harmony, melody, ornaments
from pipelines.music.idioms import IDIOMS

LOW, HIGH = 60, 80
SYMBOLS = "1 6 4 5 1 4 5 1".split()  # noqa: SIM905 - a progression is read as one


def sung(idiom: str, beats: int, density: int, seed: int, lift: float = 0.0):
    dice = random.Random(seed)
    idea = melody.motif(beats, density, dice, idiom)
    chords = [harmony.chord(symbol, 0, "major") for symbol in SYMBOLS]
    bars = [(i, beats, chord) for i, chord in enumerate(chords)]
    tones = melody.phrase(idea, bars[:4], "open", LOW, HIGH, 70, dice, idiom, lift)
    tones += melody.phrase(idea, bars[4:], "home", LOW, HIGH, tones[-1].pitch, dice, idiom, lift)
    return idea, tones, chords


@pytest.mark.parametrize("idiom", sorted(IDIOMS))
@pytest.mark.parametrize("beats", [3, 4])
def test_every_idiom_sings_in_range_and_inside_its_bars(idiom, beats):
    for density in range(3):
        for seed in range(4):
            _, tones, chords = sung(idiom, beats, density, seed)
            assert tones
            assert all(LOW <= t.pitch <= HIGH and t.length > 0 and 0 <= t.at < beats for t in tones)
            assert all(t.at + t.length <= beats + 1e-6 for t in tones)
            assert all(t.pitch % 12 in chords[t.bar].scale for t in tones)
            assert tones[-1].pitch % 12 in chords[-1].tones[:3]
            full = ornaments.adorned(tones, [chords[t.bar] for t in tones], idiom, random.Random(seed))
            assert {(t.bar, t.at) for t in tones} <= {(t.bar, t.at) for t in full}
            assert all(t.length > 0 and t.at >= 0 for t in full)


def test_steps_before_leaps_and_leaps_turned_back_from():
    steps = leaps = turned = 0
    for seed in range(30):
        _, tones, _ = sung("plain", 4, 1, seed)
        sizes = [b.pitch - a.pitch for a, b in pairwise(tones)]
        steps += sum(abs(s) <= 4 for s in sizes)
        leaps += sum(abs(s) > 4 for s in sizes)
        turned += sum(abs(a) > 4 and a * b <= 0 for a, b in pairwise(sizes))
    assert steps / (steps + leaps) > 0.85
    assert turned / leaps > 0.7


def test_the_motif_comes_again():
    """The rhythm of bars 1 and 3 is the motif's, and the line goes up and down in the same places."""
    same = seen = 0
    for seed in range(30):
        idea, tones, _ = sung("folk", 4, 1, seed)
        first, third = ([t for t in tones if t.bar == bar] for bar in (0, 2))
        assert [t.at for t in first] == [t.at for t in third] == [at for at, _ in idea.first]
        for one, other in zip(pairwise(first), pairwise(third), strict=True):
            seen += 1
            same += (one[1].pitch - one[0].pitch) * (other[1].pitch - other[0].pitch) >= 0
    assert same / seen > 0.75


def test_a_lift_raises_the_phrase():
    heights = [sum(t.pitch for t in sung("song", 4, 1, 3, lift)[1]) for lift in (-2.0, 4.0)]
    assert heights[1] > heights[0]


def test_short_bars_and_single_bars_are_sung_too():
    chord = harmony.chord("1", 0, "minor")
    for idiom in IDIOMS:
        idea = melody.motif(4, 2, random.Random(1), idiom)
        for bars in ([(0, 2, chord)], [(0, 4, chord), (1, 2, chord)], [(0, 3, chord)] * 3):
            for close in ("open", "home", "lean"):
                tones = melody.phrase(idea, bars, close, LOW, HIGH, 66, random.Random(2), idiom)
                assert all(LOW <= t.pitch <= HIGH for t in tones)


def test_a_second_voice_goes_along_below():
    _, tones, chords = sung("tango", 4, 1, 2)
    voice = ornaments.along(tones, [chords[t.bar] for t in tones], 2)
    assert all(2 <= t.pitch - v.pitch <= 8 for t, v in zip(tones, voice, strict=True))
    assert all(v.pitch % 12 in chords[v.bar].scale for v in voice)


def test_the_line_goes_where_the_feeling_leads_it():
    chords = [(n, 4, harmony.chord("1", 0, "major")) for n in range(4)]
    rises = {-1.0: [], 0.0: [], 1.0: []}
    for seed in range(20):
        idea = melody.motif(4, 1, random.Random(seed), "plain")
        for slope, found in rises.items():
            tones = melody.phrase(idea, chords, "open", 60, 84, 72, random.Random(seed), "plain", 0.0, slope)
            half = len(tones) // 2
            found.append(fmean([t.pitch for t in tones[half:]]) - fmean([t.pitch for t in tones[:half]]))
    means = [fmean(found) for found in rises.values()]
    assert means[0] < means[1] - 1 < means[2] - 2
