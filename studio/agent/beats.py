"""Which beats a story has: those of the arc its verb calls for, and in a long film others between them."""

from itertools import islice
from typing import Any

from studio.agent import english
from studio.agent.places import table
from studio.agent.reading import Reading

LONG = 9  # the `keep` of a beat between those of the arc: hours go by there as in a day
_QUIET = 6  # of so many beats without ready words one stays silent, whoever writes


def arc_for(reading: Reading) -> str:
    """The name of the arc whose verbs hold the brief's verb; "day" when none does."""
    verb = reading.tale.verb
    for name, arc in table("stories").items():
        if verb and any(verb in (v, english.third_person(v), v + "ed", v + "d", _ing(v)) for v in arc["verbs"].split()):
            if name == "meeting" and not reading.tale.other:
                continue
            return name
    return "day"


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") else verb) + "ing"


def beats_for(reading: Reading, count: int) -> list[dict[str, Any]]:
    """As many beats as there are shots, in order: the arc's, and others spread between them when it has fewer."""
    beats = list(table("stories")[arc_for(reading)]["beat"])
    order = sorted(range(len(beats)), key=lambda i: (beats[i]["keep"], i))
    kept = [beats[i] for i in sorted(order[:count])]
    more = iter(_between(count - len(kept)))
    gaps = max(1, len(kept) - 1)
    found: list[dict[str, Any]] = []
    for i, beat in enumerate(kept):
        found.append(beat)
        if i < gaps:
            share = (count - len(kept)) * (i + 1) // gaps - (count - len(kept)) * i // gaps
            found += islice(more, share)
    return found[: count - 1] + kept[-1:] if len(kept) > 1 else found


def _between(count: int) -> list[dict[str, Any]]:
    """Beats for between: each with ready words once; after that a writer may still find some, the ready plans not."""
    ready = table("between")["beat"]
    found: list[dict[str, Any]] = []
    for i in range(count):
        beat = {"hours": ["day", "sunset"], "keep": LONG} | ready[i % len(ready)]
        if i >= len(ready):
            beat |= {"lines": [], "change": "" if i % _QUIET == 0 else beat["change"]}
        found.append(beat)
    return found
