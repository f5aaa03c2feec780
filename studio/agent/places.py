"""Where a film takes place: the ready views of a place, found by the words of a brief."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

PLANS = Path(__file__).resolve().parents[2] / "assets" / "plans"
_ELSEWHERE, _OPEN = "sky", ("meadow", "mountain")


@dataclass(frozen=True)
class Place:
    """Six or so views; each follows a noun ("a keeper" + "on a rocky shore")."""

    name: str
    views: tuple[str, ...]

    def view(self, index: int) -> str:
        return self.views[index % len(self.views)]

    def alone(self, index: int) -> str:
        """The view without its preposition: "a rocky shore beside a lighthouse"."""
        text = re.sub(
            r"^(?:in front of|on|in|at|by|beside|among|before|under|beneath|below|with|behind)\s+", "", self.view(index)
        )
        return (
            text
            if re.match(
                r"(?:an?|the|deep|falling|musical|bookshelves|tall|snowy|sand|sunflowers|planets|\w+light)\b", text
            )
            else f"a place {self.view(index)}"
        )


def abroad(text: str) -> tuple[str, ...]:
    """English names of the things a text in another language mentions, in the order it does."""
    lower = text.lower()
    found: list[tuple[int, str]] = []
    for thing, of in table("abroad").items():
        for word in of.split():
            latin = re.match(r"[a-zà-ÿа-яё-]+$", word)
            hit = re.search(
                rf"(?<!\w){re.escape(word)}(?:s|n|en|er|es|e|а|у|ы|и|ой|ом)?(?!\w)" if latin else re.escape(word), lower
            )
            if hit:
                found.append((hit.start(), thing))
                break
    return tuple(thing for _, thing in sorted(found))[:6]


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """A table of the ready plans (`assets/plans/NAME.toml`); not to be changed."""
    return tomllib.loads((PLANS / f"{name}.toml").read_text(encoding="utf-8"))


def place_for(*texts: str) -> Place:
    """The place whose words occur most, earlier texts counting double; a wide landscape when none does."""
    return places_for(*texts)[0]


def places_for(*texts: str) -> list[Place]:
    """The places whose words occur, the commonest first, and after them open country of two kinds."""
    scores: dict[str, float] = {}
    for rank, text in enumerate(texts):
        found = re.findall(r"[a-z]+", text.lower())
        for name, entry in table("places").items():
            known = set(entry["words"].split())
            hits = sum(1 for w in found if w in known or w.rstrip("s") in known)
            scores[name] = scores.get(name, 0) + hits * (2 if rank == 0 else 1)
    named = sorted((name for name in scores if scores[name]), key=lambda name: -scores[name])
    names = dict.fromkeys([*named, _ELSEWHERE, *_OPEN])
    return [Place(name, tuple(table("places")[name]["views"])) for name in names]
