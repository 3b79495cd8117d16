"""What comes in and goes out around second factors."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.accounts.schemas import Password
from chalicelib.entry.schema import Name, Schema, Token

Code = Annotated[str, StringConstraints(max_length=40)]
Base64 = Annotated[str, StringConstraints(max_length=20_000)]
CredentialId = Annotated[str, StringConstraints(min_length=1, max_length=1400)]
Transport = Annotated[str, StringConstraints(max_length=20)]


class Confirmed(Schema):
    """The password once more. Staff who must set up their first factor gave it just now."""

    password: Password | None = None


class AuthenticatorOffer(Schema):
    """What an authenticator app is to keep; `uri` is for the QR code. Good for some minutes."""

    token: str
    secret: str
    uri: str


class AuthenticatorShown(Schema):
    """The offer, and the code that the app shows for it."""

    token: Token
    code: Code


class RecoveryCodesOut(Schema):
    """Codes that are shown this once; none where there are some already."""

    recovery_codes: list[str]


class PasskeyWanted(Schema):
    """What the browser needs for a passkey: its challenge is the token's own bytes.

    `user_id` is the account's id; `known` are credentials that are there already.
    """

    token: str
    rp_id: str
    user_id: str
    user_name: str
    display_name: str
    known: list[str]


class PasskeyMade(Schema):
    """What the browser made; texts are base64url, as WebAuthn's JSON has them."""

    credential_id: CredentialId
    client_data_json: Base64
    attestation_object: Base64
    transports: Annotated[list[Transport], Field(max_length=10)] = []


class NewPasskey(Schema):
    """A passkey and what the person calls it."""

    token: Token
    name: Name
    credential: PasskeyMade


class PasskeyOffer(Schema):
    """What the browser needs to show a passkey: of which site, and which ones it may be."""

    token: str
    rp_id: str
    allowed: list[str]


class PasskeyShown(Schema):
    """What the browser showed; texts are base64url."""

    credential_id: CredentialId
    client_data_json: Base64
    authenticator_data: Base64
    signature: Base64
    user_handle: Base64 | None = None


class PasskeySignIn(Schema):
    """The challenge and the answer to it."""

    challenge: Token
    credential: PasskeyShown


class ChallengeShown(Schema):
    """The challenge that the first step answered."""

    challenge: Token


class RecoveryCodeShown(Schema):
    """The challenge, and a recovery code as it was typed."""

    challenge: Token
    code: Code


class PasskeyOut(Schema):
    """A passkey as its owner sees it; `used_on` is a day in UTC."""

    id: str
    name: str
    created_at: datetime
    used_on: str | None


class FactorsOut(Schema):
    """A person's second factors. `required`: they can't do without one.

    `removal_from` is when they go, where somebody asked for that because they are lost.
    """

    authenticator: bool
    passkeys: list[PasskeyOut]
    recovery_codes_left: int
    required: bool
    removal_from: datetime | None


class RemovalLink(Schema):
    """What a link to remove a lost second factor stands for."""

    email: str
    from_at: datetime
    expires_at: datetime
    ready: bool


class RemovalConfirmed(Schema):
    """The link, and the password."""

    token: Token
    password: Password
