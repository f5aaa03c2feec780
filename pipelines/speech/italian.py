"""How Italian is said: by its spelling; where that does not tell the stress, it is on the last syllable but one."""

import re

from pipelines.speech.rule import read_out

SIGNS = {
    "%": "per cento", "€": "euro", "$": "dollari", "£": "sterline", "&": "e", "+": "più", "=": "uguale a",
    "@": "chiocciola", "°": "gradi", "km": "chilometri", "kg": "chili", "m": "metri", "cm": "centimetri", "h": "ore",
    "sig.": "signor", "sig.ra": "signora", "dott.": "dottor", "ecc.": "eccetera", "pag.": "pagina",
}  # fmt: skip
POINT = "virgola"
_ONES = """
zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
diciotto diciannove"""
_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"


def number(value: int) -> str:
    """1984 -> "millenovecentottantaquattro"."""
    if value < 20:
        return _ONES.split()[value]
    if value < 100:
        tens, rest = divmod(value, 10)
        lead = _TENS.split()[tens - 2]
        return (lead[:-1] if rest in (1, 8) else lead) + (("tré" if rest == 3 else number(rest)) if rest else "")
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        lead = ("" if hundreds == 1 else number(hundreds)) + "cento"
        return (lead[:-1] if 80 <= rest < 90 or rest == 8 else lead) + (number(rest) if rest else "")
    if value < 1_000_000:
        thousands, rest = divmod(value, 1000)
        return ("mille" if thousands == 1 else number(thousands) + "mila") + (number(rest) if rest else "")
    millions, rest = divmod(value, 1_000_000)
    return ("un milione" if millions == 1 else number(millions) + " milioni") + (f" {number(rest)}" if rest else "")


_E = "(?=ˈ?[eiéíèì])"
_RULES = tuple(
    (re.compile(written), said)
    for written, said in (
        (f"cch{_E}", "kk"), (f"cc(?:i(?=ˈ?[aouàòù])|{_E})", "tʧ"), (f"ggh{_E}", "ɡɡ"),
        (f"gg(?:i(?=ˈ?[aouàòù])|{_E})", "dʤ"), ("sc(?:i(?=ˈ?[aouàòù])|(?=ˈ?[eiéíèì]))", "ʃ"), (f"ch{_E}", "k"),
        ("c(?:i(?=ˈ?[aouàòù])|(?=ˈ?[eiéíèì]))", "ʧ"), (f"gh{_E}", "ɡ"), ("gli(?=ˈ?[aeouàèéòù])", "ʎ"),
        ("gl(?=ˈ?i)", "ʎ"), ("gn", "ɲ"), ("g(?:i(?=ˈ?[aouàòù])|(?=ˈ?[eiéíèì]))", "ʤ"), ("qu", "kw"), ("c", "k"),
        ("zz", "tʦ"), ("z", "ʦ"), ("(?<=[aeiouàèéìòù])s(?=ˈ?[aeiouàèéìòù])", "z"), ("s(?=[bdgvlmnr])", "z"), ("h", ""),
        ("j", "j"), ("x", "ks"), ("y", "i"), ("w", "v"), ("g", "ɡ"), ("è", "ɛ"), ("ò", "ɔ"),
    )
)  # fmt: skip


def sounds(word: str) -> str:
    """The phonemes of a word in small letters, the stress before its vowel: "lampada" is told by its accent alone."""
    out = read_out(word, _stressed(word), _RULES)
    out = out.translate(str.maketrans("àéìíóùú", "aeiiouu"))
    out = re.sub("(?<![ˈaeiou])i(?=ˈ?[aeouɛɔ])", "j", out)
    out = re.sub("(?<![ˈaeiou])u(?=ˈ?[aeioɛɔ])", "w", out)
    for pair, one in (("ai", "I"), ("au", "W"), ("ei", "A")):
        out = out.replace(pair, one)
    return re.sub("([bdfklmnprstvɡʃɲ])\\1", "\\1ː", out)


_LIGHT = """
il lo la i gli le un uno una di a da in con su per tra fra e o che si mi ti ci vi ne al del dal nel sul della dello dei
degli delle alla allo ai agli alle nella nello nei negli nelle sulla non se"""
_EARLY = """
lampada sabato domenica albero tavola isola piccolo giovane musica numero macchina telefono zucchero popolo secolo
angolo ultimo prossimo povero nuvola favola essere vivere scrivere leggere prendere mettere correre credere perdere
camera lettera opera pagina anima fabbrica medico pubblico magico unico libero facile difficile possibile
simile umile utile"""


def _stressed(word: str) -> int | None:
    """Where the stressed vowel is: the accented one, in words known for it the third from the end, else the second."""
    if word in _LIGHT.split():
        return None
    accent = re.search("[àèéìíòóùú]", word)
    if accent:
        return accent.start()
    bare = re.sub("(?<=[cg])i(?=[aou])", "_", re.sub("(?<=q)u", "_", word))
    nuclei = list(re.finditer("[iu]?[aeo][iu]?|[iu]", bare))
    if not nuclei:
        return None
    early = word in _EARLY.split() or bool(
        re.search("(?:issim|ic|abil|ibil|evol|tic|logic)[oaie]$|(?:ano|ono)$", word) and len(nuclei) > 3
    )
    chosen = (
        nuclei[-3]
        if early and len(nuclei) > 2
        else nuclei[-2]
        if len(nuclei) > 1 and word[-1] in "aeiou"
        else nuclei[-1]
    )
    strong = re.search("[aeo]", chosen[0])
    return chosen.start() + (strong.start() if strong else 0)
