"""A score's players one by one: as loud and as long as in the whole, and together the whole."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import mido
import numpy as np
import pytest
import soundfile

from pipelines.make import compose, perform
from studio.errors import PersonError
from studio.work import Work


@pytest.fixture
def score(tmp_path: Path) -> Path:
    """Three players: keys, bass until the second second, drums without a name."""
    song = mido.MidiFile(type=1)
    for name, channel, note, count in (("Keys", 0, 64, 8), ("bass", 1, 40, 4), ("", 9, 38, 8)):
        track = mido.MidiTrack([mido.MetaMessage("track_name", name=name)])
        for _ in range(count):
            track.append(mido.Message("note_on", channel=channel, note=note, velocity=100))
            track.append(mido.Message("note_off", channel=channel, note=note, time=480))
        song.tracks.append(track)
    song.save(tmp_path / "song.mid")
    return tmp_path / "song.mid"


def test_its_parts_add_up_to_the_whole(score, tmp_path, pack):
    def played(name: str, parts: list[str]) -> np.ndarray:
        return soundfile.read(perform.perform(score, parts=parts, work=Work.alone(tmp_path / name, pack)))[0]

    whole = played("whole", [])
    stems = {part: played(part, [part]) for part in ("keys", "bass", "drums")}
    assert {len(stem) for stem in stems.values()} == {len(whole)}
    assert np.abs(sum(stems.values()) - whole).max() < 0.01  # the synthesiser gives 16 bits
    assert np.square(stems["bass"][-48_000:]).mean() < 1e-4 * np.square(stems["bass"]).mean()
    np.testing.assert_allclose(played("two", ["keys", "drums"]), stems["keys"] + stems["drums"], atol=0.01)


def test_a_part_that_is_not_there_is_told(score, tmp_path, pack):
    with pytest.raises(PersonError, match=r"has no part lead\. It has: keys, bass, drums"):
        perform.perform(score, parts=["lead"], work=Work.alone(tmp_path / "a", pack))
    notes: list[str] = []
    desk = replace(Work.alone(tmp_path / "b", pack), remark=notes.append)
    perform.perform(score, parts=["lead", "bass"], work=desk)
    assert notes == ["The score has no part lead."]


def test_composer_and_player_name_the_same_parts():
    assert set(get_args(perform.PartName)) == set(get_args(compose.PartName))
