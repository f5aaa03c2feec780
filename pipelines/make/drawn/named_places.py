"""Where a scene may play: by which words each setting is named, which are rooms, what they mean."""

# setting: its words. Two-word phrases win over one-word ones.
NAMED = """
beach: beach, seaside, sandy shore, sandcastle, sandy beach, beaches
cliffs: cliff, cliffs, cliff top, clifftop, cliff edge, bluffs, sea cliffs
summit: summit, mountaintop, mountain top, peak, top of mountain, top of everest, mountain peak
tundra: tundra, siberia, treeless plain, permafrost
shore: shore, coast, island, headland, cove, lighthouse, coastline, rocks
sea: sea, ocean, waves, open sea, high seas, tide, at sea, horizon
underwater: underwater, under water, under the sea, beneath the sea, seabed, ocean floor, coral reef, reef, deep sea,
  under the waves, beneath the waves, ocean depths, aquarium
forest: forest, woods, clearing, undergrowth, woodland, grove
mountains: mountain, mountains, peaks, alps, alpine, mountain pass, foothills, mountain path, ridge
hills: hill, hills, meadow, meadows, countryside, grass, park, lawn, prairie, plains, steppe, valley, moor, heath,
  picnic, wide landscape, school yard, schoolyard, playground
lake: lake, pond, lakeside, reeds, water lilies, water
river: river, stream, riverbank, creek, brook, rapids, river valley
bridge: bridge, stone bridge, old bridge, footbridge, wooden bridge, viaduct, bridge over river
waterfall: waterfall, waterfalls, cascade, cataract
swamp: swamp, swamps, marsh, bog, mangroves, bayou, wetland, everglades
jungle: jungle, rainforest, rain forest, tropics, amazon
bamboo: bamboo, bamboo forest, bamboo grove
savanna: savanna, savannah, serengeti, african plain, african plains, bush country, safari
canyon: canyon, gorge, ravine, badlands, grand canyon
volcano: volcano, volcanoes, lava, lava field, eruption, crater rim
vineyard: vineyard, vineyards, vines, terraces, tuscany, olive grove
desert: desert road, desert, dunes, dune, sahara, oasis
snow: snowfield, arctic, antarctic, antarctica, iceberg, glacier, ice, north pole, south pole, snow
city: city, city skyline, harbour skyline, skyline, downtown, skyscrapers, metropolis, new york, london, paris, tokyo
road: long road, country road, open road, winding road, dusty road, road home, mountain road, country lane, footpath,
  winding path, dirt road
boulevard: boulevard, avenue, main street, high street, long street
roadside: roadside, kerb, curb, parking
street: street, road, alley, sidewalk, pavement, crossing, bus stop, neighbourhood, neighborhood
farm: farm, field, fields, farmland, orchard, wheat, harvest, crops, pasture, wheat field
garden: garden, backyard, yard, greenhouse, flowerbed, allotment, hive, beehive
home: at home, living room, house interior, fireplace, indoors, apartment, armchair, hearth, sofa, room, window,
  candlelight, mantelpiece
kitchen: kitchen, oven, stove, counter, dough, kneading, baking, cooking
classroom: classroom, school, lesson, blackboard, lecture, in class, university
lab: lab, laboratory, experiment
office: office, meeting room, desk, boardroom, startup, workplace, cubicle, conference room, launch event
shop: shop, store, supermarket, boutique, bookshop, bookstore, checkout
stage: stage, theatre, theater, concert, spotlight, opera, circus ring, curtain, audience, orchestra
stairs: stairs, staircase, stairway, stone steps, stairwell, lantern room
workshop: workshop, garage, forge, shed, studio, workbench
space: space, outer space, orbit, galaxy, planets, universe, cosmos, nebula, stars and planets, asteroid
moon: on the moon, moon surface, surface of the moon, from the moon, lunar surface, lunar
mars: mars, red planet
clouds: above the clouds, in the clouds, over the clouds, through the clouds, in the sky, in the air
cave: cave, cavern, grotto, coal mine, gold mine, tunnel, underground
roofs: rooftops, rooftop, roofs, old town roofs, chimney tops
harbour: harbour, harbor, pier, dock, docks, quay, marina, wharf, jetty, fishing village, boardwalk
lane: village, village lane, village street, village road, lane of cottages, cottages, cobbled lane, hamlet
market: market, marketplace, town square, market square, village square, farmers market, bazaar, market stall,
  market stalls, city square, plaza, piazza
bedroom: bedroom, nursery, hotel room, in bed, children's room, kids room
bathroom: bathroom, bathtub, shower room, washroom
attic: attic, loft, under the roof, old attic
cafe: cafe, café, restaurant, coffee shop, coffee house, diner, bistro, tea room, teahouse, pub, dining room
bakery: bakery, bakery shop, bakers shop, pastry shop, patisserie, bakehouse
library: library, old library, archive, reading room
museum: museum, art gallery, gallery, exhibition
hospital: hospital, clinic, hospital corridor, hospital room, hospital ward, doctors office, sickbed
control: control room, mission control, control centre, control center, command centre, command center, newsroom
datacentre: data centre, data center, server room, datacenter, mainframe
gym: gym, gymnasium, fitness studio, sports hall, weight room, changing room, locker room
factory: factory, factory floor, factory hall, assembly line, production line, industrial hall, plant floor,
  conveyor belt, brewery, warehouse
station: station hall, waiting hall, underground station, metro station, subway station, ticket hall, waiting room,
  concourse
carriage: in a train, in the train, on a train, on the train, inside a train, inside the train, train compartment,
  train carriage, railway carriage, dining car, train window, train seat, by train
platform: platform, railway station, train station, station, railway platform, railway, rails, railway tracks, tracks
apron: runway, airfield, tarmac, apron, airstrip
airport: airport, terminal, departure lounge, departure hall, boarding gate, airport lounge
church: church, chapel, cathedral, monastery, abbey, altar, inside a church, pews
castle: castle hall, throne room, throne, great hall, palace hall, dungeon, knights hall
ballroom: ballroom, dance hall, palace ballroom
court: court, courtroom, parliament, tribunal
spaceship: spaceship interior, inside a spaceship, aboard a spaceship, space station, bridge of a spaceship, cockpit,
  spacecraft interior, on a spaceship
abstract: abstract, backdrop, background
"""

# Settings that lie in others and show them too: "a river through a forest" is a river.
WITHIN = {
    "river": {"forest", "hills", "mountains", "jungle", "farm"},
    "waterfall": {"forest", "hills", "mountains", "jungle", "river", "canyon"},
    "lake": {"forest", "hills", "mountains"},
    "bridge": {"river", "hills", "forest", "mountains", "garden", "lane"},
    "city": {"bridge"},
    "summit": {"mountains", "hills", "clouds"},
    "cliffs": {"shore", "sea", "hills", "beach"},
    "platform": {"city", "hills", "station"},
    "apron": {"airport"},
    "vineyard": {"hills", "farm"},
    "volcano": {"mountains", "hills"},
}

INDOORS = frozenset(
    {
        "home",
        "bedroom",
        "bathroom",
        "attic",
        "kitchen",
        "cafe",
        "bakery",
        "shop",
        "library",
        "museum",
        "classroom",
        "lab",
    }
    | {"hospital", "office", "control", "datacentre", "gym", "workshop", "factory", "station", "airport", "church"}
    | {"castle", "ballroom", "court", "spaceship", "stage", "stairs", "carriage"}
)

# How a setting is described to the meaning search, for words that the table lacks.
SETTING_MEANING = {
    "beach": "sandy beach, holiday by the sea",
    "shore": "sea coast, harbour, cliffs, island",
    "sea": "open sea, ocean waves, sailing",
    "underwater": "under the sea, coral reef, diving",
    "forest": "forest, woods, trees",
    "mountains": "mountains, alps, climbing",
    "summit": "summit, top of a mountain",
    "cliffs": "cliffs over the sea",
    "tundra": "tundra, moss, treeless north",
    "hills": "meadow, green hills, countryside, park",
    "lake": "lake, pond",
    "river": "river, stream, brook",
    "bridge": "bridge over a river",
    "waterfall": "waterfall, cascade",
    "swamp": "swamp, marsh, bog",
    "jungle": "jungle, rainforest",
    "bamboo": "bamboo grove",
    "savanna": "savanna, african plains",
    "canyon": "canyon, gorge, red rocks",
    "volcano": "volcano, lava, eruption",
    "vineyard": "vineyard, wine terraces",
    "desert": "desert, dunes, dry hot sand",
    "snow": "snow, ice, arctic winter",
    "city": "city skyline, skyscrapers",
    "road": "road through the country, lane, journey",
    "street": "street, town, road, market square",
    "farm": "farm, fields, barn, harvest",
    "garden": "garden, flowers, greenhouse",
    "home": "living room, home, bedroom, sofa",
    "kitchen": "kitchen, cooking, cafe, bakery",
    "classroom": "classroom, school, lesson",
    "lab": "laboratory, science experiment, clinic",
    "office": "office, meeting, desk, company",
    "shop": "shop, store, library, museum",
    "stage": "theatre stage, concert, performance",
    "stairs": "staircase, tower",
    "workshop": "workshop, garage, tools, factory",
    "space": "outer space, planets, stars, galaxy",
    "moon": "on the moon, lunar dust",
    "mars": "on Mars, the red planet",
    "clouds": "sky, clouds, flying",
    "cave": "cave, underground tunnel",
    "abstract": "abstract idea, concept, data, technology",
    "boulevard": "boulevard, avenue between high houses",
    "roadside": "road with cars, traffic",
    "roofs": "roofs of an old town",
    "harbour": "harbour, pier, boats at the quay",
    "lane": "village lane with cottages",
    "market": "market square with stalls",
    "bedroom": "bedroom, bed, sleeping",
    "bathroom": "bathroom, bathtub, washing",
    "attic": "attic, old things under the roof",
    "cafe": "café, restaurant, coffee with friends",
    "bakery": "bakery, bread and cakes",
    "library": "library, books, reading",
    "museum": "museum, art gallery, exhibition",
    "hospital": "hospital, clinic, patients",
    "control": "control room, mission control, screens",
    "datacentre": "data centre, servers, computers",
    "gym": "gym, sport, training",
    "factory": "factory, machines, industry",
    "station": "hall of a station, tickets",
    "carriage": "inside a train, travelling",
    "platform": "railway station, platform, train",
    "airport": "airport hall, departure, passengers",
    "apron": "airfield, runway, airport outside, aeroplanes",
    "church": "church, chapel, cathedral",
    "castle": "castle hall, king, knights",
    "ballroom": "ballroom, dancing at a palace",
    "court": "courtroom, judge, law",
    "spaceship": "inside a spaceship, space station",
}
