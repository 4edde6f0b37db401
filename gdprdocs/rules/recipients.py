"""Rules on the parties that receive data."""

from __future__ import annotations

from gdprdocs.rules.rule import Words, rules_in, stated

unnamed = stated(
    "recipient-unnamed",
    "recipients",
    "GDPR 13(1)(e), 30(1)(d)",
    nl=Words(
        "u deelt gegevens met een partij die niet bij de ontvangers of verwerkers staat",
        "Voeg de partij toe aan “recipients” of “processors”, of verbeter haar naam.",
        "Mensen moeten weten bij wie hun gegevens terechtkomen.",
    ),
    en=Words(
        "you share data with a party that is not listed among the recipients or processors",
        "Add the party to “recipients” or “processors”, or correct its name.",
        "People must know who gets their data.",
    ),
)

RULES = rules_in(globals())
