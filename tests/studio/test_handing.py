"""Things handed from thread to thread: kept while there is room or somebody waits, let go once nobody does."""

import queue
import threading

from studio.handing import giving


def test_a_full_queue_waits_for_room_and_is_given_up_when_nobody_takes() -> None:
    arrived: queue.Queue[int] = queue.Queue(1)
    stop = threading.Event()
    put = giving(arrived, stop)
    put(1)
    waiting = threading.Thread(target=put, args=(2,))
    waiting.start()
    assert [arrived.get(timeout=5), arrived.get(timeout=5)] == [1, 2]
    waiting.join(5)
    put(3)
    left = threading.Thread(target=put, args=(4,))
    left.start()
    stop.set()
    left.join(5)
    assert not left.is_alive()
    assert arrived.get_nowait() == 3
    assert arrived.empty()
