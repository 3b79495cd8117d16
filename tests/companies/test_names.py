import pytest

from chalicelib.companies.names import LAST, fold, looked_for, sorted_by


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Müller-Weiß", "muller weiss"),
        ("O'Neil", "o neil"),
        ("Ørsted", "orsted"),
        ("ŁUKASZ", "lukasz"),
        ("  de la  Cruz ", "de la cruz"),
        ("Иванов", "иванов"),
        ("王", "王"),
    ],
)
def test_names_are_looked_for_without_marks_and_case(name: str, folded: str) -> None:
    """COM-5"""
    assert fold(name) == folded


def test_umlauts_stand_with_their_letters() -> None:
    """COM-5: as German dictionaries have it."""
    names = ["Zander", "Oswald", "Özdemir", "Muster", "Müller", "Mulder", "Lia", "Li Bo", "Li"]
    ordered = sorted(names, key=lambda name: sorted_by(name, "Anna"))
    expected = ["Li", "Li Bo", "Lia", "Mulder", "Müller", "Muster", "Oswald", "Özdemir", "Zander"]
    assert ordered == expected


def test_names_without_letters_come_last_and_are_never_empty() -> None:
    """COM-5: DynamoDB takes no empty key."""
    assert sorted_by("…", "☂") == LAST > sorted_by("Zzz", "Zzz")


def test_an_address_is_looked_for_in_lower_case() -> None:
    assert looked_for(" Mara.Lind@ ") == "mara.lind@"
