"""What somebody does: from the words after a person to an act of the stage."""

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.things import by_word
from pipelines.make.drawn.words import DETERMINERS, NUMBERS

STAND_IN = "zq"  # how a word begins that stands for a character of the film
_MOST = 12  # words after somebody that may still say what he does
_ENDS = frozenset(["who", "whose", "which", "while", "as", "when", "because", ",", "but"])

_ACTS = {
    "walk": "walks walking walk strolls strolling wanders wandering wander hikes hiking goes going arrives arriving "
    "arrive comes coming crosses crossing cross follows leaves leaving returns returning enters entering approaches "
    "marches march marching wades trudges steps stepping explores exploring",
    "run": "runs running run races racing jogs jogging chase chases chasing hurries hurrying sprints flees escapes"
    " rushes",
    "wave": "waves waving wave greets greeting welcomes farewell goodbye calls befriends",
    "climb": "climbs climbing climb ascends",
    "point": "points pointing shows showing conducts directs",
    "listen": "listens listening listen hears",
    "lean": "leans leaning leant",
    "eat": "eats eating eat dines dining drinks drinking drink sips",
    "talk": "explains explaining teaches teaching presents presenting speaks speaking talks talking says tells telling "
            "chats chatting discusses discuss talk speak argues argue quarrel quarrels asks shouts interviews "
                "meet meets",
    "sing": "sings singing sing",
    "dance": "dances dancing dance",
    "jump": "jumps jumping jump leaps leaping hops skips",
    "cheer": "celebrates celebrating cheers cheering cheer applauds claps wins",
    "laugh": "laughs laughing laugh giggles",
    "weep": "weeps weeping cries crying weep cry sobs sobbing",
    "carry": "carries carrying carry brings delivers bringing",
    "read": "reads reading read studies studying",
    "write": "writes writing write draws drawing signs sketches sews knits",
    "paint": "paints painting paint",
    "cook": "cooks cooking cook stirs stirring bakes kneads kneading pours",
    "type": "types typing programs codes",
    "dig": "digs digging plants planting gardens harvests picks gathers sweeps",
    "lie": "lies lying sleeps sleeping sleep asleep naps dreams dreaming dream",
    "sit": "sits sitting sit seated rests resting rest waits meditates rides riding sat",
    "kneel": "kneels kneeling kneel crouches crouching",
    "think": "thinks thinking ponders wonders considers",
    "pray": "prays praying begs",
    "bow": "bows bowing bow",
    "hug": "hugs hugging hug embraces embrace cuddles kiss kisses",
    "push": "pushes pushing push shoves pulls",
    "shake": "shakes shake shaking",
    "look up": "gazes stargazing marvels stares gazing",
    "row": "rows rowing paddles paddling",
    "steer": "drives driving steers",
    "fish": "fishes fishing",
    "swim": "swims swimming swim",
    "play": "plays playing play",
    "hold": "holds holding hold lights raises lifts raising lifting shows offers",
}  # fmt: skip
HAND_IN_HAND = "handinhand"  # the word that stands for it in a scene read
_ACTS["hand in hand"] = HAND_IN_HAND
ACT_OF = {word: act for act, words in _ACTS.items() for word in words.split()}
# What takes somebody, or a beast or a machine, from one place to another.
GOES = frozenset(
    {w for act in ("walk", "run") for w in _ACTS[act].split()}
    | set(["drives", "driving", "drive", "gallops", "trots", "swims", "swimming", "swim", "sails", "sailing",
        "flies", "flying", "fly", "soars", "soaring", "glides"])
    | set(["goes", "hops", "hopping", "crawls", "rolls", "passes", "speeds"])
)  # fmt: skip
_WITH_HANDS = frozenset(
    {"overalls", "vest", "apron", "labcoat", "scrubs"}
)  # clothes of those who work with their hands
_SEATS = frozenset({"desk", "computer", "laptop"})


def said_of(low: list[str], start: int) -> tuple[str, ...]:
    """The words that may tell what somebody does who is named before `start`: to the next stop, or until another one
    takes over. What two do together ("a girl and a boy dance") is said of both."""
    table = by_word()
    found: list[str] = []
    joined = start < len(low) and low[start] in ("and", ",")
    for n, word in enumerate(low[start : start + _MOST], start):
        if word == "," and "".join(low[n + 1 : n + 2]) in ("he", "she", "they", "it"):
            continue  # "Mira is sad. She sits": the same one
        if word in _ENDS and not (word == "," and not found):
            break
        thing = table.get(word)
        person = thing is not None and thing.art.startswith("person:") and word not in ACT_OF
        person = person or word.startswith(STAND_IN)
        if person and not joined:
            break
        joined = word in ("and",) or (joined and (word in DETERMINERS or word in NUMBERS or thing is None))
        found.append(word)
    return tuple(found)


def act_of(doing: tuple[str, ...], costume: Costume) -> str:
    """The act that the words ask for; someone who holds something holds it up."""
    acts = [ACT_OF[word] for word in doing if word in ACT_OF]
    instrument = costume.held if costume.held in ("violin", "cello", "trombone", "guitar", "flute", "drum") else ""
    instrument = "flute" if costume.held == "trumpet" else instrument
    if "look" in doing or "looks" in doing or "looking" in doing:
        acts += ["look up"] if {"up", "stars", "sky", "moon"} & set(doing) else []
    if instrument and (not acts or "play" in acts or acts[0] in ("hold", "sit")):
        return instrument
    if acts and acts[0] == "play":
        acts = acts[1:] or ["cheer" if costume.child else "stand"]
    if HAND_IN_HAND in doing and len(set(acts)) > 1:  # beside it they walk, or look at something
        acts = [a for a in acts if a != "hand in hand"]
    if "hands" in doing and "holding" in doing:
        acts = [a for a in acts if a != "hold"]
    if not acts:
        busy = bool({"works", "working", "work"} & set(doing)) or doing[:1] == ("at",)
        works = {"works", "working", "sits"} & set(doing) and _SEATS & set(doing)
        if busy and not works and costume.body in _WITH_HANDS:
            return "work"
        return "type" if works else "hold" if costume.held else "stand"
    if acts[0] == "sit" and "read" in acts:
        return "read sitting"
    if acts[0] == "sit" and "eat" in acts:
        return "eat"
    if acts[0] == "sit" and len(acts) > 1 and acts[1] in ("type", "row", "steer", "lie"):
        return acts[1] if acts[1] != "lie" else "sit"
    if acts[0] == "sit" and _SEATS & set(doing):
        return "type"
    return acts[0]
