"""The running stack as its API shows it: which pages there are, and those who look at them."""

import base64
import csv
import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
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

    def speak(self, language: str, *, staff: bool) -> None:
        """Has the pages in a language, whatever the person's own is."""
        path = "/api/staff/me" if staff else "/api/me"
        self.request.patch(path, data={"language": language, "zone": None})

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

    def register(self, email: str, company: str, code: str, to: str = "/api/registrations") -> None:
        """A person whose account still has to be activated."""
        config = self.get("/api/config")
        self.post(
            to,
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

    def activate(self, email: str) -> None:
        """Sets the password behind the mailed link, and signs in."""
        token = self.link("activate", email).partition("#")[2]
        self.post("/api/activations", token=token, password=PASSWORD, password_repeat=PASSWORD)
        self.enter({"side": "customer", "email": email, "password": PASSWORD})

    def become_newcomer(self, stack: Stack, email: str, place: int = 0) -> str:
        """An owner whose company has one license and nothing else: the pages are empty.

        `place` is the license's among the free ones; its code is the answer.
        """
        row = next(islice(_free_licenses(stack), place, None))
        code = row["activation_code"]
        self.register(email, row["end_user"], code)
        self.activate(email)
        return code

    def send_file(self, name: str, content: bytes, side: str = "/api/uploads") -> str:
        """Brings a small file to the product; answers its key."""
        uploads = f"{side}/s3/multipart"
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        facts = {"size": len(content), "fingerprint": name, "checksum": "sha256"}
        started = self.post(uploads, filename=name, metadata=facts | {"ticket_id": None})
        key, upload = started["key"], f"{uploads}/{started['uploadId']}"
        part = {"key": key, "sha256": digest, "size": str(len(content))}
        signed = self.request.get(f"{upload}/1", params=part).json()
        put = self.request.put(signed["url"], data=content, headers=signed["headers"])
        done = {"PartNumber": 1, "ETag": put.headers["etag"], "ChecksumSHA256": digest}
        self.request.post(f"{upload}/complete", params={"key": key}, data={"parts": [done]})
        return str(key)

    def let_come_back(self, email: str) -> None:
        """The newest mail to an address, as if there were no such mailbox."""
        mail = self.get(f"/dev/api/mails?limit=1&to={email}")["items"][0]
        self.request.post(f"/dev/mails/{mail['id']}", form={"wish": "no_mailbox"})


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
