"""The single effects there are: what makes each, what people call it, in which room it is heard."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from pipelines.effects import desk, signals, steps, strikes, sweeps
from pipelines.effects.strikes import Take

Makes = Callable[[Take], np.ndarray]


@dataclass(frozen=True)
class OneShot:
    """`words`: what people call it, parted by commas. `force`: how hard it is where nothing is said."""

    makes: Makes
    words: str
    room: str = "room"
    force: float = 0.5


EFFECTS: dict[str, OneShot] = {
    "whoosh": OneShot(
        sweeps.whoosh, "whoosh, swoosh, swish, fly by, flyby, swipe, air rush, sword swing, throw", "open"
    ),
    "slow whoosh": OneShot(sweeps.whoosh, "slow whoosh, long whoosh, gentle whoosh, soft whoosh", "open", 0.0),
    "fast whoosh": OneShot(sweeps.whoosh, "fast whoosh, quick whoosh, whip, whip pan, fast swoosh", "open", 1.0),
    "title swoosh": OneShot(
        sweeps.swoosh_in, "title swoosh, swoosh in, title, text comes in, slide in, caption comes in", "room"
    ),
    "impact": OneShot(sweeps.impact, "impact, hit, blow, trailer hit, slam, punch, crash, bang", "hall"),
    "boom": OneShot(sweeps.boom, "boom, deep boom, sub drop, bass drop, low hit, deep hit", "hall"),
    "riser": OneShot(sweeps.riser, "riser, rise, build up, buildup, tension rise, uplifter, crescendo", "hall"),
    "downer": OneShot(sweeps.downer, "downer, power down, downlifter, shut down, switch off, fall", "hall"),
    "click": OneShot(strikes.click, "click, switch, button, mouse click, light switch, tick sound", "room"),
    "pop": OneShot(strikes.pop, "pop, cork, bubble pop, plop, bottle opened", "room"),
    "ding": OneShot(
        strikes.ding,
        "ding, desk bell, service bell, reception bell, small bell, bicycle bell, doorbell, notification",
        "room",
    ),
    "bell": OneShot(
        strikes.bell, "bell, church bell, church bells, bell tower, tolling, bell tolls, clock strikes", "valley"
    ),
    "knock": OneShot(
        strikes.knock, "knock, knocks, knocking, knock on the door, knock at the door, door knock", "room"
    ),
    "door opens": OneShot(
        strikes.door_open,
        "door, door opens, opening door, open door, door opening, creaking door, creak, gate, hinge",
        "room",
    ),
    "door closes": OneShot(
        strikes.door_close, "door closes, closing door, door closing, door shuts, close door", "room"
    ),
    "door slam": OneShot(strikes.door_slam, "door slam, slammed door, door slams, slamming door", "hall"),
    "footsteps": OneShot(
        partial(steps.steps, "stone"),
        "footsteps, footstep, steps, step, walking, walk, walks, feet, footsteps on stone, heels, pavement",
        "street",
    ),
    "footsteps on gravel": OneShot(
        partial(steps.steps, "gravel"),
        "footsteps on gravel, steps on gravel, gravel, walking on gravel, footsteps on sand, pebbles",
        "open",
    ),
    "footsteps on wood": OneShot(
        partial(steps.steps, "wood"),
        "footsteps on wood, steps on wood, wooden floor, wooden stairs, stairs, floorboards, climbing stairs",
        "room",
    ),
    "footsteps in snow": OneShot(
        partial(steps.steps, "snow"),
        "footsteps in snow, steps in snow, snow, footsteps in the snow, walking in snow, footsteps on snow",
        "open",
    ),
    "footsteps in leaves": OneShot(
        partial(steps.steps, "leaves"),
        "footsteps in leaves, steps in leaves, dry leaves, walking through leaves",
        "wood",
    ),
    "footsteps on grass": OneShot(
        partial(steps.steps, "grass"), "footsteps on grass, steps on grass, grass, footsteps on carpet", "open"
    ),
    "running": OneShot(
        partial(steps.steps, "stone"), "running, run, runs, running feet, somebody runs, jogging", "street", 1.0
    ),
    "thunder": OneShot(
        sweeps.thunder_clap,
        "thunder, thunder clap, thunderclap, clap of thunder, lightning, lightning strike, peal of thunder",
        "valley",
        0.7,
    ),
    "splash": OneShot(
        steps.splash, "splash, dive, falls into water, jump into water, plunge, stone into water", "open"
    ),
    "drop": OneShot(steps.drop, "drop, drip, water drop, drop of water, raindrop", "hall"),
    "camera shutter": OneShot(
        signals.shutter, "camera shutter, shutter, camera, photo, photograph, snapshot, camera click", "room"
    ),
    "camera whirr": OneShot(
        signals.camera_whirr, "camera whirr, film camera, projector, film projector, winding", "room"
    ),
    "keyboard": OneShot(desk.keyboard, "keyboard, typing, computer keyboard, keys, types", "room"),
    "typewriter": OneShot(desk.typewriter, "typewriter, typewriting, old typewriter", "room"),
    "page turn": OneShot(signals.page, "page turn, page, turning page, turn the page, book, turns a page", "room"),
    "paper": OneShot(
        signals.paper, "paper, crumpling, crumpled paper, letter, envelope, newspaper, map, rustling paper", "room"
    ),
    "clock": OneShot(
        desk.clock, "clock, tick, ticking, clock tick, ticking clock, tick tock, watch, timer, metronome", "room"
    ),
    "heartbeat": OneShot(signals.heartbeat, "heartbeat, heart, heart beat, heart beats, pulse", "room", 0.2),
    "car passes": OneShot(
        signals.car_pass,
        "car passes, car pass by, car, passing car, car drives by, car goes by, drive by, truck, bus",
        "street",
    ),
    "car horn": OneShot(signals.car_horn, "car horn, honk, honking, horn, hoot of a car, beep of a car", "street"),
    "train horn": OneShot(signals.train_horn, "train horn, train whistle, locomotive, train", "valley"),
    "ship horn": OneShot(
        signals.ship_horn, "ship horn, fog horn, foghorn, boat horn, ferry horn, ship, steamer, harbour horn", "valley"
    ),
    "seagull": OneShot(signals.gull_cry, "seagull, gull, seagull cry, gull cry, seagulls, gulls", "open"),
    "owl": OneShot(signals.owl_hoot, "owl, owl hoot, hoot, hooting owl, owls", "valley"),
    "bird": OneShot(
        signals.bird_call, "bird, bird call, bird song, birdsong, chirp, tweet, birds, singing bird", "wood"
    ),
    "wings": OneShot(
        signals.wings, "wings, flapping wings, flap, flutter, bird takes off, wing beats, fluttering", "open"
    ),
    "glass clink": OneShot(strikes.glass_clink, "glass clink, clink, cheers, toast, glasses, glass", "room"),
    "glass breaks": OneShot(
        strikes.glass_break,
        "glass breaks, breaking glass, broken glass, shattered glass, window breaks, shatter, glass shatters",
        "room",
    ),
    "coin": OneShot(strikes.coin, "coin, coins, coin drop, money, dropped coin", "room"),
    "success": OneShot(
        sweeps.success, "success, success chime, right answer, correct, win, achievement, done, chime", "room"
    ),
    "failure": OneShot(
        sweeps.failure, "failure, failure chime, wrong answer, wrong, error, fail, lose, buzzer", "room"
    ),
    "applause": OneShot(signals.applause_burst, "applause, clapping, clap, claps, ovation, applause burst", "hall"),
    "laughter": OneShot(signals.laughter, "laughter, laugh, laughs, laughing, giggle", "room"),
    "sparkle": OneShot(
        sweeps.sparkle,
        "sparkle, magic, magic sparkle, glitter, fairy, twinkle, spell, fairy dust, stars, shimmer",
        "hall",
    ),
    "explosion": OneShot(sweeps.explosion, "explosion, explodes, blast, bomb, detonation, cannon, burst", "valley"),
    "rocket": OneShot(sweeps.rocket, "rocket, rocket launch, lift off, liftoff, launch, rocket takes off, jet", "open"),
    "cash register": OneShot(signals.register, "cash register, cash, till, ka-ching, sale, checkout", "room"),
    "phone": OneShot(
        signals.phone, "phone, phone ring, telephone, phone rings, ringing phone, telephone rings, ring", "room"
    ),
}

# Calls of the recorded beasts (pack "animals"): nothing synthesised was good enough to stand for them.
BEASTS: dict[str, str] = {
    "dog": "dog, dog bark, bark, barking, barking dog, dog barks, puppy, hound",
    "cow": "cow, moo, mooing, cattle, cow moos",
    "duck": "duck, quack, ducks, goose, geese, quacking",
    "horse": "horse, neigh, whinny, horse neighs, pony",
    "pig": "pig, oink, grunt, pigs, piglet",
    "rooster": "rooster, cock, crow, cockerel, crowing, cock crows, chicken",
    "sheep": "sheep, bleat, lamb, goat, bleating",
}


def words() -> dict[str, str]:
    """Every phrase with the effect it names."""
    table = {name: one.words for name, one in EFFECTS.items()} | BEASTS
    return {phrase.strip(): name for name, phrases in table.items() for phrase in (name, *phrases.split(","))}


def made(name: str, take: Take, beasts: dict[str, list[np.ndarray]]) -> np.ndarray:
    """One effect, shape (n, 2), not yet in any room. `beasts`: recorded calls, by name; KeyError where none is."""
    if name in EFFECTS:
        wave = EFFECTS[name].makes(take)
    else:
        calls = beasts[name]
        again = [calls[take.dice.integers(0, len(calls))] for _ in range(take.count or 1)]
        rest = np.zeros(12000, np.float32)
        wave = np.concatenate([part for call in again for part in (call, rest)][:-1])
    return np.asarray(np.repeat(wave[:, None], 2, axis=1) if wave.ndim == 1 else wave, np.float32)


def room_of(name: str) -> str:
    """The room an effect is heard in, where nobody says another."""
    return EFFECTS[name].room if name in EFFECTS else "open"
