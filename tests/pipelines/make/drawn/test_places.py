"""Places: seas, towns and rooms paint at every hour, weather and shape; alike for one seed; far before near; alive."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
import skia

from pipelines.make.drawn.art import Pixels, pixels_of
from pipelines.make.drawn.layering import FAR, Layer, Recorder, play
from pipelines.make.drawn.light import HOURS, light_of
from pipelines.make.drawn.named_places import INDOORS, SETTING_MEANING
from pipelines.make.drawn.picture import DRAWN_BY
from pipelines.make.drawn.room import indoor_light
from pipelines.make.drawn.rooms import PIECES, PLANS
from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.stirrings import LOOP
from pipelines.make.drawn.words import SETTINGS

OUTSIDE = (
    "platform",
    "bridge",
    "cliffs",
    "summit",
    "apron",
    "shore",
    "beach",
    "sea",
    "underwater",
    "lake",
    "city",
    "roofs",
    "harbour",
    "roadside",
    "boulevard",
    "lane",
    "market",
)
PLACES = (*OUTSIDE, *sorted(INDOORS))
WEATHERS = ("clear", "cloudy", "rain", "snow", "fog", "storm")


def built(
    place: str, hour: str = "day", weather: str = "clear", size: tuple[int, int] = (320, 180), seed: int = 1,
    without: frozenset[str] = frozenset(),
) -> tuple[tuple[Layer, ...], Stage]:  # fmt: skip
    """The layers of an empty place, and its stage."""
    light = light_of(hour, "clear" if place in INDOORS else weather)
    if place in INDOORS:
        light = replace(indoor_light(light), weather=weather)
    tape = Recorder(*size)
    sheet = Sheet(tape, *size, light, np.random.default_rng(seed), without)
    stage = DRAWN_BY[place](sheet)
    sheet.layer("front", 0.9)
    stage.front()
    return tape.take(), stage


def shown(layers: tuple[Layer, ...], size: tuple[int, int] = (320, 180), seconds: float = 0.0) -> Pixels:
    surface = skia.Surface(*size)
    play(surface.getCanvas(), layers, seconds)
    return pixels_of(surface)


def apart(a: Pixels, b: Pixels) -> float:
    """The mean difference of two pictures, 0 to 255."""
    return float(np.abs(a.astype(np.int16) - b.astype(np.int16)).mean())


@pytest.mark.parametrize("place", PLACES)
def test_a_place_paints_at_every_hour_weather_and_shape(place: str) -> None:
    """Each hour meets three of the six weathers (inside, where weather is only what windows show, two), each weather
    three hours; the next place meets the others, so that together they meet all."""
    shapes = ((256, 144), (144, 256), (151, 149), (48, 203), (320, 45), (16, 16))
    step, first = (3, 0) if place in INDOORS else (2, PLACES.index(place) % 2)
    met = [(n, k) for n in range(len(HOURS)) for k in range((first - n) % step, len(WEATHERS), step)]
    for i, (n, k) in enumerate(met):
        hour, weather, size = HOURS[n], WEATHERS[k], shapes[i % 6]
        layers, stage = built(place, hour, weather, size, seed=n * 6 + k)
        picture = shown(layers, size)
        assert (picture[:, :, 3] == 255).all(), f"{place} at {hour} in {weather}: holes at {size}"
        assert 0 <= stage.horizon < stage.ground[1] <= size[1]


@pytest.mark.parametrize("place", PLACES)
def test_a_place_paints_in_wind_and_dust(place: str) -> None:
    for weather in ("wind", "dust"):
        layers, _ = built(place, "dawn", weather, (256, 144))
        assert (shown(layers, (256, 144), 1.3)[:, :, 3] == 255).all(), f"{place} in {weather}: holes"


@pytest.mark.parametrize("place", PLACES)
def test_the_same_seed_gives_the_same_picture_and_another_seed_another(place: str) -> None:
    first, again, other = (shown(built(place, "dusk", seed=seed)[0]) for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert apart(first, other) > 0.5


@pytest.mark.parametrize("place", PLACES)
def test_layers_lie_from_far_to_near(place: str) -> None:
    layers, _ = built(place, "night", "rain")
    upright = [layer.away for layer in layers if layer.floor is None and layer.away != FAR and layer.name != "curtain"]
    assert upright, "nothing stands in it"
    assert all(away > 0.3 for away in upright)
    # Light may be laid on from behind what stands before it; all else comes nearer from layer to layer, or nearly so.
    solid = [layer.away for layer in layers if layer.floor is None and not layer.light and layer.away != FAR]
    assert all(b <= a * 2.2 for a, b in itertools.pairwise(solid)), solid
    assert layers[0].away > 2.4
    assert 3 <= len(layers) <= 28


@pytest.mark.parametrize("place", PLACES)
def test_its_life_goes_on_without_a_jump_and_is_the_same_each_time(place: str) -> None:
    layers, _ = built(place, "night" if place != "underwater" else "day", "clear", seed=5)
    moments = [shown(layers, seconds=t) for t in (0.0, 1 / 30, 1.5, 1.5)]
    assert np.array_equal(moments[2], moments[3])
    assert apart(moments[0], moments[1]) < 1.2
    assert np.array_equal(moments[0], shown(layers))


@pytest.mark.parametrize("place", ["sea", "beach", "city", "underwater", "castle", "harbour"])
def test_what_shimmers_moves(place: str) -> None:
    layers, _ = built(place, "night", seed=2)
    assert apart(shown(layers), shown(layers, seconds=LOOP / 3)) > 0.02


def test_water_comes_round_after_a_loop() -> None:
    layers = tuple(layer for layer in built("sea", "sunset")[0] if layer.name == "water")
    assert apart(shown(layers), shown(layers, seconds=LOOP)) < 0.02


def test_every_named_setting_is_drawn_and_described() -> None:
    assert set(SETTINGS) == set(DRAWN_BY) == set(SETTING_MEANING)
    assert set(INDOORS) <= set(DRAWN_BY)


def test_every_piece_a_plan_asks_for_is_there() -> None:
    for plan in PLANS.values():
        for offer in (*plan.stands, *plan.hangs, *([plan.lamps] if plan.lamps else [])):
            assert set(offer.lstrip("?").split("|")) <= set(PIECES), offer


def test_windows_of_a_city_are_lit_at_night_alone() -> None:
    night, day = (shown(built("city", hour)[0]).astype(int) for hour in ("night", "day"))

    def warm(picture: np.ndarray) -> float:
        return float(((picture[:, :, 0] > 190) & (picture[:, :, 0] - picture[:, :, 2] > 60)).mean())

    assert warm(night) > 10 * warm(day)


def test_what_is_forbidden_is_not_there() -> None:
    names = [layer.name for layer in built("harbour", without=frozenset({"boat", "smoke"}))[0]]
    assert "boat" not in names
    assert "smoke" not in names
    assert "shoal" not in [layer.name for layer in built("underwater", without=frozenset({"fish"}))[0]]
