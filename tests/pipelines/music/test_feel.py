"""feel: cuts struck to the point, nobody strays far, the same seed the same hands, each part with its own chance."""

import pytest

from pipelines.music import feel
from pipelines.music.feeling import read
from pipelines.music.form import Section
from pipelines.music.grid import Bar, Grid
from pipelines.music.parts import Note

BARS = tuple(Bar(2.0 * i, 2.0, 4, i == 2) for i in range(4))
GRID = Grid(BARS, 8.0, 10.0, (120.0,), (4.0,))
PARTED = (Section("theme", 0, 4, 0.6, (4,), read("calm")),)
NOTES = [
    Note(part, 0.5 * step, 0.5 * step + 0.4, pitch, 70)
    for step in range(16)
    for part, pitch in (("lead", 72), *(("keys", p) for p in (60, 64, 67)), ("bass", 40), ("drums", 36), ("drums", 38))
]  # fmt: skip


def played(name: str, notes=NOTES, seed: str = "3"):
    return feel.humanised(notes, [4.0, 8.0], seed, name, GRID, PARTED)


@pytest.mark.parametrize("name", sorted(feel.FEELS))
def test_cuts_are_met_to_the_point_and_nobody_strays(name):
    found = played(name)
    assert len(found) == len(NOTES)
    plain = sorted(NOTES, key=lambda n: (n.start, n.part, n.pitch))
    for before, after in zip(plain, found, strict=True):
        assert (before.part, before.pitch) == (after.part, after.pitch)
        assert abs(after.start - before.start) <= 0.0701
        assert after.start >= 0
        assert after.end > after.start
        assert 1 <= after.velocity <= 124
        if before.start == 4.0:
            assert after.start == 4.0


def test_the_same_seed_and_a_part_alone_play_the_same():
    assert played("swing") == played("swing")
    assert played("swing") != played("swing", seed="4")
    alone = played("swing", [n for n in NOTES if n.part == "bass"])
    assert alone == [n for n in played("swing") if n.part == "bass"]


def test_a_machine_is_even_and_a_laid_back_snare_is_late():
    machine = [n.start for n in played("machine")]
    assert sorted(machine) == pytest.approx(sorted(n.start for n in NOTES))
    lazy = [n for n in played("laid back") if n.pitch == 38]
    kicks = [n for n in played("laid back") if n.pitch == 36]
    late = sum(s.start - k.start for s, k in zip(lazy, kicks, strict=True)) / len(lazy)
    assert 0.008 < late < 0.025


@pytest.mark.parametrize("pumping", [False, True])
def test_curves_stay_in_their_range_and_fade_at_the_end(pumping):
    for part in ("lead", "pad", "bass", "keys"):
        curve = feel.curves(NOTES, part, 40, "grand", GRID, PARTED, pumping)
        assert all(0 <= value <= 127 for _, _, value in curve)
        assert all(0 <= second <= 10.0 for second, _, _ in curve)
        assert curve[-1][2] < 12
    pumped = feel.curves(NOTES, "pad", 89, "machine", GRID, PARTED, True)
    assert min(value for second, _, value in pumped if second < 7) < 60
