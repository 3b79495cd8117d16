"""The letters about a license, to those in its company who look after licenses (NOT-1).

Templates and their params, beside `product` (names, joined), `company`, `public_id` and `url`
(the license's page):

    license_added          expires_on
    license_approved       –
    license_refused        reason
    license_removed        by, support (whether it gave any), ends_at (of open requests)
    license_blocked        reason
    license_block_planned  reason, at
    license_unblocked      –
    license_extended       expires_on
    license_withdrawn      how (cancelled or refunded)
    license_fewer_seats    how (as before), nodes (that are left)
    license_code_replaced  why (reissued, seats or merged), nodes
    license_overused       devices (that found no seat today), nodes

`licenses_expiring` has `company`, `licenses` (product, public_id and expires_on of each) and
`days`, the fewest that are left.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.catalog.service import product_name
from chalicelib.companies.service import recipient_of
from chalicelib.companies.store import companies, members, rights
from chalicelib.licenses.model.license import License
from chalicelib.mail.service import Recipient, post

ADDED = "license_added"
APPROVED = "license_approved"
REFUSED = "license_refused"
REMOVED = "license_removed"
BLOCKED = "license_blocked"
BLOCK_PLANNED = "license_block_planned"
UNBLOCKED = "license_unblocked"
EXTENDED = "license_extended"
WITHDRAWN = "license_withdrawn"
SEATS_WITHDRAWN = "license_fewer_seats"
CODE_REPLACED = "license_code_replaced"
OVERUSED = "license_overused"
EXPIRING = "licenses_expiring"


def keepers(company_id: str, *others: str) -> tuple[str, list[Recipient]]:
    """The company's name, and who is told of its licenses: owner, those with the right, `others`.

    Three round trips, whatever the company's size. The owner is the first; at most
    `license_letters` of them.
    """
    company = companies.find_company(company_id)
    if company is None:
        return "", []
    ids = list(dict.fromkeys([company.owner_id, *others]))
    named = companies.read([members.member_key(company_id, each) for each in ids])
    managers = rights.license_managers(company_id, settings().license_letters)
    told = [member for member in named if member is not None]
    told += [member for member in managers if member.account_id not in ids]
    return company.name, [recipient_of(each) for each in told[: settings().license_letters]]


def tell(
    change: Transaction,
    license_: License,
    to: tuple[str, Iterable[Recipient]],
    template: str,
    now: datetime,
    **params: object,
) -> None:
    """A letter about the license to each of its keepers."""
    company, readers = to
    for reader in readers:
        common = {
            "product": products_of(license_, reader.language, now),
            "company": company,
            "public_id": license_.public_id,
            "url": {"page": f"/licenses/{license_.pk}"},
        }
        post(change, reader, template, common | params, now)


def products_of(license_: License, language: str, now: datetime) -> str:
    """The names of the license's products, as a letter says them."""
    return ", ".join(product_name(product_id, language, now) for product_id in license_.products)


def announce_ends(
    change: Transaction,
    licenses: Sequence[License],
    to: tuple[str, Iterable[Recipient]],
    now: datetime,
) -> None:
    """One letter about several licenses that end soon, the soonest first, to each keeper."""
    company, readers = to
    days = min((license_.expires_on - now.date()).days for license_ in licenses)
    for reader in readers:
        listed = [
            {
                "product": products_of(license_, reader.language, now),
                "public_id": license_.public_id,
                "expires_on": license_.expires_on.isoformat(),
            }
            for license_ in licenses
        ]
        params = {"company": company, "days": days, "licenses": listed}
        post(change, reader, EXPIRING, params, now)
