import pytest

from chalicelib.accounts.addresses import BadAddress, clean_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("mara.lind@nordwerk.example", "mara.lind@nordwerk.example"),
        ("  Mara.Lind@NordWerk.Example ", "Mara.Lind@nordwerk.example"),
        ("o'neil+portal@sub.nordwerk.example", "o'neil+portal@sub.nordwerk.example"),
        ("info@müller.example", "info@xn--mller-kva.example"),
    ],
)
def test_a_good_address_is_kept(typed: str, kept: str) -> None:
    """ACC-1"""
    assert clean_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "nobody",
        "a@b",
        "a b@c.example",
        "a@@b.example",
        "victim＠corp.example@evil.example",
        "=?utf-8?q?mara?=@nordwerk.example",
        "mаra@nordwerk.example",
        "mara@nоrdwerk.example",
        "mara@nordwerk.example\nBcc: all@nordwerk.example",
        "x" * 65 + "@nordwerk.example",
    ],
)
def test_an_address_that_could_be_taken_for_another_is_refused(typed: str) -> None:
    """ACC-1: full-width @, encoded words, Cyrillic look-alikes, header injection."""
    with pytest.raises(BadAddress):
        clean_address(typed)
