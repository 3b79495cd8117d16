"""What somebody signs in with beside the password. Table `accounts`, in the account's collection.

An authenticator app's secret stands on the account itself, with the number of passkeys.
"""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UnicodeSetAttribute

from chalicelib.aws.tables import Item, TableMeta, Time, table


class Passkey(Item, discriminator="passkey"):
    """A key that a person's device or password manager holds (WebAuthn).

    `pk` is the account's id, `sk` `passkey#<digest of the credential's id>`; that id and the public
    key are base64url. `uses` is the device's own count, by which a copy is noticed; many always
    say 0.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    credential_id = UnicodeAttribute()
    public_key = UnicodeAttribute()
    uses = NumberAttribute(default=0)
    name = UnicodeAttribute()
    transports = UnicodeSetAttribute(null=True)
    created_at = Time()
    used_on = UnicodeAttribute(null=True)


class RecoveryCodes(Item, discriminator="recovery_codes"):
    """The codes for when a second factor is lost: `pk` the account's id, `sk` `recovery`.

    `hashes` are of those not used yet, None when all are.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    hashes = UnicodeSetAttribute(null=True)
    made_at = Time()
