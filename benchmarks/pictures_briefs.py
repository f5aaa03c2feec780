"""Many briefs drawn: whether each is found again from what was drawn, whether negated things stay out, and a sheet."""

import re
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.work import Work

if TYPE_CHECKING:
    from PIL.Image import Image

HERE = Path(__file__).resolve().parent
_ACROSS, _WIDE, _TALL, _LINE = 6, 480, 270, 26  # pictures in a row of the sheet, and their sizes in pixels


@dataclass(frozen=True)
class Brief:
    """A scene; words that nothing in it may be called; and the scene that has these things after all."""

    words: str
    never: tuple[str, ...] = ()
    opposite: str = ""


@dataclass(frozen=True)
class Seen:
    """What was drawn of a brief. `told` as the picture's facts say it; `art` are the names of the art itself, which
    owe nothing to the brief's words; `layers` the names of all that was painted; `parts` what the setting drew by
    itself, each piece of furniture too."""

    setting: str
    time: str
    weather: str
    told: tuple[str, ...]
    art: tuple[str, ...]
    layers: tuple[str, ...]
    parts: tuple[str, ...] = ()

    def sentence(self, names: Sequence[str]) -> str:
        """What is in the picture, in words."""
        hour = "" if self.time == "day" else f" at {self.time}"
        weather = "" if self.weather == "clear" else f", {self.weather}"
        return f"{', '.join(dict.fromkeys(names))}; {self.setting}{hour}{weather}".lstrip("; ")

    def holds(self, never: Sequence[str]) -> list[str]:
        """Which of these words name something that was painted."""
        said = {
            w
            for name in (*self.told, *self.art, *self.layers, *self.parts)
            for w in re.findall(r"[a-z]+", name.lower())
        }
        return [word for word in never if {word, f"{word}s", f"{word}es"} & said]


def briefs() -> list[Brief]:
    """All briefs, those with negations last."""
    held = tomllib.loads((HERE / "briefs.toml").read_text(encoding="utf-8"))
    plain = [Brief(words) for words in held["plain"]]
    return plain + [Brief(row["words"], tuple(row["never"]), row["with"]) for row in held["negated"]]


def recipe_of(words: str, seed: int) -> dict[str, object]:
    """The options of `paint` for a brief."""
    return {"scene": words, "time": "auto", "weather": "auto", "look": "shaded", "shape": "16:9", "avoid": "",
            "seed": seed, "cast": []}  # fmt: skip


@contextmanager
def desk() -> Iterator[Work]:
    """A place to work at, with the packs that are here."""
    from app import open_packs

    with tempfile.TemporaryDirectory() as folder:
        yield Work.alone(Path(folder) / "work", open_packs().find)


def seen(words: str, seed: int, work: Work) -> Seen:
    """Build the picture of a brief and list what is in it."""
    from pipelines.make.drawn.picture import build
    from pipelines.make.drawn.recipe import cast_of, ordered

    recipe = recipe_of(words, seed)
    cast = cast_of(work, recipe)
    order = ordered(recipe, cast, work, lambda words: None)
    built = build(order, cast, 0.3, lambda share, words: None)
    art = [s.thing.art for s in order.subjects if s.word in built.names] + sorted(order.wonders)
    # a person's art is their role; "fluent:" and "own:" say only where it comes from
    plain = [re.sub(r"^(fluent|own|mdi):", "", name).replace("-", " ").replace(":", " ") for name in art]
    layers = tuple(dict.fromkeys(layer.name for layer in built.layers))
    return Seen(
        order.setting, order.time, order.weather, tuple(built.names), tuple(plain), layers, tuple(sorted(built.parts))
    )


def ranks(work: Work, found: list[tuple[Brief, Seen]], by_art: bool = False) -> list[int]:
    """For each picture, how many briefs lie nearer to what was drawn than its own: 0 where it is found at once."""
    from studio.meaning import Meaning

    meaning = Meaning(work.pack("minilm"))
    asked = meaning.embed([brief.words for brief, _ in found])
    told = meaning.embed([s.sentence([n.removeprefix("person ") for n in s.art] if by_art else s.told)
                          for _, s in found])  # fmt: skip
    near = told @ asked.T
    return [int((row > row[i]).sum()) for i, row in enumerate(near)]


def sheet(work: Work, chosen: list[Brief], path: Path) -> None:
    """One picture with all briefs drawn, each over its words. Its kind is that of `path`'s ending."""
    from PIL import Image, ImageDraw, ImageFont

    rows = -(-len(chosen) // _ACROSS)
    whole = Image.new("RGB", (_WIDE * _ACROSS, (_TALL + _LINE) * rows), "white")
    pen, font = ImageDraw.Draw(whole), ImageFont.load_default(17)
    for n, brief in enumerate(chosen):
        x, y = n % _ACROSS * _WIDE, n // _ACROSS * (_TALL + _LINE)
        whole.paste(_picture(brief, n + 1, work), (x, y))
        pen.text((x + 6, y + _TALL + 2), f"{n + 1}  {brief.words}", "black", font)
    whole.save(path, quality=82)


def _picture(brief: Brief, seed: int, work: Work) -> "Image":
    from PIL import Image

    from pipelines.make.drawn.picture import draw
    from pipelines.make.drawn.recipe import cast_of, ordered

    recipe = recipe_of(brief.words, seed)
    cast = cast_of(work, recipe)
    drawn = draw(ordered(recipe, cast, work, lambda words: None), cast, lambda share, words: None)
    return Image.fromarray(drawn.pixels).resize((_WIDE, _TALL), Image.Resampling.LANCZOS)
