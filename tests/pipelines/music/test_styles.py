"""Styles: notes in range, all metres, slow and fast, never silent, no drums where none are wanted, wishes obeyed."""

import random
from typing import get_args

import mido
import pytest

from pipelines.make.compose import StyleName, compose
from pipelines.music import styles
from pipelines.music.feeling import read
from pipelines.music.idioms import IDIOMS
from pipelines.music.progressions import WORDS
from pipelines.music.styles import STYLES
from pipelines.sound import synth
from studio.work import Work


def heard(folder, **options):
    return synth.read_score(compose(work=Work.alone(folder), **options))


def test_the_form_offers_every_style():
    assert set(get_args(StyleName)) == {"auto", *STYLES}
    assert len(STYLES) >= 14


@pytest.mark.parametrize("name", sorted(STYLES))
@pytest.mark.parametrize("metre", [2, 3, 4])
def test_every_style_in_every_metre(tmp_path, monkeypatch, name, metre):
    """Notes within the piano's reach, something sounds from first to last, bars of the metre asked for."""
    monkeypatch.setitem(STYLES, name, styles.replace(STYLES[name], metres=((metre,),)))
    score = heard(tmp_path, style=name, mood="hopeful", seconds=16, seed=metre)
    assert all(24 <= n.pitch <= 100 for n in score.notes if n.channel != 9)
    sounding = [any(n.start <= at < n.end + 0.7 for n in score.notes) for at in range(1, 15)]
    assert all(sounding)


@pytest.mark.parametrize("tempo", [40, 200])
@pytest.mark.parametrize("name", sorted(STYLES))
def test_every_style_slow_and_fast(tmp_path, name, tempo):
    score = heard(tmp_path, style=name, mood="hopeful", seconds=14, tempo=tempo)
    gaps = [b.start - a.start for a, b in zip(score.notes, score.notes[1:], strict=False)]
    assert max(gaps) < 60 / tempo * 4.3
    assert all(n.end > n.start and n.end <= 14.06 for n in score.notes)


@pytest.mark.parametrize("name", sorted(STYLES))
def test_no_drums_means_none_in_any_style(tmp_path, name):
    score = heard(tmp_path, style=name, mood="epic, no drums", seconds=14)
    assert not any(n.channel == 9 for n in score.notes)


@pytest.mark.parametrize("name", sorted(STYLES))
def test_seeds_draw_other_players(tmp_path, name):
    style = STYLES[name]
    assert style.takes
    assert style.harmony in WORDS
    assert style.idiom in IDIOMS
    drawn = {str(styles.chosen(name, read("hopeful"), random.Random(seed))) for seed in range(12)}
    assert len(drawn) >= 2
    first = compose(style=name, mood="hopeful", seconds=10, work=Work.alone(tmp_path))
    channels = {m.channel for t in mido.MidiFile(first).tracks for m in t if m.type == "note_on"}
    assert len(channels) >= 2


def test_wishes_are_worked_in():
    plain = styles.chosen("jazz", read("hopeful"))
    assert styles.chosen("jazz", read("hopeful, with violin")).lead == (40,)
    barred = styles.chosen("rock", read("hopeful, no guitar"))
    players = (*barred.lead, *barred.second, barred.keys, *(layer.program for layer in barred.layers))
    assert not {p % 128 for p in players if p is not None} & {24, 25, 26, 27, 28, 29, 30, 31}
    assert barred.keys == 0
    assert barred.motion == "chords"
    assert styles.chosen("orchestral", read("orchestral, no strings")).keys == 0
    assert styles.chosen("choir", read("hopeful, with drums")).drums == "soft"
    assert styles.chosen("epic", read("epic, no drums")).drums is None
    assert not any(x.figure == "taiko" for x in styles.chosen("epic", read("epic, no drums")).layers)
    assert plain.trim("bass") != 0 == plain.trim("timpani")
