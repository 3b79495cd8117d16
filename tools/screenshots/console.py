"""The console's pages: as a supervisor, the license desk, and a new colleague see them."""

from collections.abc import Iterator
from typing import Any

from tools.screenshots.looker import PASSWORD, Looker
from tools.screenshots.picture import Picture, click, fill

SIDES = frozenset({"staff", "desk", "colleague"})
COLLEAGUE = "nora.falk@halbton.example"


def prepare(looker: Looker) -> None:
    """A colleague is invited, who has to set up a second factor."""
    looker.post(
        "/api/staff/colleagues",
        email=COLLEAGUE,
        first_name="Nora",
        last_name="Falk",
        role="agent",
        language="de",
    )


def let_mail_come_back(looker: Looker, owner: str) -> str:
    """Mail to the author of a request comes back, not to the demo's owner; answers the request."""
    for ticket in looker.get("/api/staff/tickets?queue=all_open")["items"]:
        author = looker.get(f"/api/staff/tickets/{ticket['id']}")["author"]
        if author["email"] not in {"", owner}:
            looker.let_come_back(author["email"])
            return str(ticket["id"])
    return ""


def become_colleague(looker: Looker) -> None:
    """Accepts the invitation and signs in for the first time."""
    token = looker.link("join", COLLEAGUE).partition("#")[2]
    sent: dict[str, Any] = {"password": PASSWORD, "password_repeat": PASSWORD}
    looker.post("/api/staff/invitations/redeem", token=token, **sent)
    looker.post("/api/staff/sessions", email=COLLEAGUE, password=PASSWORD)


def public_pages(login: Any) -> Iterator[Picture]:
    """Before anybody has signed in."""
    yield Picture("console-sign-in", "/console/sign-in")
    second = (
        fill("accounts:signIn.email", login["email"]),
        fill("accounts:signIn.password", login["password"]),
        click("accounts:signIn.submit"),
    )
    yield Picture("console-second-factor", "/console/sign-in", steps=second)
    yield Picture("console-join-dead", "/console/join#unknown")
    yield Picture("console-reset-dead", "/console/reset-password#unknown")
    yield Picture("console-not-found", "/console/nothing/here")


def colleagues_pages() -> Iterator[Picture]:
    """Of somebody who has no second factor yet."""
    yield Picture("console-enrol", "/console/enrol", "colleague")
    app = (click("self:enrol.authenticator"),)
    yield Picture("console-enrol-app", "/console/enrol", "colleague", app)


def supervisors_pages(looker: Looker, unreached: str) -> Iterator[Picture]:
    """Everything but the license desk; mail does not reach the author of the request."""
    side = "staff"
    yield Picture("console-request-unreached", f"/console/requests/{unreached}", side)
    for page in (
        "account/profile",
        "account/security",
        "account/notices",
        "staff",
        "systems",
        "mail",
        "audit",
        "nothing",
    ):
        yield Picture(f"console-{page.replace('/', '-')}", f"/console/{page}", side)
    none = "/console/audit?action=license.blocked&until=2020-01-01"
    yield Picture("console-audit-none", none, side)
    places = (click("console:nav.administration"),)
    yield Picture("console-places", "/console/staff", side, places)
    for act in ("retry", "drop"):
        asked = (click(f"mail:parked.{act}Named"),)
        yield Picture(f"console-mail-{act}", "/console/mail", side, asked)
    reopen = (click("mail:stopped.reopenNamed"),)
    yield Picture("console-mail-reopen", "/console/mail", side, reopen)
    yield Picture("console-staff-invite", "/console/staff", side, (click("staff:invite.open"),))
    block = (click("staff:act.deactivate.label"),)
    yield Picture("console-staff-block", "/console/staff", side, block)
    token = (click("systems:token.make"),)
    yield Picture("console-token-make", "/console/systems", side, token)
    yield from _requests(looker)
    yield from _catalogue()


def _requests(looker: Looker) -> Iterator[Picture]:
    side = "staff"
    for queue in ("unassigned", "mine", "waiting", "all_open"):
        yield Picture(f"console-{queue}", f"/console/queue/{queue}", side)
    keys = (click("console:shortcuts.open"),)
    yield Picture("console-shortcuts", "/console/queue/mine", side, keys)
    tickets = looker.get("/api/staff/tickets?queue=all_open")["items"]
    for ticket in tickets[:3]:
        name = f"console-request-{ticket['status']}"
        yield Picture(name, f"/console/requests/{ticket['id']}", side)
    path = f"/console/requests/{tickets[0]['id']}"
    for kind in ("question", "note"):
        steps = (click(f"console:composer.name.{kind}"),)
        yield Picture(f"console-compose-{kind}", path, side, steps)
    yield Picture("console-end", path, side, (click("console:end.open"),))


def _catalogue() -> Iterator[Picture]:
    for part, adds in (
        ("products", ("group.add", "product.add")),
        ("applications", ("application.add",)),
        ("partners", ("partner.add",)),
    ):
        path = f"/console/catalogue?part={part}"
        yield Picture(f"console-catalogue-{part}", path, "staff")
        for add in adds:
            name = f"console-catalogue-{add.partition('.')[0]}"
            yield Picture(name, path, "staff", (click(f"catalogue:{add}"),))


LICENSE_DIALOGS = ("block", "reissue", "seats", "merge")


def desks_pages(looker: Looker, license_id: str) -> Iterator[Picture]:
    """Companies and licenses; `license_id` is one of the demo's company."""
    side = "desk"
    path = f"/console/licenses/{license_id}"
    yield Picture("console-license", path, side)
    for act in LICENSE_DIALOGS:
        yield Picture(f"console-license-{act}", path, side, (click(f"desk:act.{act}"),))
    yield Picture("console-companies", "/console/companies", side)
    yield Picture("console-companies-none", "/console/companies?q=zzzz", side)
    for company in looker.get("/api/staff/companies?q=eichenfeld")["items"][:1]:
        path = f"/console/companies/{company['id']}"
        yield Picture("console-company", path, side)
        yield Picture("console-company-licenses", f"{path}/licenses", side)
        yield Picture("console-company-change", path, side, (click("customers:change.open"),))
        yield Picture("console-company-restore", path, side, (click("customers:history.open"),))
    yield Picture("console-licenses", "/console/licenses", side)
    find = (fill("desk:find.label", "FRESH-DEMO2-SAMPL-00001"), click("desk:find.submit"))
    yield Picture("console-licenses-found", "/console/licenses", side, find)
    none = (fill("desk:find.label", "LIC-0000-0000"), click("desk:find.submit"))
    yield Picture("console-licenses-none", "/console/licenses", side, none)
    yield Picture("console-license-checks", "/console/license-checks", side)
    for check in looker.get("/api/staff/license-checks")["items"][:1]:
        yield Picture("console-check", f"/console/license-checks/{check['id']}", side)
    yield Picture("console-systems-desk", "/console/systems", side)
