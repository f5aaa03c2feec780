"""The screen in a real browser: from an empty first page to a film, over toy tools."""

from pathlib import Path
from typing import Any

import pytest

from tests.components.browser import Studio, Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BRIEF = "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds."


def visit(tab: Any, address: str) -> None:
    tab.goto(address)
    tab.wait_for_selector("html[data-ready=yes]")


def planned(tab: Any, studio: Studio, brief: str = BRIEF) -> str:
    """A project planned from a brief by typing it; its address."""
    visit(tab, studio.address)
    tab.fill(".rw-brief-words", brief)
    tab.click("text=Plan it")
    tab.wait_for_selector(".rw-card[data-step=film]")
    return str(tab.url)


def card(tab: Any, step: str) -> Any:
    return tab.locator(f".rw-card[data-step={step}]")


def words(tab: Any, step: str) -> Any:
    """The field of a step's words."""
    return card(tab, step).locator(".rw-words textarea").first


def plan_text(tab: Any) -> str:
    return str(tab.input_value(".rw-script-text"))


def saved(tab: Any) -> None:
    tab.wait_for_function("(document.querySelector('.rw-saved') || {}).textContent === 'saved'")


def current(tab: Any, step: str) -> None:
    """Wait until a step is made; a step that failed says why."""
    this = f".rw-card[data-step={step}]"
    tab.wait_for_selector(f"{this}[data-status=current], .rw-card[data-status=failed]")
    assert not tab.locator(".rw-doing.bad").all_inner_texts()


def test_the_first_page_says_what_to_do(own_studio: Studio, tab: Any) -> None:
    visit(tab, own_studio.address)
    assert tab.inner_text("h1") == "What shall we film?"
    assert tab.locator(".rw-example").count() >= 4
    assert tab.locator(".rw-projects li").count() == 0
    tab.click("text=Plan it")
    assert "Say in a sentence" in tab.inner_text("#rw-toasts")
    tab.click(".rw-example >> nth=0")
    tab.wait_for_selector(".rw-card[data-step=film]")


def test_from_a_brief_to_a_film(studio: Studio, tab: Any, context: Any, watch: Watch) -> None:
    visit(tab, studio.address)
    tab.fill(".rw-brief-words", BRIEF)
    tab.click("text=Plan it")
    tab.wait_for_selector(".rw-writing pre")
    first = len(tab.inner_text(".rw-writing pre").splitlines())
    tab.wait_for_function(
        f"(document.querySelector('.rw-writing pre') || {{innerText: ''}}).innerText.split('\\n').length > {first}"
    )
    tab.wait_for_selector(".rw-card[data-step=film]")
    assert tab.locator(".rw-card").count() == 9
    assert 'shot1 = paint(scene="a lighthouse on a rocky shore"' in plan_text(tab)

    # A card is edited: the text follows
    words(tab, "shot1").fill("a lighthouse in the mist")
    tab.wait_for_function("(document.querySelector('.rw-script-text') || {value: ''}).value.includes('in the mist')")
    # The text is edited: the card follows
    text = plan_text(tab).replace('time="dawn"', 'time="night"')
    tab.fill(".rw-script-text", text)
    time = card(tab, "shot1").locator("[data-field=time] select")
    tab.wait_for_function(
        "document.querySelector('.rw-card[data-step=shot1] [data-field=time] select').selectedIndex === 3"
    )
    saved(tab)
    # Undo, by button and by key, and redo
    tab.click("[aria-label=Undo]")
    tab.wait_for_function("(document.querySelector('.rw-script-text') || {value: ''}).value.includes('dawn')")
    assert time.evaluate("s => s.selectedOptions[0].textContent") == "dawn"
    tab.locator("h2 >> text=Steps").click()
    tab.keyboard.press("Control+z")
    tab.wait_for_function(
        "(document.querySelector('.rw-script-text') || {value: ''}).value.includes('on a rocky shore')"
    )
    tab.keyboard.press("Control+Shift+Z")
    tab.wait_for_function("(document.querySelector('.rw-script-text') || {value: ''}).value.includes('in the mist')")

    # One step alone, and a look at what it made
    card(tab, "shot1").locator("[aria-label='Run this step']").click()
    current(tab, "shot1")
    card(tab, "shot1").locator("img").wait_for()
    assert card(tab, "clip1").get_attribute("data-status") in ("missing", "blocked")
    card(tab, "shot1").locator(".rw-look").click()
    tab.wait_for_selector("dialog.rw-large img")
    tab.keyboard.press("Escape")

    # All of it: the film, the judge, downloads
    tab.click("text=Run all")
    tab.wait_for_selector(".rw-film-frame video[src]", timeout=60_000)
    current(tab, "film")
    tab.wait_for_selector("text=93 of 100")
    tab.wait_for_function("document.querySelector('.rw-film-frame video').readyState >= 1")
    assert tab.evaluate("document.querySelector('.rw-film-frame video').duration") == pytest.approx(2, abs=0.2)
    with tab.expect_download() as download:
        tab.click("text=Film (MP4)")
    assert download.value.suggested_filename.endswith(".mp4")
    for step, shown in (("clip1", "video"), ("line1", ".rw-sound"), ("music1", ".rw-sound"), ("cut1", "video")):
        card(tab, step).scroll_into_view_if_needed()
        card(tab, step).locator(shown).wait_for()

    # A reload and a second tab show the same
    address = tab.url
    tab.reload()
    tab.wait_for_selector(".rw-film-frame video[src]")
    assert "in the mist" in plan_text(tab)
    second = context.new_page()
    watch.on(second)
    visit(second, address)
    assert second.input_value(".rw-script-text") == plan_text(tab)


def test_a_second_tab_and_a_reload_see_the_running_job(studio: Studio, tab: Any, context: Any, watch: Watch) -> None:
    address = planned(tab, studio)
    for step in ("shot1", "shot2"):
        words(tab, step).fill(f"painted glacially {step}")
    saved(tab)
    tab.click("text=Run all")
    tab.wait_for_selector(".rw-card[data-status=running]")
    second = context.new_page()
    watch.on(second)
    visit(second, address)
    second.wait_for_selector(".rw-card[data-status=running]")
    tab.reload()
    tab.wait_for_selector(".rw-card[data-status=running]")
    second.click("text=Stop")
    for page in (tab, second):
        page.wait_for_selector(".rw-run[data-status=cancelled]")
        page.wait_for_function("!document.querySelector('.rw-card[data-status=running]')")


def deaf(route: Any) -> None:
    """A page that cannot hear the news, but can speak."""
    if '"hear"' in (route.request.post_data or ""):
        route.abort()
    else:
        route.continue_()


def test_an_edit_on_an_older_plan_does_not_overwrite(studio: Studio, tab: Any, context: Any, watch: Watch) -> None:
    address = planned(tab, studio)
    second = context.new_page()
    watch.on(second)
    visit(second, address)
    second.evaluate("document.querySelector('.rw-script-text').focus()")
    # The second tab hears of nothing while the first changes the plan.
    second.route(
        "**/component_server**",
        lambda route: route.abort() if '"hear"' in (route.request.post_data or "") else route.continue_(),
    )
    watch.expected.append("Failed to load resource")
    second.wait_for_function("document.documentElement.dataset.connected === 'no'", timeout=30_000)
    words(tab, "shot1").fill("the first tab's shore")
    tab.wait_for_function("(document.querySelector('.rw-script-text') || {value: ''}).value.includes('first tab')")
    saved(tab)
    second.fill(".rw-script-text", plan_text(second).replace("rocky", "second tab's"))
    second.wait_for_selector(".rw-clash:not([hidden])")
    assert "second tab's" in second.input_value(".rw-script-text")
    assert "first tab's" in plan_text(tab)
    second.click("text=Show the newer plan")
    second.wait_for_function("(document.querySelector('.rw-script-text') || {value: ''}).value.includes('first tab')")


def test_typing_survives_a_reload_and_a_killed_studio(own_studio: Studio, tab: Any, watch: Watch) -> None:
    watch.expected += ["Failed to load resource", "ERR_CONNECTION", "net::", "Connection"]
    planned(tab, own_studio)
    saved(tab)
    own_studio.stop(hard=True)
    tab.wait_for_function("document.documentElement.dataset.connected === 'no'", timeout=60_000)
    tab.focus(".rw-script-text")
    tab.keyboard.press("Control+End")
    tab.keyboard.type("# typed while it was gone")
    tab.wait_for_timeout(800)
    port = own_studio.port
    own_studio.start()
    assert own_studio.port != port
    kept = tab.evaluate("Object.entries(localStorage).filter(([k]) => k.includes('text:')).map(([k, v]) => v).join()")
    assert "typed while it was gone" in kept


def test_what_is_half_typed_is_still_there_after_a_reload(studio: Studio, tab: Any) -> None:
    planned(tab, studio)
    saved(tab)
    tab.focus(".rw-script-text")
    tab.keyboard.press("Control+End")
    tab.keyboard.type('extra1 = paint(scene="half')
    tab.reload()
    tab.wait_for_function("(document.querySelector('.rw-script-text') || {value: ''}).value.includes('scene=\"half')")
    visit(tab, studio.address)
    tab.fill(".rw-brief-words", "Half a brief about")
    tab.reload()
    tab.wait_for_selector("html[data-ready=yes]")
    assert tab.input_value(".rw-brief-words") == "Half a brief about"


def test_a_picture_given_by_drop_and_by_picker(studio: Studio, tab: Any, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (300, 200), (200, 120, 60)).save(tmp_path / "beach <b>.jpg")
    planned(tab, studio)
    tab.click(".rw-brief-fold")
    tab.set_input_files("input[type=file][multiple]", str(tmp_path / "beach <b>.jpg"))
    tab.wait_for_selector("#rw-editor .rw-given >> text=photo1")
    assert "beach" in tab.inner_text("#rw-editor .rw-given")
    options = card(tab, "clip1").locator("[data-field=picture] select option").all_inner_texts()
    assert "photo1" in options
    (tmp_path / "not a picture.jpg").write_text("hello")
    tab.set_input_files("input[type=file][multiple]", str(tmp_path / "not a picture.jpg"))
    tab.wait_for_selector(".rw-toast")


def test_the_writer_is_fetched_with_progress_stopped_and_declined(own_studio: Studio, tab: Any) -> None:
    visit(tab, own_studio.address)
    pack = tab.locator("[data-pack=writer]")
    pack.locator("text=Get it (1.1 GB)").click()
    pack.locator("[role=progressbar]").wait_for()
    tab.wait_for_function("document.querySelector('.rw-pack .rw-doing')?.textContent.includes('MB of 1.1 GB')")
    pack.locator("text=Cancel").click()
    pack.locator("text=Get it").wait_for()
    pack.locator("text=No, thanks").click()
    pack.wait_for(state="detached")
    tab.reload()
    tab.wait_for_selector("html[data-ready=yes]")
    assert pack.count() == 0


def test_projects_are_renamed_copied_binned_and_brought_back(own_studio: Studio, tab: Any, tmp_path: Path) -> None:
    planned(tab, own_studio)
    tab.click(".rw-project")
    tab.click(".rw-menu >> text=Rename")
    tab.fill("dialog input", "The keeper")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".rw-project >> text=The keeper")
    tab.click(".rw-project")
    tab.click(".rw-menu >> text=Make a copy")
    tab.wait_for_selector(".rw-project >> text=The keeper (copy)")
    assert "a whale in a calm sea" in plan_text(tab)
    tab.click(".rw-project")
    with tab.expect_download() as download:
        tab.click(".rw-menu >> text=Export as one file")
    download.value.save_as(tmp_path / download.value.suggested_filename)
    tab.click(".rw-project")
    tab.click(".rw-menu >> text=Put in the bin")
    tab.click("dialog >> text=Put in the bin >> nth=-1")
    tab.wait_for_selector(".rw-projects li")
    assert tab.locator(".rw-projects li").count() == 1
    tab.click("text=Bin (1)")
    tab.click("text=Bring back")
    tab.wait_for_selector(".rw-project >> text=The keeper (copy)")
    tab.go_back()
    tab.wait_for_selector(".rw-projects li")
    assert tab.locator(".rw-projects li").count() == 2
    tab.set_input_files("#rw-projects input[type=file]", str(tmp_path / download.value.suggested_filename))
    tab.wait_for_selector(".rw-card[data-step=film]")
    visit(tab, own_studio.address)
    assert tab.locator(".rw-projects li").count() == 3
    (tmp_path / "broken.reelwright").write_bytes(b"PK\3\4 not an archive")
    tab.set_input_files("#rw-projects input[type=file]", str(tmp_path / "broken.reelwright"))
    tab.wait_for_selector(".rw-toast.warn")
    assert tab.locator(".rw-projects li").count() == 3


def test_a_change_in_words_is_shown_before_it_is_taken(studio: Studio, tab: Any) -> None:
    planned(tab, studio)
    tab.fill(".rw-revise textarea", "make the second shot longer")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".rw-change ins >> text=seconds=6")
    assert "seconds=6" not in plan_text(tab)
    tab.click(".rw-proposal >> text=Accept")
    tab.wait_for_function("(document.querySelector('.rw-script-text') || {value: ''}).value.includes('seconds=6')")
    tab.wait_for_selector(".rw-proposal", state="hidden")
    tab.click("[aria-label=Undo]")
    tab.wait_for_function("!(document.querySelector('.rw-script-text') || {value: ''}).value.includes('seconds=6')")
