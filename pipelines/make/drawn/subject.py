"""A thing of a scene, as its words tell it."""

from dataclasses import dataclass

from pipelines.make.drawn.things import Thing


@dataclass(frozen=True)
class Subject:
    """A thing of the scene and how many of it. `about` are the words said of it, `doing` what follows it."""

    thing: Thing
    word: str
    count: int = 1
    about: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    holding: str = ""  # what is in its hand
    far: bool = False  # in the distance
    act: str | None = None  # what it does, where somebody has decided it
    feeling: str = ""
    turn: int = 0  # of several who do something by turns (talk), who is first
    wear: str = ""  # what the place or the weather asks it to wear
    seat: str = ""  # how it sits or lies on the thing it is `by`: the act that says how the legs are held
    at: str = ""  # where it is to another thing: on, under, in, behind, before, above, at
    by: str = ""  # the word of that thing
    asked: int = 0  # how many the words ask for; more than `count` where one picture cannot hold them
    text: str = ""  # the words that stand on it, or on what is in its hand
