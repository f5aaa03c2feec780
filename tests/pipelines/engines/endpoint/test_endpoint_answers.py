"""What a server sends is judged by its bytes: a sentence for all that is no picture."""

import gzip
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from tests.pipelines.engines.endpoint.image_server import PAGE, bomb, moving, picture


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (PAGE, "web page"),
        (b"\n <HTML><head></head></HTML>", "web page"),
        (b'{"error": {"message": "The model is on holiday"}}', 'says "The model is on holiday"'),
        (b'{"ok": true}', "in words"),
        (b"", "empty answer"),
        (b"hello", "no picture"),
        (bytes(range(256)) * 16, "no picture"),
        (picture(96, 64)[:100], "damaged"),
        (picture(96, 64, "JPEG")[:400], "damaged"),
        (bomb(), "too large"),
        (bomb(7100), "too large"),
        (picture(16, 16), "too small"),
        (moving(), "animation"),
        (gzip.compress(picture()), "no picture"),  # nothing is unpacked that was not asked to be packed
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "no picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "no picture"),
    ],
)
def test_what_is_no_picture_is_told_by_its_bytes(body: bytes, words: str, ask: Callable[..., str]) -> None:
    assert words in ask(lambda call: (200, body, {"Content-Type": "image/png", "Content-Encoding": "identity"}))


def test_a_blank_picture_is_a_filters(ask: Callable[..., str]) -> None:
    out = BytesIO()
    Image.new("RGB", (90, 90)).save(out, "PNG")
    assert "blank" in ask(lambda call: (200, out.getvalue()))
