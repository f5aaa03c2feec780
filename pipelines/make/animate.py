"""A picture brought alive: its layers move before a real camera, or a model films it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from studio import facts
from studio.kinds import Audio, Image, Video
from studio.tool import Settled
from studio.work import Work

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from pipelines.make.drawn.filmed import Take
    from pipelines.make.drawn.picture import Set
    from pipelines.recipes import Recipe
    from pipelines.type.cards.board import CardSet

PACKS = ("fluent-emoji", "minilm")
CORES = 2
MEMORY = 0.9

_SHORT = {"360p": 360, "720p": 720, "1080p": 1080, "4k": 2160}  # the shorter side, in pixels
_AFTER = 0.8  # seconds a clip goes on when its voice has ended
_STEP = 0.5  # a clip's length by its voice is a multiple of this, so that a word changed seldom asks for another
_CARD = 9.0  # how far off a card's words are
_LONG = 4  # times a picture may be longer than narrow
# What is told of the picture and holds for its clip.
_KEPT = ("drawn", "setting", "time", "weather", "engine", "text", "title", "look")
_SAID = {"pull out": "the camera pulls out slowly", "handheld": "handheld camera", "still": "the camera stands still"}
_LONGEST = 1500  # characters that a model is told


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """Decide who films: a model or a server of the person's own where they named one, else the drawn world."""
    from pipelines.engines.choosing import settled_or_drawn

    return settled_or_drawn(options, "animate", PACKS, ready)


def animate(
    picture: Image,
    camera: Literal[
        "push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "orbit left", "orbit right",
        "handheld", "still",
    ] = "push in",
    seconds: Annotated[float, Field(gt=0, le=120)] = 4.0,
    voice: Audio | None = None,
    strength: Annotated[float, Field(ge=0, le=1)] = 0.5,
    focus: Literal["deep", "subject", "background", "rack to subject", "rack to background"] = "deep",
    size: Literal["360p", "720p", "1080p", "4k"] = "720p",
    fps: Annotated[float, Field(ge=1, le=60)] = 30.0,
    words: str = "",
    engine: Literal["auto", "drawn", "diffusers", "endpoint"] = "auto",
    seed: int = 1,
    *,
    work: Work,
) -> Video:  # fmt: skip
    """Bring a drawn picture alive: near things pass before far ones, water shimmers, clouds drift, people breathe.

    The picture tells in its file how it was drawn; it is built again in layers, each at its distance, and filmed by a
    pinhole camera that moves through them, at the size the camera needs, so that it stays sharp. A picture that was not
    drawn here (a photo, another engine's) is moved as one sheet, and a note says so. Makes an H.264 MP4 without sound.
    Of a card (title, quote, listing, number, chart) the words come in one by one, numbers count, charts grow; of a name
    strip a clear video (.mov) is made that opens and closes, to `overlay`. `edit` may end a clip sooner to meet the
    film's length. Raises PersonError when the picture cannot be opened.

    An image-to-video model (REELWRIGHT_DIFFUSERS_ANIMATE) or server moves any picture but a card, at the size and rate
    it knows; strength and focus it is not told. Where it makes fewer frames than asked, the clip is slowed and then
    held, and a note says so.

    Args:
        picture: A picture made by `paint`, a card, or any other.
        camera: Where the camera goes. Push and pull travel, pan and tilt turn, orbit goes around what matters;
            handheld sways a little; still leaves it to what lives in the picture.
        seconds: How long the clip is.
        voice: What is said over it: the clip then lasts until a little after.
        strength: How far the camera goes: 0 hardly moves, 1 is bold.
        focus: What is sharp. Rack to subject begins on the background and comes to what matters, rack to background
            goes the other way.
        size: The shorter side, in pixels.
        fps: Pictures a second.
        words: What happens, for a model: "the waves roll in, she turns her head". Else it is told what the picture is.
        engine: Who films: "drawn" works everywhere; "diffusers" is a model of your own, "endpoint" a server you name.
            "auto" takes the first of these you have set up, and the drawn world where it gives up.
        seed: Another number, another take of a model.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore", time="dawn")
    ... clip1 = animate(picture=shot1, camera="push in", seconds=1, size="360p")
    """
    from dataclasses import replace

    from pipelines.engines import endpoint, models
    from pipelines.make.drawn.filmed import Take, kept
    from pipelines.recipes import recipe_of
    from pipelines.type.cards.building import built
    from studio.timeline import exact_rate

    path = Path(picture)
    told = facts.read(path)
    take = Take(camera, max(seconds, _spoken(voice, work)), _SHORT[size], exact_rate(fps), strength, focus)
    about = {name: told[name] for name in _KEPT if name in told} | {"flexes": True} | _drawn_from(told)
    recipe = recipe_of(path, told)
    if endpoint.is_ours(engine) or models.is_ours(engine):
        if not _is_card(recipe):
            return Video(_by_model(path, about, words, take, engine, seed, work))
        work.note("The words of a card come in as they were set: a model would smear them.")
    card = built(recipe, take.seconds, work) if recipe and _is_card(recipe) else None
    if card and card.clear:
        return _clear(card, told, take, work)
    if card:  # its words stay in the picture
        take = replace(take, strength=0.5 * strength)
        return Video(kept(recipe, lambda: _staged(card), take, about, work, _CARD))
    return Video(kept(recipe, lambda: _built(path, recipe, told, take, work), take, about, work))


def _by_model(path: Path, about: facts.Facts, words: str, take: "Take", engine: str, seed: int, work: Work) -> Path:
    """The picture filmed by a model or a server, which is told what happens or is seen, and what the camera does."""
    from pipelines.engines import endpoint, models
    from pipelines.film.footage import probe

    shown = words.strip() or str(about.get("scene") or "") or _named(about) or str(about.get("text") or "")
    said = _SAID.get(take.move, f"the camera moves slowly: {take.move}")
    prompt = ", ".join(part for part in (shown[:_LONGEST], said) if part)
    if models.is_ours(engine):
        from pipelines.engines.video import clip_of
    else:
        clip_of = endpoint.clip_of
    holds = {name: value for name, value in about.items() if name not in ("engine", "text")}
    made = clip_of(path, prompt, take.seconds, seed, work, holds)
    found = probe(made)
    if min(found.width, found.height) < 0.95 * take.short:
        work.note(f"The model films at {found.width} × {found.height}; `enlarge_video` makes it larger.")
    return made


def _named(about: facts.Facts) -> str:
    """The names of what is in a picture; "" where it tells none."""
    drawn = about.get("drawn")
    return ", ".join(str(name) for name in (drawn if isinstance(drawn, list) else ()))


def _spoken(voice: Audio | None, work: Work) -> float:
    """The least length of the clip: that of its voice, and a little after."""
    from math import ceil

    from pipelines.sound.hearing import length

    return ceil((length(Path(voice), work) + _AFTER) / _STEP) * _STEP if voice else 0.0


def _is_card(recipe: "Recipe | None") -> bool:
    """Whether a picture of this recipe is a title, list, chart or the like of ours."""
    from pipelines.type.cards.building import BUILDERS

    return recipe is not None and recipe["tool"] in BUILDERS


def _staged(card: "CardSet") -> "Set":
    """A card before the camera: it brings its own light."""
    from pipelines.make.drawn.light import light_of
    from pipelines.make.drawn.picture import Set
    from pipelines.make.drawn.sheet import Stage

    w, h = card.size
    return Set(card.layers, (w, h), Stage(h / 2, (h, h), (0, h)), light_of("day", "clear"), [], [], [], lens=False)


def _drawn_from(told: facts.Facts) -> facts.Facts:
    """The words that a picture was drawn from, for what is composed and heard over its clip."""
    recipe = told.get("recipe")
    scene = recipe.get("scene") if isinstance(recipe, dict) else None
    return {"scene": scene[:_LONGEST]} if isinstance(scene, str) and scene else {}


def _clear(card: "CardSet", told: facts.Facts, take: "Take", work: Work) -> Video:
    """A card with nothing behind it, as a video with alpha. No camera moves before it: it lies on the film."""
    from pipelines.film.clear_reel import write_clear
    from pipelines.make.drawn.filmed import frames
    from pipelines.type.cards.building import frame

    density = take.short / min(card.size)
    sides = (round(card.size[0] * density), round(card.size[1] * density))
    pictures = frames(lambda seconds: frame(card, seconds, density), take, work)
    return Video(write_clear(work.path("clip.mov"), pictures, sides, take.rate, {"text": told.get("text", "")}))


def _built(path: Path, recipe: "Recipe | None", told: facts.Facts, take: "Take", work: Work) -> "Set":
    """The picture in layers; in one, with a note, where it is none of ours."""
    from pipelines.make.drawn.filmed import NEAR
    from pipelines.make.drawn.recipe import rebuilt

    if recipe and recipe["tool"] == "paint":
        try:
            return rebuilt(recipe, take.short / 1080 * NEAR, work)
        except (KeyError, ValueError):  # written by hand, or by another version
            pass
    work.note(
        "The picture was changed after it was drawn, so it moves as one sheet."
        if "recipe" in told
        else "The picture does not tell how it was drawn, so it moves as one sheet."
    )
    return _sheet(path, take.short, work)


def _framed(picture: "Picture", work: Work) -> "Picture":
    """The middle of a picture that is too long and narrow for a film, else all of it."""
    long = int(_LONG * min(picture.size))
    if max(picture.size) <= long:
        return picture
    work.note(f"The picture is {picture.width} × {picture.height}, too narrow for a film: only its middle is shown.")
    w, h = (min(side, long) for side in picture.size)
    left, top = (picture.width - w) // 2, (picture.height - h) // 2
    return picture.crop((left, top, left + w, top + h))


def _sheet(path: Path, short: int, work: Work) -> "Set":
    """A picture as a set of one layer. Raises PersonError when it cannot be opened."""
    import numpy as np
    import skia

    from pipelines.make.drawn.art import image_of
    from pipelines.make.drawn.filmed import MIDDLE, NEAR
    from pipelines.make.drawn.layering import Layer
    from pipelines.make.drawn.light import light_of
    from pipelines.make.drawn.picture import Set
    from pipelines.make.drawn.sheet import Stage
    from pipelines.pictures import open_upright

    opened = _framed(open_upright(path).convert("RGBa"), work)
    scale = 1080 / min(opened.size)
    w, h = round(opened.width * scale), round(opened.height * scale)
    most = min(1.0, short * NEAR / min(opened.size))  # no larger than it will show
    sides = (max(1, round(opened.width * most)), max(1, round(opened.height * most)))
    image = image_of(np.asarray(opened.resize(sides, 1) if most < 1 else opened))
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect(0, 0, w, h))
    sampling = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    canvas.drawImageRect(image, skia.Rect(0, 0, w, h), sampling)
    layer = Layer("picture", MIDDLE, picture=recorder.finishRecordingAsPicture())
    stage = Stage(h / 2, (h, h), (0, h))
    return Set((layer,), (w, h), stage, light_of("day", "clear"), [], [], [], lens=False)
