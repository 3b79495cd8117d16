"""What nothing in the product brings about yet, or only through a browser."""

from chalicelib.licenses.downloading import terms_of
from chalicelib.licenses.key_files import sign_key_file
from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.licenses.store.licenses import KIND
from tests.licenses.builders import NOON


def refuse_claim(license_id: str) -> None:
    """As the vendor's license desk will (STF-4)."""
    License(pk=license_id, sk=KIND).update([License.claim.set(ClaimState.REFUSED)])


def good_key_file(license_: License) -> bytes:
    """The genuine key file of a license's first product."""
    return sign_key_file(terms_of(license_, license_.products[0], NOON))
