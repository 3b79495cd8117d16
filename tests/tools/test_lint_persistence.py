"""The database is spoken to in stores."""

import json
from pathlib import Path

import pytest

from tests.tools.tree import broken, plant
from tools.lint.tree import broken_rules

SERVICE = "chalicelib/tickets/service.py"
STORE = "chalicelib/tickets/store.py"


@pytest.mark.parametrize("verb", ["batch_get", "count", "delete", "get", "query", "update"])
def test_a_service_does_not_call_a_model(tmp_path: Path, verb: str) -> None:
    source = f"from chalicelib.tickets.model import Ticket\n\nTicket.{verb}('a')\n"
    assert broken(tmp_path, SERVICE, source) == ["store:3"]


def test_nor_through_its_module(tmp_path: Path) -> None:
    source = "from chalicelib.tickets import model\n\nmodel.Ticket.get('a', 'b')\n"
    assert broken(tmp_path, SERVICE, source) == ["store:3"]


def test_nor_through_an_index(tmp_path: Path) -> None:
    source = "from chalicelib.tickets.model import Ticket\n\nTicket.by_company.query('a')\n"
    assert broken(tmp_path, SERVICE, source) == ["store:3"]


@pytest.mark.parametrize("verb", ["refresh", "save"])
def test_nor_anything_that_can_be_saved(tmp_path: Path, verb: str) -> None:
    assert broken(tmp_path, SERVICE, f"def f(x: object) -> None:\n    x.{verb}()\n") == ["store:2"]


@pytest.mark.parametrize("annotation", ["Ticket", "Ticket | None", "'Ticket'"])
def test_an_argument_is_known_by_its_annotation(tmp_path: Path, annotation: str) -> None:
    source = f"""\
        from chalicelib.tickets.model import Ticket

        def close(ticket: {annotation}) -> None:
            ticket.update(actions=[])
        """
    assert broken(tmp_path, SERVICE, source) == ["store:4"]


def test_a_variable_is_known_by_what_made_it(tmp_path: Path) -> None:
    source = """\
        from chalicelib.tickets.model import Ticket

        made = Ticket('a', 'b')
        other: Ticket = find()
        made.delete()
        other.delete()
        """
    assert broken(tmp_path, SERVICE, source) == ["store:5", "store:6"]


def test_transactions_are_the_stores(tmp_path: Path) -> None:
    source = "from pynamodb.transactions import TransactWrite\n"
    assert set(broken(tmp_path, SERVICE, source)) == {"store:1"}


@pytest.mark.parametrize("verb", ["check", "create", "delete", "put", "update"])
def test_what_a_transaction_writes_is_said_in_stores(tmp_path: Path, verb: str) -> None:
    source = f"""\
        from chalicelib.aws.transactions import Transaction

        def close(change: Transaction, item: object) -> None:
            change.{verb}(item)
        """
    assert broken(tmp_path, SERVICE, source) == ["store:4"]


def test_a_service_opens_and_commits(tmp_path: Path) -> None:
    source = """\
        from chalicelib.aws.transactions import Transaction

        change = Transaction(operation, now)
        change.commit()
        """
    assert broken(tmp_path, SERVICE, source) == []


def test_single_reads_are_the_stores_too(tmp_path: Path) -> None:
    source = "from chalicelib.aws.tables import read_one\n"
    assert broken(tmp_path, SERVICE, source) == ["store:1"]


@pytest.mark.parametrize("path", [STORE, "chalicelib/tickets/store/reading.py"])
def test_a_store_reads_and_writes(tmp_path: Path, path: str) -> None:
    source = """\
        from pynamodb.transactions import TransactWrite

        from chalicelib.aws.tables import read_one
        from chalicelib.aws.transactions import Transaction
        from chalicelib.tickets.model import Ticket

        def add(change: Transaction) -> None:
            change.create(read_one(Ticket, 'a', 'b'))

        Ticket.query('a')
        Ticket('a', 'b').save()
        """
    assert broken(tmp_path, path, source) == []


def test_dictionaries_sets_and_stores_are_no_models(tmp_path: Path) -> None:
    source = """\
        from chalicelib.tickets import store
        from chalicelib.tickets.model import Ticket

        words = {'a': 1}
        words.get('a')
        words.update(b=2)
        store.save('a')
        store.query('a')
        """
    assert broken(tmp_path, SERVICE, source) == []


@pytest.mark.parametrize("path", [STORE, "chalicelib/aws/tables.py"])
def test_nobody_scans(tmp_path: Path, path: str) -> None:
    source = "from chalicelib.tickets.model import Ticket\n\nTicket.scan()\n"
    assert broken(tmp_path, path, source) == ["scan:3"]


def test_nor_by_the_name_of_the_action(tmp_path: Path) -> None:
    assert broken(tmp_path, "chalicelib/aws/tables.py", "call('Scan', {})\n") == ["scan:1"]


def test_a_field_may_be_called_scan(tmp_path: Path) -> None:
    source = "def clean(file: object) -> bool:\n    return file.scan == 'clean'\n"
    assert broken(tmp_path, SERVICE, source) == []


@pytest.mark.parametrize("action", ["dynamodb:Scan", "dynamodb:*", "*"])
def test_no_function_is_allowed_to_scan(tmp_path: Path, action: str) -> None:
    policy = {"Statement": [{"Effect": "Allow", "Action": [action], "Resource": "*"}]}
    plant(tmp_path, {".chalice/policy-api.json": json.dumps(policy)})
    assert [finding.rule for finding in broken_rules(tmp_path)] == ["scan"]
