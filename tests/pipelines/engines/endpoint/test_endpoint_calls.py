"""Servers that hang, refuse, drip, redirect or never end: a sentence in time, and the key stays at home."""

import json
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.engines import endpoint
from pipelines.engines.endpoint_calls import Answer, Line, _pause
from studio.errors import Cancelled, Unfit
from studio.work import Work
from tests.pipelines.engines.endpoint.image_server import PAGE, Call, openai, picture, serving


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (401, b'{"error": {"message": "Incorrect API key: rw-secret-7f3a9c"}}', "refused the key"),
        (403, PAGE, "refused the key"),
        (402, b"", "no credit"),
        (429, b'{"error": {"code": "insufficient_quota", "message": "You exceeded your current quota"}}', "no credit"),
        (404, PAGE, "no such address or model"),
        (400, b'{"error": {"message": "Your words rw-secret-7f3a9c sk-abcdef break a rule"}}', "break a rule"),
        (422, b'{"detail": [{"msg": "width is too large"}]}', "width is too large"),
        (500, PAGE, "failed on its side (500)"),
        (502, b"<center>nginx</center>", "failed on its side (502)"),
    ],
)
def test_refusals_are_asked_once_and_told(status: int, body: bytes, words: str, ask: Callable[..., str]) -> None:
    calls: list[int] = []

    def answer(call: Call) -> tuple[int, bytes]:
        calls.append(1)
        return status, body

    said = ask(answer)
    assert words in said
    assert "sk-abcdef" not in said
    assert len(calls) == 1


def test_too_many_requests_are_waited_out_but_not_for_ever(ask: Callable[..., str], tmp_path: Path) -> None:
    times: list[float] = []

    def answer(call: Call) -> Any:
        times.append(time.monotonic())
        return 429, b"", {"Retry-After": "0"}

    assert "too often" in ask(answer)
    assert len(times) == 4
    times.clear()

    def later(call: Call) -> Any:
        times.append(time.monotonic())
        return 429, b"", {"Retry-After": "86400"}

    assert "too often" in ask(later)  # a day is not waited for
    assert len(times) == 1


@pytest.mark.parametrize(
    ("header", "body", "low", "high"),
    [
        ("7", b"", 7, 7),
        ("Sun, 06 Nov 1994 08:49:37 GMT", b"", 0, 0.1),
        ("rubbish", b'{"estimated_time": 3}', 3, 3),
        ("", b'{"estimated_time": 1e9}', 20, 20),
        ("-5", b"[]", 2, 2),
    ],
)
def test_how_long_to_wait(header: str, body: bytes, low: float, high: float) -> None:
    assert low <= _pause(Answer(503, {"retry-after": header}, body), 2) <= high


def test_a_line_that_breaks_off_is_taken_up_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "huggingface:a/b")

    def answer(call: Call) -> Any:
        if len(server.asked) < 3:
            call.connection.shutdown(socket.SHUT_RDWR)
            return None
        return 200, picture()

    with serving(answer) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        pixels, about = endpoint.picture("a", "", (160, 90), 1, Work(tmp_path, tmp_path, 1))
    assert (pixels.shape, about["calls"]) == ((90, 160, 3), 3)
    assert len(server.asked) == 3


def test_one_that_breaks_off_in_its_answer(ask: Callable[..., str]) -> None:
    def answer(call: Call) -> None:
        call.send_response(200)
        call.send_header("Content-Length", "5000")
        call.end_headers()
        call.wfile.write(picture()[:100])
        call.wfile.flush()
        call.connection.shutdown(socket.SHUT_RDWR)

    assert "middle of its answer" in ask(answer)


@pytest.mark.parametrize("how", ["hang", "half", "drip"])
def test_one_that_hangs_ends_with_its_time(how: str, ask: Callable[..., str]) -> None:
    def answer(call: Call) -> None:
        if how == "drip":
            call.drip(picture(), 0.05)
            return
        if how == "half":
            call.send_response(200)
            call.send_header("Content-Length", "5000")
            call.end_headers()
            call.wfile.write(picture()[:100])
        call.hang()

    begun = time.monotonic()
    assert "did not finish within 0.6 s" in ask(answer, seconds="0.6")
    assert time.monotonic() - begun < 1.5


def test_one_that_stops_in_the_middle_is_not_waited_for_to_the_end(
    ask: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.engines.endpoint_calls._IDLE", 0.3)

    def answer(call: Call) -> None:
        call.send_response(200)
        call.end_headers()
        call.wfile.write(picture()[:100])
        call.hang()

    assert "stopped in the middle" in ask(answer, seconds="20")


@pytest.mark.parametrize("told", [True, False])
def test_an_answer_without_end_is_left(told: bool, ask: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Line.to
    monkeypatch.setattr(Line, "to", staticmethod(lambda server, work: whole(server, work, 1_000_000)))

    def answer(call: Call) -> None:
        call.send_response(200)
        if told:
            call.send_header("Content-Length", "100000000")
        call.end_headers()
        try:
            for _ in range(100):
                call.wfile.write(bytes(1_000_000))
        except OSError:
            pass

    assert "more than 1 MB" in ask(answer)


def test_a_cancel_is_heard_while_it_hangs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "huggingface:a/b")
    desk = Work(tmp_path, tmp_path, 1)
    with serving(lambda call: call.hang()) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        at: list[float] = []
        threading.Timer(0.4, lambda: (at.append(time.monotonic()), desk.cancelled.set())).start()
        with pytest.raises(Cancelled):
            endpoint.picture("a", "", (160, 90), 1, desk)
        assert time.monotonic() - at[0] < 0.2


def test_one_where_nothing_listens_and_one_that_does_not_connect(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai:flux")
    desk = Work(tmp_path, tmp_path, 1)
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(Unfit, match="nothing listens there"):
            endpoint.picture("a", "", (160, 90), 1, desk)
    monkeypatch.setattr("pipelines.engines.endpoint_calls._REACH", 0.3)
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(3)]  # its queue is full, so that no further one is let in
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", f"http://127.0.0.1:{full.getsockname()[1]}")
        with pytest.raises(Unfit, match="cannot be reached"):
            endpoint.picture("a", "", (160, 90), 1, desk)
        for each in waiting:
            each.close()


def test_a_name_nobody_knows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai:flux")
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", "https://images.invalid")
    with pytest.raises(Unfit, match=r"images\.invalid cannot be reached"):
        endpoint.picture("a", "", (160, 90), 1, Work(tmp_path, tmp_path, 1))


def test_redirects_within_the_host_only(ask: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(openai) as other:
        place = {"Location": f"http://localhost:{other.port}/v1/images/generations"}
        assert "sends on to localhost" in ask(lambda call: (307, b"", place), "openai:flux")
        assert not other.asked
    assert "again and again" in ask(lambda call: (307, b"", {"Location": call.path}))
    assert "sends on to another place" in ask(lambda call: (307, b"", {"Location": "file:///etc/passwd"}))


def test_a_fetched_picture_may_lie_elsewhere_and_hears_no_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai:flux")
    with serving(lambda call: (200, picture())) as other:

        def answer(call: Call) -> Any:
            if call.command == "GET":
                return 302, b"", {"Location": f"http://localhost:{other.port}/x.png"}
            return 200, json.dumps({"data": [{"url": "/x.png"}]}).encode()

        with serving(answer) as server:
            monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
            endpoint.picture("a", "", (160, 90), 1, Work(tmp_path, tmp_path, 1))
    assert [("authorization" in a.headers) for a in (*server.asked, *other.asked)] == [True, True, False]
