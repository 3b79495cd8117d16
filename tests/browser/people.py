"""People who act in the tests: those of the demo, and newcomers with licenses nobody took yet."""

import base64
import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from local.waiting import until
from tests.browser.running import RunningStack

PASSWORD = "Zugvogel#88abend"
COUNTRIES = {"en": "GB", "de": "DE"}
PRODUCT = "guard-business"
SAMPLE = "-DEMO2-"


@dataclass(frozen=True)
class Person:
    """A customer or a member of staff; a newcomer's company has bought a license.

    `license` is its row of the order export.
    """

    first_name: str
    last_name: str
    email: str
    company: str = ""
    country: str = "DE"
    license: Mapping[str, str] = field(default_factory=dict)
    password: str = PASSWORD

    @property
    def code(self) -> str:
        return self.license["activation_code"]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


class Crowd:
    """Knows everybody; hands out each newcomer once."""

    def __init__(self, stack: RunningStack) -> None:
        self._stack = stack
        until(lambda: bool(stack.demo["whole"]))
        self._rows = self._licenses()
        self._number = 0

    def newcomer(self, language: str) -> Person:
        """Somebody whose company bought a license that runs for long and was never claimed."""
        row = next(self._rows)
        self._number += 1
        return Person(
            first_name="Mara" if language == "de" else "Ruth",
            last_name="Lindqvist",
            email=f"newcomer-{self._number}@company-{self._number}.example",
            company=row["end_user"],
            country=COUNTRIES[language],
            license=row,
        )

    def of_demo(self, first_name: str) -> Person:
        """One of the people on the developers' page."""
        for login in self._stack.demo["logins"]:
            first, _, last = login["name"].partition(" ")
            if first == first_name:
                company = login["note"].partition(":")[0]
                return Person(first, last, login["email"], company, password=login["password"])
        raise LookupError(first_name)

    def code(self, outcome: str) -> str:
        """A code of the developers' page that has this outcome."""
        samples = self._stack.demo["samples"]
        return str(next(sample["code"] for sample in samples if sample["outcome"] == outcome))

    def key_file(self, outcome: str) -> tuple[str, bytes]:
        """Name and content of a key file of the developers' page."""
        samples = [sample for sample in self._stack.demo["samples"] if "file" in sample]
        found = next(sample for sample in samples if sample["outcome"] == outcome)
        return found["file"], base64.b64decode(found["content_base64"])

    def _licenses(self) -> Iterator[dict[str, str]]:
        taken = {login["note"].partition(":")[0] for login in self._stack.demo["logins"]}
        later = self._stack.now.date() + timedelta(days=365)
        with (self._stack.place.folder / "orders.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                plain = row["product_ids"] == PRODUCT and row["activated_on"]
                held_up = row["blocked_at"] or row["needs_check"] == "yes"
                runs = date.fromisoformat(row["expires_on"]) > later
                sample = SAMPLE in row["activation_code"]
                if plain and runs and not (held_up or sample or row["end_user"] in taken):
                    yield row
