"""A plain colour: as long and as coloured as asked, by code or by name."""

from pathlib import Path

import pytest

from pipelines.shape.colour_card import colour_card
from studio.plan import parse
from studio.timeline import load
from studio.work import Work


@pytest.mark.parametrize(
    ("said", "code"),
    [("#2040ff", "#2040ff"), ("2040FF", "#2040ff"), ("#abc", "#aabbcc"), (" Navy ", "#16264a"), ("gray", "#808080")],
)
def test_a_card_of_a_colour(tmp_path: Path, said: str, code: str) -> None:
    film = load(colour_card(said, 1.5, work=Work.alone(tmp_path / "w")))
    assert (film.shots[0].kind, film.shots[0].colour, film.frames) == ("Colour", code, 45)


def test_what_is_no_colour_is_said_while_the_plan_is_read(tools: dict) -> None:
    from studio.errors import PersonError

    with pytest.raises(PersonError, match=r"(?s)'mauve-ish' is no colour.*#rrggbb"):
        parse('card1 = colour_card(colour="mauve-ish")', tools)


def test_it_looks_like_its_colour(tmp_path: Path) -> None:
    from pipelines.film import planes as p
    from pipelines.film.frames import Screen
    from pipelines.film.media import Media

    cut = colour_card("#c04020", 0.2, work=Work.alone(tmp_path / "w"))
    target = p.empty(64, 64)

    class Bare:
        def draw(self, n: int, target: p.Planes) -> None: ...

    Screen(Media(load(cut), Path(cut).parent, 64, 64), Bare()).draw(3, target)  # type: ignore[arg-type]
    assert abs(p.to_rgb(target).astype(int) - [0xC0, 0x40, 0x20]).max() <= 2
