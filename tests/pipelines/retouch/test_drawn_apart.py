"""Of a drawn picture what stands in it is taken from its layers: cut out without a halo, before any background."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from pipelines.make.paint import paint
from pipelines.retouch.drawn_apart import drawn_apart
from pipelines.shape.cut_out import cut_out
from pipelines.shape.replace_background import replace_background
from studio import facts
from studio.work import Work


def test_a_drawn_thing_is_cut_out_by_its_own_edge(tmp_path: Path, pack: Callable[[str], Path]) -> None:
    work = Work(tmp_path, tmp_path, 1, find_pack=pack)
    scene = tmp_path / "scene.txt"
    scene.write_text("a red fox in the snow", encoding="utf-8")
    shot = Path(paint(scene, shape="1:1", work=work))
    found = np.asarray(Image.open(cut_out(shot, work=work)))
    alpha = found[..., 3]
    edge = (alpha > 30) & (alpha < 225)
    assert 0.02 < (alpha > 0).mean() < 0.5
    assert edge.mean() < 0.01, "its edge is a line, not a veil"
    assert (found[edge][:, 2].astype(int) > found[edge][:, 0]).mean() < 0.3, "no blue of the snow is in the edge"
    assert "made_with" not in facts.read(Path(work.path("cut_out.png")))
    made = np.asarray(Image.open(replace_background(shot, behind="#208040", work=work)))
    assert (made[alpha == 0] == (32, 128, 64)).all()
    changed = tmp_path / "changed.png"
    Image.open(shot).rotate(2).save(changed, pnginfo=facts.png_info(facts.read(shot)))
    assert drawn_apart(changed, work) is None
