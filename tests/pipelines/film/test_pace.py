"""How long it will take yet, told from what was made."""

from pipelines.film.pace import Pace


def test_time_left_follows_what_was_really_made() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])

    def after(seconds: float, made: int, missing: int) -> str:
        now[0] = seconds
        return pace.left(made, missing)

    assert after(0.5, 10, 900) == ""  # too early to tell
    assert after(1.0, 20, 240) == " · 12 s left"
    assert after(1.1, 21, 100) == " · 12 s left"  # words stay long enough to be read
    assert after(2.5, 50, 0) == ""
    assert after(4.0, 80, 20_000) == " · 17 min left"
    for n in range(5, 60):
        after(n, 80 + n, 20_000)
    assert after(60.0, 140, 20_000) == " · 5 h 33 min left"  # it has become slow
    assert after(70.0, 1000, 1) == " · 1 s left"
