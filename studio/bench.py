"""Where plans are run: the tools, the store, the packs, and how much of the machine may be used."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from studio.store import Store
from studio.tool import Tool


class PackShelf(Protocol):
    """What execution asks of the packs."""

    def ready(self, name: str) -> bool: ...
    def find(self, name: str) -> Path: ...
    def digest(self, name: str) -> str: ...


def _memory_free() -> float:
    import psutil

    return float(psutil.virtual_memory().available) / 1e9


@dataclass(frozen=True)
class Bench:
    """Everything a run leans on, handed in whole."""

    tools: Mapping[str, Tool]
    store: Store
    packs: PackShelf
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)
    memory: float = field(default_factory=_memory_free)  # gigabytes
