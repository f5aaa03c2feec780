"""Chords under the tune: struck, strummed, broken, picked or sequenced, by figures of each style."""

from dataclasses import replace

from pipelines.music.parts import Note, Place
from pipelines.music.rows import Figure

# c or C: the voiced chord (k: its upper notes) · 0 to 9: its notes counted upwards, going on an octave higher ·
# v w x y z: root, fifth, octave, tenth, twelfth, wide · b f: root and fifth below the chord · h: b with c ·
# d u: strummed down or up · p P: a power chord, q Q: the same with its sixth · t T: a drum of high and low pitch.
FIGURES: dict[str, Figure] = {
    "broken": Figure("vw xy zy xw", calm="v w x y", three="vw xy zy", full="vw xy zy xy"),
    "rolling": Figure("vx yx zx yx|vx yx zx yz", calm="v y z y", three="vx yx zx", full="vwxy zyxw vwxy zyxw"),
    "nocturne": Figure("v- kk kk kk|v- kk zk kk", calm="v k z k", three="v- kk kk"),
    "arpeggio": Figure("01 23 43 21", calm="0 1 2 3", three="01 23 21", full="01 23 45 43|02 34 54 32"),
    "picked": Figure("b2 f1 b2 f0|b1 f2 b2 f1", calm="b- 1- f- 2-", three="b1 20 21", full="b.21 f.12 b.21 f.20"),
    "strummed": Figure("d- du .u du", calm="d- -- d- --", three="d- du du", full="d.u. d.du .udu d.du"),
    "boom-chick": Figure("b. d. f. d.|b. du f. du", calm="b- d- f- d-", three="b. d. d."),
    "banjo": Figure("b121 2b12 f121 20b1", calm="b.1. 2.1. f.1. 2.1.", three="b121 2b12 f121"),
    "chords": Figure("C--- --C- --c- c---|C--- --C- --c- ----", calm="c--- ---- ---- ----", three="C--- --c- c---",
                     full="C-c- C-C- c-c- C-c-"),
    "ballad": Figure("h- c- c- c-", calm="h- -- c- --", three="h- c- c-", full="h- c- hc c-"),
    "offbeat": Figure("C--- --c. ..c- ----|..C- ---- --c. c---", calm="c--- ---- ..c- ----", three="C--- --c. ..c-"),
    "dusty": Figure("C--- ---- ..c- --c-|C--- ---. .c-- ----", calm="c--- ---- ---- ----", three="C--- ---- ..c-"),
    "slow": Figure("0- -- 2- 4-|0- -- 3- --", calm="0- -- 2- --|1- -- 3- --", three="0- 2- 4-"),
    "pluck": Figure("b. c. c. c.|b. c. f. c.", calm="b. .. c. ..", three="b. c. c.", full="b. cc f. cc"),
    "alberti": Figure("02 12 02 12", calm="0 1 2 1", three="02 12 12", full="0212 0212 0212 0212"),
    "chip": Figure("0123 4321 0123 4321|0242 1312 0242 5432", calm="0.1. 2.1. 0.1. 2.1.", three="0123 4321 2121"),
    "chip fifths": Figure("0.3. 2.3. 0.3. 2.34", calm="0... 2... 0... 2...", three="0.3. 2.3. 2.3.",
                          full="0303 2323 0303 2345"),
    "comp": Figure("C. .c .. ..|.. .C .. c.|C. .c .. .c|.C .. c. ..", calm="c- -- .. ..|.. c- -- ..", three="C. .c ..",
                   full="C. .C .c ..|.C .. C. .c"),
    "comp four": Figure("c. C. c. C.|c. C. c. Cc", calm="c. .. c. ..", three="c. C. C."),
    "bossa": Figure("C- -c -. c-|.c -. c- -c", calm="c- -- .c --", three="C- -c -.", full="C- .c .C c.|.C .c C. .c"),
    "skank": Figure("..C. ..C. ..C. ..C.|..C. ..C. ..C. ..Cc", calm="..c. ..c. ..c. ..c.", three="..C. ..C. ..C."),
    "bubble": Figure(".c.c .c.c .c.c .c.c", calm=".c.. .c.. .c.. .c..", three=".c.c .c.c .c.c"),
    "marcato": Figure("C. C. C. C.|C. C. C. C.|.C-c -.C. C. C.|C. C. CC C.", calm="c. .. c. ..", three="C. c. c."),
    "sincopa": Figure(".C-c -.c. C. c.|C. c. .C-c -.c.|.C-c -.c. C. c.|C. C. C. ..", calm=".c-- -.c. c. ..",
                      three=".C-c -.c. c."),
    "montuno": Figure("h.2. .2.c .1.2 .2.c|.1.2 .2.c .1.2 .c.2", calm="c... ..c. ...c ....", three="h.2. .2.c .1.c",
                      full="h.2. .c.c .c.2 .c.c|.c.2 .c.c .1.c .c.c"),
    "oompah": Figure("b. c. f. c.", calm="b- -. c- -.", three="b. c. c.|f. c. c."),
    "afterbeats": Figure(".. c. .. c.", calm=".. .. c. ..", three=".. c. c.", full=".c .c .c .c"),
    "musette": Figure("b. c. c. c.", calm="b- -- -- --", three="b. c. c.|f. c. cc"),
    "power": Figure("P.p. p.p. p.p. p.P.|P.p. p.p. p.P. .p..", calm="P--- ---- ---- ----", three="P.p. p.p. p.p.",
                    full="P--- --P- --P- --P-|P--- --P- P-P- P-P-"),
    "open chords": Figure("P--- ---- ..P- --P-|P--- --P- ---- P---", calm="p--- ---- ---- ----",
        three="P--- ---- ..P-"),
    "boogie": Figure("P.p Q.q P.p Q.q|P.p Q.q P.q P.p", calm="P-- --- Q-- ---", three="P.p Q.q P.p"),
    "stabs": Figure("... C.c ... C..|... C.. ... C.c", calm="c-- --- --- ---", three="... C.c ..."),
    "gallop": Figure("b.dd f.dd b.dd f.dd", calm="b... d... f... d...", three="b.dd f.dd f.dd"),
    "sequence": Figure("0242 0242 1343 1343|0242 0242 1353 4321", calm="0.2. 4.2. 0.2. 4.2.", three="0242 0242 1343",
                       full="0246 4202 1357 5313"),
    "pulse": Figure("0000 0000 0000 0000|1111 1111 1111 1111", calm="0.0. 0.0. 0.0. 0.0.", three="0000 0000 0000"),
    "piano stabs": Figure("C..c ..c. .c.. c...|C..c ..c. .c.. c.c.", calm="c... ..c. .... ....",
        three="C..c ..c. .c.."),
    "clav": Figure("C.cc .c.c C..c .cc.|C..c .cc. .C.c .c..", calm="c... ..c. c... ..c.", three="C.cc .c.c .cc."),
    "horns": Figure("C... .... ...C ....|.... ..C. C... ....", calm=". . . .", three="C... .... ...C",
                    close="C... ..C. ..C. C.C."),
    "music box": Figure("0. 2. 4. 2.|0. 2. 5. 4.", calm="0- -- 3- --", three="0. 2. 4.|0. 3. 2."),
    "tinkle": Figure("03 24 35 24|03 25 46 24", calm="0. 3. 2. 4.", three="03 24 35|03 25 42"),
    "hymn": Figure("h- -- c- --|h- -- -- --", calm="h- -- -- --", three="h- -- --", full="h- c- h- c-|h- -- c- --"),
    "trap": Figure("0... ..2. ..4. ....|0... ..3. ..2. ..1.", calm="0--- ---- 2--- ----", three="0... ..2. ..4."),
    "loop": Figure("C--- ---. ..c. ....|C--- ---. .c.. ....", calm="c--- ---- ---- ----", three="C--- ---- ..c."),
    "ostinato": Figure("0.00 0.00 1.11 1.11|0.00 0.00 1.11 2.12", calm="0.0. 0.0. 1.1. 1.1.", three="0.00 1.11 1.11",
                       full="0000 0000 1111 2222|0000 0000 1212 2323"),
    "restless": Figure("0101 0101 0202 0202", calm="0.1. 0.1. 0.2. 0.2.", three="0101 0101 0202",
                       full="0121 0121 0232 0232"),
    "brass hits": Figure("C--. .... ..C. ....|C--. .... C.C. C-..", calm="c--- ---- ---- ----", three="C--. .... C...",
                         full="C--- ---- ---- c.cc|C--- ---- C--- C---"),
    "taiko": Figure("T... t.t. T... t.tt|T... t.t. T.tt T.tt", calm="T... .... .... ....", three="T... t.t. t.tt",
                    full="T.tt t.tt T.tt t.tt|T.tt t.tt T.tt TtTt", close="T.tt T.tt TtTt TTTT"),
    "drone": Figure("v- -- -- --", three="v- -- --"),
    "swell": Figure("c- -- -- --", three="c- -- --"),
    "bell": Figure("x- -- -- --|. . . .", three="x- -- --|. . ."),
    "bubbles": Figure(". 4. . .|. . .6 .|.5 . . .|. . . ."),
    "answer": Figure(". . . .|. .. 4.3. 2-", calm=". . . .", three=". . .|. .. 2."),
}  # fmt: skip
_STRUM = 0.013  # seconds between two strings of a strummed chord
_HOLLOW = {"power", "open chords"}
_PEDALLED = {"broken", "rolling", "nocturne"}
_RINGING = {"arpeggio", "picked", "slow", "music box", "tinkle", "banjo", "bubbles"}


def comping(part: str, place: Place, motion: str, swing: float = 0.5, shift: int = 0, force: float = 1.0) -> list[Note]:
    """One bar of the figure `motion`, every pitch raised by `shift`; `force` scales how hard it is played."""
    wide = _spread(place)
    notes: list[Note] = []
    for cell in FIGURES[motion].cells(place):
        pitches = sorted(set(_sounded(cell.mark, place, wide)), reverse=cell.mark == "u")
        stress = 0.56 if cell.mark.isupper() else 0.44
        stress += 0.08 if cell.at == 0 else 0.03 if cell.at.is_integer() else 0.0
        length = _ring(cell.mark, cell.length, motion, place.bar.beats - cell.at)
        for order, pitch in enumerate(pitches):
            thin = 0.94 if len(pitches) > 2 and 0 < order < len(pitches) - 1 else 1.0
            note = place.note(part, cell.at, length, pitch + shift, stress * thin * force, swing)
            late = _STRUM * order if cell.mark in "du" else 0.0
            notes.append(replace(note, start=note.start + late) if late < note.end - note.start else note)
    return notes


def ringing(motion: str, place: Place) -> tuple[int, ...]:
    """The chord as this player lets it ring: without its third where his guitar is distorted."""
    return tuple(_sounded("p", place, [])) if motion in _HOLLOW else place.voicing


def _spread(place: Place) -> list[int]:
    """The chord laid out wide from the bass: root, fifth, octave, third above, fifth."""
    low = place.bass + (12 if place.bass < 43 else 0)
    third = next((p for p in range(low + 14, low + 19) if p % 12 == place.chord.tones[1]), low + 16)
    fifth = next((p for p in range(low + 5, low + 10) if p % 12 == place.chord.tones[2]), low + 7)
    return [low, fifth, low + 12, third, fifth + 12]


def _sounded(mark: str, place: Place, wide: list[int]) -> list[int]:
    """The pitches a letter stands for."""
    voiced = list(place.voicing)
    if mark.isdigit():
        octave, index = divmod(int(mark), len(voiced))
        return [voiced[index] + 12 * octave]
    if mark in "vwxyz":
        return [wide["vwxyz".index(mark)]]
    low = place.bass + (12 if place.bass < 45 else 0)
    if mark in "bf":
        fifth = (p for p in (low - 5, low + 7, low - 6, low + 6, low + 8) if p % 12 == place.chord.tones[2])
        return [low if mark == "b" else next(fifth, low)]
    if mark in "pPqQ":
        low = place.bass + (12 if place.bass < 40 else 0)
        above = low + (9 if mark in "qQ" and (low + 9) % 12 in place.chord.scale else 7)
        return [low, above, low + 12] if mark in "pP" else [low, above]
    if mark in "tT":
        return [50 if mark == "t" else 43]
    return {"h": [low, *voiced], "k": voiced[1:], "u": voiced[::-1][:3]}.get(mark, voiced)


def _ring(mark: str, length: float, motion: str, left: float) -> float:
    """How long a letter sounds, beats: plucked strings and a pedalled piano ring on, stabs are short."""
    if motion in _PEDALLED and mark in "vwxyz":
        return left
    if motion in _RINGING or mark in "du":
        return min(left, max(1.5, length))
    return length * (0.5 if mark in "tT" else 0.92)
