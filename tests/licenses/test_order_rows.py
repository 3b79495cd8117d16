"""The order export's rows (docs/formats/order-export.md)."""

from datetime import UTC, date, datetime

import pytest

from chalicelib.licenses.rules.orders import BadRow, read_row

ROW = {
    "order_number": "HS-2026-000017",
    "product_ids": "guard-business + vault-server",
    "edition": "Standard",
    "activation_code": "7F3KQ-9XDM2-B8WZ4-RT6YH",
    "serial_number": "HG-26-004711",
    "nodes": "25",
    "end_user": " Müller & Söhne GmbH ",
    "partner": "",
    "issued_on": "2026-01-15",
    "starts_on": "2026-02-01",
    "expires_on": "2027-01-31",
    "activated_on": "2026-02-03",
    "blocked_at": "2026-10-01T08:00:00Z",
    "needs_check": "yes",
    "sales_region": "a column that is none of ours",
}


def test_a_row_is_a_license() -> None:
    order = read_row(ROW)
    assert order.product_ids == ("guard-business", "vault-server")
    assert order.activation_code == "7F3KQ9XDM2B8WZ4RT6YH"
    assert (order.nodes, order.end_user, order.partner) == (25, "Müller & Söhne GmbH", None)
    assert order.expires_on == date(2027, 1, 31)
    assert order.blocked_at == datetime(2026, 10, 1, 8, tzinfo=UTC)
    assert order.needs_check


def test_what_may_be_empty_is_nothing() -> None:
    order = read_row(ROW | dict.fromkeys(("activated_on", "blocked_at", "needs_check"), ""))
    assert (order.activated_on, order.blocked_at, order.needs_check) == (None, None, False)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("activation_code", "7F3KQ-9XDM2"),
        ("nodes", "0"),
        ("nodes", "many"),
        ("nodes", "1000001"),
        ("expires_on", "31.01.2027"),
        ("expires_on", "2026-01-14"),
        ("issued_on", ""),
        ("blocked_at", "soon"),
        ("needs_check", "maybe"),
        ("end_user", ""),
        ("end_user", "two\nlines"),
        ("end_user", "x" * 201),
        ("product_ids", "guard-business++"),
        ("product_ids", "schütz"),
        ("serial_number", "\u202e123"),
    ],
)
def test_a_bad_value_is_named_by_its_column(column: str, value: str) -> None:
    with pytest.raises(BadRow) as bad:
        read_row(ROW | {column: value})
    assert [name for name, _ in bad.value.problems] == [column]


@pytest.mark.parametrize("column", ["activation_code", "nodes", "end_user", "expires_on"])
def test_a_missing_column_is_named(column: str) -> None:
    with pytest.raises(BadRow) as bad:
        read_row({name: value for name, value in ROW.items() if name != column})
    assert [name for name, _ in bad.value.problems] == [column]
