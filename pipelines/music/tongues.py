"""Words of mood and music of other languages and scripts, and emoji, by the English word they stand for."""

import re

# Beginnings of words; "=" before one means the whole word. German, French, Spanish, Italian, Portuguese.
_STEMS = """
sad: traurig betrübt triste tristi tristeza tristesse tristezza trauer =trist
happy: fröhlich froh glücklich heureu feliz felic felices contento contenta freudig vrolijk
joyful: joyeu alegr allegr allégress gioios freude joie alegría
cheerful: heiter vergnügt =gai =gaie enjoué animad
calm: ruhig calme calmo calma calmad tranquill tranquil sosegad entspannt
peaceful: friedlich paisib apacib pacifi pacífic
hopeful: hoffnungsvoll hoffnung espoir esperanz esperanç speranz zuversichtlich
funny: lustig witzig drôle divertid divertent gracios komisch comique
playful: verspielt joueu juguet giocos brincalh
tense: gespannt angespannt tendu =tenso =tensa =teso =tesa
suspenseful: spannend spannung suspens angoiss suspense
angry: wütend zornig colère enojad enfadad arrabbiat zangad raiva =wut =zorn rabios
furious: furieu furios rasend
scary: gruselig unheimlich effrayant terrifiant aterrador spavent assustador schaurig
fear: angst =peur miedo paura =medo furcht
dark: düster dunkel dunkl finster =obscur oscur =cupo =cupa =scuro =scura escur sombri tenebr
gloomy: trüb trostlos =morne lúgubre
mysterious: geheimnisvoll mysteriös rätselhaft mystérieu misterios
melancholy: melanchol mélancoli melancóli malinconi wehmütig schwermütig
nostalgic: nostalg sehnsüchtig sehnsucht saudade sehnsuchtsvoll
romantic: romantisch romantique romántic romântic
tender: zärtlich tendre tiern =tenero =tenera =terno =terna ternur innig liebevoll
gentle: sanft =doux =douce doucement suav dulce =dolce =dolci =doce
epic: episch épique épic =epico =epica
dramatic: dramatisch dramatique dramátic drammatic
powerful: kraftvoll mächtig puissant poderos potente
energetic: energisch energiegeladen énergique enérgic energic
exciting: aufregend mitreißend passionnant emocionant emozionant
festive: festlich festif fêtard festiv
solemn: feierlich solennel solemne solenne solene
dreamy: verträumt träumerisch rêveu onirique soñador sognant sonhador
lonely: einsam solitair soledad solitari
heroic: heldenhaft heroisch héroïque heroic eroic
triumphant: triumphal triomph triunf trionf siegreich
majestic: majestätisch majestueu majestuos maestos
threatening: bedrohlich menaçant amenazador minaccios ameaçador inquiétant
warm: =warme =warmer chaleureu cálid caldo calor
slow: langsam =lent =lente =lento =lenta lentement
fast: schnell rapide rápid veloc vite
desperate: verzweifelt désespér desesperad disperat
serious: ernst sérieu =serio =seria =sério =séria
magical: magisch zauberhaft magique mágic =magico =magica
love: liebe =amour =amor amore
music: musik musique música musica =muzik
waltz: walzer valse =vals valzer =valsa
march: marsch =marche =marcha =marcia
piano: klavier pianoforte
guitar: gitarre guitare guitarra chitarra =violão
violin: geige violine violon violín violino
cello: violoncell
flute: flöte flûte flauta flauto
drums: schlagzeug trommel batterie batería =bateria batteria tambores percussion
strings: streicher cordes cuerdas =archi cordas
choir: =chor chœur chorale =coro
trumpet: trompete trompette trompeta tromba
harp: harfe harpe =arpa
organ: orgel =orgue órgano =organo órgão
accordion: akkordeon accordéon acordeón fisarmonica acordeão
minor: =moll mineur menor minore
major: =dur majeur mayor maggiore maior
very: =sehr =très =muy =molto =muito
without: =ohne =sans =senza =sem =sin
not: =nicht =pas
no: kein
with: =mit =avec =con =com
and: =und =et
but: =aber =mais =pero =però =mas
then: dann danach =puis ensuite luego después =poi depois
only: =nur seulement solament soltanto apenas
"""
_EMOJI = {
    "happy": "😀😃😄😁😊🙂😆😸☺🤗😎", "funny": "😂🤣😜🤪🤡", "sad": "😢😭😞😔☹🙁😿💔🥺", "angry": "😡😠🤬👿",
    "scary": "😱😨😰👻🎃🧟", "loving": "😍🥰😘❤💕💖💗💓🧡💛💚💙💜", "festive": "🎉🥳🎊🎂🎄", "sleepy": "😴💤🥱",
    "calm": "😌🧘🌿🍃", "energetic": "🔥⚡💪🏃", "ominous": "💀☠🦇", "hopeful": "🌅🌈🌱✨", "triumphant": "🏆🥇👑",
    "surprised": "😮😲🤯", "disgust": "🤢🤮", "tense": "😬⏰💣",
}  # fmt: skip
# Beginnings of words in other scripts; where words are not parted by spaces, anywhere.
_SCRIPTS = """
sad: груст печал 悲し 悲伤 悲傷 슬픈 슬프 슬픔 حزين
happy: счаст 嬉し 幸せ 幸福 행복 سعيد
joyful: весел радост 楽し 快乐 快樂 欢快 기쁜 즐거 فرح
calm: спокойн тих 静か 安静 平静 宁静 잔잔 고요 차분 هادئ
peaceful: мирн 穏やか 和平 평화 سلمي
hopeful: надежд 希望 희망 أمل
scary: страшн жутк 怖 恐怖 무서 مخيف
tense: тревож напряж 緊張 紧张 긴장 متوتر
angry: злой злая злоб гнев 怒 愤怒 憤怒 화난 분노 غاضب
dark: мрачн 暗い 黑暗 어두 مظلم
tender: нежн 優し 温柔 溫柔 부드러 رقيق
romantic: романт ロマン 浪漫 로맨 رومانس
epic: эпич 壮大 史诗 史詩 웅장 ملحم
solemn: торжеств 荘厳 庄严 엄숙
mysterious: таинств 神秘 신비 غامض
dreamy: мечтат 夢 梦 몽환 حالم
nostalgic: ностальг 懐かし 怀旧 懷舊 그리운 حنين
energetic: энергич 活発 活力 활기 حماس
"""
_BY_STEM = {
    stem: line.partition(":")[0] for line in _SCRIPTS.strip().splitlines() for stem in line.partition(":")[2].split()
}
_STEM = re.compile("(?<![а-яё])(" + "|".join(sorted(_BY_STEM, key=len, reverse=True)) + ")[а-яё\u0600-\u06ff]*")
_BY_EMOJI = {sign: word for word, signs in _EMOJI.items() for sign in signs}

_WHOLE: dict[str, str] = {}
_BEGUN: dict[str, str] = {}
for _line in _STEMS.strip().splitlines():
    _english, _, _words = _line.partition(":")
    for _word in _words.split():
        if _word[0] == "=":
            _WHOLE[_word[1:]] = _english
        else:
            _BEGUN[_word] = _english


def in_english(word: str) -> str | None:
    """The English word for one of another language (small letters), None where none is known."""
    if word in _WHOLE:
        return _WHOLE[word]
    for size in range(len(word), 3, -1):
        if word[:size] in _BEGUN:
            return _BEGUN[word[:size]]
    return None


def without_signs(text: str) -> str:
    """A text (small letters) in which emoji of mood, and mood words in other scripts than ours, are English words."""
    text = _STEM.sub(lambda match: f" {_BY_STEM[match[1]]} ", text)
    return re.sub(r"[^\x00-\u20ff]", lambda sign: f" {_BY_EMOJI[sign[0]]} " if sign[0] in _BY_EMOJI else sign[0], text)
