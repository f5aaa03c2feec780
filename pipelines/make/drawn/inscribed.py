"""Words that stand on things: "a sign that says 'OPEN'", "a shop called Miller's". They are lettered, never read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.things import Thing, by_word
from pipelines.make.drawn.words import words_of

MOST = 80  # letters on a board
_MARK = "zwq"  # how the word begins that stands for a quotation; no English word does
_QUOTED = re.compile(
    r"[“„\"]\s*(?P<a>[^“”„\"]{1,160}?)\s*[”“\"]|«\s*(?P<b>[^«»]{1,160}?)\s*»|»\s*(?P<c>[^«»]{1,160}?)\s*«"
    r"|‹\s*(?P<d>[^‹›]{1,160}?)\s*›|「(?P<e>[^「」]{1,160})」|『(?P<f>[^『』]{1,160})』|《(?P<g>[^《》]{1,160})》"
    r"|(?<!\w)['‘‚](?=[^\s'’])(?P<h>.{1,160}?)(?<=[^\s])['’‘](?!\w)"
)
_SAYS = words_of("""
    reading reads saying says said labelled labeled marked inscribed entitled titled lettered words word
""")
_CALLED = frozenset(["called", "named", "titled", "entitled"])
# Rooms and houses that have a name over their door: how each is called.
FRONTS = words_of("""
    shop store bakery cafe café restaurant bookshop bookstore pub bar inn tavern hotel cinema pharmacy salon florist
    butcher grocery boutique pizzeria diner barbershop brewery supermarket museum bank school
""")
_BOARDLESS = words_of("""
    door wall window sand snow fence roof front wood stone tree words word letters text
""")
_SLATES = frozenset({"blackboard", "whiteboard", "board"})
_SPEAKS = words_of("""
    says say said asks asked shouts shouted whispers whispered cries cried calls answers answered replies thinks
    sings tells explains murmurs yells saying asking shouting whispering
""")
# What can bear words, by its art.
BEARERS = frozenset({
    "own:sign", "own:placard", "own:banner", "own:poster", "own:chalkboard", "own:neon", "own:billboard",
    "own:gravestone", "own:shopfront", "own:newspaper", "fluent:open-book", "fluent:books",
    "fluent:laptop", "fluent:desktop-computer", "fluent:television", "fluent:delivery-truck", "fluent:bus",
    "fluent:motor-boat", "fluent:ship", "fluent:sailboat",
})  # fmt: skip


@dataclass(frozen=True)
class Quoted:
    """A text in which `words[n]` stood where now `mark(n)` stands."""

    text: str
    words: tuple[str, ...] = ()

    def at(self, low: list[str]) -> dict[int, str]:
        """Which words of the read text stand for which quotation."""
        marks = {mark(n): words for n, words in enumerate(self.words)}
        return {i: marks[token] for i, token in enumerate(low) if token in marks}


def mark(n: int) -> str:
    """The word that stands for quotation `n`."""
    return _MARK + chr(ord("a") + n % 26)


def quoted(text: str) -> Quoted:
    """The text with everything quoted, and names after "called", taken out."""
    found: list[str] = []

    def taken(words: str) -> str:
        found.append(words.strip()[:MOST])
        return f" {mark(len(found) - 1)} "

    def swap(match: re.Match[str]) -> str:
        words = next(group for group in match.groups() if group is not None)
        return taken(words) if len(found) < 26 and any(c.isalnum() for c in words) else match[0]

    return Quoted(_unquoted(_QUOTED.sub(swap, text), taken), tuple(found))


def _unquoted(text: str, taken: Callable[[str], str]) -> str:
    """The same for capitals after "reading", and for a name after "a shop called"."""
    parts = re.split(r"(\s+)", text)
    words = parts[::2]
    out = list(parts)
    n = 0
    while n < len(words):
        said = words[n].lower().strip(":,")
        if said in _SAYS and n and not words[n].endswith("."):
            end = _run(words, n + 1, _capitals)
        elif said in _CALLED and n and _may_bear(words[n - 1]):
            end = _run(words, n + 1, lambda w: w[:1].isupper() or not w.isascii())
        else:
            n += 1
            continue
        if end > n + 1:
            whole = "".join(parts[2 * (n + 1) : 2 * end - 1])
            bare = whole.rstrip(".,;:")
            out[2 * (n + 1) : 2 * end - 1] = [taken(bare) + whole[len(bare) :]] + [""] * (2 * (end - n - 1) - 2)
        n = max(end, n + 1)
    return "".join(out)


def _run(words: list[str], start: int, fits: Callable[[str], bool]) -> int:
    """Where the words that fit, from `start` on, end; a stop ends them too."""
    end = start
    while end < len(words) and end - start < 12 and fits(words[end]):
        end += 1
        if words[end - 1].endswith((".", ",", ";", ":")):
            break
    return end


def _capitals(word: str) -> bool:
    """Whether a word is written in capitals, or in letters that know none; a lone "A" is no such word."""
    bare = word.strip(".,;:!?")
    return bool(bare) and bare == bare.upper() and (len(bare) > 1 or not bare.isalpha()) and _MARK not in word


def _may_bear(word: str) -> bool:
    low = word.lower().strip(",.;:")
    thing = by_word().get(low)
    return low in FRONTS or (thing is not None and thing.art in BEARERS)


def inscribed(low: list[str], subjects: list[Subject], at: dict[int, str]) -> list[Subject]:
    """The subjects, each with the words that stand on it; with a sign or a house front for what only has words."""
    out = list(subjects)
    for i, words in sorted(at.items()):
        bearer = _bearer(low, i, out)
        if bearer is not None:
            n = out.index(bearer)
            if not bearer.text:
                out[n] = replace(bearer, text=words)
        elif (thing := _made_for(low, i)) is not None:
            out.append(Subject(thing, thing.words[0], text=words))
    return out


def _bearer(low: list[str], i: int, subjects: list[Subject]) -> Subject | None:
    """The thing that a quotation at `i` stands on: the one right after it, else the last one before it."""
    if low[i - 1 : i] and low[i - 1] in _CALLED and _is_name(low, i):
        return None
    places = [(p, s) for s in subjects if s.thing.art in BEARERS for p in _found(low, s.word)]
    after = [(p, s) for p, s in places if 0 < p - i <= 3 and "," not in low[i:p]]
    if after and not {"on", "in", "above", "over"} & set(low[i : after[0][0]]):
        return min(after, key=lambda place: place[0])[1]
    before = [(p, s) for p, s in places if 0 < i - p <= 10]
    if before:
        nearest = max(before, key=lambda place: place[0])
        between = low[nearest[0] + 1 : i]
        someone = any(w in _SPEAKS and _person(low[nearest[0] + 1 + n - 1]) for n, w in enumerate(between))
        return None if someone else nearest[1]
    return after[0][1] if after else next((s for p, s in places if 0 < p - i <= 5), None)


def _is_name(low: list[str], i: int) -> bool:
    """Whether what is quoted at `i` is the name of somebody, or of what bears no words: "a dog called 'Rex'"."""
    known = next((by_word()[w] for w in reversed(low[max(0, i - 4) : i]) if w in by_word()), None)
    return known is not None and known.art not in BEARERS


def _person(word: str) -> bool:
    thing = by_word().get(word)
    return thing is not None and thing.art.startswith("person:")


def _made_for(low: list[str], i: int) -> Thing | None:
    """What is drawn to bear words that stand on nothing drawn: a house front, or a sign; None for what is spoken."""
    near = low[max(0, i - 4) : i]
    if any(w in _SPEAKS and n and (_person(near[n - 1]) or near[n - 1] in ("he", "she")) for n, w in enumerate(near)):
        return None
    if low[i + 1 : i + 2] and low[i + 1] in _SPEAKS:
        return None
    if low[i - 1 : i] and low[i - 1] in _CALLED and _is_name(low, i):
        return None
    around = [*near, *low[i + 1 : i + 5]]
    if any(w in _SLATES for w in around):
        return by_word()["chalkboard"]
    if any(w in FRONTS for w in around):
        outside = not {"in", "inside", "works", "sells"} & set(low[max(0, i - 8) : i])
        return by_word()["shop front" if outside else "sign"]
    return by_word()["sign"] if any(w in _BOARDLESS | _SAYS for w in around) else None


def _found(low: list[str], word: str) -> list[int]:
    """Where the last word of a thing's name stands."""
    parts = word.split()
    return [i + len(parts) - 1 for i in range(len(low) - len(parts) + 1) if low[i : i + len(parts)] == parts]
