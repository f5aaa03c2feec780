"""Who does it where a network and a simple way both can: decided before anything is hashed, and said."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from studio.tool import Settled


def settled(options: Mapping[str, Any], network: tuple[str, str, str], simple: str, then: str) -> Settled:
    """Options whose engine "auto" has become the network where that can run, else the simple one, with a note.

    `network`: the engine's name, the Python package it runs on and its pack. `then`: what the simple one means.
    """
    engine, package, pack = network
    if options["engine"] == "auto" and find_spec(package) is None:
        return Settled({**options, "engine": simple}, (), (f"The Python package {package} is not installed, {then}.",))
    chosen = engine if options["engine"] == "auto" else options["engine"]
    return Settled({**options, "engine": chosen}, (pack,) if chosen == engine else ())


def settled_between(options: Mapping[str, Any]) -> Settled:
    """Of what makes pictures between others: RIFE where torch is installed, else blending."""
    then = "so pictures between are blended: what moves is seen twice"
    return settled(options, ("rife", "torch", "rife"), "blend", then)


def settled_larger(options: Mapping[str, Any], what: str) -> Settled:
    """Of what enlarges a "picture" or a "video": SPAN where ncnn is installed, else Lanczos."""
    then = f"so the {what} is enlarged smoothly, without finer detail"
    return settled(options, ("span", "ncnn", "span"), "lanczos", then)
