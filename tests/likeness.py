"""How alike two pictures are."""

import numpy as np


def ssim(a: np.ndarray, b: np.ndarray) -> float:
    """Structural similarity of two planes of the same shape (Wang et al. 2004: Gaussian window of 1.5; .01, .03)."""
    import cv2

    x, y = a.astype(np.float32), b.astype(np.float32)

    def mean(plane: np.ndarray) -> np.ndarray:
        return cv2.GaussianBlur(plane, (11, 11), 1.5)

    mx, my = mean(x), mean(y)
    vx, vy, both = mean(x * x) - mx * mx, mean(y * y) - my * my, mean(x * y) - mx * my
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return float((((2 * mx * my + c1) * (2 * both + c2)) / ((mx * mx + my * my + c1) * (vx + vy + c2))).mean())
