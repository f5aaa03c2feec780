"""Near texts mean near things."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from studio.errors import PersonError
from studio.meaning import SIZE, Meaning


def test_embeddings_are_of_length_one_and_in_the_order_given(pack: Callable[[str], Path]) -> None:
    meaning = Meaning(pack("minilm"))
    texts = ["a whale in the sea", "dog", "", "a much longer sentence about the weather of the coming week", "puppy"]
    found = meaning.embed(texts)
    assert found.shape == (5, SIZE)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert found[1] @ found[4] > 0.6 > found[1] @ found[3]


def test_nearest_names_what_is_meant(pack: Callable[[str], Path]) -> None:
    meaning = Meaning(pack("minilm"))
    labels = ["old woman", "honeybee", "lighthouse", "bus"]
    matrix = meaning.embed(labels)
    assert labels[meaning.nearest("a bee", matrix)[0][0]] == "honeybee"
    assert labels[meaning.nearest("the grandmother", matrix)[0][0]] == "old woman"


def test_no_texts_give_no_rows(pack: Callable[[str], Path]) -> None:
    assert Meaning(pack("minilm")).embed([]).shape == (0, SIZE)


def test_a_pack_without_its_model_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PersonError, match="packs get minilm"):
        Meaning(tmp_path).embed(["whale"])
