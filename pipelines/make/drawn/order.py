"""From a scene's words to an order for a picture: every thing has its art, the setting and hour are decided."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pipelines.make.drawn.callings import worn_at
from pipelines.make.drawn.clashes import clashes, is_when
from pipelines.make.drawn.costume import HOLDS
from pipelines.make.drawn.deeds import ACT_OF
from pipelines.make.drawn.dyed import dye_of
from pipelines.make.drawn.guise import dressed
from pipelines.make.drawn.held import TINT
from pipelines.make.drawn.homes import boat_for, indoors, settle_setting
from pipelines.make.drawn.ideas import CONCEPTS, concept
from pipelines.make.drawn.passages import depth_act
from pipelines.make.drawn.read import MOST_THINGS, Scene, Subject, forbids
from pipelines.make.drawn.search import Search
from pipelines.make.drawn.things import by_word
from pipelines.make.drawn.words import SETTING_WORDS

Note = Callable[[str], None]
_PART_OF_ROOM = {"own:table", "own:sofa", "fluent:chair", "own:bench", "fluent:fire"}  # or nothing for a room
_FIRE = "fluent:fire"
_VILLAGE = "fluent:houses"
_PLANETS = {"fluent:globe-showing-europe-africa", "fluent:ringed-planet"}
_SKIES = {"space", "moon", "mars", "abstract", "clouds"}


@dataclass(frozen=True)
class Order:
    """What to draw, with everything decided."""

    subjects: tuple[Subject, ...]
    setting: str
    time: str
    weather: str
    without: frozenset[str]
    size: tuple[int, int]
    seed: int
    look: str
    frame: str = ""  # how near the camera is: "close", "medium", "wide"
    season: str = ""  # "spring", "summer", "autumn", "winter", or "" for none in particular
    wonders: frozenset[str] = frozenset()  # what the sky or the air shows: see wonders.py
    named: frozenset[str] = frozenset()  # the words of the scene, and the art of its things, for the setting to heed
    empty: bool = False  # the words name nothing that can be drawn
    words: tuple[str, ...] = ()  # of the scene, in their order
    unfit: tuple[str, ...] = ()  # phrases that no art was found for


def order_of(
    scene: Scene,
    time: str,
    weather: str,
    size: tuple[int, int],
    seed: int,
    look: str,
    seek: Callable[[], Search],
    note: Note,
) -> Order:
    """Decide all that the scene leaves open. `seek` is only called when a word has to be found by meaning."""
    subjects, unfit = list(scene.subjects), list[str]()
    for phrase in scene.unknown:
        if len(subjects) >= MOST_THINGS:
            break
        if phrase in CONCEPTS or is_when(phrase):
            continue
        thing = seek().thing(phrase)
        if thing is None:
            unfit.append(phrase)
        elif not forbids(thing, scene.without):
            subjects.append(Subject(thing, phrase))
    for words in clashes(scene.words, scene.time if time == "auto" else "", scene.weather if weather == "auto" else ""):
        note(words)
    for s in subjects:
        if s.asked > s.count:
            note(f"One picture holds {s.count} of '{s.word}', not {s.asked}: {s.count} are drawn.")
    if scene.dropped:
        note(f"One picture holds {MOST_THINGS} kinds of thing: the first are drawn, {scene.dropped} more are not.")
    if not subjects:
        sign = concept(scene) if not scene.setting else None  # the rage of the sea is the sea
        subjects = [sign] if sign is not None else []
    white = scene.season == "winter" and "snow" not in scene.without
    setting = scene.setting or ("snow" if white else "")
    if not setting and not subjects and scene.unknown:
        setting = seek().setting(" ".join(scene.words))
    found = tuple(subjects)
    setting = settle_setting(replace(scene, setting=setting), found)
    riders = any(s.thing.place == "g" for s in found)  # without them a boat stays the same from shot to shot
    if riders and boat_for(found):  # they are seen better in an open boat
        found = tuple(
            replace(s, thing=by_word()["rowing boat"]) if s.word in ("boat", "fishing boat") else s for s in found
        )
    if setting not in _SKIES:
        found = tuple(s for s in found if s.thing.art not in _PLANETS)
    if setting != "lane":  # elsewhere a village is some houses
        found = tuple(replace(s, thing=by_word()["house"], count=3) if s.thing.art == _VILLAGE else s for s in found)
    if setting == "bedroom" and "bed" in scene.words:
        found = _abed(found)
    found = _mounted(_at_play(found))
    if indoors(setting):
        leant_on = {s.by for s in found if s.at}
        found = (
            tuple(s for s in found if s.thing.art not in _PART_OF_ROOM or (s.word in leant_on and s.thing.art != _FIRE))
            or found
        )
        # no hospital stands in a hospital
        found = tuple(s for s in found if SETTING_WORDS.get(s.word) != setting or s.thing.tall < 4)
        found = _at_desk(_with_table(_in_hand(_cosy(found, setting))))
    found = dressed(found, indoors(setting))
    found = tuple(_clothed(s, setting, _choice(weather, scene.weather, "clear"), scene.season) for s in found)
    found = _by_turns(_in_arms(found))
    found = tuple(s for s in found if not forbids(s.thing, scene.without))  # what was added for those who sit, too
    said = scene.setting or scene.time or scene.weather or scene.season or scene.wonders
    empty = not found and not said and setting == "abstract"
    return Order(
        _in_hand(found),
        setting,
        _choice(time, scene.time, "day"),
        _choice(weather, scene.weather, "clear"),
        scene.without,
        size,
        seed,
        look,
        scene.frame or ("medium", "close", "medium", "wide")[seed % 4],
        scene.season,
        scene.wonders,
        frozenset(scene.words) | {s.thing.art for s in (*subjects, *found)} | _hearth(subjects, setting),
        empty,
        scene.words,
        tuple(unfit),
    )


def _hearth(subjects: list[Subject], setting: str) -> set[str]:
    """A fire in a room is one in its fireplace."""
    burns = indoors(setting) and any(s.thing.art == _FIRE for s in subjects)
    return {"fireplace"} if burns else set()


def _by_turns(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """The subjects, people each with his turn; two who dance do it with each other."""
    people = [s for s in subjects if s.thing.art.startswith("person:")]
    dancers = [s for s in people if any(ACT_OF.get(w) == "dance" for w in s.doing)]
    waltz = sum(s.count for s in dancers) == 2
    found, turn = [], 0
    for s in subjects:
        act = "waltz" if waltz and s in dancers and not s.act else s.act
        found.append(replace(s, turn=turn, act=act) if s in people else s)
        turn += s.count if s in people else 0
    return tuple(found)


def _in_arms(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """A baby that somebody holds lies in his arms."""
    baby = next((s for s in subjects if s.word == "baby" and s.count == 1), None)
    holder = next(
        (s for s in subjects if s is not baby and s.thing.art.startswith("person:") and _CRADLES & set(s.doing)), None
    )
    if baby is None or holder is None or holder.seat or holder.holding:
        return subjects
    held = replace(holder, holding="baby", act=None if {"walks", "walking"} & set(holder.doing) else "cradle")
    return tuple(held if s is holder else s for s in subjects if s is not baby)


_CRADLES = frozenset({"holds", "holding", "hold", "carries", "carrying", "rocks", "cradles", "comforts"})


def _cosy(subjects: tuple[Subject, ...], setting: str) -> tuple[Subject, ...]:
    """Whoever reads at home, or knits, sits in an armchair."""
    if setting not in ("home", "library") or len(subjects) > 2:
        return subjects
    for s in subjects:
        quiet = (
            s.thing.art.startswith("person:")
            and s.count == 1
            and {"reads", "reading", "knits", "knitting"} & set(s.doing)
        )
        if quiet and not s.at and not s.seat and not {"stands", "lies", "bed"} & set(s.doing):
            chair = Subject(by_word()["armchair"], "armchair")
            return tuple(
                replace(o, at="in", by="armchair", seat="sit front") if o is s else o for o in (*subjects, chair)
            )
    return subjects


def _at_desk(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Whoever works with a laptop, and sits on nothing else, has a desk to sit at."""
    for s in subjects:
        with_it = s.holding == "laptop" or (s.at == "at" and s.by in ("laptop", "computer"))
        if with_it and s.count == 1 and not s.seat and (s.at == "at" or {"works", "types", "sits"} & set(s.doing)):
            sits = replace(s, holding="", at="at", by="desk", seat="sit front", act="type front")
            desk = Subject(replace(by_word()["desk"], art="own:desk"), "desk")
            rest = tuple(
                o for o in subjects if o is not s and o.thing.art not in ("own:table", "fluent:desktop-computer")
            )
            return (sits, *rest, desk)
    return subjects


def _at_play(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Who plays chess sits at a table with the board on it; who has come on wheels stays in his chair beside it."""
    board = next((s for s in subjects if s.thing.art == "own:chess"), None)
    players = [s for s in subjects if s.thing.art.startswith("person:") and {"plays", "play", "playing"} & set(s.doing)]
    if board is None or not players:
        return subjects
    company = [s for s in subjects if s.thing.art.startswith("person:")][:2]
    seated = [s for s in company if not s.seat and s.at in ("", "at", "with")]
    table = next((s for s in subjects if s.thing.art == "own:table"), Subject(by_word()["table"], "table"))
    found = []
    for s in subjects:
        if s in seated:
            s = replace(s, at="at", by=table.word, seat="sit front", act=s.act or "think")
        elif s is board:
            s = replace(s, at="on", by=table.word)
        elif s.thing.art.endswith("wheelchair"):
            s = replace(s, at="beside", by=table.word)
        found.append(s)
    return (*found, *(() if table in subjects else (table,)))


def _mounted(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Who rides, nobody says on what, has a horse if he is of those who ride, else a bicycle."""
    rides = {"rides", "ride", "riding", "cycles", "cycling", "pedals", "gallops", "galloping"}
    for s in subjects:
        person = s.thing.art.startswith("person:")
        if person and not s.seat and rides & set(s.doing) and not any(o.at in ("in", "on") for o in subjects):
            horse = s.thing.art in ("person:knight", "person:cowboy") or {"gallops", "galloping"} & set(s.doing)
            name = "horse" if horse else "bicycle"
            steed = Subject(by_word()[name], name, s.count, doing=("goes",))
            seat = "ride" if horse else "pedal"
            rider = replace(s, at="on", by=name, seat=seat, act="sit")
            return (*(rider if o is s else o for o in subjects), steed)
    return subjects


def _abed(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Whoever sleeps in bed has one to sleep in."""
    sleepers = [
        s for s in subjects if s.thing.art.startswith("person:") and any(ACT_OF.get(w) == "lie" for w in s.doing)
    ]
    if not sleepers or any(s.word == "bed" for s in subjects):
        return subjects
    held = tuple(replace(s, at="in", by="bed", seat="lie") if s is sleepers[0] else s for s in subjects)
    return (*held, Subject(by_word()["bed"], "bed"))


def _clothed(subject: Subject, setting: str, weather: str, season: str) -> Subject:
    """The subject, in what the place and the weather ask a person to wear."""
    kind, _, role = subject.thing.art.partition(":")
    if kind != "person" or subject.wear:
        return subject
    inside = indoors(setting)
    act = "" if inside or subject.at else depth_act(subject.doing)
    wear = worn_at(role, subject.word, setting, "" if inside else weather, season)
    return replace(subject, wear=wear, act=subject.act or act or None)


def _with_table(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Indoors, beside somebody, what is held or lies about has a table to stand on."""
    lies = {s.thing.place == "o" and s.at not in ("on", "hand") and s.thing.tall < 1.2 for s in subjects}
    if len(lies) < 2 or any(s.thing.art == "own:table" for s in subjects):
        return subjects
    table = by_word()["table"]
    return (*subjects, Subject(table, "table"))


def _choice(asked: str, said: str, otherwise: str) -> str:
    return asked if asked != "auto" else said or otherwise


def _in_hand(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Small things go into the hand of the first person there is."""
    people = [s for s in subjects if s.thing.art.startswith("person:")]
    lies = ("on", "in", "under", "above", "behind", "before")  # a book on a table is in nobody's hand
    small = [s for s in subjects if s.thing.art in HOLDS and s.at not in lies]
    if not people or not small:
        return subjects
    kept = [s for s in subjects if s is not small[0]]
    held = HOLDS[small[0].thing.art] + (TINT + dye[1:] if (dye := dye_of(small[0])) else "")
    return tuple(replace(s, holding=held) if s is people[0] else s for s in kept)
