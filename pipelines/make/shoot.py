"""A clip of a scene, filmed from words."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field

from pipelines.looks.names import WORDS, LookName
from studio.kinds import Text, Video, read_text
from studio.tool import Settled
from studio.work import Work

PACKS = ("fluent-emoji", "minilm")
CORES = 2
MEMORY = 0.9

_SHORT = 720  # the shorter side of a drawn clip, in pixels
_LONGEST = 1500  # characters of a scene that a model is told
_SIDES = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1), "4:5": (4, 5)}


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """Decide who films: a model or a server of the person's own where they named one, else the drawn world."""
    from pipelines.engines.choosing import settled_or_drawn

    return settled_or_drawn(options, "shoot", PACKS, ready)


def shoot(
    scene: Text,
    seconds: Annotated[float, Field(gt=0, le=60)] = 4.0,
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    look: LookName = "shaded",
    avoid: str = "",
    engine: Literal["auto", "drawn", "diffusers", "endpoint"] = "auto",
    seed: int = 1,
    *,
    work: Work,
) -> Video:
    """Film the scene that `scene` describes, in one go from its words.

    Makes an H.264 MP4 without sound. A text-to-video model (REELWRIGHT_DIFFUSERS_SHOOT) or server makes what moves in
    it; where it makes fewer frames than asked, the clip is slowed and then held, and a note says so. Without one the
    scene is drawn in layers that a camera moves through; `paint` and then `animate` let you choose the camera.

    Args:
        scene: What is seen and what happens in it. For example "waves break on a rocky shore at dawn".
        seconds: How long the clip is.
        shape: Width to height.
        look: "shaded" is smooth and bright; the others are as of `paint`; a model is told them in words. Keep one for a
            whole film.
        avoid: Things that must not be there, parted by commas.
        engine: Who films: "drawn" works everywhere; "diffusers" is a model of your own, "endpoint" a server you name.
            "auto" takes the first of these you have set up, and draws where it gives up.
        seed: Another number, another take.

    >>> clip1 = shoot(scene="waves break on a rocky shore", seconds=1)
    """
    from pipelines.engines import endpoint, models

    words = read_text(scene)
    prompt = ", ".join(part for part in (words[:_LONGEST], WORDS.get(look, "")) if part)
    if models.is_ours(engine):
        from pipelines.engines.video import shot_of

        return Video(shot_of(prompt, avoid, _SIDES[shape], seconds, seed, work))
    if endpoint.is_ours(engine):
        return Video(endpoint.shot_of(prompt, avoid, _SIDES[shape], seconds, seed, work))
    from pipelines.make.drawn.filmed import Take, filmed, staged

    work.progress(0.02, "reading the scene")
    recipe = {"scene": words, "time": "auto", "weather": "auto", "look": look, "shape": shape, "avoid": avoid}
    built, about = staged(recipe | {"seed": seed}, _SHORT, work)
    return Video(filmed(built, Take("push in", seconds, _SHORT), about | {"flexes": True}, work))
