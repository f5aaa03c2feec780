"""harmony: every symbol of every style is a chord in its scale, and voices move well."""

from itertools import pairwise

import pytest

from pipelines.music import harmony, progressions


def _symbols(words: str, mode: str) -> list[list[str]]:
    patterns = [*progressions.themes(words, mode), *progressions.contrasts(words, mode)]
    patterns += [progressions.close(words, mode, kind) for kind in ("open", "home", "lean")]
    return [pattern.split() for pattern in patterns if pattern]


@pytest.mark.parametrize("words", sorted(progressions.WORDS))
@pytest.mark.parametrize("mode", sorted(harmony.MODES))
def test_chords_fit_their_scales_and_begin_with_a_digit(words, mode):
    for symbols in _symbols(words, mode):
        assert all(symbol[0].isdigit() for symbol in symbols)
        for colour in range(6):
            for each in (harmony.chord(symbol, 2, mode, colour) for symbol in symbols):
                assert set(each.tones) <= each.scale
                assert len(set(each.tones)) == len(each.tones) >= 3
                assert len(each.scale) == 7


def test_what_symbols_mean():
    tones = {symbol: harmony.chord(symbol, 0, "major").tones for symbol in ("5!7", "7b", "4m", "2h", "1M", "6!7")}
    assert tones == {"5!7": (7, 11, 2, 5), "7b": (10, 2, 5), "4m": (5, 8, 0), "2h": (2, 5, 8, 0), "1M": (0, 4, 7, 11),
                     "6!7": (9, 1, 4, 7)}  # fmt: skip
    assert harmony.chord("5!", 9, "minor").tones == (4, 8, 11)
    assert harmony.chord("5/7", 0, "major").bass == 11
    assert harmony.chord("1", 0, "major", 5).tones == (0, 4, 7, 10)
    assert harmony.chord("1", 0, "major", 3).tones == (0, 4, 7, 11, 2)
    with pytest.raises(ValueError, match="no chord"):
        harmony.chord("8", 0, "major")


@pytest.mark.parametrize("words", sorted(progressions.WORDS))
def test_voices_move_little_and_seldom_in_parallel(words):
    moves = seen = faults = 0
    for mode in ("major", "minor"):
        for symbols in _symbols(words, mode):
            chords = [harmony.chord(symbol, 5, mode) for symbol in symbols * 2]
            voiced = [(bass, *rest) for bass, rest in zip(harmony.bass_line(chords), harmony.lead(chords, 50, 68),
                                                          strict=True)]  # fmt: skip
            for before, after in pairwise(voiced):
                seen += 1
                faults += harmony.parallels(before, after)
                moves += max(abs(b - a) for a, b in zip(before[1:], after[1:], strict=True))
    assert moves / seen < 4
    assert faults / seen < 0.25


def test_phrases_of_twelve_bars_go_through_the_blues():
    pattern = "1 4 1 1 4 4 1 1 5 4 1 5"
    turns = [harmony.phrase(4, "major", pattern, "open", "blues", turn) for turn in range(3)]
    assert [symbol for turn in turns for symbol in turn] == pattern.split()
    for bars in range(1, 9):
        for close in ("open", "home", "lean"):
            assert len(harmony.phrase(bars, "minor", "1 6 3 7", close)) == bars
