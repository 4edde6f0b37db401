"""The schema of other parties: processors and their chain, recipients, customers, joint controllers."""

from __future__ import annotations

from gdprdocs.law import law
from gdprdocs.schema.agreement import AGREEMENT, MORE_TRANSFERS, TRANSFER
from gdprdocs.schema.field import (
    Rules,
    by_reference,
    form,
    forms,
    group,
    happened,
    line,
    one_of,
    prose,
    references,
    words,
)

ADDRESS = group(
    {
        "street": line("Straat en huisnummer", "Street and number", required=True),
        "postal_code": line("Postcode", "Postal code", required=True),
        "city": line("Plaats", "City", required=True),
        "country": form(
            "country",
            "Land",
            "Country",
            ("Landcode van twee letters, zoals NL.", "Two-letter country code, such as NL."),
        ),
    },
    "Adres",
    "Address",
)

CONTACT = group(
    {
        "name": line("Naam", "Name", ("Van een persoon of afdeling.", "Of a person or department.")),
        "function": words(
            "Functie", "Function", ("Van die persoon; staat in overeenkomsten.", "Of that person; shown in agreements.")
        ),
        "email": form("email", "E-mailadres", "E-mail address"),
        "phone": form("phone", "Telefoonnummer", "Phone number"),
        "website": form("url", "Website", "Website"),
    },
    "Contactgegevens",
    "Contact details",
)

REGISTRATION = group(
    {
        "register": line("Register", "Register", ("Bijvoorbeeld KVK.", "For example KVK."), required=True),
        "number": line("Nummer", "Number", required=True),
    },
    "Inschrijving",
    "Registration",
)

SIGNATORY = group(
    {"name": line("Naam", "Name", required=True), "function": words("Functie", "Function", required=True)},
    "Ondertekenaar",
    "Signatory",
    ("Wie namens deze partij tekent.", "Who signs for this party."),
)

TEST: Rules = {
    "every": form("duration", "Elke", "Every"),
    "last": happened("Laatst", "Last"),
    "by": prose("Waarmee", "By what"),
    "result": prose("Uitkomst", "Result"),
}
"""When and how a measure is tested."""

_HANDLER: Rules = {
    "name": line("Naam", "Name"),
    "service": prose("Dienst", "Service", ("Wat de partij voor u doet.", "What the party does for you.")),
    "address": ADDRESS,
    "contact": CONTACT,
    "processing_locations": forms("country", "Waar de gegevens staan", "Where the data are"),
    "accessed_from": forms("country", "Van waaruit men erbij kan", "From where they can be reached"),
    "reached_through": prose(
        "Beveiligde verbinding",
        "Secured connection",
        (
            "Hoe medewerkers van deze partij bij de gegevens komen.",
            "How this party's staff get to the data.",
        ),
    ),
    "since": form("date", "Ingeschakeld sinds", "Engaged since"),
    "data_categories": references("data_categories", "Gegevens", "Data categories"),
    "transfer": TRANSFER,
    "more_transfers": MORE_TRANSFERS,
    "agreement": AGREEMENT,
}


def _sub_processors() -> Rules:
    """Entries that hold entries: cerberus follows the reference by name, as deep as the data go."""
    return {
        "type": "dict",
        "keysrules": {"check_with": "id"},
        "valuesrules": {"type": "dict", "schema": "sub_processor"},
        "meta": {
            "label": {"nl": "Subverwerkers", "en": "Sub-processors"},
            "description": {
                "nl": "Wie de partij zelf inschakelt, zo diep als de keten gaat.",
                "en": "Whom the party engages itself, as deep as the chain goes.",
            },
        },
    }


_DATA_SUBJECTS = references(
    "data_subjects",
    "Over wie",
    "Data subjects",
    (
        "Alleen als dat niet iedereen is over wie de activiteiten gaan.",
        "Only where that is not everybody whom the activities concern.",
    ),
)

SUB_PROCESSOR: Rules = {
    **_HANDLER,
    "authorised": happened("Toegestaan op", "Permitted on"),
    "sub_processors": _sub_processors(),
}

PROCESSOR: Rules = {
    **_HANDLER,
    "data_subjects": _DATA_SUBJECTS,
    "for_children": prose(
        "Uitleg voor kinderen",
        "Explained to children",
        (
            "Wat deze partij doet, in een paar woorden die een kind begrijpt.",
            "What this party does, in a few words that a child understands.",
        ),
    ),
    "registration": REGISTRATION,
    "signatory": SIGNATORY,
    "measures": references("measures", "Maatregelen", "Measures"),
    "measure_tests": by_reference(
        "measures",
        TEST,
        "Tests van de maatregelen",
        "Tests of the measures",
        ("Wanneer de verwerker zijn maatregel het laatst testte.", "When the processor last tested its measure."),
    ),
    "without": group(
        {
            "encryption": prose(
                "Waarom geen versleuteling",
                "Why no encryption",
                ("Leest goed na “omdat …”.", "Reads well after “because …”."),
            ),
            "recovery": prose(
                "Waarom geen herstel",
                "Why no recovery",
                ("Leest goed na “omdat …”.", "Reads well after “because …”."),
            ),
        },
        "Niet nodig",
        "Not needed",
        (
            "Soorten maatregelen die deze verwerking niet vraagt, zoals versleuteling van papier.",
            "Kinds of measures that this processing does not call for, such as encryption of paper.",
        ),
    ),
    "nature": prose(
        "Handelingen",
        "Operations",
        (
            "Wat er met de gegevens gebeurt: opslaan, versturen, wissen.",
            "What is done with the data: storing, sending, erasing.",
        ),
    ),
    "erased": group(
        {
            "when": prose(
                "Wanneer",
                "When",
                (
                    "Leest goed na “Alle gegevens:” en na “Tijdens de dienst:”.",
                    "Reads well after “All data:” and after “During the service:”.",
                ),
                required=True,
            )
        },
        "Eigen termijn",
        "Period of its own",
        (
            "Als de verwerker alles eerder wist dan de bewaartermijnen zeggen, zoals wie papier vernietigt.",
            "Where the processor erases everything sooner than the retention periods say, as one who destroys paper does.",
        ),
    ),
    "own_purposes": {
        "type": ["list", "line"],
        "check_with": "none_word",
        "schema": prose("Eigen doel", "Own purpose"),
        "meta": {"label": {"nl": "Eigen doelen van de verwerker", "en": "The processor's own purposes"}},
    },
    "sub_processors": _sub_processors(),
}

RECIPIENT: Rules = {
    "name": words("Naam", "Name", required=True),
    "kind": one_of(["public_authority", "company", "professional", "care_provider", "other"], "Soort", "Kind"),
    "what_for": prose(
        "Waarvoor",
        "What for",
        ("Leest goed na “om …” (en: “to …”).", "Reads well after “to …”."),
        required=True,
    ),
    "for_children": prose(
        "Uitleg voor kinderen",
        "Explained to children",
        (
            "Wat deze partij doet, in een paar woorden die een kind begrijpt.",
            "What this party does, in a few words that a child understands.",
        ),
    ),
    "basis": one_of(list(law().lawful_bases), "Grondslag", "Lawful basis"),
    "law": prose("Wet en artikel", "Statute and article"),
    "country": form("country", "Land", "Country"),
    "address": ADDRESS,
    "contact": CONTACT,
    "data_subjects": _DATA_SUBJECTS,
    "data_categories": references("data_categories", "Gegevens", "Data categories"),
    "looks_in": prose(
        "Waar de ontvanger zelf in kijkt",
        "What the recipient looks in",
        (
            "Het systeem waarin de ontvanger zelf gegevens bekijkt, en hoe dat is beveiligd.",
            "The system in which the recipient looks at data itself, and how that is secured.",
        ),
    ),
    "transfer": TRANSFER,
    "more_transfers": MORE_TRANSFERS,
}

_OR_NONE = ("Schrijf none als de klant er geen heeft.", "Write none if the customer has none.")

CUSTOMER: Rules = {
    "name": line("Naam", "Name", required=True),
    "address": ADDRESS,
    "contact": CONTACT,
    "breach_contact": {
        **CONTACT,
        "meta": {
            "label": {"nl": "Meldpunt voor datalekken", "en": "Reporting point for breaches"},
            "description": {
                "nl": "Waar de klant van een datalek wil horen, ook buiten kantooruren.",
                "en": "Where the customer wants to hear of a breach, outside office hours too.",
            },
        },
    },
    "representative": line("Vertegenwoordiger", "Representative", _OR_NONE),
    "data_protection_officer": line("Functionaris voor gegevensbescherming", "Data protection officer", _OR_NONE),
    "transfer": TRANSFER,
    "more_transfers": MORE_TRANSFERS,
}

JOINT_CONTROLLER: Rules = {
    "name": line("Naam", "Name", required=True),
    "address": ADDRESS,
    "contact": CONTACT,
    "arrangement": group(
        {
            "date": happened("Datum", "Date"),
            "contact_point": prose("Contactpunt", "Contact point"),
            "essence": prose("Kern van de regeling", "Essence of the arrangement"),
            "informs": prose("Wie mensen informeert", "Who informs people", ("Hele zin.", "A whole sentence.")),
            "answers_requests": prose(
                "Wie verzoeken beantwoordt", "Who answers requests", ("Hele zin.", "A whole sentence.")
            ),
        },
        "Onderlinge regeling",
        "Arrangement",
    ),
}

CUSTOMER_AGREEMENT: Rules = {
    "agreement": AGREEMENT,
    "nature": prose(
        "Handelingen",
        "Operations",
        (
            "Wat u met de gegevens van klanten doet: opslaan, versturen, wissen.",
            "What you do with customers' data: storing, sending, erasing.",
        ),
    ),
    "processing_locations": forms("country", "Waar de gegevens staan", "Where the data are"),
    "accessed_from": forms("country", "Van waaruit men erbij kan", "From where they can be reached"),
    "transfer": TRANSFER,
    "more_transfers": MORE_TRANSFERS,
    "measures": references("measures", "Maatregelen", "Measures"),
    "announced_by": prose(
        "Hoe u een nieuwe subverwerker aankondigt",
        "How you announce a new sub-processor",
        ("Hele zin in de u-vorm, tegen de klant.", "A whole sentence that addresses the customer."),
    ),
}
"""The standard agreement of an organisation that is itself the processor of its customers (Art. 28)."""
