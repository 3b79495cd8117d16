"""Loading the order export, any number of times."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest

from chalicelib.aws import dynamo
from chalicelib.aws.transactions import Transaction
from chalicelib.base.operation import Operation
from chalicelib.licenses import service
from chalicelib.licenses.importing import Imported, Problem, import_orders, public_id_of
from chalicelib.licenses.model.license import PublicId
from chalicelib.licenses.sealing import code_hash, open_code
from chalicelib.licenses.store import licenses as store
from tests.builders import make_license
from tests.licenses.builders import NOON

pytestmark = pytest.mark.usefixtures("cloud")
CODE = "7F3KQ9XDM2B8WZ4RT6YH"


def row(code: str, **columns: str) -> dict[str, str]:
    plain = {
        "order_number": "HS-2026-000017",
        "product_ids": "guard-business",
        "edition": "Standard",
        "activation_code": code,
        "serial_number": "HG-26-004711",
        "nodes": "25",
        "end_user": "Nordwerk GmbH",
        "issued_on": "2026-01-15",
        "starts_on": "2026-01-15",
        "expires_on": "2099-12-31",
    }
    return plain | columns


def test_a_row_becomes_a_license_that_its_code_finds() -> None:
    license_ = make_license()
    assert license_.end_user == "Nordwerk GmbH"
    assert open_code(license_.sealed_code, license_.pk) == CODE
    assert service.holder(license_.pk) is None


def test_the_code_stands_nowhere_in_the_clear() -> None:
    """LIC-0."""
    license_ = make_license()
    kept = [str(license_.serialize()), code_hash(CODE)]
    assert not any(CODE in text or CODE[5:] in text for text in kept)


def test_importing_again_changes_nothing() -> None:
    rows = [row(f"AAAAABBBBBCCCCC{number:05}") for number in range(30)]
    assert import_orders(rows) == Imported(new=30)
    first = store.find_by_code(code_hash("AAAAABBBBBCCCCC00007"))
    again = [one | {"expires_on": "2031-01-01"} for one in rows]
    assert import_orders(again) == Imported(known=30)
    second = store.find_by_code(code_hash("AAAAABBBBBCCCCC00007"))
    assert first is not None
    assert second is not None
    assert second.serialize() == first.serialize()


def test_importing_again_leaves_claims_alone() -> None:
    license_ = make_license()
    change = Transaction(Operation("claim"), NOON)
    service.claim(change, license_.pk, "us", NOON, by="somebody")
    change.commit()
    make_license()
    assert service.holder(license_.pk) == "us"


def test_bad_rows_are_named_and_the_others_loaded() -> None:
    rows = [row("AAAAABBBBBCCCCC00001"), row("short"), row("AAAAABBBBBCCCCC00002", nodes="-1")]
    told: list[Problem] = []
    assert import_orders(rows, told.append) == Imported(new=1, bad=2)
    assert told == [
        Problem(2, "activation_code", "code_malformed"),
        Problem(3, "nodes", "not_a_number"),
    ]


def test_a_code_that_stands_twice_in_an_export_is_one_license() -> None:
    """Invariant 5."""
    twice = [row(CODE), row("7f3kq-9xdm2-b8wz4-rt6yh", end_user="Somebody else")]
    done = import_orders(twice)
    assert done.new == 1
    assert import_orders(twice) == Imported(known=2)


def test_licenses_never_share_a_public_id() -> None:
    """LIC-0: where the first choice is taken, the next one is."""
    hashed = code_hash(CODE)
    first, second = public_id_of(hashed, 0), public_id_of(hashed, 1)
    assert first != second
    PublicId(pk=store.public_key(first), sk="public", license_id="another").save()
    assert make_license().public_id == second
    assert set(store.owners_of([first, second, "LIC-0000-0000"])) == {first, second}


@pytest.mark.parametrize("calls", range(2, 12, 2))
def test_an_import_that_is_cut_off_goes_on_at_the_next_run(calls: int) -> None:
    rows = [row(f"AAAAABBBBBCCCCC{number:05}") for number in range(60)]
    with cut_off_after(calls), suppress(ConnectionAbortedError):
        import_orders(rows)
    found = [store.find_by_code(code_hash(one["activation_code"])) for one in rows]
    whole = [license_ for license_ in found if license_ is not None]
    assert store.owners_of(one.public_id for one in whole) == {
        one.public_id: one.pk for one in whole
    }
    done = import_orders(rows)
    assert (done.new, done.known) == (60 - len(whole), len(whole))
    made = [store.find_by_code(code_hash(one["activation_code"])) for one in rows]
    assert {one.public_id for one in made if one} == {
        public_id_of(code_hash(row_["activation_code"]), 0) for row_ in rows
    }


@contextmanager
def cut_off_after(calls: int) -> Iterator[None]:
    """Lets some calls through to DynamoDB and ends the program at the next one."""
    client, left = dynamo.client(), iter(range(calls))
    send = client.send

    def ending(operation: str, body: bytes) -> tuple[int, Mapping[str, str], bytes]:
        if next(left, None) is None:
            raise ConnectionAbortedError
        return send(operation, body)

    client.send = ending
    try:
        yield
    finally:
        client.send = send


def test_a_planned_block_is_kept_as_a_fact() -> None:
    later = NOON + timedelta(days=3)
    license_ = make_license(blocked_at=later.isoformat())
    assert license_.blocked_at == later
