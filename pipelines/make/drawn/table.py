"""The table of things a scene may name, and of people by their roles."""

# words; art (fluent unless it says so; "=" is the first word); metres; place; facing < > or =; sunk
THINGS = """
whale,humpback,orca,blue whale;spouting-whale;8;w;<;.12
dolphin,porpoise;=;2;w;<;.1
fish,salmon,cod,trout,herring;fish;.5;u;<
tropical fish,clownfish,goldfish;tropical-fish;.4;u;<
shark;=;3;u;<
octopus,kraken;=;1.5;u;=
squid;=;2;u;=
jellyfish;=;.8;u;=
crab;=;.3;g;=
lobster;=;.4;g;=
shrimp,prawn;shrimp;.2;u;<
turtle,tortoise,sea turtle;turtle;.7;u;<
seal,sea lion,walrus;seal;1.5;g;<
otter,beaver;otter;.8;g;<
starfish,shell,seashell;spiral-shell;.2;g;=
penguin;=;.9;g;=
swan;=;1.2;w;<;.06
duck,duckling,goose;duck;.6;w;<;.1
flamingo;=;1.4;g;<
bird,robin,sparrow,wren;bird;.35;g;<
gull,seagull,albatross,dove,pigeon,tern;dove;.6;s;<
eagle,hawk,falcon,kestrel;eagle;1;s;<
owl;=;.6;g;=
parrot;=;.6;g;<
peacock;=;1.2;g;<
raven,crow,blackbird;blackbird;.5;g;<
rooster,cock;rooster;.7;g;<
hen,chicken;chicken;.5;g;=
chick,chicks;front-facing-baby-chick;.25;g;=
turkey;=;.9;g;=
bat,bats;bat;.4;s;=
butterfly,moth;butterfly;.3;s;=
bee,honeybee,bumblebee;honeybee;.25;s;<
dragonfly,mosquito;mosquito;.2;s;<
ladybird,ladybug;lady-beetle;.2;g;=
ant;=;.2;g;<
spider;=;.2;g;=
snail;=;.2;g;<
worm,earthworm;worm;.2;g;<
snake,serpent;snake;.6;g;<
lizard,gecko;lizard;.4;g;<
crocodile,alligator;crocodile;1;g;<
frog,toad;own:frog;.35;g;=
dragon;=;4;g;<
dinosaur,t rex,tyrannosaurus;t-rex;5;g;<
brontosaurus,sauropod;sauropod;7;g;<
unicorn;own:unicorn;1.8;g;<
dog,puppy,hound;dog;.8;g;<
cat,kitten;cat;.5;g;<
black cat;=;.5;g;<
rabbit,hare,bunny;rabbit;.4;g;<
mouse,mice;mouse;.2;g;<
rat;=;.25;g;<
hedgehog;=;.3;g;<
squirrel,chipmunk;chipmunk;.35;g;<
badger;=;.6;g;<
raccoon;=;.6;g;=
skunk;=;.5;g;<
fox,foxes,vixen;own:fox;.7;g;=
wolf,wolves;own:wolf;1;g;=
bear,grizzly,teddy bear cub;own:bear;1.6;g;=
polar bear;own:polar-bear;1.6;g;=
lion,lioness;own:lion;1.3;g;=
panda;own:panda;1.4;g;=
koala;own:koala;.7;g;=
tiger;=;1.2;g;<
leopard,cheetah,jaguar,panther;leopard;1.1;g;<
deer,stag,doe,fawn;deer;1.7;g;<
moose,elk,reindeer;moose;2;g;=
horse,pony,mare,foal;horse;1.9;g;<
zebra;=;1.7;g;<
donkey,mule;donkey;1.4;g;<
cow,cattle;cow;1.6;g;<
ox,bull;ox;1.7;g;<
pig,piglet,hog;pig;.9;g;<
sheep,lamb,ewe,flock;ewe;1;g;<
ram;=;1.1;g;<
goat;=;1;g;<
llama,alpaca;llama;1.8;g;<
camel,dromedary;two-hump-camel;2.2;g;<
giraffe;=;4.5;g;<
elephant;=;3;g;<
mammoth;=;3.2;g;<
rhino,rhinoceros;rhinoceros;1.8;g;<
hippo,hippopotamus;hippopotamus;1.6;g;<
kangaroo;=;1.6;g;<
gorilla,ape;gorilla;1.7;g;<
monkey;=;.8;g;<
orangutan;=;1.3;g;<
sloth;=;.7;g;=
lighthouse,light house,beacon;own:lighthouse;20;g;=
windmill;own:windmill;12;g;=
wind turbine,wind turbines,turbine;mdi:wind-turbine;30;g;=
house,cottage,farmhouse,cabin;house;6;g;=;.11
hut,shack;hut;4;g;=
houses,village,town;houses;7;g;=;.11
castle,palace,fortress;castle;18;g;=;.03
church,chapel,cathedral;church;12;g;=
mosque;=;12;g;=
temple;classical-building;10;g;=
pagoda,shrine;shinto-shrine;6;g;=
school;=;10;g;=
hospital;=;12;g;=
factory;=;12;g;<
office building,skyscraper;office-building;20;g;=
bank;=;9;g;=
hotel;=;12;g;=
barn;mdi:barn;7;g;=
tent;=;2.2;g;=
circus,circus tent;circus-tent;8;g;=
bridge;mdi:bridge;6;g;=
fountain;=;3;g;=
statue;moai;3;g;=
ferris wheel;=;14;g;=
carousel,merry go round;carousel-horse;2.5;g;=
ship,steamer,freighter,tanker;ship;9;w;<;.2
cruise ship,liner;passenger-ship;14;w;<;.16
ferry;=;8;w;<;.2
boat,fishing boat,trawler;motor-boat;3.6;w;<;.27
sailboat,sailing boat,yacht,sailing ship;sailboat;5;w;<;.19
rowing boat,rowboat,canoe,kayak;canoe;1.6;w;=;.33
speedboat;=;2;w;<;.24
submarine;mdi:submarine;3.5;u;=
anchor;=;1;o;=
rocket,spaceship,spacecraft;rocket;10;s;>
satellite;=;3;s;=
ufo,flying saucer;flying-saucer;4;s;=
aeroplane,airplane,plane,jet;airplane;8;s;>
helicopter;=;4;s;<
hot air balloon,hot-air balloon,air balloon;own:balloon;12;s;=
balloon,balloons;balloon;.7;s;=
kite;=;.9;s;=
parachute;=;3;s;=
train,steam train,locomotive;locomotive;3.4;g;<
tram;=;3.4;g;=
bus;=;3;g;<
car,automobile;automobile;1.6;g;<
taxi,cab;taxi;1.6;g;<
truck,lorry;delivery-truck;2.8;g;<
tractor;=;2.6;g;<
van,minibus;minibus;2.2;g;<
fire engine;=;2.8;g;<
ambulance;=;2.5;g;<
police car;=;1.6;g;<
racing car,race car;racing-car;1.1;g;<
bicycle,bike;bicycle;1.1;g;<
motorcycle,motorbike;motorcycle;1.2;g;>
scooter;kick-scooter;1.1;g;<
robot,robots,android;own:robot;1.6;g;=
snowman;=;1.7;g;=
scarecrow;own:scarecrow;1.8;g;=
ghost;=;1.4;s;=
alien;own:alien;1.3;g;=
teddy,teddy bear;teddy-bear;.4;o;=
tree,oak,maple,apple tree;own:tree;7;g;=
pine,fir,spruce,pine tree;own:pine;8;g;=
christmas tree;=;3;g;=
palm,palm tree;palm-tree;6;g;=
cactus;=;2.5;g;=
sunflower,sunflowers;sunflower;1.6;g;=
tulip,tulips;tulip;.5;g;=
rose,roses;rose;.5;g;=
flower,flowers,blossom;blossom;.4;g;=
seedling,sprout,sapling;seedling;.3;g;=
mushroom,mushrooms,toadstool;mushroom;.3;g;=
pumpkin;jack-o-lantern;.4;g;=
rock,stone,boulder;own:rock;1.2;g;=
nest;nest-with-eggs;.3;o;=
fire,campfire,bonfire;fire;1;g;=
rainbow;own:rainbow;30;s;=
volcano;=;60;g;=
tornado;=;30;s;=
comet,meteor;comet;8;s;=
shooting star;shooting-star;6;s;=
planet,saturn;ringed-planet;20;s;=
earth,globe;globe-showing-europe-africa;20;s;=
lantern,lamp;own:lantern;.4;o;=
candle;=;.3;o;=
torch,flashlight;flashlight;.3;o;=
light bulb,lightbulb,bulb;light-bulb;.3;o;=
book;open-book;.3;o;=
books;=;.4;o;=
letter,envelope;envelope;.25;o;=
map;world-map;.5;o;=
telescope;=;1.3;o;=
microscope;=;.45;o;=
test tube;test-tube;.3;o;=
flask,potion,alembic;alembic;.4;o;=
laptop;=;.35;o;=
computer,desktop;desktop-computer;.6;o;=
phone,smartphone;mobile-phone;.25;o;=
camera;=;.25;o;=
television,tv;television;.8;o;=
radio;=;.4;o;=
clock,alarm clock;alarm-clock;.3;o;=
key,keys;old-key;.2;o;=
treasure chest,treasure,chest;mdi:treasure-chest;.8;o;=
crown;=;.3;o;=
sword;dagger;1;o;=
guitar;=;1;o;=
violin;=;.7;o;=
piano;musical-keyboard;.8;o;=
trumpet;=;.5;o;=
drum,drums;drum;.6;o;=
accordion;=;.5;o;=
cup,mug,coffee,tea;hot-beverage;.2;o;=
teapot;=;.3;o;=
cake;birthday-cake;.4;o;=
bread,loaf;bread;.25;o;=
apple,apples;red-apple;.2;o;=
basket;=;.5;o;=
pizza;=;.4;o;=
honey;honey-pot;.3;o;=
umbrella;=;.9;o;=
suitcase,luggage;luggage;.7;o;=
backpack;=;.5;o;=
gift,present;wrapped-gift;.4;o;=
heart;red-heart;.4;o;=
bottle,message in a bottle;lotion-bottle;.3;o;=
fishing rod,fishing pole;fishing-pole;1.5;o;=
bench;mdi:bench;.9;g;=
chair;=;.9;g;=
bed;=;1;g;=
sofa,couch;mdi:sofa;.9;g;=
table,desk;own:table;.8;g;=
ladder;=;3;g;=
chart,graph;chart-increasing;.6;o;=
puzzle;puzzle-piece;.4;o;=
ball,football;soccer-ball;.25;o;=
trophy;=;.5;o;=
ring;=;.15;o;=
magnet;=;.3;o;=
battery;=;.3;o;=
gear,cog;gear;.5;o;=
atom;atom-symbol;.6;o;=
brain;=;.4;o;=
dna;=;.8;o;=
"""

# role: the words that name it. How each looks is the costume table of figure.py.
PEOPLE = """
keeper:lighthouse keeper,keeper,sailor,mariner
captain:captain,skipper
fisherman:fisherman,fisher,angler,fisherwoman
grandmother:grandmother,grandma,granny,old woman,old lady,nana
grandfather:grandfather,grandpa,old man,elder,grandad
woman:woman,lady,mother,mum,mom,aunt,wife,she,bride,queen,actress,hostess
man:man,father,dad,uncle,husband,he,groom,king,gentleman,guy
person:person,someone,somebody,figure,stranger,traveller,traveler,visitor,neighbour,neighbor,friend,
  people,villager,customer,passenger,user,crowd
girl:girl,daughter,sister,niece,princess
boy:boy,son,brother,nephew,prince
child:child,kid,toddler,children,kids,baby
teacher:teacher,professor,tutor,lecturer
student:student,pupil,learner,graduate
scientist:scientist,researcher,chemist,inventor,engineer
doctor:doctor,nurse,surgeon,physician,medic
cook:cook,chef,baker
farmer:farmer,gardener,shepherd,beekeeper
astronaut:astronaut,cosmonaut,spaceman
office:manager,boss,businessman,businesswoman,office worker,worker,colleague,employee,clerk,accountant,
  lawyer,programmer,developer
builder:builder,construction worker,miner,carpenter,mechanic,plumber,craftsman,blacksmith
police:police officer,policeman,policewoman,guard
firefighter:firefighter,fireman
musician:musician,singer,pianist,violinist,guitarist,drummer,performer
dancer:dancer,ballerina
artist:artist,painter,writer,poet
hiker:hiker,explorer,climber,wanderer,adventurer,pilgrim,tourist,walker
wizard:wizard,witch,magician,mage
knight:knight,soldier,warrior
pirate:pirate
runner:runner,athlete,jogger,footballer
postman:postman,mailman,courier
shopkeeper:shopkeeper,seller,merchant,vendor,grocer,waiter,barista
"""
