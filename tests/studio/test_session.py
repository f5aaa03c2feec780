"""The verbs over a data folder: projects, given files, plans, runs as jobs, previews, films, archives."""

import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from studio.adjust import Adjustments
from studio.errors import PersonError
from studio.events import StepDone
from studio.ledger import Conflict
from studio.plan import PlanError
from studio.session import Session
from tests.studio.small_tools import RUNS, NoPacks, small_tools

CHAIN = '# Two words\n\na = say(text="good morning")\nb = first_word(text=a)\n'


@pytest.fixture
def session(tmp_path: Path) -> Session:
    RUNS.clear()
    return Session.open(tmp_path / "data", small_tools(), NoPacks())


def run(session: Session, project: str, targets: list[str] | None = None):
    return session.jobs.get(session.start(project, targets)).wait(20)


def test_a_run_leaves_takes_and_states_that_a_new_session_finds(session: Session) -> None:
    project = session.create("Words").id
    session.write_plan(project, CHAIN)
    assert {s.status for s in session.states(project).values()} == {"missing"}
    assert run(session, project).result.ok
    again = Session.open(session.data, small_tools(), NoPacks())
    assert {s.status for s in again.states(project).values()} == {"current"}
    assert [t.step for t in again.takes(project, "a")] == ["a"]
    assert [r["state"] for r in again.ledger.runs(project)] == ["done"]


def test_running_one_step_runs_only_what_it_needs(session: Session) -> None:
    project = session.create().id
    session.write_plan(project, CHAIN + 'c = say(text="not this")\n')
    run(session, project, ["b"])
    assert RUNS == ["say", "first_word"]
    assert session.states(project)["c"].status == "missing"


def test_a_plan_with_problems_is_kept_but_not_run(session: Session) -> None:
    project = session.create().id
    session.write_plan(project, "a = sai(text=1)\nb = say(txt='x')\nc = say(text=zz)\n")
    assert len(session.problems(project)) >= 3
    with pytest.raises(PlanError):
        session.start(project)
    assert session.states(project) == {}
    with pytest.raises(PersonError, match="empty"):
        session.start(session.create().id)


def test_two_tabs_editing_the_same_version_conflict(session: Session) -> None:
    project = session.create().id
    first = session.write_plan(project, CHAIN)
    session.write_plan(project, CHAIN + "# one\n", on=first.id)
    with pytest.raises(Conflict):
        session.write_plan(project, CHAIN + "# other\n", on=first.id)


def test_given_files_are_named_by_kind_and_found_by_content(session: Session, tmp_path: Path) -> None:
    project = session.create().id
    picture = tmp_path / "beach.dat"
    Image.new("RGB", (40, 30), "teal").save(picture, format="JPEG")
    first, second = session.give(project, picture), session.give(project, picture)
    assert [g.name for g in (first, second)] == ["photo1", "photo2"]
    assert first.kind == "Image"
    session.write_plan(project, "a = look_at(picture=photo1)\n")
    assert run(session, project).result.ok
    picture.unlink()
    assert session.givens(project)[0].artifact.path.exists()


@pytest.mark.parametrize("name", ["say", "a b", "../x", "", "1st", "class"])
def test_given_files_need_a_name_a_plan_can_use(session: Session, tmp_path: Path, name: str) -> None:
    picture = tmp_path / "beach.jpg"
    Image.new("RGB", (40, 30)).save(picture)
    project = session.create().id
    if name == "":
        assert session.give(project, picture, name).name == "photo1"
        return
    with pytest.raises(PersonError):
        session.give(project, picture, name)
    assert session.givens(project) == []


def test_an_archive_opens_elsewhere_with_everything_made(session: Session, tmp_path: Path) -> None:
    project = session.create("Words").id
    session.write_plan(project, CHAIN)
    session.write_plan(project, CHAIN.replace("morning", "evening"))
    run(session, project)
    session.undo(project)
    run(session, project)
    path = session.export(project, tmp_path / "words.zip")
    other = Session.open(tmp_path / "other", small_tools(), NoPacks())
    RUNS.clear()
    opened = other.import_archive(path)
    assert opened.name == "Words"
    assert other.text(opened.id) == session.text(project)
    assert {s.status for s in other.states(opened.id).values()} == {"current"}
    done = run(other, opened.id)
    assert RUNS == []
    assert done.result.made["b"].path.read_text() == "good"


@pytest.mark.parametrize(
    ("members", "words"),
    [
        (None, "damaged or not an archive"),
        ({}, "no project.json"),
        ({"project.json": "{"}, "cannot be read"),
        ({"project.json": "[" * 100_000}, "cannot be read"),
        ({"project.json": "[]"}, "not an object"),
        ({"project.json": json.dumps({"format": 99})}, "format 99"),
        ({"project.json": json.dumps({"format": 1})}, "'givens' is missing"),
        ({"project.json": json.dumps({"format": 1, "givens": [3], "takes": [], "versions": []})}, "a row"),
    ],
)
def test_a_broken_archive_is_a_sentence_and_brings_nothing(
    session: Session, tmp_path: Path, members: dict | None, words: str
) -> None:
    path = tmp_path / "bad.zip"
    if members is None:
        path.write_bytes(b"PK nothing")
    else:
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in members.items():
                archive.writestr(name, text)
    with pytest.raises(PersonError, match=words):
        session.import_archive(path)
    assert session.projects() == []


def test_an_archive_cannot_bring_false_files_or_paths(session: Session, tmp_path: Path) -> None:
    name = "0" * 64 + ".txt"
    for thing, words in ((name, "damaged"), ("../../evil.txt", None)):
        path = tmp_path / "evil.zip"
        row = {"name": "x", "kind": "Text", "thing": thing, "file": "x", "words": ""}
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(
                "project.json", json.dumps({"format": 1, "name": "n", "givens": [row], "takes": [], "versions": []})
            )
            archive.writestr(f"things/{thing}", "other bytes")
        if words:
            with pytest.raises(PersonError, match=words):
                session.import_archive(path)
        else:
            assert session.givens(session.import_archive(path).id) == []
    assert not list(tmp_path.rglob("evil.txt"))


def test_deleting_is_into_a_bin_and_duplicating_has_its_own_history(session: Session) -> None:
    project = session.create("Words").id
    session.write_plan(project, CHAIN)
    twin = session.duplicate(project)
    session.write_plan(twin.id, "# empty\n")
    assert session.text(project) == CHAIN
    session.delete(project)
    assert [p.id for p in session.projects()] == [twin.id]
    assert session.restore(project).name == "Words"
    assert session.text(project) == CHAIN


def test_clearing_the_cache_keeps_given_files_and_plans(session: Session, tmp_path: Path) -> None:
    project = session.create().id
    picture = tmp_path / "beach.jpg"
    Image.new("RGB", (40, 30)).save(picture)
    session.give(project, picture)
    session.write_plan(project, "a = look_at(picture=photo1)\n")
    run(session, project)
    assert session.clear() > 0
    assert len(session.givens(project)) == 1
    assert session.states(project)["a"].status == "missing"
    events, _ = session.jobs.get(session.start(project)).since(0)
    assert run(session, project).result.ok
    assert not [e for e in events if isinstance(e, StepDone) and e.recalled]


def test_an_empty_brief_is_a_sentence(session: Session) -> None:
    with pytest.raises(PersonError, match="brief is empty"):
        session.start_proposal(session.create().id, "  \n ")


def test_the_agent_plans_into_the_project_and_names_it(tmp_path: Path, tools: dict) -> None:
    session = Session.open(tmp_path, tools, NoPacks())
    project = session.create().id
    job = session.start_proposal(
        project,
        "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds.",
        writer="floor",
        adjustments=Adjustments(seconds=12, size="640x360", fps=25, seed=5, voice="joe"),
    )
    assert session.jobs.get(job).wait(30).state == "done"
    assert session.problems(project) == ()
    assert session.project(project).name != "Untitled film"
    cut = next(s for s in session.plan(project).steps if s.tool == "edit")
    film = next(s for s in session.plan(project).steps if s.tool == "render")
    assert {s.get("voice") for s in session.plan(project).steps if s.tool == "speak"} == {"joe"}
    assert (cut.get("seconds"), cut.get("fps"), film.get("size")) == (12, 25, "640x360")


@pytest.mark.parametrize("wrong", [{"seconds": -1}, {"seconds": 1e9}, {"fps": 0}, {"seed": -1}])
def test_adjustments_out_of_bounds_are_sentences(wrong: dict) -> None:
    with pytest.raises(PersonError):
        Adjustments(**wrong)
