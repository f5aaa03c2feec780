"""What a scene's words claim: the things they name, what is done in it, and where things are to each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipelines.make.drawn.deeds import ACT_OF, HAND_IN_HAND, STAND_IN
from pipelines.make.drawn.garments import COLOURS
from pipelines.make.drawn.grammar import says_which
from pipelines.make.drawn.lexicon import is_abstract, is_verb, names_nothing
from pipelines.make.drawn.parts import known
from pipelines.make.drawn.things import Thing, by_word
from pipelines.make.drawn.words import (
    BREAKS,
    DETERMINERS,
    EMPTY,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    SEASON_WORDS,
    SETTING_WORDS,
    TIME_WORDS,
    WEATHER_WORDS,
    WONDER_WORDS,
    words_of,
)

# Things that the search for art passes over, and that can be seen all the same.
_SEEN = words_of(
    """
    coat jacket dress scarf glasses wall walls floor ceiling chimney chimneys branch branches roots banner bookshelf
    bookshelves shelf shelves whiteboard launch pad lava path paths trail apron gloves boots uniform pocket rope ropes
    deck mast balcony plank rack pedestal mantelpiece cushion sink tap web frame frames kick lift hole lock saw nail
    hook track tracks gate hall bell well store store post line bowl tray bridge
    """
)
# What is there wherever there is anything, or is no thing of its own.
_EVERYWHERE = words_of(
    """
    sky air ground world light sun moon stars star cloud clouds weather scene nature landscape view place room
    indoors outdoors outside inside home house's town everyone everybody others water sunlight moonlight shade
    """
)
# What somebody does who is only there; no picture could show it better.
_QUIET = words_of(
    """
    is are was were be been being am has have had do does did will would can could may might must shall should see
    sees look looks looking watch watches watching stand stands standing stay stays wait waits waiting live lives
    living know knows love loves like likes want wants need needs feel feels hear hears seem seems become becomes
    remain remains keep keeps begin begins start starts find finds face faces belong belongs use uses using get gets
    let lets try tries enjoy enjoys remember remembers hope hopes admire admires meet meets say says mean means
    float floats floating grow grows growing charge charges launch launches
    surround surrounds come comes make makes named called get smile smiles smiling laugh laughs weep weeps lit lies
    lie lying rest rests rise rises set sets shine shines glow glows work works stop stops stretch stretches fill fills
    """
)


@dataclass(frozen=True)
class Said:
    """Something the words say, and where. `of`: the index of the noun before it, -1 where none is."""

    words: str
    at: int
    of: int = -1


def nouns(low: list[str]) -> list[Said]:
    """The things that the words name, in their order; what only describes another thing is none."""
    found: list[Said] = []
    for start, end in chunks(low):
        found += _nouns_of(low, start, end)
    return found


def deeds(low: list[str], things: list[Said]) -> Iterator[Said]:
    """What is done in the words, and by which of the `things`; being there and looking on is no deed."""
    taken = {k for thing in things for k in range(thing.at, thing.at + len(thing.words.split()))}
    for start, end in chunks(low):
        lead = low[start - 1] if start else ""
        for i in range(start, end):
            word = low[i]
            if i in taken or word in _QUIET or not (is_verb(word) or word in ACT_OF or _acted(low, i, by_word())):
                continue
            before = [t for t in things if t.at < i]
            opens = not any(start <= t.at < i for t in things) and not any(
                low[k].startswith(STAND_IN) for k in range(start, i)
            )
            describes = opens and (lead in DETERMINERS or lead in PREPOSITIONS or lead in NUMBERS) and lead != "to"
            describes = describes or (opens and not before and any(start <= t.at < end for t in things))
            after = low[i + 1] if i + 1 < len(low) else ""
            was = low[i - 1] in ("is", "are", "was", "were", "being", "gets") if i else False
            past = word.endswith("ed") and not was and after not in DETERMINERS
            if not describes and not past:
                yield Said(word, i, before[-1].at if before else -1)


def chunks(low: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of words between stops, prepositions and articles."""
    start = 0
    for i in range(len(low) + 1):
        if i == len(low) or low[i] == "," or low[i] in BREAKS or low[i] in PRONOUNS:
            if i > start:
                yield start, i
            start = i + 1


def _nouns_of(low: list[str], start: int, end: int) -> list[Said]:
    table = by_word()
    found: list[Said] = []
    i = start
    while i < end:
        size = next((n for n in (3, 2) if i + n <= end and _named(" ".join(low[i : i + n]), table)), 1)
        phrase = " ".join(low[i : i + size])
        if size > 1 or _is_noun(low, i, end, table):
            last = found[-1] if found else None
            if (
                last
                and last.at + len(last.words.split()) == i
                and not _plural(last.words)
                and phrase not in ("player", "players")
            ):
                found.pop()  # "garden gate": the garden only says which
            plays = low[i + 1 : i + 2] in (["player"], ["players"])  # then the instrument is seen too
            if plays or not (size == 1 and phrase in table and says_which(low, i, 1, table[phrase])):
                found.append(Said(phrase, i))
        i += size
    if not found and end > start and start and low[start - 1] in DETERMINERS:
        word = low[end - 1]  # "a dripping tap": what an article leads to is a thing, even if it could be a verb
        if is_verb(word) and word not in ACT_OF and not is_abstract(word) and word not in EMPTY:
            found.append(Said(word, end - 1))
    return [said for said in found if not _is_when(said.words)]


def _named(phrase: str, table: Mapping[str, Thing]) -> bool:
    return phrase in table or phrase in SETTING_WORDS or phrase in WONDER_WORDS or _is_when(phrase)


def _is_noun(low: list[str], i: int, end: int, table: Mapping[str, Thing]) -> bool:
    word = low[i]
    if word in _EVERYWHERE or word in NUMBERS or word in DETERMINERS or not word.isalpha() or len(word) < 3:
        return False
    verb = is_verb(word) or word in ACT_OF or _acted(low, i, table)
    first = i == 0 or low[i - 1] in BREAKS or low[i - 1] == ","
    if verb and not (first and i + 1 == end and low[i - 1 : i] != ["and"]) and _after_noun(low, i, table):
        return False
    if (
        word in table
        or word in SETTING_WORDS
        or word.removesuffix("s") in SETTING_WORDS
        or word in _SEEN
        or known(word)
    ):
        return word not in COLOURS and not (word in EMPTY and word not in _SEEN)
    return not (word in EMPTY or word in COLOURS or names_nothing(word) or word.startswith((STAND_IN, HAND_IN_HAND)))


def _acted(low: list[str], i: int, table: Mapping[str, Thing]) -> bool:
    """Whether an unknown word is what somebody does: "a man shaves", "a tourist photographs the tower"."""
    who = table.get(low[i - 1]) if i else None
    person = who.art.startswith("person:") if who is not None else i > 0 and low[i - 1].endswith(_DOERS)
    return person and not _plural(low[i - 1]) and _plural(low[i]) and low[i] not in table and low[i][:-1] not in table


_DOERS = ("er", "or", "ist", "man")


def _after_noun(low: list[str], i: int, table: Mapping[str, Thing]) -> bool:
    """Whether a word that could be a verb stands where a verb does: after a thing, or first in its run."""
    if not i:
        return False
    before = low[i - 1]
    if before.startswith(STAND_IN) or before in PRONOUNS or before in ("and", ",", "who", "which", "while", "to"):
        return True
    return (
        before in table
        or before in SETTING_WORDS
        or before.endswith("ly")
        or not (before in BREAKS or names_nothing(before) or before in EMPTY)
    )


def _plural(phrase: str) -> bool:
    return phrase.endswith("s") and not phrase.endswith("ss")


def _is_when(phrase: str) -> bool:
    """Whether it says only when it is, or what the weather is like: clashes.py sees to these."""
    return phrase in TIME_WORDS or phrase in WEATHER_WORDS or phrase in SEASON_WORDS
