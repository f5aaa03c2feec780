"""What is said of where things are, and of who is with whom."""

import pytest

from pipelines.make.drawn.read import read_scene


@pytest.mark.parametrize(
    ("text", "word", "at", "by"),
    [
        ("a cat sleeps on a sofa", "cat", "on", "sofa"),
        ("a man sleeps under a big old tree", "man", "under", "tree"),
        ("a boy behind a tree in the forest", "boy", "behind", "tree"),
        ("a fisherman in a small boat on a lake", "fisherman", "in", "boat"),
        ("a dog in front of a house", "dog", "before", "house"),
        ("a cat and a dog", "cat", "", ""),
        ("a book on top of a table", "book", "on", "table"),
        ("a surgeon operates on a patient", "surgeon", "beside", "patient"),
        ("a pianist plays the grand piano on a stage", "pianist", "at", "grand piano"),
        ("a man knocks at a door", "man", "beside", "door"),
        ("a dog on a green hill above a house", "dog", "", ""),
        ("a bird above a house", "bird", "above", "house"),
    ],
)
def test_where_things_are_to_each_other(text: str, word: str, at: str, by: str) -> None:
    subject = next(s for s in read_scene(text).subjects if s.word == word)
    assert (subject.at, subject.by) == (at, by)


def test_who_is_with_somebody_who_runs_runs_too() -> None:
    _, dog = read_scene("a boy runs through a field with a dog").subjects
    assert "runs" in dog.doing


def test_what_two_do_together_is_said_of_both() -> None:
    girl, boy = read_scene("a girl and a boy dance in the garden").subjects
    assert "dance" in girl.doing
    assert "dance" in boy.doing
    girl, man = read_scene("a girl sings while a man reads").subjects
    assert "reads" not in girl.doing
    assert "reads" in man.doing


def test_a_hug_takes_two() -> None:
    girl, mother = read_scene("a girl hugs her mother").subjects
    assert "hugs" in girl.doing
    assert "hugs" in mother.doing


def test_what_is_counted_is_no_verb() -> None:
    words = [s.word for s in read_scene("a surgeon operates on a patient, two nurses help").subjects]
    assert words == ["surgeon", "patient", "nurses"]
    found = read_scene("a doctor, a nurse and another nurse").subjects
    assert [(s.word, s.count) for s in found] == [("doctor", 1), ("nurse", 2)]


def test_a_kite_flies_and_nobody_with_it() -> None:
    from pipelines.make.drawn.guise import dressed

    subjects = dressed(tuple(read_scene("a girl flies a kite with a dog on a hill").subjects), False)
    assert [(s.word, "flies" in s.doing) for s in subjects] == [("girl", False), ("kite", False), ("dog", False)]


def test_a_family_is_somebody_however_many() -> None:
    assert [s.word for s in read_scene("a family of four eats dinner").subjects] == ["family"]
    assert read_scene("a child skates on a frozen lake").setting == "snow"
