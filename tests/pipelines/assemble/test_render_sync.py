"""Picture and sound together in the finished film: a flash and a click, at the same moment wherever they are."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from pipelines.assemble.render import render
from studio.timeline import Shot, Sound, Timeline, save
from studio.work import Work

RATE = 48_000
FLASHES = (0, 37, 90)


@pytest.mark.parametrize("rate", [Fraction(25), Fraction(30000, 1001)])
@pytest.mark.parametrize("kind", ["mp4", "webm", "mov prores"])
def test_a_flash_and_its_click(tmp_path: Path, rate: Fraction, kind: str) -> None:
    click = np.zeros(RATE // 50)
    click[:3] = 0.9
    soundfile.write(tmp_path / "click.wav", click, RATE)
    shots = []
    for begin, end in zip(FLASHES, (*FLASHES[1:], 100), strict=True):
        shots += [Shot("", "Colour", 2, colour="#ffffff"), Shot("", "Colour", end - begin - 2, colour="#000000")]
    sounds = tuple(Sound("click.wav", frame, 1) for frame in FLASHES)
    save(Timeline(rate, tuple(shots), sounds=sounds), tmp_path / "cut.otio")
    film = render(tmp_path / "cut.otio", size="320x180", quality="draft", format=kind, work=Work.alone(tmp_path / "w"))
    flashes, before = [], 0.0
    with av.open(str(film)) as file:
        for frame in file.decode(video=0):
            light = float(frame.to_ndarray(format="gray").mean())
            if light > 128 >= before:
                flashes.append(frame.time)
            before = light
    parts, at = [], None
    with av.open(str(film)) as file:
        for frame in file.decode(audio=0):
            at = frame.time if at is None else at
            parts.append(frame.to_ndarray().reshape(2 if frame.format.is_planar else 1, -1))
    sound = np.concatenate(parts, axis=1)
    sound = np.abs(sound[0] if len(sound) == 2 else sound[0, ::2])
    sound = sound / sound.max()
    assert len(flashes) == len(FLASHES)
    for flash, frame in zip(flashes, FLASHES, strict=True):
        assert flash == pytest.approx(float(frame / rate), abs=0.002)  # WebM has whole milliseconds
        expected = round((float(frame / rate) - at) * RATE)
        low = max(0, expected - 900)
        assert low + int(sound[low : expected + 900].argmax()) == pytest.approx(expected + 1, abs=24)  # half a ms
