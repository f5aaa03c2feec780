"""The rest of the table of things: what is held, stands in rooms or lies about. The columns are those of table.py."""

WARES = """
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
treasure chest,treasure,chest;own:chest;.7;o;=
crown;=;.3;o;=
sword;own:sword;1;o;=
guitar;=;1;o;=
violin;=;.7;o;=
piano,grand piano;own:piano;1.5;g;=
trumpet;=;.5;o;=
drum,drums;drum;.6;o;=
accordion;=;.5;o;=
cup,mug,coffee,tea;hot-beverage;.2;o;=
teapot;=;.3;o;=
cake;birthday-cake;.4;o;=
bread,loaf,sourdough;bread;.25;o;=
apple,apples;red-apple;.2;o;=
basket;=;.5;o;=
pizza;=;.4;o;=
honey;honey-pot;.3;o;=
umbrella;=;.9;o;=
suitcase,luggage;luggage;.7;o;=
backpack;=;.5;o;=
gift,present,presents;wrapped-gift;.4;o;=
heart;red-heart;.4;o;=
broken heart;broken-heart;.4;o;=
human heart;anatomical-heart;.4;o;=
bottle,message in a bottle,bottle with a message;own:bottle;.3;o;=
wine bottle,champagne;bottle-with-popping-cork;.3;o;=
medicine,vaccine,vaccines;own:vial;.2;o;=
syringe;=;.2;o;=
blood;drop-of-blood;.3;o;=
lock,padlock;locked;.3;o;=
fishing rod,fishing pole;fishing-pole;1.5;o;=
bench;own:bench;.9;g;=
sign,signpost,placard,signboard;own:sign;1.6;g;=
banner;own:banner;2.6;g;=
poster,notice board,noticeboard;own:poster;1.9;g;=
chalkboard,slate;own:chalkboard;1.4;g;=
neon sign,neon,neon lights;own:neon;2.2;g;=
billboard,hoarding;own:billboard;6;g;=
gravestone,tombstone,headstone;own:gravestone;1.1;g;=
newspaper;own:newspaper;.45;o;=
shop front,shopfront,storefront;own:shopfront;6;g;=
stop sign;=;2.2;g;=
chair;=;.9;g;=
armchair;own:armchair;1;g;=
throne;own:throne;2.3;g;=
bed;=;1;g;=
sofa,couch;own:sofa;.9;g;=
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
door;=;2.2;g;=
mirror;=;.8;o;=
hammer;=;.3;o;=
saw;carpentry-saw;.4;o;=
axe;=;.5;o;=
tool,tools;hammer-and-wrench;.4;o;=
gold coin,coin,coins;coin;.2;o;=
money,cash,banknotes,banknote;money-bag;.4;o;=
leaf;fallen-leaf;.2;o;=
maple leaf;=;.2;o;=
seed;seedling;.3;g;=
plant,houseplant,potted plant;potted-plant;.6;g;=
web,spider web,cobweb;spider-web;1;o;=
feather;=;.2;o;=
compass;=;.2;o;=
scroll,parchment;scroll;.4;o;=
calendar;=;.4;o;=
hourglass;hourglass-not-done;.4;o;=
watch,pocket watch;watch;.3;o;=
stopwatch;=;.3;o;=
scales;balance-scale;.5;o;=
magnifying glass;magnifying-glass-tilted-left;.3;o;=
chess,chess board,chessboard,chess piece,chess pieces;own:chess;.4;o;=
dice,die;game-die;.2;o;=
painting,picture,portrait;framed-picture;.6;o;=
palette,paint;artist-palette;.4;o;=
paintbrush,brush;paintbrush;.3;o;=
pencil;=;.3;o;=
hat,top hat;top-hat;.3;o;=
shoe,shoes;mans-shoe;.3;o;=
trainers,sneakers,running shoes;running-shoe;.3;o;=
bouquet;=;.4;o;=
firework,fireworks;fireworks;8;s;=
bell;=;.4;o;=
microphone;=;.4;o;=
saxophone;=;.9;o;=
flute;=;.6;o;=
harp;own:harp;1.6;g;=
musical notes,music;musical-notes;.8;o;=
virus,germ,bacteria,microbe;microbe;.4;o;=
soap;=;.2;o;=
sandwich;=;.2;o;=
soup,bowl of soup;steaming-bowl;.3;o;=
croissant;=;.2;o;=
doughnut,donut;doughnut;.2;o;=
cheese;cheese-wedge;.2;o;=
milk;glass-of-milk;.2;o;=
wine;wine-glass;.3;o;=
ice cream;=;.3;o;=
corn;ear-of-corn;.3;o;=
snowball;own:snowball;.6;g;=
snowflake;=;.4;s;=
iceberg;own:iceberg;8;w;=;.08
sledge,sled,sleigh;sled;.7;g;=
skis,ski;skis;1;o;=
water lily,water lilies,lotus;lotus;.3;w;=;.1
raindrop,raindrops,drop,drops,dewdrop;droplet;.4;s;=
shopping cart,shopping trolley;shopping-cart;1;g;=
"""
