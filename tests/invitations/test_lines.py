"""COM-3: a pasted list, each line judged by itself."""

import pytest

from chalicelib.invitations.inviting import _clean
from chalicelib.invitations.model import Outcome
from chalicelib.invitations.rules.lines import Known, Line, address_in, judge, read_lines


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("anna@firma.example", Outcome.SENT),
        ("Anna Weiß <anna@firma.example>;", Outcome.SENT),
        ("mailto:anna@firma.example", Outcome.SENT),
        ("anna@müller.example", Outcome.SENT),
        ("anna", Outcome.MALFORMED),
        ("anna@b@firma.example", Outcome.MALFORMED),
        ("anna@firma.example ben@firma.example", Outcome.MALFORMED),
        ("anna＠firma.example", Outcome.WIDE_AT),
        ("victim＠corp.example@evil.example", Outcome.WIDE_AT),
        ("=?utf-8?q?anna?=@firma.example", Outcome.ENCODED_WORD),
        ("аnna@firma.example", Outcome.LOOK_ALIKE),
        ("anna@fіrma.example", Outcome.LOOK_ALIKE),
    ],
)
def test_each_line_is_read_and_refused_for_its_own_reason(line: str, outcome: Outcome) -> None:
    """COM-3"""
    (read,) = read_lines([line], _clean)
    assert read.outcome is outcome


def test_blank_lines_count_and_say_nothing_and_a_second_one_is_told() -> None:
    """COM-3: so that the numbers are those of the list that was pasted."""
    lines = read_lines(["a@firma.example", "", " A@firma.example "], _clean)
    assert [(line.number, line.outcome) for line in lines] == [
        (1, Outcome.SENT),
        (3, Outcome.TWICE),
    ]


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        (Known(), Outcome.SENT),
        (Known(staff=True), Outcome.STAFF),
        (Known(company_id="north"), Outcome.ALREADY_HERE),
        (Known(company_id="south"), Outcome.ALREADY_ELSEWHERE),
        (Known(invited=True), Outcome.ALREADY_INVITED),
    ],
)
def test_whose_an_address_is_decides(known: Known, outcome: Outcome) -> None:
    """COM-3"""
    line = Line(1, "anna", "anna@firma.example")
    assert judge(line, known, own_email="me@firma.example", company_id="north").outcome is outcome


def test_nobody_invites_themselves() -> None:
    """COM-3: however they write themselves."""
    line = Line(1, "me", "ME@firma.example")
    known = Known(company_id="north")
    judged = judge(line, known, own_email="me@firma.example", company_id="north")
    assert judged.outcome is Outcome.YOURSELF


def test_the_address_is_taken_out_of_what_mail_programs_copy() -> None:
    assert address_in(" 'Weiß, Anna' <anna@firma.example>, ") == "anna@firma.example"
