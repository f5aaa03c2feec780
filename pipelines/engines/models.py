"""The person's own diffusers models: which is named for which work, what it is called, and which of them gave up."""

import os
import re
import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from studio.errors import PersonError, Unfit

Craft = Literal["paint", "restyle", "animate", "shoot", "music"]

# Each names a folder with a diffusers pipeline, or a hub id; "id@revision" pins it.
VARIABLES: dict[Craft, str] = {
    "paint": "REELWRIGHT_DIFFUSERS",  # words → picture
    "restyle": "REELWRIGHT_DIFFUSERS_RESTYLE",  # picture and words → picture; else the weights of `paint`'s
    "animate": "REELWRIGHT_DIFFUSERS_ANIMATE",  # picture → clip
    "shoot": "REELWRIGHT_DIFFUSERS_SHOOT",  # words → clip
    "music": "REELWRIGHT_DIFFUSERS_MUSIC",  # words → music as sound
}
_HUB_ID = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*")
_REST = 600.0  # seconds after which one that gave up is asked again


@dataclass(frozen=True)
class Model:
    """A pipeline as it was named: `where` is a folder or a hub id, `revision` a digest of the folder or a commit."""

    craft: Craft
    variable: str
    where: str
    revision: str
    folder: bool

    @property
    def name(self) -> str:
        """As it stands in a step's options, on its card and in what it makes: another model makes another thing."""
        return f"diffusers:{Path(self.where).name}@{self.revision[:12]}"

    def unfit(self, words: str) -> Unfit:
        """The sentence that it cannot do it, remembered for a while so that "auto" asks others."""
        said = f"The model '{self.where}' ({self.variable}) {words}"
        GIVEN_UP.tell(self.name, said)
        return Unfit(said)


class GivenUp:
    """Models that did not load or ran out of memory, with the sentence that tells it, for ten minutes each."""

    def __init__(self, rest: float = _REST) -> None:
        self._lock = threading.Lock()
        self._rest = rest
        self._words: dict[str, tuple[float, str]] = {}

    def tell(self, name: str, words: str) -> None:
        with self._lock:
            self._words[name] = (time.monotonic() + self._rest, words)

    def words(self, name: str) -> str:
        """Why `name` is not asked now; "" when it may be."""
        with self._lock:
            until, words = self._words.get(name, (0.0, ""))
        return words if time.monotonic() < until else ""

    def forget(self) -> None:
        """Ask everyone again."""
        with self._lock:
            self._words.clear()


GIVEN_UP = GivenUp()


def variable_of(craft: Craft) -> str:
    """The variable that names the model of this craft; `restyle` borrows that of `paint`."""
    own = VARIABLES[craft]
    return VARIABLES["paint"] if craft == "restyle" and not os.environ.get(own, "").strip() else own


def chosen(craft: Craft) -> Model:
    """The model named for this craft, looked at but not loaded. Raises PersonError: none named, not there, no model."""
    variable = variable_of(craft)
    named = os.environ.get(variable, "").strip()
    if not named:
        raise PersonError(
            f'engine="diffusers" needs a model of yours: set {VARIABLES[craft]} to a diffusers folder or a hub id, '
            "or choose another engine."
        )
    folder = Path(named).expanduser()
    if not folder.exists() and _HUB_ID.fullmatch(named.partition("@")[0]):
        from pipelines.engines.hub import commit

        where, _, revision = named.partition("@")
        return Model(craft, variable, where, commit(where, revision or "main", variable), folder=False)
    from pipelines.engines.checking import examined

    return Model(craft, variable, str(folder), examined(folder, variable), folder=True)


def offered(craft: Craft) -> tuple[str, tuple[str, ...]]:
    """What "auto" may use: the model's name, or "" with a note where one is named but cannot be used.

    Without a graphics card a picture takes minutes, so that a model is then only used where REELWRIGHT_DEVICE=cpu.
    """
    variable = variable_of(craft)
    if not os.environ.get(variable, "").strip():
        return "", ()
    if device() == "cpu" and os.environ.get("REELWRIGHT_DEVICE") != "cpu":
        words = f"There is no graphics card for the model of {variable}. To wait for it, set REELWRIGHT_DEVICE=cpu."
        return "", (words,)
    try:
        name = chosen(craft).name
    except PersonError as error:
        return "", (str(error),)
    words = GIVEN_UP.words(name)
    return ("", (words,)) if words else (name, ())


def is_ours(engine: str) -> bool:
    """Whether an engine's name, settled or not, is one of diffusers."""
    return engine.partition(":")[0] == "diffusers"


def device() -> str:
    """'cuda', 'mps' or 'cpu'; REELWRIGHT_DEVICE=cpu keeps off a graphics card."""
    return "cpu" if os.environ.get("REELWRIGHT_DEVICE") == "cpu" else _card()


@lru_cache(maxsize=1)
def _card() -> str:
    import torch

    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def number(variable: str, low: int, high: int) -> int | None:
    """A whole number from the environment, None when it is not set. Raises PersonError."""
    told = os.environ.get(variable, "").strip()
    if not told:
        return None
    if not told.isdecimal() or not low <= int(told) <= high:
        raise PersonError(
            f"{variable} is '{told[:40]}'. Set it to a whole number from {low} to {high:,}, or not at all."
        )
    return int(told)
