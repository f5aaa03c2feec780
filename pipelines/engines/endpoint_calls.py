"""Calls to an image server: bounded in time and bytes, heard by a cancel at once, and patient where it asks for it."""

import email.utils
import json
import math
import queue
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from pipelines.engines.endpoint_server import KEY, URL, VARIABLE, Server, is_local
from studio.errors import Unfit
from studio.handing import giving
from studio.work import Work

MOST_PICTURE, MOST_CLIP = 64_000_000, 256_000_000  # bytes of an answer
_REACH, _IDLE = 10.0, 20.0  # seconds to connect; seconds without a byte once it has begun to answer
_EVERY = 0.05
_TRIES = 4  # times one thing is asked while the server says "later" or the line breaks off
_HOPS = 3
_BUSY = (429, 503)
_CONNECTED = "connected"


@dataclass(frozen=True)
class Answer:
    """What came back. `headers` have names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def told(self) -> Any:
        """The body as JSON; None when it is none."""
        try:
            return json.loads(self.body) if len(self.body) <= 2 * MOST_PICTURE else None
        except (ValueError, RecursionError):
            return None

    @property
    def is_page(self) -> bool:
        """Whether it is a web page, whatever its header says."""
        start = self.body[:600].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
        return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) or b"<html" in start


class _Broken(Exception):
    """The line broke off before any answer came: it may be asked again."""


@dataclass(frozen=True)
class Line:
    """A server, spoken to until `until` (`time.monotonic`) at most, by a step that may be cancelled."""

    server: Server
    work: Work
    most: int = MOST_PICTURE
    until: float = 0.0
    orders: list[str] = field(default_factory=list)  # what it was asked to make: each may cost money

    @staticmethod
    def to(server: Server, work: Work, most: int = MOST_PICTURE) -> "Line":
        """A line that is open for as long as a picture may take."""
        return Line(server, work, most, time.monotonic() + server.seconds)

    def send(self, method: str, url: str, again: bool = True, **body: Any) -> Answer:
        """Ask `url` (whole, or a path after the server's address) and return a good answer (status 2xx).

        Asked again, four times in all, only where the server says it is busy or loading (429, 503) or the line breaks
        off before an answer. `body` is httpx's: json, files, data. Raises Unfit with a sentence, Cancelled.
        """
        target = url if "://" in url else self.server.url + url
        tries = 0
        while True:
            tries += 1
            if method == "POST":
                self.orders.append(target)
            last = tries >= _TRIES or not again
            try:
                answer = self._followed(method, target, body)
            except _Broken as error:
                if last:
                    raise self.server.unfit(
                        "breaks off the connection each time. Look whether it still runs."
                    ) from error
                self.wait(0.2 * tries, "asking again")
                continue
            if answer.status < 300:
                return answer
            if answer.status not in _BUSY or last or out_of_credit(answer):
                raise refusal(self.server, answer)
            pause = _pause(answer, tries)
            if time.monotonic() + pause >= self.until:
                raise refusal(self.server, answer)
            self.wait(pause, "the server loads its model" if answer.status == 503 else "the server asks to wait")

    def wait(self, seconds: float, words: str) -> None:
        """Let time pass. Raises Unfit when the picture's whole time is over, Cancelled."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if time.monotonic() > self.until:
                raise self.late()
            self.tell(words)
            time.sleep(min(_EVERY * 2, left))

    def tell(self, words: str) -> None:
        """How far it is: servers say little, so it is the share of the time allowed, which slows down."""
        gone = 1 - max(0.0, self.until - time.monotonic()) / self.server.seconds
        self.work.progress(0.05 + 0.85 * (1 - (1 - gone) ** 6), words)

    def late(self) -> Unfit:
        """The sentence that its time is over."""
        return self.server.unfit(
            f"did not finish within {self.server.seconds:g} s. Look whether it is at work, or raise "
            "REELWRIGHT_ENDPOINT_SECONDS."
        )

    def _followed(self, method: str, url: str, body: dict[str, Any]) -> Answer:
        """Redirects are followed within the host; a GET also to others, where the key does not go along."""
        for _ in range(_HOPS):
            answer = self._once(method, url, body)
            if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
                return answer
            target = urljoin(url, answer.headers["location"])
            other = urlsplit(target).netloc != urlsplit(url).netloc
            if (method != "GET" and (other or answer.status < 307)) or urlsplit(target).scheme not in ("http", "https"):
                where = urlsplit(target).hostname or "another place"
                raise self.server.unfit(f"sends on to {where}. Set {URL} to the address that answers itself.")
            url = target
        raise self.server.unfit(f"sends on again and again. Check {URL}.")

    def _once(self, method: str, url: str, body: dict[str, Any]) -> Answer:
        arrived: queue.Queue[Any] = queue.Queue(maxsize=16)
        stop = threading.Event()
        left = max(0.1, self.until - time.monotonic())
        ours = urlsplit(url)._replace(path="", query="") == urlsplit(self.server.url)._replace(path="")
        if not ours and not self.server.local and is_local(urlsplit(url).hostname or ""):
            raise self.server.unfit("names a picture on this machine, which it cannot know. It is not fetched.")
        headers = {"Accept-Encoding": "identity", "User-Agent": "Reelwright"}
        if self.server.key and ours:
            headers["Authorization"] = f"Bearer {self.server.key}"
        arguments = (method, url, headers, body, left, arrived, stop)
        threading.Thread(target=_read, args=arguments, daemon=True, name="endpoint").start()
        try:
            return self._gathered(arrived)
        finally:
            stop.set()

    def _gathered(self, arrived: "queue.Queue[Any]") -> Answer:
        status, headers = 0, {}
        told = held = 0
        chunks: list[bytes] = []
        patience = _REACH + 1  # until it is connected; then for ever; within its answer, _IDLE
        while (thing := self._next(arrived, patience, bool(status))) is not None:
            if thing == _CONNECTED:
                patience = math.inf
            elif isinstance(thing, tuple):
                patience = _IDLE
                status, headers = thing
                length = headers.get("content-length", "")
                told = int(length) if length.isdecimal() and len(length) < 20 else 0
            elif isinstance(thing, Exception):
                raise self._trouble(thing, bool(status)) from thing
            else:
                chunks.append(thing)
                held += len(thing)
            if max(told, held) > self.most:
                raise self.server.unfit(
                    f"sends more than {self.most // 1_000_000} MB, too much for a {self.server.thing}."
                )
        return Answer(status, headers, b"".join(chunks))

    def _next(self, arrived: "queue.Queue[Any]", patience: float, begun: bool) -> Any:
        """The next thing that arrives within `patience` seconds, looking for a cancel meanwhile."""
        since = time.monotonic()
        while True:
            self.tell("the server is at work")
            try:
                return arrived.get(timeout=_EVERY)
            except queue.Empty:
                now = time.monotonic()
            if now > self.until:
                raise self.late()
            if now - since > patience:
                stopped = f"stopped in the middle of its answer ({_IDLE:g} s without a byte). Try again."
                raise self.server.unfit(stopped if begun else _unreached())

    def _trouble(self, error: Exception, begun: bool) -> Exception:
        """What a failed connection means."""
        import httpx

        if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
            return self.server.unfit(_unreached())
        if isinstance(error, httpx.TimeoutException):
            return self.late()
        if isinstance(error, httpx.ProxyError):
            return self.server.unfit("cannot be reached through the proxy that is set on this machine. Check it.")
        if isinstance(error, httpx.ConnectError):
            return self.server.unfit(f"cannot be reached: {_why(str(error))}")
        if isinstance(error, httpx.TransportError):
            broke = "broke off in the middle of its answer. Try again."
            return self.server.unfit(broke) if begun else _Broken(type(error).__name__)
        if isinstance(error, httpx.InvalidURL | UnicodeError):
            return self.server.unfit(f"has an address that cannot be used. Check {URL}.")
        return error


def _unreached() -> str:
    return f"cannot be reached: no connection in {_REACH:g} s. Check the address, and whether this machine is online."


def _why(words: str) -> str:
    if "refused" in words.lower():
        return "nothing listens there. Start it, or check the address."
    if "CERTIFICATE" in words or "SSL" in words:
        return "its encryption cannot be trusted (certificate or TLS). Check whether it is http:// or https://."
    if any(sign in words.lower() for sign in ("name", "getaddrinfo", "nodename", "resolution")):
        return "its name is not known. Check the address, and whether this machine is online."
    return "the network does not lead there. Check the address, and whether this machine is online."


def _read(method: str, url: str, headers: dict[str, str], body: dict[str, Any], left: float,
          arrived: "queue.Queue[Any]", stop: threading.Event) -> None:  # fmt: skip
    """In a thread of its own, for no timeout covers looking up a name: _CONNECTED, (status, headers), chunks, None."""
    import httpx

    put = giving(arrived, stop)
    try:
        limits = httpx.Timeout(left, connect=min(_REACH, left))
        told = {"trace": lambda name, info: put(_CONNECTED) if name.endswith("connect_tcp.complete") else None}
        with (
            httpx.Client(timeout=limits, follow_redirects=False) as client,
            client.stream(method, url, headers=headers, extensions=told, **body) as answer,
        ):
            put((answer.status_code, {k.lower(): v for k, v in answer.headers.items()}))
            for chunk in answer.iter_raw(1 << 16):  # as it came: nothing is unpacked that could grow without end
                if stop.is_set():
                    return
                put(chunk)
        put(None)
    except Exception as error:  # handed over: whoever waits for the answer says what it means
        put(error)


def _pause(answer: Answer, tries: int) -> float:
    """Seconds the server asks to wait: Retry-After (RFC 9110, 10.2.3), or Hugging Face's estimate; else a few."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isdigit():
        return max(0.05, float(told))
    if told:
        try:
            return max(0.05, email.utils.parsedate_to_datetime(told).timestamp() - time.time())
        except (ValueError, TypeError):
            pass
    said = answer.told()
    estimate = said.get("estimated_time") if isinstance(said, dict) else None
    return min(max(float(estimate), 0.05), 20.0) if isinstance(estimate, int | float) else 1.0 * tries


def message(answer: Answer) -> str:
    """What the server says went wrong, "" when it says nothing that can be read."""
    said = answer.told()
    found = said.get("error", said.get("detail", said.get("message"))) if isinstance(said, dict) else None
    if isinstance(found, dict):
        found = found.get("message") or found.get("code")
    if isinstance(found, list) and found:
        found = found[0].get("msg") if isinstance(found[0], dict) else found[0]
    return found if isinstance(found, str) else ""


def out_of_credit(answer: Answer) -> bool:
    """Whether waiting would not help: the account is empty."""
    words = answer.body[:4000].lower()
    return answer.status == 402 or any(s in words for s in (b"insufficient_quota", b"billing", b"exceeded your"))


def refusal(server: Server, answer: Answer) -> Unfit:
    """The sentence of an answer that is an error."""
    status = answer.status
    said = server.clean(message(answer)) if not answer.is_page else ""
    quoted = f': "{said}"' if said else ""
    if out_of_credit(answer):
        return server.unfit(f"has no credit left for this key ({status}). Look at your account there.")
    if status in (401, 403):
        about = "refused the key" if server.key else "asks for a key"
        return server.unfit(f"{about} ({status}). Set {KEY} to one that may be used there.")
    if status in (404, 405):
        return server.unfit(f"knows no such address or model ({status}). Check {URL} and the model in {VARIABLE}.")
    if status == 429:
        return server.unfit("is asked too often (429). Wait a little, or ask for less at once.")
    if status in (400, 413, 415, 422, 451):
        return server.unfit(
            f"refused this {server.thing} ({status}){quoted}. Change its words or the model.", once=True
        )
    return server.unfit(f"failed on its side ({status}){quoted}. Try again later.")
