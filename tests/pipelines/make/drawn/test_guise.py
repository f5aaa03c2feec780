"""In which of its guises a thing is seen, and that every guise is drawn."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.guise import dressed
from pipelines.make.drawn.read import read_scene


@pytest.mark.parametrize(
    ("scene", "indoors", "art"),
    [
        ("a cat sleeps", True, "own:cat-asleep"),
        ("a sleeping dog", False, "own:dog-asleep"),
        ("a cat", True, "fluent:cat"),
        ("a wolf howls at the moon", False, "own:wolf-howling"),
        ("a dragon above a castle", False, "own:dragon-flying"),
        ("a bird flies", False, "own:songbird"),
        ("a bear sits", False, "own:bear"),
        ("a bear", False, "own:bear-walking"),
        ("a sign 'OPEN'", True, "own:sign-hung"),
        ("a sign 'OPEN'", False, "own:sign"),
        ("a book called 'Dune'", True, "own:cover"),
        ("a rover", False, "own:rover"),
        ("a flag", False, "own:flag"),
        ("a salmon", False, "own:salmon"),
        ("a pirate ship", False, "own:galleon"),
        ("a palm tree", False, "own:palm"),
        ("a digger", False, "own:excavator"),
        ("a barrel", False, "own:barrel"),
        ("an octopus", False, "own:octopus"),
    ],
)
def test_each_has_its_guise_and_a_picture(
    scene: str, indoors: bool, art: str, tmp_path: Path, pack: Callable[[str], Path]
) -> None:
    (subject, *_) = dressed(read_scene(scene).subjects, indoors)
    assert subject.thing.art == art
    sprite = Cast(lambda: pack("fluent-emoji"), lambda name: tmp_path / name).sprite(subject, 0, 128)
    assert sprite is not None
    assert sprite.pixels[:, :, 3].max() == 255


def test_a_black_raven_flies_black() -> None:
    (raven,) = dressed(read_scene("a raven flies").subjects, False)
    assert raven.about == ("black",)
