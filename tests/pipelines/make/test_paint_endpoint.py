"""`paint` by an image server, through the executor: remembered, said on the card, drawn instead where it fails."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pipelines.engines.endpoint_server import GONE, REFUSED
from studio import facts
from studio.bench import Bench
from studio.events import Event, StepDone, StepFailed, StepNote, to_json
from studio.execute import run
from studio.plan import parse
from studio.prepare import look
from studio.store import Store
from studio.tool import discover
from tests.pipelines.engines.endpoint.image_server import PAGE, Call, openai, serving

KEY = "rw-secret-7f3a9c"
TOOLS = discover(Path(__file__).parents[3] / "pipelines")
AUTO = 'shot1 = paint(scene="a lighthouse on a rocky shore")\n'
ASKED = 'shot1 = paint(scene="a lighthouse on a rocky shore", engine="endpoint")\n'


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in [n for n in os.environ if n.startswith(("REELWRIGHT_ENDPOINT", "REELWRIGHT_DIFFUSERS"))]:
        monkeypatch.delenv(name)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai:flux")
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_KEY", KEY)
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_SECONDS", "5")
    yield
    GONE.forget()
    REFUSED.forget()


@pytest.fixture
def bench(tmp_path: Path, packs: Any, pack: Any) -> Bench:
    pack("fluent-emoji"), pack("minilm")
    return Bench(TOOLS, Store(tmp_path), packs, cores=2, memory=4)


def go(text: str, bench: Bench) -> list[Event]:
    events: list[Event] = []
    run(parse(text, TOOLS), {}, bench, on_event=events.append)
    return events


def done(events: list[Event]) -> StepDone:
    return next(e for e in events if isinstance(e, StepDone))


def notes(events: list[Event]) -> list[str]:
    return [e.words for e in events if isinstance(e, StepNote)]


def test_a_server_paints_once_and_its_key_is_written_nowhere(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with serving(openai) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        events = go(AUTO, bench)
        assert done(go(AUTO, bench)).recalled
        host = f"127.0.0.1:{server.port}"
        assert len(server.asked) == 1
    made = done(events).made.path
    with Image.open(made) as image:
        assert image.size == (1920, 1080)
    said = facts.read(made)
    assert (said["engine"], said["calls"]) == (f"endpoint:flux@{host}", 1)
    record = bench.store.record(done(events).key)
    assert record is not None
    assert record.options["engine"] == f"endpoint:flux@{host}"
    written = [p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()]
    assert len(written) >= 2
    assert not any(KEY.encode() in data for data in written)
    assert KEY not in json.dumps([to_json(e) for e in events])
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai:other")
    assert look(parse(AUTO, TOOLS), {}, bench, lambda step: done(events).key)["shot1"].status == "stale"


def test_where_it_fails_auto_draws_says_why_and_asks_again_later(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    well = False

    def answer(call: Call) -> tuple[int, bytes]:
        return openai(call) if well else (200, PAGE)

    with serving(answer) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        events = go(AUTO + AUTO.replace("shot1", "shot2").replace("lighthouse", "boat"), bench)
        drawn = done(events)
        assert any("web page" in words for words in notes(events))
        assert not [e for e in events if isinstance(e, StepFailed)]
        assert facts.read(drawn.made.path)["engine"] == "drawn"
        state = look(parse(AUTO, TOOLS), {}, bench, lambda step: drawn.key)["shot1"]
        assert state.status == "current"
        assert state.record is not None
        assert any("web page" in words for words in state.record.notes)
        before = len(server.asked)
        assert done(go(AUTO, bench)).recalled  # it rests: a film of twenty shots does not wait twenty times
        assert len(server.asked) == before <= 2
        GONE.forget()  # a minute later
        state = look(parse(AUTO, TOOLS), {}, bench, lambda step: drawn.key)["shot1"]
        assert state.status == "stale"
        assert "engine was 'drawn'" in state.why
        well = True
        events = go(AUTO, bench)
        assert facts.read(done(events).made.path)["engine"].startswith("endpoint:flux@")
        assert not any("web page" in words for words in notes(events))
    assert not any(KEY.encode() in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())


def test_asked_for_by_name_its_failure_is_a_sentence(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda call: (401, b"")) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        (failed,) = [e for e in go(ASKED, bench) if isinstance(e, StepFailed)]
    assert "refused the key (401)" in failed.words
    assert not failed.bug
    monkeypatch.delenv("REELWRIGHT_ENDPOINT")
    monkeypatch.delenv("REELWRIGHT_ENDPOINT_URL")
    (failed,) = [e for e in go(ASKED, bench) if isinstance(e, StepFailed)]
    assert "needs an image server" in failed.words


def test_one_that_is_named_wrongly_is_told_and_the_picture_drawn(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "banana")
    events = go(AUTO, bench)
    assert facts.read(done(events).made.path)["engine"] == "drawn"
    assert any("Begin it with the kind" in words for words in notes(events))


def test_the_films_look_is_laid_over_what_a_server_paints(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(openai) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        plain = done(go(AUTO, bench)).made
        inked = done(go(AUTO.replace('")', '", look="duotone")'), bench)).made
    with Image.open(plain.path) as one, Image.open(inked.path) as other:
        assert one.size == other.size
        assert one.tobytes() != other.tobytes()
