"""Look-up tables people grade with: .cube files of one or three dimensions, read strictly, and their colours."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from studio.errors import PersonError

_SIZES = {"LUT_1D_SIZE": (2, 65536), "LUT_3D_SIZE": (2, 129)}
_MOST_BYTES = 150_000_000


@dataclass(frozen=True, eq=False)
class Table:
    """A look-up table: `values` of shape (size, 3) by channel, or (size, size, size, 3) by blue, green and red.
    `low` and `high`: the colours at its first and last entry."""

    values: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def __call__(self, rgb: np.ndarray) -> np.ndarray:
        """The colours it gives for float colours (n, 3); beyond its domain as at its edge."""
        size = len(self.values)
        place = np.clip((rgb - self.low) / (self.high - self.low), 0, 1) * (size - 1)
        if self.values.ndim == 2:
            steps = np.arange(size)
            return np.stack([np.interp(place[:, i], steps, self.values[:, i]) for i in range(3)], axis=1)
        return _tetrahedral(self.values, place)


def _tetrahedral(values: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Interpolation within the tetrahedron a colour lies in, which keeps a neutral axis neutral. From the corner below
    it steps along the axes in the order of how far the colour lies along each."""
    corner = np.minimum(place.astype(int), len(values) - 2)
    share = place - corner
    order = np.argsort(-share, axis=1, kind="stable")
    weights = np.take_along_axis(share, order, axis=1)
    before = np.ones(len(place))
    rows = np.arange(len(place))
    found = np.zeros_like(place)
    for step in range(4):
        after = weights[:, step] if step < 3 else np.zeros(len(place))
        red, green, blue = corner.T
        found += (before - after)[:, None] * values[blue, green, red]
        if step < 3:
            corner[rows, order[:, step]] += 1
            before = after
    return found


def read(path: Path, name: str = "") -> Table:
    """The table in a .cube file (Adobe's Cube LUT Specification 1.0). `name`: what sentences call it.

    Raises PersonError naming the line when it is not one.
    """
    try:
        about = path.stat()
    except OSError as error:
        raise PersonError(f"The look-up table '{name or path.name}' is missing. Give it again.") from error
    if about.st_size > _MOST_BYTES:
        raise PersonError(f"'{name or path.name}' is {about.st_size / 1e6:.0f} MB, too large for a look-up table.")
    return _read(path, name or path.name, about.st_size, about.st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, name: str, size: int, changed: int) -> Table:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return parse(text, name)


def parse(text: str, name: str) -> Table:
    """The table a .cube file's text tells."""
    kind, size = "", 0
    edges = {"DOMAIN_MIN": np.zeros(3), "DOMAIN_MAX": np.ones(3)}
    rows: list[list[float]] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split("#")[0].split()
        if not words or words[0] == "TITLE":
            continue
        if words[0] in _SIZES:
            if kind:
                raise _wrong(name, number, "names a size a second time")
            kind, size = words[0], _size(words, name, number)
        elif words[0] in edges:
            edges[words[0]] = np.array(_three(words[1:], name, number))
        elif words[0].endswith("_INPUT_RANGE") and len(words) == 3:  # DaVinci Resolve's way to tell the domain
            low, high, _ = _three([*words[1:], "0"], name, number)
            edges = {"DOMAIN_MIN": np.full(3, low), "DOMAIN_MAX": np.full(3, high)}
        else:
            rows.append(_three(words, name, number))
    return _table(kind, size, edges, rows, name)


def _table(kind: str, size: int, edges: dict[str, np.ndarray], rows: list[list[float]], name: str) -> Table:
    if not kind:
        raise PersonError(f"'{name}' is no look-up table: no line begins with LUT_3D_SIZE or LUT_1D_SIZE.")
    wanted = size**3 if kind == "LUT_3D_SIZE" else size
    if len(rows) != wanted:
        raise PersonError(
            f"'{name}' holds {len(rows)} colours where its size of {size} needs {wanted}: it is cut short or damaged. "
            f"Export it again."
        )
    if (edges["DOMAIN_MAX"] <= edges["DOMAIN_MIN"]).any():
        raise PersonError(f"In '{name}' the domain ends before it begins. Export it again.")
    values = np.array(rows)
    if kind == "LUT_3D_SIZE":
        values = values.reshape(size, size, size, 3)
    return Table(values, edges["DOMAIN_MIN"], edges["DOMAIN_MAX"])


def _size(words: list[str], name: str, number: int) -> int:
    low, high = _SIZES[words[0]]
    if len(words) != 2 or not words[1].isascii() or not words[1].isdigit() or not low <= int(words[1][:9]) <= high:
        raise _wrong(name, number, f"gives no size from {low} to {high}")
    return int(words[1])


def _three(words: list[str], name: str, number: int) -> list[float]:
    try:
        found = [float(word) for word in words]
    except ValueError as error:
        raise _wrong(name, number, f"says '{' '.join(words)[:40]}', where three numbers belong") from error
    if len(found) != 3 or not all(abs(value) < 1e6 for value in found):
        raise _wrong(name, number, "does not hold three usable numbers")
    return found


def _wrong(name: str, number: int, what: str) -> PersonError:
    return PersonError(f"Line {number} of the look-up table '{name}' {what}. Export it again as a .cube file.")
