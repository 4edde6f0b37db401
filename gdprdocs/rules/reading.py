"""What reading a file can find; the finding itself happens in :mod:`gdprdocs.source`, the words are here.

The message of such a diagnostic is made where it is found and names the value; the one here says it in general.
"""

from __future__ import annotations

from gdprdocs.rules.rule import Words, rules_in, stated
from gdprdocs.source import LIMITS

unreadable = stated(
    "yaml-unreadable",
    "reading",
    nl=Words(
        "een bestand van het profiel is niet te lezen",
        "Maak er een gewoon bestand van dat u mag lezen; verwijzingen (links) worden niet gevolgd.",
        "Een verwijzing kan buiten de map van de organisatie uitkomen en andermans gegevens in een document zetten.",
    ),
    en=Words(
        "a file of the profile cannot be read",
        "Make it a plain file that you are allowed to read; links are not followed.",
        "A link can lead out of the organisation's folder, and so bring somebody else's data into a document.",
    ),
)

size = stated(
    "yaml-size",
    "reading",
    nl=Words(
        f"een bestand is groter dan {LIMITS.size // 1024} KiB",
        "Verdeel het profiel over meer bestanden.",
        "Een grens houdt de controle snel, ook als iemand per ongeluk of expres een reusachtig bestand aanlevert.",
    ),
    en=Words(
        f"a file is larger than {LIMITS.size // 1024} KiB",
        "Spread the profile over more files.",
        "A limit keeps checking fast, even when somebody hands in a giant file by accident or on purpose.",
    ),
)

encoding = stated(
    "yaml-encoding",
    "reading",
    nl=Words(
        "een bestand is niet in UTF-8 opgeslagen",
        "Sla het in uw editor op als “UTF-8” (in Kladblok: Opslaan als, Codering).",
        "In een andere codering wordt een letter met een accent een ander teken in uw documenten.",
    ),
    en=Words(
        "a file is not saved as UTF-8",
        "Save it as “UTF-8” in your editor (in Notepad: Save as, Encoding).",
        "In another encoding a letter with an accent becomes another character in your documents.",
    ),
)

character = stated(
    "yaml-character",
    "reading",
    nl=Words(
        "er staat een onzichtbaar teken of stuurteken in de tekst",
        "Haal het teken weg. Het komt vaak mee bij plakken uit een ander programma.",
        "Zulke tekens kunnen een tekst anders laten lezen dan hij er staat.",
    ),
    en=Words(
        "there is an invisible or control character in the text",
        "Remove the character. It often comes along when pasting from another program.",
        "Such characters can make a text read otherwise than it stands there.",
    ),
)

syntax = stated(
    "yaml-syntax",
    "reading",
    nl=Words(
        "het bestand is geen geldige YAML",
        "Kijk naar het inspringen (met spaties), de dubbele punten, de aanhalingstekens en de haakjes.",
        "Zonder geldige YAML is niet vast te stellen wat er bedoeld is.",
    ),
    en=Words(
        "the file is not valid YAML",
        "Look at the indentation (with spaces), the colons, the quotes and the brackets.",
        "Without valid YAML nobody can tell what is meant.",
    ),
)

documents = stated(
    "yaml-documents",
    "reading",
    nl=Words(
        "er staat een tweede document in het bestand",
        "Haal de regel “---” weg of maak er een eigen bestand van.",
        "Een bestand is één deel van het profiel; wat na “---” staat, zou anders ongemerkt wegvallen.",
    ),
    en=Words(
        "there is a second document in the file",
        "Remove the line “---” or make it a file of its own.",
        "A file is one part of the profile; what follows “---” would otherwise be lost without notice.",
    ),
)

values = stated(
    "yaml-values",
    "reading",
    nl=Words(
        f"er staan meer dan {LIMITS.values} waarden in het bestand",
        "Verdeel het profiel over meer bestanden.",
        "Een grens houdt de controle snel, ook bij een bestand dat alleen gemaakt is om het programma op te houden.",
    ),
    en=Words(
        f"there are more than {LIMITS.values} values in the file",
        "Spread the profile over more files.",
        "A limit keeps checking fast, even with a file that was only made to hold the program up.",
    ),
)

depth = stated(
    "yaml-depth",
    "reading",
    nl=Words(
        f"het bestand is meer dan {LIMITS.depth} niveaus diep genest",
        "Controleer of alle haakjes gesloten zijn; een profiel is nergens zo diep.",
        "Een grens voorkomt dat een verkeerd of kwaadwillig bestand het programma laat vastlopen.",
    ),
    en=Words(
        f"the file is nested more than {LIMITS.depth} levels deep",
        "Check that all brackets are closed; a profile is nowhere that deep.",
        "A limit keeps a faulty or malicious file from crashing the program.",
    ),
)

text_length = stated(
    "yaml-text-length",
    "reading",
    nl=Words(
        f"een tekst is langer dan {LIMITS.text} tekens",
        "Kort de tekst in en controleer of alle aanhalingstekens gesloten zijn.",
        "Zo'n tekst is bijna altijd een vergeten aanhalingsteken, en anders leest niemand hem.",
    ),
    en=Words(
        f"a text is longer than {LIMITS.text} characters",
        "Shorten the text, and check that all quotes are closed.",
        "Such a text is nearly always a forgotten quote, and otherwise nobody reads it.",
    ),
)

alias = stated(
    "yaml-alias",
    "reading",
    nl=Words(
        "ankers (&), verwijzingen (*) en samenvoegen (<<) zijn niet toegestaan",
        "Schrijf de gegevens uit. Is het een gewone tekst? Zet hem dan tussen aanhalingstekens.",
        "Wie het profiel leest, moet op elke plaats zien wat er staat, en niet wat er van elders komt.",
    ),
    en=Words(
        "anchors (&), aliases (*) and merging (<<) are not allowed",
        "Write the data out. Is it plain text? Then put it in quotes.",
        "Whoever reads the profile must see at each place what it says, and not what comes from elsewhere.",
    ),
)

tag = stated(
    "yaml-tag",
    "reading",
    nl=Words(
        "YAML-labels (!) zijn niet toegestaan",
        "Haal het label weg. Begint de tekst met een uitroepteken? Zet hem dan tussen aanhalingstekens.",
        "Met labels kan een bestand een programma iets laten uitvoeren; een profiel bevat alleen gegevens.",
    ),
    en=Words(
        "YAML tags (!) are not allowed",
        "Remove the tag. Does the text start with an exclamation mark? Then put it in quotes.",
        "With tags a file can make a program run something; a profile holds nothing but data.",
    ),
)

key = stated(
    "yaml-key",
    "reading",
    nl=Words(
        "een sleutel is leeg, te lang of geen tekst",
        "Geef de sleutel één kort woord, zoals “name”.",
        "Aan de sleutel is te zien wat de waarde betekent.",
    ),
    en=Words(
        "a key is empty, too long or no text",
        "Make the key one short word, such as “name”.",
        "The key tells what the value means.",
    ),
)

duplicate = stated(
    "yaml-duplicate",
    "reading",
    nl=Words(
        "een sleutel of id staat er twee keer",
        "Voeg de twee samen of geef er één een andere naam.",
        "Van twee gelijke sleutels zou er één ongemerkt wegvallen.",
    ),
    en=Words(
        "a key or id stands there twice",
        "Join the two or rename one of them.",
        "Of two equal keys one would be lost without notice.",
    ),
)

top = stated(
    "yaml-top",
    "reading",
    nl=Words(
        "het bestand bevat geen sleutels met waarden",
        "Begin het profiel met “format: 1”, of haal het lege bestand weg.",
        "Zonder sleutels is niet te zien waar de tekst over gaat.",
    ),
    en=Words(
        "the file does not hold keys with values",
        "Start the profile with “format: 1”, or remove the empty file.",
        "Without keys nobody can tell what the text is about.",
    ),
)

RULES = rules_in(globals())
