"""LIC-18: an order export line by line: good lines go in, bad ones are told, in words."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from chalicelib.base.texts import languages, texts
from chalicelib.catalog import orderable
from chalicelib.catalog.model import Partner, Standing
from chalicelib.catalog.orderable import Orderable
from chalicelib.licenses import exports
from chalicelib.licenses.exports import MOST_LINE_BYTES, MOST_ROW_LINES, read_lines
from chalicelib.licenses.importing import Imported, Problem, import_lines, sum_up
from chalicelib.licenses.rules import orders
from chalicelib.licenses.rules.orders import COLUMNS, NEEDED
from tests.builders import make_license
from tests.licenses.test_importing import row

HEAD = ",".join(COLUMNS)
PARTNERS = [
    Partner(sk=f"partner#{id_}", name=name, standing=Standing.FORMER)
    for id_, name in (("ostsee-it", "Ostsee IT GmbH"), ("one", "Twin"), ("two", "TWIN"))
]


def line(code: str, **columns: str) -> str:
    cells = row(code, **columns)
    return ",".join(cells.get(column, "") for column in COLUMNS)


def imported(lines: Iterable[str], *products: str) -> tuple[Imported, list[Problem]]:
    told: list[Problem] = []
    raw = (f"{one}\r\n".encode() for one in lines)
    known = Orderable(products or ("guard-business",), PARTNERS)
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
def test_a_partner_is_one_of_the_directory_and_kept_by_id() -> None:
    """LIC-16."""
    named = ["Ostsee IT GmbH", "OSTSEE it gmbh", "ostsee-it", "Ostsee", "Twin", "two"]
    codes = [f"AAAAABBBBBCCCCC{number:05}" for number in range(len(named))]
    lines = [line(code, partner=name) for code, name in zip(codes, named, strict=True)]
    done, told = imported([HEAD, *lines])
    assert done == Imported(new=4, bad=2)
    assert told == [
        Problem(5, "partner", "partner_unknown"),
        Problem(6, "partner", "partner_ambiguous"),
    ]
    kept = [make_license(codes[place]).partner for place in (0, 1, 2, 5)]
    assert kept == ["ostsee-it"] * 3 + ["two"]


@pytest.mark.usefixtures("cloud")
def test_what_is_there_already_is_unchanged_whatever_it_names() -> None:
    """LIC-18: an export from before the directory, or the catalog, was what it is now."""
    code = "AAAAABBBBBCCCCC00001"
    make_license(code, partner="Somebody Else")
    done, told = imported([HEAD, line(code, partner="Somebody Else", product_ids="gone")])
    assert (done, told) == (Imported(known=1), [])
    assert make_license(code).partner == "Somebody Else"


@pytest.mark.usefixtures("cloud")
def test_the_first_line_of_a_code_that_can_go_in_does() -> None:
    code = "AAAAABBBBBCCCCC00001"
    first, second, third = (line(code, partner=name) for name in ("Nobody", "one", "Nobody"))
    done, told = imported([HEAD, first, "bad", second, third])
    assert done == Imported(new=1, known=1, bad=2)
    assert [one.line for one in told] == sorted(one.line for one in told)
    assert Problem(2, "partner", "partner_unknown") in told
    assert make_license(code).partner == "one"


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


def rows_of(text: str, head: str = HEAD) -> list[tuple[int, object]]:
    return list(read_lines(f"{head}\n{text}".encode().splitlines(keepends=True)))


def test_a_line_break_in_quotes_is_part_of_its_cell() -> None:
    """In a column of the vendor's own, as a remark is."""
    good = line("AAAAABBBBBCCCCC00001")
    text = f'{good},"first\r\n\r\nsecond, ""third"""\r\n{good},none\r\n'
    (first, row_), (second, _) = rows_of(text, f"{HEAD},remark")
    assert (first, second) == (2, 5)
    assert isinstance(row_, dict)
    assert row_["remark"] == 'first\n\nsecond, "third"'


@pytest.mark.parametrize("broken", ['"open', 'x,"y"z', '"a\nb,"c"', '5" disk,"'])
def test_a_quote_that_nobody_closes_takes_no_other_line_along(broken: str) -> None:
    good = line("AAAAABBBBBCCCCC00001")
    found = rows_of(f"{broken}\n{good}\n{good}\n")
    assert [isinstance(row_, dict) for _, row_ in found][-2:] == [True, True]
    assert found[0] == (2, Problem(2, "", "quotes"))


def test_a_text_of_ours_stands_on_one_line() -> None:
    columns = [f'"{cell}"' for cell in line("AAAAABBBBBCCCCC00001").split(",")]
    columns[COLUMNS.index("end_user")] = '"Nordwerk\nGmbH"'
    done, told = imported([HEAD, ",".join(columns)])
    assert (done, told) == (Imported(bad=1), [Problem(2, "end_user", "unprintable")])


def test_columns_may_stand_in_any_order() -> None:
    cells = row("AAAAABBBBBCCCCC00001")
    names = sorted(cells, reverse=True)
    found = rows_of(";".join(cells[name] for name in names), ";".join(names))
    assert found == [(2, cells)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], Problem(1, "", "file_empty")),
        ([b"\xef\xbb\xbf\n", b"\n"], Problem(1, "", "file_empty")),
        ([f"nodes,{HEAD}\n".encode(), b"x\n"], Problem(1, "nodes", "column_twice")),
        (["order_number,größe\n".encode("cp1252")], Problem(1, "", "not_utf8")),
        ([HEAD.encode("utf-16")], Problem(1, "", "not_utf8")),
    ],
)
def test_a_heading_that_is_none_is_told_once_and_nothing_is_read(
    lines: list[bytes], told: Problem
) -> None:
    assert list(read_lines(lines)) == [(1, told)]


def test_a_line_in_another_encoding_is_told_and_the_others_go_in() -> None:
    """As spreadsheets write it where nobody chose UTF-8; taken for UTF-8 names would be wrong."""
    good = line("AAAAABBBBBCCCCC00001", end_user="Müller GmbH")
    lines = [HEAD.encode(), good.encode("cp1252"), good.encode()]
    assert next(row_ for _, row_ in read_lines(lines)) == Problem(2, "", "not_utf8")
    assert [number for number, _ in read_lines(lines)] == [2, 3]


@pytest.mark.usefixtures("cloud")
def test_a_line_counts_once_however_much_is_wrong_with_it() -> None:
    done, told = imported(["order_number", "x"])
    assert (done.bad, len(told)) == (1, len(NEEDED) - 1)


@pytest.mark.parametrize("formula", ["=1+1", "+49 40", "-1", "@SUM(A1)"])
def test_a_cell_that_begins_as_a_formula_is_a_text(formula: str) -> None:
    (_, row_), *_ = rows_of(line("AAAAABBBBBCCCCC00001", end_user=formula))
    assert isinstance(row_, dict)
    assert row_["end_user"] == formula


@pytest.mark.parametrize(
    "day", ["20260115", "2026-W03-4", "15.01.2026", "2026-01-32", "٢٠٢٦-٠١-١٥"]
)
def test_a_day_has_one_form(day: str) -> None:
    with pytest.raises(orders.BadRow) as bad:
        orders.read_row(row("AAAAABBBBBCCCCC00001", issued_on=day))
    assert bad.value.problems == (("issued_on", "not_a_day"),)


def test_memory_holds_a_few_lines_however_long_the_file_is() -> None:
    """10 MB, of which every tenth line opens a quote that nobody closes."""
    good, reads = line("AAAAABBBBBCCCCC00001").encode(), 0

    def lines() -> Iterable[bytes]:
        nonlocal reads
        yield HEAD.encode()
        for number in range(80_000):
            reads = number
            yield b'"' + good if number % 10 == 0 else good

    furthest = 0
    count = 0
    for number, _ in read_lines(lines()):
        count, furthest = count + 1, max(furthest, reads - number)
    assert (count, len(good) * count > 10_000_000) == (80_000, True)
    assert furthest <= MOST_ROW_LINES


@pytest.mark.parametrize("language", languages())
def test_every_reason_has_its_words(language: str) -> None:
    known = {key.partition(".")[2] for key in texts(language) if key.startswith("import.")}
    known = {reason for reason in known if not reason.startswith("heading.")}
    sources = "".join(
        Path(str(m.__file__)).read_text(encoding="utf-8") for m in (exports, orders, orderable)
    )
    assert {reason for reason in known if f'"{reason}"' not in sources} == set()
    assert Problem(1, "nodes", "missing").words(language) != "import.missing"
