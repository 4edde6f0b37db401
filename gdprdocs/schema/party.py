"""The schema of other parties: processors and their chain, recipients, customers, joint controllers."""

from __future__ import annotations

from gdprdocs.law import law
from gdprdocs.schema.field import (
    Rules,
    by_reference,
    flag,
    form,
    forms,
    group,
    line,
    number,
    one_of,
    prose,
    references,
    some_of,
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

_TRANSFER: Rules = {
    "to": forms(
        "country",
        "Landen",
        "Countries",
        ("Naar welke landen buiten de EER.", "To which countries outside the EEA."),
    ),
    "mechanism": one_of(sorted(law().mechanisms), "Doorgiftegrond", "Transfer mechanism"),
    "module": number("Module van de modelcontractbepalingen", "Module of the standard clauses", min=1, max=4),
    "signed": form("date", "Getekend op", "Signed on"),
    "assessment": prose(
        "Uitkomst van de beoordeling",
        "Outcome of the assessment",
        (
            "Hele zin: wat de beoordeling van de doorgifte uitwees.",
            "A whole sentence: what the transfer assessment showed.",
        ),
    ),
    "assessed": form(
        "date",
        "Doorgifte beoordeeld op",
        "Transfer assessed on",
        (
            "Datum van de beoordeling van het recht in dat land.",
            "Date of the assessment of that country's law.",
        ),
    ),
    "certified": line(
        "Gecertificeerde onderneming",
        "Certified entity",
        (
            "Naam zoals op de lijst van het Data Privacy Framework.",
            "Name as on the Data Privacy Framework list.",
        ),
    ),
    "checked": form("date", "Lijst nagekeken op", "List checked on"),
    "covers_staff": flag("Geldt ook voor personeelsgegevens", "Covers HR data"),
    "approved": form(
        "date",
        "Goedgekeurd op",
        "Approved on",
        (
            "Datum waarop de bindende bedrijfsvoorschriften zijn goedgekeurd.",
            "Date on which the binding corporate rules were approved.",
        ),
    ),
    "approved_by": line(
        "Goedgekeurd door",
        "Approved by",
        (
            "De leidende toezichthouder voor de bindende bedrijfsvoorschriften.",
            "The lead supervisory authority for the binding corporate rules.",
        ),
    ),
    "rules_for": one_of(
        ["controllers", "processors"],
        "Voor wie de voorschriften gelden",
        "Whom the rules are for",
        (
            "Bindende bedrijfsvoorschriften voor verwerkingsverantwoordelijken of voor verwerkers.",
            "Binding corporate rules for controllers or for processors.",
        ),
    ),
    "letter": one_of(list("abcdefg"), "Letter van artikel 49, eerste lid", "Letter of Article 49(1)"),
    "occasional": flag("Incidenteel", "Occasional"),
    "because": prose("Waarom", "Why"),
    "copy": prose(
        "Waar een kopie te krijgen is",
        "Where to get a copy",
        (
            "Alleen als dat niet bij de organisatie zelf is.",
            "Only where it is not to be had from the organisation itself.",
        ),
    ),
}
TRANSFER = group(_TRANSFER, "Doorgifte", "Transfer")
MORE_TRANSFERS: Rules = {
    "type": "list",
    "schema": {"type": "dict", "schema": _TRANSFER},
    "meta": {
        "label": {"nl": "Verdere doorgiften", "en": "Further transfers"},
        "description": {
            "nl": "Voor een partij die op verschillende gronden naar verschillende landen doorgeeft.",
            "en": "For a party that transfers to several countries on different grounds.",
        },
    },
}

AGREEMENT = group(
    {
        "status": one_of(["draft", "signed"], "Status", "Status"),
        "form": one_of(
            ["own", "supplier", "standard_clauses"],
            "Vorm",
            "Form",
            (
                "own: de overeenkomst die dit programma maakt; supplier: de voorwaarden van de leverancier; "
                "standard_clauses: de modelcontractbepalingen van Uitvoeringsbesluit (EU) 2021/915.",
                "own: the agreement that this program makes; supplier: the supplier's terms; "
                "standard_clauses: the standard clauses of Implementing Decision (EU) 2021/915.",
            ),
        ),
        "covers": some_of(
            list(law().processor_clauses),
            "Wat de voorwaarden van de leverancier regelen",
            "What the supplier's terms cover",
        ),
        "signed": form("date", "Getekend op", "Signed on"),
        "annexes": form(
            "date",
            "Bijlagen aanvaard op",
            "Annexes accepted on",
            (
                "Waarop beide partijen de bijlagen aanvaardden zoals zij nu zijn, als dat na de ondertekening was.",
                "When both parties accepted the annexes as they are now, if that was after the signature.",
            ),
        ),
        "starts": form(
            "date",
            "Begint op",
            "Starts on",
            (
                "Laat weg als zij op de dag van ondertekening begint.",
                "Leave out when it starts on the day of signature.",
            ),
        ),
        "ends": form("date", "Eindigt op", "Ends on"),
        "term": one_of(["main_contract", "fixed", "indefinite"], "Duur", "Term"),
        "main_contract": prose(
            "Hoofdovereenkomst",
            "Main contract",
            (
                "Naam en datum van het contract voor de dienst.",
                "Name and date of the contract for the service.",
            ),
        ),
        "breach_notice": form(
            "duration",
            "Datalek melden binnen",
            "Breach notice within",
            ("Bijvoorbeeld PT24H.", "For example PT24H."),
        ),
        "request_help": form(
            "duration",
            "Helpt bij verzoeken binnen",
            "Helps with requests within",
            ("Bijvoorbeeld P5D.", "For example P5D."),
        ),
        "notice": form("duration", "Meldt wijzigingen vooraf", "Announces changes"),
        "sub_processing": group(
            {
                "authorisation": one_of(["general", "specific", "prohibited"], "Toestemming", "Authorisation"),
                "notice": form("duration", "Meldt nieuwe subverwerkers vooraf", "Announces new sub-processors"),
                "objection": form("duration", "Bezwaartermijn", "Time to object"),
            },
            "Subverwerkers",
            "Sub-processing",
        ),
        "audit": group(
            {
                "frequency": form("duration", "Hoe vaak", "Frequency"),
                "notice": form("duration", "Vooraf aangekondigd", "Notice"),
                "costs": one_of(["controller", "processor", "each_own"], "Wie betaalt", "Who pays"),
            },
            "Controle",
            "Audit",
        ),
        "at_end": group(
            {
                "do": one_of(["return_and_delete", "delete", "return"], "Wat er gebeurt", "What happens"),
                "within": form("duration", "Binnen", "Within"),
                "backups_within": form("duration", "Uit back-ups binnen", "From backups within"),
                "format": prose("Bestandsvorm", "Format"),
            },
            "Na afloop",
            "At the end",
        ),
        "checked": group(
            {
                "date": form("date", "Datum", "Date"),
                "by": prose(
                    "Waarmee",
                    "By what",
                    ("Bijvoorbeeld een certificaat of audit.", "For example a certificate or an audit."),
                ),
                "again": form("duration", "Opnieuw na", "Again after"),
            },
            "Waarborgen gecontroleerd",
            "Guarantees checked",
        ),
        "court": line(
            "Bevoegde rechtbank",
            "Competent court",
            ("Plaats, bijvoorbeeld Utrecht.", "Place, for example Utrecht."),
        ),
    },
    "Verwerkersovereenkomst",
    "Processor agreement",
)

TEST: Rules = {
    "every": form("duration", "Elke", "Every"),
    "last": form("date", "Laatst", "Last"),
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


SUB_PROCESSOR: Rules = {
    **_HANDLER,
    "authorised": form("date", "Toegestaan op", "Permitted on"),
    "sub_processors": _sub_processors(),
}

PROCESSOR: Rules = {
    **_HANDLER,
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
    "data_subjects": references(
        "data_subjects",
        "Over wie",
        "Data subjects",
        (
            "Alleen als dat niet iedereen is over wie de activiteiten gaan.",
            "Only where that is not everybody whom the activities concern.",
        ),
    ),
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
            "date": form("date", "Datum", "Date"),
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
