"""Where sound lies in a film, to the sample: after the encoder too, and at the end of a long one."""

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from pipelines.assemble.mix import soundtrack
from pipelines.film.formats import FORMATS
from pipelines.film.muxing import encode_sound
from studio.timeline import Shot, Sound, Timeline
from studio.work import Work

RATE = 48_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Media: a click and 13 s of music."""
    click = np.zeros(RATE // 10)
    click[:3] = 0.9
    soundfile.write(tmp_path / "click.wav", click, RATE)
    t = np.arange(RATE * 13) / RATE
    soundfile.write(tmp_path / "music.wav", np.stack([np.sin(2 * np.pi * f * t) * 0.2 for f in (220, 330)], 1), RATE)
    return tmp_path


@pytest.mark.parametrize("rate", [Fraction(30), Fraction(30000, 1001), Fraction(24000, 1001)])
def test_a_click_lies_at_its_frame_after_the_encoder_too(folder, rate):
    """The container says where the encoder's first samples are to be left out."""
    frames = (0, 17, 100, 299)
    film = Timeline(rate, (Shot("x.png", "Image", 300),), sounds=tuple(Sound("click.wav", f, 3) for f in frames))
    wav = soundtrack(film, folder, None, Work.alone(folder / "desk"))
    encode_sound(wav, folder / "a.m4a", FORMATS["mp4"].sound, lambda: None)
    with av.open(str(folder / "a.m4a")) as file:
        decoded = np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])
    for frame in frames:
        at = round(frame * RATE / rate)
        for sound in (soundfile.read(wav, dtype="float32")[0][:, 0], decoded):
            near = np.abs(sound[max(0, at - 500) : at + 500])
            assert abs(int(near.argmax()) - min(at, 500) - 1) <= 1


def test_a_long_film_keeps_its_memory_and_its_places(folder):
    """Five minutes, in a program of its own that says how much memory it needed."""
    code = f"""
import resource, cv2, numpy, soundfile, soxr
from fractions import Fraction
from pathlib import Path
from pipelines.assemble.mixing import buses, finish
from pipelines.assemble.mix import soundtrack
from studio.timeline import Shot, Sound, Timeline
from studio.work import Work
rate = Fraction(30000, 1001)
film = Timeline(rate, (Shot("x", "Colour", 8991),), sounds=(Sound("click.wav", 0, 3), Sound("click.wav", 8979, 3)))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
folder = Path({str(folder)!r})
wav = soundtrack(film, folder, folder / "music.wav", Work.alone(folder / "desk"))
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
print(grown, soundfile.info(wav).frames)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    grown, count = done.stdout.split()
    assert int(count) == round(8991 * 1001 / 30000 * RATE)
    assert float(grown) < 100
    at = round(8979 * 1001 / 30000 * RATE)
    end, _ = soundfile.read(folder / "desk" / "soundtrack.wav", start=at - 500, stop=at + 500)
    assert abs(int(np.abs(np.diff(end[:, 0], 2)).argmax()) - 500) <= 2
