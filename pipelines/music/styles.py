"""The sound of each style: who plays the tune, what lies under it, how it moves."""

from dataclasses import dataclass, replace

from pipelines.music.feeling import INSTRUMENTS, Feeling


@dataclass(frozen=True)
class Style:
    """General MIDI programs by part (None: the part is silent) and the pattern each plays."""

    lead: tuple[int, ...]  # one is drawn for the theme
    second: tuple[int, ...]  # and one for the contrast
    pad: int | None
    keys: int | None
    motion: str  # of the keys: broken, arpeggio, picked, chords, offbeat, slow, chip, pluck
    bass: int | None
    step: str  # of the bass: long, walk, pulse, root
    drums: str | None
    least: float  # the arousal from which drums join in unasked
    colour: int  # of the chords: see harmony.chord
    swing: float = 0.5
    tempo: float = 1.0
    reverb: int = 60
    counter: int | None = None
    slowest: float = 56.0
    quickest: float = 132.0


STYLES: dict[str, Style] = {
    "piano": Style((0,), (0,), 48, 0, "broken", None, "long", None, 2.0, 0, reverb=55, counter=42, tempo=1.02),
    "cinematic": Style(
        (0, 60, 73), (42, 68), 48, 46, "arpeggio", 43, "long", "cinematic", 0.05, 1, reverb=72, counter=60
    ),
    "ambient": Style((11, 88, 4), (4, 11), 89, 88, "slow", 89, "long", None, 2.0, 1, tempo=0.9, reverb=95, counter=91),
    "folk": Style(
        (73, 40, 71), (24, 40), 48, 25, "picked", 32, "root", "folk", -0.35, 0, reverb=45, counter=42, tempo=1.05
    ),
    "pop": Style((11, 12, 4), (4, 0), 89, 0, "chords", 33, "pulse", "pop", -0.6, 1, reverb=42, counter=48, tempo=1.05),
    "lo-fi": Style(
        (26, 11), (11, 26), 89, 4, "offbeat", 32, "walk", "lo-fi", -0.9, 2, swing=0.6, reverb=38,
        slowest=68, quickest=92,
    ),
    "orchestral": Style(
        (73, 40, 68), (60, 71), 48, 45, "pluck", 43, "long", "orchestral", 0.1, 0, reverb=78, counter=60, quickest=144
    ),
    "8-bit": Style(
        (80,), (80,), None, 81, "chip", 38, "pulse", "8-bit", -0.4, 0, tempo=1.2, reverb=12, slowest=92, quickest=168,
        counter=80,
    ),
}  # fmt: skip

# The pitches in which an instrument sings, by program; others take the middle.
RANGES: dict[int, tuple[int, int]] = {
    0: (64, 84), 4: (62, 81), 8: (72, 93), 9: (74, 93), 10: (70, 91), 11: (63, 82), 12: (62, 83), 13: (67, 88),
    21: (62, 81), 22: (64, 82), 24: (57, 77), 25: (57, 77), 26: (57, 76), 27: (57, 77), 32: (36, 52), 40: (62, 84),
    41: (55, 76), 42: (50, 69), 46: (62, 84), 56: (60, 78), 57: (50, 67), 60: (53, 70), 65: (58, 76), 68: (63, 81),
    70: (48, 66), 71: (60, 79), 73: (67, 87), 74: (69, 88), 75: (65, 84), 78: (70, 88), 79: (66, 84), 80: (66, 86),
    88: (62, 81), 104: (57, 74), 105: (60, 78), 107: (60, 79), 108: (65, 84), 110: (62, 83),
}  # fmt: skip
MIDDLE = (62, 81)

# How loud each program of the GeneralUser soundfont is, LUFS: a line in its own register, velocity 80, volume 100.
LOUDNESS: dict[int, float] = {
    0: -37, 4: -40, 6: -41, 8: -39, 9: -42, 10: -44, 11: -37, 12: -38, 13: -41, 19: -36, 21: -37, 22: -36, 24: -39,
    25: -43, 26: -37, 27: -39, 32: -37, 33: -36, 38: -36, 40: -31, 41: -36, 42: -32, 43: -36, 45: -40, 46: -34,
    47: -39, 48: -35, 52: -37, 53: -36, 56: -34, 57: -35, 60: -36, 61: -37, 65: -34, 68: -31, 70: -31, 71: -35,
    73: -28, 74: -32, 75: -33, 78: -26, 79: -27, 80: -35, 81: -35, 88: -32, 89: -35, 91: -41, 104: -37, 105: -39,
    107: -39, 108: -39, 110: -31,
}  # fmt: skip
# Where each part is to sit in the mix, LUFS on the same scale, and its place from left (0) to right (127).
TARGETS: dict[str, float] = {
    "lead": -33.5, "second": -34.5, "counter": -41, "keys": -38.5, "pad": -42.5, "bass": -37.5, "timpani": -38,
}  # fmt: skip
PLACES: dict[str, int] = {"lead": 68, "second": 56, "pad": 64, "keys": 44, "bass": 64, "counter": 84, "drums": 64}


def volume(part: str, program: int) -> int:
    """The channel volume (CC 7) that puts a program where its part belongs. Amplitude goes with its square."""
    if part == "drums":
        return 100
    return max(30, min(127, round(100 * 10 ** ((TARGETS[part] - LOUDNESS.get(program, -36)) / 40))))


def chosen(name: str, feeling: Feeling) -> Style:
    """A style with the person's wishes worked in: instruments asked for or barred, drums or none."""
    style = STYLES[name]
    for asked in feeling.asked:
        program, part = INSTRUMENTS[asked]
        if part == "lead":
            style = replace(style, lead=(program,))
        elif part == "pad":
            style = replace(style, pad=program)
        elif part == "bass":
            style = replace(style, bass=program)
        else:
            motion = {24: "picked", 25: "picked", 46: "arpeggio", 105: "picked"}.get(program, style.motion)
            style = replace(style, keys=program, motion="broken" if program == 0 and style.bass is None else motion)
    barred = {INSTRUMENTS[word][0] for word in feeling.barred}
    if "strings" in feeling.barred:
        barred |= {40, 41, 42, 43, 45, 48}
    if "guitar" in feeling.barred:
        barred |= {24, 25, 26, 27}
    if barred:
        free = tuple(p for p in (73, 11, 0, 4, 24, 68) if p not in barred)
        style = replace(
            style,
            lead=tuple(p for p in style.lead if p not in barred) or free[:1],
            second=tuple(p for p in style.second if p not in barred) or free[:1],
            pad=None if style.pad in barred else style.pad,
            keys=style.keys if style.keys not in barred else (free[1] if style.bass is None else None),
            bass=None if style.bass in barred else style.bass,
            counter=None if style.counter in barred else style.counter,
        )
    if feeling.drums is False or (feeling.drums is None and feeling.arousal < style.least):
        style = replace(style, drums=None)
    elif feeling.drums and style.drums is None:
        style = replace(style, drums="soft")
    return style
