"""Texts as points in a space of meaning: MiniLM sentence embeddings, near texts mean near things."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.errors import PersonError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIZE = 384  # length of one embedding
_BATCH = 64
_LONGEST = 256  # tokens; the model was trained on no more

_loading = threading.Lock()
_loaded: dict[tuple[Path, int], tuple[Any, Any]] = {}  # guarded by _loading; a model is the same for ever


def _load(folder: Path, threads: int) -> tuple[Any, Any]:
    """The onnx session and the tokenizer of a pack folder, loaded once a process."""
    with _loading:
        key = (folder.resolve(), threads)
        if key not in _loaded:
            model = next(iter(sorted(folder.rglob("*.onnx"))), None)
            words = next(iter(sorted(folder.rglob("tokenizer.json"))), None)
            if model is None or words is None:
                raise PersonError(
                    f"The pack 'minilm' in {folder} lacks its model or tokenizer. "
                    "Get it again with: python app.py packs get minilm"
                )
            import onnxruntime
            from tokenizers import Tokenizer

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.inter_op_num_threads = 1
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
            tokenizer = Tokenizer.from_file(str(words))
            tokenizer.enable_truncation(_LONGEST)
            tokenizer.no_padding()
            _loaded[key] = (session, tokenizer)
        return _loaded[key]


class Meaning:
    """Embeds texts with all-MiniLM-L6-v2 (int8 onnx), a small model for English. Cheap to make: it loads at first use.

    The model comes from the pack folder given (`work.pack("minilm")`). Safe to use from several threads.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._folder = folder
        self._threads = threads

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Embeddings of `texts`, float32 of shape (n, 384), each of length 1. An empty text is as good as any."""
        import numpy as np

        if not texts:
            return np.zeros((0, SIZE), np.float32)
        session, tokenizer = _load(self._folder, self._threads)
        codes = [code.ids for code in tokenizer.encode_batch([text[:4000] for text in texts])]
        order = sorted(range(len(codes)), key=lambda i: len(codes[i]))
        found = np.zeros((len(codes), SIZE), np.float32)
        takes = {entry.name for entry in session.get_inputs()}
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            found[batch] = _pooled(session, takes, [codes[i] for i in batch])
        return found

    def nearest(self, query: str, labels: "NDArray[np.float32]") -> list[tuple[int, float]]:
        """(row of `labels`, cosine) for every row, nearest first. `labels` is a matrix that `embed` made."""
        import numpy as np

        scores = labels @ self.embed([query])[0]
        return [(int(i), float(scores[i])) for i in np.argsort(-scores, kind="stable")]


def _pooled(session: Any, takes: set[str], codes: list[list[int]]) -> "NDArray[np.float32]":
    """Mean of the last layer over the tokens that are there, L2-normalised. One batch."""
    import numpy as np

    width = max(len(code) for code in codes)
    tokens = np.zeros((len(codes), width), np.int64)
    mask = np.zeros((len(codes), width), np.int64)
    for row, code in enumerate(codes):
        tokens[row, : len(code)] = code
        mask[row, : len(code)] = 1
    feeds = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
    out = session.run(None, {name: value for name, value in feeds.items() if name in takes})[0]
    if out.ndim == 3:
        weights = mask[:, :, None].astype(np.float32)
        out = (out * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1.0)
    lengths = np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    return np.asarray(out / lengths, dtype=np.float32)
