"""Where a song may be cut: how much what comes before and after one bar sounds like what does around another."""

from itertools import pairwise

import numpy as np

from pipelines.songs.beats import Beats
from pipelines.songs.listening import Heard

_AROUND = 4  # beats compared before a join, and as many after it
_PARTS = 4  # of a beat, whose onsets are its rhythm
_SAME = 0.15  # added where the join leaves the song's own count of four bars


def joins(heard: Heard, beats: Beats) -> np.ndarray:
    """What it costs to play bar j where bar i was to come, shape (bars, bars): 0 where both sound alike, 1 where they
    are as unlike as two bars of this song usually are. Going on (i = j) costs nothing."""
    told = _told(heard, beats)
    bars = beats.bars
    found = np.zeros((len(bars), len(bars)), np.float32)
    weight = 0.0
    for by in range(-_AROUND, _AROUND):
        here = np.clip(bars + by, 0, len(told) - 1)
        share = 1.0 - 0.5 * abs(by + 0.5) / _AROUND
        found += share * _apart(told[here])
        weight += share
    found /= weight
    usual = float(np.median(found[~np.eye(len(bars), dtype=bool)])) if len(bars) > 1 else 1.0
    found /= max(usual, 1e-6)
    apart = (np.arange(len(bars))[:, None] - np.arange(len(bars))) % 4
    return found + _SAME * (apart != 0)  # type: ignore[no-any-return]


def _told(heard: Heard, beats: Beats) -> np.ndarray:
    """What each beat sounds like: its notes, its colour, its rhythm, each with the same weight."""
    steps = np.clip(np.round(beats.times * 100).astype(int), 0, heard.count - 1)
    edges = np.append(steps, min(heard.count, 2 * steps[-1] - steps[-2]))
    notes, colours, rhythms = [], [], []
    for low, high in pairwise(edges):
        high = max(high, low + _PARTS)
        notes.append(heard.chroma[low:high].mean(axis=0))
        colours.append(heard.bands[low:high].mean(axis=0))
        parts = [slice(low + (high - low) * n // _PARTS, low + (high - low) * (n + 1) // _PARTS) for n in range(_PARTS)]
        rhythms.append([each[part].max(initial=0.0) for part in parts for each in (heard.onset, heard.low)])
    groups = [np.array(group, np.float32) for group in (notes, colours, rhythms)]
    return np.concatenate([_unit(group) for group in groups], axis=1)


def _unit(group: np.ndarray) -> np.ndarray:
    """Of deviation 1 as a whole, however many numbers it has."""
    calm = group - group.mean(axis=0)
    return calm / max(1e-6, float(np.sqrt(np.square(calm).sum(axis=1).mean())))  # type: ignore[no-any-return]


def _apart(rows: np.ndarray) -> np.ndarray:
    """The distance of each to each."""
    square = np.square(rows).sum(axis=1)
    return np.sqrt(np.maximum(square[:, None] + square - 2 * rows @ rows.T, 0))  # type: ignore[no-any-return]
