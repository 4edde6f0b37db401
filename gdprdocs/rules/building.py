"""What only building can find: words for the findings of the last step."""

from __future__ import annotations

from gdprdocs.language import Text
from gdprdocs.rules.rule import Problem, Rule, Words, rules_in, stated

FOLDER_NAME = stated(
    "folder-name",
    "building",
    "-",
    nl=Words(
        "de map van een organisatie heet naar kleine letters, cijfers en streepjes",
        "Geef de map een naam als “meridiaan” of “huisartsen-de-linde”.",
        "De naam van de map wordt een deel van het webadres en moet overal werken.",
    ),
    en=Words(
        "the folder of an organisation is named with lower-case letters, digits and hyphens",
        "Name the folder like “meridiaan” or “huisartsen-de-linde”.",
        "The name of the folder becomes part of the web address and has to work everywhere.",
    ),
)

LOGO_UNREADABLE = stated(
    "logo-unreadable",
    "building",
    "-",
    nl=Words(
        "het logo is niet te lezen",
        "Zet het bestand in de map van de organisatie, als gewoon bestand van hoogstens 1 MiB.",
        "Elk document draagt het logo. Een document zonder logo is niet het document dat u vroeg.",
    ),
    en=Words(
        "the logo cannot be read",
        "Put the file in the organisation's folder, as a plain file of at most 1 MiB.",
        "Every document carries the logo. A document without it is not the document you asked for.",
    ),
)

DOCUMENT_GAP = stated(
    "document-gap",
    "building",
    "GDPR 5(1)(a)",
    nl=Words(
        "in een document ontbreekt iets",
        "Vul het gegeven in. Met --draft maakt u een concept waarin de plaats is gemarkeerd.",
        "Een document met een gat is niet af, en wie het leest, mist iets.",
    ),
    en=Words(
        "a document lacks something",
        "Fill in the fact. With --draft you make a draft in which the place is marked.",
        "A document with a gap is not finished, and whoever reads it misses something.",
    ),
)

PDF_FAILED = stated(
    "pdf-failed",
    "building",
    "-",
    nl=Words(
        "de PDF is niet goed gelukt",
        "Kijk naar het logo: een SVG mag niets van elders halen. Is het logo goed? Meld dit dan als fout.",
        "Een PDF waarin iets ontbreekt, wordt niet gepubliceerd.",
    ),
    en=Words(
        "the PDF did not turn out well",
        "Look at the logo: an SVG must not fetch anything from elsewhere. Is the logo fine? Then report this as a bug.",
        "A PDF in which something is missing is not published.",
    ),
)


def detailed(rule: Rule, what: str) -> Text:
    """The message of ``rule`` with ``what`` was found behind it."""
    return rule.message(Problem(())).map(lambda words: f"{words} ({what})")


RULES = rules_in(globals())
