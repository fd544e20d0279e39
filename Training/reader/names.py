"""Flat names: our types, and how the corpora's own types turn into them."""

import re
from dataclasses import dataclass, field

TYPES = ("PER", "ORG", "AGENCY", "LOC", "MISC", "TIME", "NUM", "MONEY")
STYLES = ("uner", "wiki", "crossner", "grobid", "news", "legal", "cyber", "tweet")

PUBLIC = re.compile(
    r"(?i)\b(ministry|ministries|department of|dept|police|court|courts|tribunal|parliament|senate|congress|"
    r"house of (commons|lords|representatives)|assembly|army|navy|air force|marines?|marine corps|"
    r"armed forces|military|guard|regiment|battalion|brigade|government|administration|embassy|consulate|"
    r"prosecutor|prosecutors|sheriff|treasury|cabinet|knesset|duma|bundestag|politburo|supreme council|"
    r"united nations|european (union|commission|council|parliament|central bank)|nato|council of (ministers|europe)|"
    r"security council|federal reserve|world bank|international monetary fund|interpol|europol|"
    r"un|eu|fbi|cia|nsa|dea|fda|epa|faa|nasa|irs|sec|ferc|fcc|mi5|mi6|kgb|fsb|gru|mossad|isi|imf|who|iaea|opec|unesco|unicef|unhcr|"
    r"city council|county council|town council|customs|coast guard|intelligence (agency|service|directorate)|"
    r"secret service|white house|pentagon|kremlin|homeland security|state department|justice department)\b"
)
PRIVATE = re.compile(
    r"(?i)\b(inc|corp|corporation|ltd|llc|plc|gmbh|co|company|companies|group|holdings|university|college|school|"
    r"institute of technology|bank of america|records|band|orchestra|club|f\.?c|united|city f|league|team|"
    r"times|post|tribune|herald|journal|gazette|news|press|magazine|radio|tv|television|broadcasting|"
    r"party|front|movement|brotherhood|al ?- ?qaeda|qaeda|hamas|hezbollah|taliban|brigades|mafia|cartel|syndicate|gang|"
    r"church|foundation|trust|union|association|society|airlines|airways|motors|studios|pictures|entertainment|"
    r"enron|microsoft|google|apple|ford|boeing|airbus|ibm|sony|facebook|yahoo)\b"
)
DEMONYM = re.compile(
    r"(?:[a-z](?:ian|ean|ican|ish|ese|ani|aqi|aeli|erman|rab)|French|Dutch|Czech|Swiss|Greek|Thai|Welsh|Filipino"
    r"|Afghan|European|Moroccan|Kurd|Turk|Serb|Croat|Dane|Swede|Pole|Finn|Scot)s?$"
)
PLACES = {"Iran", "Michigan", "Japan", "Pakistan", "Jordan", "Afghanistan", "Meridian", "Azerbaijan", "Milan", "Bhutan"}
CURRENCY = re.compile(
    r"(?i)[$£€¥₹]|\b(dollars?|euros?|pounds?|yen|yuan|rupees?|pesos?|francs?|cents?|pence|roubles?|rubles?|"
    r"usd|eur|gbp|marks|crowns|lira|lire|won|ringgit|soles)\b"
)


@dataclass
class Names:
    """Flat names of one sentence.

    `spans` are (start, end, type), ends included; the type `ORG?` leaves open whether the
    organization is an agency. `unknown` words belong to something that has no type of ours:
    nothing is learned about spans that touch them. `missing` types were not annotated.
    """

    style: str
    missing: tuple = ()
    spans: list = field(default_factory=list)
    unknown: list = field(default_factory=list)

    def add(self, words, start, end, kind):
        if kind == "ORG?":
            kind = agency_of(" ".join(words[start : end + 1]))
        if kind == "NUM":
            kind = quantity_of(words[start : end + 1])
        if kind is None:
            self.unknown.append((start, end))
        else:
            self.spans.append((start, end, kind))


def agency_of(name):
    """AGENCY or ORG where the name itself says so, else `ORG?`."""
    public, private = PUBLIC.search(name), PRIVATE.search(name)
    if public and not private:
        return "AGENCY"
    return "ORG" if private and not public else "ORG?"


def is_demonym(word):
    return bool(DEMONYM.search(word)) and word not in PLACES


def quantity_of(words):
    return "MONEY" if CURRENCY.search(" ".join(words)) else "NUM"
