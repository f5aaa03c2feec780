"""Who reads: the voice that fits a description, among those there are."""

import pytest

from app import find_tools
from pipelines.speech.voices import SPEAKERS
from studio.agent.choices import voice
from studio.agent.narrators import described, usual
from studio.agent.places import table
from studio.agent.reading import read

TOOLS = find_tools()
CODES = {"woman": "woman", "man": "man"}


def test_the_table_tells_of_the_voices_there_are() -> None:
    told = table("voices")
    assert set(told) == set(SPEAKERS) - {"silent"}
    for name, speaker in SPEAKERS.items():
        if name != "silent":
            assert speaker.sex in told[name]["words"].split(), name
            assert told[name]["language"] == speaker.language, name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("female", "heart"), ("male", "joe"), ("deep male", "onyx"), ("deep", "onyx"), ("a british woman", "emma"),
        ("old british male", "george"), ("an old man's voice", "onyx"), ("a low female voice", "nova"),
        ("young male", "fenrir"), ("let Michael read", "michael"), ("something else", ""),
    ],
)  # fmt: skip
def test_words_describe_a_voice(words: str, name: str) -> None:
    assert described(words) == name


def test_only_the_voices_of_the_tool_are_chosen() -> None:
    assert described("deep male", ("heart", "joe", "silent")) == "joe"
    assert usual("en", ("joe",)) == "joe"


def test_a_brief_has_the_voice_it_asks_for() -> None:
    assert voice(read("A harbour at dawn, told by an old British man", {}), TOOLS) == "george"
    assert voice(read("A harbour at dawn", {}), TOOLS) == "heart"
    assert voice(read("حارس منارة يصادق حوتًا", {}), TOOLS) == "silent"
