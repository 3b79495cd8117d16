"""LIC-18: an order export line by line: good lines go in, bad ones are told, in words."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from chalicelib.base.texts import languages, texts
from chalicelib.licenses import exports
from chalicelib.licenses.exports import MOST_LINE_BYTES, read_lines
from chalicelib.licenses.importing import Imported, Problem, import_lines, sum_up
from chalicelib.licenses.rules import orders
from chalicelib.licenses.rules.orders import COLUMNS
from tests.builders import make_license
from tests.licenses.test_importing import row

HEAD = ",".join(COLUMNS)


def line(code: str, **columns: str) -> str:
    cells = row(code, **columns)
    return ",".join(cells.get(column, "") for column in COLUMNS)


def imported(lines: Iterable[str], *products: str) -> tuple[Imported, list[Problem]]:
    told: list[Problem] = []
    raw = (f"{one}\r\n".encode() for one in lines)
    known = products or ("guard-business",)
    return sum_up(import_lines(read_lines(raw), told.append, known)), told


@pytest.mark.usefixtures("cloud")
def test_good_lines_go_in_and_bad_ones_are_told_by_line_field_and_reason() -> None:
    lines = [
        HEAD,
        line("AAAAABBBBBCCCCC00001"),
        line("short", nodes="many"),
        line("AAAAABBBBBCCCCC00002", product_ids="no-such"),
        line("AAAAABBBBBCCCCC00003"),
    ]
    done, told = imported(lines)
    assert done == Imported(new=2, bad=2)
    assert told == [
        Problem(3, "activation_code", "code_malformed"),
        Problem(3, "nodes", "not_a_number"),
        Problem(4, "product_ids", "product_unknown"),
    ]
    assert imported(lines)[0] == Imported(known=2, bad=2)


@pytest.mark.usefixtures("cloud")
def test_a_line_that_stands_twice_is_one_license_as_its_first_says() -> None:
    lines = [HEAD, line("AAAAABBBBBCCCCC00001"), line("AAAAABBBBBCCCCC00001", end_user="Other")]
    assert imported(lines)[0] == Imported(new=1, known=1)
    assert make_license("AAAAABBBBBCCCCC00001").end_user == "Nordwerk GmbH"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_usual_delimiter_and_a_byte_order_mark_are_taken(delimiter: str) -> None:
    raw = ("\ufeff" + HEAD + "\n" + line("AAAAABBBBBCCCCC00001")).replace(",", delimiter)
    rows = list(read_lines(raw.encode().splitlines(keepends=True)))
    assert [number for number, _ in rows] == [2]
    assert isinstance(rows[0][1], dict)
    assert rows[0][1]["order_number"] == "HS-2026-000017"


def test_a_file_without_a_column_is_told_at_once() -> None:
    rows = list(read_lines([b"order_number,nodes\n", b"x,1\n"]))
    assert {problem.column for _, problem in rows if isinstance(problem, Problem)} >= {
        "activation_code",
        "expires_on",
    }
    assert {number for number, _ in rows} == {1}


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\xff\xfe", "not_utf8"),
        (b'"open', "quotes"),
        (b"," * 40, "too_many_cells"),
        (b"x" * (MOST_LINE_BYTES + 1), "line_too_long"),
    ],
)
def test_a_line_that_is_none_is_told_and_holds_up_no_other(raw: bytes, reason: str) -> None:
    good = line("AAAAABBBBBCCCCC00001").encode()
    rows = list(read_lines([HEAD.encode(), raw, b"", good]))
    assert rows[0] == (2, Problem(2, "", reason))
    assert [number for number, _ in rows] == [2, 4]


@pytest.mark.parametrize("language", languages())
def test_every_reason_has_its_words(language: str) -> None:
    known = {key.partition(".")[2] for key in texts(language) if key.startswith("import.")}
    known = {reason for reason in known if not reason.startswith("heading.")}
    sources = "".join(Path(str(m.__file__)).read_text(encoding="utf-8") for m in (exports, orders))
    assert {reason for reason in known if f'"{reason}"' not in sources} == set()
    assert Problem(1, "nodes", "missing").words(language) != "import.missing"
