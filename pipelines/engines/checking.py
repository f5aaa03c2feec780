"""What lies in a folder that is said to hold a diffusers pipeline: told in a sentence where it is something else."""

import hashlib
import json
import os
import struct
from functools import lru_cache
from pathlib import Path
from typing import Any

from studio.errors import PersonError

PICKLES = "REELWRIGHT_DIFFUSERS_PICKLE"
_SAMPLES, _PIECE = 48, 4096  # of a file of weights: how many pieces are hashed, of how many bytes
_LARGEST = 20_000_000  # bytes of a configuration
_OWNERS = ("diffusers", "transformers")


def pickles_allowed() -> bool:
    """Whether weights may be pickles, which can run anything when opened: only where the person says so."""
    return os.environ.get(PICKLES, "") in ("1", "yes", "true")


def examined(folder: Path, variable: str) -> str:
    """A digest of the pipeline in a folder, the same wherever it is copied to. Raises PersonError, naming `variable`.

    Configurations are hashed whole; of weights the header and pieces all over the file, which every training changes.
    """
    try:
        if not folder.is_dir():
            raise _wrong(folder, variable, _file_words(folder) if folder.exists() else "which is not there.")
        return _examined(folder, variable, _marks(folder), pickles_allowed())
    except OSError as error:
        raise _wrong(folder, variable, f"which cannot be read ({error.strerror}). Check its rights.") from error


def _marks(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, bytes and date of the files of a pipeline; none of a folder that is no pipeline: it may be a whole disk."""
    if not (folder / "model_index.json").is_file():
        return ()
    files = sorted(p for p in folder.rglob("*") if p.is_file() and not p.relative_to(folder).parts[0].startswith("."))
    return tuple((str(p.relative_to(folder)), p.stat().st_size, p.stat().st_mtime_ns) for p in files[:5000])


@lru_cache(maxsize=16)
def _examined(folder: Path, variable: str, marks: tuple[tuple[str, int, int], ...], pickles: bool) -> str:
    words = _trouble(folder, pickles)
    if words:
        raise _wrong(folder, variable, words)
    digest = hashlib.sha256()
    for name, size, _ in marks:
        digest.update(f"{name}\0{size}\0".encode())
        _sample(folder / name, size, digest)
    return digest.hexdigest()


def _sample(path: Path, size: int, digest: Any) -> None:
    with path.open("rb") as file:
        if size <= _SAMPLES * _PIECE:
            digest.update(file.read())
            return
        for n in range(_SAMPLES):
            file.seek((size - _PIECE) * n // (_SAMPLES - 1))
            digest.update(file.read(_PIECE))


def _wrong(folder: Path, variable: str, words: str) -> PersonError:
    return PersonError(f"{variable} names '{folder}', {words}")


def _file_words(path: Path) -> str:
    if path.suffix == ".safetensors":
        keys, _ = header(path)
        if _is_lora(keys):
            return "which is a LoRA: it changes a model and is none itself. Name the folder of a whole pipeline."
    return "which is a single file. Name a diffusers folder (one with a model_index.json), converted with diffusers."


def _trouble(folder: Path, pickles: bool) -> str:
    """What is wrong with a folder, "" when it can be loaded as far as one can see from outside."""
    index = folder / "model_index.json"
    if not index.is_file():
        return _other(folder)
    told = _json(index)
    if told is None or not isinstance(told.get("_class_name"), str | list):
        return "whose model_index.json is damaged. Fetch the model again."
    parts = {k: v for k, v in told.items() if isinstance(v, list) and len(v) == 2 and isinstance(v[0], str)}
    strange = [k for k, (owner, _) in parts.items() if not _known(owner)]
    if isinstance(told["_class_name"], list) or strange or not _is_class(told["_class_name"]):
        return "which needs code of its own or a newer diffusers. Such code is never run here. Name another model."
    for part in parts:
        words = _part_trouble(folder / part, part, pickles)
        if words:
            return words
    return ""


def _known(owner: str) -> bool:
    """Whether a part of a pipeline comes from a library, and not from a file in the model's own folder."""
    if owner.partition(".")[0] in _OWNERS:
        return True
    return owner.isidentifier() and (_diffusers_folder() / "pipelines" / owner).is_dir()


@lru_cache(maxsize=1)
def _diffusers_folder() -> Path:
    """Where diffusers is installed, found without importing it, which takes seconds."""
    from importlib.util import find_spec

    found = find_spec("diffusers")
    return Path(found.origin).parent if found and found.origin else Path()


def _is_class(name: str) -> bool:
    """Whether diffusers has a class of this name, as its list of names says."""
    return name.isidentifier() and f'"{name}"' in (_diffusers_folder() / "__init__.py").read_text(encoding="utf-8")


def _part_trouble(folder: Path, part: str, pickles: bool) -> str:
    if not folder.is_dir():
        return f"whose part '{part}' is missing. Fetch the model again."
    safe = sorted(folder.glob("*.safetensors"))
    loose = sorted([*folder.glob("*.bin"), *folder.glob("*.pt"), *folder.glob("*.ckpt")])
    if loose and not safe and not pickles:
        return (
            f"whose '{part}' has only pickled weights ({loose[0].name}), which can run anything when opened. Name a "
            f"model with .safetensors, or trust this one with {PICKLES}=1."
        )
    for path in safe:
        if not header(path)[1]:
            return f"whose weights '{part}/{path.name}' are damaged or cut short. Fetch the model again."
    config = folder / "config.json"
    if config.is_file() and _json(config) is None:
        return f"whose '{part}/config.json' is damaged. Fetch the model again."
    return ""


def _other(folder: Path) -> str:
    """What a folder without model_index.json is."""
    if (folder / "modular_model_index.json").is_file():
        return "which is a modular pipeline; only whole ones (with a model_index.json) can be used here."
    config = _json(folder / "config.json") or {}
    weights = sorted(folder.glob("*.safetensors"))
    if (folder / "adapter_config.json").is_file() or any(_is_lora(header(p)[0]) for p in weights):
        return "which holds a LoRA: it changes a model and is none itself. Name the folder of a whole pipeline."
    if config.get("architectures"):
        kind = str(config["architectures"][0])[:60] if isinstance(config["architectures"], list) else "another kind"
        return f"which is a model of another kind ({kind}) and makes no pictures. Name a diffusers pipeline."
    if config.get("_class_name"):
        return f"which is one part of a pipeline ({str(config['_class_name'])[:60]}). Name the folder above it."
    inner = next(iter(sorted(folder.glob("*/model_index.json"))), None)
    if inner:
        return f"which is no pipeline, but '{inner.parent.name}' in it is. Name that folder."
    return "which holds no diffusers pipeline: there is no model_index.json in it."


def _json(path: Path) -> dict[str, Any] | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def header(path: Path) -> tuple[tuple[str, ...], bool]:
    """(names of the tensors in a .safetensors file, whether it is whole). The format: 8 bytes of length, JSON, data."""
    try:
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            if length > 100_000_000:
                return (), False
            told = json.loads(file.read(length))
            told.pop("__metadata__", None)
            end = max((entry["data_offsets"][1] for entry in told.values()), default=0)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, struct.error, RecursionError):
        return (), False
    return tuple(told), 8 + length + end == path.stat().st_size


def _is_lora(keys: tuple[str, ...]) -> bool:
    return bool(keys) and all("lora" in key.lower() or "alpha" in key for key in keys)
