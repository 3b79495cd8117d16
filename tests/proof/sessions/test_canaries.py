"""Invariant 12: no secret and nobody's words stand in a log line or an audit entry."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import pytest

from chalicelib.aws import dynamo
from chalicelib.entry.log import logger
from infra.tables import tables
from tests.client import Answer, Client
from tests.proof.authorization.table import let_in
from tests.proof.counters import in_full
from tests.world.people import Who
from tests.world.sample import Sample
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

ROUTES = routes()
WRITES = [key for key, route in ROUTES.items() if route.writes]
FOLLOWED = frozenset(WRITES if in_full() else WRITES[::4])
"""Whose letters and jobs run too: most of what these tests take, so in `make test` some."""
CANARY = "Kanarienvogel#77"
TELLING_CHARS = 20
"""A line of a mail that is as long as this is not found elsewhere by chance."""


@contextmanager
def listening() -> Iterator[StringIO]:
    """All that our loggers write, from DEBUG up, and what others think worth a warning."""
    stream = StringIO()
    (handler,) = logger.handlers
    before = handler.setStream(stream)  # type: ignore[attr-defined]
    all_others = logging.StreamHandler(stream)
    root = logging.getLogger()
    root.addHandler(all_others)
    ours = [logging.getLogger(name) for name in ("kontor", "app", "chalicelib")]
    levels = [one.level for one in ours]
    for one in ours:
        one.setLevel(logging.DEBUG)
    try:
        yield stream
    finally:
        handler.setStream(before)  # type: ignore[attr-defined]
        root.removeHandler(all_others)
        for one, level in zip(ours, levels, strict=True):
            one.setLevel(level)


def secrets_in(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a request or an answer that must not be repeated elsewhere, with its field."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from secrets_in(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from secrets_in(part, name)
    elif isinstance(value, str) and len(value) >= 6 and name in SECRET_FIELDS:
        yield name, value


SECRET_FIELDS = frozenset(
    {
        *("password", "password_repeat", "token", "challenge", "code", "activation_code"),
        *("content_base64", "url", "text", "description", "words", "reason", "subject"),
        *("company_name", "last_name", "filename", "fingerprint", "sha256", "email"),
    }
)
IN_ENTRIES = frozenset({"last_name", "email", "sha256"})
"""Of these, who it was and a file's receipt may stand in an entry."""


def sung(value: Any, name: str = "") -> Any:
    """A body with the canary in every text that somebody writes freely."""
    if isinstance(value, dict):
        return {key: sung(part, key) for key, part in value.items()}
    free = {"text", "description", "words", "reason", "subject", "fingerprint", "filename"}
    return CANARY if name in free and (isinstance(value, str) or name == "reason") else value


def entries(world: World) -> str:
    """Everything in the audit table that this test's requests wrote."""
    (audit,) = (t.definition["TableName"] for t in tables() if t.name == "audit")
    found = []
    for table, pk, sk in world.written.places:
        if table == audit:
            key = {"pk": {"S": pk}, "sk": {"S": sk}}
            found.append(world.cloud.engine.call("GetItem", {"TableName": table, "Key": key}))
    return json.dumps(found, ensure_ascii=False)


def carried(sample: Sample, answer: Answer, browser: Client) -> set[tuple[str, str]]:
    """All the secrets that went over the wire."""
    found = set(secrets_in(sample.body)) | {("text", CANARY)}
    found |= {("cookie", value.rpartition(".")[2]) for value in browser.cookies.values()}
    for line in answer.headers.get("set-cookie", []):
        found.add(("cookie", line.partition(";")[0].rpartition(".")[2]))
    if answer.headers["content-type"] == "application/json":
        found |= set(secrets_in(answer.json))
    return {(name, secret) for name, secret in found if secret}


def mailed(world: World) -> set[tuple[str, str]]:
    """Every line of the mails that went out, the links' secrets among them."""
    box = world.cloud.mails
    letters = [letter for name in box.names() if (letter := box.read(name))]
    lines = [line.strip() for letter in letters for line in letter.text.splitlines()]
    return {("mail", line) for line in lines if len(line) >= TELLING_CHARS}


def assert_silent(logs: str, entries: str, secrets: set[tuple[str, str]]) -> None:
    told = [name for name, secret in secrets if secret in logs]
    kept = [name for name, secret in secrets if secret in entries and name not in IN_ENTRIES]
    assert (told, kept) == ([], [])


@pytest.mark.parametrize("key", ROUTES)
def test_what_is_done_is_logged_without_secrets(key: str, world: World) -> None:
    """And the letters that it set off go out as silently."""
    sample, browser = SAMPLES[key](world), world.browser(let_in(key))
    sample = Sample(sample.path, sample.query, sung(sample.body))
    world.cloud.mails.clear()
    with listening() as logs:
        answer = send(browser, ROUTES[key], sample)
        if key in FOLLOWED:
            world.cloud.run_jobs()
    lines = logs.getvalue()
    assert f'"route":"{key}"' in lines
    secrets = carried(sample, answer, browser) | mailed(world)
    assert_silent(lines, entries(world), secrets)


def test_a_mail_in_the_logs_would_be_noticed(world: World) -> None:
    """Else the test above could pass because no mail went out."""
    key = "POST /api/tickets"
    send(world.browser(let_in(key)), ROUTES[key], SAMPLES[key](world))
    world.cloud.run_jobs()
    secrets = mailed(world)
    _, line = min(secrets)
    with pytest.raises(AssertionError):
        assert_silent(f'{{"message":"{line}"}}', "", secrets)


@pytest.mark.parametrize("key", ROUTES)
def test_what_is_refused_is_logged_without_secrets(key: str, world: World) -> None:
    """Every field wrong, names and headers too."""
    sample = SAMPLES[key](world)
    wrong = dict.fromkeys(sample.body or {}, CANARY) | {CANARY: CANARY}
    path = {name: f"{value}{CANARY}" for name, value in sample.path.items()}
    headers = {"user-agent": CANARY, "idempotency-key": CANARY, "accept-language": CANARY}
    for who in (Who.NOBODY, let_in(key)):
        browser = world.browser(who)
        browser.cookies["other"] = CANARY
        for refused in (
            Sample(sample.path, {CANARY: CANARY}, wrong),
            Sample(path, sample.query, sample.body),
            Sample(sample.path, sample.query, CANARY),
        ):
            with listening() as logs:
                answer = send(browser, ROUTES[key], refused, headers)
            assert answer.status < 500, answer.text
            assert_silent(logs.getvalue(), "", carried(sample, answer, browser))


@pytest.mark.parametrize("key", ROUTES)
def test_what_breaks_is_logged_without_secrets(key: str, world: World) -> None:
    """At the first call to the database, the second or the third; quoting all that there is."""
    sample, browser = SAMPLES[key](world), world.browser(let_in(key))
    sample = Sample(sample.path, sample.query, sung(sample.body))
    for calls in range(3):
        with listening() as logs, breaking_after(calls, sample, browser.cookies):
            answer = send(browser, ROUTES[key], sample)
        assert_silent(logs.getvalue(), "", carried(sample, answer, browser))
        world.begin_anew()


@contextmanager
def breaking_after(calls: int, *quoted: object) -> Iterator[None]:
    """Lets that many calls to the database through, and then quotes everything in an error."""
    client = dynamo.client()
    send_, left = client.send, iter([True] * calls)

    def quote(operation: str, body: bytes) -> Any:
        if next(left, False):
            return send_(operation, body)
        raise ValueError(operation, body, quoted)

    client.send = quote
    try:
        yield
    finally:
        client.send = send_
