"""The running stack as its API shows it: which pages there are, and those who look at them."""

import csv
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from playwright.sync_api import APIRequestContext

from local.stack import Stack

SECOND_FACTOR_SECONDS = 31
MAIL_SECONDS = 10
PASSWORD = "Zugvogel#88abend"  # noqa: S105 - of people whom the pictures invent
NOBODYS = "guard-business"


@dataclass(frozen=True)
class Looker:
    """Somebody's window, as far as the API goes."""

    request: APIRequestContext

    def get(self, path: str) -> Any:
        answer = self.request.get(path)
        return answer.json() if answer.ok else {}

    def post(self, path: str, **sent: object) -> Any:
        answer = self.request.post(path, data=sent)
        if not answer.ok:
            print(f"  {path}: {answer.status} {answer.text()[:200]}", flush=True)
        return answer.json() if answer.text() else {}

    def link(self, kind: str, to: str = "") -> str:
        """The newest mailed link of a kind, as a path; waits for a mail that is on its way."""
        for _ in range(MAIL_SECONDS * 10):
            for mail in self.get(f"/dev/api/mails?limit=500&to={to}")["items"]:
                for link in mail["links"]:
                    if f"/{kind}#" in link:
                        # A survey's link ends in a rating, which opening the page would save.
                        return "/" + ".".join(str(link).split("/", 3)[3].split(".")[:2])
            time.sleep(0.1)
        return f"/{kind}#none"

    def enter(self, login: Any) -> None:
        """Signs in; where a second factor is asked for, waits for a code that was not used yet."""
        side = "/api/staff/sessions" if login["side"] == "staff" else "/api/sessions"
        credentials = {"email": login["email"], "password": login["password"]}
        for _ in range(2):
            answer = self.post(side, **credentials)
            if answer["state"] == "signed_in":
                return
            code = self.get("/dev/api/state")["codes"]["by_email"][login["email"]]
            sent = {"challenge": answer["challenge"], "code": code}
            if self.post(f"{side}/second-factor", **sent).get("state"):
                return
            time.sleep(SECOND_FACTOR_SECONDS)
        raise SystemExit(f"{login['email']} can't sign in.")

    def register(self, email: str, company: str, code: str) -> None:
        """A person whose account still has to be activated."""
        config = self.get("/api/config")
        self.post(
            "/api/registrations",
            first_name="Pia",
            last_name="Sommer",
            company_name=company,
            email=email,
            country="DE",
            activation_code=code,
            key_file=None,
            accept_terms=config["terms"]["version"],
            accept_privacy=config["privacy"]["version"],
            survey=False,
            language="de",
        )

    def become_newcomer(self, stack: Stack, email: str) -> None:
        """An owner whose company has one license and nothing else: the pages are empty."""
        row = next(_free_licenses(stack))
        self.register(email, row["end_user"], row["activation_code"])
        token = self.link("activate", email).partition("#")[2]
        self.post(
            "/api/activations",
            token=token,
            password=PASSWORD,
            password_repeat=PASSWORD,
        )
        self.enter({"side": "customer", "email": email, "password": PASSWORD})


def _free_licenses(stack: Stack) -> Iterator[dict[str, str]]:
    page = json.loads((stack.folder / "demo.json").read_text(encoding="utf-8"))
    taken = {login["note"].partition(":")[0] for login in page["logins"]}
    with (stack.folder / "orders.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            plain = row["product_ids"] == NOBODYS and row["activated_on"]
            held_up = row["blocked_at"] or row["needs_check"] == "yes"
            over = date.fromisoformat(row["expires_on"]) < datetime.now(UTC).date()
            sample = "-DEMO2-" in row["activation_code"]
            if plain and not (held_up or over or sample or row["end_user"] in taken):
                yield row
