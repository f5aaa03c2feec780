"""A file that lies under its name only once it is whole, whoever else writes it at the same time."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """A hidden file beside `path`, of the same suffix, to write to. After the `with` it is `path`; when that fails it
    is gone, and `path` is as it was. Raises OSError when it cannot be put there."""
    waiting = path.with_name(f".{path.stem}.{os.getpid()}.{threading.get_ident()}{path.suffix}")
    try:
        yield waiting
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)
