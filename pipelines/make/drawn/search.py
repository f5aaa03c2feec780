"""Finding art for a word that no table holds: by its exact name, else by meaning; and a setting by meaning."""

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pipelines.make.drawn.art import Icons, Part, keep
from pipelines.make.drawn.table import PEOPLE, THINGS
from pipelines.make.drawn.things import Thing, all_things
from pipelines.make.drawn.words import SETTING_MEANING

if TYPE_CHECKING:
    from studio.meaning import Meaning

READY = Path(__file__).resolve().parents[3] / "assets" / "art-meaning.npz"
FITS = 0.6  # cosine from which a label that shares the noun means the word ("steaming bowl")
SAME = 0.8  # cosine from which another word means the same; lower ones are neighbours ("clockmaker" is no "clock")
SETTING_FITS = 0.42

_NO_THING = re.compile(
    r"-face|^face|face-|button|arrow|keycap|-flag|flag-|oclock|thirty|-sign$|symbol|-(light|medium|dark)$|-(light|medium|dark)-"
    r"|^(man|woman|person|mx|mrs)-|hand|finger|thumb|fist|square|pouring|potable|-water$|level-slider|vulcan|mens-room|womens|biting|breast|muted|hot-springs|waxing|waning|gibbous|moon-|hole$|knot$|wing$|weary|circle|diamond|triangle|^japanese|-suit$|mark|^input|blood-type"
    r"|cat-with|kissing|-cat$|monkey$|moon-face|heart|palms?-|squared|letters|prohibited|^no-|^non-|^sun-with|speech|anger|zzz"
    r"|^(aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces|ophiuchus|om|infinity|plus|minus"
    r"|divide|multiply|copyright|registered|trade-mark|information|restroom|cinema|dotted|wavy|curly|eye|eyes|nose|ear|mouth|tongue"
    r"|foot|leg|tooth|bone|pile-of-poo|cigarette|middle|kiss|lips|bust|couple|family|pregnant|hundred|cl|vs|ng|ok|sos|up|id)\b"
    r"|^(ninja|skier|snowboarder|santa-claus|mrs-claus|mx-claus|goblin|ogre|troll|genie|prince|princess|old-man|old-woman"
    r"|older-person|artist|astronaut|cook|farmer|firefighter|judge|mechanic|pilot|scientist|singer|student|teacher"
    r"|technologist|factory-worker|office-worker|health-worker|police-officer|construction-worker|guard|detective|baby"
    r"|baby-angel|boy|girl|child|people-hugging|selfie|breast-feeding|wedding|slot-machine)$"
)


def may_be_thing(name: str) -> bool:
    """Whether a Fluent name is a thing that can stand in a scene: no face, sign, hand, flag or skin tone."""
    return not _NO_THING.search(name)


def singles(word: str) -> tuple[str, ...]:
    """A word as it is and, last, without its plural's ending."""
    if word.endswith("ies") and len(word) > 4:
        return (word, word[:-3] + "y")
    if word.endswith("ves"):
        return (word, word[:-3] + "f")
    if word.endswith(("ches", "shes", "xes", "sses", "oes")):
        return (word, word[:-2])
    return (word, word.removesuffix("s")) if not word.endswith("ss") else (word,)


class Search:
    """The names of all art with their embeddings, made once and kept as a part."""

    def __init__(self, fluent: Icons, meaning: "Meaning", part: Part) -> None:
        self._fluent, self._meaning, self._part = fluent, meaning, part

    def thing(self, phrase: str) -> Thing | None:
        """A thing that a noun, or two words that end in one, means; None when nothing surely does.

        A wrong thing spoils a picture and a missing one does not: a name must be the word, or share its noun and be
        near in meaning, or mean the same.
        """
        if not phrase.isascii():  # the model knows English; anything else it would only guess at
            return None
        tries = list(dict.fromkeys([phrase, phrase.split()[-1]]))  # the noun itself last, never what describes it
        for words in tries:
            for form in singles(words):
                name = form.replace(" ", "-")
                if len(name) > 2 and may_be_thing(name) and self._fluent.body(name) is not None:
                    return self._with_size(words, f"fluent:{name}")
        arts, labels, matrix = self._labels()
        for words in tries:
            noun = singles(words.split()[-1])[-1]
            for row, score in self._meaning.nearest(words, matrix)[:3]:
                if score >= SAME or (score >= FITS and singles(labels[row].split()[-1])[-1] == noun):
                    return self._with_size(words, arts[row])
        return None

    def setting(self, text: str) -> str:
        """The setting a text means, "" when none is near."""
        names = tuple(SETTING_MEANING)
        row, score = self._meaning.nearest(text[:400], self._kept("settings", [SETTING_MEANING[n] for n in names]))[0]
        return names[row] if score >= SETTING_FITS else ""

    def _with_size(self, words: str, art: str) -> Thing:
        """The art as a thing, as tall as the thing of the table it is nearest to, and at home where that is."""
        known = next((t for t in all_things() if t.art == art), None)
        if known:
            return Thing((words,), known.art, known.tall, known.place, known.faces, known.sunk)
        owners = [thing for thing in all_things() for _ in thing.words]  # the table's words are the last labels
        rows = self._labels()[2][-len(owners) :]
        row, score = self._meaning.nearest(art.partition(":")[2].replace("-", " "), rows)[0]
        near = owners[row]
        if score < 0.55 or near.art.startswith("person:"):  # nothing tells how large it is: a thing for a hand
            return Thing((words,), art, 0.4, "o", 0)
        place = near.place if near.place in "gso" or score > 0.6 else "o"
        return Thing((words,), art, near.tall, place, -1 if near.faces else 0)

    def _mark(self) -> str:
        return f"2 {self._fluent.mark} {hashlib.sha256((THINGS + PEOPLE).encode()).hexdigest()[:16]}"

    def _labels(self) -> tuple[list[str], list[str], np.ndarray]:
        """Arts, their names, and the names' embeddings: Fluent's, then the table's words.

        They come ready in assets/art-meaning.npz as long as the pack is the one they were made from.
        """
        try:
            with np.load(READY) as ready:
                if str(ready["mark"]) == self._mark():
                    rows = ready["rows"].astype(np.float32) / ready["scale"]
                    return str(ready["arts"]).split("\n"), str(ready["labels"]).split("\n"), rows
        except (OSError, ValueError, KeyError):
            pass
        return self.labels()

    def labels(self) -> tuple[list[str], list[str], np.ndarray]:
        """The same, embedded now: some seconds on a fast core."""
        pairs = [(f"fluent:{n}", n.replace("-", " ")) for n in self._fluent.names() if may_be_thing(n)]
        pairs += [(thing.art, word) for thing in all_things() for word in thing.words]
        labels = [words for _, words in pairs]
        return [art for art, _ in pairs], labels, self._kept("labels", labels)

    def keep_ready(self) -> None:
        """Write assets/art-meaning.npz anew, after the pack or the table changed (benchmarks/art_meaning.py)."""
        arts, labels, rows = self.labels()
        scale = 127 / np.abs(rows).max()
        small = np.round(rows * scale).astype(np.int8)
        np.savez_compressed(
            READY, mark=self._mark(), arts="\n".join(arts), labels="\n".join(labels), rows=small, scale=scale
        )

    def _kept(self, name: str, texts: list[str]) -> np.ndarray:
        mark = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
        path = self._part(f"paint-meaning-{name}-{mark}.npy")
        try:
            return np.asarray(np.load(path))
        except (OSError, ValueError, EOFError):
            made = self._meaning.embed(texts)
            keep(path, made)
            return made
