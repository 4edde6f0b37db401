"""Rules on promises that a chain of processors must keep (Art. 28(4), Art. 33(2)).

A hop is two parties of whom one works for the other. What the upper one promised to those above it, the lower one must
make possible. Towards its customers an organisation is a processor itself: the first hop is then from what it offers
them to each processor that it engages for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from gdprdocs.diagnostic import Severity
from gdprdocs.duration import Duration
from gdprdocs.language import Language, Text
from gdprdocs.profile import Agreement, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import Handler
from gdprdocs.rules.parties import called, links, processors_in_use
from gdprdocs.rules.rule import Problem, Words, filled, rule, rules_in, worded
from gdprdocs.wording import duration_words, every_words


class _Hop(NamedTuple):
    """What one party promised to those above it, and another agreed with that party."""

    promised_by: str
    promise: Agreement
    below: Handler
    agreed: Agreement


def _hops(profile: Profile) -> Iterator[_Hop]:
    """Every hop of which both sides have an agreement, from the customers of the organisation down."""
    offered = profile.customer_agreement
    for processor, activities in processors_in_use(profile):
        if offered and processor.agreement and not all(activity.is_own for activity in activities):
            yield _Hop(profile.organisation.name, offered.agreement, processor, processor.agreement)
        for sub, above in links(processor):
            promise = above[-1].agreement
            if promise and sub.agreement:
                yield _Hop(called(above[-1]), promise, sub, sub.agreement)


class _Term(NamedTuple):
    """A term of an agreement: the key that holds it, how it is told, and whether a longer one is better."""

    key: tuple[str, ...]
    what: Text
    longer_is_better: bool = False
    write: Callable[[Duration, Language], str] = duration_words


_NOTICE = _Term(
    ("sub_processing", "notice"),
    Text(
        nl="zij meldt een nieuwe subverwerker {agreed} vooraf, beloofd is {promised}",
        en="it reports a new sub-processor {agreed} beforehand, while the promise is {promised}",
    ),
    longer_is_better=True,
)
_TERMS = (
    _NOTICE,
    _Term(
        ("notice",),
        Text(
            nl="zij meldt wijzigingen {agreed} vooraf, beloofd is {promised}",
            en="it announces changes {agreed} beforehand, while the promise is {promised}",
        ),
        longer_is_better=True,
    ),
    _Term(
        ("breach_notice",),
        Text(
            nl="zij meldt een datalek binnen {agreed}, beloofd is {promised}",
            en="it reports a breach within {agreed}, while the promise is {promised}",
        ),
    ),
    _Term(
        ("request_help",),
        Text(
            nl="zij helpt bij verzoeken binnen {agreed}, beloofd is {promised}",
            en="it helps with requests within {agreed}, while the promise is {promised}",
        ),
    ),
    _Term(
        ("audit", "frequency"),
        Text(
            nl="zij laat {agreed} een controle toe, beloofd is {promised}",
            en="it allows an audit {agreed}, while the promise is {promised}",
        ),
        write=every_words,
    ),
    _Term(
        ("audit", "notice"),
        Text(
            nl="zij wil een controle {agreed} vooraf weten, beloofd is {promised}",
            en="it wants to know of an audit {agreed} beforehand, while the promise is {promised}",
        ),
    ),
    _Term(
        ("at_end", "within"),
        Text(
            nl="zij wist of geeft terug binnen {agreed} na afloop, beloofd is {promised}",
            en="it erases or returns within {agreed} after the end, while the promise is {promised}",
        ),
    ),
    _Term(
        ("at_end", "backups_within"),
        Text(
            nl="zij wist uit back-ups binnen {agreed}, beloofd is {promised}",
            en="it erases from backups within {agreed}, while the promise is {promised}",
        ),
    ),
)


@rule(
    "sub-terms-weaker",
    "sub-processor",
    "GDPR 28(4)",
    severity=Severity.WARNING,
    nl=Words(
        "de afspraken met “{sub}” zijn minder dan “{party}” belooft: {what}",
        "Laat met deze partij een termijn afspreken waarmee de belofte te houden is, of beloof zelf minder.",
        "Wie een ander inschakelt, legt die dezelfde plichten op; anders is de belofte naar boven niet te houden.",
    ),
    en=Words(
        "what is agreed with “{sub}” is less than “{party}” promises: {what}",
        "Have a term agreed with this party with which the promise can be kept, or promise less yourself.",
        "Whoever engages another puts the same duties on it; otherwise the promise upward cannot be kept.",
    ),
)
def weaker_terms(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """What a party agrees is enough to keep what the party above it promised, at every hop of the chain.

    Looked at are the terms for reporting new sub-processors, changes and breaches, for help with requests, for audits,
    and for erasing at the end, wherever both sides state one. Who engages nobody without a permission for that one
    party reports none beforehand, and is not held to a term for it. For what the organisation does as processor, its
    ``customer_agreement`` is the promise.
    """
    for hop in _hops(profile):
        for term in _TERMS:
            promised, agreed = _value(hop.promise, term.key), _agreed(hop.agreed, term)
            if promised is None or agreed is None:
                continue
            falls_short = is_longer(promised, agreed) if term.longer_is_better else is_longer(agreed, promised)
            if falls_short:
                yield Problem(
                    (*hop.agreed.path, *term.key),
                    sub=called(hop.below),
                    party=hop.promised_by,
                    what=filled(
                        term.what,
                        agreed=worded(term.write, agreed),
                        promised=worded(term.write, promised),
                    ),
                )


def _agreed(agreement: Agreement, term: _Term) -> Duration | None:
    """The term of the lower party; none for new sub-processors where each of them needs a permission."""
    sub = agreement.sub_processing
    if term is _NOTICE and (sub is None or sub.authorisation != "general"):
        return None
    return _value(agreement, term.key)


def _value(agreement: Agreement, key: tuple[str, ...]) -> Duration | None:
    found: object = agreement
    for step in key:
        found = getattr(found, step, None)
    return found if isinstance(found, Duration) else None


_SLACK = 1.02
"""A month of 30 or 31 days is as long as ``P1M``, which counts as a twelfth of a year."""


def is_longer(one: Duration, other: Duration) -> bool:
    """Whether one term is longer than another."""
    return one.days > _SLACK * other.days


LATE = Duration(hours=72)
"""From here on nobody can say that a breach was reported without undue delay (Art. 33(2))."""


@rule(
    "sub-breach-late",
    "sub-processor",
    "GDPR 33(1), 33(2), 28(4)",
    severity=Severity.WARNING,
    nl=Words(
        "een datalek bij “{sub}” bereikt {top} in het ergste geval pas na {total}: {terms}",
        "Spreek kortere termijnen af in “breach_notice”, zodat zij samen ruim onder 72 uur blijven.",
        "Elke schakel meldt aan de volgende, dus de termijnen tellen op. De 72 uur van de verantwoordelijke beginnen "
        "pas als die het weet, maar de wet wil dat elke schakel meldt zonder te dralen: intussen waarschuwt niemand de "
        "mensen om wie het gaat.",
    ),
    en=Words(
        "a breach at “{sub}” reaches {top} only after {total} in the worst case: {terms}",
        "Agree shorter terms in “breach_notice”, so that together they stay well below 72 hours.",
        "Each link reports to the next, so the terms add up. The 72 hours of the controller begin only when it knows, "
        "but the law wants every link to report without delay: until then nobody warns the people concerned.",
    ),
)
def breach_late(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The terms for reporting a breach, added up along a chain, stay below 72 hours.

    A controller is in principle aware of a breach when its processor informs it (EDPB Guidelines 9/2022), so that its
    own 72 hours do not run before. What the terms are measured by is Art. 33(2), “without undue delay”, which names no
    number: 72 hours altogether is where a chain uses up as much as the law gives the controller itself. Links that
    state no term count for nothing, so that a chain is late for what it says and not for what it leaves out. For what
    the organisation does as processor, the term in its ``customer_agreement`` comes on top, and the customer is the
    controller. A single term that is as long is another rule; the links below one that is late are not reported.
    """
    for processor, activities in processors_in_use(profile):
        if any(activity.is_own for activity in activities):
            yield from _late_below(processor, (), _YOU)
        offered = profile.customer_agreement
        if offered and offered.agreement.breach_notice and not all(activity.is_own for activity in activities):
            yield from _late_below(processor, (offered.agreement.breach_notice,), _CUSTOMER)


_YOU = Text(nl="u", en="you")
_CUSTOMER = Text(nl="uw klant", en="your customer")


def _late_below(party: Handler, above: tuple[Duration, ...], top: Text) -> Iterator[Problem]:
    agreement = party.agreement
    own = agreement.breach_notice if agreement else None
    terms = (own, *above) if own else above
    if own and agreement and is_late(terms):
        if len(terms) > 1:
            yield Problem(
                (*agreement.path, "breach_notice"),
                sub=called(party),
                top=top,
                total=worded(duration_words, Duration(hours=round(sum(24 * each.days for each in terms)))),
                terms=worded(lambda all_, language: " + ".join(duration_words(each, language) for each in all_), terms),
            )
        return
    for sub in party.sub_processors.values():
        yield from _late_below(sub, terms, top)


def is_late(terms: tuple[Duration, ...]) -> bool:
    """Whether reporting a breach takes so long, by these terms one after the other, that it is no longer prompt."""
    return sum(each.days for each in terms) >= LATE.days


RULES = rules_in(globals())
