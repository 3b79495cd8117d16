"""Whose address a request is counted and logged under."""

from collections.abc import Iterator

import pytest
from chalice.app import Request

from chalicelib.audit.model import Entry
from chalicelib.aws.settings import settings
from chalicelib.entry.headers import EDGE_HEADER
from chalicelib.entry.sender import source_of
from tests.builders import PASSWORD, make_person
from tests.client import Client
from tests.entry.test_http import NOW

EDGE = "arn:aws:cloudformation:eu-central-1:111122223333:stack/kontor/5f1c"
CLOUDFRONT, CALLER, INVENTED = "130.176.1.2", "192.0.2.1", "198.51.100.7"


@pytest.fixture
def edge(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("KONTOR_EDGE", EDGE)
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


def heard(headers: dict[str, str]) -> Request:
    """What API Gateway hands on."""
    return Request(
        {
            "multiValueQueryStringParameters": None,
            "headers": headers,
            "pathParameters": None,
            "requestContext": {
                "httpMethod": "GET",
                "identity": {"sourceIp": CLOUDFRONT},
                "resourcePath": "/api/me",
            },
            "body": None,
            "stageVariables": None,
            "isBase64Encoded": False,
        }
    )


@pytest.mark.usefixtures("edge")
def test_cloudfront_is_believed_about_whom_it_heard_from() -> None:
    """ACC-5: whatever the caller claims to be forwarding comes before that."""
    forwarded = f"{INVENTED}, {CALLER}, {CLOUDFRONT}"
    assert source_of(heard({EDGE_HEADER: EDGE, "x-forwarded-for": forwarded})) == CALLER


@pytest.mark.usefixtures("edge")
@pytest.mark.parametrize("shown", ["", "arn:aws:cloudformation", "ä"])
def test_who_comes_past_cloudfront_is_not_believed(shown: str) -> None:
    forwarded = f"{INVENTED}, {CLOUDFRONT}"
    assert source_of(heard({EDGE_HEADER: shown, "x-forwarded-for": forwarded})) == CLOUDFRONT


def test_without_cloudfront_nobody_is_believed() -> None:
    """The local stack, and a deployment that did not set it."""
    assert source_of(heard({EDGE_HEADER: "", "x-forwarded-for": f"{INVENTED}, x"})) == CLOUDFRONT


@pytest.mark.usefixtures("cloud")
def test_signing_in_is_logged_with_the_address_it_came_from() -> None:
    """STF-12: who did what, when, from where."""
    person = make_person(NOW)
    Client().post("/api/sessions", {"email": person.email, "password": PASSWORD})
    entries = Entry.query(person.company_id)
    assert [e.address for e in entries if e.action == "session.opened"] == ["127.0.0.1"]
