"""Texts on requests: a copy of a passport and a fee are found, and their denial is not taken for them."""

from __future__ import annotations

import pytest

from gdprdocs.language import Language
from gdprdocs.profile import read_profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules import RULES


def found(rule: str, language: Language, sentence: str) -> bool:
    """Whether a rule finds fault with a sentence on how the organisation checks who asks."""
    requests = {"identity_check": {language: sentence}}
    profile = read_profile("voorbeeld", {"organisation": {"name": "Voorbeeld"}, "requests": requests})
    find = RULES[rule].find
    assert find is not None
    return bool(list(find(profile, Catalogue(profile))))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Stuur een kopie van uw identiteitsbewijs mee."),
        ("nl", "U stuurt ons een kopie van uw geldige paspoort of rijbewijs."),
        ("nl", "Wij vragen een kopie identiteitsbewijs, met het BSN onleesbaar."),
        ("nl", "Wij willen u kennen. Voeg een scan van uw ID-kaart toe!"),
        ("nl", "Upload uw paspoortkopie."),
        ("en", "Please send a copy of your passport."),
        ("en", "We require a scan of your ID."),
        ("en", "Attach a photo of your driving licence."),
    ],
)
def test_a_copy_of_a_passport_is_found(language: Language, sentence: str) -> None:
    assert found("rights-id-copy", language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Vraag niet om een kopie."),
        ("nl", "Wij vragen nooit een kopie van uw paspoort."),
        ("nl", "Een kopie van uw identiteitsbewijs vragen wij niet."),
        ("nl", "Bij twijfel vragen wij een kopie van uw paspoort."),
        ("nl", "Moet u een kopie van uw paspoort sturen? Nee."),
        ("nl", "Stuur een kopie van de factuur, of laat uw identiteitsbewijs zien."),
        ("nl", "Stuurt u toch een kopie van uw paspoort, dan wissen wij die."),
        ("nl", "Een kopie van uw paspoort is goud waard voor een oplichter."),
        ("nl", "Wij sturen een kopie van uw gegevens, na een blik op uw identiteitsbewijs."),
        ("en", "We never ask for a copy of your passport."),
        ("en", "Don’t send us a copy of your passport."),
        ("en", "If in doubt, we ask for a copy of your ID."),
        ("en", "Include the photo and ID number of your library card."),
    ],
)
def test_no_copy_of_a_passport_is_imagined(language: Language, sentence: str) -> None:
    assert not found("rights-id-copy", language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Voor elk verzoek betaalt u € 4,50."),
        ("nl", "Een verzoek kost €5."),
        ("nl", "Inzage geven wij tegen betaling van leges."),
        ("nl", "Wij brengen € 10 administratiekosten in rekening."),
        ("en", "We charge an administration fee of €5."),
        ("en", "Access is given for a fee."),
    ],
)
def test_a_fee_is_found(language: Language, sentence: str) -> None:
    assert found("rights-fee", language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Een verzoek kost niets."),
        ("nl", "Wij brengen geen kosten in rekening."),
        ("nl", "Vraagt u om een tweede kopie, dan vragen wij een vergoeding van € 5."),
        ("nl", "Is uw verzoek buitensporig, dan brengen wij kosten in rekening."),
        ("nl", "U maakt één cent over, zodat wij uw naam zien; die storten wij terug."),
        ("nl", "De portokosten zijn voor ons."),
        ("en", "A request is free of charge."),
        ("en", "For excessive requests we charge a reasonable fee."),
        ("en", "For further copies we charge what they cost us."),
        ("en", "We don’t ask for a fee of any kind."),
    ],
)
def test_no_fee_is_imagined(language: Language, sentence: str) -> None:
    assert not found("rights-fee", language, sentence)
