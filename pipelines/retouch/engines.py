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
