"""Latents as small pictures: the measured map of colours, the forms latents come in, not too often."""

from typing import Any

import numpy as np
import pytest

from pipelines.engines.peeking import Colours, Peek, _fitted, _sides, _test_picture, measured, unpacked


def latent_of(picture: np.ndarray, channels: int = 6) -> np.ndarray:
    """What a made-up VAE makes of a picture, float (h, w, 3): mixtures of its colours at an eighth of its size."""
    h, w = picture.shape[0] // 8, picture.shape[1] // 8
    small = picture[: h * 8, : w * 8].reshape(h, 8, w, 8, 3).mean(axis=(1, 3))
    return np.tensordot(np.random.default_rng(3).normal(size=(channels, 3)), small - 0.5, axes=(1, 2)).astype(
        np.float32
    )


def test_the_map_gives_the_colours_of_a_picture_it_was_not_measured_with() -> None:
    test = _test_picture()
    colours = _fitted(latent_of(test), test)
    assert colours is not None
    picture = np.zeros((64, 64, 3), np.float32)
    picture[:32] = (0.9, 0.3, 0.2)
    picture[32:] = (0.1, 0.4, 0.8)
    shown = colours.picture(latent_of(picture)).astype(float) / 255
    assert np.abs(shown[:4] - (0.9, 0.3, 0.2)).max() < 0.08
    assert np.abs(shown[4:] - (0.1, 0.4, 0.8)).max() < 0.08


@pytest.mark.slow
def test_a_map_is_measured_with_a_pipelines_own_vae_or_there_is_none(tiny: Any) -> None:
    import diffusers

    for name, channels in (("stable_diffusion", 4), ("wan", 16), ("ltx", 8)):
        colours = measured(diffusers.DiffusionPipeline.from_pretrained(tiny(name)))
        assert colours is not None
        assert colours.channels == channels
        assert np.isfinite(colours.slopes).all()
    assert measured(object()) is None


def test_latents_of_every_form_are_one_picture() -> None:
    import torch

    flat = torch.arange(2 * 4 * 6, dtype=torch.float32).reshape(1, 2, 4, 6)
    assert (unpacked(flat, 2, (96, 64)) == flat[0].numpy()).all()
    clip = torch.stack([flat, flat + 100, flat + 200], dim=2)  # (1, 2, 3, 4, 6)
    assert (unpacked(clip, 2, (96, 64)) == flat[0].numpy() + 100).all()
    packed = flat.view(1, 2, 2, 2, 3, 2).permute(0, 2, 4, 1, 3, 5).reshape(1, 6, 8)  # as Flux packs them
    assert (unpacked(packed, 2, (96, 64)) == flat[0].numpy()).all()
    row = clip.permute(0, 2, 3, 4, 1).reshape(1, 3 * 4 * 6, 2)  # as LTX packs them
    assert (unpacked(row, 2, (96, 64)) == flat[0].numpy() + 100).all()
    assert unpacked(torch.zeros(1, 7, 5), 2, (96, 64)) is None
    assert unpacked(torch.zeros(1, 3), 2, (96, 64)) is None


def test_sides_of_packed_latents() -> None:
    assert _sides(32 * 18, 16 / 9) == (18, 32)
    assert _sides(7, 16 / 9) is None


def test_previews_come_at_most_twice_a_second_and_never_of_no_numbers(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from pipelines.engines import peeking

    now = [0.0]
    monkeypatch.setattr(peeking.time, "monotonic", lambda: now[0])
    here = desk()
    peek = Peek(Colours(np.eye(2, 3, dtype=np.float32), np.zeros(3, np.float32)), (96, 64), here.work)
    for _ in range(100):
        now[0] += 0.1
        peek.show(torch.rand(1, 2, 4, 6))
    assert 15 <= len(here.shown) <= 20
    for _ in range(6000):
        now[0] += 0.1
        peek.show(torch.rand(1, 2, 4, 6))
    assert len(here.shown) < 160  # of ten minutes
    before = len(here.shown)
    now[0] += 100
    peek.show(torch.full((1, 2, 4, 6), float("nan")))
    Peek(None, (96, 64), here.work, every=0.0).show(torch.rand(1, 2, 4, 6))
    assert len(here.shown) == before
