"""A little English grammar: articles, plurals, verbs, sentences. Enough to fill a line without a mistake."""

import re
from functools import lru_cache

from studio.agent.words import bag

DETERMINERS = bag(
    """a an the his her their its my our your this that these those some many several every each any both all one two
    three four five six seven eight nine ten eleven twelve another no"""
)
PREPOSITIONS = bag(
    """of to in into on onto at by for with from over under across through between behind beside near along around
    after before during until against above below beyond inside outside past toward towards without about"""
)
PRONOUNS = bag("""i you he she it we they him me us them who which that what himself herself itself""")
JOINERS = bag("""and or but so because while when where as if then than who which that whose""")
_VERBS = bag(
    """accept admit adopt answer appear arrive ask awaken bake bark battle become befriend begin believe bloom blow
    borrow bounce break breathe brew bring build burn buy call care carry carve catch celebrate change chase choose
    clean climb close collect come comfort confront connect cook count cover crash create crawl cross cry dance dare
    decide defend deliver descend design die dig disappear discover dive draw dream drift drink drive eat embrace
    enter escape explain explore face fade fall fear feed feel fight fill find finish fish fix fly fold follow
    forget forgive gather get give go grow guard guide hear heal help hide hold hope hunt hurry imagine invent
    invite join journey jump keep kiss knit know land laugh lead leap learn leave let lie lift light listen live
    look lose love make march marry meet melt mend miss move need notice open orbit overcome paint perform plan
    plant play pollinate pray prepare pretend protect pull push race raise reach read realise realize rebuild
    receive refuse remember repair rescue rest return reveal ride rise roam row run sail save say search see seek
    sell send set settle share shine show sing sit sketch sleep smile solve speak spend spin spread stand stare
    start stay steal stop struggle study surf survive sweep swim swing take talk teach tell think throw touch train
    travel tremble trust try turn uncover visit wait wake walk wander want warn wash watch water weave whisper win
    wish wonder work worry write yearn"""
)
_IRREGULAR = {"is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "can", "will", "must", "goes"}
_PAST = bag(
    """taught went found met built lost left came saw made took gave ran told became began wrote sang flew fell kept
    knew grew fought brought bought caught sold stood won woke rode rose drew drove led held heard said sent slept
    spent understood learnt dreamt decided"""
)
_PLURALS = {"people", "children", "men", "women", "mice", "geese", "feet", "sheep", "fish", "police", "twins"}
_SINGULAR_S = {
    "bus",
    "glass",
    "grass",
    "boss",
    "princess",
    "waitress",
    "actress",
    "moss",
    "compass",
    "dress",
    "circus",
    "octopus",
    "walrus",
    "cactus",
    "paris",
    "mars",
    "venus",
    "news",
    "lens",
    "gas",
    "iris",
    "photosynthesis",
    "christmas",
    "tennis",
    "chess",
    "gymnastics",
    "physics",
    "mathematics",
    "economics",
    "politics",
    "success",
}
_SHE = bag(
    """she her girl woman mother mum mom grandmother grandma daughter sister aunt queen princess witch lady widow bride
    nun mermaid waitress actress"""
)
_HE = bag(
    """he his him boy man father dad grandfather grandpa son brother uncle king prince wizard widower groom monk
    fisherman"""
)


@lru_cache(maxsize=1)
def _verb_forms() -> tuple[frozenset[str], frozenset[str]]:
    return _VERBS, frozenset(third_person(v) for v in _VERBS)


def third_person(verb: str) -> str:
    """climb → climbs, try → tries, watch → watches."""
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(s|sh|ch|x|z|o)$", verb) else "s")


def is_verb(word: str, after: str, *, plural_before: bool) -> bool:
    """Whether a word that follows a noun reads as its verb. `after` is the next word, "" at the end."""
    word, after = word.lower(), after.lower()
    base, thirds = _verb_forms()
    if word in _IRREGULAR or word in _PAST:
        return True
    opens = after in DETERMINERS or after in PRONOUNS or after in ("to", "into", "how") or after.endswith("ly")
    if word in thirds:
        return not plural_before
    if word in base:
        return plural_before
    if word.endswith("ed") and len(word) > 4:
        return opens or after in ("a", "the")
    third = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    return third and not plural_before and opens


def is_plural(noun: str) -> bool:
    """Whether the last word of a noun phrase is a plural."""
    if noun.split() and noun.split()[-1][:1].isupper():
        return False  # a name: Tomas, Paris
    last = noun.lower().split()[-1] if noun.split() else ""
    if last in _PLURALS:
        return last != "fish"
    return last.endswith("s") and not last.endswith(("ss", "'s")) and last not in _SINGULAR_S and len(last) > 3


def a(noun: str) -> str:
    """The noun with "a" or "an"; a plural stays as it is."""
    if not noun or is_plural(noun):
        return noun
    first = noun.lower()
    vowel = re.match(r"[aeiou]|hon(?:est|our|or)|hour|heir|8|11\b|18\b", first)
    if re.match(r"(?:uni(?!n)|use|usu|eu|one\b|once|u[kf][uo]?\b|ute)", first):
        vowel = None
    return ("an " if vowel else "a ") + noun


def gender(words: str) -> str:
    """ "she", "he" or "" from the words of a phrase or sentence."""
    found = set(re.findall(r"[a-z]+", words.lower()))
    she, he = bool(found & _SHE), bool(found & _HE)
    return "she" if she and not he else "he" if he and not she else ""


def capital(text: str) -> str:
    """First letter upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A capital at the start, a full stop at the end when nothing else ends it."""
    text = capital(re.sub(r"\s+", " ", text).strip(" ,;:-–—"))
    if not text or re.search(r"[.!?…。！？؟।][\"”'»」)]?$", text):
        return text
    return text + "."


def title_case(text: str) -> str:
    """Words of a title: little words stay small except the first."""
    small = {"a", "an", "the", "and", "of", "to", "in", "on", "at", "for", "with", "or", "by", "from", "into"}
    words = text.split()
    return " ".join(w if i and w.lower() in small else capital(w) for i, w in enumerate(words))


_ABBREVIATION = re.compile(r"(?:\b(?:mr|mrs|ms|dr|st|no|vs|prof|approx|etc|e\.g|i\.e)|\b[A-Z])\.$", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a text, in any script; line breaks end one, abbreviations and decimals do not."""
    found: list[str] = []
    for paragraph in re.split(r"[\r\n]+", text):
        pending = ""
        for piece in re.split(r"(?<=[.!?…])\s+|(?<=[.!?…][\"”»)])\s+|(?<=[。！？؟।])", paragraph):
            pending = f"{pending} {piece}".strip() if pending else (piece or "").strip()
            if pending and not _ABBREVIATION.search(pending[-12:]):
                found.append(pending)
                pending = ""
        if pending:
            found.append(pending)
    return [s for s in found if re.search(r"\w", s) or any(ord(c) > 0x2190 for c in s)]


def words(text: str) -> list[str]:
    """The words of a text as they stand, apostrophes and inner hyphens kept."""
    return re.findall(r"[^\W_]+(?:['’.\-][^\W_]+)*", text)
