"""What the browser may watch before it is finished: a cut as it is drawn, single frames, a picture being painted."""

import math
from collections.abc import AsyncIterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from studio.errors import PersonError
from studio.session import Session
from studio.watching import Watched, picture, watch

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def watching_routes(session: Session) -> list[Route]:
    """Addresses under reelwright/. Drawing costs work, so that only the studio's own page may ask for it."""

    def stream(request: Request) -> Response:
        start = _seconds(request, "start")
        if start is None or not _own(request):
            return PlainTextResponse("Not found", status_code=404)
        try:
            return _Watching(watch(session, *_place(request), start))
        except PersonError as error:
            return PlainTextResponse(str(error), status_code=404)

    def frame(request: Request) -> Response:
        at = _seconds(request, "at")
        if at is None or not _own(request):
            return PlainTextResponse("Not found", status_code=404)
        try:
            return Response(picture(session, *_place(request), at), media_type="image/jpeg", headers=_HEADERS)
        except PersonError as error:
            return PlainTextResponse(str(error), status_code=404)

    def peek(request: Request) -> Response:
        project, step = _place(request)
        runs = [job for job in session.jobs.of(project) if job.lane == "run"] if _own(request) else []
        shown = next(filter(None, (job.preview(step) for job in reversed(runs))), b"")
        if not shown:
            return PlainTextResponse("Not found", status_code=404)
        return Response(shown, media_type="image/jpeg", headers=_HEADERS)

    return [
        Route("/reelwright/peek/{project}/{step}", peek, methods=["GET"]),
        Route("/reelwright/preview/{project}/{step}", stream, methods=["GET"]),
        Route("/reelwright/frame/{project}/{step}", frame, methods=["GET"]),
    ]


def _place(request: Request) -> tuple[str, str]:
    """Project and step, which are looked up and never part of a path."""
    return request.path_params["project"], request.path_params["step"]


def _own(request: Request) -> bool:
    """Whether the page that asks is the studio's, as browsers tell."""
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _seconds(request: Request, name: str) -> float | None:
    try:
        found = float(request.query_params.get(name, "0"))
    except ValueError:
        return None
    return found if math.isfinite(found) and found >= 0 else None


class _Watching(StreamingResponse):
    """A stream that is closed when the browser has gone, wherever it stood."""

    def __init__(self, watched: Watched) -> None:
        self._watched = watched
        told = {"X-Film-Seconds": f"{watched.seconds:.3f}", "X-Film-Start": f"{watched.start:.3f}"}
        super().__init__(self._body(), media_type="video/mp4", headers={**_HEADERS, **told})

    async def _body(self) -> AsyncIterator[bytes]:
        while data := await run_in_threadpool(self._next):
            yield data

    def _next(self) -> bytes:
        """The next part; none at the end, and when a later shot cannot be shown: then the stream is cut short there,
        which the player sees by its length."""
        parts: Any = self._watched.parts
        try:
            return bytes(next(parts, b""))
        except PersonError:
            return b""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._watched.close()
