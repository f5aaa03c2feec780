"""The film that the renderers are compared on: pictures, voices, music and the cut, made from numbers alone."""

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import numpy as np

RATE = 30
SHOT, OVERLAP = 4.5, 0.5  # seconds each shot shows, of which it shares this with the next
ZOOM = 1.2
LINES = (
    "The lamp is lit before the wind comes up.",
    "Nobody on the island sleeps that night.",
    "A sail stands against the morning.",
    "By noon the harbour is full of voices.",
    "Someone has kept a place for him.",
    "The bread is still warm on the sill.",
    "They talk until the tide has turned.",
    "And the lamp burns on, for the next one.",
)


class Film(NamedTuple):
    """Where everything of the film lies. `frames` is its length; shots begin every SHOT - OVERLAP seconds."""

    folder: Path
    size: tuple[int, int]
    pictures: list[Path]
    voices: list[Path]
    music: Path
    cut: Path
    frames: int


def picture(seed: int, width: int, height: int) -> np.ndarray:
    """As hard to encode as a photograph: a 1/f field in three colours, with edges of discs and bars; uint8 RGB."""
    rng = np.random.default_rng(seed)
    fy, fx = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None]
    falling = 1 / np.maximum(np.hypot(fx * width / height, fy), 1 / height) ** 1.15
    base, tint = (_field(rng, falling, (height, width)) for _ in range(2))
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / height
    shapes = np.zeros((height, width), np.float32)
    for _ in range(14):
        cx, cy, r, v = rng.uniform(0, 1.78), rng.uniform(0, 1), rng.uniform(0.03, 0.2), rng.uniform(-0.3, 0.3)
        shapes += v * (np.hypot(x - cx, y - cy) < r)
        angle, at, wide = rng.uniform(0, np.pi), rng.uniform(0, 1), rng.uniform(0.002, 0.03)
        shapes += v * (np.abs((x - 0.89) * np.sin(angle) + (y - at) * np.cos(angle)) < wide)
    light = 0.5 + 0.16 * base + 0.5 * shapes
    colour = rng.uniform(-0.14, 0.14, 3) + 0.07 * tint[..., None] * rng.uniform(-1, 1, 3)
    return ((light[..., None] + colour).clip(0, 1) * 255 + 0.5).astype(np.uint8)


def _field(rng: np.random.Generator, falling: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    made = np.fft.irfft2(np.fft.rfft2(rng.standard_normal(shape)) * falling, shape)
    return ((made - made.mean()) / made.std()).astype(np.float32)


def make(folder: Path, size: tuple[int, int], shots: int = 8) -> Film:
    """Write the film's media and its cut."""
    import soundfile
    from PIL import Image

    from studio import facts
    from studio.timeline import Camera, Caption, Shot, Timeline, Transition, View, Voice, save

    folder.mkdir(parents=True, exist_ok=True)
    width, height = (round(side * 1.5) for side in size)
    pictures, voices = [], []
    for index in range(shots):
        pictures.append(folder / f"picture{index}.png")
        Image.fromarray(picture(index, width, height)).save(pictures[-1], compress_level=1)
        voices.append(folder / f"voice{index}.flac")
        sound, words = _speech(index)
        facts.write_audio(voices[-1], sound, 24000, {"text": LINES[index % 8], "words": words})
    film_frames = round((shots * (SHOT - OVERLAP) + OVERLAP) * RATE)
    music = folder / "music.wav"
    soundfile.write(music, _music(film_frames / RATE), 48000, subtype="PCM_16")
    shown, over = round(SHOT * RATE), round(OVERLAP * RATE)
    near = Camera(View(), View(zoom=ZOOM), "linear")
    far = Camera(View(zoom=ZOOM), View(), "linear")
    cut = Timeline(
        rate=Fraction(RATE),
        shots=tuple(
            Shot(p.name, "Image", shown, camera=far if i % 2 else near,
                 transition=Transition("dissolve", over) if i + 1 < shots else None)
            for i, p in enumerate(pictures)
        ),
        voices=tuple(Voice(v.name, i * (shown - over) + 12, 85) for i, v in enumerate(voices)),
        captions=tuple(
            Caption(i * (shown - over) + 15, i * (shown - over) + 97, LINES[i % 8]) for i in range(shots)
        ),
        name="The comparison",
    )  # fmt: skip
    save(cut, folder / "cut.otio")
    return Film(folder, size, pictures, voices, music, folder / "cut.otio", cut.frames)


def _speech(seed: int) -> tuple[np.ndarray, list[list[object]]]:
    """2.8 s that measure like speech: voiced syllables with pauses, at 24 kHz."""
    rng, rate = np.random.default_rng(seed + 100), 24000
    time = np.arange(round(2.8 * rate)) / rate
    pitch = 2 * np.pi * np.cumsum(115 + 18 * np.sin(time * 2.1 + seed)) / rate
    voiced = sum(np.sin(k * pitch) / k**1.4 for k in range(1, 22))
    syllables = np.clip(np.sin(time * 2 * np.pi * 2.3 + seed) * 1.6, 0, 1)
    sound = 0.2 * voiced * syllables + 0.004 * rng.standard_normal(len(time))
    words = LINES[seed % 8].split()
    each = 2.8 / len(words)
    return sound.astype(np.float32), [[w, i * each, (i + 1) * each] for i, w in enumerate(words)]


def _music(seconds: float) -> np.ndarray:
    """Slow chords, 48 kHz stereo."""
    time = np.arange(round(seconds * 48000)) / 48000
    sound = np.zeros((len(time), 2))
    for index, root in enumerate((220.0, 174.6, 261.6, 196.0)):
        on = np.clip(np.sin(np.pi * ((time / 4 - index / 2) % 2) / 1), 0, 1)
        for k, ratio in enumerate((1, 1.25, 1.5, 2)):
            sound[:, k % 2] += 0.05 * on * np.sin(2 * np.pi * root * ratio * time)
            sound[:, 1 - k % 2] += 0.03 * on * np.sin(2 * np.pi * root * ratio * time + 0.4)
    return sound.astype(np.float32)
