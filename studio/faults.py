"""What ended a step, in words: what the person can mend, or a fault of ours told as one."""

import re
import traceback
from pathlib import Path

from studio.disk import disk_words
from studio.errors import PersonError


def sentence(error: BaseException, tool: str) -> tuple[str, bool]:
    """(what to tell the person, whether the fault is ours)."""
    if isinstance(error, PersonError):
        return str(error), False
    if isinstance(error, MemoryError):
        return f"'{tool}' ran out of memory. Close other programs or ask for a smaller size, then run again.", False
    said = disk_words(error, f"what '{tool}' makes") if isinstance(error, OSError) else ""
    if said:
        return said, False
    library = re.match(r"(lib[\w.+-]+): cannot open shared object file", str(error))
    if isinstance(error, ImportError) and library:
        return (
            f"This system lacks {library.group(1)}, which '{tool}' needs. On Debian or Ubuntu: "
            "sudo apt-get install libegl1 libgl1. Then run again.",
            False,
        )
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" ({Path(last[0].filename).name}, line {last[0].lineno})" if last else ""
    return f"A fault in Reelwright's tool '{tool}', not in your plan: {type(error).__name__}: {error}{where}", True
