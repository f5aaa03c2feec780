"""The Cut on disk: what is saved loads to the same value; damage and other programs' additions are met calmly."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.errors import PersonError
from studio.timeline import (
    CHANGES,
    Box,
    Camera,
    Caption,
    Grade,
    Layer,
    Shot,
    Sound,
    Timeline,
    Transition,
    View,
    Voice,
    exact_rate,
    load,
    rgb,
    save,
    to_frames,
)

RATES = st.sampled_from([Fraction(r) for r in (24, 25, 30, 60)] + [Fraction(24000, 1001), Fraction(30000, 1001)])
NAMES = st.from_regex(r"[a-f0-9]{8}\.(png|mp4|flac)", fullmatch=True)
# OTIO ends a name at NUL
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
TIMES = st.floats(0, 1e4, allow_nan=False)
WORDS = st.lists(st.tuples(TEXT.map(lambda t: t[:8]), TIMES, TIMES), max_size=4).map(tuple)
SHARES = st.floats(0, 1)
VIEWS = st.builds(View, SHARES, SHARES, st.floats(1, 4), st.floats(-180, 180))
CAMERAS = st.none() | st.builds(Camera, VIEWS, VIEWS, st.sampled_from(["gentle", "linear", "slow start", "slow end"]))
COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
GRADES = st.none() | st.builds(Grade, st.floats(-4, 4), SHARES, SHARES, SHARES, SHARES, st.just("") | NAMES, SHARES)
SPEEDS = st.lists(st.tuples(SHARES, st.floats(-8, 8)), max_size=3).map(lambda pairs: tuple(sorted(pairs)))
BOXES = st.builds(Box, SHARES, SHARES, st.floats(0.01, 1), st.floats(0.01, 1))


def layers(start: int, frames: int | None) -> st.SearchStrategy[Layer]:
    return st.builds(
        Layer, media=NAMES, kind=st.sampled_from(["Image", "Video"]), start=st.just(start), frames=st.just(frames),
        box=BOXES, whole=st.booleans(), align=st.tuples(SHARES, SHARES), opacity=SHARES,
        blend=st.sampled_from(["normal", "multiply", "screen"]), rounded=SHARES, fade_in=st.integers(0, 9),
        source_in=st.integers(0, 50), available=st.none() | st.integers(1, 900), sound=st.booleans(),
    )  # fmt: skip


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    shots = []
    count = draw(st.integers(1, 5))
    before = 0
    for index in range(count):
        frames = draw(st.integers(0, 20)) if index < count - 1 else 0
        change = draw(st.sampled_from(CHANGES[1:]))
        sound = draw(st.none() | st.integers(0, 30))
        into = Transition(change, frames, draw(COLOURS), sound) if frames else None
        if index < count - 1 and not into and sound is not None:
            into = Transition("cut", 0, sound=sound)
        kind = draw(st.sampled_from(["Video", "Image", "Colour"]))
        video = kind == "Video"
        shots.append(
            Shot(
                media="" if kind == "Colour" else draw(NAMES),
                kind=kind,
                visible=before + frames + draw(st.integers(1, 300)),
                source_in=draw(st.integers(0, 500)) if video else 0,
                available=draw(st.integers(1, 900)) if video else None,
                camera=draw(CAMERAS),
                sound=draw(st.booleans()),
                transition=into,
                note=draw(TEXT.map(lambda t: t[:10])),
                fit=draw(st.sampled_from(["auto", "fill", "smart crop", "blurred sides", "coloured sides"])),
                colour=draw(COLOURS),
                speed=draw(SPEEDS) if video else (),
                gain=draw(st.floats(-40, 20)),
                pan=draw(st.floats(-1, 1)),
                grade=draw(GRADES),
                layers=tuple(draw(st.lists(layers(draw(st.integers(0, 400)), draw(st.none() | st.integers(1, 90))),
                                           max_size=2))),
                effects=tuple(draw(st.lists(st.tuples(TEXT, TEXT), max_size=1))),
                chapter=draw(TEXT),
            )
        )  # fmt: skip
        before = frames
    voices = st.builds(Voice, NAMES, st.integers(0, 400), st.integers(1, 200), WORDS, st.floats(-9, 9), SHARES)
    sounds = st.builds(Sound, NAMES, st.integers(0, 400), st.integers(1, 200), st.sampled_from(["effects", "music"]),
                       st.integers(0, 90), st.integers(0, 9), st.integers(0, 9), st.floats(-9, 9), SHARES)  # fmt: skip
    start, more = draw(st.integers(0, 50)), draw(st.integers(1, 50))
    captions = st.builds(Caption, st.just(start), st.just(start + more), TEXT, WORDS)
    length = sum(shot.visible - shot.overlap for shot in shots)
    first = draw(st.integers(0, length - 1))
    over = layers(first, draw(st.none() | st.integers(1, length - first)))
    return Timeline(
        rate=draw(RATES),
        shots=tuple(shots),
        voices=tuple(draw(st.lists(voices, max_size=4))),
        captions=tuple(draw(st.lists(captions, max_size=3))),
        name=draw(TEXT),
        fade_in=draw(st.integers(0, 1)),
        layers=tuple(draw(st.lists(over, max_size=3))),
        sounds=tuple(draw(st.lists(sounds, max_size=3))),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(timelines())
def test_what_is_saved_loads_to_the_same_value(tmp_path: Path, timeline: Timeline) -> None:
    save(timeline, tmp_path / "a.otio")
    back = load(tmp_path / "a.otio")
    assert back == timeline
    save(back, tmp_path / "b.otio")
    assert (tmp_path / "a.otio").read_bytes() == (tmp_path / "b.otio").read_bytes()


def three(tmp_path: Path) -> Path:
    shots = (
        Shot("a.png", "Image", 100, transition=Transition("dissolve", 15)),
        Shot("b.mp4", "Video", 60, source_in=30, available=200, sound=True, transition=Transition("dip to black", 10)),
        Shot("c.png", "Image", 50),
    )
    save(Timeline(Fraction(30), shots, (Voice("v.flac", 9, 40),)), tmp_path / "x.otio")
    return tmp_path / "x.otio"


def test_frames_starts_and_boundaries_count_overlaps_once(tmp_path: Path) -> None:
    timeline = load(three(tmp_path))
    assert timeline.starts == (0, 85, 135)
    assert timeline.boundaries == (92, 140)
    assert timeline.frames == 185
    assert timeline.media == ("a.png", "b.mp4", "c.png", "v.flac")


def test_another_program_counts_the_same_length(tmp_path: Path) -> None:
    import opentimelineio as otio

    film = otio.adapters.read_from_file(str(three(tmp_path)), "otio_json")
    track = film.video_tracks()[0]
    assert track.duration().value == 185
    clips = list(track.find_clips())
    assert [track.trimmed_range_of_child(c).start_time.value for c in clips] == [0, 92, 140]
    assert clips[1].source_range.start_time.value == 30 + 7  # the transition shows 7 frames ahead of the cut


def test_metadata_of_other_programs_is_ignored(tmp_path: Path) -> None:
    path = three(tmp_path)
    before = load(path)
    data = json.loads(path.read_text())
    data["metadata"]["other"] = {"deep": [1, {"x": None}]}
    data["tracks"]["children"][0]["children"][0]["metadata"]["other"] = "x"
    path.write_text(json.dumps(data))
    assert load(path) == before


def test_a_timeline_of_another_program_loads(tmp_path: Path) -> None:
    import opentimelineio as otio

    rate = 25.0
    track = otio.schema.Track(kind="Video")
    for name in ("one.jpg", "two.mov"):
        span = otio.opentime.TimeRange(otio.opentime.RationalTime(48, 24), otio.opentime.RationalTime(96, 24))
        track.append(otio.schema.Clip(name, otio.schema.ExternalReference(name), span))
    track[0].source_range = otio.opentime.TimeRange(
        otio.opentime.RationalTime(0, rate), otio.opentime.RationalTime(50, rate)
    )
    film = otio.schema.Timeline()
    film.tracks.append(track)
    otio.adapters.write_to_file(film, str(tmp_path / "x.otio"), "otio_json")
    timeline = load(tmp_path / "x.otio")
    assert timeline.rate == 25
    assert [(s.kind, s.visible, s.source_in) for s in timeline.shots] == [("Image", 50, 0), ("Video", 100, 50)]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"OTIO_SCHEMA": "Clip.1"}', '{"OTIO_SCHEMA": "Timeline.1"}'])
def test_a_damaged_file_gets_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.otio").write_text(text)
    with pytest.raises(PersonError):
        load(tmp_path / "x.otio")


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "file:///etc/passwd", "", "a\\\\b.png"])
def test_a_cut_cannot_reach_outside_its_folder(tmp_path: Path, name: str) -> None:
    path = three(tmp_path)
    path.write_text(path.read_text().replace('"a.png"', f'"{name}"'))
    with pytest.raises(PersonError, match="beside the cut"):
        load(path)


def test_numbers_that_cannot_be_a_film_get_a_sentence(tmp_path: Path) -> None:
    path = three(tmp_path)
    path.write_text(path.read_text().replace('"value": 92.0', '"value": -92.0'))
    with pytest.raises(PersonError, match="too short"):
        load(path)


def test_seconds_and_rates() -> None:
    assert to_frames(0.5, Fraction(30)) == 15
    assert to_frames(Fraction(1, 60), Fraction(30)) == 1
    assert exact_rate(29.97) == Fraction(30000, 1001)
    assert exact_rate(23.976) == Fraction(24000, 1001)
    assert exact_rate(30) == 30
    assert exact_rate(12.5) == Fraction(25, 2)


def edited(path: Path, change: Callable[[Any], None]) -> Timeline:
    """The cut as it loads after another program changed it."""
    import opentimelineio as otio

    film = otio.adapters.read_from_file(str(path))
    change(film)
    otio.adapters.write_to_file(film, str(path))
    return load(path)


def test_a_speed_of_another_program_counts(tmp_path: Path) -> None:
    import opentimelineio as otio

    ramp = ((0.0, 0.5), (1.0, 2.5))
    shots = (Shot("a.mp4", "Video", 40, 20, 100, speed=ramp), Shot("b.mp4", "Video", 40, 20, 100))
    save(Timeline(Fraction(25), shots), tmp_path / "c.otio")

    def change(film: Any) -> None:
        film.video_tracks()[0][1].effects.append(otio.schema.LinearTimeWarp(time_scalar=-2.0))

    kept, backwards = edited(tmp_path / "c.otio", change).shots
    assert kept == shots[0]
    assert (backwards.speed, backwards.source_in, backwards.visible) == (((0.0, -2.0),), 20, 40)
    frozen = edited(tmp_path / "c.otio", lambda film: film.video_tracks()[0][0].effects.__setitem__(0, freeze()))
    assert frozen.shots[0].speed == ((0.0, 0.0),)
    plain = edited(tmp_path / "c.otio", lambda film: film.video_tracks()[0][0].effects.clear())
    assert plain.shots[0].speed == ()


def freeze() -> Any:
    import opentimelineio as otio

    return otio.schema.FreezeFrame()


def test_what_another_program_switched_off_is_left_out(tmp_path: Path) -> None:
    shots = (Shot("a.mp4", "Video", 40, sound=True), Shot("b.png", "Image", 40))
    film = Timeline(
        Fraction(25),
        shots,
        (Voice("v.flac", 3, 20),),
        layers=(Layer("l.png", "Image"),),
        sounds=(Sound("s.wav", 0, 9),),
    )
    save(film, tmp_path / "c.otio")

    def change(film: Any) -> None:
        film.video_tracks()[0][0].enabled = False
        film.video_tracks()[1][0].enabled = False
        next(track for track in film.audio_tracks() if track.name == "Voices 1").enabled = False

    found = edited(tmp_path / "c.otio", change)
    assert found.shots == (Shot("", "Colour", 40), shots[1])
    assert (found.layers, found.voices, found.sounds) == ((), (), film.sounds)


def test_a_colour_is_read_in_either_case() -> None:
    assert rgb("#0aFf80") == (10, 255, 128)
