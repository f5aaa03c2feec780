"""Turns at the cores go round fairly; a claim is one's own."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from pipelines.film.sharing import Claims, Turns
from studio.errors import Cancelled


def test_those_who_have_least_at_work_go_first() -> None:
    turns, order = Turns(2), []
    ends = {name: threading.Event() for name in ("long 1", "long 2", "long 3", "short 1")}

    def wait(name: str) -> None:
        with turns.turn(name.split()[0], lambda: None):
            order.append(name)
            ends[name].wait(20)

    threads = []
    for count, name in enumerate(ends):
        threads.append(threading.Thread(target=wait, args=(name,)))
        threads[-1].start()
        wait_for(lambda count=count: len(order) + len(turns._waiting) == count + 1)
    assert order == ["long 1", "long 2"]
    ends["long 1"].set()  # one of the long film's is still at work, none of the short one's
    wait_for(lambda: len(order) == 3)
    assert order[2] == "short 1"
    for end in ends.values():
        end.set()
    for thread in threads:
        thread.join(5)
    assert order[3] == "long 3"


def wait_for(done: Any) -> None:
    until = time.monotonic() + 20
    while not done():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_a_turn_is_given_up_when_asked_to_stop() -> None:
    turns = Turns(1)

    def stop() -> None:
        raise Cancelled

    with turns.turn("a", lambda: None), pytest.raises(Cancelled), turns.turn("b", stop):
        pass
    with turns.turn("c", stop):  # nobody is left in the line
        pass


def test_claims() -> None:
    claims = Claims()
    assert claims.take(Path("a"))
    assert not claims.take(Path("a"))
    claims.free(Path("a"))
    assert claims.take(Path("a"))
