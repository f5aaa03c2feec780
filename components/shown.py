"""How a thing is shown in the browser: its address, a preview of it, a judge's score as plain values."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from studio import facts
from studio.errors import PersonError
from studio.events import Artifact
from studio.session import Session


def url(made: Artifact) -> str:
    """Where the browser finds a thing, relative to the page."""
    return f"reelwright/made/{made.name}"


def stream(project: str, step: str) -> dict[str, Any]:
    """Where the browser finds a step's cut as it is drawn, and single frames of it."""
    place = f"{quote(project, safe='')}/{quote(step, safe='')}"
    return {"kind": "stream", "url": f"reelwright/preview/{place}", "frame": f"reelwright/frame/{place}"}


def score(plain: Mapping[str, Any]) -> dict[str, Any]:
    """A Score's JSON with nothing missing, whoever wrote it."""
    remarks = [r if isinstance(r, dict) else {"what": str(r)} for r in plain.get("remarks", [])]
    return {
        "score": float(plain.get("score", 0.0)),
        "saw": [str(s) for s in plain.get("saw", [])],
        "remarks": [{"what": str(r.get("what", ""))} for r in remarks],
    }


def preview(session: Session, made: Artifact) -> dict[str, Any]:
    """What a card shows of a thing. Raises PersonError when it cannot be shown."""
    if made.kind in ("Text", "Document"):
        return {"kind": "text", "text": made.path.read_text(encoding="utf-8", errors="replace")[:20_000]}
    if made.kind == "Score":
        return {"kind": "score", **score(json.loads(made.path.read_text(encoding="utf-8")))}
    if made.kind == "Frames":
        return {"kind": "text", "text": f"A ZIP of {made.bytes / 1e6:.1f} MB: the frames as PNG, and the sound."}
    if made.kind == "Stems":
        return {"kind": "text", "text": f"A ZIP of {made.bytes / 1e6:.1f} MB: the sound in its parts, bus by bus."}
    shown = session.preview(made)
    if shown is None:
        raise PersonError("There is no way to show this here yet.")
    sorts = {"Image": "image", "Audio": "audio", "Video": "video"}
    thing = {"kind": sorts[shown.kind], "url": url(shown)}
    if made.kind == "Music":
        thing["said"] = of_music(facts.read(made.path))
    return {**thing, "thumb": f"{url(shown)}?wide=480"} if shown.kind == "Image" else thing


def of_music(told: Mapping[str, Any]) -> str:
    """What a score tells of itself, on one line: "tango, D minor, 118 beats a minute, 7 of 8 cuts met"."""
    parts = [str(told[key]) for key in ("style", "key") if told.get(key)]
    tempo, cuts, met = told.get("tempo"), told.get("cuts"), told.get("met")
    if isinstance(tempo, int | float):
        parts.append(f"{tempo:.0f} beats a minute")
    if isinstance(cuts, int) and cuts and isinstance(met, list):
        parts.append(f"{len(met)} of {cuts} cuts met")
    return ", ".join(parts)
