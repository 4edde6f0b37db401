"""The list of sub-processors as data."""

from __future__ import annotations

from typing import Any

from gdprdocs.documents.attached.piece import edition, known, link, names, transfer, with_key
from gdprdocs.documents.sub_processor_list import SubProcessorList
from gdprdocs.profile import Profile


def sub_processor_facts(profile: Profile, model: SubProcessorList) -> dict[str, Any]:
    """What the list says."""
    sub = model.sub_processing
    general = sub if sub and sub.authorisation == "general" else None
    return known(
        **edition(profile.publication),
        services=[known(name=each.name, service=each.service) for each in model.activities],
        sub_processors=[
            with_key(
                link(each),
                data=names(each.categories),
                since=each.since,
                transfers=[transfer(safeguard) for safeguard in each.safeguards],
            )
            for each in model.chain
        ],
        authorisation=sub.authorisation if sub else None,
        notice=general.notice if general else None,
        objection=general.objection if general else None,
    )
