"""Words that name nothing to be seen: verbs, qualities, abstract nouns. Art is never sought for them."""

from functools import lru_cache

# Stems; their -s, -ed, -ing forms are made below.
_VERBS = """
accept ache add admire admit adopt agree aim allow announce answer appear approach argue arrange arrive ask attach
attack attend avoid awake bake balance bark bathe battle be beat become beg begin behave believe belong bend bet bite
blaze bleed blend bless blink bloom blossom blow blur blush bob boil bolt boost borrow bother bounce bow break breathe
breed bring brush bubble build bump burn burst bury buzz call calm care carry carve cast catch cause celebrate change
charge chase chat check cheer chew chirp choose chop circle clap claw clean clear climb cling close cluster coil
collapse collect combine come comfort compete complain complete compose confuse connect consider contain continue cook
cool cost count cover crack cradle crash crawl create creep croak cross crouch crowd crumble crush cry curl curve cut
dance dangle dare darken dash date dazzle decay decide deliver demand depart describe deserve design destroy develop
dig dip disappear discover dissolve dive divide do dodge doubt drag drain draw dream drift drink drip drive drop drown
dry dust dye earn eat echo embrace emerge employ enjoy enter erupt escape examine exchange exist expand expect explain
explode explore express extend face fade fail fall feed feel fetch fight fill find finish fix flap flash flee flicker
flip float flood flow flutter fly fold follow force forget forgive form freeze frighten frown fry gain gallop gather
gaze get giggle give glance gleam glide glimmer glint glisten glitter glow go grab grasp graze greet grin grind grip
grow growl grumble guard guess guide hammer hand handle hang happen hate haunt have heal hear heat help hesitate hide
hike hit hobble hold hop hope hover howl hug hum hunt hurry hurt ignore imagine improve increase inspect invent invite
join juggle jump keep kick kill kiss knead kneel knit knock know lack land last laugh launch lay lead lean leap learn
leave lend let lick lie lift light like linger listen live load look loom lose love lower make march mark marry match
matter mean measure meet melt mend merge miss mix moan mount move munch murmur mutter nap need nestle nibble nod
notice obey observe offer open order overlook owe own pace pack paddle paint pant pass paste pat pause pay peek peel
peep peer perch perform pick pierce pile plan plant play plead plod pluck plunge point poke polish ponder pop pose
pounce pour practice practise praise pray prepare press pretend prevent print produce promise protect prove provide
pull pulse pump punch purr push put quarrel question quiver race rain raise reach react read realise realize receive
recognise recover reflect refuse regret relax release remain remember remind remove repair repeat replace reply rescue
rest return reveal ride ring rise roam roar roll rot row rub ruin rule run rush sail save say scatter scream search
see seek seem sell send serve set settle sew shake shape share shatter shelter shift shimmer shine shiver shout show
shriek shrink shrug shut sigh sing sink sip sit skate sketch ski skip slap sleep slice slide slip slow smash smell
smile smoke snap snarl sneak sneeze sniff snore snort soak soar sob solve soothe sow spark sparkle speak speed spend
spill spin splash split spot spray spread sprint sprinkle sprout spy squeak squeeze squint stack stalk stand stare
start startle stay steal steer step stick sting stir stitch stop store stretch stride strike stroke stroll struggle
study stumble suck suffer suggest surface surge surprise surround survive swallow sway sweat sweep swell swim swing
swirl switch swoop take talk tap taste teach tear tease tell tempt tend thank think threaten thrive throw tick tickle
tie tighten tilt tip tire toast toss touch tour tow track trade trail train travel tread tremble trickle trip trot
trouble trust try tuck tug tumble turn twinkle twirl twist type unfold unite unlock unpack use vanish visit wade wag
wait wake walk wander want warm warn wash waste watch wave wear weave weep weigh welcome whip whirl whisper whistle
win wind wink wipe wish wobble wonder work worry wrap wrestle write yawn yell yelp advertise befriend boast cherish
crackle hatch hibernate illuminate kindle loosen mourn overtake pedal portray quench rattle rejoice represent ripple
rustle sharpen simmer soften spiral sprawl strum swarm symbolise symbolize thaw topple tower transform unravel unveil
wither wrinkle recharge refill upload download click scroll subscribe compound pollute recycle invest render hack
discuss capture concentrate calculate convert absorb deposit evaporate condense multiply pollinate rotate transport
vibrate
"""

_PAST = """
ate became began bent blew bound bought broke brought built burnt came caught chose clung crept dealt drank drawn
dreamt drew driven drove eaten fallen fed fell felt flew flown forgot forgotten fought found frozen froze gave given
gone gotten grew grown had heard held hidden hid kept knew known laid lain leapt led left lent lit lost made meant met
paid ran rang ridden risen rode rose said sang sat saw seen sent shaken shone shook shot shown slept slid sold sought
sank sung sunk spent spoke spoken spun stole stolen stood struck swam swept swum swung taken taught thought threw
thrown told took tore torn understood went wept woke woken won wore worn wove woven written wrote
"""

_QUALITIES = """
able absolute ancient anxious awake aware bare beloved best better bitter blank blind blurry bold brief brisk broad
broken busy careful certain charming cheap cheerful chilly classic clean clear clever close cloudy clumsy coarse
comfortable common complete cool cosy cozy cracked crazy crimson crisp crooked cruel curious curly damp dazed dead
deaf dear delicate delicious dense different difficult dim dirty distant dizzy double dramatic dry dull dusty eager
early eastern easy elderly elegant empty endless enormous entire equal eternal evil exact excited exotic extra faint
fair faithful false familiar famous fancy far fast fat favourite favorite female fierce final fine firm fit fixed flat
floral fluffy foreign forgotten former foul fragile free fresh frosty frozen funny furry future fuzzy generous genuine
ghostly glad gloomy glorious golden good gorgeous grand grateful grave greedy green grim grumpy guilty hairy half
handsome hard harsh healthy heavy helpless hidden hollow holy homemade honest hopeless horrible huge human humble
hungry icy ideal idle ill immense important impossible inner innocent intense invisible jolly joyful juicy keen kind
known lame late lazy lean left light likely little lively local lone loose lost loud loyal lucky lush mad magical main
major male massive mature mean medium mellow mere merry messy metal mighty mild minor misty modern modest moist moody
moonlit muddy mute mysterious mystic naked narrow nasty natural near neat nervous new nice noble noisy normal northern
numb odd only opposite ordinary orange outer pale past patient peaceful perfect pink plain playful pleasant plump
polite poor popular possible powerful precious pretty private proper proud public pure purple quick quiet rapid rare
raw ready real recent red regular rich right rigid ripe rising rough round royal rude rural rusty sacred sad safe same
satin scared secret senior serene serious shabby shadowy shallow sharp sheer shiny short shy sick silent silk silky
silly silver similar simple single skinny sleepy slender slick slight slim slippery slow small smart smooth smug sober
soft solemn solid solitary sore sour southern spare special spiky spooky stale steady steep sterile stern stiff still
stormy straight strange strict strong stubborn sturdy subtle sudden sunken sunlit super sure surprised sweet swift
tall tame tan tart tense terrible thick thin thirsty tidy tight timid tiny tired total tough towering tragic true ugly
unknown unusual upper upset urban useful usual vacant vague vain various vast velvet vibrant vivid warm weak wealthy
weary weathered wee weird western wet white whole wicked wide wild wise wonderful wooden woolen woollen worn worried
worthy wrong yellow young zealous leather brass copper iron steel stone-grey brick glass paper plastic cotton linen
tin bronze marble wax scarlet turquoise teal beige amber emerald ruby crystal compound daily weekly monthly yearly
annual spanish english french german italian japanese chinese african european american
"""

_ABSTRACT = """
ability absence account action activity advantage adventure advice affair age agreement aim air amount anger angle
animal answer anybody anyone area argument arrival art aspect atmosphere attempt attention attitude audience author
average award awe balance battle beauty beginning behaviour belief benefit birth bit blessing boredom bottom bravery
breath breeze burden business career case cause century challenge chance chaos character charge charm choice circle
circumstance claim class climate cold collection comfort comment company compassion concern condition confidence
conflict connection conscience consequence contact content context contrast control conversation cost courage course
craft creation crisis culture curiosity custom customers damage danger darkness date deal death debate decade decision
degree delight demand depth desire despair destiny detail difference dignity direction discount discovery dispute
distance doubt drama dream duty ease economy edge education effect effort element emotion emptiness enemy energy
episode error essence evening event evidence evil exam example exchange excitement existence experience expression
extent fact failure faith fame fashion fate fault favour fear feature feeling fiction fight figure flavour focus form
fortune freedom friendship fun function future gap generation glory goal goodbye grace greed grief growth guess guilt
habit half happiness harmony haste hate health heat heaven height hell help hint history hole hope horror hour humour
hundred hunger idea image imagination impact importance impression impulse income increase industry inflation
influence information inside instant instinct instruction interest invention issue item joke joy judgement justice
kindness knowledge labour lack language law layer league legend lesson level liberty life limit line list logic
loneliness loss love luck magic majority manner mass matter meaning meanwhile measure meditation meeting melody memory
menace mercy message method middle midst million mind minute miracle misery mission mistake mode moment mood morning
motion mystery myth nature need news nobody noise north nothing notice notion number object occasion offer opinion
opportunity option order origin outcome outside pace pain panic part passage passion past patience pattern peace
people's percent period permission phase phrase piece place plan plans play pleasure plenty plot point policy
possibility poverty power practice prayer presence pressure price pride principle problem process product profit
programme progress project promise proof property purpose quality quantity quest question race rage range rate
reaction reality reason recipe record regret relation release relief remedy rent request reserve resident respect
response responsibility result return reward rhythm riddle right rise risk role routine rule rumour rush safety sale
satisfaction scale scene schedule score search season seasons second secret section sense sentence series service
setting shade shame share shift shock side sight sign signal silence situation size skill smell smoke solitude
solution somewhere sorrow sort soul sound source south space speech speed spell spirit spite sport stage standard
state status stillness stock stop strain strangeness strategy stream strength stress stretch structure struggle style
subject success suggestion summer surface surprise suspense symbol system tale talent task taste team technique temper
tension term terror test text thanks theme theory thirst thought thousand thrill time tip title today tomorrow tone
topic total touch tour trace trade tradition tragedy training trend trial trick trip triumph trouble trust truth try
turn twist type unit universe unknown use value variety version victory view violence virtue vision voice wait walk
war warmth warning waste way wealth weather week weekend weight welcome west while whole will win winner wisdom wish
wonder word words work worry worth year years yesterday youth zone compound steam dust glimmer glow beam ray sparkle
foam dew wind echo whisper scent aroma fragrance steps metre metres meter meters mile miles kilometre kilometres inch
inches foot feet hundreds thousands dozens pair pile stack heap dollar dollars euro euros pound pounds app website
brand logo shop's software data advert advertisement haiku poem verse trailer film movie render cut code prompt print
hack instructions photosynthesis chlorophyll oxygen wax velvet cushion corner mantelpiece rack pedestal dark dusk
twilight night tonight coat jacket shirt dress trousers sky skies wall walls floor ceiling chimney branches branch
ground soil roots root hall banner banners bookshelf bookshelves shelf shelves plank whiteboard paperwork vein note
notes they launch pad lava clouds path paths trail trails clothes apron glovesclothes gloves boots sleeve sleeves
uniform costume scarf glasses pocket pockets rope ropes deck mast crew balcony
"""

_OTHERS = """
why what whose whom how does doing done did get gets got getting let lets put puts yes hey oh maybe perhaps almost
quite rather ever never often soon later now once twice ago else yet already enough such both either neither any all
none few many much more most less least own very really simply truly nearly hardly barely across ahead apart aside
nowhere everywhere anywhere somewhere everyone everybody anybody nobody indeed instead otherwise therefore however
although though unless until till since whether per via plus versus etc ignore previous system outside indoors
outdoors upstairs downstairs overhead underneath alongside amid amidst aboard abroad without according except near far
out off up down over under onto himself herself itself themselves myself yourself ourselves mine yours hers ours
theirs january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday am pm today's tonight
"""

_NO_QUALITY = """
king ring wing thing string spring sling painting building wedding evening morning ceiling clothing lightning pudding
dumpling duckling sibling stocking sapling seedling earring herring bed seed weed shed sled reed thread bread sunbed
flowerbed
"""
_ENDINGS = (
    *("ness", "ment", "ship", "hood", "ism", "ity", "tion", "sion", "ance", "ence", "ology", "ful", "less", "ous"),
    *("ish", "ive", "able", "ible", "ly", "ward", "wards", "wise", "ing", "ed", "est"),
)
_SEEN = """
ship spaceship starship steamship airship battleship flagship fish city station instrument monument butterfly fly lily
locomotive olive hive jellyfish starfish goldfish swordfish dish radish table vegetable cable railway monastery pagoda
television ambulance fence entrance ornament parchment holly jelly belly trolley submarine detective native infinity
dolly bully university family pavement apartment garment compartment constable timetable stable bee beehive dove glove
mushroom swing paint cushion lighthouse carnation plantation reflection lollipop squash
"""


def _more(quality: str) -> tuple[str, ...]:
    """Bigger, biggest, happier, nicest."""
    stem = quality[:-1] + "i" if quality.endswith("y") else quality.removesuffix("e")
    return tuple(s + end for s in (stem, stem + stem[-1:]) for end in ("er", "est"))


def _forms(stem: str) -> tuple[str, ...]:
    base = stem[:-1] if stem.endswith("e") else stem
    double = (
        stem + stem[-1]
        if len(stem) > 2 and stem[-1] in "bdgmnprt" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
        else base
    )
    plural = stem + "es" if stem.endswith(("s", "sh", "ch", "x", "z", "o")) else stem + "s"
    ies = (stem[:-1] + "ies", stem[:-1] + "ied") if stem.endswith("y") and stem[-2:-1] not in "aeiou" else ()
    return (stem, plural, base + "ing", base + "ed", double + "ing", double + "ed", *ies)


@lru_cache(maxsize=1)
def verbs() -> frozenset[str]:
    """Every form of every verb."""
    return frozenset(form for stem in _VERBS.split() for form in _forms(stem)) | frozenset(_PAST.split())


@lru_cache(maxsize=1)
def _nothing() -> frozenset[str]:
    plain = {
        *_QUALITIES.split(),
        *_ABSTRACT.split(),
        *_OTHERS.split(),
        *(f for w in _QUALITIES.split() for f in _more(w)),
    }
    return frozenset(plain | {w + "s" for w in _ABSTRACT.split()}) | verbs()


@lru_cache(maxsize=1)
def _seen() -> frozenset[str]:
    """Words that look like a quality, a verb or an idea by their ending and are things."""
    return frozenset([*_NO_QUALITY.split(), *_SEEN.split()])


def is_verb(word: str) -> bool:
    """Whether a word can be a form of a verb."""
    return word in verbs()


def names_nothing(word: str) -> bool:
    """Whether a word is a verb, a quality or an idea: nothing that art could show."""
    if word in _seen():
        return False
    return word in _nothing() or (len(word) > 5 and word.endswith(_ENDINGS))


@lru_cache(maxsize=1)
def _ideas() -> frozenset[str]:
    return frozenset(_ABSTRACT.split()) | {w + "s" for w in _ABSTRACT.split()}


def is_abstract(word: str) -> bool:
    """Whether a word is an idea, a time or a measure: a noun that cannot be seen."""
    return word in _ideas()
