"""What the browser may fetch, and what it may not."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from components.guard import Guard
from components.routes import file_name, own_files, routes
from components.uploads import uploaded
from studio.errors import PersonError


@pytest.fixture
def client(session: Any) -> TestClient:
    return TestClient(Starlette(routes=routes(session)))


def thing(session: Any, project: str, step: str) -> Any:
    return session.states(project)[step].made


def test_a_made_picture_a_thumbnail_and_a_poster(session: Any, made: str, client: TestClient) -> None:
    picture = thing(session, made, "shot1")
    whole = client.get(f"/reelwright/made/{picture.name}")
    assert whole.content == picture.path.read_bytes()
    assert whole.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in whole.headers["content-security-policy"]
    assert "immutable" in whole.headers["cache-control"]
    small = client.get(f"/reelwright/made/{picture.name}?wide=160")
    assert small.headers["content-type"] == "image/webp"
    assert len(small.content) < 20_000
    film = thing(session, made, "film")
    assert client.get(f"/reelwright/made/{film.name}?still=1&wide=480").headers["content-type"] == "image/webp"


def test_a_film_is_served_in_ranges(session: Any, made: str, client: TestClient) -> None:
    film = thing(session, made, "film")
    part = client.get(f"/reelwright/made/{film.name}", headers={"Range": "bytes=0-99"})
    assert part.status_code == 206
    assert part.content == film.path.read_bytes()[:100]
    assert part.headers["content-type"] == "video/mp4"


@pytest.mark.parametrize(
    "path",
    [
        "made/../../ledger.sqlite3",
        "made/..%2f..%2fledger.sqlite3",
        "made/%2e%2e%2f%2e%2e%2fledger.sqlite3",
        "made/" + "a" * 64 + ".png",
        "made/" + "a" * 64 + ".otio",
        "made/" + "a" * 64 + ".png/../../../ledger.sqlite3",
        "made/etc/passwd",
        "made/%00",
        "screen/../packs.toml",
        "screen/..%2fpacks.toml",
        "screen/.%2e/packs.toml",
        "fonts/OFL-inter.txt",
        "studio/session.py",
        "keep/../../x/plan",
        "keep/nobody/plan",
        "keep/nobody/archive",
    ],
)
def test_nothing_else_is_to_be_had(session: Any, made: str, client: TestClient, path: str) -> None:
    assert client.get(f"/reelwright/{path}").status_code == 404


def test_what_is_not_media_stays_inside(session: Any, made: str, client: TestClient) -> None:
    cut = thing(session, made, "cut1")
    assert client.get(f"/reelwright/made/{cut.name}").status_code == 404


def test_the_screens_own_files(client: TestClient) -> None:
    found = client.get("/reelwright/screen/page.js")
    assert found.headers["content-type"].startswith("text/javascript")
    assert {"screen/page.css", "fonts/Inter-Medium.ttf"} <= set(own_files())


def test_downloads(session: Any, made: str, client: TestClient, tmp_path: Path) -> None:
    session.rename(made, 'A/B: "the" film…')
    kinds = {"film": ".mp4", "captions": ".srt", "cut": ".otio", "plan": ".plan"}
    for what, suffix in kinds.items():
        answer = client.get(f"/reelwright/keep/{made}/{what}")
        assert answer.status_code == 200, what
        assert answer.content
        assert suffix in answer.headers["content-disposition"]
    archive = client.get(f"/reelwright/keep/{made}/archive")
    (tmp_path / "a.zip").write_bytes(archive.content)
    assert zipfile.ZipFile(tmp_path / "a.zip").testzip() is None
    assert not [p for p in session.store.scratch_root.iterdir() if "export" in p.name]
    assert client.get(f"/reelwright/keep/{made}/secrets").status_code == 404


def test_a_projects_name_as_a_files_name() -> None:
    assert file_name('A/B: "the" film', ".mp4") == "A B the film.mp4"
    assert file_name("..", ".mp4") == "film.mp4"
    assert file_name("фильм", ".mp4") == "фильм.mp4"
    assert len(file_name("x" * 500, ".mp4")) < 100


def guarded(local: bool) -> TestClient:
    return TestClient(
        Starlette(routes=[], middleware=[Middleware(Guard, local=local)]), base_url="http://127.0.0.1:7860"
    )


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 404),
        ({"host": "localhost:7860"}, 404),
        ({"host": "[::1]:7860"}, 404),
        ({"host": "evil.example"}, 403),
        ({"host": "127.0.0.1.evil.example"}, 403),
        ({"origin": "http://127.0.0.1:7860"}, 404),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_other_sites_cannot_reach_a_local_studio(headers: dict, status: int) -> None:
    assert guarded(True).post("/x", headers=headers).status_code == status
    assert guarded(False).post("/x", headers=headers).status_code == 404


def test_uploads_are_taken_only_from_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "received"
    (folder / "hash").mkdir(parents=True)
    good = folder / "hash" / "photo.jpg"
    good.write_bytes(b"x")
    secret = tmp_path / "secret"
    secret.write_text("s")
    (folder / "hash" / "link.jpg").symlink_to(secret)
    for path in (str(secret), f"{folder}/../secret", str(folder), f"{folder}/hash/link.jpg", "/etc/hostname", "\0", ""):
        with pytest.raises(PersonError), uploaded(path, folder):
            pass
    with uploaded(str(good), folder) as found:
        assert found.read_bytes() == b"x"
    assert not good.exists()
    assert secret.read_text() == "s"


def test_what_a_step_made_is_saved_under_its_name(session: Any, made: str, client: TestClient) -> None:
    cut = thing(session, made, "cut1")
    kept = client.get(f"/reelwright/keep/{made}/step/cut1")
    assert kept.content == cut.path.read_bytes()
    assert "The%20keeper%20cut1.otio" in kept.headers["content-disposition"]
    assert client.get(f"/reelwright/keep/{made}/step/nobody").status_code == 404
    assert client.get("/reelwright/keep/nobody/step/cut1").status_code == 404
