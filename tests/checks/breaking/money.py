"""5 to 8: seats, premium requests and key files that nobody paid for, and mail that acts."""

from chalicelib.audit.model import Entry
from chalicelib.aws.operations import Done
from chalicelib.licenses.model.license import Code, License, PublicId
from chalicelib.licenses.rules.codes import CODE_CHARS
from chalicelib.licenses.sealing import seal_code
from tests.checks import inbound, ledgers, seats, signed
from tests.checks.breaking.acts import Breakage, again, alter, both, put, remove


def _signed(entry: Entry) -> bool:
    return entry.action == signed.SIGNED


def _key_file(done: Done) -> bool:
    return "content_base64" in done.answer


SEATS_BROKEN = (
    Breakage(seats.codes_lead_to_one_license, "leads to no license", alter(Code, license_id="x")),
    Breakage(
        seats.codes_lead_to_one_license,
        "whose code is another",
        alter(License, sealed_code=lambda full: seal_code("A" * CODE_CHARS, full.license_id)),
    ),
    Breakage(seats.codes_lead_to_one_license, "is not found by", remove(PublicId)),
    Breakage(
        seats.licenses_have_one_holder,
        "which is no company",
        alter(License, company_id="01KAZZZZZZZZZZZZZZZZZZZZZZ"),
    ),
    Breakage(
        seats.licenses_have_one_holder,
        "shares its code with another",
        again(
            License,
            pk="01KAZZZZZZZZZZZZZZZZZZZZZZ",
            sealed_code=lambda _: seal_code("7F3KQ9XDM2B8WZ4RT6YH", "01KAZZZZZZZZZZZZZZZZZZZZZZ"),
        ),
    ),
)

LEDGERS_BROKEN = (
    Breakage(
        ledgers.uses_stay_within_the_limit,
        "has a limit of 1 and 2 used",
        both(
            put("licenses", pk="c", sk="contract", kind="contract", limit=1),
            put("licenses", pk="c", sk="use#1", kind="ledger", what="use", ticket_id="1"),
            put("licenses", pk="c", sk="use#2", kind="ledger", what="use", ticket_id="2"),
        ),
    ),
    Breakage(
        ledgers.premium_requests_were_paid_once,
        "and is not premium",
        put("licenses", pk="c", sk="use#1", kind="ledger", what="use", ticket_id="1"),
    ),
)

SIGNED_BROKEN = (
    Breakage(
        signed.key_files_verify,
        "does not verify",
        alter(Done, _key_file, answer='{"name":"A.key","content_base64":"QQ=="}'),
    ),
    Breakage(signed.key_files_verify, "promises other terms", alter(License, nodes=26)),
    Breakage(signed.key_files_are_logged, "and logged 0 times", remove(Entry, _signed)),
    Breakage(
        signed.key_files_are_logged,
        "which is not recorded",
        alter(Entry, _signed, subject="01KAZZZZZZZZZZZZZZZZZZZZZZ"),
    ),
)

INBOUND_BROKEN = (
    Breakage(
        inbound.mail_only_replies,
        "came about by mail",
        alter(Entry, lambda entry: entry.action == "company.created", details={"by": "mail"}),
    ),
)
