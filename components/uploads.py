"""Files a page sent: only those it may hand on, and gone once they are taken in."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.errors import PersonError


@contextmanager
def uploaded(path: str, folder: Path) -> Iterator[Path]:
    """A file gradio received into `folder`, removed at the end.

    The page names a path, and a page can be made to name any: a path outside `folder`, through a link or
    not, is refused. Each upload lies in a folder of its own there.
    """
    root = folder.resolve()
    found = Path(path.replace("\0", "")).resolve()
    if not found.is_relative_to(root) or found == root or not found.is_file():
        raise PersonError("That upload did not arrive whole. Add the file once more.")
    try:
        yield found
    finally:
        if found.parent.parent == root:
            shutil.rmtree(found.parent, ignore_errors=True)
        else:
            found.unlink(missing_ok=True)
