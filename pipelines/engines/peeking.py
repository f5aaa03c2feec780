"""A picture being painted, seen early: latents to colours by a linear map that is measured once for each pipeline.

A VAE's latents hold the picture's colours almost linearly (as previews of diffusion models commonly use, with tables
for each family). Here the map is fitted to the pipeline's own VAE, so that any family has one.
"""

import io
import time
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.work import Work

_SIDE = 128  # of the test picture
_WIDE = 288  # of a preview, its longer side
_EVERY = 0.5  # seconds between two previews at least
_SLOWER = 30  # of the time passed: a long work shows fewer, some hundred in all


@dataclass(frozen=True)
class Colours:
    """RGB (0 to 1) = latent @ `slopes` + `base`; `slopes` of shape (channels, 3), `base` of (3,)."""

    slopes: NDArray[np.float32]
    base: NDArray[np.float32]

    @property
    def channels(self) -> int:
        return len(self.slopes)

    def picture(self, latent: NDArray[np.float32]) -> NDArray[np.uint8]:
        """RGB, uint8 (h, w, 3), of one latent of shape (channels, h, w). Noise is brought down to its usual range."""
        calm = latent / max(1.0, float(latent.std()))
        rgb = np.tensordot(calm, self.slopes, axes=(0, 0)) + self.base
        return (rgb.clip(0, 1) * 255 + 0.5).astype(np.uint8)


def measured(pipeline: Any) -> Colours | None:
    """Fit the map to a pipeline's VAE with one small test picture; None where it has no VAE of the usual form."""
    import torch

    vae = getattr(pipeline, "vae", None)
    if vae is None or not hasattr(vae, "encode"):
        return None
    test = _test_picture()
    told = torch.from_numpy(test.transpose(2, 0, 1)[None] * 2 - 1).to(vae.device, vae.dtype)
    try:
        with torch.no_grad():
            try:
                found = vae.encode(told)
            except (RuntimeError, ValueError):  # a VAE of clips takes one more axis
                found = vae.encode(told[:, :, None])
            spread = getattr(found, "latent_dist", None)
            latent = spread.mode() if spread is not None else found.latent
    except (RuntimeError, ValueError, TypeError, AttributeError):
        return None
    latent = _as_painted(vae, latent.float())[0]
    flat = latent[:, 0] if latent.ndim == 4 else latent
    return _fitted(flat.cpu().numpy(), test)


def _fitted(latent: NDArray[np.float32], test: NDArray[np.float32]) -> Colours | None:
    """Least squares, a little ridged, over all places of the test picture."""
    from PIL import Image

    channels, h, w = latent.shape
    if not np.isfinite(latent).all() or h * w <= channels:
        return None
    small = Image.fromarray((test * 255).astype(np.uint8)).resize((w, h), Image.Resampling.BOX)
    wanted = np.asarray(small, np.float32).reshape(-1, 3) / 255
    known = np.column_stack([latent.reshape(channels, -1).T, np.ones(h * w, np.float32)]).astype(np.float64)
    ridge = np.eye(channels + 1) * 1e-3 * h * w
    ridge[-1, -1] = 0
    found = np.linalg.solve(known.T @ known + ridge, known.T @ wanted).astype(np.float32)
    return Colours(found[:-1], found[-1])


def _test_picture() -> NDArray[np.float32]:
    """Soft patches of all colours and lights, float (h, w, 3) from 0 to 1."""
    from PIL import Image

    patches = np.random.default_rng(7).random((9, 9, 3))
    patches[::2, ::2] = patches[::2, ::2].mean(axis=2, keepdims=True)  # greys among them
    soft = Image.fromarray((patches * 255).astype(np.uint8)).resize((_SIDE, _SIDE), Image.Resampling.BICUBIC)
    return np.asarray(soft, np.float32) / 255


def _as_painted(vae: Any, latent: Any) -> Any:
    """A VAE's latents in the range in which a pipeline denoises them."""
    import torch

    config = vae.config
    mean, spread = (_told(vae, name) for name in ("latents_mean", "latents_std"))
    if mean is not None and spread is not None and len(mean) == latent.shape[1]:
        shape = (1, -1, *[1] * (latent.ndim - 2))
        mean, spread = (
            torch.as_tensor(v, dtype=latent.dtype, device=latent.device).view(shape) for v in (mean, spread)
        )
        return (latent - mean) / spread
    shift = getattr(config, "shift_factor", None) or 0.0
    return (latent - shift) * (getattr(config, "scaling_factor", None) or 1.0)


def _told(vae: Any, name: str) -> Any:
    found = getattr(vae.config, name, None)
    return found if found is not None else getattr(vae, "_buffers", {}).get(name)


def unpacked(latents: Any, channels: int, size: tuple[int, int]) -> NDArray[np.float32] | None:
    """One picture (channels, h, w) of latents: (b, c, h, w), (b, c, f, h, w), or packed as (b, places, c·p²).

    `size` (width, height) tells the shape of packed ones; of a clip a frame in its middle is taken. None for others.
    """
    latent = latents[0].detach()
    if latent.ndim == 4:
        axis = 1 if latent.shape[0] == channels else 0
        latent = latent.select(axis, latent.shape[axis] // 2)
    if latent.ndim == 3 and latent.shape[0] >= channels:
        return np.asarray(latent[:channels].float().cpu().numpy())
    if latent.ndim != 2 or latent.shape[1] % channels:
        return None
    patch = round((latent.shape[1] // channels) ** 0.5)
    places, shape = latent.shape[0], size[0] / size[1]
    if patch * patch * channels != latent.shape[1]:
        return None
    frames = next((f for f in range(1, 130) if not places % f and _sides(places // f, shape)), None)
    if frames is None:
        return None
    h, w = _sides(places // frames, shape) or (1, 1)
    grid = latent.view(frames, h, w, channels, patch, patch)[frames // 2]
    return np.asarray(grid.permute(2, 0, 3, 1, 4).reshape(channels, h * patch, w * patch).float().cpu().numpy())


def _sides(places: int, shape: float) -> tuple[int, int] | None:
    """(h, w) of so many places whose width to height is nearly `shape`."""
    h = max(1, round((places / shape) ** 0.5))
    if places % h:
        return None
    return (h, places // h) if abs(places / h / h / shape - 1) < 0.04 else None


class Peek:
    """Shows what there is so far on the step's card, at most twice a second."""

    def __init__(self, colours: Colours | None, size: tuple[int, int], work: Work, every: float = _EVERY) -> None:
        self._colours, self._size, self._work, self._every = colours, size, work, every
        self._begun = self._last = time.monotonic()

    def show(self, latents: Any) -> None:
        """Show these latents, where the last preview is old enough and the pipeline's colours are known."""
        now = time.monotonic()
        if self._colours is None or now - self._last < max(self._every, (now - self._begun) / _SLOWER):
            return
        self._last = now
        latent = unpacked(latents, self._colours.channels, self._size)
        if latent is not None and np.isfinite(latent).all():
            self._work.preview(jpeg_of(self._colours.picture(latent), self._size))


def jpeg_of(pixels: NDArray[np.uint8], size: tuple[int, int]) -> bytes:
    """A JPEG of some 10 kB, in the shape of `size`."""
    from PIL import Image

    scale = _WIDE / max(size)
    small = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    out = io.BytesIO()
    Image.fromarray(pixels).resize(small, Image.Resampling.BICUBIC).save(out, "JPEG", quality=65)
    return out.getvalue()
