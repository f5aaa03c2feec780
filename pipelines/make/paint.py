"""A picture of a scene, drawn from words."""

from collections.abc import Callable
from typing import Any, Literal

from studio.kinds import Image, Text, read_text
from studio.tool import Settled
from studio.work import Work

PACKS = ("fluent-emoji", "mdi", "minilm")
CORES = 1
MEMORY = 0.6

Shape = Literal["16:9", "9:16", "1:1", "4:5"]
SIZES = {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1440, 1440), "4:5": (1296, 1620)}


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """Decide which engine draws."""
    if options["engine"] == "auto":
        options["engine"] = "drawn"
    return Settled(options=options, packs=PACKS)


def paint(
    scene: Text,
    time: Literal["auto", "dawn", "morning", "day", "sunset", "dusk", "night"] = "auto",
    weather: Literal["auto", "clear", "cloudy", "rain", "snow", "fog", "storm"] = "auto",
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
        shape: Width to height.
        avoid: Things that must not be there, parted by commas.
        engine: Who paints: "drawn" works everywhere; "diffusers" is a model of your own.
        seed: Another number, another take.

    >>> shot = paint(scene="a lighthouse on a rocky shore", time="dawn", seed=4)
    """
    from pipelines.make.drawn.cast import Cast
    from pipelines.make.drawn.finish import save
    from pipelines.make.drawn.homes import settle_setting
    from pipelines.make.drawn.picture import Order, draw
    from pipelines.make.drawn.read import read_scene

    read = read_scene(read_text(scene), avoid)
    hour = time if time != "auto" else read.time or "day"
    sky = weather if weather != "auto" else read.weather or "clear"
    setting = settle_setting(read, read.subjects)
    order = Order(read, read.subjects, setting, hour, sky, SIZES[shape], seed)
    cast = Cast(lambda: work.pack("fluent-emoji"), lambda: work.pack("mdi"), work.part)
    pixels, drawn = draw(order, cast, work.progress)
    about = {"drawn": drawn, "setting": setting, "time": hour, "weather": sky, "engine": "drawn"}
    return Image(save(pixels, work.path("picture.png"), about))
