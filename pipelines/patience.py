"""A call into a library that cannot be interrupted, waited for so that a cancel is still heard at once."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

Result = TypeVar("Result")
_EVERY = 0.1  # seconds between two looks


def patiently(check: Callable[[], None], call: Callable[[], Result]) -> Result:
    """What `call` returns or raises; `check` (`work.check`) is called ten times a second meanwhile.

    When `check` raises, the call is left to finish by itself, its result forgotten: it must change nothing outside.
    """
    pool = ThreadPoolExecutor(1, thread_name_prefix="patiently")
    try:
        waiting = pool.submit(call)
        while True:
            check()
            try:
                return waiting.result(timeout=_EVERY)
            except TimeoutError:
                if waiting.done():
                    raise
    finally:
        pool.shutdown(wait=False)


def each(check: Callable[[], None], items: Iterable[Result]) -> Iterator[Result]:
    """The items one after another, each waited for as `patiently` does: for a generator that thinks long."""
    coming, end = iter(items), object()
    while (item := patiently(check, partial(next, coming, end))) is not end:
        yield item
