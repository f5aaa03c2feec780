"""Layers: in their place to the pixel, only there, with true colours, in time, and with a sentence when they fail."""

import threading
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from pipelines.film import planes as p
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from studio.errors import PersonError
from studio.timeline import Box, Layer, Shot, Timeline
from tests.odd_media import BLUE, GREEN, RED, WHITE, quarters, video

SIZE = (320, 180)
GROUND = (60, 120, 200)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain ground, a ramp, four quarters, a disc on nothing, videos upright and turned, one with a clear half."""
    folder = tmp_path_factory.mktemp("layers")
    Image.new("RGB", SIZE, GROUND).save(folder / "ground.png")
    ramp = np.dstack([np.tile(np.linspace(0, 255, 320), (180, 1)), np.full((180, 320), 90), quarters(320, 180)[..., 0]])
    Image.fromarray(ramp.astype(np.uint8)).save(folder / "ramp.png")
    Image.fromarray(quarters(160, 90)).save(folder / "quarters.png")
    for name, shade in (("white", 255), ("black", 0)):
        Image.new("RGB", (64, 64), (shade,) * 3).save(folder / f"{name}.png")
    disc = np.zeros((200, 200, 4), np.uint8)
    y, x = np.mgrid[0:200, 0:200]
    disc[np.hypot(x - 99.5, y - 99.5) < 60] = (255, 0, 0, 255)
    Image.fromarray(disc).save(folder / "disc.png")
    video(folder / "v.mp4", size=(320, 180))
    video(folder / "turned.mp4", size=(320, 180), turned=90)
    clear = np.dstack([np.full((90, 160, 3), (0, 200, 0), np.uint8), np.zeros((90, 160), np.uint8)])
    clear[:45, :, 3] = 255
    _clear_video(folder / "clear.mov", clear)
    return folder


def _clear_video(path: Path, rgba: np.ndarray) -> None:
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("qtrle", rate=24)
        stream.width, stream.height, stream.pix_fmt = rgba.shape[1], rgba.shape[0], "argb"
        for number in range(12):
            frame = av.VideoFrame.from_ndarray(rgba, "rgba").reformat(format="argb")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def film(*layers: Layer, ground: str = "ground.png", frames: int = 30, over_shot: bool = False) -> Timeline:
    shot = Shot(ground, "Image", frames, layers=layers if over_shot else ())
    return Timeline(Fraction(24), (shot,), layers=() if over_shot else layers)


def planes(timeline: Timeline, folder: Path, n: int = 0, size: tuple[int, int] = SIZE) -> p.Planes:
    screen, target = Screen(Media(timeline, folder, *size), Lettering((), *size)), p.empty(*size)
    screen.draw(n, target)
    screen.close()
    return target


def draw(timeline: Timeline, folder: Path, n: int = 0, size: tuple[int, int] = SIZE) -> np.ndarray:
    return p.to_rgb(planes(timeline, folder, n, size)).astype(int)


def same(first: p.Planes, second: p.Planes) -> bool:
    return all((a == b).all() for a, b in zip(first.all, second.all, strict=True))


def near(pixel: np.ndarray, colour: Any, by: int = 6) -> bool:
    return bool(np.abs(pixel - np.array(colour)).max() <= by)


def test_a_cropped_layer_fills_its_box_and_nothing_else(folder: Path) -> None:
    shown = draw(film(Layer("quarters.png", "Image", box=Box(0.5, 0.5, 0.25, 0.5))), folder)
    assert near(shown[95, 165], RED)
    assert near(shown[95, 235], GREEN)
    assert near(shown[170, 165], BLUE)
    assert near(shown[170, 235], WHITE)
    outside = np.ones((180, 320), bool)
    outside[89:180, 158:241] = False
    assert (shown == draw(film(), folder))[outside].all()


@pytest.mark.parametrize(("lean", "left"), [(0, 0), (0.5, 128), (1, 256)])
def test_a_whole_layer_leans_in_its_box(folder: Path, lean: float, left: int) -> None:
    layer = Layer("quarters.png", "Image", box=Box(0, 0.3, 1, 0.2), whole=True, align=(lean, 0.5))
    made, bare = planes(film(layer), folder), planes(film(), folder)
    changed = np.abs(made.u.astype(int) - bare.u) + np.abs(made.v.astype(int) - bare.v) > 3
    assert set(np.flatnonzero(changed.any(axis=0))) == set(range(left // 2, left // 2 + 32))
    assert set(np.flatnonzero(changed.any(axis=1))) == set(range(27, 45))


def test_a_full_layer_is_a_copy_of_the_picture(folder: Path) -> None:
    layer = Layer("ramp.png", "Image")
    assert same(planes(film(layer), folder), planes(film(ground="ramp.png"), folder))


def test_a_clear_picture_shows_the_ground_through_and_has_no_fringe(folder: Path) -> None:
    shown = draw(film(Layer("disc.png", "Image", box=Box(0.2, 0.1, 0.6, 0.8), whole=True)), folder)
    assert near(shown[90, 160], (255, 0, 0))
    assert near(shown[20, 92], GROUND, 1)
    row = shown[90, 190:220]  # from red to the ground, never beyond either
    assert row.min() >= -8
    assert (row[:, 1] <= GROUND[1] + 8).all()
    assert (row[:, 2] <= GROUND[2] + 8).all()


def test_opacity_mixes_in_proportion(folder: Path) -> None:
    for media, kind in (("white.png", "Image"), ("v.mp4", "Video")):
        whole = draw(film(Layer(media, kind)), folder)[60, 60]  # type: ignore[arg-type]
        half = draw(film(Layer(media, kind, opacity=0.5)), folder)[60, 60]  # type: ignore[arg-type]
        assert near(half, (whole + GROUND) / 2, 3)


def test_a_layer_lasts_from_its_start_to_its_end_and_fades(folder: Path) -> None:
    timeline = film(Layer("white.png", "Image", start=5, frames=15, fade_in=3, fade_out=3))
    light = [int(draw(timeline, folder, n)[90, 160, 0]) for n in range(30)]
    assert light[4] == light[20] == light[0]
    assert light[4] < light[5] < light[6] < light[7] < light[8] == light[16]
    assert light[16] > light[17] > light[18] > light[19] > light[20]


def test_a_layer_over_a_shot_ends_with_it(folder: Path) -> None:
    timeline = film(Layer("white.png", "Image", start=2, frames=900, fade_out=4), over_shot=True, frames=12)
    assert draw(timeline, folder, 11)[90, 160, 0] < draw(timeline, folder, 7)[90, 160, 0]
    assert near(draw(timeline, folder, 1)[90, 160], GROUND)


def test_a_video_plays_from_its_source_in_and_holds_its_last_picture(folder: Path) -> None:
    """The mark of the test video moves 7 pixels a frame."""

    def mark(n: int, **more: int) -> float:
        row = draw(film(Layer("v.mp4", "Video", **more), frames=90), folder, n)[2]  # type: ignore[arg-type]
        return float(np.flatnonzero(row.max(axis=1) < 30).mean())

    assert mark(10) - mark(0) == pytest.approx(70, abs=2)
    assert mark(0, source_in=20) == mark(20)
    assert mark(15, start=5) == mark(10)
    assert mark(80) == mark(60)


def test_a_turned_video_stands_upright(folder: Path) -> None:
    layer = Layer("turned.mp4", "Video", box=Box(0.25, 0, 0.5, 1), whole=True)
    turned = draw(film(layer), folder)
    assert near(turned[90, 105], GROUND)  # it is tall now: 101 pixels wide
    assert near(turned[90, 215], GROUND)
    corners = [turned[y, x] for y, x in ((20, 120), (20, 200), (160, 120), (160, 200))]
    assert all(any(near(c, q, 30) for q in (RED, GREEN, BLUE, WHITE)) for c in corners)
    assert not near(corners[0], RED, 30)


def test_a_clear_video_shows_what_lies_under_it(folder: Path) -> None:
    shown = draw(film(Layer("clear.mov", "Video")), folder, 5)
    assert near(shown[40, 160], (0, 200, 0))
    assert near(shown[140, 160], GROUND, 1)
    faint = draw(film(Layer("clear.mov", "Video", opacity=0.5, blend="multiply")), folder, 5)
    assert near(faint[40, 160], (30, 107, 100))
    assert near(faint[140, 160], GROUND, 1)


@pytest.mark.parametrize("look", ["turned", "HDR"])
def test_a_clear_video_is_set_upright_and_mapped_as_a_shot_is(tmp_path: Path, look: str) -> None:
    Image.new("RGB", SIZE).save(tmp_path / "ground.png")

    def picture(number: int) -> np.ndarray:
        alpha = np.full((180, 320, 1), 255, np.uint8)
        alpha[:60, :, 0] = 0
        alpha[60:90, :, 0] = 128
        return np.dstack([quarters(320, 180), alpha])

    more: dict[str, Any] = {"codec": "qtrle", "pixels": "argb", "turned": 180, "mirrored": True}
    if look == "HDR":
        more = {"codec": "prores_ks", "pixels": "yuva444p10le", "tags": {"color_trc": 16, "color_primaries": 9}}
    video(tmp_path / "v.mov", draw=picture, times=[0, 40], **more)
    shot = Timeline(Fraction(24), (Shot("v.mov", "Video", 30, fit="coloured sides", colour="#000000"),))
    wanted, shown = draw(shot, tmp_path), draw(film(Layer("v.mov", "Video")), tmp_path)
    assert wanted.max() > 150
    assert np.abs(shown - wanted).max() <= 3


@pytest.mark.parametrize(("media", "kind"), [("quarters.png", "Image"), ("v.mp4", "Video")])
def test_rounded_corners_are_round_and_smooth(folder: Path, media: str, kind: Any) -> None:
    layer = Layer(media, kind, box=Box(0.25, 0.25, 0.5, 0.5), rounded=0.3)
    round_, square = draw(film(layer), folder, 3), draw(film(Layer(media, kind, box=layer.box)), folder, 3)
    assert near(round_[46, 81], GROUND, 8)
    assert near(round_[132, 238], GROUND, 8)
    assert (np.abs(round_ - square)[48:132, 112:208] <= 3).all()
    assert (np.abs(round_ - square)[76:104, 84:236] <= 3).all()
    luma = planes(film(layer), folder, 3).y[45:72, 80:107]
    assert len(np.unique(luma)) > 8  # the edge has steps between the two


@pytest.mark.parametrize(("media", "kind"), [("quarters.png", "Image"), ("v.mp4", "Video")])
@pytest.mark.parametrize("mode", ["multiply", "screen", "overlay", "add", "darken", "lighten"])
def test_blend_modes_follow_their_formulas(folder: Path, mode: Any, media: str, kind: Any) -> None:
    over = draw(film(Layer(media, kind)), folder, 2) / 255
    under = draw(film(ground="ramp.png"), folder) / 255
    wanted = {
        "multiply": under * over,
        "screen": under + over - under * over,
        "overlay": np.where(under < 0.5, 2 * under * over, 1 - 2 * (1 - under) * (1 - over)),
        "add": np.minimum(1, under + over),
        "darken": np.minimum(under, over),
        "lighten": np.maximum(under, over),
    }[mode]
    shown = draw(film(Layer(media, kind, blend=mode), ground="ramp.png"), folder, 2)
    for y in (40, 140):
        for x in (30, 70, 130, 190, 250, 300):
            assert np.abs(shown[y, x] - wanted[y, x] * 255).max() <= 8, (y, x)
    faint = draw(film(Layer(media, kind, blend=mode, opacity=0.5), ground="ramp.png"), folder, 2)
    assert np.abs(faint[40, 70] - (under + wanted)[40, 70] * 127.5).max() <= 8


@pytest.mark.parametrize(("mode", "media"), [("multiply", "white"), ("screen", "black"), ("add", "black"),
                                             ("darken", "white"), ("lighten", "black")])  # fmt: skip
def test_a_mode_that_changes_nothing_touches_not_a_bit(folder: Path, mode: Any, media: str) -> None:
    layer = Layer(f"{media}.png", "Image", blend=mode)
    assert same(planes(film(layer, ground="ramp.png"), folder), planes(film(ground="ramp.png"), folder))


@pytest.mark.parametrize("box", [Box(-0.5, -0.5, 1, 1), Box(0.9, 0.9, 0.5, 0.5), Box(2, 2, 1, 1), Box(0, 0, 1e-9, 1e-9),
                                 Box(-1e9, -1e9, 3e9, 3e9), Box(0.3, 0.3, 0.011, 0.9)])  # fmt: skip
@pytest.mark.parametrize("media", ["quarters.png", "disc.png", "v.mp4", "clear.mov"])
def test_boxes_of_every_kind_are_cut_by_the_frame(folder: Path, box: Box, media: str) -> None:
    kind: Any = "Image" if media.endswith("png") else "Video"
    whole = Layer(media, kind, box=box, whole=True, align=(9, -9))
    for size in ((64, 36), (36, 64)):
        for more in (Layer(media, kind, box=box, rounded=0.5), Layer(media, kind, box=box, blend="screen"), whole):
            draw(film(more), folder, 0, size)


def test_modes_give_the_same_however_many_rows_are_done_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = film(Layer("disc.png", "Image", blend="overlay", opacity=0.7), ground="ramp.png")
    wanted = planes(timeline, folder)
    for rows in (2, 16, 1000):
        monkeypatch.setattr("pipelines.film.blending._ROWS", rows)
        assert same(planes(timeline, folder), wanted)


def test_a_layer_half_outside_shows_its_other_half(folder: Path) -> None:
    shown = draw(film(Layer("quarters.png", "Image", box=Box(-0.5, -0.5, 1, 1))), folder)
    assert near(shown[10, 10], WHITE)
    assert near(shown[100, 200], GROUND)


def test_a_failing_layer_is_named(folder: Path) -> None:
    (folder / "broken.png").write_text("no")
    with pytest.raises(PersonError, match=r"Shot 1, layer 2: 'broken\.png'"):
        draw(film(Layer("quarters.png", "Image"), Layer("broken.png", "Image"), over_shot=True), folder)
    with pytest.raises(PersonError, match=r"The film, layer 1: .*'gone\.mp4' is missing"):
        draw(film(Layer("gone.mp4", "Video")), folder)


def test_threads_draw_the_same(folder: Path) -> None:
    timeline = film(Layer("v.mp4", "Video", box=Box(0, 0, 0.5, 0.5)), Layer("disc.png", "Image", blend="screen"))
    media, wanted = Media(timeline, folder, *SIZE), [planes(timeline, folder, n) for n in range(12)]
    found: dict[int, p.Planes] = {}

    def draw_some(which: range) -> None:
        screen = Screen(media, Lettering((), *SIZE))
        for n in which:
            found[n] = p.empty(*SIZE)
            screen.draw(n, found[n])
        screen.close()

    threads = [threading.Thread(target=draw_some, args=(range(i, 12, 3),)) for i in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(same(found[n], wanted[n]) for n in range(12))
