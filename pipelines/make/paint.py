"""A picture of a scene, drawn from words."""

from collections.abc import Callable
from typing import Any, Literal

from pipelines.looks.names import LookName
from studio.kinds import Image, Text, read_text
from studio.tool import Settled
from studio.work import Work

PACKS = ("fluent-emoji", "minilm")
CORES = 1
MEMORY = 0.6

Shape = Literal["16:9", "9:16", "1:1", "4:5"]


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """Decide who paints. A model of the person's own is only asked when they named one (REELWRIGHT_DIFFUSERS)."""
    from pipelines.make import _diffusers

    engine = options["engine"]
    if engine == "auto":
        engine = "diffusers" if _diffusers.wanted() else "drawn"
    if engine == "diffusers":
        _diffusers.named()  # a sentence now rather than in the middle of the film
        return Settled(options={**options, "engine": engine}, packs=())
    return Settled(options={**options, "engine": engine}, packs=PACKS)


def paint(
    scene: Text,
    time: Literal["auto", "dawn", "morning", "day", "sunset", "dusk", "night"] = "auto",
    weather: Literal["auto", "clear", "cloudy", "rain", "snow", "fog", "storm"] = "auto",
    look: LookName = "shaded",
    shape: Shape = "16:9",
    avoid: str = "",
    engine: Literal["auto", "drawn", "diffusers"] = "auto",
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """Paint the scene that `scene` describes: its things on a drawn setting, in the light of the hour.

    Makes a PNG of 1920 × 1080 for 16:9 (1080 × 1920, 1440 × 1440, 1296 × 1620). What is in it travels inside the file.
    What no art fits is left out, and a note says so. The same words and seed make the same picture.

    Args:
        scene: What is seen: who or what, doing what, where. For example "a lighthouse on a rocky shore".
        time: The hour. "auto" takes it from the words of the scene, else day.
        weather: The weather. "auto" takes it from the words of the scene, else clear.
        look: "shaded" is smooth and bright; the others are as if made by hand (watercolour, paper-cut, clay, ink …),
            printed (comic, riso, duotone) or filmed (noir, vintage, vhs). Keep one for a whole film.
        shape: Width to height.
        avoid: Things that must not be there, parted by commas.
        engine: Who paints: "drawn" works everywhere; "diffusers" is a model of your own.
        seed: Another number, another take.

    >>> shot = paint(scene="a lighthouse on a rocky shore", time="dawn", seed=4)
    """
    from pipelines.make.drawn.finish import save
    from pipelines.make.drawn.picture import draw
    from pipelines.make.drawn.recipe import SIZES, cast_of, ordered
    from pipelines.recipes import sealed

    words = read_text(scene)
    work.progress(0.02, "reading the scene")
    if engine == "diffusers":
        from pipelines.make import _diffusers

        prompt = ", ".join(p for p in (words[:1500], _said(time), _said(weather)) if p)
        pixels = _diffusers.picture(prompt, avoid, SIZES[shape], seed, work)
        return Image(
            save(pixels, work.path("picture.png"), {"drawn": [], "text": words[:300], "engine": _diffusers.name()})
        )
    recipe = {"tool": "paint", "scene": words, "time": time, "weather": weather, "look": look, "shape": shape,
              "avoid": avoid, "seed": seed}  # fmt: skip
    cast = cast_of(work)
    order = ordered(recipe, cast, work, work.note)
    drawn = draw(order, cast, work.progress)
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


def _said(option: str) -> str:
    return "" if option == "auto" else option
