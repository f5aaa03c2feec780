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
