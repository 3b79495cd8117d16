"""Claims in states that nothing in the product brings about yet."""

from chalicelib.licenses.model import ClaimState, License
from chalicelib.licenses.store import KIND


def refuse_claim(license_id: str) -> None:
    """As the vendor's license desk will (STF-4)."""
    License(pk=license_id, sk=KIND).update([License.claim.set(ClaimState.REFUSED)])
