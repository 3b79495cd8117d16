"""Signing key files and telling good ones from bad, with the deployment's keys."""

from chalicelib.licenses.rules.key_file import (
    KeyFile,
    Terms,
    parse_key_file,
    signed_bytes,
    write_key_file,
)
from chalicelib.licenses.rules.signed_text import Damaged, NotOurs
from chalicelib.licenses.signing import Forged, UnknownKey, demand_ours, sign


def sign_key_file(terms: Terms) -> bytes:
    """The key file of these terms. The same terms give the same bytes as long as the key stays."""
    _, key_id, signature = sign(lambda key_id: signed_bytes(terms, key_id))
    return write_key_file(KeyFile(terms, key_id, signature))


def read_key_file(data: bytes) -> Terms:
    """The terms of a genuine key file; raises NotOurs, Damaged, UnknownKey or Forged."""
    key_file = parse_key_file(data)
    demand_ours(key_file.key_id, key_file.signature, key_file.signed)
    return key_file.terms


__all__ = ["Damaged", "Forged", "NotOurs", "UnknownKey", "read_key_file", "sign_key_file"]
