"""The schema of one processing activity and its purposes."""

from __future__ import annotations

from gdprdocs.law import law
from gdprdocs.schema.field import (
    Rules,
    by_id,
    by_reference,
    flag,
    form,
    group,
    group_or_none,
    happened,
    one_of,
    only_none,
    prose,
    reference,
    references,
    words,
)

_CONSENT = group(
    {
        "wording": prose("Tekst van de vraag", "Wording of the question", ("Precies zoals mensen die lezen.", "Exactly as people read it.")),
        "given_by": one_of(
            ["web_form", "double_opt_in", "cookie_notice", "web_or_paper", "paper_form", "app", "in_person", "pre_ticked", "continued_use"],
            "Hoe gegeven", "How given", ("cookie_notice: een melding met de knoppen “Ja” en “Nee”.", "cookie_notice: a notice with the buttons “Yes” and “No”."),
        ),
        "evidence": prose("Bewijs", "Evidence", ("Wat u vastlegt: wie, wanneer, welke tekst.", "What you record: who, when, which text.")),
        "withdraw_by": prose("Hoe in te trekken", "How to withdraw", ("Leest goed na “via …”.", "Reads well after “through …”.")),
        "explicit": flag("Uitdrukkelijk", "Explicit"),
        "renew_every": form("duration", "Opnieuw vragen na", "Asked again after"),
        "parental": prose("Toestemming van ouders", "Parental consent"),
        "free_because": prose("Waarom vrij gegeven", "Why freely given", ("Hele zin; voor toestemming van medewerkers, patiënten of leerlingen, of aan een overheid.", "A whole sentence; for consent by staff, patients or pupils, or to a public authority.")),
        "part_of": prose("Onderdeel van", "Part of", ("De tekst over andere zaken waarin de vraag staat; laat weg als zij apart staat.", "The text on other matters that holds the question; leave out where it stands apart.")),
    },
    "Toestemming",
    "Consent",
)  # fmt: skip

_MARKETING = group(
    {
        "channel": one_of(["email", "sms", "app", "phone", "post", "online_advertising"], "Kanaal", "Channel"),
        "ground": one_of(["opt_in", "existing_customer", "objection"], "Grond", "Ground"),
        "sold": flag("Adres gekregen bij een verkoop", "Address obtained in a sale"),
        "own_similar": flag("Eigen gelijksoortige producten", "Own similar products"),
        "opt_out_at_collection": flag("Afmelden mogelijk bij het vragen", "Opt-out when asked"),
        "opt_out_in_each_message": flag("Afmelden in elk bericht", "Opt-out in each message"),
    },
    "Direct marketing",
    "Direct marketing",
)

_RETENTION: Rules = {
    "period": form("period", "Termijn", "Period", ("Bijvoorbeeld P7Y of P4W.", "For example P7Y or P4W.")),
    "from": prose("Vanaf", "From", ("Leest goed na “7 jaar na …”.", "Reads well after “7 years after …”.")),
    "statutory": reference("retention_periods", "Termijn uit wet of richtlijn", "Period from statute or guideline"),
    "criterion": prose("Criterium", "Criterion", ("Leest goed na “tot …” of “zolang …”; voor als er geen vaste termijn is.", "A whole phrase such as “until …”, where there is no fixed period.")),
    "then": one_of(["erase", "anonymise", "archive", "return"], "Daarna", "Then"),
    "because": prose("Waarom zo lang", "Why so long"),
}  # fmt: skip

_SPECIAL_GROUND: Rules = {
    "exception": one_of(list(law().special_exceptions), "Uitzondering van artikel 9", "Article 9 exception"),
    "law": prose("Wet en artikel", "Statute and article"),
    "necessity": prose("Noodzaak", "Necessity", ("Waarom een lichter middel niet genoeg is.", "Why a lighter means is not enough.")),
    "secrecy": prose("Geheimhouding", "Secrecy", ("Hele zin: wie tot geheimhouding verplicht is, en waardoor (artikel 9, derde lid).", "A whole sentence: who is bound to secrecy, and by what (Article 9(3)).")),
}  # fmt: skip

_PURPOSE: Rules = {
    "description": prose("Doel", "Purpose", ("Wat u doet en waarom; leest goed na “om …” (en: “to …”).", "What you do and why; reads well after “to …”."), required=True),
    "lawful_basis": one_of(list(law().lawful_bases), "Grondslag", "Lawful basis"),
    "interest": prose("Gerechtvaardigd belang", "Legitimate interest"),
    "balancing": group(
        {
            "date": happened("Datum", "Date"),
            "reviewed": happened("Laatst herzien op", "Last reviewed on"),
            "outcome": prose("Uitkomst", "Outcome"),
        },
        "Belangenafweging",
        "Balancing test",
    ),
    "law": prose("Wet en artikel", "Statute and article"),
    "outside_public_task": prose("Waarom dit buiten de publieke taak valt", "Why this is no part of the public task", ("Alleen voor een overheidsinstantie met een gerechtvaardigd belang.", "Only for a public authority with a legitimate interest.")),
    "consent": _CONSENT,
    "direct_marketing": _MARKETING,
    "profiling": group(
        {"logic": prose("Hoe het werkt", "How it works", required=True), "effect": prose("Wat het betekent", "What it means", required=True)},
        "Profilering",
        "Profiling",
        ("Score of profiel zonder automatisch besluit.", "Score or profile without an automated decision."),
    ),
    "data_categories": references("data_categories", "Gegevens", "Data categories"),
    "data_subjects": references("data_subjects", "Over wie", "Data subjects", ("Alleen als het er minder zijn dan bij de activiteit.", "Only where fewer than those of the activity.")),
    "provision": one_of(["statutory", "contractual", "necessary_for_contract", "voluntary", "not_provided"], "Moet men het geven", "Must it be given", ("not_provided: de gegevens komen niet van de persoon zelf.", "not_provided: the data do not come from the person.")),
    "consequence": prose("Wat als men het niet geeft", "What if it is not given", ("Een hele zin: “U krijgt dan geen nieuwsbrief.”", "A whole sentence: “You then receive no newsletter.”")),
    "retention": by_reference("retention_keys", _RETENTION, "Bewaren", "Retention"),
    "special_grounds": by_reference("data_categories", _SPECIAL_GROUND, "Grond voor gevoelige gegevens", "Ground for sensitive data"),
}  # fmt: skip

ACTIVITY: Rules = {
    "name": prose("Naam", "Name", required=True),
    "role": one_of(["controller", "joint_controller", "processor"], "Rol", "Role"),
    "owner": words("Eigenaar", "Owner", ("Functie of afdeling.", "Function or department."), required=True),
    "since": form("date", "Sinds", "Since"),
    "data_subjects": references("data_subjects", "Over wie", "Data subjects"),
    "sources": {
        "type": "list",
        "meta": {"label": {"nl": "Waar de gegevens vandaan komen", "en": "Where the data come from"}},
        "schema": {
            "type": ["dict", "line"],
            "check_with": "source_word",
            "schema": {
                "party": reference("source_parties", "Bron", "Source"),
                "public": flag("Openbare bron", "Public source"),
                "data_categories": references("data_categories", "Gegevens", "Data categories"),
                "informed_within": form("duration", "Geïnformeerd binnen", "Informed within"),
                "informed_by": prose("Hoe geïnformeerd", "How informed"),
                "exception": one_of(["already_informed", "disproportionate_effort", "law", "professional_secrecy"], "Waarom niet geïnformeerd", "Why not informed", ("Artikel 14, vijfde lid, AVG.", "Article 14(5) GDPR.")),
                "because": prose("Toelichting op de uitzondering", "Explanation of the exception", ("Hele zin.", "A whole sentence.")),
            },
        },
    },
    "purposes": by_id(_PURPOSE, "Doelen", "Purposes"),
    "for_children": group(
        {
            "heading": prose("Kop", "Heading", ("Een kop die een kind begrijpt; anders staat er de naam van de activiteit.", "A heading that a child understands; otherwise the name of the activity is there.")),
            "text": prose("Tekst", "Text", ("Hele zinnen in de je-vorm: wat u met de gegevens doet, en waarom.", "Whole sentences a child understands: what you do with the data, and why."), required=True),
        },
        "Uitleg voor kinderen",
        "Explained to children",
    ),
    "service": prose("Dienst voor de klant", "Service for the customer", ("Alleen voor een activiteit als verwerker.", "Only for an activity as processor.")),
    "erased": by_reference(
        "data_categories",
        {"when": prose("Wanneer", "When", ("Leest goed na de naam van de gegevens en een dubbele punt.", "Reads well after the name of the data and a colon."), required=True)},
        "Wanneer gegevens van klanten worden gewist",
        "When data of customers are erased",
        ("Waar meer vastligt dan dat de klant het opgeeft. Alleen voor een activiteit als verwerker.", "Where more is agreed than that the customer says so. Only for an activity as processor."),
    ),
    "data_categories": references("data_categories", "Gegevens", "Data categories", ("Alleen voor een activiteit als verwerker.", "Only for an activity as processor.")),
    "controllers": references("controllers", "Klanten", "Customers", ("Voor wie u verwerker bent.", "For whom you are processor.")),
    "joint_controllers": references("joint_controllers", "Gezamenlijk met", "Jointly with"),
    "processors": {
        **references("processors", "Verwerkers", "Processors", ("Schrijf [] als er geen zijn.", "Write [] where there are none.")),
        "required": True,
    },
    "recipients": {
        **references("recipients", "Ontvangers", "Recipients", ("Schrijf [] als er geen zijn.", "Write [] where there are none.")),
        "required": True,
    },
    "access": references("access_roles", "Wie erbij kan", "Who has access"),
    "measures": references("measures", "Maatregelen", "Measures"),
    "transfers": only_none("Doorgifte buiten de EER", "Transfers outside the EEA", ("none: er is er geen.", "none: there is none.")),
    "automated_decisions": group_or_none(
        {
            "ground": one_of(["contract", "law", "explicit_consent"], "Grond", "Ground"),
            "law": prose("Wet en artikel", "Statute and article"),
            "logic": prose("Hoe het werkt", "Logic"),
            "consequences": prose("Gevolgen", "Consequences"),
            "human_review": prose("Hoe een mens meekijkt", "Human review"),
        },
        "Automatische besluiten",
        "Automated decisions",
        ("none: er zijn er geen.", "none: there are none."),
    ),
    "dpia": group(
        {
            "needed": flag("Nodig", "Needed"),
            "because": prose("Omdat", "Because"),
            "done": happened("Gedaan op", "Done on"),
            "reviewed": happened("Laatst herzien op", "Last reviewed on"),
            "advice": prose("Advies van de FG", "Advice of the DPO"),
            "kinds": references("dpia_kinds", "Soort op de lijst van de AP", "Kind on the authority's list", ("Soorten verwerkingen waarvoor een DPIA verplicht is.", "Kinds of processing for which a DPIA is mandatory.")),
            "high_risk_remains": flag("Hoog risico blijft over", "High risk remains"),
            "consulted": happened("Toezichthouder geraadpleegd op", "Authority consulted on"),
        },
        "DPIA",
        "DPIA",
    ),
    "large_scale": flag("Op grote schaal", "Large scale"),
    "core_activity": flag("Kernactiviteit", "Core activity"),
    "systematic_monitoring": flag("Stelselmatig volgen van mensen", "Systematic monitoring of people"),
    "public_area": flag("Openbaar toegankelijke ruimte", "Publicly accessible area", ("Gebeurt waar iedereen mag komen, zoals op straat, in een winkel of op een station.", "Happens where everybody is allowed to come, such as a street, a shop or a station.")),
}  # fmt: skip
