"""Keeps other sites in the same browser away from a studio that runs on this machine."""

from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

_LOCAL = {"127.0.0.1", "localhost", "::1"}
_ASKING = {"GET", "HEAD", "OPTIONS"}


class Guard:
    """Refuses what a stranger's page could make the browser send here.

    Served to this machine only (`local`), a request must call it by a local name (else another site's name was
    pointed at it), and one that may change something must come from a page of the same host. Elsewhere the
    proxy in front decides.
    """

    def __init__(self, app: ASGIApp, local: bool) -> None:
        self.app = app
        self.local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not self.welcome(scope):
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"This request came from another site."})
            return
        await self.app(scope, receive, send)

    def welcome(self, scope: Scope) -> bool:
        headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in scope["headers"]}
        host = urlsplit(f"//{headers.get('host', '')}")
        if not self.local:
            return True
        if host.hostname not in _LOCAL:
            return False
        origin = headers.get("origin")
        if scope.get("method") in _ASKING or origin is None:
            return True
        return bool(urlsplit(origin).netloc == host.netloc)
