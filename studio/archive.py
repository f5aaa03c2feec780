"""A project as one file: its plan with history, given files and everything made, to open elsewhere."""

import json
import os
import uuid
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from studio.disk import disk_said
from studio.errors import PersonError
from studio.kinds import KINDS
from studio.ledger import Ledger
from studio.rows import GivenRow, Project
from studio.store import Store, digest_of

FORMAT = 1
_LARGEST_INDEX = 64_000_000
_T = TypeVar("_T")


def export_project(ledger: Ledger, store: Store, project: str, path: Path) -> Path:
    """Write the archive (a ZIP: `project.json`, `records/`, `things/`) whole or not at all."""
    info = ledger.project(project)
    here = ledger.version(project)
    takes = list(reversed(ledger.takes(project)))
    givens = ledger.givens(project)
    versions = ledger.versions(project)
    index = {
        "format": FORMAT,
        "name": info.name,
        "brief": info.brief,
        "versions": [{"id": v.id, "before": v.before, "text": v.text, "why": v.why} for v in versions],
        "version": here.id if here else None,
        "givens": [vars(g) for g in givens],
        "takes": [{"step": t.step, "key": t.key, "thing": t.thing, "kind": t.kind} for t in takes],
    }
    things = {g.thing: g.kind for g in givens} | {t.thing: t.kind for t in takes}
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    with disk_said(str(path), "choose another folder"):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
                archive.writestr("project.json", json.dumps(index, ensure_ascii=False, indent=1))
                for name, kind in things.items():
                    made = store.artifact(name, kind)
                    if made:
                        archive.write(made.path, f"things/{name}")
                for key in {t.key for t in takes}:
                    record = store.record(key)
                    if record:
                        archive.writestr(f"records/{key}.json", json.dumps(vars(record), default=str))
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    return path


def _broken(path: Path, why: str) -> PersonError:
    return PersonError(f"{path.name} is not a project of Reelwright that can be opened: {why}. Export it again.")


def _typed(plain: Mapping[str, Any], key: str, kind: type[_T], path: Path) -> _T:
    value = plain.get(key)
    if not isinstance(value, kind):
        raise _broken(path, f"'{key}' is missing or not what it should be")
    return value


def _index(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    try:
        if archive.getinfo("project.json").file_size > _LARGEST_INDEX:
            raise _broken(path, "its index is far too large")
        index = json.loads(archive.read("project.json"))
    except KeyError as error:
        raise _broken(path, "it has no project.json") from error
    except (ValueError, RecursionError) as error:
        raise _broken(path, "its index cannot be read") from error
    if not isinstance(index, dict):
        raise _broken(path, "its index is not an object")
    if index.get("format") != FORMAT:
        raise _broken(path, f"it is of format {index.get('format')!r}; this version reads {FORMAT}")
    return index


def import_project(ledger: Ledger, store: Store, path: Path) -> Project:
    """Open an archive as a new project. Every file is checked against the name it bears, so nothing false comes in.

    Member names are never used as paths: only `things/<sha256><suffix>` named in the index are read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            index = _index(archive, path)
            things = _bring_things(archive, index, store, path)
            _bring_records(archive, index, store)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise _broken(path, "it is damaged or not an archive") from error
    return _bring_rows(ledger, index, things, path)


def _bring_things(archive: zipfile.ZipFile, index: dict[str, Any], store: Store, path: Path) -> set[str]:
    wanted: dict[str, str] = {}
    for row in [*_typed(index, "givens", list, path), *_typed(index, "takes", list, path)]:
        if not isinstance(row, dict) or row.get("kind") not in KINDS or not isinstance(row.get("thing"), str):
            raise _broken(path, "a row in its index is not what it should be")
        wanted[row["thing"]] = row["kind"]
    found: set[str] = set()
    members = set(archive.namelist())
    for name, kind in wanted.items():
        if f"things/{name}" not in members or not _safe(name):
            continue
        with disk_said("the project"), store.scratch() as folder:
            copy = folder / "copy"
            with archive.open(f"things/{name}") as source, copy.open("wb") as target:
                while block := source.read(1 << 20):
                    target.write(block)
            if digest_of(copy) != name[:64]:
                raise _broken(path, f"the file {name[:12]}… inside is damaged")
            store.adopt(copy, kind, name[64:])
        found.add(name)
    return found


def _bring_records(archive: zipfile.ZipFile, index: dict[str, Any], store: Store) -> None:
    """How things were made, so that the next run recalls them. One that is unsound is left out: it is made again."""
    members = set(archive.namelist())
    for key in {row.get("key") for row in index["takes"]}:
        member = f"records/{key}.json"
        if member in members and archive.getinfo(member).file_size < 1_000_000:
            try:
                plain = json.loads(archive.read(member))
            except (ValueError, RecursionError):
                continue
            if isinstance(plain, dict):
                store.bring_record(plain)


def _safe(name: str) -> bool:
    digest, suffix = name[:64], name[64:]
    return (
        len(digest) == 64
        and all(c in "0123456789abcdef" for c in digest)
        and suffix.startswith(".")
        and suffix[1:].isalnum()
        and len(suffix) < 10
    )


def _bring_rows(ledger: Ledger, index: dict[str, Any], things: set[str], path: Path) -> Project:
    """Plans, givens and takes become rows of a new project."""
    versions = _typed(index, "versions", list, path)
    texts = [v for v in versions if isinstance(v, dict) and isinstance(v.get("text"), str)]
    name = " ".join(str(index.get("name", "")).split())[:120] or "Imported film"
    project = ledger.create(uuid.uuid4().hex[:12], name)
    if isinstance(index.get("brief"), str):
        ledger.set_project(project.id, brief=index["brief"])
    for row in index["givens"]:
        if row["thing"] in things:
            ledger.give(
                project.id,
                GivenRow(str(row["name"]), row["kind"], row["thing"], str(row["file"]), str(row.get("words", ""))),
            )
    current = index.get("version")
    texts.sort(key=lambda v: v.get("id") == current)  # stable: the plan as it stood comes last
    for version in texts:
        ledger.add_version(project.id, version["text"], str(version.get("why", "imported")))
    for row in index["takes"]:
        if row["thing"] in things:
            ledger.add_take(project.id, str(row["step"]), str(row["key"]), row["thing"], row["kind"], None)
    return ledger.project(project.id)
