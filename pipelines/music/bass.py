"""Bass lines: held, walked, pulsed or danced, by figures of each style."""

from pipelines.music.parts import Note, Place
from pipelines.music.rows import Figure

# r: the chord's bass note · 5 8 3 6 7: that step over it · a: a step into the next bar's bass; capitals are accents.
STEPS: dict[str, Figure] = {
    "long": Figure("R- -- -- --", three="R- -- --"),
    "tied": Figure("R- -- -- 5-|R- -- 5- --", three="R- -- 5-", calm="R- -- -- --"),
    "root": Figure("R- -. 5- -.|R- -. 5- -a", calm="R- -- -- --", three="R- -- -."),
    "pulse": Figure("Rr rr rr r5|Rr rr Rr ra", calm="R- -- -- --", three="Rr rr r5", close="Rr rr 5- a-"),
    "drive": Figure("Rrrr rrrr Rrrr rrra", calm="R-r- r-r- r-r- r-r-", three="R-r- r-r- r-a-"),
    "eighths": Figure("Rr rr Rr rr|Rr rr Rr 5a", calm="R- r- R- r-", three="Rr rr ra", close="Rr rr 55 aa"),
    "walk": Figure("R--- --r- r--- a---|R--- --5- 8--. a---", calm="R- -- -- --", three="R--- --r- a---"),
    "jazz": Figure("R 3 5 a|R 5 8 a|R 3 5 6|8 5 3 a", calm="R- -- 5- --", three="R 3 a|R 5 a",
        full="R 3 5 a|8 7 5 a|R3 5 8 a|R 5 3 a"),
    "two": Figure("R- -. 5- -.|R- -. 5- a-", calm="R- -- -- --", three="R- -. a-"),
    "habanera": Figure("R- -5 8- 5-|R- -5 8- a-", calm="R- -- 5- --", three="R- -5 8-"),
    "marcato": Figure("R. r. R. r.|R. r. 5. a.|R. -- .5 8.|R. 5. 3. a.", calm="R- -. 5- -.", three="R. 5. 5."),
    "octaves": Figure("r.8. r.8. r.8. r.8.", calm="R--- ---- r--- ----", three="r.8. r.8. r.8.",
        full="rr8r rr8r rr8r rr8r"),
    "sub": Figure("R--- --.r ..R- --..|R--- ---- r--. .5..", calm="R--- ---- ---- ----", three="R--- --.r ..R-"),
    "reggae": Figure("R-.. ..r. 3-5- ....|R-.. ..5. 8-.. 5-a-", calm="R--- .... 5--- ....", three="R-.. ..r. 5-.."),
    "bossa": Figure("R- -5 5- -r|R- -5 5- -a", calm="R- -- 5- --", three="R- -5 5-"),
    "tumbao": Figure("R--- --5- ---- 8---|---- --5- ---- a---", calm="R--- ---- 5--- ----", three="R--- --5- --8-"),
    "oompah": Figure("R. .. 5. ..|R. .. 5. .a", calm="R- -. 5- -.", three="R- .. ..|5- .. .."),
    "one": Figure("R- .. .. ..", three="R- .. ..|5- .. ..|R- .. ..|3- .. a."),
    "shuffle": Figure("R.r 3.3 5.5 6.6|8.8 6.6 5.5 3.a", calm="R-- --. 5-- --.", three="R.r 3.3 5.a",
        close="R.r 3.3 5.5 ..a"),
    "gallop": Figure("R.rr r.rr 5.55 r.rr", calm="R--- ---- 5--- ----", three="R.rr r.rr 5.55"),
    "march": Figure("R. 5. R. 5.|R. 5. R. a.", calm="R- -. 5- -.", three="R. 5. 5."),
    "country": Figure("R- .. 5- ..|R- .. 5- aa", calm="R- -- 5- --", three="R- .. .."),
    "funk": Figure("R..r ..8. .r.5 ..a.|R..r .8.. R..7 .8a.", calm="R--- ..r. 5--- ....", three="R..r ..8. .a.."),
    "house": Figure("..R. ..r. ..R. ..8.|..R. ..r. ..R. .r8.", calm="R--- ---- ---- ----", three="..R. ..r. ..8."),
    "jig": Figure("R-- --. 5-- --.|R-- --. 5-. a-.", calm="R-- --- --- ---", three="R-- --. 5--"),
    "chip": Figure("r.8. r.8. r.8. r.8.|r.8. r.8. 5.5. a.a.", calm="r--- ---- r--- ----", three="r.8. r.8. 5.8."),
}  # fmt: skip
LOW, HIGH = 28, 60
_DEEP = {"sub", "octaves", "house", "funk", "drive", "eighths", "reggae", "chip"}  # played as low as they go


def bass(part: str, place: Place, step: str, swing: float = 0.5) -> list[Note]:
    """One bar of the figure `step`; its steps keep to the chord and its scale, between pitches 28 and 60."""
    notes: list[Note] = []
    sunk = 12 if step in _DEEP and place.bass - 12 >= LOW else 0
    for cell in STEPS[step].cells(place):
        pitch = _reached(cell.mark.lower(), place) - sunk
        force = 0.62 if cell.mark.isupper() else 0.52
        whole = cell.length * (0.97 if cell.length >= 1 else 0.9)
        notes.append(place.note(part, cell.at, whole, max(LOW, min(HIGH, pitch)), force, swing))
    return notes


def _reached(mark: str, place: Place) -> int:
    low = place.bass
    if mark == "a":
        return _approach(place)
    if mark in "rR":
        return low
    if mark == "8":
        return low + 12 if low + 12 <= HIGH else low
    wish = {"3": 4, "5": 7, "6": 9, "7": 10}[mark]
    tones = place.chord.tones if mark in "35" else tuple(place.chord.scale)
    near = [p for p in range(low + wish - 2, low + wish + 3) if p % 12 in tones and p != low]
    reached = min(near, key=lambda p: (abs(p - low - wish), p)) if near else low
    return reached if reached <= 52 else reached - 12


def _approach(place: Place) -> int:
    """A step above or below the bass of the next bar, from the scale where it has one."""
    goal = place.following if place.following is not None else place.bass
    near = [p for p in range(goal - 2, goal + 3) if p % 12 in place.chord.scale and p != goal and p >= LOW]
    return min(near, key=lambda p: (abs(p - place.bass), p)) if near else goal
