"""ACC-2, ACC-6: sign-in, reset and registration don't tell whether an address has an account.

Not by the answer, and not by the work it takes: the same questions to the database, of the same
size. That the times agree is measured in benchmarks/enumeration.py.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from chalicelib.accounts import hashing
from chalicelib.accounts.hashing import NOBODYS_HASH, hash_password
from chalicelib.aws import dynamo
from chalicelib.catalog.store import forget_catalog
from tests.client import Answer, Client
from tests.world.people import Who, address_of
from tests.world.things import HELD_CODE, registration
from tests.world.world import World

UNKNOWN = "nobody@nordwerk.example"
WRONG = "Wr0ng-Password"
Asked = list[tuple[str, int]]


@contextmanager
def asked() -> Iterator[Asked]:
    """Each call to DynamoDB meanwhile, with the number of items that it is about."""
    found: Asked = []
    client = dynamo.client()
    send = client.send

    def ask(operation: str, body: bytes) -> Any:
        found.append((operation, items_in(json.loads(body))))
        return send(operation, body)

    client.send = ask
    try:
        yield found
    finally:
        client.send = send


def items_in(body: dict[str, Any]) -> int:
    return len(body.get("TransactItems") or body.get("RequestItems") or [body])


def tried(path: str, body: dict[str, object]) -> tuple[Answer, Asked]:
    with asked() as found:
        answer = Client().post(path, body)
    return answer, found


QUESTIONS: dict[str, tuple[str, str, str]] = {
    "customers": ("/api/sessions", address_of(Who.OWNER), UNKNOWN),
    "staff": ("/api/staff/sessions", address_of(Who.AGENT), UNKNOWN),
    "a customer at staff's door": ("/api/staff/sessions", address_of(Who.OWNER), UNKNOWN),
    "reset": ("/api/password-resets", address_of(Who.OWNER), UNKNOWN),
    "registration": ("/api/registrations", address_of(Who.OWNER), UNKNOWN),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_known_and_an_unknown_address_cannot_be_told_apart(name: str, world: World) -> None:
    path, known, unknown = QUESTIONS[name]
    found = []
    for email in (known, unknown):
        body: dict[str, object] = {"email": email}
        if path.endswith("sessions"):
            body["password"] = WRONG
        if path.endswith("registrations"):
            body = registration(email=email)
        answer, questions = tried(path, body)
        found.append((answer.status, answer.headers, answer.text, questions))
        world.begin_anew()
    assert found[0] == found[1]


def test_the_hash_for_nobody_costs_what_a_real_one_does(world: World) -> None:
    """The same parameters, salt and length; else the time tells."""
    real = hash_password(WRONG)
    *parameters, salt, digest = NOBODYS_HASH.split("$")
    *wanted, real_salt, real_digest = real.split("$")
    assert parameters == wanted
    assert (len(salt), len(digest)) == (len(real_salt), len(real_digest))
    assert not hashing.password_matches(None, WRONG)


def test_a_code_that_is_known_and_one_that_is_not_make_the_same_work(world: World) -> None:
    """LIC-9: also for who comes first after a start, when no process knows the catalog yet."""
    found = []
    for code in (HELD_CODE, "AAAAA-BBBBB-CCCCC-DDDDD"):
        forget_catalog()
        body: dict[str, object] = {"activation_code": code, "email": "kai@westwerk.example"}
        answer, questions = tried("/api/key-file-requests", body)
        found.append((answer.status, answer.headers, answer.text, questions))
        world.begin_anew()
    assert found[0] == found[1]
