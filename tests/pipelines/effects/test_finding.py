"""From words to beds: what is meant, what is negated, how hard and how far."""

import numpy as np
import pytest

from pipelines.effects.bed_words import phrases
from pipelines.effects.beds import BEDS
from pipelines.effects.finding import pushed, recipe_of
from studio.errors import PersonError


def beds(text: str) -> list[str]:
    return [layer.bed for layer in recipe_of(text, None).layers]


def test_the_table_names_only_beds_that_are_there() -> None:
    named = {bed for recipe in phrases().values() for bed, *_ in recipe}
    assert named == set(BEDS)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("rain on a window", ["rain on a window"]),
        ("Rain against the window, please", ["rain on a window"]),
        ("busy street at night", ["street", "murmur"]),
        ("gentle surf with gulls", ["calm shore", "seagulls"]),
        ("a crackling fire and crickets", ["campfire", "crickets"]),
        ("thunder and rain", ["thunderstorm"]),
        ("a forest without birds", ["wind in trees"]),
        ("forest, no birds, but a stream", ["wind in trees", "stream"]),
        ("storm without thunder", ["rain"]),
        ("no rain, only wind", ["wind"]),
        ("a café", []),
        ("café", []),
    ],
)
def test_what_is_said_is_what_is_heard(text: str, wanted: list[str]) -> None:
    if wanted:
        assert beds(text) == wanted
    else:
        with pytest.raises(PersonError):
            beds(text)


def test_how_hard_and_how_far_belong_to_what_they_are_said_of() -> None:
    rain, thunder = (
        recipe_of("light rain, distant thunder", None).layers[0],
        recipe_of("distant thunder", None).layers[0],
    )
    assert rain.force < 0.3 or rain.bed == "thunderstorm"
    assert thunder.far > 0.5
    surf, gulls = recipe_of("wild surf with seagulls in the distance", None).layers
    assert surf.force == 1.0
    assert surf.far == 0
    assert gulls.far > 0.5


def test_unknown_words_beside_known_ones_are_told() -> None:
    assert any("zebra" in note for note in recipe_of("rain and a zebra", None).notes)


def test_words_of_no_table_are_found_by_meaning() -> None:
    rows = list(phrases())

    def embed(texts: list[str]) -> np.ndarray:
        """Likeness by a single word: whatever says "precipitation" is rain."""
        made = np.zeros((len(texts), 2), np.float32)
        for row, text in enumerate(texts):
            made[row, 0 if text.endswith(("precipitation", "rain")) else 1] = 1
        return made

    recipe = recipe_of("precipitation", embed)
    assert recipe.layers[0].bed == "rain"
    assert "is heard as" in recipe.notes[0]
    assert "rain" in rows


def test_intensity_leans_every_layer() -> None:
    layers = recipe_of("rain with wind", None).layers
    assert all(layer.force == 0 for layer in pushed(layers, 0.0, 0))
    assert all(layer.force == 1 for layer in pushed(layers, 1.0, 0))
    assert pushed(layers, 0.5, 0) == layers
