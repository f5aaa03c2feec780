"""Memory that was freed goes back to the system."""

import ctypes
import sys
from functools import lru_cache
from typing import Any


def give_back() -> None:
    """Let go of freed memory that the C library keeps for each thread: some 90 MB once threads have opened the pictures
    of a film. It takes a few milliseconds. Only glibc needs it and has it; elsewhere nothing happens."""
    trim = _trim()
    if trim is not None:
        trim(0)


@lru_cache(maxsize=1)
def _trim() -> Any:
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
