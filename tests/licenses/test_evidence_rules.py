"""STF-4: what on a license agrees with who claims it."""

import pytest

from chalicelib.licenses.model.evidence import Domain, Likeness
from chalicelib.licenses.rules.evidence import domain_of, judge_domain, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nordwerk GmbH", "Nordwerk"),
        ("NORDWERK G.m.b.H.", "Nordwerk GmbH"),
        ("Müller & Söhne KG", "Mueller und Soehne"),
        ("Café Zürich AG", "Cafe Zuerich"),
        ("Nord-Werk", "Nord Werk"),
        ("Straße e.V.", "STRASSE EV"),
    ],
)
def test_forms_accents_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) == Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nordwerk", "Nordwerk Maschinenbau GmbH"),
        ("Nordwerk Hamburg", "Nordwerke Hamburg"),
    ],
)
def test_a_part_or_a_slip_is_similar(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) == Likeness.SIMILAR


@pytest.mark.parametrize(
    ("one", "other"), [("Nordwerk", "Südwerk AG"), ("GmbH", "GmbH & Co. KG"), ("", "Nordwerk")]
)
def test_another_name_is_different(one: str, other: str) -> None:
    """A legal form alone is no name."""
    assert likeness(one, other) == likeness(other, one) == Likeness.DIFFERENT


@pytest.mark.parametrize(
    ("email", "domain"),
    [
        ("mara@nordwerk.example", Domain.FITS),
        ("mara@nord-werk.example", Domain.FITS),
        ("mara@it.nordwerk.example", Domain.FITS),
        ("mara@GMX.de", Domain.FREE),
        ("mara@elsewhere.example", Domain.OTHER),
        ("gmbh@gmbh.example", Domain.OTHER),
    ],
)
def test_an_address_says_something_of_its_company(email: str, domain: Domain) -> None:
    assert judge_domain(domain_of(email), "Nordwerk GmbH", "Nordwerk") == domain
