"""The listening page: a plan that fits the tools, a folder that holds all it needs, a page that plays and remembers."""

import argparse
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import find_tools
from components.listening import MOODS, Heard, listen, the_plan, write
from studio import facts
from studio.errors import PersonError
from studio.events import Artifact
from studio.execute import Outcome
from studio.plan import parse
from studio.plan import write as written

TOOLS = find_tools()


def test_the_plan_fits_the_tools_and_has_every_style_in_every_mood() -> None:
    plan, heard = the_plan(TOOLS, (), MOODS, 12.0, 1)
    parse(written(plan), TOOLS)
    styles = [c for c in TOOLS["compose"].option("style").choices if c != "auto"]  # type: ignore[union-attr]
    music = [each for each in heard if each.part == "Music"]
    assert len(music) == len(styles) * len(MOODS)
    voices = {each.row for each in heard if each.part == "Voices"}
    assert voices == {v for v in TOOLS["speak"].option("voice").choices if v != "silent"}  # type: ignore[union-attr]
    assert len({each.step for each in heard}) == len(heard)


@pytest.mark.parametrize("moods", [("</script><b>", "悲しい", "8"), ("a" * 300, "a" * 299 + "b")])
def test_any_mood_makes_a_plan(moods: tuple[str, ...]) -> None:
    plan, heard = the_plan(TOOLS, ("piano",), moods, 4.0, 1)
    parse(written(plan), TOOLS)
    assert [each.column for each in heard if each.part == "Music"] == list(moods)


def test_an_unknown_style_gets_a_sentence() -> None:
    with pytest.raises(PersonError, match="no style 'tingo'"):
        the_plan(TOOLS, ("tingo",), MOODS, 4.0, 1)


def test_a_file_is_no_folder(tmp_path: Path, session: Any) -> None:
    (tmp_path / "listening").write_text("mine")
    with pytest.raises(PersonError, match="is a file"):
        listen(session, argparse.Namespace(out=tmp_path / "listening"))


HEARD = (
    Heard("one", "Music", "tango", "joyful"),
    Heard("two", "Music", "tango", "</script><b>sad"),
    Heard("three", "Music", "piano", "joyful"),
    Heard("lost", "Music", "piano", "</script><b>sad"),
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of three short sounds and one that failed."""
    made = {}
    for number, name in enumerate(("one", "two", "three")):
        file = tmp_path / f"{name}.flac"
        facts.write_audio(file, np.sin(np.arange(48000 * 3) * (number + 1) * 0.02).astype(np.float32) * 0.3, 48000, {})
        made[name] = Artifact(f"{number:064x}", "Audio", ".flac", file.stat().st_size, file)
    outcome = Outcome("run", made, {"lost": "It broke."}, (), False, 1.0)
    return write(tmp_path / "listening", HEARD, outcome)


def test_the_folder_holds_all_it_needs(page: Path) -> None:
    assert sorted(f.name for f in (page.parent / "sounds").iterdir()) == ["one.flac", "three.flac", "two.flac"]
    text = page.read_text(encoding="utf-8")
    assert "</script><b>" not in text
    assert "http" not in text


@pytest.fixture
def address(page: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(page.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_one_plays_at_a_time_and_the_keys_move(tab: Any, address: str) -> None:
    tab.goto(address)
    first = tab.get_by_role("button", name="Hear tango, joyful")
    first.click()
    tab.wait_for_selector("#player:not([hidden])")
    assert tab.locator("#now").inner_text() == "tango · joyful"
    first.press("ArrowDown")
    below = tab.get_by_role("button", name="Hear piano, joyful")
    assert below.evaluate("each => each === document.activeElement")
    below.press("Enter")
    assert tab.locator("#now").inner_text() == "piano · joyful"
    assert tab.locator("button[aria-pressed=true]").count() == 1
    tab.keyboard.press("Escape")
    assert not tab.locator("#player").is_visible()
    assert tab.get_by_text("It broke.").is_visible()


def test_marks_and_guesses_are_kept(tab: Any, address: str) -> None:
    tab.goto(address)
    tab.get_by_label("Mark for tango, joyful").select_option("4")
    tab.get_by_role("button", name="Guess without looking").click()
    tab.get_by_role("group", name="Which mood?").get_by_role("button", name="joyful").click()
    tab.get_by_role("group", name="Which style?").get_by_role("button", name="tango").click()
    assert tab.get_by_text("1 heard").is_visible()
    tab.reload()
    assert tab.get_by_label("Mark for tango, joyful").input_value() == "4"
    assert tab.evaluate("JSON.parse(localStorage['reelwright-listen']).guesses.length") == 1


def test_nothing_sticks_out_at_phone_width(tab: Any, address: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(address)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
