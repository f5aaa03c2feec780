"""Clips as servers send them: whatever they are packed in, of the shape and length asked for."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.engines import endpoint
from studio.errors import Unfit
from studio.given import opened
from studio.work import Work
from tests.pipelines.engines.endpoint.conftest import name_it
from tests.pipelines.engines.endpoint.image_server import Comfy, film, picture, serving


def animation(form: str) -> bytes:
    out = io.BytesIO()
    frames = [Image.fromarray(np.full((90, 192, 3), 16 * n, np.uint8)) for n in range(16)]
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=60)
    return out.getvalue()


@pytest.mark.parametrize("form", ["mp4", "gif", "webp"])
def test_a_clip_is_given_the_shape_and_length_asked_for(
    form: str, monkeypatch: pytest.MonkeyPatch, work: Work, graph: Path, tmp_path: Path, notes: list[str]
) -> None:
    monkeypatch.setenv("REELWRIGHT_COMFYUI_SHOOT", str(graph))
    data = film(tmp_path) if form == "mp4" else animation(form)
    with serving(Comfy(data, f"clip_0001.{form}", looks=0)) as server:
        name_it(monkeypatch, "comfyui", server.url)
        for seconds in (0.5, 3.0):
            path = endpoint.shot_of("a whale", "", (16, 9), seconds, 3, work)
            with opened(path) as container:
                shown = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
                lasts = len(shown) / container.streams.video[0].average_rate
            assert shown[0].shape == (90, 160, 3)
            assert abs(lasts - seconds) < 0.13
            assert shown[-1].mean() > shown[0].mean() + 60
    assert len(notes) == 1
    assert "0.50 of its speed, then it stands still" in notes[0]
    assert not list(tmp_path.glob("answer*"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html></html>", "web page"),
        (b"", "empty answer"),
        (bytes(range(256)) * 40, "cannot be played"),
        (picture(), "cannot be played"),
        (b'{"error": "no"}', 'says "no"'),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "cannot be played"),
    ],
)
def test_a_clip_that_is_none_is_a_sentence(
    data: bytes, words: str, monkeypatch: pytest.MonkeyPatch, work: Work, graph: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("REELWRIGHT_COMFYUI_SHOOT", str(graph))
    for name in ("a.mp4", "a.webp"):
        comfy = Comfy(looks=0, name=name)
        comfy.saved = data
        with serving(comfy) as server:
            name_it(monkeypatch, "comfyui", server.url)
            with pytest.raises(Unfit, match=words):
                endpoint.shot_of("a whale", "", (16, 9), 1, 3, work)
    assert not list(tmp_path.glob("clip*"))
