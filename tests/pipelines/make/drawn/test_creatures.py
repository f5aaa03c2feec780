"""The life of beasts, boats and birds: it begins with the still, goes on without jumps, and what is lifeless rests."""

from itertools import pairwise

import pytest

from pipelines.make.drawn.creatures import eased_way, life_of
from pipelines.make.drawn.layering import Pose
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.things import by_word


def spot(word: str, way: str, doing: tuple[str, ...] = (), room: float = 300.0) -> Spot:
    return Spot(Subject(by_word()[word], word, doing=doing), 0, 800, 700, 200, False, way, 0.0, room, goes=bool(doing))


LIVELY = [("boat", "water"), ("swan", "water"), ("fish", "deep"), ("whale", "deep"), ("gull", "sky"), ("butterfly",
    "sky"),
          ("kite", "sky"), ("balloon", "sky"), ("car", "ground"), ("rabbit", "ground"), ("dog", "ground"), ("fox",
              "ground"),
          ("rocket", "sky"), ("robot", "ground"), ("bee", "sky")]  # fmt: skip


@pytest.mark.parametrize(("word", "way"), LIVELY)
@pytest.mark.parametrize("doing", [(), ("runs",)])
def test_life_begins_with_the_still_and_never_jumps(word: str, way: str, doing: tuple[str, ...]) -> None:
    life = life_of(spot(word, way, doing), 240.0, 1.0)
    assert life is not None
    first = life(0.0)
    assert (first.dx, first.dy, first.turn) == pytest.approx((0, 0, 0), abs=1e-6)
    assert (first.wide, first.tall) == pytest.approx((1, 1), abs=1e-6)
    poses: list[Pose] = [life(t / 30) for t in range(400)]
    for a, b in pairwise(poses):
        assert abs(b.dx - a.dx) < 12
        assert abs(b.dy - a.dy) < 12
        assert abs(b.turn - a.turn) < 2.5


@pytest.mark.parametrize("word", ["rock", "house", "tree", "lighthouse", "bread", "musical notes"])
def test_what_has_no_life_rests(word: str) -> None:
    assert life_of(spot(word, "ground"), 200.0, 1.0) is None


def test_it_stops_where_its_room_ends() -> None:
    assert eased_way(100.0, 50.0, 200.0) == pytest.approx(200.0)
    assert eased_way(5.0, 50.0, 0.0) == 0.0
    life = life_of(spot("car", "ground", ("drives",)), 240.0, 1.0)
    assert life is not None
    assert abs(life(60.0).dx) <= 300.0
