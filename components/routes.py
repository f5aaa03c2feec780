"""What the browser may fetch: things by the name of their content, a project's downloads, the screen's own files."""

import functools
import io
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from studio.errors import PersonError
from studio.session import Session

ASSETS = Path(__file__).resolve().parent.parent / "assets"

# A thing is named by the hash of its bytes, so its address holds no folder and never means anything else.
_MADE = re.compile(r"([0-9a-f]{64})(\.[a-z0-9]{1,5})")
_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".flac": "audio/flac",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".mov": "video/mp4",
    ".webm": "video/webm",
    ".zip": "application/zip",
}
_OWN = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf"}
_SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
_FOREVER = {**_SAFE, "Cache-Control": "private, max-age=31536000, immutable"}
_WIDTHS = {"160": 160, "480": 480, "960": 960}


def routes(session: Session) -> list[Route]:
    """The studio's own addresses, under reelwright/."""

    def made(request: Request) -> Response:
        name = request.path_params["name"]
        found = _MADE.fullmatch(name)
        type_ = _TYPES.get(found.group(2)) if found else None
        if type_ is None:
            return PlainTextResponse("Not found", status_code=404)
        kind = "Image" if type_.startswith("image/") else "Video" if type_.startswith("video/") else "Audio"
        thing = session.store.artifact(name, kind)
        if thing is None:
            return PlainTextResponse("Not found", status_code=404)
        try:
            if kind == "Video" and request.query_params.get("still"):
                thing = session.still(thing) or thing
            wide = _WIDTHS.get(request.query_params.get("wide", ""))
            if thing.kind == "Image" and wide:
                small = thumbnail(thing.path, wide)
                return Response(small, media_type="image/webp", headers=_FOREVER)
        except (PersonError, OSError, ValueError):
            return PlainTextResponse("Not found", status_code=404)
        return FileResponse(thing.path, media_type=_TYPES[thing.suffix], headers=_FOREVER)

    def keep(request: Request) -> Response:
        project, what = request.path_params["project"], request.path_params["what"]
        try:
            return _download(session, project, what)
        except PersonError as error:
            return PlainTextResponse(str(error), status_code=404)

    def keep_made(request: Request) -> Response:
        try:
            return _made_by(session, request.path_params["project"], request.path_params["step"])
        except PersonError as error:
            return PlainTextResponse(str(error), status_code=404)

    def own(request: Request) -> Response:
        shelf, name = request.path_params["shelf"], request.path_params["name"]
        found = own_files().get(f"{shelf}/{name}")
        if found is None:
            return PlainTextResponse("Not found", status_code=404)
        headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"}
        return FileResponse(found, media_type=_OWN[found.suffix], headers=headers)

    def here(request: Request) -> Response:
        return JSONResponse({"reelwright": True})

    return [
        Route("/reelwright/here", here),
        Route("/reelwright/made/{name}", made),
        Route("/reelwright/keep/{project}/{what}", keep),
        Route("/reelwright/keep/{project}/step/{step}", keep_made),
        Route("/reelwright/{shelf}/{name}", own),
    ]


@functools.lru_cache(maxsize=1)
def own_files() -> dict[str, Path]:
    """The screen's scripts, styles and fonts by address; listed once, so no address can reach anything else."""
    found: dict[str, Path] = {}
    for shelf in ("screen", "fonts"):
        for path in sorted((ASSETS / shelf).glob("*")):
            if path.suffix in _OWN and path.is_file():
                found[f"{shelf}/{path.name}"] = path
    return found


@functools.lru_cache(maxsize=256)
def thumbnail(path: Path, wide: int) -> bytes:
    """A picture at most `wide` pixels wide, upright, as WebP. Raises OSError when it is none."""
    from PIL import Image, ImageOps

    with Image.open(path) as opened:
        opened.draft("RGB", (wide * 2, wide * 2))
        picture: Any = ImageOps.exif_transpose(opened)
        picture.thumbnail((wide, wide * 3))
        if picture.mode not in ("RGB", "RGBA"):
            picture = picture.convert("RGBA")
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=86, method=2)
        return out.getvalue()


def file_name(words: str, suffix: str) -> str:
    """A project's name as a file's name on any system."""
    plain = unicodedata.normalize("NFC", words)
    kept = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]+', " ", plain).strip(" .")
    return f"{' '.join(kept.split())[:80] or 'film'}{suffix}"


def _download(session: Session, project: str, what: str) -> Response:
    """One of a project's files. Raises PersonError when there is none."""
    name = session.project(project).name
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    if what == "plan":
        text = session.text(project)
        return _attachment(Response(text, media_type="text/plain; charset=utf-8", headers=headers), name, ".plan")
    if what == "archive":
        folder = Path(tempfile.mkdtemp(prefix="export-", dir=session.store.scratch_root))
        path = session.export(project, folder / "project.reelwright")
        done = BackgroundTask(_remove, folder)
        return _attachment(FileResponse(path, headers=headers, background=done), name, path.suffix)
    film = session.film(project)
    thing = None
    if film and what in ("film", "cut"):
        thing = film.artifact if what == "film" else film.cut
    elif what == "captions":
        thing = session.captions_file(project, always=True)
    if thing is None:
        raise PersonError("There is no such file yet. Render the film first.")
    suffix = ".srt" if what == "captions" else thing.suffix
    return _attachment(FileResponse(thing.path, headers=headers), name, suffix)


def _made_by(session: Session, project: str, step: str) -> Response:
    """What one step made, named after it. Raises PersonError when it has made nothing yet."""
    state = session.states(project).get(step)
    if state is None or state.made is None:
        raise PersonError("This step has made nothing yet. Run it first.")
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    answer = FileResponse(state.made.path, headers=headers)
    return _attachment(answer, f"{session.project(project).name} {step}", state.made.suffix)


def _attachment(response: Response, name: str, suffix: str) -> Response:
    from urllib.parse import quote

    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file_name(name, suffix))}"
    return response


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
