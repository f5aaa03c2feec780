"""The benchmark of styles: features read from a score's file alone tell its style from others."""

import numpy as np

from benchmarks import sound_styles
from pipelines.make.compose import compose
from studio.work import Work


def test_features_know_a_style_by_other_seeds(tmp_path, monkeypatch):
    few = {name: sound_styles.STYLES[name] for name in ("tango", "house", "waltz", "choir")}
    monkeypatch.setattr(sound_styles, "STYLES", few)
    found = sound_styles.distinctness(quick=True)
    assert found["styles"] == 4
    assert found["style_pieces"] == 8
    assert found["style_accuracy"] == found["style_accuracy_notes_only"] == 1.0
    assert "/" in found["closest_styles"]


def test_features_are_numbers_and_the_same_twice(tmp_path):
    path = compose(mood="sad", style="blues", seconds=12, work=Work.alone(tmp_path))
    for one, other in zip(sound_styles.score_features(path), sound_styles.score_features(path), strict=True):
        assert np.isfinite(one).all()
        assert (one == other).all()
