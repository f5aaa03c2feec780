"""What is said of a model before it is loaded: named, looked at, given up, chosen by "auto"."""

import json
import os
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.engines import hub, models
from pipelines.engines.checking import examined, header
from pipelines.engines.choosing import settled
from pipelines.engines.models import GIVEN_UP, GivenUp, chosen, is_ours, number, offered
from studio.errors import PersonError, Unfit

pytestmark = pytest.mark.usefixtures("clean")


def weights(path: Path, *names: str, cut: int = 0) -> None:
    """A .safetensors file of one number a name."""
    told = {name: {"dtype": "F32", "shape": [1], "data_offsets": [4 * n, 4 * n + 4]} for n, name in enumerate(names)}
    head = json.dumps(told).encode()
    data = struct.pack("<Q", len(head)) + head + b"\0" * 4 * len(names)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data[: len(data) - cut])


def pipeline(folder: Path, **more: object) -> Path:
    """A folder that looks like a pipeline of one part."""
    told = {
        "_class_name": "StableDiffusionPipeline",
        "unet": ["diffusers", "UNet2DConditionModel"],
        "feature": [None, None],
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model_index.json").write_text(json.dumps(told | more))
    weights(folder / "unet" / "diffusion_pytorch_model.safetensors", "conv_in.weight")
    (folder / "unet" / "config.json").write_text("{}")
    return folder


def spoil_lora(folder: Path) -> None:
    weights(folder / "pytorch_lora_weights.safetensors", "unet.lora_A.weight", "unet.lora_B.weight")


def spoil_language(folder: Path) -> None:
    (folder / "config.json").write_text('{"architectures": ["LlamaForCausalLM"], "model_type": "llama"}')


def spoil_part(folder: Path) -> None:
    (folder / "config.json").write_text('{"_class_name": "UNet2DConditionModel"}')


def spoil_above(folder: Path) -> None:
    pipeline(folder / "inner")


def spoil_modular(folder: Path) -> None:
    (folder / "modular_model_index.json").write_text("{}")


def spoil_index(folder: Path) -> None:
    pipeline(folder)
    (folder / "model_index.json").write_text('{"_class_name": ')


def spoil_endless(folder: Path) -> None:
    with (pipeline(folder) / "model_index.json").open("r+b") as file:
        file.truncate(3_000_000_000)  # a hole: it takes no room on the disk


def spoil_code(folder: Path) -> None:
    pipeline(folder, _class_name=["pipeline", "MyPipeline"])


def spoil_class(folder: Path) -> None:
    pipeline(folder, _class_name="PipelineOfTomorrow")


def spoil_owner(folder: Path) -> None:
    pipeline(folder, unet=["my_unet", "MyUNet"])
    (folder / "unet" / "my_unet.py").write_text("raise SystemExit")


def spoil_cut(folder: Path) -> None:
    weights(pipeline(folder) / "unet" / "diffusion_pytorch_model.safetensors", "a", "b", cut=3)


def spoil_pickle(folder: Path) -> None:
    (pipeline(folder) / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    (folder / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"\x80\x04.")


def spoil_missing(folder: Path) -> None:
    shutil.rmtree(pipeline(folder) / "unet")


def spoil_config(folder: Path) -> None:
    (pipeline(folder) / "unet" / "config.json").write_text("<html>")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: None, "no model_index.json"),
        (lambda folder: folder.rmdir(), "which is not there"),
        (spoil_lora, "holds a LoRA"),
        (spoil_language, "another kind .LlamaForCausalLM."),
        (spoil_part, "one part of a pipeline .UNet2DConditionModel."),
        (spoil_above, "but 'inner' in it is"),
        (spoil_modular, "modular pipeline"),
        (spoil_index, "model_index.json is damaged"),
        (spoil_endless, "model_index.json is damaged"),
        (spoil_code, "never run here"),
        (spoil_class, "never run here"),
        (spoil_owner, "never run here"),
        (spoil_cut, "cut short"),
        (spoil_pickle, "pickled weights .*REELWRIGHT_DIFFUSERS_PICKLE=1"),
        (spoil_missing, "part 'unet' is missing"),
        (spoil_config, "'unet/config.json' is damaged"),
    ],
)
def test_a_folder_that_is_no_pipeline_is_a_sentence_and_auto_says_it_and_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None], words: str
) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    spoil(folder)
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(folder))
    with pytest.raises(PersonError, match=f"REELWRIGHT_DIFFUSERS names '.*model', .*{words}"):
        settled("diffusers", "paint")
    engine, notes = settled("auto", "paint")
    assert engine == "drawn"
    assert len(notes) == 1
    with pytest.raises(PersonError):
        raise PersonError(notes[0])


def test_a_folder_that_is_no_pipeline_is_not_walked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be a whole disk, with folders nobody may enter."""
    monkeypatch.setattr(Path, "rglob", lambda folder, pattern: pytest.fail("walked through"))
    with pytest.raises(PersonError, match=r"no model_index\.json"):
        examined(tmp_path, "REELWRIGHT_DIFFUSERS")


def test_what_may_not_be_read_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(folder: Path, pattern: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rglob", refused)
    with pytest.raises(PersonError, match=r"cannot be read .Permission denied."):
        examined(pipeline(tmp_path / "model"), "REELWRIGHT_DIFFUSERS")


def test_single_files_are_told_apart(tmp_path: Path) -> None:
    weights(tmp_path / "style.safetensors", "a.lora_up.weight", "a.lora_down.weight", "a.alpha")
    weights(tmp_path / "whole.safetensors", "model.diffusion_model.weight")
    with pytest.raises(PersonError, match="is a LoRA"):
        examined(tmp_path / "style.safetensors", "X")
    with pytest.raises(PersonError, match="single file"):
        examined(tmp_path / "whole.safetensors", "X")


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 7, b"\xff" * 40, struct.pack("<Q", 2) + b"[]", struct.pack("<Q", 4) + b"null"]
)
def test_no_bytes_upset_the_reading_of_weights(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.safetensors").write_bytes(data)
    assert header(tmp_path / "x.safetensors") == ((), False)


def test_pickles_are_taken_where_the_person_trusts_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil_pickle(tmp_path / "model")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_PICKLE", "1")
    assert len(examined(tmp_path / "model", "X")) == 64


def test_a_model_is_known_by_its_content_wherever_it_lies(tmp_path: Path) -> None:
    one = pipeline(tmp_path / "one")
    first = examined(one, "X")
    shutil.copytree(one, tmp_path / "two", copy_function=shutil.copyfile)
    assert examined(tmp_path / "two", "X") == first
    big = one / "unet" / "diffusion_pytorch_model.safetensors"
    weights(big, *(f"layer{n}" for n in range(20_000)))
    second = examined(one, "X")
    with big.open("r+b") as file:  # other weights of the same size
        file.seek(-40_000, os.SEEK_END)
        file.write(b"\1" * 40_000)
    os.utime(big, (1, 1))
    assert len({first, second, examined(one, "X")}) == 3


def test_the_name_tells_model_and_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(pipeline(tmp_path / "sea@night")))
    engine, notes = settled("auto", "paint")
    assert engine.startswith("diffusers:sea@night@")
    assert engine == settled("diffusers", "paint")[0]
    assert is_ours(engine)
    assert not notes
    assert settled("drawn", "paint") == ("drawn", ())
    assert chosen("restyle").variable == "REELWRIGHT_DIFFUSERS"  # its weights serve
    with pytest.raises(PersonError, match="REELWRIGHT_DIFFUSERS_SHOOT"):
        chosen("shoot")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_RESTYLE", str(tmp_path / "other"))
    with pytest.raises(PersonError, match="REELWRIGHT_DIFFUSERS_RESTYLE"):
        chosen("restyle")


def test_one_that_gave_up_is_left_alone_for_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(pipeline(tmp_path / "sea")))
    name, _ = offered("paint")
    with pytest.raises(Unfit, match=r"'.*sea' .REELWRIGHT_DIFFUSERS. needs more memory"):
        raise chosen("paint").unfit("needs more memory.")
    assert settled("auto", "paint")[0] == "drawn"
    assert "needs more memory" in settled("auto", "paint")[1][0]
    assert settled("diffusers", "paint")[0] == name  # asked for by name it is asked
    GIVEN_UP.forget()
    assert settled("auto", "paint")[0] == name
    soon = GivenUp(rest=0.0)
    soon.tell("a", "b")
    assert soon.words("a") == ""


def test_without_a_graphics_card_auto_draws_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_card", lambda: "cpu")
    monkeypatch.delenv("REELWRIGHT_DEVICE")
    assert settled("auto", "paint") == ("drawn", ())
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(pipeline(tmp_path / "sea")))
    engine, notes = settled("auto", "paint")
    assert engine == "drawn"
    assert "no graphics card" in notes[0]
    assert is_ours(settled("diffusers", "paint")[0])


def test_a_hub_name_is_pinned_to_its_commit_and_a_silent_hub_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def answer(where: str, revision: str) -> tuple[str, str]:
        asked.append((where, revision))
        return ("c0ffee" * 6, "") if revision == "main" else ("", "which the hub does not know.")

    monkeypatch.setattr(hub, "_asked", answer)
    monkeypatch.setattr(hub, "_kept", lambda where, revision: None)
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", "somebody/sea-model-test")
    assert settled("auto", "paint")[0] == settled("diffusers", "paint")[0] == "diffusers:sea-model-test@c0ffeec0ffee"
    assert asked == [("somebody/sea-model-test", "main")]  # once, not at every look
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", "somebody/sea-model-test@v2")
    with pytest.raises(PersonError, match="REELWRIGHT_DIFFUSERS names 'somebody/sea-model-test', which the hub"):
        chosen("paint")


def test_a_hub_that_may_not_be_asked_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert "forbids" in hub._asked("somebody/sea", "main")[1]


@pytest.mark.parametrize("told", ["many", "-3", "0", "1e3", "501"])
def test_a_number_that_is_none_is_a_sentence(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_STEPS", told)
    with pytest.raises(PersonError, match="whole number from 1 to 500"):
        number("REELWRIGHT_DIFFUSERS_STEPS", 1, 500)
