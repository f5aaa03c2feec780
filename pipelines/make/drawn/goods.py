"""More of the table of things: food, clothes, tools, sport, and what is seen less often. The columns are table.py's."""

GOODS = """
mandarin,clementine;tangerine;.2;o;=
banana,bananas;=;.2;o;=
strawberry,strawberries;=;.12;o;=
cherry,cherries;cherries;.12;o;=
grape,grapes;grapes;.25;o;=
lemon;=;.15;o;=
pear;=;.2;o;=
peach,apricot;=;.16;o;=
blueberry,blueberries;blueberries;.12;o;=
pineapple;=;.4;o;=
watermelon;=;.3;o;=
melon;=;.3;o;=
coconut;=;.2;o;=
kiwi;kiwi-fruit;.14;o;=
mango;=;.2;o;=
avocado;=;.18;o;=
green apple;=;.2;o;=
carrot;=;.25;o;=
potato;=;.16;o;=
tomato;=;.15;o;=
broccoli;=;.25;o;=
onion;=;.16;o;=
garlic;=;.12;o;=
cucumber;=;.25;o;=
pepper,bell pepper;bell-pepper;.2;o;=
chili,chilli,hot pepper;hot-pepper;.2;o;=
aubergine,eggplant;eggplant;.25;o;=
lettuce,cabbage,spinach,kale;leafy-green;.3;o;=
pea,peas;pea-pod;.2;o;=
peanut,peanuts,nuts;peanuts;.12;o;=
acorn,hazelnut;chestnut;.12;o;=
herb,herbs,parsley,basil,fern,ivy;=;.35;o;=
salad;green-salad;.25;o;=
egg,eggs;=;.12;o;=
fried egg,omelette;cooking;.3;o;=
noodles,ramen;steaming-bowl;.25;o;=
spaghetti,pasta;=;.25;o;=
rice;cooked-rice;.22;o;=
curry;curry-rice;.25;o;=
stew,casserole,pot of food;pot-of-food;.3;o;=
sushi;=;.15;o;=
taco;=;.2;o;=
burrito;=;.2;o;=
burger,hamburger,cheeseburger;hamburger;.2;o;=
hot dog;=;.2;o;=
chips,fries,french fries;french-fries;.2;o;=
steak,beef;cut-of-meat;.25;o;=
meat,ham;meat-on-bone;.25;o;=
drumstick,chicken leg;poultry-leg;.2;o;=
bacon;=;.2;o;=
pancake,pancakes;pancakes;.2;o;=
waffle,waffles;=;.2;o;=
baguette;baguette-bread;.5;o;=
bagel;=;.15;o;=
pretzel;=;.2;o;=
cookie,cookies,biscuit,biscuits;=;.12;o;=
cupcake,muffin;=;.16;o;=
slice of cake,shortcake,gateau;shortcake;.2;o;=
pie,tart;=;.25;o;=
chocolate,chocolate bar;chocolate-bar;.2;o;=
candy,toffee;=;.12;o;=
lollipop;=;.2;o;=
popcorn;=;.3;o;=
butter;=;.15;o;=
beer,ale,lager;beer-mug;.25;o;=
cocktail,martini;cocktail-glass;.25;o;=
juice,lemonade,milkshake,smoothie;cup-with-straw;.25;o;=
water glass,glass of water;tumbler-glass;.2;o;=
whisky,whiskey,rum;tumbler-glass;.2;o;=
bottle of milk,baby bottle;baby-bottle;.2;o;=
jar,jam;=;.2;o;=
tinned food;canned-food;.15;o;=
fork,knife and fork,cutlery;fork-and-knife;.2;o;=
spoon;=;.2;o;=
kitchen knife,knife;=;.3;o;=
frying pan,wok;shallow-pan-of-food;.4;o;=
vase,amphora,urn;amphora;.5;o;=
kettle;teapot;.3;o;=
bucket,pail;=;.35;o;=
broom;=;1.3;o;=
sponge;=;.12;o;=
toilet;=;.8;g;=
toothbrush;=;.2;o;=
razor;=;.15;o;=
comb;hair-pick;.2;o;=
lipstick;=;.1;o;=
perfume,lotion;lotion-bottle;.2;o;=
thread;=;.12;o;=
yarn,wool,ball of wool;=;.2;o;=
needle;sewing-needle;.12;o;=
scissors;=;.2;o;=
screwdriver;=;.25;o;=
wrench,spanner;=;.3;o;=
pickaxe;pick;.9;o;=
toolbox;=;.4;o;=
rope;knot;.3;o;=
chain,chains;chains;.3;o;=
paperclip;=;.08;o;=
ruler;straight-ruler;.3;o;=
crayon;=;.15;o;=
pen,fountain pen;fountain-pen;.15;o;=
notebook,diary,journal;=;.25;o;=
closed book,novel;=;.25;o;=
document,documents,contract,paper sheet;page-facing-up;.3;o;=
folder;file-folder;.3;o;=
briefcase;=;.4;o;=
handbag,purse;=;.35;o;=
wallet;purse;.15;o;=
shopping bag,shopping bags;shopping-bags;.5;o;=
box,parcel,package,crate,carton;package;.5;o;=
bin,trash,rubbish bin,dustbin,wastebasket;wastebasket;.6;g;=
credit card;=;.1;o;=
ticket;=;.12;o;=
receipt,invoice;=;.3;o;=
diamond,gem,jewel,ruby,emerald;gem-stone;.2;o;=
crystal,crystal ball;crystal-ball;.35;o;=
necklace,beads;prayer-beads;.3;o;=
medal;sports-medal;.2;o;=
spectacles,reading glasses;glasses;.12;o;=
glasses,wine glasses;wine-glass;.3;o;=
sunglasses;=;.12;o;=
goggles;=;.15;o;=
shirt,t shirt,tee shirt;t-shirt;.7;o;=
jeans,trousers,pants;=;1;o;=
dress;=;1.1;o;=
coat,jacket;=;1;o;=
scarf;=;.6;o;=
gloves,glove,mittens;=;.25;o;=
socks,sock;=;.3;o;=
necktie;=;.5;o;=
kimono;=;1.3;o;=
boots,boot;hiking-boot;.3;o;=
high heels,heels;high-heeled-shoe;.2;o;=
ballet shoes;=;.2;o;=
cap,baseball cap;billed-cap;.2;o;=
hard hat,safety helmet;rescue-workers-helmet;.25;o;=
helmet;military-helmet;.25;o;=
graduation cap,mortarboard;=;.25;o;=
headphones;headphone;.25;o;=
telephone;=;.25;o;=
printer;=;.4;o;=
keyboard;=;.1;o;=
floppy disk,diskette;=;.12;o;=
cd,dvd,disc;optical-disk;.12;o;=
joystick,gamepad,video game;video-game;.2;o;=
film camera,movie camera,video camera;movie-camera;.5;o;=
projector;film-projector;.5;o;=
clapperboard;clapper-board;.3;o;=
loudspeaker;=;.5;o;=
megaphone;=;.35;o;=
plug,socket;electric-plug;.12;o;=
satellite dish,antenna,radio telescope;satellite-antenna;3;g;=
thermometer;=;.3;o;=
stethoscope;=;.4;o;=
pill,pills,tablets;=;.08;o;=
plaster,bandage;adhesive-bandage;.1;o;=
crutch,crutches;=;1.2;o;=
wheelchair;motorized-wheelchair;1;g;<
x ray;=;.4;o;=
tooth,teeth;=;.15;o;=
lungs,lung;=;.4;o;=
bone,skeleton;=;.3;o;=
skull;=;.25;o;=
petri dish;=;.12;o;=
bomb,dynamite;=;.35;o;=
shield;=;.8;o;=
dagger;=;.4;o;=
crossed swords;=;.9;o;=
trident;trident-emblem;1.6;o;=
boomerang;=;.4;o;=
magic wand,wand;=;.4;o;=
mask,theatre mask,masks;performing-arts;.4;o;=
basketball;=;.25;o;=
tennis ball,tennis racket,racket,racquet;tennis;.6;o;=
badminton racket,shuttlecock;badminton;.6;o;=
table tennis,ping pong;ping-pong;.3;o;=
baseball;=;.12;o;=
volleyball;=;.25;o;=
rugby ball;rugby-football;.3;o;=
american football;=;.3;o;=
bowling ball,bowling;bowling;.3;o;=
boxing glove,boxing gloves;=;.3;o;=
hockey stick;ice-hockey;.9;o;=
cricket bat;cricket-game;.8;o;=
skateboard;=;.35;o;=
ice skate,ice skates;=;.3;o;=
roller skate,roller skates;=;.3;o;=
frisbee;flying-disc;.2;o;=
yo yo;=;.12;o;=
pool ball,billiard ball;pool-8-ball;.1;o;=
playing cards,joker;joker;.15;o;=
cello,double bass,viola;own:cello;1.3;o;=
ukulele,banjo,mandolin;banjo;.8;o;=
trombone,tuba,french horn;own:trombone;.7;o;=
clarinet,oboe,recorder;flute;.7;o;=
synthesizer,electric piano;musical-keyboard;.6;o;=
maracas,rattle;=;.3;o;=
bongo,conga,long drum;long-drum;.8;o;=
daisy,camomile,dandelion,poppy,poppies,orchid;hibiscus;.4;g;=
hyacinth;=;.5;g;=
clover,four leaf clover;four-leaf-clover;.2;g;=
shamrock;=;.2;g;=
willow,birch,elm,beech,chestnut tree,cherry tree,linden,ash tree,deciduous tree,olive tree,fruit tree;own:tree;7;g;=
pickup,pickup truck;pickup-truck;1.9;g;<
jeep,suv,off road car,limousine;sport-utility-vehicle;1.8;g;<
articulated lorry,semi truck,trailer truck;=;3.8;g;<
motor scooter,moped,vespa;=;1.2;g;<
rickshaw,tuk tuk;auto-rickshaw;1.8;g;<
trolleybus;=;3;g;=
glider,small plane,propeller plane,biplane;small-airplane;3;s;>
cable car,gondola lift;mountain-cableway;3;s;=
bullet train,high speed train;high-speed-train;3.4;g;<
crane,construction crane,building site,construction site;building-construction;14;g;=
petrol pump,fuel pump,gas pump;fuel-pump;1.8;g;=
fire extinguisher;=;.6;o;=
stadium,arena;=;18;g;=
department store,shopping centre,mall;=;12;g;=
post office;=;9;g;=
cinema building;cinema;9;g;=
synagogue;=;12;g;=
hindu temple;=;14;g;=
japanese castle;=;16;g;=
statue of liberty;=;40;g;=
skyline tower,eiffel tower,tokyo tower;tokyo-tower;40;g;=
roller coaster;=;14;g;=
desert island,tropical island;=;4;w;=
haunted house,derelict house,ruined house;derelict-house;6;g;=
brick,bricks,wall of bricks;=;.4;o;=
logs,firewood,wood pile;wood;.5;g;=
elevator;=;2.2;g;=
coffin;=;.6;g;=
confetti;confetti-ball;.4;o;=
party popper;=;.4;o;=
paper lantern,red lantern;red-paper-lantern;.5;o;=
jack o lantern;=;.4;g;=
bubble,bubbles;bubbles;.5;s;=
footprint,footprints,paw prints;paw-prints;.3;g;=
hamster,guinea pig,gerbil;=;.2;g;=
ferret,weasel,mink;otter;.5;g;<
lynx,bobcat,puma,cougar;leopard;1;g;<
water buffalo;=;1.8;g;<
poodle;=;.6;g;<
hummingbird,woodpecker,finch,nightingale,bluebird,kingfisher;own:songbird;.3;s;<
dodo;=;.9;g;<
phoenix;phoenix-bird;1.5;s;<
cockroach;=;.12;g;=
blowfish,pufferfish;=;.4;u;<
clam,oyster,mussel;oyster;.15;g;=
coral;=;.6;u;=
hatching chick,hatchling;=;.3;g;=
oranges;tangerine;.2;o;=
barrel,wine barrel,keg,cask;own:barrel;1;g;=
fridge,refrigerator,freezer;own:fridge;1.8;g;=
bush,shrub,hedge;own:bush;1.3;g;=
fence,picket fence;own:fence;1.1;g;=
well,wishing well;own:well;2.4;g;=
shovel,spade;own:shovel;1.1;o;=
rake;own:rake;1.5;o;=
excavator,digger,bulldozer;own:excavator;3;g;<
caravan,camper,trailer,motorhome;own:caravan;2.4;g;<
pillow,cushion;own:pillow;.35;o;=
carriage,horse carriage,coach;own:carriage;2.4;g;<
cart,hay cart,wagon,ox cart,hay wagon,donkey cart;own:cart;1.7;g;<
"""
