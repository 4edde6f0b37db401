"""What is said when a file cannot be read: each function yields the message and the way to mend it."""

from __future__ import annotations

from gdprdocs.language import Text

Said = tuple[Text, Text | None]


def character(name: str) -> Said:
    """A character that nobody sees or that turns text around."""
    return (
        Text(nl=f"onzichtbaar teken of stuurteken ({name})", en=f"invisible or control character ({name})"),
        Text(
            nl="Haal het teken weg. Het komt vaak mee bij plakken uit een ander programma.",
            en="Remove the character. It often comes along when pasting from another program.",
        ),
    )


_KNOWN_SYNTAX = {
    "mapping values are not allowed in this context": Text(
        nl="Staat er een dubbele punt in de tekst? Zet de tekst dan tussen aanhalingstekens.",
        en="Is there a colon in the text? Then put the text in quotes.",
    ),
    "found character that cannot start any token": Text(
        nl="Spring in met spaties, niet met tabs. Zet een tekst die met @, ` of % begint tussen aanhalingstekens.",
        en="Indent with spaces, not tabs. Put a text that starts with @, ` or % in quotes.",
    ),
    "did not find expected key": Text(
        nl="Controleer of deze regel even ver inspringt als de regels erboven en of aanhalingstekens gesloten zijn.",
        en="Check that this line is indented like the lines above it, and that quotes are closed.",
    ),
    "could not find expected ':'": Text(
        nl="Zet na de sleutel een dubbele punt en een spatie.", en="Put a colon and a space after the key."
    ),
    "did not find expected ',' or ']'": Text(
        nl="Zet een komma tussen de delen van de lijst en sluit haar met “]”.",
        en="Put a comma between the items of the list and close it with “]”.",
    ),
    "did not find expected ',' or '}'": Text(
        nl="Zet een komma tussen de sleutels en sluit af met “}”.",
        en="Put a comma between the keys and close with “}”.",
    ),
    "found a tab character that violates indentation": Text(
        nl="Spring in met spaties, niet met tabs.",
        en="Indent with spaces, not tabs.",
    ),
    "found unexpected end of stream": Text(
        nl="Een aanhalingsteken of haakje is niet gesloten.", en="A quote or bracket is not closed."
    ),
}


def syntax(problem: str) -> Said:
    """Text that is no YAML; ``problem`` is the parser's own English description."""
    return (
        Text(nl=f"dit is geen geldige YAML ({problem})", en=f"this is not valid YAML ({problem})"),
        _KNOWN_SYNTAX.get(problem),
    )


def unreadable(reason: str) -> Said:
    """A file that the system does not let us read, or that is no plain file."""
    return (
        Text(nl=f"het bestand is niet te lezen ({reason})", en=f"the file cannot be read ({reason})"),
        Text(
            nl="Een profiel is een gewoon bestand; verwijzingen (links) worden niet gevolgd.",
            en="A profile is a plain file; links are not followed.",
        ),
    )


def size(kibibytes: int) -> Said:
    """A file over the limit."""
    return (
        Text(nl=f"het bestand is groter dan {kibibytes} KiB", en=f"the file is larger than {kibibytes} KiB"),
        None,
    )


def encoding() -> Said:
    """Bytes that are no UTF-8."""
    return (
        Text(nl="het bestand is niet in UTF-8 opgeslagen", en="the file is not saved as UTF-8"),
        Text(
            nl="Sla het in uw editor op als “UTF-8” (in Kladblok: Opslaan als, Codering).",
            en="Save it as “UTF-8” in your editor (in Notepad: Save as, Encoding).",
        ),
    )


def documents() -> Said:
    """A second document in one file."""
    return (
        Text(nl="een tweede document in één bestand", en="a second document in one file"),
        Text(
            nl="Haal de regel “---” weg of maak er een eigen bestand van.",
            en="Remove the line “---” or make it a file of its own.",
        ),
    )


def values(most: int) -> Said:
    """More values than one file may hold."""
    return (
        Text(nl=f"meer dan {most} waarden in één bestand", en=f"more than {most} values in one file"),
        Text(nl="Verdeel het profiel over meer bestanden.", en="Spread the profile over more files."),
    )


def depth(most: int) -> Said:
    """Nesting over the limit."""
    return Text(nl=f"meer dan {most} niveaus diep genest", en=f"nested more than {most} levels deep"), None


def text_length(most: int) -> Said:
    """A text over the limit."""
    return Text(nl=f"een tekst van meer dan {most} tekens", en=f"a text of more than {most} characters"), None


def alias(name: str) -> Said:
    """An anchor or an alias."""
    return (
        Text(
            nl=f"“{name}”: ankers en verwijzingen van YAML zijn niet toegestaan",
            en=f"“{name}”: YAML anchors and aliases are not allowed",
        ),
        Text(
            nl="Schrijf de gegevens uit. Is het een gewone tekst? Zet hem dan tussen aanhalingstekens.",
            en="Write the data out. Is it plain text? Then put it in quotes.",
        ),
    )


def merge() -> Said:
    """A merge key."""
    return (
        Text(nl="“<<” (samenvoegen) is niet toegestaan", en="“<<” (merge) is not allowed"),
        Text(nl="Schrijf de gegevens uit.", en="Write the data out."),
    )


def tag(name: str) -> Said:
    """A YAML tag."""
    return (
        Text(nl=f"een YAML-label ({name}) is niet toegestaan", en=f"a YAML tag ({name}) is not allowed"),
        Text(
            nl="Haal het label weg. Begint de tekst met een uitroepteken? Zet hem dan tussen aanhalingstekens.",
            en="Remove the tag. Does the text start with an exclamation mark? Then put it in quotes.",
        ),
    )


def key() -> Said:
    """A key that is empty, too long or no text."""
    return Text(nl="een sleutel is één kort woord", en="a key is one short word"), None


def duplicate(name: str, line: int) -> Said:
    """A key that stands twice in one mapping."""
    return (
        Text(
            nl=f"“{name}” staat hier voor de tweede keer (eerder op regel {line})",
            en=f"“{name}” stands here for the second time (first on line {line})",
        ),
        Text(nl="Voeg de twee samen of geef er één een andere naam.", en="Join the two or rename one of them."),
    )


def duplicate_elsewhere(name: str, where: str) -> Said:
    """An id or key that stands in two files of one profile."""
    return (
        Text(nl=f"“{name}” staat ook in {where}", en=f"“{name}” also stands in {where}"),
        Text(nl="Laat er één staan of geef er één een andere naam.", en="Keep one of them or rename one."),
    )


def not_a_mapping() -> Said:
    """A file whose top level is not a mapping."""
    return (
        Text(nl="het bestand bevat geen sleutels met waarden", en="the file does not hold keys with values"),
        Text(
            nl="Een profiel begint bijvoorbeeld met “format: 1”.",
            en="A profile starts with “format: 1”, for example.",
        ),
    )
