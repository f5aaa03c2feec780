"""Form: sections on scenes and cuts, a theme that comes home, phrases that fit."""

import random
from itertools import pairwise

import pytest

from pipelines.music import arrange, form, styles
from pipelines.music.conditions import Conditions
from pipelines.music.feeling import Feeling, read
from pipelines.music.scenes import Scene

CALM, SAD, WILD = Feeling(0.5, -0.4), Feeling(-0.6, -0.3), Feeling(0.1, 0.8)


def conditions(seconds, scenes, moments=(), **more):
    asked = Conditions(seconds, tuple(Scene(a, b, feeling, "") for a, b, feeling in scenes), **more)
    return arrange.aimed(asked, moments, styles.STYLES["cinematic"])


def written(seconds, scenes, moments=(), style="cinematic", **more):
    return arrange.notes_for(conditions(seconds, scenes, moments, **more), styles.STYLES[style])


@pytest.mark.parametrize(("seconds", "names"), [(5, ["theme"]), (45, ["intro", "theme", "contrast", "return"])])
def test_a_film_of_one_feeling_has_a_form(seconds, names):
    piece = written(seconds, [(0, seconds, CALM)])
    assert [section.name for section in piece.sections] == names


def test_scenes_begin_sections_on_their_cuts_with_key_tempo_and_loudness_of_their_own():
    moments = [5, 9, 14, 20, 26, 33, 38, 44, 51, 57, 63, 70]
    piece = written(78, [(0, 20, CALM), (20, 38, SAD), (38, 57, WILD), (57, 78, CALM)], moments)
    bars = piece.grid.bars
    begins = {bars[s.first].start: (s, key) for s, key in zip(piece.sections, piece.keys, strict=True)}
    for border in (20, 38, 57):
        assert min(abs(at - border) for at in begins) < 1e-6
    calm, sad, wild = (next(v for at, v in begins.items() if abs(at - border) < 1e-6) for border in (57, 20, 38))
    assert calm[1].glad
    assert not sad[1].glad
    tempos = [piece.grid.tempos[bars[section.first].part] for section, _ in (sad, calm, wild)]
    assert tempos[0] < tempos[2]
    assert tempos[1] < tempos[2]
    assert wild[0].level > calm[0].level
    assert piece.sections[-1].name == "return"


def test_sections_cover_all_bars_and_phrases_cover_sections():
    dice = random.Random(4)
    for seconds in (12, 31, 77, 240):
        moments = sorted(dice.uniform(1, seconds - 1) for _ in range(seconds // 5))
        piece = written(seconds, [(0, seconds / 2, SAD), (seconds / 2, seconds, CALM)], moments)
        assert piece.sections[0].first == 0
        assert piece.sections[-1].stop == len(piece.grid.bars)
        assert all(a.stop == b.first for a, b in pairwise(piece.sections))
        assert all(sum(s.phrases) == s.stop - s.first for s in piece.sections)


def test_phrases_are_fours_and_rather_begin_on_cuts():
    assert form.phrased([False] * 8) == (4, 4)
    assert form.phrased([True, False, False, True, False, False, False]) == (3, 4)


def test_the_next_cut_is_known_at_every_moment_up_to_eight_seconds():
    asked = conditions(60, [(0, 60, CALM)], [10.0, 30.0])
    assert asked.offset(0.0) == 8.0
    assert asked.offset(4.5) == pytest.approx(5.5)
    assert asked.offset(10.0) == 8.0
    assert asked.offset(59.0) == pytest.approx(1.0)
    assert asked.feeling(59.0) == CALM


def test_the_bar_before_a_cut_leans_on_what_lands():
    piece = written(60, [(0, 60, read("epic"))], [6.0, 13.0, 20.0, 27.0, 34.0, 41.0, 48.0])
    assert len(piece.grid.met) == 7
    roots = {round(n.start, 4): n.pitch % 12 for n in piece.notes if n.part == "bass"}
    moved = 0
    for before, bar in pairwise(piece.grid.bars):
        if bar.cut and not before.cut:
            was = next((root for at, root in roots.items() if abs(at - before.start) < 0.02), None)
            moved += was is not None and was != roots.get(round(bar.start, 4))
    assert moved >= 5
