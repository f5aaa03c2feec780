"""How high sound reaches."""

import numpy as np

from pipelines.sound.loudness import true_peaks


def true_peak(sound: np.ndarray) -> float:
    """The true peak of sound of shape (n, 2) at 48 kHz in dBTP; -inf for digital silence."""
    peak = float(true_peaks(sound).max(initial=0.0))
    return float(20 * np.log10(peak)) if peak else float("-inf")
