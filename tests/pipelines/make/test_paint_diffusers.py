"""The diffusers engine with a tiny random pipeline built from configs: seeded, and cancelled between steps."""

import json
from pathlib import Path

import pytest
from PIL import Image

from pipelines.make.paint import paint
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.work import Work

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Stable Diffusion pipeline of a few thousand random weights, saved in a folder."""
    torch = pytest.importorskip("torch")
    from diffusers import AutoencoderKL, DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

    torch.set_num_threads(1)
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("model")
    letters = [chr(c) for c in range(ord("!"), ord("~") + 1)]
    names = [*letters, *(c + "</w>" for c in letters), "<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({name: i for i, name in enumerate(names)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    tokenizer = CLIPTokenizer(str(folder / "vocab.json"), str(folder / "merges.txt"), model_max_length=32)
    text = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(names),
            hidden_size=16,
            intermediate_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            max_position_embeddings=32,
            bos_token_id=len(names) - 2,
            eos_token_id=len(names) - 1,
            pad_token_id=len(names) - 1,
        )
    )
    unet = UNet2DConditionModel(
        sample_size=8,
        block_out_channels=(8, 8),
        layers_per_block=1,
        cross_attention_dim=16,
        norm_num_groups=4,
        attention_head_dim=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
    )
    vae = AutoencoderKL(block_out_channels=(8,), norm_num_groups=4, latent_channels=4, sample_size=16)
    pipeline = StableDiffusionPipeline(
        vae=vae,
        text_encoder=text,
        tokenizer=tokenizer,
        unet=unet,
        scheduler=DDIMScheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.save_pretrained(folder / "tiny")
    return folder / "tiny"


@pytest.fixture(autouse=True)
def chosen(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(model))
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_STEPS", "3")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_PIXELS", str(64 * 64))


def _paint(folder: Path, seed: int, work: Work | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    scene = folder / "scene.txt"
    scene.write_text("a whale in the sea")
    return paint(scene, engine="diffusers", seed=seed, work=work or Work.alone(folder))  # type: ignore[arg-type]


def test_the_model_paints_the_size_asked_for_and_the_seed_decides(tmp_path: Path) -> None:
    one, again, other = (_paint(tmp_path / str(i), seed) for i, seed in enumerate((1, 1, 2)))
    with Image.open(one) as image:
        assert image.size == (1920, 1080)
    assert one.read_bytes() == again.read_bytes() != other.read_bytes()
    assert facts.read(one)["engine"] == "diffusers:tiny"


def test_a_cancel_between_steps_leaves_the_pipeline_usable(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    desk = Work.alone(folder)
    stopping = Work(folder, desk.parts, 1, desk.cancelled, report=lambda share, words: desk.cancelled.set())
    with pytest.raises(Cancelled):
        _paint(folder, 1, stopping)
    assert _paint(tmp_path / "b", 1).is_file()


def test_a_folder_without_a_model_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(tmp_path / "nothing"))
    with pytest.raises(PersonError, match="REELWRIGHT_DIFFUSERS"):
        _paint(tmp_path / "c", 1)
