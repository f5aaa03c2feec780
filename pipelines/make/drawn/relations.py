"""What the words say of where things are to each other: on, under, in, behind, in front of, above."""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.make.drawn.costume import HOLDS, NOTHING_OWN
from pipelines.make.drawn.deeds import ACT_OF, GOES
from pipelines.make.drawn.rigs import AT, RESTS, RIDES, UPRIGHT, Rig, rig_of
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.things import by_word
from pipelines.make.drawn.words import DETERMINERS, PREPOSITIONS, PRONOUNS, SETTING_WORDS

_SAID = {
    "on": "on", "onto": "on", "upon": "on", "atop": "on", "under": "under", "beneath": "under", "underneath": "under",
    "below": "under", "in": "in", "inside": "in", "into": "in", "aboard": "in", "behind": "behind", "above": "above",
    "over": "above", "at": "at", "beside": "beside", "alongside": "beside", "against": "against", "around": "around",
    "round": "around", "between": "between", "through": "through", "by": "by",
}  # fmt: skip
_WORDS = "operate work knock wait smile bark shout look point call cheer focus"
# What follows "on" or "at" after these is what it is about, and not what bears it.
_ABOUT = frozenset(form for word in _WORDS.split() for form in (word, f"{word}s", f"{word}ing")) | {"operating"}
_PLAYS = frozenset({"plays", "play", "playing", "played"})
# Relations that only things of these arts have: one looks through a telescope, sits by a fire, climbs up a ladder.
_ONLY = {"through": {"fluent:telescope"}, "by": {"fluent:fire"}, "up": {"fluent:ladder"}}
_UP = frozenset({w for w, act in ACT_OF.items() if act == "climb"} | {"up"})
_PHRASES = {("front", "of"): "before", ("top", "of"): "on", ("next", "to"): "beside"}


def related(low: list[str], subjects: list[Subject]) -> list[Subject]:
    """The subjects, each with what the words say of its place by another one (`at` and `by`)."""
    places = [(i, s) for s in subjects for i in _found(low, s.word)]
    out = list(subjects)
    for at, other in sorted(places, key=lambda p: p[0]):
        relation, start = _before(low, at)
        relation = _for(relation, other.thing.art)
        played = [i for i in range(max(0, at - 3), at) if low[i] in _PLAYS]
        if other.thing.art == "own:piano" and played:
            relation, start = "at", played[0]
        owners = [(i, s) for i, s in places if i < start and s is not other]
        if not relation or not owners:
            continue
        whose, subject = max(owners, key=lambda p: p[0])
        if subject.thing.place == "o" and rig_of(other.thing.art) is not None:
            whose, subject = _who_has_it(low, owners, whose) or (whose, subject)
        if any(w in SETTING_WORDS and w != subject.word for w in low[whose + 1 : start]):
            continue  # "a dog on a hill above a village": it is the hill that lies above
        if low[start - 1] in _ABOUT and relation in ("on", "at"):
            relation = "beside"
        n = next(k for k, s in enumerate(out) if s.thing is subject.thing and s.word == subject.word)
        for m in (n, *_with_him(out, n, low[start])):
            if not out[m].at:
                out[m] = replace(out[m], at=relation, by=other.word)
    return _given(low, _seated(out))


_LARGEST = 0.6  # metres, of what one hand holds
_LIGHT = 0.42  # and of what it holds without a word that says so


def _given(low: list[str], subjects: list[Subject]) -> list[Subject]:
    """The subjects; a small thing that somebody eats, holds or carries is in his hand ("hand", `by` him)."""
    out = list(subjects)
    for n, thing in enumerate(subjects):
        small = thing.thing.place == "o" and thing.thing.tall <= _LARGEST and thing.count == 1 and not thing.at
        if not small or thing.thing.art in HOLDS or thing.text:
            continue
        at = next(iter(_found(low, thing.word)), 0)
        people = [(i, m) for m, s in enumerate(out) if s.thing.art.startswith("person:") for i in _found(low, s.word)]
        last = max(((i, m) for i, m in people if i < at), default=None)
        between = low[last[0] + 1 : at] if last else []
        has = {*between} & _HAS
        if last is None or not has or "," in between or out[last[1]].holding:
            continue
        if has == {"with"} and thing.thing.tall > _LIGHT:  # a scientist with a microscope does not carry it about
            continue
        holder = out[last[1]]
        if holder.count > 2 or any(s.by == holder.word and s.at == "hand" for s in out):
            continue
        acts = [ACT_OF[w] for w in holder.doing if w in ACT_OF]
        out[last[1]] = replace(holder, holding=NOTHING_OWN, act=holder.act or (None if acts else "hold"))
        out[n] = replace(thing, at="hand", by=holder.word)
    return out


_HAS = frozenset({"with"} | {w for w, act in ACT_OF.items() if act in ("eat", "hold", "carry")})


def claimed(low: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """All that the words say of where one thing is to another: the thing, the relation, the other thing, and the words
    of the relation."""
    table = by_word()
    places: list[tuple[int, str]] = []
    i = 0
    while i < len(low):
        size = next((n for n in (3, 2, 1) if " ".join(low[i : i + n]) in table), 0)
        if size and low[i] not in PRONOUNS:
            places.append((i, " ".join(low[i : i + size])))
        i += size or 1
    for at, other in places:
        relation, start = _before(low, at)
        relation = _for(relation, table[other].art)
        owners = [(k, word) for k, word in places if k < start]
        if not relation or not owners or other in SETTING_WORDS:
            continue
        whose, word = owners[-1]
        between = low[whose + len(word.split()) : start]
        if any(w in SETTING_WORDS or w == "," or w in _ABOUT for w in between):
            continue
        said = [w for w in low[start:at] if w not in DETERMINERS]
        if said[0] in _SAID or tuple(said[:2]) in _PHRASES:
            yield word, relation, other, " ".join(said[: 2 if tuple(said[:2]) in _PHRASES else 1])


def _who_has_it(low: list[str], owners: list[tuple[int, Subject]], at: int) -> tuple[int, Subject] | None:
    """Who has in his hands the thing named at `at`, and sits where it is said to be: "reads a newspaper on a bench"."""
    people = [(i, s) for i, s in owners if i < at and s.thing.art.startswith("person:")]
    last = max(people, key=lambda p: p[0], default=None)
    between = low[last[0] + 1 : at] if last else []
    return last if last and {*between} & _HANDLES and not {",", "and"} & {*between} else None


_HANDLES = frozenset({"with", "has", "of"} | {w for w, act in ACT_OF.items() if act in ("read", "eat", "hold", "play",
                     "write", "type", "paint")})  # fmt: skip


def _for(relation: str, art: str) -> str:
    """The relation, "" where a thing of this art does not have it."""
    if relation in _ONLY and art not in _ONLY[relation]:
        return ""
    return "around" if relation == "by" else relation


def _with_him(subjects: list[Subject], n: int, verb: str) -> list[int]:
    """Who rides what another one rides: "a boy and a girl ride bicycles"."""
    if verb not in RIDES:
        return []
    return [m for m, s in enumerate(subjects) if m != n and verb in s.doing and s.thing.art.startswith("person:")]


def _rig_for(subject: Subject, thing: Subject) -> Rig | None:
    """The rig of a thing for somebody of whom the words say that he is on, in or at it."""
    art = thing.thing.art
    return (
        rig_of(art) if subject.at == ("at" if art in AT else subject.at if subject.at in ("on", "in") else "") else None
    )


def _seated(subjects: list[Subject]) -> list[Subject]:
    """The subjects, people on a thing that bears people in the way it does; it goes where it takes them along."""
    out = list(subjects)
    for n, subject in enumerate(out):
        person = subject.thing.art.startswith("person:")
        m = next((m for m, s in enumerate(out) if s.word == subject.by and s is not subject), -1)
        rig = _rig_for(subject, out[m]) if m >= 0 and person else None
        acts = {ACT_OF[w] for w in subject.doing if w in ACT_OF}
        if rig is None or (acts & UPRIGHT and not RIDES & set(subject.doing)):
            continue
        goes = rig.goes and (bool(RIDES & set(subject.doing)) or not RESTS & set(subject.doing))
        seat = "lie" if "lie" in acts and not rig.goes else rig.seat if goes or not rig.rests else rig.rests
        if out[m].thing.art == "own:table" and subject.count > 2 and out[m].count == 1:
            out[m] = replace(out[m], thing=replace(out[m].thing, art="own:long-table"))
        elif out[m].word in ("desk", "writing desk"):
            out[m] = replace(out[m], thing=replace(out[m].thing, art="own:writing-desk"))
        rig = rig_of(out[m].thing.art) or rig
        most = MOST_RIDERS if rig.goes else rig.most * out[m].count
        out[n] = subject = replace(
            subject, seat=seat, act=subject.act or rig.act or None, count=min(subject.count, most)
        )
        riders = min(MOST_RIDERS, sum(s.count for s in out if s.by == subject.by and s.at == subject.at))
        count = riders if rig.goes and out[m].count > 1 else out[m].count
        out[m] = replace(out[m], doing=("goes", *out[m].doing) if goes else out[m].doing, count=count)
    return out


def together(low: list[str], subjects: list[Subject]) -> list[Subject]:
    """The subjects; who is only said to be with somebody who walks or runs, or is chased, does the same."""
    out = list(subjects)
    for n, companion in enumerate(subjects):
        if companion.doing and ACT_OF.get(companion.doing[0]) not in (None, "play"):
            continue
        for at in _found(low, companion.word):
            before = [w for w in low[max(0, at - 4) : at] if w in _WITH or ACT_OF.get(w) == "hug" or w in _TAKES]
            leaders = [s for s in subjects if s is not companion and any(i < at for i in _found(low, s.word))]
            going = next((w for s in leaders for w in s.doing if w in GOES or ACT_OF.get(w) in _BOTH), "")
            if before and going and companion.thing.place in "gwus":
                out[n] = replace(companion, doing=(going, *companion.doing))
    return out


MOST_RIDERS = 6
_BOTH = ("hug", "shake", "dance", "talk", "hand in hand")
_TAKES = frozenset({"walks", "walk", "walking", "leads", "leading"})  # "walks her dog"
_WITH = frozenset({"with", "chases", "chasing", "follows", "following", "and"})


def _found(low: list[str], word: str) -> list[int]:
    parts = word.split()
    return [i for i in range(len(low) - len(parts) + 1) if low[i : i + len(parts)] == parts]


def _before(low: list[str], at: int) -> tuple[str, int]:
    """The relation said right before the thing at `at`, and where it begins; ("", 0) where there is none."""
    table = by_word()
    for i in range(at - 1, max(-1, at - 5), -1):
        if low[i] in RIDES:
            return "on", i
        if low[i] in _UP:
            return "up", i
        pair = (low[i - 1], low[i]) if i else ("", "")
        if pair in _PHRASES:
            return _PHRASES[pair], i - 1
        if low[i] in PREPOSITIONS:
            return _SAID.get(low[i], ""), i
        if low[i] == "," or (low[i] in table and low[i] not in DETERMINERS) or low[i] == "and":
            break
    return "", 0
