"""Feelings: which words name them, and what they do to a body."""

from dataclasses import replace

from pipelines.make.drawn.stance import STAND, STILL, Stance, mixed

_WORDS = {
    "happy": "happy happily smiles smiling smile cheerful cheers joyful joyfully joy glad merry delighted proud "
        "proudly "
             "friendly excited playful content pleased celebrates hopeful grateful",
    "laugh": "laughs laughing laugh laughter giggles chuckles grins",
    "sad": "sad sadly sadness lonely alone unhappy gloomy miserable melancholy heartbroken grieves mourns disappointed "
           "hopeless sorrow sorrowful misses grief",
    "weep": "weeps weeping weep cries crying cry tears sobs sobbing",
    "angry": "angry angrily anger furious rage mad shouts shouting yells argues quarrels quarrel annoyed scolds",
    "afraid": "afraid fear frightened scared scares terrified fearful worried anxious nervous panics trembles shivers",
    "surprised": "surprised surprise astonished amazed shocked startled gasps wonder wonders marvels awe stunned",
    "calm": "calm calmly peaceful serene relaxed meditates quietly thoughtful",
    "tired": "tired weary exhausted sleepy yawns bored sick ill weak",
    "asleep": "sleeps sleeping asleep dreams dreaming naps dozes snores sleep",
    "love": "love loves loving lovers kiss kisses adores tender tenderly",
}  # fmt: skip
FEELING_OF = {word: feeling for feeling, words in _WORDS.items() for word in words.split()}
FEELINGS = ("calm", "happy", "laugh", "sad", "weep", "angry", "afraid", "surprised", "tired", "love", "asleep")
_NOT = frozenset({"not", "never", "no", "longer"})


def feeling_of(words: tuple[str, ...]) -> str:
    """The feeling that words name, the last said before them winning over none; "" where they name none."""
    for i, word in enumerate(words):
        if word in FEELING_OF and not _NOT & set(words[max(0, i - 2) : i]):
            return FEELING_OF[word]
    return ""


_STANDS = {  # how somebody who only stands does it
    "sad": "sad", "weep": "weep", "angry": "akimbo", "afraid": "shrink", "surprised": "gape", "love": "hands",
}  # fmt: skip
_OWN = {
    "sad": Stance((9, 8), (2, 10), (3, -4), (-2, -4), lean=5, nod=15),
    "hands": Stance((32, 96), (28, 98), nod=-2),
}
_HEAD = {"sad": (4, 12), "weep": (5, 13), "angry": (5, 3), "afraid": (-5, 3), "tired": (6, 11), "happy": (-1, -3),
         "laugh": (-3, -6), "surprised": (-4, -4), "asleep": (3, 15)}  # fmt: skip


def felt(stance: Stance, act: str, feeling: str) -> Stance:
    """The stance of somebody who feels so."""
    if act in ("stand", "hold") and feeling in _STANDS and act == "stand":
        name = _STANDS[feeling]
        return _OWN.get(name) or STILL.get(name) or stance
    lean, nod = _HEAD.get(feeling, (0, 0))
    if act in ("weep", "laugh", "lie", "bow") or not (lean or nod):
        return stance
    if act in ("walk", "run") and feeling in ("sad", "tired"):
        stance = mixed(stance, STAND, 0.25)
    return replace(stance, lean=stance.lean + lean, nod=stance.nod + nod)
