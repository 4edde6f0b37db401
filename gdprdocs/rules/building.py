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


PDF_LIMIT = stated(
    "pdf-limit",
    "building",
    "-",
    nl=Words(
        "een PDF kostte meer tijd of geheugen dan hij krijgt",
        "Verdeel wat het document opsomt over meer delen, of geef met --time-limit meer tijd. De webpagina is er wel.",
        "Een grens voorkomt dat één document alle andere ophoudt.",
    ),
    en=Words(
        "a PDF took more time or memory than it is given",
        "Spread what the document lists over more parts, or give it more time with --time-limit. The page is there.",
        "A limit keeps one document from holding up all others.",
    ),
)

PROFILE_CHANGED = stated(
    "profile-changed",
    "building",
    "-",
    nl=Words(
        "het profiel is veranderd terwijl de documenten werden gemaakt",
        "Bouw nog een keer. Wat er al stond, is niet veranderd.",
        "Documenten die voor een deel van voor en voor een deel van na een wijziging zijn, spreken elkaar tegen.",
    ),
    en=Words(
        "the profile changed while its documents were made",
        "Build once more. What was there has not changed.",
        "Documents that are partly from before a change and partly from after it contradict each other.",
    ),
)

IN_THE_WAY = stated(
    "output-in-the-way",
    "building",
    "-",
    nl=Words(
        "waar een bestand moet komen, staat er een dat niet van een eerdere build is",
        "Zet dat bestand ergens anders, of bouw naar een andere map.",
        "Wat een ander in de map zette, wordt niet overschreven.",
    ),
    en=Words(
        "where a file has to come, there is one that no earlier build made",
        "Put that file elsewhere, or build into another folder.",
        "What somebody else put into the folder is not overwritten.",
    ),
)


def detailed(rule: Rule, what: str) -> Text:
    """The message of ``rule`` with ``what`` was found behind it."""
    return rule.message(Problem(())).map(lambda words: f"{words} ({what})")


RULES = rules_in(globals())
