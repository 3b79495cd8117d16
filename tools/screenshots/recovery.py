"""Recovering an ownership: as the owner, two who are in no company, and the license desk see it."""

from collections.abc import Iterator

from local.stack import Stack
from tools.screenshots.looker import Looker
from tools.screenshots.picture import Picture, click

OWNER = "ida.fort@lindenhof.example"
ASKER = "ole.kern@lindenhof.example"
OUTSIDER = "ute.kern@lindenhof.example"


def let_own(looker: Looker, stack: Stack) -> str:
    """The owner whom somebody says to have left; answers the company's code."""
    return looker.become_newcomer(stack, OWNER, 1)


def join_nobody(looker: Looker, email: str, code: str) -> None:
    """An account in no company, of a colleague who can show the company's code."""
    looker.register(email, "Lindenhof", code, to="/api/recovery-registrations")
    looker.activate(email)


def ask(looker: Looker, code: str) -> None:
    """Applies for the ownership."""
    version = looker.get("/api/config")["data_statement"]["version"]
    looker.post("/api/me/data-statement", version=version)
    file = looker.send_file("application.pdf", b"%PDF-1.7 Our owner has left.")
    words = "Sie ist seit März nicht mehr im Unternehmen."
    looker.post("/api/recoveries", activation_code=code, file=file, words=words)


def pages(looker: Looker) -> Iterator[Picture]:
    """For whoever is concerned, in the portal."""
    yield Picture("recover", "/recover")
    yield Picture("recover-gaps", "/recover", steps=(click("recovery:alone.submit"),))
    yield Picture("object", looker.link("object", OWNER))
    yield Picture("object-dead", "/object#unknown")
    for side in ("outsider", "asker"):
        yield Picture(f"{side}-no-company", "/requests", side)
        yield Picture(f"{side}-account-profile", "/account/profile", side)
        yield Picture(f"{side}-recovery", "/recovery", side)
    gaps = (click("recovery:form.submit"),)
    yield Picture("outsider-recovery-gaps", "/recovery", "outsider", gaps)
    withdraw = (click("recovery:own.withdraw"),)
    yield Picture("dialog-recovery-withdraw", "/recovery", "asker", withdraw)
    yield Picture("left-owner-company", "/company", "left-owner")
    yield Picture("left-owner-licenses", "/licenses", "left-owner")


def desks_pages(looker: Looker) -> Iterator[Picture]:
    """In the console: who asks, and what speaks for it."""
    yield Picture("console-ownership", "/console/ownership", "desk")
    for row in looker.get("/api/staff/recoveries")["items"][:1]:
        yield Picture("console-ownership-one", f"/console/ownership/{row['id']}", "desk")
        gaps = (click("recovery:staff.refuse"),)
        yield Picture("console-ownership-gaps", f"/console/ownership/{row['id']}", "desk", gaps)
