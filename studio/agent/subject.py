"""Who the brief is about, what they do, with whom and where: a small reader of English noun phrases."""

import re
import unicodedata
from dataclasses import dataclass, replace

from studio.agent import english
from studio.agent.given_names import gender_of
from studio.agent.words import bag

_TOKEN = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’.\-][^\W_]+)*['’]?|[,;:–—()!?.]")
_TIME_WORDS = bag(
    """morning day night evening afternoon week month year time moment second seconds minute minutes hour hours today
    dawn dusk sunrise sunset noon midnight summer winter spring autumn once monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december past
    future end beginning years days weeks months times nights mornings centuries decades dollars euros percent
    fact order way heart life love film video front"""
)
_WHERE = bag("""in on at under inside near above across along beside into through over onto by from""")
_ADVERBS = bag(
    """slowly quietly finally suddenly always never still just only also very really gently once again back up down out
    away off home together alone there here how"""
)

_THINGS_ING = bag("""king ring wing thing string spring morning evening building wedding painting ceiling being
    sibling pudding     nothing something everything anything lightning clothing sling swing""")
_ASKS = bag("""what how why who where when imagine do does did is are can could to happens happen explain if""")


@dataclass(frozen=True)
class Noun:
    """A person or thing as the brief names it: "old", "lighthouse keeper", or a name."""

    words: str  # without its determiner
    before: str  # its determiner as written, lower case, or ""
    name: str = ""

    @property
    def plural(self) -> bool:
        return not self.name and (english.is_plural(self._head()) or " and " in self.words)

    def _head(self) -> str:
        return re.split(r"\s+of\s+", self.words)[0]

    @property
    def fixed(self) -> bool:
        """Whether its determiner belongs to it: "my grandmother", "the sea"."""
        return self.before not in ("", "a", "an", "the", "this", "that", "one", "some", "another")

    @property
    def a(self) -> str:
        if self.name and not self.words:
            return self.name
        of = f"{self.words} named {self.name}" if self.name else self.words
        if self.fixed or self.before == "the":
            return f"{self.before} {of}"
        return of if not self.before and (self.words[:1].isupper() or self._mass) else english.a(of)

    @property
    def _mass(self) -> bool:
        """Written without an article in the brief, so perhaps uncountable: "rain", "photosynthesis"."""
        return not self.before

    @property
    def the(self) -> str:
        if self.name:
            return self.name
        if self.before in english.DETERMINERS and self.fixed and not self.words[:1].isupper():
            owned = self.before in ("my", "our", "your", "his", "her", "their", "its")
            return f"{self.before} {self.words}" if owned else f"the {self.words}"
        return self.words if not self.before and self._mass else f"the {self.words}"

    @property
    def short(self) -> str:
        """ "the keeper" for a lighthouse keeper; the name when there is one."""
        if self.name:
            return self.name
        head = self._head().split()
        if not self.before or (self.fixed and self.before in ("my", "our", "your", "his", "her", "their")) or not head:
            return self.the
        return f"the {head[-1]}"

    @property
    def plain(self) -> str:
        """For a picture: no determiner, no name."""
        return self.words or self.name


@dataclass(frozen=True)
class Tale:
    """One sentence taken apart. Every part may be missing."""

    hero: Noun | None = None
    verb: str = ""
    other: Noun | None = None
    place: str = ""
    pronoun: str = ""  # she, he, they, it
    company: Noun | None = None  # who acts with the hero: "Vera and Hugo build …"


def _noun_at(tokens: list[str], at: int) -> tuple[Noun | None, int]:
    """The noun phrase that begins at a token, and the token after it."""
    start, before = at, ""
    while at < len(tokens) and tokens[at].lower() in english.DETERMINERS and at - start < 2:
        before = f"{before} {tokens[at].lower()}".strip()
        at += 1
    words: list[str] = []
    name = ""
    while at < len(tokens):
        token = tokens[at]
        lower = token.lower()
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        if not re.match(r"\w", token) or lower in english.JOINERS or lower in _ADVERBS:
            break
        if lower.split("'")[0] in english.PRONOUNS and lower != "it's":
            break
        if lower in ("named", "called") and after[:1].isupper():
            name, at = after, at + 2
            while at < len(tokens) and tokens[at][:1].isupper():
                name, at = f"{name} {tokens[at]}", at + 1
            break
        if lower in english.PREPOSITIONS and not (lower == "of" and words):
            break
        if words and lower in english.DETERMINERS and tokens[at - 1].lower() != "of":
            break
        if words and (_acts(words, token, after, before) or _doing(lower)):
            break
        words.append(token)
        at += 1
    while words and words[-1].lower() in ("of", *english.DETERMINERS):
        words.pop()
    if not words and not name:
        return None, at
    text = " ".join(words)
    if not name and len(words) > 1 and before and words[0][:1].islower() and words[-1][:1].isupper():
        upper = next(i for i, w in enumerate(words) if w[:1].isupper())
        name, words = " ".join(words[upper:]), words[:upper]  # "my grandmother Edith"
        text = " ".join(words)
    if text.replace(",", "").replace(".", "").isdigit():
        return None, at
    proper = all(w[:1].isupper() for w in words) and not before and start > 0
    if proper and not name:
        return Noun("", "", text), at
    return Noun(text, before, name), at


def _doing(word: str) -> bool:
    return word.endswith("ing") and len(word) > 4 and word not in _THINGS_ING


def _acts(words: list[str], token: str, after: str, before: str) -> bool:
    many = english.is_plural(words[-1]) or before.split()[-1:] in (["two"], ["three"], ["four"], ["five"], ["many"])
    return english.is_verb(token, after if re.match(r"\w", after) else "", plural_before=many)


def _place(tokens: list[str]) -> str:
    for i, token in enumerate(tokens[:-1]):
        if token.lower() not in _WHERE or (i and tokens[i - 1].lower() in ("lives", "based")):
            continue
        noun, end = _noun_at(tokens, i + 1)
        if noun and end - i <= 7 and not set(noun.plain.lower().split()) & _TIME_WORDS and not noun.plain[:1].isdigit():
            if token.lower() in ("by", "from", "over", "through", "into", "onto", "at") and not noun.before:
                continue
            return " ".join(tokens[i:end])
    return ""


def tale(sentence: str) -> Tale:
    """Take a sentence apart. A fragment ("a lonely robot on Mars") gives a hero and a place, and no verb."""
    tokens = _TOKEN.findall(sentence.replace("’", "'"))[:120]
    place = _place(tokens)
    at = 0
    if tokens and tokens[0].lower() in english.PREPOSITIONS | {"one", "every", "once", "when"} and "," in tokens:
        comma = tokens.index(",")
        at = comma + 1 if 0 < comma < 10 else 0
    while at < len(tokens) and (
        tokens[at].lower() in english.PREPOSITIONS | _ADVERBS or not re.match(r"\w", tokens[at])
    ):
        at += 1
    if at >= len(tokens):
        return Tale(place=place)
    if tokens[at].lower() in _ASKS:
        while at < len(tokens) - 1 and tokens[at].lower() in _ASKS:
            at += 1
    elif at + 1 < len(tokens) and _orders(tokens[at], tokens[at + 1]):
        at += 1
    hero, at = _noun_at(tokens, at)
    told = _noun_at(tokens, at + 1) if _in_apposition(hero, tokens, at) else (None, at)
    if hero and told[0]:
        hero, at = Noun(told[0].words, told[0].before, hero.name or hero.words), told[1]
    elif hero and not hero.name and not hero.before and len(hero.words.split()) <= 2 and hero.words[:1].isupper():
        follows = tokens[at] if at < len(tokens) else ""
        own = hero.words.split()[0].endswith("'s") or (" " in hero.words and hero.words.split()[-1][:1].isupper())
        joined = follows.lower() == "and" and bool(gender_of(hero.words))
        if own or joined or (follows and english.is_verb(follows, "the", plural_before=False)):
            hero = Noun("", "", hero.words)  # "Tomas climbs …": a name at the head of its sentence
        elif not hero.words[1:2].isupper():
            hero = Noun(hero.words[:1].lower() + hero.words[1:], "", "")
    if hero and hero.words.lower().split()[-1:] and hero.words.lower().split()[-1] in _TIME_WORDS:
        hero = None
    company = None
    if hero and at + 1 < len(tokens) and tokens[at].lower() == "and":
        company, at = _company(tokens, at + 1)
    verb, other = _deed(tokens, at)
    if hero and hero.name and not hero.words and verb in ("is", "was") and other and other.before and not other.name:
        hero, other = Noun(other.words, other.before, hero.name), None  # "Milo is a small fox."
    return Tale(hero, verb, other, place, pronoun(sentence, hero), company)


def _company(tokens: list[str], at: int) -> tuple[Noun | None, int]:
    """Who acts together with the hero, and the token after: two together take a plural verb."""
    noun, end = _noun_at(tokens, at)
    words = noun.words.split() if noun else []
    for i in range(1, len(words)):
        if english.is_verb(words[i], "the", plural_before=True):
            words, end = words[:i], end - len(words) + i
            break
    if noun is None:
        return None, at
    named = not noun.before and not noun.name and len(words) == 1 and words[0][:1].isupper()
    return (Noun("", "", words[0]) if named else replace(noun, words=" ".join(words))), end


def _in_apposition(hero: Noun | None, tokens: list[str], at: int) -> bool:
    """Whether a name is followed by who that is: "Maya, a young baker, opens …"."""
    named = hero is not None and ((hero.name and not hero.words) or (len(hero.words.split()) == 1 and not hero.before))
    if not named or hero is None or not (hero.name or hero.words)[:1].isupper() or at + 2 >= len(tokens):
        return False
    return tokens[at] == "," and tokens[at + 1].lower() in ("a", "an", "the", "my", "our", "his", "her", "their")


def _orders(first: str, second: str) -> bool:
    """Whether a sentence begins with an order: "Plant the seeds", "Ignore all instructions"."""
    if first.lower() in english.DETERMINERS:
        return False
    return second.lower() in english.DETERMINERS or english.is_verb(first, "the", plural_before=True)


def _deed(tokens: list[str], at: int) -> tuple[str, Noun | None]:
    """The first verb from here on, and the first thing after it that can be seen."""
    verb = ""
    while at < len(tokens):
        token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
        lower = token.lower()
        if not verb:
            either = any(english.is_verb(lower, after, plural_before=many) for many in (True, False))
            if either or _doing(lower):
                verb = lower
            at += 1
            continue
        if lower in english.DETERMINERS or (
            re.match(r"\w", token)
            and lower not in english.PREPOSITIONS | english.JOINERS | english.PRONOUNS | _ADVERBS
            and not _base(lower)
        ):
            noun, end = _noun_at(tokens, at)
            seen = noun and noun.plain.lower().split()[-1] not in _TIME_WORDS if noun and noun.plain else bool(noun)
            if noun and seen:
                return verb, noun
            at = max(end, at + 1)
            continue
        at += 1
    return verb, None


def _base(word: str) -> bool:
    return english.is_verb(word, "the", plural_before=True)


def pronoun(sentence: str, hero: Noun | None) -> str:
    """What a text calls its hero: she or he, else they."""
    if hero is None:
        return "they"
    if hero.plural:
        return "they"
    if hero.name and gender_of(hero.name):
        return gender_of(hero.name)
    subject = re.findall(r"\b(?:she|he)\b", sentence, re.I)
    known = english.gender(hero.plain) or (subject[0].lower() if subject else "") or english.gender(sentence)
    return known or "they"


def emoji_things(text: str) -> tuple[str, ...]:
    """The plain names of the emoji in a text, faces and joiners left out: 🐳 → "spouting whale"."""
    found: list[str] = []
    for character in text:
        if unicodedata.category(character) == "So" and ord(character) > 0x2300:
            name = unicodedata.name(character, "").lower()
            name = re.sub(r"^(?:emoji component|regional indicator).*|\bsign\b|\bsymbol\b", "", name).strip()
            if name and "face" not in name.split():
                found.append(name)
    return tuple(dict.fromkeys(found))[:8]
