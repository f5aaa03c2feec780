"""What drummers play: each style's bar, calmer and fuller ways of it, and the fills that lead on."""

from dataclasses import dataclass, field

from pipelines.music.parts import Note, Place
from pipelines.music.rows import CALM, FULL, read

# General MIDI percussion. In the orchestral kit 36 is the concert bass drum and 59 the clashed cymbals.
DRUMS: dict[str, int] = {
    "kick": 36, "boom": 35, "rim": 37, "snare": 38, "clap": 39, "swirl": 40, "floor": 41, "hat": 42, "low": 43,
    "pedal": 44, "mid": 45, "open": 46, "high": 48, "crash": 49, "top": 50, "ride": 51, "bell": 53, "tamb": 54,
    "cowbell": 56, "crash2": 57, "clash": 59, "bongo": 60, "bongos": 61, "slap": 62, "conga": 63, "tumba": 64,
    "timbale": 65, "cabasa": 69, "maracas": 70, "claves": 75, "wood": 76, "block": 77, "triangle": 81, "shaker": 82,
    "jingle": 83, "castanets": 85,
}  # fmt: skip
_FORCE = {"X": 0.78, "x": 0.6, "o": 0.42, ",": 0.26}
_Rows = dict[str, str]


@dataclass(frozen=True)
class Beat:
    """A drummer's pattern; `calm` replaces it where the music is soft, `full` adds to it where it is loud."""

    rows: _Rows
    calm: _Rows = field(default_factory=dict)
    full: _Rows = field(default_factory=dict)
    three: _Rows = field(default_factory=dict)
    fills: tuple[_Rows, ...] = ()
    crash: str | None = "crash"  # struck where a section begins
    light: float = 1.0  # how hard this drummer plays


_TWO_FOUR = ".... X... .... X..."
BEATS: dict[str, Beat] = {
    "pop": Beat(
        {"kick": "X... ..x. X... ....|X... ..x. X.x. ....", "snare": _TWO_FOUR, "hat": "x.o. x.o. x.o. x.o."},
        calm={"kick": "x... .... x... ....", "rim": ".... x... .... x...", "hat": "o.,. o.,. o.,. o.,."},
        full={"tamb": "..o. x.o. ..o. x.o."},
        three={"kick": "X... .... ....", "snare": ".... x... x...", "hat": "x.o. x.o. x.o."},
        fills=({"snare": ".... .... .... xoXX", "kick": "X... .... x... ...."},
               {"snare": ".... X... ..xx ....", "high": ".... .... .... xx..", "floor": ".... .... .... ..xX"}),
    ),
    "rock": Beat(
        {"kick": "X... ..x. ..x. ....|X... ..x. x.x. ...x", "snare": ".... X... .... X...|.... X... .... X..,",
         "hat": "X.x. X.x. X.x. X.x."},
        calm={"kick": "X... .... x.x. ....", "snare": ".... x... .... x...", "hat": "x.o. x.o. x.o. x.o."},
        full={"crash2": "x... .... .... ....", "open": "X... x... X... x..."},
        three={"kick": "X... .... ..x.", "snare": ".... X... X...", "hat": "X.x. X.x. X.x."},
        fills=({"snare": ".... X... xxxx ....", "high": ".... .... .... xx..", "floor": ".... .... .... ..XX"},
               {"snare": ".... X.xX .X.X XXXX", "kick": "X... .... x... x..."},
               {"high": ".... .... XXxx ....", "mid": ".... .... .... XX..", "floor": ".... .... .... ..XX"}),
    ),
    "lo-fi": Beat(
        {"kick": "X... .... ..xo ....|X... ...o .x.. ....", "snare": ".... x... .... x..,|.... x..., .,.. x...",
         "hat": "o.,o o.o. o.,o o.oo"},
        calm={"kick": "x... .... ..o. ....", "rim": ".... o... .... o...", "hat": "o.,. o.,. o.,. o.,."},
        full={"shaker": ",,o, ,,o, ,,o, ,,o,"},
        fills=({"snare": ".... x... .,.x .xo,", "kick": "X... .... ..x. ...."},
               {"kick": "X... .... .... ....", "rim": ".... x... .o.o x..."}),
        crash=None, light=0.86,
    ),
    "hip-hop": Beat(
        {"kick": "X..x .... ..X. ....|X..x ..x. .xX. ....", "snare": _TWO_FOUR, "clap": ".... o... .... o...",
         "hat": "x.o. x.oo x.o. xooooo|x.o. x.o. xooo x.oo"},
        calm={"kick": "X... .... ..x. ....", "clap": ".... x... .... x...", "hat": "o.,. o.,. o.,. o.,,"},
        full={"open": ".... .... .... ..x."},
        fills=({"kick": "X..x .... .... ....", "snare": ".... X... .x.x ..XX", "hat": "x.o. xoooooo xoooooo x..."},
               {"kick": "X... .... X.X. ....", "snare": ".... X... .... X.xxxx"}),
        crash=None,
    ),
    "jazz": Beat(
        {"ride": "X. xo X. xo", "pedal": ".. X. .. X.", "kick": ", .. , ..|,. .. ., ..",
         "snare": ".. .. ., ..|.. .o .. .,|., .. .. o.|.. .. .o .."},
        calm={"ride": "x. o, x. o,", "pedal": ".. x. .. x.", "swirl": "x. .. x. .."},
        full={"kick": "o. .o .. .o|.. o. .. .X"},
        three={"ride": "X. xo xo", "pedal": ".. x. x.", "snare": ".. .. .o"},
        fills=({"ride": "X. xo .. ..", "snare": "... ... xox xxX", "kick": "... ... ... ..x", "pedal": ".. X. .. X."},
               {"ride": "X. xo X. ..", "snare": ".. .x .. ..", "high": "... ... .xx ...", "floor": "... ... ... xxX"}),
        crash=None, light=0.84,
    ),
    "brushes": Beat(
        {"swirl": "X. o. X. o.", "snare": ".. x. .. xo|.. x. .o x.", "ride": "o. .. o. ..", "kick": "o. .. o. ..",
         "pedal": ".. x. .. x."},
        calm={"swirl": "X. o. X. o.", "snare": ".. o. .. o."}, full={"ride": "x. xo x. xo", "snare": ".. x. .x xo"},
        three={"kick": "o. .. ..", "swirl": "X. o. o.", "snare": ".. x. x,"},
        fills=({"snare": "... ... xox ooX"}, {"snare": ".. x. xx ox"}), crash=None, light=0.95,
    ),
    "bossa": Beat(
        {"kick": "x. .o x. .o", "rim": "x. .x .. x.|.. x. .x ..", "shaker": "x, o, x, o,"},
        calm={"kick": "o. .. o. ..", "rim": "o. .o .. o.|.. o. .o ..", "shaker": "o, ,, o, ,,"},
        full={"hat": "oo oo oo oo", "pedal": ".. x. .. x."},
        fills=({"rim": "x. .x .. xx", "kick": "x. .o x. .o", "shaker": "x, o, xo xx"},),
        crash=None, light=0.8,
    ),
    "tango": Beat(
        {"rim": "o... ..o. o... o...", "kick": "x... .... o... ...."}, full={"snare": "x..x ..xx x... x..."},
        three={"kick": "x . .", "rim": ". o o"}, crash=None, light=0.6,
    ),
    "waltz": Beat(
        {"kick": "x . . .", "triangle": ". o o o"}, calm={"triangle": "o . . ."}, full={"snare": ". o o. o."},
        three={"kick": "x . .", "triangle": ". o o"},
        fills=({"snare": ". .. oo"}, {"snare": ". oo oxx"}), crash=None, light=0.7,
    ),
    "celtic": Beat(
        {"tumba": "X.. o.. X.. o..", "conga": "..o .xo ..o xxo", "tamb": "... o.. ... o.."},
        calm={"tumba": "x.. ... o.. ..."}, full={"shaker": "x,o x,o x,o x,o", "kick": "X.. ... X.. ..."},
        three={"tumba": "X.. o.. o..", "conga": "..o .xo xxo"},
        fills=({"tumba": "X.. X.. XxX XxX", "conga": "..o .oo ... ..."},
               {"tumba": "X.o Xoo X.. ...", "conga": "... ... .xx xxx"}), crash=None, light=0.9,
    ),
    "shuffle": Beat(
        {"kick": "X.. ... x.x ...|X.. ... x.. ..x", "snare": "... X.. ... X..|... X.. ... X.,",
        "hat": "x.o x.o x.o x.o"},
        calm={"kick": "x.. ... o.. ...", "rim": "... x.. ... x..", "hat": "o., o., o., o.,"},
        full={"ride": "X.x X.x X.x X.x"},
        three={"kick": "X.. ... ...", "snare": "... x.. x..", "hat": "x.o x.o x.o"},
        fills=({"snare": "... X.. xox XxX"}, {"snare": "... X.. ... ...", "high": "... ... xxx ...",
                                            "floor": "... ... ... xxX"}),
    ),
    "reggae": Beat(
        {"kick": ".... .... X... ....", "snare": ".... .... X... ....", "hat": "o.x. o.x. o.x. o.xo",
         "rim": ".... ..., .... .,..|...., .... .... ..o."},
        calm={"kick": ".... .... x... ....", "rim": ".... .... x... ....", "hat": ",.o. ,.o. ,.o. ,.o."},
        full={"kick": "X... x... X... x...", "open": ".... .... .... ..x."},
        fills=({"timbale": "..x. xx.. x.xx xx..", "kick": ".... .... X... ...X"},
               {"timbale": ".... .... xxxxxx X..."}), crash="crash",
    ),
    "march": Beat(
        {"kick": "X... .... X... ....", "snare": "X.xx x.x. X.xx xxxx|X.xx x.x. X.x. x...",
        "clash": "o... .... .... ...."},
        calm={"kick": "x... .... x... ....", "snare": "x.oo o.o. x.o. o..."},
        full={"clash": "x... .... x... ....", "snare": "X.xx X.xx X.xx xxxx"},
        three={"kick": "X... .... ....", "snare": "X.xx x.x. x.xx"},
        fills=({"snare": "X... X... xxxxxx xxxxxx", "kick": "X... .... X... ...."},
               {"snare": "X.xx X.xx X... X...", "kick": "X... X... X... X..."}), crash="clash",
    ),
    "western": Beat(
        {"wood": "x.xx ..xx x.xx ..xx", "block": ".... x... .... x...", "kick": "x... .... x... ....",
         "tamb": ".... o... .... o..."},
        calm={"block": "o... .... o... ....", "wood": "..,, .... ..,, ...."},
        full={"snare": "x.xx x.xx x.xx x.xx", "kick": "X... .... X... ...."},
        three={"wood": "x.xx ..xx ..xx", "kick": "x... .... ...."},
        fills=({"snare": "x.xx x.xx xxxx XXXX"}, {"floor": "X... X... X.X. XXXX"}), light=0.8,
    ),
    "epic": Beat(
        {"kick": "X... ..x. X... ..x.|X... ..x. X... xxxx", "floor": "X..x ..x. X..x ..x.",
        "snare": ".... .... .... ...."},
        calm={"kick": "X... .... ..x. ....", "floor": ".... .... .... x.x."},
        full={"snare": "x.xx x.xx x.xx X.xx", "clash": "X... .... .... ....", "low": "X.xx X.xx X.xx XXxx"},
        three={"kick": "X... ..x. x...", "floor": "X..x ..x. x.xx"},
        fills=({"kick": "X... X... X.X. XXXX", "floor": "X... X... XxXx XXXX", "snare": ".... .... xxxx XXXX"},
               {"kick": "X..X ..X. X..X ..X.", "snare": "xxxxxx xxxxxx xxxxxx XXXXXX"}), crash="clash",
    ),
    "cinematic": Beat(
        {"kick": "X... .... ..o. ....|X... .... ..o. ..x.", "low": ".... ..o. .... o..."},
        calm={"kick": "x... .... .... ...."}, full={"snare": ".... .... .... o.oo", "kick": "X... ..x. X... ..x."},
        three={"kick": "X... .... ..o.", "low": ".... ..o. o..."},
        fills=({"low": "X... .... x.x. xxXX", "snare": ".... .... oooo xxxx"}, {"kick": "X... .... x... x.xx"}),
        crash="crash2",
    ),
    "folk": Beat(
        {"kick": "x... .... o... ....", "tamb": ".... o... .... x...", "shaker": "o,,, o,,, o,,, o,,,"},
        calm={"shaker": "o.,. o.,. o.,. o.,."}, full={"clap": ".... x... .... x...", "kick": "X... ..o. x... ...."},
        three={"kick": "x... .... ....", "tamb": ".... o... o...", "shaker": "o.,. o.,. o.,."},
        fills=({"kick": "x... .... x.x. x...", "tamb": ".... o... xxxx x..."},), crash=None, light=0.85,
    ),
    "train": Beat(
        {"snare": "o,xo o,xo o,xo o,xo|o,xo o,xo o,xo x,xx", "kick": "X... x... X... x...",
        "hat": "..o. ..o. ..o. ..o."},
        calm={"snare": ",,o, ,,o, ,,o, ,,o,", "kick": "x... .... x... ...."}, full={"tamb": ".... x... .... x..."},
        three={"kick": "X... .... ....", "snare": "o,,, x,o, x,o,"},
        fills=({"snare": "o,xo o,xo xxxx XXXX"}, {"snare": "X.xx X.xx X... X..."}), light=0.8,
    ),
    "synthwave": Beat(
        {"kick": "X... X... X... X...", "snare": _TWO_FOUR, "hat": "o.x. o.x. o.x. o.xx"},
        calm={"kick": "X... .... X... ....", "snare": ".... x... .... x...", "hat": "..o. ..o. ..o. ..o."},
        full={"clap": _TWO_FOUR, "open": "..x. ..x. ..x. ..x."},
        fills=({"kick": "X... X... X... X...", "high": ".... .... xx.. ....", "mid": ".... .... ..xx ....",
                "floor": ".... .... .... xxXX"}, {"snare": "x... x... x.x. xxXX", "kick": "X... X... X... X..."}),
    ),
    "house": Beat(
        {"kick": "X... X... X... X...", "clap": ".... X... .... X...", "open": "..x. ..x. ..x. ..x.",
        "hat": "o,.o o,.o o,.o o,.o"},
        calm={"kick": "X... X... X... X...", "hat": "..o. ..o. ..o. ..o."},
        full={"shaker": "oxox oxox oxox oxox", "cowbell": "..,. .,.. ,..o .,.."},
        fills=({"kick": "X... X... X... ....", "snare": "x... x... x.x. xxxx"}, {"kick": "X... X... .... ....",
                "clap": ".... X... X.X. XXXX", "open": "..x. ..x. .... ...."}),
    ),
    "8-bit": Beat(
        {"kick": "X... ..x. X... ....|X... ..x. X.x. ....", "snare": _TWO_FOUR, "hat": "xooo xooo xooo xooo"},
        calm={"kick": "x... .... x... ....", "hat": "o.o. o.o. o.o. o.o."},
        full={"kick": "X.x. ..x. X.x. ..x."},
        three={"kick": "X... .... ....", "snare": ".... x... x...", "hat": "xooo xooo xooo"},
        fills=({"snare": ".... X... xxxx XXXX"}, {"snare": "x.x. x.x. xxxxxx xxxxxx"}), crash="open", light=0.85,
    ),
    "latin": Beat(
        {"slap": "x... .x.. x... ....", "conga": ".... .... .... xx..|.... .... ...x xx..",
        "tumba": ".... ..x. .... ..xx",
         "claves": "x..x ..x. ..x. x...", "cowbell": "X.o. x.o. X.o. x.oo", "maracas": "o,o, o,o, o,o, o,o,"},
        calm={"claves": "o..o ..o. ..o. o...", "maracas": "o,,, o,,, o,,, o,,,"},
        full={"kick": "x..x ..x. ..x. ....", "timbale": ".... .... .... ..o."},
        three={"slap": "x... .x.. ....", "conga": ".... .... xx..", "maracas": "o,o, o,o, o,o,"},
        fills=({"timbale": "x..x ..x. xx.x xxX.", "cowbell": "X... x... X... ...."}, {"conga": "xx.x x.xx .xx. xxxx"}),
    ),
    "funk": Beat(
        {"kick": "X..x .... ..x. ..x.|X..x .... ..X. .x..", "snare": ".... X..o .o.. X..o|.... X.,o .o.o X...",
         "hat": "xoxo xoxo xoxo xoox"},
        calm={"kick": "X... .... ..x. ....", "rim": ".... x... .... x...", "hat": "o.o. o.o. o.o. o.o."},
        full={"open": ".... ..x. .... ....", "tamb": ".... x... .... x..."},
        three={"kick": "X..x .... ..x.", "snare": ".... X..o X...", "hat": "xoxo xoxo xoxo"},
        fills=({"snare": "X.xx .xX. xx.X .xXX", "kick": "X... ..x. ..x. ...."}, {"high": ".... .... xx.x ....",
                "floor": ".... .... .... xxXX", "snare": ".... X..o .... ...."}),
    ),
    "soft": Beat(
        {"kick": "o... .... o... ....", "rim": ".... .... o... ....", "shaker": "o... ,... o... ,..."},
        three={"kick": "o... .... ....", "shaker": "o... ,... ,..."}, crash=None, light=0.8,
    ),
}  # fmt: skip


def drums(place: Place, kind: str, swing: float = 0.5, fill: bool = False) -> list[Note]:
    """One bar of percussion; a `fill` leads into the next section. The orchestra has timpani only."""
    beats = place.bar.beats
    if kind == "orchestral":
        return _timpani(place, fill)
    beat = BEATS[kind]
    rows = _rows(beat, place)
    hits: dict[tuple[float, int], float] = {}
    leads = fill or (place.last and beats == 4 and place.level > 0.5)
    turned = _turned(beat, place, small=not fill) if leads and beat.fills and place.level >= CALM else {}
    since = (0.0 if fill else beats - 1.0) if turned else float(beats)
    for name, row in rows.items():
        for cell in read(row, place.number + 4 * place.turn, beats):
            if cell.at < since or (fill and name in ("hat", "ride", "shaker", "maracas", "tamb")):
                hits[cell.at, DRUMS[name]] = _FORCE[cell.mark]
    for name, row in turned.items():
        for cell in read(row, 0, beats):
            if cell.at >= since:  # a fill grows
                hits[cell.at, DRUMS[name]] = _FORCE[cell.mark] * (0.72 + 0.3 * cell.at / beats)
    if beat.crash and place.number == 0 and place.turn == 0 and place.level > 0.5:
        hits[0.0, DRUMS[beat.crash]] = 0.62
    return [place.note("drums", at, 0.2, drum, force * beat.light, swing) for (at, drum), force in sorted(hits.items())]


def _rows(beat: Beat, place: Place) -> dict[str, str]:
    if place.bar.beats == 3 and beat.three:
        return beat.three
    if place.level < CALM and beat.calm:
        return beat.calm
    return beat.rows | beat.full if place.level >= FULL else beat.rows


def _turned(beat: Beat, place: Place, small: bool) -> dict[str, str]:
    """A fill, never the same twice running; inside a section only its last beat."""
    return beat.fills[(place.turn + len(place.section) + small) % len(beat.fills)]


def _timpani(place: Place, fill: bool) -> list[Note]:
    """The root on the first beat, its fifth below before a new phrase, and a roll that swells into a section."""
    beats = place.bar.beats
    notes = [place.note("timpani", 0, 1.5, place.bass, 0.5)] if place.number % 2 == 0 or place.level >= FULL else []
    if fill:
        return notes + [place.note("timpani", beats - 1 + i / 6, 0.16, place.bass, 0.28 + 0.05 * i) for i in range(6)]
    if place.last:
        notes.append(place.note("timpani", beats - 1, 0.9, place.bass - 5 if place.bass > 40 else place.bass, 0.42))
    return notes
