"""The schema of the organisation itself, its publication, roles, measures and protocols, and its own catalogue."""

from __future__ import annotations

from gdprdocs.schema.field import (
    Rules,
    by_id,
    flag,
    form,
    group,
    group_or_none,
    line,
    number,
    one_of,
    prose,
    prose_list,
    reference,
    references,
    some_of,
    words,
)
from gdprdocs.schema.party import ADDRESS, CONTACT, REGISTRATION, SIGNATORY, TEST

SECTORS = [
    "business", "webshop", "software", "healthcare", "financial", "accountancy", "legal", "education", "association",
    "housing", "transport", "government", "other",
]  # fmt: skip

ORGANISATION: Rules = {
    "name": line("Naam", "Name", ("De naam waaronder mensen u kennen.", "The name by which people know you.")),
    "legal_name": line("Officiële naam", "Legal name", ("Alleen als die anders is.", "Only where it differs.")),
    "registration": REGISTRATION,
    "address": ADDRESS,
    "contact": CONTACT,
    "sector": one_of(SECTORS, "Sector", "Sector"),
    "public_body": flag("Overheidsinstantie", "Public body"),
    "employees": number("Aantal medewerkers", "Number of employees", min=0),
    "supervisory_authority": reference("supervisory_authorities", "Toezichthouder", "Supervisory authority"),
    "representative": group_or_none(
        {
            "name": line("Naam", "Name"),
            "address": ADDRESS,
            "contact": CONTACT,
            "mandated": form("date", "Aangewezen op", "Mandated on"),
            "not_needed": prose("Waarom niet nodig", "Why not needed"),
        },
        "Vertegenwoordiger in de Unie",
        "Representative in the Union",
        (
            "Voor organisaties buiten de EER; anders none.",
            "For organisations outside the EEA; otherwise none.",
        ),
    ),
    "data_protection_officer": group(
        {
            "required": flag("Verplicht", "Required"),
            "because": prose("Omdat", "Because"),
            "name": line("Naam", "Name"),
            "contact": CONTACT,
            "registered": form("date", "Aangemeld op", "Registered on"),
        },
        "Functionaris voor gegevensbescherming",
        "Data protection officer",
    ),
    "signatory": SIGNATORY,
}

PUBLICATION: Rules = {
    "version": line("Versie", "Version", required=True),
    "effective": form("date", "Geldt vanaf", "Effective from", required=True),
    "reviewed": form("date", "Nagekeken op", "Reviewed on"),
    "owner": words("Eigenaar", "Owner", required=True),
    "url": form("url", "Webadres", "Web address"),
}

BRANDING: Rules = {
    "logo": form("image", "Logo", "Logo", ("Een SVG-, PNG- of JPEG-bestand in de map van de organisatie.", "An SVG, PNG or JPEG file in the organisation's folder.")),
    "colour": form("colour", "Kleur", "Colour", ("Bijvoorbeeld “#1f5f8b”.", "For example “#1f5f8b”.")),
}  # fmt: skip

STATEMENT: Rules = {
    "name": prose("Doelgroep", "Audience", ("Leest goed na “Privacyverklaring voor …”.", "Reads well after “Privacy statement for …”."), required=True),
    "data_subjects": references("data_subjects", "Over wie", "Data subjects"),
}  # fmt: skip

DATA_SUBJECT: Rules = {
    "name": prose("Naam (meervoud)", "Name (plural)", required=True),
    "relation": one_of(
        ["customer", "prospect", "employment", "application", "supplier", "visitor", "care", "education", "membership", "other"],
        "Relatie", "Relation",
    ),
    "children": flag("Kinderen", "Children"),
}  # fmt: skip

DATA_CATEGORY: Rules = {
    "name": prose("Naam", "Name", required=True),
    "items": prose_list("Welke gegevens", "Which data"),
    "kind": one_of(["standard", "pseudonymous", "special", "criminal", "national_number"], "Soort", "Kind"),
    "traits": some_of(
        ["health", "illness_cause", "biometric", "financial", "identity_copy", "location", "monitoring", "children"],
        "Kenmerken", "Traits",
    ),
    "periods": references("retention_periods", "Termijnen uit wet of richtlijn", "Periods from statute or guideline"),
}  # fmt: skip

SOURCE: Rules = {"name": prose("Naam", "Name", required=True), "public": flag("Openbaar", "Public")}

ACCESS_ROLE: Rules = {
    "name": prose("Naam", "Name", required=True),
    "may": some_of(["read", "change", "delete", "export"], "Mag", "May"),
    "data_categories": references("data_categories", "Gegevens", "Data categories"),
    "reviewed": form("date", "Nagekeken op", "Reviewed on"),
    "review_every": form("duration", "Nakijken elke", "Reviewed every"),
}

MEASURE: Rules = {
    "name": prose("Naam", "Name"),
    "description": prose("Omschrijving", "Description"),
    "kind": one_of(["technical", "organisational"], "Soort", "Kind"),
    "status": one_of(["in_place", "planned"], "Status", "Status"),
    "owner": words("Eigenaar", "Owner"),
    "test": group(TEST, "Test", "Test"),
}

REQUESTS: Rules = {
    "channel": CONTACT,
    "identity_check": prose("Hoe u nagaat wie vraagt", "How you check who asks", ("Hele zinnen in de u-vorm.", "Whole sentences that address the reader.")),
    "representatives": prose("Namens een ander", "On behalf of another", ("Hele zinnen in de u-vorm.", "Whole sentences that address the reader.")),
    "decides": words("Wie beslist", "Who decides"),
    "answer_within": form("duration", "Antwoord binnen", "Answer within"),
}  # fmt: skip

BREACHES: Rules = {
    "report_to": words("Meldpunt", "Report to"),
    "decides": words("Wie beslist", "Who decides"),
    "deputy": words("Vervanger", "Deputy"),
    "register": words("Register", "Register"),
    "exercised": form("date", "Geoefend op", "Exercised on"),
}

COOKIES: Rules = {
    "change": prose("Keuze wijzigen", "Changing the choice", ("Hele zin in de u-vorm.", "A whole sentence that addresses the reader.")),
    "data_subjects": references("data_subjects", "Wie", "Who"),
    "items": by_id(
        {
            "name": line("Naam", "Name", required=True),
            "purpose": prose("Doel", "Purpose", required=True),
            "party": line("Partij", "Party"),
            "lifetime": form("duration", "Levensduur", "Lifetime"),
            "session": flag("Tot u de browser sluit", "Until the browser closes"),
            "consent": one_of(["required", "exempt"], "Toestemming", "Consent"),
        },
        "Cookies",
        "Cookies",
    ),
}  # fmt: skip

ACCEPTED: Rules = {
    "rule": line("Regel", "Rule", required=True),
    "at": line("Plaats", "Place"),
    "because": line("Waarom", "Why", required=True),
    "on": form("date", "Op", "On", required=True),
    "until": form("date", "Tot", "Until"),
}
