"""How Spanish is said: its spelling tells nearly all (Real Academia Española, Ortografía, 2010). Castilian sounds."""

import re

from pipelines.speech.rule import read_out

SIGNS = {
    "%": "por ciento", "€": "euros", "$": "dólares", "£": "libras", "&": "y", "+": "más", "=": "igual a", "@": "arroba",
    "°": "grados", "km": "kilómetros", "kg": "kilos", "m": "metros", "cm": "centímetros", "sr.": "señor", "h": "horas",
    "sra.": "señora", "dr.": "doctor", "dra.": "doctora", "etc.": "etcétera", "ud.": "usted", "pág.": "página",
}  # fmt: skip
POINT = "coma"
_ONES = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho
veintinueve"""
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS = "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"


def number(value: int) -> str:
    """1984 -> "mil novecientos ochenta y cuatro"."""
    if value < 30:
        return _ONES.split()[value]
    if value < 100:
        tens, rest = divmod(value, 10)
        return _TENS.split()[tens - 3] + (f" y {number(rest)}" if rest else "")
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        return "cien" if value == 100 else _HUNDREDS.split()[hundreds - 1] + (f" {number(rest)}" if rest else "")
    size, one, many = (1000, "mil", "mil") if value < 1_000_000 else (1_000_000, "un millón", "millones")
    first, rest = divmod(value, size)
    counted = re.sub("uno$", "un", re.sub("veintiuno$", "veintiún", number(first)))
    return (one if first == 1 else f"{counted} {many}") + (f" {number(rest)}" if rest else "")


_BEFORE_E = "(?=ˈ?[eiéí])"
_LETTER = "[a-záéíóúüñ]"
_RULES = tuple(
    (re.compile(written), said)
    for written, said in (
        ("ch", "ʧ"), ("ll", "ʎ"), ("rr", "r"), (f"qu{_BEFORE_E}", "k"), ("qu?", "k"), (f"gu{_BEFORE_E}", "ɡ"),
        ("gü", "ɡw"), (f"g{_BEFORE_E}", "x"), (f"c{_BEFORE_E}", "θ"), ("c", "k"), ("z", "θ"), ("j", "x"), ("ñ", "ɲ"),
        ("h", ""), ("v", "b"), (f"(?<!{_LETTER})(?<!ˈ)r", "r"), ("(?<=[nls])r", "r"), ("r", "ɾ"), ("x", "ks"),
        ("y(?=ˈ?[aeiouáéíóú])", "ʝ"), ("y", "i"), ("g", "ɡ"),
    )
)  # fmt: skip
_PAIRS = (("ai", "I"), ("au", "W"), ("ei", "A"), ("oi", "oɪ"))
_SOFT = {"b": "β", "d": "ð", "ɡ": "ɣ"}


def sounds(word: str) -> str:
    """The phonemes of a word in small letters, the stress before its vowel: "lámpara" -> "lˈampaɾa"."""
    out = read_out(word, _stressed(word), _RULES)
    out = out.translate(str.maketrans("áéóú", "aeou")).replace("ü", "u")
    out = re.sub("(?<!ˈ)[iu](?=ˈ?[aeo])", lambda m: {"i": "j", "u": "w"}[m[0]], out).replace("í", "i")
    out = re.sub("(?<=[kɡxbθɾs])u(?=ˈi)", "w", out)
    for pair, one in _PAIRS:
        out = out.replace(pair, one)
    return re.sub("(?<=[aeiouIWAjwɾl])[bdɡ](?=ˈ?[aeiouIWAjwɾl])", lambda m: _SOFT[m[0]], out)


_LIGHT = """
el la los las un una unos unas de del al a y e o u en con por para que se su sus mi tu le les lo me te nos no sin"""


def _stressed(word: str) -> int | None:
    """Where the stressed vowel is: the accented one, else in the last syllable but one after a vowel, n or s."""
    if word in _LIGHT.split():
        return None
    accent = re.search("[áéíóú]", word)
    if accent:
        return accent.start()
    bare = re.sub("(?<=[qg])u(?=[ei])", "_", word)
    nuclei = list(re.finditer("[iu]?[aeo][iuy]?|[iuü]+|y$", bare))
    if not nuclei:
        return None
    late = word[-1] in "aeiouns"
    chosen = nuclei[-2] if late and len(nuclei) > 1 else nuclei[-1]
    strong = re.search("[aeo]", chosen[0])
    return chosen.start() + (strong.start() if strong else len(chosen[0]) - 1)
