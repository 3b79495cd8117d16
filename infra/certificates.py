"""The few root certificates that AWS's own servers go back to.

To read the hundred and more that a system trusts takes longer than the rest of the first call.
AWS names these five (https://www.amazontrust.com/repository/) and asks clients to trust them all.
"""

import hashlib
import re
import ssl
from pathlib import Path

from chalicelib.aws.connections import ROOTS

# SHA-256 of each certificate, as AWS publishes them.
FINGERPRINTS = {
    "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e": "Amazon Root CA 1",
    "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4": "Amazon Root CA 2",
    "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4": "Amazon Root CA 3",
    "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092": "Amazon Root CA 4",
    "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5": "Starfield Services - G2",
}
_BLOCK = re.compile(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)


class RootMissing(RuntimeError):
    """botocore's bundle does not hold a certificate that AWS names."""


def add_roots(package: Path) -> None:
    """Write them beside the code that trusts them, out of the bundle that botocore brings."""
    bundle = (package / "botocore" / "cacert.pem").read_text(encoding="utf-8")
    found = {fingerprint(pem): pem for pem in _BLOCK.findall(bundle)}
    if missing := FINGERPRINTS.keys() - found.keys():
        raise RootMissing(", ".join(FINGERPRINTS[one] for one in missing))
    text = "\n".join(found[one] for one in FINGERPRINTS) + "\n"
    (package / "chalicelib" / "aws" / ROOTS.name).write_text(text, encoding="utf-8")


def fingerprint(pem: str) -> str:
    """SHA-256 of a certificate."""
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
