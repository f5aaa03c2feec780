"""Ideas and feelings, and the thing that stands for each."""

from itertools import pairwise

from pipelines.make.drawn.read import Scene
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.things import by_word
from pipelines.make.drawn.words import SETTING_WORDS

# the thing: the ideas it stands for
_SIGNS = """
light bulb: idea, ideas, inspiration, innovation, insight, solution, genius, creation
seedling: growth, hope, beginning, sustainability, renewal, potential
rocket: future, ambition, startup, speed
trophy: success, victory, triumph, achievement, pride, excellence
heart: love, affection, romance, passion, friendship, kindness, compassion
chart: data, statistics, progress, economy, inflation, business, profit, sales
robot: technology, automation, artificial intelligence
coin: money, wealth, fortune, savings, finance
hourglass: time, patience, waiting, deadline, ageing
gull: freedom, peace, liberty
books: knowledge, learning, education, literature, study
earth: network, world, globalisation, climate, environment
battery: energy
guitar: music, rhythm, harmony
suitcase: journey, travel, holiday, vacation, departure
map: adventure, exploration, strategy
key: mystery, secret
scales: justice, law, fairness, equality, balance, ethics
broken heart: sadness, grief, sorrow, heartbreak, misery, betrayal
ghost: fear, terror, dread
balloon: joy, happiness, delight, lightness
lock: security, safety, privacy, trust
butterfly: change, transformation, metamorphosis
cake: celebration, birthday, anniversary
bouquet: gratitude, thanks, appreciation
lion: courage, bravery, strength
owl: wisdom
magnifying glass: curiosity, research, investigation, truth
present: surprise, generosity
volcano: anger, rage, fury, wrath
clock: boredom, routine, punctuality
leaf: loneliness, melancholy, transience
water lily: serenity, meditation, mindfulness, purity
four leaf clover: luck
candle: faith, memory, remembrance
mask: comedy, deception, shame, identity
gravestone: death, mortality
sword: war, conflict, honour
ring: marriage, commitment, engagement
teddy: childhood, innocence, comfort
scroll: history, tradition, heritage
atom: science, physics, chemistry
palette: art, creativity, imagination
tornado: chaos, crisis, disaster
compass: direction, destiny, purpose, orientation
anchor: stability, steadfastness
puzzle: problem, complexity, teamwork
medal: merit
apple: health, nutrition
telephone: communication
sign: choice, decision
feather: gentleness
crown: authority
brain: mind, intelligence, thought, psychology
"""
CONCEPTS = {
    word.strip(): thing
    for thing, _, words in (line.partition(":") for line in reversed(_SIGNS.strip().splitlines()))
    for word in words.split(",")
}


def concept(scene: Scene) -> Subject | None:
    """The sign of an idea, for a scene that names ideas and no things."""
    for word, after in pairwise((*scene.words, "")):
        where = f"{word} {after}" in SETTING_WORDS  # a data centre is a place
        if word in CONCEPTS and word not in scene.without and not where:
            thing = by_word().get(CONCEPTS[word])
            if thing:
                return Subject(thing, word)
    return None
