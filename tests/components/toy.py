"""A whole studio with toy tools and a toy writer, for the screen's tests: real session, jobs, store and server."""

import argparse
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from studio.errors import Cancelled, PersonError
from tests.components.toy_tools import toy_tools

PLAN = """\
# {title}

shot1 = paint(scene="a lighthouse on a rocky shore", time="dawn", seed=4)
clip1 = move(picture=shot1, camera="push in", seconds=4)
line1 = speak(text="Every morning, Tomas climbs the stairs and lights the lamp.")

# The whale comes closer
shot2 = paint(scene="a whale in a calm sea", time="day", seed=7)
clip2 = move(picture=shot2, camera="pan right", seconds=4)
line2 = speak(text="One day a whale sings back.")

cut1 = edit(shots=[clip1, clip2], voices=[line1, line2], transition="dissolve")
music1 = compose(cut=cut1, mood="calm, hopeful")
film = render(cut=cut1, music=music1, captions="burned in", size="640x360")
"""


@dataclass(frozen=True)
class ToyReading:
    words: tuple[str, ...] = ("24 seconds", "calm, hopeful", "spoken")

    def lines(self) -> tuple[str, ...]:
        return self.words


@dataclass(frozen=True)
class ToyProposal:
    text: str
    by: str = "ready plans"
    reading: ToyReading = field(default_factory=ToyReading)
    notes: tuple[str, ...] = ("The local writer is not here, so a ready plan was filled in.",)


def toy_propose(brief: str, given: Any, tools: Any, *, on_line: Any, cancelled: Any, **more: Any) -> ToyProposal:
    if "storm of errors" in brief:
        raise PersonError("Nothing in that brief can be filmed. Name a thing or a person to see.")
    text = PLAN.format(title=" ".join(brief.split())[:70])
    if "unicorn" in brief:
        text = text.replace("a calm sea", "a calm sea with a unicorn")
    for line in text.splitlines():
        if cancelled.is_set():
            raise Cancelled
        time.sleep(0.1)
        on_line(line)
    return ToyProposal(text)


def toy_revise(text: str, words: str, given: Any, tools: Any, *, cancelled: Any, **more: Any) -> ToyProposal:
    time.sleep(0.2)
    return ToyProposal(text.replace("seconds=4)\nline2", "seconds=6)\nline2"), notes=())


@dataclass(frozen=True)
class ToyPack:
    name: str
    words: str
    bytes: int
    download: int


class ToyPacks:
    """A shelf with a writer that is missing until it is fetched."""

    def __init__(self) -> None:
        self.here: set[str] = set()

    def names(self) -> tuple[str, ...]:
        return ("writer",)

    def about(self, name: str) -> ToyPack:
        return ToyPack("writer", "a small writer of plans", 1_117_320_768, 1_117_320_768)

    def ready(self, name: str) -> bool:
        return name in self.here

    def find(self, name: str) -> Path:
        return Path()

    def digest(self, name: str) -> str:
        return "toy"

    def missing(self, names: Any) -> tuple[str, ...]:
        return tuple(n for n in names if n not in self.here)

    def fetch(self, name: str, progress: Any, cancelled: Any) -> Path:
        for part in range(40):
            if cancelled.is_set():
                raise Cancelled
            progress(part / 40, f"{part * 28} MB of 1.1 GB")
            time.sleep(0.05)
        self.here.add(name)
        return Path()


def toy_session(data: Path, packs: Any = None) -> Any:
    """A real session over toy tools, with a toy writer in place of the agent."""
    from studio.session import Session

    opened = Session.open(data, toy_tools(), packs or ToyPacks())
    return replace(opened, agent_propose=toy_propose, agent_revise=toy_revise)


def main() -> None:
    """Serve it until killed: python tests/components/toy.py --port 8000 --data FOLDER"""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data", type=Path, required=True)
    asked = parser.parse_args()
    session = toy_session(asked.data)
    from components.app import start

    _, address = start(session, port=asked.port)
    print(f"here: {address}", flush=True)
    while True:
        time.sleep(3600)


if __name__ == "__main__":
    main()
