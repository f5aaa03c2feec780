"""Projects, plan versions, runs, takes and preferences: rows in SQLite that outlive any clearing of the cache."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from studio.database import Database
from studio.errors import PersonError
from studio.rows import SCHEMA, VERSION, GivenRow, Project, Take, Version
from studio.store import now

ANY = -1  # write a version on whatever is newest


class Conflict(PersonError):
    """An edit was made on a version that is no longer the newest."""


class Ledger(Database):
    """The rows of every project, in one database of the data folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._migrate()

    def _migrate(self) -> None:
        found = int(self.rows("PRAGMA user_version")[0][0])
        if found > VERSION:
            raise PersonError(
                f"{self.path} was written by a newer Reelwright (format {found}; this one reads up to {VERSION}). "
                "Start the newer one, or set REELWRIGHT_DATA to another folder. Nothing was changed."
            )
        if found == 0:
            with self.write() as connection:
                if int(connection.execute("PRAGMA user_version").fetchone()[0]) == 0:
                    for statement in SCHEMA.split(";\n"):
                        if statement.strip():
                            connection.execute(statement)
                    connection.execute(f"PRAGMA user_version={VERSION}")

    # Projects

    def create(self, project: str, name: str) -> Project:
        with self.write() as db:
            at = now()
            db.execute("INSERT INTO project(id, name, made, changed) VALUES (?,?,?,?)", (project, name, at, at))
        return self.project(project)

    def project(self, project: str) -> Project:
        rows = self.rows("SELECT * FROM project WHERE id=? AND binned IS NULL", project)
        if not rows:
            raise PersonError("That project is not here (any more). Open another from the list.")
        row = rows[0]
        return Project(row["id"], row["name"], row["made"], row["changed"], row["brief"])

    def projects(self, *, binned: bool = False) -> list[Project]:
        """Newest change first; those in the bin when `binned`."""
        sql = f"SELECT * FROM project WHERE binned IS {'NOT ' if binned else ''}NULL ORDER BY changed DESC, rowid DESC"
        return [Project(r["id"], r["name"], r["made"], r["changed"], r["brief"]) for r in self.rows(sql)]

    def set_project(self, project: str, **fields: Any) -> None:
        """Change name, brief, draft or binned of a project."""
        allowed = {"name", "brief", "draft", "binned"}
        if not fields or set(fields) - allowed:
            raise ValueError(f"not fields of a project: {sorted(set(fields) - allowed)}")
        sets = ", ".join(f"{name}=?" for name in fields)
        with self.write() as db:
            db.execute(f"UPDATE project SET {sets}, changed=? WHERE id=?", (*fields.values(), now(), project))

    def copy_into(self, old: str, new: str) -> None:
        """Give a new project another's brief, plan as it stands, given files and newest takes."""
        with self.write() as db:
            db.execute(
                "UPDATE project SET brief=(SELECT brief FROM project WHERE id=?) WHERE id=?",
                (old, new),
            )
            db.execute(
                "INSERT INTO given SELECT ?, name, kind, thing, file, words, at FROM given WHERE project=?", (new, old)
            )
            db.execute(
                "INSERT INTO take(project, step, key, thing, kind, run, at) "
                "SELECT ?, step, key, thing, kind, NULL, at FROM take WHERE project=? ORDER BY id",
                (new, old),
            )
        here = self.version(old)
        if here:
            self.add_version(new, here.text, "copied")

    def draft(self, project: str) -> str | None:
        """Plan text being typed that is not yet a version (it may not parse)."""
        rows = self.rows("SELECT draft FROM project WHERE id=?", project)
        return rows[0][0] if rows else None

    # Plan versions, undo and redo

    def version(self, project: str) -> Version | None:
        """The plan as it stands."""
        rows = self.rows(
            "SELECT v.* FROM version v JOIN project p ON p.version=v.id WHERE p.id=? AND p.binned IS NULL", project
        )
        return Version(*rows[0]) if rows else None

    def versions(self, project: str) -> list[Version]:
        return [Version(*r) for r in self.rows("SELECT * FROM version WHERE project=? ORDER BY id", project)]

    def add_version(self, project: str, text: str, why: str, *, on: int | None = ANY) -> Version:
        """A new state of the plan. `on` is the version it was edited from; Conflict when that is not the newest."""
        with self.write() as db:
            row = db.execute("SELECT version FROM project WHERE id=? AND binned IS NULL", (project,)).fetchone()
            if row is None:
                raise PersonError("That project is not here (any more). Open another from the list.")
            current = row[0]
            if on != ANY and on != current:
                raise Conflict(
                    "The plan was changed elsewhere (another tab?) since you began this edit. "
                    "Both are kept: look at the newer plan, then make your edit again."
                )
            last = db.execute("SELECT text FROM version WHERE id=?", (current,)).fetchone()
            if last is None or last[0] != text:
                done = db.execute(
                    "INSERT INTO version(project, before, text, why, at) VALUES (?,?,?,?,?)",
                    (project, current, text, why, now()),
                )
                current = done.lastrowid
            db.execute("UPDATE project SET version=?, draft=NULL, changed=? WHERE id=?", (current, now(), project))
        found = self.version(project)
        if found is None:
            raise RuntimeError("a version just written is not there")
        return found

    def undo(self, project: str) -> Version | None:
        """Back to the version this one was made from; None when there is none."""
        here = self.version(project)
        return self._go(project, here.before) if here and here.before is not None else None

    def redo(self, project: str) -> Version | None:
        """Forward to the newest version made from this one; None when there is none."""
        here = self.version(project)
        if here is None:
            return None
        rows = self.rows("SELECT MAX(id) FROM version WHERE project=? AND before=?", project, here.id)
        return self._go(project, rows[0][0]) if rows[0][0] is not None else None

    def can_redo(self, project: str) -> bool:
        """Whether a version was made from the one that stands."""
        here = self.version(project)
        return here is not None and bool(
            self.rows("SELECT 1 FROM version WHERE project=? AND before=? LIMIT 1", project, here.id)
        )

    def _go(self, project: str, version: int) -> Version | None:
        with self.write() as db:
            db.execute(
                "UPDATE project SET version=?, draft=NULL, changed=? WHERE id=? AND EXISTS "
                "(SELECT 1 FROM version WHERE id=? AND project=?)",
                (version, now(), project, version, project),
            )
        return self.version(project)

    # Given things, runs, takes, preferences, choices

    def give(self, project: str, row: GivenRow) -> None:
        with self.write() as db:
            db.execute(
                "INSERT OR REPLACE INTO given(project, name, kind, thing, file, words, at) VALUES (?,?,?,?,?,?,?)",
                (project, row.name, row.kind, row.thing, row.file, row.words, now()),
            )
            db.execute("UPDATE project SET changed=? WHERE id=?", (now(), project))

    def take_back(self, project: str, name: str) -> None:
        with self.write() as db:
            db.execute("DELETE FROM given WHERE project=? AND name=?", (project, name))

    def givens(self, project: str) -> list[GivenRow]:
        rows = self.rows("SELECT name, kind, thing, file, words FROM given WHERE project=? ORDER BY at, name", project)
        return [GivenRow(*r) for r in rows]

    def start_run(self, run: str, project: str, version: int | None, targets: Iterable[str] | None) -> None:
        wanted = json.dumps(None if targets is None else list(targets))
        with self.write() as db:
            db.execute(
                "INSERT INTO run(id, project, version, targets, state, at) VALUES (?,?,?,?,'running',?)",
                (run, project, version, wanted, now()),
            )

    def end_run(self, run: str, state: str, seconds: float, words: str = "") -> None:
        """`state` is done, failed, cancelled or stopped (the program ended under it)."""
        with self.write() as db:
            db.execute("UPDATE run SET state=?, seconds=?, words=? WHERE id=?", (state, seconds, words, run))

    def runs(self, project: str | None = None, state: str | None = None) -> list[dict[str, Any]]:
        rows = self.rows(
            "SELECT * FROM run WHERE (?1 IS NULL OR project=?1) AND (?2 IS NULL OR state=?2) ORDER BY at DESC",
            project,
            state,
        )
        return [dict(r) for r in rows]

    def add_take(self, project: str, step: str, key: str, thing: str, kind: str, run: str | None) -> None:
        """Remember what a step made, unless its newest take is the very same."""
        with self.write() as db:
            last = db.execute(
                "SELECT key, thing FROM take WHERE project=? AND step=? ORDER BY id DESC LIMIT 1", (project, step)
            ).fetchone()
            if last is None or tuple(last) != (key, thing):
                db.execute(
                    "INSERT INTO take(project, step, key, thing, kind, run, at) VALUES (?,?,?,?,?,?,?)",
                    (project, step, key, thing, kind, run, now()),
                )

    def takes(self, project: str, step: str | None = None) -> list[Take]:
        """Newest first."""
        rows = self.rows(
            "SELECT id, step, key, thing, kind, run, at FROM take WHERE project=?1 AND (?2 IS NULL OR step=?2) "
            "ORDER BY id DESC",
            project,
            step,
        )
        return [Take(*r) for r in rows]

    def prefer(self, project: str, better: str, worse: str, why: str) -> None:
        with self.write() as db:
            db.execute(
                "INSERT INTO preference(project, better, worse, why, at) VALUES (?,?,?,?,?)",
                (project, better, worse, why, now()),
            )

    def choice(self, name: str) -> str | None:
        """A setting the person chose, such as declining the writer."""
        rows = self.rows("SELECT value FROM choice WHERE name=?", name)
        return rows[0][0] if rows else None

    def choose(self, name: str, value: str) -> None:
        with self.write() as db:
            db.execute("INSERT OR REPLACE INTO choice(name, value) VALUES (?,?)", (name, value))
