"""The instruments of the soundfont: where each sings, how loud it is, and where its part sits in the mix."""

# A player's number is a General MIDI program, with 128 added for each bank: 16 * 128 + 25 is the mandolin.
SOLO_HORN, SQUARE, SAW, BASS_101 = 128 + 60, 128 + 80, 128 + 81, 128 + 38
MUSETTE, UKULELE, TWELVE_STRING, STEEL_SLIDE, CHORUS_GUITAR, FUNK_GUITAR = (
    8 * 128 + p for p in (21, 24, 25, 26, 27, 28)
)
FM_BASS, SINE, CONCERT_DRUM = 8 * 128 + 39, 8 * 128 + 80, 8 * 128 + 116
PURE_VIBES, WHISTLER, SAW_STACK = 11 * 128 + 11, 11 * 128 + 78, 11 * 128 + 100
FULL_ORCHESTRA, MANDOLIN, TIN_WHISTLE = 12 * 128 + 48, 16 * 128 + 25, 24 * 128 + 75

# The pitches in which an instrument sings, by program; others take the middle.
RANGES: dict[int, tuple[int, int]] = {
    0: (64, 84), 1: (64, 84), 2: (64, 84), 3: (62, 84), 4: (62, 81), 5: (62, 82), 6: (62, 82), 7: (55, 74), 8: (72, 93),
    9: (74, 93), 10: (72, 93), 11: (63, 82), 12: (62, 83), 13: (67, 88), 14: (62, 77), 15: (62, 82), 16: (60, 79),
    17: (60, 79), 18: (60, 79), 19: (60, 81), 20: (60, 79), 21: (62, 81), 22: (64, 82), 23: (62, 82), 24: (57, 77),
    25: (57, 77), 26: (57, 76), 27: (57, 77), 28: (52, 72), 29: (57, 77), 30: (55, 76), 32: (36, 52), 40: (62, 84),
    41: (55, 76), 42: (50, 69), 44: (60, 82), 46: (62, 84), 48: (60, 82), 49: (60, 82), 50: (60, 82), 52: (60, 79),
    53: (60, 79), 54: (60, 79), 56: (60, 78), 57: (50, 67), 58: (36, 55), 59: (62, 79), 60: (53, 70), 61: (57, 76),
    62: (58, 77), 63: (58, 77), 64: (62, 81), 65: (58, 76), 66: (53, 72), 68: (63, 81), 69: (57, 75), 70: (48, 66),
    71: (60, 79), 72: (74, 93), 73: (67, 87), 74: (69, 88), 75: (65, 84), 77: (62, 80), 78: (70, 88), 79: (66, 84),
    80: (66, 86), 81: (60, 79), 82: (64, 84), 85: (60, 79), 86: (57, 76), 88: (62, 81), 91: (62, 81), 98: (67, 88),
    99: (62, 82), 104: (57, 74), 105: (60, 78), 106: (57, 76), 107: (60, 79), 108: (65, 84), 109: (60, 76),
    110: (62, 83), 112: (72, 93), 114: (62, 82), SOLO_HORN: (53, 70), SQUARE: (66, 86), SAW: (62, 81),
    MUSETTE: (64, 84), UKULELE: (62, 79), TWELVE_STRING: (57, 77), STEEL_SLIDE: (57, 77), CHORUS_GUITAR: (57, 77),
    SINE: (64, 84), PURE_VIBES: (63, 82), WHISTLER: (67, 84), SAW_STACK: (60, 79), MANDOLIN: (62, 81),
    TIN_WHISTLE: (69, 88), FULL_ORCHESTRA: (57, 79),
}  # fmt: skip
MIDDLE = (62, 81)

# How loud each program of the GeneralUser soundfont is, LUFS: a line in its own register, velocity 80, volume 100.
LOUDNESS: dict[int, float] = {
    0: -37, 1: -36, 2: -40, 3: -38.5, 4: -40, 5: -38, 6: -41, 7: -40.5, 8: -39, 9: -42, 10: -44, 11: -37, 12: -38,
    13: -41, 14: -35.5, 15: -39, 16: -35.5, 17: -37.5, 18: -36, 19: -36, 20: -35.5, 21: -37, 22: -36, 23: -37, 24: -39,
    25: -43, 26: -37, 27: -39, 28: -43, 29: -34, 30: -32, 32: -35, 33: -34, 34: -38.5, 35: -32, 36: -37, 37: -39.5,
    38: -33.5, 39: -38.5, 40: -31, 41: -36, 42: -32, 43: -36, 44: -39, 45: -40, 46: -34, 47: -39, 48: -35, 49: -37,
    50: -35.5, 51: -40, 52: -37, 53: -34.5, 54: -37.5, 56: -34, 57: -35, 58: -36, 59: -38, 60: -36, 61: -36, 62: -36,
    63: -35, 64: -34, 65: -34, 66: -34.5, 67: -38, 68: -31, 69: -36, 70: -31, 71: -35, 72: -31, 73: -28, 74: -32,
    75: -33, 77: -34.5, 78: -26, 79: -27, 80: -35, 81: -35, 82: -30, 85: -31, 86: -35.5, 87: -31, 88: -32, 89: -38,
    90: -36.5, 91: -37, 92: -35, 93: -37, 94: -37, 95: -38, 97: -34, 98: -34.5, 99: -34.5, 100: -31, 104: -37,
    105: -39, 106: -41, 107: -39, 108: -39, 109: -33, 110: -31, 112: -37, 114: -37, 116: -34.5, SOLO_HORN: -37,
    SQUARE: -35.5, SAW: -39, BASS_101: -42, MUSETTE: -37, UKULELE: -40, TWELVE_STRING: -44, STEEL_SLIDE: -33.5,
    CHORUS_GUITAR: -40, FUNK_GUITAR: -41, FM_BASS: -36.5, SINE: -31, CONCERT_DRUM: -37, PURE_VIBES: -37.5,
    WHISTLER: -33, SAW_STACK: -35.5, FULL_ORCHESTRA: -31.5, MANDOLIN: -41.5, TIN_WHISTLE: -34,
}  # fmt: skip
# Where each part is to sit in the mix, LUFS on the same scale, and its place from left (0) to right (127).
TARGETS: dict[str, float] = {
    "lead": -37.5, "second": -38, "counter": -43, "keys": -42.5, "pad": -45.5, "bass": -41.5, "timpani": -42,
    "strings": -44, "brass": -43.5, "pluck": -44.5, "fx": -44,
}  # fmt: skip
PLACES: dict[str, int] = {
    "lead": 68, "second": 56, "pad": 64, "keys": 44, "bass": 64, "counter": 84, "drums": 64, "timpani": 72,
    "strings": 38, "brass": 86, "pluck": 92, "fx": 64,
}  # fmt: skip

# How much chorus a program takes (CC 93): ensembles, electric pianos and guitars, pads and saws grow wider with it.
_WIDE = {4: 34, 5: 34, 16: 18, 18: 18, 27: 30, 48: 14, 49: 16, 50: 36, 51: 36, 52: 20, 54: 30, 62: 30, 63: 30, 81: 34,
         86: 20, 88: 24, 89: 36, 90: 40, 94: 30, 95: 30}  # fmt: skip


def chorus(part: str, program: int) -> int:
    """The chorus send (CC 93) of a player."""
    return 0 if part in ("bass", "drums", "timpani") else _WIDE.get(program % 128, 16 if part == "pad" else 0)


def volume(part: str, program: int, trim: float = 0.0) -> int:
    """The channel volume (CC 7) that puts a program where its part belongs, `trim` dB beside it.

    Amplitude goes with the square of the volume.
    """
    short = trim - 4 if part == "drums" else TARGETS[part] + trim - LOUDNESS.get(program, -36)
    return max(24, min(127, round(100 * 10 ** (short / 40))))


def patch(program: int) -> tuple[int, int]:
    """Bank and program to select."""
    return divmod(program, 128)
