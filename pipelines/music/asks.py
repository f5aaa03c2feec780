"""What words ask of the players: instruments, drums, styles, tempo and key, and what they bar."""

import re
from collections.abc import Sequence

# General MIDI programs by the name people use, and the part each plays when asked for.
INSTRUMENTS: dict[str, tuple[int, str]] = {
    "piano": (0, "keys"), "grand piano": (0, "keys"), "honky-tonk": (3, "keys"), "rhodes": (4, "keys"),
    "electric piano": (4, "keys"), "harpsichord": (6, "keys"), "clavinet": (7, "keys"), "celesta": (8, "lead"),
    "glockenspiel": (9, "lead"), "music box": (10, "lead"), "vibraphone": (11, "lead"), "vibes": (11, "lead"),
    "marimba": (12, "lead"), "xylophone": (13, "lead"), "tubular bells": (14, "lead"), "bells": (9, "lead"),
    "dulcimer": (15, "lead"), "organ": (19, "pad"), "church organ": (19, "pad"), "hammond": (16, "pad"),
    "accordion": (21, "lead"), "harmonica": (22, "lead"), "bandoneon": (23, "lead"), "concertina": (23, "lead"),
    "guitar": (24, "keys"), "classical guitar": (24, "keys"), "acoustic guitar": (25, "keys"), "lute": (24, "keys"),
    "electric guitar": (27, "keys"), "distorted guitar": (30, "lead"), "ukulele": (24, "keys"),
    "mandolin": (25, "keys"), "bass": (32, "bass"), "double bass": (32, "bass"), "upright bass": (32, "bass"),
    "electric bass": (33, "bass"), "bass guitar": (33, "bass"), "synth bass": (38, "bass"),
    "violin": (40, "lead"), "viola": (41, "lead"), "cello": (42, "lead"), "strings": (48, "pad"),
    "string quartet": (48, "pad"), "string section": (48, "pad"), "orchestra": (48, "pad"), "harp": (46, "keys"),
    "choir": (52, "pad"), "choral": (52, "pad"), "voices": (53, "pad"), "vocals": (53, "pad"),
    "trumpet": (56, "lead"), "trombone": (57, "lead"), "tuba": (58, "bass"), "horn": (60, "lead"),
    "french horn": (60, "lead"), "brass": (61, "pad"), "saxophone": (65, "lead"), "sax": (65, "lead"),
    "alto sax": (65, "lead"), "tenor sax": (66, "lead"), "oboe": (68, "lead"), "english horn": (69, "lead"),
    "cor anglais": (69, "lead"), "bassoon": (70, "lead"), "clarinet": (71, "lead"), "piccolo": (72, "lead"),
    "flute": (73, "lead"), "recorder": (74, "lead"), "pan flute": (75, "lead"), "panpipes": (75, "lead"),
    "shakuhachi": (77, "lead"), "ocarina": (79, "lead"), "whistle": (78, "lead"), "whistling": (78, "lead"),
    "synth": (89, "pad"), "synthesizer": (89, "pad"), "synthesiser": (89, "pad"), "pad": (89, "pad"),
    "sitar": (104, "lead"), "banjo": (105, "keys"), "shamisen": (106, "lead"), "koto": (107, "keys"),
    "kalimba": (108, "lead"), "bagpipes": (109, "lead"), "bagpipe": (109, "lead"), "fiddle": (110, "lead"),
    "steel drums": (114, "lead"), "steelpan": (114, "lead"),
}  # fmt: skip
_ONE = sorted(INSTRUMENTS, key=lambda name: (-len(name), name))
_NAME = re.compile(r"(?<![\w-])(" + "|".join(name.replace(" ", r"[ -]?") for name in _ONE) + r")(?:e?s)?(?![\w-])")

DRUMS = re.compile(r"(?<![\w-])(?:drum(?:s|ming|mer| ?kit| machine|beat)?|percussion|percussive|beats?|kit)(?![\w-])")
NO_DRUMS = re.compile(r"\b(?:drum|percussion|beat)(?:less|-free)\b|\bunplugged\b|\ba cappella\b")

# Words of each style, and words that name one only beside "music" and the like, or in a short list of wishes.
_STYLES: tuple[tuple[str, str, str], ...] = (
    ("8-bit", r"8.?bit|chip ?tunes?|chip ?music|arcade|retro game|video ?games?|pixel\w*|nintendo|game ?boy", ""),
    ("synthwave", r"synth ?wave|retro ?wave|vapou?r ?wave|outrun|80s|eighties|1980s|cyberpunk", "retro"),
    ("music box", r"music.?box|lullab\w*|nursery|toy ?box|carou?sel", ""),
    ("lo-fi", r"lo.?fi|study beats|chill ?hop|chill beats", ""),
    ("hip-hop", r"hip.?hop|boom.?bap|rap(?:ping)?|trap beats?", "trap|urban"),
    ("bossa nova", r"bossa(?:.?nova)?", ""),
    ("tango", r"tango|milonga|argentin\w+", ""),
    ("waltz", r"waltz\w*|viennese|ballroom", ""),
    ("reggae", r"reggae|ska|rasta\w*|jamaican", "dub"),
    ("latin", r"latin|salsa|samba|mambo|rumba|cumbia|cha.?cha\w*|cuban|mariachi|merengue", ""),
    ("celtic", r"celtic|irish|scottish|gaelic|highlands?", "jig|reel"),
    ("western", r"spaghetti western|wild west|cowboys?|ennio|morricone", "western"),
    ("country", r"bluegrass|nashville|hoedown|country.?(?:music|song|ballad|style)", "country"),
    ("blues", r"blues|bluesy", ""),
    ("jazz", r"jazz\w*|be.?bop|big.?band|swing(?:ing)? (?:music|band|tune)|dixieland|noir", "swing"),
    ("funk", r"funk\w*|disco|motown|groov\w+", "soul"),
    ("house", r"techno|edm|trance|rave|dance ?floor|deep house", "house|club"),
    ("rock", r"rock(?:'n'roll| and roll)|punk|heavy metal|grunge|(?:hard|indie) rock", "rock|metal"),
    ("march", r"military|marching|parade|brass band|fanfare", "march"),
    ("choir", r"choir\w*|choral\w*|chorus|gregorian|a cappella|gospel|cathedral|hymn\w*", ""),
    ("epic", r"epic|trailer|blockbuster|super ?hero\w*|larger than life", ""),
    ("orchestral", r"orchestral?|symphon\w*|classical|philharmonic|baroque|mozart|beethoven", ""),
    ("cinematic", r"cinematic|film (?:score|music)|movie (?:score|music)|filmic", ""),
    ("ambient", r"ambient|drone|atmospheric|sound ?scape|ethereal|cosmic|floating|meditati\w+|underwater", "space"),
    ("folk", r"folk\w*|acoustic|rustic|pastoral|camp ?fire|(?<!electric )guitars?|ukulele|banjo|fiddle", ""),
    ("pop", r"corporate|upbeat|dance\w*|party|electronic|electro|modern|k.?pop|advert\w*|commercial", "pop|dance"),
    ("piano", r"(?<!electric )pianos?|intimate|minimal\w*|nocturne", ""),
)  # fmt: skip
_BESIDE = r"(?:music|song|tune|track|beat|groove|band|ballad|vibes?|style|score|soundtrack|feel|theme|anthem|sound)"


def instruments(text: str) -> list[tuple[str, int, int]]:
    """(name in `INSTRUMENTS`, begin, end) of the instruments a text (small letters) names, in order."""
    found = []
    for match in _NAME.finditer(text):
        said = re.sub(r"[ -]", "", match[1])
        found.append((next(name for name in _ONE if re.sub(r"[ -]", "", name) == said), *match.span()))
    return found


def style(text: str, denied: Sequence[tuple[int, int]]) -> str | None:
    """The style a text (small letters) names first, apart from the stretches that are denied."""
    short = len(text.split()) <= 7
    best: tuple[int, int, str] | None = None
    for rank, (name, sure, loose) in enumerate(_STYLES):
        patterns = [rf"\b(?:{sure})\b"]
        if loose:
            patterns.append(rf"\b(?:{loose})[ -]{_BESIDE}\b")
            if short:
                patterns.append(rf"(?<!the )(?<!a )(?<!old )(?<!my )(?<!our )(?<!haunted )(?<!empty )\b(?:{loose})\b")
        for pattern in patterns:
            for match in re.finditer(pattern, text):
                if not any(a <= match.start() < b for a, b in denied):
                    best = min(best or (rank, match.start(), name), (rank, match.start(), name))
    return best[2] if best else None


_PACES: tuple[tuple[str, float], ...] = (
    (r"(?:very|extremely|really|super) slow\w*", 0.7), (r"slow\w*|unhurried|leisurely|crawling|drawn.out", 0.82),
    (r"(?:very|extremely|really|super) fast\w*|breakneck", 1.38),
    (r"fast\w*|quick\w*|up.?tempo|brisk\w*|rapid\w*|speedy|pacy|racing|hurried", 1.22), (r"mid.?tempo", 1.0),
)  # fmt: skip
TEMPI = {
    "larghissimo": 40.0, "largo": 50.0, "larghetto": 60.0, "adagio": 68.0, "adagietto": 72.0,
    "andante": 84.0, "andantino": 92.0, "moderato": 108.0, "allegretto": 112.0, "allegro": 132.0, "vivace": 152.0,
    "presto": 176.0, "prestissimo": 200.0,
}  # fmt: skip


def pace(text: str, denied: Sequence[tuple[int, int]]) -> tuple[float, float | None]:
    """(factor on the mood's own tempo, beats a minute where they are named). "not too fast" is a little slower."""
    number = re.search(r"(?<![\d.])(\d{2,3})(?:[.,]\d+)?[ -]?(?:bpm|beats? (?:per|a|pro|par|por|al) ?minut\w*)", text)
    bpm = max(40.0, min(200.0, float(number[1]))) if number else None
    if bpm is None:
        bpm = next((tempo for word, tempo in TEMPI.items() if re.search(rf"\b{word}\b", text)), None)
    factor = 1.0
    taken: list[tuple[int, int]] = []
    for pattern, way in _PACES:
        for match in re.finditer(rf"\b(?:{pattern})\b", text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            factor *= (0.92 if way > 1 else 1.08) if any(a <= match.start() < b for a, b in denied) else way
    return max(0.6, min(1.5, factor)), bpm


_MODES = r"major|minor|maj|min|dorian|lydian|mixolydian|phrygian|aeolian|ionian"
_KEY = re.compile(
    rf"\b(?P<note>[a-h])(?P<sign>[#♯♭]|[ -]?sharp|[ -]?flat|b(?=[ -](?:{_MODES}))|is(?=[ -])|es(?=[ -]))?[ -]?"
    rf"(?P<mode>{_MODES})\b|\bkey of (?P<of>[a-g])(?P<ofsign>[#♯♭b]|[ -]?sharp|[ -]?flat)?(?![\w])"
)
_SOLFA = {"do": "C", "re": "D", "ré": "D", "mi": "E", "fa": "F", "sol": "G", "la": "A", "si": "B"}
_SUNG = re.compile(rf"\b(do|re|ré|mi|fa|sol|la|si)(?P<sign>[#♯♭])? (?P<mode>{_MODES})\b")

_SIGNS = {"sharp": "#", "♯": "#", "#": "#", "is": "#", "flat": "b", "♭": "b", "b": "b", "es": "b"}


def _plain_words(match: re.Match[str], text: str) -> bool:
    """Whether "a minor" is no key but the beginning of "a minor setback"."""
    after = text[match.end() :]
    sure = re.match(r"\s*(?:$|[^\w\s]|(?:and|with|at|music)\b)", after)
    return match["note"] == "a" and not match["sign"] and not sure


def key(text: str) -> str | None:
    """The key a text (small letters, in English) names, as "D minor" or "F#"; None where it names none."""
    found = next((m for m in _KEY.finditer(text) if not _plain_words(m, text)), None)
    if found:
        note = (found["note"] or found["of"]).upper().replace("H", "B")
        sign = _SIGNS.get((found["sign"] or found["ofsign"] or "").strip(" -"), "")
        return f"{note}{sign} {found['mode'] or ''}".strip()
    sung = _SUNG.search(text)
    if sung:
        return f"{_SOLFA[sung[1]]}{(sung['sign'] or '').replace('♯', '#').replace('♭', 'b')} {sung['mode']}"
    return None
