"""7: a key file is signed only for a recorded license, is logged, and verifies offline."""

import base64
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from chalicelib.audit.model import Entry
from chalicelib.aws.operations import Done
from chalicelib.licenses.key_files import Damaged, Forged, read_key_file
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import CodeRecord
from chalicelib.licenses.rules.key_file import Terms, key_file_name
from chalicelib.licenses.store.licenses import KIND
from tests.checks.store import Store

SIGNED = "key_file.signed"


def _handed_out(store: Store) -> Iterator[dict[str, Any]]:
    """The key files that were answers: each answer is kept for a repeat."""
    for done in store.of(Done):
        answer = json.loads(done.answer)
        if isinstance(answer, dict) and str(answer.get("name", "")).endswith(".key"):
            yield answer


def key_files_verify(store: Store) -> Iterator[str]:
    """Each that was handed out is whole, signed by us, and says what its license says."""
    for answer in _handed_out(store):
        try:
            terms = read_key_file(base64.b64decode(answer["content_base64"]))
        except (Damaged, Forged) as failure:
            yield f"key file {answer['name']} does not verify: {failure!r}"
            continue
        license_ = store.find(License, terms.record, KIND)
        if license_ is None:
            yield f"key file {answer['name']} is for a license that is not recorded"
        elif not _promised(store, license_, terms):
            yield f"key file {answer['name']} promises other terms than license {license_.pk}"
        elif terms.product not in license_.products:
            yield f"key file {answer['name']} is for a product that license {license_.pk} lacks"


def _promised(store: Store, license_: License, terms: Terms) -> bool:
    """Whether the license has, or had before it got more seats, what the file says."""
    if (terms.nodes, terms.expires) == (int(license_.nodes), license_.expires_on):
        return True
    had = [record for record in store.of(CodeRecord) if record.pk == license_.pk]
    return terms.expires <= license_.expires_on and terms.nodes in {int(r.nodes) for r in had}


def key_files_are_logged(store: Store) -> Iterator[str]:
    """As many entries as key files were handed out, each by the license's holder."""
    logged: Counter[str] = Counter()
    added = {(e.subject, e.pk) for e in store.of(Entry) if e.action == "license.added"}
    for entry in store.of(Entry):
        if entry.action != SIGNED:
            continue
        product, name = entry.details["product_id"], entry.details["name"]
        logged[name] += 1
        license_ = store.find(License, entry.subject, KIND)
        if license_ is None or product not in license_.products:
            yield f"{SIGNED} is logged for {entry.subject} {product}, which is not recorded"
        elif (entry.subject, entry.pk) not in added:
            yield f"{SIGNED} for license {license_.pk} by {entry.pk}, which never had it"
        if name != f"{key_file_name(entry.subject, product)}.key":
            yield f"{SIGNED} is logged under the name {name}"
    given = Counter(answer["name"] for answer in _handed_out(store))
    for name in logged.keys() | given.keys():
        if logged[name] != given[name]:
            yield f"key file {name} was handed out {given[name]} and logged {logged[name]} times"


SIGNED_FILES = (key_files_verify, key_files_are_logged)
