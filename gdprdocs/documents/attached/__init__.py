"""Documents as plain data, for the file that is attached to a PDF: what the page says, for programs to read.

A function turns the model of a document into mappings and lists of names, dates, lengths of time and
:class:`~gdprdocs.language.Text`, under the keys that ``facts.schema.json`` describes. It takes nothing that the page
does not say. Names of people and ways to reach them stay on the page: no program needs them to compare two registers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gdprdocs.documents.attached.agreement import agreement_facts
from gdprdocs.documents.attached.register import processing_register_facts, processor_register_facts
from gdprdocs.documents.attached.sub_processors import sub_processor_facts
from gdprdocs.profile import Profile

FACTS: Mapping[str, Callable[[Profile, Any], Mapping[str, Any]]] = {
    "customer-agreement": agreement_facts,
    "processing-register": processing_register_facts,
    "processor-agreement": agreement_facts,
    "processor-register": processor_register_facts,
    "sub-processor-list": sub_processor_facts,
}
"""For each type of document that carries its facts, the function that puts them in order."""
