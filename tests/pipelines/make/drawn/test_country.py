"""Settings under the open sky: each paints at every hour and in all weathers, the same for the same seed, in layers
that go from far to near, alive without a jump."""

import math
from itertools import pairwise
from zlib import crc32

import numpy as np
import pytest
import skia

from pipelines.make.drawn.layering import FAR, Layer, Recorder, play
from pipelines.make.drawn.light import HOURS, light_of
from pipelines.make.drawn.picture import DRAWN_BY
from pipelines.make.drawn.season import SEASONS
from pipelines.make.drawn.sheet import Sheet
from pipelines.make.drawn.weather import falling
from pipelines.make.drawn.wonders import WONDERS

LAND = ("hills", "forest", "mountains", "desert", "snow", "farm", "garden", "vineyard", "road", "river", "waterfall",
        "canyon", "volcano", "swamp", "savanna", "jungle", "bamboo")  # fmt: skip
BEYOND = ("space", "moon", "mars", "clouds", "cave", "abstract")
WEATHERS = ("clear", "cloudy", "rain", "snow", "fog", "storm", "wind", "dust")
Size = tuple[int, int]
SHAPES: tuple[Size, ...] = ((320, 180), (181, 320), (211, 211), (600, 97), (64, 300), (33, 21))


def layers_of(setting: str, hour: str = "day", weather: str = "clear", seed: int = 1, size: Size = (320, 180),
              season: str = "", wonders: frozenset[str] = frozenset()) -> tuple[Layer, ...]:  # fmt: skip
    tape = Recorder(*size)
    rng = np.random.default_rng([seed, crc32(setting.encode())])
    sheet = Sheet(tape, *size, light_of(hour, weather), rng, frozenset(), 1.0, season, wonders)
    stage = DRAWN_BY[setting](sheet)
    assert 0 <= stage.ground[0] <= stage.ground[1] <= size[1]
    sheet.layer("front", 0.9)
    stage.front()
    falling(sheet)
    return tape.take()


def pixels(layers: tuple[Layer, ...], seconds: float = 0.0, size: tuple[int, int] = (320, 180)) -> np.ndarray:
    surface = skia.Surface(*size)
    play(surface.getCanvas(), layers, seconds)
    return np.array(surface.makeImageSnapshot().toarray())


@pytest.mark.parametrize("setting", LAND + BEYOND)
def test_a_setting_paints_every_pixel_at_every_hour_in_all_weathers_and_shapes(setting: str) -> None:
    for i, weather in enumerate(WEATHERS):
        hour, size = HOURS[i % len(HOURS)], SHAPES[i % len(SHAPES)]
        painted = pixels(layers_of(setting, hour, weather, i, size), 0.0, size)
        assert (painted[:, :, 3] == 255).all(), (hour, weather, size)


@pytest.mark.parametrize("setting", LAND + BEYOND)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_picture(setting: str) -> None:
    one, again, other = (pixels(layers_of(setting, seed=s), 1.7) for s in (3, 3, 4))
    assert (one == again).all()
    assert (np.abs(one.astype(int) - other).max(axis=2) > 12).mean() > 0.03


@pytest.mark.parametrize("setting", LAND)
def test_layers_go_from_far_to_near(setting: str) -> None:
    layers = layers_of(setting)
    assert len(layers) >= 8
    upright = [layer.away for layer in layers if layer.floor is None]
    assert upright[0] == FAR
    behind = [b / a for a, b in pairwise(upright) if b > a and a != FAR]
    # A row of mist or a far glow may lie a little before what follows; nothing comes from far behind.
    assert all(share < 6 for share in behind if share != math.inf), [(la.name, la.away) for la in layers]


@pytest.mark.parametrize("setting", LAND + BEYOND)
def test_what_lives_moves_without_a_jump_and_is_the_same_at_the_same_moment(setting: str) -> None:
    layers = layers_of(setting, "dusk", "wind", 2)
    moving = [layer for layer in layers if layer.life]
    for layer in moving:
        poses = [layer.life(i / 30) for i in range(130) if layer.life]
        for a, b in pairwise(poses):
            assert max(abs(a.dx - b.dx) / 3, abs(a.lean - b.lean) / 0.03, abs(a.alpha - b.alpha) / 0.05) < 1
    for t in (0.0, 1.3, 3.97):
        assert (pixels(layers, t) == pixels(layers, t)).all()
        step = np.abs(pixels(layers, t).astype(int) - pixels(layers, t + 1 / 30)).mean()
        assert step < 3.0
    assert (pixels(layers, 0.0) != pixels(layers, 2.0)).any()


@pytest.mark.parametrize("season", SEASONS)
@pytest.mark.parametrize("setting", ["hills", "forest", "river", "farm"])
def test_every_season_has_its_own_colours(setting: str, season: str) -> None:
    own = pixels(layers_of(setting, season=season)).astype(int)
    for other in SEASONS:
        if other != season:
            difference = np.abs(own - pixels(layers_of(setting, season=other))).mean()
            assert difference > 2, (season, other)


@pytest.mark.parametrize("wonder", WONDERS)
def test_a_wonder_that_is_asked_for_is_seen(wonder: str) -> None:
    hour = "dusk" if wonder == "milky way" else "night" if wonder in ("aurora", "comet", "shooting star") else "day"
    setting, weather = ("desert", "cloudy") if wonder == "heat" else ("mountains", "clear")
    plain = pixels(layers_of(setting, hour, weather)).astype(int)
    shown = pixels(layers_of(setting, hour, weather, wonders=frozenset({wonder})))
    assert np.abs(plain - shown).max() > (5 if wonder == "heat" else 20)


@pytest.mark.parametrize("weather", ["rain", "snow", "storm", "wind", "dust", "fog"])
def test_weather_moves(weather: str) -> None:
    layers = layers_of("hills", "day", weather)
    assert np.abs(pixels(layers, 0.0).astype(int) - pixels(layers, 0.4)).mean() > 0.05


def test_hours_are_told_apart_by_their_light() -> None:
    means = {hour: pixels(layers_of("hills", hour))[:, :, :3].mean(axis=(0, 1)) for hour in HOURS}
    for a in HOURS:
        for b in HOURS:
            assert a == b or np.abs(means[a] - means[b]).max() > 8, (a, b)
    assert means["night"].mean() < 0.56 * means["day"].mean()  # dark, and what is in it still to be seen
