"""The other parties: processors and the chain below them, recipients, customers, joint controllers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from gdprdocs.diagnostic import FieldPath
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.profile.organisation import Address, Contact, Registration, Signatory
from gdprdocs.profile.protection import Erasure, Test
from gdprdocs.record import record


@record()
class Transfer:
    """What allows data to leave the European Economic Area (Arts. 44–49)."""

    path: FieldPath
    to: tuple[str, ...] = ()
    mechanism: str | None = None
    module: int | None = None
    signed: date | None = None
    assessed: date | None = None
    assessment: Text | None = None
    certified: str | None = None
    checked: date | None = None
    covers_staff: bool = False
    approved: date | None = None
    approved_by: str | None = None
    rules_for: str | None = None
    """For whom binding corporate rules were written: ``controllers`` or ``processors``."""
    letter: str | None = None
    occasional: bool = False
    because: Text | None = None
    copy: Text | None = None


@record(kw_only=True)
class Party:
    """Somebody outside the organisation who receives or can reach data."""

    id: str
    path: FieldPath
    name: str | Text
    address: Address | None = None
    contact: Contact | None = None
    for_children: Text | None = None
    """What it does, in words for the children whose data it has."""
    transfer: Transfer | None = None
    more_transfers: tuple[Transfer, ...] = ()

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        """Every transfer that the profile describes for this party."""
        return (*((self.transfer,) if self.transfer else ()), *self.more_transfers)

    @property
    def seat(self) -> tuple[str, ...]:
        """The country of its address, where that is given."""
        return (self.address.country,) if self.address and self.address.country else ()

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country in which the party has its seat, or holds or can reach the data, each once."""
        return self.seat


@record()
class SubProcessing:
    """What is agreed on engaging other processors (Art. 28(2))."""

    path: FieldPath
    authorisation: str | None = None
    notice: Duration | None = None
    objection: Duration | None = None
    list_checked: date | None = None
    """When the chain in the profile was last compared with a list that the processor gave."""


@record()
class Audit:
    """What is agreed on audits (Art. 28(3)(h))."""

    frequency: Duration | None = None
    notice: Duration | None = None
    costs: str | None = None


@record()
class AtEnd:
    """What happens with the data when the service ends (Art. 28(3)(g))."""

    do: str | None = None
    within: Duration | None = None
    backups_within: Duration | None = None
    format: Text | None = None


@record()
class Checked:
    """The last check of a processor's guarantees (Art. 28(1))."""

    date: date | None = None
    by: Text | None = None
    again: Duration | None = None


@record()
class Agreement:
    """The processor agreement (Art. 28(3), (9)), or the contract of a hop in the chain (Art. 28(4))."""

    path: FieldPath
    status: str | None = None
    form: str | None = None
    covers: tuple[str, ...] = ()
    signed: date | None = None
    annexes: date | None = None
    """When both parties last agreed on the annexes as they are now."""
    starts: date | None = None
    ends: date | None = None
    term: str | None = None
    main_contract: Text | None = None
    breach_notice: Duration | None = None
    request_help: Duration | None = None
    notice: Duration | None = None
    sub_processing: SubProcessing | None = None
    audit: Audit | None = None
    at_end: AtEnd | None = None
    checked: Checked | None = None
    court: str | None = None

    @property
    def is_suppliers(self) -> bool:
        """Whether the text is the supplier's own, so that it is read and not made here."""
        return self.form == "supplier"

    @property
    def begins(self) -> date | None:
        """From when it applies; from its signature where it says nothing else."""
        return self.starts or self.signed


@record(kw_only=True)
class Handler(Party):
    """A party that handles data on somebody's instructions: a processor or a sub-processor."""

    name: str
    service: Text | None = None
    data_categories: tuple[str, ...] = ()
    processing_locations: tuple[str, ...] = ()
    accessed_from: tuple[str, ...] = ()
    reached_through: Text | None = None
    since: date | None = None
    agreement: Agreement | None = None
    sub_processors: Mapping[str, SubProcessor] = field(default_factory=dict)

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country in which the data stand, from which they are reached or where the seat is, each once."""
        return tuple(dict.fromkeys((*self.processing_locations, *self.accessed_from, *self.seat)))

    def chain(self, level: int = 1) -> Iterator[tuple[int, SubProcessor, Handler]]:
        """Every sub-processor below this party as (level, sub-processor, who engages it), top down."""
        for sub in self.sub_processors.values():
            yield level, sub, self
            yield from sub.chain(level + 1)


@record(kw_only=True)
class SubProcessor(Handler):
    """A processor engaged by a processor."""

    authorised: date | None = None


@record()
class Without:
    """Why a processor needs no measure of a kind that Art. 32(1) names (“as appropriate”)."""

    encryption: Text | None = None
    recovery: Text | None = None


@record(kw_only=True)
class Processor(Handler):
    """A party that handles data for the organisation, on its instructions (Art. 28)."""

    registration: Registration | None = None
    signatory: Signatory | None = None
    data_subjects: tuple[str, ...] = ()
    """Whose data it handles, where that is not everybody whom the activities concern."""
    measures: tuple[str, ...] = ()
    without: Without | None = None
    nature: Text | None = None
    erased: Erasure | None = None
    """When it erases all that it has, where the periods of the purposes are not for it but for the original data."""
    measure_tests: Mapping[str, Test] = field(default_factory=dict)
    own_purposes: Literal["none"] | tuple[Text, ...] | None = None

    @property
    def has_backups(self) -> bool:
        """Whether it makes backups; not where the profile says why recovery is not needed."""
        return not (self.without and self.without.recovery)


@record(kw_only=True)
class Recipient(Party):
    """A party that receives data and decides itself what to do with them: a controller of its own (Art. 4(9))."""

    name: Text
    kind: str | None = None
    what_for: Text | None = None
    basis: str | None = None
    country: str | None = None
    law: Text | None = None
    data_categories: tuple[str, ...] = ()
    looks_in: Text | None = None
    """The system in which it looks at the data itself, and how that is secured."""
    data_subjects: tuple[str, ...] = ()
    """Whose data it receives, where that is not everybody whom the activities concern."""

    @property
    def countries(self) -> tuple[str, ...]:
        """The country of the recipient, and that of its address where it differs."""
        return tuple(dict.fromkeys((*((self.country,) if self.country else ()), *self.seat)))


@record()
class Arrangement:
    """What joint controllers agreed (Art. 26)."""

    path: FieldPath
    date: date | None = None
    contact_point: Text | None = None
    essence: Text | None = None
    informs: Text | None = None
    answers_requests: Text | None = None


@record(kw_only=True)
class JointController:
    """A party that decides together with the organisation why and how data are used (Art. 26)."""

    id: str
    path: FieldPath
    name: str
    address: Address | None = None
    contact: Contact | None = None
    arrangement: Arrangement | None = None


@record(kw_only=True)
class Customer(Party):
    """A controller for whom the organisation is processor (Art. 30(2)(a))."""

    name: str
    breach_contact: Contact | None = None
    representative: str | None = None
    data_protection_officer: str | None = None
    """Of these two, the word ``none`` where the customer has none."""


@record(kw_only=True)
class CustomerAgreement:
    """What the organisation agrees with those for whom it is processor (Art. 28)."""

    path: FieldPath
    agreement: Agreement
    nature: Text | None = None
    processing_locations: tuple[str, ...] = ()
    accessed_from: tuple[str, ...] = ()
    transfer: Transfer | None = None
    more_transfers: tuple[Transfer, ...] = ()
    measures: tuple[str, ...] = ()
    announced_by: Text | None = None

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        """Every transfer from a customer to the organisation."""
        return (*((self.transfer,) if self.transfer else ()), *self.more_transfers)

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country in which customers' data stand or from which they are reached, each once."""
        return tuple(dict.fromkeys((*self.processing_locations, *self.accessed_from)))
