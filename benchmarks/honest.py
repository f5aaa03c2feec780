"""Whether drawn pictures are honest: what a scene names is in the picture, or a note says that it is not.

    python benchmarks/honest.py [--all]

The scenes of honest.txt say more than one picture holds; what each names and what is done in it was written down by
hand. `things` and `deeds`: the share of them that is drawn or told; `drawn_things`: the share that is drawn. `--all`
also prints each scene's notes. The last line is one JSON object.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.pictures_briefs import desk, recipe_of  # noqa: E402
from studio.work import Work  # noqa: E402


def scenes() -> list[tuple[str, list[str], list[str]]]:
    """Each scene with the things it names and what is done in it."""
    text = (Path(__file__).parent / "honest.txt").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line and not line.startswith("#")]
    return [(a.strip(), *([w.strip() for w in each.split(",") if w.strip()] for each in (b, c))) for a, b, c in rows]


def noted(words: str, seed: int, work: Work) -> tuple[list[str], set[str], set[str]]:
    """A picture's notes, the names of all that is in it, and what is done in it."""
    from pipelines.make.drawn.missed import missed
    from pipelines.make.drawn.picture import build
    from pipelines.make.drawn.recipe import cast_of, ordered

    notes: list[str] = []
    recipe = recipe_of(words, seed)
    cast = cast_of(work, recipe)
    order = ordered(recipe, cast, work, notes.append)
    shown = build(order, cast, 0.3, lambda share, told: None, still=True).shown
    notes += missed(order.words, shown, order.unfit)
    return notes, {*shown.names, shown.setting}, set(shown.acts) | ({"goes"} if shown.goes else set())


def main(words: list[str]) -> None:
    """Draw all scenes and count."""
    from pipelines.make.drawn.deeds import ACT_OF, GOES
    from pipelines.make.drawn.words import SETTING_WORDS

    count = dict.fromkeys(("things", "drawn_things", "silent_things", "deeds", "drawn_deeds", "silent_deeds"), 0)
    with desk() as work:
        for n, (scene, things, done) in enumerate(scenes(), start=1):
            notes, names, acts = noted(scene, n, work)
            said = " ".join(notes)
            silent = []
            for thing in things:
                drawn = thing in names or SETTING_WORDS.get(thing) in names
                count["things"] += 1
                count["drawn_things"] += drawn
                silent += [thing] if not drawn and thing not in said else []
            count["silent_things"] += len(silent)
            for deed in done:
                drawn = deed in acts or ACT_OF.get(deed) in acts or (deed in GOES and "goes" in acts)
                count["deeds"] += 1
                count["drawn_deeds"] += drawn
                count["silent_deeds"] += not drawn and deed not in said
                silent += [deed] if not drawn and deed not in said else []
            if silent or "--all" in words:
                print(f"{scene}: silent {silent}; notes {notes}")
    print(json.dumps(count))


if __name__ == "__main__":
    main(sys.argv[1:])
