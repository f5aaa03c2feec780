"""What a server sent, judged by its bytes and not by what it calls them: a picture or sound, or a sentence why it is
none."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from pipelines.engines.endpoint_calls import Answer, message
from pipelines.engines.endpoint_server import URL, Server
from pipelines.pictures import FORMATS, open_upright
from studio.errors import PersonError, Unfit
from studio.work import Work

_LEAST, _MOST = 32, 50_000_000  # pixels of the shorter side; of the whole picture (8K is 33 million)
_COARSE = 1.9  # enlarged by more than this, it is told
_HIGH = 0.42  # where a cut keeps to: heads are rather above the middle


def pixels_of(answer: Answer, size: tuple[int, int], server: Server, work: Work) -> NDArray[np.uint8]:
    """The picture in an answer's body: RGB, uint8 (h, w, 3) at `size` (w, h), cut to its shape and never stretched.

    Raises Unfit: a web page, an error in JSON, nothing, a damaged, huge, tiny, moving or blank picture.
    """
    no_words(answer, server, "picture")
    path = work.path("answer")
    path.write_bytes(answer.body)
    try:
        _measured(path, server)
        image = open_upright(path)
    except PersonError as error:
        if isinstance(error, Unfit):
            raise
        raise server.unfit("sent a damaged picture. Try again.", once=True) from error
    finally:
        path.unlink(missing_ok=True)
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    if all(low == high for low, high in ground.getextrema()):
        raise server.unfit("sent a blank picture, as filters of content do. Change its words.", once=True)
    scale = max(size[0] / ground.width, size[1] / ground.height)
    if scale > _COARSE:
        work.note(
            f"The image server sent {ground.width} × {ground.height}, enlarged here {scale:.1f} times, so it is soft."
        )
    return np.asarray(ImageOps.fit(ground, size, Image.Resampling.LANCZOS, centering=(0.5, _HIGH)))


def sound_of(answer: Answer, server: Server, work: Work) -> Path:
    """The sound in an answer's body, as a file in the work's folder.

    Raises Unfit: a web page, an error in JSON, nothing, what cannot be played or is silent."""
    from pipelines.sound.hearing import pieces

    no_words(answer, server, "sound")
    path = work.path("answer.sound")
    path.write_bytes(answer.body)
    try:
        loud = max((float(np.abs(piece).max(initial=0.0)) for piece in pieces(path, work)), default=0.0)
    except PersonError as error:
        path.unlink()
        raise server.unfit("sent something that cannot be played as a sound. Try again.", once=True) from error
    if loud < 1e-4:
        path.unlink()
        raise server.unfit("sent silence. Say the music in other words.", once=True)
    return path


def no_words(answer: Answer, server: Server, what: str) -> None:
    """Raise Unfit where words came, or nothing, instead of `what`."""
    if not answer.body:
        raise server.unfit(f"sent an empty answer, no {what}. Try again, or look whether it has the model.")
    if answer.is_page:
        raise server.unfit(f"answered with a web page, not with a {what}. Check {URL}; a sign-in may be needed there.")
    said = answer.told()
    if said is not None:
        quoted = server.clean(message(answer))
        raise server.unfit(
            f'says "{quoted}" and sent no {what}. Change the words or the model.'
            if quoted
            else f"answered in words, not with a {what}. Check {URL} and the kind of server.",
            once=bool(quoted),
        )


def _measured(path: Path, server: Server) -> None:
    """Raise Unfit where a file is no picture of one moment and of a sensible size; its pixels are not read."""
    try:
        with Image.open(path, formats=FORMATS) as image:
            (w, h), moving = image.size, getattr(image, "n_frames", 1) > 1
    except UnidentifiedImageError as error:
        raise server.unfit(f"sent something that is no picture. Check {URL} and the kind of server.") from error
    except Image.DecompressionBombError as error:
        raise server.unfit("sent a picture too large to open. Ask for a smaller one.", once=True) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise server.unfit("sent a damaged picture. Try again.", once=True) from error
    if w * h > _MOST:
        raise server.unfit(f"sent a picture of {w:,} × {h:,}, too large to open. Ask for a smaller one.", once=True)
    if min(w, h) < _LEAST:
        raise server.unfit(f"sent a picture of {w} × {h}, too small to use. Check its model.", once=True)
    if moving:
        raise server.unfit("sent an animation where one picture was asked for. Check its graph or model.", once=True)
