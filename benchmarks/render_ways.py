"""Each way to make the film, run as a process of its own: `python -m benchmarks.render_ways WAY FOLDER WIDTH HEIGHT`.

ours: the tool `render`. again: the same in one process, and what a second render costs. frames: our frames, ready for
the floor. floor: nothing but x264 on them. tuned: the same with the settings that ours uses. moviepy: as its
documentation teaches it. ffmpeg: one filter graph. melt: MLT's command line.
"""

import json
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.render_film import LINES, OVERLAP, RATE, SHOT, ZOOM  # noqa: E402

_X264 = {"preset": "veryfast", "crf": "20"}
FONT = ROOT / "assets" / "fonts" / "Inter-SemiBold.ttf"


def ours(folder: Path, width: int, height: int) -> None:
    from pipelines.assemble.render import render
    from studio.kinds import Cut, Music
    from studio.work import Work

    work = Work.alone(folder / "ours")
    render(Cut(folder / "cut.otio"), Music(folder / "music.wav"), size=f"{width}x{height}", work=work)
    print(_peak())


def _peak() -> float:
    """The most memory this process has held, in GB. Not ru_maxrss, into which Linux counts what its parent held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    kept = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(kept.split()[1]) / 2**20


def frames(folder: Path, width: int, height: int) -> None:
    from pipelines.film import planes
    from pipelines.film.filming import lettering
    from pipelines.film.frames import Screen
    from pipelines.film.media import Media
    from studio.timeline import load
    from studio.work import Work

    film, work = load(folder / "cut.otio"), Work.alone(folder / "frames")
    screen = Screen(Media(film, folder, width, height), lettering(film, folder, (width, height), True, work))
    target = planes.empty(width, height)
    with (folder / "ready.yuv").open("wb") as out:
        for n in range(film.frames):
            screen.draw(n, target)
            for plane in target.all:
                out.write(plane)


def again(folder: Path, width: int, height: int) -> None:
    """CPU seconds in this process of a cold render and of the next, when nothing, a caption or a picture changed;
    and the milliseconds to a preview's first fragment when its pictures are open."""
    from PIL import Image

    from benchmarks.render_film import picture
    from pipelines.film.streaming import stream
    from studio.timeline import load, save
    from studio.work import Work

    cut, costs = load(folder / "cut.otio"), {}
    shutil.rmtree(folder / "ours", ignore_errors=True)
    other = cut.captions[1]
    shot = cut.shots[1]
    Image.fromarray(picture(99, round(width * 1.5), round(height * 1.5))).save(folder / "other.png", compress_level=1)
    changed = {
        "cold": cut,
        "nothing": cut,
        "caption": replace(cut, captions=(cut.captions[0], replace(other, text="Other words."), *cut.captions[2:])),
        "picture": replace(cut, shots=(cut.shots[0], replace(shot, media="other.png"), *cut.shots[2:])),
    }
    for name, film in changed.items():
        save(film, folder / "cut.otio")
        begun = time.process_time()
        ours(folder, width, height)
        costs[name] = time.process_time() - begun
    save(cut, folder / "cut.otio")
    waits = []
    for _ in range(4):
        begun = time.perf_counter()
        preview = stream(folder / "cut.otio", Work.alone(folder / "preview"), start_seconds=6.0, seconds=4.0)
        for count, _ in enumerate(preview):
            if count == 1:  # the first is the head, without pictures
                break
        waits.append(time.perf_counter() - begun)
        preview.close()
    costs["first_fragment_ms"] = min(waits[1:]) * 1000
    print(json.dumps(costs))


def floor(folder: Path, width: int, height: int, more: dict[str, str] | None = None) -> None:
    """x264 as everybody runs it, its threads its own choice; frames come ready from a file in memory."""
    import av

    ready = np.memmap(folder / "ready.yuv", np.uint8, "r").reshape(-1, height * 3 // 2, width)
    with av.open(str(folder / ("tuned.mp4" if more else "floor.mp4")), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options=_X264 | (more or {}))
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for rows in ready:
            frame = av.VideoFrame(width, height, "yuv420p")
            flat, at = rows.reshape(-1), 0
            for plane in frame.planes:
                out = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[: plane.height, : plane.width]
                out[:] = flat[at : at + out.size].reshape(out.shape)
                at += out.size
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def tuned(folder: Path, width: int, height: int) -> None:
    from pipelines.film.encoding import TUNED

    floor(folder, width, height, {"x264-params": TUNED})


def moviepy(folder: Path, width: int, height: int) -> None:
    from moviepy import AudioFileClip, CompositeAudioClip, CompositeVideoClip, ImageClip, TextClip, afx, vfx

    pictures = sorted(folder.glob("picture*.png"))
    shots, words, voices = [], [], []
    for index, path in enumerate(pictures):
        start = index * (SHOT - OVERLAP)

        def zoom(t: float, far: bool = bool(index % 2)) -> float:
            share = t / SHOT
            return float(ZOOM ** (1 - share if far else share))

        shot = ImageClip(str(path)).resized((width, height)).with_duration(SHOT).resized(zoom)
        shot = CompositeVideoClip([shot.with_position("center")], size=(width, height)).with_duration(SHOT)
        shots.append((shot.with_effects([vfx.CrossFadeIn(OVERLAP)]) if index else shot).with_start(start))
        text = TextClip(font=str(FONT), text=LINES[index % 8], font_size=round(height * 0.042), color="white",
                        stroke_color="black", stroke_width=2, margin=(10, 10))  # fmt: skip
        at = start + 0.5
        words.append(text.with_start(at).with_duration(82 / RATE).with_position(("center", 0.86), relative=True))
        voices.append(AudioFileClip(str(folder / f"voice{index}.flac")).with_start(start + 0.4))
    film = CompositeVideoClip([*shots, *words], size=(width, height))
    music = AudioFileClip(str(folder / "music.wav")).with_effects([afx.MultiplyVolume(0.2)])
    film = film.with_audio(CompositeAudioClip([music.with_duration(film.duration), *voices]))
    film.write_videofile(str(folder / "moviepy.mp4"), fps=RATE, codec="libx264", preset="veryfast",
                         ffmpeg_params=["-crf", "20"], logger=None)  # fmt: skip


def ffmpeg(folder: Path, width: int, height: int) -> None:
    """zoompan, xfade, drawtext, a compressor keyed by the voices, loudnorm."""
    import imageio_ffmpeg

    pictures = sorted(folder.glob("picture*.png"))
    count, shown = len(pictures), round(SHOT * RATE)
    inputs: list[str] = []
    graph = []
    for index, path in enumerate(pictures):
        inputs += ["-i", str(path)]
        share = f"on/{shown - 1}"
        zoom = f"pow({ZOOM},{'1-' if index % 2 else ''}{share})"
        centre = "x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2'"
        graph.append(f"[{index}]zoompan=z='{zoom}':{centre}:d={shown}:s={width}x{height}:fps={RATE}[v{index}]")
    last = "v0"
    for index in range(1, count):
        offset = index * (SHOT - OVERLAP)
        graph.append(f"[{last}][v{index}]xfade=duration={OVERLAP}:offset={offset}[x{index}]")
        last = f"x{index}"
    size = round(height * 0.042)
    for index in range(count):
        at = index * (SHOT - OVERLAP) + 0.5
        lettering = folder / f"line{index}.txt"
        lettering.write_text(LINES[index % 8])
        graph.append(
            f"[{last}]drawtext=fontfile={FONT}:textfile={lettering}:fontsize={size}:fontcolor=white:box=1:"
            f"boxcolor=black@0.6:boxborderw=10:x=(w-tw)/2:y=h*0.88:enable='between(t,{at},{at + 82 / RATE})'[t{index}]"
        )
        last = f"t{index}"
    for index in range(count):
        inputs += ["-i", str(folder / f"voice{index}.flac")]
        late = round((index * (SHOT - OVERLAP) + 0.4) * 1000)
        graph.append(f"[{count + index}]aresample=48000,adelay={late}:all=1[a{index}]")
    inputs += ["-i", str(folder / "music.wav")]
    voices = "".join(f"[a{i}]" for i in range(count))
    graph.append(f"{voices}amix={count}:normalize=0,apad,aformat=channel_layouts=stereo,asplit[key][said]")
    graph.append(f"[{2 * count}][key]sidechaincompress=ratio=8:attack=50:release=600[bed]")
    graph.append("[bed][said]amix=2:duration=first:normalize=0,loudnorm=I=-14:TP=-1[sound]")
    x264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *inputs, "-filter_complex", ";".join(graph),
               "-map", f"[{last}]", "-map", "[sound]", *x264, "-c:a", "aac", "-shortest",
               str(folder / "ffmpeg.mp4")]  # fmt: skip
    subprocess.run(command, check=True)


def melt(folder: Path, width: int, height: int) -> None:
    """Stills with an affine zoom and luma mixes; voices and music on further tracks. No lettering."""
    shown, over = round(SHOT * RATE), round(OVERLAP * RATE)
    grow = round((ZOOM - 1) * 50)
    near, far = "0 0 100% 100%", f"-{grow}% -{grow}% {100 + 2 * grow}% {100 + 2 * grow}%"
    command = ["melt", "-silent"]
    for index, path in enumerate(sorted(folder.glob("picture*.png"))):
        ends = (far, near) if index % 2 else (near, far)
        command += [str(path), f"out={shown - 1}", "-attach", "affine",
                    f"transition.rect=0={ends[0]};{shown - 1}={ends[1]}"]  # fmt: skip
        command += ["-mix", str(over), "-mixer", "luma"] if index else []
    command += ["-audio-track", str(folder / "music.wav")]
    command += ["-profile", f"{folder / 'melt.profile'}"]
    (folder / "melt.profile").write_text(
        f"description=film\nframe_rate_num={RATE}\nframe_rate_den=1\nwidth={width}\nheight={height}\nprogressive=1\n"
        f"sample_aspect_num=1\nsample_aspect_den=1\ndisplay_aspect_num={width}\ndisplay_aspect_den={height}\n"
        "colorspace=709\n"
    )
    out = ["-consumer", f"avformat:{folder / 'melt.mp4'}", "vcodec=libx264", "preset=veryfast", "crf=20", "acodec=aac"]
    subprocess.run([*command, *out], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    ways = {each.__name__: each for each in (ours, again, frames, floor, tuned, moviepy, ffmpeg, melt)}
    ways[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
