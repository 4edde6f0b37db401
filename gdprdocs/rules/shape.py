"""What comparing a profile with the schema can find; that happens in :mod:`gdprdocs.schema`, the words are here.

The message of such a diagnostic is made where it is found and names the value; the one here says it in general.
"""

from __future__ import annotations

from gdprdocs.rules.rule import Words, rules_in, stated

unknown_key = stated(
    "unknown-key",
    "reading",
    nl=Words(
        "deze sleutel bestaat hier niet",
        "Verbeter de naam of haal de sleutel weg; let ook op hoe ver hij inspringt.",
        "Wat onder een verkeerde sleutel staat, komt in geen enkel document.",
    ),
    en=Words(
        "this key does not exist here",
        "Correct the name or remove the key; look at its indentation too.",
        "What stands under a wrong key reaches no document at all.",
    ),
)

missing_key = stated(
    "missing-key",
    "reading",
    nl=Words(
        "een sleutel die nodig is, ontbreekt",
        "Voeg de sleutel toe.",
        "Zonder deze waarde valt er een gat in de documenten.",
    ),
    en=Words(
        "a key that is needed is missing",
        "Add the key.",
        "Without this value there is a hole in the documents.",
    ),
)

wrong_type = stated(
    "wrong-type",
    "reading",
    nl=Words(
        "hier hoort een ander soort waarde",
        "Schrijf een lijst als [een, twee], sleutels als {naam: waarde}, en ja of nee als true of false.",
        "Een waarde van een ander soort is niet te gebruiken in de documenten.",
    ),
    en=Words(
        "another kind of value belongs here",
        "Write a list as [one, two], keys as {name: value}, and yes or no as true or false.",
        "A value of another kind cannot be used in the documents.",
    ),
)

unknown_value = stated(
    "unknown-value",
    "reading",
    nl=Words(
        "deze waarde is hier niet mogelijk",
        "Schrijf een waarde die hier mogelijk is, letter voor letter.",
        "Alleen van een bekende waarde is zeker welke woorden erbij horen.",
    ),
    en=Words(
        "this value is not possible here",
        "Write a value that is possible here, letter by letter.",
        "Only for a known value is it certain which words go with it.",
    ),
)

language_gap = stated(
    "text-language-gap",
    "reading",
    "GDPR 12(1)",
    nl=Words(
        "een tekst ontbreekt in een van de talen van het profiel",
        "Schrijf de tekst in elke taal die onder “languages” staat, met evenveel regels.",
        "Mensen moeten de hele verklaring kunnen lezen in een taal die zij begrijpen.",
    ),
    en=Words(
        "a text is missing in one of the languages of the profile",
        "Write the text in each language listed under “languages”, with the same number of items.",
        "People must be able to read the whole statement in a language they understand.",
    ),
)

wrong_form = stated(
    "wrong-form",
    "reading",
    nl=Words(
        "een datum, duur, land, adres of id is niet geschreven zoals het hoort",
        "Neem de vorm van het voorbeeld over, en zet de waarde tussen aanhalingstekens als er een : of # in staat.",
        "In een vaste vorm is er maar één manier om de waarde te lezen.",
    ),
    en=Words(
        "a date, duration, country, address or id is not written as it should be",
        "Follow the form of the example, and put the value in quotes where it holds a : or #.",
        "In a fixed form there is only one way to read the value.",
    ),
)

duplicate_value = stated(
    "duplicate-value",
    "reading",
    nl=Words(
        "een waarde staat twee keer in een lijst",
        "Haal er één weg.",
        "Wat dubbel staat, komt dubbel in de documenten, of er was iets anders bedoeld.",
    ),
    en=Words(
        "a value stands in a list twice",
        "Remove one of them.",
        "What stands there twice is printed twice, or something else was meant.",
    ),
)

too_long = stated(
    "text-too-long",
    "reading",
    nl=Words(
        "een naam of korte regel is te lang",
        "Kort de tekst in.",
        "Een naam moet in een tabel en op een voorblad passen.",
    ),
    en=Words(
        "a name or short line is too long",
        "Shorten the text.",
        "A name must fit in a table and on a title page.",
    ),
)

empty = stated(
    "empty-value",
    "reading",
    nl=Words(
        "een sleutel heeft geen waarde",
        "Vul de waarde in of haal de sleutel weg.",
        "Een lege waarde zegt niet of iets er niet is of nog moet worden ingevuld.",
    ),
    en=Words(
        "a key has no value",
        "Fill in the value or remove the key.",
        "An empty value does not say whether something is absent or still to be filled in.",
    ),
)

RULES = rules_in(globals())
