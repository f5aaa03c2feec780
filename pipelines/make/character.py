"""A character of the film: drawn once, the same in every shot."""

from typing import Annotated, Literal

from pydantic import Field

from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

PACKS = ("fluent-emoji",)
CORES = 1
MEMORY = 0.4

_LONGEST = 40


def character(
    name: str,
    looks: Text,
    mood: Literal["calm", "happy", "sad", "angry", "afraid", "surprised", "tired", "love"] = "calm",
    seed: Annotated[int, Field(ge=0)] = 1,
    *,
    work: Work,
) -> Image:
    """Make somebody of the film: a sheet that shows the same figure in its poses and feelings.

    Hand it to `paint` as `cast=[…]`: whoever the scene names is drawn with exactly these looks, in every shot. Makes a
    PNG of 1920 × 1080 that carries the name and the looks. Words of the looks that contradict each other are noted: the
    last holds. What the looks leave open (skin, hair, colours) falls by chance from the seed. Raises PersonError for a
    name that is none.

    Args:
        name: What the scenes call them: "Tomas", "Blue".
        looks: Who and what they are: age, skin, hair, beard, glasses, hat, clothes with their colours, work. Or a beast
            or a machine. For example "an old lighthouse keeper with a grey beard and a yellow coat".
        mood: What they feel where the scene does not say.
        seed: Another number, another person of the same looks.

    >>> tomas = character(name="Tomas", looks="an old lighthouse keeper with a grey beard and a yellow coat")
    """
    from pipelines.make.drawn.finish import save
    from pipelines.make.drawn.modelsheet import model_sheet
    from pipelines.make.drawn.recipe import cast_of
    from pipelines.make.drawn.troupe import member
    from pipelines.shapes import SIZES

    called = " ".join(name.split())
    if not any(c.isalpha() for c in called) or len(called) > _LONGEST:
        raise PersonError(f"A character needs a name of letters, at most {_LONGEST} characters, not '{called[:60]}'.")
    words = read_text(looks)[:600]
    work.progress(0.1, f"drawing {called}")
    made = member(called, words, seed, "" if mood == "calm" else mood, work.note)
    cast = cast_of(work, {"scene": "", "cast": []})
    pixels = model_sheet(made, cast, SIZES["16:9"])
    work.progress(0.9, "writing the file")
    about = {"character": made.told(seed), "drawn": [called], "text": f"{called}: {words[:300]}", "engine": "drawn"}
    return Image(save(pixels, work.path("character.png"), about))
