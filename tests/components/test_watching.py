"""A cut watched before it is rendered: its stream and frames over HTTP, who may not ask, and in a real browser."""

import asyncio
import io
import os
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.watching import watching_routes
from studio.errors import PersonError
from studio.session import Session
from studio.watching import watch
from tests.components.browser import Studio
from tests.components.test_screen import card, visit
from tests.components.toy import ToyPacks
from tests.conftest import packs_folder
from tests.odd_media import quarters

PLAN = """\
# Sea

clip1 = move(picture=photo1, camera="push in", seconds=3)
clip2 = move(picture=photo2, camera="pan right", seconds=3)
cut1 = edit(shots=[clip1, clip2], transition="dissolve")
film = render(cut=cut1, size="320x180")
"""


class Parts:
    """A player of three parts that tells whether it was closed."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, str]] = []
        self.closed = 0
        self.wrong = 99

    def seconds(self, cut: Path) -> float:
        return 6.0

    def stream(self, cut: Path, work: Any, start: float, size: str) -> Generator[bytes, None, None]:
        self.asked.append((start, size))
        work.part("something")
        try:
            for n in range(10_000 if start > 100 else 3):
                if n == self.wrong:
                    raise PersonError("Shot 2 cannot be shown.")
                yield b"part" * (5_000 if start > 100 else 1)
        finally:
            self.closed += 1

    def picture(self, cut: Path, work: Any, at: float, size: str) -> bytes:
        return b"jpeg"


@pytest.fixture
def player() -> Parts:
    return Parts()


@pytest.fixture
def client(session: Any, made: str, player: Parts) -> TestClient:
    return TestClient(Starlette(routes=watching_routes(replace(session, player=lambda: player))))


def test_a_stream_is_handed_on_and_closed(client: TestClient, made: str, player: Parts, session: Any) -> None:
    answer = client.get(f"/reelwright/preview/{made}/cut1?start=1.5")
    assert answer.content == b"part" * 3
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["x-film-seconds"] == "6.000"
    assert answer.headers["x-film-start"] == "1.500"
    assert answer.headers["cache-control"] == "no-store"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert player.asked == [(1.5, "640x360")]
    assert player.closed == 1
    assert not list((session.store.folder / "leases").glob("*-*"))
    assert not session.store.in_use()
    picture = client.get(f"/reelwright/frame/{made}/cut1?at=2")
    assert (picture.content, picture.headers["content-type"]) == (b"jpeg", "image/jpeg")


@pytest.mark.parametrize(
    "path",
    [
        "nobody/cut1",
        "{made}/nothing",
        "{made}/shot1",
        "{made}/film",
        "{made}/cut1?start=-1",
        "{made}/cut1?start=nan",
        "{made}/cut1?start=soon",
        "{made}/cut1/../../../etc/passwd",
        "..%2f..%2fledger.sqlite3/cut1",
        "{made}/..%2fcut1",
    ],
)
def test_what_is_not_there_is_not_shown(client: TestClient, made: str, player: Parts, path: str) -> None:
    for kind in ("preview", "frame"):
        place = path.replace("start", "at") if kind == "frame" else path
        assert client.get(f"/reelwright/{kind}/{place.format(made=made)}").status_code == 404
    assert player.asked == []


def test_another_sites_page_may_not_make_the_studio_draw(client: TestClient, made: str, player: Parts) -> None:
    for kind in ("preview", "frame"):
        address = f"/reelwright/{kind}/{made}/cut1"
        assert client.get(address, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
        assert client.get(address, headers={"Sec-Fetch-Site": "same-site"}).status_code == 404
        assert client.post(address).status_code == 405
    assert player.asked == []
    assert client.get(f"/reelwright/frame/{made}/cut1", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_a_fault_before_the_first_byte_is_a_sentence_and_later_an_end(
    client: TestClient, made: str, player: Parts
) -> None:
    player.wrong = 0
    answer = client.get(f"/reelwright/preview/{made}/cut1")
    assert (answer.status_code, answer.text) == (404, "Shot 2 cannot be shown.")
    player.wrong = 2
    assert client.get(f"/reelwright/preview/{made}/cut1").content == b"part" * 2
    assert player.closed == 2


def test_a_browser_that_leaves_ends_the_stream(session: Any, made: str, player: Parts) -> None:
    app = Starlette(routes=watching_routes(replace(session, player=lambda: player)))
    sent: list[Any] = []

    async def visit_and_leave() -> None:
        gone = asyncio.Event()

        async def receive() -> dict[str, Any]:
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)
            if len(sent) == 4:
                gone.set()
            await asyncio.sleep(0.001)

        path = f"/reelwright/preview/{made}/cut1"
        scope = {"type": "http", "method": "GET", "path": path, "query_string": b"start=200", "headers": []}
        await asyncio.wait_for(app({**scope, "root_path": "", "app": app}, receive, send), 10)

    with ThreadPoolExecutor() as aside:  # Playwright keeps a loop running in this thread
        aside.submit(asyncio.run, visit_and_leave()).result()
    assert 3 < len(sent) < 1000
    assert player.closed == 1


def test_a_studio_without_a_player_says_so(session: Any, made: str) -> None:
    with pytest.raises(PersonError, match="before it is rendered"):
        watch(session, made, "cut1")


# The real one


def real(folder: Path) -> tuple[Session, str]:
    """A project with a cut of two pictures, made by the real tools."""
    from app import find_tools, open_player

    session = Session.open(folder / "data", find_tools(), ToyPacks(), open_player)  # type: ignore[arg-type]
    project = session.create("Sea").id
    for n, turned in enumerate((1, -1), 1):
        Image.fromarray(quarters(640, 360)[:, ::turned]).save(folder / f"{n}.png")
        session.give(project, folder / f"{n}.png", f"photo{n}")
    session.write_plan(project, PLAN)
    job = session.jobs.get(session.start(project, ["cut1"]))
    assert job is not None
    assert job.wait(60).state == "done", job.since(0)
    return session, project


def test_a_real_cut_is_streamed_in_the_films_shape(tmp_path: Path) -> None:
    session, project = real(tmp_path)
    client = TestClient(Starlette(routes=watching_routes(session)))
    answer = client.get(f"/reelwright/preview/{project}/cut1?start=2")
    with av.open(io.BytesIO(answer.content)) as container:
        frames = sum(1 for _ in container.decode(video=0))
        rate = container.streams.video[0].average_rate
        assert (container.streams.video[0].width, container.streams.video[0].height) == (640, 360)
    assert frames / rate == pytest.approx(float(answer.headers["x-film-seconds"]) - 2, abs=0.1)
    session.write_plan(project, PLAN.replace("320x180", "180x320"))
    with Image.open(io.BytesIO(client.get(f"/reelwright/frame/{project}/cut1?at=1").content)) as picture:
        assert picture.size == (360, 640)


@pytest.mark.browser
@pytest.mark.slow
def test_a_cut_plays_in_the_browser_while_it_is_drawn(tmp_path: Path, tab: Any, monkeypatch: Any) -> None:
    session, project = real(tmp_path)
    proxies = len(list(session.store.things.glob("*.mp4")))
    monkeypatch.setenv("REELWRIGHT_PACKS", os.environ.get("REELWRIGHT_PACKS", str(packs_folder())))
    studio = Studio(tmp_path / "data", real=True).start()
    try:
        tab.set_default_timeout(60_000)
        visit(tab, f"{studio.address}?project={project}")
        video = card(tab, "cut1").locator("video")
        video.scroll_into_view_if_needed()
        tab.wait_for_function("document.querySelector('.rw-card[data-step=cut1] video').currentTime > 0.5")
        assert video.evaluate("v => v.src").startswith("blob:")
        assert video.evaluate("v => v.videoWidth") == 640
        assert video.evaluate("v => v.duration") == pytest.approx(5.5, abs=0.6)
        card(tab, "cut1").locator("[aria-label='Play a preview of cut1']").click()
        large = "document.querySelector('.rw-large video')"
        tab.wait_for_function(f"{large}.currentTime > 0.2")
        tab.evaluate(f"{large}.currentTime = 4")
        tab.wait_for_function(f"{large}.currentTime > 4.2 && !{large}.seeking")
        tab.evaluate(f"{large}.currentTime = 1")
        tab.wait_for_function(f"{large}.currentTime > 1.2 && {large}.currentTime < 4")
        tab.wait_for_function(f"{large}.currentTime > 5 || {large}.currentTime < 0.9")  # to the end, and around
        tab.keyboard.press("Escape")
        tab.wait_for_selector(".rw-large", state="detached")
        assert len(list(session.store.things.glob("*.mp4"))) == proxies  # no preview file was needed
        # A browser that cannot play streams, and a stream that breaks off: the file is made as before.
        for without in ("delete window.MediaSource", "MediaSource.prototype.addSourceBuffer = () => { throw Error() }"):
            other = tab.context.new_page()
            other.add_init_script(without)
            visit(other, f"{studio.address}?project={project}")
            card(other, "cut1").scroll_into_view_if_needed()  # its video is put anew meanwhile
            other.wait_for_function(
                "(document.querySelector('.rw-card[data-step=cut1] video') || {src: ''}).src.includes('/made/')"
            )
            other.close()
    finally:
        studio.stop()
