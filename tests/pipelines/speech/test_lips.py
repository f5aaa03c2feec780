"""Cues for a mouth: shut in silence, open when loud, of the shape of what is said."""

import numpy as np

from pipelines.speech import lips


def test_a_mouth_opens_with_the_voice():
    rate = 48000
    tone = np.sin(np.arange(rate) * 2 * np.pi * 200 / rate) * 0.3
    told = lips.cues(np.concatenate([np.zeros(rate), tone, np.zeros(rate)]), rate)
    assert told["mouth_rate"] == 30
    assert len(told["mouth"]) == 90
    assert set(told["mouth"][:29]) == {"0"}
    assert set(told["mouth"][32:58]) == {"9"}
    assert "shapes" not in told


def test_shapes_follow_the_sounds():
    rate = 48000
    tone = np.sin(np.arange(rate) * 2 * np.pi * 200 / rate) * 0.3
    told = lips.cues(tone, rate, [("m", 0.0, 0.2), ("ɑ", 0.2, 0.5), ("f", 0.5, 0.7), ("u", 0.7, 0.9), ("i", 0.9, 1.0)])
    assert told["shapes"] == "M" * 6 + "A" * 9 + "F" * 6 + "O" * 6 + "E" * 3
    assert told["mouth"][2] == "0"
    assert told["mouth"][8] == "9"
    assert len(lips.cues(np.zeros(10), rate)["mouth"]) == 1
