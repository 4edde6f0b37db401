"""The overview of consents (Arts. 4(11), 7, 8, 9(2)(a), 22(2)(c), 49(1)(a) GDPR; Arts. 11.7, 11.7a Tw), in no language.

What is asked, how it is proven and withdrawn; on which ground people get marketing; which cookies need a yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import Category, Safeguard, chain_safeguards, is_suppressed, missing, named, unique
from gdprdocs.language import Text
from gdprdocs.law import DataSubject
from gdprdocs.profile import (
    Activity,
    AutomatedDecisions,
    Consent,
    Cookie,
    Cookies,
    DirectMarketing,
    OwnSubject,
    Profile,
    Purpose,
)
from gdprdocs.profile.catalogue import UNEQUAL_RELATIONS, Catalogue
from gdprdocs.wording import country_in_sentence, list_words

CALLING = ("association", "other")
"""The sectors in which charities and publishers are found: they may call customers without consent."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A transfer that rests on explicit consent, and so is named in the question (Art. 49(1)(a))."""

    safeguard: Safeguard
    countries: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One question for consent: one purpose."""

    activity: Activity
    purpose: Purpose
    consent: Consent
    subjects: tuple[DataSubject | OwnSubject, ...]
    categories: tuple[Category, ...]
    sensitive: tuple[Category, ...]
    """The special categories to which somebody says yes in so many words (Art. 9(2)(a))."""
    asked_by: Text
    """The organisation, and whoever decides with it."""
    is_joint: bool
    data: Text
    passed_to: Text | None
    """Those who receive the data and decide about them themselves."""
    of_children: bool
    unequal: bool
    decision: AutomatedDecisions | None
    risks: tuple[Risk, ...]

    @property
    def id(self) -> str:
        """A name that no other question has."""
        return f"{self.activity.id}-{self.purpose.id}"

    @property
    def must_be_explicit(self) -> bool:
        """Whether a yes in so many words is needed, apart from any other."""
        return bool(self.sensitive or self.consent.explicit)


@dataclass(frozen=True, slots=True)
class Marketing:
    """Marketing for one purpose, and the question on which it rests."""

    activity: Activity
    purpose: Purpose
    marketing: DirectMarketing
    question: Question | None


@dataclass(frozen=True, slots=True)
class OnConsent:
    """An automated decision or a transfer that rests on explicit consent, and the questions that ask for it."""

    activity: Activity
    questions: tuple[Question, ...]
    decision: AutomatedDecisions | None = None
    risk: Risk | None = None


@dataclass(frozen=True, slots=True)
class ConsentOverview:
    """Everything that the overview says."""

    questions: tuple[Question, ...]
    decisions: tuple[OnConsent, ...]
    transfers: tuple[OnConsent, ...]
    marketing: tuple[Marketing, ...]
    suppressed: tuple[Activity, ...]
    """The activities whose measures name a list of those who want no more messages."""
    cookies: Cookies | None
    consent_cookies: tuple[Cookie, ...]
    exempt_cookies: tuple[Cookie, ...]
    may_call_customers: bool
    """Whether the sector can be one that is still free to call its customers (Art. 11.7 Tw since 1 July 2026)."""

    @property
    def opt_in(self) -> tuple[Marketing, ...]:
        """Electronic messages that are sent on consent, and those of which the ground is not known."""
        electronic = (each for each in self.marketing if each.marketing.is_electronic)
        return tuple(each for each in electronic if each.marketing.ground != "existing_customer")

    @property
    def customers(self) -> tuple[Marketing, ...]:
        """Electronic messages to customers who did not say yes beforehand."""
        electronic = (each for each in self.marketing if each.marketing.is_electronic)
        return tuple(each for each in electronic if each.marketing.ground == "existing_customer")

    @property
    def phone(self) -> tuple[Marketing, ...]:
        """Calls."""
        return tuple(each for each in self.marketing if each.marketing.channel == "phone")

    @property
    def other(self) -> tuple[Marketing, ...]:
        """Marketing by post, on the internet, or through a channel that is not known."""
        return tuple(
            each for each in self.marketing if not each.marketing.is_electronic and each.marketing.channel != "phone"
        )


def _together(names: Iterable[Text | str], profile: Profile) -> Text:
    """A list of names as it is said in each language."""
    items = list(names)
    return Text(
        **{
            language: list_words([n.in_(language) if isinstance(n, Text) else n for n in items], language)
            for language in profile.languages
        }
    )


def _data(categories: tuple[Category, ...], profile: Profile) -> Text:
    """What is used, thing by thing; of a category without examples its name."""
    if not categories:
        return missing("gegevens", "data")
    return Text(
        **{
            language: ", ".join(
                unique(
                    item
                    for category in categories
                    for item in category.items.get(language) or (category.name.in_(language),)
                )
            )
            for language in profile.languages
        }
    )


def _risks(activity: Activity, profile: Profile) -> Iterator[Risk]:
    """The transfers of an activity that rest on explicit consent."""
    parties = (*named(activity.processors, profile.processors), *named(activity.recipients, profile.recipients))
    for party in parties:
        for safeguard in chain_safeguards(party):
            if safeguard.transfer and safeguard.transfer.letter == "a":
                countries = Text(
                    **{
                        language: list_words([country_in_sentence(c, language) for c in safeguard.countries], language)
                        for language in profile.languages
                    }
                )
                yield Risk(safeguard, countries)


def _decision(activity: Activity) -> AutomatedDecisions | None:
    """The automated decisions of an activity, where they rest on explicit consent."""
    stated = activity.decisions
    return stated if stated and stated.ground == "explicit_consent" else None


def _question(activity: Activity, purpose: Purpose, profile: Profile, catalogue: Catalogue) -> Question:
    subjects = catalogue.subjects_of(activity, purpose)
    categories = tuple(catalogue.category(name) for name in purpose.data_categories)
    consent = purpose.consent or Consent((*purpose.path, "consent"))
    organisation = profile.organisation
    joint = named(activity.joint_controllers, profile.joint_controllers)
    recipients = [
        party.name
        for party in named(activity.recipients, profile.recipients)
        if set(party.data_categories) & set(purpose.data_categories)
    ]
    return Question(
        activity=activity,
        purpose=purpose,
        consent=consent,
        subjects=subjects,
        categories=categories,
        sensitive=tuple(catalogue.category(name) for name in purpose.explicit_categories),
        asked_by=_together((organisation.legal_name or organisation.name, *(party.name for party in joint)), profile),
        is_joint=bool(joint),
        data=_data(categories, profile),
        passed_to=_together(recipients, profile) if recipients else None,
        of_children=any(subject.children for subject in subjects),
        unequal=organisation.is_public or any(subject.relation in UNEQUAL_RELATIONS for subject in subjects),
        decision=_decision(activity) if consent.explicit else None,
        risks=tuple(_risks(activity, profile)) if consent.explicit else (),
    )


def _on_consent(questions: tuple[Question, ...], profile: Profile) -> Iterator[OnConsent]:
    """The decisions and transfers that rest on explicit consent, each with the explicit questions of its activity."""
    for activity in profile.own_activities:
        asked = tuple(each for each in questions if each.activity is activity and each.consent.explicit)
        decision = _decision(activity)
        if decision:
            yield OnConsent(activity, asked, decision=decision)
        for risk in _risks(activity, profile):
            yield OnConsent(activity, asked, risk=risk)


def _overview(profile: Profile, catalogue: Catalogue) -> ConsentOverview:
    questions = tuple(
        _question(activity, purpose, profile, catalogue)
        for activity, purpose in profile.own_purposes
        if purpose.asks_consent
    )
    asked = {each.purpose.path: each for each in questions}
    marketing = tuple(
        Marketing(activity, purpose, purpose.direct_marketing, asked.get(purpose.path))
        for activity, purpose in profile.own_purposes
        if purpose.direct_marketing
    )
    resting = tuple(_on_consent(questions, profile))
    cookies = tuple(profile.cookies.items.values()) if profile.cookies else ()
    approached = {each.activity.id for each in marketing}
    return ConsentOverview(
        questions=questions,
        decisions=tuple(each for each in resting if each.decision),
        transfers=tuple(each for each in resting if each.risk),
        marketing=marketing,
        suppressed=tuple(
            activity
            for activity in profile.own_activities
            if activity.id in approached and is_suppressed(activity, catalogue)
        ),
        cookies=profile.cookies if cookies else None,
        consent_cookies=tuple(each for each in cookies if each.consent != "exempt"),
        exempt_cookies=tuple(each for each in cookies if each.consent == "exempt"),
        may_call_customers=profile.organisation.sector in CALLING,
    )


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, ConsentOverview]]:
    """One overview, where people are asked for consent, get marketing, or meet cookies."""
    overview = _overview(profile, catalogue)
    if overview.questions or overview.decisions or overview.transfers or overview.marketing or overview.cookies:
        yield "", overview


TYPE = DocumentType(
    "consent-overview",
    "consent_overview",
    Text(nl="toestemmingenoverzicht", en="consent-overview"),
    _gather,
)
