"""6: uses less refunds ≤ limit, and each premium request has exactly one use entry.

Contracts come with a later issue. A `contract` has a `limit`; each `ledger` entry stands in its
contract's collection, is a `use` or a `refund` (attribute `what`) of a `ticket_id`.
"""

from collections import Counter
from collections.abc import Iterator

from tests.checks.store import Store


def uses_stay_within_the_limit(store: Store) -> Iterator[str]:
    """No contract gave more than it had."""
    limits = {
        item["pk"]["S"]: int(item["limit"]["N"])
        for item in store.raw_of("contract")
        if "limit" in item
    }
    spent: Counter[str] = Counter()
    for item in store.raw_of("ledger"):
        spent[item["pk"]["S"]] += 1 if item["what"]["S"] == "use" else -1
    for contract, used in spent.items():
        if used < 0 or used > limits.get(contract, used):
            yield f"contract {contract} has a limit of {limits.get(contract)} and {used} used"


def premium_requests_were_paid_once(store: Store) -> Iterator[str]:
    """A request that says `contract_id` has one use entry there, and no other request has any."""
    uses = Counter(
        (item["pk"]["S"], item["ticket_id"]["S"])
        for item in store.raw_of("ledger")
        if item["what"]["S"] == "use"
    )
    premium = {
        (item["contract_id"]["S"], item["pk"]["S"])
        for item in store.raw_of("ticket")
        if "contract_id" in item
    }
    for contract, ticket in premium | uses.keys():
        if (contract, ticket) not in premium:
            yield f"request {ticket} used contract {contract} and is not premium"
        elif uses[contract, ticket] != 1:
            yield f"request {ticket} used contract {contract} {uses[contract, ticket]} times"


LEDGERS = (uses_stay_within_the_limit, premium_requests_were_paid_once)
