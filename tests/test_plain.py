"""What is found in a text in plain words, hard words and words that say nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdprdocs.language import LANGUAGES, Language
from gdprdocs.plain import (
    hard_words,
    hides_who_acts,
    placeholder,
    sentences_of,
    speaks_of_the_past,
    subordinate_clauses,
    unexplained,
    vague_words,
    words_of,
)
from gdprdocs.plain.grammar import read_list
from gdprdocs.plain.measure import measure
from gdprdocs.plain.phrase import Phrases
from gdprdocs.plain.syllable import syllables

SENTENCES: dict[Language, list[str]] = {
    "nl": [
        "Wij zijn Kaartwolk B.V. | U leest hier wat wij doen.",
        "Kaartwolk B.V. uit Ede krijgt ze.",
        "Dat staat in art. 11.7 Tw. | U mag weigeren.",
        "Wij bewaren uw gegevens, d.w.z. uw naam en adres. | Daarna wissen wij ze.",
        "Mail mr. J.P. de Vries. | Hij antwoordt binnen 5 dagen.",
        "Versie 2.1 geldt vanaf 1 jan. 2026. | Zie www.voorbeeld.nl. | Daar staat meer.",
        "Wilt u dat niet? | Zeg het ons!",
        "“Mag dat?” vraagt iemand. | “Nee.” | Dan stopt het.",
        "Het kost € 1.250,50 per jaar, excl. btw.",
        "Let op… | Dit verandert.",
        "1. Eerst dit. | 2. Dan dat.",
        "Wij vragen: - uw naam; en uw adres.",
        "Twee regels\nzijn één zin.",
    ],
    "en": [
        "We keep your name, address, etc. | Then we erase them.",
        "The call is at 9 a.m. on Monday. | You hear from Dr. Smith.",
        "Some data, e.g. your name, are public. | Others are not (i.e. your address).",
        "Ask J. R. Jones at jones@example.org. | She answers.",
        "Are you sure? | Yes.",
        "See Art. 6(1)(f) GDPR. | It asks for a balance.",
        "We pay 3.5 per cent to Cartwheel Ltd. | They pay us.",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in SENTENCES for text in SENTENCES[each]])
def test_sentences(language: Language, text: str) -> None:
    expected = text.split(" | ")
    assert [*sentences_of(text.replace(" | ", " "), language)] == [re.sub(r"\s+", " ", each) for each in expected]


def test_an_empty_line_and_the_sign_of_an_item_end_a_sentence() -> None:
    assert sentences_of("Wij vragen:\n- uw naam;\n- uw adres.\n\nmeer niet", "nl") == (
        "Wij vragen:", "uw naam;", "uw adres.", "meer niet",
    )  # fmt: skip


def test_words_are_what_stands_between_spaces() -> None:
    assert words_of("Mail – of bel – naar a.b@c.nl, 24/7.") == ["Mail", "of", "bel", "naar", "a.b@c.nl,", "24/7."]


SYLLABLES: dict[Language, str] = {
    "nl": """
        gegevens=3 bewaren=3 verzekering=4 ziek=1 huis=1 nieuw=1 mooi=1 eeuwen=2 klacht=1 klachten=2 gratis=2
        verwijderen=4 apparaat=3 eigenaar=3 kopie=2 kopieën=3 afspraak=2 uitleg=2 besluit=2 automatisch=4
        gezondheid=3 medisch=2 dossier=2 oefening=3 rekening=3 belasting=3 werkgever=3 arbeid=2 jongeren=3
        beheerder=3 wachtwoord=2 versleuteld=3 reünie=3 februari=4 geld=1 uitzondering=4 wet=1 wetten=2
    """,
    "en": """
        insurance=3 invoice=2 letter=2 complaint=2 complaints=2 remove=2 removed=2 stored=1 kept=1 owner=2 copy=2
        copies=2 appointment=3 explain=2 decision=3 automatic=4 health=1 medical=3 exercise=3 bill=1 tax=1 worker=2
        password=2 encrypted=3 February=4 money=2 exception=3 law=1 laws=1 phone=1 camera=3 entrance=2 receive=2
        received=2 answer=2 answers=2 written=2 consent=2 agreed=2 change=1 changed=1 employers=3 nine=1
    """,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_syllables_are_near_those_counted_by_hand(language: Language) -> None:
    counted = {word: int(number) for word, _, number in (each.partition("=") for each in SYLLABLES[language].split())}
    found = {word: syllables(word, language) for word in counted}
    wrong = {word: number for word, number in found.items() if number != counted[word]}
    assert len(wrong) <= len(counted) / 10, wrong
    assert all(abs(number - counted[word]) == 1 for word, number in wrong.items()), wrong
    assert sum(found.values()) == pytest.approx(sum(counted.values()), rel=0.03)


def test_addresses_and_abbreviations_are_one_syllable() -> None:
    assert [syllables(word, "nl") for word in ("info@voorbeeld.nl", "https://a.nl/privacy", "DPIA", "2026")] == [1] * 4


def test_the_scores() -> None:
    """By hand: 9 words in 2 sentences, 10 syllables in Dutch and 12 in English."""
    dutch = measure(["Wij wissen uw naam.", "Dat doen wij elk jaar."], "nl")
    assert (dutch.sentences, dutch.words, dutch.syllables, dutch.most) == (2, 9, 10, 5)
    assert dutch.score == pytest.approx(206.84 - 0.93 * 4.5 - 77 * 10 / 9)
    english = measure(["We erase your letter.", "That is done every year."], "en")
    assert (english.words, english.syllables) == (9, 12)
    assert english.score == pytest.approx(206.835 - 1.015 * 4.5 - 84.6 * 12 / 9)
    assert measure([], "en").score == measure([], "en").mean == 0


PASSIVE: dict[Language, tuple[list[str], list[str]]] = {
    "nl": (
        [
            "Uw gegevens worden gedeeld met anderen",
            "De vraag wordt door ons beantwoord",
            "de persoonsgegevens niet langer worden bewaard",
            "en alle beelden dan meteen worden gewist",
        ],
        [
            "Uw gegevens worden door de boekhouder verwerkt",
            "als u wordt ontslagen",
            "Als u patiënt wordt, bewaren wij uw gegevens",
            "de lijst van gegevens wordt bekeken",
            "Wij bewaren uw gegevens",
            "Uw gegevens zijn van u",
        ],
    ),
    "en": (
        [
            "Your data are shared with others",
            "the question is answered by us",
            "until the details have been erased",
            "Your information will also be sold",
        ],
        [
            "Your data are shared by the accountant",
            "if you are dismissed",
            "The data are in an encrypted file",
            "the list of erased data is run again",
            "every time somebody changes personal data is recorded",
            "We keep your data",
        ],
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passive_that_hides_who_acts(language: Language) -> None:
    hidden, clear = PASSIVE[language]
    assert [each for each in hidden if not hides_who_acts(each, language)] == []
    assert [each for each in clear if hides_who_acts(each, language)] == []


def test_subordinate_clauses_are_counted() -> None:
    assert subordinate_clauses("Wij wissen wat u schreef, tenzij de wet zegt dat het moet blijven.", "nl") == 2
    assert subordinate_clauses("We erase what you wrote, unless the law says that it must stay.", "en") == 2
    assert subordinate_clauses("We erase it.", "en") == 0


def found_in(find: object, text: str, language: Language) -> list[str]:
    return [found.words for found in find(text, language)]  # type: ignore[operator]


def test_hard_words_have_a_plainer_one() -> None:
    (found,) = hard_words("Teneinde u te helpen, bellen wij.", "nl")
    assert (found.words, found.instead.in_("nl")) == ("Teneinde", "om")
    assert found_in(hard_words, "We do so prior to and in order to help.", "en") == ["prior to", "in order to"]
    assert found_in(hard_words, "Artikel 47 van de Algemene wet inzake rijksbelastingen", "nl") == []
    assert found_in(hard_words, "The Healthcare (Additional Provisions) Act", "en") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_hard_words_is_whole(language: Language) -> None:
    words = read_list("hard_words")[language]
    assert 80 <= len(words) <= 150
    assert [word for word, plainer in words.items() if word != word.lower() or plainer in words] == []
    assert set(words) & set(read_list("terms")[language]) == set()


VAGUE: dict[Language, tuple[list[str], list[str]]] = {
    "nl": (
        [
            "Wij kunnen uw gegevens delen met partners.",
            "Uw gegevens kunnen worden gebruikt.",
            "Wij vragen onder andere uw naam.",
            "uw naam, adres, enz.",
            "Waar nodig vragen wij meer.",
            "Wij nemen passende maatregelen.",
            "Eventuele bijzonderheden noteren wij.",
            "Wij delen ze met zorgvuldig geselecteerde derden.",
            "De back-up wordt regelmatig getest.",
        ],
        [
            "U kunt ons altijd bellen.",
            "Een huisarts kan het dossier zien.",
            "Wat u niet vertelt, kunnen wij niet meewegen.",
            "Goede zorg is dan niet mogelijk.",
            "mogelijke klanten",
            "Wij antwoorden zo snel mogelijk.",
            "Wij bewaren gegevens zoals uw naam en uw adres.",
            "u zonder naam te kunnen helpen",
        ],
    ),
    "en": (
        [
            "We may share your data with partners.",
            "Your data might be used for research.",
            "We ask for your name, among other things.",
            "your name, address, etc.",
            "Where necessary we ask for more.",
            "We take appropriate measures.",
            "Possibly we call you.",
            "We share them with carefully selected third parties.",
            "The backup is regularly tested.",
        ],
        [
            "You may call us at any time.",
            "A GP can see the file.",
            "Nobody else may open it.",
            "A bar asks whether we may record your visit.",
            "We answer as soon as possible.",
            "We keep data such as your name and address.",
            "We may not share your data.",
        ],
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_vague_words_hide_a_fact(language: Language) -> None:
    vague, clear = VAGUE[language]
    assert [each for each in vague if not found_in(vague_words, each, language)] == []
    assert [each for each in clear if found_in(vague_words, each, language)] == []


def test_terms_are_explained_where_they_stand() -> None:
    assert found_in(unexplained, "U vraagt ons naar de grondslag.", "nl") == ["grondslag"]
    assert found_in(unexplained, "U vraagt ons naar de reden (de wet noemt dat de grondslag).", "nl") == []
    assert found_in(unexplained, "Our processor keeps your data.", "en") == ["processor"]
    assert found_in(unexplained, "Our processor (a company that works for us) keeps your data.", "en") == []


PLACEHOLDERS = [
    "TODO", "Nog te schrijven: TODO", "[naam]", "Mail [vul hier uw adres in].", "Bel 06-XXXX", "lorem ipsum dolor", "…",
    "...", "invullen", "Hier invullen", "[…]", "<naam organisatie>", "{{ name }}", "____", "To be filled in",
]  # fmt: skip
FINISHED = [
    "Wij wachten… en dan bellen wij.", "Wat u hier invult, gaat naar ons.", "Vul het formulier in.", "Toets 1 [2] in.",
    "To do your pay", "maat XXL", "Test", "de Todo-lijst van het team", "artikel 7 [oud]",
    "Wat u wilt, mag u hier invullen.", "Naam: ________", "tekst", "X", "de maten S, M en XL",
]  # fmt: skip


def test_placeholders() -> None:
    assert [each for each in PLACEHOLDERS if not placeholder(each)] == []
    assert [each for each in FINISHED if placeholder(each)] == []


def test_what_is_past_is_said_so() -> None:
    assert speaks_of_the_past("het vroegere Vrijstellingsbesluit")
    assert not speaks_of_the_past("volgens het Vrijstellingsbesluit")


PHRASES = ["in het kader van", "kader", "ten behoeve van", "aan", "aan de hand van", "AVG", "art. 6", "e-mail"]


@given(st.lists(st.sampled_from([*PHRASES, "de", "xkader", "kader-", ".", "Aan", "in"]), max_size=12))
def test_phrases_are_found_as_one_pattern_of_all_would_find_them(words: list[str]) -> None:
    text = " ".join(words)
    longest_first = sorted(PHRASES, key=len, reverse=True)
    all_ = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
    assert [each.span() for each in Phrases(PHRASES).finditer(text)] == [each.span() for each in all_.finditer(text)]
