"""Pipelines on a model hub: which commit is meant, and its files, fetched once. Keys come from the hub's variables."""

import os
import threading
import time
from pathlib import Path

from studio.errors import PersonError

_PATIENCE = 6.0  # seconds for the hub to answer
_MEMORY = 60.0  # seconds an answer holds


class _Answers:
    """What the hub said of a name, so that looking at a plan does not ask it again and again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._said: dict[tuple[str, str], tuple[float, str, str]] = {}

    def of(self, where: str, revision: str) -> tuple[str, str]:
        """(commit, "") or ("", why not)."""
        with self._lock:
            at, commit, words = self._said.get((where, revision), (0.0, "", ""))
            if not at or time.monotonic() - at > _MEMORY:
                commit, words = _asked(where, revision)
                self._said[where, revision] = (time.monotonic(), commit, words)
        return commit, words


_ANSWERS = _Answers()


def commit(where: str, revision: str, variable: str) -> str:
    """The commit of a pipeline: that of the copy on this machine where there is one, else as the hub says.

    Raises PersonError when there is no copy and the hub cannot be reached, or does not know the name.
    """
    here = _kept(where, revision)
    if here is not None:
        return here.name
    found, words = _ANSWERS.of(where, revision)
    if not found:
        raise PersonError(f"{variable} names '{where}', {words}")
    return found


def _kept(where: str, revision: str) -> Path | None:
    """The folder of the copy on this machine."""
    from huggingface_hub import try_to_load_from_cache

    path = try_to_load_from_cache(where, "model_index.json", revision=revision)
    return Path(path).parent if isinstance(path, str) else None


def _asked(where: str, revision: str) -> tuple[str, str]:
    import httpx
    from huggingface_hub import HfApi
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, RepositoryNotFoundError, RevisionNotFoundError

    if os.environ.get("HF_HUB_OFFLINE", "").lower() in ("1", "true", "yes", "on"):
        return "", "which is not on this machine, and HF_HUB_OFFLINE forbids fetching it. Unset that, or name a folder."
    try:
        return str(HfApi().model_info(where, revision=revision, timeout=_PATIENCE).sha), ""
    except GatedRepoError:
        return "", "which asks for consent. Accept its terms on the hub and set HF_TOKEN."
    except RepositoryNotFoundError:
        return "", "which the hub does not know, or not without a key. Check the name; for a private one set HF_TOKEN."
    except RevisionNotFoundError:
        return "", f"which has no revision '{revision}'. Name another after the @, or none."
    except (HfHubHTTPError, httpx.HTTPError, OSError, ValueError):
        return "", "which is not on this machine, and the hub cannot be reached. Name a folder, or try again later."


def fetched(where: str, commit_: str, pickles: bool) -> Path:
    """The folder with all files of a pipeline at a commit, fetched where they are missing. Never runs code of its own.

    Raises OSError or ValueError as diffusers does.
    """
    from diffusers import DiffusionPipeline

    wanted = None if pickles else True
    return Path(DiffusionPipeline.download(where, revision=commit_, use_safetensors=wanted, trust_remote_code=False))
