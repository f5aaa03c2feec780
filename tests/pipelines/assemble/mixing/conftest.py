"""Small videos with sound for the tests of the mix."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

RATE = 48_000


@pytest.fixture
def video(tmp_path: Path) -> Callable[..., Path]:
    """`video(name, sound)`: a video as long as `sound` (float, shape (n,) or (n, channels)), its sound untouched."""

    def make(name: str, sound, rate: int = 25) -> Path:
        import av

        sound = np.asarray(sound, np.float32).reshape(len(sound), -1)
        path = tmp_path / name
        layout = {1: "mono", 2: "stereo", 6: "5.1"}[sound.shape[1]]
        with av.open(str(path), "w") as out:
            picture, track = out.add_stream("mpeg4", rate=rate), out.add_stream("pcm_f32le", rate=RATE, layout=layout)
            picture.width = picture.height = 32
            picture.pix_fmt = "yuv420p"
            each = RATE // rate
            for number in range(-(-len(sound) // each)):
                out.mux(picture.encode(av.VideoFrame(32, 32, "yuv420p")))
                piece = np.ascontiguousarray(sound[number * each : (number + 1) * each]).reshape(1, -1)
                frame = av.AudioFrame.from_ndarray(piece, format="flt", layout=layout)
                frame.rate, frame.pts = RATE, number * each
                out.mux(track.encode(frame))
            out.mux(picture.encode(None))
            out.mux(track.encode(None))
        return path

    return make
