"""From an activation code or a key file to its license, or to the reason why not (LIC-2)."""

import base64
import binascii
from collections.abc import Callable
from typing import TYPE_CHECKING

from chalicelib.aws.settings import settings
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.licenses.model.license import Code, License
from chalicelib.licenses.rules.codes import mistakable_in, read_code, strange_in
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.store import licenses as store

if TYPE_CHECKING:
    from chalicelib.licenses.schemas.licenses import KeyFileIn

CODE = "activation_code"
KEY_FILE = "key_file"
LookUp = Callable[[str], tuple[Code | None, License | None]]


def refuse(field: str, code: str, **params: str | int) -> Invalid:
    """The refusal of a code or key file, on its field."""
    return Invalid(FieldError(field, code, params))


def find(
    activation_code: str | None, key_file: "KeyFileIn | None", look_up: LookUp = store.find_code
) -> tuple[str, License]:
    """The license, and which of the two fields named it. Exactly one of them must be given.

    `look_up` finds a code by its keyed hash, and may refuse to.

    Raises Invalid: code_or_key_file, code_malformed, code_letters (with `characters` that are in no
    code), code_unknown, code_mistakable (the same, with `characters` that are easily read for
    others), code_replaced, key_file_too_large, key_file_foreign, key_file_damaged,
    key_file_key_unknown, key_file_forged, key_file_unknown.
    """
    if activation_code is not None and activation_code.strip() and key_file is None:
        return CODE, _by_code(activation_code, look_up)
    if key_file is not None and not (activation_code or "").strip():
        return KEY_FILE, _by_key_file(key_file.content_base64)
    raise refuse(CODE, "code_or_key_file")


def _by_code(typed: str, look_up: LookUp) -> License:
    code = read_code(typed)
    if code is None:
        strange = strange_in(typed)
        raise refuse(CODE, "code_letters" if strange else "code_malformed", characters=strange)
    found, license_ = look_up(code_hash(code))
    if found is None or license_ is None:
        like = mistakable_in(code)
        raise refuse(CODE, "code_mistakable" if like else "code_unknown", characters=like)
    if found.replaced_at is not None:
        raise refuse(CODE, "code_replaced")
    return license_


def _by_key_file(content: str) -> License:
    # Only who uploads a key file needs cryptography loaded.
    from chalicelib.licenses.key_files import (
        Damaged,
        Forged,
        NotOurs,
        UnknownKey,
        read_key_file,
    )

    try:
        terms = read_key_file(_bytes_of(content))
    except NotOurs:
        raise refuse(KEY_FILE, "key_file_foreign") from None
    except Damaged:
        raise refuse(KEY_FILE, "key_file_damaged") from None
    except UnknownKey:
        raise refuse(KEY_FILE, "key_file_key_unknown") from None
    except Forged:
        raise refuse(KEY_FILE, "key_file_forged") from None
    license_ = store.find_license(terms.record)
    if license_ is None:
        raise refuse(KEY_FILE, "key_file_unknown")
    return license_


def _bytes_of(content: str) -> bytes:
    try:
        data = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        raise refuse(KEY_FILE, "key_file_damaged") from None
    most = settings().key_file_bytes
    if len(data) > most:
        raise Invalid(FieldError(KEY_FILE, "key_file_too_large", {"max": most}))
    return data
