"""Small pictures and videos for the tests of retouching."""

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from studio.facts import png_info
from studio.work import Work


def desk(folder: Path, packs=None) -> tuple[Work, list[str]]:
    """A desk, and the notes made at it."""
    from dataclasses import replace

    notes: list[str] = []
    work = Work.alone(folder, *([packs] if packs else []))
    return replace(work, remark=notes.append, threads=2), notes


def textured(width: int, height: int, seed: int = 1) -> np.ndarray:
    """A picture with edges and grain, RGB."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 255, (height // 24 + 2, width // 24 + 2, 3), np.uint8)
    made = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    cv2.circle(made, (width // 2, height // 2), min(width, height) // 3, (240, 200, 40), -1, cv2.LINE_AA)
    cv2.putText(made, "Reel", (width // 8, height // 2), cv2.FONT_HERSHEY_SIMPLEX, height / 90, (10, 20, 60), 2, 16)
    return made


def save(pixels: np.ndarray, path: Path, about: dict | None = None) -> Path:
    Image.fromarray(pixels).save(path, pnginfo=png_info(about) if about else None)
    return path


def subject(width: int = 320, height: int = 240, shift: int = 0, clear: bool = False) -> np.ndarray:
    """A red ball with a face on soft grey-green ground, RGB."""
    ramp = np.linspace(90, 160, height)[:, None, None] * np.array([0.8, 1.0, 0.85])
    made = np.broadcast_to(ramp, (height, width, 3)).astype(np.uint8).copy()
    at = (width // 2 + shift, height // 2)
    cv2.circle(made, at, height // 3, (205, 45, 40), -1, cv2.LINE_AA)
    cv2.circle(made, (at[0] - 20, at[1] - 15), 8, (255, 255, 255), -1, cv2.LINE_AA)
    cv2.circle(made, (at[0] + 20, at[1] - 15), 8, (255, 255, 255), -1, cv2.LINE_AA)
    cv2.ellipse(made, (at[0], at[1] + 20), (26, 12), 0, 0, 180, (60, 10, 10), 4, cv2.LINE_AA)
    return made


def video(path: Path, frames: list[np.ndarray], rate: int = 10, sound: bool = True, about: dict | None = None) -> Path:
    """An MP4 of these frames, with a tone of 440 Hz as long."""
    import av

    from studio import facts

    with av.open(str(path), "w") as film:
        film.metadata["comment"] = facts.pack(about or {})
        seen = film.add_stream("libx264", rate=rate, options={"crf": "10"})
        seen.height, seen.width = frames[0].shape[:2]
        seen.pix_fmt = "yuv420p"
        heard = film.add_stream("aac", rate=48000) if sound else None
        for frame in frames:
            film.mux(seen.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        film.mux(seen.encode(None))
        if heard:
            count = round(len(frames) / rate * 48000)
            tone = (0.3 * np.sin(np.arange(count) * 440 * 2 * np.pi / 48000)).astype(np.float32)
            for begin in range(0, count, 1024):
                piece = av.AudioFrame.from_ndarray(tone[None, begin : begin + 1024], "fltp", "mono")
                piece.sample_rate, piece.pts = 48000, begin
                film.mux(heard.encode(piece))
            film.mux(heard.encode(None))
    return path


def frames_of(path: Path) -> list[np.ndarray]:
    """Every frame as RGB."""
    import av

    with av.open(str(path)) as film:
        return [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]


def heard(path: Path) -> np.ndarray:
    """The sound of a file, (n, 2) at 48 kHz; empty where it has none."""
    from pipelines.sound.hearing import has_sound, pieces

    if not has_sound(path):
        return np.zeros((0, 2), np.float32)
    return np.concatenate(list(pieces(path, Work.alone(path.parent / "ear"))))


def decibels(one: np.ndarray, other: np.ndarray) -> float:
    """How alike two pictures are: PSNR."""
    return float(10 * np.log10(255**2 / max(1e-9, np.mean((one.astype(float) - other) ** 2))))
