"""Loudness and silence of a recorded voice."""

from typing import Any

from pipelines.sound.loudness import Meter, blocks

LOUDNESS = -20.0  # LUFS of a finished reading
CEILING = 0.84  # -1.5 dBFS


def sounding(samples: Any, rate: int, floor: float = 0.012) -> tuple[int, int]:
    """(first, last + 1) of the samples (n,) that are part of speech, a little air left around them.

    `floor` is a share of the loudest 10 ms.
    """
    import numpy as np

    hop = max(1, rate // 100)
    if len(samples) < hop:
        return 0, len(samples)
    blocks = samples[: len(samples) // hop * hop].reshape(-1, hop)
    level = np.sqrt((blocks**2).mean(axis=1))
    loud = np.flatnonzero(level > max(1e-4, level.max() * floor))
    if not len(loud):
        return 0, len(samples)
    return max(0, int(loud[0]) * hop - int(0.03 * rate)), min(len(samples), int(loud[-1] + 1) * hop + int(0.08 * rate))


def faded(samples: Any, rate: int, seconds: float = 0.012) -> Any:
    """The same samples, eased in and out, so that neither end clicks."""
    import numpy as np

    size = min(len(samples) // 2, int(seconds * rate))
    if size:
        ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(size) + 0.5) / size)
        samples = samples.copy()
        samples[:size] *= ramp
        samples[-size:] *= ramp[::-1]
    return samples


def at_loudness(samples: Any) -> Any:
    """Samples (n,) at 48 kHz, brought to -20 LUFS (ITU-R BS.1770), peaks rounded off below -1.5 dBFS; in place."""
    import numpy as np

    meter = Meter()
    for begin, end in blocks(len(samples)):
        one = samples[begin:end]
        meter.add(np.stack([one, np.zeros_like(one)], axis=1))
    loudness = meter.read().integrated
    louder = np.float32(10 ** ((LOUDNESS - max(loudness, -50.0)) / 20)) if np.isfinite(loudness) else np.float32(1)
    knee = CEILING * 0.7
    for begin, end in blocks(len(samples)):
        piece = samples[begin:end]
        piece *= louder
        above = np.abs(piece) > knee
        if above.any():  # a soft knee: what lies above it is bent under the ceiling
            over = (np.abs(piece[above]) - knee) / (CEILING - knee)
            piece[above] = np.sign(piece[above]) * (knee + (CEILING - knee) * np.tanh(over))
    return samples
