"""Words begin where they are heard to begin: against the sound itself, on words that follow silence."""

import numpy as np
import pytest

from pipelines.speech import reading
from pipelines.speech.voices import SPEAKERS, voice

WORDS = "Anna, under, over, open, apple, Emma."


@pytest.mark.parametrize("name", ["heart", "joe", "michael"])
def test_words_begin_where_they_sound(name, pack):
    speaker = voice(name, tuple(pack(each) for each in SPEAKERS[name].packs))
    line = next(iter(reading.spoken(WORDS)))
    samples, ends = speaker.say(line.phonemes, 1.0, 0)
    hop = speaker.rate // 200
    level = np.sqrt((samples[: len(samples) // hop * hop].reshape(-1, hop) ** 2).mean(axis=1))
    loud = level > level.max() * 0.06
    onsets = [i * 0.005 for i in range(8, len(loud)) if loud[i] and not loud[i - 8 : i].any()]
    starts = [ends[reading.trimmed(line, span)[0]] for span in line.spans]
    apart = [min((start - onset for onset in onsets), key=abs) for start in starts]
    near = [value for value in apart if abs(value) < 0.25]
    assert len(near) >= 3
    assert abs(np.median(near)) < 0.03
