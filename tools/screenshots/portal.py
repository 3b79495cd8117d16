"""The portal's pages: as a stranger, a company's owner, and the owner of a new company see them."""

from collections.abc import Iterator

from tools.screenshots.looker import Looker
from tools.screenshots.picture import Picture, click, fill

INVITED = ("Jana Krüger <jana.krueger@eichenfeld.example>", "ole.brandt@eichenfeld.example")
REFUSED = "niemand@refused.example"
DEVICES = ("Empfang 1", "Fertigung Halle 2", "NB-JKRUEGER")


REFUSED_CODES = {
    "malformed": "ABCDE-12345",
    "unknown": "AAAAA-BBBBB-CCCCC-DDDDD",
    "taken": "FRESH-DEMO2-SAMPL-00001",
}


def prepare(looker: Looker) -> None:
    """What the owner of the demo's company has done before the pictures are taken."""
    looker.post("/api/company/invitations", lines=[*INVITED, REFUSED], language="de")
    for license_ in looker.get("/api/licenses?state=active&sort=-expires")["items"][:2]:
        for number, name in enumerate(DEVICES):
            device, product = f"machine-00000000{number}", license_["product_id"]
            wish = {"code": license_["code"], "device": device, "product": product}
            looker.post("/api/activation-service/activate", **wish, device_name=name)


def public_pages(looker: Looker) -> Iterator[Picture]:
    """Those that need no account, and those behind mailed links."""
    yield Picture("sign-in", "/sign-in")
    wrong = (
        fill("accounts:signIn.email", "nobody@eichenfeld.example"),
        fill("accounts:signIn.password", "wrong"),
        click("accounts:signIn.submit"),
    )
    yield Picture("sign-in-wrong", "/sign-in", steps=wrong)
    yield Picture("register", "/register")
    yield Picture("register-gaps", "/register", steps=(click("accounts:register.submit"),))
    weak = (fill("accounts:password.new", "Sommer2026!"),)
    yield Picture("activate", looker.link("activate", "pia.sommer@lindenhof.example"), steps=weak)
    yield Picture("forgot-password", "/forgot-password")
    asked = (fill("accounts:signIn.email", "a@b.example"), click("accounts:forgot.submit"))
    yield Picture("forgot-password-sent", "/forgot-password", steps=asked)
    invitation = looker.link("invitation", "jana.krueger@eichenfeld.example")
    yield Picture("invitation", invitation)
    for kind in ("activate", "reset-password", "invitation", "survey", "delete-account"):
        yield Picture(f"{kind}-dead", f"/{kind}#unknown")
    for kind in ("delete-company", "lost-second-factor", "keep-second-factor"):
        yield Picture(f"{kind}-dead", f"/{kind}#unknown")
    yield Picture("survey", looker.link("survey"))
    for path in ("key-files", "trial", "partners"):
        yield Picture(path, f"/{path}")
    yield Picture("partners-none", "/partners?country=IS")
    yield Picture("key-files-gaps", "/key-files", steps=(click("shop:keyFiles.submit"),))
    yield Picture("not-found", "/nothing/here")
    for name in ("", "/mails", "/jobs"):
        yield Picture(f"dev{name.replace('/', '-')}", f"/dev{name}")
    mails = looker.get("/dev/api/mails?limit=1")["items"]
    yield from [Picture("dev-mail", f"/dev/mails/{mail['id']}") for mail in mails]
    yield from [Picture("mail", f"/dev/mails/{mail['id']}/html") for mail in mails]


def owners_pages(looker: Looker) -> Iterator[Picture]:
    """Full ones."""
    yield from _requests(looker)
    yield from _licenses(looker)
    yield from _users()
    yield from own_pages("customer")


def own_pages(side: str) -> Iterator[Picture]:
    """Those that every customer has: their account, their company, and their lists."""
    prefix = "" if side == "customer" else f"{side}-"
    for part in ("profile", "security", "notices", "data"):
        yield Picture(f"{prefix}account-{part}", f"/account/{part}", side)
    yield Picture(f"{prefix}company", "/company", side)
    for path in ("requests", "licenses", "users"):
        yield Picture(f"{prefix}{path}", f"/{path}", side)
    if side != "customer":
        yield Picture(f"{prefix}request-new", "/requests/new", side)
        yield Picture(f"{prefix}license-usage", "/licenses/usage", side)
        return
    for name, key in (
        ("authenticator", "self:authenticator.add"),
        ("passkey", "self:passkey.add"),
        ("sessions", "self:sessions.everywhere"),
    ):
        yield Picture(f"dialog-{name}", "/account/security", side, (click(key),))


def _requests(looker: Looker) -> Iterator[Picture]:
    side = "customer"
    yield Picture("requests-waiting", "/requests?view=waiting", side)
    yield Picture("requests-none", "/requests?status=cancelled_expired", side)
    yield Picture("request-new", "/requests/new", side)
    gaps = (click("tickets:form.submit"),)
    yield Picture("request-new-gaps", "/requests/new", side, gaps)
    yield Picture("request-not-there", "/requests/01HZZZZZZZZZZZZZZZZZZZZZZZ", side)
    seen: set[str] = set()
    for view in ("", "?inactive=true"):
        for ticket in looker.get(f"/api/tickets{view}")["items"]:
            if ticket["status"] not in seen:
                seen.add(ticket["status"])
                yield Picture(f"request-{ticket['status']}", f"/requests/{ticket['id']}", side)
                if ticket["status"] == "in_progress":
                    off = (click("tickets:closing.action"),)
                    yield Picture("dialog-call-off", f"/requests/{ticket['id']}", side, off)


def _licenses(looker: Looker) -> Iterator[Picture]:
    side = "customer"
    yield Picture("licenses-blocked", "/licenses?state=blocked", side)
    yield Picture("licenses-none", "/licenses?state=not_activated", side)
    yield Picture("license-usage", "/licenses/usage", side)
    yield Picture("licenses-found-none", "/licenses?find=LIC-0000-0000", side)
    add = click("licenses:add.action")
    yield Picture("dialog-license-add", "/licenses", side, (add,))
    gaps = (add, click("licenses:add.submit"))
    yield Picture("dialog-license-add-gaps", "/licenses", side, gaps)
    for name, code in REFUSED_CODES.items():
        told = (add, fill("licenses:proof.code", code), click("licenses:add.submit"))
        yield Picture(f"dialog-license-add-{name}", "/licenses", side, told)
    seen: set[str] = set()
    for row in looker.get("/api/licenses")["items"]:
        kind = row["status"] if row["claim"] == "active" else row["claim"]
        if kind in seen:
            continue
        seen.add(kind)
        path = f"/licenses/{row['id']}"
        yield Picture(f"license-{kind}", path, side)
        if kind == "active":
            yield Picture("license-report", f"{path}/report", side)
            yield Picture("dialog-license-remove", path, side, (click("life:remove.action"),))
            yield Picture("dialog-lease", path, side, (click("devices:lease.action"),))
            yield Picture("dialog-lease-return", path, side, (click("devices:return.action"),))


def _users() -> Iterator[Picture]:
    side = "customer"
    yield Picture("users-none", "/users?find=xyz", side)
    yield Picture("users-invite", "/users", side, (click("users:invite.open"),))
    edit = click("users:list.editUser", 1)
    yield Picture("users-edit", "/users", side, (edit,))
    delete = (edit, click("users:delete.open"))
    yield Picture("dialog-user-delete", "/users", side, delete)
    menu = (click("accounts:menu.label"),)
    yield Picture("account-menu", "/requests", side, menu)
