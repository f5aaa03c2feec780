"""Handing things from a thread that reads to one that waits for them and may stop waiting."""

import queue
import threading
from collections.abc import Callable
from typing import Any


def giving(arrived: "queue.Queue[Any]", stop: threading.Event) -> Callable[[Any], None]:
    """What puts a thing into a queue that may be full; once `stop` is set it is let go."""

    def put(thing: Any) -> None:
        while not stop.is_set():
            try:
                return arrived.put(thing, timeout=0.2)
            except queue.Full:
                continue

    return put
