"""The look a brief asks for, by any of its names: one for the whole film."""

import re

# Each look's names. Those before the bar always mean a look; those after it may be things in the story ("a box of
# crayons", "an oil lamp", "a flat in Paris"), and only mean one where the words around them say so.
_NAMES: dict[str, tuple[str, str]] = {
    "watercolour": (r"water-?colou?rs?|aquarelles?|aquarell|acuarelas?|acquerell[oi]", r"ink wash(?:es)?"),
    "storybook": (r"", r"story-?book|picture[- ]book|children['’]?s[- ]book"),
    "paper-cut": (r"paper[- ]?cut(?:[- ]?outs?)?s?|cut[- ]?out paper|cut[- ]paper|papercraft",
                  r"paper|collage|cut-?outs?"),
    "clay": (r"claymation|plasticine", r"(?:modell?ing )?clay|stop[- ]motion"),
    "comic": (r"pop[- ]art|graphic[- ]novel", r"comics?(?:[- ](?:books?|strips?))?|manga"),
    "flat": (r"flat (?:design|vectors?|colou?rs?)|vector (?:art|graphics|drawing)",
             r"flat|vector|cartoons?|minimal(?:ist)?"),
    "ink": (r"pen[- ]and[- ]ink|line[- ]art", r"(?:black[- ]and[- ]white |black |indian )?ink|line drawings?|etchings?"
            r"|engravings?|hatching"),
    "pencil": (r"", r"(?:graphite |lead )?pencils?|sketch(?:es|ed|y)?|charcoal"),
    "crayon": (r"wax crayons?", r"crayons?|colou?red pencils?|child['’]s drawings?"),
    "chalk": (r"", r"(?:colou?red )?chalk|chalkboard|blackboard"),
    "oil": (r"impressionis(?:t|tic|m)|painterly", r"oils?(?:[- ]paint(?:ing|s|ed)?)?"),
    "paper": (r"gouache|poster paint", r""),
    "riso": (r"risograph(?:ed|s)?|riso", r"screen[- ]?print(?:s|ed|ing)?|silk[- ]?screen"),
    "duotone": (r"duo-?tone|two-tone", r"two colou?rs"),
    "noir": (r"film[- ]noir|noir", r"black[- ](?:and|&)[- ]white|monochrome|b&w|b/w"),
    "vhs": (r"vhs", r"video ?tape|camcorder|(?:19)?80s video"),
    "vintage": (r"super[- ]?8", r"vintage|retro|old[- ]film|faded film|(?:19)?70s"),
    "neon": (r"synthwave|vaporwave", r"neon|cyberpunk"),
    "blueprint": (r"", r"blueprints?|technical drawings?|schematics?"),
    "pixel": (r"pixel[- ]art|pixel(?:l?ated)|(?:8|16)[- ]?bit", r"pixels?"),
}  # fmt: skip
_KIND = r"(?:style|look|looks|aesthetic|animation|animated|illustrated|film|video|movie|short)"
_MADE = (
    r"(?:paintings?|painted|drawings?|drawn|illustrations?|sketch(?:es)?|prints?|art|pictures?|panels?|book|collage)"
)
_LEAD = (
    r"(?:(?:in|as|like|using)\s+(?:(?:the\s+)?(?:style|look)\s+of\s+)?|(?:style|look)\s*[:=]\s*|made\s+(?:of|from)\s+)"
    r"(?:(?:an?|the|some|soft|loose|bright|colou?rful|simple|pretty|old|classic|hand-?(?:drawn|painted|made))\s+){0,3}"
)
_ENDS = r"(?=\s*(?:$|[.,;:!?\n)–—]|(?:please|with|and|about|of|on|for|where|that|showing)\b))"
# What is written, covered or drowned in a thing names no look.
_THING = re.compile(
    r"\b(?:written|signed|covered|soaked|dipped|drowns?|drowned|writes?|stained|wrapped|live[sd]?)\s+$", re.I
)
_NOT = re.compile(
    r"(?:\b(?:no|not|never|without|avoid|instead of|rather than|nothing|don['’]?t\s+(?:\w+\s+){0,2}|anything but|nor"
    r"|or)|\bless)\s+(?:(?:in|as|like|too|an?|the|any|of|be|make it|look)\s+){0,3}$",
    re.IGNORECASE,
)


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for look, (always, perhaps) in _NAMES.items():
        both = "|".join(part for part in (always, perhaps) if part)
        ways = [
            rf"\b{_LEAD}(?:{both})(?:[- ]{_MADE})?(?:[- ]{_KIND})?{_ENDS}",
            rf"\b(?:{both})(?:[- ]{_MADE})?[- ]{_KIND}\b",
        ]
        if always:
            ways.append(rf"\b(?:{_LEAD})?(?:{always})\b(?:[- ]{_MADE})?(?:[- ]{_KIND}\b)?")
        found += [(look, re.compile(way, re.IGNORECASE)) for way in ways]
    return found


_PATTERNS = _patterns()
_ASKED = re.compile(
    r"^(?:please\s+)?(?:(?:make|turn|paint|draw|show|do)\s+(?:it|everything|the (?:film|video|pictures))\s+"
    r"(?:all\s+)?(?:into\s+|to\s+)?"
    r"|(?:use|try|with)\s+|(?:change|set)\s+the\s+(?:look|style)\s+to\s+)?(?:(?:in|as|like)\s+)?(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)


def look_of(brief: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """(The look a brief asks for, the stretches of it that do); ("", ()) where it asks for none.

    The first one named counts. One that is refused ("not a cartoon", "no oil painting style") does not.
    """
    asked: list[tuple[int, int, str]] = []
    for look, pattern in _PATTERNS:
        for match in pattern.finditer(brief):
            before = brief[: match.start()]
            if not _NOT.search(before) and not _NOT.search(match[0]) and not _THING.search(before):
                asked.append((match.start(), -match.end(), look))
    if not asked:
        return "", ()
    look = min(asked)[2]
    return look, tuple(dict.fromkeys((start, -end) for start, end, name in sorted(asked) if name == look))


def look_wished(wish: str) -> str:
    """The look that a wish about a finished film asks for: "watercolour", "make it a comic"; "" where it names none."""
    found, _ = look_of(wish)
    if found:
        return found
    rest = _ASKED.sub("", wish.strip(" .!"), count=1)
    for look, (always, perhaps) in _NAMES.items():
        both = "|".join(part for part in (always, perhaps) if part)
        if re.fullmatch(rf"(?:{both})(?:[- ]{_MADE})?(?:[- ]{_KIND})?", rest, re.IGNORECASE):
            return look
    return ""


# The kind of title card that fits a look; the others have quiet ones.
_CARDS = {
    "paper": ("watercolour", "storybook", "paper", "paper-cut", "ink", "pencil", "crayon"),
    "bold": ("comic", "flat", "riso", "pixel", "clay"),
    "poster": ("noir", "neon", "vhs"),
}


def card_for(look: str) -> str:
    """The look of a title card in a film of this look; "" for the usual one."""
    return next((card for card, looks in _CARDS.items() if look in looks), "")
