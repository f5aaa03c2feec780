"""Another engine reads our OTIO and shows the same film: a little one that knows only opentimelineio, Pillow and av."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import opentimelineio as otio
import pytest
from PIL import Image

from pipelines.film import planes as p
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from studio.timeline import Box, Layer, Shot, Sound, Timeline, Transition, Voice, load, save
from tests.odd_media import video

SIZE = (320, 180)


class Engine:
    """Draws the first video track of an OTIO file: cuts, SMPTE dissolves, gaps and plain colours."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        film = otio.adapters.read_from_file(str(path), "otio_json")
        self.track = film.video_tracks()[0]
        self.rate = self.track.duration().rate
        self.frames = int(self.track.duration().value)

    def draw(self, n: int) -> np.ndarray:
        items = list(self.track)
        for before, item, after in zip(items, items[1:], items[2:], strict=False):
            if not isinstance(item, otio.schema.Transition):
                continue
            cut = self.track.range_of_child(after).start_time.value
            begin, end = cut - item.in_offset.value, cut + item.out_offset.value
            if begin <= n < end:
                assert item.transition_type == "SMPTE_Dissolve"
                share = (n - begin + 0.5) / (end - begin)
                return self._item(before, n) * (1 - share) + self._item(after, n) * share
        for item in items:
            if isinstance(item, otio.schema.Transition):
                continue
            span = self.track.range_of_child(item)
            if span.start_time.value <= n < span.end_time_exclusive().value:
                return self._item(item, n)
        raise AssertionError(f"nothing is at frame {n}")

    def _item(self, item: Any, n: int) -> np.ndarray:
        """What a clip shows in film frame `n`, which may lie in a handle beside its own range."""
        if isinstance(item, otio.schema.Gap):
            return np.zeros((SIZE[1], SIZE[0], 3))
        reference = item.media_reference
        if isinstance(reference, otio.schema.GeneratorReference):
            code = reference.parameters["color"]
            return np.full((SIZE[1], SIZE[0], 3), [int(code[i : i + 2], 16) for i in (1, 3, 5)], float)
        path = self.folder / reference.target_url
        if path.suffix == ".png":
            with Image.open(path) as image:
                return np.asarray(image.convert("RGB").resize(SIZE, Image.Resampling.LANCZOS), float)
        source = item.trimmed_range()
        time = source.start_time.value + (n - self.track.range_of_child(item).start_time.value)
        return _decoded(path, time / source.start_time.rate)


def _decoded(path: Path, seconds: float) -> np.ndarray:
    with av.open(str(path)) as container:
        found = None
        for frame in container.decode(video=0):
            if found is not None and frame.time > seconds + 0.002:
                break
            found = frame
        assert found is not None
        return found.to_ndarray(width=SIZE[0], height=SIZE[1], format="rgb24").astype(float)


def ours(path: Path) -> list[np.ndarray]:
    timeline = load(path)
    screen, target = Screen(Media(timeline, path.parent, *SIZE), Lettering((), *SIZE)), p.empty(*SIZE)
    shown = []
    for n in range(timeline.frames):
        screen.draw(n, target)
        shown.append(p.to_rgb(target).astype(float))
    screen.close()
    return shown


def ssim(first: np.ndarray, second: np.ndarray) -> float:
    """Wang et al. 2004 on luma, Gaussian window of σ 1.5; 1 is the same picture."""
    a, b = (picture @ (0.2126, 0.7152, 0.0722) for picture in (first, second))

    def soft(values: np.ndarray) -> np.ndarray:
        return cv2.GaussianBlur(values, (11, 11), 1.5)

    ma, mb = soft(a), soft(b)
    va, vb, both = soft(a * a) - ma * ma, soft(b * b) - mb * mb, soft(a * b) - ma * mb
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return float((((2 * ma * mb + c1) * (2 * both + c2)) / ((ma**2 + mb**2 + c1) * (va + vb + c2))).mean())


def picture(path: Path, seed: int) -> None:
    """Soft shapes in many colours, larger than the film."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (9, 16, 3), np.uint8)
    Image.fromarray(small).resize((960, 540), Image.Resampling.BICUBIC).save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for seed, name in enumerate("abc"):
        picture(tmp_path / f"{name}.png", seed)
    video(tmp_path / "v.mp4", size=SIZE, sound="stereo")
    return tmp_path


def agree(path: Path) -> None:
    engine, shown = Engine(path), ours(path)
    assert engine.frames == len(shown)
    for n, frame in enumerate(shown):
        other = engine.draw(n)
        assert ssim(frame, other) >= 0.97, f"frame {n}"
        # Engines differ in whether a dissolve's first frame is a little or half a step on its way.
        assert np.abs(frame - other).mean() < 8, f"frame {n}"


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(25), Fraction(30000, 1001)])
def test_stills_a_video_a_dissolve_and_a_colour_look_the_same(folder: Path, rate: Fraction) -> None:
    shots = (
        Shot("a.png", "Image", 14, transition=Transition("dissolve", 7)),
        Shot("v.mp4", "Video", 22, source_in=9, available=48, transition=Transition("dissolve", 6)),
        Shot("b.png", "Image", 15),
        Shot("", "Colour", 5, colour="#305a78", transition=None),
        Shot("v.mp4", "Video", 9, source_in=30, available=48),
        Shot("c.png", "Image", 4),
    )
    save(Timeline(rate, shots), folder / "cut.otio")
    agree(folder / "cut.otio")


def test_a_timeline_of_another_program_with_gaps_looks_the_same(folder: Path) -> None:
    def span(start: float, frames: float, rate: float = 24) -> Any:
        time = otio.opentime.RationalTime
        return otio.opentime.TimeRange(time(start, rate), time(frames, rate))

    track = otio.schema.Track(kind="Video")
    track.append(otio.schema.Gap(source_range=span(0, 4)))
    track.append(otio.schema.Clip("one", otio.schema.ExternalReference("a.png"), span(0, 10)))
    track.append(otio.schema.Clip("two", otio.schema.ExternalReference("v.mp4", span(0, 48)), span(12, 14)))
    half = otio.opentime.RationalTime(3, 24)
    track.insert(2, otio.schema.Transition("fade", otio.schema.TransitionTypes.SMPTE_Dissolve, half, half))
    track.append(otio.schema.Gap(source_range=span(0, 3)))
    track.append(otio.schema.Clip("three", otio.schema.ExternalReference("b.png"), span(100, 6)))
    film = otio.schema.Timeline("theirs")
    film.tracks.append(track)
    otio.adapters.write_to_file(film, str(folder / "theirs.otio"), "otio_json")
    agree(folder / "theirs.otio")
    save(load(folder / "theirs.otio"), folder / "again.otio")
    agree(folder / "again.otio")


def test_layers_lie_on_upper_tracks_at_their_times(folder: Path) -> None:
    over = (Layer("b.png", "Image", start=10, frames=20), Layer("v.mp4", "Video", start=15, source_in=6, available=48),
            Layer("c.png", "Image", start=40, frames=5))  # fmt: skip
    own = (Layer("c.png", "Image", start=3, frames=900),)
    shots = (
        Shot("a.png", "Image", 30, transition=Transition("wipe left", 8)),
        Shot("v.mp4", "Video", 40, available=48, layers=own),
    )
    save(Timeline(Fraction(24), shots, layers=over), folder / "cut.otio")
    film = otio.adapters.read_from_file(str(folder / "cut.otio"), "otio_json")
    main, *upper = film.video_tracks()
    assert main.duration().value == 62
    found = {}
    for height, track in enumerate(upper):
        for clip in track.find_clips():
            span = clip.range_in_parent()
            start = int(span.start_time.value)
            found[clip.media_reference.target_url, start] = (
                height, int(span.duration.value), int(clip.source_range.start_time.value),
            )  # fmt: skip
            assert int(clip.transformed_time(otio.opentime.RationalTime(clip.source_range.start_time.value, 24),
                                             film.tracks).value) == start  # fmt: skip
    assert found == {
        ("c.png", 25): (0, 37, 0),  # a shot's own, cut at the shot's end
        ("b.png", 10): (1, 20, 0),  # meets the first: above it
        ("v.mp4", 15): (2, 47, 6),  # meets both
        ("c.png", 40): (3, 5, 0),
    }
    assert load(folder / "cut.otio") == Timeline(Fraction(24), shots, layers=over)


def test_another_programs_changes_to_layers_and_sounds_count(folder: Path) -> None:
    over = (Layer("b.png", "Image", start=10, frames=20, opacity=0.5, box=Box(0.1, 0.1, 0.3, 0.3)),)
    heard = (Sound("v.mp4", 12, 24, source_in=4, fade_in=3, gain=-6.0),)
    timeline = Timeline(Fraction(24), (Shot("a.png", "Image", 60),), (Voice("v.mp4", 2, 8),), layers=over, sounds=heard)
    save(timeline, folder / "cut.otio")
    film = otio.adapters.read_from_file(str(folder / "cut.otio"), "otio_json")
    time = otio.opentime.RationalTime
    upper = film.video_tracks()[1]
    upper[0].source_range = otio.opentime.TimeRange(time(0, 24), time(16, 24))  # the gap before it: six frames later
    upper[1].media_reference.target_url = "c.png"
    upper[1].source_range = otio.opentime.TimeRange(time(0, 24), time(12, 24))
    effects = next(track for track in film.audio_tracks() if track.name.startswith("Effects"))
    effects[1].source_range = otio.opentime.TimeRange(time(6, 24), time(10, 24))
    otio.adapters.write_to_file(film, str(folder / "edited.otio"), "otio_json")
    back = load(folder / "edited.otio")
    (layer,), (sound,) = back.layers, back.sounds
    assert (layer.media, layer.start, layer.frames, layer.opacity) == ("c.png", 16, 12, 0.5)
    assert (sound.start, sound.frames, sound.source_in, sound.fade_in, sound.gain) == (12, 10, 6, 3, -6.0)


def test_a_retimed_clip_tells_its_speed_and_keeps_its_place(folder: Path) -> None:
    shots = (
        Shot("v.mp4", "Video", 24, available=48, speed=((0.0, 2.0),)),
        Shot("v.mp4", "Video", 24, source_in=40, available=48, speed=((0.0, -1.0),)),
        Shot("v.mp4", "Video", 12, source_in=20, available=48, speed=((0.0, 0.0),)),
        Shot("v.mp4", "Video", 24, available=48, speed=((0.0, 0.5), (1.0, 1.5))),
    )
    save(Timeline(Fraction(24), shots), folder / "cut.otio")
    film = otio.adapters.read_from_file(str(folder / "cut.otio"), "otio_json")
    clips = list(film.video_tracks()[0].find_clips())
    assert [type(clip.effects[0]).__name__ for clip in clips] == ["LinearTimeWarp", "LinearTimeWarp", "FreezeFrame",
                                                                   "LinearTimeWarp"]  # fmt: skip
    assert [clip.effects[0].time_scalar for clip in clips] == [2.0, -1.0, 0.0, 1.0]
    assert [int(clip.range_in_parent().start_time.value) for clip in clips] == [0, 24, 48, 60]
    assert [int(clip.source_range.start_time.value) for clip in clips] == [0, 40, 20, 0]
    assert load(folder / "cut.otio") == Timeline(Fraction(24), shots)


def test_a_split_screen_and_its_sound_come_back(folder: Path) -> None:
    halves = tuple(
        Layer(media, kind, box=Box(left, 0, 0.5, 1), align=(0.3, 0.5), rounded=0.05, sound=kind == "Video",
              available=48 if kind == "Video" else None)
        for media, kind, left in (("v.mp4", "Video", 0.0), ("a.png", "Image", 0.5))
    )  # fmt: skip
    shots = (
        Shot("", "Colour", 30, colour="#112233", layers=halves, transition=Transition("cut", 0, sound=5)),
        Shot("b.png", "Image", 12, chapter="Two"),
    )
    timeline = Timeline(Fraction(24), shots, sounds=(Sound("v.mp4", 5, 12, bus="music"),))
    save(timeline, folder / "cut.otio")
    assert load(folder / "cut.otio") == timeline
    film = otio.adapters.read_from_file(str(folder / "cut.otio"), "otio_json")
    assert film.video_tracks()[0].duration().value == 42
    assert [len(list(track.find_clips())) for track in film.video_tracks()] == [2, 1, 1]
