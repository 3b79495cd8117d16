"""The few root certificates that AWS's own servers go back to.

To read the hundred and more that a system trusts takes longer than the rest of the first call.
AWS names these five (https://www.amazontrust.com/repository/) and asks clients to trust them all.
"""

import re
import warnings
from pathlib import Path

from cryptography import x509
from cryptography.x509.oid import NameOID

from chalicelib.aws.connections import ROOTS

NAMES = frozenset(
    {
        "Amazon Root CA 1",
        "Amazon Root CA 2",
        "Amazon Root CA 3",
        "Amazon Root CA 4",
        "Starfield Services Root Certificate Authority - G2",
    }
)
_BLOCK = re.compile(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)


class RootMissing(RuntimeError):
    """botocore's bundle does not hold a certificate that AWS names."""


def add_roots(package: Path) -> None:
    """Write them beside the code that trusts them, out of the bundle that botocore brings."""
    bundle = (package / "botocore" / "cacert.pem").read_text(encoding="utf-8")
    found = {name: pem for pem in _BLOCK.findall(bundle) if (name := _name(pem)) in NAMES}
    if missing := NAMES - found.keys():
        raise RootMissing(", ".join(sorted(missing)))
    text = "\n".join(found[name] for name in sorted(found)) + "\n"
    (package / "chalicelib" / "aws" / ROOTS.name).write_text(text, encoding="utf-8")


def _name(pem: str) -> str:
    with warnings.catch_warnings():
        # About certificates of others in the bundle, whose serial numbers break a rule.
        warnings.simplefilter("ignore")
        certificate = x509.load_pem_x509_certificate(pem.encode())
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else ""
