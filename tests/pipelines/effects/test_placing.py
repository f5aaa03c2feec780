"""What pictures ask to be heard: places, hours, weathers, deeds; and nothing where nothing is asked for."""

import numpy as np
import pytest

from pipelines.effects import laying
from pipelines.effects.cue_words import deeds
from pipelines.effects.oneshots import BEASTS, EFFECTS
from pipelines.effects.place_words import BED_OF
from pipelines.effects.placing import Foley, Seen, Stay, arranged, bed_of, cues_of, told
from pipelines.effects.stretches import RATE
from pipelines.make.drawn.words import SETTING_MEANING


def shot(words: str, setting: str, hour: str = "day", weather: str = "clear", start: float = 0, end: float = 4) -> Seen:
    return Seen(start, end, words, (), setting, hour, weather)


def heard(seen: Seen) -> list[str]:
    return [layer.bed for layer in bed_of(seen)]


def done(seen: Seen) -> list[str]:
    return [cue.effect for cue in cues_of(seen)]


def test_the_tables_know_only_places_and_effects_that_are_there() -> None:
    assert set(BED_OF) <= set(SETTING_MEANING)
    assert {deed.effect for deed in deeds()} <= {*EFFECTS, *BEASTS}


@pytest.mark.parametrize(
    ("seen", "beds", "cues"),
    [
        (shot("waves break on a rocky shore", "shore"), ["surf"], []),
        (shot("a ship at sea", "sea", weather="storm"), ["stormy sea", "thunderstorm"], ["thunder"]),
        (
            shot("a man walks through the wood", "forest", weather="rain"),
            ["wind in trees", "rain"],
            ["footsteps in leaves"],
        ),
        (shot("a woman reads a book by the fireplace", "home"), ["room tone", "fireplace"], ["page turn"]),
        (shot("an empty room", "home", weather="rain"), ["room tone", "rain on a window"], []),
        (shot("a forest without birds", "forest"), ["wind in trees"], []),
        (shot("a meadow", "hills", "night"), ["crickets"], []),
        (shot("a girl waves goodbye", "lane"), ["breeze"], []),
        (shot("nobody walks here", "street"), ["street"], []),
        (shot("a chart", "abstract"), [], []),
        (shot("", ""), [], []),
    ],
)
def test_a_shot_is_heard_as_it_is_seen(seen: Seen, beds: list[str], cues: list[str]) -> None:
    assert (heard(seen), done(seen)) == (beds, cues)


def test_one_bed_runs_through_the_shots_of_a_place() -> None:
    shots = [shot("", "beach", start=0, end=3), shot("", "shore", start=3, end=6), shot("", "forest", start=6, end=9),
             shot("", "abstract", start=9, end=12), shot("", "forest", start=12, end=15)]  # fmt: skip
    stays = arranged(shots).stays
    assert [(stay.start, stay.end, stay.layers[0].bed) for stay in stays] == [
        (0, 6, "surf"), (6, 9, "forest birds"), (12, 15, "forest birds"),
    ]  # fmt: skip


def test_what_shall_not_be_heard_is_not() -> None:
    shots = [shot("a man walks", "forest", weather="rain")]
    assert arranged(shots, "no footsteps, no rain").cues == ()
    assert [layer.bed for layer in arranged(shots, "rain").stays[0].layers] == ["wind in trees"]


def test_the_track_is_as_long_as_the_film_and_silent_where_nothing_is_asked_for() -> None:
    foley = arranged([shot("", "abstract", end=5), shot("she knocks", "beach", start=5, end=8)])
    made = np.concatenate(list(laying.track(foley, 8.0, 1, {}, lambda: None)))
    assert len(made) == 8 * RATE
    assert np.abs(made[: 4 * RATE]).max() == 0
    assert np.abs(made[6 * RATE :]).max() > 0.01
    assert np.abs(made[-1]).max() < 1e-6
    assert told(Foley((), ()), set())[0].startswith("Nothing in these pictures")


def test_one_bed_turns_into_the_next_without_a_hole() -> None:
    layers = [bed_of(shot("", place)) for place in ("beach", "hills")]
    foley = Foley((Stay(0, 5, layers[0]), Stay(5, 10, layers[1])), ())
    made = np.concatenate(list(laying.track(foley, 10.0, 1, {}, lambda: None)))
    level = np.sqrt(np.square(made[2 * RATE : 8 * RATE].reshape(-1, 4800, 2)).mean(axis=(1, 2)))
    assert level.min() > 0.08 * level.max()
    assert np.abs(np.diff(made[:, 0])).max() < 0.2
