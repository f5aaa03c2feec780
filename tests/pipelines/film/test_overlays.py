"""Lettering on planes: exact where it shows, nothing elsewhere, cheap for long films, the same for all threads."""

import threading
import time
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pytest

from pipelines.assemble.letters import Overlay, Patch, overlays
from pipelines.film import planes as p
from pipelines.film.overlays import Lettering
from studio.timeline import Caption

RATE = Fraction(30)
SAID = (("Every", 0.0, 0.3), ("morning", 0.3, 0.6), ("Tomas", 0.6, 1.0))


def _grey(width=640, height=360) -> p.Planes:
    return p.Planes(*(np.full(part.shape, 90, np.uint8) for part in p.empty(width, height).all))


def _card(start=0, end=30, left=40, top=20, colour=(255, 255, 255, 255), tall=40, wide=60, **more) -> Overlay:
    return Overlay(start, end, left, top, np.full((tall, wide, 4), colour, np.uint8), **more)


def test_an_opaque_overlay_covers_its_place_and_nothing_else():
    planes = _grey()
    Lettering([_card()], 640, 360).draw(0, planes)
    assert (planes.y[20:60, 40:100] == 235).all()
    planes.y[20:60, 40:100] = 90
    assert (planes.y == 90).all()
    assert (planes.u[10:30, 20:50] == 128).all()


def test_it_shows_only_in_its_frames():
    lettering = Lettering([_card(10, 20), _card(20, 25, left=200)], 640, 360)
    for n, shown in ((9, False), (10, True), (19, True), (20, True), (25, False), (10**6, False)):
        planes = _grey()
        lettering.draw(n, planes)
        assert (planes.y != 90).any() == shown, n
    assert lettering.moments() == [10, 20, 25]


def test_what_reaches_past_the_frame_is_cut_off():
    planes = _grey()
    Lettering([_card(left=620, top=340), _card(left=700), _card(start=5, end=5)], 640, 360).draw(0, planes)
    assert (planes.y[340:, 620:] == 235).all()


@pytest.mark.parametrize("text", ["Every morning, Tomas", "Every 🐋 morning 👨‍👩‍👧 Tomas"])
def test_a_patched_overlay_is_to_the_bit_the_whole_picture_with_the_word_marked(text):
    (overlay,) = overlays([Caption(0, 30, text, SAID)], 640, 360, RATE, style="word by word")
    lettering = Lettering([overlay], 640, 360)
    for patch in overlay.patches:
        whole = overlay.pixels.copy()
        tall, wide, _ = patch.pixels.shape
        whole[patch.top : patch.top + tall, patch.left : patch.left + wide] = patch.pixels
        expected, planes = _grey(), _grey()
        Lettering([Overlay(0, 30, overlay.left, overlay.top, whole)], 640, 360).draw(0, expected)
        lettering.draw(patch.start, planes)
        for a, b in zip(expected.all, planes.all, strict=True):
            assert np.array_equal(a, b)


def test_what_is_seen_of_a_stretch_does_not_depend_on_where_it_lies_in_the_film():
    def seen(offset: int) -> list:
        patch = Patch(offset + 5, offset + 9, 4, 4, np.full((8, 8, 4), 200, np.uint8))
        cards = [_card(offset, offset + 30, patches=(patch,)), _card(offset + 40, offset + 50)]
        return Lettering(cards, 640, 360).seen(offset + 2, offset + 20)

    assert seen(0) == seen(1000)
    assert len(seen(0)) == 2
    changed = Lettering([_card(0, 30, patches=())], 640, 360).seen(2, 20)
    assert changed != seen(0)


@dataclass(frozen=True)
class _Long:
    """Half an hour with 600 captions, their words marked one by one."""

    lettering: Lettering
    frames: int = 54_000


@pytest.fixture(scope="module")
def long_film() -> _Long:
    rng = np.random.default_rng(1)
    base = np.zeros((70, 640, 4), np.uint8)
    base[20:50, 40:600] = rng.integers(0, 2, (30, 560, 1)) * 255
    words = [Patch(0, 0, 40 + i * 80, 18, base[18:52, 40 + i * 80 : 110 + i * 80]) for i in range(7)]
    cards = []
    for i in range(600):
        patches = tuple(
            Patch(i * 90 + k * 11, i * 90 + k * 11 + 11, w.left, w.top, w.pixels) for k, w in enumerate(words)
        )
        cards.append(Overlay(i * 90, i * 90 + 80, 320, 600, base, patches))
    return _Long(Lettering(cards, 1280, 720))


def test_a_long_film_costs_little_memory_and_no_more_time_than_a_short_one(long_film):
    packed = sum(len(each.packed) for kept in long_film.lettering._kept for each in (kept, *kept.patches))
    assert packed < 100_000_000
    planes = _grey(1280, 720)
    began = time.thread_time()
    for n in range(27_000, 27_300):
        long_film.lettering.draw(n, planes)
    assert (time.thread_time() - began) / 300 < 0.002  # seconds a frame; a twentieth of it on a quiet machine


def test_threads_draw_the_same(long_film):
    alone = [_grey(1280, 720) for _ in range(40)]
    for n, planes in enumerate(alone):
        long_film.lettering.draw(n * 7, planes)
    together = [_grey(1280, 720) for _ in range(40)]
    threads = [
        threading.Thread(target=lambda k=k: [long_film.lettering.draw(n * 7, together[n]) for n in range(k, 40, 4)])
        for k in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(a.y, b.y) and np.array_equal(a.u, b.u) for a, b in zip(alone, together, strict=True))
