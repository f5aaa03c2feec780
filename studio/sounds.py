"""Writing sound files so that a disk that fills up is an error, never a file with its end missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class _Sink:
    """An unbuffered file that libsndfile writes through. It keeps the first error, which libsndfile does not tell:
    a block that fails as the file is closed is simply left out."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b", buffering=0)
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        left = memoryview(data)
        try:
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            self.error = self.error or error
        return len(data) - len(left)

    def read(self, size: int) -> bytes:
        return self._file.read(size) or b""

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def close(self) -> None:
        self._file.close()


@contextmanager
def writing(path: Path, rate: int, channels: int, kind: str = "FLAC", subtype: str = "PCM_16") -> Iterator[Any]:
    """A new sound file, open for writing, as a soundfile.SoundFile. Raises the disk's own OSError when a byte of it
    could not be written."""
    import soundfile

    sink = _Sink(path)
    try:
        with soundfile.SoundFile(sink, "w", rate, channels, subtype=subtype, format=kind) as sound:
            yield sound
    except Exception:  # libsndfile's own words for it, or a failed assertion in its wrapper
        if sink.error is None:
            raise
    finally:
        sink.close()
    if sink.error:
        raise sink.error
