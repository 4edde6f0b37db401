"""The file around the pages: what it says about itself, and how it is packed.

WeasyPrint writes that it is PDF/A-3a; here is added that it is PDF/UA-1 too. An archive must be able to read that
without unpacking it, and to know every word of it: so it is not compressed, and the words of PDF/UA are described.
"""

from __future__ import annotations

from typing import Any

import pydyf

_END = b"</rdf:RDF>"

_ACCESSIBLE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def complete_metadata(pdf: Any) -> None:
    """Add to the metadata of ``pdf``, a :class:`pydyf.PDF`, what PDF/UA-1 asks for; drop what is listed twice."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    before, end, after = metadata.stream[0].partition(_END)
    if not end:
        raise ValueError("the metadata hold no RDF to add to: weasyprint writes them otherwise than version 70 did")
    # A second rdf:RDF, which the option xmp_metadata would add, is read by nobody.
    metadata.stream[0] = before + _ACCESSIBLE + end + after
    metadata.compress = False
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])  # weasyprint 70 names each attached file twice


def repack(pdf: Any, attempt: int) -> None:
    """Let no packed data end with a carriage return, and the lists of objects come out otherwise than before.

    One file in a hundred needs it. What is packed ends with a checksum, so only other data end otherwise.
    """
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and each.data.endswith(b"\r\nendstream"):
            each.compress = False
    for _ in range(attempt):
        pdf.add_object(pydyf.Dictionary())
