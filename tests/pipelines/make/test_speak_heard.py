"""What is spoken is heard again: a recogniser reads back each voice, and the words lie where their times say."""

import re
from pathlib import Path

import pytest

from benchmarks.sound_speech import distance
from pipelines.make.speak import speak
from pipelines.speech.voices import SPEAKERS
from studio import facts
from studio.kinds import Text
from studio.work import Work

LINES = (
    "Every morning, Tomas climbs the stairs and lights the lamp.",
    "Out here, one day is much like another.",
    "The bakery opens at six, and the bread is still warm.",
    "In 1984 the old bridge was closed for three years.",
)
MOST_WRONG = {
    "heart": 0.05,
    "joe": 0.12,
    "onyx": 0.08,
    "emma": 0.08,
}  # share of words, over these lines; the recogniser errs too


def plain(text: str) -> list[str]:
    numbers = {"1984": "nineteen eighty four", "3": "three", "6": "six"}
    return re.findall(r"[a-z]+", " ".join(numbers.get(w.strip(".,"), w) for w in text.split()).lower())


@pytest.fixture(scope="module")
def recogniser(pack):
    from faster_whisper import WhisperModel

    folder = next(pack("whisper-base").rglob("model.bin")).parent
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)


@pytest.mark.slow
@pytest.mark.parametrize("voice", list(MOST_WRONG))
def test_a_recogniser_reads_back_what_was_spoken(voice: str, recogniser, packs, pack, tmp_path: Path) -> None:
    wrong = words = 0
    apart: list[float] = []
    for number, line in enumerate(LINES):
        desk = Work.alone(tmp_path / f"{voice}{number}", packs.find)
        text = desk.path("line.txt")
        text.write_text(line, encoding="utf-8")
        for name in SPEAKERS[voice].packs:
            pack(name)
        sound = speak(Text(text), voice=voice, work=desk)
        found = list(recogniser.transcribe(str(sound), language="en", word_timestamps=True, beam_size=5)[0])
        heard = [w for part in found for w in part.words]
        wrong += distance(plain(line), plain(" ".join(w.word for w in heard)))
        words += len(plain(line))
        told = facts.read(sound)["words"]
        if len(told) == len(heard):
            apart += [abs(mine[1] - w.start) for mine, w in zip(told, heard, strict=True)]
    assert wrong / words <= MOST_WRONG[voice]
    assert len(apart) >= 15
    assert sorted(apart)[len(apart) // 2] < 0.15  # seconds, median
