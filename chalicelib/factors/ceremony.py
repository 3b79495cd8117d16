"""WebAuthn's two ceremonies, judged: was this passkey made, or shown, for us and just now?

The challenge is the one-time link's token, so it is bound to an account and a purpose, ends, and is
spent by its one use. The device must have checked who holds it (PIN, finger, face): a passkey is
two factors by itself.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from chalicelib.aws.settings import settings
from chalicelib.factors.errors import PasskeyRefused
from chalicelib.factors.model import Passkey
from chalicelib.factors.schemas import PasskeyMade, PasskeyShown

PUBLIC_KEY = "public-key"


@dataclass(frozen=True, slots=True)
class Made:
    """A passkey that was made for us."""

    credential_id: str
    public_key: str
    uses: int


def relying_party() -> str:
    """The domain that passkeys are bound to."""
    return urlsplit(settings().public_url).hostname or "localhost"


def judge_made(credential: PasskeyMade, token: str) -> Made:
    """What the browser made, if it is good; else PasskeyRefused."""
    from webauthn import verify_registration_response
    from webauthn.helpers import bytes_to_base64url

    response = {
        "clientDataJSON": credential.client_data_json,
        "attestationObject": credential.attestation_object,
    }
    try:
        made = verify_registration_response(
            credential=_credential(credential.credential_id, response),
            expected_challenge=token.encode(),
            expected_rp_id=relying_party(),
            expected_origin=settings().public_url,
            require_user_verification=True,
        )
    except Exception as refusal:  # what a browser sent can be broken in any way
        raise PasskeyRefused from refusal
    credential_id = bytes_to_base64url(made.credential_id)
    return Made(credential_id, bytes_to_base64url(made.credential_public_key), made.sign_count)


def judge_shown(credential: PasskeyShown, token: str, passkey: Passkey) -> int:
    """How often the passkey says it was used, if it is the one; else PasskeyRefused.

    A count that went back means a copy of it.
    """
    from webauthn import verify_authentication_response
    from webauthn.helpers import base64url_to_bytes

    response = {
        "clientDataJSON": credential.client_data_json,
        "authenticatorData": credential.authenticator_data,
        "signature": credential.signature,
        "userHandle": credential.user_handle,
    }
    try:
        shown = verify_authentication_response(
            credential=_credential(credential.credential_id, response),
            expected_challenge=token.encode(),
            expected_rp_id=relying_party(),
            expected_origin=settings().public_url,
            credential_public_key=base64url_to_bytes(passkey.public_key),
            credential_current_sign_count=int(passkey.uses),
            require_user_verification=True,
        )
    except Exception as refusal:  # what a browser sent can be broken in any way
        raise PasskeyRefused from refusal
    return shown.new_sign_count


def _credential(credential_id: str, response: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": credential_id,
        "rawId": credential_id,
        "type": PUBLIC_KEY,
        "response": response,
    }
