"""A picture while it is being painted: folded, fetched by the page alone, shown on its card until it is done."""

import io
import threading
from typing import Any

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.fold import fold
from components.watching import watching_routes
from studio.events import StepPreview, StepStarted
from studio.jobs import Job
from tests.components.browser import Studio
from tests.components.test_screen import card, visit


def test_previews_are_counted_and_a_new_start_has_none() -> None:
    rows = fold([StepStarted("a", "paint"), StepPreview("a", b"1"), StepPreview("a", b"2")])
    assert rows.steps["a"].previews == 2
    assert fold([StepStarted("a", "paint")], rows).steps["a"].previews == 0


def test_the_last_picture_is_served_to_our_page_alone_while_the_job_runs(session: Any, made: str) -> None:
    client = TestClient(Starlette(routes=watching_routes(session)))
    shown, done = threading.Event(), threading.Event()

    def work(job: Job) -> None:
        job.tell(StepPreview("shot1", b"first"))
        job.tell(StepPreview("shot1", b"second"))
        shown.set()
        done.wait(10)

    job = session.jobs.start("run", made, "running", work)
    assert shown.wait(10)
    address = f"/reelwright/peek/{made}/shot1"
    answer = client.get(address)
    assert (answer.content, answer.headers["content-type"]) == (b"second", "image/jpeg")
    assert answer.headers["cache-control"] == "no-store"
    assert client.get(address, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert client.get(f"/reelwright/peek/{made}/shot2").status_code == 404
    assert client.get("/reelwright/peek/nobody/shot1").status_code == 404
    done.set()
    job.wait(10)
    assert client.get(address).status_code == 404
    assert job.preview("shot1") == b""  # nothing half made is kept


@pytest.mark.slow
@pytest.mark.browser
def test_the_card_shows_what_is_painted_so_far_and_then_the_picture(own_studio: Studio, tab: Any) -> None:
    visit(tab, own_studio.address)
    tab.fill(".rw-brief-words", "A whale. 24 seconds.")
    tab.click("text=Plan it")
    tab.wait_for_selector(".rw-card[data-step=film]")
    card(tab, "shot1").locator(".rw-words textarea").first.fill("slowly, a lighthouse")
    tab.wait_for_function("(document.querySelector('.rw-script-text') || {value: ''}).value.includes('slowly')")
    card(tab, "shot1").locator(".run").click()
    peek = card(tab, "shot1").locator(".rw-peek")
    peek.wait_for()
    data = tab.request.get(tab.evaluate("document.querySelector('.rw-peek').src"))
    assert data.status in (200, 404)  # the step may just have ended
    if data.status == 200:
        assert Image.open(io.BytesIO(data.body())).size == (64, 36)
    tab.wait_for_selector(".rw-card[data-step=shot1][data-status=current] .rw-look img")
    assert peek.count() == 0
