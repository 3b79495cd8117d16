"""11: second factors that are not what the account says."""

from chalicelib.accounts.model import Account
from chalicelib.factors.model import Passkey, RecoveryCodes
from tests.checks import factors
from tests.checks.breaking.acts import Breakage, again, alter, remove

LATER = "01KAZZZZZZZZZZZZZZZZZZZZZZ"


def _secured(account: Account) -> bool:
    return bool(account.passkeys)


FACTORS_BROKEN = (
    Breakage(factors.passkeys_are_counted, "and has others", remove(Passkey)),
    Breakage(factors.passkeys_are_counted, "which is no account", again(Passkey, pk=LATER)),
    Breakage(
        factors.recovery_codes_belong_to_a_factor,
        "which has no second factor",
        again(RecoveryCodes, pk=LATER),
    ),
    Breakage(
        factors.recovery_codes_belong_to_a_factor,
        "stand in the clear",
        alter(RecoveryCodes, hashes={"7F3K-9XDM-2B8W-Z4RT"}),
    ),
    Breakage(
        factors.removals_were_asked_for,
        "by no link of its own",
        alter(Account, _secured, factor_removal=LATER),
    ),
)
