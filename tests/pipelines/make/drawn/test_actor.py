"""People in motion: steps that do not slide, pictures that follow evenly, a first moment that is the still."""

from itertools import pairwise

import numpy as np
import pytest

from pipelines.make.drawn.actor import FIRST, Actor, Moment, Role, after, box_of, stride, whole_box_of
from pipelines.make.drawn.figure import build_of, legs_of
from pipelines.make.drawn.rounds import CYCLES, TRAVELS
from pipelines.make.drawn.stance import STILL
from pipelines.make.drawn.wardrobe import costume_of

MAN = costume_of("man", "man", (), 0)


@pytest.mark.parametrize("act", TRAVELS)
def test_the_foot_on_the_ground_stays_where_it_is(act: str) -> None:
    role = Role(MAN, act)
    build = build_of(MAN)
    gone, feet = [], []
    for i in range(121):
        share = i / 120
        seen = after(role, share * role.period, 1e9, 2.0)
        gone.append(seen.gone)
        feet.append([points[2] for points in legs_of(role.stance(share), build)])
    # The steps are measured at 240 points a round, the pictures are chosen by the way gone: so compare by the way.
    slid = []
    for (g0, f0), (g1, f1) in pairwise(zip(gone, feet, strict=True)):
        low = max((0, 1), key=lambda k: f0[k][1] + f1[k][1])
        slid.append(abs((g1 - g0) + (f1[low][0] - f0[low][0])))
    assert np.mean(slid) < 0.35  # hundredths of the body's height in a 120th of a round
    assert stride(role) == pytest.approx(gone[-1], rel=0.02)


@pytest.mark.parametrize("act", TRAVELS)
def test_who_travels_goes_on_evenly_and_comes_to_rest_where_the_room_ends(act: str) -> None:
    role = Role(MAN, act)
    way = [after(role, t / 30, 150.0, 2.0) for t in range(400)]
    steps = [b.gone - a.gone for a, b in pairwise(way)]
    assert min(steps) >= -1e-9
    assert way[-1].gone == pytest.approx(150.0)
    assert max(abs(b - a) for a, b in pairwise(steps)) < 0.5  # no jerk
    assert way[-1].moment.vigour == 0


@pytest.mark.parametrize("act", sorted(CYCLES))
def test_a_round_of_an_act_closes_and_has_no_jumps(act: str) -> None:
    role = Role(MAN, act, start=0.0)
    around = [role.stance(i / 48) for i in range(49)]
    assert around[0].front_arm == pytest.approx(around[-1].front_arm, abs=1e-6)
    turns = [abs(b.front_leg[0] - a.front_leg[0]) for a, b in pairwise(around)]
    arms = [abs(b.front_arm[0] - a.front_arm[0]) for a, b in pairwise(around)]
    assert max(turns) < 16
    assert max(arms) < 16


@pytest.mark.parametrize("act", [*sorted(CYCLES), *STILL])
def test_an_act_is_drawn_whole_on_its_sheet(act: str) -> None:
    role = Role(MAN, act)
    left, top, right, bottom = box_of(role)
    around = whole_box_of(role)
    assert around[0] <= left <= right <= around[2]
    assert around[1] <= top <= bottom <= around[3]
    if not role.stance(0).turn and act != "jump":
        assert 96 < bottom < 103  # stands on the ground


def test_the_first_moment_is_the_still_and_the_same_twice() -> None:
    role = Role(MAN, "wave")
    assert after(role, 0.0, 0.0, 1.0).moment == FIRST
    first, again = Actor(role, 2.0).pixels(FIRST), Actor(role, 2.0).pixels(FIRST)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, Actor(role, 2.0).pixels(Moment(step=6)))


def test_eyes_blink_now_and_then_but_not_at_the_beginning() -> None:
    shut = [after(Role(MAN), t / 30, 0.0, 1.5).moment.shut for t in range(240)]
    assert not any(shut[:30])
    assert 3 in shut
    assert sum(1 for s in shut if s) < 20
