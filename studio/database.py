"""One SQLite file for many threads and processes: whole transactions, and its troubles in sentences."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from studio.disk import FULL, disk_said
from studio.errors import PersonError

_WAIT = 20  # seconds for another process to end its write


class Database:
    """One connection, which threads use in turn; every write is one transaction, whole or absent.

    Raises PersonError when the disk is full or read-only, the file damaged, or another process holds it too long.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._open: sqlite3.Connection | None = None
        with disk_said("the data folder"):
            path.parent.mkdir(parents=True, exist_ok=True)

    def _connection(self) -> sqlite3.Connection:
        """Threads come and go by the hundred; a connection for each would keep its files open."""
        if self._open is None:
            made = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            made.row_factory = sqlite3.Row
            made.execute("PRAGMA journal_mode=WAL")
            made.execute("PRAGMA synchronous=FULL")  # a plan edit survives a power cut, not only a crash
            made.execute("PRAGMA foreign_keys=ON")
            self._open = made
        return self._open

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction that commits at the end, or leaves everything as it was."""
        with self._lock, self._told():
            connection = self._connection()
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """What a query finds."""
        with self._lock, self._told():
            return self._connection().execute(sql, values).fetchall()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            words = self._words(error, getattr(error, "sqlite_errorcode", 0) & 0xFF)
            if not words:
                raise
            raise PersonError(words) from error

    def _words(self, error: sqlite3.DatabaseError, code: int) -> str:
        if code == sqlite3.SQLITE_FULL:
            return f"The disk is full, so this change could not be kept. {FULL}"
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            return (
                f"{self.path} cannot be written: it or its folder is read-only or belongs to somebody else. "
                "Make both writable, or set REELWRIGHT_DATA to another folder."
            )
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return (
                f"Another program has held {self.path} for {_WAIT} seconds. Close other windows of Reelwright, then "
                "do it again; nothing was changed."
            )
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return (
                f"{self.path} is not a ledger of Reelwright or is damaged ({error}). Move it away and start again; "
                "the things that were made lie beside it in the folder 'store'."
            )
        if code == sqlite3.SQLITE_IOERR:
            return f"The disk under {self.path} gave an error ({error}). Check the disk, then do it again."
        return ""
