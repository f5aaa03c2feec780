"""A chat model writes through LangChain; whatever it answers, a plan that runs comes out and the notes say why."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from studio.agent.chat import FilmWords, ShotWords
from studio.agent.planner import Proposal, propose
from studio.errors import Cancelled, PersonError
from studio.plan import parse
from studio.tool import Tool, discover

ROOT = Path(__file__).parents[3]
BRIEF = "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds."
LINES = [
    "Gulls wake the harbour before the sun does.",
    "Every evening he polishes the great glass lamp.",
    "(kept)",
    "He hums, and something in the water hums back.",
    "Two lights cross the bay, side by side.",
]
SCENES = [
    "a harbour at dawn",
    "a lamp in a lighthouse",
    "a whale by a lighthouse",
    "a keeper by the sea",
    "a whale under stars",
]
GOOD = FilmWords(title="Two Lights", shots=[ShotWords(line=a, scene=b) for a, b in zip(LINES, SCENES, strict=True)])


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    return discover(ROOT / "pipelines")


class Fake:
    """A chat model that answers what it was told to, one answer after another."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.asked = list(answers), []  # type: ignore[var-annotated]

    def with_structured_output(self, schema: type) -> "Fake":
        assert schema is FilmWords
        return self

    def invoke(self, messages: Any) -> Any:
        self.asked.append(messages)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def spoken(made: Proposal, tools: dict[str, Tool]) -> list[str]:
    return [str(s.get("text")) for s in parse(made.text, tools).steps if s.tool == "speak"]


def test_its_lines_become_the_plans_and_the_persons_own_stay(tools: dict[str, Tool]) -> None:
    made = propose(BRIEF, {}, tools, model=Fake(GOOD))
    lines = spoken(made, tools)
    assert made.by == "chat"
    assert [lines[i] for i in (0, 1, 3, 4)] == [LINES[i] for i in (0, 1, 3, 4)]
    assert "befriends a whale" in lines[2]
    assert "a harbour at dawn" in made.text


def test_one_repair_round_names_the_faults(tools: dict[str, Tool]) -> None:
    bad = GOOD.model_copy(deep=True)
    bad.shots[1].line = "We see Captain Bob, who was born in 1904."
    model = Fake(bad, GOOD)
    made = propose(BRIEF, {}, tools, model=model)
    assert len(model.asked) == 2
    assert "Shot 2" in model.asked[1][-1][1]
    assert LINES[1] in spoken(made, tools)
    stubborn = propose(BRIEF, {}, tools, model=Fake(bad))
    assert any("Line 2 is the ready one" in note for note in stubborn.notes)
    assert "Bob" not in stubborn.text


@pytest.mark.parametrize(
    "answer", [None, "I cannot help with that.", FilmWords(title="", shots=[]), TimeoutError("late"), {"a": 1}]
)
def test_no_usable_answer_falls_back_to_the_floor_and_says_so(answer: Any, tools: dict[str, Tool]) -> None:
    made = propose(BRIEF, {}, tools, model=Fake(answer))
    assert made.by == "floor"
    assert "ready plan" in made.notes[0]
    assert "chat model" in made.notes[0]
    parse(made.text, tools)


def test_what_is_forbidden_is_refused(tools: dict[str, Tool]) -> None:
    made = propose(BRIEF + " No gulls.", {}, tools, model=Fake(GOOD))
    assert "Gulls wake" not in made.text
    assert any("gull" in note.lower() for note in made.notes)


def test_a_cancel_does_not_wait_for_the_network(tools: dict[str, Tool]) -> None:
    cancelled, release = threading.Event(), threading.Event()

    class Slow(Fake):
        def invoke(self, messages: Any) -> Any:
            release.wait(20)
            return GOOD

    threading.Timer(0.3, cancelled.set).start()
    with pytest.raises(Cancelled):
        propose(BRIEF, {}, tools, model=Slow(GOOD), cancelled=cancelled)
    release.set()


def test_asking_for_chat_without_one_gets_a_sentence(tools: dict[str, Tool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REELWRIGHT_CHAT", raising=False)
    monkeypatch.delenv("REELWRIGHT_CHAT_URL", raising=False)
    with pytest.raises(PersonError, match="REELWRIGHT_CHAT"):
        propose(BRIEF, {}, tools, writer="chat")


class Stub(BaseHTTPRequestHandler):
    """A server that speaks just enough of the OpenAI protocol, or answers with a web page."""

    page = False

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        arguments = GOOD.model_dump_json()
        message: dict[str, Any] = {"role": "assistant", "content": arguments}
        if body.get("tools"):
            call = {"name": body["tools"][0]["function"]["name"], "arguments": arguments}
            message = {"role": "assistant", "content": None,
                       "tool_calls": [{"id": "1", "type": "function", "function": call}]}  # fmt: skip
        answer = {"id": "1", "object": "chat.completion", "created": 0, "model": "stub",
                  "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
                  "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}  # fmt: skip
        raw = b"<html><body>Sign in</body></html>" if self.page else json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if self.page else "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *words: Any) -> None:
        return


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Stub]]:
    stub = type("OneStub", (Stub,), {})
    http = ThreadingHTTPServer(("127.0.0.1", 0), stub)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    monkeypatch.setenv("REELWRIGHT_CHAT", "openai:stub")
    monkeypatch.setenv("REELWRIGHT_CHAT_URL", f"http://127.0.0.1:{http.server_port}/v1")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    yield stub
    http.shutdown()
    http.server_close()


@pytest.mark.slow
def test_an_openai_compatible_server(server: type[Stub], tools: dict[str, Tool]) -> None:
    made = propose(BRIEF, {}, tools)
    assert made.by == "chat", made.notes
    assert LINES[3] in spoken(made, tools)
    server.page = True
    made = propose(BRIEF, {}, tools)
    assert made.by == "floor"
    assert "chat model" in made.notes[0]
    assert "<" not in made.notes[0]
