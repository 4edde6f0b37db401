"""The schema of agreements with other parties: transfers outside the EEA, and what a processor agrees."""

from __future__ import annotations

from gdprdocs.law import law
from gdprdocs.schema.field import (
    Rules,
    flag,
    form,
    forms,
    group,
    happened,
    line,
    number,
    one_of,
    prose,
    some_of,
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
    "assessed": happened(
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
    "checked": happened("Lijst nagekeken op", "List checked on"),
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
        "signed": happened("Getekend op", "Signed on"),
        "annexes": happened(
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
                "list_checked": happened(
                    "Lijst vergeleken op",
                    "List compared on",
                    (
                        "Wanneer u de keten in dit profiel het laatst vergeleek met de lijst van de verwerker.",
                        "When you last compared the chain in this profile with the processor's list.",
                    ),
                ),
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
                "date": happened("Datum", "Date"),
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
