"""The ledger's tables and the rows that come out of them."""

from dataclasses import dataclass

VERSION = 1

SCHEMA = """
CREATE TABLE project (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, made REAL NOT NULL, changed REAL NOT NULL,
    brief TEXT NOT NULL DEFAULT '', draft TEXT, version INTEGER, binned REAL
) STRICT;
CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT, project TEXT NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    before INTEGER, text TEXT NOT NULL, why TEXT NOT NULL, at REAL NOT NULL
) STRICT;
CREATE INDEX version_of ON version(project, before);
CREATE TABLE given (
    project TEXT NOT NULL REFERENCES project(id) ON DELETE CASCADE, name TEXT NOT NULL, kind TEXT NOT NULL,
    thing TEXT NOT NULL, file TEXT NOT NULL, words TEXT NOT NULL DEFAULT '', at REAL NOT NULL,
    PRIMARY KEY (project, name)
) STRICT;
CREATE TABLE run (
    id TEXT PRIMARY KEY, project TEXT NOT NULL REFERENCES project(id) ON DELETE CASCADE, version INTEGER,
    targets TEXT NOT NULL, state TEXT NOT NULL, at REAL NOT NULL, seconds REAL, words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE take (
    id INTEGER PRIMARY KEY AUTOINCREMENT, project TEXT NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    step TEXT NOT NULL, key TEXT NOT NULL, thing TEXT NOT NULL, kind TEXT NOT NULL, run TEXT, at REAL NOT NULL
) STRICT;
CREATE INDEX take_of ON take(project, step, id);
CREATE TABLE preference (
    id INTEGER PRIMARY KEY AUTOINCREMENT, project TEXT NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    better TEXT NOT NULL, worse TEXT NOT NULL, why TEXT NOT NULL, at REAL NOT NULL
) STRICT;
CREATE TABLE choice (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


@dataclass(frozen=True)
class Project:
    id: str
    name: str
    made: float
    changed: float
    brief: str


@dataclass(frozen=True)
class Version:
    """One state of a project's plan. `before` is the version it was made from."""

    id: int
    project: str
    before: int | None
    text: str
    why: str
    at: float


@dataclass(frozen=True)
class GivenRow:
    name: str
    kind: str
    thing: str  # digest + suffix in the store
    file: str  # as the person called it
    words: str


@dataclass(frozen=True)
class Take:
    """One thing a step made, once. Takes are never rewritten."""

    id: int
    step: str
    key: str
    thing: str
    kind: str
    run: str | None
    at: float
