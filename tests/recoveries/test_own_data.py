"""ACC-13, COM-10: what one asked for and objected to is among one's data."""

import base64
import io
import json
import zipfile
from typing import Any

from chalicelib.accounts.model import Account
from local.testing import Cloud
from tests.journeys.leaving import browser_of
from tests.recoveries.asking import asked, stranded


def _exported(account: Account) -> Any:
    part = browser_of(account).post("/api/me/export", {"after": None}).json
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(part["content_base64"]))) as archive:
        return json.loads(archive.read("person.json"))["ownership"]


def test_everybody_gets_their_own_part_of_a_recovery(cloud: Cloud) -> None:
    """Who asked gets what they asked for, who objected what they said, and neither the other's."""
    at = stranded()
    asked(at.jonas)
    said = {"words": "Our owner is on leave."}
    assert browser_of(at.manager).post("/api/company/recovery/objection", said).status == 200
    (wish,) = _exported(at.jonas)["asked_for"]
    assert (wish["state"], wish["file"]["name"]) == ("asked", "application.pdf")
    assert _exported(at.jonas)["objection"] is None
    theirs = _exported(at.manager)
    assert (theirs["asked_for"], theirs["objection"]["words"]) == ([], said["words"])
