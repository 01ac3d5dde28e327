"""Who may sign a text: people, newsrooms, agencies and outlets, told by their names alone."""

from __future__ import annotations

import re

from workbench.reading.word_set import word_set

AGENCIES = {
    "ap": "AP",
    "associated press": "Associated Press",
    "the associated press": "The Associated Press",
    **{
        name.casefold(): name
        for name in (
            *("Reuters", "AFP", "Agence France-Presse", "UPI", "United Press International", "PA"),
            *("PA Media", "Press Association", "dpa", "ANSA", "EFE", "Xinhua", "TASS", "Interfax"),
            *("Bloomberg", "PTI", "ANI", "IANS", "Kyodo", "Kyodo News", "Yonhap", "Belga", "AAP"),
            *("The Canadian Press", "Canadian Press", "CNN", "CNN Wire", "CNN Newsource"),
            *("PRNewswire", "PR Newswire", "Business Wire", "GLOBE NEWSWIRE", "GlobeNewswire"),
            *("ACCESSWIRE", "EIN Presswire", "Newsfile Corp.", "Tribune News Service", "TNS"),
            *("Tribune Content Agency", "States Newsroom", "KFF Health News", "StatePoint"),
        )
    },
}
"""News agencies and release services by their names in lower case."""

_OUTLET_WORDS = word_set(
    "times post news gazette herald tribune journal press wire network radio tv television",
    "daily chronicle observer guardian telegraph independent register courier sun star globe",
    "examiner inquirer sentinel ledger review reporter bulletin dispatch monitor mirror mail",
    "express weekly magazine broadcasting broadcaster media today democrat republican advocate",
    "record advertiser argus echo beacon banner statesman citizen commentary newswire newspaper",
    "digest leader messenger voice standard",
)
_COLLECTIVE_LAST = word_set(
    "newsroom staff desk editors team bureau correspondent correspondents reporters reporter",
    "writers board agencies contributors editorial editor newsdesk service services reports",
)
_ROLE = re.compile(
    r"(?:(?:senior|chief|special|staff|deputy|managing|executive|associate|assistant|contributing"
    r"|national|political|politics|white house|foreign|investigative|general assignment|freelance"
    r"|city|state|local|digital|news|sports|business|education|health|climate|technology|crime"
    r"|courts?|congressional|international|europe|world|breaking news|statehouse|guest|opinion"
    r"|media|science|economics|religion|transportation|environment|royal|diplomatic|home affairs"
    r"|legal|social|data|lead|principal|washington|d\.?c\.?|bureau)[\s,]{1,2}){0,4}"
    r"(?:writer|reporter|correspondent|editor|columnist|contributor|producer|journalist|analyst"
    r"|photographer|photojournalist|anchor|blogger|intern|fellow|bureau chief|staff|author"
    r"|reporting|critic|editor-in-chief|publisher)s?(?:\s(?:at large|in chief|emeritus))?\Z",
    re.IGNORECASE,
)
_PARTICLES = word_set(
    "de da do dos das del della der den di du la le van von zu ter ten bin ibn al el y e af av",
)
_TOKEN = re.compile(
    r"(?:[A-Z]\.(?:[A-Z]\.)*|[^\W\d_a-z][^\W\d_]*(?:['’‘-][^\W\d_]+)*\.?|(?:d|al|el|O)['’-][^\W\d_]+)\Z"
)
_SUFFIX = re.compile(r",?\s+(?:Jr\.?|Sr\.?|II|III|IV|Ph\.?D\.?|M\.?D\.?|Esq\.?|J\.?D\.?|MBE|OBE)\Z")
# Capitals of headlines, places, papers and days: whoever is called so does not sign like this.
_NO_NAME = word_set(
    "san los las santa port fort lake mount cape tel rio",
    "a an and any are as at be been being but by can could day days demand design every first",
    "for from had has have he her here hers him his how i if in into invitation is it its just",
    "law many may means more most my new no not now number numbers of off on one only or order",
    "other our out over popular popularly s she should so some than that the their them then",
    "there these they this those time to today tomorrow tonight too two under up us was we week",
    "were what when where which while who why will with year years yesterday you your executive",
    "land sea air monday tuesday wednesday thursday friday saturday sunday january february",
    "march april june july august september october november december morning evening night",
    "afternoon north south east west northern southern eastern western city county state states",
    "united kingdom republic street avenue house white senate congress party committee council",
    "court department ministry office university college school church bank group company inc",
    "llc ltd corp government police president governor mayor senator minister election",
    "elections war peace politics political world business sport sports opinion culture",
    "technology science health education climate environment national international local",
    "latest breaking exclusive update updated published posted analysis explainer fact check",
    "video photo photos image images gallery live blog podcast newsletter share tweet facebook",
    "twitter email print comment comments contact us subscribe menu search home about related",
    "more read top stories story article page admin administrator webmaster anonymous guest",
    "user root test unknown null none undefined advertisement sponsored content press release",
    "statement transcript interview letter air force army navy border bridge harbor harbour",
    "airport station",
)
# Words of the list above, and of collective bylines, that many people are called.
_SURNAMES_TOO = word_set(
    "white day page west north law house bank street church bridge border lake fort port post law",
    "north april june august war council bishop young case love press times senate may",
)
_NO_OUTLET = word_set(
    "local news breaking world daily today latest national politics media weekly business sports",
    "press us uk the top more live radio tv television network broadcasting international and of",
)
_GENERIC_HOUSE = word_set(
    "our the a city news web digital editorial staff breaking metro online national political",
    "foreign sports business daily local special world politics opinion features culture and",
    "wire contributing press guest reader readers video photo data visuals graphics",
)


def is_person(name: str) -> bool:
    """Whether words look like the full name of one person: two to five parts, no other word."""
    tokens = _SUFFIX.sub("", name.strip()).split()
    if tokens and tokens[0].rstrip(".").casefold() in ("dr", "prof", "rev", "sir", "dame", "fr"):
        tokens = tokens[1:]
    if not 2 <= len(tokens) <= 5 or len(name) > 60:
        return False
    plain = [token for token in tokens if token.casefold() not in _PARTICLES]
    if len(plain) < 2 or tokens[-1] not in plain or not all(map(_TOKEN.match, plain)):
        return False
    words = [token.rstrip(".").casefold() for token in plain if len(token.rstrip(".")) > 1]
    if words and words[-1] in _SURNAMES_TOO:
        words.pop()
    return bool(words) and _NO_NAME.isdisjoint(words) and _COLLECTIVE_LAST.isdisjoint(words)


def is_collective(byline: str) -> bool:
    """Whether a byline names a newsroom, a desk or an agency and no person."""
    words = byline.strip().strip(".").casefold()
    if not words:
        return False
    units = [unit for unit in re.split(r"\s*(?:,|;|&|\band\b)\s*", words) if unit]
    return all(_is_collective_unit(unit) for unit in units)


def is_agency(name: str) -> bool:
    """Whether this is the name of a news agency or release service that is known here."""
    return name.strip().strip(".").casefold() in AGENCIES


def is_outlet(name: str) -> bool:
    """Whether words name an outlet by themselves: "The Harbor Mirror", not "Lena Voss"."""
    words = name.strip().split()
    if not 1 <= len(words) <= 6 or len(name) > 60 or not name.strip()[:1].isupper():
        return False
    if any(not (word[0].isupper() or word in ("of", "the", "&", "and", "for")) for word in words):
        return False
    if is_agency(name) or re.fullmatch(r"[A-Z]{2,5}\d?(?: News)?", name.strip()):
        return is_agency(name) or words[0] in _INITIALS
    if len(words) == 1:
        return words[0] in _ONE_WORD
    plain = {word.strip(".,").casefold() for word in words}
    if plain <= _NO_OUTLET or is_role(name):
        return False
    return not plain.isdisjoint(_OUTLET_WORDS) and not _is_collective_unit(name.casefold())


def house_of(byline: str) -> str:
    """Return whose newsroom signs: "Bay" of "Bay Newsroom"; empty if not told."""
    words = byline.split()
    while words and words[-1].strip(".").casefold() in _COLLECTIVE_LAST | {"news", "editorial"}:
        words.pop()
    house = " ".join(words)
    if not words or all(word.casefold() in _GENERIC_HOUSE for word in words):
        return ""
    return house if house[0].isupper() else ""


def is_role(words: str) -> bool:
    """Whether words name what a journalist does: "Staff Writer", "senior political reporter"."""
    words = re.sub(r"(?i)\s+(?:for|at|of|with)\s.{2,40}\Z", "", words.strip())
    if re.match(r"(?:Special to|For|Of)\s+(?:the\s+)?[A-Z]", words, re.IGNORECASE):
        return True
    head, _, tail = words.partition(" ")
    return bool(_ROLE.match(words) or (is_outlet_word(head) and _ROLE.match(tail)))


def is_outlet_word(word: str) -> bool:
    """Whether one word is an outlet's initials or name, as before a role: "CNN Staff"."""
    return word in _INITIALS or word in _ONE_WORD or is_agency(word)


_INITIALS = word_set(
    "CNN BBC NPR PBS CBS NBC ABC FOX MSNBC CBC CTV ITV RTE DW NHK ABC7 NBC4 WSJ NYT USA AP AFP",
    "UPI CNBC CSPAN C-SPAN WGBH WNYC KQED KCRW KUOW WBUR WHYY",
)
_ONE_WORD = word_set(
    "Reuters Bloomberg Politico POLITICO Axios Newsweek Forbes Slate Salon Vox Time TIME Wired",
    "WIRED ProPublica BuzzFeed HuffPost Semafor Semana Euronews Haaretz Breitbart Mediaite",
    "Newsmax Poynter PolitiFact Snopes Deadline Variety Billboard Gothamist Substack",
)


def _is_collective_unit(unit: str) -> bool:
    words = unit.split()
    if not words:
        return False
    if is_agency(unit) or unit in (
        "our reporter",
        "our own correspondent",
        "staff and wire reports",
    ):
        return True
    if words[0] in ("with", "from", "the") and len(words) > 1 and is_agency(" ".join(words[1:])):
        return True
    return len(words) <= 6 and words[-1].strip(".") in _COLLECTIVE_LAST
