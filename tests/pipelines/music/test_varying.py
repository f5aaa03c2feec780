"""A theme told again: its own notes stay, filled in from the scale."""

import random

from pipelines.music import harmony
from pipelines.music.melody import Tone
from pipelines.music.varying import varied


def test_own_notes_stay_and_what_is_added_is_in_the_scale():
    chord = harmony.chord("1", 0, "major")
    tones = [Tone(0, 0, 2, 72), Tone(0, 2, 2, 67), Tone(1, 0, 2, 67), Tone(1, 2, 1, 72), Tone(1, 3, 1, 76)]
    longer = 0
    for seed in range(20):
        told = varied(tones, [chord] * len(tones), random.Random(seed))
        begins = {(tone.bar, tone.at): tone.pitch for tone in told}
        assert all(begins[tone.bar, tone.at] == tone.pitch for tone in tones)
        assert all(tone.pitch % 12 in chord.scale for tone in told)
        assert sum(tone.length for tone in told) == sum(tone.length for tone in tones)
        assert told[-1] == tones[-1]
        longer += len(told) > len(tones)
    assert longer > 15
