"""The schema of the organisation itself, its publication, roles, measures and protocols, and its own catalogue."""

from __future__ import annotations

from gdprdocs.schema.field import (
    Rules,
    by_id,
    flag,
    form,
    forms,
    group,
    group_or_none,
    happened,
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
    "establishments": forms("country", "Vestigingen", "Establishments", ("Landen waar de organisatie een vestiging heeft, als het er meer zijn dan dat van het adres.", "Countries with an establishment, where there are more than that of the address.")),
    "supervisory_authority": reference("supervisory_authorities", "Toezichthouder", "Supervisory authority"),
    "representative": group_or_none(
        {
            "name": line("Naam", "Name"),
            "address": ADDRESS,
            "contact": CONTACT,
            "mandated": happened("Aangewezen op", "Mandated on"),
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
            "registered": happened("Aangemeld op", "Registered on"),
            "position": prose("Positie", "Position", ("Aan wie de FG rapporteert, en welk ander werk hij of zij doet.", "To whom the officer reports, and what other work he or she does.")),
        },
        "Functionaris voor gegevensbescherming",
        "Data protection officer",
    ),
    "signatory": SIGNATORY,
}  # fmt: skip

_FOUND_AT = (
    "Leest goed na “U vindt deze verklaring …”.",
    "Reads well after “You find this statement …”.",
)

_AUDIENCE = (
    "“public” komt in de map die u op uw website zet, “internal” blijft binnen.",
    "“public” goes into the folder that you put on your website, “internal” stays inside.",
)

_USUALLY_PUBLIC = ("Zonder deze sleutel openbaar.", "Public without this key.")
_USUALLY_INTERNAL = ("Zonder deze sleutel intern.", "Internal without this key.")


def _audience(nl: str, en: str, why: tuple[str, str]) -> Rules:
    return one_of(["public", "internal"], nl, en, why)


AUDIENCE: Rules = {
    "privacy_statement": _audience("Privacyverklaringen", "Privacy statements", _USUALLY_PUBLIC),
    "children_statement": _audience("Uitleg voor kinderen", "Explanation for children", _USUALLY_PUBLIC),
    "cookie_statement": _audience("Cookieverklaring", "Cookie statement", _USUALLY_PUBLIC),
    "sub_processor_list": _audience("Lijst van subverwerkers", "List of sub-processors", _USUALLY_PUBLIC),
    "customer_agreement": _audience("Overeenkomst voor klanten", "Agreement for customers", _USUALLY_INTERNAL),
    "processing_register": _audience("Verwerkingsregister", "Processing register", _USUALLY_INTERNAL),
    "processor_register": _audience("Register als verwerker", "Register as processor", _USUALLY_INTERNAL),
    "processor_agreement": _audience("Verwerkersovereenkomsten", "Processor agreements", _USUALLY_INTERNAL),
    "consent_overview": _audience("Toestemmingenoverzicht", "Consent overview", _USUALLY_INTERNAL),
    "access_overview": _audience("Toegang en beveiliging", "Access and security", _USUALLY_INTERNAL),
    "breach_procedure": _audience("Datalekprocedure", "Breach procedure", _USUALLY_INTERNAL),
    "retention_protocol": _audience(
        "Bewaar- en verzoekenprotocol", "Retention and requests protocol", _USUALLY_INTERNAL
    ),
}

PUBLICATION: Rules = {
    "version": line("Versie", "Version", required=True),
    "effective": form("date", "Geldt vanaf", "Effective from", required=True),
    "reviewed": happened("Nagekeken op", "Reviewed on"),
    "owner": words("Eigenaar", "Owner", required=True),
    "url": form("url", "Webadres", "Web address", ("Het adres waarop de map “public” komt te staan.", "The address at which the folder “public” will stand.")),
    "found_at": prose("Waar mensen de verklaring vinden", "Where people find the statement", _FOUND_AT),
    "audience": group(AUDIENCE, "Openbaar of intern", "Public or internal", _AUDIENCE),
    "prevailing_language": one_of(["nl", "en"], "Taal die voorgaat", "Prevailing language", ("Welke taal voorgaat als de teksten verschillen.", "Which language prevails where the texts differ.")),
}  # fmt: skip

BRANDING: Rules = {
    "logo": form("image", "Logo", "Logo", ("Een SVG-, PNG- of JPEG-bestand in de map van de organisatie.", "An SVG, PNG or JPEG file in the organisation's folder.")),
    "colour": form("colour", "Kleur", "Colour", ("Bijvoorbeeld “#1f5f8b”.", "For example “#1f5f8b”.")),
}  # fmt: skip

_BEFORE_REQUESTS = (
    "Hele zinnen in de u-vorm; gaat bij deze verklaring voor wat bij “requests” staat.",
    "Whole sentences that address the reader; comes in this statement instead of what “requests” says.",
)

STATEMENT: Rules = {
    "name": prose("Doelgroep", "Audience", ("Leest goed na “Privacyverklaring voor …”.", "Reads well after “Privacy statement for …”."), required=True),
    "data_subjects": references("data_subjects", "Over wie", "Data subjects"),
    "found_at": prose("Waar mensen de verklaring vinden", "Where people find the statement", _FOUND_AT),
    "audience": one_of(["public", "internal"], "Openbaar of intern", "Public or internal", ("“internal”: deze verklaring en de uitleg voor kinderen erbij komen niet op de website.", "“internal”: this statement, and its explanation for children, do not go on the website.")),
    "more_rights": prose("Rechten uit andere wetten", "Rights under other statutes", ("Hele zinnen in de u-vorm, met de artikelen.", "Whole sentences that address the reader, with the articles.")),
    "identity_check": prose("Hoe u nagaat wie vraagt", "How you check who asks", _BEFORE_REQUESTS),
    "representatives": prose("Namens een ander", "On behalf of another", _BEFORE_REQUESTS),
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
    "reviewed": happened("Nagekeken op", "Reviewed on"),
    "review_every": form("duration", "Nakijken elke", "Reviewed every"),
    "administrator": flag("Beheerder", "Administrator", ("Een rol met bijzondere rechten op systemen.", "A role with special rights on systems.")),
    "because": prose("Waarom ruimer dan de doelen", "Why wider than the purposes", ("Alleen voor gegevens die geen doel van de rol vraagt, of voor een rol die iedereen heeft.", "Only for data that no purpose of the role needs, or for a role that everybody has.")),
    "secrecy": prose("Geheimhouding", "Confidentiality", ("Alleen waar deze voor de rol anders vastligt.", "Only where it is laid down differently for the role.")),
}  # fmt: skip

_ACCOUNTS: Rules = {"which": prose("Welke", "Which", required=True), "because": prose("Waarom", "Why", required=True)}

_LOGGING: Rules = {
    "what": prose("Wat", "What", ("Hele zin.", "A whole sentence."), required=True),
    "reviewed_every": form("duration", "Nagekeken elke", "Reviewed every", required=True),
    "reviewed_by": words("Door wie", "By whom", required=True),
    "kept": form("duration", "Bewaard", "Kept", required=True),
}

ACCESS: Rules = {
    "granted_by": words("Wie toegang geeft", "Who grants access", required=True),
    "withdrawn_by": words("Wie toegang intrekt", "Who withdraws access", required=True),
    "withdrawn_within": form("duration", "Ingetrokken binnen", "Withdrawn within", ("Na vertrek of een andere functie.", "After leaving or changing jobs."), required=True),
    "reviewed_by": words("Wie de rechten nakijkt", "Who reviews the rights", required=True),
    "default": prose("Wat standaard openstaat", "What is open by default", ("Hele zin; artikel 25, tweede lid, AVG.", "A whole sentence; Article 25(2) GDPR."), required=True),
    "secrecy": prose("Geheimhouding", "Confidentiality", ("Hele zinnen: hoe zij vastligt, ook voor inhuur en stagiairs.", "Whole sentences: how it is laid down, also for hired staff and interns."), required=True),
    "logging": group(_LOGGING, "Logging", "Logging", required=True),
    "more_logging": {
        "type": "list",
        "schema": {"type": "dict", "schema": _LOGGING},
        "meta": {
            "label": {"nl": "Andere logging", "en": "Other logging"},
            "description": {
                "nl": "Logging die een ander nakijkt of die een andere tijd blijft.",
                "en": "Logs that somebody else reviews or that are kept for another time.",
            },
        },
    },
    "shared_accounts": group_or_none(_ACCOUNTS, "Gedeelde accounts", "Shared accounts", required=True),
    "service_accounts": group_or_none(_ACCOUNTS, "Accounts van systemen", "Service accounts", required=True),
}  # fmt: skip
"""How rights to see and change data are given, withdrawn and reviewed (Arts. 25(2), 29, 32)."""

BY_DESIGN: Rules = {
    "minimised": prose("Zo weinig mogelijk gegevens", "As few data as possible", ("Hele zinnen: hoe u bepaalt welke gegevens nodig zijn.", "Whole sentences: how you decide which data are needed."), required=True),
    "defaults": prose("Standaardinstellingen", "Default settings", ("Hele zinnen.", "Whole sentences."), required=True),
}  # fmt: skip
"""Data protection by design and by default (Art. 25)."""

DELETION: Rules = {
    "carried_out_by": words("Wie wist", "Who erases", required=True),
    "every": form("duration", "Hoe vaak", "How often", required=True),
    "checked_by": words("Wie controleert", "Who checks", required=True),
    "record": prose("Verslag", "Record", ("Wat een ronde vastlegt, zonder de gewiste gegevens.", "What a run records, without the erased data."), required=True),
    "default": prose("Vanzelf", "By default", ("Hele zin: wat systemen vanzelf doen als de termijn om is.", "A whole sentence: what systems do of themselves when the period ends."), required=True),
    "systems": by_id(
        {
            "name": prose("Naam", "Name", required=True),
            "how": prose("Hoe er gewist wordt", "How data are erased", ("Hele zin.", "A whole sentence."), required=True),
            "owner": words("Eigenaar", "Owner", required=True),
            "automatic": flag("Vanzelf", "Automatic"),
            "data_categories": {**references("data_categories", "Gegevens", "Data categories"), "required": True},
        },
        "Plaatsen waar gegevens staan", "Places where data are kept",
        ("Ook gedeelde schijven, mailboxen, papier, logbestanden, testgegevens en exports.", "Shared drives, mailboxes, paper, logs, test data and exports too."),
        required=True,
    ),
    "backups": group(
        {
            "kept": form("duration", "Bewaard", "Kept", required=True),
            "restore": prose("Na terugzetten", "After a restore", ("Hele zin: hoe gewiste gegevens gewist blijven.", "A whole sentence: how erased data stay erased."), required=True),
        },
        "Back-ups", "Backups", required=True,
    ),
    "legal_hold": group(
        {
            "ordered_by": words("Wie het beveelt", "Who orders it", required=True),
            "reviewed_every": form("duration", "Nagekeken elke", "Reviewed every", required=True),
            "recorded_in": words("Waar het staat", "Where it is recorded", required=True),
        },
        "Bewaren voor een geschil", "Legal hold", required=True,
    ),
    "made_public": group_or_none(
        {
            "what": prose("Wat openbaar is gemaakt", "What was made public", required=True),
            "steps": prose("Stappen", "Steps", ("Hele zinnen: hoe anderen horen dat links en kopieën weg moeten.", "Whole sentences: how others hear that links and copies must go."), required=True),
        },
        "Openbaar gemaakte gegevens", "Data made public", required=True,
    ),
    "anonymised": prose("Anoniem maken", "Making anonymous", ("Hele zinnen: waarom niemand het resultaat kan herleiden.", "Whole sentences: why nobody can trace the result back.")),
    "archived": prose("Archiveren", "Archiving", ("Hele zinnen: doel en waarborgen.", "Whole sentences: aim and safeguards.")),
}  # fmt: skip
"""How data are erased when their time is over (Arts. 5(1)(e), 17, 25(2))."""

_HANDLING: Rules = {
    "confirm_within": form("duration", "Ontvangst bevestigd binnen", "Receipt confirmed within", required=True),
    "deputy": words("Vervanger", "Deputy", required=True),
    "stand_in": words("Beslist als ook de vervanger betrokken is", "Decides if the deputy is involved too", ("Iemand anders dan de beslisser en de vervanger.", "Somebody other than the decision-maker and the deputy."), required=True),
    "log": prose("Logboek", "Log", ("Hele zin: waar het staat en hoe lang u het bewaart.", "A whole sentence: where it is and how long you keep it."), required=True),
    "delivery": prose("Veilig versturen", "Safe delivery", ("Hele zin.", "A whole sentence."), required=True),
    "corrected": prose("Verbeteren", "Correcting", ("Hele zinnen: in welke systemen en kopieën, en door wie.", "Whole sentences: in which systems and copies, and by whom."), required=True),
    "correct_within": form("duration", "Verbeterd binnen", "Corrected within", required=True),
    "restricted": prose("Beperken", "Restricting", ("Hele zinnen: hoe u gegevens markeert en wie er dan nog bij mag.", "Whole sentences: how data are marked and who may then use them."), required=True),
    "export": prose("Meenemen", "Portability", ("Bestandsvorm en hoe iemand het krijgt.", "File format and how people get it."), required=True),
    "passed_on": prose("Doorgeven aan ontvangers", "Telling recipients", ("Hele zin: wie ontvangers inlicht, en hoe.", "A whole sentence: who tells recipients, and how."), required=True),
    "unlinkable": prose("Gegevens zonder naam", "Data without a name", ("Hele zinnen: wat u doet als u niet kunt nagaan over wie gegevens gaan.", "Whole sentences: what you do when you cannot tell whom data are about.")),
}  # fmt: skip

MEASURE: Rules = {
    "name": prose("Naam", "Name"),
    "description": prose("Omschrijving", "Description"),
    "kind": one_of(["technical", "organisational"], "Soort", "Kind"),
    "article": some_of(
        [f"GDPR 32(1)({letter})" for letter in "abcd"],
        "Artikel",
        "Article",
        (
            "Welke letter van artikel 32, eerste lid, AVG een eigen maatregel dient.",
            "Which letter of Article 32(1) GDPR a measure of your own serves.",
        ),
    ),
    "status": one_of(["in_place", "planned"], "Status", "Status"),
    "owner": words("Eigenaar", "Owner"),
    "planned_for": form(
        "date",
        "Uiterlijk van kracht",
        "In place by",
        ("Alleen voor een geplande maatregel.", "Only for a planned measure."),
    ),
    "test": group(TEST, "Test", "Test"),
}

REQUESTS: Rules = {
    "channel": CONTACT,
    "identity_check": prose("Hoe u nagaat wie vraagt", "How you check who asks", ("Hele zinnen in de u-vorm.", "Whole sentences that address the reader.")),
    "representatives": prose("Namens een ander", "On behalf of another", ("Hele zinnen in de u-vorm.", "Whole sentences that address the reader.")),
    "decides": words("Wie beslist", "Who decides"),
    "answer_within": form("duration", "Antwoord binnen", "Answer within"),
    "for_children": prose("Uitleg voor kinderen", "Explained to children", ("Hele zinnen in de je-vorm: hoe een kind iets vraagt.", "Whole sentences: how a child asks.")),
    "handling": group(_HANDLING, "Afhandeling", "Handling", ("Hoe verzoeken binnen de organisatie lopen; voor het bewaar- en verzoekenprotocol.", "How requests are dealt with inside; for the retention and requests protocol.")),
}  # fmt: skip

BREACHES: Rules = {
    "report_to": words("Meldpunt", "Report to", required=True),
    "manned_by": words("Wie het meldpunt bemant", "Who mans the reporting point", ("Functie. Schrijft ook elk datalek in het register; zonder deze functie doet wie beslist dat.", "Function. Also writes every breach in the register; without it, whoever decides does.")),
    "reachable": prose("Bereikbaar", "Reachable", ("Hele zin: ook buiten kantooruren.", "A whole sentence: outside office hours too."), required=True),
    "decides": words("Wie beslist", "Who decides", ("Functie, met een telefoonnummer.", "Function, with a telephone number."), required=True),
    "deputy": words("Vervanger", "Deputy", ("Functie, met een telefoonnummer.", "Function, with a telephone number."), required=True),
    "contained_by": words("Wie het lek stopt", "Who stops the breach", ("Wie accounts sluit en op afstand wist, ook buiten kantooruren, met een telefoonnummer.", "Who closes accounts and erases from a distance, outside office hours too, with a telephone number."), required=True),
    "register": words("Register", "Register", required=True),
    "exercised": happened("Geoefend op", "Exercised on", required=True),
    "exercise_every": form("duration", "Geoefend elke", "Exercised every", required=True),
    "lessons": prose("Geleerd", "Lessons", ("Hele zinnen: wat de laatste oefening of het laatste lek leerde.", "Whole sentences: what the last exercise or breach taught."), required=True),
    "lead_authority": reference("supervisory_authorities", "Leidende toezichthouder", "Lead supervisory authority", ("Alleen bij vestigingen of betrokkenen in meer lidstaten.", "Only with establishments or people concerned in more member states.")),
    "other_duties": {
        "type": ["list", "line"],
        "check_with": "none_word",
        "required": True,
        "schema": {
            "type": "dict",
            "schema": {
                "what": prose("Plicht", "Duty", ("Wat u meldt en waarom.", "What you report and why."), required=True),
                "to": words("Aan wie", "To whom", required=True),
                "within": form("notice", "Binnen", "Within", ("at_once: meteen.", "at_once: immediately."), required=True),
                "contact": CONTACT,
                "law": prose("Wet en artikel", "Statute and article", ("Alleen als een wet de plicht oplegt.", "Only where a statute imposes the duty.")),
            },
        },
        "meta": {
            "label": {"nl": "Andere meldplichten", "en": "Other notification duties"},
            "description": {"nl": "Bijvoorbeeld aan een verzekeraar; anders none.", "en": "For example to an insurer; otherwise none."},
        },
    },
}  # fmt: skip

COOKIES: Rules = {
    "asked": prose("Hoe u om de keuze vraagt", "How you ask for the choice", ("Hele zinnen in de u-vorm: hoe iemand ja en nee zegt.", "Whole sentences: how somebody says yes and no.")),
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
            "exemption": one_of(["transmission", "strictly_necessary", "slight_effect"], "Waarom zonder toestemming", "Why without consent"),
        },
        "Cookies",
        "Cookies",
    ),
}  # fmt: skip

ACCEPTED: Rules = {
    "rule": line("Regel", "Rule", ("De naam die tussen haken achter de bevinding staat.", "The name that stands in brackets behind the finding."), required=True),
    "at": form("place", "Plaats", "Place", ("Ook wat daaronder ligt; weggelaten: overal. `gdprdocs validate -v` noemt de plaats van elke bevinding.", "What lies below it too; left out: everywhere. `gdprdocs validate -v` names the place of every finding.")),
    "because": line("Waarom", "Why", required=True),
    "on": form("date", "Op", "On", required=True),
    "until": form("date", "Tot en met", "Until", ("De laatste dag waarop dit geldt, vergeleken met de datum van het profiel.", "The last day on which this holds, compared with the date of the profile.")),
}  # fmt: skip
"""What a rule finds and the organisation leaves as it is. An error cannot be accepted."""
