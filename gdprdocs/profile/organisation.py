"""Who the organisation is and how it publishes (Arts. 13(1)(a)–(b), 27, 37)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import Language, Text
from gdprdocs.law import Authority, law

Audience = Literal["public", "internal"]
"""For whom a document is: for everybody, on the website, or for the organisation and those whom it shows it to."""


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; ``country`` is ISO 3166-1 alpha-2."""

    path: FieldPath
    street: str
    postal_code: str
    city: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """How somebody is reached; at least one of ``email`` and ``phone`` is given in a sound profile."""

    path: FieldPath
    name: str | None = None
    function: Text | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None

    @property
    def is_reachable(self) -> bool:
        """Whether there is an e-mail address or a phone number."""
        return bool(self.email or self.phone)


@dataclass(frozen=True, slots=True)
class Registration:
    """An entry in a trade register, such as KVK."""

    register: str
    number: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs agreements for a party."""

    name: str
    function: Text


@dataclass(frozen=True, slots=True)
class Representative:
    """The representative in the Union of an organisation outside it (Art. 27)."""

    path: FieldPath
    name: str
    address: Address | None = None
    contact: Contact | None = None
    mandated: date | None = None
    not_needed: Text | None = None


@dataclass(frozen=True, slots=True)
class Officer:
    """The data protection officer (Arts. 37–39), or why there is none."""

    path: FieldPath
    required: bool | None = None
    because: Text | None = None
    name: str | None = None
    contact: Contact | None = None
    registered: date | None = None
    position: Text | None = None

    @property
    def is_designated(self) -> bool:
        """Whether there is somebody, by a name or contact details."""
        return bool(self.name or self.contact)


@dataclass(frozen=True, slots=True)
class Organisation:
    """The organisation whose documents are made."""

    path: FieldPath
    name: str
    legal_name: str | None = None
    registration: Registration | None = None
    address: Address | None = None
    contact: Contact | None = None
    sector: str | None = None
    public_body: bool | None = None
    employees: int | None = None
    establishments: tuple[str, ...] = ()
    supervisory_authority: str | None = None
    representative: Literal["none"] | Representative | None = None
    data_protection_officer: Officer | None = None
    signatory: Signatory | None = None

    @property
    def is_public(self) -> bool:
        """Whether it is a public authority or body: as the profile says, or else by its sector."""
        return self.sector == "government" if self.public_body is None else self.public_body

    @property
    def officer(self) -> Officer | None:
        """The data protection officer, where there is one or must be one (Art. 37)."""
        stated = self.data_protection_officer
        return stated if stated and (stated.required or stated.is_designated) else None

    @property
    def authority(self) -> Authority | None:
        """The supervisory authority, as far as the law data know it."""
        return law().supervisory_authorities.get(self.supervisory_authority or "")

    @property
    def states(self) -> tuple[str, ...]:
        """The countries of the EEA in which it has its seat or another establishment, each once."""
        seat = self.address.country if self.address else None
        return tuple(dict.fromkeys(each for each in (seat, *self.establishments) if each and each in law().eea))

    @property
    def is_outside_eea(self) -> bool:
        """Whether its seat is outside the EEA, so that it needs a representative there (Art. 27)."""
        return bool(self.address and self.address.country and self.address.country not in law().eea)


@dataclass(frozen=True, slots=True)
class Publication:
    """Version and dates of the documents. The clock is never asked: ``effective`` is the profile's own date."""

    path: FieldPath
    version: str
    owner: Text
    effective: date | None = None
    reviewed: date | None = None
    url: str | None = None
    found_at: Text | None = None
    prevailing_language: Language | None = None
    audience: Mapping[str, Audience] = field(default_factory=dict)
    """For whom documents of a type are, where that differs from what is usual."""


@dataclass(frozen=True, slots=True)
class Branding:
    """Logo (a file in the organisation's folder) and colour (``#rrggbb``)."""

    logo: str | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One privacy statement: the audience it is for and the data subjects it tells about."""

    id: str
    path: FieldPath
    name: Text
    data_subjects: tuple[str, ...]
    found_at: Text | None = None
    audience: Audience | None = None
    """For whom this statement is: an internal one is not on the website."""
    more_rights: Text | None = None
    """Rights that these people have under other statutes, such as those on medical files."""
    identity_check: Text | None = None
    """How the organisation checks who asks, where that differs from what ``requests`` says."""
    representatives: Text | None = None
