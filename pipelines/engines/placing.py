"""Where a pipeline's weights lie while it works: all on the graphics card, its parts in turn, or layer by layer."""

from typing import Any, Literal

Place = Literal["whole", "parts", "layers"]

_LEAST = 1.5e9  # bytes that painting itself needs beside the weights
_SHARE = 0.2  # and of the weights, where that is more
_TOLD: dict[Place, str] = {
    "whole": "",
    "parts": "The model does not fit into the graphics card's memory as a whole: its parts go there in turn, slower.",
    "layers": "The model is far larger than the graphics card's memory: it goes there layer by layer, much slower.",
}


def weights(pipeline: Any) -> dict[str, int]:
    """Bytes that each of its parts takes."""
    import torch

    parts = {name: part for name, part in pipeline.components.items() if isinstance(part, torch.nn.Module)}
    return {name: sum(p.numel() * p.element_size() for p in part.parameters()) for name, part in parts.items()}


def place_for(sizes: dict[str, int], free: int) -> Place:
    """Where weights of these bytes go, so many bytes being free on the card."""
    whole, largest = sum(sizes.values()), max(sizes.values(), default=0)
    if whole + max(_LEAST, whole * _SHARE) <= free:
        return "whole"
    return "parts" if largest + max(_LEAST, largest * _SHARE) <= free else "layers"


def smaller(place: Place) -> Place | None:
    """The place that needs less memory; None when there is none."""
    after: dict[Place, Place | None] = {"whole": "parts", "parts": "layers", "layers": None}
    return after[place]


def free_memory(device: str) -> int:
    """Bytes free on the card; of a card that shares the machine's memory, half of what is free there."""
    if device == "cuda":
        import torch

        return int(torch.cuda.mem_get_info()[0])
    import psutil

    return int(psutil.virtual_memory().available) // (2 if device == "mps" else 1)


def put(pipeline: Any, place: Place, device: str) -> str:
    """Place a pipeline that lies in the machine's memory; what to tell the person of it, "" for nothing."""
    if place == "whole" or device == "cpu":
        pipeline.to(device)
        return ""
    if place == "parts":
        pipeline.enable_model_cpu_offload(device=device)
    else:
        pipeline.enable_sequential_cpu_offload(device=device)
    spare(pipeline)
    return _TOLD[place]


def take_back(pipeline: Any) -> None:
    """Bring a pipeline's weights into the machine's memory, without hooks, so that it can be placed anew."""
    pipeline.remove_all_hooks()
    pipeline.to("cpu")
    empty()


def spare(pipeline: Any) -> None:
    """Let it work in slices where it can: less memory for some more time."""
    vae = getattr(pipeline, "vae", None)
    for owner, name in ((vae, "enable_slicing"), (vae, "enable_tiling"), (pipeline, "enable_attention_slicing")):
        enable = getattr(owner, name, None)
        if enable is not None:
            enable()


def empty() -> None:
    """Give memory of pipelines that were let go back to the card."""
    import gc

    import torch

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    elif torch.backends.mps.is_available():
        torch.mps.empty_cache()
