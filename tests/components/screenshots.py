"""Pictures of the screen, empty and full, light and dark, wide and narrow, to be looked at: give it a folder."""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.components.browser import ARGUMENTS, CHROMIUM, Studio

BRIEF = "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds."
WIDTHS = {"wide": (1440, 900), "phone": (390, 844)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--address", help="a studio that runs already (default: one with toy tools is started)")
    parser.add_argument("--brief", default=BRIEF)
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait for plan and film")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        studio = None if asked.address else Studio(Path(folder) / "data").start()
        address = asked.address or studio.address  # type: ignore[union-attr]
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        try:
            shoot(browser, address, asked)
        finally:
            browser.close()
            if studio:
                studio.stop()


def shoot(browser: Any, address: str, asked: argparse.Namespace) -> None:
    """Empty first, then a project planned and made, then the same with problems; each in four dresses."""
    dresses(browser, address, asked.folder, "1-empty")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(asked.patience * 1000)
    page.goto(address)
    page.wait_for_selector("html[data-ready=yes]")
    page.fill(".rw-brief-words", asked.brief)
    page.click("text=Plan it")
    page.wait_for_timeout(900)
    page.screenshot(path=asked.folder / "2-writing.png")
    page.wait_for_selector(".rw-card[data-step=film]")
    page.wait_for_timeout(900)
    project = page.url
    page.screenshot(path=asked.folder / "3-planned.png")
    page.click("text=Run all")
    page.wait_for_timeout(1200)
    page.screenshot(path=asked.folder / "4-running.png")
    page.wait_for_selector(".rw-film-frame video[src]")
    page.wait_for_timeout(800)
    dresses(browser, project, asked.folder, "5-made")
    page.fill(".rw-revise textarea", "make the second shot longer")
    page.click("text=Suggest")
    page.wait_for_selector(".rw-proposal-foot")
    page.screenshot(path=asked.folder / "6-revise.png")
    page.click("text=Discard")
    text = page.input_value(".rw-script-text")
    page.fill(
        ".rw-script-text",
        text.replace('time="dawn"', 'time="noon"').replace("picture=shot2", "picture=shot9") + "x = (",
    )
    page.wait_for_selector(".rw-script-troubles button")
    page.wait_for_timeout(900)
    dresses(browser, project, asked.folder, "7-problems")
    page.fill(".rw-script-text", text)
    page.wait_for_timeout(1200)
    page.click("text=Add a step")
    page.wait_for_timeout(300)
    page.screenshot(path=asked.folder / "8-palette.png")
    page.keyboard.press("Escape")
    page.locator(".rw-card [aria-label='More for this step']").nth(1).click()
    page.locator(".rw-card >> text=More options").first.click()
    page.wait_for_timeout(300)
    page.screenshot(path=asked.folder / "9-menu.png")
    dresses(browser, address, asked.folder, "10-films")


def dresses(browser: Any, address: str, folder: Path, name: str) -> None:
    for look in ("light", "dark"):
        for width, (wide, high) in WIDTHS.items():
            context = browser.new_context(viewport={"width": wide, "height": high}, color_scheme=look)
            page = context.new_page()
            page.goto(address)
            page.wait_for_selector("html[data-ready=yes]")
            page.wait_for_timeout(1200)
            page.screenshot(path=folder / f"{name}-{look}-{width}.png", full_page=width == "phone")
            context.close()


if __name__ == "__main__":
    main()
