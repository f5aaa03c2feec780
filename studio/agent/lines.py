"""Ready lines for films that are not stories, and titles made from a brief."""

import re

from studio.agent import english
from studio.agent.reading import Reading
from studio.agent.script import shorten

CLOSERS = ("Come and see.", "Come by soon.", "See you there.", "Try it for yourself.")
EXPLAIN = (
    ("Let us take it one step at a time.", "Look closely, and it is simpler than it seems."),
    ("First come the parts, and what each of them does.", "It helps to begin with what can be seen."),
    ("Then see how one thing leads to the next.", "One thing moves, and the next one follows."),
    ("Small steps, repeated, make the whole thing work.", "Put together, the pieces make one picture."),
    ("Take away one part, and everything changes.", "It is all around us, once we know where to look."),
    ("And that is the idea, in a nutshell.", "Now you can look at it with other eyes."),
)
POEM = {
    "calm": (
        ("Nothing hurries.", "Nothing here is in a hurry."),
        ("Listen.", "Listen: it is almost nothing."),
        ("The light moves, and that is all that moves.", "Only the light moves."),
        ("A small thing, and the whole day in it.", "So small, and the whole day fits inside."),
        ("Stay a little.", "Stay. There is time."),
        ("Then it is quiet again.", "And then, only quiet."),
    ),
    "bright": (
        ("Look at that.", "Oh, look."),
        ("Everything is awake.", "Nobody told the day to be modest."),
        ("One more time, only louder.", "Again, and again, and again."),
        ("It could not wait until tomorrow.", "There is no better hour than this one."),
        ("And everyone is invited.", "Come in, come in."),
        ("What a thing to be here for.", "And that was only the beginning."),
    ),
    "dim": (
        ("Nobody is coming. That is all right.", "Some hours belong to no one."),
        ("It sounds like something once said.", "It almost says a name."),
        ("There was a day like this before.", "It has been like this before."),
        ("What is gone keeps its place.", "The empty chair is still a chair."),
        ("Wait, and it grows softer.", "Slowly, it grows softer."),
        ("Then even this goes by.", "And it goes on, without us, gently."),
    ),
}
REMEMBER = (
    ("Some days stay with us.", "This is how we remember it."),
    ("Nobody was counting the hours.", "It felt like there was time for everything."),
    ("Look at that light.", "It is the small things that stay."),
    ("One picture, and it all comes back.", "It was exactly like this."),
    ("We will tell it again and again.", "And it gets better every time we tell it."),
    ("Until the next time.", "That was us, that day."),
)

# What each shot of such a film brings, told to whoever writes it; spread over as many shots as there are.
BRINGS = {
    "explainer": (
        "the question, in something one can see at home or outdoors",
        "the things that take part, by name",
        "what happens first, and why",
        "what follows from it",
        "a comparison with something everybody knows",
        "what would be different without it",
        "where to see it for oneself",
    ),
    "poem": (
        "the place",
        "a sound",
        "a small thing, close up",
        "the light",
        "something that moves",
        "how it ends",
    ),
    "photos": (
        "where it was",
        "a small thing that happened",
        "a face or a hand, a detail",
        "what was eaten, worn or carried",
        "the weather and the light",
        "what is kept of it",
    ),
    "advert": (
        "what it is like without",
        "what it is",
        "up close: what it is made of",
        "how it is used",
        "what changes",
    ),
}


def brings(purpose: str, index: int, count: int) -> str:
    """What shot `index` of `count` must bring in a film that is no story."""
    beats = BRINGS.get(purpose) or BRINGS["photos"]
    return beats[index * len(beats) // max(1, count)]


def titled(reading: Reading) -> str:
    """A title: the person's own, else the name of who or what the film is about, at most 60 characters."""
    own = next((q for q, how in reading.quotes if how == "title"), "")
    if own:
        return shorten(own, 80)
    if not reading.english:
        return shorten(reading.told[0].rstrip(".!?。؟ "), 60) if reading.told else reading.brief[:40] or "Film"
    first = reading.told[0].rstrip(".") if reading.told else ""
    tale = reading.tale
    if reading.purpose == "advert":
        head = re.split(r"[:,;.]|\s[–—-]\s", first)[0]
        brand = next((n for n in reading.names if n in head), "") or (reading.names[0] if reading.names else "")
        return brand or english.title_case(shorten(head, 50)).rstrip(".…") or "New"
    if reading.purpose == "announcement":
        return _news(first, 64) or (reading.names[0] if reading.names else "News")
    if reading.purpose == "explainer":
        return shorten(english.capital(re.split(r"[:;]\s", first)[0]), 60).rstrip(".")
    if tale.hero and tale.hero.plain and len(tale.hero.plain) < 40:
        hero = tale.hero.name or _headed(tale.hero.plain, tale.hero.before, tale.hero.plural)
        other = tale.other
        if (
            other
            and other.plain
            and len(other.plain) < 30
            and tale.verb
            and other.before in ("a", "an", "one", "another")
        ):
            thing = other.name or _headed(other.plain, other.before, other.plural)
            return english.title_case(f"{hero} and {thing[:1].lower() + thing[1:] if not other.name else thing}")
        return english.title_case(hero)
    return (
        english.title_case(_news(first, 60).rstrip(".…"))
        or (reading.things and english.title_case(reading.things[0]))
        or "Untitled"
    )


def _news(told: str, most: int) -> str:
    """What is announced, without when and where if it is long: "An invitation to Emma and Jonas's wedding"."""
    if len(told) <= most:
        return told
    ends = [m.start() for m in re.finditer(r"[,;:.]|\s(?:on|at|in|from|until|behind|next|near|with)\s", told)]
    end = max((at for at in ends if 12 <= at <= most), default=0)
    return told[:end].rstrip() if end else shorten(told, most)


def _headed(plain: str, before: str, plural: bool) -> str:
    """ "The Lighthouse Keeper", "Two Friends", "My Grandmother", "Rain"."""
    if before in ("a", "an", "the", "this", "that", "one", "some", "another"):
        return f"The {plain}"
    return f"{before} {plain}".strip()
