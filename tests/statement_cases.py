"""Small profiles that need one thing of a privacy statement or register, made from the sound one."""

from __future__ import annotations

from typing import Any

from gdprdocs.coverage import Status
from gdprdocs.coverage.finding import findings_of
from gdprdocs.coverage.profile_key import matching
from gdprdocs.diagnostic import FieldPath
from tests.conftest import SOUND
from tests.variation import Data, data_of, profile_from

TEXT = {"nl": "woorden", "en": "words"}


def sound() -> Data:
    """The sound profile with what a statement and a register would rather have."""
    data = data_of(SOUND)
    data["publication"]["found_at"] = {"nl": "bij elk formulier", "en": "beside every form"}
    data["by_design"] = {"minimised": TEXT, "defaults": TEXT}
    return data


def activity(data: Data) -> Any:
    return data["activities"]["newsletter"]


def purpose(data: Data) -> Any:
    return activity(data)["purposes"]["send_newsletter"]


def with_officer() -> Data:
    data = sound()
    data["organisation"]["data_protection_officer"] = {
        "required": True,
        "because": TEXT,
        "name": "F. Voorbeeld",
        "contact": {"email": "fg@voorbeeld.example"},
        "registered": "2026-02-02",
        "position": {"nl": "Rapporteert aan de directie.", "en": "Reports to management."},
    }
    return data


def from_elsewhere() -> Data:
    data = sound()
    activity(data)["sources"] = ["data_subject", {"party": "employer", "informed_within": "P2W", "informed_by": TEXT}]
    return data


def untold() -> Data:
    data = sound()
    source = {"party": "employer", "exception": "disproportionate_effort", "because": TEXT}
    activity(data)["sources"] = ["data_subject", source]
    return data


def together() -> Data:
    data = sound()
    activity(data).update(role="joint_controller", joint_controllers=["partner"])
    arrangement = {"date": "2026-01-15", "contact_point": TEXT, "essence": TEXT, "informs": TEXT}
    data["joint_controllers"] = {
        "partner": {
            "name": "Partner B.V.",
            "contact": {"email": "privacy@partner.example"},
            "arrangement": {**arrangement, "answers_requests": TEXT},
        }
    }
    return data


def of_children() -> Data:
    data = sound()
    activity(data)["data_subjects"] = ["children", "parents"]
    activity(data)["for_children"] = {"text": {"nl": "Wij sturen je nieuws.", "en": "We send you news."}}
    purpose(data)["consent"]["parental"] = {"nl": "Wij mailen een ouder.", "en": "We email a parent."}
    data["requests"] = {"for_children": {"nl": "Vraag het Sam.", "en": "Ask Sam."}, "answer_within": "P2W"}
    return data


def decided_by_computer() -> Data:
    data = sound()
    facts = ("logic", "consequences", "human_review")
    activity(data)["automated_decisions"] = {"ground": "contract", **dict.fromkeys(facts, TEXT)}
    return data


def outside_the_eea() -> Data:
    data = sound()
    data["organisation"]["address"]["country"] = "GB"
    data["organisation"]["representative"] = {
        "name": "Vertegenwoordiging B.V.",
        "address": {"street": "Kade 4", "postal_code": "1011 AA", "city": "Amsterdam", "country": "NL"},
        "contact": {"email": "privacy@vertegenwoordiging.example"},
        "mandated": "2026-01-05",
    }
    return data


def on_interest() -> Data:
    data = sound()
    purpose(data).update(
        lawful_basis="legitimate_interest", interest=TEXT, balancing={"date": "2026-01-05", "outcome": TEXT}
    )
    del purpose(data)["consent"]
    return data


def sensitive(kind: str, *traits: str) -> Data:
    data = sound()
    data["data_categories"] = {"secret": {"name": TEXT, "kind": kind, "traits": list(traits)}}
    purpose(data)["data_categories"].append("secret")
    purpose(data)["retention"]["all"] = {"criterion": TEXT, "then": "erase", "because": TEXT}
    ground = {"law": TEXT, "necessity": TEXT, "secrecy": TEXT}
    if kind == "special":
        ground["exception"] = "health_care"  # type: ignore[assignment]
    purpose(data)["special_grounds"] = {"secret": ground}
    return data


def assessed() -> Data:
    data = with_officer()
    activity(data)["dpia"] = {
        "needed": True,
        "because": TEXT,
        "done": "2026-03-03",
        "advice": TEXT,
        "kinds": ["profiling"],
        "high_risk_remains": True,
        "consulted": "2026-04-04",
    }
    return data


def transferred() -> Data:
    data = sound()
    data["processors"]["mail_sender"].update(
        accessed_from=["NL", "IN"],
        transfer={"to": ["IN"], "mechanism": "compelling_interest", "assessed": "2026-01-05", "because": TEXT},
    )
    return data


def without(data: Data, pattern: str) -> Data:
    """``data`` with nothing left of what ``pattern`` names."""
    paths = list(matching(data, pattern))
    assert paths, pattern
    for path in reversed(paths):
        _remove(data, path)
    return data


def _remove(value: Any, path: FieldPath) -> None:
    for step in path[:-1]:
        value = value[step]
    del value[path[-1]]


def status_of(data: Data, requirement: str, document: str) -> Status:
    """What becomes of a requirement in the only document of a type that ``data`` makes."""
    (status,) = {
        finding.status
        for finding in findings_of(profile_from(data), (document,))
        if finding.requirement.id == requirement and finding.document == document
    }
    return status
