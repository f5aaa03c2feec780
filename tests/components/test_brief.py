"""What may be chosen beside a brief is what the tools have."""

from pathlib import Path

from app import find_tools
from components.brief import SIZES, VOICES

SCRIPT = (Path(__file__).parents[2] / "assets" / "screen" / "brief.js").read_text(encoding="utf-8")


def test_every_voice_there_is_may_be_chosen() -> None:
    option = find_tools()["speak"].option("voice")
    assert option is not None
    assert set(VOICES) == set(option.choices)
    for name in (*VOICES, *SIZES):
        assert f'["{name}", ' in SCRIPT, name
