"""The privacy statement: which facts of a profile it tells one audience."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gdprdocs.documents import cookie_statement
from gdprdocs.documents.chain import handling
from gdprdocs.documents.document import DocumentType, stems
from gdprdocs.documents.fact import (
    Safeguard,
    basis_of,
    chain_safeguards,
    erasable_early,
    named,
    origins,
    sensitive,
    span_of,
    terms,
    unique,
)
from gdprdocs.documents.scope import Scope
from gdprdocs.documents.statement import CHILDREN, PrivacyStatement
from gdprdocs.documents.statement_part import (
    Measured,
    Outside,
    Reached,
    Receiver,
    Receiving,
    Rights,
    Shared,
    Sibling,
    SourceOfData,
    Theme,
    Use,
)
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.profile import (
    Activity,
    Origin,
    Processor,
    Profile,
    Recipient,
    Requests,
    Statement,
)
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.protection import ONE_MONTH


def _used(uses: Iterable[Use]) -> tuple[str, ...]:
    """The data categories of these purposes, each once."""
    return unique(name for use in uses for name in use.purpose.data_categories)


def _theme(activity: Activity, audience: frozenset[str], catalogue: Catalogue, profile: Profile) -> Theme | None:
    concerned = [name for name in activity.data_subjects if name in audience]
    uses = tuple(
        Use(
            purpose,
            basis_of(purpose),
            tuple(catalogue.category(name) for name in purpose.data_categories),
            terms(purpose, catalogue),
            sensitive(purpose, catalogue),
            tuple(
                catalogue.subject(name)
                for name in purpose.data_subjects
                if name in audience and set(concerned) - set(purpose.data_subjects)
            ),
            purpose.rests_on_consent,
            purpose.consent is not None
            and any(
                catalogue.subject(name).children
                for name in purpose.data_subjects or activity.data_subjects
                if name in audience
            ),
        )
        for purpose in activity.purposes.values()
        if not purpose.data_subjects or audience & set(purpose.data_subjects)
    )
    if not concerned or not uses:
        return None
    used = _used(uses)

    def receives(party: Processor | Recipient) -> bool:
        whose = getattr(party, "data_subjects", ())
        if whose and set(whose).isdisjoint(concerned):
            return False
        return not party.data_categories or not set(party.data_categories).isdisjoint(used)

    engaged = (party for party in named(activity.processors, profile.processors) if receives(party))
    processors = handling(engaged, used)
    recipients = tuple(party for party in named(activity.recipients, profile.recipients) if receives(party))
    told = tuple(origins(activity, used))
    return Theme(
        activity,
        tuple(catalogue.subject(name) for name in concerned),
        uses,
        processors,
        recipients,
        tuple(catalogue.source_as_told(o.party)[0] for o in told if o.party and o.is_elsewhere),
        tuple(
            Measured(tuple(catalogue.category(name) for name in o.data_categories), o.informed_by)
            for o in told
            if o.is_observed
        ),
        activity.decisions,
    )


def _processors(themes: tuple[Theme, ...], profile: Profile) -> Iterator[Processor]:
    """Each processor once, with those below it that handle data of any of the themes that it works for."""
    for processor in named(unique(party.id for theme in themes for party in theme.processors), profile.processors):
        among = [theme for theme in themes if processor.id in (party.id for party in theme.processors)]
        yield from handling([processor], _used(use for theme in among for use in theme.uses))


def _receiving(party: Processor | Recipient, themes: tuple[Theme, ...], catalogue: Catalogue) -> Receiving:
    """What a party receives of all that is used where it takes part; one that names no data receives all."""
    among = (theme for theme in themes if party.id in (each.id for each in (*theme.processors, *theme.recipients)))
    used = [catalogue.category(name) for name in _used(use for theme in among for use in theme.uses)]
    received = tuple(category for category in used if category.id in party.data_categories)
    return Receiving(party, received or tuple(used), len(received or used) == len(used))


def _receivers(
    parties: tuple[Processor, ...] | tuple[Recipient, ...], themes: tuple[Theme, ...], catalogue: Catalogue
) -> Iterator[Receiver]:
    """Each organisation once: what it is to several ends stands together under its name."""
    alike: dict[str | Text, list[Receiving]] = {}
    for party in parties:
        alike.setdefault(party.name, []).append(_receiving(party, themes, catalogue))
    for name, parts in alike.items():
        yield Receiver(name, tuple(parts))


def _sources(themes: tuple[Theme, ...], catalogue: Catalogue) -> Iterator[SourceOfData]:
    """Sources other than the person; the same source with the same terms stands once."""
    alike: dict[Origin, list[tuple[Theme, tuple[str, ...]]]] = {}
    for theme in themes:
        used = _used(theme.uses)
        for origin in origins(theme.activity, used):
            if origin.party and origin.is_elsewhere:
                anywhere = replace(origin, path=(), data_categories=())
                named_here = tuple(name for name in origin.data_categories or used if name in used)
                alike.setdefault(anywhere, []).append((theme, named_here))
    for origin, told in alike.items():
        name, public = catalogue.source_as_told(origin.party or "")
        yield SourceOfData(
            name,
            public if origin.public is None else origin.public,
            tuple(catalogue.category(category) for category in unique(c for _, found in told for c in found)),
            tuple(theme.activity for theme, _ in told),
            _sooner(origin.informed_within),
            origin.informed_by,
            origin.exception,
            origin.because,
        )


def _sooner(within: Duration | None) -> Duration | None:
    return within if within and within.days < ONE_MONTH.days else None


def _rights(themes: tuple[Theme, ...]) -> Rights:
    def with_basis(right: str) -> tuple[Activity, ...]:
        bases = law().rights[right].bases
        return tuple(t.activity for t in themes if any(u.basis and u.basis.id in bases for u in t.uses))

    return Rights(
        portability=with_basis("portability"),
        objection=with_basis("objection"),
        marketing=tuple(t.activity for t in themes if any(u.purpose.direct_marketing for u in t.uses)),
        consent=tuple(t.activity for t in themes if any(u.withdrawn for u in t.uses)),
        decisions=tuple(t.activity for t in themes if t.decisions),
        interest=_rests_on("legitimate_interest", themes),
        public_task=_rests_on("public_task", themes),
        erasable_early=erasable_early(term for t in themes for u in t.uses for term in u.terms),
    )


def _rests_on(basis: str, themes: tuple[Theme, ...]) -> bool:
    return any(use.basis and use.basis.id == basis for theme in themes for use in theme.uses)


def _outside(themes: tuple[Theme, ...]) -> Outside | None:
    """Where data go outside the EEA, and of which activities; nothing when all stay inside."""
    reached = {theme.activity.id: tuple(_safeguards(theme)) for theme in themes}
    found = tuple(safeguard for each in reached.values() for safeguard in each)
    countries = unique(country for each in found for country in each.countries)
    activities = tuple(theme.activity for theme in themes if reached[theme.activity.id])
    return Outside(countries, activities, all(each.remote_only for each in found)) if countries else None


def _safeguards(theme: Theme) -> Iterator[Safeguard]:
    return (safeguard for party in (*theme.processors, *theme.recipients) for safeguard in chain_safeguards(party))


def _transfers(
    themes: tuple[Theme, ...], parties: tuple[Processor | Recipient, ...], catalogue: Catalogue
) -> Iterator[Reached]:
    """Every transfer once, with the data and the activities that it concerns."""
    for party in parties:
        for safeguard in chain_safeguards(party):
            reached = safeguard.party.path
            concerned = [theme for theme in themes if reached in (each.party.path for each in _safeguards(theme))]
            used = _used(use for theme in concerned for use in theme.uses)
            names = [name for name in used if name in getattr(safeguard.party, "data_categories", ())]
            activities = tuple(theme.activity for theme in concerned)
            yield Reached(safeguard, tuple(catalogue.category(name) for name in names), activities)


def addressed(profile: Profile, statement: Statement | None) -> tuple[str, ...]:
    """Whom a statement is for: those it names; everybody, where there is one statement for all."""
    everybody = (name for activity in profile.own_activities for name in activity.data_subjects)
    return unique(statement.data_subjects if statement else everybody)


def _shared(profile: Profile, themes: tuple[Theme, ...]) -> Iterator[Shared]:
    for party in named(unique(n for t in themes for n in t.activity.joint_controllers), profile.joint_controllers):
        yield Shared(party, tuple(t.activity for t in themes if party.id in t.activity.joint_controllers))


def explained_to_children(profile: Profile, catalogue: Catalogue, addressed: tuple[str, ...]) -> tuple[str, ...]:
    """The children among those addressed, where the profile explains to them every activity that concerns them."""
    children = tuple(name for name in addressed if catalogue.subject(name).children)
    concerned = [activity for activity in profile.own_activities if set(activity.data_subjects) & set(children)]
    asked = profile.requests and profile.requests.for_children
    return children if concerned and asked and all(activity.for_children for activity in concerned) else ()


def tell(
    profile: Profile, catalogue: Catalogue, statement: Statement | None, addressed: tuple[str, ...]
) -> PrivacyStatement:
    """What a statement says to those whom it addresses, or to some of them."""
    own = profile.own_activities
    audience = frozenset(addressed)
    themes = tuple(theme for activity in own if (theme := _theme(activity, audience, catalogue, profile)))
    processors = tuple(_processors(themes, profile))
    recipients = named(unique(party.id for theme in themes for party in theme.recipients), profile.recipients)
    cookies = profile.cookies
    children = explained_to_children(profile, catalogue, addressed)
    return PrivacyStatement(
        statement=statement,
        found_at=(statement and statement.found_at) or profile.publication.found_at,
        officer=profile.organisation.officer,
        represented=profile.organisation.is_outside_eea,
        audience=statement.name if statement else None,
        subjects=tuple(catalogue.subject(name) for name in addressed),
        themes=themes,
        sources=tuple(_sources(themes, catalogue)),
        processors=processors,
        recipients=recipients,
        helpers=tuple(_receivers(processors, themes, catalogue)),
        receivers=tuple(_receivers(recipients, themes, catalogue)),
        joint=tuple(_shared(profile, themes)),
        transfers=tuple(_transfers(themes, (*processors, *recipients), catalogue)),
        outside=_outside(themes),
        rights=_rights(themes),
        span=span_of(term for theme in themes for use in theme.uses for term in use.terms),
        cookies=cookies if cookies and audience & set(cookies.data_subjects) else None,
        cookie_statement=cookie_statement.TYPE.file_name if cookies and cookies.items else None,
        measures=tuple(
            measure
            for name in unique(n for t in themes for n in t.activity.measures)
            if (measure := catalogue.measure(name)).in_place
        ),
        authority=profile.organisation.authority,
        requests_to=profile.requests_to,
        answer_within=profile.answer_within,
        other_statements=tuple(
            Sibling(other.name, TYPE.stems(other.id)) for other in profile.statements.values() if other is not statement
        ),
        for_customers=bool(profile.controllers) and not audience <= _of_employment(audience, catalogue),
        identity_check=_own_or(statement, profile.requests, "identity_check"),
        representatives=_own_or(statement, profile.requests, "representatives"),
        for_children=stems(CHILDREN, statement.id if statement else "") if children else None,
    )


def _of_employment(audience: frozenset[str], catalogue: Catalogue) -> frozenset[str]:
    relations = ("employment", "application")
    return frozenset(name for name in audience if catalogue.subject(name).relation in relations)


def _own_or(statement: Statement | None, requests: Requests | None, key: str) -> Text | None:
    """What a statement says of requests to its own readers, or else what is said to everybody."""
    return getattr(statement, key, None) or getattr(requests, key, None)


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, PrivacyStatement]]:
    """One statement for each audience, or one for everybody; none where the organisation is only processor."""
    if not profile.own_activities:
        return
    for statement in profile.statements.values():
        yield statement.id, tell(profile, catalogue, statement, addressed(profile, statement))
    if not profile.statements:
        yield "", tell(profile, catalogue, None, addressed(profile, None))


def scope_of(profile: Profile, model: PrivacyStatement) -> Scope:
    """What a statement is about."""
    return Scope(
        profile,
        tuple(theme.activity for theme in model.themes),
        tuple(use.purpose for theme in model.themes for use in theme.uses),
        model.processors,
        model.recipients,
        model.cookies,
        of_some_people=len(profile.statements) > 1,
    )


TYPE = DocumentType(
    "privacy-statement",
    "privacy_statement",
    Text(nl="privacyverklaring", en="privacy-statement"),
    _gather,
    scope=scope_of,
    audience="public",
    by_statement=True,
)
