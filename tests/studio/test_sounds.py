"""Sound files on a disk that fills up: whole, or an error."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from studio.sounds import writing

NOISE = np.random.default_rng(1).normal(0, 0.1, (24000, 2)).astype(np.float32)


@pytest.mark.parametrize(("kind", "subtype"), [("FLAC", "PCM_16"), ("WAV", "PCM_24")])
def test_a_sound_reads_back_as_it_was_written(tmp_path: Path, kind: str, subtype: str) -> None:
    with writing(tmp_path / "a", 24000, 2, kind, subtype) as sound:
        sound.comment = "said"
        sound.write(NOISE[:100])
        sound.write(NOISE[100:])
    found, rate = soundfile.read(tmp_path / "a")
    assert rate == 24000
    assert np.abs(found - NOISE).max() < 1e-4
    with soundfile.SoundFile(tmp_path / "a") as sound:
        assert sound.comment == "said"
    with soundfile.SoundFile(tmp_path / "plain", "w", 24000, 2, subtype=subtype, format=kind) as sound:
        sound.comment = "said"
        sound.write(NOISE)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "plain").read_bytes()


_LIMITED = """
import resource, sys
sys.path.insert(0, ".")
import numpy as np
from pathlib import Path
from studio.sounds import writing
noise = np.random.default_rng(1).normal(0, 0.1, (24000, 2)).astype(np.float32)
for most in [0, 1, 50, 5000, *range(int(sys.argv[2]) - 9000, int(sys.argv[2]), 700), int(sys.argv[2]) - 1]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    path = Path(sys.argv[1]) / f"{most}.flac"
    try:
        with writing(path, 24000, 2) as sound:
            sound.write(noise)
    except OSError as error:
        assert error.errno == 27, error
    else:
        raise SystemExit(f"silent at {most}: {path.stat().st_size} bytes")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on a file's size to set")
def test_a_file_that_cannot_grow_is_an_error_at_every_byte(tmp_path: Path) -> None:
    """libsndfile leaves the last block out without a word when it does not fit."""
    with writing(tmp_path / "whole.flac", 24000, 2) as sound:
        sound.write(NOISE)
    size = (tmp_path / "whole.flac").stat().st_size
    command = [sys.executable, "-c", _LIMITED, str(tmp_path), str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
