"""What a scene names and its picture does not show, in sentences for the person."""

from collections.abc import Iterator

from pipelines.make.drawn.claims import Said, deeds, nouns
from pipelines.make.drawn.deeds import ACT_OF, GOES, STAND_IN
from pipelines.make.drawn.garments import CUTS, HATS, LEGS, SHOES
from pipelines.make.drawn.parts import covered
from pipelines.make.drawn.relations import claimed
from pipelines.make.drawn.rigs import RIDES
from pipelines.make.drawn.search import singles
from pipelines.make.drawn.shown import Shown
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.things import by_word
from pipelines.make.drawn.words import SETTING_WORDS, WITHIN, WONDER_WORDS, words_of

_MOST = 5  # named in one sentence
# They name a setting and are things in it besides: only what was drawn shows them.
_THINGS_TOO = words_of(
    """
    oven stove dough hive beehive greenhouse picnic playground mantelpiece fireplace blackboard lighthouse iceberg
    glacier oasis window armchair sofa desk curtain workbench hearth candlelight bathtub throne altar sandcastle
    rails chimney harvest crops bridge chapel church castle
    """
)
_ALIKE = (
    {"street", "boulevard", "roadside", "city"},
    {"sea", "shore", "beach", "cliffs"},
    {"farm", "hills"},
    {"road", "hills"},
)  # settings that look alike
_WEARS = frozenset({"in", "with", "wears", "wearing", "his", "her", "their"})
_WORN = frozenset({*CUTS, *LEGS, *SHOES, *HATS, "scarf", "gloves", "glasses", "mask", "belt", "costume"})
# What beasts and machines are seen to do.
_DO = GOES | words_of(
    """
    sleeps sleep sleeping sits sit sitting stands lies rests howls howling float floats floating hovers hovering drifts
    drifting glide glides swim swims swimming fly flies flying soar soars circle circles hang hangs wave waves burn
    burns erupts bloom blooms blossom flutters flutter graze grazes perch perches perched hops turn turns
    talk talks walk walks run runs crawl roll rolls  moored parked
    """
)


def missed(low: tuple[str, ...], shown: Shown, unfit: tuple[str, ...] = ()) -> Iterator[str]:
    """Sentences that name what the words ask for and the picture does not show. `unfit`: phrases no art was found
    for."""
    words = list(low)
    told = tuple(phrase for phrase in unfit if not _there(phrase.split()[-1], shown))
    for phrase in told:
        yield f"Nothing in the art fits '{phrase[:60]}', so it is not drawn."
    claims = nouns(words)
    lost = [c for c in claims if not (_there(c.words, shown) or _told(c.words, told) or _worn(c, words))]
    if lost:
        yield f"Named, but not in the picture: {_listed(said.words for said in lost)}."
    people = [s for s in shown.spots if s.subject.thing.art.startswith("person:")]
    undone = [d.words for d in deeds(words, claims) if not _done(d, words, shown, people)]
    if undone:
        yield f"The picture does not show this being done: {_listed(undone)}."
    misplaced = [f"{a} {said} {b}" for a, at, b, said in claimed(words) if not _placed(a, at, b, shown)]
    if misplaced:
        yield f"Not placed as the words say: {_listed(misplaced)}."


def _listed(words: Iterator[str] | list[str]) -> str:
    every = [f"'{word[:60]}'" for word in dict.fromkeys(words)]
    more = len(every) - _MOST
    return ", ".join(every[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _told(phrase: str, told: tuple[str, ...]) -> bool:
    return any(phrase in words.split() or phrase == words for words in told)


def _there(phrase: str, shown: Shown) -> bool:
    """Whether the picture shows what a phrase names, by whatever name."""
    forms = singles(phrase)
    if any(form in shown.names for form in (phrase, *forms)):
        return True
    if any(covered(form) & shown.names for form in forms if form not in by_word()):
        return True
    setting = next((SETTING_WORDS[form] for form in (phrase, *forms) if form in SETTING_WORDS), "")
    alike = any({setting, shown.setting} <= group for group in _ALIKE)
    where = setting and (setting == shown.setting or alike or setting in WITHIN.get(shown.setting, ()))
    if where and phrase not in _THINGS_TOO and forms[-1] not in _THINGS_TOO:
        return True
    return phrase in WONDER_WORDS and WONDER_WORDS[phrase] in shown.names


def _worn(said: Said, low: list[str]) -> bool:
    """Whether it is somebody's clothes: the wardrobe has said of those what it lacks."""
    return said.words in _WORN and bool(_WEARS & set(low[max(0, said.at - 5) : said.at]))


def _done(deed: Said, low: list[str], shown: Shown, people: list[Spot]) -> bool:
    """Whether somebody, or something, is seen doing it."""
    word = deed.words
    by = by_word().get(low[deed.of]) if deed.of >= 0 else None
    person = by is None or by.art.startswith("person:") or low[deed.of].startswith(STAND_IN)
    if deed.of < 0 and not people:
        return True  # the sky, the sea, the light: they do what they do
    if deed.of >= 0 and low[deed.of] in SETTING_WORDS and by is None:
        return True
    if not person and word in _DO:
        return True
    if word in ("fly", "flies", "flying") and "kite" in shown.names:
        return True
    if ACT_OF.get(word) == "play" and (shown.acts & {"cheer", "play"} or "chess" in shown.names):
        return True
    return (
        word in shown.acts
        or ACT_OF.get(word) in shown.acts
        or (word in RIDES and shown.rides)
        or (word in GOES and shown.goes)
    )


def _placed(a: str, at: str, b: str, shown: Shown) -> bool:
    """Whether one of the things called `a` is seen where the words put it to one called `b`."""
    ones, others = ([s for s in shown.spots if _called(s, word)] for word in (a, b))
    if not ones or not others or b == "bed":
        return True  # what is not there has been told, or belongs to the setting
    return any(_is_at(one, at, other, others, shown) for one in ones for other in others if one is not other)


def _called(spot: Spot, word: str) -> bool:
    return spot.subject.word == word or (spot.subject.word in singles(word) and bool(word))


def _is_at(one: Spot, at: str, other: Spot, others: list[Spot], shown: Shown) -> bool:
    carrier = one.carrier
    borne = carrier is not None and carrier.subject.word == other.subject.word
    half, half_other = 0.5 * one.tall * shown.shape(one), 0.5 * other.tall * shown.shape(other)
    apart = abs(one.x - other.x) - half - half_other  # below 0 they overlap
    near = apart < 0.7 * max(one.tall, other.tall)
    top, other_top = one.foot - one.tall, other.foot - other.tall
    low = 0.15 * other.tall
    if at in ("on", "in"):
        within = abs(one.x - other.x) < half_other and other_top - low < one.foot < other.foot + low
        return (
            borne
            or (at == "on" and within and one.tall < 1.6 * other.tall and one.foot < other.foot - low)
            or (at == "in" and within and one.way == other.way == "water")
        )
    found = {
        "under": abs(one.x - other.x) < half_other + half and top > other_top,
        "behind": one.foot <= other.foot and near, "before": one.foot >= other.foot and near,
        "above": one.foot <= other_top + low, "between": len(others) != 1 or near,
    }  # fmt: skip
    return borne or found.get(at, near)
