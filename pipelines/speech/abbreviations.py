"""What is written short and said long: titles, units, currencies, months, initials, endings of web addresses."""

_MONTHS = "January February March April May June July August September October November December"
MONTHS = _MONTHS.split()
MONTH = {m[:3].lower(): m for m in MONTHS} | {"sept": "September"}
DAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Thur": "Thursday",
    "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday",
}  # fmt: skip

# Said before a capital letter: "Dr. Lee", "St Paul".
TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Dr": "Doctor", "Prof": "Professor", "St": "Saint", "Mt": "Mount",
    "Ft": "Fort", "Gen": "General", "Gov": "Governor", "Sen": "Senator", "Rep": "Representative", "Capt": "Captain",
    "Lt": "Lieutenant", "Col": "Colonel", "Sgt": "Sergeant", "Rev": "Reverend", "Hon": "Honorable",
    "Pres": "President", "Cpl": "Corporal", "Maj": "Major", "Adm": "Admiral", "Fr": "Father", "Sr": "Senior",
}  # fmt: skip
# Said after a name: "Main St.", "Martin Luther King Jr."
AFTER = {
    "St": "Street", "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Ln": "Lane", "Dr": "Drive", "Hwy": "Highway",
    "Sq": "Square", "Jr": "Junior", "Sr": "Senior", "Inc": "Incorporated", "Ltd": "Limited", "Co": "Company",
    "Corp": "Corporation", "Bros": "Brothers", "Apt": "Apartment", "Dept": "Department", "Univ": "University",
}  # fmt: skip
SHORT = {
    "e.g.": "for example", "i.e.": "that is", "etc.": "et cetera", "vs.": "versus", "vs": "versus",
    "approx.": "approximately", "a.k.a.": "also known as", "aka": "also known as", "et al.": "and others",
    "w/o": "without", "w/": "with", "b/c": "because", "incl.": "including", "excl.": "excluding", "max.": "maximum",
    "min.": "minimum", "temp.": "temperature", "dept.": "department", "govt.": "government", "cf.": "compare",
    "ed.": "edition", "viz.": "namely", "P.S.": "P S", "R.S.V.P.": "R S V P", "Ph.D.": "P H D", "PhD": "P H D",
    "M.Sc.": "M S C", "B.A.": "B A", "M.A.": "M A", "a.m.": "A M", "p.m.": "P M", "No.": "number", 
    "Mr.": "Mister", "Mrs.": "Missus",
}  # fmt: skip
# Said so before a number: "p. 12", "c. 1900".
BEFORE_NUMBER = {
    "no": "number", "nos": "numbers", "№": "number", "#": "number", "p": "page", "pp": "pages", "vol": "volume",
    "ch": "chapter", "fig": "figure", "figs": "figures", "c": "circa", "ca": "circa", "est": "established",
    "sec": "section", "ver": "version", "v": "version", "tel": "telephone", "art": "article", "apt": "apartment",
}  # fmt: skip

UNITS: dict[str, tuple[str, str]] = {
    one: (name, many)
    for name, many, written in (
        ("kilometer", "kilometers", "km"), ("meter", "meters", "m"), ("centimeter", "centimeters", "cm"),
        ("millimeter", "millimeters", "mm"), ("micrometer", "micrometers", "µm μm"), ("nanometer", "nanometers", "nm"),
        ("mile", "miles", "mi"), ("foot", "feet", "ft"), ("yard", "yards", "yd yds"),
        ("kilogram", "kilograms", "kg"), ("gram", "grams", "g"), ("milligram", "milligrams", "mg"),
        ("microgram", "micrograms", "µg mcg"), ("pound", "pounds", "lb lbs"), ("ounce", "ounces", "oz"),
        ("liter", "liters", "l L"), ("milliliter", "milliliters", "ml mL"), ("centiliter", "centiliters", "cl"),
        ("gallon", "gallons", "gal"), ("hour", "hours", "h hr hrs"), ("minute", "minutes", "min mins"),
        ("second", "seconds", "s sec secs"), ("millisecond", "milliseconds", "ms"), ("watt", "watts", "W"),
        ("kilowatt", "kilowatts", "kW"), ("megawatt", "megawatts", "MW"), ("gigawatt", "gigawatts", "GW"),
        ("kilowatt hour", "kilowatt hours", "kWh"), ("volt", "volts", "V"), ("milliamp hour", "milliamp hours", "mAh"),
        ("hertz", "hertz", "Hz"), ("kilohertz", "kilohertz", "kHz"), ("megahertz", "megahertz", "MHz"),
        ("gigahertz", "gigahertz", "GHz"), ("decibel", "decibels", "dB"), ("kilobyte", "kilobytes", "KB kB"),
        ("megabyte", "megabytes", "MB"), ("gigabyte", "gigabytes", "GB"), ("terabyte", "terabytes", "TB"),
        ("megabit per second", "megabits per second", "Mbps"), ("gigabit per second", "gigabits per second", "Gbps"),
        ("calorie", "calories", "cal"), ("kilocalorie", "kilocalories", "kcal"), ("joule", "joules", "J"),
        ("kilojoule", "kilojoules", "kJ"), ("pascal", "pascals", "Pa"), ("hectopascal", "hectopascals", "hPa"),
        ("bar", "bar", "bar"), ("hectare", "hectares", "ha"), ("acre", "acres", "ac"), ("pixel", "pixels", "px"),
        ("frame per second", "frames per second", "fps"), ("beat per minute", "beats per minute", "bpm"),
        ("mile per hour", "miles per hour", "mph"), ("kilometer per hour", "kilometers per hour", "km/h kph kmh"),
        ("meter per second", "meters per second", "m/s"), ("mile per gallon", "miles per gallon", "mpg"),
        ("kelvin", "kelvin", "K"), ("square foot", "square feet", "sq.ft sqft"), ("cubic centimeter",
        "cubic centimeters", "cc"), ("part per million", "parts per million", "ppm"), ("knot", "knots", "kn"),
    )
    for one in written.split()
}  # fmt: skip

CURRENCIES: dict[str, tuple[str, str, str, str]] = {
    "$": ("dollar", "dollars", "cent", "cents"), "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"), "¥": ("yen", "yen", "sen", "sen"),
    "₹": ("rupee", "rupees", "paisa", "paise"), "₩": ("won", "won", "jeon", "jeon"),
    "₽": ("ruble", "rubles", "kopeck", "kopecks"), "US$": ("U S dollar", "U S dollars", "cent", "cents"),
    "A$": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "C$": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "CHF": ("Swiss franc", "Swiss francs", "centime", "centimes"),
    "USD": ("U S dollar", "U S dollars", "cent", "cents"),
    "EUR": ("euro", "euros", "cent", "cents"), "GBP": ("British pound", "British pounds", "penny", "pence"),
    "JPY": ("yen", "yen", "sen", "sen"), "Rs": ("rupee", "rupees", "paisa", "paise"),
}  # fmt: skip
SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "mio": "million",
    "b": "billion", "B": "billion", "bn": "billion", "tn": "trillion", "thousand": "thousand", "million": "million",
    "billion": "billion", "trillion": "trillion", "hundred": "hundred",
}  # fmt: skip

SYMBOLS = {
    "&": "and", "@": "at", "%": "percent", "‰": "per mille", "+": "plus", "=": "equals", "<": "is less than",
    ">": "is greater than", "≤": "is at most", "≥": "is at least", "≈": "is about", "≠": "is not", "~": "about",
    "±": "plus or minus", "×": "times", "÷": "divided by", "√": "the square root of", "π": "pi", "∞": "infinity",
    "°": "degrees", "§": "section", "¶": "paragraph", "²": "squared", "³": "cubed", "^": "to the power of",
    "→": "to", "½": "one half", "¼": "one quarter", "¾": "three quarters", "⅓": "one third", "⅔": "two thirds",
    "⅛": "one eighth", "Ω": "ohms", "µ": "micro", "¢": "cents", "$": "dollars", "€": "euros", "£": "pounds",
    "©": "", "®": "", "™": "", "•": "", "·": "", "|": ",", "\\": "", "_": " ", "*": "", "#": "", "`": "", "←": "",
}  # fmt: skip

# Initials that have become words; other runs of capitals are said letter by letter.
_WORDS = """
NASA NATO UNESCO UNICEF OPEC LASER RADAR SCUBA SONAR AIDS COVID FIFA UEFA IKEA PIN RAM SIM GIF NAFTA ASEAN BREXIT POTUS
SWAT TASER YOLO FOMO CAPTCHA JPEG ESA INTERPOL SIDS NORAD DARPA NIMBY ACE OK CAD"""
WORDS = frozenset(_WORDS.split())
# Also words, so only read letter by letter when they stand in capitals among small letters.
_LETTERS = "US IT UK EU UN AI TV PC CD DJ VIP WHO IP ID AC DC HR PR IQ PM AM MP GP CV ER LA NY"
LETTERS = frozenset(_LETTERS.split())
# Roman numbers after these are counted, after any other name they are ordinals: "Chapter IV", "Henry VIII".
_COUNTED = """
Chapter Part Act Scene Section Volume Vol Book Phase Article War Mark Type Level Stage Class Grade Bowl Apollo Gemini
Fantasy Episode Round Rocky Saturn Appendix Title Figure Table Day Week Group Tier Category Station"""
COUNTED = frozenset(_COUNTED.split())
_KINGS = """
Pope King Queen Henry Louis Edward George William Charles James Richard Elizabeth Napoleon Pius Benedict Leo Paul Ramses
Frederick Philip Alexander Nicholas Peter Catherine Ivan Francis Gustav Christian Ferdinand Mary Otto"""
KINGS = frozenset(_KINGS.split())
_ENDINGS = """
com org net edu gov io ai dev app info uk de fr eu co tv me us ca au nz ch at es it nl jp in be se no dk pl pt ie museum
shop blog cloud design studio film online site tech xyz"""
ENDINGS = frozenset(_ENDINGS.split())
_FILES = "pdf mp3 mp4 jpg jpeg png gif txt csv doc docx xls xlsx ppt pptx exe zip html xml json wav mov"
FILES = frozenset(_FILES.split())
