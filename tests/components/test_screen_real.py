"""The studio as a newcomer has it: python app.py, a brief, a film, in a real browser with the real tools."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.components.browser import Studio
from tests.components.test_screen import card, current, plan_text, saved, visit, words
from tests.conftest import packs_folder

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEEDED = ("fluent-emoji", "minilm", "hibari-voice", "general-user")


def test_a_brief_becomes_a_film(
    pack: Callable[[str], Path], tmp_path: Path, tab: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NEEDED:
        pack(name)
    monkeypatch.setenv("REELWRIGHT_PACKS", os.environ.get("REELWRIGHT_PACKS", str(packs_folder())))
    studio = Studio(tmp_path / "data", real=True).start()
    try:
        tab.set_default_timeout(120_000)
        visit(tab, studio.address)
        if tab.locator("[data-pack=writer] >> text=No, thanks").count():
            tab.click("[data-pack=writer] >> text=No, thanks")
        tab.select_option("[data-name=size]", "640x360")
        tab.select_option("[data-name=seconds]", "8")
        tab.fill(".rw-brief-words", "A fox named Ada finds a red kite. Cheerful.")
        tab.click("text=Plan it")
        tab.wait_for_selector(".rw-card[data-step=film]")
        assert "Ada" in plan_text(tab)
        painted = next(line.split()[0] for line in plan_text(tab).splitlines() if " = paint(" in line)
        words(tab, painted).fill("a fox with a red kite on a green hill")
        tab.wait_for_function("document.querySelector('.rw-script-text').value.includes('green hill')")
        saved(tab)
        card(tab, painted).locator("[aria-label='Run this step']").click()
        current(tab, painted)
        card(tab, painted).locator("img").wait_for()
        tab.click("text=Run all")
        tab.wait_for_selector(".rw-film-frame video[src], .rw-run[data-status=failed]", timeout=300_000)
        assert not tab.locator(".rw-doing.bad").all_inner_texts()
        current(tab, "film")
        tab.wait_for_selector(".rw-judge-head")
        tab.wait_for_function("document.querySelector('.rw-film-frame video').duration > 1")
        length = tab.evaluate("document.querySelector('.rw-film-frame video').duration")
        assert length == pytest.approx(8, abs=1.5)
        with tab.expect_download() as download:
            tab.click("text=Cut (OTIO)")
        assert json.loads(Path(download.value.path()).read_text())["OTIO_SCHEMA"]
    finally:
        studio.stop()
