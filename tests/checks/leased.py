"""7: an offline lease is signed only for a recorded license, is logged, and verifies offline."""

import base64
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from chalicelib.audit.model import Entry
from chalicelib.aws.operations import Done
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.lease_file import LEASE
from chalicelib.licenses.rules.signed_text import Damaged, SignedText, parse
from chalicelib.licenses.signing import Forged, demand_ours
from chalicelib.licenses.store.licenses import KIND
from tests.checks.store import Store

SIGNED = "lease.signed"


def _handed_out(store: Store) -> Iterator[dict[str, Any]]:
    """The leases that were answers: each answer is kept for a repeat."""
    for done in store.of(Done):
        answer = json.loads(done.answer)
        if isinstance(answer, dict) and str(answer.get("name", "")).endswith(".lease"):
            yield answer


def _read(answer: dict[str, Any]) -> SignedText:
    text = parse(base64.b64decode(answer["content_base64"]), LEASE, ("products",))
    demand_ours(text.values["signed-with"], text.signature, text.signed)
    return text


def leases_verify(store: Store) -> Iterator[str]:
    """By our key, for a license that is there, and not beyond its end."""
    for answer in _handed_out(store):
        try:
            said = _read(answer).values
        except (Damaged, Forged) as failure:
            yield f"lease {answer['name']} does not verify: {failure!r}"
            continue
        license_ = store.find(License, said["record"], KIND)
        if license_ is None or said["ends"] > license_.expires_on.isoformat():
            yield f"lease {answer['name']} is for longer than license {said['record']}"


def leases_are_logged(store: Store) -> Iterator[str]:
    """As many entries as leases were handed out."""
    logged = Counter(e.details["lease"] for e in store.of(Entry) if e.action == SIGNED)
    given: Counter[str] = Counter()
    for answer in _handed_out(store):
        content = base64.b64decode(answer["content_base64"]).decode(errors="replace")
        given[content.partition("lease-id: ")[2].partition("\n")[0]] += 1
    for lease in logged.keys() | given.keys():
        if logged[lease] != given[lease]:
            yield f"lease {lease} was handed out {given[lease]} and logged {logged[lease]} times"


LEASED = (leases_verify, leases_are_logged)
