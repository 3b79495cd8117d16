"""Whether the time tells that an address has an account: `python -m benchmarks.enumeration`.

Sign-in on both sides, asking for a new password, and registering: each with an address that has an
account and one that has none, taking turns which goes first. The medians must lie within 5 ms.
"""

import argparse
import logging
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from local import testing
from tests.builders import make_license, make_person, make_staff
from tests.client import Client

MOST_APART_MS = 5.0
PAIRS = 200
KNOWN, UNKNOWN = "mara.lind@nordwerk.example", "nora.lund@nordwerk.example"
WRONG = "Wr0ng-Password"
UNBOUNDED = (
    *("SIGN_IN_ATTEMPTS", "SIGN_IN_ATTEMPTS_PER_SOURCE", "SIGN_IN_ATTEMPTS_PER_ACCOUNT"),
    *("RESETS_PER_HOUR", "RESETS_PER_HOUR_PER_SOURCE", "RESETS_PER_HOUR_PER_ACCOUNT"),
    "REGISTRATIONS_PER_HOUR",
)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that anybody may ask about an address."""

    name: str
    path: str
    body: dict[str, object]
    status: int


FORM: dict[str, object] = {
    "first_name": "Nora",
    "last_name": "Lund",
    "company_name": "Nordwerk GmbH",
    "country": "DE",
    "activation_code": "7F3KQ-9XDM2-B8WZ4-RT6YH",
    "accept_terms": "1",
    "accept_privacy": "1",
    "language": "en",
}
QUESTIONS = (
    Question("sign in", "/api/sessions", {"password": WRONG}, 401),
    Question("sign in as staff", "/api/staff/sessions", {"password": WRONG}, 401),
    Question("new password", "/api/password-resets", {}, 202),
    Question("register", "/api/registrations", FORM, 202),
)


def milliseconds(question: Question, email: str) -> float:
    """How long the answer takes."""
    client, body = Client(), {**question.body, "email": email}
    began = time.perf_counter()
    answer = client.post(question.path, body)
    spent = (time.perf_counter() - began) * 1000
    if answer.status != question.status:
        raise RuntimeError(answer.text)
    return spent


def measure(question: Question, pairs: int) -> tuple[float, float]:
    """The medians for the known and the unknown address."""
    spent: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for number in range(pairs + 1):
        order = (KNOWN, UNKNOWN) if number % 2 else (UNKNOWN, KNOWN)
        for email in order:
            spent[email].append(milliseconds(question, email))
    # The first pair loads what is loaded at its first use.
    return median(spent[KNOWN][1:]), median(spent[UNKNOWN][1:])


def run(pairs: int) -> bool:
    """Measure all questions; answers whether none of them tells."""
    now = datetime.now(UTC)
    make_person(now, email=KNOWN)
    make_staff(now, email=KNOWN)
    make_license()
    told = 0
    print(f"{'':18}{'known':>9}{'unknown':>9}{'apart':>8}   ms, medians of {pairs} pairs")
    for question in QUESTIONS:
        known, unknown = measure(question, pairs)
        told += abs(known - unknown) > MOST_APART_MS
        print(f"{question.name:18}{known:9.2f}{unknown:9.2f}{known - unknown:8.2f}")
    return told == 0


def main() -> int:
    """The exit code says whether the medians lie close enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    pairs = parser.parse_args().pairs
    os.environ |= {f"KONTOR_{name}": "1000000" for name in UNBOUNDED}
    # Calls are logged to where the table is printed.
    logging.getLogger("kontor").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder, testing.running(Path(folder)) as machine:
        os.environ |= machine.environment(testing.TEMPLATE)
        testing.forget_deployment()
        machine.prepare_template()
        with machine.fresh(os.environ.__setitem__):
            close = run(pairs)
    print("No answer tells." if close else f"More than {MOST_APART_MS} ms apart: that tells.")
    return 0 if close else 1


if __name__ == "__main__":
    sys.exit(main())
