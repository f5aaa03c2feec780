"""A film's size as people write it."""

import pytest

from pipelines.film.sizes import sides
from studio.errors import PersonError


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ("1280x720", (1280, 720)),
        ("240p", (426, 240)),
        ("360p", (640, 360)),
        ("480p", (854, 480)),
        ("1080p", (1920, 1080)),
        ("1440P", (2560, 1440)),
        ("4k", (3840, 2160)),
        ("2160p 16:9", (3840, 2160)),
        ("1080p 9:16", (1080, 1920)),
        ("4K 1:1", (2160, 2160)),
        ("1080p 4:5", (1080, 1350)),
        (" 720p, 4:3 ", (960, 720)),
    ],
)
def test_sizes_by_name(size: str, found: tuple[int, int]) -> None:
    assert sides(size) == found


@pytest.mark.parametrize("size", ["1080p 9:0", "99p", "4k 99:1", "720p 16x9", "k", "9999p"])
def test_sizes_by_name_that_cannot_be(size: str) -> None:
    with pytest.raises(PersonError):
        sides(size)
