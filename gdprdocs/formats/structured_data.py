"""What a page on the website says of itself to search engines, as JSON-LD (schema.org)."""

from __future__ import annotations

import json
from typing import Any

from gdprdocs.language import Edition, languages_of
from gdprdocs.profile import Profile


def structured_data(profile: Profile, address: str, title: str, edition: Edition) -> str:
    """The data of the page at ``address``, of which nothing runs and nothing ends the block: ``<`` is escaped."""
    organisation = profile.organisation
    website = organisation.contact.website if organisation.contact else None
    publisher = {"@type": "Organization", "name": organisation.name, "url": website}
    languages = languages_of(edition)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": address,
        "name": title,
        "inLanguage": languages[0] if len(languages) == 1 else list(languages),
        "version": profile.publication.version,
        "publisher": {key: value for key, value in publisher.items() if value},
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
