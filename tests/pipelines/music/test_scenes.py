"""Scenes: a feeling for each part of a film, from its words, pictures, hours and the mood asked for."""

import itertools
import math
import random
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.music import scenes
from pipelines.music.feeling import read
from studio import facts, timeline
from studio.work import Work

SAD = "She wept at the grave, for everyone she had loved was gone. Nobody was left to say goodbye to."
GLAD = "The whole village danced and laughed in the sunshine. It was the happiest day of their lives!"
AFRAID = "Something growled in the dark behind her. She screamed and ran for her life."


def film(folder: Path, shots: list[dict], rate: int = 25) -> timeline.Timeline:
    """A film of shots of {"seconds", "says", "picture": facts}, with files that carry their facts."""
    folder.mkdir(parents=True, exist_ok=True)
    made, voices, at = [], [], 0
    for number, shot in enumerate(shots):
        name = f"{number}.png"
        Image.new("RGB", (8, 8)).save(folder / name, pnginfo=facts.png_info(shot.get("picture", {})))
        length = round(shot["seconds"] * rate)
        made.append(timeline.Shot(media=name, kind="Image", visible=length))
        if shot.get("says"):
            words = shot["says"].split()
            step = shot["seconds"] / len(words)
            timed = tuple((w, round(i * step, 3), round((i + 1) * step, 3)) for i, w in enumerate(words))
            about = {"text": shot["says"], "words": timed}
            facts.write_audio(folder / f"{number}.flac", np.zeros(4800, np.float32), 48000, about)
            voices.append(timeline.Voice(f"{number}.flac", at, length, timed if shot.get("timed", True) else ()))
        at += length
    return timeline.Timeline(Fraction(rate), tuple(made), tuple(voices))


@pytest.fixture
def work(tmp_path, pack) -> Work:
    return Work.alone(tmp_path / "work", pack)


def cover(found, of) -> None:
    assert found[0].start == 0
    assert found[-1].end == pytest.approx(float(of.seconds))
    assert all(a.end == b.start for a, b in itertools.pairwise(found))


def test_a_film_that_tells_nothing_is_one_scene_in_the_mood_asked_for(tmp_path, work):
    plain = film(tmp_path / "f", [{"seconds": 4}] * 5)
    (only,) = scenes.scenes(plain, tmp_path / "f", "tense", work)
    assert (only.start, only.end) == (0, 20)
    assert (only.feeling.valence, only.feeling.arousal) == (read("tense").valence, read("tense").arousal)


@pytest.mark.parametrize("timed", [True, False])
def test_words_part_a_film_and_lean_its_scenes(tmp_path, work, timed):
    told = film(
        tmp_path / "f",
        [{"seconds": 8, "says": SAD, "timed": timed}, {"seconds": 8, "says": AFRAID, "timed": timed},
         {"seconds": 8, "says": GLAD, "timed": timed}],
    )  # fmt: skip
    found = scenes.scenes(told, tmp_path / "f", "calm", work)
    cover(found, told)
    assert [s.start for s in found] == [0, 8, 16]
    sad, afraid, glad = (s.feeling for s in found)
    assert glad.valence > 0.4 > 0 > sad.valence
    assert afraid.valence < 0
    assert afraid.arousal > sad.arousal + 0.3
    assert "sad" in found[0].says
    assert "She wept" in found[0].says


def test_the_asked_mood_stays_the_base(tmp_path, work):
    told = film(tmp_path / "f", [{"seconds": 9, "says": SAD}, {"seconds": 9, "says": GLAD}])
    bright = scenes.scenes(told, tmp_path / "f", "joyful", work)
    dark = scenes.scenes(told, tmp_path / "f", "gloomy", work)
    free = scenes.scenes(told, tmp_path / "f", "", work)
    assert bright[0].feeling.valence > dark[0].feeling.valence + 0.2
    assert dark[-1].feeling.valence > dark[0].feeling.valence
    assert free[0].feeling.valence < bright[0].feeling.valence


def test_pictures_hours_and_weather_count(tmp_path, work):
    night = {"drawn": ["wolf"], "setting": "forest", "time": "night", "weather": "storm",
             "recipe": {"tool": "paint", "scene": "a lost girl alone in a dark forest, wolves howl"}}  # fmt: skip
    noon = {"drawn": ["sun"], "setting": "meadow", "time": "morning", "weather": "clear",
            "recipe": {"tool": "paint", "scene": "happy children playing with a puppy in a sunny garden"}}  # fmt: skip
    told = film(tmp_path / "f", [{"seconds": 7, "picture": night}, {"seconds": 7, "picture": noon}])
    found = scenes.scenes(told, tmp_path / "f", "", work)
    assert len(found) == 2
    assert found[1].feeling.valence > found[0].feeling.valence + 0.4


def test_short_shots_are_felt_together_and_borders_lie_on_cuts(tmp_path, work):
    dice = random.Random(3)
    told = film(
        tmp_path / "f",
        [{"seconds": dice.choice((1, 2, 3)), "says": dice.choice((SAD, GLAD, AFRAID))} for _ in range(24)],
    )
    found = scenes.scenes(told, tmp_path / "f", "calm", work)
    cover(found, told)
    assert all(s.end - s.start >= 6 for s in found)
    cuts = {0.0, float(told.seconds), *(float(b / told.rate) for b in told.boundaries)}
    assert {s.start for s in found} <= cuts


def test_a_journey_is_spread_over_the_film(tmp_path, work):
    told = film(tmp_path / "f", [{"seconds": 5}] * 12)
    found = scenes.scenes(told, tmp_path / "f", "from sad to hopeful", work)
    cover(found, told)
    valences = [s.feeling.valence for s in found]
    assert len(found) >= 3
    assert valences == sorted(valences)
    assert valences[0] == pytest.approx(read("sad").valence, abs=0.1)
    assert valences[-1] == pytest.approx(read("hopeful").valence, abs=0.1)


def test_a_journey_over_one_shot_and_over_cuts_alone(tmp_path, work):
    one = film(tmp_path / "f", [{"seconds": 40}])
    found = scenes.scenes(one, tmp_path / "f", "tense, then relieved", work)
    cover(found, one)
    assert len(found) >= 2
    assert found[0].feeling.arousal > found[-1].feeling.arousal
    assert len(scenes.journey(40, (10, 20, 30), "from sad to happy")) >= 2
    assert len(scenes.journey(40, (10, 20, 30), "sad")) == 1


def test_a_person_fixes_the_mood_of_a_shot(tmp_path, work):
    told = film(tmp_path / "f", [{"seconds": 6, "says": SAD}] * 4)
    found = scenes.scenes(told, tmp_path / "f", "calm", work, [None, "joyful, no drums", "", None])
    fixed = next(s for s in found if s.start == 6)
    assert fixed.end == 12
    assert (fixed.feeling.valence, fixed.feeling.drums) == (read("joyful").valence, False)
    assert found[0].feeling.valence < 0.2


def test_hostile_films(tmp_path, work):
    tiny = film(tmp_path / "a", [{"seconds": 0.04}])
    assert len(scenes.scenes(tiny, tmp_path / "a", "", work)) == 1
    lost = film(tmp_path / "b", [{"seconds": 5, "says": SAD, "timed": False}] * 3)
    for path in (tmp_path / "b").iterdir():
        path.unlink()
    assert len(scenes.scenes(lost, tmp_path / "b", "sad", work)) == 1
    odd = {"recipe": 3, "text": ["x"], "drawn": "y", "time": {}, "weather": None}
    strange = film(tmp_path / "c", [{"seconds": 5, "picture": odd}, {"seconds": 5, "says": "😀 " * 3000}])
    assert scenes.scenes(strange, tmp_path / "c", "💀", work)
    many = film(tmp_path / "d", [{"seconds": 0.4}] * 500)
    assert len(scenes.scenes(many, tmp_path / "d", "x", work)) == 1


def test_two_hours_are_a_form_and_not_a_thousand_moods(tmp_path, work):
    shots = [timeline.Shot(media="", kind="Colour", visible=90) for _ in range(2000)]
    lines = (SAD, GLAD, AFRAID)
    words = [tuple((w, i * 0.2, i * 0.2 + 0.2) for i, w in enumerate(lines[n // 100].split())) for n in range(300)]
    voices = tuple(timeline.Voice("v.flac", n * 600, 80, said) for n, said in enumerate(words))
    long = timeline.Timeline(Fraction(25), tuple(shots), voices)
    begun = time.process_time()
    found = scenes.scenes(long, tmp_path, "calm", work)
    assert time.process_time() - begun < 30
    cover(found, long)
    assert 3 <= len(found) <= 60


def test_the_same_film_feels_the_same_and_without_the_pack_a_note_says_so(tmp_path, work):
    told = film(tmp_path / "f", [{"seconds": 8, "says": SAD}, {"seconds": 8, "says": GLAD}])
    once = scenes.scenes(told, tmp_path / "f", "calm", work)
    assert scenes.scenes(told, tmp_path / "f", "calm", Work.alone(tmp_path / "other", work.find_pack)) == once
    said: list[str] = []
    bare = scenes.scenes(told, tmp_path / "f", "calm", Work(tmp_path, tmp_path, remark=said.append))
    assert "minilm" in said[0]
    assert bare[0].feeling.valence < bare[-1].feeling.valence


def test_ten_thousand_shots_are_felt_without_waiting():
    shots = [scenes._Part(n * 0.5, n * 0.5 + 0.5, (math.sin(n / 400), 0.2), "", None) for n in range(10_000)]
    made = scenes._merged(shots, 6.0)
    assert made[0].start == 0
    assert made[-1].end == 5000
    assert all(a.end == b.start for a, b in itertools.pairwise(made))
    assert min(part.seconds for part in made) >= 6
