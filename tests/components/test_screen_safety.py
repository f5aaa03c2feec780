"""The screen against hostile words and hostile requests, on a phone, and for people who do not see or point."""

import json
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.components.browser import Studio
from tests.components.test_screen import card, current, plan_text, planned, saved, visit, words

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>${window.pwned=1}{{constructor}}'


def test_script_in_names_notes_briefs_and_files_does_not_run(studio: Studio, tab: Any, tmp_path: Path) -> None:
    from PIL import Image

    planned(tab, studio, SCRIPT)
    words(tab, "shot1").fill(SCRIPT)
    card(tab, "shot1").locator("[aria-label='More for this step']").click()
    tab.click("text=Add a note")
    card(tab, "shot1").locator(".rw-note-words").fill(SCRIPT)
    card(tab, "music1").locator("[data-field=mood] input").fill(SCRIPT)
    tab.wait_for_function("document.querySelector('.rw-script-text').value.split('pwned').length > 9")
    saved(tab)
    Image.new("RGB", (30, 20)).save(tmp_path / "<img src=x onerror=window.pwned=1>.png")
    tab.click(".rw-brief-fold")
    tab.set_input_files("input[type=file][multiple]", str(tmp_path / "<img src=x onerror=window.pwned=1>.png"))
    tab.wait_for_selector("#rw-editor .rw-given b")
    tab.click(".rw-project")
    tab.click(".rw-menu >> text=Rename")
    tab.fill("dialog input", SCRIPT)
    tab.click("dialog >> text=Rename >> nth=-1")
    tab.wait_for_function("document.querySelector('.rw-project').innerText.includes('onerror')")
    tab.fill(
        ".rw-script-text",
        plan_text(tab) + f'\nx1 = paint(scene="y", look="{SCRIPT[:20]}")\n<script>window.pwned=1</script> = 3\n',
    )
    tab.wait_for_selector(".rw-script-troubles button")
    tab.reload()
    tab.wait_for_selector(".rw-card")
    visit(tab, studio.address)
    tab.wait_for_selector(".rw-projects li")
    assert tab.evaluate("window.pwned") is None
    assert tab.locator("img[src=x]").count() == 0


def test_a_phone_has_no_sideways_scroll_and_reaches_everything(studio: Studio, tab: Any) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    wide = "document.documentElement.scrollWidth <= innerWidth"
    visit(tab, studio.address)
    assert tab.evaluate(wide)
    planned(tab, studio)
    tab.click("text=More options >> nth=0")
    assert tab.evaluate(wide)
    tab.click("text=Run all")
    tab.wait_for_selector(".rw-film-frame video[src]", state="attached", timeout=60_000)
    assert tab.evaluate(wide)
    for pane, shown in (("Text", ".rw-script-text"), ("Film", ".rw-film-frame video"), ("Steps", ".rw-card >> nth=0")):
        tab.click(f".rw-panes >> text={pane}")
        tab.locator(shown).wait_for()
        assert tab.evaluate(wide)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing(studio: Studio, tab: Any, look: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    tab.emulate_media(color_scheme=look, reduced_motion="reduce")
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}

    def clean(where: str) -> None:
        found = Axe().run(tab, context={"include": [[".rw-part"]]}, options=rules).response["violations"]
        told = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found if v["id"] != "region"]
        assert not told, f"{where}: {json.dumps(told, indent=1)}"

    visit(tab, studio.address)
    clean("first page")
    planned(tab, studio, "A keeper and a unicorn.")
    tab.click("text=Run all")
    tab.wait_for_selector(".rw-film-frame video[src]", timeout=60_000)
    current(tab, "film")
    tab.click("text=More options >> nth=0")
    tab.wait_for_timeout(700)
    clean("made")
    tab.fill(".rw-script-text", plan_text(tab).replace("dawn", "noon"))
    tab.wait_for_selector(".rw-troubles li")
    clean("with a problem")


def test_the_keyboard_moves_steps_and_focus_stays(studio: Studio, tab: Any) -> None:
    planned(tab, studio)
    order = "[...document.querySelectorAll('.rw-card')].map((c) => c.dataset.step).join()"
    assert tab.evaluate(order).startswith("shot1,clip1,line1,shot2")
    card(tab, "line1").focus()
    tab.keyboard.press("Alt+ArrowUp")
    tab.wait_for_function(f"{order}.startsWith('shot1,line1,clip1')")
    assert tab.evaluate("document.activeElement.dataset.step") == "line1"
    tab.keyboard.press("Alt+ArrowDown")
    tab.wait_for_function(f"{order}.startsWith('shot1,clip1,line1')")
    # clip1 cannot pass the shot it is made of
    card(tab, "clip1").focus()
    tab.keyboard.press("Alt+ArrowUp")
    tab.wait_for_selector("text=clip1 uses shot1")
    # Names in a list change places too
    chips = card(tab, "cut1").locator("[data-field=shots] .rw-chip")
    chips.first.focus()
    tab.keyboard.press("Alt+ArrowRight")
    tab.wait_for_function("document.querySelector('.rw-script-text').value.includes('shots=[clip2, clip1]')")


def test_dragging_adding_copying_and_removing(studio: Studio, tab: Any) -> None:
    planned(tab, studio)
    order = "[...document.querySelectorAll('.rw-card')].map((c) => c.dataset.step).join()"
    grip = card(tab, "line1").locator(".rw-grip")
    card(tab, "line1").evaluate("card => card.scrollIntoView({block: 'center'})")
    start, end = grip.bounding_box(), card(tab, "shot2").bounding_box()
    assert start
    assert end
    tab.mouse.move(start["x"] + 4, start["y"] + 8)
    tab.mouse.down()
    tab.mouse.move(end["x"] + 9, end["y"] + end["height"] * 0.5, steps=6)
    tab.mouse.move(end["x"] + 9, end["y"] + end["height"] * 0.8, steps=6)
    tab.mouse.up()
    tab.wait_for_function(f"{order}.startsWith('shot1,clip1,shot2,line1')")
    card(tab, "shot1").locator("[aria-label='More for this step']").click()
    tab.click("text=Duplicate")
    card(tab, "shot3").wait_for()
    card(tab, "shot3").locator("[aria-label='More for this step']").click()
    tab.click(".rw-menu >> text=Remove")
    tab.wait_for_function("!document.querySelector('[data-step=shot3]')")
    tab.click("text=Add a step")
    tab.fill("dialog input[type=search]", "speech")
    tab.keyboard.press("Enter")
    card(tab, "line3").wait_for()
    assert "line3 = speak(" in plan_text(tab)


def post(address: str, path: str, body: dict, **headers: str) -> int:
    data = json.dumps(body).encode()
    request = urllib.request.Request(address + path, data, {"Content-Type": "application/json", **headers})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize(
    "path",
    [
        "gradio_api/file=/etc/hostname",
        "gradio_api/file=../../../../etc/hostname",
        "gradio_api/file=%2fetc%2fhostname",
        "gradio_api/file={data}/ledger.sqlite3",
        "gradio_api/file={data}/store/things",
        "gradio_api/file={data}/received/../ledger.sqlite3",
        "gradio_api/file={root}/app.py",
        "gradio_api/file={root}/.git/config",
        "gradio_api/proxy=http://169.254.169.254/",
        "file=/etc/hostname",
        "static/../../../etc/hostname",
        "assets/..%2f..%2f..%2fetc%2fhostname",
        "reelwright/made/..%2f..%2fledger.sqlite3",
        "reelwright/screen/..%2f..%2fapp.py",
    ],
)
def test_files_that_are_nobodys_business_are_not_served(studio: Studio, path: str) -> None:
    root = Path(__file__).resolve().parents[2]
    address = studio.address + path.format(data=studio.data, root=root)
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            status, body = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        status, body = error.code, error.read()
    assert status in (400, 403, 404), (status, body[:200])
    assert b"SQLite" not in body


def test_a_crafted_upload_reads_no_file_of_the_machine(studio: Studio, tab: Any) -> None:
    """Gradio's known trick: a page names a path on the server as if it had just sent that file."""
    planned(tab, studio)
    project = tab.evaluate("new URL(location.href).searchParams.get('project')")
    config = tab.evaluate("fetch('config').then((answer) => answer.json())")
    part = next(c["id"] for c in config["components"] if "give" in (c["props"].get("server_fns") or []))
    for path in (
        "/etc/hostname",
        str(studio.data / "ledger.sqlite3"),
        str(studio.data / "received" / ".." / "ledger.sqlite3"),
    ):
        values = {"project": project, "path": path, "name": "x.txt"}
        body = {"data": values, "component_id": part, "fn_name": "give", "session_hash": "x"}
        request = urllib.request.Request(
            studio.address + "gradio_api/component_server",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            told = json.loads(answer.read())
        assert told["ok"] is False, path
    assert tab.evaluate("document.querySelectorAll('#rw-editor .rw-given li').length") == 0


def test_another_site_cannot_act_here(studio: Studio) -> None:
    body = {"data": {}, "component_id": 1, "fn_name": "create", "session_hash": "x"}
    evil = {"Origin": "https://evil.example"}
    assert post(studio.address, "gradio_api/component_server", body, **evil) == 403
    assert post(studio.address, "gradio_api/queue/join", body, **evil) == 403
    assert post(studio.address, "gradio_api/component_server", body, Host="evil.example") == 403


def test_private_things_are_not_in_the_page(studio: Studio) -> None:
    with urllib.request.urlopen(studio.address + "config", timeout=20) as answer:
        text = answer.read().decode()
    assert str(studio.data) not in text
    with urllib.request.urlopen(studio.address + "gradio_api/info", timeout=20) as answer:
        assert json.loads(answer.read())["named_endpoints"] == {}
