"""A picture of a scene, drawn from words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from pipelines.looks.names import LookName
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.tool import Settled
from studio.work import Work

PACKS = ("fluent-emoji", "minilm")
CORES = 1
MEMORY = 0.6

Shape = Literal["16:9", "9:16", "1:1", "4:5"]

_FOCUS = {"deep": "", "subject": "shallow depth of field", "background": "the background in focus"}
_LETTERS = 120  # of words that cannot be drawn, this many characters stand on a card


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """Decide who paints: a model or a server of the person's own where they named one, else the drawn world."""
    from pipelines.engines.choosing import settled_or_drawn

    return settled_or_drawn(options, "paint", PACKS, ready)


def paint(
    scene: Text,
    time: Literal["auto", "dawn", "morning", "day", "sunset", "dusk", "night"] = "auto",
    weather: Literal["auto", "clear", "cloudy", "rain", "snow", "fog", "storm", "wind", "dust"] = "auto",
    look: LookName = "shaded",
    shape: Shape = "16:9",
    avoid: str = "",
    cast: list[Image] = [],  # noqa: B006 - never changed; a plan's default is a value
    focus: Literal["deep", "subject", "background"] = "deep",
    engine: Literal["auto", "drawn", "diffusers", "endpoint"] = "auto",
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """Paint the scene that `scene` describes: its things on a drawn setting, in the light of the hour.

    Makes a PNG of 1920 × 1080 for 16:9 (1080 × 1920, 1440 × 1440, 1296 × 1620). What is in it travels inside the file.
    What no art fits is left out, and a note says so; words that name nothing that can be drawn stand on a card of type.
    The same words and seed make the same picture.

    Args:
        scene: What is seen: who or what, doing what, where. For example "a lighthouse on a rocky shore".
        time: The hour. "auto" takes it from the words of the scene, else day.
        weather: The weather. "auto" takes it from the words of the scene, else clear.
        look: "shaded" is smooth and bright; the others are as if made by hand (watercolour, paper-cut, clay, ink …),
            printed (comic, riso, duotone) or filmed (noir, vintage, vhs). Keep one for a whole film.
        shape: Width to height.
        avoid: Things that must not be there, parted by commas.
        cast: The film's own characters, made by `character`: those the scene names look the same in every shot.
        focus: What is sharp: all of it, what matters, or what lies behind it.
        engine: Who paints: "drawn" works everywhere; "diffusers" is a model of your own, "endpoint" a server you name.
            "auto" takes the first of these you have set up, and draws where it gives up.
        seed: Another number, another take.

    >>> shot = paint(scene="a lighthouse on a rocky shore", time="dawn", seed=4)
    """
    from pipelines.engines import endpoint, models
    from pipelines.make.drawn.finish import save
    from pipelines.make.drawn.missed import missed
    from pipelines.make.drawn.picture import draw
    from pipelines.make.drawn.recipe import cast_of, ordered
    from pipelines.make.drawn.troupe import described, member_of, played
    from pipelines.recipes import sealed
    from pipelines.shapes import SIZES

    words = read_text(scene)
    work.progress(0.02, "reading the scene")
    players = [told for picture in cast if (told := played(Path(picture), work.note))]
    seen = described(words, [member_of(player) for player in players])
    prompt = ", ".join(p for p in (seen[:1500], _said(time), _said(weather), _FOCUS[focus]) if p)
    if endpoint.is_ours(engine) or models.is_ours(engine):
        told: dict[str, Any] = {"drawn": [], "text": words[:300], "engine": engine}
        if endpoint.is_ours(engine):
            pixels, about = endpoint.picture(prompt, avoid, SIZES[shape], seed, work)
            told |= about
        else:
            from pipelines.engines.still import painted

            pixels = painted(prompt, avoid, SIZES[shape], seed, work)
        from pipelines.looks.table import LOOKS

        if look != "shaded":
            pixels = LOOKS[look].prepare(SIZES[shape], seed)(pixels, 0.0)
        return Image(save(pixels, work.path("picture.png"), told))
    recipe = {"tool": "paint", "scene": words, "time": time, "weather": weather, "look": look, "shape": shape,
              "avoid": avoid, "seed": seed, "cast": players}  # fmt: skip
    stage = cast_of(work, recipe)
    order = ordered(recipe, stage, work, work.note)
    if order.empty and (card := _lettered(words, shape, seed, work)):
        return card
    drawn = draw(order, stage, work.progress, focus)
    for words in missed(order.words, drawn.shown, order.unfit):
        work.note(words)
    about = {
        "drawn": drawn.names,
        "setting": order.setting,
        "time": order.time,
        "weather": order.weather,
        "engine": "drawn",
    }
    about |= {"where": drawn.where, "heads": drawn.heads, "recipe": sealed(recipe, drawn.pixels)}
    work.progress(0.95, "writing the file")
    return Image(save(drawn.pixels, work.path("picture.png"), about))


def _lettered(words: str, shape: Shape, seed: int, work: Work) -> Image | None:
    """The words themselves as a card, which is better than a wrong thing; None when there are none to set."""
    from pipelines.type.cards import making
    from pipelines.type.cards.order import CardOrder

    try:
        if said := making.line(words, _LETTERS):
            order = CardOrder("title", said, look="auto", mood="auto", shape=shape, seed=seed)
            made = making.made(order, None, work, {"text": said, "engine": "drawn", "setting": "card"})
            work.note("The words name nothing that can be drawn, so they stand on a card of type.")
            return made
    except PersonError as error:  # no font has these letters
        work.note(str(error))
    work.note("The words name nothing that can be drawn, so this is an abstract ground.")
    return None


def _said(option: str) -> str:
    return "" if option == "auto" else option
