"""The README is true: each verb's help, and the two commands it opens with."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("verb", ["", "film", "plan", "run", "tools", "packs", "listen", "clear"])
def test_the_readme_shows_each_verbs_help(verb: str) -> None:
    environment = {**os.environ, "COLUMNS": "100"}
    command = [sys.executable, "app.py", *([verb] if verb else []), "--help"]
    shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    # Python 3.12 words two headings otherwise; white space is the terminal's.
    assert " ".join(shown.split()) in " ".join(readme.split()), f"README.md lacks: {' '.join(command[1:])}"


def test_the_readme_opens_with_the_two_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = readme.index("pip install -r requirements.txt && python app.py")
    second = readme.index("pip install -r requirements-dev.txt && python -m pytest")
    assert first < second < readme.index("\n## ")
    assert "pip install -q -r requirements-dev.txt && python -m pytest" in (ROOT / ".ci/run").read_text()


def test_every_room_and_picture_the_readme_names_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    import re

    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme):
        assert (ROOT / picture).is_file(), picture
    tree = readme[readme.index("## The tree") : readme.index("## Adding a tool")]
    for name in re.findall(r"\b([a-z_]+\.py)\b", tree):
        assert list(ROOT.glob(f"**/{name}")), f"the tree names {name}, which is not there"
