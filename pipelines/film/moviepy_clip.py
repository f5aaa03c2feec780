"""To MoviePy and back: a Cut as a clip for those who want to go on there, any clip of theirs as a shot of ours."""

from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import PersonError
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np
    from moviepy import VideoClip


def to_moviepy(cut: Path, work: Work, *, size: str = "1280x720", music: Path | None = None) -> "VideoClip":
    """The film of a cut as `moviepy.VideoClip`, its sound mixed as `render` mixes it; captions are burned in.

    Frames are uint8 RGB of shape (height, width, 3), drawn when MoviePy asks for them by the function that draws the
    film's, so nothing is encoded twice. The cut's media lie beside it; `work` must live as long as the clip.
    Close the clip when done. Raises PersonError for a size or media that cannot be used.

    >>> clip = to_moviepy(path, Work.alone(Path("scratch")), size="640x360")   # doctest: +SKIP
    """
    from moviepy import AudioFileClip, VideoClip

    from pipelines.assemble import mix
    from pipelines.film import planes
    from pipelines.film.filming import lettering
    from pipelines.film.frames import Screen
    from pipelines.film.media import Media
    from pipelines.film.sizes import sides
    from studio.timeline import load

    timeline, (width, height) = load(cut), sides(size)
    letters = lettering(timeline, cut.parent, (width, height), True, work)
    screen = Screen(Media(timeline, cut.parent, width, height), letters)
    target = planes.empty(width, height)

    def frame(seconds: float) -> "np.ndarray":
        # MoviePy asks for n / fps; half a frame's tolerance keeps rounding from showing a frame twice.
        wanted = int(float(timeline.rate) * seconds + 0.5)
        screen.draw(min(max(wanted, 0), timeline.frames - 1), target)
        return planes.to_rgb(target)

    clip = VideoClip(frame, duration=float(timeline.seconds)).with_fps(float(timeline.rate))
    sound = mix.soundtrack(timeline, cut.parent, music, work)
    return clip.with_audio(AudioFileClip(str(sound)).with_duration(clip.duration))


def from_moviepy(clip: "VideoClip", path: Path, work: Work, *, fps: float | None = None) -> Path:
    """Write any `moviepy.VideoClip`, effects and all, as a video that can be a shot; returns `path` (.mp4).

    Its frames go through the film's own encoder at a quality above any film's (x264, CRF 4), BT.709 and so marked;
    odd sides lose a row or column; where its mask is empty it is black. `fps` is the clip's own, or 30. Its sound
    becomes AAC. The file appears under its name only when whole. Raises PersonError for a clip without an end.

    >>> shot = from_moviepy(clip, Path("shot.mp4"), Work.alone(Path("scratch")))   # doctest: +SKIP
    """
    from pipelines.film import planes
    from pipelines.film.encoding import Encoding, encode_piece
    from pipelines.film.formats import FORMATS
    from pipelines.film.muxing import Reel, encode_sound, join
    from studio.timeline import exact_rate

    if not clip.duration:
        raise PersonError("The clip has no end. Give it a length with clip.with_duration(seconds).")
    rate = exact_rate(fps or getattr(clip, "fps", None) or 30)
    frames, holder = max(1, round(clip.duration * rate)), FORMATS["mp4"]
    width, height = (side // 2 * 2 for side in clip.size)

    def draw(n: int, target: planes.Planes) -> None:
        made = planes.from_rgb(_rgb(clip, float(n / rate))[:height, :width])
        for plane, out in zip(made.all, target.all, strict=True):
            out[:] = plane
        work.progress(0.9 * n / frames, f"Frame {n} of {frames}")

    encoding, piece, sound = Encoding("ultrafast", 4), work.path("clip-piece.mp4"), None
    encode_piece(piece, range(frames), draw, (width, height), rate, encoding, work.check)
    if clip.audio is not None:
        wav, sound = work.path("clip.wav"), work.path("clip.m4a")
        clip.audio.write_audiofile(str(wav), fps=48000, nbytes=2, codec="pcm_s16le", logger=None)
        encode_sound(wav, sound, holder.sound, work.check)
    join(Reel((piece,), (0,), frames, rate, encoding, sound), holder, path, work.check)
    return path


def _rgb(clip: "VideoClip", seconds: float) -> "np.ndarray":
    """A clip's frame as uint8 (h, w, 3) over black."""
    import numpy as np

    picture = np.asarray(clip.get_frame(seconds))[..., :3]
    if clip.mask is not None:
        picture = picture * np.clip(clip.mask.get_frame(seconds), 0, 1)[..., None]
    return np.ascontiguousarray(picture.clip(0, 255).astype(np.uint8))
