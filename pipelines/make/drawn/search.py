"""Finding art for a word that no table holds: by its exact name, else by meaning; and a setting by meaning."""

import hashlib
import json
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pipelines.make.drawn.art import Icons, Part, keep
from pipelines.make.drawn.table import THINGS
from pipelines.make.drawn.things import Thing, all_things
from pipelines.make.drawn.words import SETTING_MEANING

if TYPE_CHECKING:
    from studio.meaning import Meaning

READY = Path(__file__).resolve().parents[3] / "assets" / "art-meaning.npz"
FITS = 0.6  # cosine from which a label means the word; lower ones are lookalikes ("axolotl" is no "axe": .49)
SETTING_FITS = 0.3

_NO_THING = re.compile(
    r"-face|^face|face-|button|arrow|keycap|-flag|flag-|oclock|thirty|-sign$|symbol|-(light|medium|dark)$|-(light|medium|dark)-"
    r"|^(man|woman|person|mx|mrs)-|hand|finger|thumb|fist|square|circle|diamond|triangle|^japanese|-suit$|mark|^input|blood-type"
    r"|cat-with|kissing|-cat$|monkey$|moon-face|heart|palms?-|squared|letters|prohibited|^no-|^non-|^sun-with|speech|anger|zzz"
    r"|^(aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces|ophiuchus|om|infinity|plus|minus"
    r"|divide|multiply|copyright|registered|trade-mark|information|restroom|cinema|dotted|wavy|curly|eye|eyes|nose|ear|mouth|tongue"
    r"|foot|leg|tooth|bone|pile-of-poo|cigarette|middle|kiss|lips|bust|couple|family|pregnant|hundred|cl|vs|ng|ok|sos|up|id)\b"
)
_MDI_ROOMS = (
    "Animal",
    "Nature",
    "Places",
    "Food / Drink",
    "Transportation + Flying",
    "Transportation + Other",
    "Transportation + Road",
    "Transportation + Water",
    "Hardware / Tools",
    "Holiday",
    "Music",
    "Science",
    "Sport",
    "Agriculture",
    "Gaming / RPG",
)
_MDI_NO = re.compile(
    r"-(outline|off|check|alert|cog|plus|minus|remove|edit|lock|sync|variant|circle|box|square|marker|clock|multiple|on|up|down)\b"
)


def may_be_thing(name: str) -> bool:
    """Whether a Fluent name is a thing that can stand in a scene: no face, sign, hand, flag or skin tone."""
    return not _NO_THING.search(name)


class Search:
    """Labels of both art packs with their embeddings, made once and kept as a part."""

    def __init__(self, fluent: Icons, mdi: Icons, meaning: "Meaning", part: Part) -> None:
        self._fluent, self._mdi, self._meaning, self._part = fluent, mdi, meaning, part

    def thing(self, phrase: str) -> Thing | None:
        """A thing that a phrase of one or two words means, or None when nothing fits well enough."""
        if not phrase.isascii():  # the model knows English; anything else it would only guess at
            return None
        tries = list(dict.fromkeys([phrase, *reversed(phrase.split())]))
        for words in tries:
            for form in (words, words.removesuffix("es"), words.removesuffix("s")):
                name = form.replace(" ", "-")
                if len(name) > 2 and may_be_thing(name) and self._fluent.body(name) is not None:
                    return self._with_size(words, f"fluent:{name}")
        arts, matrix = self._labels()
        best: tuple[float, str, str] = (0.0, "", "")
        for words in tries:
            row, score = self._meaning.nearest(words, matrix)[0]
            best = max(best, (score, words, arts[row]))
        if best[0] < FITS:
            return None
        return self._with_size(best[1], best[2])

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
        rows = self._labels()[1][-len(owners) :]
        row, score = self._meaning.nearest(art.partition(":")[2].replace("-", " "), rows)[0]
        near = owners[row]
        if score < 0.4 or near.art.startswith("person:"):
            return Thing((words,), art, 0.8, "g", 0)
        place = "g" if near.place == "w" and near.sunk > 0.15 and score < 0.6 else near.place
        return Thing((words,), art, near.tall, place, -1 if near.faces else 0)

    def _labels(self) -> tuple[list[str], np.ndarray]:
        """Arts and the embeddings of their names: Fluent's, silhouettes for what it lacks, the table's words.

        They come ready in assets/art-meaning.npz as long as the packs are the ones they were made from.
        """
        mark = f"{self._fluent.mark} {self._mdi.mark} {hashlib.sha256(THINGS.encode()).hexdigest()[:16]}"
        try:
            with np.load(READY) as ready:
                if str(ready["mark"]) == mark:
                    return str(ready["arts"]).split("\n"), ready["rows"].astype(np.float32) / ready["scale"]
        except (OSError, ValueError, KeyError):
            pass
        return self.labels()

    def labels(self) -> tuple[list[str], np.ndarray]:
        """The same, embedded now: some seconds on a fast core."""
        names = [n for n in self._fluent.names() if may_be_thing(n)]
        pairs = [(f"fluent:{n}", n.replace("-", " ")) for n in names]
        have = set(names)
        pairs += [(f"mdi:{n}", n.replace("-", " ")) for n in _silhouettes(self._mdi.file) if n not in have]
        pairs += [(thing.art, word) for thing in all_things() for word in thing.words]
        return [art for art, _ in pairs], self._kept("labels", [words for _, words in pairs])

    def keep_ready(self) -> None:
        """Write assets/art-meaning.npz anew, after the packs or the table changed (benchmarks/art_meaning.py)."""
        arts, rows = self.labels()
        scale = 127 / np.abs(rows).max()
        mark = f"{self._fluent.mark} {self._mdi.mark} {hashlib.sha256(THINGS.encode()).hexdigest()[:16]}"
        np.savez_compressed(
            READY, mark=mark, arts="\n".join(arts), rows=np.round(rows * scale).astype(np.int8), scale=scale
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


@lru_cache(maxsize=4)
def _silhouettes(icons: Path) -> tuple[str, ...]:
    """Names of one-colour icons that are things: of the right categories, short, no variants."""
    try:
        rooms = json.loads((icons.parent / "metadata.json").read_text(encoding="utf-8"))["categories"]
    except (OSError, ValueError, KeyError):
        return ()
    names = {n for room in _MDI_ROOMS for n in rooms.get(room, ()) if not _MDI_NO.search(n) and n.count("-") < 2}
    return tuple(sorted(names))


Seek = Callable[[], Search]
