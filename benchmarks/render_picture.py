"""How true the frames are: against a Lanczos reference drawn from the pictures, raw and encoded, and how steady."""

from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.render_film import ZOOM, Film
from studio.timeline import load
from tests.likeness import ssim


def _screen(film: Film) -> tuple[Any, Any]:
    from pipelines.film import planes
    from pipelines.film.frames import Screen
    from pipelines.film.media import Media
    from pipelines.film.overlays import Lettering

    timeline = load(film.cut)
    return Screen(Media(timeline, film.folder, *film.size), Lettering((), *film.size)), planes.empty(*film.size)


def _reference(film: Film, index: int, local: int, shown: int) -> np.ndarray:
    """Luma of a shot's frame as Pillow's Lanczos draws it: any window of the picture, filtered for its scale."""
    from PIL import Image

    from pipelines.film import planes

    width, height = film.size
    share = local / (shown - 1)
    zoom = ZOOM ** (1 - share if index % 2 else share)
    with Image.open(film.pictures[index]) as picture:
        w, h = picture.width / zoom, picture.height / zoom
        left, top = (picture.width - w) / 2, (picture.height - h) / 2
        seen = picture.resize((width, height), Image.Resampling.LANCZOS, box=(left, top, left + w, top + h))
    return planes.from_rgb(np.asarray(seen)).y


def _plain(film: Film) -> list[tuple[int, int, int, int]]:
    """(shot, frame in the shot, frame in the film, length) of frames outside transitions and fades."""
    timeline = load(film.cut)
    places = []
    for index, (shot, start) in enumerate(zip(timeline.shots, timeline.starts, strict=True)):
        places += [(index, local, start + local, shot.visible) for local in range(24, shot.visible - 24, 17)]
    return places


def ssim_raw(film: Film) -> float:
    """The mean over frames of all shots, before encoding."""
    screen, target = _screen(film)
    found = []
    for index, local, n, shown in _plain(film):
        screen.draw(n, target)
        found.append(ssim(target.y, _reference(film, index, local, shown)))
    screen.close()
    return float(np.mean(found))


def shake(film: Film, patch: int = 128) -> float:
    """Pixels by which details jump from frame to frame beside where they should be: mean over patches of a zoom."""
    import cv2

    screen, target = _screen(film)
    width, height = film.size
    spots = [(x, y) for x in (width // 6, width // 2, width * 4 // 5) for y in (height // 5, height * 3 // 5)]
    window = cv2.createHanningWindow((patch, patch), cv2.CV_32F)
    before: list[np.ndarray] | None = None
    jumps = []
    shown = load(film.cut).shots[0].visible
    for n in range(30, min(90, shown - 20)):
        screen.draw(n, target)
        wanted = _reference(film, 0, n, shown)
        off = []
        for x, y in spots:
            x, y = min(x, width - patch), min(y, height - patch)
            a, b = (p[y : y + patch, x : x + patch].astype(np.float32) for p in (target.y, wanted))
            off.append(np.array(cv2.phaseCorrelate(b, a, window)[0]))
        if before is not None:
            jumps += [float(np.hypot(*(now - then))) for now, then in zip(off, before, strict=True)]
        before = off
    screen.close()
    return float(np.mean(jumps))


def encoded_ssim(film: Film) -> str:
    """How near our file and the floor's are to the frames they were given, and how large each is."""
    width, height = film.size
    ready = np.memmap(film.folder / "ready.yuv", np.uint8, "r").reshape(-1, height * 3 // 2, width)
    told = []
    for name, path in (("ours", film.folder / "ours" / "film.mp4"), ("floor", film.folder / "floor.mp4")):
        found = [ssim(luma, ready[n][:height]) for n, luma in _lumas(path) if n % 31 == 20]
        told.append(f"{name} {np.mean(found):.4f}, {path.stat().st_size / 1e6:.2f} MB")
    return "SSIM to the frames and size: " + "; ".join(told)


def _lumas(path: Path) -> Any:
    import av

    with av.open(str(path)) as container:
        for n, frame in enumerate(container.decode(video=0)):
            plane = frame.planes[0]
            yield n, np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[:, : plane.width]
