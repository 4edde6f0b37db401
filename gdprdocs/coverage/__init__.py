"""Coverage: for every requirement of the law and every document, the sentence that meets it, or that none does.

A template *claims* a requirement with ``data-requirements`` on the element that answers it. The claim counts when that
element stands in the finished page, in every language of the profile, and holds no gap. Whether the requirement applies
is asked of what the document is about (:mod:`gdprdocs.documents.conditions`).
"""

from gdprdocs.coverage.claim import Claim, claims_in
from gdprdocs.coverage.finding import Coverage, Finding, Status, cover
from gdprdocs.coverage.page import coverage_page

__all__ = ["Claim", "Coverage", "Finding", "Status", "claims_in", "cover", "coverage_page"]
