"""How well the voices are understood, how clean they sound, and how exact their word times are.

    python benchmarks/sound_speech.py [--quick] [--every]

wer          word error rate over 200 sentences (benchmarks/sentences.txt), the voices reading them in turn, heard by
             Whisper base; both sides spelt out by the same rules (12 is twelve), so that writing is not judged
dnsmos       mean overall grade of DNSMOS P.835 (Reddy and others, 2022), 1 to 5
word_starts  median seconds between where a voice says a word begins and where the recogniser hears it begin
told_apart   share of recordings whose voice is found again by pitch and spectrum alone: each against the means of
             the others of every voice
voices       the first three, and the median pitch in Hz, for each voice

`--quick` reads seven sentences; `--every` has each voice read all two hundred (an hour). Packs already here are used,
nothing is downloaded; what cannot be measured without one is null. The last line is one JSON object.
"""

import argparse
import json
import re
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app import open_packs  # noqa: E402
from pipelines.make.speak import speak  # noqa: E402
from pipelines.speech.spelling import said  # noqa: E402
from pipelines.speech.voices import SPEAKERS  # noqa: E402
from studio import facts  # noqa: E402
from studio.packs import Packs  # noqa: E402
from studio.work import Work  # noqa: E402

# Two writings of one sound: no listener could tell them apart.
SAME = {"thomas": "tomas", "colour": "color", "grey": "gray", "ok": "okay", "mr": "mister", "dr": "doctor",
        "harbour": "harbor"}  # fmt: skip
_GRADE = (-0.06766283, 1.11546468, 0.04602535)  # from the figure the model gives to a mean opinion score
_LISTENED = 144_160  # samples at 16 kHz that DNSMOS hears at once, 9.01 s


@dataclass
class Heard:
    """What was measured of one voice."""

    words: int = 0
    wrong: int = 0
    grades: list[float] = field(default_factory=list)
    apart: list[float] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    timbres: list[Any] = field(default_factory=list)


def sentences() -> list[str]:
    lines = (ROOT / "benchmarks" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def plain(text: str) -> list[str]:
    """The words of a text as they are said, without case and marks."""
    words = re.findall(r"[a-z]+", said(text).lower().replace("'", "").replace("’", ""))
    return [SAME.get(word, word) for word in words]


def distance(one: list[str], other: list[str]) -> int:
    """Words to change, leave out or put in (Levenshtein, 1966)."""
    row = list(range(len(other) + 1))
    for i, word in enumerate(one, start=1):
        last, row[0] = row[0], i
        for j, heard in enumerate(other, start=1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (word != heard))
    return row[-1]


def turns(quick: bool, every: bool, ready: list[str]) -> list[tuple[str, str]]:
    """(voice, sentence) to read."""
    lines = sentences()
    if every:
        return [(voice, line) for voice in ready for line in lines]
    if quick:
        reads = [v for v in ("heart", "joe", "george", "heart", "joe", "george", "heart") if v in ready]
        return list(zip(reads, lines[::28], strict=False))
    return [(ready[i % len(ready)], line) for i, line in enumerate(lines)]


def measure(quick: bool = False, every: bool = False) -> dict[str, Any]:
    """The figures, and what each voice had wrong."""
    packs = open_packs()
    ready = [
        n for n, speaker in SPEAKERS.items() if speaker.language == "en" and all(packs.ready(p) for p in speaker.packs)
    ]
    found: dict[str, Heard] = {}
    with tempfile.TemporaryDirectory() as folder:
        recogniser, grader = _recogniser(packs), _grader(packs)
        for number, (voice, line) in enumerate(turns(quick, every, ready)):
            work = Work.alone(Path(folder) / str(number), packs.find)
            text = work.path("line.txt")
            text.write_text(line, encoding="utf-8")
            spoken = speak(text=text, voice=voice, work=work)
            about = found.setdefault(voice, Heard())
            if recogniser is not None:
                _listen(recogniser, Path(spoken), line, about)
            about.timbres.append(timbre(Path(spoken)))
            if grader is not None:
                about.grades.append(_grade(grader, Path(spoken)))
    for voice, about in found.items():
        for missed in about.missed:
            print(f"{voice}: {missed}", file=sys.stderr)
    return _figures(found)


def _recogniser(packs: Packs) -> Any:
    if not packs.ready("whisper-base"):
        return None
    from faster_whisper import WhisperModel

    folder = next(packs.find("whisper-base").rglob("model.bin")).parent
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)


def _grader(packs: Packs) -> Any:
    if not packs.ready("dnsmos"):
        return None
    import onnxruntime

    return onnxruntime.InferenceSession(str(next(packs.find("dnsmos").rglob("sig_bak_ovr.onnx"))))


def _listen(recogniser: Any, spoken: Path, line: str, about: Heard) -> None:
    parts = recogniser.transcribe(str(spoken), language="en", beam_size=5, word_timestamps=True)[0]
    heard = [word for part in parts for word in part.words]
    text = "".join(word.word for word in heard)
    wrong = distance(plain(line), plain(text))
    about.words += len(plain(line))
    about.wrong += wrong
    if wrong:
        about.missed.append(f"{line} | {text.strip()}")
    told = facts.read(spoken)["words"]
    if len(told) == len(heard):
        about.apart += [abs(mine[1] - word.start) for mine, word in zip(told, heard, strict=True)]


def _grade(grader: Any, spoken: Path) -> float:
    """DNSMOS's overall grade of a recording, over all its stretches of 9 s; a shorter one is repeated."""
    import numpy as np
    import soundfile
    import soxr

    sound, rate = soundfile.read(spoken, dtype="float32")
    heard = soxr.resample(sound, rate, 16000)
    heard = np.tile(heard, -(-_LISTENED // len(heard)))
    starts = range(0, len(heard) - _LISTENED + 1, 16000)
    raw = [float(grader.run(None, {"input_1": heard[None, at : at + _LISTENED]})[0][0][2]) for at in starts]
    return float(np.mean([np.polyval(_GRADE, value) for value in raw]))


def timbre(spoken: Path) -> Any:
    """What a voice sounds like, (25,): twice its median pitch in semitones over 100 Hz, then 24 bands in dB."""
    import numpy as np
    import soundfile
    import soxr

    sound, rate = soundfile.read(spoken, dtype="float32")
    heard = soxr.resample(sound, rate, 16000)
    frames = np.lib.stride_tricks.sliding_window_view(heard, 1024)[::256]
    power = np.abs(np.fft.rfft(frames * np.hanning(1024), axis=1)) ** 2
    power = power[power.sum(axis=1) > 0.02 * power.sum(axis=1).max()]
    alike = np.fft.irfft(power, axis=1)  # autocorrelation; its peak between 64 and 400 Hz is the pitch
    lags = alike[:, 40:250]
    voiced = lags.max(axis=1) > 0.45 * alike[:, 0]
    pitch = np.median(12 * np.log2(160 / (40 + lags.argmax(axis=1)[voiced]))) if voiced.any() else 0.0
    edges = np.geomspace(100, 7600, 25) / 16000 * 1024
    bands = [power[:, int(a) : max(int(a) + 1, int(b))].mean() for a, b in pairwise(edges)]
    return np.array([2 * pitch, *(10 * np.log10(np.array(bands) / sum(bands) + 1e-9))])


def told_apart(voices: list[list[Any]]) -> float | None:
    """Share of recordings nearest to the mean of the others of their own voice; None with fewer than two of each."""
    import numpy as np

    if len(voices) < 2 or any(len(one) < 2 for one in voices):
        return None
    right = 0
    for mine, several in enumerate(voices):
        for left, found in enumerate(several):
            means = [
                np.mean([x for k, x in enumerate(one) if voice != mine or k != left], axis=0)
                for voice, one in enumerate(voices)
            ]
            right += int(np.argmin([np.linalg.norm(found - mean) for mean in means])) == mine
    return round(right / sum(map(len, voices)), 3)


def _figures(found: dict[str, Heard]) -> dict[str, Any]:
    def of(several: list[Heard]) -> dict[str, Any]:
        words, wrong = sum(h.words for h in several), sum(h.wrong for h in several)
        grades = [g for h in several for g in h.grades]
        apart = [a for h in several for a in h.apart]
        return {
            "wer": round(wrong / words, 4) if words else None,
            "dnsmos": round(statistics.mean(grades), 2) if grades else None,
            "word_starts": round(statistics.median(apart), 3) if apart else None,
        }

    def pitch(about: Heard) -> dict[str, int]:
        return {"pitch": round(100 * 2 ** (statistics.median(float(t[0]) for t in about.timbres) / 24))}

    return (
        of(list(found.values()))
        | {"told_apart": told_apart([about.timbres for about in found.values()])}
        | {"voices": {name: of([about]) | pitch(about) for name, about in found.items()}}
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="seven sentences")
    parser.add_argument("--every", action="store_true", help="every voice reads every sentence")
    asked = parser.parse_args()
    print(json.dumps(measure(asked.quick, asked.every)))


if __name__ == "__main__":
    main()
