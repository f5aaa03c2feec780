"""Events folded into rows."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from components.fold import Rows, fold
from studio.events import (
    Artifact,
    JobFailed,
    PackProgress,
    PlanLine,
    Proposed,
    RunDone,
    RunStarted,
    StepBlocked,
    StepCancelled,
    StepDone,
    StepFailed,
    StepNote,
    StepProgress,
    StepStarted,
)

MADE = Artifact("a" * 64, "Image", ".png", 10, Path("x.png"))


def test_a_run_from_start_to_end() -> None:
    rows = fold(
        [
            RunStarted("r", ("shot1", "line1")),
            StepStarted("shot1", "paint"),
            StepProgress("shot1", 0.5, "mixing colours"),
            StepNote("shot1", "A horse stands in."),
            StepNote("shot1", "A horse stands in."),
        ]
    )
    assert rows.status == "running"
    assert rows.share == 0.25
    assert rows.words == "Making shot1: mixing colours"
    assert rows.steps["shot1"].notes == ("A horse stands in.",)
    assert rows.steps["line1"].status == "waiting"
    ended = fold(
        [
            StepDone("shot1", MADE, False, 0.4, "k"),
            StepDone("line1", MADE, True, 0.2, "k"),
            RunDone("r", True, False, 1.5),
        ],
        rows,
    )
    assert (ended.status, ended.share, ended.finished, ended.seconds) == ("done", 1.0, 2, 1.5)
    assert ended.steps["line1"].recalled


def test_two_steps_at_once_are_both_told_of() -> None:
    rows = fold([RunStarted("r", ("a", "b")), StepStarted("a", "paint"), StepStarted("b", "paint")])
    assert rows.words == "Making a and 1 more"


def test_a_failure_and_what_hangs_on_it() -> None:
    rows = fold(
        [
            RunStarted("r", ("shot1", "clip1", "line1")),
            StepFailed("shot1", "No such thing.", False),
            StepBlocked("clip1", "shot1"),
            StepCancelled("line1"),
            RunDone("r", False, False, 1),
        ]
    )
    assert rows.words == "shot1 could not be made"
    assert rows.steps["shot1"].words == "No such thing."
    assert rows.steps["clip1"].words == "shot1 is missing"
    assert rows.steps["line1"].status == "cancelled"
    assert rows.share == 1.0


def test_progress_never_runs_backwards() -> None:
    rows = fold([StepStarted("a", "t"), StepProgress("a", 0.7, ""), StepProgress("a", 0.2, "")])
    assert rows.steps["a"].share == 0.7


def test_a_plan_being_written_and_a_pack_on_its_way() -> None:
    rows = fold([PlanLine("a = b()"), PlanLine("c = d()"), Proposed("text", "the writer", (), ())])
    assert rows.lines == ("a = b()", "c = d()")
    assert rows.proposed is not None
    assert fold([PackProgress("writer", 0.25, "280 MB of 1.1 GB")]).packs["writer"] == (0.25, "280 MB of 1.1 GB")
    assert fold([JobFailed("No network.", False)]).words == "No network."


EVENTS = st.one_of(
    st.builds(RunStarted, st.just("r"), st.just(("a", "b"))),
    st.builds(StepStarted, st.sampled_from("abc"), st.just("paint")),
    st.builds(StepProgress, st.sampled_from("abc"), st.floats(0, 1), st.text()),
    st.builds(StepDone, st.sampled_from("abc"), st.just(MADE), st.booleans(), st.floats(0, 9), st.just("k")),
    st.builds(StepFailed, st.sampled_from("abc"), st.text(), st.booleans()),
    st.builds(RunDone, st.just("r"), st.booleans(), st.booleans(), st.floats(0, 9)),
)


@given(st.lists(EVENTS, max_size=30), st.integers(0, 30))
def test_folding_in_two_goes_is_folding_at_once(events: list, at: int) -> None:
    whole = fold(events)
    assert fold(events[at:], fold(events[:at])) == whole
    assert 0 <= whole.share <= 1
    assert isinstance(whole.words, str)
    assert fold([], Rows()) == Rows()
