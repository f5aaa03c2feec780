"""Makes assets/art-meaning.npz: the names of all art as embeddings, so that no machine has to compute them first.

    python benchmarks/art_meaning.py

Run it after a change of the art packs, of the embedding model, or of pipelines/make/drawn/table.py.
"""

import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Fetch the packs it needs, embed every label, write the file."""
    import os

    import platformdirs

    from pipelines.make.drawn.art import Icons
    from pipelines.make.drawn.search import READY, Search
    from studio.meaning import Meaning
    from studio.packs import Packs

    folder = (
        os.environ.get("REELWRIGHT_PACKS") or Path(platformdirs.user_data_dir("reelwright", appauthor=False)) / "packs"
    )
    packs = Packs(Path(folder), ROOT / "assets" / "packs.toml")
    fluent, model = (
        packs.find(name) if packs.ready(name) else packs.fetch(name, lambda share, words: None, threading.Event())
        for name in ("fluent-emoji", "minilm")
    )
    with tempfile.TemporaryDirectory() as parts:
        Search(Icons(fluent), Meaning(model), lambda name: Path(parts) / name).keep_ready()
    print(f"{READY.relative_to(ROOT)}: {READY.stat().st_size} bytes")


if __name__ == "__main__":
    main()
