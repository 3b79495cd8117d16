"""11: second factors: what the account says of them is so, and what is shown once is not kept."""

import re
from collections import Counter
from collections.abc import Iterator

from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.factors.model import Passkey, RecoveryCodes
from chalicelib.journeys.model import Departure
from tests.checks.store import Store

_HASH = re.compile(r"[0-9a-f]{64}")


def _being_forgotten(store: Store) -> set[str]:
    """Who has left, and what they had is still being removed."""
    return {departure.pk for departure in store.of(Departure) if departure.due}


def passkeys_are_counted(store: Store) -> Iterator[str]:
    """Signing in asks for a second factor by this number alone."""
    found = Counter(passkey.pk for passkey in store.of(Passkey))
    for account in store.of(Account):
        if account.passkeys != found.pop(account.pk, 0):
            yield f"account {account.pk} says {int(account.passkeys)} passkeys, and has others"
    for account_id in found.keys() - _being_forgotten(store):
        yield f"passkeys of {account_id}, which is no account"


def recovery_codes_belong_to_a_factor(store: Store) -> Iterator[str]:
    """Without a factor there is nothing to recover; and they are kept as hashes."""
    for codes in store.of(RecoveryCodes):
        account = store.find(Account, codes.pk, "account")
        forgotten = codes.pk in _being_forgotten(store)
        if not forgotten and (account is None or not account.secured):
            yield f"recovery codes of {codes.pk}, which has no second factor"
        if any(not _HASH.fullmatch(kept) for kept in codes.hashes or ()):
            yield f"recovery codes of {codes.pk} stand in the clear"


def removals_were_asked_for(store: Store) -> Iterator[str]:
    """What an account may lose its factor by is a link of that purpose, and its own."""
    for account in store.of(Account):
        if account.factor_removal:
            link = store.find(Link, f"link#{account.factor_removal}", "link")
            good = link is not None and link.purpose == Purpose.DROP_FACTOR
            if not good or link is None or link.subject != account.pk or not account.secured:
                yield f"account {account.pk} may lose its factor by no link of its own"


FACTORS = (passkeys_are_counted, recovery_codes_belong_to_a_factor, removals_were_asked_for)
