"""How well colours are told apart (WCAG 2): what decides which words can be read on which ground."""

Rgb = tuple[int, int, int]


def light(colour: Rgb) -> float:
    """Relative luminance after WCAG 2, 0 to 1."""
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Rgb, other: Rgb) -> float:
    """1 (the same lightness) to 21 (black on white)."""
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)
