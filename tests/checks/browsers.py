"""11: browsers that people are known to use: their names tell nothing, and they are somebody's."""

import re
from collections.abc import Iterator

from chalicelib.accounts.model import Account
from chalicelib.browsers.model import KnownBrowser, LastSignIn
from chalicelib.journeys.model import Departure
from tests.checks.store import Store

_NAME = re.compile(r"browser#[0-9a-f]{64}")


def browsers_are_somebodys(store: Store) -> Iterator[str]:
    """Known by a digest, to an account that was signed in to; else the first would be no news."""
    forgotten = {departure.pk for departure in store.of(Departure) if departure.due}
    for known in store.of(KnownBrowser):
        if not _NAME.fullmatch(known.sk):
            yield f"{known.sk} of {known.pk} tells the browser's token"
        if store.find(Account, known.pk, "account") is None and known.pk not in forgotten:
            yield f"{known.sk} is known to {known.pk}, which is no account"
        elif store.find(LastSignIn, known.pk, "last_sign_in") is None:
            yield f"{known.sk} is known to {known.pk}, which nobody has signed in to"


BROWSERS = (browsers_are_somebodys,)
