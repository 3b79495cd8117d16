"""Builders of letters, and what each template of the product is filled with."""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from chalicelib.aws import secrets, settings, vendor
from chalicelib.mail.model import Letter

NOW = datetime(2026, 11, 22, 17, 40, tzinfo=UTC)
LINK = "01KAZZZZZZZZZZZZZZZZZZZZZZ"
VENDOR = {
    "name": "Müller & Söhne <Software>",
    "website": "https://mueller.example",
    "support_email": "hilfe@mueller.example",
    "mail_from": "portal@mueller.example",
    "logo_url": "/logo.png",
    "colours": {"primary": "#ffd400"},
}

_link = {"link": LINK, "page": "/activate"}
_page = {"page": "/requests/01KB"}
_ticket = {"number": "261122-7F3KQ9", "subject": "Printer & <b>ink</b>", "url": _page}
_license = {
    "product": "Shield",
    "company": "Ärzte & Co",
    "public_id": "L-7F3K",
    "url": {"page": "/licenses/01KB"},
}
_company = {"company": "Ärzte & Co"}
_who = {**_company, "who": "Ärne <b>", "email": "aerne@example.com"}
_users = {"url": {"page": "/users"}}
PARAMS: dict[str, dict[str, Any]] = {
    "invitation": {**_company, "url": _link, "inviter": "Ärne <b>", "days": 7},
    "invitation_expired": {**_users, "count": 2, "more": 1, "addresses": "a@b.example"},
    "member_joined": {**_who, **_users, "branch": "Nord"},
    "account_created": {**_who, **_users, "branch": ""},
    "account_deletion": {"url": _link, "days": 7},
    "account_deleted": {"own": True},
    "colleague_deleted": _who,
    "company_changed": _company,
    "company_founded": {**_company, "url": {"page": "/licenses"}},
    "company_deletion": {**_company, "url": _link, "days": 7},
    "company_deleted": _company,
    "owner_changed": {**_company, "owner": "Mara & Co", "old": "Ärne"},
    "history_moved": _company,
    "ticket_company_closed": {**_company, "number": "261122-7F3KQ9", "subject": "A & <b>"},
    "account_activate": {"url": _link, "company": "Ärzte & Co", "days": 7},
    "account_activated": {"company": "Ärzte & Co"},
    "account_exists": {},
    "address_check": {"url": _link, "days": 7},
    "password_reset": {"url": _link, "days": 7},
    "password_changed": {},
    "factor_added": {"factor": "passkey", "label": "Key & ring"},
    "factor_removed": {"factor": "authenticator", "label": "", "last": True},
    "factors_dropped": {"url": {"page": "/console/"}, "staff": "1"},
    "factor_removal_asked": {
        "url": _link,
        "objection": _link,
        "from_at": "2026-11-25T17:40:00Z",
    },
    "recovery_asked": {
        "public_id": "L-7F3K",
        "ends_at": "2026-11-29T17:40:00Z",
        "url": {"page": "/recovery"},
    },
    "recovery_told": {**_who, "url": _link, "ends_at": "2026-11-29T17:40:00Z", "owner": "1"},
    "recovery_objected": _company,
    "recovery_disputed": {"public_id": "L-7F3K"},
    "recovery_refused": {"public_id": "L-7F3K", "reason": "Who\nare <you>?"},
    "recovery_ended": {"how": "withdrawn"},
    "recovery_over": {**_who, "how": "accepted"},
    "recovery_begin": {"url": _link, "days": 7},
    "recovery_ready": {"url": {"page": "/recovery"}},
    "recovery_account_exists": {"url": {"page": "/recovery"}},
    "recovery_not_opened": {"url": {"page": "/recovery"}},
    "recovery_code_used": {"left": 9},
    "recovery_codes_renewed": {},
    "new_sign_in": {
        "browser": "Firefox",
        "system": "Windows",
        "at": "2026-11-22T17:40:00Z",
        "address": "203.0.113.7",
        "url": {"page": "/account/security"},
    },
    "staff_invited": {"url": _link, "inviter": "Ärne", "days": 7},
    "registration_with_our_code": {"who": "Eve <script>", "email": "eve@example.com"},
    "license_added": _license | {"expires_on": "2027-11-30"},
    "license_overused": _license | {"devices": 5, "nodes": 25},
    "license_refused": {
        "product": "Shield",
        "company": "Ärzte & Co",
        "public_id": "L-7F3K",
        "reason": "The order\nwas cancelled.",
    },
    "license_extended": _license | {"expires_on": "2028-11-30"},
    "license_withdrawn": _license | {"how": "refunded"},
    "license_fewer_seats": _license | {"how": "refunded", "nodes": 25},
    "key_files": {"product": "Shield", "public_id": "L-7F3K", "expires_on": "2027-11-30"},
    "key_files_refused": {"code": "7F3KQ-•••••-•••••-•••••", "reason": "unknown"},
    "trial_license": {
        "application": "Shield",
        "public_id": "L-7F3K",
        "expires_on": "2026-12-21",
        "nodes": 5,
        "code": "7F3KQ-9XDM2-B8WZ4-RT6YH",
    },
    "trial_refused": {
        "application": "Shield",
        "reason": "running",
        "again_on": "2026-12-22",
    },
    "license_approved": _license | {"reason": ""},
    "license_removed": _license | {"by": "Eve", "support": True, "ends_at": "2026-11-29"},
    "license_blocked": _license | {"reason": "The code stands in a forum."},
    "license_block_planned": _license | {"reason": "As asked.", "at": "2026-11-29T17:40:00Z"},
    "license_unblocked": _license | {"reason": "All is well."},
    "license_code_replaced": _license | {"why": "seats", "nodes": 30},
    "licenses_expiring": {
        "company": "Ärzte & Co",
        "days": 7,
        "licenses": [
            {"product": "Shield", "public_id": "L-7F3K", "expires_on": "2026-11-29"},
            {"product": "Vault", "public_id": "L-8F3K", "expires_on": "2026-11-30"},
        ],
    },
    "ticket_registered": _ticket | {"product": "Shield"},
    "ticket_answer": _ticket | {"text": "Try\n\nthis."},
    "ticket_question": _ticket | {"text": "Which version?"},
    "ticket_solution": _ticket | {"text": "Update it."},
    "ticket_status": _ticket | {"status": "closed", "reason": "It is done."},
    "ticket_reminder": _ticket | {"closes_at": "2026-11-29T17:40:00Z"},
    "survey": _ticket | {"url": _link, "ends_at": "2026-12-22T17:40:00Z"},
    "staff_new_message": _ticket | {"author": "Eve", "company": "Ärzte", "text": "Hello?"},
}


def make_letter(template: str = "password_changed", **more: Any) -> Letter:
    """A queued letter to Jürgen, as it is stored."""
    return Letter(
        **{
            "pk": "01KAYYYYYYYYYYYYYYYYYYYYYY",
            "sk": "letter",
            "to": "juergen@example.com",
            "language": "de",
            "template": template,
            "params": {"name": "Jürgen Groß", **PARAMS[template]},
            "created_at": NOW,
            **more,
        }
    )


@contextmanager
def deployment(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """A deployment with a vendor and a link key of its own."""
    (folder / "vendor.json").write_text(json.dumps(VENDOR))
    key = base64.b64encode(b"k" * 32).decode()
    (folder / "secrets.json").write_text(json.dumps({"links": key}))
    patch.setenv("KONTOR_VENDOR_FILE", str(folder / "vendor.json"))
    patch.setenv("KONTOR_SECRETS_FILE", str(folder / "secrets.json"))
    patch.setenv("KONTOR_PUBLIC_URL", "https://portal.example")
    caches = (settings.settings, vendor.vendor, secrets._all)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()
