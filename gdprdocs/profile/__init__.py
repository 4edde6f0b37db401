"""The profile: an organisation's description of itself, as frozen and typed facts.

A profile is always whole: where a required text is missing it holds a gap, where another fact is missing ``None``.
Rules decide what must be there; documents decide what is shown. Every part knows its ``path``, so that a rule can name
the place of what it finds.
"""

from gdprdocs.profile.activity import (
    Activity,
    AutomatedDecisions,
    Consent,
    DirectMarketing,
    Dpia,
    Origin,
    Purpose,
    Retention,
    SpecialGround,
)
from gdprdocs.profile.organisation import (
    Address,
    Branding,
    Contact,
    Organisation,
    Publication,
    Registration,
    Signatory,
    Statement,
)
from gdprdocs.profile.party import (
    Agreement,
    Customer,
    JointController,
    Party,
    Processor,
    Recipient,
    SubProcessor,
    Transfer,
)
from gdprdocs.profile.protection import AccessRole, Breaches, Cookie, Cookies, Measure, Requests
from gdprdocs.profile.whole import OwnCategory, OwnSource, OwnSubject, Profile, read_profile

__all__ = [
    "AccessRole", "Activity", "Address", "Agreement", "AutomatedDecisions", "Branding", "Breaches", "Consent",
    "Contact", "Cookie", "Cookies", "Customer", "DirectMarketing", "Dpia", "JointController", "Measure", "Organisation",
    "Origin", "OwnCategory", "OwnSource", "OwnSubject", "Party", "Processor", "Profile", "Publication", "Purpose",
    "Recipient", "Registration", "Requests", "Retention", "Signatory", "SpecialGround", "Statement", "SubProcessor",
    "Transfer", "read_profile",
]  # fmt: skip
