"""Words of the organisation's own for clauses of a document: what may stand in such a file, and what must.

The finding happens where files are read (:mod:`gdprdocs.source.own_words`), judged and compared
(:mod:`gdprdocs.own_words`) and rendered; here are the words.
"""

from __future__ import annotations

from gdprdocs.diagnostic import Severity
from gdprdocs.project import DEEPEST_CLAUSE, LARGEST_WORDS, LONGEST_CLAUSE, MOST_OWN_CLAUSES, MOST_PLACES
from gdprdocs.rules.rule import Words, rules_in, stated

unreadable = stated(
    "wording-unreadable",
    "wording",
    nl=Words(
        "een bestand met eigen woorden is niet te lezen",
        "Maak er een gewoon bestand van dat u mag lezen; verwijzingen (links) worden niet gevolgd.",
        "Een verwijzing kan buiten de map van de organisatie uitkomen en andermans tekst in een document zetten.",
    ),
    en=Words(
        "a file with words of your own cannot be read",
        "Make it a plain file that you are allowed to read; links are not followed.",
        "A link can lead out of the organisation's folder, and so bring somebody else's text into a document.",
    ),
)

size = stated(
    "wording-size",
    "wording",
    nl=Words(
        f"een bestand met eigen woorden is groter dan {LARGEST_WORDS // 1024} KiB",
        "Vervang alleen de bepalingen die u anders wilt.",
        "Een grens houdt de controle snel, ook als iemand een reusachtig bestand aanlevert.",
    ),
    en=Words(
        f"a file with words of your own is larger than {LARGEST_WORDS // 1024} KiB",
        "Replace only the clauses that you want otherwise.",
        "A limit keeps checking fast, even when somebody hands in a giant file.",
    ),
)

encoding = stated(
    "wording-encoding",
    "wording",
    nl=Words(
        "een bestand met eigen woorden is niet in UTF-8 opgeslagen",
        "Sla het in uw editor op als “UTF-8” (in Kladblok: Opslaan als, Codering).",
        "In een andere codering wordt een letter met een accent een ander teken in uw documenten.",
    ),
    en=Words(
        "a file with words of your own is not saved as UTF-8",
        "Save it as “UTF-8” in your editor (in Notepad: Save as, Encoding).",
        "In another encoding a letter with an accent becomes another character in your documents.",
    ),
)

character = stated(
    "wording-character",
    "wording",
    nl=Words(
        "er staat een onzichtbaar teken of stuurteken in de eigen woorden",
        "Haal het teken weg. Het komt vaak mee bij plakken uit een ander programma.",
        "Zulke tekens kunnen een bepaling anders laten lezen dan zij er staat.",
    ),
    en=Words(
        "there is an invisible or control character in the words of your own",
        "Remove the character. It often comes along when pasting from another program.",
        "Such characters can make a clause read otherwise than it stands there.",
    ),
)

unknown_document = stated(
    "wording-unknown-document",
    "wording",
    nl=Words(
        "“{name}” is geen document waarvan u een bepaling kunt vervangen",
        "Noem de map naar het document; “gdprdocs wording” toont welke er zijn.",
        "Woorden voor een document dat er niet is, komen nergens terecht.",
    ),
    en=Words(
        "“{name}” is no document of which you can replace a clause",
        "Name the folder after the document; “gdprdocs wording” shows which there are.",
        "Words for a document that does not exist end up nowhere.",
    ),
)

unknown_language = stated(
    "wording-unknown-language",
    "wording",
    nl=Words(
        "“{name}” is geen bestand met eigen woorden; die heten hier {known}",
        "Noem het bestand naar een taal van het profiel, of haal het weg.",
        "Woorden in een taal waarin geen document wordt gemaakt, komen nergens terecht.",
    ),
    en=Words(
        "“{name}” is no file with words of your own; here they are called {known}",
        "Name the file after a language of the profile, or remove it.",
        "Words in a language in which no document is made end up nowhere.",
    ),
)

unknown_clause = stated(
    "wording-unknown-clause",
    "wording",
    nl=Words(
        "“{clause}” is geen bepaling van “{document}”",
        "“gdprdocs wording”, met de naam van het document erachter, toont welke bepalingen er zijn.",
        "Een bepaling onder een andere naam vervangt niets: de oude woorden zouden blijven staan.",
    ),
    en=Words(
        "“{clause}” is no clause of “{document}”",
        "“gdprdocs wording” followed by the name of the document shows which clauses there are.",
        "A clause under another name replaces nothing: the old words would stay.",
    ),
)

twice = stated(
    "wording-twice",
    "wording",
    nl=Words(
        "de bepaling “{clause}” staat ook op regel {line}",
        "Houd één van de twee.",
        "Van twee gelijke bepalingen zou er één ongemerkt wegvallen.",
    ),
    en=Words(
        "the clause “{clause}” also stands on line {line}",
        "Keep one of the two.",
        "Of two equal clauses one would be lost without notice.",
    ),
)

parameters = stated(
    "wording-parameters",
    "wording",
    nl=Words(
        "“{clause}” begint anders dan de bepaling die zij vervangt: {expected}",
        "Neem de eerste regel over van de bepaling die u vervangt.",
        "Een bepaling krijgt haar gegevens in een vaste volgorde; anders komen zij op de verkeerde plaats.",
    ),
    en=Words(
        "“{clause}” begins otherwise than the clause that it replaces: {expected}",
        "Copy the first line of the clause that you replace.",
        "The program gives a clause its facts in a fixed order; otherwise they end up in the wrong place.",
    ),
)

syntax = stated(
    "wording-syntax",
    "wording",
    nl=Words(
        "dit is geen geldig sjabloon ({problem})",
        "Vergelijk met de bepaling die u vervangt. Elke {{ heeft een }}, elke if een endif, elke macro een endmacro.",
        "Zonder geldig sjabloon is niet vast te stellen wat er bedoeld is.",
    ),
    en=Words(
        "this is not a valid template ({problem})",
        "Compare with the clause that you replace. Each {{ has its }}, each if its endif, each macro its endmacro.",
        "Without a valid template nobody can tell what is meant.",
    ),
)

not_allowed = stated(
    "wording-not-allowed",
    "wording",
    nl=Words(
        "“{found}” staat niet in een bepaling: {why}",
        "Gebruik tussen de accolades alleen wat de bepaling heeft die u vervangt; “gdprdocs wording” toont haar.",
        "Zo kan een bestand van een ander niets uitvoeren, en niets in een document zetten dat er niet hoort.",
    ),
    en=Words(
        "“{found}” does not stand in a clause: {why}",
        "Between the braces use only what the clause has that you replace; “gdprdocs wording” shows it.",
        "So a file of somebody else can run nothing, and put nothing into a document that does not belong there.",
    ),
)

markup = stated(
    "wording-markup",
    "wording",
    nl=Words(
        "“{found}” staat niet in een bepaling: {why}",
        "Kijk hoe de bepaling is opgemaakt die u vervangt; “gdprdocs wording” toont haar.",
        "Een document is in elke vorm te lezen, als webpagina, als PDF en door een schermlezer, en voert niets uit.",
    ),
    en=Words(
        "“{found}” does not stand in a clause: {why}",
        "See how the clause is marked up that you replace; “gdprdocs wording” shows it.",
        "A document can be read in every form, as a web page, as a PDF and by a screen reader, and runs nothing.",
    ),
)

clauses = stated(
    "wording-clauses",
    "wording",
    nl=Words(
        f"er staan meer dan {MOST_OWN_CLAUSES} bepalingen in het bestand",
        "Vervang alleen de bepalingen die u anders wilt.",
        "Een grens houdt de controle snel, ook bij een bestand dat alleen gemaakt is om het programma op te houden.",
    ),
    en=Words(
        f"there are more than {MOST_OWN_CLAUSES} clauses in the file",
        "Replace only the clauses that you want otherwise.",
        "A limit keeps checking fast, even with a file that was only made to hold the program up.",
    ),
)

depth = stated(
    "wording-depth",
    "wording",
    nl=Words(
        f"de bepaling is meer dan {DEEPEST_CLAUSE} niveaus diep genest",
        "Zet voorwaarden naast elkaar in plaats van in elkaar.",
        "Een grens voorkomt dat een verkeerd of kwaadwillig bestand het programma laat vastlopen.",
    ),
    en=Words(
        f"the clause is nested more than {DEEPEST_CLAUSE} levels deep",
        "Put conditions beside each other instead of inside each other.",
        "A limit keeps a faulty or malicious file from crashing the program.",
    ),
)

places = stated(
    "wording-places",
    "wording",
    nl=Words(
        f"“{{clause}}” heeft meer dan {MOST_PLACES} gegevens en voorwaarden",
        "Kort de bepaling in. In een lus telt elk gegeven voor tien.",
        "Een grens voorkomt dat een klein bestand een reusachtig document maakt.",
    ),
    en=Words(
        f"“{{clause}}” has more than {MOST_PLACES} facts and conditions",
        "Shorten the clause. In a loop each fact counts for ten.",
        "A limit keeps a small file from making a giant document.",
    ),
)

length = stated(
    "wording-length",
    "wording",
    nl=Words(
        f"de bepaling “{{clause}}” heeft in een document meer dan {LONGEST_CLAUSE} tekens ({{why}})",
        "Kort de bepaling in, of wat het profiel op deze plaats zegt.",
        "Zo’n bepaling leest niemand, en het document zou onwerkbaar groot worden.",
    ),
    en=Words(
        f"the clause “{{clause}}” has more than {LONGEST_CLAUSE} characters in a document ({{why}})",
        "Shorten the clause, or what the profile says in this place.",
        "Nobody reads such a clause, and the document would become too large to use.",
    ),
)

failed = stated(
    "wording-failed",
    "wording",
    nl=Words(
        "de bepaling “{clause}” is in een document niet in te vullen ({why})",
        "Zet elk gegeven onder dezelfde voorwaarde als in de bepaling die u vervangt; anders ontbreekt het soms.",
        "Een bepaling waarin een gegeven ontbreekt, zegt niet wat u bedoelt.",
    ),
    en=Words(
        "the clause “{clause}” cannot be filled in in a document ({why})",
        "Put each fact under the same condition as in the clause that you replace; otherwise it is missing at times.",
        "A clause in which a fact is missing does not say what you mean.",
    ),
)

one_language = stated(
    "wording-one-language",
    "wording",
    "GDPR 5(1)(a)",
    nl=Words(
        "“{clause}” is hier vervangen en in {missing} niet",
        "Vervang de bepaling in elke taal van het profiel.",
        "Een document zegt in elke taal hetzelfde; anders geldt voor de ene lezer iets anders dan voor de andere.",
    ),
    en=Words(
        "“{clause}” is replaced here and not in {missing}",
        "Replace the clause in every language of the profile.",
        "A document says the same in every language; otherwise one reader gets other terms than the next.",
    ),
)

languages_differ = stated(
    "wording-languages-differ",
    "wording",
    "GDPR 5(1)(a)",
    nl=Words(
        "“{clause}” is hier anders opgebouwd dan in {others}: {difference}",
        "Laat de bepaling in elke taal hetzelfde zeggen, met dezelfde gegevens, getallen en tags.",
        "Een document zegt in elke taal hetzelfde; anders geldt voor de ene lezer iets anders dan voor de andere.",
    ),
    en=Words(
        "“{clause}” is built otherwise here than in {others}: {difference}",
        "Let the clause say the same in every language, with the same facts, numbers and tags.",
        "A document says the same in every language; otherwise one reader gets other terms than the next.",
    ),
)

unused = stated(
    "wording-unused",
    "wording",
    nl=Words(
        "“{clause}” gebruikt dit niet: {names}",
        "Neem het op in uw tekst, of ga na dat uw tekst klopt wat het profiel er ook over zegt.",
        "Met dit gegeven zegt de bepaling die u vervangt wat er in uw profiel staat. Zonder kan uw tekst onwaar zijn.",
    ),
    en=Words(
        "“{clause}” does not use this: {names}",
        "Use it in your text, or make sure that your text is true whatever the profile says of it.",
        "With this fact the clause that you replace says what your profile says. Without it your text can be untrue.",
    ),
    severity=Severity.WARNING,
)

RULES = rules_in(globals())
