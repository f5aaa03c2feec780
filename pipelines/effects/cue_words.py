"""Deeds in a scene's words that are heard: a pattern, the effect, and how it is laid."""

import re
from dataclasses import dataclass
from functools import lru_cache

# A pattern is of whole words; "~" stands for a word or none, "WHO" for somebody.
_SHORT = {
    "~": r"(?:\w+ )?",
    "WHO": r"(?:he|she|they|who|and|man|woman|boy|girl|child|people|keeper|person|kid|soldier|king|queen|knight)",
}
# pattern in the scene's words | effect | where in the shot, 0 to 1 | peak in dBFS | how far, 0 to 1 | seconds at most
_TABLE = r"""
(walks?|walking|strolls?|strolling|marches|marching|paces|wanders?) | footsteps | 0.08 | -19 | 0.12 | 8.0
(climbs?|climbing) (the |some |up )*(stairs?|steps|ladder) | footsteps on wood | 0.08 | -18 | 0.1 | 8.0
WHO (runs?|running|sprints?|hurries|flees) | running | 0.05 | -18 | 0.12 | 6.0
(birds?|doves?|pigeons?|swallows?|eagles?) ~(fl(y|ies|ying)|takes? off|flutters?) | wings | 0.15 | -22 | 0.15 | 2.0
(gulls?|seagulls?) ~(cr(y|ies|ying)|screams?|calls?|circles?|circling|fl(y|ies|ying)) | seagull | 0.2 | -20 | 0.3 |
owls? ~(hoots?|calls?|hooting) | owl | 0.15 | -18 | 0.25 |
(bird|robin|blackbird|nightingale)s? ~(sings?|singing|chirps?) | bird | 0.15 | -22 | 0.2 |
dogs? ~(barks?|barking) | dog | 0.2 | -16 | 0.2 |
(rooster|cock)s? ~(crows?|crowing) | rooster | 0.15 | -17 | 0.3 |
cows? ~(moos?|mooing) | cow | 0.2 | -17 | 0.3 |
horses? ~(neighs?|whinn\w+) | horse | 0.2 | -17 | 0.25 |
(knocks?|knocking) | knock | 0.2 | -14 | 0.08 |
(slams?|slamming) ~door | door slam | 0.25 | -9 | 0.1 |
(clos(es|ing)|shuts?) ~~door | door closes | 0.3 | -15 | 0.1 |
(open(s|ing)|enters?|comes? through) ~~(door|gate) | door (opens|creaks) | door opens | 0.2 | -18 | 0.1 |
(types|typing) | keyboard | 0.1 | -22 | 0.1 | 6.0
typewriter | typewriter | 0.1 | -18 | 0.1 | 5.0
(turns?|turning) ~pages? | reads? ~~book | (opens|leafs through) ~~book | page turn | 0.35 | -24 | 0.05 |
(opens|unfolds|reads|tears) ~~(letter|map|newspaper|envelope) | paper | 0.25 | -24 | 0.05 | 1.5
(takes?|taking|shoots?) ~~(photos?|photographs?|pictures?|snapshots?) | camera shutter | 0.4 | -15 | 0.05 |
(clock|watch) ~(ticks?|ticking) | ticking clock | clock | 0.05 | -22 | 0.1 | 8.0
(bells?) ~(rings?|tolls?|ringing|tolling) | rings ~(church )?bells? | bell | 0.1 | -16 | 0.35 |
(phone|telephone) ~(rings?|ringing) | phone | 0.1 | -16 | 0.12 | 4.0
(explod\w+|explosion|blows up|erupts|bursts into) | explosion | 0.2 | -5 | 0.2 |
rocket ~(takes off|lifts off|launch\w*|rises) | (rocket launch|lift ?off) | rocket | 0.05 | -7 | 0.15 | 9.0
(jumps?|dives?|falls?|plunges?|leaps?) into ~~(water|sea|lake|river|pool|pond) | splash\w* | splash | 0.4 | -13 | 0.15 |
whale ~(breaches|leaps|jumps|dives) | splash | 0.4 | -12 | 0.4 |
(clink\w*|toasts?|raise (their )?glasses) | glass clink | 0.4 | -18 | 0.05 |
(window|glass|vase|mirror) ~(breaks|shatters|smashes) | glass breaks | 0.3 | -11 | 0.1 |
(applauds?|applause|claps?|clapping) | applause | 0.1 | -16 | 0.3 | 5.0
(laughs?|laughing) | laughter | 0.3 | -22 | 0.2 |
heart (beats|pounds) | heartbeat | 0.0 | -14 | 0.0 | 6.0
(casts? ~spell|waves ~(magic )?wand|magic sparkles?|fairy dust) | sparkle | 0.3 | -20 | 0.1 |
(train|locomotive) ~(arrives|leaves|departs|whistles|crosses|passes|comes|rushes) | train horn | 0.1 | -18 | 0.55 |
(ship|ferry|steamer|liner) ~(leaves|departs|arrives|sails|sounds|comes) | ship horn | 0.1 | -18 | 0.5 |
(car|cars|taxi|bus|truck|lorry) ~(drives?|passes|speeds?|races?|goes) | car passes | 0.0 | -14 | 0.1 | 6.0
(honks?|honking) | car horn | 0.3 | -16 | 0.3 |
thunder | lightning | thunder | 0.12 | -9 | 0.3 |
(drops?|throws|tosses|flips) ~coins? | coin | 0.4 | -18 | 0.05 |
"""


@dataclass(frozen=True)
class Deed:
    """A pattern in a scene's words and the effect it asks for: where in the shot (0 to 1), its peak in dBFS, how far (0
    to 1), at most how many seconds of it (None: as long as it is)."""

    pattern: re.Pattern[str]
    effect: str
    where: float
    peak: float
    far: float
    most: float | None


@lru_cache(maxsize=1)
def deeds() -> tuple[Deed, ...]:
    """All of the table."""
    found = []
    for line in _TABLE.strip().splitlines():
        pattern, effect, *numbers = (part.strip() for part in line.rsplit("|", 5))
        for short, meant in _SHORT.items():
            pattern = pattern.replace(short, meant)
        where, peak, far = map(float, numbers[:3])
        whole = re.compile(rf"\b(?:{pattern.replace(' | ', '|')})\b")
        found.append(Deed(whole, effect, where, peak, far, float(numbers[3]) if numbers[3] else None))
    return tuple(found)
