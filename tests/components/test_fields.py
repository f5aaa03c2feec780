"""The fields of a card in a real browser: lists of a menu's words, colours; and pictures of any shape shown whole."""

from pathlib import Path
from typing import Any

import pytest

from tests.components.browser import Studio
from tests.components.test_screen import card, current, plan_text, planned, saved

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def written(tab: Any, words: str) -> None:
    tab.wait_for_function("words => document.querySelector('.rw-script-text').value.includes(words)", arg=words)
    saved(tab)


def opened(tab: Any, step: str) -> Any:
    one = card(tab, step)
    one.locator("text=More options").click()
    return one


def test_a_list_of_choices_is_a_row_of_chips(studio: Studio, tab: Any) -> None:
    planned(tab, studio)
    field = opened(tab, "cut1").locator("[data-field=transitions]")
    menu = field.locator("select")
    assert menu.locator("option").all_inner_texts() == ["add…", "cut", "dissolve", "wipe left", "the usual (a gap)"]
    menu.select_option("wipe left")
    written(tab, 'transitions=["wipe left"]')
    menu.select_option("the usual (a gap)")
    written(tab, 'transitions=["wipe left", None]')
    menu.select_option("wipe left")
    written(tab, 'transitions=["wipe left", None, "wipe left"]')
    field.locator(".rw-chip").nth(1).press("Alt+ArrowLeft")
    written(tab, 'transitions=[None, "wipe left", "wipe left"]')
    field.locator("[aria-label='Take wipe left out']").first.click()
    written(tab, 'transitions=[None, "wipe left"]')
    assert field.locator(".rw-chip").all_inner_texts() == ["the usual", "wipe left"]
    assert not card(tab, "cut1").locator(".rw-troubles li").count()


def test_a_colour_is_chosen_or_written(studio: Studio, tab: Any) -> None:
    planned(tab, studio)
    field = opened(tab, "cut1").locator("[data-field=transition_colour]")
    field.locator("input[type=color]").fill("#204060")
    written(tab, 'transition_colour="#204060"')
    assert field.locator("input[type=text]").input_value() == "#204060"
    field.locator("input[type=text]").fill("#ff8000")
    written(tab, 'transition_colour="#ff8000"')
    assert field.locator("input[type=color]").input_value() == "#ff8000"


def test_upright_pictures_and_films_are_shown_whole(studio: Studio, tab: Any) -> None:
    planned(tab, studio)
    text = plan_text(tab)
    first = next(line.split()[0] for line in text.splitlines() if " = paint(" in line)
    tab.fill(".rw-script-text", text.replace(" = paint(", ' = paint(shape="9:16", ', 1))
    saved(tab)
    card(tab, first).locator("[aria-label='Run this step']").click()
    current(tab, first)
    picture = card(tab, first).locator(".rw-look img")
    tab.wait_for_function("image => image.complete && image.naturalWidth", arg=picture.element_handle())
    frame, shown = card(tab, first).locator(".rw-preview").bounding_box(), picture.bounding_box()
    assert shown["height"] <= frame["height"] + 1
    assert shown["width"] / shown["height"] == pytest.approx(9 / 16, rel=0.05)
    assert shown["x"] + shown["width"] / 2 == pytest.approx(frame["x"] + frame["width"] / 2, abs=2)


def test_the_players_frame_never_cuts_a_film_off(studio: Studio, tab: Any, tmp_path: Path) -> None:
    planned(tab, studio)
    tab.click("text=Run all")
    tab.wait_for_selector(".rw-film-frame video[src]")
    video, frame = tab.locator(".rw-film-frame video"), tab.locator(".rw-film-frame")
    tab.evaluate("video => { video.width = 720; video.height = 1280; }", arg=video.element_handle())
    assert video.bounding_box()["height"] <= frame.bounding_box()["height"] + 1
