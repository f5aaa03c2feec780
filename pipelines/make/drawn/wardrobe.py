"""From words about somebody's looks to a costume: age, sex, skin, hair, beard, glasses, hats, clothes in colours."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

from pipelines.make.drawn.callings import GROUPS, calling, dressed_as, outfit
from pipelines.make.drawn.costume import ROLES, Costume
from pipelines.make.drawn.garments import (
    COLOURS,
    CUTS,
    EYES,
    GROWS,
    HAIR_COLOURS,
    HAIRS,
    HAT_CODES,
    HAT_KINDS,
    HATS,
    HELD,
    JOINS,
    LEGS,
    MEN,
    OLD,
    SHOES,
    SKINS,
    WOMEN,
    YOUNG,
)
from pipelines.make.drawn.things import by_word

Note = Callable[[str], None]


def sex_of(words: list[str]) -> str:
    """ "woman", "man", or "" where the words do not tell; the last said wins."""
    said = [("woman" if w in WOMEN else "man") for w in words if w in WOMEN or w in MEN]
    return said[-1] if said else ""


def role_of(words: list[str]) -> str:
    """The role (a key of ROLES) that the words name: a profession before "man" or "woman"."""
    table = by_word()
    found = ""
    for i in range(len(words)):
        for size in (3, 2, 1):
            thing = table.get(" ".join(words[i : i + size]))
            if thing is not None and thing.art.startswith("person:"):
                role = thing.art.partition(":")[2]
                plain = ("man", "woman", "person", "girl", "boy", "child")
                if not found or found in plain or role not in plain:
                    found = role if words[i] not in ("he", "she") else found
                break
    return found


def dressed(costume: Costume, words: list[str], note: Note = lambda words: None) -> Costume:
    """The costume changed as the words say. Where they contradict each other the last said wins, and a note says so."""
    said: dict[str, str] = {}
    about: list[str] = []  # describing words that wait for what they describe
    for i, word in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        if word in JOINS:
            if word in ("with", "and", ",", "in", "wearing", "has", "who", "dressed"):
                about = []
            continue
        changed = _change(costume, word, after, about)
        if changed is None:
            about.append(word)
            continue
        kind, new = changed
        told = f"{' '.join(about)} {word}".strip()
        if kind in said and said[kind] != told and kind in ("hair", "top", "hat", "beard", "age", "sex"):
            note(f"The looks say '{said[kind]}' and '{told}': the last holds.")
        said[kind] = told
        costume, about = new, ([*about] if kind in ("age", "size", "sex") else [])
    return costume


def _change(c: Costume, word: str, after: str, about: list[str]) -> tuple[str, Costume] | None:
    """What one word changes, or None when it only describes a word to come."""
    colour = next((COLOURS[w] for w in reversed(about) if w in COLOURS), "")
    if word in ("hair", "haired", "ponytail", "bun", "bob", "curls", "afro", "pigtails", "braids", "bald", "plaits"):
        return "hair", _hair(c, word, about)
    if word in ("beard", "moustache", "mustache", "stubble", "bearded"):
        return "beard", _beard(c, word, about)
    if word in ("glasses", "spectacles"):
        return "glasses", replace(c, glasses="no" not in about and "without" not in about)
    if word == "scarf":
        return "scarf", replace(c, scarf=True, extra=colour or c.extra)
    if word in ("skin", "skinned") or (
        word in SKINS and word in ("asian", "african", "indian", "european", "latino", "latina", "tanned", "pale")
    ):
        tone = next((SKINS[w] for w in reversed([*about, word]) if w in SKINS), c.skin)
        return "skin", replace(c, skin=tone)
    if word == "eyes" or word == "eyed":
        return "eyes", replace(c, eyes=next((EYES[w] for w in reversed(about) if w in EYES), c.eyes))
    if word in HATS and not (word == "cap" and after == "gun"):
        kind = next((HAT_KINDS[w] for w in reversed(about) if w in HAT_KINDS), HATS[word])
        return "hat", replace(c, hat=kind, hat_colour=colour or HAT_CODES.get(kind, c.hat_colour))
    if word in CUTS and not (word in ("dress", "suit", "coat") and after in ("coat",)):
        cut = "labcoat" if word == "coat" and {"lab", "laboratory"} & set(about) else CUTS[word]
        top = colour or ("#f1f4f8" if cut in ("labcoat", "space") else c.top)
        apron = replace(c, body=cut, extra=top) if cut == "apron" else replace(c, body=cut, top=top)
        return "top", replace(apron, legs=top) if cut in ("overalls", "space") else apron
    if word in LEGS:
        return "legs", replace(c, legs=colour or ("#3a5a8f" if word == "jeans" else c.legs), bare_legs=word == "shorts")
    if word in SHOES:
        return "shoes", replace(c, shoes=colour or c.shoes)
    if word in GROWS and after not in ("hair", "haired", "beard", "coat", "dress", "face"):
        field, value = GROWS[word]
        return "size", replace(c, stature=value) if field == "stature" else replace(c, girth=value)
    if word in OLD and after not in ("coat", "hat", "jacket"):
        return "age", replace(c, hair_colour="#e6e2e0", child=False)
    if word in YOUNG and after not in ("hat", "bag", "scarf"):
        return "age", replace(c, child=True, beard=False)
    if word in HELD:
        return "held", replace(c, held=HELD[word])
    return None


def _hair(c: Costume, word: str, about: list[str]) -> Costume:
    colour = next((HAIR_COLOURS[w] for w in reversed(about) if w in HAIR_COLOURS), c.hair_colour)
    if word == "bald":  # a hat would hide it; one that is named comes after
        c = replace(c, hat="")
    style = HAIRS.get(word) or next((HAIRS[w] for w in reversed(about) if w in HAIRS), "")
    if not style:
        style = "short" if c.hair == "bald" else c.hair
    return replace(c, hair=style, hair_colour=colour)


def _beard(c: Costume, word: str, about: list[str]) -> Costume:
    if "no" in about or "without" in about:
        return replace(c, beard=False)
    colour = next((HAIR_COLOURS[w] for w in reversed(about) if w in HAIR_COLOURS), c.hair_colour)
    short = word == "stubble" or {"short", "trimmed", "small"} & set(about)
    cut = "moustache" if word in ("moustache", "mustache") else "short" if short else "full"
    return replace(c, beard=True, beard_cut=cut, hair_colour=colour)


def costume_from(looks: list[str], digest: bytes, note: Note) -> Costume:
    """The costume of a character: its role's, then what the looks say, the rest by chance from `digest`."""
    role, sex = role_of(looks), sex_of(looks)
    young = bool({"girl", "boy", "child", "kid"} & set(looks))
    named = role or (
        "girl" if young and sex == "woman" else "boy" if young else "woman" if sex == "woman" else "person"
    )
    base = by_chance(ROLES.get(named, ROLES["person"]), digest, sex)
    if young or role in ("girl", "boy", "child"):
        base = replace(base, child=True, beard=False)
    return as_sexed(
        dressed(base, looks, note), sex or ("woman" if named in ("woman", "girl", "grandmother", "dancer") else "")
    )


_TONES = ("#f3c3a0", "#e8ad85", "#c98860", "#9a623f", "#f0b892", "#8a5a3c", "#d9a070", "#e3ae88")
_NATURAL = ("#4a2f24", "#2b2020", "#7a4a2a", "#d9a850", "#1f1b22", "#8f3f24", "#5b3a2a")
_FOR_HER = ("long", "bob", "bun", "tail", "curly", "braids")
_FOR_HIM = ("short", "short", "curly", "spiky", "afro", "shaven")
_TOPS = ("#3f7a9a", "#c9603f", "#4d8a5c", "#8a63a8", "#d9a23a", "#b5485a", "#3a5a8f", "#5a8f8a")


def by_chance(base: Costume, digest: bytes, sex: str) -> Costume:
    """The same costume on another person: skin, hair, eyes and, in plain clothes, their colour."""
    fixed = base.hair_colour in ("#e9e6e0", "#d9d3c8", "#e6e2e0", "#e9e6e6")  # the old stay grey
    styles = _FOR_HER if sex == "woman" else _FOR_HIM if sex == "man" else (base.hair,)
    hair = styles[digest[3] % len(styles)] if base.hair != "bald" and not fixed else base.hair
    skin = _TONES[digest[0] % len(_TONES)]
    natural = _NATURAL[digest[1] % len(_NATURAL)]
    if skin in ("#8a5a3c", "#9a623f"):
        natural = ("#1f1b22", "#2b2020", "#3a2620")[digest[1] % 3]
    top = _TOPS[digest[2] % len(_TOPS)] if base.body in ("jacket", "dress") else base.top
    return replace(base, skin=skin, hair=hair, hair_colour=base.hair_colour if fixed else natural, top=top)


def as_sexed(c: Costume, sex: str) -> Costume:
    """The same costume on a woman: lashes, no beard, hair that is not cropped."""
    if sex != "woman":
        return c
    return replace(c, beard=False, lashes=True, hair="long" if c.hair in ("short", "bald", "shaven") else c.hair)


def costume_of(role: str, word: str, about: tuple[str, ...], index: int, doing: tuple[str, ...] = (),
               wear: str = "") -> Costume:  # fmt: skip
    """The costume of a role. Somebody keeps the same looks in every picture of a film: they hang on the word. `wear` is
    what the place asks for (see callings.py)."""
    if word in GROUPS:
        kin = GROUPS[word][index % len(GROUPS[word])]
        one = costume_of(kin, kin, about, index, doing, wear)
        return replace(one, stature=0.7) if one.child else one
    base = dressed_as(wear) or calling(role, word) or ROLES.get(role, ROLES["person"])
    digest = hashlib.sha256(f"{role}/{word.rstrip('s')}/{index}".encode()).digest()
    sex = sex_of([*about, word]) or ("woman" if word.endswith("woman") or word in _LADIES else "")
    sex = sex or (
        "woman" if role in ("woman", "girl", "grandmother", "dancer") else "man" if role in ("man", "boy") else ""
    )
    if role not in ("keeper", "captain", "fisherman", "grandmother", "grandfather"):
        someone = by_chance(base, digest, sex or ("woman", "man")[digest[4] % 2 if not base.beard else 1])
        base = replace(someone, top=base.top if not index else someone.top)
        if not sex and not base.beard:
            sex = ("woman", "man")[digest[4] % 2]
    if base.body == "gown" and sex == "man":
        base = replace(base, body="suit", top="#2e2e3a", legs="#2a2a34", extra="#f6f4ee")
    base = outfit(as_sexed(base, sex), wear, index + digest[6])
    if word in ("king", "prince"):
        base = replace(base, hat="crown", hat_colour="#f2c530", body="robe", top="#8a2f5a")
    if "old" in about or "elderly" in about:
        base = replace(
            base, hair_colour="#e6e2e0", beard=base.beard or sex != "woman", glasses=base.glasses or bool(digest[5] % 2)
        )
    if "young" in about and not base.child:
        base = replace(base, beard=False)
    if doing[:1] and doing[0] in ("in", "with", "wearing", "wears"):
        base = dressed(base, list(doing))
    colour = next((COLOURS[w] for w in reversed(about) if w in COLOURS), "")
    worn = dressed(base, [w for w in about if w not in OLD])
    return replace(worn, top=colour) if colour and worn == base else worn


_LADIES = frozenset(
    [
        "she",
        "her",
        "queen",
        "bride",
        "actress",
        "hostess",
        "grandma",
        "granny",
        "nana",
        "mother",
        "mum",
        "mom",
        "aunt",
        "wife",
        "lady",
        "princess",
    ]
)
