"""Files of the store are called by the plan's names in sentences."""

from pathlib import Path

import pytest

from studio.events import Artifact
from studio.naming import by_name

DIGEST = "0c7509bc" + "ab" * 28
THINGS = {"holiday": Artifact(DIGEST, "Video", ".mkv", 1, Path("x"))}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("'0c7509bc….mkv' has no sound of its own.", "'holiday' has no sound of its own."),
        ("Shot 2: 0c7509bc….mkv claims 2.0 s but holds 1.0 s.", "Shot 2: 'holiday' claims 2.0 s but holds 1.0 s."),
        (f"Shot 1: its file '{DIGEST[:12]}…' is missing.", "Shot 1: its file 'holiday' is missing."),
        (f"{DIGEST}.mkv is broken", "'holiday' is broken"),
        ("'ffffffff….mkv' is of nobody.", "'ffffffff….mkv' is of nobody."),
        (
            "deadbeef is a word; so is facade. It's 12345678 long.",
            "deadbeef is a word; so is facade. It's 12345678 long.",
        ),
    ],
)
def test_a_hash_becomes_the_name_the_plan_knows(words: str, told: str) -> None:
    assert by_name(words, THINGS) == told
