"""The command line under bad input: a sentence on standard error, a last JSON object, and nothing left behind."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.test_app import ROOT, app


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["film", ""], "brief is empty"),
        (["film", "a film", "--seconds", "-3"], "between half a second and two hours"),
        (["film", "a film", "--given", "photo1"], "--given takes NAME=FILE"),
        (["film", "a film", "--given", "photo1=nowhere.jpg"], "no file 'nowhere.jpg'"),
        (["film", "a film", "--given", "photo1=tests"], "is a folder"),
        (["film", "a film", "--given", f"photo1={'n' * 300}"], "cannot be read: File name too long"),
        (["film", "a film", "--out", "tests"], "is a folder"),
        (["film", "a film", "--out", f"{'n' * 300}.mp4"], "File name too long"),
        (["run", "n" * 300], "cannot be read as a plan"),
        (["run", "LICENSE", "--given", "film=film.mp4"], "would replace film.mp4"),
        (["film", "a film", "--out", "film.avi"], "let the name end in .mp4"),
        (["film", "a film", "--out", "nowhere/film.mp4"], "does not exist"),
        (["film", "a film", "--size", "big"], "[Ss]ize"),
        (["run", "nowhere.plan"], "no file nowhere.plan"),
        (["run", "app.py"], "[Ll]ine \\d+"),
        (["tools", "painte"], "no tool named 'painte'"),
        (["packs", "get"], "Name the packs"),
        (["packs", "get", "nothing"], "nothing"),
    ],
)
def test_bad_input_is_a_sentence_on_standard_error(tmp_path: Path, packs, arguments: list[str], words: str) -> None:
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path), "REELWRIGHT_PACKS": str(packs.folder)}
    done = app(environment, *arguments)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(words, done.stderr), done.stderr
    assert "Traceback" not in done.stderr
    assert not (ROOT / "film.mp4").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["film", ""],
        ["film", "a film", "--seconds", "-3"],
        ["run", "nowhere.plan"],
        ["run", "LICENSE"],
        ["run", "nofilm.plan"],
        ["film", "a film", "--given", "photo1=nowhere.jpg"],
    ],
)
def test_json_is_an_object_a_line_and_ends_in_the_error(tmp_path: Path, packs, arguments: list[str]) -> None:
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path / "d"), "REELWRIGHT_PACKS": str(packs.folder)}
    (tmp_path / "nofilm.plan").write_text('a = title(text="only a card")\nb = still(film=a)\n')
    done = app(environment, *arguments, "--json", cwd=tmp_path)
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert objects[-1]["error"]
    assert objects[-1]["error"] in done.stderr


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ("1281x721", "Line 3: A film's sides are even: write 1280x720"),
        ("16x16", "each side is from 64"),
        ("wide", "1280x72"),
    ],
)
def test_a_size_that_cannot_be_is_told_before_anything_is_made(tmp_path: Path, packs, size: str, words: str) -> None:
    plan = tmp_path / "a.plan"
    plan.write_text(f'shot1 = title(text="x")\ncut = edit(shots=[shot1])\nfilm = render(cut=cut, size="{size}")\n')
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path / "d"), "REELWRIGHT_PACKS": str(packs.folder)}
    done = app(environment, "run", str(plan), "--out", str(tmp_path / "film.mp4"))
    assert done.returncode == 1
    assert words in done.stderr
    assert not list((tmp_path / "d" / "store" / "things").iterdir())


def test_a_brief_that_is_refused_leaves_no_project(tmp_path: Path, packs) -> None:
    from studio.ledger import Ledger

    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path / "d"), "REELWRIGHT_PACKS": str(packs.folder)}
    assert app(environment, "film", "a film", "--given", "photo1=nowhere.jpg").returncode == 1
    assert app(environment, "film", "").returncode == 1
    assert Ledger(tmp_path / "d" / "ledger.sqlite3").projects() == []


def test_tools_and_packs_need_no_data_folder(tmp_path: Path, packs) -> None:
    (tmp_path / "file").write_text("in the way")
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path / "file"), "REELWRIGHT_PACKS": str(packs.folder)}
    assert "paint" in app(environment, "tools").stdout
    assert "general-user" in app(environment, "packs").stdout
    assert "a file is in the way" in app(environment, "plan", "a whale").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path, packs) -> None:
    os.mkfifo(tmp_path / "pipe")
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path / "d"), "REELWRIGHT_PACKS": str(packs.folder)}
    done = app(environment, "plan", "a film", "--given", f"photo1={tmp_path / 'pipe'}")
    assert "not a file but a pipe" in done.stderr


def test_words_that_are_not_utf8_are_planned_all_the_same(tmp_path: Path, packs) -> None:
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path / "d"), "REELWRIGHT_PACKS": str(packs.folder)}
    done = app(environment, "plan", "a whale \udcff at dawn", "--writer", "floor")
    assert done.returncode == 0, done.stderr
    assert "render(" in done.stdout


def test_twelve_problems_are_told_at_once_each_with_its_line(tmp_path: Path, packs) -> None:
    plan = tmp_path / "bad.plan"
    plan.write_text("".join(f'a{n} = painte(scene="x")\n' for n in range(12)))
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path / "d"), "REELWRIGHT_PACKS": str(packs.folder)}
    done = app(environment, "run", str(plan), "--out", str(tmp_path / "film.mp4"))
    assert done.returncode == 1
    for line in range(1, 13):
        assert f"Line {line}:" in done.stderr
    assert "paint" in done.stderr


@pytest.mark.parametrize(("name", "content"), [("photo.jpg", b"hello"), ("clip.mp4", b""), ("song.mp3", b"\0" * 999)])
def test_a_given_file_that_is_not_what_it_says_is_a_sentence(tmp_path: Path, packs, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    environment = {**os.environ, "REELWRIGHT_DATA": str(tmp_path / "d"), "REELWRIGHT_PACKS": str(packs.folder)}
    done = app(environment, "plan", "a film of it", "--given", f"thing1={tmp_path / name}")
    given_text = name == "photo.jpg" and done.returncode == 0  # a text is a text, whatever its name
    assert given_text or done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    if not given_text:
        assert name in done.stderr
