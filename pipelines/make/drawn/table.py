"""The table of beasts, buildings, vehicles and plants a scene may name, and of people by their roles."""

from pipelines.make.drawn.goods import GOODS
from pipelines.make.drawn.wares import WARES

# words; art (fluent unless it says so; "=" is the first word); metres; place; facing < > or =; sunk
_GREAT = """
whale,humpback,orca,blue whale;spouting-whale;8;w;<;.12
dolphin,porpoise;=;2;w;<;.1
fish;=;.5;u;<
salmon,trout,cod,herring,carp;own:salmon;.6;u;<;.1
tropical fish,clownfish,goldfish;tropical-fish;.4;u;<
shark;=;3;u;<
octopus,kraken;own:octopus;1.5;u;=
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
duck,duckling;duck;.6;w;<;.1
flamingo;=;1.4;g;<
bird,robin,sparrow,wren;bird;.35;g;<
gull,seagull,albatross,tern;own:gull;.6;s;>
dove;=;.5;s;<
pigeon;bird;.4;g;<
eagle,hawk,falcon,kestrel;eagle;1;s;<
owl;=;.6;g;=
parrot;=;.6;g;<
peacock;=;1.2;g;<
raven,crow,blackbird;blackbird;.5;g;<
rooster,cock;rooster;.7;g;<
hen,chicken;rooster;.5;g;<
chick,chicks;front-facing-baby-chick;.25;g;=
turkey;=;.9;g;=
bat,bats;bat;.4;s;=
butterfly,moth;butterfly;.3;s;=
bee,honeybee,bumblebee;honeybee;.25;s;<
mosquito;=;.2;s;<
ladybird,ladybug;lady-beetle;.2;g;=
ant;=;.2;g;<
spider;=;.2;g;=
snail;=;.2;g;<
caterpillar;bug;.2;g;<
beetle;=;.2;g;=
cricket,grasshopper;cricket;.2;g;<
scorpion;=;.3;g;<
worm,earthworm;worm;.2;g;<
snake,serpent;snake;.6;g;<
lizard,gecko;lizard;.4;g;<
crocodile,alligator;crocodile;1;g;<
frog,toad;own:frog;.35;g;=
dragon;=;4;g;<
dinosaur,t rex,tyrannosaurus;t-rex;5;g;<
brontosaurus,sauropod;sauropod;7;g;<
unicorn;own:unicorn;1.8;g;<
dog,puppy,hound;dog;.62;g;<
cat,kitten;cat;.42;g;<
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
bear,grizzly,bear cub;own:bear-walking;1.4;g;<
polar bear;own:polar-bear-walking;1.4;g;<
lion,lioness;own:lion;1.3;g;=
panda;own:panda;1.4;g;=
koala;own:koala;.7;g;=
tiger;=;1.2;g;<
leopard,cheetah,jaguar,panther;leopard;1.1;g;<
deer,stag,fawn;deer;1.7;g;<
moose,elk,reindeer;moose;2;g;=
horse,pony,mare,foal;horse;1.9;g;<
zebra;=;1.7;g;<
donkey,mule;donkey;1.4;g;<
cow,cattle;cow;1.6;g;<
bison,buffalo;bison;1.8;g;<
boar,wild boar;boar;1;g;<
goose;=;.9;g;<
ox,bull;ox;1.7;g;<
pig,piglet,hog;pig;.9;g;<
sheep,lamb,ewe;ewe;1;g;<
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
solar panel,solar panels,photovoltaics,solar cell;own:solar;2.2;g;=
wind turbine,wind turbines,turbine;own:turbine;30;g;=
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
town hall;own:town-hall;24;g;=
hotel;=;12;g;=
barn;own:barn;7;g;=
tower,watchtower,castle tower;own:tower;16;g;=
pyramid;own:pyramid;20;g;=
igloo;own:igloo;2.4;g;=
traffic light;vertical-traffic-light;3;g;=
postbox,letterbox,mailbox,post box;postbox;1.3;g;=
slide;playground-slide;2.4;g;=
swing;own:swing;2.4;g;=
tent;=;2.2;g;=
circus,circus tent;circus-tent;8;g;=
bridge,stone bridge;own:bridge;6;g;=
fountain;=;3;g;=
flag,flags,flagpole;own:flag;2.3;g;=
statue,monument;own:statue;3;g;=
ferris wheel;=;14;g;=
carousel,merry go round;carousel-horse;2.5;g;=
ship,steamer,freighter,tanker;ship;9;w;<;.2
cruise ship,liner;passenger-ship;14;w;<;.16
ferry;=;8;w;<;.2
boat,fishing boat,trawler;motor-boat;3.6;w;<;.27
sailboat,sailing boat,yacht,sailing ship;sailboat;5;w;<;.19
rowing boat,rowboat,canoe,kayak;canoe;1.6;w;=;.33
speedboat;=;2;w;<;.24
sail,sails,sailing ships;sailboat;5;w;<;.19
pirate ship,tall ship,galleon,caravel,frigate,schooner;own:galleon;11;w;<;.07
submarine;own:submarine;3.5;u;<
anchor;=;1;o;=
rocket,spaceship,spacecraft;rocket;10;s;>
satellite;=;3;s;=
cloud;=;3;s;=
ufo,flying saucer;flying-saucer;4;s;=
aeroplane,airplane,plane,jet;airplane;8;s;>
helicopter;=;4;s;<
hot air balloon,hot-air balloon,air balloon;own:balloon;12;s;=
balloon,balloons;balloon;.7;s;=
kite;=;.9;s;=
parachute;=;3;s;=
train,steam train,locomotive;locomotive;3.4;g;<
tram;=;3.4;g;=
bus,bus stop;bus;3;g;<
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
motorcycle,motorbike;motorcycle;1.2;g;<
scooter;kick-scooter;1.1;g;<
rover,mars rover,moon rover;own:rover;1.6;g;<
robot,robots,android;own:robot;1.6;g;=
snowman;=;1.7;g;=
scarecrow;own:scarecrow;1.8;g;=
ghost;=;1.4;s;=
alien;own:alien;1.3;g;=
teddy,teddy bear;teddy-bear;.4;o;=
tree,oak,maple,apple tree;own:tree;7;g;=
pine,fir,spruce,pine tree;own:pine;8;g;=
christmas tree;=;3;g;=
palm,palm tree;own:palm;6;g;=
cactus;=;2.5;g;=
sunflower,sunflowers;sunflower;1.6;g;=
tulip,tulips;tulip;.5;g;=
rose,roses;rose;.5;g;=
flower,flowers,blossom;blossom;.4;g;=
seedling,sprout,sapling;seedling;.3;g;=
mushroom,mushrooms,toadstool;mushroom;.3;g;=
pumpkin;own:pumpkin;.4;g;=
rock,stone,boulder;own:rock;1.2;g;=
nest;nest-with-eggs;.3;o;=
fire,campfire,bonfire;fire;1;g;=
rainbow;own:rainbow;30;s;=
volcano;=;60;g;=
tornado;=;30;g;=
comet,meteor;comet;8;s;=
shooting star;shooting-star;6;s;=
planet,saturn;ringed-planet;20;s;=
globe;own:globe;.5;o;=
earth,world;globe-showing-europe-africa;20;s;=
"""
THINGS = _GREAT + WARES.lstrip() + GOODS.lstrip()

# role: the words that name it. How each looks is the costume table of figure.py.
PEOPLE = """
keeper:lighthouse keeper,keeper,sailor,mariner
captain:captain,skipper,admiral,sea captain
fisherman:fisherman,fisher,angler,fisherwoman
grandmother:grandmother,grandma,granny,old woman,old lady,nana
grandfather:grandfather,grandpa,old man,elder,grandad
woman:woman,lady,mother,mum,mom,aunt,wife,she,bride,queen,actress,hostess,empress,widow,heroine
man:man,father,dad,uncle,husband,he,groom,king,gentleman,guy,emperor,lad,bloke
person:person,someone,somebody,figure,stranger,traveller,traveler,visitor,neighbour,neighbor,friend,
  people,villager,customer,passenger,user,crowd,family,couple,team,crew,clockmaker,thief,burglar,detective,
  lover,patient,mayor,dreamer,listener,reader,bystander,commuter,
  journalist,reporter,beggar,refugee,survivor,lifeguard,photographer,spectator,protester,demonstrator,activist,cashier,ninja
girl:girl,daughter,sister,niece,princess,granddaughter
boy:boy,son,brother,nephew,prince,grandson
child:child,kid,toddler,children,kids,baby,twin,twins,infant,orphan,schoolchild
teacher:teacher,professor,tutor,lecturer,librarian,instructor,mentor
student:student,pupil,learner,graduate,teenager,teen,youth
scientist:scientist,researcher,chemist,inventor,engineer,astronomer,archaeologist,
  biologist,physicist,geologist,botanist,mathematician,lab technician
doctor:doctor,nurse,surgeon,physician,medic,dentist,vet,pharmacist,
  paramedic,midwife,veterinarian,psychologist,therapist,optician
driver:driver,bus driver,taxi driver,train driver,conductor,chauffeur,pilot,
  steward,stewardess,flight attendant,truck driver,porter
cook:cook,chef,baker,confectioner,pizza maker
farmer:farmer,gardener,shepherd,beekeeper,rancher,winemaker,winegrower,lumberjack,forester
astronaut:astronaut,cosmonaut,spaceman
office:manager,boss,businessman,businesswoman,office worker,worker,colleague,employee,clerk,accountant,
  lawyer,programmer,developer,investor,banker,presenter,
  president,politician,diplomat,secretary,receptionist,economist,consultant,spy,agent
builder:builder,construction worker,miner,carpenter,mechanic,plumber,craftsman,blacksmith,cobbler,
  shoemaker,potter,tailor,electrician,welder,roofer,technician,repairman,handyman,bricklayer
police:police officer,policeman,policewoman,guard,sheriff,police woman,constable,cop,security guard
firefighter:firefighter,fireman
musician:musician,orchestra,singer,pianist,violinist,guitarist,drummer,performer,
  cellist,trumpeter,composer,flautist,saxophonist,harpist
dancer:dancer,ballerina,acrobat,gymnast
artist:artist,painter,writer,poet,sculptor,novelist,designer,illustrator
hiker:hiker,explorer,climber,mountaineer,alpinist,wanderer,adventurer,pilgrim,tourist,walker,
  skier,snowboarder,backpacker,ranger,scout,trekker
wizard:wizard,witch,magician,mage,sorcerer,sorceress,druid,warlock
knight:knight,soldier,warrior,samurai,viking,gladiator
pirate:pirate
runner:runner,athlete,jogger,footballer,
  referee,umpire,goalkeeper,player,boxer,sprinter,surfer,swimmer,skater,sportsman,sportswoman,trainer
postman:postman,mailman,courier
shopkeeper:shopkeeper,seller,merchant,vendor,grocer,waiter,waitress,butler,barista,
  barber,hairdresser,butcher,florist,fishmonger,bartender,greengrocer,salesman,saleswoman
judge:judge
monk:monk,priest,nun
cowboy:cowboy
diver:diver,scuba diver
cyclist:cyclist
"""
