"""Legal documents as facts: each module gathers from the profile what one type of document says, in no language.

What is shown, in which order and under which condition is decided here; templates only lay it out and word it.
"""

from dataclasses import replace

from gdprdocs.documents import (
    access_overview,
    breach_procedure,
    children_statement,
    consent_overview,
    cookie_statement,
    customer_agreement,
    privacy_statement,
    processing_register,
    processor_agreement,
    processor_register,
    retention_protocol,
    sub_processor_list,
)
from gdprdocs.documents.attached import FACTS
from gdprdocs.documents.document import DocumentType

__all__ = ["DOCUMENTS", "DocumentType"]

DOCUMENTS: dict[str, DocumentType] = {
    module.TYPE.id: replace(module.TYPE, facts=FACTS.get(module.TYPE.id))
    for module in (
        privacy_statement,
        children_statement,
        cookie_statement,
        processing_register,
        consent_overview,
        processor_register,
        processor_agreement,
        customer_agreement,
        sub_processor_list,
        access_overview,
        breach_procedure,
        retention_protocol,
    )
}
"""Every document type by the name that the command line uses."""
